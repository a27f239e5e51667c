//! The list of indicators (Chỉ tiêu): find, filter by verdict, open one.

mod bulk;
mod export;
pub mod rows;
mod table;
mod tools;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use self::rows::{EDITING, Grouping, HIDDEN, MODE, Row, Sort, VERDICT};
use crate::app::{Filters, Route, Session, use_session, with_filter};
use crate::document::NodeId;
use crate::i18n::messages::{Indicators, Shell};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::Status;
use crate::ui::shell::keys::is_typing;
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
    /// Rows are chosen and edited together.
    is_editing: Memo<bool>,
    /// Those that were chosen; they may be hidden by a filter since.
    chosen: RwSignal<BTreeSet<NodeId>>,
}

pub fn indicators() -> AnyView {
    let list = List::new(use_session());
    listen(list);
    let is_empty = Memo::new(move |_| list.rows.with(|rows| rows.is_empty()));
    let body = move || if is_empty.get() { without_measures() } else { with_measures(list) };
    view! {
        <header class="page-heading is-compact">
            <h1 class="page-title">{words(&Shell::Indicators)}</h1>
            <div class="page-actions">
                {bulk::mode_button(list)}
                <button class="button" prop:disabled=is_empty on:click=move |_| export::download_list(list)>
                    {icon(Icon::Download)}
                    {words(&Indicators::ExportCsv)}
                </button>
            </div>
        </header>
        {body}
    }
    .into_any()
}

fn with_measures(list: List) -> AnyView {
    let nothing = Memo::new(move |_| list.shown.with(|rows| rows.is_empty()));
    let table = move || if nothing.get() { tools::no_match(list) } else { table::table(list) };
    view! {
        {tools::tools(list)}
        {bulk::bulk(list)}
        {table}
        {tools::foot(list)}
    }
    .into_any()
}

fn without_measures() -> AnyView {
    let outline = Route::Outline { item: None };
    view! {
        <div class="empty-note">
            <strong>{words(&Indicators::Empty)}</strong>
            <a class="button" href=outline.href()>
                {words(&Shell::Programme)}
            </a>
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
        // Judging follows the programme: one change, one run.
        let rows = Memo::new_with_compare(
            move |_| {
                let judged = session.judged.get();
                Arc::new(session.programme.with(|programme| rows::all_rows(programme, &judged)))
            },
            |_, _| true,
        );
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
        let is_editing = Memo::new(move |_| filters.with(|filters| filters.get(MODE).is_some_and(|it| it == EDITING)));
        Self { session, filters, rows, shown, is_editing, chosen: RwSignal::default() }
    }

    fn filter(self, name: &str) -> String {
        self.filters.with(|filters| filters.get(name).cloned().unwrap_or_default())
    }

    /// Sets one filter, or drops it with an empty text; the address follows.
    fn set(self, name: &str, value: &str) {
        let filters = with_filter(self.filters.get_untracked(), name, value);
        self.session.go_in_place(Route::Indicators(filters));
    }

    /// The columns that are put away.
    fn hidden(self) -> Vec<String> {
        self.filter(HIDDEN).split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    fn toggle_verdict(self, status: Status) {
        let is_on = self.filters.with_untracked(|filters| filters.get(VERDICT).is_some_and(|it| it == status.as_str()));
        self.set(VERDICT, if is_on { "" } else { status.as_str() });
    }
}

/// Keys of the page: 1 to 6 filter, J and K go from row to row, `/` searches.
fn listen(list: List) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || is_typing(&event) {
            return;
        }
        let key = event.key();
        match key.as_str() {
            "j" | "J" => focus_row(true),
            "k" | "K" => focus_row(false),
            "/" => tools::focus_search(),
            _ => {
                let number = key.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                let Some(status) = number.and_then(|index| Status::ALL.get(index)) else { return };
                list.toggle_verdict(*status);
            }
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

/// Moves the focus to the link of the next row, or of the one before; Enter then opens it.
fn focus_row(is_forward: bool) {
    let Ok(links) = document().query_selector_all(".indicator-table .cell-name a") else { return };
    let active = document().active_element();
    let link = |index: u32| links.item(index).and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok());
    let current = (0..links.length()).find(|index| {
        active.as_ref().is_some_and(|active| link(*index).is_some_and(|link| active.is_same_node(Some(&link))))
    });
    let next = match (current, is_forward) {
        (Some(index), true) => index + 1,
        (Some(index), false) => index.saturating_sub(1),
        (None, _) => 0,
    };
    if let Some(link) = link(next) {
        let _ = link.focus();
        // Clear of the head and the foot, which stay in sight.
        if let Ok(Some(row)) = link.closest("tr") {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Center);
            row.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
}
