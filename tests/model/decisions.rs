//! What two offices wrote at the same time, and the decision: where it stands, what it costs, how it travels.

use tiendo::document::{Document, FieldName, Value};
use tiendo::model::*;

use crate::world::{World, cell, ids, number};

fn world() -> World {
    let mut world = World::of("a I\n b I\n g II indicator\n m g measure");
    world.run(Command::Edit(vec![Edit::Measure("m".into(), MeasureEdit::UpperBound(Some(100.into())))]));
    world.run(figure("40"));
    world
}

fn figure(text: &str) -> Command {
    Command::SetFigures { figures: vec![(cell("m", "2025-08"), Some(number(text)))], reason: String::new() }
}

fn title(text: &str) -> Command {
    Command::Edit(vec![Edit::Item("a".into(), ItemEdit::Title(text.into()))])
}

/// Two offices go on from one state, each with its commands; the world is then what both know. The copies of both.
fn apart(world: &mut World, one: Vec<Command>, other: Vec<Command>) -> [Document; 2] {
    let start = world.programme.document().clone();
    let copies = [("an", one), ("binh", other)].map(|(actor, commands)| {
        world.programme = Programme::read(start.clone());
        world.write_as(actor);
        for command in commands {
            world.run(command);
        }
        world.programme.document().clone()
    });
    join(world, &copies[0]);
    world.write_as("chi");
    copies
}

fn join(world: &mut World, other: &Document) {
    world.programme.join(other).unwrap();
}

/// `node field,field: value|value`, and `deleted node: field`.
fn told(world: &World) -> Vec<String> {
    let told = |dispute: &Dispute| match dispute {
        Dispute::Fields(it) => {
            let fields: Vec<_> = it.fields.iter().map(FieldName::as_str).collect();
            let choices: Vec<_> = it.choices.iter().map(|choice| plain(&choice.values[0])).collect();
            format!("{} {}: {}", it.node, fields.join(","), choices.join("|"))
        }
        Dispute::Deletion(it) => {
            let unseen: Vec<_> = it.unseen.iter().map(|it| format!("{} {}", it.node, it.field)).collect();
            format!("deleted: {}", unseen.join(", "))
        }
    };
    world.programme.disputes().iter().map(told).collect()
}

fn plain(value: &Value) -> String {
    match (value.as_str(), Figure::decode(value)) {
        (Some(text), _) => text.to_owned(),
        (None, Some(Figure { reading: Reading::Number(number), .. })) => number.to_string(),
        _ => format!("{value:?}"),
    }
}

fn shown(world: &World) -> String {
    world.programme.document().node("o.m.2025-08.-").unwrap().get("figure").map_or_else(String::new, plain)
}

fn deletion(world: &World) -> DeletionDispute {
    let found = world.programme.disputes().into_iter();
    let mut found = found.filter_map(|it| if let Dispute::Deletion(it) = it { Some(it) } else { None });
    found.next().unwrap()
}

/// The choice of a dispute over fields.
fn choose(world: &World, dispute: usize, choice: usize) -> Command {
    let Dispute::Fields(dispute) = &world.programme.disputes()[dispute] else { panic!("no fields") };
    Command::Decide(vec![dispute.version(choice).unwrap()])
}

#[test]
fn each_field_in_dispute_is_listed_with_its_values_and_what_stood_before() {
    let mut world = world();
    apart(&mut world, vec![figure("41"), title("Một")], vec![figure("42"), title("Hai")]);
    assert_eq!(told(&world), ["a title: Một|Hai", "o.m.2025-08.- figure: 41|42"]);
    let Dispute::Fields(dispute) = world.programme.disputes()[1].clone() else { panic!() };
    assert_eq!(plain(&dispute.before.unwrap().value), "40");
    // The same value twice is no dispute, and neither are edits of different fields.
    let mut world = self::world();
    apart(&mut world, vec![figure("41")], vec![figure("41"), title("Hai")]);
    assert_eq!(told(&world), [""; 0]);
}

#[test]
fn what_one_step_wrote_is_one_question() {
    let mut world = world();
    let state = |state| vec![Command::SetTaskState { of: ids("a"), state }];
    apart(&mut world, state(TaskState::Done), state(TaskState::Cancelled));
    assert_eq!(world.programme.disputes().len(), 1);
    world.run(choose(&world, 0, 0));
    assert_eq!(told(&world), [""; 0]);
    let item = world.programme.items().get("a").unwrap();
    assert!(item.state == TaskState::Done && item.completed.is_some());
}

#[test]
fn a_decision_ends_the_dispute_keeps_what_was_written_and_can_be_taken_back() {
    for choice in [0, 1] {
        let mut world = world();
        apart(&mut world, vec![figure("41")], vec![figure("42")]);
        let change = world.run(choose(&world, 0, choice));
        assert_eq!((told(&world).len(), shown(&world)), (0, ["41", "42"][choice].into()));
        let old = world.programme.document().node("o.m.2025-08.-").unwrap().history("figure").len();
        assert_eq!(old, 3, "40, 41 and 42");
        // Open again as it was, decided again, and open once more.
        let open = ["o.m.2025-08.- figure: 41|42"];
        let mut last = change;
        for _ in 0..3 {
            last = world.undo(&last);
            assert_eq!((told(&world), shown(&world)), (open.map(str::to_owned).to_vec(), "42".into()));
            let Dispute::Fields(dispute) = world.programme.disputes()[0].clone() else { panic!() };
            let by: Vec<&str> = dispute.choices.iter().map(|choice| choice.by[0].actor.as_str()).collect();
            assert_eq!(by, ["an", "binh"], "whose they are is known still");
            assert_eq!(plain(&dispute.before.unwrap().value), "40");
            last = world.undo(&last);
            assert_eq!((told(&world).len(), shown(&world)), (0, ["41", "42"][choice].into()));
        }
    }
}

#[test]
fn a_decision_stands_in_every_copy_in_any_order() {
    let mut world = world();
    let copies = apart(&mut world, vec![figure("41")], vec![figure("42")]);
    world.run(choose(&world, 0, 0));
    let decided = world.programme.document().clone();
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]] {
        let all = [&copies[0], &copies[1], &decided];
        world.programme = Programme::read(all[order[0]].clone());
        for at in &order[1..] {
            join(&mut world, all[*at]);
        }
        assert_eq!((told(&world), shown(&world)), (Vec::new(), "41".into()));
    }
}

#[test]
fn two_who_decide_otherwise_disagree_again_and_two_who_decide_alike_do_not() {
    for (other, left) in [(0, 0), (1, 1)] {
        let mut world = world();
        apart(&mut world, vec![figure("41")], vec![figure("42")]);
        let (one, other) = (choose(&world, 0, 0), choose(&world, 0, other));
        apart(&mut world, vec![one], vec![other]);
        assert_eq!(told(&world).len(), left);
    }
}

#[test]
fn a_figure_of_ones_own_is_checked_and_what_was_approved_is_to_be_approved_anew() {
    let mut world = world();
    world.run(Command::SetFigureState { cells: vec![cell("m", "2025-08")], state: FigureState::Approved });
    let reasoned = |text: &str| Command::SetFigures {
        figures: vec![(cell("m", "2025-08"), Some(number(text)))],
        reason: "sửa".into(),
    };
    apart(&mut world, vec![reasoned("41")], vec![reasoned("42")]);
    world.run(Command::SetFigureState { cells: vec![cell("m", "2025-08")], state: FigureState::Approved });
    let decide =
        |text: &str| Command::Decide(vec![(cell("m", "2025-08").id(), vec![("figure".into(), number(text).encode())])]);
    assert!(matches!(world.refused(decide("101")), CommandError::OutOfBounds { .. }));
    world.run(decide("43"));
    let observation = world.programme.observations().get("o.m.2025-08.-").unwrap();
    assert_eq!((told(&world).len(), observation.state), (0, FigureState::Submitted));
    world.run(Command::SetLock { period: "2025-08".parse().unwrap(), locked: true });
    assert!(matches!(world.refused(decide("42")), CommandError::PeriodLocked(_)));
    assert_eq!(world.refused(Command::Decide(vec![("gone".into(), Vec::new())])), CommandError::Missing("gone".into()));
}

#[test]
fn a_value_of_ones_own_decides_all_that_was_in_question_with_it() {
    let at = || vec![cell("m", "2025-08")];
    let approved = Command::SetFigureState { cells: at(), state: FigureState::Approved };
    let returned = Command::ReturnFigures { cells: at(), remark: "xem lại".into() };
    let reasoned = |text: &str| Command::SetFigures {
        figures: vec![(cell("m", "2025-08"), Some(number(text)))],
        reason: "sửa".into(),
    };
    for (one, other, state) in [
        (vec![approved.clone(), reasoned("41")], vec![returned.clone(), reasoned("42")], FigureState::Draft),
        (vec![returned, reasoned("41")], vec![approved, reasoned("42")], FigureState::Submitted),
    ] {
        let mut world = world();
        apart(&mut world, one, other);
        assert_eq!(told(&world), ["o.m.2025-08.- figure,state: 41|42"]);
        let Dispute::Fields(dispute) = world.programme.disputes()[0].clone() else { panic!() };
        world.run(Command::Decide(vec![dispute.own(number("43").encode())]));
        let observation = world.programme.observations().get("o.m.2025-08.-").unwrap();
        assert_eq!((told(&world), shown(&world), observation.state), (Vec::new(), "43".into(), state));
    }
    // Approved along with one of them, one's own is still to be approved.
    let mut world = world();
    apart(&mut world, vec![figure("41")], vec![figure("42")]);
    let Dispute::Fields(mut dispute) = world.programme.disputes()[0].clone() else { panic!() };
    dispute.fields.extend(["state".into(), "sample".into(), "reason".into()]);
    for choice in &mut dispute.choices {
        choice.values.extend([FigureState::Approved.encode(), Value::Bool(true), Value::text("sửa")]);
    }
    let values: Vec<Value> = dispute.own(number("43").encode()).1.into_iter().map(|(_, value)| value).collect();
    let wanted = [number("43").encode(), FigureState::Submitted.encode(), Value::Null, Value::text("sửa")];
    assert_eq!(values, wanted);
}

#[test]
fn who_wrote_the_same_as_another_agrees_with_them() {
    let mut world = world();
    let start = world.programme.document().clone();
    let copies = [("an", "41"), ("binh", "42"), ("chi", "41")].map(|(actor, text)| {
        world.programme = Programme::read(start.clone());
        world.write_as(actor);
        world.run(figure(text));
        world.programme.document().clone()
    });
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
        world.programme = Programme::read(copies[order[0]].clone());
        join(&mut world, &copies[order[1]]);
        join(&mut world, &copies[order[2]]);
        world.write_as("dung");
        // The version that is shown stands last.
        assert_eq!((told(&world), shown(&world)), (vec!["o.m.2025-08.- figure: 42|41".to_owned()], "41".into()));
        let Dispute::Fields(dispute) = world.programme.disputes()[0].clone() else { panic!() };
        let by: Vec<Vec<&str>> =
            dispute.choices.iter().map(|choice| choice.by.iter().map(|stamp| stamp.actor.as_str()).collect()).collect();
        assert_eq!(by, [vec!["binh"], vec!["an", "chi"]]);
        let joined = world.programme.document().clone();
        for (at, text) in ["42", "41"].into_iter().enumerate() {
            world.programme = Programme::read(joined.clone());
            world.run(Command::Decide(vec![dispute.version(at).unwrap()]));
            assert_eq!((told(&world), shown(&world)), (Vec::new(), text.into()));
            // What any of the three sends again changes nothing.
            for copy in &copies {
                join(&mut world, copy);
            }
            assert_eq!((told(&world), shown(&world)), (Vec::new(), text.into()));
        }
    }
}

#[test]
fn what_was_deleted_unseen_comes_back_as_it_was_written_or_goes_for_good() {
    let delete = || vec![Command::Delete(ids("g"))];
    // The measure and its figure went with the indicator.
    let mut world = world();
    let copies = apart(&mut world, delete(), vec![figure("42")]);
    assert_eq!(told(&world), ["deleted: o.m.2025-08.- figure"]);
    let dispute = deletion(&world);
    let change = world.run(Command::Keep(dispute.clone()));
    assert_eq!((told(&world).len(), shown(&world)), (0, "42".into()));
    assert!(world.programme.items().contains("g") && world.programme.measures().contains("m"));
    for copy in &copies {
        join(&mut world, copy);
    }
    assert_eq!(told(&world).len(), 0);
    let undone = world.undo(&change);
    assert!(!world.programme.items().contains("g"));
    assert_eq!(told(&world), ["deleted: o.m.2025-08.- figure"]);
    assert_eq!(plain(&deletion(&world).unseen[0].dot.value), "42");
    world.undo(&undone);
    assert_eq!((told(&world).len(), shown(&world)), (0, "42".into()));
    let change = world.run(Command::Delete(ids("g")));
    let undone = world.undo(&change);
    assert_eq!((told(&world).len(), shown(&world)), (0, "42".into()));
    world.undo(&undone);
    assert!(told(&world).is_empty() && !world.programme.items().contains("g"));

    // What was seen and goes for good is asked about again once that is taken back, and can be kept then.
    let mut world = self::world();
    apart(&mut world, delete(), vec![figure("42")]);
    let change = world.run(Command::Discard(deletion(&world)));
    world.undo(&change);
    assert_eq!(told(&world), ["deleted: o.m.2025-08.- figure"]);
    world.run(Command::Keep(deletion(&world)));
    assert_eq!((told(&world).len(), shown(&world)), (0, "42".into()));
    assert!(world.programme.items().contains("g") && world.programme.measures().contains("m"));

    // Gone for good, kept after all, and gone again: each time all of it.
    let mut world = self::world();
    apart(&mut world, delete(), vec![figure("42")]);
    let dispute = deletion(&world);
    for is_kept in [false, true, false] {
        world.run(if is_kept { Command::Keep(dispute.clone()) } else { Command::Discard(dispute.clone()) });
        assert_eq!(told(&world).len(), 0);
        let programme = &world.programme;
        let there = [programme.items().contains("g"), programme.measures().contains("m")];
        assert_eq!((there, programme.observations().contains("o.m.2025-08.-")), ([is_kept; 2], is_kept));
        assert!(!is_kept || shown(&world) == "42");
    }
}

#[test]
fn what_comes_back_with_several_wordings_is_still_to_be_decided() {
    let mut world = world();
    let start = world.programme.document().clone();
    apart(&mut world, vec![title("Một")], vec![title("Hai")]);
    let edited = world.programme.document().clone();
    world.programme = Programme::read(start);
    world.write_as("dung");
    world.run(Command::Delete(ids("a")));
    join(&mut world, &edited);
    assert_eq!(told(&world), ["deleted: a title, a title"]);
    world.run(Command::Keep(deletion(&world)));
    // The deleter had seen the old title, which stands beside them until then.
    assert_eq!(told(&world), ["a title: Một|Hai|a"]);
    world.run(choose(&world, 0, 1));
    assert_eq!(told(&world).len(), 0);
}

#[test]
fn deleted_here_and_restored_there_is_asked_about() {
    let mut world = world();
    world.run(Command::Delete(ids("a")));
    let change = Command::Restore("a".into());
    let redeleted = vec![Command::Restore("a".into()), Command::Delete(ids("a"))];
    apart(&mut world, vec![change], redeleted);
    assert_eq!(world.programme.disputes().len(), 1);
    world.run(Command::Keep(deletion(&world)));
    assert!(world.programme.items().contains("a") && told(&world).is_empty());
}

#[test]
fn a_figure_in_question_has_the_note_of_who_wrote_it() {
    let noted =
        |text: &str| Command::Annotate { cell: cell("m", "2025-08"), edits: vec![ObservationEdit::Note(text.into())] };
    let used = |world: &World| {
        let figures = world.programme.observations_of("m").cloned().collect();
        let [figure] = world.programme.figures_at(figures, None).try_into().unwrap();
        (shown(world), figure.note.clone())
    };
    // 42 is shown, of the one who wrote last: what the other noted is about 41.
    for (one, other, note) in [
        (vec![figure("41"), noted("Ước")], vec![figure("42")], ""),
        (vec![figure("41"), noted("Ước")], vec![figure("42"), noted("Đã đối chiếu")], "Đã đối chiếu"),
        (vec![figure("41")], vec![figure("42"), noted("Đã đối chiếu")], "Đã đối chiếu"),
    ] {
        let mut world = self::world();
        apart(&mut world, one, other);
        assert_eq!(used(&world), ("42".into(), note.into()));
    }
    // A note that stood there before both stays, and so does one beside a figure that nobody questions.
    let mut world = world();
    world.run(noted("Theo báo cáo nhanh"));
    apart(&mut world, vec![figure("41")], vec![figure("42")]);
    assert_eq!(used(&world), ("42".into(), "Theo báo cáo nhanh".into()));
    let mut world = self::world();
    apart(&mut world, vec![noted("Ước")], vec![title("Hai")]);
    assert_eq!(used(&world), ("40".into(), "Ước".into()));
}
