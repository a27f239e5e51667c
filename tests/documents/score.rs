//! How well a draft meets an expectation: pairs by likeness, as an office would say "that is the one meant".

use std::collections::BTreeSet;

use serde_json::Value as Json;
use tiendo::documents::{Draft, EntryKind, MeasureDraft};
use tiendo::i18n::fold;

/// Of one kind: how many were expected, found, and given.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Score {
    pub expected: usize,
    pub found: usize,
    pub given: usize,
}

impl Score {
    pub fn f1(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "counts of a page")]
        let (expected, found, given) = (self.expected as f64, self.found as f64, self.given as f64);
        if expected + given == 0.0 { 1.0 } else { 2.0 * found / (expected + given) }
    }

    pub fn is_perfect(self) -> bool {
        self.expected == self.found && self.found == self.given
    }
}

#[derive(Debug)]
pub struct Scores {
    pub measures: Score,
    pub tasks: Score,
    pub solutions: Score,
    pub assignments: Score,
    pub qualitative: Score,
    pub references: Score,
    /// What was missed and what is too much, in words.
    pub misses: Vec<String>,
}

pub fn score(expected: &Json, draft: &Draft) -> Scores {
    let mut misses = Vec::new();
    let of = |kind: EntryKind| draft.entries.iter().filter(move |entry| entry.kind == kind);
    let list = |name: &str| expected[name].as_array().cloned().unwrap_or_default();
    let passages = |kind| of(kind).map(|entry| vec![entry.title.clone(), entry.text.clone()]).collect::<Vec<_>>();
    let bodies: Vec<Vec<String>> = of(EntryKind::Assignment).map(|entry| entry.work.lead.clone()).collect();
    let goals: Vec<Vec<String>> = draft.qualitative.iter().map(|goal| vec![goal.text.clone()]).collect();
    let named: Vec<Json> = list("qualitative").into_iter().filter(|goal| !wanted(goal).is_empty()).collect();
    let references: BTreeSet<String> = draft.references.iter().map(|reference| fold(reference)).collect();
    let cited: Vec<String> = list("references")
        .iter()
        .filter_map(Json::as_str)
        .map(fold)
        .filter(|cited| references.contains(cited))
        .collect();
    Scores {
        measures: pairs("measure", &list("targets"), &draft.measures, measure, &mut misses),
        tasks: pairs("task", &list("tasks"), &passages(EntryKind::Task), passage, &mut misses),
        solutions: pairs("solution", &list("solutions"), &passages(EntryKind::Solution), passage, &mut misses),
        assignments: pairs("assignment", &list("assignments"), &bodies, body, &mut misses),
        qualitative: pairs("goal in words", &named, &goals, passage, &mut misses),
        references: Score { expected: list("references").len(), found: cited.len(), given: references.len() },
        misses,
    }
}

fn pairs<T: std::fmt::Debug>(
    kind: &str,
    expected: &[Json],
    given: &[T],
    like: fn(&Json, &T) -> f64,
    misses: &mut Vec<String>,
) -> Score {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (e, want) in expected.iter().enumerate() {
        candidates.extend(given.iter().enumerate().map(|(g, got)| (like(want, got), e, g)).filter(|pair| pair.0 > 0.0));
    }
    candidates.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut taken, mut used) = (BTreeSet::new(), BTreeSet::new());
    for (_, e, g) in candidates {
        if !taken.contains(&e) && !used.contains(&g) {
            taken.insert(e);
            used.insert(g);
        }
    }
    let missed = expected.iter().enumerate().filter(|(at, _)| !taken.contains(at));
    misses.extend(missed.map(|(_, want)| format!("missed {kind} {want}")));
    let extra = given.iter().enumerate().filter(|(at, _)| !used.contains(at));
    misses.extend(extra.map(|(_, got)| format!("extra {kind} {got:?}")));
    Score { expected: expected.len(), found: taken.len(), given: given.len() }
}

/// Value, range and comparator must agree; unit and name must be like.
fn measure(want: &Json, got: &MeasureDraft) -> f64 {
    let number = |value: Option<tiendo::model::Decimal>| value.map(|value| value.to_string().parse::<f64>().unwrap());
    let same = |want: &Json, got: Option<f64>| match (want.as_f64(), got) {
        (Some(want), Some(got)) => (want - got).abs() < 1e-9,
        (want, got) => want.is_none() && got.is_none(),
    };
    let agrees = same(&want["value"], number(Some(got.value)))
        && (want["value2"].is_null() || same(&want["value2"], number(got.high)))
        && want["comparator"] == got.comparator.word()
        && (want["year"].is_null() || want["year"].as_i64() == got.year.map(i64::from))
        && (want["baseline"].is_null() || same(&want["baseline"], number(got.baseline)));
    let name = dice(want["name"].as_str().unwrap_or_default(), &got.name);
    if agrees && same_unit(want["unit"].as_str().unwrap_or_default(), &got.unit) && name >= 0.5 { name } else { 0.0 }
}

fn wanted(want: &Json) -> &str {
    ["starts_with", "title", "summary", "name", "text"].iter().find_map(|key| want[*key].as_str()).unwrap_or_default()
}

#[expect(clippy::ptr_arg, reason = "one of several kinds of what was given")]
fn passage(want: &Json, got: &Vec<String>) -> f64 {
    let want = wanted(want);
    let best = got.iter().map(|text| opening(want, text).max(dice(want, text))).fold(0.0, f64::max);
    if best >= 0.6 { best } else { 0.0 }
}

#[expect(clippy::ptr_arg, reason = "one of several kinds of what was given")]
fn body(want: &Json, got: &Vec<String>) -> f64 {
    let wanted: Vec<&str> = match want["bodies"].as_array() {
        Some(bodies) => bodies.iter().filter_map(Json::as_str).collect(),
        None => want["body"].as_str().into_iter().collect(),
    };
    let hits = wanted.iter().filter(|want| got.iter().any(|got| dice(want, got) >= 0.6)).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of a line")]
    let share = hits as f64 / wanted.len().max(got.len()).max(1) as f64;
    share
}

fn plain(text: &str) -> String {
    let folded = fold(text).replace('²', "2");
    let kept =
        folded.chars().map(|letter| if letter.is_alphanumeric() || "%/".contains(letter) { letter } else { ' ' });
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same_unit(one: &str, other: &str) -> bool {
    let unit = |text: &str| {
        plain(text)
            .replace("do la my", "usd")
            .replace("usd usd", "usd")
            .replace(' ', "")
            .replace("%/grdp", "%grdp")
            .replace("diem%", "%")
    };
    let (one, other) = (unit(one), unit(other));
    one == other || (!one.is_empty() && !other.is_empty() && (one.starts_with(&other) || other.starts_with(&one)))
}

#[expect(clippy::cast_precision_loss, reason = "counts of a line")]
fn dice(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> BTreeSet<String> {
        let small = ["ty", "le", "so", "cua", "va", "cac", "la", "dat"];
        plain(text).split(' ').filter(|word| !word.is_empty() && !small.contains(word)).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    2.0 * one.intersection(&other).count() as f64 / (one.len() + other.len()).max(1) as f64
}

/// How much of the shorter text's first words stands among the other's first.
#[expect(clippy::cast_precision_loss, reason = "counts of a line")]
fn opening(one: &str, other: &str) -> f64 {
    let words = |text: &str| plain(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (mut one, mut other) = (words(one), words(other));
    if one.len() > other.len() {
        std::mem::swap(&mut one, &mut other);
    }
    if one.len() < 3 {
        return 0.0;
    }
    let first: BTreeSet<&String> = one.iter().take(12).collect();
    let among: BTreeSet<&String> = other.iter().take(20).collect();
    first.intersection(&among).count() as f64 / first.len() as f64
}
