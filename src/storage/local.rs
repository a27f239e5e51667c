//! The browser's localStorage as a store of texts, and the choice between it and memory.

use gloo_storage::Storage as _;
use wasm_bindgen::{JsCast as _, JsValue};

use super::{KeyValue, MemoryStore, StorageError};
use crate::document::sort;

/// Raw texts: gloo's own `set` would escape our JSON a second time.
#[derive(Clone)]
pub struct LocalStore(web_sys::Storage);

impl LocalStore {
    /// Tries the store with a text of its own first: where storing is blocked, gloo panics and some browsers throw only
    /// at the first write.
    pub fn probe() -> Result<Self, StorageError> {
        const PROBE: &str = "tiendo-probe";
        let window = web_sys::window().ok_or(StorageError::Blocked)?;
        let storage = window.local_storage().map_err(|error| read_error(&error))?.ok_or(StorageError::Blocked)?;
        let tried = storage.set_item(PROBE, PROBE).map_err(|error| read_error(&error));
        let kept = storage.get_item(PROBE).map_err(|error| read_error(&error))?;
        match tried {
            Ok(()) if kept.as_deref() == Some(PROBE) => {}
            // A full store can still be read, and what it holds must be.
            Err(StorageError::Full) if storage.length().is_ok_and(|length| length > 0) => {}
            // Some keep nothing, or offer a store of no size at all.
            Ok(()) | Err(StorageError::Full) => return Err(StorageError::Blocked),
            Err(other) => return Err(other),
        }
        let _ = storage.remove_item(PROBE);
        Ok(Self(gloo_storage::LocalStorage::raw()))
    }
}

impl KeyValue for LocalStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(|error| read_error(&error))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.set_item(key, value).map_err(|error| read_error(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(key).map_err(|error| read_error(&error))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let length = self.0.length().map_err(|error| read_error(&error))?;
        let mut keys = Vec::new();
        for index in 0..length {
            let key = self.0.key(index).map_err(|error| read_error(&error))?;
            keys.extend(key.filter(|key| key.starts_with(prefix)));
        }
        sort(&mut keys);
        Ok(keys)
    }
}

/// Where this run of the app keeps its texts.
#[derive(Clone)]
pub enum Backend {
    Local(LocalStore),
    /// Nothing is kept when the page closes.
    Memory(MemoryStore),
}

impl KeyValue for Backend {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        match self {
            Self::Local(store) => store.get(key),
            Self::Memory(store) => store.get(key),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        match self {
            Self::Local(store) => store.set(key, value),
            Self::Memory(store) => store.set(key, value),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        match self {
            Self::Local(store) => store.remove(key),
            Self::Memory(store) => store.remove(key),
        }
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        match self {
            Self::Local(store) => store.keys(prefix),
            Self::Memory(store) => store.keys(prefix),
        }
    }
}

/// A thrown value as an error.
pub(super) fn read_error(thrown: &JsValue) -> StorageError {
    match thrown.dyn_ref::<web_sys::DomException>() {
        Some(exception) => StorageError::from_exception(&exception.name(), &exception.message()),
        None => match thrown.dyn_ref::<js_sys::Error>() {
            Some(error) => StorageError::from_exception(&String::from(error.name()), &String::from(error.message())),
            None => StorageError::Failed(String::new()),
        },
    }
}
