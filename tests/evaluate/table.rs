//! The table `cases.txt`: target kind by value kind by before, at, after, missing, gap, late, revised.

use std::collections::{BTreeMap, BTreeSet};

use tiendo::evaluate::Evaluation;
use tiendo::model::Decimal;

use crate::case::{Case, date};

/// The rows of the table: where each stands, its case and what it wants.
pub fn rows() -> impl Iterator<Item = (usize, &'static str, Case, &'static str)> {
    include_str!("cases.txt").lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).map(
        |(at, line)| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [target, kind, options, figures, day, want] = cells[..] else { panic!("line {}: {line}", at + 1) };
            let mut case = Case::new(target, kind, figures, day);
            case.options(options);
            (at + 1, line, case, want)
        },
    )
}

/// `REVIEW=1` prints what each row gives, to be read when rows are added.
#[test]
fn every_row_of_the_table_is_judged_as_written() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for (at, line, case, want) in rows() {
        let evaluation = case.evaluate();
        let got = shown(&evaluation, want);
        if std::env::var_os("REVIEW").is_some() {
            let all = if evaluation.overdue.is_some() { "a e p o" } else { "a e p" };
            println!("{} {}", line.trim_end_matches(want).trim_end(), shown(&evaluation, all));
        }
        count += 1;
        if got != want {
            wrong.push(format!("line {at}: {line}\n    gives {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} rows:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 1000, "only {count} rows");
}

/// The verdict, then the figures that the row asks for: `a` achievement, `e` expected, `p` projection.
fn shown(evaluation: &Evaluation, want: &str) -> String {
    let mut cells = vec![format!("{:?}", evaluation.verdict)];
    let percent = |share: Decimal| (share * Decimal::ONE_HUNDRED).round_dp(1).normalize();
    for word in want.split_whitespace() {
        cells.push(match word.chars().next() {
            Some('a') => format!("a{}", evaluation.achievement.map_or("-".into(), |it| percent(it).to_string())),
            Some('e') => {
                format!("e{}", evaluation.expected.map_or("-".into(), |it| it.round_dp(2).normalize().to_string()))
            }
            Some('p') => match evaluation.projection {
                Some(it) => format!("p{}..{}", it.low.round_dp(1).normalize(), it.high.round_dp(1).normalize()),
                None => "p-".into(),
            },
            Some('o') => format!("o{}", evaluation.overdue.map_or("-".into(), |it| it.to_string())),
            _ => continue,
        });
    }
    cells.join(" ")
}

/// Each kind of target with each kind of value that it can have, in each situation.
#[test]
fn the_table_has_every_target_with_every_value_in_every_situation() {
    const SITUATIONS: [&str; 7] = ["before", "at", "after", "missing", "gap", "late", "revised"];
    // Kinds that do not go together, and stand in the table to show what becomes of them.
    const ODD: [(&str, &str); 4] = [(">=", "text"), ("narrative", "level"), ("<=", "rank"), ("=", "rank")];
    let mut seen: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for (_, line, case, want) in rows() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let word = |text: &'static str| text.split(' ').next().unwrap();
        let figures: Vec<&str> = cells[3].split_whitespace().collect();
        let has_figures = !figures.is_empty() || cells[2].contains("body");
        let is_of = [
            case.as_of < date("2025-12-31"),
            case.as_of == date("2025-12-31"),
            case.as_of > date("2025-12-31"),
            !has_figures,
            figures.iter().rev().skip(1).any(|figure| *figure == "."),
            want.contains(" o2") || case.measure.lag_days > 0,
            !case.measure.revisions.is_empty(),
        ];
        let situations = SITUATIONS.into_iter().zip(is_of).filter_map(|(name, is)| is.then_some(name));
        seen.entry((word(cells[0]), word(cells[1]))).or_default().extend(situations);
    }
    let mut rows = 0;
    for ((target, kind), situations) in seen.iter().filter(|(pair, _)| !ODD.contains(pair)) {
        for situation in SITUATIONS {
            // What is done, and what a person judges, has no number to revise.
            let is_out = situation == "revised" && ["yes", "narrative"].contains(target)
                || situation == "late" && *target == "narrative";
            assert!(is_out || situations.contains(situation), "{target} {kind}: no row {situation}");
        }
        rows += 1;
    }
    assert!(rows >= 50, "{rows} pairs");
}
