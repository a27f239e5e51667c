//! Deadlines and cycles of reports, in all the forms they are written in.

use super::token::{Token, ends_with, holds, longest, tokens};
use crate::i18n::read_deadline;
use crate::model::{Cycle, Date, Deadline, Period, PeriodLength, roman_number};

/// What leads a deadline in; without it a date in prose is that of a document or of an event.
const CUES: [&str; 22] = [
    "trước ngày",
    "trước",
    "chậm nhất ngày",
    "chậm nhất",
    "chậm nhất vào",
    "hoàn thành ngày",
    "hoàn thành",
    "xong",
    "trong",
    "trong tháng",
    "đến hết",
    "đến ngày",
    "hết",
    "thời hạn",
    "hạn",
    "vào",
    "ngày hoàn thành",
    "hạn chót",
    "quá ngày",
    "từ nay đến",
    "hoàn thành trong",
    "muộn nhất",
];

/// The last day that the words of a table's cell or of a field `Thời gian` say.
pub fn of_field(text: &str, year: Option<i32>) -> Option<Date> {
    let all = tokens(text);
    let (mut last, mut at) = (None, 0);
    while at < all.len() {
        let found = day(&all, at, year);
        last = last.max(found.map(|(date, _)| date));
        at = found.map_or(at + 1, |(_, end)| end);
    }
    last.or_else(|| match all.as_slice() {
        [only] if only.is_number() => end_of(only.lower.parse().ok()?, PeriodLength::Year, 1),
        _ => None,
    })
}

/// The deadline of a statement in prose: the last one that a cue leads in.
pub fn of_prose(text: &str, year: Option<i32>) -> Option<Date> {
    let all = tokens(text);
    let led_in = (0..all.len()).filter(|at| {
        let bracketed = at.checked_sub(1).is_some_and(|before| all[before].is("("));
        ends_with(&all[..*at], &CUES).is_some() || bracketed
    });
    // `hằng năm` sets a day of every year, which is a cycle.
    let dates = led_in.filter_map(|at| day(&all, at, year).filter(|(_, end)| !begins_yearly(&all[*end..])));
    dates.map(|(date, _)| date).max()
}

/// A deadline that is no day, in brackets of its own: `(thường xuyên)`, `(hằng quý)`.
pub fn in_brackets(text: &str) -> Option<String> {
    let inner = text.split('(').skip(1).filter_map(|rest| rest.split_once(')').map(|(inner, _)| inner.trim()));
    let is_one = |inner: &&str| matches!(read_deadline(inner, 0), Some(Deadline::None | Deadline::Every(_)));
    inner.filter(is_one).last().map(str::to_owned)
}

fn begins_yearly(rest: &[Token]) -> bool {
    longest(rest, &["hằng", "hàng"]).is_some()
}

/// A day, or the last day of a month, quarter or year, that begins at a token; and the token behind it.
fn day(all: &[Token], at: usize, year: Option<i32>) -> Option<(Date, usize)> {
    let number =
        |at: usize| all.get(at).filter(|token| token.is_number()).and_then(|token| token.lower.parse::<i32>().ok());
    let is = |at: usize, word: &str| all.get(at).is_some_and(|token| token.is(word));
    let sign = |at: usize| is(at, "/") || is(at, "-") || is(at, "–");
    // The year behind `at`: `/2025`, `-2025`, `năm 2025`, `2025`.
    let behind = |at: usize| -> (Option<i32>, usize) {
        let lead = usize::from(sign(at)) + usize::from(is(at, "năm"));
        match number(at + lead).filter(|year| (1900..2200).contains(year)) {
            Some(year) => (Some(year), at + lead + 1),
            None => (year, at),
        }
    };
    let start = at + usize::from(is(at, "ngày"));
    if let Some(first) = number(start).and_then(|day| u8::try_from(day).ok()) {
        // `30/6/2025`, `30-6-2025`, `30/6`, `20 tháng 6 năm 2025`.
        if (sign(start + 1) || is(start + 1, "tháng")) && number(start + 2).is_some() {
            let month = number(start + 2).and_then(|month| u8::try_from(month).ok())?;
            let (year, end) = behind(start + 3);
            return Some((Date::new(year?, month, first)?, end));
        }
        return None;
    }
    if let Some(token) = all.get(at).filter(|token| token.is_number()) {
        let (day, month) = token.lower.split_once('.')?;
        let (month, year) = month.split_once('.')?;
        return Some((Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?, at + 1));
    }
    if is(at, "tháng") {
        let month = u8::try_from(number(at + 1)?).ok()?;
        let (year, end) = behind(at + 2);
        return Some((end_of(year?, PeriodLength::Month, month)?, end));
    }
    if is(at, "quý") {
        let quarter = number(at + 1)
            .or_else(|| roman_number(&all.get(at + 1)?.lower).and_then(|quarter| i32::try_from(quarter).ok()))?;
        let (year, end) = behind(at + 2);
        return Some((end_of(year?, PeriodLength::Quarter, u8::try_from(quarter).ok()?)?, end));
    }
    if is(at, "năm") {
        return Some((
            end_of(number(at + 1).filter(|year| (1900..2200).contains(year))?, PeriodLength::Year, 1)?,
            at + 2,
        ));
    }
    None
}

fn end_of(year: i32, length: PeriodLength, index: u8) -> Option<Date> {
    (1900..2200).contains(&year).then(|| Period::new(year, length, index).map(Period::calendar_end))?
}

/// The cycles in which a statement asks for reports. A sentence that speaks of no report sets none.
pub fn cycles(text: &str) -> Vec<Cycle> {
    let all = tokens(text);
    let mut found: Vec<Cycle> = Vec::new();
    for sentence in all.split(|token| token.is(".")) {
        if !holds(sentence, &["báo cáo", "định kỳ", "sơ kết", "tổng kết", "giao ban", "thông tin"]) {
            continue;
        }
        let (mut in_list, mut at) = (false, 0);
        while at < sentence.len() {
            let rest = &sentence[at..];
            let lead = longest(rest, &["hằng", "hàng", "định kỳ hằng", "định kỳ hàng", "định kỳ", "mỗi", "từng"]);
            let word = lead.unwrap_or(0);
            let cycle = cycle(&rest[word..], in_list || lead.is_some());
            in_list = cycle.is_some() || in_list && rest[0].is_one_of(&[",", "và", "("]);
            at += word + cycle.map_or(usize::from(word == 0), |(_, count)| count);
            if let Some((cycle, _)) = cycle.filter(|(cycle, _)| !found.contains(cycle)) {
                found.push(cycle);
            }
        }
    }
    found.sort_by_key(|cycle| *cycle as u8);
    found
}

/// A cycle at the start of some tokens, and how many it takes.
fn cycle(rest: &[Token], in_list: bool) -> Option<(Cycle, usize)> {
    if let Some(count) = longest(rest, &["đột xuất"]) {
        return Some((Cycle::OnDemand, count));
    }
    if let Some(count) = longest(rest, &["6 tháng", "06 tháng", "sáu tháng"]) {
        return Some((Cycle::HalfYear, count));
    }
    if let Some(count) = longest(rest, &["9 tháng", "09 tháng", "chín tháng"]) {
        return Some((Cycle::NineMonths, count));
    }
    let first = rest.first().filter(|_| in_list)?;
    // `tháng 6`, `quý IV`, `năm 2025` are times, not cycles.
    let is_time =
        rest.get(1).is_some_and(|next| next.is_number() || (next.is_capital && roman_number(&next.lower).is_some()));
    let cycle = match first.lower.as_str() {
        _ if is_time => return None,
        "tháng" => Cycle::Month,
        "quý" => Cycle::Quarter,
        "năm" => Cycle::Year,
        _ => return None,
    };
    Some((cycle, 1))
}
