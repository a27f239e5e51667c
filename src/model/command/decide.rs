//! Deciding between what several wrote at the same time.

use super::CommandError;
use super::figure::check_entry;
use super::plan::Plan;
use crate::document::{DELETED, FieldName, Node, NodeId, Value};
use crate::model::codec::FieldValue as _;
use crate::model::dispute::unseen;
use crate::model::{Figure, FigureState};

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
                values.push(("state".into(), FigureState::Submitted.encode()));
            }
        }
        for (field, value) in values {
            self.draft.set(id, node.kind(), field.as_str(), value);
        }
        Ok(())
    }

    /// Brings back what was deleted unseen, with all that went in the same step. What others wrote to it then counts,
    /// where they agree; what they do not agree on stays to be decided.
    pub fn keep(&mut self, ids: &[NodeId]) -> Result<(), CommandError> {
        let document = self.programme.document();
        for id in ids {
            let node = document.node(id.as_str()).ok_or_else(|| CommandError::Missing(id.clone()))?;
            if node.is_deleted() {
                self.restore(id)?;
            } else {
                self.draft.restore(id, node.kind());
            }
        }
        let back: Vec<NodeId> = self.draft.writes.keys().cloned().collect();
        for id in back {
            if let Some(node) = document.node(id.as_str()) {
                self.take_unseen(&id, node);
            }
        }
        Ok(())
    }

    fn take_unseen(&mut self, id: &NodeId, node: &Node) {
        for (field, dot) in unseen(node).filter(|(field, _)| field.as_str() != DELETED) {
            let mut all = unseen(node).filter(|(other, _)| *other == field);
            if all.all(|(_, other)| other.value == dot.value) {
                self.draft.set(id, node.kind(), field.as_str(), dot.value.clone());
            }
        }
    }
}
