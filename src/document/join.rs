//! Joining two copies of one document.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ActorId, Document, NodeId, Scope, SortedMap};

/// What a join did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// The nodes that are no longer as they were, sorted. Empty: the other copy brought nothing new.
    pub changed: Vec<NodeId>,
    /// Actors under whom two copies wrote apart, seen from a stamp that stands for two values or two times. A session
    /// that finds its own actor here takes a new one.
    pub forked: BTreeSet<ActorId>,
}

/// Why two copies were not joined; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JoinError {
    /// They are two documents.
    OtherDocument { ours: String, theirs: String },
    /// The same ids stand for nodes of different types.
    KindsDisagree(Vec<KindsDisagree>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindsDisagree {
    pub node: NodeId,
    pub ours: Arc<str>,
    pub theirs: Arc<str>,
}

impl Document {
    /// Takes in all that another copy, or a part of one, knows. Commutative, associative, idempotent, and mints no
    /// stamps: copies that took in the same parts, in any order, are equal.
    pub fn join(&mut self, other: &Self) -> Result<Joined, JoinError> {
        if self.id != other.id {
            return Err(JoinError::OtherDocument { ours: self.id.clone(), theirs: other.id.clone() });
        }
        let disagreements = self.kinds_that_disagree(other);
        if !disagreements.is_empty() {
            return Err(JoinError::KindsDisagree(disagreements));
        }
        let mut joined = Joined::default();
        for (id, theirs) in &other.nodes {
            match self.nodes.get_mut(id) {
                None => {
                    self.nodes.insert(id.clone(), theirs.clone());
                }
                Some(ours) if Arc::ptr_eq(ours, theirs) => continue,
                Some(ours) => match ours.joined(theirs) {
                    None => continue,
                    Some(node) => {
                        joined.forked.extend(node.forks().cloned());
                        *ours = Arc::new(node);
                    }
                },
            }
            joined.changed.push(id.clone());
        }
        for (stamp, theirs) in &other.times {
            if keep_smaller(&mut self.times, stamp, theirs) {
                joined.forked.insert(stamp.actor.clone());
            }
        }
        for (actor, theirs) in &other.actors {
            keep_larger(&mut self.actors, actor, theirs);
        }
        for (key, theirs) in &other.unknown {
            keep_larger(&mut self.unknown, key, theirs);
        }
        self.scope = Scope::join(self.scope.take(), other.scope.as_ref());
        self.clock = self.clock.max(other.clock);
        Ok(joined)
    }

    fn kinds_that_disagree(&self, other: &Self) -> Vec<KindsDisagree> {
        let both = other.nodes.iter().filter_map(|(id, theirs)| Some((id, self.nodes.get(id)?, theirs)));
        both.filter(|(_, ours, theirs)| ours.kind != theirs.kind)
            .map(|(id, ours, theirs)| KindsDisagree {
                node: id.clone(),
                ours: ours.kind.clone(),
                theirs: theirs.kind.clone(),
            })
            .collect()
    }
}

// Where two files say different things of one writer or one change, any total order will do, as long as every copy
// uses the same: a name that was given wins over an empty one, and of two times the earlier.

pub(super) fn keep_larger<K: Ord + Clone, V: Ord + Clone>(ours: &mut SortedMap<K, V>, key: &K, theirs: &V) {
    match ours.get_mut(key) {
        Some(own) if *own >= *theirs => {}
        Some(own) => *own = theirs.clone(),
        None => drop(ours.insert(key.clone(), theirs.clone())),
    }
}

/// Says whether the two disagreed.
fn keep_smaller<K: Ord + Clone, V: Ord + Clone>(ours: &mut BTreeMap<K, V>, key: &K, theirs: &V) -> bool {
    let Some(own) = ours.get_mut(key) else {
        ours.insert(key.clone(), theirs.clone());
        return false;
    };
    let disagree = *own != *theirs;
    if *theirs < *own {
        *own = theirs.clone();
    }
    disagree
}
