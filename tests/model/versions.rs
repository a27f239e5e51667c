//! Versions: issued, read as they were, amendments shown against them; the next year's programme.

use tiendo::document::{Author, Change, Draft, NodeId, Timestamp};
use tiendo::env::Env;
use tiendo::model::*;
use tiendo::snapshot;

use crate::world::{World, cell, day, ids, number, spot};

fn issue(world: &mut World, id: &str, number: &str, date: &str) -> Change {
    world.run(Command::Issue { id: id.into(), number: number.into(), date: day(date), note: String::new() })
}

fn world() -> World {
    let mut world = World::of(
        "a I task
         b I task
         c I task
         g II indicator-group
         h g indicator
         m h measure
         s III solution",
    );
    for (id, name) in [("van", "Văn phòng"), ("so", "Sở Y tế")] {
        world.run(Command::AddBody { id: id.into(), fields: vec![BodyEdit::Name(name.into())] });
    }
    world.run(Command::Assign {
        subject: "a".into(),
        body: "van".into(),
        role: Some(Role::Lead),
        instead_of: Vec::new(),
    });
    world.run(Command::Edit(vec![
        Edit::Item("a".into(), ItemEdit::Title("Rà soát quy hoạch cán bộ".into())),
        Edit::Item("a".into(), ItemEdit::Deadline("2025-Q2".parse().unwrap())),
        Edit::Measure("m".into(), MeasureEdit::Target(Target::AtLeast(10.into()))),
        Edit::Measure("m".into(), MeasureEdit::Unit("%".into())),
    ]));
    world
}

fn edit(world: &mut World, edit: Edit) {
    world.run(Command::Edit(vec![edit]));
}

/// `reference title: amendment; …`, a line each; the reference always with its section.
fn told(programme: &Programme) -> Vec<String> {
    let version = programme.last_version().unwrap();
    let then = programme.as_issued(version);
    let one = |amendment: &Amendment| match amendment {
        Amendment::Added => "added".to_owned(),
        Amendment::Removed => "removed".to_owned(),
        Amendment::Moved { from } => format!("from {from}"),
        Amendment::Text { field, before, after } => format!("{field} {before:?} > {after:?}"),
        Amendment::Target { before, after } => format!("{before:?} > {after:?}"),
        Amendment::Deadline { body, before, after } => format!("{body:?} {before} > {after}"),
        Amendment::Bodies { role, before, after } => format!("{} {before:?} > {after:?}", role.word()),
        Amendment::Other { field } => format!("other {field}"),
    };
    let line = |line: AmendedLine| {
        let amendments: Vec<String> = line.amendments.iter().map(one).collect();
        format!("{} {}: {}", line.reference, line.title, amendments.join("; "))
    };
    programme.compared(&then, version).all().into_iter().map(line).collect()
}

#[test]
fn what_was_issued_is_frozen_and_what_changes_is_told_against_it() {
    let mut world = world();
    issue(&mut world, "v1", " 01-CTr/ĐU ", "2025-01-15");
    assert_eq!(told(&world.programme), [""; 0]);
    let before = world.programme.clone();

    edit(&mut world, Edit::Item("a".into(), ItemEdit::Title("Rà soát toàn bộ quy hoạch".into())));
    edit(&mut world, Edit::Item("a".into(), ItemEdit::Deadline("2025-Q3".parse().unwrap())));
    world.run(Command::Assign {
        subject: "a".into(),
        body: "so".into(),
        role: Some(Role::Lead),
        instead_of: vec!["e.a.van.lead".into()],
    });
    world.run(Command::Move { lines: ids("c"), to: spot("I", None) });
    world.run(Command::Delete(ids("b")));
    world.run(Command::AddItems {
        at: spot("III", None),
        items: vec![("n".into(), vec![ItemEdit::Title("Mới".into())])],
    });
    world.run(Command::ReviseTarget {
        measure: "m".into(),
        date: day("2025-06-01"),
        target: Target::AtLeast(12.into()),
        document: "QĐ 5".into(),
    });
    edit(&mut world, Edit::Head(HeadEdit::Recipients(vec!["Thường trực".into(), "Lưu".into()])));
    // Progress and figures amend nothing.
    world.run(Command::SetTaskState { of: ids("a"), state: TaskState::Done });
    world
        .run(Command::SetFigures { figures: vec![(cell("m", "2025-09"), Some(number("7.9")))], reason: String::new() });
    edit(&mut world, Edit::Item("a".into(), ItemEdit::Note("ghi chú".into())));

    assert_eq!(
        told(&world.programme),
        [
            " Chương trình công tác năm 2025: recipients Some(\"\") > \"Thường trực\\nLưu\"",
            "I.1 c: from I.3",
            "I.2 Rà soát toàn bộ quy hoạch: title Some(\"Rà soát quy hoạch cán bộ\") > \"Rà soát toàn bộ quy hoạch\"; \
             None 2025-Q2 > 2025-Q3; lead [\"Văn phòng\"] > [\"Sở Y tế\"]",
            "I.2 b: removed",
            "II.1.1 m: (AtLeast(10), \"%\") > (AtLeast(12), \"%\")",
            "III Mới: added",
        ]
    );

    // The issued state is as it was, the version itself apart.
    let version = world.programme.last_version().unwrap().clone();
    assert_eq!(
        (version.number.as_str(), version.date, version.author.as_str()),
        ("01-CTr/ĐU", Some(day("2025-01-15")), "Lan")
    );
    let then = world.programme.as_issued(&version);
    assert_eq!(then.outline().len(), before.outline().len());
    for line in before.outline() {
        let id = line.line.id().as_str();
        assert_eq!(then.items().get(id), before.items().get(id));
        assert_eq!(then.measures().get(id), before.measures().get(id));
    }
    assert_eq!((then.head(), then.observations().len()), (before.head(), 0));
}

#[test]
fn back_as_it_was_is_no_amendment() {
    let mut world = world();
    issue(&mut world, "v1", "01", "2025-01-15");
    let moved = world.run(Command::Move { lines: ids("a"), to: spot("I", Some("c")) });
    assert_eq!(told(&world.programme).len(), 1);
    world.undo(&moved);
    let renamed = world.run(Command::Edit(vec![Edit::Item("a".into(), ItemEdit::Title("Khác".into()))]));
    world.undo(&renamed);
    let gone = world.run(Command::Delete(ids("g")));
    assert_eq!(told(&world.programme).len(), 3, "with what stood below it");
    world.undo(&gone);
    assert_eq!(told(&world.programme), [""; 0]);
    // Moved away and back by hand: another key, the same place.
    world.run(Command::Move { lines: ids("a"), to: spot("III", None) });
    world.run(Command::Move { lines: ids("a"), to: spot("I", None) });
    assert_eq!(told(&world.programme), [""; 0]);
}

#[test]
fn a_programme_is_issued_again_after_amendments() {
    let mut world = world();
    issue(&mut world, "v1", "01", "2025-01-15");
    edit(&mut world, Edit::Item("b".into(), ItemEdit::Title("Sửa".into())));
    let again = issue(&mut world, "v2", "05", "2025-07-01");
    assert_eq!(told(&world.programme), [""; 0], "against the later one");
    let numbers = |programme: &Programme| -> Vec<String> {
        programme.versions_in_order().iter().map(|version| version.number.clone()).collect()
    };
    assert_eq!(numbers(&world.programme), ["05", "01"]);
    let first = world.programme.versions().get("v1").unwrap().clone();
    assert_eq!(world.programme.as_issued(&first).items().get("b").unwrap().title, "b");
    world.undo(&again);
    assert_eq!(numbers(&world.programme), ["01"]);
    assert_eq!(told(&world.programme).len(), 1);
    assert_eq!(world.refused(Command::Withdraw("v2".into())), CommandError::Missing("v2".into()));
    world.run(Command::Withdraw("v1".into()));
    assert!(world.programme.last_version().is_none());
}

#[test]
fn a_version_travels_with_its_long_texts_and_merges() {
    let long = "Tiếp tục rà soát, bổ sung quy hoạch. ".repeat(40);
    let mut world = world();
    edit(&mut world, Edit::Item("a".into(), ItemEdit::Text(format!("{long} Bản nháp."))));
    edit(&mut world, Edit::Item("a".into(), ItemEdit::Text(long.clone())));
    let before_issue = snapshot::read(&snapshot::write(world.programme.document())).unwrap().document;
    issue(&mut world, "v1", "01", "2025-01-15");
    edit(&mut world, Edit::Item("a".into(), ItemEdit::Text("Ngắn.".into())));
    let file = snapshot::write(world.programme.document());
    assert!(!file.contains("Bản nháp"), "old drafts do not travel");
    let sent = Programme::read(snapshot::read(&file).unwrap().document);
    let version = sent.last_version().unwrap();
    assert_eq!(sent.as_issued(version).items().get("a").unwrap().text, long);
    assert_eq!(snapshot::write(sent.document()), file);

    // An office that wrote on before it heard of the version: what it wrote is an amendment, in either order of taking in.
    let mut other = Programme::read(before_issue);
    let mut draft = Draft::default();
    draft.set(&"c".into(), "item", "title", "Của nơi khác");
    let author = Author { actor: "hue".into(), person: "Huệ".into(), body: String::new() };
    other.commit(draft, &author, Timestamp(9)).unwrap();
    let elsewhere = other.document().clone();
    let mut ours = world.programme.clone();
    ours.join(&elsewhere).unwrap();
    other.join(sent.document()).unwrap();
    assert_eq!(told(&ours), told(&other));
    assert!(
        told(&ours).iter().any(|line| line.starts_with("I.3 Của nơi khác: title Some(\"c\")")),
        "{:?}",
        told(&ours)
    );
}

#[test]
fn a_version_reads_back_and_a_damaged_one_is_told() {
    let mut world = world();
    issue(&mut world, "v1", "01", "2025-01-15");
    let file = snapshot::write(world.programme.document());
    assert!(!world.programme.document().moment().iter().next().unwrap().1.is_empty());
    for bad in ["9-1", "0", "x", "3 2", "1-9007199254740992"] {
        let start = file.find("\"seen\":[[\"lan\",\"").unwrap() + "\"seen\":[[\"lan\",\"".len();
        let end = start + file[start..].find('"').unwrap();
        let text = format!("{}{bad}{}", &file[..start], &file[end..]);
        let programme = Programme::read(snapshot::read(&text).unwrap().document);
        assert!(programme.last_version().is_none(), "{bad}");
        let is_told = |it: &Review| matches!(it, Review::Unreadable { node, .. } if node.as_str() == "v1");
        assert!(programme.review().iter().any(is_told), "{bad}");
    }
}

#[test]
fn the_next_years_programme_begins_with_the_structure_alone() {
    let mut world = world();
    issue(&mut world, "v1", "01", "2025-01-15");
    world.run(Command::SetTaskState { of: ids("a"), state: TaskState::Done });
    world
        .run(Command::SetFigures { figures: vec![(cell("m", "2025-09"), Some(number("7.9")))], reason: String::new() });
    let author = Author { actor: "x".into(), person: String::new(), body: String::new() };
    let mut new_id = || NodeId::from("unused");
    let env = Env { now: Timestamp(5), today: day("2025-12-01"), author: &author, new_id: &mut new_id };
    let head = [HeadEdit::Title("Chương trình công tác năm 2026".into())];
    let next = Programme::read(world.programme.successor("next", 2026, &head, &env));
    assert_eq!(next.document().id(), "next");
    let head = next.head();
    assert_eq!((head.title.as_str(), head.first_year, head.last_year), ("Chương trình công tác năm 2026", 2026, 2026));
    assert_eq!((head.number.as_str(), head.date, head.is_sample), ("", None, false));
    let lines = |programme: &Programme| -> Vec<(usize, String, String)> {
        let line = |it: &NumberedLine| (it.depth, it.label.shown().to_owned(), it.line.title().to_owned());
        programme.outline().iter().map(line).collect()
    };
    assert_eq!(lines(&next), lines(&world.programme));
    let task = next.items().get("a").unwrap();
    assert_eq!(
        (task.state, task.completed, task.deadline.to_string()),
        (TaskState::NotStarted, None, "2026-Q2".into())
    );
    assert_eq!(next.measures().get("m").unwrap().target, Target::AtLeast(10.into()));
    assert_eq!(next.engagements_of("a").count(), 1);
    assert_eq!((next.observations().len(), next.versions().len(), next.bodies().len()), (0, 0, 2));
    assert!(next.review().is_empty());
    // Nothing of the history came along.
    assert_eq!(next.document().times().count(), 1);
}

#[test]
fn a_number_alone_makes_no_issued_programme() {
    let mut world = world();
    edit(&mut world, Edit::Head(HeadEdit::Number("01-CTr/ĐU".into())));
    assert!(!world.programme.is_issued(), "drafts and imported documents have a number too");
    let issued = issue(&mut world, "v1", "01-CTr/ĐU", "2025-01-15");
    assert!(world.programme.is_issued());
    world.undo(&issued);
    assert!(!world.programme.is_issued());
}

#[test]
fn the_next_title_has_the_next_years() {
    for (title, first, last, year, expected) in [
        ("Chương trình công tác năm 2025", 2025, 2025, 2026, "Chương trình công tác năm 2026"),
        ("Giai đoạn 2025–2026", 2025, 2026, 2026, "Giai đoạn 2026–2027"),
        ("Giai đoạn 2025–2030", 2025, 2030, 2031, "Giai đoạn 2031–2036"),
        ("Giai đoạn 2025–2026", 2025, 2026, 2024, "Giai đoạn 2024–2025"),
        ("Không nêu năm", 2025, 2025, 2026, "Không nêu năm"),
        ("Chương trình 10 điểm", 0, 0, 2026, "Chương trình 10 điểm"),
    ] {
        let head = Head { title: title.into(), first_year: first, last_year: last, ..Head::default() };
        assert_eq!(head.next_title(year), expected);
    }
}
