//! From the text of an item to clauses: inline items `(1) …; (2) …`, sentences, parts, remarks in brackets.

use std::ops::Range;

use super::token::{Token, holds, longest, phrase, tokens};

/// How a clause belongs to the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tie {
    #[default]
    None,
    /// `trong đó`
    Part,
    /// In brackets behind a figure.
    Bracket,
}

#[derive(Clone, Debug)]
pub struct Clause {
    /// The number of the inline item it stands in.
    pub item: Option<u32>,
    pub tie: Tie,
    /// The tokens of it, without brackets and without words of time.
    pub tokens: Vec<Token>,
    /// The last year that it names as its time.
    pub year: Option<i32>,
    /// Of which sentence of the text.
    pub sentence: usize,
}

/// What forbids something or says that it is gone.
pub const ZERO: [&str; 13] = [
    "không để xảy ra",
    "không để phát sinh",
    "không để",
    "không còn",
    "không có",
    "không phát sinh",
    "không xảy ra",
    "xóa bỏ",
    "xóa",
    "chấm dứt",
    "không tồn tại",
    "xóa hết",
    "không có trường hợp",
];

/// A bracket that is not closed within so many tokens never is: the search must not grow with the text.
const LONGEST_BRACKET: usize = 400;

/// Splits a text into clauses, in order.
pub fn clauses(text: &str) -> Vec<Clause> {
    let all = tokens(text);
    let (mut found, mut item, mut last) = (Vec::new(), None, 0);
    let (mut start, mut tie, mut sentence) = (0, Tie::None, 0);
    // `trong đó: … ; … ; …`: all that its colon leads in.
    let mut is_list = false;
    let mut at = 0;
    while at <= all.len() {
        if let Some(number) = inline_item(&all, at, last) {
            close(&all, start..at, item, tie, sentence, &mut found);
            (item, last, tie, start) = (Some(number), number, Tie::None, at + 3);
            is_list = false;
            at = start;
            continue;
        }
        let end = at == all.len();
        let token = all.get(at);
        if token.is_some_and(|token| token.is("(")) {
            at = closing(&all, at) + 1;
            continue;
        }
        let is_stop = token.is_some_and(|token| token.is(".") || token.is("?") || token.is("!"))
            && all.get(at + 1).is_none_or(|next| next.is_capital || next.is_number() || !next.is_word());
        let is_part = phrase(&all[at..], "trong đó").is_some();
        let is_zero = at > start && longest(&all[at..], &ZERO).is_some() && all[at - 1].is_one_of(&[",", "và"]);
        if end || is_stop || is_part || is_zero || token.is_some_and(|token| token.is(";")) {
            close(&all, start..at, item, tie, sentence, &mut found);
            is_list = is_list && !is_stop;
            tie = if is_list { Tie::Part } else { Tie::None };
            sentence += usize::from(is_stop);
            start = at + 1;
            if is_part {
                (tie, start) = (Tie::Part, at + 2);
                is_list = all.get(start).is_some_and(|sign| sign.is(":"));
            } else if is_zero {
                start = at;
            }
        }
        at = (at + 1).max(start);
        if end {
            break;
        }
        if is_zero {
            at = start + 1;
        }
    }
    found
}

/// `(7)` that goes on a list, or begins one that goes on.
fn inline_item(all: &[Token], at: usize, last: u32) -> Option<u32> {
    let number = bracketed(all, at)?;
    let goes_on = last > 0 && number == last + 1;
    let begins = || (at + 3..all.len()).take(400).any(|next| bracketed(all, next) == Some(number + 1));
    let stands_alone = at == 0 && last == 0;
    (goes_on || stands_alone || (last == 0 && begins())).then_some(number)
}

fn bracketed(all: &[Token], at: usize) -> Option<u32> {
    let [open, number, close] = all.get(at..at + 3)? else { return None };
    let fits = open.is("(") && close.is(")") && number.is_number() && number.lower.len() <= 2;
    fits.then(|| number.lower.parse().ok())?
}

fn closing(all: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in all.iter().enumerate().skip(open).take(LONGEST_BRACKET) {
        match token.lower.as_str() {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    // Never closed: the bracket is a sign like others.
    open
}

fn close(all: &[Token], range: Range<usize>, item: Option<u32>, tie: Tie, sentence: usize, found: &mut Vec<Clause>) {
    let (mut kept, mut brackets, mut at) = (Vec::new(), Vec::new(), range.start);
    let mut year = None;
    while at < range.end {
        if all[at].is("(") {
            let end = closing(all, at).min(range.end.saturating_sub(1)).max(at);
            let inner = &all[(at + 1).min(end)..end];
            if says_figure(inner) {
                brackets.push(inner.to_vec());
            } else if inner.len() <= 3 && inner.iter().all(|token| !token.is_number()) {
                kept.extend_from_slice(&all[at..=end]);
            }
            at = end + 1;
            continue;
        }
        if let Some((count, named)) = time(&all[at..range.end]) {
            year = named.or(year);
            at += count;
            continue;
        }
        kept.push(all[at].clone());
        at += 1;
    }
    // What is to be by a year holds on to the end of its sentence.
    if year.is_none() {
        year = found.last().filter(|before| before.sentence == sentence).and_then(|before| before.year);
    }
    if kept.iter().any(Token::is_word) {
        found.push(Clause { item, tie, tokens: kept, year, sentence });
    }
    for tokens in brackets {
        let part = phrase(&tokens, "trong đó");
        let (tie, tokens) = part.map_or((Tie::Bracket, &tokens[..]), |count| (Tie::Part, &tokens[count..]));
        let tokens = tokens.to_vec();
        found.push(Clause { item, tie, tokens, year, sentence });
    }
}

/// Brackets that restate a figure or name a part of it.
fn says_figure(inner: &[Token]) -> bool {
    let first =
        inner.first().is_some_and(|first| first.is_one_of(&["giảm", "tăng", "tương", "trong", "khoảng", "bằng"]));
    first && inner.iter().any(Token::is_number) && !holds(inner, &["tuổi", "so với"])
}

/// A phrase of time at the start of some tokens: how many it takes, and its last year.
fn time(rest: &[Token]) -> Option<(usize, Option<i32>)> {
    let lead = longest(
        rest,
        &[
            "đến hết năm",
            "đến cuối năm",
            "đến năm",
            "tới năm",
            "trong năm",
            "vào năm",
            "từ năm",
            "vào cuối năm",
            "hết năm",
            "cuối năm",
            "năm",
            "so với năm",
            "đến hết giai đoạn",
            "trong giai đoạn",
            "giai đoạn",
            "nhiệm kỳ",
            "so với cùng kỳ năm",
            "tính đến năm",
            "từ nay đến năm",
            "từ nay đến hết năm",
            "thời kỳ",
        ],
    )?;
    let year = |at: usize| {
        rest.get(at)
            .filter(|token| token.is_number() && token.lower.len() == 4)
            .and_then(|token| token.lower.parse::<i32>().ok())
    };
    let first = year(lead).filter(|year| (1900..2200).contains(year))?;
    let is_past = rest[0].is("so");
    let mut count = lead + 1;
    let mut named = first;
    if rest.get(count).is_some_and(|sign| sign.is("-") || sign.is("–"))
        && let Some(last) = year(count + 1)
    {
        (named, count) = (last, count + 2);
    }
    count += longest(&rest[count..], &["trở đi"]).unwrap_or(0);
    if rest.get(count).is_some_and(|sign| sign.is(",") || sign.is(":")) {
        count += 1;
    }
    Some((count, (!is_past).then_some(named)))
}
