//! The list of indicators (Chỉ tiêu): find, filter by verdict, open one; enter figures of many.

mod bulk;
mod bulk_figures;
mod enter;
mod enter_row;
mod export;
mod keys;
mod paste;
mod paste_lines;
mod pasted;
pub mod rows;
mod table;
mod table_cells;
mod tools;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use self::rows::{EDITING, ENTERING, FOLDED, Grouping, HIDDEN, MODE, PASTING, Row, Sort, VERDICT};
use crate::app::{Filters, Route, Session, use_session, with_filter};
use crate::document::NodeId;
use crate::i18n::messages::{Indicators, Shell};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::Status;
use crate::ui::pages::more::more_actions;
use crate::ui::pages::new_measure::{add_indicator, add_measure, without_measure};
use crate::ui::words;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct List {
    session: Session,
    filters: Memo<Filters>,
    /// All measures.
    rows: Memo<Arc<Vec<Row>>>,
    /// Those that are shown, in their order.
    shown: Memo<Arc<Vec<Row>>>,
    /// The word of the address for what is done with the rows.
    mode: Memo<String>,
    /// Rows are chosen and edited together.
    is_editing: Memo<bool>,
    /// Those that were chosen; they may be hidden by a filter since.
    chosen: RwSignal<BTreeSet<NodeId>>,
    /// The row that has the focus, or had it last.
    selected: RwSignal<Option<NodeId>>,
    /// The measure that entering figures begins at.
    opens_at: RwSignal<Option<NodeId>>,
    /// A table that was pasted on the page, until its preview takes it.
    pasted: RwSignal<String>,
}

pub fn indicators() -> AnyView {
    let list = List::new(use_session());
    keys::listen(list);
    let is_empty = Memo::new(move |_| list.rows.with(|rows| rows.is_empty()));
    let body = move || if is_empty.get() { without_measures(list) } else { with_measures(list) };
    let is_list = Memo::new(move |_| list.is_list());
    let actions = move || is_list.get().then(|| actions(list, is_empty));
    view! {
        <header class="page-heading is-compact">
            <h1 class="page-title">{words(&Shell::Indicators)}</h1>
            <div class="page-actions">{actions}</div>
        </header>
        {body}
    }
    .into_any()
}

fn actions(list: List, is_empty: Memo<bool>) -> AnyView {
    // What is done with measures waits for the first one.
    let all = move || {
        (!is_empty.get()).then(|| {
            let others = view! {
                {bulk::mode_button(list)}
                {paste::mode_button(list)}
                <button class="button" on:click=move |_| export::download_list(list)>
                    {icon(Icon::Download)}
                    {words(&Indicators::ExportCsv)}
                </button>
                {add_button(list, "button")}
            };
            let (others, more) = more_actions("list-actions", others.into_any());
            view! { {others} {enter::mode_button(list)} {more} }.into_any()
        })
    };
    all.into_any()
}

/// A new indicator: after the one that the person was at, or as the last one.
fn add_button(list: List, class: &'static str) -> AnyView {
    view! {
        <button
            class=class disabled=move || list.session.is_read_only()
            on:click=move |_| add_indicator(list.session, list.selected.get_untracked())
        >
            {icon(Icon::Plus)}
            {words(&Indicators::Add)}
        </button>
    }
    .into_any()
}

fn with_measures(list: List) -> AnyView {
    let nothing = Memo::new(move |_| list.shown.with(|rows| rows.is_empty()));
    let list_or_note = move || if nothing.get() { tools::no_match(list) } else { table::table(list) };
    let content = move || match list.mode.get().as_str() {
        ENTERING => enter::enter(list),
        PASTING => paste::paste(list),
        _ => view! { {bulk::bulk(list)} {list_or_note} {tools::foot(list)} }.into_any(),
    };
    view! {
        {tools::tools(list)}
        {content}
    }
    .into_any()
}

/// The first indicator is added here, or a line of the programme becomes one.
fn without_measures(list: List) -> AnyView {
    const MOST: usize = 12;
    let session = list.session;
    let outline = Route::Outline { item: None };
    let bare = Memo::new(move |_| session.programme.with(without_measure));
    let line = move |(id, name): (NodeId, String)| {
        view! {
            <li><button
                class="text-button" disabled=move || session.is_read_only()
                on:click=move |_| add_measure(session, id.clone())
            >
                <span lang="vi">{name}</span>
            </button></li>
        }
        .into_any()
    };
    let lines = move || {
        let lines: Vec<AnyView> = bare.get().into_iter().take(MOST).map(line).collect();
        (!lines.is_empty()).then(|| {
            view! { <p id="bare-lines">{words(&Indicators::Bare)}</p><ul aria-labelledby="bare-lines">{lines}</ul> }
                .into_any()
        })
    };
    view! {
        <div class="empty-note">
            <strong>{words(&Indicators::Empty)}</strong>
            <p>{words(&Indicators::EmptyHint)}</p>
            <div class="page-actions">
                {add_button(list, "button is-primary")}
                <a class="button is-quiet" href=outline.href()>
                    {words(&Shell::Programme)}
                </a>
            </div>
            {lines}
        </div>
    }
    .into_any()
}

impl List {
    fn new(session: Session) -> Self {
        let filters = Memo::new(move |_| {
            session
                .route
                .with(|route| if let Route::Indicators(filters) = route { filters.clone() } else { Filters::new() })
        });
        let rows = rows::rows_of(session);
        let shown = Memo::new_with_compare(
            move |_| {
                let filters = filters.get();
                let all = rows.get();
                let mut found = rows::found(&all, &filters);
                if let Some(verdict) = filters.get(VERDICT) {
                    found.retain(|row| row.status().as_str() == verdict);
                }
                rows::sort(&mut found, Sort::of(&filters));
                Grouping::of(&filters).sort(&mut found);
                Arc::new(found.into_iter().cloned().collect())
            },
            |_, _| true,
        );
        let mode = Memo::new(move |_| filters.with(|filters| filters.get(MODE).cloned().unwrap_or_default()));
        let is_editing = Memo::new(move |_| mode.with(|mode| mode == EDITING));
        Self {
            session,
            filters,
            rows,
            shown,
            mode,
            is_editing,
            chosen: RwSignal::default(),
            selected: RwSignal::default(),
            opens_at: RwSignal::default(),
            pasted: RwSignal::default(),
        }
    }

    fn filter(self, name: &str) -> String {
        self.filters.with(|filters| filters.get(name).cloned().unwrap_or_default())
    }

    /// Sets one filter, or drops it with an empty text; the address follows.
    fn set(self, name: &str, value: &str) {
        let filters = with_filter(self.filters.get_untracked(), name, value);
        self.session.go_in_place(Route::Indicators(filters));
    }

    /// Neither entering nor pasting: the rows themselves are shown.
    fn is_list(self) -> bool {
        self.mode.with(|mode| !matches!(mode.as_str(), ENTERING | PASTING))
    }

    /// The columns that are put away.
    fn hidden(self) -> Vec<String> {
        self.filter(HIDDEN).split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    fn toggle_verdict(self, status: Status) {
        let is_on = self.filters.with_untracked(|filters| filters.get(VERDICT).is_some_and(|it| it == status.as_str()));
        self.set(VERDICT, if is_on { "" } else { status.as_str() });
    }

    /// Begins to enter this period's figures, at a measure or where the first is missing.
    fn enter_from(self, measure: Option<NodeId>) {
        self.opens_at.set(measure);
        self.set(MODE, ENTERING);
    }

    /// The groups that are folded, by the marks of their headings.
    fn folded(self) -> BTreeSet<String> {
        self.filter(FOLDED).split(',').filter(|mark| !mark.is_empty()).map(str::to_owned).collect()
    }

    fn fold(self, folded: &BTreeSet<String>) {
        let marks: Vec<&str> = folded.iter().map(String::as_str).collect();
        self.set(FOLDED, &marks.join(","));
    }
}
