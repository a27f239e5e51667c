//! The field that a line is written in, in the place of its text.

use std::cell::Cell;

use leptos::html::Textarea;
use leptos::prelude::*;

use super::state::{Editing, Page};
use crate::i18n::messages::Outline;
use crate::ui::actions::after_redraw;
use crate::ui::words;

thread_local! {
    static REDRAWING: Cell<bool> = const { Cell::new(false) };
}

/// Does what may draw the line being written in another place. Some browsers say that a field is left when it is merely
/// moved, or goes because the list draws its line in another stretch: until the page is redrawn it is not.
fn written_on(act: impl FnOnce()) {
    REDRAWING.set(true);
    act();
    after_redraw(|| REDRAWING.set(false));
}

pub fn editor(page: Page, own: Editing, label: Outline) -> AnyView {
    let field = NodeRef::<Textarea>::new();
    let placeholder = if matches!(own, Editing::New(_)) { words(&Outline::NewItem)() } else { String::new() };
    // The page may have gone when its field is told to have been left.
    let is_own = move || match (page.editing.try_get_untracked().flatten(), &own) {
        (Some(Editing::New(_)), Editing::New(_)) => true,
        (now, own) => now.as_ref() == Some(own),
    };
    let is_written = is_own.clone();
    Effect::new(move |_| {
        page.editing.track();
        let Some(field) = field.get().filter(|_| is_written()) else { return };
        // The field of a new line stays for the next one, which begins with nothing.
        field.set_value(&page.text.get_untracked());
        fit(&field);
        let _ = field.focus();
        // The caret goes to the end, where people go on writing.
        let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or_default();
        let _ = field.set_selection_range(end, end);
    });
    view! {
        <textarea
            class="row-text" rows="1" spellcheck="false" aria-label=words(&label) placeholder=placeholder node_ref=field
            prop:value=page.text.get_untracked()
            on:input=move |event| {
                page.text.set(event_target_value(&event));
                field.with_untracked(|field| field.as_ref().map(|field| fit(field)));
            }
            on:keydown=move |event| pressed(page, &event)
            // Removed by its own end it is not left: the next line is open already.
            on:blur=move |_| if is_own() && !REDRAWING.get() { page.commit(); }
        />
    }
    .into_any()
}

/// As high as its text, where the style sheet alone cannot do it.
fn fit(field: &web_sys::HtmlElement) {
    let _ = field.set_attribute("style", "block-size:auto");
    let style = format!("block-size:{}px", field.scroll_height());
    let _ = field.set_attribute("style", &style);
}

fn pressed(page: Page, event: &web_sys::KeyboardEvent) {
    // Enter and Esc while a syllable is being composed belong to the keyboard.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    match (event.key().as_str(), event.alt_key(), event.shift_key()) {
        ("Enter", false, false) => written_on(|| page.commit_and_add()),
        ("Enter", false, true) => page.commit_and_stay(),
        ("Escape", ..) => page.drop_text(),
        ("Tab", false, outwards) => written_on(|| page.shift(!outwards)),
        ("ArrowUp", true, false) => written_on(|| page.move_line(false)),
        ("ArrowDown", true, false) => written_on(|| page.move_line(true)),
        ("ArrowLeft", true, true) => written_on(|| page.shift(false)),
        ("ArrowRight", true, true) => written_on(|| page.shift(true)),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}
