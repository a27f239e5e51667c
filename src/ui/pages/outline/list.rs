//! The list of rows. Long programmes are drawn in stretches, and only those near the screen stand in the page.

use std::sync::Arc;
use std::time::Duration;

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;
use leptos::tachys::view::any_view::AnyViewState;

use super::row::{pressed, row_view};
use super::rows::{DRAFT, Row};
use super::state::{Page, Rows};
use crate::i18n::messages::Shell;
use crate::ui::components::stretch::Watch;
use crate::ui::words;

/// Rows in a stretch: few, as drawing one is what a person waits for while they scroll.
const STRETCH: usize = 12;
/// Programmes up to this many rows are one stretch, drawn whole: the browser's own search finds everything.
const WHOLE: usize = 480;
/// Pixels that a row takes at least: before anything is measured, as many are drawn as the window has room for.
const ROW_HEIGHT: f64 = 38.0;
/// What is off the screen waits until the first screen is shown.
const AFTER_FIRST: Duration = Duration::from_millis(50);

/// A place in the list, and its rows while it is near the screen.
struct Stretch {
    place: Element,
    rows: Option<UnmountHandle<AnyViewState>>,
}

pub fn list(page: Page) -> AnyView {
    let watch = Watch::begin();
    let total = Memo::new(move |_| page.shown.with(|shown| shown.rows.len()));
    let size = Memo::new(move |_| if total.get() <= WHOLE { WHOLE } else { STRETCH });
    let needed = Memo::new(move |_| {
        let selected = page.selected.get();
        page.shown.with(|shown| {
            let place = |id: &str| shown.rows.iter().position(|row| row.id.as_str() == id);
            // A new line is written, while the line before it, maybe in the stretch above, keeps the address.
            place(DRAFT).or_else(|| place(selected?.as_str())).map(|at| at / size.get())
        })
    });
    // A long programme has more than a hundred stretches, most of them never drawn. A list of views for them would cost
    // more than the rows on the screen; so one effect keeps them all.
    let keep = move |outline: Element| {
        let owner = Owner::current();
        let effect = RenderEffect::new(move |before: Option<(usize, Vec<Stretch>)>| {
            let is_first = before.is_none();
            let size = size.get();
            let mut stretches = before.filter(|before| before.0 == size).map(|before| before.1).unwrap_or_default();
            watch.track();
            let count = total.get().div_ceil(size);
            stretches.truncate(count);
            let known = stretches.len();
            stretches.extend((known..count).map_while(|index| Stretch::add(&outline, index)));
            let needed = needed.get();
            let first = if is_first { first_screen() } else { 0 };
            for (index, stretch) in stretches.iter_mut().enumerate() {
                let near = watch.near(index).unwrap_or(index < first);
                let is_wanted = size == WHOLE || near || needed == Some(index);
                if index < known && is_wanted == stretch.rows.is_some() {
                    continue;
                }
                let lines = total.get_untracked().saturating_sub(index * size).min(size);
                let room = if is_wanted { String::new() } else { watch.room(index, lines) };
                // Names of ours, that no browser refuses.
                let _ = stretch.place.set_attribute("role", if is_wanted { "rowgroup" } else { "none" });
                let _ = stretch.place.set_attribute("style", &room);
                let draw = || untrack(|| mount_to_renderer(&stretch.place, move || rows(page, index, size)));
                stretch.rows = is_wanted.then(|| owner.as_ref().map(|owner| owner.with(draw))).flatten();
            }
            let new: Vec<Element> = stretches[known..].iter().map(|stretch| stretch.place.clone()).collect();
            let observe = move || new.iter().for_each(|place| watch.observe(place));
            if is_first {
                set_timeout(observe, AFTER_FIRST);
            } else {
                observe();
            }
            (size, stretches)
        });
        // It goes with the owner of the page.
        StoredValue::new_local(effect);
    };
    view! {
        <div
            class="outline" role="treegrid" aria-multiselectable="true" aria-label=words(&Shell::Programme)
            aria-rowcount=move || total.get().to_string() on:click=move |event| pressed(page, &event) use:keep
        ></div>
    }
    .into_any()
}

impl Stretch {
    /// An empty one, after those that are there.
    fn add(outline: &Element, index: usize) -> Option<Self> {
        let place = document().create_element("div").ok()?;
        let _ = place.set_attribute("class", "outline-stretch");
        let _ = place.set_attribute("data-stretch", &index.to_string());
        let _ = outline.append_child(&place);
        Some(Self { place, rows: None })
    }
}

/// A stretch that the list has become too short for leaves the page.
impl Drop for Stretch {
    fn drop(&mut self) {
        self.place.remove();
    }
}

/// How many stretches the window has room for.
fn first_screen() -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window has some thousand pixels")]
    let rows = (height / ROW_HEIGHT) as usize;
    rows / STRETCH + 1
}

fn rows(page: Page, index: usize, size: usize) -> AnyView {
    let rows: Rows =
        Memo::new(move |_| page.shown.with(|shown| shown.rows.iter().skip(index * size).take(size).cloned().collect()));
    let row = move |row: Arc<Row>| row_view(page, rows, index * size, row);
    view! { <For each=move || rows.get() key=|row| row.id.clone() children=row /> }.into_any()
}
