//! What the outline page remembers while it stays: folded branches, the search, the line being written.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;
use web_sys::Element;

use super::content::Content;
use super::elements::{on_row, show_row};
use super::pen::Pen;
use super::rows::{Draft, Row, RowKind, all_rows, matches, matching_rows, places, shown_rows};
use crate::app::{Route, Session};
use crate::document::NodeId;
use crate::i18n::Query;
use crate::ui::components::on_screen::A_MOMENT;
use crate::ui::{actions, distinct, parts};

/// Every row of a programme, folded or not.
pub type Rows = Memo<Vec<Arc<Row>>>;

/// They outlast the page, and are put together anew only when the programme has changed: to be called once, at the root
/// of the app.
pub fn keep_rows(session: Session) {
    let rows =
        Rows::new(move |_| session.programme.with(|programme| all_rows(programme).into_iter().map(Arc::new).collect()));
    provide_context(rows);
}

/// The page's signals; copies are the same page.
#[derive(Clone, Copy)]
pub struct Page {
    session: StoredValue<Session>,
    /// What writes; the page can be read before it is there.
    pub pen: Signal<Option<Pen>>,
    /// Every row of the programme.
    pub rows: Rows,
    /// The rows on screen, and which of them match the search.
    pub shown: Memo<Shown>,
    /// The row of the address.
    pub selected: Memo<Option<NodeId>>,
    /// The same a moment later, once it is marked on the screen. What stands beside the lines follows this one: who goes through
    /// them by key does not wait for the properties of each.
    pub settled: ReadSignal<Option<NodeId>>,
    /// The selected row and the one being written, told only to the rows that they begin and cease to be.
    selection: StoredValue<Selector<NodeId>>,
    writing: StoredValue<Selector<NodeId>>,
    pub folded: RwSignal<Vec<NodeId>>,
    /// The text in the search field.
    pub query: RwSignal<String>,
    pub search: Memo<Query>,
    /// Which lines alone are shown, as the address names them (`only.rs`).
    pub only: ReadSignal<Option<String>>,
    pub editing: RwSignal<Option<Editing>>,
    /// The text being written, until it is committed.
    pub text: RwSignal<String>,
    /// All selected lines, while there are several. The one of the address is among them.
    pub chosen: RwSignal<Vec<NodeId>>,
    /// The line at which a selection of several began.
    pub anchor: StoredValue<Option<NodeId>>,
    /// The bar of the selected line, as it was drawn last, and what it says.
    pub bar: StoredValue<Option<(String, Element)>, LocalStorage>,
    /// What the page selected itself: it is shown by whoever selected it.
    own_choice: StoredValue<Option<NodeId>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub rows: Vec<Arc<Row>>,
    pub places: Vec<(usize, usize)>,
    pub found: Vec<NodeId>,
}

/// A row as it is drawn: what it is, where, and what it says. One comparison tells whether it changed.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    pub row: Arc<Row>,
    /// From 1, among all rows that are shown.
    pub at: usize,
    /// The how many-th of how many of its kind.
    pub place: (usize, usize),
    /// Whether its branch is open, if it can be folded.
    pub is_open: Option<bool>,
    pub content: Content,
    /// The word for what differs from the issued version, and the same in full.
    pub amended: Option<(String, String)>,
}

/// The one line that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editing {
    Line(NodeId),
    New(Draft),
}

impl Page {
    pub fn new(session: Session) -> Self {
        let folded = RwSignal::new(Vec::<NodeId>::new());
        let query = RwSignal::new(String::new());
        let editing = RwSignal::new(None::<Editing>);
        let search = Memo::new(move |_| Query::new(&query.get()));
        let only = distinct(move || {
            session.route.with(|route| if let Route::OutlineOnly(only, _) = route { Some(only.clone()) } else { None })
        });
        let pen = parts::pen();
        let rows = expect_context::<Rows>();
        let shown = Memo::new(move |_| {
            let (search, only) = (search.get(), only.get());
            if !search.is_empty() || only.is_some() {
                let day = session.as_of.get();
                let is_kept = pen.get().map(|pen| pen.is_kept);
                let (rows, found) = rows.with(|rows| {
                    session.programme.with(|programme| {
                        matching_rows(rows, |row| {
                            only.as_deref()
                                .zip(is_kept)
                                .is_none_or(|(word, is_kept)| is_kept(word, row, programme, day))
                                && (search.is_empty() || matches(row, &search, programme))
                        })
                    })
                });
                return Shown { places: places(&rows), rows, found };
            }
            let draft = editing.with(|editing| match editing {
                Some(Editing::New(draft)) => Some(draft.clone()),
                _ => None,
            });
            let rows = rows.with(|rows| folded.with(|folded| shown_rows(rows, folded, draft.as_ref())));
            Shown { places: places(&rows), rows, found: Vec::new() }
        });
        let selected = Memo::new(move |_| {
            let asked = session.route.with(|route| match route {
                Route::Outline { item } | Route::OutlineOnly(_, item) => item.clone(),
                _ => None,
            })?;
            rows.with(|rows| {
                let is_asked = |row: &&Arc<Row>| row.id == asked || row.measure() == Some(&asked);
                rows.iter().find(is_asked).filter(|row| row.is_line()).map(|row| row.id.clone())
            })
        });
        let selection = Selector::new(move || {
            // While a new line is written, that one is the selected one.
            let is_drafting = editing.with(|editing| matches!(editing, Some(Editing::New(_))));
            if is_drafting { no_line() } else { selected.get().unwrap_or_else(no_line) }
        });
        let writing = Selector::new(move || {
            editing.with(|editing| if let Some(Editing::Line(line)) = editing { line.clone() } else { no_line() })
        });
        Self {
            session: StoredValue::new(session),
            pen,
            rows,
            shown,
            selected,
            settled: settled(selected),
            selection: StoredValue::new(selection),
            writing: StoredValue::new(writing),
            folded,
            query,
            search,
            only,
            editing,
            text: RwSignal::new(String::new()),
            chosen: RwSignal::new(Vec::new()),
            anchor: StoredValue::new(None),
            bar: StoredValue::new_local(None),
            own_choice: StoredValue::new(None),
        }
    }

    pub fn session(self) -> Session {
        self.session.get_value()
    }

    /// A row that exists, shown or not.
    pub fn row(self, id: &NodeId) -> Option<Arc<Row>> {
        self.rows.with_untracked(|rows| rows.iter().find(|row| row.id == *id).cloned())
    }

    pub fn selected_row(self) -> Option<Arc<Row>> {
        self.row(&self.selected.get_untracked()?)
    }

    pub fn is_folded(self, id: &NodeId) -> bool {
        self.folded.with(|folded| folded.contains(id)) && self.is_whole()
    }

    /// Whether neither a search nor anything else leaves lines out.
    pub fn is_whole(self) -> bool {
        self.search.with(Query::is_empty) && self.only.with(Option::is_none)
    }

    pub fn set_folded(self, id: &NodeId, folded: bool) {
        self.folded.update(|all| {
            all.retain(|other| other != id);
            if folded {
                all.push(id.clone());
            }
        });
    }

    /// Opens every branch that a row stands in.
    pub fn reveal(self, id: &NodeId) {
        let level = self.row(id).map(|row| row.level);
        let Some(level) = level.filter(|_| !self.folded.with_untracked(Vec::is_empty)) else { return };
        let above: Vec<NodeId> = self.rows.with_untracked(|rows| {
            let mut level = level;
            let before = rows.iter().rev().skip_while(|row| row.id != *id);
            before
                .filter(|row| {
                    let is_above = row.level < level;
                    level = level.min(row.level);
                    is_above
                })
                .map(|row| row.id.clone())
                .collect()
        });
        if self.folded.with_untracked(|folded| folded.iter().any(|id| above.contains(id))) {
            self.folded.update(|folded| folded.retain(|id| !above.contains(id)));
        }
    }

    /// Selects a line: its address is shown, its properties beside it.
    pub fn select(self, id: Option<NodeId>) {
        self.choose_none();
        self.show_address(id);
    }

    /// Leaves one of several selected lines.
    pub fn choose_none(self) {
        if !self.chosen.with_untracked(Vec::is_empty) {
            self.chosen.set(Vec::new());
        }
    }

    pub fn show_address(self, id: Option<NodeId>) {
        let route = outline_route(self.only.get_untracked(), id.clone());
        if self.session().route.with_untracked(|now| *now != route) {
            self.own_choice.set_value(id);
            self.session().select_in_place(route);
        }
    }

    /// Shows some lines alone, or all again; the selection stays.
    pub fn show_only(self, only: Option<String>) {
        let route = outline_route(only, self.selected.get_untracked());
        self.session().go_in_place(route);
    }

    /// Shows all lines again; whether some were shown alone.
    pub fn show_whole(self) -> bool {
        let is_part = self.only.with_untracked(Option::is_some);
        if is_part {
            self.show_only(None);
        }
        is_part
    }

    /// The match after the selected one, or before it; the first where none is selected.
    pub fn next_found(self, back: bool) -> Option<NodeId> {
        self.shown.with_untracked(|shown| {
            let at = self.selected.get_untracked().and_then(|id| shown.found.iter().position(|found| *found == id));
            let count = shown.found.len();
            let next = match (at, back) {
                (None, _) => 0,
                (Some(at), false) => at + 1,
                (Some(at), true) => at + count - 1,
            };
            shown.found.get(next % count.max(1)).cloned()
        })
    }

    pub fn show_found(self, id: &NodeId) {
        self.select(Some(id.clone()));
        show_row(id);
    }

    /// Shows the line that an address led to.
    pub fn arrive(self) {
        let Some(id) = self.selected.get() else { return };
        let own = self.own_choice.try_update_value(Option::take).flatten();
        if own.as_ref() == Some(&id) { self.reveal(&id) } else { self.arrive_at(&id) }
    }

    /// Brings a line to the top of the screen, and the person to it.
    pub fn arrive_at(self, id: &NodeId) {
        self.reveal(id);
        on_row(id, |row, is_busy| {
            row.scroll_into_view_with_bool(true);
            if !is_busy {
                let _ = row.focus_with_options(&actions::without_scrolling());
            }
        });
    }

    /// Whether lines may be changed now.
    pub fn is_editable(self) -> bool {
        !self.session().is_read_only()
    }

    /// Whether it is the row that is shown as selected.
    pub fn is_selected(self, id: &NodeId) -> bool {
        self.selection.with_value(|selection| selection.selected(id))
    }

    pub fn is_edited(self, id: &NodeId) -> bool {
        self.writing.with_value(|writing| writing.selected(id))
    }
}

fn settled(selected: Memo<Option<NodeId>>) -> ReadSignal<Option<NodeId>> {
    let (settled, set_settled) = signal(selected.get_untracked());
    let mut settle = debounce(A_MOMENT, move |selected: Option<NodeId>| {
        // The page may have gone: what it selected changes as it goes, which is told when its signals are no more.
        if settled.try_with_untracked(|now| *now != selected) == Some(true) {
            // The sheet that the properties are on phones must not lie over the line.
            selected.iter().for_each(show_row);
            let _ = set_settled.try_set(selected);
        }
    });
    Effect::new(move |_| settle(selected.get()));
    settled
}

fn outline_route(only: Option<String>, item: Option<NodeId>) -> Route {
    match only {
        Some(only) => Route::OutlineOnly(only, item),
        None => Route::Outline { item },
    }
}

/// The id that no line has, where selectors want one.
pub fn no_line() -> NodeId {
    "".into()
}

/// Whether a row can hold items.
pub fn holds_items(kind: RowKind) -> bool {
    matches!(kind, RowKind::Section(_) | RowKind::Item | RowKind::Indicator)
}
