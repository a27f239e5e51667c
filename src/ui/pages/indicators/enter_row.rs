//! A row of the figures that are typed down the list: its cells, and the question under it.

use leptos::prelude::*;

use crate::app::Route;
use crate::i18n::messages::Entering;
use crate::i18n::{Language, Message, period_name_with_year_inside};
use crate::ui::pages::indicator::figures::grid::{Grid, Pending};
use crate::ui::pages::indicator::figures::{cells, questions};

/// What a row shows beside its own data: the cursor in it, the open input, cells that wait, the question under it.
#[derive(Clone, PartialEq)]
struct Look {
    cursor: Option<usize>,
    open: Option<String>,
    selected: Option<(usize, usize)>,
    waits: bool,
    asked: Option<Pending>,
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
        }
    }
}

pub(super) fn row(grid: Grid, at: usize, number: String) -> AnyView {
    let shown = Memo::new_with_compare(
        move |_| grid.sheet.with(|sheet| sheet.rows.get(at).cloned()),
        |old, new| match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
            (Some(old), Some(new)) => !old.is_same(new),
            _ => true,
        },
    );
    let look = Memo::new(move |_| Look::of(grid, at));
    let content = move || {
        // Read, and not only tracked: a memo that nobody reads never runs.
        shown.with(|_| ());
        look.with(|_| ());
        let (language, is_read_only) = (grid.session.language.get(), grid.is_read_only.get());
        grid.keep_focus();
        untrack(|| drawn(grid, at, &number, language, is_read_only))
    };
    content.into_any()
}

/// A row with its question. All cells are drawn again, which touches only what differs on the page.
fn drawn(grid: Grid, at: usize, number: &str, language: Language, is_read_only: bool) -> Option<AnyView> {
    let sheet = grid.now();
    let row = sheet.rows.get(at)?;
    let cells: Vec<AnyView> = (0..sheet.columns.len())
        .map(|column| cells::cell(&grid, &sheet, (at, column), language, false, is_read_only))
        .collect();
    let earlier =
        row.evaluation.as_ref().and_then(|it| it.overdue).filter(|overdue| *overdue < row.period).map(|since| {
            let period = period_name_with_year_inside(since, language);
            let text = Entering::EarlierMissing { period }.text(language).into_owned();
            view! { <span class="row-note">{text}</span> }.into_any()
        });
    let href = Route::Indicator(row.measure.id.clone()).href();
    Some(
        view! {
            <tr>
                <th scope="row">
                    <div class="row-head">
                        <span class="cell-no">{number.to_owned()}</span>
                        <span><a lang="vi" href=href>{sheet.row_name(row, language)}</a> " " {earlier} {cells::locked(&grid, row)}</span>
                        <span class="row-unit">{row.measure.unit.clone()}</span>
                    </div>
                </th>
                {cells}
            </tr>
            {questions::message(&grid, &sheet, at, language)}
        }
        .into_any(),
    )
}
