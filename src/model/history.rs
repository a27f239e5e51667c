//! What the figures of a measure were before, who wrote them and when.

use super::codec::FieldValue as _;
use super::{Figure, Period, Programme};
use crate::document::{Author, NodeId, Register, Stamp, Timestamp, Value, sort_by};

/// One writing of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChange {
    pub stamp: Stamp,
    pub at: Option<Timestamp>,
    pub author: Option<Author>,
    pub period: Period,
    pub body: Option<NodeId>,
    /// `None`: there was none, or it is not in this copy.
    pub before: Option<Figure>,
    /// `None`: it was cleared.
    pub after: Option<Figure>,
}

impl Programme {
    /// Every writing of the figures of a measure, the newest first.
    pub fn figure_changes(&self, measure: &str) -> Vec<FigureChange> {
        let document = self.document();
        let mut changes = Vec::new();
        for observation in self.observations_of(measure) {
            let Some(node) = document.node(observation.id.as_str()) else { continue };
            let old = node.history("figure").iter().map(|old| (&old.stamp, old.value.as_ref()));
            let shown = node.field("figure").into_iter().flat_map(Register::values);
            let mut values: Vec<(&Stamp, Option<&Value>)> =
                old.chain(shown.map(|dot| (&dot.stamp, Some(&dot.value)))).collect();
            sort_by(&mut values, |a, b| a.0.cmp(b.0));
            let mut before = None;
            for (stamp, value) in values {
                let after = value.and_then(Figure::decode);
                if after != before {
                    changes.push(FigureChange {
                        stamp: stamp.clone(),
                        at: document.time_of(stamp),
                        author: document.author_of(stamp).cloned(),
                        period: observation.period,
                        body: observation.body.clone(),
                        before: before.clone(),
                        after: after.clone(),
                    });
                }
                before = after;
            }
        }
        sort_by(&mut changes, |one, other| (&other.stamp, other.period).cmp(&(&one.stamp, one.period)));
        changes
    }
}
