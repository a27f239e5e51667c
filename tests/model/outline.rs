//! Adding, moving, copying and deleting lines; every command is taken back to where it began.

use std::sync::Arc;

use tiendo::model::*;

use crate::world::{World, cell, ids, number, spot};

const LINES: &str = "a I
    a1 a
    a2 a
    a21 a2
    a3 a
    b I
    c I
    g II indicator-group
    i g indicator
    m i measure
    n i measure";

/// Runs a command on the lines above and looks at a section; then takes it back, and does it again.
#[track_caller]
fn check(command: Command, section: &str, expected: &str) {
    let mut world = World::of(LINES);
    let before = world.content();
    let change = world.run(command);
    assert_eq!(world.below(section), expected);
    let after = world.content();
    let undone = world.undo(&change);
    assert_eq!(world.content(), before, "undone");
    world.undo(&undone);
    assert_eq!(world.content(), after, "done again");
    let read_anew = Programme::read(world.programme.document().clone());
    assert_eq!(read_anew.lines_below(ROOT).len(), world.programme.lines_below(ROOT).len());
}

fn moved(lines: &str, to: Spot) -> Command {
    Command::Move { lines: ids(lines), to }
}

#[test]
fn lines_are_as_they_were_added() {
    let world = World::of(LINES);
    assert_eq!(world.below("I"), "a a1> a2> a21>> a3> b c");
    assert_eq!(world.below("II"), "g i> m>> n>>");
    assert_eq!(world.programme.measures_in_order().iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["m", "n"]);
    assert_eq!(world.programme.section_of("a21").map(|it| it.id.as_str()), Some("I"));
    assert_eq!(
        world.programme.ancestors("a21").iter().map(|it| it.id().as_str()).collect::<Vec<_>>(),
        ["a2", "a", "I"]
    );
}

#[test]
fn new_items_stand_together_where_they_were_put() {
    let items = ids("x y").into_iter().map(|id| (id, vec![ItemEdit::Title("mới".into())])).collect::<Vec<_>>();
    let add = |at| Command::AddItems { at, items: items.clone() };
    check(add(spot("I", None)), "I", "x y a a1> a2> a21>> a3> b c");
    check(add(spot("I", Some("b"))), "I", "a a1> a2> a21>> a3> b x y c");
    check(add(spot("a", Some("a1"))), "I", "a a1> x> y> a2> a21>> a3> b c");
    check(add(spot("IV", None)), "IV", "x y");
}

#[test]
fn moved_lines_keep_their_order_and_take_their_branches_along() {
    check(moved("b", spot("I", None)), "I", "b a a1> a2> a21>> a3> c");
    check(moved("c a2", spot("a", None)), "I", "a a2> a21>> c> a1> a3> b");
    check(moved("a a2", spot("I", Some("c"))), "I", "b c a a1> a2> a21>> a3>");
    check(moved("a1 a2", spot("a", Some("a2"))), "I", "a a1> a2> a21>> a3> b c");
    check(moved("n", spot("i", None)), "II", "g i> n>> m>>");
    check(
        moved("II", Spot { parent: ROOT.into(), after: None }),
        ROOT,
        "II g> i>> m>>> n>>> I a> a1>> a2>> a21>>> a3>> b> c> III IV",
    );
}

#[test]
fn items_go_under_the_one_before_and_out_again() {
    check(Command::Indent(ids("b")), "I", "a a1> a2> a21>> a3> b> c");
    check(Command::Indent(ids("c b")), "I", "a a1> a2> a21>> a3> b> c>");
    check(Command::Indent(ids("a3 c")), "I", "a a1> a2> a21>> a3>> b c>");
    check(Command::Outdent(ids("a2 a3")), "I", "a a1> a2 a21> a3 b c");
    check(Command::Outdent(ids("a21 a1")), "I", "a a2> a21> a3> a1 b c");
}

#[test]
fn what_cannot_be_is_refused() {
    let mut world = World::of(LINES);
    let wrong = |line: &str, parent: &str| CommandError::WrongParent { line: line.into(), parent: parent.into() };
    let cases = [
        (moved("a", spot("a21", None)), CommandError::IntoItself("a21".into())),
        (moved("a", spot("a", None)), CommandError::IntoItself("a".into())),
        (moved("m", spot("I", None)), wrong("m", "I")),
        (moved("a", spot("m", None)), wrong("a", "m")),
        (moved("a", spot(ROOT, None)), wrong("a", ROOT)),
        (moved("I", spot("II", None)), wrong("I", "II")),
        (moved("gone", spot("I", None)), CommandError::Missing("gone".into())),
        (moved("a", spot("gone", None)), wrong("a", "gone")),
        (moved("a", spot("II", Some("b"))), CommandError::Missing("b".into())),
        (Command::Indent(ids("a")), CommandError::NowhereToGo("a".into())),
        (Command::Indent(ids("n")), CommandError::NowhereToGo("n".into())),
        (Command::Outdent(ids("b")), CommandError::NowhereToGo("b".into())),
        (Command::Outdent(ids("m")), CommandError::NowhereToGo("m".into())),
        (Command::Delete(ids("gone")), CommandError::Missing("gone".into())),
        (Command::AddItems { at: spot("m", None), items: vec![("x".into(), vec![])] }, wrong("x", "m")),
        (
            Command::AddItems { at: spot("I", None), items: vec![("b".into(), vec![])] },
            CommandError::IdTaken("b".into()),
        ),
        (Command::AddMeasure { at: spot("II", None), id: "x".into(), fields: vec![] }, wrong("x", "II")),
        (Command::Create { head: vec![], sections: vec![] }, CommandError::AlreadyBegun),
    ];
    for (command, error) in cases {
        assert_eq!(world.refused(command.clone()), error, "{command:?}");
    }
}

#[test]
fn a_copy_has_the_wording_and_the_assignments_but_not_the_progress() {
    let mut world = World::of(LINES);
    world.run(Command::AddBody { id: "vp".into(), fields: vec![BodyEdit::Name("Văn phòng".into())] });
    world.run(Command::Engage { subject: "m".into(), body: "vp".into(), role: Role::Lead, fields: vec![] });
    world.run(Command::SetTaskState { of: ids("i"), state: TaskState::Done });
    world.run(Command::Edit(vec![Edit::Item("i".into(), ItemEdit::Note("ghi chú".into()))]));
    world
        .run(Command::SetFigures { figures: vec![(cell("m", "2025-09"), Some(number("7.9")))], reason: String::new() });
    let before = world.content();
    let change = world.run(Command::Duplicate(vec![("g".into(), "copy".into())]));
    assert_eq!(world.below("II"), "g i> m>> n>> copy new1> new2>> new3>>");
    let item = world.programme.items().get("new1").unwrap();
    assert_eq!(
        (item.title.as_str(), item.note.as_str(), item.state, item.completed),
        ("i", "ghi chú", TaskState::NotStarted, None)
    );
    assert_eq!(world.programme.engagements_of("new2").count(), 1);
    assert_eq!(world.programme.observations_of("new2").count(), 0);
    world.undo(&change);
    assert_eq!(world.content(), before);
}

#[test]
fn deleting_takes_everything_that_belongs_to_a_branch() {
    let mut world = World::of(LINES);
    world.run(Command::AddBody { id: "vp".into(), fields: vec![BodyEdit::Name("Văn phòng".into())] });
    world.run(Command::Engage { subject: "i".into(), body: "vp".into(), role: Role::Lead, fields: vec![] });
    world
        .run(Command::SetFigures { figures: vec![(cell("m", "2025-09"), Some(number("7.9")))], reason: String::new() });
    world.run(Command::Link { id: "l".into(), from: "a".into(), to: "m".into(), kind: LinkKind::ContributesTo });
    world.run(Command::AddUpdate { id: "u".into(), item: "i".into(), text: "xong".into(), state: None, percent: None });
    world.run(Command::AddDuty {
        id: "d".into(),
        fields: vec![ReportDutyEdit::Item(Some("g".into())), ReportDutyEdit::Body(Some("vp".into()))],
    });
    world.run(Command::MarkReceived {
        duty: "d".into(),
        body: "vp".into(),
        period: "2025-Q3".parse().unwrap(),
        state: Some(ReceivedState::Late),
    });
    let before = world.content();
    let change = world.run(Command::Delete(ids("g i")));
    assert_eq!(world.below("II"), "");
    assert_eq!(world.programme.review(), [], "nothing is left hanging");
    let left = (
        world.programme.observations().len(),
        world.programme.engagements().len(),
        world.programme.links().len(),
        world.programme.updates().len(),
        world.programme.duties().len(),
        world.programme.received().len(),
        world.programme.bodies().len(),
    );
    assert_eq!(left, (0, 0, 0, 0, 0, 0, 1));
    world.undo(&change);
    assert_eq!(world.content(), before);
}

#[test]
fn a_deleted_branch_comes_back_whole() {
    let mut world = World::of(LINES);
    world
        .run(Command::SetFigures { figures: vec![(cell("m", "2025-09"), Some(number("7.9")))], reason: String::new() });
    let before = world.content();
    world.run(Command::Delete(ids("g a2")));
    let error = world.refused(Command::Restore("b".into()));
    assert_eq!(error, CommandError::Missing("b".into()), "it is not deleted");
    world.run(Command::Edit(vec![Edit::Item("b".into(), ItemEdit::Note("đổi sau đó".into()))]));
    world.run(Command::Restore("i".into()));
    assert_eq!(world.programme.items().get("b").unwrap().note, "đổi sau đó");
    world.run(Command::Edit(vec![Edit::Item("b".into(), ItemEdit::Note(String::new()))]));
    assert_eq!(world.content().len(), before.len(), "lines and figures, of both branches");
    assert_eq!(world.below("I"), "a a1> a2> a21>> a3> b c");
}

#[test]
fn records_that_a_change_does_not_touch_stay_the_same_in_memory() {
    let mut world = World::of(LINES);
    let before: Vec<Arc<Item>> = world.programme.items().iter().cloned().collect();
    world.run(Command::Edit(vec![Edit::Item("b".into(), ItemEdit::Title("đổi".into()))]));
    for old in before {
        let new = world.programme.items().get(old.id.as_str()).unwrap();
        assert_eq!(Arc::ptr_eq(&old, new), old.id.as_str() != "b", "{}", old.id);
    }
}

#[test]
fn rows_that_two_offices_add_at_one_spot_stay_together() {
    let base = World::of("a I\n b I");
    let mut copies = Vec::new();
    for actor in ["lan", "minh"] {
        let mut world = World::of("");
        world.programme = base.programme.clone();
        world.write_as(actor);
        let mut after = "a".to_owned();
        for index in 0..3 {
            let id = format!("{actor}{index}");
            let at = spot("I", Some(&after));
            world.run(Command::AddItems { at, items: vec![(id.as_str().into(), vec![ItemEdit::Title(id.clone())])] });
            after = id;
        }
        copies.push(world);
    }
    let theirs = copies.pop().unwrap();
    let mut ours = copies.pop().unwrap();
    ours.programme.join(theirs.programme.document()).unwrap();
    let order = ours.below("I");
    assert!(order.contains("lan0 lan1 lan2") && order.contains("minh0 minh1 minh2"), "{order}");
}

#[test]
fn neighbours_are_copied_in_one_step() {
    let mut world = World::of("a I\n b I\n c b");
    let before = world.content();
    let change = world.run(Command::Duplicate(vec![("a".into(), "x".into()), ("b".into(), "y".into())]));
    assert_eq!(world.below("I"), "a x b c> y new1>");
    world.undo(&change);
    assert_eq!(world.content(), before);
}

#[test]
fn the_history_of_a_line_tells_what_was_written_together() {
    let mut world = World::of("a I\n b I");
    world.run(Command::Edit(vec![
        Edit::Item("b".into(), ItemEdit::Title("hai".into())),
        Edit::Item("b".into(), ItemEdit::Note("ghi chú".into())),
    ]));
    world.run(Command::Move { lines: ids("b"), to: spot("I", None) });
    let changes = world.programme.line_changes("b");
    let told: Vec<_> = changes
        .iter()
        .map(|change| {
            let fields: Vec<&str> = change.fields.iter().map(|(name, _)| name.as_str()).collect();
            (change.is_first, change.is_move, fields.join(" "))
        })
        .collect();
    assert_eq!(told[0], (false, true, String::new()));
    assert_eq!(told[1], (false, false, "note title".to_owned()));
    assert!(told.last().is_some_and(|first| first.0));
    let title = changes[1].fields.iter().find(|(name, _)| name.as_str() == "title");
    assert_eq!(title.and_then(|(_, before)| before.clone()), Some(tiendo::document::Value::text("b")));
    assert!(world.programme.line_changes("none").is_empty());
}
