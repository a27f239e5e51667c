//! The document: nodes, the actors and times of their stamps; reading and committing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ActorId, Author, Change, Draft, Node, NodeId, Stamp, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(crate) id: String,
    pub(crate) nodes: BTreeMap<NodeId, Arc<Node>>,
    pub(crate) actors: BTreeMap<ActorId, Author>,
    pub(crate) times: BTreeMap<Stamp, Timestamp>,
    /// Top-level keys of a file that this version does not know, kept as they came.
    pub(crate) unknown: BTreeMap<String, super::Value>,
}

impl Document {
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            nodes: BTreeMap::new(),
            actors: BTreeMap::new(),
            times: BTreeMap::new(),
            unknown: BTreeMap::new(),
        }
    }

    /// Which programme this is: copies with another id never join in silence.
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn node(&self, id: &str) -> Option<&Arc<Node>> {
        self.nodes.get(id)
    }

    /// Every node, deleted ones included, sorted by id.
    pub fn nodes(&self) -> impl Iterator<Item = (&NodeId, &Arc<Node>)> {
        self.nodes.iter()
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub fn time_of(&self, stamp: &Stamp) -> Option<Timestamp> {
        self.times.get(stamp).copied()
    }

    pub fn author_of(&self, stamp: &Stamp) -> Option<&Author> {
        self.actors.get(&stamp.actor)
    }

    /// Writes the draft under one new stamp. A field whose shown value is already the one written, without a conflict,
    /// is left alone: it is no change.
    pub fn commit(&mut self, draft: Draft, author: &Author, at: Timestamp) -> Option<Change> {
        let stamp = Stamp {
            count: self.times.keys().next_back().map_or(0, |last| last.count) + 1,
            actor: author.actor.clone(),
        };
        let mut touched = BTreeSet::new();
        for write in draft.writes {
            let node = self.nodes.entry(write.id.clone()).or_insert_with(|| {
                Arc::new(Node { kind: write.kind, fields: BTreeMap::new(), history: BTreeMap::new() })
            });
            for (name, value) in write.fields {
                let same = node.fields.get(&name).is_some_and(|register| {
                    !register.is_conflict() && register.shown().is_some_and(|dot| dot.value == value)
                });
                if same {
                    continue;
                }
                let node = Arc::make_mut(node);
                let register = node.fields.entry(name.clone()).or_default();
                let replaced = std::mem::take(&mut register.values);
                register.write(value, stamp.clone());
                if !replaced.is_empty() {
                    let old = node.history.entry(name).or_default();
                    old.extend(replaced.into_iter().map(|dot| (dot.stamp, Some(dot.value))));
                }
                touched.insert(write.id.clone());
            }
        }
        if touched.is_empty() {
            return None;
        }
        self.actors.insert(author.actor.clone(), author.clone());
        self.times.insert(stamp.clone(), at);
        Some(Change { stamp, at, touched: touched.into_iter().collect() })
    }
}
