//! Figures: what may be entered, what is refused, and the sample's invented ones.

use tiendo::model::*;

use crate::world::{World, cell, day, number};

fn world() -> World {
    let mut world = World::of("g II indicator-group\n i g indicator\n m i measure");
    world.run(Command::Edit(vec![
        Edit::Measure("m".into(), MeasureEdit::ValueKind(ValueKind::Flow)),
        Edit::Measure("m".into(), MeasureEdit::LowerBound(Some(0.into()))),
        Edit::Measure("m".into(), MeasureEdit::UpperBound(Some(100.into()))),
    ]));
    world
}

fn enter(period: &str, text: &str) -> Command {
    Command::SetFigures { figures: vec![(cell("m", period), Some(number(text)))], reason: String::new() }
}

fn clear(period: &str) -> Command {
    Command::SetFigures { figures: vec![(cell("m", period), None)], reason: String::new() }
}

fn state(period: &str, state: FigureState) -> Command {
    Command::SetFigureState { cells: vec![cell("m", period)], state }
}

/// `period value state` of each figure; no figure is `…`.
fn figures(world: &World) -> Vec<String> {
    let show = |it: &Observation| match &it.figure {
        Some(Figure { reading: Reading::Number(value), .. }) => value.to_string(),
        other => other.as_ref().map_or("…".into(), |other| format!("{other:?}")),
    };
    world.programme.observations_of("m").map(|it| format!("{} {} {}", it.period, show(it), it.state.word())).collect()
}

#[test]
fn a_figure_keeps_its_digits_and_goes_back_to_nothing() {
    let mut world = world();
    let before = world.content();
    let first = world.run(enter("2025-02", "7.90"));
    world.run(enter("2025-01", "0"));
    assert_eq!(figures(&world), ["2025-01 0 draft", "2025-02 7.90 draft"], "in the order of periods; zero is a figure");
    assert_eq!(world.try_run(enter("2025-02", "7.90")), Ok(None), "the same figure is no change");
    let digits = world.run(enter("2025-02", "7.9"));
    assert_eq!(figures(&world)[1], "2025-02 7.9 draft", "other digits are");
    let cleared = world.run(clear("2025-01"));
    assert_eq!(figures(&world)[0], "2025-01 … draft", "cleared is not zero");
    assert_eq!(world.try_run(clear("2025-05")), Ok(None));
    world.undo(&cleared);
    world.undo(&digits);
    assert_eq!(figures(&world), ["2025-01 0 draft", "2025-02 7.90 draft"]);
    world.run(Command::Delete(vec![cell("m", "2025-01").id()]));
    world.undo(&first);
    assert_eq!(world.content(), before);
}

#[test]
fn a_cell_whose_figure_was_deleted_starts_afresh() {
    let mut world = world();
    world.run(Command::Annotate { cell: cell("m", "2025-01"), edits: vec![ObservationEdit::Note("cũ".into())] });
    world.run(enter("2025-01", "1"));
    world.run(Command::Delete(vec![cell("m", "2025-01").id()]));
    world.run(enter("2025-01", "2"));
    let it = &world.programme.observations_of("m").next().unwrap();
    assert_eq!((it.note.as_str(), &it.figure), ("", &Some(number("2"))));
}

#[test]
fn a_block_is_one_change() {
    let mut world = world();
    let figures =
        (1..=9).map(|month| (cell("m", &format!("2025-{month:02}")), Some(number(&format!("{month}.5"))))).collect();
    let change = world.run(Command::SetFigures { figures, reason: String::new() });
    assert_eq!(world.programme.observations_of("m").count(), 9);
    world.undo(&change);
    assert_eq!(world.programme.observations_of("m").count(), 0);
}

#[test]
fn an_approved_figure_changes_only_with_a_reason() {
    let mut world = world();
    world.run(enter("2025-01", "1"));
    world.run(state("2025-01", FigureState::Approved));
    assert_eq!(world.refused(enter("2025-01", "2")), CommandError::ReasonNeeded(cell("m", "2025-01")));
    assert_eq!(world.refused(clear("2025-01")), CommandError::ReasonNeeded(cell("m", "2025-01")));
    let figures_of = vec![(cell("m", "2025-01"), Some(number("2")))];
    assert_eq!(
        world.refused(Command::SetFigures { figures: figures_of.clone(), reason: "  ".into() }),
        CommandError::ReasonNeeded(cell("m", "2025-01"))
    );
    world.run(Command::SetFigures { figures: figures_of, reason: "cộng sót".into() });
    assert_eq!(figures(&world), ["2025-01 2 submitted"], "it is to be approved again");
    assert_eq!(world.programme.observations_of("m").next().unwrap().reason, "cộng sót");
    world.run(state("2025-01", FigureState::Returned));
    world.run(enter("2025-01", "3"));
    assert_eq!(figures(&world), ["2025-01 3 draft"]);
}

#[test]
fn figures_that_cannot_be_are_refused_and_write_nothing() {
    let mut world = world();
    let rate = Figure { reading: Reading::Ratio { numerator: 1.into(), denominator: 0.into() }, is_estimate: false };
    let m = |period| cell("m", period);
    let bounds = |value: i64| CommandError::OutOfBounds {
        cell: m("2025-01"),
        value: value.into(),
        lower: Some(0.into()),
        upper: Some(100.into()),
    };
    assert_eq!(world.refused(enter("2025-01", "-1")), bounds(-1));
    assert_eq!(world.refused(enter("2025-01", "101")), bounds(101));
    world.run(enter("2025-01", "100"));
    world.run(enter("2025-01", "0"));
    let set =
        |figure| Command::SetFigures { figures: vec![(cell("m", "2025-01"), Some(figure))], reason: String::new() };
    assert_eq!(
        world.refused(set(rate.clone())),
        CommandError::WrongKind { cell: m("2025-01"), expected: ValueKind::Flow }
    );
    world.run(Command::Edit(vec![Edit::Measure("m".into(), MeasureEdit::ValueKind(ValueKind::Rate))]));
    assert_eq!(world.refused(set(rate)), CommandError::ZeroDenominator(m("2025-01")));
    assert_eq!(
        world.refused(enter("2025-Q1", "1")),
        CommandError::WrongPeriod { cell: m("2025-Q1"), expected: PeriodLength::Month }
    );
    world.run(enter("2024", "55"));
    let gone = Cell { measure: "gone".into(), ..m("2025-01") };
    let from_gone = Cell { body: Some("gone".into()), ..m("2025-01") };
    for cell in [gone, from_gone] {
        let figures = vec![(m("2025-03"), Some(number("1"))), (cell, Some(number("1")))];
        let error = world.refused(Command::SetFigures { figures, reason: String::new() });
        assert_eq!(error, CommandError::Missing("gone".into()), "and the good figure beside it is not written either");
    }
}

#[test]
fn kinds_of_readings_fit_kinds_of_values() {
    let ratio = Reading::Ratio { numerator: 1.into(), denominator: 3.into() };
    let readings = [
        Reading::Number(1.into()),
        ratio,
        Reading::Rank(Some(3)),
        Reading::Rank(None),
        Reading::Grade(Grade::Good),
        Reading::YesNo(false),
        Reading::Text("tốt".into()),
    ];
    let fitting = [
        (ValueKind::Flow, "1000000"),
        (ValueKind::RunningTotal, "1000000"),
        (ValueKind::Level, "1000000"),
        (ValueKind::Rate, "1100000"),
        (ValueKind::Rank, "0011000"),
        (ValueKind::Grade, "0000100"),
        (ValueKind::YesNo, "0000010"),
        (ValueKind::Text, "0000001"),
    ];
    assert_eq!(fitting.len(), ValueKind::ALL.len());
    for (kind, expected) in fitting {
        let taken: String = readings
            .iter()
            .map(|reading| {
                let mut world = world();
                world.run(Command::Edit(vec![
                    Edit::Measure("m".into(), MeasureEdit::ValueKind(kind)),
                    Edit::Measure("m".into(), MeasureEdit::Source("báo cáo".into())),
                ]));
                let figure = Some(Figure { reading: reading.clone(), is_estimate: true });
                let command =
                    Command::SetFigures { figures: vec![(cell("m", "2025-01"), figure)], reason: String::new() };
                if world.try_run(command).is_ok() { '1' } else { '0' }
            })
            .collect();
        assert_eq!(taken, expected, "{kind:?}");
    }
}

#[test]
fn a_locked_period_holds_the_shorter_ones_in_it() {
    let mut world = world();
    world.run(enter("2025-09", "1"));
    let lock = world.run(Command::SetLock { period: "2025-Q3".parse().unwrap(), locked: true });
    assert_eq!(world.refused(enter("2025-09", "2")), CommandError::PeriodLocked("2025-09".parse().unwrap()));
    let note = Command::Annotate { cell: cell("m", "2025-09"), edits: vec![ObservationEdit::Note("x".into())] };
    assert_eq!(world.refused(note), CommandError::PeriodLocked("2025-09".parse().unwrap()));
    world.run(enter("2025-10", "2"));
    world.run(enter("2024-09", "2"));
    world.undo(&lock);
    world.run(enter("2025-09", "2"));
    world.run(Command::SetLock { period: "2025".parse().unwrap(), locked: true });
    world.run(Command::SetLock { period: "2025".parse().unwrap(), locked: false });
    assert_eq!(world.programme.head().locked, []);
}

#[test]
fn clearing_the_sample_removes_what_was_invented_and_nothing_else() {
    let mut world = world();
    world.run(Command::Edit(vec![
        Edit::Head(HeadEdit::IsSample(true)),
        Edit::Head(HeadEdit::AsOf(Some(day("2025-10-05")))),
    ]));
    for (period, value) in [("2025-01", "1"), ("2025-02", "2")] {
        let at = cell("m", period);
        let invented = Observation {
            figure: Some(number(value)),
            is_sample: true,
            ..Observation::new(at.id(), at.measure, at.period)
        };
        world.write(&invented);
    }
    // Typed over one, and one more.
    world.run(enter("2025-02", "20"));
    world.run(enter("2025-03", "30"));
    let before = world.content();
    let change = world.run(Command::ClearSample);
    assert_eq!(figures(&world), ["2025-02 20 draft", "2025-03 30 draft"]);
    assert_eq!((world.programme.head().is_sample, world.programme.head().as_of), (false, None));
    world.undo(&change);
    assert_eq!(world.content(), before);
}

#[test]
fn a_revised_target_keeps_the_one_it_replaced() {
    let mut world = world();
    world.run(Command::Edit(vec![Edit::Measure("m".into(), MeasureEdit::Target(Target::AtLeast(8.into())))]));
    let document = "Nghị quyết 25".to_owned();
    let revise = |target| Command::ReviseTarget {
        measure: "m".into(),
        date: day("2025-07-01"),
        target,
        document: document.clone(),
    };
    let change = world.run(revise(Target::GreaterThan(10.into())));
    let measure = world.programme.measures().get("m").unwrap();
    assert_eq!(measure.target, Target::GreaterThan(10.into()));
    assert_eq!((measure.revisions.len(), &measure.revisions[0].old), (1, &Target::AtLeast(8.into())));
    world.undo(&change);
    assert_eq!(world.programme.measures().get("m").unwrap().target, Target::AtLeast(8.into()));
}

#[test]
fn a_body_reports_beside_others() {
    let mut world = world();
    for (id, name) in [("b1", "Sở Nội vụ"), ("b2", "Sở Y tế")] {
        world.run(Command::AddBody { id: id.into(), fields: vec![BodyEdit::Name(name.into())] });
    }
    let of = |body: &str| Cell { body: Some(body.into()), ..cell("m", "2025-01") };
    let figures =
        vec![(of("b2"), Some(number("2"))), (cell("m", "2025-01"), Some(number("3"))), (of("b1"), Some(number("1")))];
    world.run(Command::SetFigures { figures, reason: String::new() });
    let bodies: Vec<_> = world.programme.observations_of("m").map(|it| it.body.clone()).collect();
    assert_eq!(bodies, [None, Some("b1".into()), Some("b2".into())]);
    assert_eq!(
        world.refused(Command::DeleteBody("b1".into())),
        CommandError::BodyHasFigures { body: "b1".into(), figures: 1 }
    );
}

#[test]
fn a_pasted_block_writes_figures_and_notes_in_one_step() {
    let mut world = world();
    world.run(enter("2025-01", "5"));
    world.run(Command::Annotate {
        cell: cell("m", "2025-01"),
        edits: vec![ObservationEdit::Source("báo cáo tháng".into())],
    });
    let notes = |world: &World| -> Vec<String> {
        world.programme.observations_of("m").map(|it| format!("{} {} {}", it.period, it.note, it.source)).collect()
    };
    let before = (figures(&world), notes(&world));
    let change = world.run(Command::PasteFigures {
        figures: vec![(cell("m", "2025-01"), Some(number("7.9"))), (cell("m", "2025-02"), Some(number("8.10")))],
        notes: vec![
            (cell("m", "2025-01"), "chốt".into()),
            (cell("m", "2025-02"), "ước tính".into()),
            (cell("m", "2025-03"), "chưa có".into()),
        ],
        reason: String::new(),
    });
    assert_eq!(figures(&world), ["2025-01 7.9 draft", "2025-02 8.10 draft", "2025-03 … draft"]);
    assert_eq!(notes(&world), ["2025-01 chốt báo cáo tháng", "2025-02 ước tính ", "2025-03 chưa có "]);
    world.undo(&change);
    assert_eq!((figures(&world), notes(&world)), before);
}

#[test]
fn the_history_of_figures_tells_what_was_before_newest_first() {
    let mut world = world();
    world.run(enter("2025-01", "9"));
    world.run(enter("2025-02", "7"));
    world.run(enter("2025-01", "9.5"));
    world.run(clear("2025-02"));
    let show = |figure: &Option<Figure>| match figure {
        Some(Figure { reading: Reading::Number(value), .. }) => value.to_string(),
        _ => "…".to_owned(),
    };
    let told = || -> Vec<String> {
        let changes = world.programme.figure_changes("m");
        changes.iter().map(|it| format!("{} {} → {}", it.period, show(&it.before), show(&it.after))).collect()
    };
    assert_eq!(told(), ["2025-02 7 → …", "2025-01 9 → 9.5", "2025-02 … → 7", "2025-01 … → 9"]);
    assert!(world.programme.figure_changes("m").iter().all(|it| it.author.is_some() && it.at.is_some()));
}

#[test]
fn a_figure_is_returned_with_a_word_that_goes_when_it_is_mended() {
    let mut world = world();
    let remark = |world: &World| world.programme.observations_of("m").next().unwrap().remark.clone();
    let back = |remark: &str| Command::ReturnFigures { cells: vec![cell("m", "2025-01")], remark: remark.into() };
    assert_eq!(world.refused(back("xem lại")), CommandError::Missing(cell("m", "2025-01").id()));
    world.run(enter("2025-01", "1"));
    world.run(state("2025-01", FigureState::Submitted));
    assert_eq!(world.refused(back("  ")), CommandError::RemarkNeeded(cell("m", "2025-01")));
    world.run(back(" lệch với báo cáo "));
    assert_eq!((figures(&world), remark(&world)), (vec!["2025-01 1 returned".into()], "lệch với báo cáo".into()));
    world.run(enter("2025-01", "2"));
    assert_eq!((figures(&world), remark(&world)), (vec!["2025-01 2 draft".into()], String::new()));
    world.run(back("vẫn lệch"));
    let sent = world.run(state("2025-01", FigureState::Submitted));
    assert_eq!(remark(&world), "", "sent again as it is");
    world.undo(&sent);
    assert_eq!(remark(&world), "vẫn lệch");
    world.run(Command::SetLock { period: "2025-Q1".parse().unwrap(), locked: true });
    let locked = CommandError::PeriodLocked("2025-01".parse().unwrap());
    assert_eq!(world.refused(back("muộn")), locked);
    assert_eq!(world.refused(state("2025-01", FigureState::Approved)), locked);
}

#[test]
fn the_steps_of_figures_and_who_locked_a_period_are_told() {
    let mut world = world();
    let quarter: Period = "2025-Q1".parse().unwrap();
    world.run(enter("2025-01", "1"));
    world.run(state("2025-01", FigureState::Approved));
    let figures = vec![(cell("m", "2025-01"), Some(number("2")))];
    world.run(Command::SetFigures { figures, reason: "cộng sót".into() });
    world.run(state("2025-01", FigureState::Approved));
    let steps: Vec<FigureState> = world.programme.state_changes("m").iter().map(|it| it.state).collect();
    assert_eq!(steps, [FigureState::Approved, FigureState::Approved], "what came with the figure is told with it");
    let reasons: Vec<Option<String>> = world.programme.figure_changes("m").into_iter().map(|it| it.reason).collect();
    assert_eq!(reasons, [Some("cộng sót".to_owned()), None]);
    assert_eq!(world.programme.locked_by(quarter), None);
    world.run(Command::SetLock { period: quarter, locked: true });
    world.run(Command::SetLock { period: "2025-Q2".parse().unwrap(), locked: true });
    let (author, at) = world.programme.locked_by(quarter).unwrap();
    assert_eq!((author.unwrap().person.as_str(), at.is_some()), ("Lan", true));
    assert_eq!(world.programme.head().lock_of("2025-02".parse().unwrap()), Some(quarter));
    world.run(Command::SetLock { period: quarter, locked: false });
    assert_eq!(world.programme.locked_by(quarter), None);
}

#[test]
fn a_figure_far_from_all_others_of_its_measure_is_noticed() {
    let mut world = World::of("g II indicator-group\n i g indicator\n m i measure");
    world.run(Command::Edit(vec![
        Edit::Measure("m".into(), MeasureEdit::ValueKind(ValueKind::Flow)),
        Edit::Measure("m".into(), MeasureEdit::Target(Target::AtLeast(120.into()))),
    ]));
    let far = |world: &World, command: &Command| match command {
        Command::SetFigures { figures, .. } => far_figures(&world.programme, figures),
        _ => unreachable!("a command that enters figures"),
    };
    for (text, expected) in [("6000", vec![]), ("6000.5", vec![0]), ("-1", vec![0]), ("0.001", vec![])] {
        assert_eq!(far(&world, &enter("2025-01", text)), expected, "{text} beside a target of 120");
    }
    world.run(enter("2025-01", "900"));
    for (text, expected) in
        [("45000", false), ("45000.5", true), ("18", false), ("17.9", true), ("-900", true), ("0", false)]
    {
        assert_eq!(!far(&world, &enter("2025-02", text)).is_empty(), expected, "{text} beside 900 of another month");
    }
    assert_eq!(far(&world, &enter("2025-01", "50000")), [0], "what is replaced is no measure of what replaces it");
    let block = Command::SetFigures {
        figures: [("2025-02", "45001"), ("2025-03", "45000"), ("2025-04", "99999")]
            .map(|(period, text)| (cell("m", period), Some(number(text))))
            .to_vec(),
        reason: String::new(),
    };
    assert_eq!(far(&world, &block), [0, 2], "nor are those of one block to each other");
    assert!(far(&world, &clear("2025-01")).is_empty());
    world.run(clear("2025-01"));
    world.run(Command::Edit(vec![Edit::Measure("m".into(), MeasureEdit::Target(Target::Zero))]));
    assert!(far(&world, &enter("2025-01", "5")).is_empty(), "nothing is many times nothing");
}
