//! What stands in the cells of a line: its number, its text with the target, its facts. As markup, since a screen has
//! hundreds of them.

use super::content::{Content, Time, Tone};
use super::rows::{Row, measure_of};
use super::state::Drawn;
use crate::app::Route;
use crate::evaluate::Verdict;
use crate::i18n::messages::Outline;
use crate::i18n::{Language, Message, Query};
use crate::model::{Line, Programme};
use crate::ui::components::icon::Icon;
use crate::ui::components::markup::Markup;
use crate::ui::components::status_mark::Status;

/// What the cells of a line depend on besides itself.
pub struct Reading<'a> {
    pub language: Language,
    pub search: &'a Query,
    /// Where the search may have found what the title does not say.
    pub programme: &'a Programme,
}

/// The cells of a line. While it is written, a field stands in the place of its text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    All,
    BeforeText,
    AfterText,
}

pub fn cells(which: Cells, drawn: &Drawn, reading: &Reading) -> String {
    let mut markup = Markup::default();
    markup.element("span", &[("class", "row-cells"), ("role", "none")], |markup| add(markup, which, drawn, reading));
    markup.into_string()
}

fn add(markup: &mut Markup, which: Cells, drawn: &Drawn, reading: &Reading) {
    let mut cell = |class: &str, inside: &dyn Fn(&mut Markup)| {
        markup.element("span", &[("class", class), ("role", "gridcell")], inside);
    };
    let is_section = drawn.row.level == 1;
    let fold = |markup: &mut Markup, is_here: bool| {
        if let Some(is_open) = drawn.is_open.filter(|_| is_here) {
            fold_button(markup, is_open, reading.language);
        }
    };
    if which != Cells::AfterText {
        cell("row-tools", &|markup| fold(markup, is_section));
        cell("row-number", &|markup| number(markup, &drawn.row, reading.language));
    }
    if which == Cells::All {
        cell("row-text", &|markup| {
            fold(markup, !is_section);
            text(markup, drawn, reading);
        });
    }
    if which != Cells::BeforeText {
        cell("row-facts", &|markup| facts(markup, &drawn.content, reading.language));
    }
}

fn text(markup: &mut Markup, drawn: &Drawn, reading: &Reading) {
    let Drawn { row, content, .. } = drawn;
    // Sections are headings for those who go by headings.
    let as_heading = [("lang", "vi"), ("role", "heading"), ("aria-level", "2")];
    let attributes = if row.level == 1 { &as_heading[..] } else { &as_heading[..1] };
    markup.element("span", attributes, |markup| {
        marked(markup, &content.title, &reading.search.find(&content.title));
    });
    if let Some(measure) = row.measure() {
        let href = Route::Indicator(measure.clone()).href();
        let link = [("class", "row-target"), ("href", &href), ("tabindex", "-1"), ("title", &content.target)];
        if content.is_said {
            // Not told twice: a sign leads to the figures.
            markup.text(" ");
            markup.element("a", &link, |markup| {
                markup.icon(Icon::Target);
                markup.words("span", &[("class", "visually-hidden")], &content.target);
            });
        } else {
            markup.text(": ");
            markup.words("a", &link[..3], &content.target);
        }
    }
    if let Some((word, title)) = &drawn.amended {
        markup.text(" ");
        markup.words("small", &[("class", "amended-mark"), ("title", title)], word);
    }
    elsewhere(markup, row, reading);
}

/// A text with the found stretches marked.
fn marked(markup: &mut Markup, text: &str, found: &[std::ops::Range<usize>]) {
    let mut at = 0;
    for range in found {
        markup.text(&text[at..range.start]);
        markup.words("mark", &[], &text[range.clone()]);
        at = range.end;
    }
    markup.text(&text[at..]);
}

/// Where a searched row says what is looked for, if not in its title: the measure's name, the full text.
fn elsewhere(markup: &mut Markup, row: &Row, Reading { programme, search, .. }: &Reading) {
    const BEFORE: usize = 60;
    const LONGEST: usize = 200;
    let Some(line) = programme.line(row.id.as_str()).filter(|_| !search.is_empty()) else { return };
    if !search.find(line.title()).is_empty() {
        return;
    }
    let name = measure_of(programme, row).map(|measure| &measure.name);
    let full = if let Line::Item(item) = line { Some(&item.text) } else { None };
    let found = name.into_iter().chain(full).find_map(|text| {
        let found = search.find(text);
        (!found.is_empty()).then_some((text, found))
    });
    let Some((text, found)) = found else { return };
    let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let start = boundary(found[0].start.saturating_sub(BEFORE));
    let end = boundary(start + LONGEST);
    let within: Vec<_> = found
        .into_iter()
        .take_while(|range| range.end <= end)
        .map(|range| range.start - start..range.end - start)
        .collect();
    markup.element("span", &[("class", "row-note")], |markup| {
        if start > 0 {
            markup.text("… ");
        }
        marked(markup, &text[start..end], &within);
        if end < text.len() {
            markup.text(" …");
        }
    });
}

/// Folds and opens a branch.
pub fn fold_button(markup: &mut Markup, is_open: bool, language: Language) {
    let name = Outline::ItemsInside.text(language);
    let open = if is_open { "true" } else { "false" };
    let attributes =
        [("type", "button"), ("class", "fold"), ("tabindex", "-1"), ("aria-expanded", open), ("aria-label", &name)];
    // Drawn, not turned by style: each turned element is a layer of its own to the browser.
    let sign = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    markup.element("button", &attributes, |markup| markup.icon(sign));
}

/// The number as documents write it, `5.` or `1.1`; with a warning where the document prints another than the order gives.
fn number(markup: &mut Markup, row: &Row, language: Language) {
    let label = &row.label;
    let shown = label.dotted();
    let Some(printed) = label.printed.as_ref().filter(|_| row.is_doubtful) else { return markup.text(&shown) };
    let doubt = Outline::PrintedLabel { printed: printed.clone(), computed: label.computed.clone() };
    let words = doubt.text(language);
    markup.element("span", &[("class", "number-warning"), ("title", &words)], |markup| {
        markup.status_mark(Status::AtRisk);
        markup.text(&format!(" {shown} "));
        markup.words("span", &[("class", "visually-hidden")], &words);
    });
}

fn facts(markup: &mut Markup, content: &Content, language: Language) {
    if !content.lead.is_empty() {
        markup.words("span", &[("class", "fact-lead"), ("title", &content.lead_in_full)], &content.lead);
    }
    if let Some(it) = &content.time {
        time(markup, it);
    }
    if !content.counts.is_empty() {
        markup.words("span", &[], &content.counts);
    }
    match content.verdicts.as_slice() {
        [] => {}
        [one] if !content.target.is_empty() => {
            let words = one.text(language);
            markup.element("span", &[("title", &words)], |markup| {
                markup.status_mark(Status::from(*one));
                markup.words("span", &[("class", "visually-hidden")], &words);
            });
        }
        several => strip(markup, several, language),
    }
}

fn time(markup: &mut Markup, time: &Time) {
    let (class, sign) = match time.tone {
        Tone::Plain => ("", None),
        Tone::Late => ("is-late", Some(Icon::Clock)),
        Tone::Soon => ("is-soon", Some(Icon::Flag)),
        Tone::Done => ("is-done", Some(Icon::Check)),
    };
    markup.element("span", &[("class", class), ("title", &time.in_full)], |markup| {
        if let Some(sign) = sign {
            markup.icon(sign);
        }
        markup.text(" ");
        // That it is done, the tick alone says.
        if time.tone == Tone::Done {
            markup.words("span", &[("aria-hidden", "true")], &time.words);
            markup.words("span", &[("class", "visually-hidden")], &format!(" {}", time.in_full));
        } else {
            markup.words("span", &[], &time.words);
        }
    });
}

/// One small cell a verdict, in the order of the document; its name counts them.
fn strip(markup: &mut Markup, verdicts: &[Verdict], language: Language) {
    let mut counts: Vec<(Verdict, usize)> = Vec::new();
    for verdict in verdicts {
        match counts.iter_mut().find(|(other, _)| other == verdict) {
            Some((_, count)) => *count += 1,
            None => counts.push((*verdict, 1)),
        }
    }
    let name: Vec<String> =
        counts.iter().map(|(verdict, count)| format!("{count} {}", verdict.text(language))).collect();
    let name = name.join(", ");
    let attributes = [("class", "mini-strip"), ("role", "img"), ("aria-label", name.as_str()), ("title", &name)];
    markup.element("span", &attributes, |markup| {
        for verdict in verdicts {
            markup.words("i", &[("data-status", Status::from(*verdict).as_str())], "");
        }
    });
}
