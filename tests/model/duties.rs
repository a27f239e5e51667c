//! When reports are due, who owes them, and which is asked for next.

use tiendo::document::NodeId;
use tiendo::model::*;

use crate::world::{World, day};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn duty(cycle: Cycle, cutoff: Cutoff, due_day: Option<u8>) -> ReportDuty {
    ReportDuty { cycle, cutoff, due_day, ..ReportDuty::new("d".into()) }
}

#[test]
fn a_report_is_due_on_its_day_after_the_period_or_by_the_programme() {
    let cases = [
        (Cutoff::Programme, Some(10), "2025-Q3", "2025-10-10"),
        (Cutoff::Statutory, Some(10), "2025-Q3", "2025-10-10"),
        (Cutoff::Statutory, Some(20), "2025-Q3", "2025-09-20"),
        (Cutoff::Calendar, Some(31), "2025-Q1", "2025-04-30"),
        (Cutoff::Calendar, Some(31), "2025-12", "2026-01-31"),
        (Cutoff::Programme, None, "2025-Q3", "2025-10-05"),
        (Cutoff::Statutory, None, "2025", "2025-12-19"),
    ];
    for (cutoff, on, of, due) in cases {
        let found = duty(Cycle::Quarter, cutoff, on).due(period(of), &Settings::default());
        assert_eq!(found, day(due), "{cutoff:?} {on:?} {of}");
    }
}

#[test]
fn cycles_have_their_periods() {
    let count = |cycle| duty(cycle, Cutoff::Programme, None).periods(2025).len();
    let cycles = [Cycle::Month, Cycle::Quarter, Cycle::HalfYear, Cycle::NineMonths, Cycle::Year, Cycle::Thematic];
    assert_eq!(cycles.map(count), [12, 4, 2, 1, 1, 0]);
    assert_eq!(duty(Cycle::NineMonths, Cutoff::Programme, None).periods(2025), [period("2025-Q3")]);
}

#[test]
fn the_first_report_that_somebody_owes_is_asked_for() {
    let mut world = World::begun();
    let body = |id: &str| Body { kind: BodyKind::PartyCell, name: id.into(), ..Body::new(id.into()) };
    for id in ["a", "b", "c"] {
        world.write(&body(id));
    }
    let duty =
        ReportDuty { body_kind: Some(BodyKind::PartyCell), cycle: Cycle::Quarter, ..ReportDuty::new("d".into()) };
    world.write(&duty);
    let mark = |body: &str, of: &str, state| {
        let id = NodeId::from(format!("{body}{of}"));
        ReceivedMark { state, ..ReceivedMark::new(id, "d".into(), body.into(), period(of)) }
    };
    let marks = [
        mark("a", "2025-Q1", ReceivedState::Received),
        mark("b", "2025-Q1", ReceivedState::Late),
        mark("c", "2025-Q1", ReceivedState::Received),
        mark("a", "2025-Q2", ReceivedState::Received),
        mark("b", "2025-Q2", ReceivedState::Missing),
    ];
    for mark in &marks {
        world.write(mark);
    }
    let awaited = |world: &World, since: &str| {
        let report = world.programme.awaited_report(&duty, day(since))?;
        let names: Vec<String> = report.missing.iter().map(|body| body.name.clone()).collect();
        Some((report.period.to_string(), report.due.to_string(), report.bodies, names.join(" ")))
    };
    let expected = |of: &str, due: &str, bodies, names: &str| Some((of.into(), due.into(), bodies, names.into()));
    assert_eq!(awaited(&world, "2025-01-01"), expected("2025-Q2", "2025-07-05", 3, "b c"));
    assert_eq!(awaited(&world, "2025-07-06"), expected("2025-Q3", "2025-10-05", 3, "a b c"));
    assert_eq!(awaited(&world, "2026-02-01"), None, "the programme is over");

    // One body takes over another: it owes once, and what the old one sent counts.
    world.write(&Body { successor: Some(("c".into(), day("2025-07-01"))), ..body("a") });
    assert_eq!(awaited(&world, "2025-01-01"), expected("2025-Q2", "2025-07-05", 2, "b"));
}
