//! Random work: whatever was done, the records are those that a fresh reading gives, and taking all of it back leads to
//! where it began.

use tiendo::model::*;

use crate::world::{World, cell, day, number};

/// A small generator of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

fn command(world: &World, dice: &mut Dice, step: usize) -> Command {
    let programme = &world.programme;
    let lines: Vec<_> = programme.lines_below(ROOT).iter().map(|(_, line)| line.id().clone()).collect();
    let bodies: Vec<_> = programme.bodies().iter().map(|body| body.id.clone()).chain(["gone".into()]).collect();
    let line = dice.pick(&lines).clone();
    let other = dice.pick(&lines).clone();
    let body = dice.pick(&bodies).clone();
    let children = programme.children(line.as_str());
    let after = (!children.is_empty() && dice.below(3) > 0).then(|| dice.pick(&children).id().clone());
    let at = Spot { parent: line.clone(), after };
    let new = |word: &str| format!("{word}{step}").as_str().into();
    let month = cell(line.as_str(), &format!("2025-{:02}", 1 + dice.below(12)));
    let value = number(&dice.below(100).to_string());
    match dice.below(16) {
        0..=2 => {
            Command::AddItems { at, items: vec![(new("x"), vec![ItemEdit::Kind(ItemKind::Task)]), (new("y"), vec![])] }
        }
        3 => Command::AddMeasure { at, id: new("m"), fields: vec![MeasureEdit::Unit("%".into())] },
        4 => Command::Move { lines: vec![other], to: at },
        5 => Command::Indent(vec![line, other]),
        6 => Command::Outdent(vec![line, other]),
        // Never a whole section, so that there is always something left to work on.
        7 if programme.sections().contains(line.as_str()) => Command::ClearSample,
        7 => Command::Delete(vec![line]),
        8 => Command::Duplicate(vec![(line, new("c"))]),
        9 => {
            Command::SetFigures { figures: vec![(month, (dice.below(4) > 0).then_some(value))], reason: "sửa".into() }
        }
        10 => Command::SetTaskState { of: vec![line], state: *dice.pick(TaskState::ALL) },
        11 => Command::Engage { subject: line, body, role: *dice.pick(Role::ALL), fields: vec![] },
        12 => Command::Link { id: new("l"), from: line, to: other, kind: *dice.pick(LinkKind::ALL) },
        13 => Command::AddBody { id: new("b"), fields: vec![BodyEdit::Parent(Some(body))] },
        14 if dice.below(2) == 0 => Command::DeleteBody(body),
        14 => Command::MergeBody { body, into: dice.pick(&bodies).clone(), on: day("2025-07-01") },
        _ => Command::Edit(vec![
            Edit::Item(line, ItemEdit::Title(format!("lần {step}"))),
            Edit::Head(HeadEdit::Theme(format!("lần {}", dice.below(3)))),
        ]),
    }
}

#[test]
fn refreshed_records_are_those_of_a_fresh_reading_and_all_work_can_be_taken_back() {
    let mut done = 0;
    for seed in 1..=12 {
        let mut dice = Dice(seed);
        let mut world = World::of("a I\n b a\n g II indicator\n m g measure\n n g measure");
        world.run(Command::AddBody { id: "vp".into(), fields: vec![BodyEdit::Name("Văn phòng".into())] });
        let start = world.content();
        let mut changes = Vec::new();
        for step in 0..60 {
            let command = command(&world, &mut dice, step);
            // Many a random command cannot be done; that is refused and checked elsewhere.
            if let Ok(Some(change)) = world.try_run(command.clone()) {
                changes.push(change);
                let fresh = Programme::read(world.programme.document().clone());
                assert_eq!(
                    format!("{:?}", world.programme),
                    format!("{fresh:?}"),
                    "seed {seed}, step {step}: {command:?}"
                );
                assert_eq!(world.programme.review(), [], "seed {seed}, step {step}: {command:?}");
            }
        }
        done += changes.len();
        for change in changes.iter().rev() {
            world.undo(change);
        }
        assert_eq!(world.content(), start, "seed {seed}");
    }
    assert!(done > 300, "only {done} commands were done");
}
