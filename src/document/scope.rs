//! Which part of a document a copy holds: whose it is, which nodes it may speak for, what they are called in the whole.

use std::collections::BTreeSet;

use super::{NodeId, SortedMap};

/// A part that was handed out to one holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub holder: NodeId,
    /// With them goes all that belongs to them.
    pub nodes: BTreeSet<NodeId>,
    /// What nodes are called in the whole, where that comes from neighbours which the part leaves out.
    pub labels: SortedMap<NodeId, String>,
}

impl Scope {
    /// What two copies hold together: with the whole it is the whole, and so is what several holders hold. Of a label
    /// that differs any total order will do, as long as every copy uses the same.
    pub(super) fn join(ours: Option<Self>, theirs: Option<&Self>) -> Option<Self> {
        let (mut ours, theirs) = ours.zip(theirs).filter(|(ours, theirs)| ours.holder == theirs.holder)?;
        ours.nodes.extend(theirs.nodes.iter().cloned());
        for (node, label) in &theirs.labels {
            super::join::keep_larger(&mut ours.labels, node, label);
        }
        Some(ours)
    }
}
