//! Other tabs, and the page's own end: one tab writes, others read along; what is unsaved is saved before the page goes.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::saving::{ReadOnly, SaveState};
use super::session::NewVersion;
use super::{Session, browser};
use crate::document::Document;
use crate::model::Programme;
use crate::storage::LoadError;

/// Another tab's save comes as several events.
const SETTLE: Duration = Duration::from_millis(50);

/// This tab's turn to write a programme, or its wish for it. Dropping it lets the next tab write.
pub(super) struct Turn {
    release: Option<js_sys::Function>,
    wanted: Rc<Cell<bool>>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.wanted.set(false);
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// A programme was opened: asks for the turn to write it, and sees to its copy.
pub(super) fn opened(session: Session) {
    let Some(place) = session.place() else { return };
    let turn = take_turn(session, &place);
    session.desk.update_value(|desk| {
        if let Some(open) = &mut desk.open {
            open.turn = Some(turn);
        }
    });
    spawn_local(session.copy_if_due(true));
}

/// Asks for the turn by a Web Lock. Without locks (plain http) every tab writes, and joins what others saved.
fn take_turn(session: Session, place: &str) -> Turn {
    let wanted = Rc::new(Cell::new(true));
    let mut turn = Turn { release: None, wanted: wanted.clone() };
    let Some((locks, request)) = locks() else { return turn };
    // Held until the promise resolves, which the turn's end does; the browser does it too when the tab closes.
    let held = js_sys::Promise::new(&mut |resolve, _| turn.release = Some(resolve));
    let name = format!("tiendo:{}:{place}", browser::path());
    let only_if_free = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&only_if_free, &"ifAvailable".into(), &JsValue::TRUE);

    let first = {
        let (locks, request, name) = (locks.clone(), request.clone(), name.clone());
        Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if !lock.is_null() || !wanted.get() {
                return held.into();
            }
            session.stop_writing(ReadOnly::OtherTab);
            let later = Closure::once_into_js(move |_: JsValue| -> JsValue {
                if wanted.get() {
                    session.take_over();
                }
                held.into()
            });
            drop(request.call2(&locks, &name.into(), &later));
            JsValue::UNDEFINED
        })
    };
    drop(request.call3(&locks, &name.into(), &only_if_free, &first));
    turn
}

/// Whether the browser sees to it that one tab writes at a time.
pub(super) fn one_tab_writes() -> bool {
    locks().is_some()
}

fn locks() -> Option<(JsValue, js_sys::Function)> {
    let locks = js_sys::Reflect::get(&web_sys::window()?.navigator(), &"locks".into()).ok()?;
    let request = js_sys::Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// Listens for the rest of the app's life.
pub(super) fn listen(session: Session) {
    window_event_listener(ev::storage, move |event: web_sys::StorageEvent| {
        session.stored_elsewhere(event.key().as_deref());
    });
    // Phones may never fire more than these two before they end a page.
    window_event_listener(ev::pagehide, move |_| {
        browser::leave_field();
        session.flush();
    });
    // The browser asks in its own words whether to stay.
    window_event_listener(ev::beforeunload, move |event| {
        session.flush();
        if session.would_lose() {
            event.prevent_default();
        }
    });
    // On the document; it bubbles to the window. A page that slept may have missed what other tabs saved.
    window_event_listener(ev::visibilitychange, move |_| {
        if browser::is_hidden() {
            browser::leave_field();
        }
        session.flush();
        session.follow();
        session.today.set(browser::today());
        spawn_local(session.copy_if_due(true));
    });
    window_event_listener(ev::pageshow, move |_| session.follow());

    let tell = move |update: NewVersion| session.new_version.set(update);
    window_event_listener_untyped("tiendo:update-waiting", move |_| {
        if session.new_version.get_untracked() == NewVersion::None {
            tell(NewVersion::Waiting);
        }
    });
    window_event_listener_untyped("tiendo:reload-needed", move |_| {
        session.stop_for_update();
    });
    // Word that came before anybody listened.
    match browser::root_attribute("data-update").as_deref() {
        Some("waiting") => tell(NewVersion::Waiting),
        Some("reload") => session.stop_for_update(),
        _ => {}
    }
}

impl Session {
    /// Something was entered that neither the store nor a downloaded file holds.
    fn would_lose(self) -> bool {
        let (unsaved, actor) = self.desk.with_value(|desk| (desk.unsaved, desk.actor.clone()));
        let exported = self.exported_at();
        let is_new = |programme: &Programme| {
            programme.document().times().any(|(stamp, at)| stamp.actor == actor && Some(at) > exported)
        };
        unsaved > 0 || (self.in_memory && self.programme.with_untracked(is_new))
    }

    /// Another tab has started a new version of the program: what is unsaved is saved, then this one writes no more.
    fn stop_for_update(self) {
        self.flush();
        self.new_version.set(NewVersion::ReloadNeeded);
        self.put_aside();
        self.give_up_turn();
    }

    /// This tab writes no more until it is reloaded: another one may.
    pub(super) fn give_up_turn(self) {
        self.desk.update_value(|desk| {
            if let Some(open) = &mut desk.open {
                open.turn = None;
            }
        });
    }

    /// Joins with the newest stored state. `false`: this tab may not go on saving to this place.
    pub(super) fn join_stored(self) -> bool {
        match self.catch_up() {
            Some(Ok(stored)) => {
                let fits = self.join(&stored);
                if !fits {
                    self.part_ways();
                }
                fits
            }
            Some(Err(LoadError::Newer(_))) => {
                self.stop_writing(ReadOnly::NewerVersion);
                false
            }
            Some(Err(_)) => {
                // Nothing whole is stored any more. What can be read is joined, then everything is written anew.
                let found = self.desk.with_value(|desk| desk.space.salvage(&desk.open.as_ref()?.place).ok()?);
                if let Some(found) = found {
                    self.join(&found);
                }
                self.start_over();
                true
            }
            None => false,
        }
    }

    pub(super) fn start_over(self) {
        self.desk.update_value(|desk| {
            if let Some(open) = &mut desk.open {
                open.store.start_over();
            }
        });
    }

    /// Another tab has put another programme in this place. What is unsaved here gets a place of its own.
    fn part_ways(self) {
        let (place, unsaved) =
            self.desk.with_value(|desk| (desk.open.as_ref().map(|open| open.place.clone()), desk.unsaved));
        self.desk.update_value(|desk| desk.open = None);
        if unsaved > 0 {
            let ours = self.programme.with_untracked(|programme| programme.document().clone());
            let _ = self.import_new(ours);
        } else if let Some(place) = place {
            let _ = self.open(&place);
        }
    }

    /// Shows the stored state as it is: for a tab that has nothing of its own.
    fn adopt(self, stored: Document) {
        // Joining first keeps the records that are the same, so that little is drawn anew.
        let joined =
            self.programme.try_update(|programme| programme.join(&stored).is_ok() && *programme.document() == stored);
        if joined != Some(true) {
            self.programme.set(Programme::read(stored));
        }
    }

    fn catch_up(self) -> Option<Result<Document, LoadError>> {
        self.desk.try_update_value(|desk| Some(desk.open.as_mut()?.store.catch_up())).flatten()
    }

    /// `false`: they are two programmes.
    pub(super) fn join(self, stored: &Document) -> bool {
        let joined = self.programme.try_update(|programme| programme.join(stored));
        let Some(Ok(joined)) = joined else { return false };
        self.desk.update_value(|desk| {
            // Somebody writes under our actor: from now on we write under another.
            if joined.forked.contains(&desk.actor) {
                desk.actor = browser::random_id().into();
            }
            if let Some(open) = &mut desk.open {
                open.store.touch_all();
            }
        });
        true
    }

    /// Another tab has stored something.
    pub(super) fn stored_elsewhere(self, key: Option<&str>) {
        let (ours, any) = self.desk.with_value(|desk| {
            let place = desk.open.as_ref().map(|open| format!("{}{}:m", desk.space.prefix(), open.place));
            let is = |prefix: &str| key.is_none_or(|key| key.starts_with(prefix));
            (place.is_some_and(|place| is(&place)), is(desk.space.prefix()))
        });
        if any {
            set_timeout(move || self.list_shelves(), SETTLE);
        }
        if ours {
            set_timeout(move || self.follow(), SETTLE);
        }
    }

    /// Shows what another tab has saved, and adds what only this one has.
    pub(super) fn follow(self) {
        if !self.desk.with_value(|desk| desk.open.as_ref().is_some_and(|open| open.store.is_behind())) {
            return;
        }
        let reads_along = matches!(self.save_state.get_untracked(), SaveState::ReadOnly(_));
        match self.catch_up() {
            Some(Ok(stored)) if reads_along => self.adopt(stored),
            Some(Ok(stored)) if self.join(&stored) => self.save_soon(),
            Some(Ok(_)) => self.part_ways(),
            Some(Err(LoadError::Newer(_))) => self.stop_writing(ReadOnly::NewerVersion),
            // Deleted there, perhaps with everything else: nothing of it is written again.
            Some(Err(LoadError::Absent)) if self.desk.with_value(|desk| desk.unsaved) == 0 => {
                self.put_away();
                let stored = self.desk.with_value(|desk| desk.space.preferences());
                self.preferences.set(stored.unwrap_or_default());
            }
            _ => {}
        }
    }

    /// The tab that wrote has closed: this one goes on from what it saved.
    pub(super) fn take_over(self) {
        let may_write = self.new_version.get_untracked() != NewVersion::ReloadNeeded;
        if !may_write || self.save_state.get_untracked() != SaveState::ReadOnly(ReadOnly::OtherTab) {
            return;
        }
        match self.catch_up() {
            Some(Ok(stored)) => self.adopt(stored),
            Some(Err(LoadError::Newer(_))) => return self.stop_writing(ReadOnly::NewerVersion),
            // What this tab has read along is the state then, and is written anew.
            Some(Err(_)) => self.start_over(),
            None => return,
        }
        self.save_state.set(SaveState::Saved { at: browser::now() });
        let undo = self.desk.with_value(|desk| Some(desk.open.as_ref()?.store.undo()));
        self.undo_list.set(undo.unwrap_or_default());
        self.save();
    }
}
