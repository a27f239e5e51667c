//! What leads a number in: comparators, words of a level, words of a change; and numbers themselves, in words too.

use super::draft::Comparator;
use super::quantity::TIMES;
use super::token::{Token, ends_with};
use crate::i18n::{Language, Parsed, parse_number};
use crate::model::Decimal;

/// What leads a number in.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says that words of one kind stood there")]
pub struct Lead {
    pub start: usize,
    pub comparator: Option<Comparator>,
    pub is_predicate: bool,
    pub is_raised: bool,
    pub is_lowered: bool,
    /// `còn`, `xuống`, `lên`: a change to a level and not by an amount.
    pub is_level: bool,
    pub baseline: Option<Decimal>,
    /// Behind `từ`.
    pub is_from: bool,
}

impl Lead {
    pub fn changes(&self) -> bool {
        self.is_raised || self.is_lowered
    }

    pub fn before(all: &[Token], at: usize, from: usize) -> Self {
        let mut lead = Self { start: at, ..Self::default() };
        loop {
            let before = &all[from..lead.start];
            let comparator = COMPARATORS.iter().filter(|(words, _)| ends_with(before, &[words]).is_some());
            let comparator = comparator.max_by_key(|(words, _)| words.len());
            if let Some((words, comparator)) = comparator {
                lead.comparator = lead.comparator.or(Some(*comparator));
                lead.start -= words.split(' ').count();
                continue;
            }
            if let Some(count) = ends_with(before, &RAISED) {
                lead.is_raised = true;
                lead.start -= count;
                break;
            }
            if let Some(count) = ends_with(before, &LOWERED) {
                lead.is_lowered = true;
                lead.start -= count;
                break;
            }
            if ends_with(before, &["từ"]).is_some() {
                lead.is_from = true;
                lead.start -= 1;
                continue;
            }
            if let Some(count) = ends_with(before, &LEVELS) {
                lead.is_predicate = true;
                let levels = &before[before.len() - count..];
                lead.is_level = true;
                let is_step = levels.iter().any(|word| word.is_one_of(&["xuống", "lên", "còn", "đến"]));
                lead.start -= count;
                if let Some((start, baseline)) = baseline(all, from, lead.start).filter(|_| is_step) {
                    (lead.start, lead.baseline) = (start, Some(baseline));
                }
                continue;
            }
            break;
        }
        lead
    }
}

/// `từ 23 … xuống 18`: the first is where it stands today.
pub fn steps_on(all: &[Token], end: usize) -> bool {
    let rest = &all[end.min(all.len())..(end + 10).min(all.len())];
    let step = rest.iter().position(|token| token.is_one_of(&["xuống", "lên", "còn"]));
    step.is_some_and(|step| rest[step..].iter().take(4).any(Token::is_number))
}

/// `từ 23 ca sinh/1.000 phụ nữ` before `xuống 18`.
fn baseline(all: &[Token], from: usize, end: usize) -> Option<(usize, Decimal)> {
    let start = (end.saturating_sub(12).max(from)..end).rev().find(|at| all[*at].is("từ"))?;
    let (value, end, _) = number(all, start + 1, false)?;
    let is_time = all.get(end).is_some_and(|token| token.is_one_of(&TIMES));
    (!is_time).then_some((start, value))
}

/// A number at a token and the token behind it; in words only where a comparator stands before it.
pub fn number(all: &[Token], at: usize, in_words: bool) -> Option<(Decimal, usize, bool)> {
    let token = all.get(at)?;
    if token.is_number() {
        return match parse_number(&token.lower, Language::Vietnamese) {
            Parsed::Exact(value) => Some((value, at + 1, false)),
            Parsed::Ambiguous(_, decimal) => Some((decimal, at + 1, true)),
            Parsed::Invalid(_) => None,
        };
    }
    let (value, end) = in_words.then(|| number_word(all, at))??;
    // `một trong các …`, `một số …` count nothing.
    let counts = all
        .get(end)
        .is_some_and(|next| next.is_word() && !next.is_one_of(&["trong", "số", "phần", "cách", "bước", "lần"]));
    counts.then_some((value, end, false))
}

/// `một` to `mười chín`, `hai mươi`, `năm trăm`.
fn number_word(all: &[Token], at: usize) -> Option<(Decimal, usize)> {
    const DIGITS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let digit = |at: usize| {
        let token = all.get(at)?;
        DIGITS.iter().position(|word| token.is(word)).and_then(|place| i64::try_from(place + 1).ok())
    };
    let first = digit(at)?;
    let (mut value, mut end) = (first, at + 1);
    if first == 10 {
        if let Some(ones) = digit(end).filter(|ones| *ones < 10) {
            (value, end) = (10 + ones, end + 1);
        }
    } else if all.get(end).is_some_and(|next| next.is("mươi")) {
        (value, end) = (first * 10, end + 1);
        if let Some(ones) = digit(end).filter(|ones| *ones < 10) {
            (value, end) = (value + ones, end + 1);
        }
    } else if all.get(end).is_some_and(|next| next.is("trăm")) {
        (value, end) = (first * 100, end + 1);
    }
    Some((value.into(), end))
}

const COMPARATORS: [(&str, Comparator); 40] = [
    ("ít nhất", Comparator::AtLeast),
    ("tối thiểu", Comparator::AtLeast),
    ("không dưới", Comparator::AtLeast),
    ("không thấp hơn", Comparator::AtLeast),
    ("không ít hơn", Comparator::AtLeast),
    ("không nhỏ hơn", Comparator::AtLeast),
    ("không kém", Comparator::AtLeast),
    ("≥", Comparator::AtLeast),
    ("> =", Comparator::AtLeast),
    ("trên", Comparator::Greater),
    ("hơn", Comparator::Greater),
    ("vượt", Comparator::Greater),
    ("vượt mức", Comparator::Greater),
    ("vượt trên", Comparator::Greater),
    ("cao hơn", Comparator::Greater),
    ("lớn hơn", Comparator::Greater),
    ("nhiều hơn", Comparator::Greater),
    (">", Comparator::Greater),
    ("không quá", Comparator::AtMost),
    ("không vượt quá", Comparator::AtMost),
    ("không vượt", Comparator::AtMost),
    ("không cao hơn", Comparator::AtMost),
    ("không lớn hơn", Comparator::AtMost),
    ("không nhiều hơn", Comparator::AtMost),
    ("tối đa", Comparator::AtMost),
    ("nhiều nhất", Comparator::AtMost),
    ("≤", Comparator::AtMost),
    ("< =", Comparator::AtMost),
    ("dưới", Comparator::Less),
    ("thấp hơn", Comparator::Less),
    ("ít hơn", Comparator::Less),
    ("nhỏ hơn", Comparator::Less),
    ("<", Comparator::Less),
    ("khoảng", Comparator::About),
    ("xấp xỉ", Comparator::About),
    ("gần", Comparator::About),
    ("ước", Comparator::About),
    ("trên dưới", Comparator::About),
    ("~", Comparator::About),
    ("≈", Comparator::About),
];

/// Words of a level: what stands before them is what the number says something of.
const LEVELS: [&str; 30] = [
    "đạt",
    "đạt được",
    "đạt mức",
    "đạt tỷ lệ",
    "chiếm",
    "chiếm tỷ lệ",
    "chiếm tỷ trọng",
    "bằng",
    "là",
    "còn",
    "xuống",
    "lên",
    "xuống còn",
    "lên đến",
    "lên tới",
    "lên mức",
    "ở mức",
    "mức",
    "ở",
    ":",
    "luôn",
    "đều",
    "phải",
    "được",
    "chỉ còn",
    "hiện còn",
    "đến",
    "là :",
    "ổn định",
    "gấp",
];

const RAISED: [&str; 9] = [
    "tăng",
    "tăng thêm",
    "có thêm",
    "thêm",
    "nâng thêm",
    "tăng trưởng thêm",
    "phát triển thêm",
    "tăng được",
    "tăng bình quân",
];

const LOWERED: [&str; 9] =
    ["giảm", "giảm thêm", "cắt giảm", "kéo giảm", "giảm được", "giảm bớt", "tiết giảm", "giảm bình quân", "rút ngắn"];
