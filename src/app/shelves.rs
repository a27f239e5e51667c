//! What the library does with programmes besides opening them: copied, renamed, put into the archive, begun from another.

use leptos::prelude::*;

use super::library::Export;
use super::session::{DispatchError, ToastAction};
use super::{Session, browser};
use crate::document::Document;
use crate::env::Env;
use crate::model::{Command, Edit, HeadEdit, Programme, Version};
use crate::snapshot;
use crate::storage::{LoadError, UndoList};

impl Session {
    /// A copy with all figures and the history, as a programme of its own; it is opened.
    pub fn duplicate(self, place: &str, title: String) -> Result<(), LoadError> {
        let copy = self.document_at(place)?.copy_as(browser::random_id());
        self.import_new(copy)?;
        // What is only to be read keeps its old title.
        let _ = self.dispatch(Command::Edit(vec![Edit::Head(HeadEdit::Title(title))]));
        self.undo_list.set(UndoList::default());
        Ok(())
    }

    /// Gives a programme another title. It is opened: only what is open can be written to and taken back.
    pub fn rename(self, place: &str, title: String) -> Result<(), DispatchError> {
        self.open(place).map_err(|_| DispatchError::ReadOnly)?;
        self.dispatch(Command::Edit(vec![Edit::Head(HeadEdit::Title(title))])).map(drop)
    }

    /// Begins a programme with the structure of one of the library, without its figures.
    pub fn create_like(self, place: &str, year: i32, head: &[HeadEdit]) -> Result<(), LoadError> {
        let source = Programme::read(self.document_at(place)?);
        let next = |env: &mut Env| source.successor(&browser::random_id(), year, head, env);
        self.import_new(browser::with_env(&self.author(), next))
    }

    /// What another programme can begin with: how one of the library is called, and by whom it is issued.
    pub fn programme_at(self, place: &str) -> Result<Programme, LoadError> {
        self.document_at(place).map(Programme::read)
    }

    /// Whether a programme of the library is put away; it is stored all the same.
    pub fn is_archived(self, place: &str) -> bool {
        let name = archived(place);
        self.preferences.with(|preferences| preferences.get(&name).is_some())
    }

    /// Puts a programme away, or takes it out again. The open one is closed.
    pub fn set_archived(self, place: &str, on: bool) {
        if on && self.is_open(place) {
            self.close();
        }
        self.remember(&archived(place), if on { "1" } else { "" });
    }

    /// Puts a programme away with a toast that takes it out again.
    pub fn archive(self, place: &str, words: &str) {
        self.set_archived(place, true);
        self.desk.update_value(|desk| place.clone_into(&mut desk.archived));
        self.toast(words, Some(ToastAction::Unarchive));
    }

    /// Takes out what was put away last.
    pub fn unarchive(self) {
        let place = self.desk.with_value(|desk| desk.archived.clone());
        self.set_archived(&place, false);
    }

    /// The open programme as it was issued, as a file.
    pub fn export_version(self, version: &Version) -> Export {
        self.programme.with_untracked(|programme| {
            let then = programme.as_issued(version);
            let day = version.date.map(|date| date.to_string()).unwrap_or_default();
            Export { file_name: super::library::file_name(&then, &day), text: snapshot::write(then.document()) }
        })
    }

    fn document_at(self, place: &str) -> Result<Document, LoadError> {
        if self.is_open(place) {
            return Ok(self.programme.with_untracked(|programme| programme.document().clone()));
        }
        Ok(self.desk.with_value(|desk| desk.space.open(place, &desk.writer))?.1.document)
    }
}

fn archived(place: &str) -> String {
    format!("archived.{place}")
}
