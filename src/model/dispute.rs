//! What waits for a person's word: values that several wrote at the same time, and records that somebody deleted
//! without having seen what another wrote to them. Read from the document; nothing of it is stored.

use std::collections::BTreeMap;

use super::codec::FieldValue as _;
use super::{FigureState, Programme};
use crate::document::{Cause, DELETED, Document, Dot, FieldName, Node, NodeId, Register, Stamp, Value, sort_by};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dispute {
    Fields(FieldDispute),
    Deletion(DeletionDispute),
}

/// Several values of one field. What the same steps wrote along with it is one question with it: a task's state and its
/// day of completion, a figure and its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDispute {
    pub node: NodeId,
    /// At least one: the first leads.
    pub fields: Vec<FieldName>,
    /// By stamp: the one that is shown stands last.
    pub choices: Vec<Choice>,
    /// What stood in the first field before all of them, where it is known and one of others wrote it.
    pub before: Option<Dot>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// One a field.
    pub values: Vec<Value>,
    /// Whose it is; several who wrote the same do not disagree.
    pub by: Vec<Stamp>,
}

/// Records that were deleted in one step, and what others had written to them by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletionDispute {
    pub by: Stamp,
    /// Those that were written to; sorted.
    pub nodes: Vec<NodeId>,
    pub unseen: Vec<Unseen>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseen {
    pub node: NodeId,
    pub field: FieldName,
    pub dot: Dot,
}

/// The fields of a record that are written to decide.
pub type Decision = (NodeId, Vec<(FieldName, Value)>);

impl FieldDispute {
    /// Takes one of the versions, counted from 0.
    pub fn version(&self, at: usize) -> Option<Decision> {
        let choice = self.choices.get(at)?;
        Some((self.node.clone(), self.fields.iter().cloned().zip(choice.values.iter().cloned()).collect()))
    }

    /// Takes another value. What was in question with it is decided too, as if the value were typed over the version that is
    /// shown: what was agreed on is to be agreed on again, and what was said of the old one goes.
    pub fn own(&self, value: Value) -> Decision {
        let (node, mut fields) =
            self.version(self.choices.len().saturating_sub(1)).unwrap_or((self.node.clone(), Vec::new()));
        for (field, written) in &mut fields {
            match field.as_str() {
                "state" => {
                    if let Some(state) = FigureState::decode(written) {
                        *written = state.when_changed().encode();
                    }
                }
                "remark" | "sample" => *written = Value::Null,
                _ => {}
            }
        }
        if let Some((_, first)) = fields.first_mut() {
            *first = value;
        }
        (node, fields)
    }
}

impl DeletionDispute {
    /// All records that went in the step, those that came back or went once more since among them.
    pub fn all(&self, document: &Document) -> Vec<NodeId> {
        let is_of_it = |node: &Node| {
            let visible = node.field(DELETED).into_iter().flat_map(Register::values).map(|dot| &dot.stamp);
            visible.chain(node.history(DELETED).iter().map(|old| &old.stamp)).any(|stamp| *stamp == self.by)
        };
        document.nodes().filter(|(_, node)| is_of_it(node)).map(|(id, _)| id.clone()).collect()
    }

    /// What others had written, where they agree.
    pub fn written(&self) -> impl Iterator<Item = &Unseen> {
        self.unseen.iter().filter(|it| {
            let mut same = self.unseen.iter().filter(|other| other.node == it.node && other.field == it.field);
            it.field.as_str() != DELETED && same.all(|other| other.dot.value == it.dot.value)
        })
    }
}

impl Programme {
    /// Everything that waits for a decision, in the order of the nodes.
    pub fn disputes(&self) -> Vec<Dispute> {
        disputes(self.document(), self.records().disputed.iter())
    }
}

/// What waits for a decision in some nodes of a document.
pub fn disputes<'a>(document: &Document, nodes: impl Iterator<Item = &'a NodeId>) -> Vec<Dispute> {
    let mut found = Vec::new();
    let mut deletions: BTreeMap<Stamp, DeletionDispute> = BTreeMap::new();
    for id in nodes {
        let Some(node) = document.node(id.as_str()) else { continue };
        if let Some(by) = disputed_deletion(node) {
            let fresh = || DeletionDispute { by: by.clone(), nodes: Vec::new(), unseen: Vec::new() };
            let deletion = deletions.entry(by.clone()).or_insert_with(fresh);
            deletion.nodes.push(id.clone());
            deletion.unseen.extend(unseen(node).map(|(field, dot)| Unseen {
                node: id.clone(),
                field: field.clone(),
                dot,
            }));
        }
        if !node.is_deleted() {
            found.extend(field_disputes(id, node).into_iter().map(Dispute::Fields));
        }
    }
    found.extend(deletions.into_values().map(Dispute::Deletion));
    found
}

/// The step that deleted a node, where others had written to it, or brought it back, unseen.
fn disputed_deletion(node: &Node) -> Option<&Stamp> {
    let is_disputed = node.conflicts().any(|it| it.cause == Cause::DeletedUnseen || it.field.as_str() == DELETED);
    let deletion = node.field(DELETED)?.values().iter().rfind(|dot| dot.value.is_true()).filter(|_| is_disputed)?;
    // Deleted once more, and that taken back: it is the first step's still, which took along what belongs to it.
    let older = node.history(DELETED).iter().rev().skip_while(|old| old.stamp > deletion.stamp);
    let first = older.take_while(|old| old.value.as_ref().is_some_and(Value::is_true)).last();
    Some(first.map_or(&deletion.stamp, |old| &old.stamp))
}

/// The visible values of a deleted node that no deleter had seen. What a deleter stamped again it had seen.
fn unseen(node: &Node) -> impl Iterator<Item = (&FieldName, Dot)> {
    let deletions = node.field(DELETED).map_or(&[][..], Register::values);
    let is_deletion =
        move |dot: &Dot| deletions.iter().any(|deletion| deletion.value.is_true() && deletion.stamp == dot.stamp);
    node.fields().flat_map(move |(field, register)| {
        let seen = register.values().iter().rfind(|dot| is_deletion(dot)).map(|dot| &dot.value);
        let values = register.values().iter().zip(origins(node, field, register.values()));
        let values = values.filter(move |(dot, _)| !is_deletion(dot) && Some(&dot.value) != seen);
        values.map(move |(dot, stamp)| (field, Dot { stamp, value: dot.value.clone() }))
    })
}

/// Fields that go along with another one when it is written.
fn follows(field: &str, lead: &str) -> bool {
    matches!(
        (lead, field),
        ("figure", "state" | "reason" | "remark" | "sample")
            | ("state", "completed" | "percent" | "remark")
            | ("target", "revisions")
    )
}

fn field_disputes(id: &NodeId, node: &Node) -> Vec<FieldDispute> {
    let mut found: Vec<FieldDispute> = Vec::new();
    let mut conflicts: Vec<_> = node.conflicts().filter(|conflict| conflict.field.as_str() != DELETED).collect();
    // What leads comes before what may go along with it; a figure leads its state.
    let rank = |field: &str| match field {
        "figure" => 0,
        "state" | "target" => 1,
        _ => 2,
    };
    sort_by(&mut conflicts, |one, other| rank(one.field.as_str()).cmp(&rank(other.field.as_str())));
    for conflict in conflicts {
        let values = conflict.register.values();
        let by = origins(node, conflict.field, values);
        // A fork: under one stamp no field can tell which of the others' values it belongs to.
        let is_fork = conflict.register.forks().next().is_some();
        let same = found.iter_mut().find(|other| {
            let stamps = other.choices.iter().flat_map(|choice| &choice.by);
            !is_fork && follows(conflict.field.as_str(), other.fields[0].as_str()) && stamps.eq(&by)
        });
        match same {
            Some(other) => {
                other.fields.push(conflict.field.clone());
                for (choice, dot) in other.choices.iter_mut().zip(values) {
                    choice.values.push(dot.value.clone());
                }
            }
            None => found.push(FieldDispute {
                node: id.clone(),
                fields: vec![conflict.field.clone()],
                before: before(node, conflict.field, &by),
                choices: values
                    .iter()
                    .zip(by)
                    .map(|(dot, by)| Choice { values: vec![dot.value.clone()], by: vec![by] })
                    .collect(),
            }),
        }
    }
    for dispute in &mut found {
        let mut choices: Vec<Choice> = Vec::new();
        for choice in dispute.choices.drain(..) {
            // Equal ones are one choice, in the later place: the one that is shown stands last.
            let same = choices.iter().position(|other| other.values == choice.values);
            let mut by = same.map(|at| choices.remove(at).by).unwrap_or_default();
            by.extend(choice.by.iter().cloned());
            choices.push(Choice { by, ..choice });
        }
        dispute.choices = choices;
    }
    found
}

/// Who wrote each visible value. Where a decision was taken back, one writer has brought several back at once: they are
/// those of whom the old values tell, read backwards past what was decided and brought back in between, until all are
/// found, of more than one writer, and what stood before them is met.
fn origins(node: &Node, field: &FieldName, visible: &[Dot]) -> Vec<Stamp> {
    let is_back = |dot: &Dot| {
        visible.iter().any(|other| other.stamp.actor == dot.stamp.actor && other.stamp.count != dot.stamp.count)
    };
    let back: Vec<usize> = (0..visible.len()).filter(|at| is_back(&visible[*at])).collect();
    let mut found: Vec<Stamp> = visible.iter().map(|dot| dot.stamp.clone()).collect();
    for old in node.history(field.as_str()).iter().rev().filter(|_| !back.is_empty()) {
        match back.iter().find(|at| old.value.as_ref() == Some(&visible[**at].value)) {
            Some(at) => found[*at] = old.stamp.clone(),
            None if back.iter().all(|at| found[*at] != visible[*at].stamp)
                && back.iter().any(|at| found[*at].actor != found[back[0]].actor) =>
            {
                break;
            }
            None => {}
        }
    }
    found
}

/// The last old value that lies below all visible ones. One by a writer of these may be a step on the way to it that
/// the others never saw.
fn before(node: &Node, field: &FieldName, visible: &[Stamp]) -> Option<Dot> {
    let first = visible.iter().min()?;
    let is_by_others = |stamp: &Stamp| visible.iter().all(|other| other.actor != stamp.actor);
    let old = node.history(field.as_str()).iter().rev().find(|old| old.stamp < *first && is_by_others(&old.stamp))?;
    let value = old.value.clone().filter(|value| *value != Value::Null)?;
    Some(Dot { stamp: old.stamp.clone(), value })
}
