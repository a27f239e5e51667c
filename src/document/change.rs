//! A change as a value: what is about to be written (a draft), and what was written under one stamp.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ActorId, DELETED, FieldName, NodeId, SortedMap, Stamp, Timestamp, Value};

/// Fields to write to one node; a node that does not exist yet is made with this type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeWrite {
    pub kind: Arc<str>,
    pub fields: SortedMap<FieldName, Value>,
}

/// Writes that belong together and will bear one stamp.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub writes: BTreeMap<NodeId, NodeWrite>,
    /// Nodes to delete, after the writes. Their fields are stamped again: "saw the edit, then deleted" must differ
    /// from "deleted unseen".
    pub deletes: BTreeSet<NodeId>,
    /// Values that are visible beside what the draft writes to their fields, oldest first. Each bears a stamp of its own
    /// just below the draft's, as if others had written it at the same time: what was in question is so again.
    pub beside: Vec<(NodeId, FieldName, Value)>,
}

/// What a commit did: enough to save the touched nodes and to undo it later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub made: Made,
    pub at: Timestamp,
    /// Sorted.
    pub touched: Vec<NodeId>,
}

/// What is kept of a change to take it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub stamp: Stamp,
    /// What it decided between: in which fields values of which stamps did not agree. What is old does not tell that it
    /// was visible with others.
    pub settled: Vec<(NodeId, FieldName, Stamp)>,
}

/// A change that decided nothing.
impl From<Stamp> for Made {
    fn from(stamp: Stamp) -> Self {
        Self { stamp, settled: Vec::new() }
    }
}

/// Who writes. The name is a claim, not a proof.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Author {
    pub actor: ActorId,
    pub person: String,
    /// The body the person writes for, by name or node id; empty when not given.
    pub body: String,
}

impl Draft {
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.deletes.is_empty() && self.beside.is_empty()
    }

    /// Adds one field to the draft; a later write of the same field of the same node replaces the earlier one.
    pub fn set(&mut self, id: &NodeId, kind: &str, field: &str, value: impl Into<Value>) {
        let write =
            self.writes.entry(id.clone()).or_insert_with(|| NodeWrite { kind: kind.into(), fields: SortedMap::new() });
        write.fields.insert(field.into(), value.into());
    }

    /// Deletes a node. What hangs on it belongs in the same draft: the caller knows what that is
    /// (see [`Document::descendants`](super::Document::descendants) for the tree of places).
    pub fn delete(&mut self, id: &NodeId) {
        self.deletes.insert(id.clone());
    }

    /// Brings a deleted node back, as it was.
    pub fn restore(&mut self, id: &NodeId, kind: &str) {
        self.set(id, kind, DELETED, Value::Null);
    }
}
