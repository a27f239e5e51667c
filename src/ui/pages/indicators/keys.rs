//! Keys of the list: rows by J and K, filters by 1 to 6, figures by N and E, reasons by V.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::rows::{MODE, PASTING};
use super::{List, table, tools};
use crate::app::Route;
use crate::document::NodeId;
use crate::evaluate::period_to_enter;
use crate::ui::components::status_mark::Status;
use crate::ui::shell::keys::{is_inside, is_typing};

pub(super) fn listen(list: List) {
    let paste = window_event_listener(ev::paste, move |event| {
        let is_elsewhere = event.default_prevented() || list.mode.with_untracked(|mode| mode == PASTING);
        if is_elsewhere || is_inside(&event, "input, textarea, select, dialog") {
            return;
        }
        let text = event.clipboard_data().and_then(|it| it.get_data("text/plain").ok()).unwrap_or_default();
        // One cell is no table.
        if text.trim().contains(['\t', '\n']) {
            event.prevent_default();
            list.look_at(text);
        }
    });
    on_cleanup(move || paste.remove());
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_other = event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented();
        if is_other || is_typing(&event) {
            return;
        }
        let is_list = untrack(|| list.is_list());
        let is_done = match event.key().as_str() {
            "/" => {
                tools::focus_search();
                true
            }
            "Escape" if !list.mode.with_untracked(String::is_empty) => {
                list.set(MODE, "");
                true
            }
            "n" | "N" => {
                list.enter_from(None);
                true
            }
            key => is_list && key_in_list(list, key, event.shift_key()).is_some(),
        };
        if is_done {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// `None`: no key of the list.
fn key_in_list(list: List, key: &str, is_shifted: bool) -> Option<()> {
    match key {
        "j" | "J" => focus_row(true),
        "k" | "K" => focus_row(false),
        "e" | "E" => enter(list, list.selected.get_untracked()?),
        "v" | "V" => list.session.go(&at_reasons(list.selected.get_untracked()?)),
        "ArrowLeft" if is_shifted => list.fold(&table::groups(list)),
        "ArrowRight" if is_shifted => list.fold(&std::collections::BTreeSet::new()),
        _ => {
            let number = key.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            list.toggle_verdict(*number.and_then(|index| Status::ALL.get(index))?);
        }
    }
    Some(())
}

/// This period's figure of a measure; where none is due, its page.
fn enter(list: List, measure: NodeId) {
    let context = list.session.judged.with_untracked(|judged| judged.context.clone());
    let is_due = list.session.programme.with_untracked(|programme| {
        programme.measures().get(measure.as_str()).is_some_and(|measure| period_to_enter(measure, &context).is_some())
    });
    if is_due {
        list.enter_from(Some(measure));
    } else {
        list.session.go(&Route::indicator_part(measure, "figures"));
    }
}

fn at_reasons(measure: NodeId) -> Route {
    Route::indicator_part(measure, "why")
}

/// Moves the focus to the link of the next row, or of the one before; Enter then opens it.
fn focus_row(is_forward: bool) {
    let Ok(links) = document().query_selector_all(LINKS) else { return };
    let active = document().active_element();
    let link = |index: u32| links.item(index).and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok());
    // From anywhere in a row to the row beside it.
    let row = active.as_ref().and_then(|active| active.closest("tr").ok().flatten());
    let current = (0..links.length())
        .find(|index| row.as_ref().is_some_and(|row| link(*index).is_some_and(|link| row.contains(Some(&link)))));
    let next = match (current, is_forward) {
        (Some(index), true) => index + 1,
        (Some(index), false) => index.saturating_sub(1),
        (None, _) => 0,
    };
    if let Some(link) = link(next) {
        show(&link);
    }
}

const LINKS: &str = ".indicator-table .cell-name a";

fn show(link: &web_sys::HtmlElement) {
    let _ = link.focus();
    // Clear of the head and the foot, which stay in sight.
    if let Ok(Some(row)) = link.closest("tr") {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Puts the focus on the selected row, once the list has been drawn.
pub(super) fn focus_selected() {
    focus_soon(vec![".indicator-table tr[aria-selected='true'] .cell-name a".to_owned()], show);
}

/// Finds the first of these that is there, once the page has been drawn.
pub(super) fn focus_soon(places: Vec<String>, show: fn(&web_sys::HtmlElement)) {
    let act = move || {
        let found = |place: &String| document().query_selector(place).ok().flatten();
        if let Some(element) = places.iter().find_map(found)
            && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
        {
            show(&element);
        }
    };
    set_timeout(act, std::time::Duration::ZERO);
}

/// Gives it the focus.
pub(super) fn focus(element: &web_sys::HtmlElement) {
    let _ = element.focus();
}
