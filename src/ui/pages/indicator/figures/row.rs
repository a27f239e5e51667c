//! A row of a grid as a view of its own: what changes in one leaves the others as they stand in the page, and the focus in them.

use std::sync::Arc;

use leptos::prelude::*;

use super::block::Half;
use super::grid::{Grid, Pending};
use super::sheet::Sheet;
use crate::i18n::Language;

/// What a row shows beside its own data: the cursor in it, the open input, cells that wait, the question under it.
#[derive(Clone, PartialEq)]
struct Look {
    cursor: Option<usize>,
    open: Option<String>,
    selected: Option<(usize, usize)>,
    waits: bool,
    asked: Option<Pending>,
    halves: Vec<Half>,
}

impl Look {
    fn of(grid: Grid, at: usize) -> Self {
        let cursor = grid.cursor.get();
        let is_here = cursor.0 == at;
        let (from, to) = grid.selection();
        let is_selected = from != to && (from.0..=to.0).contains(&at);
        let (waits, asked) = grid.pending.with(|pending| {
            let waits = pending.as_ref().is_some_and(|it| it.cells.iter().any(|filling| filling.at.0 == at));
            let is_last = pending.as_ref().is_some_and(|it| it.cells.last().is_some_and(|filling| filling.at.0 == at));
            (waits, if is_last { pending.clone() } else { None })
        });
        Self {
            cursor: is_here.then_some(cursor.1),
            open: if is_here { grid.editing.get() } else { None },
            selected: is_selected.then_some((from.1, to.1)),
            waits,
            asked,
            halves: grid.halves.get(),
        }
    }
}

/// A sheet, and the row of it that is asked about.
type Shown = (Arc<Sheet>, usize);

/// Whether a row shows something else in the one sheet than in the other.
fn differs(((old, at), (new, _)): (&Shown, &Shown)) -> bool {
    let rows = old.rows.get(*at).zip(new.rows.get(*at));
    !rows.is_some_and(|(row, other)| row.is_same(other) && old.is_same(new))
}

/// The row with what `draw` makes of it, whether or not it may be written in: drawn again where it shows something else.
pub fn row(grid: Grid, at: usize, draw: impl Fn(&Sheet, Language, bool) -> AnyView + Send + Sync + 'static) -> AnyView {
    let shown = Memo::new_with_compare(move |_| (grid.sheet.get(), at), |old, new| old.zip(new).is_none_or(differs));
    let look = Memo::new(move |_| Look::of(grid, at));
    let content = move || {
        // Read, and not only tracked: a memo that nobody reads never runs.
        look.with(|_| ());
        let (sheet, _) = shown.get();
        let (language, is_read_only) = (grid.session.language.get(), grid.is_read_only.get());
        grid.keep_focus();
        // A row that has gone is in the page until the list is drawn anew.
        sheet.rows.get(at).map(|_| untrack(|| draw(&sheet, language, is_read_only)))
    };
    content.into_any()
}
