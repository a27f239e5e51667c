//! All programmes of this address on this machine: found by their manifests, so there is no index to lose.

use std::collections::BTreeSet;

use super::key_value::units;
use super::manifest::{Found, Manifest, hash};
use super::programme::{Loaded, salvage};
use super::{About, KeyValue, LoadError, Preferences, ProgrammeStore, StorageError};
use crate::document::{Document, sort_by};

const PREFERENCES: &str = "preferences";

/// The part of the store that belongs to the app at one path. Projects of one account on a static host share an origin.
#[derive(Clone)]
pub struct Space<K> {
    store: K,
    /// `tiendo:<path>:`
    prefix: String,
}

/// One programme's place, as far as it can be told without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// Names the place: the document's id, or a free name where that one is taken.
    pub place: String,
    pub state: ShelfState,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShelfState {
    Whole(About),
    /// Written by a later version of this program.
    Newer,
    /// No manifest holds. Never written to; a copy can be recovered from it.
    Damaged,
}

impl<K: KeyValue + Clone> Space<K> {
    pub fn new(store: K, path: &str) -> Self {
        Self { store, prefix: format!("tiendo:{}:", path.replace(':', "_")) }
    }

    /// `tiendo:<path>:`, which every key begins with.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The programmes, last saved first.
    pub fn shelves(&self) -> Result<Vec<Shelf>, StorageError> {
        let mut shelves = Vec::new();
        for place in self.places()? {
            let read = |name| Ok(Manifest::read(self.store.get(&self.key(&place, name))?.as_deref()));
            let found = [read("m0")?, read("m1")?];
            let newest =
                found.iter().filter_map(|found| if let Found::Whole(manifest) = found { Some(manifest) } else { None });
            let state = if found.iter().any(|found| matches!(found, Found::Newer(_))) {
                ShelfState::Newer
            } else {
                newest
                    .max_by_key(|manifest| &manifest.version)
                    .map_or(ShelfState::Damaged, |manifest| ShelfState::Whole(manifest.about.clone()))
            };
            shelves.push(Shelf { place, state });
        }
        let saved = |shelf: &Shelf| if let ShelfState::Whole(about) = &shelf.state { Some(about.saved) } else { None };
        sort_by(&mut shelves, |a, b| saved(b).cmp(&saved(a)).then_with(|| a.place.cmp(&b.place)));
        Ok(shelves)
    }

    pub fn open(&self, place: &str, writer: &str) -> Result<(ProgrammeStore<K>, Loaded), LoadError> {
        ProgrammeStore::open(self.store.clone(), self.key(place, ""), writer.to_owned())
    }

    /// A free place for a document: never one where anything is stored, be it damaged.
    pub fn create(&self, document: &str, writer: &str) -> Result<(String, ProgrammeStore<K>), LoadError> {
        let plain =
            !document.is_empty() && document.len() <= 40 && document.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let name = if plain { document.to_owned() } else { hash(document) };
        let taken = self.places()?;
        let place = std::iter::once(name.clone()).chain((2..).map(|number| format!("{name}-{number}")));
        let place = place.into_iter().find(|place| !taken.contains(place)).unwrap_or(name);
        let store = ProgrammeStore::create(self.store.clone(), self.key(&place, ""), writer.to_owned())?;
        Ok((place, store))
    }

    /// What can still be read of a damaged place. The place itself is left as it is.
    pub fn salvage(&self, place: &str) -> Result<Option<Document>, StorageError> {
        salvage(&self.store, &self.key(place, ""))
    }

    /// Every text of a place as it stands, for a person to save who knows how to read it.
    pub fn raw(&self, place: &str) -> Result<Vec<(String, String)>, StorageError> {
        let keys = self.store.keys(&self.key(place, ""))?.into_iter();
        keys.map(|key| Ok((key.clone(), self.store.get(&key)?.unwrap_or_default()))).collect()
    }

    pub fn delete(&self, place: &str) -> Result<(), StorageError> {
        self.remove_all(&self.key(place, ""))
    }

    /// UTF-16 units in use, keys counted.
    pub fn used(&self) -> Result<usize, StorageError> {
        let keys = self.store.keys(&self.prefix)?.into_iter();
        keys.map(|key| Ok(units(&key) + units(&self.store.get(&key)?.unwrap_or_default()))).sum()
    }

    /// Everything of this address, preferences included.
    pub fn clear(&self) -> Result<(), StorageError> {
        self.remove_all(&self.prefix)
    }

    pub fn preferences(&self) -> Result<Preferences, StorageError> {
        Ok(Preferences::read(&self.store.get(&self.preferences_key())?.unwrap_or_default()))
    }

    pub fn set_preferences(&self, preferences: &Preferences) -> Result<(), StorageError> {
        self.store.set(&self.preferences_key(), &preferences.to_text())
    }

    fn places(&self) -> Result<BTreeSet<String>, StorageError> {
        let mut places = BTreeSet::new();
        for key in self.store.keys(&self.prefix)? {
            let place = key.strip_prefix(&self.prefix).and_then(|name| name.split_once(':'));
            places.extend(place.map(|(place, _)| place.to_owned()));
        }
        Ok(places)
    }

    fn remove_all(&self, prefix: &str) -> Result<(), StorageError> {
        self.store.keys(prefix)?.iter().try_for_each(|key| self.store.remove(key))
    }

    fn key(&self, place: &str, name: &str) -> String {
        format!("{}{place}:{name}", self.prefix)
    }

    fn preferences_key(&self) -> String {
        format!("{}{PREFERENCES}", self.prefix)
    }
}
