//! The session: the open programme as one signal, and everything a screen may do to it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;

use super::choices::{LANGUAGE, OPEN, THEME, Theme};
use super::issued::{Issued, issued};
use super::judging::{Judged, Look, judged};
use super::late::Late;
use super::saving::{ReadOnly, SaveState};
use super::{Route, browser, tabs::Turn};
use crate::document::{ActorId, Change, CommitError, Document, Draft, Made, NodeId};
use crate::i18n::Language;
use crate::model::{Command, CommandError, Date, Programme, plan};
use crate::storage::{
    Backend, LocalStore, MAX_NODES, MemoryStore, Point, Preferences, ProgrammeStore, Ring, Shelf, Space, Step, UndoList,
};

/// A handle on the app's state; copies are the same session. Screens read the signals and call the methods.
#[derive(Clone, Copy)]
pub struct Session {
    pub stage: RwSignal<Stage>,
    /// The open programme; an empty one while none is open.
    pub programme: RwSignal<Programme>,
    pub save_state: RwSignal<SaveState>,
    pub undo_list: RwSignal<UndoList>,
    /// All programmes of this machine, last saved first.
    pub shelves: RwSignal<Vec<Shelf>>,
    /// Restore points of all programmes, newest first.
    pub points: RwSignal<Vec<Point>>,
    pub route: RwSignal<Route>,
    pub preferences: RwSignal<Preferences>,
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Theme>,
    pub new_version: RwSignal<NewVersion>,
    pub toasts: RwSignal<Vec<Toast>>,
    /// A day that the person looks at; `None` is the programme's own, or today.
    pub chosen_day: RwSignal<Option<Date>>,
    /// The person's own day; it moves on while the page stays open.
    pub today: RwSignal<Date>,
    /// Looking back, figures that were written later count all the same.
    pub with_later_figures: RwSignal<bool>,
    /// The day that verdicts are reckoned at.
    pub as_of: Memo<Date>,
    /// How every measure stands at that day.
    pub judged: Memo<Arc<Judged>>,
    /// The last issued version; what was changed since is an amendment.
    pub issued: Memo<Option<Arc<Issued>>>,
    /// Nothing can be written now.
    read_only: Memo<bool>,
    /// What arrives after the first screen; nothing can be written before.
    pub(super) late: RwSignal<Option<Late>>,
    /// The browser keeps nothing: all is gone when the page closes.
    pub in_memory: bool,
    pub(super) desk: StoredValue<Desk, LocalStorage>,
}

/// What the app is doing as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// No programme is open: the library, or the first page where there is none.
    Closed,
    Open,
}

/// A new version of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NewVersion {
    #[default]
    None,
    /// Ready; it starts on the person's word.
    Waiting,
    /// Another tab has started it: this one writes no more until it is reloaded.
    ReloadNeeded,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub id: usize,
    pub message: String,
    pub action: Option<ToastAction>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastAction {
    Undo,
    /// Hands out the file that is to be sent on.
    Send,
    /// Brings back the programme that was deleted last.
    Undelete,
    /// Takes out the programme that was archived last.
    Unarchive,
    /// Shows the lines that name a year.
    ShowYear(i32),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DispatchError {
    Command(CommandError),
    Commit(CommitError),
    ReadOnly,
    /// It can be written in the tab that was opened first.
    OtherTab,
    /// The programme would grow beyond what can be edited here.
    TooLarge,
}

/// What a dispatch did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// `None`: everything was so already.
    pub change: Option<Change>,
    /// Nodes that the command made.
    pub created: Vec<NodeId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    Nothing,
    /// Fields that were changed since are kept.
    Done {
        kept: usize,
    },
    /// A restore point is being fetched.
    Restoring,
}

/// What only the session's own methods touch.
pub(super) struct Desk {
    pub space: Space<Backend>,
    pub ring: Option<Ring>,
    /// Who writes since the programme was opened. New in every session, and after anything that replaces the programme.
    pub actor: ActorId,
    /// Tells this tab's saves from another's.
    pub writer: String,
    pub open: Option<Open>,
    pub timer: Option<TimeoutHandle>,
    /// Changes since the last save.
    pub unsaved: usize,
    /// The store was full, and the older state has been given up already.
    pub made_room: bool,
    pub asked_to_persist: bool,
    pub is_copying: bool,
    /// The fragment that the address still has, and what will write another.
    pub old_address: Option<(String, TimeoutHandle)>,
    /// The programme that was deleted last.
    pub deleted: Option<Document>,
    /// The place of the programme that was archived last.
    pub archived: String,
    pub last_toast: usize,
}

pub(super) struct Open {
    pub place: String,
    pub store: ProgrammeStore<Backend>,
    /// Gone when this tab has stopped writing for good: the next one need not wait for it.
    pub turn: Option<Turn>,
}

/// The session of the component tree.
pub fn use_session() -> Session {
    expect_context()
}

impl Session {
    /// Begins the session, opens the programme that was open last, and puts the handle into the context.
    pub fn start() -> Self {
        let (backend, in_memory) = match LocalStore::probe() {
            Ok(store) => (Backend::Local(store), false),
            Err(_) => (Backend::Memory(MemoryStore::default()), true),
        };
        let space = Space::new(backend, &browser::path());
        let preferences = space.preferences().unwrap_or_default();
        let programme = RwSignal::new(Programme::read(Document::new("")));
        let chosen_day = RwSignal::new(None);
        let today = RwSignal::new(browser::today());
        let own_day = Memo::new(move |_| programme.with(|programme| programme.head().as_of));
        let as_of = Memo::new(move |_| chosen_day.get().or(own_day.get()).unwrap_or_else(|| today.get()));
        let with_later_figures = RwSignal::new(false);
        // A day of the past that is looked back to gives what it gave then.
        let look = Memo::new(move |_| {
            let is_back = |day: &Date| *day < today.get() && !with_later_figures.get();
            let known_by = chosen_day.get().filter(is_back).map(browser::end_of_day);
            Look { day: as_of.get(), known_by }
        });
        let late = RwSignal::new(None);
        let save_state = RwSignal::new(SaveState::Idle);
        let new_version = RwSignal::new(NewVersion::default());
        // A memo, for what is drawn while it can be written in must not be drawn anew with every save.
        let read_only = Memo::new(move |_| {
            late.with(Option::is_none)
                || new_version.get() == NewVersion::ReloadNeeded
                || save_state.with(|state| matches!(state, SaveState::ReadOnly(_)))
        });
        let session = Self {
            stage: RwSignal::new(Stage::Closed),
            programme,
            save_state,
            read_only,
            undo_list: RwSignal::default(),
            shelves: RwSignal::new(space.shelves().unwrap_or_default()),
            points: RwSignal::default(),
            route: RwSignal::new(Route::parse(&browser::fragment())),
            language: RwSignal::new(preferences.get(LANGUAGE).and_then(Language::from_tag).unwrap_or_default()),
            theme: RwSignal::new(preferences.get(THEME).map(Theme::read).unwrap_or_default()),
            preferences: RwSignal::new(preferences),
            new_version,
            toasts: RwSignal::default(),
            chosen_day,
            today,
            with_later_figures,
            as_of,
            judged: judged(programme, look, late),
            issued: issued(programme, late),
            late,
            in_memory,
            desk: StoredValue::new_local(Desk {
                space,
                ring: None,
                actor: browser::random_id().into(),
                writer: browser::random_id(),
                open: None,
                timer: None,
                unsaved: 0,
                made_room: false,
                asked_to_persist: false,
                is_copying: false,
                old_address: None,
                deleted: None,
                archived: String::new(),
                last_toast: 0,
            }),
        };
        provide_context(session);
        session.show_choices();
        // For style sheets, and for tests that wait: `saved`, `saving`, `failed`, …
        Effect::new(move |_| browser::set_root_attribute("data-save", session.save_state.with(SaveState::word)));
        session.follow_address();
        session.open_last();
        session
    }

    pub(super) fn plan_and_commit(self, command: Command) -> Result<Done, DispatchError> {
        self.check_writable()?;
        let author = self.author();
        let plan = |programme: &Programme| browser::with_env(&author, |env| plan(programme, command, env));
        let draft = self.programme.with_untracked(plan).map_err(DispatchError::Command)?;
        let (created, size): (Vec<NodeId>, usize) = self.programme.with_untracked(|programme| {
            let is_new = |id: &&NodeId| programme.document().node(id.as_str()).is_none();
            (draft.writes.keys().filter(is_new).cloned().collect(), programme.document().len())
        });
        if !created.is_empty() && size + created.len() > MAX_NODES {
            return Err(DispatchError::TooLarge);
        }
        let change = self.commit(draft)?;
        if let Some(change) = &change {
            self.undo_list.update(|list| list.push(Step::Change(change.made.clone())));
        }
        Ok(Done { change, created })
    }

    pub(super) fn take_back(self) -> Result<Undone, DispatchError> {
        self.check_writable()?;
        match self.undo_list.with_untracked(|list| list.next_undo().cloned()) {
            None => Ok(Undone::Nothing),
            Some(Step::Change(made)) => self.reverse(&made, UndoList::undone),
            Some(Step::Restore(point)) => {
                self.undo_by_restoring(point);
                Ok(Undone::Restoring)
            }
        }
    }

    pub(super) fn do_again(self) -> Result<Undone, DispatchError> {
        self.check_writable()?;
        match self.undo_list.with_untracked(|list| list.next_redo().cloned()) {
            None => Ok(Undone::Nothing),
            Some(made) => self.reverse(&made, UndoList::redone),
        }
    }

    fn reverse(self, made: &Made, note: fn(&mut UndoList, Option<Made>)) -> Result<Undone, DispatchError> {
        let reversal = self.programme.with_untracked(|programme| programme.document().reverse(made));
        let change = self.commit(reversal.draft)?;
        self.undo_list.update(|list| note(list, change.map(|change| change.made)));
        Ok(Undone::Done { kept: reversal.kept.len() })
    }

    /// Looks at a day. The day that holds anyway is followed and not pinned: it moves on with the programme or with today.
    pub fn look_at(self, day: Date) {
        let own = self.programme.with_untracked(|programme| programme.head().as_of);
        let usual = own.unwrap_or_else(|| self.today.get_untracked());
        self.chosen_day.set((day != usual).then_some(day));
    }

    pub fn is_read_only(self) -> bool {
        self.read_only.get()
    }

    pub fn toast(self, message: impl Into<String>, action: Option<ToastAction>) {
        let id = self.desk.try_update_value(|desk| {
            desk.last_toast += 1;
            desk.last_toast
        });
        let toast = Toast { id: id.unwrap_or_default(), message: message.into(), action };
        self.toasts.update(|toasts| {
            // What is offered again is of the newest only: the one that was deleted or put away last.
            toasts.retain(|other| other.action.is_none() || other.action != toast.action);
            toasts.push(toast);
        });
    }

    pub fn dismiss_toast(self, id: usize) {
        self.toasts.update(|toasts| toasts.retain(|toast| toast.id != id));
    }

    /// An undo takes back the newest change: a toast that offers it for an older one would not do what it says.
    pub(super) fn retire_undo(self) {
        let is_stale = |toast: &Toast| toast.action == Some(ToastAction::Undo);
        if self.toasts.with_untracked(|toasts| toasts.iter().any(is_stale)) {
            self.toasts.update(|toasts| toasts.retain(|toast| !is_stale(toast)));
        }
    }

    pub(super) fn commit(self, draft: Draft) -> Result<Option<Change>, DispatchError> {
        let author = self.author();
        self.retire_undo();
        let commit = |programme: &mut Programme| programme.commit(draft, &author, browser::now());
        let change =
            self.programme.try_update(commit).ok_or(DispatchError::ReadOnly)?.map_err(DispatchError::Commit)?;
        if let Some(change) = &change {
            self.touched(&change.touched);
        }
        Ok(change)
    }

    /// Whether something can be written now, or why not.
    pub fn check_writable(self) -> Result<(), DispatchError> {
        let is_stopped = self.stage.get_untracked() == Stage::Closed || self.read_only.get_untracked();
        match self.save_state.get_untracked() {
            SaveState::ReadOnly(ReadOnly::OtherTab) => Err(DispatchError::OtherTab),
            _ if is_stopped => Err(DispatchError::ReadOnly),
            _ => Ok(()),
        }
    }

    /// Puts a programme on the desk, under a new actor.
    pub(super) fn set_open(
        self,
        place: &str,
        store: ProgrammeStore<Backend>,
        document: Document,
        undo: UndoList,
        state: SaveState,
    ) {
        self.retire_undo();
        self.desk.update_value(|desk| {
            desk.actor = browser::random_id().into();
            desk.unsaved = 0;
            desk.made_room = false;
            desk.open = Some(Open { place: place.to_owned(), store, turn: None });
        });
        self.chosen_day.set(None);
        self.with_later_figures.set(false);
        self.undo_list.set(undo);
        self.programme.set(Programme::read(document));
        self.save_state.set(state);
        self.stage.set(Stage::Open);
        self.remember(OPEN, place);
        self.opened();
    }

    pub(super) fn stop_writing(self, cause: ReadOnly) {
        self.save_state.set(SaveState::ReadOnly(cause));
        if cause == ReadOnly::NewerVersion {
            self.put_aside();
            self.give_up_turn();
        }
    }
}
