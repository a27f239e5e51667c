//! Keys, pointer and clipboard of the grid. All are listened to at the table; the cell tells its place.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::{ClipboardEvent, Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::block::{At, Filling};
use super::grid::{Ask, Grid, Pending, Step};
use crate::i18n::messages::Figures;
use crate::i18n::{Message as _, Typed};
use crate::ui::actions::clipboard;

/// The buttons of the question under a row.
const ANSWERS: &str = ".grid-message button";

impl Grid {
    pub fn on_key(self, event: &KeyboardEvent) {
        // A letter that is still being composed belongs to the input method.
        if event.is_composing() {
            return;
        }
        let key = event.key();
        if place(event.target()).is_none() {
            if self.key_at_answer(event, &key) {
                event.prevent_default();
                event.stop_propagation();
            }
            return;
        }
        if matches!(key.as_str(), "Shift" | "Control" | "Alt" | "Meta") {
            return;
        }
        let is_done = if self.editing.with_untracked(Option::is_some) {
            self.key_in_input(event, &key)
        } else if self.asks() {
            self.key_at_question(event, &key)
        } else {
            // A refusal has been read: the next key goes on, and Escape has done its part.
            let was_refused = self.pending.with_untracked(Option::is_some);
            self.pending.set(None);
            was_refused && key == "Escape" || self.key_at_cell(event, &key)
        };
        if is_done {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// Something waits for an answer, and was not merely refused.
    fn asks(self) -> bool {
        self.pending.with_untracked(|pending| pending.as_ref().is_some_and(|pending| pending.refusal.is_none()))
    }

    fn key_in_input(self, event: &KeyboardEvent, key: &str) -> bool {
        let is_select = element(event.target()).is_some_and(|it| it.tag_name() == "SELECT");
        match key {
            "Enter" => self.commit(if event.shift_key() { Step::Up } else { Step::Down }),
            "Tab" => self.commit(if event.shift_key() { Step::Left } else { Step::Right }),
            "ArrowUp" if !is_select => self.commit(Step::Up),
            "ArrowDown" if !is_select => self.commit(Step::Down),
            "Escape" => self.drop_edit(),
            _ => return false,
        }
        true
    }

    /// What waits was typed into one cell, and is typed anew when the next key comes.
    fn asks_of_one(self) -> bool {
        self.pending.with_untracked(|pending| {
            pending.as_ref().is_some_and(|it| !it.is_block && matches!(it.asks, Ask::Nothing | Ask::Sure))
        })
    }

    /// No key of a number answers: whoever saw no question types the number again, and it is the cell's new text.
    fn key_at_question(self, event: &KeyboardEvent, key: &str) -> bool {
        let with_control = event.ctrl_key() || event.meta_key() || event.alt_key();
        let is_clear = self.pending.with_untracked(|pending| {
            pending.as_ref().is_some_and(|it| it.asks == Ask::Nothing && !it.cells.iter().any(Filling::is_ambiguous))
        });
        match key {
            "Escape" => self.drop_edit(),
            "Enter" | "F2" if self.asks_of_one() => self.edit(None),
            "Enter" if is_clear => self.accept(""),
            "Enter" | "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" => self.to_answer(true),
            "Tab" if !event.shift_key() => self.to_answer(true),
            _ if with_control => return false,
            letter if letter.chars().count() == 1 && self.asks_of_one() => self.edit(Some(letter.to_owned())),
            _ => return false,
        }
        true
    }

    /// Keys at a button of the question. Enter and the space bar press it, as any button.
    fn key_at_answer(self, event: &KeyboardEvent, key: &str) -> bool {
        let is_answer = element(event.target()).is_some_and(|it| it.matches(ANSWERS).unwrap_or(false));
        let with_control = event.ctrl_key() || event.meta_key() || event.alt_key();
        match key {
            _ if !is_answer || !self.asks() || with_control => return false,
            "Escape" => self.drop_edit(),
            "ArrowRight" | "ArrowDown" => self.to_answer(true),
            "ArrowLeft" | "ArrowUp" => self.to_answer(false),
            letter if letter.chars().count() == 1 && letter != " " && self.asks_of_one() => {
                self.edit(Some(letter.to_owned()));
            }
            _ => return false,
        }
        true
    }

    /// Moves the focus to the next answer, or the one before; from elsewhere to the first.
    fn to_answer(self, forwards: bool) {
        let Some(found) = self.table.get_untracked().and_then(|table| table.query_selector_all(ANSWERS).ok()) else {
            return;
        };
        let answers: Vec<HtmlElement> =
            (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok()).collect();
        let active = document().active_element();
        let at =
            answers.iter().position(|answer| active.as_ref().is_some_and(|active| answer.is_same_node(Some(active))));
        let next = match at {
            None => 0,
            Some(at) if forwards => (at + 1) % answers.len(),
            Some(at) => (at + answers.len() - 1) % answers.len(),
        };
        if let Some(answer) = answers.get(next) {
            let _ = answer.focus();
        }
    }

    fn key_at_cell(self, event: &KeyboardEvent, key: &str) -> bool {
        let with_control = event.ctrl_key() || event.meta_key();
        let extends = event.shift_key();
        let sheet = self.now();
        let (row, column) = self.cursor.get_untracked();
        let (last_row, last_column) = (sheet.rows.len().saturating_sub(1), sheet.columns.len().saturating_sub(1));
        match key {
            "ArrowUp" => self.step(Step::Up, extends),
            "ArrowDown" => self.step(Step::Down, extends),
            "ArrowLeft" => self.step(Step::Left, extends),
            "ArrowRight" => self.step(Step::Right, extends),
            "Home" => self.go((if with_control { 0 } else { row }, 0), extends),
            "End" => self.go((if with_control { last_row } else { row }, last_column), extends),
            "a" | "A" if with_control => {
                self.anchor.set((0, 0));
                self.go((last_row, last_column), true);
            }
            _ if with_control || event.alt_key() => return false,
            "Enter" | "F2" => self.edit(None),
            "Delete" | "Backspace" => self.clear(),
            "Escape" if self.anchor.get_untracked() != (row, column) => self.go((row, column), false),
            letter if letter.chars().count() == 1 && letter != " " => self.edit(Some(letter.to_owned())),
            _ => return false,
        }
        true
    }

    /// A click goes to a cell; a second one, or a tap, opens it.
    pub fn on_click(self, event: &MouseEvent) {
        let Some(at) = place(event.target()) else { return };
        let is_cursor = self.cursor.get_untracked() == at;
        let is_typing = self.editing.with_untracked(Option::is_some);
        // A refused input and a question stand until they are mended, answered or dropped: a click elsewhere would lose
        // what was typed.
        if is_typing || self.asks() {
            if is_cursor && !is_typing && self.asks_of_one() {
                self.edit(None);
            } else if !(is_typing && is_cursor) {
                self.focus();
            }
            return;
        }
        self.pending.set(None);
        let is_touch = js_sys::Reflect::get(event, &JsValue::from_str("pointerType")).is_ok_and(|kind| kind == "touch");
        if event.shift_key() {
            self.cursor.set(at);
            self.focus();
        } else if self.now().is_typed(at) && (is_touch || is_cursor && event.detail() > 1) {
            self.cursor.set(at);
            self.edit(None);
        } else {
            self.go(at, false);
        }
    }

    /// The input lost the focus to something else: what stands in it is written.
    pub fn leave(self) {
        let is_open = self.editing.with_untracked(Option::is_some) && self.pending.with_untracked(Option::is_none);
        if is_open {
            self.commit(Step::Leave);
        }
    }

    pub fn on_copy(self, event: &ClipboardEvent) {
        if self.editing.with_untracked(Option::is_some) || place(event.target()).is_none() {
            return;
        }
        let (from, to) = untrack(|| self.selection());
        let (sheet, language) = (self.now(), self.session.language.get_untracked());
        let mut text = String::new();
        for row in sheet.rows.iter().skip(from.0).take(to.0 - from.0 + 1) {
            for column in from.1..=to.1 {
                if column > from.1 {
                    text.push('\t');
                }
                text.push_str(&sheet.text(row, sheet.columns[column], language).replace(['\t', '\n'], " "));
            }
            text.push('\n');
        }
        if let Some(clipboard) = event.clipboard_data() {
            let _ = clipboard.set_data("text/plain", text.trim_end_matches('\n'));
            event.prevent_default();
            self.said.set(Figures::Copied.text(language).into_owned());
        }
    }

    pub fn on_paste(self, event: &ClipboardEvent) {
        let text = event.clipboard_data().and_then(|it| it.get_data("text/plain").ok()).unwrap_or_default();
        let is_typing = self.editing.with_untracked(Option::is_some);
        let is_block = text.trim_end().contains(['\t', '\n']);
        // A single value goes into the open input, like any text.
        if place(event.target()).is_none() || is_typing && !is_block {
            return;
        }
        event.prevent_default();
        self.paste(&text);
    }

    /// The button: reads the clipboard where the browser allows it, else gives a field to paste into.
    pub fn paste_from_clipboard(self) {
        self.focus();
        let read = clipboard().map(|clipboard| clipboard.read_text());
        leptos::task::spawn_local(async move {
            let text = match read {
                Some(read) => wasm_bindgen_futures::JsFuture::from(read).await.ok().and_then(|text| text.as_string()),
                None => None,
            };
            let Some(at) = self.cursor.try_get_untracked() else { return };
            match text.filter(|text| !text.trim().is_empty()) {
                Some(text) => self.paste(&text),
                None if self.may_write(at) => {
                    let cells = vec![Filling { at, text: String::new(), typed: Typed::Nothing }];
                    self.pending.set(Some(Pending { cells, asks: Ask::Paste, ..Pending::default() }));
                    self.focus();
                }
                None => {}
            }
        });
    }
}

/// The cell that an event happened in.
fn place(target: Option<leptos::web_sys::EventTarget>) -> Option<At> {
    let cell = element(target)?.closest("[data-at]").ok()??;
    let text = cell.get_attribute("data-at")?;
    let (row, column) = text.split_once('.')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

fn element(target: Option<leptos::web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}
