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

#[test]
fn published_series_come_out_to_the_ninth_digit() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/oracles/sdg-progress.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared/oracles/sdg-progress.json is not there");
        return;
    };
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let all = file["series"].as_array().unwrap();
    let mut wrong = Vec::new();
    for item in all {
        let number = |name: &str| item[name].as_f64();
        let name = item["series"].as_str().unwrap();
        let (Some(base), Some(current)) = (number("base_value"), number("current_value")) else {
            // Nothing measured: nothing to reckon with.
            assert_eq!(item["status"], "not_available", "{name}");
            continue;
        };
        let got = compound_growth(&GrowthInput {
            base,
            base_year: number("base_year").unwrap(),
            current,
            current_year: number("current_year").unwrap(),
            target: number("target").zip(number("target_year")),
            limit: number("limit"),
            direction: if number("direction") == Some(-1.0) { Direction::Lower } else { Direction::Higher },
        });
        let status = match got.status {
            GrowthStatus::TargetAchieved => "target_achieved",
            GrowthStatus::Substantial => "substantial_progress",
            GrowthStatus::Moderate => "moderate_progress",
            GrowthStatus::Limited => "limited_progress",
            GrowthStatus::Deterioration => "deterioration",
            GrowthStatus::NotAvailable => "not_available",
        };
        let is_near = |got: Option<f64>, want: Option<f64>| match (got, want) {
            (Some(got), Some(want)) => (got - want).abs() < 1e-9,
            (got, want) => got == want,
        };
        if item["status"] != status
            || !is_near(got.progress, number("progress_value"))
            || !is_near(got.score, number("score"))
        {
            wrong.push(format!("{item}\n    gives {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
    assert_eq!(all.len(), 247);
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
