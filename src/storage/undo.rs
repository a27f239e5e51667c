//! The undo list: what can be taken back and what can be done again, kept with the programme so that it survives a reload.

use crate::document::{Made, Stamp};

/// Steps kept, both directions together. Old values are in the document's history; this holds their stamps.
const KEPT: usize = 200;

/// One thing that "Hoàn tác" takes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A change, reversed by new writes.
    Change(Made),
    /// An import, a merge or a restore, taken back by the restore point that was written before it.
    Restore(u64),
}

/// Oldest first in both lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoList {
    done: Vec<Step>,
    /// The changes that took something back: reversing one of them does it again.
    undone: Vec<Made>,
}

impl UndoList {
    /// Something new was done: nothing can be done again after it.
    pub fn push(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
        let surplus = self.done.len().saturating_sub(KEPT);
        self.done.drain(..surplus);
    }

    /// Pushes the steps there are.
    pub fn extend(&mut self, steps: impl IntoIterator<Item = Step>) {
        steps.into_iter().for_each(|step| self.push(step));
    }

    pub fn next_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    pub fn next_redo(&self) -> Option<&Made> {
        self.undone.last()
    }

    /// Nothing was done and taken back since the step that comes next.
    pub fn is_straight_after(&self) -> bool {
        self.undone.is_empty()
    }

    /// The next step was taken back by the change `by` (`None`: nothing was left of it to take back).
    pub fn undone(&mut self, by: Option<Made>) {
        self.done.pop();
        self.undone.extend(by);
    }

    /// The next taken-back step was done again by the change `by`.
    pub fn redone(&mut self, by: Option<Made>) {
        self.undone.pop();
        self.done.extend(by.map(Step::Change));
    }

    /// A line a step.
    pub fn to_text(&self) -> String {
        let done = self.done.iter().map(|step| match step {
            Step::Change(made) => format!("done {}\n", made_text(made)),
            Step::Restore(point) => format!("restore {point}\n"),
        });
        done.chain(self.undone.iter().map(|made| format!("undone {}\n", made_text(made)))).collect()
    }

    /// Lines that cannot be read are passed over: the list is a convenience, the document holds the truth.
    pub fn read(text: &str) -> Self {
        let mut list = Self::default();
        for (word, rest) in text.lines().filter_map(|line| line.split_once(' ')) {
            match word {
                "done" => list.done.extend(read_made(rest).map(Step::Change)),
                "restore" => list.done.extend(rest.parse().ok().map(Step::Restore)),
                "undone" => list.undone.extend(read_made(rest)),
                _ => {}
            }
        }
        list
    }
}

/// Its stamp; then, between tabs, what it decided between.
fn made_text(made: &Made) -> String {
    let settled = made.settled.iter().map(|(node, field, stamp)| format!("\t{node}\t{field}\t{}", stamp_text(stamp)));
    std::iter::once(stamp_text(&made.stamp)).chain(settled).collect()
}

fn read_made(text: &str) -> Option<Made> {
    let mut words = text.split('\t');
    let stamp = read_stamp(words.next()?)?;
    let mut settled = Vec::new();
    while let (Some(node), Some(field), Some(stamp)) = (words.next(), words.next(), words.next()) {
        settled.push((node.into(), field.into(), read_stamp(stamp)?));
    }
    Some(Made { stamp, settled })
}

fn stamp_text(stamp: &Stamp) -> String {
    format!("{}.{}", stamp.count, stamp.actor)
}

fn read_stamp(text: &str) -> Option<Stamp> {
    let (count, actor) = text.split_once('.')?;
    Some(Stamp { count: count.parse().ok()?, actor: actor.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(count: u64) -> Made {
        Stamp { count, actor: "k3x".into() }.into()
    }

    #[test]
    fn steps_go_back_and_forth_and_survive_as_text() {
        let mut list = UndoList::default();
        list.push(Step::Change(stamp(1)));
        list.push(Step::Change(stamp(2)));
        list.undone(Some(stamp(3)));
        assert_eq!(list.next_undo(), Some(&Step::Change(stamp(1))));
        assert_eq!(list.next_redo(), Some(&stamp(3)));
        assert_eq!(UndoList::read(&list.to_text()), list);
        list.redone(Some(stamp(4)));
        assert_eq!((list.next_undo(), list.next_redo()), (Some(&Step::Change(stamp(4))), None));
        list.push(Step::Change(Made {
            settled: vec![("o.m.2025.-".into(), "figure".into(), stamp(1).stamp)],
            ..stamp(5)
        }));
        assert_eq!(UndoList::read(&list.to_text()), list);
        assert_eq!(UndoList::read("done x\nnonsense\n"), UndoList::default());
    }

    #[test]
    fn a_new_change_ends_redo_and_the_list_stays_short() {
        let mut list = UndoList::default();
        list.push(Step::Restore(7));
        assert!(list.is_straight_after());
        list.push(Step::Change(stamp(1)));
        list.undone(Some(stamp(2)));
        assert_eq!(list.next_undo(), Some(&Step::Restore(7)));
        assert!(!list.is_straight_after(), "something was done in between");
        assert_eq!(UndoList::read(&list.to_text()), list);
        for count in 0..300 {
            list.push(Step::Change(stamp(count)));
        }
        list.undone(Some(stamp(300)));
        list.push(Step::Change(stamp(301)));
        assert_eq!(list.next_redo(), None);
        assert_eq!(list.to_text().lines().count(), KEPT);
        assert!(!list.to_text().contains("restore"));
    }
}
