//! The grid's state, and how cursor, selection and focus move in it; `writing` fills its cells.

use std::sync::Arc;

use leptos::html::Table;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::block::{At, Filling, Half};
use super::columns::Column;
use super::sheet::{Sheet, Span};
use crate::app::{Session, use_session};
use crate::document::NodeId;
use crate::model::Measure;
use crate::ui::actions::{after_redraw, show};

/// A handle on one grid; copies are the same grid.
#[derive(Clone, Copy)]
pub struct Grid {
    pub session: Session,
    pub span: Span,
    pub sheet: Memo<Arc<Sheet>>,
    /// The state of saving changes often, and this rarely.
    pub is_read_only: Memo<bool>,
    /// The one cell that takes part in the order of Tab.
    pub cursor: RwSignal<At>,
    /// The other corner of the selection; at the cursor when one cell is selected.
    pub anchor: RwSignal<At>,
    /// What the input in the cursor's cell began with, while one is open.
    pub editing: RwSignal<Option<String>>,
    /// What stands in the input now.
    pub draft: StoredValue<String>,
    /// Cells that wait for an answer.
    pub pending: RwSignal<Option<Pending>>,
    pub halves: RwSignal<Vec<Half>>,
    /// For the live region: what was just done.
    pub said: RwSignal<String>,
    pub table: NodeRef<Table>,
}

/// Cells that are not written yet: an ambiguous or refused one, a block to be accepted, a change that needs a reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    pub cells: Vec<Filling>,
    pub is_block: bool,
    /// A part of the block is outside the grid.
    pub overruns: bool,
    pub asks: Ask,
    pub refusal: Option<String>,
    pub then: Step,
}

/// A word that is asked for before something is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ask {
    #[default]
    Nothing,
    /// Whether a figure is meant that is far from all that is known of its measure.
    Sure,
    /// Why an approved figure changes.
    Reason,
    /// What is to be mended in the figures that are returned.
    Remark,
    /// A table, where the clipboard cannot be read: pasted into a field of its own, which a thumb can do.
    Paste,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The focus is elsewhere already and stays there.
    Leave,
    Stay,
    Up,
    Down,
    Left,
    Right,
}

impl Grid {
    pub fn new(measure: Memo<Option<Arc<Measure>>>, span: Span, body: Option<NodeId>) -> Self {
        let session = use_session();
        let sheet = Memo::new_with_compare(
            move |_| {
                let measure = measure.get().unwrap_or_else(|| Arc::new(Measure::new(String::new().into())));
                Arc::new(Sheet::of(session, measure, span, body.clone()))
            },
            |_, _| true,
        );
        Self::on(sheet, span)
    }

    pub fn on(sheet: Memo<Arc<Sheet>>, span: Span) -> Self {
        let session = use_session();
        let first = sheet.with_untracked(|sheet| next_to_fill(sheet));
        Self {
            session,
            span,
            sheet,
            is_read_only: Memo::new(move |_| session.is_read_only()),
            cursor: RwSignal::new(first),
            anchor: RwSignal::new(first),
            editing: RwSignal::new(None),
            draft: StoredValue::new(String::new()),
            pending: RwSignal::new(None),
            halves: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            table: NodeRef::new(),
        }
    }

    pub fn now(self) -> Arc<Sheet> {
        self.sheet.get_untracked()
    }

    /// Rows and columns of the selection, both ends included.
    pub fn selection(self) -> (At, At) {
        let (a, b) = (self.cursor.get(), self.anchor.get());
        ((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1)))
    }

    pub fn go(self, at: At, extends: bool) {
        self.cursor.set(at);
        if !extends {
            self.anchor.set(at);
        }
        self.focus();
    }

    /// To the neighbouring cell, whatever it holds.
    pub fn step(self, step: Step, extends: bool) {
        let (row, column) = self.cursor.get_untracked();
        let sheet = self.now();
        let at = match step {
            Step::Up => (row.saturating_sub(1), column),
            Step::Down => ((row + 1).min(sheet.rows.len().saturating_sub(1)), column),
            Step::Left => (row, column.saturating_sub(1)),
            Step::Right => (row, (column + 1).min(sheet.columns.len().saturating_sub(1))),
            Step::Stay | Step::Leave => (row, column),
        };
        self.go(at, extends);
    }

    /// To the next cell that takes figures.
    pub(super) fn advance(self, step: Step) {
        let (row, column) = self.cursor.get_untracked();
        let sheet = self.now();
        let typed = |at: &At| sheet.is_typed(*at);
        let (rows, columns) = (sheet.rows.len(), sheet.columns.len());
        let mut ahead = (column + 1..columns)
            .map(|at| (row, at))
            .chain((row + 1..rows).flat_map(|row| (0..columns).map(move |column| (row, column))));
        let mut behind = (0..column)
            .rev()
            .map(|at| (row, at))
            .chain((0..row).rev().flat_map(|row| (0..columns).rev().map(move |column| (row, column))));
        let at = match step {
            Step::Leave => return,
            Step::Stay => None,
            Step::Up => (0..row).rev().map(|row| (row, column)).find(typed),
            Step::Down => (row + 1..rows).map(|row| (row, column)).find(typed),
            Step::Right => ahead.find(typed),
            Step::Left => behind.find(typed),
        };
        self.go(at.unwrap_or((row, column)), false);
    }

    /// The part of an unfinished rate that a cell holds.
    pub fn half(self, row: usize, column: Column) -> Option<Half> {
        let sheet = self.sheet.get();
        let period = sheet.rows.get(row)?.period;
        self.halves.with(|halves| halves.iter().find(|it| it.period == period && it.column == column).cloned())
    }

    /// Puts the focus where it belongs, once the page has been redrawn: the open input, the reason, or the cell.
    pub fn focus(self) {
        let table = self.table;
        after_redraw(move || {
            let Some(table) = table.try_get_untracked().flatten() else { return };
            let found = |selector| table.query_selector(selector).ok().flatten();
            let places =
                [".is-focus-cell > :is(input, select)", ".grid-message :is(input, textarea)", "td[tabindex='0']"];
            if let Some(element) = places.into_iter().find_map(found)
                && let Ok(element) = element.dyn_into::<HtmlElement>()
            {
                let _ = element.focus();
            }
            // The question under a long block may be below the window's edge.
            if let Some(message) = found(".grid-message") {
                show(&message);
            }
        });
    }

    /// Called before each redraw: one that was not asked for here (an undo, another tab) can replace the focused cell, and
    /// the focus goes to the cell that stands in its place.
    pub fn keep_focus(self) {
        let holds_focus = move || {
            let active = document().active_element();
            self.table.get_untracked().is_some_and(|table| table.contains(active.as_deref()))
        };
        if holds_focus() {
            let is_lost = || document().active_element().is_none_or(|active| active.tag_name() == "BODY");
            after_redraw(move || {
                if is_lost() {
                    self.focus();
                }
            });
        }
    }
}

impl Pending {
    /// Its cells are shown as wrong.
    pub fn is_refused(&self) -> bool {
        self.refusal.is_some() || self.asks == Ask::Sure
    }
}

impl Default for Pending {
    fn default() -> Self {
        Self {
            cells: Vec::new(),
            is_block: false,
            overruns: false,
            asks: Ask::Nothing,
            refusal: None,
            then: Step::Stay,
        }
    }
}

/// Where typing most likely goes on: the first empty row after the last figure, or the first that is empty at all.
fn next_to_fill(sheet: &Sheet) -> At {
    // Of many measures each row stands for itself.
    let last = sheet.rows.iter().rposition(|row| row.reading().is_some() && sheet.span != Span::Now);
    let mut rows = sheet.rows.iter().enumerate().skip(last.map_or(0, |last| last + 1));
    let row = rows.find(|(_, row)| !row.is_total && row.lock.is_none() && row.reading().is_none());
    (row.map_or(0, |(at, _)| at), sheet.first_typed())
}
