//! Keys that work on every page: undo and redo, the palette, the list of keys, and two letters that lead to a page.

use leptos::ev;
use leptos::prelude::*;

use super::places::{PLACES, Place};
use crate::app::{Route, Session, Stage};
use crate::ui::actions::{closest, redo, undo};
use crate::ui::pages::is_focus_awaited;

/// What stands open over the page.
#[derive(Clone, Copy, Default)]
pub struct Overlays {
    pub palette: RwSignal<bool>,
    pub keys: RwSignal<bool>,
}

/// Listens for the rest of the app's life.
pub fn listen(session: Session, overlays: Overlays) {
    // `G` was pressed: the next letter names a page.
    let goes = StoredValue::new(false);
    window_event_listener(ev::keydown, move |event| {
        let was_going = goes.try_update_value(|goes| std::mem::replace(goes, false)).unwrap_or_default();
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let key = event.key().to_ascii_lowercase();
        // The first page has no frame to open anything over.
        let has_frame = document().query_selector(".app-shell").is_ok_and(|frame| frame.is_some());
        if event.default_prevented() || !has_frame {
            return;
        }
        if is_command && key == "k" && !event.shift_key() {
            overlays.palette.update(|open| *open = !*open);
            return event.prevent_default();
        }
        // A letter that comes before the focus is where it is to be was meant for that place, and names no page.
        let is_early = is_focus_awaited() && super::is_focus_nowhere();
        if is_typing(&event) || event.alt_key() || is_early && !is_command {
            return;
        }
        // The review of a document takes back its own steps.
        let is_elsewhere = session.stage.get_untracked() == Stage::Closed
            || session.route.with_untracked(|route| matches!(route, Route::Import));
        if is_command && is_elsewhere {
            return;
        }
        match (key.as_str(), is_command, event.shift_key()) {
            ("z", true, false) => undo(session),
            ("z", true, true) | ("y", true, false) => redo(session),
            ("?", false, _) => overlays.keys.set(true),
            ("g", false, false) => goes.set_value(true),
            (letter, false, false) if was_going => match page(letter) {
                Some(place) => session.go(&(place.route)()),
                None => return,
            },
            _ => return,
        }
        event.prevent_default();
    });
}

/// The page that a letter names after `G`.
fn page(letter: &str) -> Option<&'static Place> {
    PLACES.into_iter().find(|place| place.keys.last().is_some_and(|key| key.eq_ignore_ascii_case(letter)))
}

/// Whether a key belongs to the field or dialog it is pressed in, or is a single letter where those are switched off.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    // Into a radio button nothing is typed, and what it chose is taken back from there.
    is_inside(event, "input:not([type=radio]), textarea, select, dialog") || is_switched_off(event)
}

/// Whether an event is of an element that matches, or of one inside it.
pub fn is_inside(event: &web_sys::Event, selector: &str) -> bool {
    closest(event, selector).is_some()
}

/// Single letters can be switched off in the settings.
pub fn is_switched_off(event: &web_sys::KeyboardEvent) -> bool {
    let is_letter = event.key().chars().count() == 1 && !event.ctrl_key() && !event.meta_key();
    let root = document().document_element();
    is_letter && root.is_some_and(|root| root.get_attribute("data-single-keys").as_deref() == Some("off"))
}
