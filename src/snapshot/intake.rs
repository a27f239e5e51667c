//! What taking a file in would do, found out before anything is done.

use std::collections::BTreeSet;

use super::Snapshot;
use crate::document::{
    DELETED, Difference, Document, Dot, JoinError, NodeDiff, NodeId, Register, Scope, SortedMap, Value, sort_once,
};

/// A merge that was tried on a copy.
#[derive(Clone, Debug)]
pub struct DryRun {
    /// The result: it takes the place of the programme once the person says so.
    pub joined: Document,
    pub changes: Changes,
}

/// What would be different, for the list that the person reads first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub nodes: Vec<NodeDiff>,
    pub total: Tally,
    /// By who wrote it, as the file claims. A node that two people wrote counts for both.
    pub by_writer: SortedMap<Writer, Tally>,
    /// Nodes beyond what the file of a part may speak for: listed apart.
    pub outside: BTreeSet<NodeId>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Writer {
    pub body: String,
    pub person: String,
}

/// Numbers of nodes. One that is in conflict is also added, changed or deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub added: usize,
    pub changed: usize,
    pub deleted: usize,
    pub in_conflict: usize,
}

/// A nearly empty state would take the place of a large one: more often an accident than a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearlyEmpty {
    pub before: usize,
    pub after: usize,
}

/// Merges a file into a copy of the programme and says what that does.
pub fn dry_run(ours: &Document, theirs: &Snapshot) -> Result<DryRun, JoinError> {
    let mut joined = ours.clone();
    joined.join(&theirs.document)?;
    let mut changes = Changes::default();
    for node in ours.diff(&joined) {
        changes.add(node, ours, &joined);
    }
    if let Some(scope) = theirs.document.scope() {
        let ids = changes.nodes.iter().map(|node| &node.id);
        changes.outside.extend(ids.filter(|id| !covers(scope, id, &joined)).cloned());
    }
    Ok(DryRun { joined, changes })
}

/// What would be different if `theirs` took the place of `ours`: all that it lacks is gone.
pub fn replacement(ours: &Document, theirs: &Document) -> Changes {
    let mut changes = Changes::default();
    for node in ours.diff(theirs) {
        changes.add(node, ours, theirs);
    }
    for (id, node) in ours.nodes() {
        if theirs.node(id.as_str()).is_none() && !node.is_deleted() {
            changes.total.deleted += 1;
        }
    }
    changes
}

/// Refuses to put a nearly empty state in the place of a large one, until the person has confirmed it.
pub fn check_replacement(before: usize, after: usize, is_confirmed: bool) -> Result<(), NearlyEmpty> {
    const LARGE: usize = 30;
    const TENTH: usize = 10;
    if is_confirmed || before < LARGE || after * TENTH >= before { Ok(()) } else { Err(NearlyEmpty { before, after }) }
}

/// The nodes that are not deleted.
pub fn live_nodes(document: &Document) -> usize {
    document.nodes().filter(|(_, node)| !node.is_deleted()).count()
}

impl Changes {
    fn add(&mut self, node: NodeDiff, before: &Document, after: &Document) {
        let writers = new_writers(&node, before, after);
        self.total.count(&node);
        for writer in writers {
            self.by_writer.or_default(writer).count(&node);
        }
        self.nodes.push(node);
    }
}

/// Who wrote what is seen for the first time; where a field is in dispute that need not be what is shown.
fn new_writers(node: &NodeDiff, before: &Document, after: &Document) -> Vec<Writer> {
    let values = |document, field| values(document, &node.id, field);
    let deletion = (node.what == Difference::Deleted).then_some(DELETED);
    let fields = node.fields.iter().map(|field| field.field.as_str()).chain(deletion);
    let new = fields.flat_map(|field| {
        let known = values(before, field);
        values(after, field).iter().filter(move |dot| !known.contains(dot))
    });
    let authors = new.filter_map(|dot| after.author_of(&dot.stamp));
    let mut writers: Vec<Writer> =
        authors.map(|author| Writer { body: author.body.clone(), person: author.person.clone() }).collect();
    sort_once(&mut writers);
    writers
}

fn values<'a>(document: &'a Document, id: &NodeId, field: &str) -> &'a [Dot] {
    document.node(id.as_str()).and_then(|node| node.field(field)).map_or(&[], Register::values)
}

impl Tally {
    fn count(&mut self, node: &NodeDiff) {
        match node.what {
            Difference::Added | Difference::Restored => self.added += 1,
            Difference::Changed => self.changed += 1,
            Difference::Deleted => self.deleted += 1,
        }
        self.in_conflict += usize::from(node.is_conflict());
    }
}

/// Whether a node is one of a part's items or belongs to one: by its place, or as the figure, engagement, mark or word on it.
fn covers(scope: &Scope, id: &NodeId, document: &Document) -> bool {
    // Bounded, for a place can name itself.
    let mut at = Some(id.as_str());
    for _ in 0..64 {
        let Some(id) = at else { return false };
        if scope.nodes.contains(id) {
            return true;
        }
        at = document.node(id).and_then(|node| {
            let owner = || ["measure", "subject", "item", "about", "duty"].into_iter().find_map(|name| node.get(name));
            node.place().map(|(parent, _)| parent).or_else(|| owner().and_then(Value::as_str))
        });
    }
    false
}
