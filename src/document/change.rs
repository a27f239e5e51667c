//! A change as a value: what is about to be written (a draft), and what was written under one stamp.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{ActorId, FieldName, NodeId, Stamp, Timestamp, Value};

/// Fields to write to one node; a node that does not exist yet is made with this type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeWrite {
    pub id: NodeId,
    pub kind: Arc<str>,
    pub fields: BTreeMap<FieldName, Value>,
}

/// Writes that belong together and will bear one stamp. At most one entry a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub writes: Vec<NodeWrite>,
}

/// What a commit did: enough to save the touched nodes and to undo it later by its stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub stamp: Stamp,
    pub at: Timestamp,
    pub touched: Vec<NodeId>,
}

/// Who writes. The name is a claim, not a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    pub actor: ActorId,
    pub person: String,
    /// The body the person writes for, by name or node id; empty when not given.
    pub body: String,
}

impl Draft {
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// Adds one field to the draft; a later write of the same field of the same node replaces the earlier one.
    pub fn set(&mut self, id: &NodeId, kind: &str, field: &str, value: impl Into<Value>) {
        let value = value.into();
        if let Some(write) = self.writes.iter_mut().find(|write| write.id == *id) {
            write.fields.insert(field.into(), value);
        } else {
            self.writes.push(NodeWrite {
                id: id.clone(),
                kind: kind.into(),
                fields: BTreeMap::from([(field.into(), value)]),
            });
        }
    }
}
