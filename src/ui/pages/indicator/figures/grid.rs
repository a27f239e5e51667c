//! The grid's state, and what moving, typing, pasting and answering do to it.

use std::sync::Arc;

use leptos::html::Table;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::block::{At, Filling, Half, lay, write};
use super::columns::Column;
use super::sheet::{Sheet, Span};
use super::states::lock_words;
use crate::app::{DispatchError, Session, ToastAction, use_session};
use crate::document::NodeId;
use crate::i18n::messages::Figures;
use crate::i18n::{Message, Typed, parse_block};
use crate::model::{Command, CommandError, Figure, Measure, Reading, far_figures};
use crate::ui::actions::{after_redraw, may_write, refusal, show};

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
    fn advance(self, step: Step) {
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

    /// Opens the input of the cursor's cell; `None` begins with what is there.
    pub fn edit(self, text: Option<String>) {
        let at = self.cursor.get_untracked();
        let (sheet, language) = (self.now(), self.session.language.get_untracked());
        if !self.may_write(at) {
            return;
        }
        // A figure that is to be returned was not typed anew.
        let is_typed = |pending: &Pending| !pending.is_block && pending.asks != Ask::Remark;
        let asked = self.pending.get_untracked().filter(is_typed);
        let begin =
            text.unwrap_or_else(|| match (asked.and_then(|it| it.cells.into_iter().next()), &sheet.rows[at.0]) {
                (Some(filling), _) if filling.at == at => filling.text,
                (_, row) => sheet.editable_text(row, sheet.columns[at.1], language),
            });
        self.pending.set(None);
        self.anchor.set(at);
        self.draft.set_value(begin.clone());
        self.editing.set(Some(begin));
        self.focus();
    }

    /// Writes what stands in the input, or asks about it.
    pub fn commit(self, then: Step) {
        let Some(begun) = self.editing.get_untracked() else { return };
        let at = self.cursor.get_untracked();
        let (sheet, text) = (self.now(), self.draft.get_value());
        let language = self.session.language.get_untracked();
        let shown = sheet.rows.get(at.0).map(|row| sheet.editable_text(row, sheet.columns[at.1], language));
        // Opened and left as it was. A number typed anew is written even where it reads the same.
        if text == begun && shown.as_ref() == Some(&begun) {
            self.editing.set(None);
            self.pending.set(None);
            self.advance(then);
            return;
        }
        let cells = vec![Filling::new(&sheet, at, &text, language)];
        self.submit(Pending { cells, then, ..Pending::default() }, "");
    }

    /// Closes input and questions; nothing is written.
    pub fn drop_edit(self) {
        self.editing.set(None);
        self.pending.set(None);
        self.focus();
    }

    /// Empties the selected cells.
    pub fn clear(self) {
        let (from, to) = untrack(|| self.selection());
        let (sheet, language) = (self.now(), self.session.language.get_untracked());
        let mut cells = Vec::new();
        for row in from.0..=to.0 {
            for column in from.1..=to.1 {
                let is_filled = sheet.rows.get(row).zip(sheet.columns.get(column)).is_some_and(|(line, column)| {
                    !sheet.text(line, *column, language).is_empty() || untrack(|| self.half(row, *column)).is_some()
                });
                if sheet.is_typed((row, column)) && is_filled {
                    cells.push(Filling { at: (row, column), text: String::new(), typed: Typed::Nothing });
                }
            }
        }
        if cells.is_empty() || !self.may_write(cells[0].at) {
            return;
        }
        self.submit(Pending { cells, ..Pending::default() }, "");
    }

    /// Takes in what a spreadsheet put on the clipboard: one cell as if typed, a block after a look at it.
    pub fn paste(self, text: &str) {
        let block = parse_block(text);
        let at = self.cursor.get_untracked();
        if block.is_empty() || !self.may_write(at) {
            return;
        }
        let (sheet, language) = (self.now(), self.session.language.get_untracked());
        let (cells, overruns) = lay(&sheet, at, &block, language);
        let is_block = block.len() > 1 || block[0].len() > 1;
        let pending = Pending { cells, is_block, overruns, ..Pending::default() };
        if is_block {
            self.editing.set(None);
            self.pending.set(Some(pending));
            self.anchor.set(at);
            self.focus();
        } else if !pending.cells.is_empty() {
            self.submit(pending, "");
        }
    }

    /// Accepts what waits, with the reason where one is asked for.
    pub fn accept(self, reason: &str) {
        let Some(pending) = self.pending.get_untracked() else { return };
        match pending.asks {
            Ask::Nothing | Ask::Sure => self.submit(pending, reason),
            _ if reason.trim().is_empty() => {}
            Ask::Reason => self.submit(pending, reason),
            Ask::Remark => self.send_back(reason),
            Ask::Paste => self.paste(reason),
        }
    }

    /// Answers the question about an ambiguous cell; `None` answers for all of them.
    pub fn choose(self, index: Option<usize>, first: bool) {
        let Some(mut pending) = self.pending.get_untracked() else { return };
        for (at, filling) in pending.cells.iter_mut().enumerate() {
            if index.is_none_or(|index| index == at) {
                filling.choose(first);
            }
        }
        if pending.is_block {
            self.pending.set(Some(pending));
            self.focus();
        } else {
            pending.then = if pending.then == Step::Leave { Step::Stay } else { pending.then };
            // Chosen between two numbers, it is meant.
            pending.asks = Ask::Sure;
            self.submit(pending, "");
        }
    }

    /// Marks the cursor's figure as an estimate, or as final.
    pub fn toggle_estimate(self) {
        let sheet = self.now();
        let row = self.cursor.get_untracked().0;
        let figure = sheet.rows.get(row).and_then(|row| row.observation.as_ref()?.figure.clone());
        let Some(Figure { reading, is_estimate }) = figure else { return };
        let is_estimate = !is_estimate;
        let number = |value| Typed::Number { value, is_estimate };
        let parts = match reading {
            Reading::Number(value) => vec![(Column::Value, number(value))],
            Reading::Ratio { numerator, denominator } if sheet.columns.contains(&Column::Numerator) => {
                vec![(Column::Numerator, number(numerator)), (Column::Denominator, number(denominator))]
            }
            reading => vec![(Column::Value, Typed::Other { reading, is_estimate })],
        };
        let language = self.session.language.get_untracked();
        let mut cells = Vec::new();
        for (column, typed) in parts {
            if let Some(at) = sheet.columns.iter().position(|other| *other == column) {
                let text = sheet.text(&sheet.rows[row], column, language);
                cells.push(Filling { at: (row, at), text, typed });
            }
        }
        if cells.first().is_some_and(|filling| self.may_write(filling.at)) {
            self.submit(Pending { cells, ..Pending::default() }, "");
        }
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

    /// Whether a cell takes figures now; if not, says why.
    pub fn may_write(self, at: At) -> bool {
        let sheet = self.now();
        let language = self.session.language.get_untracked();
        if !sheet.is_typed(at) {
            self.said.set(Figures::Computed.text(language).into_owned());
            return false;
        }
        if !may_write(self.session) {
            return false;
        }
        if let Some(lock) = sheet.rows.get(at.0).and_then(|row| row.lock) {
            let refusal = lock_words(self.session, lock);
            let cells = vec![Filling { at, text: String::new(), typed: Typed::Nothing }];
            self.pending.set(Some(Pending { cells, refusal: Some(refusal), ..Pending::default() }));
            return false;
        }
        true
    }

    fn submit(self, mut pending: Pending, reason: &str) {
        let is_ambiguous = pending.cells.iter().any(Filling::is_ambiguous);
        let is_misread = !pending.is_block && pending.cells.iter().any(Filling::is_misread);
        if is_ambiguous || is_misread {
            // A misread cell stays open; an ambiguous one waits for an answer, or to be typed anew.
            if is_ambiguous {
                self.editing.set(None);
            }
            self.pending.set(Some(pending));
            self.focus();
            return;
        }
        let sheet = self.now();
        let (command, halves) = untrack(|| self.halves.with(|halves| write(&sheet, &pending.cells, halves, reason)));
        let is_far = || {
            let (Command::SetFigures { figures, .. } | Command::PasteFigures { figures, .. }) = &command else {
                return false;
            };
            self.session.programme.with_untracked(|programme| !far_figures(programme, figures).is_empty())
        };
        if pending.asks == Ask::Nothing && is_far() {
            pending.asks = Ask::Sure;
            self.editing.set(None);
            self.pending.set(Some(pending));
            self.focus();
            return;
        }
        match self.session.dispatch(command) {
            Ok(_) => {
                self.halves.set(halves);
                self.editing.set(None);
                self.pending.set(None);
                self.report(&sheet, &pending);
                self.advance(pending.then);
            }
            Err(DispatchError::Command(CommandError::ReasonNeeded(_))) => {
                pending.asks = Ask::Reason;
                self.editing.set(None);
                self.pending.set(Some(pending));
                self.focus();
            }
            Err(error) => {
                pending.refusal = Some(self.refusal(&error));
                pending.asks = Ask::Nothing;
                self.pending.set(Some(pending));
                self.focus();
            }
        }
    }

    /// Says what was written.
    fn report(self, sheet: &Sheet, pending: &Pending) {
        let language = self.session.language.get_untracked();
        let written = pending.cells.iter().filter(|filling| !filling.is_misread()).count();
        let message = match pending.cells.first() {
            Some(_) if pending.is_block => Figures::Pasted { cells: written },
            Some(filling) => {
                let period = sheet.rows.get(filling.at.0).map(|row| sheet.row_name(row, language)).unwrap_or_default();
                match &filling.typed {
                    Typed::Nothing => Figures::Cleared { period },
                    _ => Figures::Changed { period, value: filling.text.clone() },
                }
            }
            None => return,
        };
        let text = message.text(language).into_owned();
        if pending.is_block {
            self.session.toast(text.clone(), Some(ToastAction::Undo));
        }
        self.said.set(text);
    }

    fn refusal(self, error: &DispatchError) -> String {
        refusal(error).text(self.session.language.get_untracked()).into_owned()
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
