//! What typing, pasting and answering do to the cells of a grid: asked about where that is needed, then written in one step.

use leptos::prelude::*;

use super::block::{At, Filling, lay, write};
use super::columns::Column;
use super::grid::{Ask, Grid, Pending, Step};
use super::sheet::Sheet;
use super::states::lock_words;
use crate::app::{DispatchError, ToastAction};
use crate::i18n::messages::Figures;
use crate::i18n::{Message, Typed, parse_block};
use crate::model::{Command, CommandError, Figure, Reading, far_figures};
use crate::ui::actions::{may_write, refusal};

impl Grid {
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
