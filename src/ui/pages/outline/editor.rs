//! The field that a line is written in, in the place of its text.

use std::cell::Cell;

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::reactive::effect::ImmediateEffect;

use super::rows::Draft;
use super::state::{Editing, Page};
use crate::i18n::messages::Outline;
use crate::model::{Line, Spot};
use crate::ui::actions::after_redraw;
use crate::ui::words;

thread_local! {
    /// Changes that may draw the line being written in another place, and are not drawn yet.
    static UNDRAWN: Cell<u32> = const { Cell::new(0) };
    /// The selection in the field that was taken out of its place.
    static CARET: Cell<Option<(u32, u32)>> = const { Cell::new(None) };
}

/// Browsers say that a field is left when it is merely moved, or goes because the list draws its line in another stretch: until
/// the page is redrawn after a change, by this tab or by another one, it is not.
fn note_changes(page: Page) {
    ImmediateEffect::new_scoped(move || {
        page.session().programme.track();
        page.editing.track();
        UNDRAWN.set(UNDRAWN.get() + 1);
        after_redraw(|| UNDRAWN.set(UNDRAWN.get() - 1));
    });
}

/// Listens as long as the page stays. Of a line that goes while it is written, as another tab deletes it, the text stays as a new
/// line in its place.
pub fn keep_text(page: Page) {
    Effect::new(move |before: Option<Option<(Draft, String)>>| {
        page.rows.track();
        let Some(Editing::Line(id)) = page.editing.get() else { return None };
        let now = page.session().programme.with_untracked(|programme| {
            let title = programme.line(id.as_str())?.title().to_owned();
            let row = page.row(&id)?;
            let siblings = programme.children(row.parent.as_str());
            let after = siblings.into_iter().map(Line::id).take_while(|other| **other != id).last().cloned();
            Some((Draft { spot: Spot { parent: row.parent.clone(), after }, level: row.level }, title))
        });
        if now.is_none() {
            let is_typed = |title: &String| page.text.with_untracked(|text| text != title);
            let left = before.flatten().filter(|(_, title)| is_typed(title));
            page.editing.set(left.map(|(draft, _)| Editing::New(draft)));
        }
        now
    });
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
        hold(&field);
    });
    note_changes(page);
    let left = move |_| {
        // Removed by its own end it is not left: the next line is open already.
        if !is_own() {
            return;
        }
        if UNDRAWN.get() == 0 {
            page.commit();
            return;
        }
        let Some(field) = field.get_untracked() else { return };
        CARET.set(field.selection_start().ok().flatten().zip(field.selection_end().ok().flatten()));
        after_redraw(move || {
            if field.is_connected() {
                hold(&field);
            }
        });
    };
    view! {
        <textarea
            class="row-text" rows="1" spellcheck="false" aria-label=words(&label) placeholder=placeholder node_ref=field
            prop:value=page.text.get_untracked()
            on:input=move |event| {
                page.text.set(event_target_value(&event));
                field.with_untracked(|field| field.as_ref().map(|field| fit(field)));
            }
            on:keydown=move |event| pressed(page, &event)
            on:blur=left
        />
    }
    .into_any()
}

/// Gives a field the focus, with the caret where it was or else at the end, where people go on writing.
fn hold(field: &web_sys::HtmlTextAreaElement) {
    let _ = field.focus();
    let end = || u32::try_from(field.value().encode_utf16().count()).unwrap_or_default();
    let (from, until) = CARET.take().unwrap_or_else(|| (end(), end()));
    let _ = field.set_selection_range(from, until);
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
        ("Enter", false, false) => page.commit_and_add(),
        ("Enter", false, true) => page.commit_and_stay(),
        ("Escape", ..) => page.drop_text(),
        ("Tab", false, outwards) => page.shift(!outwards),
        ("ArrowUp", true, false) => page.move_line(false),
        ("ArrowDown", true, false) => page.move_line(true),
        ("ArrowLeft", true, true) => page.shift(false),
        ("ArrowRight", true, true) => page.shift(true),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}
