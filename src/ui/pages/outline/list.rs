//! The list of rows. Long programmes are drawn in stretches, and only those near the screen stand in the page.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::row::{pressed, row_view};
use super::rows::{DRAFT, Row};
use super::state::{Page, Rows};
use crate::i18n::messages::Shell;
use crate::ui::components::on_screen::is_on_screen;
use crate::ui::components::stretch::Pieces;
use crate::ui::words;

/// Rows in a stretch: few, as drawing one is what a person waits for while they scroll.
const STRETCH: usize = 3;
/// Programmes up to this many rows are one stretch, drawn whole: the browser's own search finds everything.
const WHOLE: usize = 480;
/// So many of a whole programme's rows are drawn at once, the others a moment later: on a slow phone the first ones do not wait for
/// them. A window of a high screen has room for these.
const FIRST: usize = 24;

pub fn list(page: Page) -> AnyView {
    let total = Memo::new(move |_| page.shown.with(|shown| shown.rows.len()));
    let size = Memo::new(move |_| if total.get() <= WHOLE { WHOLE } else { STRETCH });
    let needed = Memo::new(move |_| {
        let selected = page.selected.get();
        page.shown.with(|shown| {
            let place = |id: &str| shown.rows.iter().position(|row| row.id.as_str() == id);
            // A new line is written, while the line before it, maybe in the stretch above, keeps the address.
            let at = place(DRAFT).or_else(|| place(selected?.as_str()));
            at.map(|at| at / size.get()).into_iter().collect()
        })
    });
    let pieces = Pieces::begin(total, size, needed);
    // Who asks for one line waits for all.
    let is_on_screen = is_on_screen();
    let has_all = Memo::new(move |_| is_on_screen.get() || page.selected.with(Option::is_some));
    let fill = move |list| pieces.fill(list, None, move |range| rows(page, range, has_all));
    view! {
        <div
            class="outline" role="treegrid" aria-multiselectable="true" aria-label=words(&Shell::Programme)
            aria-rowcount=move || total.get().to_string() on:click=move |event| pressed(page, &event)
            use:fill
        ></div>
    }
    .into_any()
}

fn rows(page: Page, range: Range<usize>, has_all: Memo<bool>) -> AnyView {
    let first = range.start;
    let rows: Rows = Memo::new(move |_| {
        let count = if has_all.get() { range.len() } else { FIRST.min(range.len()) };
        page.shown.with(|shown| shown.rows.iter().skip(range.start).take(count).cloned().collect())
    });
    let row = move |row: Arc<Row>| row_view(page, rows, first, row);
    view! { <For each=move || rows.get() key=|row| row.id.clone() children=row /> }.into_any()
}
