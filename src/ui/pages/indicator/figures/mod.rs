//! The grid of figures: typed, pasted, corrected, with all that follows computed beside it.

mod block;
mod bodies;
pub mod cells;
mod columns;
pub mod grid;
mod keys;
pub mod questions;
pub mod row;
pub mod sheet;
pub mod states;
mod writing;

use leptos::prelude::*;

use self::grid::Grid;
use self::sheet::{Row, Span};
pub use self::sheet::{answer_text, reading_text};
use super::{BODY, Subject, View};
use crate::document::NodeId;
use crate::evaluate::periods_ahead;
use crate::i18n::messages::{Chart, Figures};
use crate::i18n::{Message, format_date, period_name, period_name_inside};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// What belongs into the section of figures, its heading (`#figures-title`) included: this year's and, folded, those of
/// the year before.
pub(super) fn figures(subject: Subject, view: View) -> AnyView {
    // Another measure or body begins anew: cursor, questions, selection.
    let shown = Memo::new(move |_| {
        let id = subject.measure.get().map(|measure| measure.id.clone())?;
        Some((id, view.get(BODY).map(NodeId::from)))
    });
    (move || shown.get().map(|(_, body)| section(subject, view, body))).into_any()
}

/// Figures that are there and do not count at the day that is judged at, and the way to a day at which they do.
fn ahead(subject: Subject) -> Option<AnyView> {
    let session = subject.session;
    let measure = subject.measure.get()?;
    let (edges, day, periods) = session.judged.with(|judged| {
        let context = &judged.context;
        let periods = session.programme.with(|programme| periods_ahead(programme, &measure, context));
        (context.settings.edges, context.as_of, periods)
    });
    let (last, language) = (*periods.last()?, session.language.get());
    let mut names: Vec<String> = periods.iter().map(|period| period_name_inside(*period, language)).collect();
    names[0] = period_name(periods[0], language);
    // Today where it has begun, else the day on which it will have ended.
    let today = session.today.get();
    let (first_day, end) = last.days(edges);
    let counts_at = if first_day <= today { today } else { end };
    let say = |message: Figures| message.text(language).into_owned();
    let note = say(Figures::NotCounted { periods: names.join(", "), date: format_date(day, language) });
    let way = say(Figures::CountAt { date: format_date(counts_at, language) });
    Some(
        view! {
            {note} " "
            <button class="text-button" type="button" on:click=move |_| session.look_at(counts_at)>{way}</button>
        }
        .into_any(),
    )
}

fn section(subject: Subject, view: View, body: Option<NodeId>) -> AnyView {
    let grid = Grid::new(subject.measure, Span::Programme, body.clone());
    let before = Grid::new(subject.measure, Span::YearBefore, body);
    let has_locked = Memo::new(move |_| grid.sheet.with(|sheet| sheet.columns.iter().any(|it| it.is_computed())));
    let year = move || before.sheet.with(|sheet| sheet.rows.first().map_or(0, |row| row.period.year()));
    view! {
            <div class="section-heading">
                <h2 id=grid.name()>{words(&Figures::Title)}</h2>
                {move || has_locked.get().then(|| view! { <span class="section-note">{words(&Figures::Hint)}</span> })}
                <div class="section-actions">{move || (!grid.is_read_only.get()).then(|| tools(&grid))}</div>
            </div>
            <div class="grid-tools">
                {bodies::choice(subject, view)}
                {move || (!grid.is_read_only.get()).then(|| states::states(&grid))}
            </div>
            {table(&grid)}
            <p class="section-note figures-ahead" role="status">{move || ahead(subject)}</p>
            {foot()}
            {bodies::side_by_side(subject)}
            <details class="chart-table">
                <summary id=before.name()>{move || words(&Chart::LastYear { year: year() })()}</summary>
                {table(&before)}
            </details>
    }
    .into_any()
}

impl Grid {
    /// The id of its heading.
    pub fn name(self) -> &'static str {
        match self.span {
            Span::Now => "enter-title",
            Span::Programme => "figures-title",
            Span::YearBefore => "figures-before",
        }
    }
}

pub fn tools(grid: &Grid) -> AnyView {
    let grid = *grid;
    let has_figure = move || cursor_figure(&grid).is_some();
    let is_estimate = move || if cursor_figure(&grid) == Some(true) { "true" } else { "false" };
    view! {
        <button
            class="button is-small"
            type="button"
            aria-pressed=is_estimate
            disabled=move || !has_figure()
            on:click=move |_| grid.toggle_estimate()
        >
            {words(&Figures::MarkEstimate)}
        </button>
        <button class="button is-small" type="button" on:click=move |_| grid.paste_from_clipboard()>
            {icon(Icon::ClipboardPaste)}{words(&Figures::PasteFromExcel)}" "<kbd>"Ctrl"</kbd><kbd>"V"</kbd>
        </button>
    }
    .into_any()
}

/// Whether the cursor's figure is an estimate, if there is one.
fn cursor_figure(grid: &Grid) -> Option<bool> {
    let (row, _) = grid.cursor.get();
    grid.sheet.with(|sheet| sheet.rows.get(row).filter(|row| row.reading().is_some()).map(Row::is_estimate))
}

fn table(grid: &Grid) -> AnyView {
    let grid = *grid;
    let count = Memo::new(move |_| grid.sheet.with(|sheet| sheet.rows.len()));
    let row = move |at| {
        row::row(grid, at, move |sheet, language, is_read_only| cells::row(&grid, sheet, at, language, is_read_only))
    };
    let rows = move || (0..count.get()).map(row).collect::<Vec<_>>();
    around_rows(&grid, view! { <tbody>{rows}</tbody> }.into_any())
}

/// The grid as a table around its rows, with what it listens to.
pub fn around_rows(grid: &Grid, rows: AnyView) -> AnyView {
    let grid = *grid;
    view! {
        <div class="data-grid-wrap">
            <table
                class="data-grid"
                role="grid"
                aria-labelledby=grid.name()
                aria-multiselectable="true"
                node_ref=grid.table
                on:keydown=move |event| grid.on_key(&event)
                on:click=move |event| grid.on_click(&event)
                on:copy=move |event| grid.on_copy(&event)
                on:paste=move |event| grid.on_paste(&event)
            >
                <thead>{move || cells::head(&grid)}</thead>
                {rows}
            </table>
        </div>
        <p class="visually-hidden" role="status">{move || grid.said.get()}</p>
    }
    .into_any()
}

pub fn foot() -> AnyView {
    view! {
        <div class="grid-foot">
            <ul class="key-hints">
                <li><kbd>"↑"</kbd><kbd>"↓"</kbd>" "{words(&Figures::HintMove)}</li>
                <li><kbd>"Enter"</kbd>" "{words(&Figures::HintDown)}</li>
                <li><kbd>"Esc"</kbd>" "{words(&Figures::HintCancel)}</li>
                <li><kbd>"Ctrl"</kbd><kbd>"Z"</kbd>" "{words(&Figures::HintUndo)}</li>
            </ul>
            <span>{words(&Figures::EstimateNote)}</span>
        </div>
    }
    .into_any()
}
