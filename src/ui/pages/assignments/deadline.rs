//! Deadlines as typed text: in the matrix's last column, and as a field of a form.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::{Matrix, say, year_of};
use crate::app::Session;
use crate::document::NodeId;
use crate::i18n::messages::Assignments;
use crate::i18n::{Language, Message, deadline_words, read_deadline};
use crate::model::{Deadline, Item};
use crate::ui::actions::{after_redraw, may_write};
use crate::ui::components::status_mark::{Status, status_mark};

const INPUT: &str = "matrix-deadline";
const QUESTION: &str = "matrix-deadline-error";

/// What stands in a field: nothing for a deadline that is not said.
fn editable(deadline: &Deadline, language: Language) -> String {
    if *deadline == Deadline::Unset { String::new() } else { deadline_words(deadline, language) }
}

impl Matrix {
    /// Opens the field of a row; a key that was pressed begins its text.
    pub(super) fn edit_deadline(self, row: &NodeId, begin: Option<String>) {
        if !may_write(self.session) {
            return;
        }
        self.unread.set(String::new());
        self.begun.set_value(begin);
        self.editing.set(Some(row.clone()));
    }

    /// Writes what was typed; what cannot be read stays, with the reason below it.
    fn commit_deadline(self, row: &NodeId, text: &str) -> bool {
        let Some(deadline) = read_deadline(text, year_of(self.session)) else {
            self.unread.set(text.trim().to_owned());
            return false;
        };
        let is_done = self.write_deadline(row, deadline);
        self.close_deadline();
        is_done
    }

    fn close_deadline(self) {
        self.editing.set(None);
        self.unread.set(String::new());
    }
}

pub(super) fn input(matrix: Matrix, item: &Item, at: usize) -> AnyView {
    let language = matrix.session.language.get_untracked();
    let id = StoredValue::new(item.id.clone());
    let begun = matrix.begun.try_update_value(Option::take).flatten();
    let is_begun = begun.is_some();
    let text = begun.unwrap_or_else(|| editable(&item.deadline, language));
    let focus = move |steps: isize| {
        let next = id.with_value(|id| {
            matrix.sheet.with_untracked(|sheet| sheet.row_from(id, steps).map(|row| row.item.id.clone()))
        });
        if let Some(next) = next {
            // The cell takes the place of the field first.
            after_redraw(move || matrix.focus(&(next, at)));
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                let text = event_target_value(&event);
                if id.with_value(|id| matrix.commit_deadline(id, &text)) {
                    focus(if event.shift_key() { -1 } else { 1 });
                }
            }
            "Escape" => {
                matrix.close_deadline();
                focus(0);
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let left = move |event: FocusEvent| {
        let is_open = matrix.editing.try_with_untracked(|it| id.try_with_value(|id| it.as_ref() == Some(id)));
        if is_open == Some(Some(true)) {
            let text = event_target_value(&event);
            id.with_value(|id| matrix.commit_deadline(id, &text));
        }
    };
    // At once, not with the next frame: the keys that follow the first belong to the field.
    let place = NodeRef::<Input>::new();
    Effect::new(move |_| {
        let Some(input) = place.get() else { return };
        let _ = input.focus();
        if !is_begun {
            input.select();
        }
    });
    let is_unread = move || matrix.unread.with(|text| !text.is_empty());
    let label = Assignments::DeadlineOf { title: item.title.clone() }.text(language).into_owned();
    view! {
        <input
            id=INPUT class="input" aria-label=label autocomplete="off" prop:value=text node_ref=place
            aria-invalid=move || is_unread().then_some("true")
            aria-describedby=move || is_unread().then_some(QUESTION) on:keydown=pressed on:blur=left
        />
    }
    .into_any()
}

/// Below the row: what could not be read, and what can.
pub(super) fn question(matrix: Matrix) -> AnyView {
    let columns = move || matrix.columns.with(|columns| (columns.len() + 2).to_string());
    (move || {
        let text = matrix.unread.get();
        (!text.is_empty()).then(|| {
            let words = Assignments::DeadlineUnread { text }.text(matrix.session.language.get()).into_owned();
            view! {
                <tr class="is-message" role="row">
                    <td colspan=columns role="gridcell"><p class="field-error" id=QUESTION role="alert">{status_mark(Status::Missed)}{words}</p></td>
                </tr>
            }
            .into_any()
        })
    })
    .into_any()
}

/// A deadline in a form, written when the field is left; Esc brings back what is there. A body's `own` one says so in
/// its place, as its label is not seen.
pub(super) fn field(
    session: Session,
    id: String,
    label: AnyView,
    own: bool,
    deadline: Memo<Deadline>,
    write: impl Fn(Deadline) + Clone + 'static,
) -> AnyView {
    let unread = RwSignal::new(String::new());
    let shown = move || deadline.with(|deadline| editable(deadline, session.language.get()));
    let changed = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        match read_deadline(&text, year_of(session)) {
            Some(read) => {
                unread.set(String::new());
                let is_same = deadline.with_untracked(|now| *now == read);
                // What was typed gives way to how it is written here.
                event_target::<HtmlInputElement>(&event).set_value(&editable(&read, session.language.get_untracked()));
                if !is_same {
                    write(read);
                }
            }
            None => unread.set(text.trim().to_owned()),
        }
    };
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            unread.set(String::new());
            event_target::<HtmlInputElement>(&event).set_value(&untrack(shown));
            event.stop_propagation();
        }
    };
    let is_unread = move || unread.with(|text| !text.is_empty());
    let error = format!("{id}-error");
    let described = error.clone();
    let problem = move || {
        unread.with(|text| {
            (!text.is_empty()).then(|| {
                let words = say(session, &Assignments::DeadlineUnread { text: text.clone() });
                view! { <span class="field-error" id=error.clone() role="alert">{status_mark(Status::Missed)}{words}</span> }
                    .into_any()
            })
        })
    };
    let placeholder = move || own.then(|| Assignments::OwnDeadlineShort.text(session.language.get()).into_owned());
    let hint = move || Assignments::DeadlineHint.text(session.language.get()).into_owned();
    view! {
        <label class="field">
            <span class="field-label">{label}</span>
            <input
                class="input" id=id autocomplete="off" title=hint placeholder=placeholder prop:value=shown
                readonly=move || session.is_read_only() aria-invalid=move || is_unread().then_some("true")
                aria-describedby=move || is_unread().then(|| described.clone()) on:change=changed on:keydown=pressed
            />
            {problem}
        </label>
    }
    .into_any()
}
