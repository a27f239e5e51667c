//! The elements of the rows: found, brought into view, given the focus.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use crate::document::NodeId;
use crate::ui::actions;

/// What the id of a row's element begins with.
pub const ELEMENT: &str = "row-";

/// The id of a row's element.
pub fn element_id(id: &NodeId) -> String {
    format!("{ELEMENT}{id}")
}

/// Puts the focus on a row once it is drawn, unless the person types elsewhere.
pub fn focus_row(id: &NodeId) {
    on_row(id, take_focus);
}

/// The same for the line that has just been selected, and at once where its row stands in the page and stays: the next frame would
/// be drawn for the focus alone.
pub fn step_to_row(id: &NodeId) {
    match find_row(&element_id(id)) {
        Some(row) => {
            // Told so of what has the focus already, Chromium lays the page out to see whether it may keep it.
            row.set_tab_index(0);
            take_focus(&row, is_busy(&row));
        }
        None => focus_row(id),
    }
}

fn take_focus(row: &HtmlElement, is_busy: bool) {
    actions::show(row);
    if !is_busy {
        let _ = row.focus_with_options(&actions::without_scrolling());
    }
}

/// Brings a row into view.
pub fn show_row(id: &NodeId) {
    on_row(id, |row, _| actions::show(row));
}

thread_local! {
    /// How many calls for a row wait for their frame.
    static AWAITED: Cell<u32> = const { Cell::new(0) };
}

/// Whether the next frame brings the focus to a row. Until then it may be nowhere, as a row that is drawn anew loses it: keys
/// that come so fast are meant for the outline all the same.
pub fn is_focus_awaited() -> bool {
    AWAITED.get() > 0
}

/// Calls with the row's element once it is drawn, and whether the focus is busy elsewhere.
pub fn on_row(id: &NodeId, act: fn(&HtmlElement, bool)) {
    let element = element_id(id);
    AWAITED.set(AWAITED.get() + 1);
    request_animation_frame(move || {
        AWAITED.set(AWAITED.get().saturating_sub(1));
        if let Some(row) = find_row(&element) {
            act(&row, is_busy(&row));
        }
    });
}

fn find_row(element: &str) -> Option<HtmlElement> {
    document().get_element_by_id(element)?.dyn_into().ok()
}

/// Whether the focus is on something that it should not leave for a row.
fn is_busy(row: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| {
        let is_inside = row.contains(Some(&active)) && **row != active;
        is_typing(&active) || is_inside
    })
}

/// Whether keys written here are text.
pub fn is_typing(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.has_attribute("contenteditable")
}

/// Whether a press came from a finger: a line is selected first, and written at the second touch.
pub fn is_touch(event: &web_sys::MouseEvent) -> bool {
    event.dyn_ref::<web_sys::PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}
