//! The programmes of this machine: open, begin, take in, hand out, delete.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::answer::{joined_name, plain_words};
use super::choices::OPEN;
use super::restore::whole_text;
use super::saving::{ReadOnly, SaveState};
use super::session::{DispatchError, Stage, ToastAction};
use super::{Session, browser};
use crate::document::{Document, Timestamp};
use crate::documents;
use crate::model::{Command, HeadEdit, Programme, SectionKind};
use crate::snapshot::{self, Changes, Finding, Snapshot};
use crate::storage::{LoadError, MAX_NODES, MAX_UNITS, PointReason, ShelfState, UndoList};

/// A snapshot to hand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    pub file_name: String,
    pub text: String,
}

/// A file that was read and not taken in yet.
#[derive(Clone, Debug)]
pub struct Preview {
    pub snapshot: Snapshot,
    /// What merging it into the open programme would do; `None` when it is another programme.
    pub merging: Option<Changes>,
    /// What putting it in the place of the open programme would do; `None` when none is open.
    pub replacing: Option<Changes>,
}

impl Session {
    /// Reads a file and says what it would do. Nothing is changed.
    pub fn preview(self, text: &str) -> Result<Preview, Vec<Finding>> {
        let snapshot = snapshot::read(text)?;
        let is_open = self.stage.get_untracked() == Stage::Open;
        let (merging, replacing) = self.programme.with_untracked(|programme| {
            let ours = programme.document();
            let dry_run = is_open.then(|| snapshot::dry_run(ours, &snapshot).ok()).flatten();
            let replacing = is_open.then(|| snapshot::replacement(ours, &snapshot.document));
            (dry_run.map(|dry_run| dry_run.changes), replacing)
        });
        Ok(Preview { snapshot, merging, replacing })
    }

    /// Opens a programme of the library.
    pub fn open(self, place: &str) -> Result<(), LoadError> {
        self.settle();
        if self.is_open(place) {
            return Ok(());
        }
        let opened = self.desk.with_value(|desk| desk.space.open(place, &desk.writer));
        let (store, loaded) = opened?;
        let state = match self.in_memory {
            _ if loaded.is_oversized() => SaveState::ReadOnly(ReadOnly::TooLarge),
            true => SaveState::Memory,
            false => SaveState::Saved { at: loaded.about.saved },
        };
        self.set_open(place, store, loaded.document, loaded.undo, state);
        Ok(())
    }

    /// Begins an empty programme with its head and sections.
    pub fn create(self, head: Vec<HeadEdit>, sections: Vec<(SectionKind, String)>) -> Result<(), DispatchError> {
        self.add(Document::new(browser::random_id())).map_err(|_| DispatchError::ReadOnly)?;
        self.dispatch(Command::Create { head, sections })?;
        // An empty page is nothing to go back to.
        self.undo_list.set(UndoList::default());
        self.save();
        Ok(())
    }

    /// Takes a document in as a programme of its own, and opens it.
    pub fn import_new(self, document: Document) -> Result<(), LoadError> {
        let is_oversized = document.len() > MAX_NODES || whole_text(&document).len() > MAX_UNITS;
        self.add(document)?;
        // Stored once, if it fits: what opens to be read only is not written again.
        self.save();
        if is_oversized {
            self.stop_writing(ReadOnly::TooLarge);
        }
        Ok(())
    }

    /// Makes a programme of its own from what was read of a document, and opens it.
    pub fn import_draft(self, draft: &documents::Draft) -> Result<(), LoadError> {
        self.import_new(self.programme_of(draft))
    }

    /// The programme that a document would become. Nothing is stored.
    pub fn programme_of(self, draft: &documents::Draft) -> Document {
        browser::with_env(&self.author(), |env| documents::programme(draft, &browser::random_id(), env))
    }

    /// Opens the sample programme, which is fetched on first use. `false`: it could not be had.
    pub async fn open_sample(self) -> bool {
        let Some(text) = browser::fetch_text("sample.json").await else { return false };
        let Ok(sample) = snapshot::read(&text) else { return false };
        let id = sample.document.id().to_owned();
        let shelf = self.shelves.with_untracked(|shelves| {
            let is_sample = |state: &ShelfState| matches!(state, ShelfState::Whole(about) if about.document == id);
            shelves.iter().find(|shelf| is_sample(&shelf.state)).map(|shelf| shelf.place.clone())
        });
        match shelf {
            Some(place) => self.open(&place).is_ok(),
            None => self.import_new(sample.document).is_ok(),
        }
    }

    /// The open programme as a file.
    pub fn export(self) -> Export {
        self.programme.with_untracked(|programme| Export {
            file_name: file_name(programme, &browser::today().to_string()),
            text: snapshot::write(programme.document()),
        })
    }

    /// The person has saved the open programme as a file.
    pub fn note_export(self) {
        self.remember(&self.exported_key(), &browser::now().0.to_string());
    }

    /// When the open programme was last saved as a file.
    pub fn last_export(self) -> Option<Timestamp> {
        self.programme.track();
        self.preferences.track();
        self.exported_at()
    }

    pub(super) fn exported_at(self) -> Option<Timestamp> {
        let key = self.exported_key();
        self.preferences.with_untracked(|preferences| preferences.get(&key)?.parse().ok().map(Timestamp))
    }

    fn exported_key(self) -> String {
        self.programme.with_untracked(|programme| format!("exported.{}", programme.document().id()))
    }

    /// A programme of the library as a file, open or not.
    pub fn export_place(self, place: &str) -> Result<Export, LoadError> {
        if self.is_open(place) {
            return Ok(self.export());
        }
        let (_, loaded) = self.desk.with_value(|desk| desk.space.open(place, &desk.writer))?;
        let programme = Programme::read(loaded.document);
        let file_name = file_name(&programme, &browser::today().to_string());
        Ok(Export { file_name, text: snapshot::write(programme.document()) })
    }

    /// The texts of a place as they are stored, each after its key: for the rescue of damaged data.
    pub fn export_raw(self, place: &str) -> String {
        let raw = self.desk.with_value(|desk| desk.space.raw(place)).unwrap_or_default();
        raw.iter().fold(String::new(), |all, (key, text)| all + key + "\n" + text + "\n")
    }

    /// A copy of what can be read of a damaged place, opened as a programme of its own. The place stays as it is.
    pub fn recover(self, place: &str) -> Result<(), LoadError> {
        let found = self.desk.with_value(|desk| desk.space.salvage(place))?;
        self.import_new(found.ok_or(LoadError::Damaged)?)
    }

    /// Opens a restore point as a programme of its own: when the browser has cleared the other store.
    pub async fn recover_point(self, id: u64) -> bool {
        match self.point_document(id).await {
            Some(document) => self.import_new(document).is_ok(),
            None => false,
        }
    }

    /// Deletes a programme at once; the toast's action brings it back, and so does its restore point later.
    pub fn delete(self, place: &str, words: &str) {
        let place = place.to_owned();
        let words = words.to_owned();
        spawn_local(async move {
            self.flush();
            let loaded = self.desk.with_value(|desk| desk.space.open(&place, &desk.writer));
            // A damaged place is gone for good: its raw texts can be had before.
            let mut undelete = None;
            self.desk.update_value(|desk| desk.deleted = None);
            if let Ok((_, loaded)) = loaded {
                if let Some(ring) = self.ring() {
                    let (id, title) = (loaded.document.id(), &loaded.about.title);
                    let text = whole_text(&loaded.document);
                    let _ = ring.write(id, title, browser::now(), PointReason::BeforeDelete, &text).await;
                    self.list_points().await;
                }
                self.desk.update_value(|desk| desk.deleted = Some(loaded.document));
                undelete = Some(ToastAction::Undelete);
            }
            if self.is_open(&place) {
                self.put_away();
                self.remember(OPEN, "");
            }
            let removed = self.desk.with_value(|desk| desk.space.delete(&place));
            self.set_archived(&place, false);
            self.list_shelves();
            if removed.is_ok() {
                self.toast(words, undelete);
            }
        });
    }

    /// Brings back the programme that was deleted last.
    pub fn undelete(self) -> bool {
        let document = self.desk.try_update_value(|desk| desk.deleted.take()).flatten();
        document.is_some_and(|document| self.import_new(document).is_ok())
    }

    /// Removes everything of this app from this browser: programmes, restore points, preferences.
    pub async fn clear_everything(self) -> bool {
        self.desk.update_value(|desk| {
            if let Some(timer) = desk.timer.take() {
                timer.clear();
            }
            desk.open = None;
            desk.deleted = None;
        });
        self.put_away();
        let cleared = self.desk.with_value(|desk| desk.space.clear());
        let ring = match self.ring() {
            Some(ring) => ring.clear().await,
            None => Ok(()),
        };
        self.preferences.set(crate::storage::Preferences::default());
        self.points.set(Vec::new());
        self.list_shelves();
        cleared.is_ok() && ring.is_ok()
    }

    /// UTF-16 units that this app keeps in the browser's first store, of about 5,200,000 an origin has.
    pub fn used_units(self) -> usize {
        self.desk.with_value(|desk| desk.space.used()).unwrap_or_default()
    }

    /// Where the open programme stands in the library.
    pub fn place(self) -> Option<String> {
        self.desk.with_value(|desk| desk.open.as_ref().map(|open| open.place.clone()))
    }

    pub(super) fn is_open(self, place: &str) -> bool {
        self.stage.get_untracked() == Stage::Open && self.place().as_deref() == Some(place)
    }

    pub(super) fn list_shelves(self) {
        let shelves = self.desk.with_value(|desk| desk.space.shelves()).unwrap_or_default();
        if self.shelves.with_untracked(|before| *before != shelves) {
            self.shelves.set(shelves);
        }
    }

    /// At the start: the programme that was open last, or the newest where that one is no more. One that is damaged is
    /// not passed over: the library shows it, and the ways to recover it.
    pub(super) fn open_last(self) {
        let last = self.preferences.with_untracked(|preferences| preferences.get(OPEN).map(str::to_owned));
        if last.is_some_and(|place| self.open(&place) != Err(LoadError::Absent)) {
            return;
        }
        for shelf in self.shelves.get_untracked() {
            let is_put_away = self.is_archived(&shelf.place);
            if !is_put_away && matches!(shelf.state, ShelfState::Whole(_)) && self.open(&shelf.place).is_ok() {
                return;
            }
        }
        if self.in_memory {
            self.save_state.set(SaveState::Memory);
        }
    }

    fn add(self, document: Document) -> Result<(), LoadError> {
        self.flush();
        let created = self.desk.with_value(|desk| desk.space.create(document.id(), &desk.writer));
        let (place, store) = created?;
        self.set_open(&place, store, document, UndoList::default(), SaveState::Saving);
        Ok(())
    }
}

/// `01-CTr-ĐU_2025_Đảng-ủy…_2025-10-05.tiendo.json`: programme, year, body, day, in signs that every system takes.
pub(super) fn file_name(programme: &Programme, day: &str) -> String {
    let head = programme.head();
    let year = if head.first_year == 0 { String::new() } else { head.first_year.to_string() };
    joined_name([head.called(), &year, &head.issuer, day].map(|text| plain_words(text, 40)), "tiendo.json")
}
