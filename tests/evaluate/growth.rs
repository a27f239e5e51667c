//! The second method against published results, where they are at hand, and against cases worked by hand.

use std::path::Path;

use tiendo::evaluate::{GrowthInput, GrowthStatus, compound_growth};
use tiendo::model::Direction;

fn series(base: f64, current: f64, years: f64, target: Option<f64>, limit: Option<f64>) -> GrowthInput {
    GrowthInput {
        base,
        base_year: 2015.0,
        current,
        current_year: 2015.0 + years,
        target: target.map(|value| (value, 2030.0)),
        limit,
        direction: Direction::Higher,
    }
}

/// A published or reckoned result.
struct Row {
    input: GrowthInput,
    progress: Option<f64>,
    status: GrowthStatus,
    score: Option<f64>,
}

impl Row {
    /// To the ninth digit, and the same status.
    fn is_right(&self) -> bool {
        let got = compound_growth(&self.input);
        let is_near = |got: Option<f64>, want: Option<f64>| match (got, want) {
            (Some(got), Some(want)) => (got - want).abs() < 1e-9,
            (got, want) => got == want,
        };
        got.status == self.status && is_near(got.progress, self.progress) && is_near(got.score, self.score)
    }

    /// The branch of the method that it goes through.
    fn branch(&self) -> (bool, bool, Direction, GrowthStatus, bool) {
        let GrowthInput { target, limit, direction, .. } = self.input;
        (target.is_some(), limit.is_some(), direction, self.status, self.progress.is_some())
    }
}

/// The repository's own results: the formulas in 50 digits, apart from the program, over a grid of every branch.
fn own_rows() -> Vec<Row> {
    let number = |text: &str| (text != "-").then(|| text.parse::<f64>().unwrap());
    let row = |line: &str| {
        let (given, result) = line.split_once('|').unwrap();
        let given: Vec<&str> = given.split_whitespace().collect();
        let result: Vec<&str> = result.split_whitespace().collect();
        let at = |index: usize| number(given[index]);
        let input = GrowthInput {
            base: at(0).unwrap(),
            base_year: at(1).unwrap(),
            current: at(2).unwrap(),
            current_year: at(3).unwrap(),
            target: at(4).zip(at(5)),
            limit: at(6),
            direction: if given[7] == "up" { Direction::Higher } else { Direction::Lower },
        };
        let status = match result[1] {
            "achieved" => GrowthStatus::TargetAchieved,
            "substantial" => GrowthStatus::Substantial,
            "moderate" => GrowthStatus::Moderate,
            "limited" => GrowthStatus::Limited,
            "deterioration" => GrowthStatus::Deterioration,
            "not-available" => GrowthStatus::NotAvailable,
            other => panic!("{other}"),
        };
        Row { input, progress: number(result[0]), status, score: number(result[2]) }
    };
    include_str!("growth.txt").lines().filter(|line| !line.starts_with('#')).map(row).collect()
}

/// Published series of an official reporting site; `None` where the folder beside the repository is not there.
fn published_rows() -> Option<Vec<Row>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/oracles/sdg-progress.json");
    let file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).unwrap();
    let all = file["series"].as_array().unwrap();
    assert_eq!(all.len(), 247);
    let row = |item: &serde_json::Value| {
        let number = |name: &str| item[name].as_f64();
        let (Some(base), Some(current)) = (number("base_value"), number("current_value")) else {
            // Nothing measured: nothing to reckon with.
            assert_eq!(item["status"], "not_available", "{item}");
            return None;
        };
        let input = GrowthInput {
            base,
            base_year: number("base_year").unwrap(),
            current,
            current_year: number("current_year").unwrap(),
            target: number("target").zip(number("target_year")),
            limit: number("limit"),
            direction: if number("direction") == Some(-1.0) { Direction::Lower } else { Direction::Higher },
        };
        let status = match item["status"].as_str().unwrap() {
            "target_achieved" => GrowthStatus::TargetAchieved,
            "substantial_progress" => GrowthStatus::Substantial,
            "moderate_progress" => GrowthStatus::Moderate,
            "limited_progress" => GrowthStatus::Limited,
            "deterioration" => GrowthStatus::Deterioration,
            "not_available" => GrowthStatus::NotAvailable,
            other => panic!("{other}"),
        };
        Some(Row { input, progress: number("progress_value"), status, score: number("score") })
    };
    Some(all.iter().filter_map(row).collect())
}

fn check(rows: &[Row]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|row| !row.is_right())
        .map(|row| {
            let got = compound_growth(&row.input);
            format!("{:?}\n    wants {:?} {:?} {:?}, gives {got:?}", row.input, row.progress, row.status, row.score)
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn published_series_come_out_to_the_ninth_digit() {
    let Some(published) = published_rows() else {
        println!("skipped: ../shared/oracles/sdg-progress.json is not there; growth.txt covers the same branches");
        return;
    };
    check(&published);
    println!("{} published series to 1e-9", published.len());
    // What holds without that folder is as much.
    let own: Vec<_> = own_rows().iter().map(Row::branch).collect();
    let missing: Vec<_> = published.iter().map(Row::branch).filter(|branch| !own.contains(branch)).collect();
    assert!(missing.is_empty(), "growth.txt lacks {missing:?}");
}

#[test]
fn own_results_come_out_to_the_ninth_digit() {
    let rows = own_rows();
    check(&rows);
    assert!(rows.len() >= 90, "{}", rows.len());
}

/// Worked by hand from the formulas: base, current, years, target in 2030, limit, then progress, status, score.
#[test]
fn cases_worked_by_hand() {
    use GrowthStatus::*;
    let none = None;
    let rows = [
        // Doubled in 15 years is asked; doubled in 15 years is done.
        (series(10.0, 20.0, 15.0, Some(20.0), none), Some(1.0), TargetAchieved, Some(5.0)),
        // Quadrupled in 15 years is asked; doubled in 7.5 years is the same pace.
        (series(10.0, 20.0, 7.5, Some(40.0), none), Some(1.0), Substantial, Some(7.1429 - 4.2857)),
        // No change: no progress.
        (series(10.0, 10.0, 5.0, Some(40.0), none), Some(0.0), Limited, Some(-2.5)),
        // One tenth a year without a target.
        (series(100.0, 110.0, 1.0, none, none), Some(0.1), Substantial, Some(5.0)),
        // At its limit nothing more can be asked.
        (series(100.0, 100.0, 3.0, none, Some(100.0)), Some(0.0), Substantial, Some(5.0)),
        // Under one year there is no growth to speak of.
        (series(100.0, 110.0, 0.5, none, none), none, NotAvailable, none),
        // Over a change of sign neither.
        (series(-1.0, 1.0, 5.0, Some(2.0), none), none, NotAvailable, none),
        // The target is where it began, and it is still there.
        (series(5.0, 5.0, 5.0, Some(5.0), none), none, TargetAchieved, Some(5.0)),
        // The target is where it began, and it has fallen since.
        (series(5.0, 4.0, 5.0, Some(5.0), none), none, NotAvailable, none),
    ];
    for (input, progress, status, score) in rows {
        let got = compound_growth(&input);
        let is_near = |got: Option<f64>, want: Option<f64>| match (got, want) {
            (Some(got), Some(want)) => (got - want).abs() < 1e-9,
            (got, want) => got == want,
        };
        assert!(is_near(got.progress, progress) && is_near(got.score, score), "{input:?} gives {got:?}");
        assert_eq!(got.status, status, "{input:?}");
    }
    // A base of zero counts as 0.001: 1000 times as much in one year.
    let got = compound_growth(&series(0.0, 1.0, 1.0, None, None));
    assert!((got.progress.unwrap() - 999.0).abs() < 1e-6, "{got:?}");
    // Nothing that can be typed gives a number that is none.
    for value in [0.0, -0.0, 1e-28, 1e28, -1e28] {
        for other in [0.0, 1.0, -1.0, 1e28] {
            let got = compound_growth(&series(value, other, 3.0, Some(value), Some(other)));
            assert!(got.score.is_none_or(f64::is_finite) && got.progress.is_none_or(f64::is_finite), "{value} {other}");
        }
    }
}
