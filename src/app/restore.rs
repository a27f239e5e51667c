//! Restore points: copies before anything that replaces the programme, and the way back to them.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::saving::SaveState;
use super::{DispatchError, Session, browser, tabs};
use crate::document::Document;
use crate::model::Programme;
use crate::snapshot::{self, NearlyEmpty, check_replacement, live_nodes};
use crate::storage::{Point, PointReason, Ring, Step, StorageError, UndoList, VerifiedPoint, is_copy_due, newest_lost};

/// Why the programme was not replaced. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplaceError {
    /// No copy could be put aside first; the person may do without one.
    NoBackup(StorageError),
    /// Little would take the place of much: more often an accident than a wish.
    NearlyEmpty(NearlyEmpty),
    /// Another programme was opened meanwhile.
    OtherProgramme,
    /// The restore point is gone or cannot be read.
    NoPoint,
    /// Nothing can be written now.
    Stopped(DispatchError),
}

/// What the person has said yes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    pub nearly_empty: bool,
    pub without_backup: bool,
}

impl Session {
    /// The programme that the browser has cleared from its first store while the second kept a copy: recovery is offered.
    pub fn lost(self) -> Option<Point> {
        if self.shelves.with(|shelves| !shelves.is_empty()) {
            return None;
        }
        self.points.with(|points| newest_lost(points).cloned())
    }

    /// The text of a restore point, for a look at it or to save as a file.
    pub async fn point_document(self, id: u64) -> Option<Document> {
        let ring = self.ring()?;
        let text = ring.text(id).await.ok()??;
        snapshot::read(&text).ok().map(|snapshot| snapshot.document)
    }

    /// What can no longer be saved goes into the ring, where the reloaded page finds it.
    pub(super) fn put_aside(self) {
        if self.desk.with_value(|desk| desk.unsaved) > 0 {
            spawn_local(async move { drop(self.backup(PointReason::BeforeUpdate).await) });
        }
    }

    /// Puts a copy of the open programme into the ring.
    pub(super) async fn backup(self, reason: PointReason) -> Result<(u64, VerifiedPoint), StorageError> {
        let ring = self.ring().ok_or(StorageError::Blocked)?;
        let (document, title, text) = self.programme.with_untracked(|programme| {
            let document = programme.document();
            (document.id().to_owned(), programme.head().title.clone(), whole_text(document))
        });
        let point = ring.write(&document, &title, browser::now(), reason, &text).await;
        self.list_points().await;
        point
    }

    /// Goes back to a restore point. What stands now is put aside first, and "Hoàn tác" brings it back.
    pub async fn restore(self, id: u64, consent: Consent) -> Result<(), ReplaceError> {
        let document = self.point_document(id).await.ok_or(ReplaceError::NoPoint)?;
        self.replace(document, PointReason::BeforeRestore, consent).await
    }

    /// Puts another state in the place of the open programme, after a copy. One step of undo.
    pub async fn replace(self, document: Document, reason: PointReason, consent: Consent) -> Result<(), ReplaceError> {
        let before = self.programme.with_untracked(|programme| live_nodes(programme.document()));
        check_replacement(before, live_nodes(&document), consent.nearly_empty).map_err(ReplaceError::NearlyEmpty)?;
        let point = self.backup_before(reason, consent).await?;
        let mut undo = UndoList::default();
        undo.extend(point.map(Step::Restore));
        self.put(document, undo);
        Ok(())
    }

    /// Joins what `merge` made into the open programme, after a copy. One step of undo. What was edited meanwhile stands.
    pub async fn take_merge(self, merged: &Document, consent: Consent) -> Result<(), ReplaceError> {
        let point = self.backup_before(PointReason::BeforeMerge, consent).await?;
        if !self.join(merged) {
            return Err(ReplaceError::OtherProgramme);
        }
        self.desk.update_value(|desk| desk.unsaved += 1);
        self.undo_list.update(|list| list.extend(point.map(Step::Restore)));
        self.save();
        Ok(())
    }

    /// Straight after, undo brings the copy back as it was; later it is written anew, so that what others have since
    /// been given does not come back from them.
    pub(super) fn undo_by_restoring(self, point: u64) {
        spawn_local(async move {
            let Some(copy) = self.point_document(point).await else { return };
            let is_straight_after = self.undo_list.with_untracked(UndoList::is_straight_after);
            let is_same = self.programme.with_untracked(|programme| programme.document().id() == copy.id());
            if is_same && !is_straight_after {
                let draft = self.programme.with_untracked(|programme| programme.document().return_to(&copy));
                if let Ok(change) = self.commit(draft) {
                    self.undo_list.update(|list| list.undone(change.map(|change| change.made)));
                }
            } else {
                // What is taken back can be found among the restore points.
                let _ = self.backup(PointReason::BeforeRestore).await;
                let mut undo = self.undo_list.get_untracked();
                undo.undone(None);
                self.put(copy, undo);
            }
        });
    }

    async fn backup_before(self, reason: PointReason, consent: Consent) -> Result<Option<u64>, ReplaceError> {
        self.check_writable().map_err(ReplaceError::Stopped)?;
        match self.backup(reason).await {
            Ok((point, _)) => Ok(Some(point)),
            Err(_) if consent.without_backup => Ok(None),
            Err(error) => Err(ReplaceError::NoBackup(error)),
        }
    }

    fn put(self, document: Document, undo: UndoList) {
        // A stored stamp is never used again, and this copy does not know of all that were given out.
        self.desk.update_value(|desk| {
            desk.actor = browser::random_id().into();
            desk.unsaved += 1;
        });
        // Where every tab writes, another one would join back what is merely put away: it is written over.
        let is_written = !tabs::one_tab_writes() && self.join(&document) && {
            let draft = self.programme.with_untracked(|programme| programme.document().return_to(&document));
            self.commit(draft).is_ok()
        };
        if !is_written {
            self.programme.set(Programme::read(document));
        }
        self.undo_list.set(undo);
        self.touched_all();
        self.save();
    }

    pub(super) fn ring(self) -> Option<Ring> {
        self.desk.with_value(|desk| desk.ring.clone())
    }

    /// Opens the ring, lists its points, and sees to the day's copy.
    pub(super) fn open_ring(self) {
        spawn_local(async move {
            let name = self.desk.with_value(|desk| desk.space.prefix().to_owned());
            // Without IndexedDB there are no copies; the programme itself is stored elsewhere.
            let Ok(ring) = Ring::open(&name).await else { return };
            self.desk.update_value(|desk| desk.ring = Some(ring));
            self.copy_if_due(true).await;
        });
    }

    /// Sees to the day's copy in the ring: it follows what is saved, at some distance while the person edits.
    pub(super) async fn copy_if_due(self, at_rest: bool) {
        if at_rest {
            // Other tabs write copies too.
            self.list_points().await;
        }
        let saved = match self.save_state.get_untracked() {
            SaveState::Saved { at } => at,
            SaveState::Memory => browser::now(),
            // Not saved yet, another tab's to do, or nothing open.
            _ => return,
        };
        let document = self.programme.with_untracked(|programme| programme.document().id().to_owned());
        let is_due =
            self.points.with_untracked(|points| is_copy_due(points, &document, saved, browser::now(), at_rest));
        // One at a time: the next save may come while a copy is being written.
        let is_free = || self.desk.try_update_value(|desk| !std::mem::replace(&mut desk.is_copying, true));
        if !document.is_empty() && is_due && is_free() == Some(true) {
            let _ = self.backup(PointReason::Daily).await;
            self.desk.update_value(|desk| desk.is_copying = false);
        }
    }

    pub(super) async fn list_points(self) {
        let Some(ring) = self.ring() else { return };
        if let Ok(points) = ring.points().await {
            self.points.set(points);
        }
    }
}

/// Everything a document knows, old values in full.
pub(super) fn whole_text(document: &Document) -> String {
    snapshot::write_nodes(document, document.nodes().map(|(id, _)| id))
}
