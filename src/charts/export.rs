//! Charts to take along: an SVG that carries its own colours, and the figures as CSV.

use std::borrow::Cow;

use super::{Chart, Drawing};
use crate::i18n::messages::{Chart as Words, Figures};
use crate::i18n::{Language, Message, period_name_with_year};
use crate::model::Decimal;

/// The roles in the light theme, as the style sheets have them. A file outside the page has no theme to follow.
const LIGHT: &str = ".chart{font-family:Inter,'Noto Sans','Segoe UI',sans-serif;background:#fff}\
.chart-axis{fill:none;stroke:#9aa2ac}.chart-grid{fill:none;stroke:#e8ebef}\
.chart-quarter{fill:none;stroke:#e8ebef;stroke-dasharray:1 4;stroke-linecap:round}\
.chart-actual{fill:none;stroke:#1f5fae;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}\
.chart-point{fill:#1f5fae;stroke:#fff;stroke-width:1.5}.chart-target{fill:none;stroke:#18202a;stroke-width:1.25}\
.chart-pace{fill:none;stroke:#6a737e;stroke-width:1.25;stroke-dasharray:4 3.5}\
.chart-previous{fill:none;stroke:#8b939d;stroke-width:1.25}\
.chart-range{fill:#d3e2f6}.chart-range-edge{fill:none;stroke:#5f8fcb;stroke-width:.75;opacity:.7}\
.chart-projection{fill:none;stroke:#5f8fcb;stroke-width:1.5;stroke-dasharray:1.5 3.5;stroke-linecap:round}\
.chart-gap{fill:none;stroke:#b6770b;stroke-width:1.5}.chart-bar{fill:#8fa3b8}.chart-bar.is-last{fill:#1f5fae}\
.chart-bar-needed{fill:none;stroke:#b6770b;stroke-dasharray:3 2.5}.chart-leader{fill:none;stroke:#6a737e;stroke-width:.75}\
.chart-leader.is-break{stroke:#5e6772;stroke-width:1.5;stroke-dasharray:6 3}\
text{fill:#5e6772;font-size:12px}.chart-caption{fill:#4e5661;font-size:13px;font-weight:540}\
.chart-label.is-current{fill:#18202a;font-weight:640}.chart-target-label{fill:#18202a;font-weight:600}\
.chart-pace-label{fill:#6a737e}.chart-gap-label,.chart-needed-label{fill:#7c4f04;font-weight:600}\
.chart-value{fill:#1f5fae;font-size:13px;font-weight:640;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\
.chart-value.is-large{font-size:17px}.chart-end-label{fill:#4e5661;font-size:13px}\
.chart-end-label.is-middle{fill:#1f5fae;font-weight:640}";

/// A file of its own: the drawing with its name, its colours and a white ground.
pub fn standalone_svg(drawing: &Drawing) -> String {
    let Some((head, body)) = drawing.svg.split_once('>') else { return String::new() };
    let head = head.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
    let mut title = String::with_capacity(drawing.summary.len());
    super::label::escape(&drawing.summary, &mut title);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{head}><title>{title}</title><style>{LIGHT}</style>\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{body}\n"
    )
}

/// The figures of a chart, one period a line.
pub fn csv(chart: &Chart, language: Language) -> String {
    let head = [
        Figures::Period.text(language),
        Figures::Value.text(language),
        Figures::Cumulative.text(language),
        Figures::RequiredPace.text(language),
        Words::Target { value: chart.target.clone() }.text(language),
    ];
    let number = |value: Option<Decimal>| value.map(|value| plain_number(value, language)).unwrap_or_default();
    let lines = chart.steps.iter().map(|step| {
        vec![
            period_name_with_year(step.period, language),
            number(step.own.or(step.value)),
            number(step.value),
            number(step.expected.map(|value| value.round_dp(chart.decimals.into()))),
            number(step.line),
        ]
    });
    spreadsheet(std::iter::once(head.map(Cow::into_owned).to_vec()).chain(lines), language)
}

/// A table as a file, its cells separated as spreadsheets of the language expect it.
pub fn spreadsheet(lines: impl Iterator<Item = Vec<String>>, language: Language) -> String {
    let separator = match language {
        // Where the comma is the decimal sign, spreadsheets split at semicolons.
        Language::Vietnamese => ';',
        Language::English => ',',
    };
    // Without a byte-order mark Excel reads Vietnamese letters wrongly.
    let mut out = String::from("\u{feff}");
    for line in lines {
        csv_line(&mut out, line.iter().map(String::as_str), separator);
    }
    out
}

/// Without separators of thousands, so that a spreadsheet reads a number.
pub fn plain_number(value: Decimal, language: Language) -> String {
    match language {
        Language::Vietnamese => value.to_string().replace('.', ","),
        Language::English => value.to_string(),
    }
}

/// A cell that no spreadsheet takes for a formula: those that begin with `=`, `+`, `-` or `@` and are no number get an
/// apostrophe before them.
pub fn inert_cell(text: &str) -> Cow<'_, str> {
    let first = text.trim_start().chars().next();
    let is_number = text.replace(',', ".").parse::<Decimal>().is_ok();
    let is_formula = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'))
        || text.starts_with(['\t', '\r', '\n']);
    if is_formula && !is_number { format!("'{text}").into() } else { text.into() }
}

/// One row of a CSV file: cells are quoted where they must be, and none starts a formula.
pub fn csv_line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>, separator: char) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            out.push(separator);
        }
        let cell = inert_cell(cell);
        if cell.contains(['"', '\n', '\r', separator]) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_starts_a_formula() {
        for text in ["=1+1", "+cmd", "-A1", "@SUM(A1)", "  =1", "\t=1", "＝1"] {
            assert!(inert_cell(text).starts_with('\''), "{text:?}");
        }
        for text in ["-5", "+5", "-5,5", "Tháng 1", "a=b", ""] {
            assert_eq!(inert_cell(text), text);
        }
    }

    #[test]
    fn cells_with_separators_and_quotes_are_quoted() {
        let mut out = String::new();
        csv_line(&mut out, ["a;b", "nói \"có\"", "1,5", "=x"].into_iter(), ';');
        assert_eq!(out, "\"a;b\";\"nói \"\"có\"\"\";1,5;'=x\r\n");
    }
}
