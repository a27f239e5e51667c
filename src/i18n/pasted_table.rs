//! A pasted table of several indicators: which measure each of its lines is about, and which period each column.

use super::deadline::number_of_quarter;
use super::{fold, to_lower};
use crate::document::SortedMap;
use crate::model::{Period, PeriodLength, ValueKind};

/// What a line of a table can name a measure by.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Its label in the document, `(9)`, and the whole reference, `1.2(9)`. Several measures can have the same.
    pub number: String,
    pub reference: String,
    pub name: String,
}

/// What the head of a column says its figures are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    Period(Period),
    /// The first so many months of a year: `9 tháng`.
    Elapsed {
        year: i32,
        months: u8,
    },
    /// No head: the period that is entered now.
    Now,
}

/// Why a line is about no measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmatched {
    Unknown,
    /// So many measures fit.
    Several(usize),
    /// There is such a number, under another name.
    OtherName,
}

/// A table as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastedTable {
    /// The columns of figures, by their place, in order.
    pub columns: Vec<(usize, Heading)>,
    pub lines: Vec<PastedLine>,
}

/// A line below the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedLine {
    /// Its words, as they stand in the table.
    pub label: String,
    /// The place of its measure among the known ones.
    pub found: Result<usize, Unmatched>,
    /// One text a column of figures.
    pub figures: Vec<String>,
}

/// The first lines among which the head is looked for.
const HEAD_WITHIN: usize = 4;
/// Names shorter than this are not looked for inside longer ones.
const LEAST_PART: usize = 8;

/// Reads a table. `year` is meant where a head names none.
pub fn read_table(block: &[Vec<String>], known: &[Named], year: i32) -> PastedTable {
    let names = Names::new(known);
    let is_about_measure = |line: &Vec<String>| line.iter().any(|cell| names.by_name.get(&plain(cell)).is_some());
    let head = block
        .iter()
        .take(HEAD_WITHIN)
        .take_while(|line| !is_about_measure(line))
        .position(|line| line.iter().any(|cell| read_heading(cell, year).is_some()));
    let columns: Vec<(usize, Heading)> = if let Some(head) = head {
        let cells = block[head].iter().enumerate();
        cells.filter_map(|(at, cell)| Some((at, read_heading(cell, year)?))).collect()
    } else {
        // Without periods the last column holds the figures.
        let width = block.iter().map(Vec::len).max().unwrap_or_default();
        width.checked_sub(1).filter(|last| *last > 0).map(|last| (last, Heading::Now)).into_iter().collect()
    };
    let is_figure = |at: usize| columns.iter().any(|(column, _)| *column == at);
    let lines = block.iter().skip(head.map_or(0, |head| head + 1));
    let lines = lines.filter_map(|line| {
        let words = |at: &usize| !is_figure(*at);
        let words: Vec<&str> =
            (0..line.len()).filter(words).map(|at| line[at].trim()).filter(|it| !it.is_empty()).collect();
        let text = |at: usize| line.get(at).map(|text| text.trim().to_owned()).unwrap_or_default();
        let figures: Vec<String> = columns.iter().map(|(at, _)| text(*at)).collect();
        // Headings of groups and empty lines have no figures, and are about no measure.
        (!figures.iter().all(String::is_empty)).then(|| PastedLine {
            label: words.join(" "),
            found: names.find(&words),
            figures,
        })
    });
    let lines = lines.collect();
    PastedTable { columns, lines }
}

/// The period of a measure that a column is about; `None`: its head is of a stretch that this measure has no figure for.
pub fn period_under(heading: Heading, length: PeriodLength, kind: ValueKind, now: Option<Period>) -> Option<Period> {
    match heading {
        Heading::Period(period) => Some(period),
        Heading::Now => now,
        Heading::Elapsed { year, months } => {
            let period = Period::of_year(year, length).find(|period| period.last_month() == months)?;
            // What came in nine months is no figure of September alone.
            (kind != ValueKind::Flow || period.index() == 1).then_some(period)
        }
    }
}

/// `Tháng 9`, `T9/2025`, `Quý III`, `Q3 2025`, `6 tháng đầu năm`, `9 tháng`, `Năm 2025`, `September`, `2025-09`.
pub fn read_heading(text: &str, year: i32) -> Option<Heading> {
    let text = text.trim();
    if text.len() > 48 {
        return None;
    }
    if text.len() > 4
        && let Ok(period) = text.parse()
    {
        return Some(Heading::Period(period));
    }
    let folded = fold(text);
    let parts: Vec<&str> = folded.split([' ', '/', '.', '-', ',', '(', ')']).filter(|part| !part.is_empty()).collect();
    let (parts, year) = match parts.split_last() {
        Some((last, rest)) if last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit()) && !rest.is_empty() => {
            (rest, last.parse().ok()?)
        }
        _ => (&parts[..], year),
    };
    let period = |length, index| Period::new(year, length, index).map(Heading::Period);
    let number = |text: &str| text.parse::<u8>().ok();
    let parts = if let [rest @ .., "nam"] = parts
        && rest.len() > 1
        && rest.first() != Some(&"ca")
    {
        rest
    } else {
        parts
    };
    match parts {
        ["thang", month] => period(PeriodLength::Month, number(month)?),
        ["qui" | "q", quarter] => period(PeriodLength::Quarter, number_of_quarter(quarter)?),
        ["6", "thang", "cuoi"] | ["second", "half"] => period(PeriodLength::HalfYear, 2),
        ["first", "half"] => period(PeriodLength::HalfYear, 1),
        [months, "thang" | "months"] | [months, "thang", "dau"] => {
            Some(Heading::Elapsed { year, months: number(months)? })
        }
        ["nam"] | ["ca", "nam"] | ["full", "year"] => period(PeriodLength::Year, 1),
        [one] => {
            let after = |prefix: &str| one.strip_prefix(prefix);
            if let Some(month) = after("t").and_then(number) {
                return period(PeriodLength::Month, month);
            }
            if let Some(quarter) = after("qui").or_else(|| after("q")).and_then(number_of_quarter) {
                return period(PeriodLength::Quarter, quarter);
            }
            // `9/2025`: the year was taken off.
            if let Some(month) = number(one).filter(|_| folded.contains('/')) {
                return period(PeriodLength::Month, month);
            }
            let month = MONTHS.iter().position(|name| one.len() >= 3 && name.starts_with(one))?;
            period(PeriodLength::Month, u8::try_from(month + 1).ok()?)
        }
        _ => None,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The known measures, to be found again by what a table calls them.
struct Names<'a> {
    known: &'a [Named],
    /// In lower case without marks; each name with the places that bear it.
    folded: Vec<String>,
    by_name: SortedMap<String, Vec<usize>>,
    by_number: SortedMap<String, Vec<usize>>,
}

impl<'a> Names<'a> {
    fn new(known: &'a [Named]) -> Self {
        let mut names = Self { known, folded: Vec::new(), by_name: SortedMap::new(), by_number: SortedMap::new() };
        for (at, one) in known.iter().enumerate() {
            let folded = plain(&one.name);
            add(&mut names.by_name, folded.clone(), at);
            names.folded.push(folded);
            let (number, reference) = (label(&one.number), label(&one.reference));
            if number != reference {
                add(&mut names.by_number, number, at);
            }
            add(&mut names.by_number, reference, at);
        }
        names
    }

    fn find(&self, words: &[&str]) -> Result<usize, Unmatched> {
        let mut numbers: Vec<usize> = Vec::new();
        let mut name = String::new();
        let mut named: Vec<usize> = Vec::new();
        for &cell in words {
            // `(9) Tạo việc làm mới` in one cell.
            let (first, rest) = cell.split_once(' ').unwrap_or((cell, ""));
            if let Some(found) = self.by_number.get(&label(cell)) {
                numbers.clone_from(found);
                continue;
            }
            let cell = match self.by_number.get(&label(first)) {
                Some(found) if !rest.is_empty() => {
                    numbers.clone_from(found);
                    rest
                }
                _ => cell,
            };
            let cell = plain(cell);
            if let Some(found) = self.by_name.get(&cell).filter(|_| named.is_empty()) {
                named = found.clone();
            }
            // The longest text is taken for the name; units and bodies are shorter.
            if cell.len() > name.len() && cell.chars().any(char::is_alphabetic) {
                name = cell;
            }
        }
        if named.is_empty() && name.len() >= LEAST_PART {
            let fits = |folded: &String| {
                folded.contains(&name) || folded.len() >= LEAST_PART && name.contains(folded.as_str())
            };
            named = (0..self.known.len()).filter(|&at| fits(&self.folded[at])).collect();
        }
        match (named.as_slice(), numbers.as_slice()) {
            ([], []) => Err(Unmatched::Unknown),
            ([one], []) => Ok(*one),
            ([], [one]) if name.is_empty() => Ok(*one),
            ([], numbers) if name.is_empty() => Err(Unmatched::Several(numbers.len())),
            ([], _) => Err(Unmatched::OtherName),
            (several, []) => Err(Unmatched::Several(several.len())),
            (named, numbers) => {
                let both: Vec<usize> = named.iter().copied().filter(|at| numbers.contains(at)).collect();
                match (both.as_slice(), named) {
                    // Documents are renumbered, and a name that only one measure bears is plain enough.
                    ([one], _) | ([], [one]) => Ok(*one),
                    ([], several) | (several, _) => Err(Unmatched::Several(several.len())),
                }
            }
        }
    }
}

fn add(map: &mut SortedMap<String, Vec<usize>>, key: String, at: usize) {
    if key.is_empty() {
        return;
    }
    let mut places = map.remove(&key).unwrap_or_default();
    places.push(at);
    map.insert(key, places);
}

/// A name as it is compared: folded, single spaces, without the dash before it and the stop after it.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ").trim_matches(['-', '+', '*', '•', ':', ';', '.', ',', ' ']).to_owned()
}

/// A label as it is compared: `(9)`, `9)` and `9.` are one number.
fn label(text: &str) -> String {
    let text: String = to_lower(text).chars().filter(|letter| !letter.is_whitespace()).collect();
    text.trim_end_matches(['.', ')']).trim_start_matches('(').replace(['(', ')'], "|")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Heading {
        Heading::Period(text.parse().unwrap_or_else(|()| panic!("{text}")))
    }

    #[test]
    fn heads_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("Tháng 9", "2025-09"),
            ("tháng 09/2024", "2024-09"),
            ("T9", "2025-09"),
            ("T12/2024", "2024-12"),
            ("9/2025", "2025-09"),
            ("2025-09", "2025-09"),
            ("Tháng 9 năm 2026", "2026-09"),
            ("Quý III", "2025-Q3"),
            ("Quí 3/2024", "2024-Q3"),
            ("Q3", "2025-Q3"),
            ("Q4 2026", "2026-Q4"),
            ("6 tháng cuối năm", "2025-H2"),
            ("Năm 2024", "2024"),
            ("Cả năm", "2025"),
            ("September 2025", "2025-09"),
            ("Sep", "2025-09"),
            ("First half", "2025-H1"),
        ] {
            assert_eq!(read_heading(text, 2025), Some(period(wanted)), "{text}");
        }
        for (text, year, months) in [("9 tháng", 2025, 9), ("6 tháng đầu năm", 2025, 6), ("9 tháng 2024", 2024, 9)]
        {
            assert_eq!(read_heading(text, 2025), Some(Heading::Elapsed { year, months }), "{text}");
        }
        for text in
            ["", "Chỉ tiêu", "ĐVT", "2025", "7,9", "13/2025", "Tháng", "Quý V", "t", "1.114", "Mục tiêu năm 2025"]
        {
            assert_eq!(read_heading(text, 2025), None, "{text}");
        }
    }

    #[test]
    fn a_stretch_of_months_is_a_period_of_what_runs_on() {
        let nine = Heading::Elapsed { year: 2025, months: 9 };
        let of = |length, kind| period_under(nine, length, kind, None).map(|period| period.to_string());
        assert_eq!(of(PeriodLength::Month, ValueKind::RunningTotal).as_deref(), Some("2025-09"));
        assert_eq!(of(PeriodLength::Quarter, ValueKind::Level).as_deref(), Some("2025-Q3"));
        assert_eq!(of(PeriodLength::Month, ValueKind::Flow), None);
        assert_eq!(of(PeriodLength::HalfYear, ValueKind::Level), None);
        let six = Heading::Elapsed { year: 2025, months: 6 };
        let half = period_under(six, PeriodLength::HalfYear, ValueKind::Flow, None);
        assert_eq!(half.map(|period| period.to_string()).as_deref(), Some("2025-H1"));
    }

    fn known() -> Vec<Named> {
        [
            ("(8)", "1.2(8)", "Lao động có chứng chỉ"),
            ("(9)", "1.2(9)", "Tạo việc làm mới"),
            ("(9)", "1.2(9)b", "Tỷ lệ thất nghiệp đô thị"),
            ("2.5", "2.5", "Tỷ lệ thất nghiệp"),
            ("(10)", "1.2(10)", "Số hộ nghèo giảm"),
            ("(10)", "1.3(10)", "Số hộ nghèo giảm"),
        ]
        .into_iter()
        .map(|(number, reference, name)| Named {
            number: number.to_owned(),
            reference: reference.to_owned(),
            name: name.to_owned(),
        })
        .collect()
    }

    #[test]
    fn lines_find_their_measure_by_name_number_or_both() {
        let known = known();
        let names = Names::new(&known);
        for (words, found) in [
            (&["Tạo việc làm mới"][..], Ok(1)),
            (&["- tao viec lam moi:"], Ok(1)),
            (&["(9) Tạo việc làm mới", "lao động"], Ok(1)),
            (&["9", "Tạo việc làm mới trong năm", "lao động"], Ok(1)),
            (&["(9)"], Err(Unmatched::Several(2))),
            (&["1.2(9)"], Ok(1)),
            (&["8."], Ok(0)),
            (&["(9)", "Tỉ lệ thất nghiệp đô thị"], Ok(2)),
            // A name that another one contains is still its own.
            (&["Tỷ lệ thất nghiệp", "%"], Ok(3)),
            (&["Số hộ nghèo giảm"], Err(Unmatched::Several(2))),
            (&["1.3(10)", "Số hộ nghèo giảm"], Ok(5)),
            (&["(10)", "Số hộ nghèo giảm"], Err(Unmatched::Several(2))),
            (&["(8)", "Thu ngân sách"], Err(Unmatched::OtherName)),
            (&["Thu ngân sách", "tỷ đồng"], Err(Unmatched::Unknown)),
            (&[], Err(Unmatched::Unknown)),
        ] {
            assert_eq!(names.find(words), found, "{words:?}");
        }
    }

    fn block(lines: &[&str]) -> Vec<Vec<String>> {
        lines.iter().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_table_has_a_head_groups_and_columns_of_no_period() {
        let lines = [
            "Báo cáo quý",
            "TT\tChỉ tiêu\tĐVT\tTháng 8\tTháng 9\tGhi chú",
            "II\tVăn hóa – xã hội",
            "(9)\tTạo việc làm mới\tlao động\t10.800\t11.100\tước",
            "\tKhông có ở đây\t%\t1\t",
        ];
        let table = read_table(&block(&lines), &known(), 2025);
        assert_eq!(table.columns, [(3, period("2025-08")), (4, period("2025-09"))]);
        let lines: Vec<_> = table.lines.iter().map(|line| (line.found, line.figures.join("|"))).collect();
        assert_eq!(lines, [(Ok(1), "10.800|11.100".to_owned()), (Err(Unmatched::Unknown), "1|".to_owned())]);
    }

    #[test]
    fn without_a_head_the_last_column_is_this_period() {
        let table = read_table(&block(&["Tạo việc làm mới\t11.100", "2.5\t3,2"]), &known(), 2025);
        assert_eq!(table.columns, [(1, Heading::Now)]);
        let found: Vec<_> = table.lines.iter().map(|line| line.found).collect();
        assert_eq!(found, [Ok(1), Ok(3)]);
        assert_eq!(read_table(&block(&["11.100", "3,2"]), &known(), 2025), PastedTable::default());
    }
}
