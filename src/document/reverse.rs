//! Undo as new writes: what a change replaced is written again.

use std::sync::Arc;

use super::{DELETED, Document, Dot, Draft, FieldName, Made, Node, NodeId, Past, Register, Stamp, Value};

/// How a change would be taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reversal {
    /// The inverse writes. Committed, they are a change of their own: reversing that one is redo.
    pub draft: Draft,
    /// Fields that the change wrote and that stay as they are, in the order of nodes and fields.
    pub kept: Vec<Kept>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub node: NodeId,
    pub field: FieldName,
    pub why: KeptBecause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptBecause {
    /// Something else is shown since; this change wrote it.
    Overwritten(Stamp),
    /// The value before is not in this copy (a file without history, or a long text left out of it).
    Unknown,
}

impl Document {
    /// The inverse of a change, as far as nobody has written over it. A field that shows what the change wrote goes back
    /// to what it showed before; a node that the change made is deleted; a node that it deleted is restored, a node that
    /// it restored is deleted. What it decided is in question again.
    pub fn reverse(&self, made: &Made) -> Reversal {
        let stamp = &made.stamp;
        let mut reversal = Reversal::default();
        for (id, node) in &self.nodes {
            let mut written = node.fields().filter_map(|(name, register)| {
                let value = written(node, name, register, stamp)?;
                Some((name, register, value))
            });
            let Some(first) = written.next() else { continue };
            if made_by(node, stamp) {
                reversal.unmake(id, node, stamp);
                continue;
            }
            for (name, register, value) in std::iter::once(first).chain(written) {
                reversal.unwrite(id, node, name, register, made, value);
            }
            reversal.reopen_deletion(id, node, made);
        }
        reversal
    }

    /// Writes that make this copy show again what an earlier one of it showed, a merge taken back later for instance:
    /// its values are replaced by new writes, so that they do not come back with the next file that holds them.
    pub fn return_to(&self, earlier: &Self) -> Draft {
        let mut draft = Draft::default();
        for (id, node) in &self.nodes {
            let then = match earlier.nodes.get(id) {
                Some(then) if Arc::ptr_eq(node, then) => continue,
                Some(then) if !then.is_deleted() => then,
                then => {
                    if !node.is_deleted() || (node.is_conflict() && !then.is_some_and(|then| then.is_conflict())) {
                        draft.delete(id);
                    }
                    continue;
                }
            };
            for (name, register) in node.fields() {
                let name = name.as_str();
                let was_conflict = then.field(name).is_some_and(Register::is_conflict);
                if node.get(name) != then.get(name) || (register.is_conflict() && !was_conflict) {
                    draft.set(id, node.kind(), name, then.get(name).cloned().unwrap_or_default());
                }
            }
        }
        draft
    }
}

impl Reversal {
    fn unmake(&mut self, id: &NodeId, node: &Node, stamp: &Stamp) {
        if node.is_deleted() {
            return;
        }
        let mut in_use = Vec::new();
        for (name, register) in node.fields() {
            let Some(shown) = register.shown().filter(|dot| dot.value != Value::Null) else { continue };
            let other = register.values().iter().rev().find(|dot| dot.stamp != *stamp);
            let own = written(node, name, register, stamp);
            if own != Some(Past::Value(&shown.value)) || (register.values().len() > 1 && other.is_some()) {
                let by = other.unwrap_or(shown).stamp.clone();
                in_use.push(Kept { node: id.clone(), field: name.clone(), why: KeptBecause::Overwritten(by) });
            }
        }
        if in_use.is_empty() {
            self.draft.delete(id);
        }
        self.kept.append(&mut in_use);
    }

    fn unwrite(
        &mut self,
        id: &NodeId,
        node: &Node,
        name: &FieldName,
        register: &Register,
        made: &Made,
        written: Past<'_>,
    ) {
        let mut keep = |why| self.kept.push(Kept { node: id.clone(), field: name.clone(), why });
        let Some(shown) = register.shown() else { return };
        // Undo writes older values again under new stamps: it is the value that tells whether the change still shows.
        if written != Past::Value(&shown.value) {
            return keep(KeptBecause::Overwritten(shown.stamp.clone()));
        }
        if let Some((last, beside)) = made.in_question(id, node, name, register).split_last() {
            return self.reopen(id, node, name, last, beside);
        }
        let value = match before(node, name, register, &made.stamp) {
            Past::Unknown => return keep(KeptBecause::Unknown),
            Past::Nothing => &Value::Null,
            Past::Value(value) => value,
        };
        let stands_beside = |dot: &Dot| is_beside(&dot.stamp, &made.stamp);
        if *value == shown.value && !register.values().iter().any(stands_beside) {
            // The change deleted the node and only stamped this field again.
        } else if name.as_str() == DELETED && value.is_true() {
            self.draft.delete(id);
        } else {
            self.draft.set(id, node.kind(), name.as_str(), value.clone());
        }
    }

    /// Makes several values of a field visible again, the last of them shown.
    fn reopen(&mut self, id: &NodeId, node: &Node, name: &FieldName, shown: &Value, beside: &[&Value]) {
        self.draft.set(id, node.kind(), name.as_str(), shown.clone());
        self.draft.beside.extend(beside.iter().map(|value| (id.clone(), name.clone(), (*value).clone())));
    }

    /// A deletion that was in dispute is so again: what others had written is unseen by the one that stands.
    fn reopen_deletion(&mut self, id: &NodeId, node: &Node, made: &Made) {
        let Some(mark) = node.field(DELETED) else { return };
        if written(node, &DELETED.into(), mark, &made.stamp).is_none() {
            return;
        }
        let marks = node.history(DELETED);
        let Some(deletion) = marks[..marks.partition_point(|old| old.stamp < made.stamp)].last() else { return };
        if !deletion.value.as_ref().is_some_and(Value::is_true) || mark.is_conflict() {
            return;
        }
        for (name, register) in node.fields().filter(|(name, _)| name.as_str() != DELETED) {
            let visible = register.values().iter().map(|dot| (&dot.stamp, Some(&dot.value)));
            let all = node.history(name.as_str()).iter().map(|old| (&old.stamp, old.value.as_ref())).chain(visible);
            let (mut seen, mut unseen) = (&Value::Null, Vec::new());
            for (stamp, value) in all.filter(|(stamp, _)| made.has_settled(id, name, stamp)) {
                match value {
                    Some(value) if *stamp == deletion.stamp => seen = value,
                    Some(value) => unseen.push(value),
                    None => {}
                }
            }
            unseen.retain(|value| *value != seen);
            if !unseen.is_empty() {
                self.draft.beside.retain(|(node, field, _)| node != id || field != name);
                self.reopen(id, node, name, seen, &unseen);
                self.draft.delete(id);
            }
        }
    }
}

impl Made {
    fn has_settled(&self, id: &NodeId, name: &FieldName, stamp: &Stamp) -> bool {
        self.settled.iter().any(|(node, field, other)| node == id && field == name && other == stamp)
    }

    /// The different values of a field that the change decided between, oldest first, with what came beside it since; none
    /// where it decided nothing.
    fn in_question<'a>(&self, id: &NodeId, node: &'a Node, name: &FieldName, register: &'a Register) -> Vec<&'a Value> {
        let old = node.history(name.as_str()).iter().filter(|old| self.has_settled(id, name, &old.stamp));
        let old: Vec<&Value> = old.filter_map(|old| old.value.as_ref()).collect();
        if old.is_empty() {
            return old;
        }
        let new = register.values().iter().filter(|dot| dot.stamp != self.stamp && !is_beside(&dot.stamp, &self.stamp));
        let mut values: Vec<&Value> = Vec::new();
        for value in old.into_iter().chain(new.map(|dot| &dot.value)) {
            values.retain(|other| *other != value);
            values.push(value);
        }
        if values.len() > 1 { values } else { Vec::new() }
    }
}

/// Whether a stamp is that of a value which the change under another one made visible beside its own.
fn is_beside(stamp: &Stamp, change: &Stamp) -> bool {
    stamp.actor == change.actor && stamp.count < change.count
}

/// The value that a change wrote to a field, visible or replaced since.
fn written<'a>(node: &'a Node, name: &FieldName, register: &'a Register, stamp: &Stamp) -> Option<Past<'a>> {
    if let Some(dot) = register.values().iter().rev().find(|dot| dot.stamp == *stamp) {
        return Some(Past::Value(&dot.value));
    }
    let old = node.history(name.as_str());
    let last = old[..old.partition_point(|old| old.stamp <= *stamp)].last()?;
    (last.stamp == *stamp).then(|| last.as_past())
}

/// What a field showed before a change that it still shows.
fn before<'a>(node: &'a Node, name: &FieldName, register: &'a Register, stamp: &Stamp) -> Past<'a> {
    // What others wrote at the same time stands once this value is withdrawn.
    let shown = register.shown().map(|dot| &dot.value);
    let mut others = register.values().iter().rev().skip(1).filter(|dot| !is_beside(&dot.stamp, stamp));
    if let Some(dot) = others.find(|dot| Some(&dot.value) != shown) {
        return Past::Value(&dot.value);
    }
    // Whatever lies below the stamp was seen by it, or is hidden by something that is visible: the largest was shown.
    let old = node.history(name.as_str());
    match old[..old.partition_point(|old| old.stamp < *stamp)].last() {
        Some(old) => old.as_past(),
        None if has_seen_before(register, stamp) => Past::Unknown,
        None => Past::Nothing,
    }
}

/// Whether a field was ever written by someone else before the change, even where the value is not here any more.
fn has_seen_before(register: &Register, stamp: &Stamp) -> bool {
    register.context().iter().any(|(actor, count)| (*count, actor) < (stamp.count, &stamp.actor))
}

/// Whether nothing of the node is older than the change.
fn made_by(node: &Node, stamp: &Stamp) -> bool {
    node.stamps().all(|other| other >= stamp) && node.fields().all(|(_, register)| !has_seen_before(register, stamp))
}
