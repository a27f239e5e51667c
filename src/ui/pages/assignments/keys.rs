//! Keys and pointer of the matrix, and what they do. All are listened to at the table; a cell tells its place.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::menu::Menu;
use super::sheet::ITEM;
use super::{Matrix, ROLES, letter, say};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::Assignments;
use crate::i18n::to_lower;
use crate::model::{Command, Deadline, Edit, ItemEdit, Role};
use crate::ui::actions::{after_redraw, may_write, perform, perform_undoable, without_scrolling};

/// A cell: the item of its row, and its column. The title is 0, then the bodies, then the deadline.
pub(super) type At = (NodeId, usize);

impl Matrix {
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        if event.is_composing() || event.alt_key() || event.meta_key() {
            return;
        }
        let Some(at) = cell_of(event.target()) else { return };
        if is_input(event.target()) {
            return;
        }
        // After `G` a letter names a page, and no role.
        let is_going = event.key() == "g" && !event.ctrl_key() && !self.is_deadline(at.1);
        let was_going = self.going.try_update_value(|going| std::mem::replace(going, is_going)).unwrap_or_default();
        if was_going && event.key().chars().count() == 1 {
            return;
        }
        if self.key_at_cell(event, &at) {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    fn key_at_cell(self, event: &KeyboardEvent, (row, column): &At) -> bool {
        let last = self.columns.with_untracked(|columns| columns.len() + 1);
        let key = event.key();
        let step = |steps: isize, column: usize| {
            let next = self.sheet.with_untracked(|sheet| sheet.row_from(row, steps).map(|row| row.item.id.clone()));
            self.go((next.unwrap_or_else(|| row.clone()), column));
        };
        let far = isize::try_from(self.sheet.with_untracked(|sheet| sheet.lines.len())).unwrap_or(isize::MAX);
        let with_control = event.ctrl_key();
        match key.as_str() {
            "ArrowUp" => step(-1, *column),
            "ArrowDown" => step(1, *column),
            "PageUp" => step(-10, *column),
            "PageDown" => step(10, *column),
            "ArrowLeft" => step(0, column.saturating_sub(1)),
            "ArrowRight" => step(0, (column + 1).min(last)),
            "Home" => step(if with_control { -far } else { 0 }, 0),
            "End" => step(if with_control { far } else { 0 }, last),
            _ if with_control => return false,
            "Enter" | "F2" | " " => self.open(&(row.clone(), *column)),
            "Delete" | "Backspace" => self.clear(row, *column),
            letter => return self.typed(row, *column, letter),
        }
        true
    }

    /// A letter sets the role; in the column of deadlines it begins the text.
    fn typed(self, row: &NodeId, column: usize, key: &str) -> bool {
        if key.chars().count() != 1 || column == 0 {
            return false;
        }
        if self.is_deadline(column) {
            self.edit_deadline(row, Some(key.to_owned()));
            return true;
        }
        let Some(role) = self.role_of_key(key) else { return false };
        self.assign(row, column, Some(role));
        true
    }

    pub(super) fn role_of_key(self, key: &str) -> Option<Role> {
        let language = self.session.language.get_untracked();
        ROLES.into_iter().find(|role| to_lower(&letter(*role).text(language)) == to_lower(key))
    }

    /// A click opens: the panel, the choice of a role, the field of the deadline.
    pub(super) fn on_click(self, event: &MouseEvent) {
        if is_input(event.target()) {
            return;
        }
        if let Some(at) = cell_of(event.target()) {
            self.cursor.set_value(Some(at.clone()));
            self.place_tab_stop();
            // It is in sight: scrolled, the table would close the choice that opens at it.
            if let Some(cell) = self.element(&at) {
                let _ = cell.focus_with_options(&without_scrolling());
            }
            self.open(&at);
        }
    }

    fn open(self, (row, column): &At) {
        if *column == 0 {
            let is_open = self.selected.with_untracked(|selected| selected.as_ref() == Some(row));
            self.set(ITEM, if is_open { "" } else { row.as_str() });
        } else if !may_write(self.session) {
            // It can be read, and is told why no more can be done.
        } else if self.is_deadline(*column) {
            self.edit_deadline(row, None);
        } else if let Some(cell) = self.element(&(row.clone(), *column)) {
            self.menu.set(Some(Menu::at(&cell, row.clone(), *column)));
        }
    }

    fn clear(self, row: &NodeId, column: usize) {
        if column == 0 || !may_write(self.session) {
            return;
        }
        if self.is_deadline(column) {
            self.write_deadline(row, Deadline::Unset);
        } else {
            self.assign(row, column, None);
        }
    }

    pub(super) fn is_deadline(self, column: usize) -> bool {
        self.columns.with_untracked(|columns| column == columns.len() + 1)
    }

    /// Gives the body of a column its part in a row, or none any more.
    pub(super) fn assign(self, row: &NodeId, column: usize, role: Option<Role>) {
        let body = self.columns.with_untracked(|columns| columns.get(column.wrapping_sub(1)).cloned());
        let cell = self.sheet.with_untracked(|sheet| sheet.row(row)?.cells.get(column.wrapping_sub(1)).cloned());
        let Some((body, cell)) = body.zip(cell) else { return };
        if cell.role == role && cell.parts.len() < 2 {
            return;
        }
        let name = body.short().to_owned();
        let command = Command::Assign { subject: row.clone(), body: body.id.clone(), role, instead_of: cell.parts };
        if let Some(role) = role {
            if perform(self.session, command).is_some() {
                let role = to_lower(&role.text(self.session.language.get_untracked()));
                self.said.set(say(self.session, &Assignments::Set { body: name, role }));
            }
        } else {
            perform_undoable(self.session, command, &Assignments::Removed { body: name });
        }
    }

    pub(super) fn write_deadline(self, row: &NodeId, deadline: Deadline) -> bool {
        let edit = Edit::Item(row.clone(), ItemEdit::Deadline(deadline));
        perform(self.session, Command::Edit(vec![edit])).is_some()
    }

    /// Moves the focus to a cell, drawing rows as far as that one.
    pub(super) fn go(self, at: At) {
        let place = self.sheet.with_untracked(|sheet| sheet.place(&at.0)).unwrap_or_default();
        if place >= self.drawn.get_untracked() {
            self.drawn.set(place + 1);
            self.cursor.set_value(Some(at.clone()));
            after_redraw(move || self.focus(&at));
        } else {
            self.focus(&at);
        }
    }

    pub(super) fn focus(self, at: &At) {
        self.cursor.set_value(Some(at.clone()));
        self.place_tab_stop();
        if let Some(cell) = self.element(at) {
            let _ = cell.focus();
        }
    }

    /// Exactly one cell takes part in the order of Tab, whatever rows and columns come and go.
    pub(super) fn keep_tab_stop(self) {
        Effect::new(move |_| {
            self.sheet.track();
            self.drawn.track();
            self.table.track();
            // After the rows are drawn.
            request_animation_frame(move || {
                if !self.cursor.is_disposed() {
                    self.place_tab_stop();
                }
            });
        });
    }

    fn place_tab_stop(self) {
        let Some(table) = self.table.get_untracked() else { return };
        let wanted = self.cursor.get_value();
        let first = || self.sheet.with_untracked(|sheet| sheet.first_row().map(|row| (row.item.id.clone(), 0)));
        let cell = wanted.and_then(|at| self.element(&at)).or_else(|| self.element(&first()?));
        if let Ok(old) = table.query_selector_all("[data-at][tabindex='0']") {
            for index in 0..old.length() {
                if let Some(old) = old.item(index).and_then(|it| it.dyn_into::<Element>().ok()) {
                    let _ = old.set_attribute("tabindex", "-1");
                }
            }
        }
        if let Some(cell) = cell {
            let _ = cell.set_attribute("tabindex", "0");
        }
    }

    pub(super) fn element(self, (row, column): &At) -> Option<HtmlElement> {
        let table = self.table.get_untracked()?;
        let row = quoted(row);
        table.query_selector(&format!("tr[data-row={row}] [data-at='{column}']")).ok()??.dyn_into().ok()
    }
}

/// An id as a selector writes it: files from elsewhere may hold any.
pub(super) fn quoted(id: &NodeId) -> String {
    format!("'{}'", id.as_str().replace('\\', "\\\\").replace('\'', "\\'"))
}

/// The cell that an event happened in.
fn cell_of(target: Option<web_sys::EventTarget>) -> Option<At> {
    let element = target?.dyn_into::<Element>().ok()?;
    let cell = element.closest("[data-at]").ok()??;
    let row = cell.closest("tr[data-row]").ok()??.get_attribute("data-row")?;
    Some((row.into(), cell.get_attribute("data-at")?.parse().ok()?))
}

fn is_input(target: Option<web_sys::EventTarget>) -> bool {
    target.and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| element.tag_name() == "INPUT")
}
