//! A row of the figures that are typed down the list: its cells, and the question under it.

use leptos::prelude::*;

use crate::app::Route;
use crate::i18n::messages::Entering;
use crate::i18n::{Language, Message, period_name_with_year_inside};
use crate::ui::pages::indicator::figures::grid::Grid;
use crate::ui::pages::indicator::figures::sheet::Sheet;
use crate::ui::pages::indicator::figures::{cells, questions, row};

pub(super) fn row(grid: Grid, at: usize, number: String) -> AnyView {
    row::row(grid, at, move |sheet, language, is_read_only| drawn(grid, sheet, at, &number, language, is_read_only))
}

/// A row with its question.
fn drawn(grid: Grid, sheet: &Sheet, at: usize, number: &str, language: Language, is_read_only: bool) -> AnyView {
    let row = &sheet.rows[at];
    let earlier =
        row.evaluation.as_ref().and_then(|it| it.overdue).filter(|overdue| *overdue < row.period).map(|since| {
            let period = period_name_with_year_inside(since, language);
            let text = Entering::EarlierMissing { period }.text(language).into_owned();
            view! { <span class="row-note">{text}</span> }.into_any()
        });
    let href = Route::Indicator(row.measure.id.clone()).href();
    view! {
        <tr>
            <th scope="row">
                <div class="row-head">
                    <span class="cell-no">{number.to_owned()}</span>
                    <span><a lang="vi" href=href>{sheet.row_name(row, language)}</a> " " {earlier} {cells::locked(&grid, row)}</span>
                    <span class="row-unit">{row.measure.unit.clone()}</span>
                </div>
            </th>
            {cells::cells(&grid, sheet, at, language, is_read_only)}
        </tr>
        {questions::message(&grid, sheet, at, language)}
    }
    .into_any()
}
