//! Restore points: copies before anything that replaces the programme, and the way back to them.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::saving::SaveState;
use super::{Session, browser};
use crate::document::Document;
use crate::snapshot;
use crate::storage::{PointReason, Ring, Step, StorageError, UndoList, VerifiedPoint, is_daily_due};

/// Why the programme was not replaced. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplaceError {
    /// No copy could be put aside first; the person may do without one.
    NoBackup(StorageError),
    /// The restore point is gone or cannot be read.
    NoPoint,
    ReadOnly,
}

impl Session {
    /// The text of a restore point, for a look at it or to save as a file.
    pub async fn point_document(self, id: u64) -> Option<Document> {
        let ring = self.ring()?;
        let text = ring.text(id).await.ok()??;
        snapshot::read(&text).ok().map(|snapshot| snapshot.document)
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
    pub async fn restore(self, id: u64) -> Result<(), ReplaceError> {
        let document = self.point_document(id).await.ok_or(ReplaceError::NoPoint)?;
        self.replace(document, PointReason::BeforeRestore, false).await
    }

    /// Puts another state in the place of the open programme, after a copy. One step of undo.
    pub async fn replace(
        self,
        document: Document,
        reason: PointReason,
        without_backup: bool,
    ) -> Result<(), ReplaceError> {
        if matches!(self.save_state.get_untracked(), SaveState::ReadOnly(_)) {
            return Err(ReplaceError::ReadOnly);
        }
        let undo = match self.backup(reason).await {
            Ok((point, _)) => {
                let mut list = UndoList::default();
                list.push(Step::Restore(point));
                list
            }
            Err(_) if without_backup => UndoList::default(),
            Err(error) => return Err(ReplaceError::NoBackup(error)),
        };
        self.put(document, undo);
        Ok(())
    }

    /// Straight after an import, a merge or a restore, undo brings the copy back.
    pub(super) fn undo_by_restoring(self, point: u64) {
        spawn_local(async move {
            if let Some(document) = self.point_document(point).await {
                // What is taken back can be found among the restore points.
                let _ = self.backup(PointReason::BeforeRestore).await;
                self.put(document, UndoList::default());
            }
        });
    }

    fn put(self, document: Document, undo: UndoList) {
        // A stored stamp is never used again, and this copy does not know of all that were given out.
        self.desk.update_value(|desk| {
            desk.actor = browser::random_id().into();
            desk.unsaved += 1;
        });
        self.programme.set(crate::model::Programme::read(document));
        self.undo_list.set(undo);
        self.touched_all();
        self.save();
    }

    pub(super) fn ring(self) -> Option<Ring> {
        self.desk.with_value(|desk| desk.ring.clone())
    }

    /// Opens the ring, lists its points, and writes the day's copy.
    pub(super) fn open_ring(self) {
        spawn_local(async move {
            let name = self.desk.with_value(|desk| desk.space.prefix().to_owned());
            // Without IndexedDB there are no copies; the programme itself is stored elsewhere.
            let Ok(ring) = Ring::open(&name).await else { return };
            self.desk.update_value(|desk| desk.ring = Some(ring));
            self.list_points().await;
            self.write_daily().await;
        });
    }

    pub(super) async fn write_daily(self) {
        let document = self.programme.with_untracked(|programme| programme.document().id().to_owned());
        let is_due = self.points.with_untracked(|points| is_daily_due(points, &document, browser::now()));
        if !document.is_empty() && is_due {
            let _ = self.backup(PointReason::Daily).await;
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
