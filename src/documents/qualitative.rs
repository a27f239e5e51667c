//! Goals in words: a direction, a level to keep, a rating, or simply something to be done.

use super::clause::{Clause, Tie};
use super::draft::Trend;
use super::implied::split_list;
use super::name::{join, joined};
use super::token::{Token, holds, longest};

const UP: [&str; 14] = [
    "nâng cao",
    "nâng",
    "tăng cường",
    "tăng",
    "cải thiện",
    "mở rộng",
    "phát triển",
    "đẩy mạnh",
    "phát huy",
    "thúc đẩy",
    "nâng dần",
    "nâng chất",
    "nâng chất lượng",
    "củng cố",
];
const DOWN: [&str; 11] = [
    "kéo giảm",
    "giảm",
    "kiềm chế",
    "hạn chế",
    "giảm dần",
    "rút ngắn",
    "cắt giảm",
    "đẩy lùi",
    "thu hẹp",
    "ngăn chặn",
    "giảm thiểu",
];
const KEEP: [&str; 6] = ["giữ vững", "duy trì", "ổn định", "giữ", "bảo vệ vững chắc", "giữ gìn"];
const OPENINGS: [&str; 6] = ["phấn đấu", "tiếp tục", "công tác", ",", "và", "tập trung"];
/// Verbs that share `tỷ lệ` in `tỷ lệ điều tra và giải quyết …`.
const HANDLING: [&str; 6] = ["giải quyết", "xử lý", "thu hồi", "khắc phục", "hoàn thành", "thực hiện"];

/// Goals in a clause without a figure, with the bytes of each.
pub fn goals(text: &str, clause: &Clause) -> Vec<(String, Trend, (usize, usize))> {
    let leads_in = clause.tokens.last().is_some_and(|last| last.is(":"));
    if leads_in || clause.tie == Tie::Bracket || holds(&clause.tokens, &["có thể", "trường hợp"]) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for part in parts(&clause.tokens) {
        let trend = trend(part);
        for (words, end) in things(text, part) {
            if words.split(' ').count() >= 3 {
                found.push((words, trend, (part[0].start, end)));
            }
        }
    }
    found
}

/// Splits before each verb of direction that begins another goal, and at a second predicate of rating.
fn parts(all: &[Token]) -> Vec<&[Token]> {
    let (mut found, mut start) = (Vec::new(), 0);
    for at in 1..all.len() {
        let joins = all[at - 1].is(",") || all[at - 1].is("và");
        let is_verb = longest(&all[at..], &UP).or(longest(&all[at..], &DOWN)).or(longest(&all[at..], &KEEP)).is_some();
        let rated_twice = all[at].is("được")
            && holds(&all[start..at], &["xếp loại", "đánh giá"])
            && holds(&all[at..], &["xếp loại", "đánh giá"]);
        // `kiềm chế, kéo giảm số vụ` is one goal with two verbs; so is any pair of verbs with one thing.
        let has_thing = at > start + 4;
        let capital = all[at].is_capital;
        if joins && has_thing && ((is_verb && !capital && !is_noun_before(all, at)) || rated_twice) {
            found.push(&all[start..at - 1]);
            start = at;
        }
    }
    found.push(&all[start..]);
    found.retain(|part| part.iter().any(Token::is_word));
    found
}

/// `công tác giữ vững …, củng cố`: verbs behind a noun belong to it.
fn is_noun_before(all: &[Token], at: usize) -> bool {
    at >= 3 && all[at - 2].is_one_of(&["xây", "dựng"])
}

pub fn trend(part: &[Token]) -> Trend {
    let mut at = 0;
    while let Some(count) = longest(&part[at..], &OPENINGS) {
        at += count;
    }
    let own = &part[at..];
    if holds(own, &["xếp loại", "xếp hạng", "đánh giá"])
        && holds(own, &["xuất sắc", "tốt", "hoàn thành", "khá", "vững mạnh", "tiên tiến"])
    {
        Trend::Rating
    } else if longest(own, &DOWN).is_some() {
        Trend::Down
    } else if longest(own, &KEEP).is_some() {
        Trend::Maintain
    } else if longest(own, &UP).is_some() {
        Trend::Up
    } else {
        Trend::Words
    }
}

/// One goal for each thing that a verb of direction governs, where they begin alike or are handled alike.
fn things(text: &str, part: &[Token]) -> Vec<(String, usize)> {
    let end = part.last().map_or(0, |last| last.end);
    let whole = || vec![(join(text, part), end)];
    let verb = longest(part, &UP).or(longest(part, &DOWN));
    let Some(verb) = verb else { return whole() };
    let lead = join(text, &part[..verb]);
    let rest = &part[verb..];
    if let Some(head) = rest.first().filter(|head| head.is("số")) {
        let list = split_list(text, rest);
        if list.len() > 1 && head.is("số") {
            return list.into_iter().map(|(thing, end)| (format!("{lead} {thing}"), end)).collect();
        }
    }
    let shared = longest(rest, &["tỷ lệ"]);
    let handled = shared
        .and_then(|_| (2..rest.len()).find(|at| rest[at - 1].is("và") && longest(&rest[*at..], &HANDLING).is_some()));
    if let (Some(shared), Some(at)) = (shared, handled) {
        let first = join(text, &part[..verb + at - 1]);
        let second = format!("{lead} {} {}", joined(text, &rest[..shared]), joined(text, &rest[at..]));
        return vec![(first, rest[at - 1].start), (second, end)];
    }
    whole()
}
