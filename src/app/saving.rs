//! Saving by itself: when, in which state, and what follows when the store refuses.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::choices::OPEN;
use super::session::{NewVersion, Stage};
use super::{Session, browser};
use crate::document::{Document, NodeId, Timestamp};
use crate::model::Programme;
use crate::storage::{About, PointReason, SaveError, Saved, StorageError, UndoList};

const DEBOUNCE: Duration = Duration::from_millis(300);
const RETRY: Duration = Duration::from_secs(5);
/// Joining with another tab's save can take as many rounds as that tab saves meanwhile.
const ROUNDS: usize = 5;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// No programme is open.
    Idle,
    Saved {
        at: Timestamp,
    },
    Saving,
    /// Kept in memory and tried again; what was saved before stands.
    Failed {
        cause: Trouble,
        changes: usize,
    },
    /// The browser keeps nothing: all is gone when the page closes.
    Memory,
    ReadOnly(ReadOnly),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    Full,
    Blocked,
    /// Written, but not there when read back.
    NotKept,
    Other(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another tab writes; this one reads along and takes over when that one closes.
    OtherTab,
    TooLarge,
    /// A later version of this program has written here.
    NewerVersion,
}

impl SaveState {
    /// The value of `data-save`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Saved { .. } => "saved",
            Self::Saving => "saving",
            Self::Failed { .. } => "failed",
            Self::Memory => "memory",
            Self::ReadOnly(_) => "read-only",
        }
    }
}

impl Session {
    /// Nodes were changed: they will be saved in a moment.
    pub(super) fn touched(self, nodes: &[NodeId]) {
        self.desk.update_value(|desk| {
            desk.unsaved += 1;
            if let Some(open) = &mut desk.open {
                open.store.touch(nodes);
            }
        });
        self.save_soon();
    }

    /// The whole programme may differ from what is stored.
    pub(super) fn touched_all(self) {
        self.desk.update_value(|desk| {
            if let Some(open) = &mut desk.open {
                open.store.touch_all();
            }
        });
    }

    pub(super) fn save_soon(self) {
        // A failure stays in sight until a save succeeds.
        if matches!(self.save_state.get_untracked(), SaveState::Saved { .. } | SaveState::Idle) {
            self.save_state.set(SaveState::Saving);
        }
        self.save_after(DEBOUNCE);
    }

    /// Saves at once what waits to be saved; says whether all is saved.
    pub fn flush(self) -> bool {
        let waiting = self.desk.try_update_value(|desk| desk.timer.take()).flatten();
        match waiting {
            Some(timer) => {
                timer.clear();
                self.save()
            }
            // Room may be being made for what is not saved yet.
            None => !matches!(self.save_state.get_untracked(), SaveState::Failed { .. } | SaveState::Saving),
        }
    }

    /// Saves now, as the person asked for after a failure.
    pub fn retry_save(self) -> bool {
        self.desk.update_value(|desk| desk.made_room = false);
        self.save()
    }

    /// Lets the waiting version of the program start, once all is saved and a copy stands in the ring. `false`: what is
    /// in memory only would be lost by the reload; the person saves it as a file first.
    pub fn apply_update(self) -> bool {
        let is_safe = self.flush() && (!self.in_memory || self.stage.get_untracked() == Stage::Closed);
        if is_safe {
            spawn_local(async move {
                // Without a ring the saved state is the copy.
                let _ = self.backup(PointReason::BeforeUpdate).await;
                browser::apply_update();
            });
        }
        is_safe
    }

    pub(super) fn save(self) -> bool {
        let is_old = self.new_version.get_untracked() == NewVersion::ReloadNeeded;
        if is_old || matches!(self.save_state.get_untracked(), SaveState::ReadOnly(_)) {
            return false;
        }
        for _ in 0..ROUNDS {
            match self.save_once() {
                None => return true,
                Some(Ok(_)) => {
                    self.saved();
                    return true;
                }
                Some(Err(SaveError::Behind)) => {
                    if !self.join_stored() {
                        return false;
                    }
                }
                Some(Err(SaveError::Gone)) => self.start_over(),
                Some(Err(SaveError::NotKept)) => self.touched_all(),
                Some(Err(SaveError::Newer(_))) => {
                    self.stop_writing(ReadOnly::NewerVersion);
                    return false;
                }
                Some(Err(SaveError::Full)) => {
                    if !self.make_room() {
                        self.full();
                    }
                    return false;
                }
                Some(Err(SaveError::Storage(error))) => {
                    self.failed(match error {
                        StorageError::Full => Trouble::Full,
                        StorageError::Blocked => Trouble::Blocked,
                        StorageError::Failed(words) => Trouble::Other(words),
                    });
                    self.save_after(RETRY);
                    return false;
                }
            }
        }
        self.failed(Trouble::NotKept);
        self.save_after(RETRY);
        false
    }

    /// `None`: nothing is open.
    fn save_once(self) -> Option<Result<Saved, SaveError>> {
        let undo = self.undo_list.get_untracked();
        self.programme.with_untracked(|programme| {
            let head = programme.head();
            let about = About {
                document: programme.document().id().to_owned(),
                title: head.title.clone(),
                number: head.number.clone(),
                issuer: head.issuer.clone(),
                saved: browser::now(),
            };
            self.desk.try_update_value(|desk| {
                if let Some(timer) = desk.timer.take() {
                    timer.clear();
                }
                Some(desk.open.as_mut()?.store.save(programme.document(), about, &undo))
            })?
        })
    }

    fn saved(self) {
        let is_first = self.desk.try_update_value(|desk| {
            desk.unsaved = 0;
            desk.made_room = false;
            !std::mem::replace(&mut desk.asked_to_persist, true)
        });
        self.save_state.set(if self.in_memory { SaveState::Memory } else { SaveState::Saved { at: browser::now() } });
        if is_first == Some(true) && !self.in_memory {
            browser::ask_to_persist();
        }
        self.list_shelves();
        spawn_local(self.copy_if_due(false));
    }

    fn failed(self, cause: Trouble) {
        let changes = self.desk.with_value(|desk| desk.unsaved);
        self.save_state.set(SaveState::Failed { cause, changes });
    }

    /// The store is full: with a copy in the ring, written and read back, the older of the two states may go, once.
    fn make_room(self) -> bool {
        let tried = self.desk.try_update_value(|desk| std::mem::replace(&mut desk.made_room, true));
        if tried != Some(false) {
            return false;
        }
        spawn_local(async move {
            let Ok((_, proof)) = self.backup(PointReason::Full).await else { return self.full() };
            let dropped = self.desk.try_update_value(|desk| Some(desk.open.as_mut()?.store.drop_older(&proof)));
            match dropped {
                Some(Some(Ok(()))) => drop(self.save()),
                _ => self.full(),
            }
        });
        true
    }

    fn full(self) {
        self.failed(Trouble::Full);
        // Another tab or project may leave room.
        self.save_after(RETRY);
    }

    fn save_after(self, delay: Duration) {
        let timer = set_timeout_with_handle(
            move || {
                self.desk.update_value(|desk| desk.timer = None);
                self.save();
            },
            delay,
        );
        self.desk.update_value(|desk| {
            if let Some(before) = std::mem::replace(&mut desk.timer, timer.ok()) {
                before.clear();
            }
        });
    }

    /// Puts the programme away; it stays stored.
    pub fn close(self) {
        self.flush();
        self.put_away();
        self.remember(OPEN, "");
    }

    pub(super) fn put_away(self) {
        self.desk.update_value(|desk| desk.open = None);
        self.undo_list.set(UndoList::default());
        self.save_state.set(SaveState::Idle);
        self.stage.set(Stage::Closed);
        self.programme.set(Programme::read(Document::new("")));
        self.list_shelves();
    }
}
