//! Keys that work on every page: undo and redo, outside of fields that have their own.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::app::{Session, Stage};
use crate::ui::actions::{redo, undo};

/// Listens for the rest of the app's life.
pub fn listen(session: Session) {
    window_event_listener(ev::keydown, move |event| {
        let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        let is_closed = session.stage.get_untracked() == Stage::Closed;
        if !is_command || is_closed || event.default_prevented() || is_typing(&event) {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => undo(session),
            ("z", true) | ("y", false) => redo(session),
            _ => return,
        }
        event.prevent_default();
    });
}

/// Whether a key belongs to the field it is pressed in.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
