//! Deciding between what several wrote at the same time.

use super::CommandError;
use super::figure::check_entry;
use super::plan::Plan;
use crate::document::{DELETED, Document, FieldName, Node, NodeId, Register, Value};
use crate::model::codec::FieldValue as _;
use crate::model::{DeletionDispute, Figure, FigureState, Unseen};

impl Plan<'_, '_> {
    /// Written anew, a value stands above all that it was chosen from, here and in every copy that holds those.
    pub fn decide(&mut self, id: &NodeId, mut values: Vec<(FieldName, Value)>) -> Result<(), CommandError> {
        let node = self.programme.document().node(id.as_str()).filter(|node| !node.is_deleted());
        let node = node.ok_or_else(|| CommandError::Missing(id.clone()))?;
        let has = |name: &str| values.iter().find(|(field, _)| field.as_str() == name).map(|(_, value)| value);
        if let (Some(observation), Some(figure)) = (self.programme.observations().get(id.as_str()), has("figure")) {
            check_entry(self.programme, &observation.cell(), Figure::decode(figure).as_ref())?;
            // Which of them was agreed on is not known.
            if observation.state == FigureState::Approved && has("state").is_none() {
                values.push(("state".into(), observation.state.when_changed().encode()));
            }
        }
        for (field, value) in values {
            self.draft.set(id, node.kind(), field.as_str(), value);
        }
        Ok(())
    }

    /// Brings back all that was deleted in one step, as others wrote it; what they do not agree on stays to be decided.
    pub fn keep(&mut self, dispute: &DeletionDispute) -> Result<(), CommandError> {
        let document = self.programme.document();
        for id in all(dispute, document)? {
            let node = document.node(id.as_str()).filter(|node| node.is_deleted() || is_deletion_disputed(node));
            if let Some(node) = node {
                self.draft.restore(&id, node.kind());
            }
        }
        for Unseen { node: id, field, dot } in dispute.written() {
            if let Some(node) = document.node(id.as_str()) {
                self.draft.set(id, node.kind(), field.as_str(), dot.value.clone());
            }
        }
        Ok(())
    }

    /// Deletes it all once more, now that what others wrote has been seen.
    pub fn discard(&mut self, dispute: &DeletionDispute) -> Result<(), CommandError> {
        let document = self.programme.document();
        let mut ids = all(dispute, document)?;
        ids.retain(|id| document.node(id.as_str()).is_some_and(|node| !node.is_deleted() || node.is_conflict()));
        self.delete(&ids)
    }
}

fn all(dispute: &DeletionDispute, document: &Document) -> Result<Vec<NodeId>, CommandError> {
    let all = dispute.all(document);
    let first = dispute.nodes.first().filter(|_| all.is_empty());
    first.map_or(Ok(all), |first| Err(CommandError::Missing(first.clone())))
}

fn is_deletion_disputed(node: &Node) -> bool {
    node.field(DELETED).is_some_and(Register::is_conflict)
}
