//! The atomic set of texts: saving and loading segments under two manifests, whatever stops in between.

use std::collections::BTreeSet;

use super::manifest::{Entry, Found, Manifest, Version, hash};
use super::{About, KeyValue, StorageError, VerifiedPoint};
use crate::document::SortedMap;

/// Segments of one programme. A node's segment follows from its id, so an edit rewrites about a 64th of the text.
pub const SEGMENTS: usize = 64;

/// The segment of a node: FNV-1a of its id. Part of the stored layout, so it never changes.
pub fn segment_of(id: &str) -> usize {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % SEGMENTS
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    Absent,
    /// A later version of this program has written here.
    Newer(u32),
    /// Something is stored, but no manifest holds with all its segments. Nothing is written to this place any more.
    Damaged,
    Storage(StorageError),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// No room; the state before stands.
    Full,
    /// Another tab has saved since this one loaded: join its state, then save again.
    Behind,
    /// What was loaded is no longer stored (cleared, or evicted by the browser).
    Gone,
    /// A later version of this program has written: this one stops.
    Newer(u32),
    /// Written, but not there when read back.
    NotKept,
    Storage(StorageError),
}

impl From<StorageError> for LoadError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

impl From<StorageError> for SaveError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Full => Self::Full,
            other => Self::Storage(other),
        }
    }
}

/// What a save did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    Written,
    /// The store already held exactly this.
    Unchanged,
}

/// A loaded state.
pub(super) struct Contents {
    pub about: About,
    pub texts: SortedMap<usize, String>,
}

/// One programme's place in the store. Only `open` and `create` make one: a save before the load is complete cannot be
/// written down.
pub(super) struct SegmentStore<K> {
    store: K,
    /// Ends with `:`.
    prefix: String,
    writer: String,
    /// The manifest of the state that this tab has loaded or saved last, and the place (0 or 1) where it stands.
    base: Option<(usize, Manifest)>,
    /// Manifests that held while their segments did not: never again taken for the newest.
    broken: BTreeSet<Version>,
    /// Counts seen anywhere, so that the next save is the newest.
    count: u64,
}

impl<K: KeyValue> SegmentStore<K> {
    /// A place for a new programme. Refused where anything is stored.
    pub fn create(store: K, prefix: String, writer: String) -> Result<Self, LoadError> {
        if store.keys(&prefix)?.is_empty() {
            Ok(Self { store, prefix, writer, base: None, broken: BTreeSet::new(), count: 0 })
        } else {
            Err(LoadError::Damaged)
        }
    }

    pub fn open(store: K, prefix: String, writer: String) -> Result<(Self, Contents), LoadError> {
        let mut this = Self { store, prefix, writer, base: None, broken: BTreeSet::new(), count: 0 };
        let contents = this.load()?;
        Ok((this, contents))
    }

    /// Loads the newest state that holds, which becomes the one that the next save builds on.
    pub fn load(&mut self) -> Result<Contents, LoadError> {
        let found = self.manifests()?;
        if let Some(version) = newer(&found) {
            return Err(LoadError::Newer(version));
        }
        let nothing = found.iter().all(|found| *found == Found::Absent);
        let mut whole: Vec<(usize, Manifest)> = whole(found).collect();
        if let [first, second] = whole.as_slice()
            && first.1.version < second.1.version
        {
            whole.reverse();
        }
        for (place, manifest) in whole {
            self.count = self.count.max(manifest.version.count);
            if let Some(texts) = self.texts_of(&manifest)? {
                let about = manifest.about.clone();
                self.base = Some((place, manifest));
                return Ok(Contents { about, texts });
            }
            self.broken.insert(manifest.version);
        }
        let any = !nothing || !self.store.keys(&self.prefix)?.is_empty();
        Err(if any { LoadError::Damaged } else { LoadError::Absent })
    }

    /// Writes the changed segments (an empty text takes a segment out), then the manifest that makes them the state.
    pub fn save(&mut self, changed: &SortedMap<usize, String>, about: About) -> Result<Saved, SaveError> {
        self.check_base()?;
        let old = self.base.as_ref().map(|(_, manifest)| &manifest.segments);
        let changed: Vec<(usize, &String, String)> = changed
            .iter()
            .map(|(index, text)| (*index, text, hash(text)))
            .filter(|(index, text, hash)| match old.and_then(|old| old.get(index)) {
                Some(entry) => entry.hash != *hash,
                None => !text.is_empty(),
            })
            .collect();
        if changed.is_empty() && self.base.is_some() {
            return Ok(Saved::Unchanged);
        }
        let version = Version { count: self.count + 1, writer: self.writer.clone() };
        let mut segments = old.cloned().unwrap_or_default();
        for (index, text, hash) in &changed {
            if text.is_empty() {
                segments.remove(index);
            } else {
                segments.insert(*index, Entry { version: version.clone(), hash: hash.clone() });
            }
        }
        let manifest = Manifest { version, about, segments };
        let place = self.base.as_ref().map_or(0, |(place, _)| 1 - place);
        match self.write(&changed, place, &manifest) {
            Ok(()) => {
                self.count = manifest.version.count;
                self.base = Some((place, manifest));
                // The state is saved; keys left over are swept by a later save.
                let _ = self.sweep(self.count);
                Ok(Saved::Written)
            }
            Err(error) => {
                for (index, ..) in &changed {
                    let _ = self.store.remove(&self.segment_key(*index, &manifest.version));
                }
                // Room that an earlier, stopped save still holds.
                if error == SaveError::Full {
                    let _ = self.sweep(u64::MAX);
                }
                Err(error)
            }
        }
    }

    /// Gives up the older of the two states for room. Only with a restore point that was written and read back.
    pub fn drop_older(&mut self, _proof: &VerifiedPoint) -> Result<(), SaveError> {
        self.check_base()?;
        if let Some((place, _)) = &self.base {
            self.store.remove(&self.manifest_key(1 - place))?;
            self.sweep(u64::MAX)?;
        }
        Ok(())
    }

    /// After `Gone`: the next save writes everything anew.
    pub fn start_over(&mut self) {
        self.base = None;
    }

    pub fn get(&self, name: &str) -> Result<Option<String>, StorageError> {
        self.store.get(&format!("{}{name}", self.prefix))
    }

    pub fn set(&self, name: &str, text: &str) -> Result<(), StorageError> {
        self.store.set(&format!("{}{name}", self.prefix), text)
    }

    /// Another tab has saved, or what this one knows is gone.
    pub fn is_behind(&self) -> bool {
        self.check_base().is_err()
    }

    /// The state in the store is the one this tab knows.
    fn check_base(&self) -> Result<(), SaveError> {
        let found = self.manifests()?;
        if let Some(version) = newer(&found) {
            return Err(SaveError::Newer(version));
        }
        let newest =
            whole(found).map(|(_, manifest)| manifest.version).filter(|version| !self.broken.contains(version));
        match (&self.base, newest.max()) {
            (None, None) => Ok(()),
            (Some((_, base)), Some(newest)) if base.version == newest => Ok(()),
            (Some(_), None) => Err(SaveError::Gone),
            _ => Err(SaveError::Behind),
        }
    }

    fn write(&self, changed: &[(usize, &String, String)], place: usize, manifest: &Manifest) -> Result<(), SaveError> {
        let fresh = || changed.iter().filter(|(_, text, _)| !text.is_empty());
        for (index, text, _) in fresh() {
            self.store.set(&self.segment_key(*index, &manifest.version), text)?;
        }
        let text = manifest.to_text();
        self.store.set(&self.manifest_key(place), &text)?;
        // Read back: another tab may have written between, and some stores take a text and do not keep it.
        let kept = self.store.get(&self.manifest_key(place))?;
        if kept.as_ref() != Some(&text) {
            return Err(match Manifest::read(kept.as_deref()) {
                Found::Whole(_) => SaveError::Behind,
                _ => SaveError::NotKept,
            });
        }
        for (index, text, _) in fresh() {
            if self.store.get(&self.segment_key(*index, &manifest.version))?.as_ref() != Some(text) {
                return Err(SaveError::NotKept);
            }
        }
        Ok(())
    }

    /// Removes segments that neither manifest names, up to a count: a later one may belong to a save of another tab
    /// that is on its way.
    fn sweep(&self, up_to: u64) -> Result<(), StorageError> {
        let mut named = BTreeSet::new();
        for (_, manifest) in whole(self.manifests()?) {
            named.extend(manifest.segments.iter().map(|(index, entry)| self.segment_key(*index, &entry.version)));
        }
        for key in self.store.keys(&format!("{}s", self.prefix))? {
            let tail = key.strip_prefix(&self.prefix).and_then(|name| name.split_once('.'));
            let count = tail.and_then(|(_, version)| Version::parse(version)).map(|version| version.count);
            if !named.contains(&key) && count.is_some_and(|count| count <= up_to) {
                self.store.remove(&key)?;
            }
        }
        Ok(())
    }

    fn manifests(&self) -> Result<[Found; 2], StorageError> {
        let read = |place| Ok(Manifest::read(self.store.get(&self.manifest_key(place))?.as_deref()));
        Ok([read(0)?, read(1)?])
    }

    fn texts_of(&self, manifest: &Manifest) -> Result<Option<SortedMap<usize, String>>, StorageError> {
        let mut texts = SortedMap::new();
        for (index, entry) in &manifest.segments {
            match self.store.get(&self.segment_key(*index, &entry.version))? {
                Some(text) if hash(&text) == entry.hash => texts.insert(*index, text),
                _ => return Ok(None),
            };
        }
        Ok(Some(texts))
    }

    fn manifest_key(&self, place: usize) -> String {
        format!("{}m{place}", self.prefix)
    }

    fn segment_key(&self, index: usize, version: &Version) -> String {
        format!("{}s{index}.{}", self.prefix, version.to_text())
    }
}

fn newer(found: &[Found; 2]) -> Option<u32> {
    found.iter().find_map(|found| if let Found::Newer(version) = found { Some(*version) } else { None })
}

fn whole(found: [Found; 2]) -> impl Iterator<Item = (usize, Manifest)> {
    found.into_iter().enumerate().filter_map(|(place, found)| match found {
        Found::Whole(manifest) => Some((place, manifest)),
        Found::Absent | Found::Torn | Found::Newer(_) => None,
    })
}
