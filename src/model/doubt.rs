//! Printed numbers that break the order of their list. Another form of the same number breaks nothing, and a slip of the
//! pen that shifts all numbers after it is told where it happens.

use super::ordinal::{place_of_letter, roman_number};
use super::{Label, Line, NumberedLine};

/// A printed number as far as order goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ordinal {
    form: Form,
    number: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Digits,
    Roman,
    Letter,
}

/// The line before among its neighbours: its number, how far off that is, and what stood before the last dot.
#[derive(Clone, Debug, Default)]
struct Before {
    ordinal: Option<Ordinal>,
    off: i64,
    prefix: Option<String>,
    shown: String,
}

impl Label {
    /// The printed number is another one than the order gives, and not the same in another form.
    pub fn is_out_of_order(&self) -> bool {
        let Some(printed) = &self.printed else { return false };
        let is_other = |(one, other)| one != other;
        number_in(printed).zip(number_in(&self.computed)).is_some_and(is_other)
            || prefix_of(printed).zip(prefix_of(&self.computed)).is_some_and(|(one, other)| one != other)
    }
}

/// For each line of an outline whether its printed number is to be checked.
pub fn doubts(lines: &[NumberedLine]) -> Vec<bool> {
    let mut before: Vec<Before> = Vec::new();
    // The last number at each depth, wherever it stands.
    let mut last_numbers: Vec<i64> = Vec::new();
    let doubt = |line: &NumberedLine| {
        // A measure shares its item's number.
        if matches!(line.line, Line::Measure(_)) {
            return false;
        }
        before.resize(line.depth + 1, Before::default());
        let (computed, shown) = (ordinal(&line.label.computed), ordinal(line.label.shown()));
        let (Some(computed), Some(shown)) = (computed, shown) else { return false };
        let off = shown.number - computed.number;
        let prefix = line.label.printed.as_deref().and_then(prefix_of).map(str::to_owned);
        let above = line.depth.checked_sub(1).and_then(|depth| before.get(depth));
        // Below `IV` any `1.1` may stand.
        let above =
            above.map(|above| above.shown.clone()).filter(|above| above.ends_with(|end: char| end.is_ascii_digit()));
        let Some(last) = before.last_mut() else { return false };
        last_numbers.resize(last_numbers.len().max(line.depth + 1), 0);
        let goes_on = last.ordinal.is_none() && shown.number == last_numbers[line.depth] + 1;
        last_numbers[line.depth] = shown.number;
        // The numbers before it can stand within the line above: `1.1. …: (1) …;`.
        let is_within = last.ordinal.is_none() && line.label.shown().starts_with('(');
        // A list that begins anew, goes on from that of another line or in another form, has an order of its own.
        let begins_anew =
            last.ordinal.is_some_and(|last| last.form != shown.form || (shown.number == 1 && last.number > 1));
        let is_new = goes_on || is_within || begins_anew;
        let is_strange = above.is_some() && prefix.is_some() && prefix != above && prefix != last.prefix;
        let is_doubtful = line.label.printed.is_some() && ((off != last.off && !is_new) || is_strange);
        *last =
            Before { ordinal: Some(shown), off, prefix, shown: line.label.shown().trim_end_matches('.').to_owned() };
        is_doubtful
    };
    lines.iter().map(doubt).collect()
}

/// `3` of `3.2`.
fn prefix_of(label: &str) -> Option<&str> {
    let (prefix, last) = label.trim_end_matches('.').rsplit_once('.')?;
    last.starts_with(|letter: char| letter.is_ascii_digit()).then_some(prefix)
}

/// The last number of a label, whatever its form.
pub fn number_in(label: &str) -> Option<i64> {
    ordinal(label).map(|ordinal| ordinal.number)
}

/// The last number of a label: `2` of `1.2` and `Chỉ tiêu 2:`, `3` of `c)`, `IV` as 4. A dash has none.
fn ordinal(label: &str) -> Option<Ordinal> {
    let digits = label.rsplit(|letter: char| !letter.is_ascii_digit()).find(|part| !part.is_empty());
    if let Some(digits) = digits {
        return Some(Ordinal { form: Form::Digits, number: digits.parse().ok()? });
    }
    let word = label.rsplit(|letter: char| !letter.is_alphanumeric()).find(|part| !part.is_empty())?;
    // `i)` is a letter.
    let capitals = Some(word).filter(|word| word.chars().all(char::is_uppercase));
    if let Some(number) = capitals.and_then(roman_number) {
        return Some(Ordinal { form: Form::Roman, number: number.into() });
    }
    place_of_letter(word).map(|number| Ordinal { form: Form::Letter, number: number.into() })
}
