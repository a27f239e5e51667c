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

#[test]
fn a_new_indicator_comes_with_its_measure_and_both_are_renamed_as_one() {
    let mut world = World::begun();
    let before = world.content();
    let at = Spot { parent: "II".into(), after: None };
    let name = "Chỉ tiêu mới".to_owned();
    let change = world.run(Command::AddIndicator { at, item: "x".into(), measure: "y".into(), name: name.clone() });
    let item = world.programme.items().get("x").unwrap();
    assert_eq!((item.kind, &item.title), (ItemKind::Indicator, &name));
    assert_eq!(world.programme.measures().get("y").unwrap().name, name);
    assert_eq!(world.programme.review(), []);
    assert_eq!(["x", "y"].map(|id| world.programme.twin(id).unwrap().id().to_string()), ["y", "x"]);
    world.run(edit_of("y", MeasureEdit::Name("Khác".into())));
    assert!(world.programme.twin("x").is_none() && world.programme.twin("y").is_none());
    world.run(edit_of("y", MeasureEdit::Name(name)));
    // One of two is no twin.
    let at = Spot { parent: "x".into(), after: Some("y".into()) };
    let second = world.run(Command::AddMeasure { at, id: "z".into(), fields: Vec::new() });
    assert!(world.programme.twin("x").is_none());
    world.undo(&second);
    world.undo(&change);
    assert_eq!(world.content(), before);
}

fn edit_of(id: &str, edit: MeasureEdit) -> Command {
    Command::Edit(vec![Edit::Measure(id.into(), edit)])
}

#[test]
fn a_bare_heading_that_is_given_a_measure_is_an_indicator() {
    for (lines, kind) in [
        ("g II indicator-group", ItemKind::Indicator),
        ("g II paragraph", ItemKind::Indicator),
        ("g II task", ItemKind::Task),
        ("g II indicator-group\n i g indicator", ItemKind::IndicatorGroup),
    ] {
        let mut world = World::of(lines);
        let before = world.content();
        let at = Spot { parent: "g".into(), after: None };
        let change = world.run(Command::AddMeasure { at, id: "m".into(), fields: Vec::new() });
        assert_eq!(world.programme.items().get("g").unwrap().kind, kind, "{lines}");
        world.undo(&change);
        assert_eq!(world.content(), before);
    }
}

#[test]
fn a_target_says_of_which_kind_its_figures_are() {
    for (target, usual, kind) in [
        (Target::Yes, ValueKind::Level, ValueKind::YesNo),
        (Target::AtLeast(1.into()), ValueKind::YesNo, ValueKind::Level),
        (Target::AtLeast(1.into()), ValueKind::Rate, ValueKind::Rate),
        (Target::RankTop(3), ValueKind::Level, ValueKind::Rank),
        (Target::GradeAtLeast(Grade::Good), ValueKind::Text, ValueKind::Grade),
        (Target::Narrative, ValueKind::Text, ValueKind::Text),
    ] {
        assert_eq!(target.kind(usual), kind);
        assert!(target.fits(kind));
    }
}
