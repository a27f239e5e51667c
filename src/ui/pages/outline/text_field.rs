//! A text written in a panel: kept when its field is left, brought back by Esc, told what is wrong with it beside it.

use leptos::prelude::*;

use super::state::Page;
use crate::i18n::messages::Outline;
use crate::i18n::{Message as _, nfc};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// What became of a text.
pub enum Kept {
    Yes,
    /// The old text comes back.
    No,
    /// It stays in the field as it was typed, with the reason below.
    Unread(Outline),
}

pub struct TextField {
    pub page: Page,
    pub label: Outline,
    /// Lines that it shows at least.
    pub rows: u8,
    pub value: Memo<String>,
    pub keep: Box<dyn Fn(String) -> Kept + Send + Sync>,
    /// Where Esc leads to.
    pub leave: Box<dyn Fn() + Send + Sync>,
}

pub fn text_field(field: TextField) -> AnyView {
    let TextField { page, label, rows, value, keep, leave } = field;
    let session = page.session();
    let error = RwSignal::new(None::<Outline>);
    // Another line can be chosen at once after it was typed: then nobody reads what stands below the field.
    let unread = StoredValue::new(String::new());
    let named = label.clone();
    on_cleanup(move || {
        if error.try_get_untracked().flatten().is_some()
            && let Some(typed) = unread.try_get_value()
        {
            let language = session.language.get_untracked();
            let field = named.text(language).into_owned();
            session.toast(Outline::NotKept { field, typed }.text(language), None);
        }
    });
    let changed = move |event: leptos::ev::Event| {
        let typed = nfc(event_target_value(&event).trim());
        unread.set_value(typed.clone());
        let kept = if typed == value.get_untracked() { Kept::No } else { keep(typed) };
        error.set(match kept {
            Kept::Unread(reason) => Some(reason),
            // What was typed can mean the value that is there already: it is shown as it is written otherwise.
            Kept::Yes | Kept::No => {
                event_target::<web_sys::HtmlTextAreaElement>(&event).set_value(&value.get_untracked());
                None
            }
        });
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.stop_propagation();
            let field = event_target::<web_sys::HtmlTextAreaElement>(&event);
            field.set_value(&value.get_untracked());
            error.set(None);
            let _ = field.blur();
            leave();
        }
    };
    let reason = move || {
        let reason = error.get()?;
        Some(
            view! { <span class="field-error" role="alert">{status_mark(Status::AtRisk)}{words(&reason)}</span> }
                .into_any(),
        )
    };
    view! {
        <label class="field">
            <span class="field-label">{words(&label)}</span>
            <textarea
                class="input" rows=rows.to_string() readonly=move || !page.is_editable()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get() on:change=changed on:keydown=pressed
            />
            {reason}
        </label>
    }
    .into_any()
}
