//! The fields of measures: what a command refuses, and that several measures change in one step.

use tiendo::model::*;

use crate::world::World;

fn world() -> World {
    World::of("g II indicator-group\n i g indicator\n m i measure\n n i measure")
}

fn edit(edits: Vec<MeasureEdit>) -> Command {
    Command::Edit(edits.into_iter().map(|edit| Edit::Measure("m".into(), edit)).collect())
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn bounds_are_judged_as_the_command_leaves_them() {
    let mut world = world();
    world.run(edit(vec![MeasureEdit::LowerBound(Some(0.into())), MeasureEdit::UpperBound(Some(100.into()))]));
    let crossed = |lower: i64, upper: i64| CommandError::Crossed { lower: lower.into(), upper: upper.into() };
    assert_eq!(world.refused(edit(vec![MeasureEdit::LowerBound(Some(101.into()))])), crossed(101, 100));
    assert_eq!(world.refused(edit(vec![MeasureEdit::UpperBound(Some((-1).into()))])), crossed(0, -1));
    // Both in one step, in either order.
    world.run(edit(vec![MeasureEdit::LowerBound(Some(200.into())), MeasureEdit::UpperBound(Some(300.into()))]));
    world.run(edit(vec![MeasureEdit::UpperBound(None), MeasureEdit::LowerBound(Some(500.into()))]));
}

#[test]
fn targets_that_nothing_can_meet_are_refused() {
    let mut world = world();
    let below = CommandError::BelowZero((-1).into());
    let cases = [
        (Target::Between(8.into(), 7.into()), CommandError::Crossed { lower: 8.into(), upper: 7.into() }),
        (Target::About { value: 5.into(), tolerance: Some((-1).into()) }, below.clone()),
        (Target::ReduceBy(ChangeBy::Amount((-1).into())), below.clone()),
        (Target::IncreaseBy(ChangeBy::Share((-1).into())), below.clone()),
        (Target::RankTop(0), CommandError::OutOfRange { field: "rank", value: 0, from: 1, to: u32::MAX.into() }),
    ];
    for (target, error) in cases {
        assert_eq!(world.refused(edit(vec![MeasureEdit::Target(target.clone())])), error);
        let (measure, document) = ("m".into(), String::new());
        let date = Date::new(2025, 7, 1).unwrap();
        assert_eq!(world.refused(Command::ReviseTarget { measure, date, target, document }), error);
    }
    world.run(edit(vec![MeasureEdit::Target(Target::Between(7.into(), 7.into()))]));
    assert_eq!(world.refused(edit(vec![MeasureEdit::Weight((-1).into())])), below);
    world.run(edit(vec![MeasureEdit::Weight(decimal("0.5"))]));
}

#[test]
fn baseline_interim_targets_and_owner_are_checked() {
    let mut world = world();
    let baseline = |year| MeasureEdit::Baseline(Some(Baseline { year, value: 5.into(), source: String::new() }));
    assert!(matches!(world.refused(edit(vec![baseline(0)])), CommandError::OutOfRange { field: "year", .. }));
    world.run(edit(vec![baseline(2020)]));
    let mark = |period: &str| Interim { period: period.parse().unwrap(), value: 1.into() };
    let twice = MeasureEdit::Interim(vec![mark("2025-Q1"), mark("2025-Q1")]);
    assert_eq!(world.refused(edit(vec![twice])), CommandError::TwoInterims("2025-Q1".parse().unwrap()));
    world.run(edit(vec![MeasureEdit::Interim(vec![mark("2025-Q1"), mark("2025-Q2")])]));
    assert_eq!(
        world.refused(edit(vec![MeasureEdit::Owner(Some("gone".into()))])),
        CommandError::Missing("gone".into())
    );
}

#[test]
fn several_measures_change_in_one_step() {
    let mut world = world();
    world.run(Command::AddBody { id: "b".into(), fields: vec![BodyEdit::Name("Sở Nội vụ".into())] });
    let before = world.content();
    let edits = ["m", "n"].map(|id| Edit::Measure(id.into(), MeasureEdit::Owner(Some("b".into()))));
    let change = world.run(Command::Edit(edits.to_vec()));
    assert!(world.programme.measures().iter().all(|measure| measure.owner == Some("b".into())));
    world.undo(&change);
    assert_eq!(world.content(), before);
}

#[test]
fn targets_say_which_figures_they_are_measured_by() {
    let grade = Target::GradeAtLeast(Grade::Good);
    let cases = [
        (&Target::Narrative, ValueKind::Text, true),
        (&Target::AtLeast(1.into()), ValueKind::Flow, true),
        (&Target::AtLeast(1.into()), ValueKind::Text, false),
        (&Target::AtLeast(1.into()), ValueKind::Grade, false),
        (&grade, ValueKind::Grade, true),
        (&grade, ValueKind::Level, false),
        (&Target::Yes, ValueKind::YesNo, true),
        (&Target::Yes, ValueKind::Rate, false),
        (&Target::RankTop(3), ValueKind::Rank, true),
        (&Target::RankTop(3), ValueKind::Level, false),
    ];
    for (target, kind, fits) in cases {
        assert_eq!(target.fits(kind), fits, "{target:?} {kind:?}");
    }
}
