//! Bodies, assignments, work and reporting; every command is taken back to where it began.

use tiendo::model::*;

use crate::world::{World, day, ids};

fn world() -> World {
    let mut world = World::of("a I\n b I\n g II indicator\n m g measure");
    for (id, name) in [("vp", "Văn phòng"), ("tc", "Ban Tổ chức"), ("kt", "Ủy ban Kiểm tra")] {
        world.run(Command::AddBody { id: id.into(), fields: vec![BodyEdit::Name(name.into())] });
    }
    world
}

fn engage(subject: &str, body: &str, role: Role) -> Command {
    Command::Engage { subject: subject.into(), body: body.into(), role, fields: vec![] }
}

fn parts(world: &World, subject: &str) -> Vec<String> {
    world.programme.engagements_of(subject).map(|it| format!("{} {}", it.body, it.role.word())).collect()
}

#[test]
fn each_command_can_be_taken_back_and_done_again() {
    let q3: Period = "2025-Q3".parse().unwrap();
    let commands = [
        Command::Edit(vec![
            Edit::Head(HeadEdit::Theme("chủ đề".into())),
            Edit::Head(HeadEdit::NearShare(Some(Decimal::new(95, 2)))),
            Edit::Section("I".into(), SectionEdit::Title("Nhiệm vụ".into())),
            Edit::Item("a".into(), ItemEdit::Deadline(Deadline::On(day("2025-12-31")))),
            Edit::Measure("m".into(), MeasureEdit::Target(Target::Zero)),
            Edit::Body("vp".into(), BodyEdit::ShortName("VP".into())),
        ]),
        Command::AddSection { id: "V".into(), after: None, kind: SectionKind::Free, title: "Phụ lục".into() },
        Command::AddBody { id: "new".into(), fields: vec![BodyEdit::Parent(Some("vp".into()))] },
        Command::MergeBody { body: "tc".into(), into: "vp".into(), on: day("2025-07-01") },
        Command::DeleteBody("kt".into()),
        engage("a", "vp", Role::Lead),
        Command::Assign { subject: "a".into(), body: "vp".into(), role: Some(Role::Monitor), instead_of: vec![] },
        Command::SetTaskState { of: ids("a b"), state: TaskState::Ongoing },
        Command::SetTaskState { of: ids("a"), state: TaskState::Done },
        Command::AddUpdate {
            id: "u".into(),
            item: "a".into(),
            text: "xong".into(),
            state: Some(TaskState::Done),
            percent: Some(80),
        },
        Command::Link { id: "l".into(), from: "a".into(), to: "m".into(), kind: LinkKind::Implements },
        Command::Judge { subject: "m".into(), period: q3, scale: 4, text: "khá".into() },
        Command::AddDuty {
            id: "d".into(),
            fields: vec![ReportDutyEdit::Title("Báo cáo quý".into()), ReportDutyEdit::DueDay(Some(15))],
        },
        Command::AskExplanation {
            id: "q".into(),
            from: "Thường trực".into(),
            to: "vp".into(),
            about: "m".into(),
            due: None,
        },
        Command::SetLock { period: q3, locked: true },
    ];
    for command in commands {
        let mut world = world();
        let before = world.content();
        let change = world.run(command.clone());
        let after = world.content();
        assert_ne!(after, before, "{command:?}");
        let undone = world.undo(&change);
        assert_eq!(world.content(), before, "{command:?}");
        world.undo(&undone);
        assert_eq!(world.content(), after, "{command:?}");
    }
}

#[test]
fn a_body_has_one_part_in_a_thing_and_carries_it_over() {
    let mut world = world();
    world.run(Command::Engage {
        subject: "a".into(),
        body: "vp".into(),
        role: Role::Coordinate,
        fields: vec![EngagementEdit::Product("Kế hoạch".into())],
    });
    world.run(engage("a", "tc", Role::Lead));
    assert_eq!(parts(&world, "a"), ["tc lead", "vp coordinate"], "leads first");
    world.run(engage("a", "vp", Role::Lead));
    assert_eq!(parts(&world, "a"), ["tc lead", "vp lead"]);
    assert_eq!(world.programme.engagements_of("vp").next().unwrap().product, "Kế hoạch");
    assert_eq!(world.try_run(engage("a", "vp", Role::Lead)), Ok(None), "it has that part already");
    let id = world.programme.engagements_of("vp").next().unwrap().id.clone();
    world.run(Command::Disengage(id));
    assert_eq!(parts(&world, "a"), ["tc lead"]);
    world.run(engage("a", "vp", Role::Lead));
    assert_eq!(world.programme.engagements_of("vp").next().unwrap().product, "", "a part that ended begins afresh");
}

#[test]
fn a_part_takes_the_place_of_those_before_it_in_one_step() {
    let mut world = world();
    world.run(engage("a", "vp", Role::Lead));
    world.run(engage("a", "tc", Role::Coordinate));
    world.run(engage("b", "tc", Role::Lead));
    let part = |subject: &str, body: &str| {
        let part = world.programme.engagements_of(subject).find(|part| part.body.as_str() == body);
        part.unwrap().id.clone()
    };
    let (lead, support, elsewhere) = (part("a", "vp"), part("a", "tc"), part("b", "tc"));
    let assign = |role, instead_of| Command::Assign { subject: "a".into(), body: "kt".into(), role, instead_of };
    assert_eq!(
        world.refused(assign(Some(Role::Lead), vec![elsewhere.clone()])),
        CommandError::Missing(elsewhere),
        "a part in something else is left alone"
    );
    world.run(Command::Edit(vec![Edit::Engagement(lead.clone(), EngagementEdit::Product("Kế hoạch".into()))]));
    let before = world.content();
    let change = world.run(assign(Some(Role::Lead), vec![lead, support]));
    assert_eq!(parts(&world, "a"), ["kt lead"]);
    assert_eq!(world.programme.engagements_of("a").next().unwrap().product, "Kế hoạch");
    let undone = world.undo(&change);
    assert_eq!(world.content(), before);
    world.undo(&undone);
    let gone = world.run(assign(None, vec![]));
    assert_eq!(parts(&world, "a"), [""; 0]);
    world.undo(&gone);
    assert_eq!(parts(&world, "a"), ["kt lead"]);
    assert_eq!(world.try_run(assign(Some(Role::Lead), vec![])), Ok(None), "it has that part already");
}

#[test]
fn a_merged_body_is_followed_from_its_day_on() {
    let mut world = world();
    let merge = |body: &str, into: &str, on| Command::MergeBody { body: body.into(), into: into.into(), on: day(on) };
    world.run(merge("vp", "tc", "2025-07-01"));
    world.run(merge("tc", "kt", "2025-10-01"));
    let on = |date| world.programme.body_on("vp", day(date)).unwrap().id.to_string();
    assert_eq!((on("2025-06-30"), on("2025-07-01"), on("2025-12-31")), ("vp".into(), "tc".into(), "kt".into()));
    assert_eq!(world.refused(merge("kt", "vp", "2026-01-01")), CommandError::BodyRing("kt".into()));
    assert_eq!(world.refused(merge("kt", "kt", "2026-01-01")), CommandError::BodyRing("kt".into()));
    assert_eq!(world.refused(merge("kt", "gone", "2026-01-01")), CommandError::Missing("gone".into()));
    let parent =
        |body: &str, parent: &str| Command::Edit(vec![Edit::Body(body.into(), BodyEdit::Parent(Some(parent.into())))]);
    world.run(parent("vp", "kt"));
    assert_eq!(world.refused(parent("kt", "vp")), CommandError::BodyRing("kt".into()));
}

#[test]
fn two_merges_against_each_other_end() {
    let mut ours = world();
    let mut theirs = world();
    theirs.programme = ours.programme.clone();
    theirs.write_as("minh");
    ours.run(Command::MergeBody { body: "vp".into(), into: "tc".into(), on: day("2025-07-01") });
    theirs.run(Command::MergeBody { body: "tc".into(), into: "vp".into(), on: day("2025-07-01") });
    ours.programme.join(theirs.programme.document()).unwrap();
    assert!(ours.programme.body_on("vp", day("2025-12-31")).is_some());
}

#[test]
fn what_is_done_has_its_day() {
    let mut world = world();
    world.run(Command::SetTaskState { of: ids("a"), state: TaskState::Done });
    let item = |world: &World| world.programme.items().get("a").unwrap().as_ref().clone();
    assert_eq!((item(&world).completed, item(&world).percent), (Some(day("2025-10-05")), Some(100)));
    world.run(Command::SetTaskState { of: ids("a"), state: TaskState::Ongoing });
    assert_eq!(item(&world).completed, None);
    world.run(Command::AddUpdate {
        id: "u".into(),
        item: "a".into(),
        text: "gần xong".into(),
        state: None,
        percent: Some(90),
    });
    assert_eq!((item(&world).state, item(&world).percent), (TaskState::Ongoing, Some(90)));
    let update = world.programme.updates().of("a").next().unwrap();
    assert_eq!((update.author.as_str(), update.date, update.written.0 > 0), ("Lan", day("2025-10-05"), true));
    world.run(engage("a", "vp", Role::Lead));
    let part = world.programme.engagements_of("a").next().unwrap().id.clone();
    world.run(Command::SetTaskState { of: vec![part], state: TaskState::Done });
    assert_eq!(world.programme.engagements_of("a").next().unwrap().completed, Some(day("2025-10-05")));
}

#[test]
fn an_update_that_was_written_in_error_goes_and_comes_back() {
    let mut world = world();
    let (text, percent) = ("xong một nửa".into(), Some(50));
    world.run(Command::AddUpdate { id: "u".into(), item: "a".into(), text, state: None, percent });
    let before = world.content();
    let change = world.run(Command::DeleteUpdate("u".into()));
    assert_eq!(world.programme.updates().of("a").count(), 0);
    assert_eq!(world.programme.items().get("a").unwrap().percent, Some(50), "what it set stays");
    world.undo(&change);
    assert_eq!(world.content(), before);
    assert_eq!(world.refused(Command::DeleteUpdate("gone".into())), CommandError::Missing("gone".into()));
}

#[test]
fn a_person_judges_a_period_once() {
    let mut world = world();
    let judge = |scale, text: &str| Command::Judge {
        subject: "m".into(),
        period: "2025-Q3".parse().unwrap(),
        scale,
        text: text.into(),
    };
    world.run(judge(2, "chậm"));
    world.run(judge(3, "đã khá hơn"));
    let judgements: Vec<_> =
        world.programme.judgements().of("m").map(|it| (it.scale, it.text.as_str(), it.author.as_str())).collect();
    assert_eq!(judgements, [(3, "đã khá hơn", "Lan")]);
    assert_eq!(world.refused(judge(6, "")), CommandError::OutOfRange { field: "scale", value: 6, from: 1, to: 5 });
    // Taken away, brought back by undoing, and written anew after all.
    let (id, before) = (world.programme.judgements().of("m").next().unwrap().id.clone(), world.content());
    let removed = world.run(Command::Unjudge(id.clone()));
    assert_eq!(world.programme.judgements().len(), 0);
    assert_eq!(world.refused(Command::Unjudge("gone".into())), CommandError::Missing("gone".into()));
    world.undo(&removed);
    assert_eq!(world.content(), before);
    world.run(Command::Unjudge(id));
    world.run(judge(5, "tốt"));
    assert_eq!(world.programme.judgements().of("m").map(|it| it.scale).collect::<Vec<_>>(), [5]);
}

#[test]
fn marks_come_and_go() {
    let mut world = world();
    world.run(Command::AddDuty { id: "d".into(), fields: vec![ReportDutyEdit::Cycle(Cycle::Quarter)] });
    let mark = |state| Command::MarkReceived {
        duty: "d".into(),
        body: "vp".into(),
        period: "2025-Q3".parse().unwrap(),
        state,
    };
    world.run(mark(Some(ReceivedState::Late)));
    world.run(mark(Some(ReceivedState::Received)));
    assert_eq!(world.programme.received().of("d").map(|it| it.state).collect::<Vec<_>>(), [ReceivedState::Received]);
    world.run(mark(None));
    assert_eq!(world.try_run(mark(None)), Ok(None));
    world.run(mark(Some(ReceivedState::Missing)));
    assert_eq!(world.programme.received().of("vp").map(|it| it.state).collect::<Vec<_>>(), [ReceivedState::Missing]);
    world.run(Command::DeleteDuty("d".into()));
    assert_eq!(world.programme.received().len(), 0);
}

#[test]
fn deleting_a_body_frees_what_named_it() {
    let mut world = world();
    world.run(engage("a", "vp", Role::Lead));
    world.run(Command::Edit(vec![
        Edit::Measure("m".into(), MeasureEdit::Owner(Some("vp".into()))),
        Edit::Body("tc".into(), BodyEdit::Parent(Some("vp".into()))),
    ]));
    world.run(Command::MergeBody { body: "kt".into(), into: "vp".into(), on: day("2025-07-01") });
    world.run(Command::DeleteBody("vp".into()));
    let programme = &world.programme;
    assert_eq!(programme.engagements().len(), 0);
    assert_eq!(programme.measures().get("m").unwrap().owner, None);
    assert_eq!(programme.bodies().get("tc").unwrap().parent, None);
    assert_eq!(programme.bodies().get("kt").unwrap().successor, None);
    assert_eq!(programme.review(), []);
}

#[test]
fn links_and_edits_that_cannot_be_are_refused() {
    let mut world = world();
    let link = |from: &str, to: &str| Command::Link {
        id: "l".into(),
        from: from.into(),
        to: to.into(),
        kind: LinkKind::SeeAlso,
    };
    let percent = |value| Command::Edit(vec![Edit::Item("a".into(), ItemEdit::Percent(Some(value)))]);
    let cases = [
        (link("a", "a"), CommandError::IntoItself("a".into())),
        (link("a", "gone"), CommandError::Missing("gone".into())),
        (percent(101), CommandError::OutOfRange { field: "percent", value: 101, from: 0, to: 100 }),
        (Command::Edit(vec![Edit::Item("m".into(), ItemEdit::Percent(None))]), CommandError::Missing("m".into())),
        (
            Command::Edit(vec![Edit::Head(HeadEdit::FirstYear(0))]),
            CommandError::OutOfRange { field: "first-year", value: 0, from: 1, to: 9999 },
        ),
        (Command::Unlink("l".into()), CommandError::Missing("l".into())),
        (engage("gone", "vp", Role::Lead), CommandError::Missing("gone".into())),
        (engage("a", "gone", Role::Lead), CommandError::Missing("gone".into())),
    ];
    for (command, error) in cases {
        assert_eq!(world.refused(command.clone()), error, "{command:?}");
    }
    world.run(link("a", "m"));
    let again = Command::Link { id: "l2".into(), from: "a".into(), to: "m".into(), kind: LinkKind::SeeAlso };
    assert_eq!(world.try_run(again), Ok(None), "it is there");
    assert_eq!(world.programme.links_of("m").count(), 1);
    world.run(Command::Unlink("l".into()));
    assert_eq!(world.programme.links_of("a").count(), 0);
}
