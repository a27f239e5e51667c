//! The list of rows. Long programmes are drawn in stretches, and only those near the screen.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

use super::row::{pressed, row_view};
use super::rows::{DRAFT, Row};
use super::state::{Page, Rows};
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
    let total = Memo::new(move |_| page.shown.with(|shown| shown.rows.len()));
    let count = Memo::new(move |_| total.get().div_ceil(STRETCH));
    // One watcher for all stretches: each is told only when it comes near or goes.
    let needed = Memo::new(move |_| {
        let selected = page.selected.get();
        let is_needed = |row: &Arc<Row>| Some(&row.id) == selected.as_ref() || row.id.as_str() == DRAFT;
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
        let is_drawn = RwSignal::new(untrack(|| is_wanted(index)));
        drawn.update_value(|drawn| {
            // They come in order; one that comes again takes its old place.
            drawn.truncate(index);
            drawn.push(is_drawn);
        });
        // A long programme has more than a hundred stretches, most of them never drawn: one effect keeps what each needs.
        let keep = move |place: Element| {
            watch.observe(&place);
            let effect = RenderEffect::new(move |_| {
                let is_drawn = is_drawn.get();
                let lines = || total.get().saturating_sub(index * STRETCH).min(STRETCH);
                let room = if is_drawn { String::new() } else { watch.room(index, lines()) };
                // Names of ours, that no browser refuses.
                let _ = place.set_attribute("role", if is_drawn { "rowgroup" } else { "none" });
                let _ = place.set_attribute("style", &room);
            });
            // It goes with the owner of the stretch.
            StoredValue::new_local(effect);
        };
        let content = move || {
            is_drawn.get().then(|| {
                let rows: Rows = Memo::new(move |_| {
                    page.shown.with(|shown| shown.rows.iter().skip(index * STRETCH).take(STRETCH).cloned().collect())
                });
                let each = move || rows.get();
                let row = move |row: Arc<Row>| row_view(page, rows, index * STRETCH, row);
                view! { <For each=each key=|row| row.id.clone() children=row /> }.into_any()
            })
        };
        view! { <div class="outline-stretch" data-stretch=index use:keep>{content}</div> }.into_any()
    };
    view! {
        <div class="outline" role="treegrid" aria-multiselectable="true" aria-label=words(&Shell::Programme) aria-rowcount=move || total.get().to_string() on:click=move |event| pressed(page, &event)>
            <For each=move || 0..count.get() key=|index| *index children=stretch />
        </div>
    }
    .into_any()
}
