//! The store in memory: where the browser keeps nothing, and in tests, which make it fail at a chosen step.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::key_value::units;
use super::{KeyValue, StorageError};
use crate::document::SortedMap;

/// Clones share one content, as tabs do.
#[derive(Clone, Default)]
pub struct MemoryStore {
    inner: Rc<Inner>,
}

type OtherTab = Box<dyn FnOnce()>;

#[derive(Default)]
struct Inner {
    texts: RefCell<SortedMap<String, String>>,
    /// Units allowed, keys counted.
    quota: Cell<Option<usize>>,
    /// Operations left until the process "stops": that operation is torn, and nothing after it takes effect.
    steps_left: Cell<Option<usize>>,
    steps_done: Cell<usize>,
    blocked: Cell<bool>,
    /// Steps until another tab gets its turn, and what it does then.
    other_tab: RefCell<Option<(usize, OtherTab)>>,
}

impl MemoryStore {
    /// Units in use, keys counted.
    pub fn used(&self) -> usize {
        self.inner.texts.borrow().iter().map(|(key, text)| units(key) + units(text)).sum()
    }

    pub fn set_quota(&self, units: Option<usize>) {
        self.inner.quota.set(units);
    }

    pub fn set_blocked(&self, blocked: bool) {
        self.inner.blocked.set(blocked);
    }

    /// Stops at the operation after `steps` more: a write then leaves half of its text, and all later ones fail.
    pub fn stop_after(&self, steps: Option<usize>) {
        self.inner.steps_left.set(steps);
    }

    /// Runs `other_tab` before the changing operation after `steps` more.
    pub fn before_step(&self, steps: usize, other_tab: impl FnOnce() + 'static) {
        *self.inner.other_tab.borrow_mut() = Some((steps, Box::new(other_tab)));
    }

    /// Operations that changed the store, or tried to.
    pub fn steps_done(&self) -> usize {
        self.inner.steps_done.get()
    }

    /// A copy with the same texts and no faults: what the next start finds.
    #[must_use]
    pub fn restarted(&self) -> Self {
        let copy = Self::default();
        *copy.inner.texts.borrow_mut() = self.inner.texts.borrow().clone();
        copy
    }

    fn check_allowed(&self) -> Result<(), StorageError> {
        if self.inner.blocked.get() { Err(StorageError::Blocked) } else { Ok(()) }
    }

    /// Counts one changing operation. `false`: the process stops in the middle of this one.
    fn step(&self) -> Result<bool, StorageError> {
        self.check_allowed()?;
        let turn = self.inner.other_tab.borrow_mut().take();
        match turn {
            Some((0, other_tab)) => other_tab(),
            Some((left, other_tab)) => *self.inner.other_tab.borrow_mut() = Some((left - 1, other_tab)),
            None => {}
        }
        self.inner.steps_done.set(self.inner.steps_done.get() + 1);
        match self.inner.steps_left.get() {
            None => Ok(true),
            Some(usize::MAX) => Err(stopped()),
            Some(0) => {
                self.inner.steps_left.set(Some(usize::MAX));
                Ok(false)
            }
            Some(left) => {
                self.inner.steps_left.set(Some(left - 1));
                Ok(true)
            }
        }
    }
}

fn stopped() -> StorageError {
    StorageError::Failed("stopped".into())
}

impl KeyValue for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.check_allowed()?;
        Ok(self.inner.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let whole = self.step()?;
        let mut texts = self.inner.texts.borrow_mut();
        if !whole {
            let half = value.chars().take(value.chars().count() / 2).collect();
            texts.insert(key.into(), half);
            return Err(stopped());
        }
        if let Some(quota) = self.inner.quota.get() {
            let before = texts.get(key).map_or(0, |old| units(key) + units(old));
            let used: usize = texts.iter().map(|(key, text)| units(key) + units(text)).sum();
            if used - before + units(key) + units(value) > quota {
                return Err(StorageError::Full);
            }
        }
        texts.insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if !self.step()? {
            return Err(stopped());
        }
        self.inner.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.check_allowed()?;
        Ok(self.inner.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }
}
