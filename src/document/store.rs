//! The document: nodes, the actors and times of their stamps; reading, taking in parts, committing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ActorId, Author, Change, Draft, FieldName, Made, Node, NodeId, Scope, SortedMap, Stamp, Timestamp, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) id: String,
    pub(super) nodes: BTreeMap<NodeId, Arc<Node>>,
    pub(super) actors: SortedMap<ActorId, Author>,
    pub(super) times: BTreeMap<Stamp, Timestamp>,
    /// Top-level keys of a file that this version does not know, kept as they came.
    pub(super) unknown: SortedMap<String, Value>,
    pub(super) scope: Option<Scope>,
    /// The largest count seen anywhere, contexts included: the next change counts on from it.
    pub(super) clock: u64,
}

/// Why nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitError {
    /// The next count would reach [`Stamp::LIMIT`]: some file carried a count near it.
    CountsUsedUp,
}

impl Document {
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            nodes: BTreeMap::new(),
            actors: SortedMap::new(),
            times: BTreeMap::new(),
            unknown: SortedMap::new(),
            scope: None,
            clock: 0,
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

    pub fn author(&self, actor: &ActorId) -> Option<&Author> {
        self.actors.get(actor)
    }

    /// Everyone who wrote, by actor.
    pub fn authors(&self) -> impl Iterator<Item = &Author> {
        self.actors.values()
    }

    /// The changes whose time is known, oldest first.
    pub fn times(&self) -> impl Iterator<Item = (&Stamp, Timestamp)> {
        self.times.iter().map(|(stamp, at)| (stamp, *at))
    }

    pub fn unknown(&self) -> &SortedMap<String, Value> {
        &self.unknown
    }

    /// Puts a node in as it was read; mints no stamp. Returns the node that was there under this id.
    pub fn insert(&mut self, id: NodeId, node: impl Into<Arc<Node>>) -> Option<Arc<Node>> {
        let node = node.into();
        self.clock = self.clock.max(node.largest_count());
        self.nodes.insert(id, node)
    }

    pub fn insert_author(&mut self, author: Author) -> Option<Author> {
        self.actors.insert(author.actor.clone(), author)
    }

    pub fn insert_time(&mut self, stamp: Stamp, at: Timestamp) -> Option<Timestamp> {
        self.clock = self.clock.max(stamp.count);
        self.times.insert(stamp, at)
    }

    /// Which part of the document this copy is; `None`: the whole.
    pub fn scope(&self) -> Option<&Scope> {
        self.scope.as_ref()
    }

    #[must_use]
    pub fn with_scope(self, scope: Option<Scope>) -> Self {
        Self { scope, ..self }
    }

    pub fn insert_unknown(&mut self, key: impl Into<String>, value: Value) {
        self.unknown.insert(key.into(), value);
    }

    /// Writes the draft under one new stamp. A field whose shown value is already the one written, without a conflict,
    /// is left alone: it is no change. `None` when nothing changed.
    pub fn commit(&mut self, draft: Draft, author: &Author, at: Timestamp) -> Result<Option<Change>, CommitError> {
        let first = self.clock + 1;
        let count = first + draft.beside.len() as u64;
        if count >= Stamp::LIMIT {
            return Err(CommitError::CountsUsedUp);
        }
        let stamp = Stamp { count, actor: author.actor.clone() };
        let mut touched = BTreeSet::new();
        let mut settled = Vec::new();
        for (id, write) in draft.writes {
            let node = self.nodes.get(&id);
            let mut fields = write.fields;
            let reopens = |name: &FieldName| draft.beside.iter().any(|(node, field, _)| *node == id && field == name);
            fields.retain(|name, value| reopens(name) || !node.is_some_and(|node| node.says(name, value)));
            if !fields.is_empty() {
                settled
                    .extend(node.into_iter().flat_map(|node| node.in_question(&id, |name| fields.contains_key(name))));
                let node = self.nodes.entry(id.clone()).or_insert_with(|| Arc::new(Node::new(write.kind)));
                let node = Arc::make_mut(node);
                for (name, value) in fields {
                    node.write(name, value, stamp.clone());
                }
                touched.insert(id);
            }
        }
        for id in draft.deletes {
            if let Some(node) = self.nodes.get_mut(&id)
                && (!node.is_deleted() || node.is_conflict())
            {
                settled.extend(node.in_question(&id, |_| true));
                Arc::make_mut(node).delete(&stamp);
                touched.insert(id);
            }
        }
        for (count, (id, name, value)) in (first..).zip(draft.beside) {
            if let Some(node) = self.nodes.get_mut(&id) {
                let stamp = Stamp { count, actor: author.actor.clone() };
                Arc::make_mut(node).write_beside(&name, value, stamp.clone());
                self.times.insert(stamp, at);
            }
        }
        if touched.is_empty() {
            return Ok(None);
        }
        self.clock = count;
        self.actors.insert(author.actor.clone(), author.clone());
        self.times.insert(stamp.clone(), at);
        Ok(Some(Change { made: Made { stamp, settled }, at, touched: touched.into_iter().collect() }))
    }

    /// A copy that holds only the chosen fields, with their contexts, old values, writers and times.
    #[must_use]
    pub fn part(&self, mut keep: impl FnMut(&NodeId, &Node, &FieldName) -> bool) -> Self {
        let mut part = Self::new(self.id.clone());
        for (id, node) in &self.nodes {
            let Some(kept) = node.part(|name| keep(id, node, name)) else { continue };
            for stamp in kept.stamps() {
                if let Some(at) = self.time_of(stamp) {
                    part.insert_time(stamp.clone(), at);
                }
            }
            for author in kept.actors().filter_map(|actor| self.actors.get(actor)) {
                part.insert_author(author.clone());
            }
            part.insert(id.clone(), kept);
        }
        part
    }
}
