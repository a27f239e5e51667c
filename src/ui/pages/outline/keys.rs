//! The keys of the outline while no line is being written. Single letters are off while the person types.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::editor::keep_text;
use super::elements::{ELEMENT, focus_row, is_focus_awaited, is_typing, step_to_row};
use super::rows::RowKind;
use super::state::Page;
use crate::app::Route;
use crate::document::NodeId;
use crate::ui::shell::keys::{is_inside, is_switched_off};

/// Listens as long as the page stays.
pub fn listen(page: Page) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| pressed(page, &event));
    on_cleanup(move || handle.remove());
    keep_text(page);
}

fn pressed(page: Page, event: &web_sys::KeyboardEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    if is_typing(&target) || is_switched_off(event) || event.ctrl_key() || event.meta_key() || event.default_prevented()
    {
        return;
    }
    let is_on_its_way = target.tag_name() == "BODY" && is_focus_awaited();
    let (in_outline, is_control) =
        (is_inside(event, ".outline") || is_on_its_way, is_inside(event, "a, button, summary"));
    let key = event.key();
    let done = match (key.as_str(), event.alt_key(), event.shift_key()) {
        ("/", false, _) => focus_search(),
        ("j" | "J", false, _) => step(page, 1),
        ("k" | "K", false, _) => step(page, -1),
        ("e" | "E" | "F2", false, _) => edit(page),
        ("Escape", false, _) => leave(page),
        ("ArrowUp" | "ArrowDown", true, false) => {
            page.move_line(key == "ArrowDown");
            true
        }
        ("ArrowLeft" | "ArrowRight", true, true) => {
            page.shift(key == "ArrowRight");
            true
        }
        ("ArrowDown", false, true) if in_outline => page.extend(1),
        ("ArrowUp", false, true) if in_outline => page.extend(-1),
        ("ArrowLeft" | "ArrowRight", false, true) if in_outline => {
            page.fold_all(key == "ArrowLeft");
            if let Some(id) = page.selected.get_untracked() {
                focus_row(&id);
            }
            true
        }
        _ if !in_outline || event.alt_key() || event.shift_key() => false,
        ("ArrowDown", ..) => step(page, 1),
        ("ArrowUp", ..) => step(page, -1),
        ("ArrowRight", ..) => inwards(page),
        ("ArrowLeft", ..) => outwards(page),
        ("Home", ..) => edge(page, false),
        ("End", ..) => edge(page, true),
        ("Enter", ..) if !is_control => open(page),
        ("Delete", ..) if !is_control => delete(page),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

fn focus_search() -> bool {
    let field =
        document().get_element_by_id(super::SEARCH).and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    field.is_some_and(|field| field.focus().is_ok())
}

fn go(page: Page, id: Option<NodeId>) -> bool {
    let Some(id) = id else { return false };
    page.select(Some(id.clone()));
    step_to_row(&id);
    true
}

fn step(page: Page, by: isize) -> bool {
    let selected = page.selected.get_untracked().or_else(focused);
    let id = page.shown.with_untracked(|shown| {
        let lines: Vec<_> = shown.rows.iter().filter(|row| row.is_line()).collect();
        let at = selected.and_then(|id| lines.iter().position(|row| row.id == id));
        let next = match at {
            Some(at) => at.checked_add_signed(by),
            None => Some(0),
        };
        next.and_then(|next| lines.get(next)).map(|row| row.id.clone())
    });
    go(page, id)
}

/// The line that has the focus, selected or not.
fn focused() -> Option<NodeId> {
    let row = document().active_element()?.closest(".outline-row").ok()??;
    row.id().strip_prefix(ELEMENT).map(NodeId::from)
}

fn edge(page: Page, last: bool) -> bool {
    let id = page.shown.with_untracked(|shown| {
        let mut lines = shown.rows.iter().filter(|row| row.is_line());
        let row = if last { lines.next_back() } else { lines.next() };
        row.map(|row| row.id.clone())
    });
    go(page, id)
}

/// Opens a folded line, or goes to the first one inside it.
fn inwards(page: Page) -> bool {
    let Some(row) = page.selected_row().filter(|row| row.can_fold) else { return false };
    if page.folded.with_untracked(|folded| folded.contains(&row.id)) {
        page.set_folded(&row.id, false);
        return true;
    }
    step(page, 1)
}

/// Folds an open line, or goes to the one above it.
fn outwards(page: Page) -> bool {
    let Some(row) = page.selected_row() else { return false };
    if row.can_fold && !page.folded.with_untracked(|folded| folded.contains(&row.id)) {
        page.set_folded(&row.id, true);
        return true;
    }
    go(page, page.row(&row.parent).map(|row| row.id.clone()))
}

/// A measure has a page of its own; other lines are written in their place.
fn open(page: Page) -> bool {
    match page.selected_row() {
        Some(row) if row.kind == RowKind::Measure => {
            page.session().go(&Route::Indicator(row.id.clone()));
            true
        }
        _ => edit(page),
    }
}

fn edit(page: Page) -> bool {
    let selected = page.selected.get_untracked();
    selected.inspect(|id| page.edit(id)).is_some()
}

fn delete(page: Page) -> bool {
    let selected = page.selected.get_untracked();
    selected.inspect(|id| page.delete(id)).is_some()
}

/// Leaves the other lines, then the line: nothing is selected; and then lines that are shown alone.
fn leave(page: Page) -> bool {
    let Some(id) = page.selected.get_untracked() else { return page.show_whole() };
    if page.chosen.with_untracked(Vec::is_empty) {
        page.select(None);
    } else {
        page.choose_none();
    }
    focus_row(&id);
    true
}
