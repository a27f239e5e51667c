//! The matrix: a row an item, a column a body, the deadline last. It follows the ARIA grid pattern.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::sheet::{Row, SheetLine};
use super::{Matrix, ROLES, letter, role_class};
use crate::app::Route;
use crate::document::NodeId;
use crate::i18n::messages::{Assignments, Outline};
use crate::i18n::{Language, Message, deadline_words, format_date, format_date_short, whole_percent};
use crate::model::{Clock, Date, Deadline, Item, TaskState};
use crate::ui::components::size::follow_size;
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// Lines that are drawn at first, and that come each time the end is near.
pub(super) const FIRST: usize = 80;
const MORE: usize = 80;

pub(super) fn grid(matrix: Matrix) -> AnyView {
    draw_more_near_the_end(matrix);
    matrix.keep_tab_stop();
    let each = move || {
        let count = matrix.drawn.get();
        matrix.sheet.with(|sheet| sheet.lines.iter().take(count).cloned().collect::<Vec<_>>())
    };
    let key = |line: &SheetLine| match line {
        SheetLine::Group { id, title } => format!("{id} {title}"),
        SheetLine::Row(row) => row.item.id.to_string(),
    };
    let rows = move || matrix.sheet.with(|sheet| (sheet.lines.len() + 2).to_string());
    let columns = move || matrix.columns.with(|columns| (columns.len() + 2).to_string());
    let place = NodeRef::<Div>::new();
    let is_whole = RwSignal::new(false);
    let measure = move || {
        // The page may have gone.
        let table = matrix.table.try_get_untracked().flatten();
        if let Some((table, place)) = table.zip(place.try_get_untracked().flatten()) {
            let _ = is_whole.try_set(table.offset_width() <= place.client_width());
        }
    };
    // At its least width the table stays as it is while its place goes on shrinking.
    Effect::new(move |_| matrix.table.get().into_iter().for_each(|table| follow_size(&table, measure)));
    Effect::new(move |_| place.get().into_iter().for_each(|place| follow_size(&place, measure)));
    let scrolled = move |event: leptos::ev::Event| {
        let table = event_target::<web_sys::Element>(&event);
        let is_left = matrix.menu.with_untracked(|menu| menu.as_ref().is_some_and(|menu| menu.is_left_behind(&table)));
        if is_left {
            matrix.menu.set(None);
        }
    };
    view! {
        <div class="matrix-place">
            <div class="matrix-scroll" class:is-whole=is_whole node_ref=place on:scroll=scrolled>
                <table
                    class="assignment-matrix" role="grid" aria-label=words(&Assignments::MatrixName) aria-rowcount=rows
                    aria-colcount=columns node_ref=matrix.table on:keydown=move |event| matrix.on_key(&event)
                    on:click=move |event| matrix.on_click(&event)
                >
                    <thead role="rowgroup"><tr role="row">{move || head(matrix)}</tr></thead>
                    <tbody role="rowgroup"><For each=each key=key children=move |line| line_view(matrix, line) /></tbody>
                    <tfoot role="rowgroup"><tr role="row">{move || foot(matrix)}</tr></tfoot>
                </table>
                {sentinel(matrix)}
            </div>
            {super::menu::menu(matrix)}
        </div>
        {legend(matrix)}
        <p class="visually-hidden" role="status">{matrix.said}</p>
    }
    .into_any()
}

fn head(matrix: Matrix) -> Vec<AnyView> {
    let plain = |name: &Assignments, class: &'static str| {
        view! { <th scope="col" role="columnheader" class=class>{words(name)}</th> }.into_any()
    };
    let mut cells = vec![plain(&Assignments::Content, "matrix-title")];
    matrix.columns.with(|columns| {
        cells.extend(columns.iter().map(|body| {
            let href = Route::Body(Some(body.id.clone())).href();
            view! {
                <th scope="col" role="columnheader">
                    <a href=href tabindex="-1" title=body.name.clone()>{body.short().to_owned()}</a>
                </th>
            }
            .into_any()
        }));
    });
    cells.push(plain(&Assignments::Deadline, "matrix-due"));
    cells
}

fn foot(matrix: Matrix) -> Vec<AnyView> {
    let language = matrix.session.language.get();
    let mut cells =
        vec![view! { <th scope="row" role="rowheader">{Assignments::Totals.text(language)}</th> }.into_any()];
    let total = |(lead, support): &(usize, usize)| {
        view! { <td role="gridcell"><b>{*lead}</b> " / " {*support}</td> }.into_any()
    };
    matrix.sheet.with(|sheet| cells.extend(sheet.totals.iter().map(total)));
    cells.push(view! { <td role="gridcell"></td> }.into_any());
    cells
}

fn line_view(matrix: Matrix, line: SheetLine) -> AnyView {
    match line {
        SheetLine::Group { title, .. } => {
            let columns = move || matrix.columns.with(|columns| (columns.len() + 2).to_string());
            view! {
                <tr class="matrix-group" role="row">
                    <th colspan=columns scope="rowgroup" role="rowheader" lang="vi"><span>{title}</span></th>
                </tr>
            }
            .into_any()
        }
        SheetLine::Row(row) => row_view(matrix, &row.item.id),
    }
}

/// What the cells of one row share.
#[derive(Clone, Copy)]
struct RowView {
    matrix: Matrix,
    row: Memo<Option<Arc<Row>>>,
    is_editing: Memo<bool>,
}

/// One row. Its cells stay while their words change, and with them the focus.
fn row_view(matrix: Matrix, id: &NodeId) -> AnyView {
    let id = StoredValue::new(id.clone());
    let row = Memo::new_with_compare(
        move |_| matrix.sheet.with(|sheet| id.with_value(|id| sheet.row(id).cloned())),
        |old: Option<&Option<Arc<Row>>>, new| match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
            (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
            _ => true,
        },
    );
    let is_editing =
        Memo::new(move |_| matrix.editing.with(|editing| id.with_value(|id| editing.as_ref() == Some(id))));
    let is_selected = Memo::new(move |_| matrix.selected.with(|it| id.with_value(|id| it.as_ref() == Some(id))));
    let view = RowView { matrix, row, is_editing };
    let cells = move || {
        let names: Vec<String> =
            matrix.columns.with(|columns| columns.iter().map(|body| body.short().to_owned()).collect());
        let last = names.len() + 1;
        let roles = names.into_iter().enumerate().map(|(index, body)| view.role_cell(index, body));
        std::iter::once(view.title_cell()).chain(roles).chain([view.due_cell(last)]).collect::<Vec<_>>()
    };
    let is_unled = move || row.with(|row| row.as_ref().is_some_and(|row| row.needs_lead));
    let question = move || is_editing.get().then(|| super::deadline::question(matrix));
    view! {
        <tr
            role="row" data-row=id.with_value(ToString::to_string) class:is-unassigned=is_unled
            aria-selected=move || is_selected.get().then_some("true")
        >
            {cells}
        </tr>
        {question}
    }
    .into_any()
}

impl RowView {
    /// Something of the row; nothing while it goes.
    fn read<T: Default>(self, read: impl FnOnce(&Row, Language) -> T) -> T {
        let language = self.matrix.session.language.get();
        self.row.with(|row| row.as_ref().map(|row| read(row, language))).unwrap_or_default()
    }

    fn title_cell(self) -> AnyView {
        let content = move || {
            self.read(|row, language| {
                let warning = row.needs_lead.then(|| {
                    let words = Assignments::NoLead.text(language).into_owned();
                    view! { <span class="matrix-warning">{status_mark(Status::AtRisk)}{words}</span> }.into_any()
                });
                let dot = if row.number.ends_with(|last: char| last.is_alphanumeric()) { "." } else { "" };
                let number = format!("{}{dot}", row.number);
                let title = row.item.title.clone();
                Some(view! { <span class="matrix-no">{number}</span><span class="matrix-name" lang="vi">{title}</span> " " {warning} }.into_any())
            })
        };
        view! {
            <th scope="row" role="rowheader" class="matrix-title" tabindex="-1" data-at="0">{content}</th>
        }
        .into_any()
    }

    fn role_cell(self, index: usize, body: String) -> AnyView {
        let role = move || self.row.with(|row| row.as_ref().and_then(|row| row.cells.get(index)?.role));
        let class = move || if role().is_some() { "matrix-cell" } else { "matrix-cell is-empty" };
        let content = move || {
            let (role, language) = (role(), self.matrix.session.language.get());
            let sign = role.map_or_else(|| "+".into(), |role| letter(role).text(language));
            let words = role.map_or_else(|| Assignments::NoPart.text(language), |role| role.text(language));
            view! {
                <span class=role_class(role) aria-hidden="true">{sign}</span>
                <span class="visually-hidden">{words}</span>
            }
            .into_any()
        };
        view! {
            <td class=class role="gridcell" tabindex="-1" data-at=(index + 1).to_string() data-body=body>{content}</td>
        }
        .into_any()
    }

    fn due_cell(self, at: usize) -> AnyView {
        let session = self.matrix.session;
        let soon = move || session.programme.with_untracked(|programme| programme.head().settings.due_soon_days);
        let class = move || {
            if self.is_editing.get() {
                return "matrix-due is-edited".to_owned();
            }
            self.read(|row, language| {
                format!("matrix-due {}", due_words(&row.item, session.as_of.get(), soon(), language).1)
            })
        };
        let content = move || {
            let is_editing = self.is_editing.get();
            self.read(|row, language| {
                if is_editing {
                    return Some(super::deadline::input(self.matrix, &row.item, at));
                }
                let (item, day) = (&row.item, session.as_of.get());
                let (words, _) = due_words(item, day, soon(), language);
                let clock = item.clock(day, soon());
                let full = deadline_words(&item.deadline, language);
                let full = if clock == Clock::Open { full } else { format!("{full}. {}", clock.text(language)) };
                let percent = item.percent.filter(|_| !matches!(item.state, TaskState::Done | TaskState::Cancelled));
                let percent =
                    percent.map(|percent| view! { <small>{whole_percent(percent, language)}</small> }.into_any());
                Some(view! { <span title=full>{words}</span> " " {percent} }.into_any())
            })
        };
        view! { <td class=class role="gridcell" tabindex="-1" data-at=at.to_string()>{content}</td> }.into_any()
    }
}

/// A deadline as briefly as a column asks for, and how pressing it is.
pub(super) fn due_words(item: &Item, day: Date, soon: u32, language: Language) -> (String, &'static str) {
    let short = |date: Date| {
        if date.year() == day.year() { format_date_short(date, language) } else { format_date(date, language) }
    };
    if item.state == TaskState::Done {
        let done = item.completed.map(|day| Assignments::DoneOn { day: short(day) }.text(language).into_owned());
        return (done.unwrap_or_else(|| item.state.text(language).into_owned()), "is-done");
    }
    if matches!(item.state, TaskState::Paused | TaskState::Cancelled) {
        return (item.state.text(language).into_owned(), "");
    }
    let tone = match item.clock(day, soon) {
        Clock::Overdue(_) => "is-late",
        Clock::DueSoon(_) => "is-soon",
        _ => "",
    };
    let words = match &item.deadline {
        Deadline::On(date) => short(*date),
        Deadline::Before(date) => Outline::BeforeDay { day: short(*date) }.text(language).into_owned(),
        Deadline::Unset => "–".to_owned(),
        deadline => deadline_words(deadline, language),
    };
    (words, tone)
}

fn legend(matrix: Matrix) -> AnyView {
    let roles = move || {
        let language = matrix.session.language.get();
        let key = |role| {
            let sign = letter(role).text(language);
            let name = role.text(language);
            view! { <li><span class=role_class(Some(role)) aria-hidden="true">{sign}</span>{name}</li> }.into_any()
        };
        ROLES.map(key).into_iter().collect::<Vec<_>>()
    };
    let keys = move || {
        let language = matrix.session.language.get();
        ROLES.map(|role| view! { <kbd>{letter(role).text(language)}</kbd> }.into_any()).into_iter().collect::<Vec<_>>()
    };
    view! {
        <div class="matrix-legend">
        <ul class="role-key">{roles}</ul>
        <ul class="key-hints">
            <li><span>{keys}</span> {words(&Assignments::HintRoles)}</li>
            <li><span><kbd>"Del"</kbd></span> {words(&Assignments::HintRemove)}</li>
            <li><span><kbd>"Enter"</kbd></span> {words(&Assignments::HintOpen)}</li>
        </ul>
        </div>
    }
    .into_any()
}

/// Long tables are drawn as far as they are read; on paper they are whole.
fn draw_more_near_the_end(matrix: Matrix) {
    let handle = window_event_listener_untyped("beforeprint", move |_| matrix.drawn.set(usize::MAX));
    on_cleanup(move || handle.remove());
}

/// Stands where the drawn lines end; while it is near the screen, more are drawn.
fn sentinel(matrix: Matrix) -> AnyView {
    let place = NodeRef::<Div>::new();
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entries = entries.iter().filter_map(|it| it.dyn_into::<web_sys::IntersectionObserverEntry>().ok());
        if entries.fold(false, |_, entry| entry.is_intersecting()) {
            let _ = matrix.drawn.try_update(|drawn| *drawn = drawn.saturating_add(MORE));
        }
    });
    let options = web_sys::IntersectionObserverInit::new();
    options.set_root_margin("1200px 0px");
    let observer = web_sys::IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok();
    // The observer calls the closure: both live as long as the page.
    let observer = StoredValue::new_local(observer.map(|observer| (observer, callback)));
    on_cleanup(move || observer.with_value(|it| it.iter().for_each(|(observer, _)| observer.disconnect())));
    Effect::new(move |_| {
        // Observed anew after each growth: what still is near tells so again.
        let is_all = matrix.sheet.with(|sheet| sheet.lines.len() <= matrix.drawn.get());
        if let Some(place) = place.get() {
            observer.with_value(|it| {
                if let Some((observer, _)) = it {
                    observer.unobserve(&place);
                    if !is_all {
                        observer.observe(&place);
                    }
                }
            });
        }
    });
    view! { <div node_ref=place></div> }.into_any()
}
