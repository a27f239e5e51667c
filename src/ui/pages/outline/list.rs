//! The list of rows. Long programmes are drawn in stretches, and only those near the screen.

use leptos::html::Div;
use leptos::prelude::*;

use super::row::row_view;
use super::rows::{DRAFT, Row};
use super::state::Page;
use crate::i18n::messages::Shell;
use crate::ui::components::stretch::Watch;
use crate::ui::words;

/// Rows in a stretch: few, as drawing one is what a person waits for while they scroll.
const STRETCH: usize = 16;
/// Programmes up to this many stretches are drawn whole, so that the browser's own search finds everything.
const WHOLE: usize = 30;
/// The first screen is drawn before anything is measured.
const FIRST: usize = 2;
pub fn list(page: Page) -> AnyView {
    let watch = Watch::begin();
    let count = Memo::new(move |_| page.shown.with(|shown| shown.rows.len().div_ceil(STRETCH)));
    // One watcher for all stretches: each is told only when it comes near or goes.
    let needed = Memo::new(move |_| {
        let selected = page.selected.get();
        let is_needed = |row: &Row| Some(&row.id) == selected.as_ref() || row.id.as_str() == DRAFT;
        page.shown.with(|shown| shown.rows.iter().position(is_needed)).map(|at| at / STRETCH)
    });
    let drawn = StoredValue::new(Vec::<RwSignal<bool>>::new());
    let is_wanted = move |index: usize| {
        let near = watch.near(index).unwrap_or(index < FIRST);
        count.get() <= WHOLE || near || needed.get() == Some(index)
    };
    Effect::new(move |_| {
        // Also while there is no stretch to tell.
        watch.track();
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
                watch.observe(&place);
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
        let style = move || if is_drawn.get() { String::new() } else { watch.room(index, rows.with(Vec::len)) };
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
