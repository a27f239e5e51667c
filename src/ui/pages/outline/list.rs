//! The list of rows. Long programmes are drawn in stretches, and only those near the screen stand in the page.

use std::sync::Arc;

use leptos::prelude::*;

use super::row::{pressed, row_view};
use super::rows::{DRAFT, Row};
use super::state::{Page, Rows};
use crate::i18n::messages::Shell;
use crate::ui::components::stretch::{LINE_HEIGHT, Piece, Pieces};
use crate::ui::words;

/// Rows in a stretch: few, as drawing one is what a person waits for while they scroll.
const STRETCH: usize = 6;
/// Programmes up to this many rows are one stretch, drawn whole: the browser's own search finds everything.
const WHOLE: usize = 480;

pub fn list(page: Page) -> AnyView {
    let total = Memo::new(move |_| page.shown.with(|shown| shown.rows.len()));
    let size = Memo::new(move |_| if total.get() <= WHOLE { WHOLE } else { STRETCH });
    let count = Memo::new(move |_| total.get().div_ceil(size.get()));
    let needed = Memo::new(move |_| {
        let selected = page.selected.get();
        page.shown.with(|shown| {
            let place = |id: &str| shown.rows.iter().position(|row| row.id.as_str() == id);
            // A new line is written, while the line before it, maybe in the stretch above, keeps the address.
            let at = place(DRAFT).or_else(|| place(selected?.as_str()));
            at.map(|at| at / size.get()).into_iter().collect()
        })
    });
    let pieces = Pieces::begin(count, STRETCH, first_screen(), needed);
    let each = move || {
        let size = size.get();
        pieces.all.get().into_iter().map(|piece| (piece, size)).collect::<Vec<_>>()
    };
    let piece = move |(piece, size): (Piece, usize)| match piece {
        Piece::Stretch(index) => {
            view! { <div class="outline-stretch" data-piece role="rowgroup">{rows(page, index, size)}</div> }.into_any()
        }
        Piece::Gap(from, until) => {
            let watch = move |gap| pieces.watch(gap);
            view! { <div data-piece role="none" style=pieces.room(from, until) use:watch></div> }.into_any()
        }
    };
    view! {
        <div
            class="outline" role="treegrid" aria-multiselectable="true" aria-label=words(&Shell::Programme)
            aria-rowcount=move || total.get().to_string() on:click=move |event| pressed(page, &event)
        ><For each=each key=|piece| *piece children=piece /></div>
    }
    .into_any()
}

/// How many stretches the window has room for.
fn first_screen() -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window has some thousand pixels")]
    let height = height as usize;
    height / LINE_HEIGHT / STRETCH + 1
}

fn rows(page: Page, index: usize, size: usize) -> AnyView {
    let rows: Rows =
        Memo::new(move |_| page.shown.with(|shown| shown.rows.iter().skip(index * size).take(size).cloned().collect()));
    let row = move |row: Arc<Row>| row_view(page, rows, index * size, row);
    view! { <For each=move || rows.get() key=|row| row.id.clone() children=row /> }.into_any()
}
