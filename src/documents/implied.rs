//! Targets that words say without a quantity: ranks, what must not occur, and all of something.

use super::clause::ZERO;
use super::draft::{Comparator, Heading};
use super::name::{join, joined, trimmed};
use super::quantity::Quantity;
use super::target::Found;
use super::token::{Token, holds, longest};
use crate::i18n::capital;
use crate::model::Decimal;

/// `nhóm 05 địa phương dẫn đầu … về …`, `top 3`, `đứng thứ 5 trở lên`.
pub fn ranks(text: &str, all: &[Token]) -> Vec<Found> {
    let (mut found, mut at): (Vec<(usize, usize, Decimal)>, usize) = (Vec::new(), 0);
    while at < all.len() {
        let lead = longest(
            &all[at..],
            &[
                "nhóm",
                "top",
                "tốp",
                "xếp thứ",
                "đứng thứ",
                "xếp hạng thứ",
                "thứ hạng",
                "vị trí thứ",
                "vị thứ",
                "xếp vị thứ",
            ],
        );
        let number =
            lead.and_then(|count| all.get(at + count).filter(|token| token.is_number() && token.lower.len() <= 3));
        let Some((count, number)) = lead.zip(number) else {
            at += 1;
            continue;
        };
        let rest = &all[(at + count + 1).min(all.len())..];
        let is_group = all[at].is("nhóm");
        let leads =
            holds(&rest[..rest.len().min(12)], &["dẫn đầu", "đứng đầu", "cao nhất", "tốt nhất", "hàng đầu", "đầu"]);
        if let Some(value) = number.lower.parse::<u32>().ok().filter(|_| !is_group || leads) {
            found.push((at, at + count + 1, value.into()));
        }
        at += count + 1;
    }
    let mut measures = Vec::new();
    for (index, (start, end, value)) in found.iter().enumerate() {
        let until = found.get(index + 1).map_or(all.len(), |next| next.0);
        let rest = &all[*end..until];
        let about = (0..rest.len()).find(|at| rest[*at].is("về")).map(|at| at + 1);
        let name = if let Some(about) = about {
            rank_name(text, &rest[about..])
        } else {
            let left = trimmed(all, found.get(index.wrapping_sub(1)).map_or(0, |before| before.1)..*start);
            join(text, &all[left])
        };
        let last = &all[until.max(*end) - 1];
        measures.push(Found {
            name,
            comparator: Comparator::RankTop,
            value: *value,
            high: None,
            unit: "hạng".to_owned(),
            heading: Heading::Lower,
            baseline: None,
            span: (all[*start].start, last.end),
            is_ambiguous: false,
            follows: false,
        });
    }
    measures.retain(|measure| !measure.name.is_empty());
    measures
}

/// An index goes by its abbreviation where one is given.
fn rank_name(text: &str, tokens: &[Token]) -> String {
    let mut end = tokens.len();
    while end > 0 && (tokens[end - 1].is("và") || !tokens[end - 1].is_word() && !tokens[end - 1].is(")")) {
        end -= 1;
    }
    let open = tokens[..end].iter().position(|token| token.is("("));
    if let Some(open) = open {
        let close = tokens[open..end].iter().position(|token| token.is(")")).map_or(end, |close| open + close);
        let short = join(text, &tokens[open + 1..close]);
        if !short.is_empty() && short.chars().any(char::is_uppercase) {
            return format!("Xếp hạng {short}");
        }
    }
    join(text, &tokens[..end])
}

/// What must not be or occur: one measure for each thing named.
pub fn zeros(text: &str, all: &[Token]) -> Vec<Found> {
    let openings = [
        "phấn đấu",
        "thành phố",
        "tỉnh",
        "huyện",
        "xã",
        "địa phương",
        "cơ bản",
        "và",
        ",",
        "bảo đảm",
        "đảm bảo",
        "tiếp tục",
        "toàn",
        "quận",
        "phường",
        "trên",
        "địa bàn",
    ];
    let mut at = 0;
    while let Some(count) = longest(&all[at..], &openings) {
        at += count;
    }
    let Some(count) = longest(&all[at..], &ZERO) else { return Vec::new() };
    let thing = &all[at + count..];
    let skip =
        thing.iter().take_while(|token| token.is_one_of(&["các", "những", "bất", "kỳ", "tình", "trạng"])).count();
    let thing = &thing[skip..];
    split_list(text, thing)
        .into_iter()
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, first)| {
            let counted = ["hộ", "vụ", "xã", "thôn", "trường", "ca", "người"];
            Found {
                name: capital(&name),
                comparator: Comparator::Zero,
                value: Decimal::ZERO,
                high: None,
                unit: thing
                    .first()
                    .filter(|token| token.is_one_of(&counted))
                    .map_or_else(String::new, |token| token.lower.clone()),
                heading: Heading::Lower,
                baseline: None,
                span: (all[at].start, first),
                is_ambiguous: false,
                follows: false,
            }
        })
        .collect()
}

/// `hộ nghèo, hộ cận nghèo theo chuẩn quốc gia`: things that begin with one word, and share the ending of the last.
pub fn split_list(text: &str, tokens: &[Token]) -> Vec<(String, usize)> {
    let Some(head) = tokens.first() else { return Vec::new() };
    let starts: Vec<usize> = (0..tokens.len())
        .filter(|at| {
            *at == 0 || (tokens[*at].lower == head.lower && (tokens[at - 1].is(",") || tokens[at - 1].is("và")))
        })
        .collect();
    let end_of = |index: usize| starts.get(index + 1).map_or(tokens.len(), |next| next - 1);
    let last = *starts.last().unwrap_or(&0);
    let shared = (last + 1..tokens.len())
        .find(|at| longest(&tokens[*at..], &["theo", "do", "trên địa bàn", "trong", "vì"]).is_some());
    let mut parts = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = end_of(index);
        let mut name = joined(text, &tokens[*start..end]);
        if let Some(shared) = shared.filter(|_| index + 1 < starts.len())
            && !name.ends_with(&joined(text, &tokens[shared + 1..]))
        {
            name = format!("{name} {}", joined(text, &tokens[shared..]));
        }
        parts.push((name, tokens.get(end.max(1) - 1).map_or(0, |token| token.end)));
    }
    parts
}

const ALL_OF: [&str; 3] = ["toàn bộ", "tất cả", "toàn bộ các"];

/// `Toàn bộ …` is 100 %.
pub fn whole(text: &str, all: &[Token]) -> Option<Found> {
    let start = trimmed_start(all);
    let count = longest(&all[start..], &ALL_OF)?;
    Some(hundred(text, all, start, start + count, all.len()))
}

fn trimmed_start(all: &[Token]) -> usize {
    let mut at = 0;
    while let Some(count) = longest(&all[at..], &["phấn đấu", "bảo đảm", "đảm bảo", "đạt", ",", "và"])
    {
        at += count;
    }
    at
}

/// `Toàn bộ …` before a first quantity that says something else of them.
pub fn whole_before(text: &str, all: &[Token], found: &[Quantity], measures: &mut Vec<Found>) -> usize {
    let start = trimmed_start(all);
    let (Some(count), Some(first)) = (longest(&all[start..], &ALL_OF), found.first()) else { return 0 };
    let named = start + count..first.start;
    if named.len() < 2 {
        return 0;
    }
    measures.push(hundred(text, all, start, named.start, named.end));
    start + count
}

fn hundred(text: &str, all: &[Token], start: usize, from: usize, to: usize) -> Found {
    Found {
        name: join(text, &all[trimmed(all, from..to)]),
        comparator: Comparator::Equal,
        value: Decimal::ONE_HUNDRED,
        high: None,
        unit: "%".to_owned(),
        heading: Heading::Higher,
        baseline: None,
        span: (all[start].start, all[to - 1].end),
        is_ambiguous: false,
        follows: false,
    }
}
