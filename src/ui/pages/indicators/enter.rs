//! This period's figures of all indicators, typed down one column of cells like a spreadsheet.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::keys::focus_selected;
use super::rows::{BODY, DUE, Grouping, MISSING, MODE, PERIOD, Row, found};
use super::tools::no_match;
use super::{List, enter_row};
use crate::app::Filters;
use crate::document::{NodeId, sort_once};
use crate::evaluate::{Verdict, period_to_enter};
use crate::i18n::messages::Entering;
use crate::i18n::{Language, Message};
use crate::model::Cell;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::stretch::stretches;
use crate::ui::pages::indicator::figures::grid::Grid;
use crate::ui::pages::indicator::figures::sheet::{Entry, Row as SheetRow, Sheet, Span};
use crate::ui::pages::indicator::figures::{around_rows, foot, states, tools};
use crate::ui::words;

/// What is to be entered, each with the row of the list that it comes from; and how many measures are not due.
#[derive(Clone, Default)]
struct Due {
    entries: Vec<(Row, Entry)>,
    later: usize,
}

/// A line of the page: a heading with what is missing under it, or a row of the grid.
#[derive(Clone, PartialEq)]
enum Line {
    Group { title: String, missing: usize, count: usize },
    Figure { at: usize, cell: NodeId, number: String },
}

pub(super) fn mode_button(list: List) -> AnyView {
    let press = move |_| list.enter_from(None);
    let is_empty = Memo::new(move |_| list.rows.with(|rows| rows.is_empty()));
    view! {
        <button class="button is-primary" disabled=is_empty on:click=press>
            {icon(Icon::Pencil)} {words(&Entering::Open)} " " <kbd>"N"</kbd>
        </button>
    }
    .into_any()
}

pub(super) fn enter(list: List) -> AnyView {
    let session = list.session;
    let only_missing = Memo::new(move |_| list.filter(DUE) == MISSING);
    // Chosen once: a row does not go while it is being filled.
    let wanted = Memo::new(move |_| {
        session.as_of.track();
        only_missing.get().then(|| untrack(|| missing(list)))
    });
    let due = Memo::new_with_compare(
        move |_| {
            let filters = list.filters.get();
            let mut due = due(list, &filters);
            wanted.with(|wanted| {
                if let Some(wanted) = wanted {
                    due.entries.retain(|(_, entry)| wanted.contains(&cell_of(entry).id()));
                }
            });
            Arc::new(due)
        },
        |_, _| true,
    );
    let sheet = Memo::new_with_compare(
        move |_| {
            let entries = due.with(|due| due.entries.iter().map(|(_, entry)| entry.clone()).collect());
            Arc::new(session.programme.with(|programme| Sheet::of_entries(programme, entries)))
        },
        |_, _| true,
    );
    let lines = Memo::new(move |_| {
        let grouping = list.filters.with(grouping);
        let language = session.language.get();
        sheet.with(|sheet| due.with(|due| lines(sheet, due, grouping, language)))
    });
    let grid = Grid::on(sheet, Span::Now);
    let wanted_row = list.opens_at.get_untracked();
    let at =
        sheet.with_untracked(|sheet| sheet.rows.iter().position(|row| Some(&row.measure.id) == wanted_row.as_ref()));
    if let Some(at) = at {
        grid.go((at, grid.now().first_typed()), false);
    } else {
        grid.focus();
    }
    // Rows come and go with filters and other tabs: what is not yet written must not end up at another indicator.
    let ids = Memo::new(move |_| sheet.with(|sheet| sheet.rows.iter().map(|row| row.cell().id()).collect::<Vec<_>>()));
    Effect::new(move |before: Option<()>| {
        ids.track();
        if before.is_some() {
            grid.pending.set(None);
            grid.editing.set(None);
            let first = (0, grid.now().first_typed());
            grid.cursor.set(first);
            grid.anchor.set(first);
        }
    });
    let progress = move || progress(&sheet.get(), due.with(|due| due.later), session.language.get());
    let is_empty = Memo::new(move |_| sheet.with(|sheet| sheet.rows.is_empty()));
    let body = move || if is_empty.get() { nothing(list) } else { table(grid, lines) };
    let toggle = move |_| list.set(DUE, if only_missing.get_untracked() { "" } else { MISSING });
    let done = move |_| leave(list, grid);
    // On phones the figures come first: filters and steps are unfolded, unless one of them says which rows are shown.
    let is_unfolded = RwSignal::new([BODY, PERIOD].iter().any(|name| !untrack(|| list.filter(name)).is_empty()));
    let unfold = move |_| is_unfolded.update(|it| *it = !*it);
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            leave(list, grid);
        }
    };
    view! {
        <section class="entering" class:is-unfolded=is_unfolded aria-labelledby=grid.name() on:keydown=keys>
            <div class="section-heading">
                <h2 id=grid.name()>{words(&Entering::Open)}</h2>
                <span class="section-note" role="status">{progress}</span>
                <div class="section-actions">
                    {move || (!grid.is_read_only.get()).then(|| tools(&grid))}
                    <button class="button is-small unfold" aria-expanded=move || is_unfolded.get().to_string() on:click=unfold>
                        {words(&Entering::Options)}
                    </button>
                    <button class="button is-small" on:click=done>{icon(Icon::Check)} {words(&Entering::Done)} " " <kbd>"Esc"</kbd></button>
                </div>
            </div>
            <div class="grid-tools">
                <button
                    class="button is-small" aria-pressed=move || only_missing.get().to_string() on:click=toggle
                >
                    {words(&Entering::OnlyMissing)}
                </button>
                {move || (!grid.is_read_only.get()).then(|| states::states(&grid))}
            </div>
            {body}
        </section>
    }
    .into_any()
}

/// Back to the list, at the row of the cursor.
fn leave(list: List, grid: Grid) {
    let (row, _) = grid.cursor.get_untracked();
    let measure = grid.sheet.with_untracked(|sheet| sheet.rows.get(row).map(|row| row.measure.id.clone()));
    list.selected.set(measure);
    list.set(MODE, "");
    focus_selected();
}

/// Verdicts move while figures are typed: rows stay where the document has them.
fn grouping(filters: &Filters) -> Grouping {
    match Grouping::of(filters) {
        Grouping::Verdict => Grouping::Document,
        other => other,
    }
}

fn cell_of(entry: &Entry) -> Cell {
    let body = entry.body.as_ref().map(|body| body.id.clone());
    Cell { measure: entry.measure.id.clone(), period: entry.period, body }
}

/// The cells that have no figure now, whatever else the address filters.
fn missing(list: List) -> BTreeSet<NodeId> {
    let entries = due(list, &Filters::new()).entries.into_iter().map(|(_, entry)| entry);
    let ids = entries.filter(|entry| entry.evaluation.verdict != Verdict::ByPerson).map(|entry| cell_of(&entry).id());
    list.session.programme.with(|programme| {
        let has_figure = |id: &NodeId| programme.observations().get(id.as_str()).is_some_and(|it| it.figure.is_some());
        ids.filter(|id| !has_figure(id)).collect()
    })
}

/// What is to be entered at the day, of the measures that the search and the filters leave. Where bodies report apart, each
/// has a row of its own.
fn due(list: List, filters: &Filters) -> Due {
    let mut filters = filters.clone();
    let body = filters.remove(BODY);
    let context = list.session.judged.with(|judged| judged.context.clone());
    let mut due = Due::default();
    list.session.programme.with(|programme| {
        list.rows.with(|rows| {
            let mut found = found(rows, &filters);
            grouping(&filters).sort(&mut found);
            for row in found {
                let reporting = programme.observations_of(row.measure.id.as_str()).filter_map(|it| it.body.clone());
                let mut bodies: Vec<NodeId> = reporting.collect();
                sort_once(&mut bodies);
                let is_wanted = |id: Option<&str>| body.as_deref().is_none_or(|wanted| Some(wanted) == id);
                if bodies.is_empty() && !is_wanted(row.lead.as_ref().map(|lead| lead.id.as_str())) {
                    continue;
                }
                let Some((period, previous)) = period_to_enter(&row.measure, &context) else {
                    // Nothing more is entered for what is settled.
                    due.later += usize::from(!row.evaluation.verdict.is_final());
                    continue;
                };
                let (measure, evaluation) = (row.measure.clone(), row.evaluation.clone());
                let whole = Entry { measure, body: None, period, previous, evaluation };
                if bodies.is_empty() {
                    due.entries.push((row.clone(), whole));
                    continue;
                }
                for id in bodies.iter().filter(|id| is_wanted(Some(id.as_str()))) {
                    let body = programme.bodies().get(id.as_str()).cloned();
                    // A body that was merged reports no more.
                    if let Some(body) = body.filter(|body| body.successor.is_none()) {
                        due.entries.push((row.clone(), Entry { body: Some(body), ..whole.clone() }));
                    }
                }
            }
        });
    });
    due
}

fn lines(sheet: &Sheet, due: &Due, grouping: Grouping, language: Language) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(sheet.rows.len() + 16);
    // The heading that rows stand under now, and its line.
    let mut open: Option<(String, usize)> = None;
    for (at, ((of, _), row)) in due.entries.iter().zip(&sheet.rows).enumerate() {
        let (mark, title) = grouping.heading(of, language);
        let heading = match &open {
            Some((other, heading)) if *other == mark => *heading,
            _ => {
                lines.push(Line::Group { title, missing: 0, count: 0 });
                lines.len() - 1
            }
        };
        open = Some((mark, heading));
        if let Some(Line::Group { missing, count, .. }) = lines.get_mut(heading) {
            *count += 1;
            *missing += usize::from(is_missing(row));
        }
        lines.push(Line::Figure { at, cell: row.cell().id(), number: of.number.clone() });
    }
    lines
}

/// A figure is still to be entered. What a person has judged asks for none.
fn is_missing(row: &SheetRow) -> bool {
    row.reading().is_none() && row.evaluation.as_ref().is_none_or(|it| it.verdict != Verdict::ByPerson)
}

/// `Còn 12/47 ô chưa nhập. 13 chỉ tiêu chưa đến kỳ.`
fn progress(sheet: &Sheet, later: usize, language: Language) -> String {
    let count = sheet.rows.len();
    let missing = sheet.rows.iter().filter(|row| is_missing(row)).count();
    let mut parts = Vec::new();
    match (count, missing) {
        (0, _) => {}
        (_, 0) => parts.push(Entering::AllEntered { count }.text(language)),
        _ => parts.push(Entering::Progress { missing, count }.text(language)),
    }
    if later > 0 {
        parts.push(Entering::NotDue { count: later }.text(language));
    }
    parts.join(" ")
}

fn nothing(list: List) -> AnyView {
    // What the search and the choices hide may well be due.
    if list.rows.with(|rows| !rows.is_empty() && found(rows, &list.filters.get()).is_empty()) {
        return no_match(list);
    }
    let is_missing = list.filter(DUE) == MISSING;
    let sentence = if is_missing { Entering::NothingMissing } else { Entering::NothingDue };
    view! {
        <div class="empty-note">
            <strong>{words(&sentence)}</strong>
            <p>{words(&Entering::NothingDueHint)}</p>
        </div>
    }
    .into_any()
}

fn table(grid: Grid, lines: Memo<Vec<Line>>) -> AnyView {
    let count = Memo::new(move |_| lines.with(Vec::len));
    let line_of = move |row: usize| {
        lines.with(|lines| lines.iter().position(|line| matches!(line, Line::Figure { at, .. } if *at == row)))
    };
    // The cursor's row, and the one with the question.
    let needed = Memo::new(move |_| {
        let asked = grid.pending.with(|pending| pending.as_ref().and_then(|it| it.cells.last().map(|it| it.at.0)));
        [Some(grid.cursor.get().0), asked].into_iter().flatten().filter_map(line_of).collect::<Vec<_>>()
    });
    let draw = move |range: Range<usize>| {
        let each =
            move || lines.with(|lines| lines.iter().skip(range.start).take(range.len()).cloned().collect::<Vec<_>>());
        view! { <For each=each key=key children=move |line| line_view(grid, line) /> }.into_any()
    };
    view! {
        {around_rows(&grid, stretches(count, needed, draw))}
        <p class="grid-hint">{words(&Entering::Hint)}</p>
        {foot()}
    }
    .into_any()
}

fn key(line: &Line) -> String {
    match line {
        Line::Group { title, missing, count } => format!("{title} {missing} {count}"),
        Line::Figure { at, cell, number } => format!("{at} {cell} {number}"),
    }
}

fn line_view(grid: Grid, line: Line) -> AnyView {
    let language = grid.session.language;
    match line {
        Line::Group { title, missing, count } => {
            let facts = move || {
                let facts = match missing {
                    0 => Entering::GroupDone { count },
                    missing => Entering::GroupMissing { missing, count },
                };
                facts.text(language.get()).into_owned()
            };
            view! {
                <tr class="group-row">
                    <th colspan="8" scope="rowgroup"><span lang="vi">{title}</span> " " <span class="group-facts">{facts}</span></th>
                </tr>
            }
            .into_any()
        }
        Line::Figure { at, number, .. } => enter_row::row(grid, at, number),
    }
}
