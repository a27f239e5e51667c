//! What the session needs only after the first screen: judging, writing, saving, copies, other tabs.
//!
//! All of it is reached through one table, which arrives with a part of the program of its own; until then the session
//! shows the stored programme and writes nothing.

use leptos::prelude::*;

use super::issued::{Issued, ReadIssued};
use super::judging::{Judged, Look};
use super::session::{DispatchError, Done, Undone};
use super::{Session, tabs};
use crate::model::{Command, Programme};

/// The late half of the session.
#[derive(Clone, Copy, Debug)]
pub struct Late {
    pub(super) judge: fn(&Programme, Look, Option<&Judged>) -> Judged,
    pub(super) issued: ReadIssued,
    dispatch: fn(Session, Command) -> Result<Done, DispatchError>,
    undo: fn(Session) -> Result<Undone, DispatchError>,
    redo: fn(Session) -> Result<Undone, DispatchError>,
    begin: fn(Session),
    flush: fn(Session) -> bool,
    opened: fn(Session),
}

impl Late {
    /// To be called from a part that arrives late only: it reaches everything.
    #[expect(clippy::new_without_default, reason = "there is one, and it is made in one place")]
    pub fn new() -> Self {
        Self {
            judge: Judged::of,
            issued: Issued::of,
            dispatch: Session::plan_and_commit,
            undo: Session::take_back,
            redo: Session::do_again,
            begin: |session| {
                tabs::listen(session);
                session.open_ring();
                // What other tabs saved before anybody listened.
                session.follow();
                session.list_shelves();
            },
            flush: Session::flush,
            opened: tabs::opened,
        }
    }
}

impl Session {
    /// The late half has arrived: from now on the programme can be written to.
    pub fn arrive(self, late: Late) {
        if self.late.with_untracked(Option::is_some) {
            return;
        }
        self.late.set(Some(late));
        (late.begin)(self);
        if self.place().is_some() {
            (late.opened)(self);
        }
    }

    /// Plans a command and commits it; saving follows by itself.
    pub fn dispatch(self, command: Command) -> Result<Done, DispatchError> {
        (self.late()?.dispatch)(self, command)
    }

    /// Takes the last step back.
    pub fn undo(self) -> Result<Undone, DispatchError> {
        (self.late()?.undo)(self)
    }

    /// Does again what was taken back last.
    pub fn redo(self) -> Result<Undone, DispatchError> {
        (self.late()?.redo)(self)
    }

    fn late(self) -> Result<Late, DispatchError> {
        self.late.get_untracked().ok_or(DispatchError::ReadOnly)
    }

    /// Before another programme is opened: there is nothing to save where nothing could be written.
    pub(super) fn settle(self) {
        if let Ok(late) = self.late() {
            (late.flush)(self);
        }
    }

    /// After a programme was opened.
    pub(super) fn opened(self) {
        if let Ok(late) = self.late() {
            (late.opened)(self);
        }
    }
}
