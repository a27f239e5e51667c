//! A document kept in segments: what the app opens, saves to, and joins with when another tab has saved.

use std::collections::BTreeSet;

use super::key_value::units;
use super::segments::SegmentStore;
use super::{
    About, KeyValue, LoadError, SEGMENTS, SaveError, Saved, StorageError, UndoList, VerifiedPoint, segment_of,
};
use crate::document::{Document, NodeId, Scope, SortedMap};
use crate::snapshot;

/// Beyond these a programme opens to be read only: saving it would block the page and fill the store.
pub const MAX_NODES: usize = 12_000;
pub const MAX_UNITS: usize = 2_200_000;

const UNDO: &str = "u";

/// A programme as it was loaded.
pub struct Loaded {
    pub document: Document,
    pub about: About,
    pub undo: UndoList,
    /// Length of the stored text.
    pub units: usize,
}

impl Loaded {
    pub fn is_oversized(&self) -> bool {
        self.document.len() > MAX_NODES || self.units > MAX_UNITS
    }
}

/// One programme's place in the store.
pub struct ProgrammeStore<K> {
    segments: SegmentStore<K>,
    /// Segments that a later save must write, an earlier one having failed.
    pending: BTreeSet<usize>,
}

impl<K: KeyValue> ProgrammeStore<K> {
    pub(super) fn create(store: K, prefix: String, writer: String) -> Result<Self, LoadError> {
        let segments = SegmentStore::create(store, prefix, writer)?;
        Ok(Self { segments, pending: all() })
    }

    pub(super) fn open(store: K, prefix: String, writer: String) -> Result<(Self, Loaded), LoadError> {
        let (segments, contents) = SegmentStore::open(store, prefix, writer)?;
        let undo = UndoList::read(&segments.get(UNDO)?.unwrap_or_default());
        let loaded = Loaded {
            undo,
            document: put_together(contents.texts.values()).ok_or(LoadError::Damaged)?,
            about: contents.about,
            units: contents.texts.values().map(|text| units(text)).sum(),
        };
        Ok((Self { segments, pending: BTreeSet::new() }, loaded))
    }

    /// Marks nodes as changed since the last save.
    pub fn touch<'a>(&mut self, nodes: impl IntoIterator<Item = &'a NodeId>) {
        self.pending.extend(nodes.into_iter().map(|id| segment_of(id.as_str())));
    }

    /// Everything is to be compared with what is stored: after a join, or when the document was replaced.
    pub fn touch_all(&mut self) {
        self.pending.extend(all());
    }

    pub fn is_clean(&self) -> bool {
        self.pending.is_empty()
    }

    /// Saves what was touched. After an error everything touched stays so, and the state before stands in the store.
    pub fn save(&mut self, document: &Document, about: About, undo: &UndoList) -> Result<Saved, SaveError> {
        let mut ids = vec![Vec::new(); SEGMENTS];
        for (id, _) in document.nodes() {
            ids[segment_of(id.as_str())].push(id);
        }
        let mut changed = SortedMap::new();
        for index in &self.pending {
            let ids = std::mem::take(&mut ids[*index]);
            let text = if ids.is_empty() { String::new() } else { snapshot::write_nodes(document, ids.into_iter()) };
            changed.insert(*index, text);
        }
        let saved = self.segments.save(&changed, about)?;
        self.pending.clear();
        // Without room for the undo list the state itself is saved all the same.
        let _ = self.segments.set(UNDO, &undo.to_text());
        Ok(saved)
    }

    /// Whether the store holds something that this tab has not seen.
    pub fn is_behind(&self) -> bool {
        self.segments.is_behind()
    }

    /// After [`SaveError::Behind`], or when another tab has told of a save: the state to join with.
    pub fn catch_up(&mut self) -> Result<Document, LoadError> {
        let contents = self.segments.load()?;
        put_together(contents.texts.values()).ok_or(LoadError::Damaged)
    }

    /// The undo list as it was saved last.
    pub fn undo(&self) -> UndoList {
        UndoList::read(&self.segments.get(UNDO).ok().flatten().unwrap_or_default())
    }

    /// After [`SaveError::Gone`]: the next save writes everything.
    pub fn start_over(&mut self) {
        self.segments.start_over();
        self.touch_all();
    }

    pub fn drop_older(&mut self, proof: &VerifiedPoint) -> Result<(), SaveError> {
        self.segments.drop_older(proof)
    }
}

/// What can still be read of a damaged place: every whole segment found, older and newer ones alike. Joining makes one
/// state of them.
pub(super) fn salvage<K: KeyValue>(store: &K, prefix: &str) -> Result<Option<Document>, StorageError> {
    let mut whole = Whole::default();
    for key in store.keys(&format!("{prefix}s"))? {
        if let Some(text) = store.get(&key)? {
            // A segment that does not fit the others is left out, and stays stored.
            let _ = whole.add(&text);
        }
    }
    Ok(whole.finish())
}

fn put_together<'a>(mut texts: impl Iterator<Item = &'a String>) -> Option<Document> {
    let mut whole = Whole::default();
    texts.try_for_each(|text| whole.add(text))?;
    whole.finish()
}

/// Segments joined so far. One of them says which part of a programme they all are.
#[derive(Default)]
struct Whole {
    document: Option<Document>,
    scope: Option<Scope>,
}

impl Whole {
    /// `None`: it cannot be read, or does not fit the others.
    fn add(&mut self, text: &str) -> Option<()> {
        let part = snapshot::read(text).ok()?.document;
        self.scope = self.scope.take().or_else(|| part.scope().cloned());
        let Some(document) = &mut self.document else {
            self.document = Some(part);
            return Some(());
        };
        document.join(&part).ok().map(drop)
    }

    fn finish(self) -> Option<Document> {
        self.document.map(|document| document.with_scope(self.scope))
    }
}

fn all() -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    all.extend(0..SEGMENTS);
    all
}
