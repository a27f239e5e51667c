//! The list of rows. Long programmes are drawn in stretches, and only those near the screen.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::row::row_view;
use super::rows::{DRAFT, Row};
use super::state::Page;
use crate::i18n::messages::Shell;
use crate::ui::words;

/// Rows in a stretch: few, as drawing one is what a person waits for while they scroll.
const STRETCH: usize = 16;
/// Programmes up to this many stretches are drawn whole, so that the browser's own search finds everything.
const WHOLE: usize = 30;
/// The first screen is drawn before anything is measured.
const FIRST: usize = 2;
/// Pixels that a row takes, until its stretch has been seen.
const ROW_HEIGHT: usize = 38;
/// How far beyond the screen stretches are drawn.
const MARGIN: &str = "1200px 0px";

/// What is known of a stretch: whether it is near the screen, and its height when it was.
#[derive(Clone, Copy, Default, PartialEq)]
struct Seen {
    near: bool,
    height: f64,
}

pub fn list(page: Page) -> AnyView {
    let seen = RwSignal::new(Vec::<Seen>::new());
    let observer = StoredValue::new_local(observe(seen));
    on_cleanup(move || observer.with_value(|observer| observer.iter().for_each(|(observer, _)| observer.disconnect())));
    let count = Memo::new(move |_| page.shown.with(|shown| shown.rows.len().div_ceil(STRETCH)));
    // One watcher for all stretches: each is told only when it comes near or goes.
    let needed = Memo::new(move |_| {
        let selected = page.selected.get();
        let is_needed = |row: &Row| Some(&row.id) == selected.as_ref() || row.id.as_str() == DRAFT;
        page.shown.with(|shown| shown.rows.iter().position(is_needed)).map(|at| at / STRETCH)
    });
    let drawn = StoredValue::new(Vec::<RwSignal<bool>>::new());
    let is_wanted = move |index: usize| {
        let near = seen.with(|seen| seen.get(index).map_or(index < FIRST, |seen| seen.near));
        count.get() <= WHOLE || near || needed.get() == Some(index)
    };
    Effect::new(move |_| {
        // Also while there is no stretch to tell.
        seen.track();
        count.track();
        needed.track();
        for (index, is_drawn) in drawn.get_value().into_iter().enumerate() {
            let is_wanted = is_wanted(index);
            if is_drawn.try_get_untracked().is_some_and(|now| now != is_wanted) {
                is_drawn.set(is_wanted);
            }
        }
    });
    let stretch = move |index: usize| {
        let place = NodeRef::<Div>::new();
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                observer.with_value(|observer| observer.iter().for_each(|(observer, _)| observer.observe(&place)));
            }
        });
        let rows: Memo<Vec<Row>> = Memo::new(move |_| {
            page.shown.with(|shown| shown.rows.iter().skip(index * STRETCH).take(STRETCH).cloned().collect())
        });
        let is_drawn = RwSignal::new(untrack(|| is_wanted(index)));
        drawn.update_value(|drawn| {
            // They come in order; one that comes again takes its old place.
            drawn.truncate(index);
            drawn.push(is_drawn);
        });
        let role = move || if is_drawn.get() { "rowgroup" } else { "none" };
        let style = move || {
            if is_drawn.get() {
                return String::new();
            }
            let height = seen.with_untracked(|seen| seen.get(index).map_or(0.0, |seen| seen.height));
            let estimate = rows.with(Vec::len) * ROW_HEIGHT;
            if height > 0.0 { format!("block-size:{height:.0}px") } else { format!("block-size:{estimate}px") }
        };
        let content = move || {
            is_drawn.get().then(|| {
                let each = move || rows.get();
                let row = move |row: Row| row_view(page, rows, index * STRETCH, row);
                view! { <For each=each key=|row| row.id.clone() children=row /> }.into_any()
            })
        };
        view! { <div class="outline-stretch" data-stretch=index role=role style=style node_ref=place>{content}</div> }
            .into_any()
    };
    let total = move || page.shown.with(|shown| shown.rows.len().to_string());
    view! {
        <div class="outline" role="treegrid" aria-multiselectable="true" aria-label=words(&Shell::Programme) aria-rowcount=total>
            <For each=move || 0..count.get() key=|index| *index children=stretch />
        </div>
    }
    .into_any()
}

type Observed = (IntersectionObserver, Closure<dyn FnMut(js_sys::Array)>);

fn observe(seen: RwSignal<Vec<Seen>>) -> Option<Observed> {
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        seen.try_update(|seen| {
            for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
                let index = entry.target().get_attribute("data-stretch").and_then(|index| index.parse::<usize>().ok());
                let Some(index) = index else { continue };
                if seen.len() <= index {
                    seen.resize(index + 1, Seen::default());
                }
                seen[index] = Seen { near: entry.is_intersecting(), height: entry.bounding_client_rect().height() };
            }
        });
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    Some((observer, callback))
}
