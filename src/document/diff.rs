//! What another copy shows differently; what a copy showed at a time.

use std::sync::Arc;

use super::{Cause, DELETED, Document, FieldName, Node, NodeId, Past, Register, Stamp, Timestamp, Value};

/// One node as another copy has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeDiff {
    pub id: NodeId,
    pub kind: Arc<str>,
    pub what: Difference,
    /// Sorted by field. Of a deleted node only the fields in dispute.
    pub fields: Vec<FieldDiff>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    Added,
    Changed,
    Deleted,
    Restored,
}

/// One field as another copy has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDiff {
    pub field: FieldName,
    /// `None`: absent or cleared.
    pub before: Option<Value>,
    pub after: Option<Value>,
    /// The change that wrote what is shown now: whose it is.
    pub by: Stamp,
    /// In dispute in the other copy, otherwise than in this one.
    pub conflict: Option<Cause>,
}

impl NodeDiff {
    pub fn is_conflict(&self) -> bool {
        self.fields.iter().any(|field| field.conflict.is_some())
    }
}

impl Document {
    /// What `other` adds, changes, deletes and has in dispute, by node. What is absent there is "not in this part" and
    /// no difference. Compare a document with itself joined to a file to see what the file would do.
    pub fn diff(&self, other: &Self) -> Vec<NodeDiff> {
        let differences = other.nodes.iter().filter_map(|(id, theirs)| {
            let ours = self.nodes.get(id);
            if ours.is_some_and(|ours| Arc::ptr_eq(ours, theirs)) {
                return None;
            }
            let what = match (ours, theirs.is_deleted()) {
                (None, true) => return None,
                (None, false) => Difference::Added,
                (Some(ours), deleted) if ours.is_deleted() == deleted => Difference::Changed,
                (Some(_), true) => Difference::Deleted,
                (Some(_), false) => Difference::Restored,
            };
            let mut fields = field_diffs(ours.map(|node| &**node), theirs);
            // That the node came or went is said by `what`.
            fields.retain(|diff| {
                diff.conflict.is_some() || (what != Difference::Deleted && diff.field.as_str() != DELETED)
            });
            let same = what == Difference::Changed && fields.is_empty();
            (!same).then(|| NodeDiff { id: id.clone(), kind: theirs.kind.clone(), what, fields })
        });
        differences.collect()
    }
}

fn field_diffs(ours: Option<&Node>, theirs: &Node) -> Vec<FieldDiff> {
    let disputed: Vec<_> = theirs.conflicts().collect();
    let known: Vec<_> = ours.into_iter().flat_map(Node::conflicts).collect();
    let differences = theirs.fields().filter_map(|(name, register)| {
        let own = ours.and_then(|node| node.field(name.as_str()));
        if own == Some(register) && ours.is_some_and(|node| node.is_deleted() == theirs.is_deleted()) {
            return None;
        }
        let conflict = disputed.iter().find(|conflict| conflict.field == name);
        let is_known = conflict.is_some_and(|conflict| {
            let same = known.iter().find(|known| known.field == name && known.cause == conflict.cause);
            same.is_some_and(|known| {
                register.values().iter().all(|dot| known.register.values().iter().any(|own| own.value == dot.value))
            })
        });
        let before = ours.and_then(|node| node.get(name.as_str())).cloned();
        let after = theirs.get(name.as_str()).cloned();
        let conflict = conflict.filter(|_| !is_known).map(|conflict| conflict.cause);
        let by = register.shown()?.stamp.clone();
        (before != after || conflict.is_some()).then(|| FieldDiff { field: name.clone(), before, after, by, conflict })
    });
    differences.collect()
}

impl Document {
    /// What a field showed at a time: the largest stamp whose time is at or before it, by the writers' clocks.
    /// A change whose time is not known counts as older than any time.
    pub fn value_at(&self, id: &NodeId, field: &str, at: Timestamp) -> Past<'_> {
        let Some(node) = self.nodes.get(id) else { return Past::Nothing };
        let in_time = |stamp: &Stamp| self.time_of(stamp).is_none_or(|time| time <= at);
        let visible = node.field(field).into_iter().flat_map(Register::values);
        let visible = visible.map(|dot| (&dot.stamp, Past::Value(&dot.value)));
        let old = node.history(field).iter().map(|old| (&old.stamp, old.as_past()));
        let last = old.chain(visible).filter(|(stamp, _)| in_time(stamp)).max_by(|a, b| a.0.cmp(b.0));
        last.map(|(_, past)| past).filter(|past| *past != Past::Value(&Value::Null)).unwrap_or(Past::Nothing)
    }
}
