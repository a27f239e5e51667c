//! Quantities in a clause: comparator, number or range, unit. Years, ages, ordinals and numbers of documents are none.

use super::draft::Comparator;

use super::lead::{Lead, number, steps_on};
use super::reference;
use super::token::{Token, ends_with, longest, phrase};
use super::unit::{SINGLE, unit};
use crate::model::Decimal;

/// A quantity and the tokens that it takes, comparator, change and unit included.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    pub start: usize,
    pub end: usize,
    pub value: Decimal,
    pub high: Option<Decimal>,
    pub comparator: Comparator,
    pub baseline: Option<Decimal>,
    /// Bytes of the unit.
    pub unit: (usize, usize),
    /// A word such as `đạt`, `còn` stands before it, which makes what precedes it the subject.
    pub is_predicate: bool,
    /// `giảm còn`, `giảm … xuống`: a level that was brought down.
    pub is_lowered: bool,
    /// A number that can be read in two ways.
    pub is_ambiguous: bool,
}

/// Words before a number that make it a name, a time or an ordinal.
const ORDINALS: [&str; 37] = [
    "năm",
    "tháng",
    "ngày",
    "quý",
    "số",
    "khóa",
    "kỳ",
    "điều",
    "khoản",
    "điểm",
    "mục",
    "thứ",
    "lần",
    "trang",
    "phụ lục",
    "giờ",
    "lúc",
    "cấp",
    "độ",
    "loại",
    "hạng",
    "bậc",
    "khu vực",
    "tuyến",
    "quốc lộ",
    "đợt",
    "giai đoạn",
    "nhiệm kỳ",
    "bước",
    "vòng",
    "biểu",
    "mẫu",
    "hai số",
    "bảng",
    "hình",
    "quyển",
    "cả",
];
/// Units of time and age: a number of them is a target only where a comparator or a predicate says so.
pub const TIMES: [&str; 6] = ["năm", "tuổi", "tháng", "ngày", "giờ", "phút"];

/// All quantities of a clause, in order and apart.
pub fn quantities(text: &str, all: &[Token]) -> Vec<Quantity> {
    let (mut found, mut at): (Vec<Quantity>, usize) = (Vec::new(), 0);
    while at < all.len() {
        if let Some((_, end)) = reference::symbol(text, all, at) {
            at = end;
            continue;
        }
        let from = found.last().map_or(0, |last| last.end);
        match quantity(all, at, from) {
            Some(quantity) => {
                at = quantity.end;
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

fn quantity(all: &[Token], at: usize, from: usize) -> Option<Quantity> {
    let lead = Lead::before(all, at, from);
    let (value, number_end, is_ambiguous) = number(all, at, lead.comparator.is_some() || lead.changes())?;
    if is_excluded(all, at, number_end, &lead) {
        return None;
    }
    let (mut measured, mut end) = unit(all, number_end);
    if lead.is_from && steps_on(all, end) {
        return None;
    }
    let mut high = None;
    // `6,5 - 7%`, `từ 8,5% đến 9%`
    let to = all.get(end).is_some_and(|sign| sign.is("-") || sign.is("–") || sign.is("đến") || sign.is("tới"));
    if let Some((top, top_end, _)) = number(all, end + 1, false).filter(|(top, ..)| to && *top > value)
        && !is_denominator(all, end + 1)
    {
        (measured, end) = unit(all, top_end);
        high = Some(top);
    }
    let has_unit = measured.1 > measured.0;
    if !has_unit && lead.comparator.is_none() && !lead.is_predicate && !lead.changes() {
        return None;
    }
    let trailing = longest(&all[end..], &["trở lên", "trở xuống"]);
    let is_up = phrase(&all[end..], "trở lên").is_some();
    end += trailing.unwrap_or(0);
    let is_time = all.get(number_end).is_some_and(|token| token.is_one_of(&TIMES));
    if is_time
        && ((all[number_end].is("tuổi") && !all[..lead.start].iter().any(|token| token.is("tuổi")))
            || (lead.comparator.is_none() && !lead.is_predicate && !lead.changes()))
    {
        return None;
    }
    // Without a unit a bare number after `là` or `:` is too little to go by, unless a comparator says more.
    let is_year = all[at].lower.len() == 4 && (1900..2100).contains(&all[at].lower.parse::<i32>().unwrap_or(0));
    if !has_unit && (is_year || lead.comparator.is_none() && !lead.changes()) {
        return None;
    }
    let comparator = match (lead.comparator, high, trailing) {
        _ if lead.is_raised && !lead.is_level => Comparator::IncreaseBy,
        _ if lead.is_lowered && !lead.is_level => Comparator::DecreaseBy,
        (_, Some(_), _) => Comparator::Between,
        (_, _, Some(_)) if is_up => Comparator::AtLeast,
        (_, _, Some(_)) => Comparator::AtMost,
        (Some(comparator), ..) => comparator,
        _ => Comparator::Equal,
    };
    Some(Quantity {
        start: lead.start,
        end,
        value,
        high,
        comparator,
        baseline: lead.baseline,
        unit: measured,
        is_predicate: lead.is_predicate,
        is_lowered: lead.is_lowered,
        is_ambiguous,
    })
}

fn is_denominator(all: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| all[before].is("/"))
}

fn is_excluded(all: &[Token], at: usize, end: usize, lead: &Lead) -> bool {
    let token = &all[at];
    let before = at.checked_sub(1).map(|before| &all[before]);
    let after = all.get(end);
    let touches_before = before.is_some_and(|before| before.end == token.start);
    let touches_after = after.is_some_and(|after| all[end - 1].end == after.start);
    // `D600`, `COVID-19`, `/2025`, `5G`.
    if touches_before
        && before.is_some_and(|before| before.is_word() || before.is("/") || before.is("-") || before.is("–"))
    {
        return true;
    }
    if touches_after && after.is_some_and(|after| after.is_word() && after.is_capital) {
        return true;
    }
    let date = after.is_some_and(|after| after.is("/") || after.is("-"))
        && all.get(end + 1).is_some_and(|next| next.is_number() && !next.lower.contains('.'))
        && touches_after
        && all.get(end + 2).is_some_and(|sign| sign.is("/") || sign.is("-"));
    let day_and_month = after.is_some_and(|after| after.is("/"))
        && all.get(end + 1).is_some_and(|next| {
            next.is_number() && next.lower.len() <= 2 || next.lower.len() == 4 && !next.lower.contains('.')
        });
    if date || day_and_month {
        return true;
    }
    // `(1)`, and labels that were left: `1.`
    if before.is_some_and(|before| before.is("(")) && after.is_some_and(|after| after.is(")")) {
        return true;
    }
    let words_before = &all[..lead.start];
    let percent = after.is_some_and(|after| after.is("%") || after.is("‰"));
    if !percent && ends_with(&all[..at], &ORDINALS).is_some() {
        return true;
    }
    // `2020 - 2025`, `so với 12%`, `bằng 104% so với` is none of these.
    if ends_with(words_before, &["so với", "so", "giai đoạn", "nhiệm kỳ", "thời kỳ"]).is_some()
        || ends_with(&all[..at], &["so với"]).is_some()
    {
        return true;
    }
    let is_year = token.lower.len() == 4 && (1900..2100).contains(&token.lower.parse::<i32>().unwrap_or(0));
    if is_year && !percent && after.is_none_or(|after| !after.is_word() || !after.is_one_of(&SINGLE)) {
        return true;
    }
    // `bác sĩ trên 10.000 dân`, `trẻ dưới 5 tuổi`, and ages in a range.
    let ages = |from: usize| {
        all.get(from..(from + 5).min(all.len())).is_some_and(|next| {
            next.iter()
                .take_while(|token| token.is_number() || token.is_one_of(&["-", "–", "đến", "tuổi"]))
                .any(|token| token.is("tuổi"))
        })
    };
    // Of how old people become, an age is the figure itself.
    let is_life = lead.is_predicate && all[..lead.start].iter().any(|token| token.is("tuổi"));
    if ages(end) && !is_life {
        return true;
    }
    let per = after.is_some_and(|after| after.is_one_of(&["dân", "vạn"]))
        || (before.is_some_and(|before| before.is("trên")) && phrase(&all[end..], "người dân").is_some());
    per && before.is_some_and(|before| before.is("trên"))
}
