//! A row of a grid as a view of its own: what changes in one leaves the others as they stand in the page, and the focus in them.

use std::sync::Arc;

use leptos::prelude::*;

use super::block::{Filling, Half};
use super::grid::{Grid, Pending};
use super::sheet::Sheet;
use super::states::lock_words;
use crate::i18n::Language;

/// What a row shows beside its own data: the cursor in it, the open input, cells that wait, the question under it, who locked it.
#[derive(Clone, PartialEq)]
struct Look {
    cursor: Option<usize>,
    open: Option<String>,
    selected: Option<(usize, usize)>,
    waits: Vec<Filling>,
    is_refused: bool,
    asked: Option<Pending>,
    half: Vec<Half>,
    lock: Option<String>,
}

impl Look {
    fn of(grid: Grid, at: usize) -> Self {
        let cursor = grid.cursor.get();
        let is_here = cursor.0 == at;
        let (from, to) = grid.selection();
        let is_selected = from != to && (from.0..=to.0).contains(&at);
        let pending = grid.pending.get();
        let waits: Vec<Filling> =
            pending.iter().flat_map(|pending| &pending.cells).filter(|filling| filling.at.0 == at).cloned().collect();
        let row = grid.sheet.with(|sheet| sheet.rows.get(at).map(|row| (row.period, row.lock)));
        let (period, lock) = row.unzip();
        let lock = lock.flatten().map(|lock| {
            grid.session.programme.track();
            lock_words(grid.session, lock)
        });
        Self {
            cursor: is_here.then_some(cursor.1),
            open: if is_here { grid.editing.get() } else { None },
            selected: is_selected.then_some((from.1, to.1)),
            is_refused: !waits.is_empty() && pending.as_ref().is_some_and(Pending::is_refused),
            asked: pending.filter(|pending| pending.cells.last().is_some_and(|filling| filling.at.0 == at)),
            waits,
            half: grid
                .halves
                .with(|halves| halves.iter().filter(|half| Some(half.period) == period).cloned().collect()),
            lock,
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
