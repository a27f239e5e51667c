//! The drawing of the grid: head, rows, cells, the open input.

use leptos::prelude::*;

use super::block::At;
use super::columns::Column;
use super::grid::Grid;
use super::questions::message;
use super::sheet::{Row, Sheet, Span, answer_text};
use super::states::lock_words;
use crate::i18n::messages::{Figures, Indicators};
use crate::i18n::{Language, Message, Typed, period_name_with_year};
use crate::model::{FigureState, Grade, ValueKind};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

pub fn head(grid: &Grid) -> AnyView {
    let language = grid.session.language.get();
    let sheet = grid.sheet.get();
    let cells: Vec<AnyView> = (sheet.columns.iter())
        .map(|column| {
            let row = sheet.rows.first();
            let class =
                format!("{}{}", row.map_or("", |row| number_class(*column, row)), optional_class(&sheet, *column));
            let lock = column
                .is_computed()
                .then(|| view! { <span title=words(&Figures::Computed)>{icon(Icon::Lock)}" "</span> });
            view! { <th scope="col" class=class>{lock}{sheet.column_name(*column, language)}</th> }.into_any()
        })
        .collect();
    let first = if sheet.span == Span::Now { words(&Indicators::Name) } else { words(&Figures::Period) };
    view! { <tr><th scope="col">{first}</th>{cells}</tr> }.into_any()
}

/// A period with its cells, and the question under it.
pub fn row(grid: &Grid, sheet: &Sheet, at: usize, language: Language, is_read_only: bool) -> AnyView {
    let row = &sheet.rows[at];
    let class = if row.is_total { "quarter-row" } else { "" };
    view! {
        <tr class=class>
            <th scope="row">{sheet.row_name(row, language)}{locked(grid, row)}</th>
            {cells(grid, sheet, at, language, is_read_only)}
        </tr>
        {message(grid, sheet, at, language)}
    }
    .into_any()
}

pub fn cells(grid: &Grid, sheet: &Sheet, at: usize, language: Language, is_read_only: bool) -> Vec<AnyView> {
    (0..sheet.columns.len()).map(|column| cell(grid, sheet, (at, column), language, is_read_only)).collect()
}

fn cell(grid: &Grid, sheet: &Sheet, at: At, language: Language, is_read_only: bool) -> AnyView {
    let (row, column) = (&sheet.rows[at.0], sheet.columns[at.1]);
    let is_cursor = grid.cursor.get() == at;
    let editing = grid.editing.get().filter(|_| is_cursor);
    let waiting = grid.pending.with(|pending| {
        let pending = pending.as_ref()?;
        pending.cells.iter().find(|filling| filling.at == at).map(|filling| (filling.clone(), pending.is_refused()))
    });
    let is_invalid = waiting.as_ref().is_some_and(|(it, refused)| it.is_ambiguous() || it.is_misread() || *refused);
    let mut text = sheet.text(row, column, language);
    let mut is_estimate =
        matches!(column, Column::Value | Column::Denominator) && row.is_estimate() && !text.is_empty();
    let mut class = String::new();
    class.push_str(number_class(column, row));
    class.push_str(optional_class(sheet, column));
    class.push_str(match column {
        Column::Entered | Column::Period | Column::Unit => " is-empty",
        Column::State => state_class(row),
        Column::Note => " cell-note",
        Column::Value if row.measure.value_kind == ValueKind::Text => " cell-note",
        Column::Value if sheet.span == Span::Now => " is-typed",
        _ if row.is_total || column.is_typed() => "",
        _ => " is-computed",
    });
    if let Some(half) = grid.half(at.0, column).filter(|_| waiting.is_none()) {
        text = crate::i18n::format_exact(half.value, language);
        class.push_str(" is-filled");
    }
    if let Some((filling, _)) = &waiting
        && filling.typed != Typed::Nothing
    {
        is_estimate = false;
        text = filling_text(filling, language);
        class.push_str(if is_invalid { "" } else { " is-filled" });
    }
    class.push_str(if is_invalid { " is-invalid" } else { "" });
    class.push_str(if editing.is_some() { " is-focus-cell" } else { "" });
    class.push_str(if row.is_low && column == Column::PercentOfPace { " is-low" } else { "" });
    let (from, to) = grid.selection();
    let is_selected = from != to && (from.0..=to.0).contains(&at.0) && (from.1..=to.1).contains(&at.1);
    let content = if let Some(begin) = editing {
        input(grid, sheet, at, begin, language, is_invalid)
    } else {
        let tag = is_estimate.then(|| view! { <span class="figure-tag">{words(&Figures::Estimate)}</span> });
        let status = row.evaluation.as_ref().filter(|_| column == Column::Verdict).map(|it| Status::from(it.verdict));
        match status {
            Some(status) => {
                view! { <span class="verdict" data-status=status.as_str()>{status_mark(status)}{text}</span> }
                    .into_any()
            }
            None => view! { {text}{tag} }.into_any(),
        }
    };
    let is_open = grid.editing.with(Option::is_some);
    let readonly = is_read_only || !sheet.is_typed(at) || row.lock.is_some();
    view! {
        <td
            role="gridcell"
            class=class
            data-at=format!("{}.{}", at.0, at.1)
            lang=matches!(column, Column::Note).then_some("vi")
            tabindex=if is_cursor && !is_open { "0" } else { "-1" }
            aria-selected=is_selected.then_some("true")
            aria-readonly=readonly.then_some("true")
            aria-invalid=is_invalid.then_some("true")
            aria-describedby=is_invalid.then(|| grid.message_id())
        >
            {content}
        </td>
    }
    .into_any()
}

/// What a waiting cell shows: a number that is understood as it will be written, else what was typed.
fn filling_text(filling: &super::block::Filling, language: Language) -> String {
    match &filling.typed {
        Typed::Number { value, is_estimate } => {
            let mut text = crate::i18n::format_exact(*value, language);
            if *is_estimate {
                text.push(' ');
                text.push_str(&Figures::Estimate.text(language));
            }
            text
        }
        _ => filling.text.clone(),
    }
}

fn input(grid: &Grid, sheet: &Sheet, at: At, begin: String, language: Language, is_invalid: bool) -> AnyView {
    let grid = *grid;
    let (row, column) = (&sheet.rows[at.0], sheet.columns[at.1]);
    let label = Figures::CellLabel {
        period: match sheet.span {
            Span::Now => sheet.row_name(row, language),
            _ => period_name_with_year(row.period, language),
        },
        column: match sheet.span {
            Span::Now => period_name_with_year(row.period, language),
            _ => sheet.column_name(column, language),
        },
    };
    let label = label.text(language).into_owned();
    // The text typed so far is drawn, not the one begun with: a redraw meanwhile leaves it alone.
    let keep = move |text: String| grid.draft.set_value(text);
    let leave = move |_| grid.leave();
    let described = is_invalid.then(|| grid.message_id());
    if column == Column::Value
        && let Some(choices) = choices(row.measure.value_kind, language)
    {
        let options: Vec<AnyView> = std::iter::once(String::new())
            .chain(choices)
            .map(|choice| {
                let is_chosen = choice == begin;
                view! { <option selected=is_chosen>{choice}</option> }.into_any()
            })
            .collect();
        return view! {
            <select
                class="select"
                aria-label=label
                aria-invalid=is_invalid.then_some("true")
                aria-describedby=described
                on:change=move |event| keep(event_target_value(&event))
                on:focusout=leave
            >
                {options}
            </select>
        }
        .into_any();
    }
    let is_number = column != Column::Note && !matches!(row.measure.value_kind, ValueKind::Text | ValueKind::Rank);
    view! {
        <input
            type="text"
            autocomplete="off"
            inputmode=if is_number { "decimal" } else { "text" }
            prop:value=grid.draft.get_value()
            aria-label=label
            aria-invalid=is_invalid.then_some("true")
            aria-describedby=described
            on:input=move |event| keep(event_target_value(&event))
            on:focusout=leave
        />
    }
    .into_any()
}

/// The words of a kind that is chosen and not typed.
fn choices(kind: ValueKind, language: Language) -> Option<Vec<String>> {
    match kind {
        ValueKind::Grade => {
            let grades = [Grade::Excellent, Grade::Good, Grade::Completed, Grade::Failed];
            Some(grades.iter().map(|grade| grade.text(language).into_owned()).collect())
        }
        ValueKind::YesNo => Some([true, false].map(|answer| answer_text(answer, language)).into()),
        _ => None,
    }
}

fn number_class(column: Column, row: &Row) -> &'static str {
    let in_words = row.measure.value_kind.is_in_words();
    match column {
        Column::Note | Column::State | Column::Entered | Column::Period | Column::Unit | Column::Verdict => "",
        Column::Value | Column::Before | Column::Reached if in_words => "",
        _ => "is-number",
    }
}

fn optional_class(sheet: &Sheet, column: Column) -> &'static str {
    if column.is_optional(&sheet.columns) { " cell-optional" } else { "" }
}

fn state_class(row: &Row) -> &'static str {
    match row.state() {
        Some(FigureState::Returned) => " is-low",
        _ => " is-empty",
    }
}

/// The mark of a locked period, with who locked it and when.
pub fn locked(grid: &Grid, row: &Row) -> Option<AnyView> {
    let why = lock_words(grid.session, row.lock?);
    let title = why.clone();
    Some(
        view! { <span class="row-lock" title=title>{icon(Icon::Lock)}<span class="visually-hidden">{why}</span></span> }
            .into_any(),
    )
}
