//! The command palette: one box to go anywhere, do anything and find any line, without tone marks.

mod hits;

use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use self::hits::{Act, Hit, Mark, hits};
use crate::app::use_session;
use crate::i18n::Message;
use crate::i18n::messages::{Palette, Shell};
use crate::ui::actions::{copy_reminder, focus_content, show};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::status_mark;
use crate::ui::{shown_page, words};

const LIST: &str = "palette-list";

/// The palette's place in the page. It is drawn while it is open.
pub fn palette(is_open: RwSignal<bool>, show_keys: RwSignal<bool>) -> AnyView {
    (move || is_open.get().then(|| dialog(is_open, show_keys))).into_any()
}

fn dialog(is_open: RwSignal<bool>, show_keys: RwSignal<bool>) -> AnyView {
    let session = use_session();
    let field = NodeRef::<Input>::new();
    let query = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    // The measure whose commands are shown; the first one that is found unless another was gone on from.
    let about = RwSignal::new(None);
    let found = Memo::new_with_compare(
        move |_| query.with(|query| about.with(|about| hits(session, query, about.as_ref()))),
        |_, _| true,
    );

    let perform = move |at: usize| {
        let Some(act) = found.with_untracked(|found| found.get(at).map(|hit| hit.act.clone())) else { return };
        if let Act::Search(word) = act {
            about.set(None);
            query.set(word);
            return;
        }
        is_open.set(false);
        // After the dialog has given the focus back.
        request_animation_frame(move || match act {
            Act::Go(route) => session.go(&route),
            Act::Open(place) => drop(session.open(&place)),
            Act::Do(act) => act(session),
            Act::ShowKeys => show_keys.set(true),
            Act::Copy(text) => copy_reminder(session, text),
            Act::Search(_) => {}
        });
    };
    let pressed = move |event: web_sys::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let count = found.with_untracked(Vec::len);
        let measure = found.with_untracked(|found| found.get(chosen.get_untracked())?.measure().cloned());
        match event.key().as_str() {
            "ArrowDown" if count > 0 => chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" => perform(chosen.get_untracked()),
            // From a measure to what can be done with it; from anywhere else it goes where it always does.
            "Tab" if measure.is_some() && !event.shift_key() => {
                about.set(measure);
                let is_deed = |hit: &Hit| matches!(hit.group, Palette::CommandsFor { .. });
                chosen.set(found.with_untracked(|found| found.iter().position(is_deed)).unwrap_or_default());
            }
            _ => return,
        }
        event.prevent_default();
    };
    Effect::new(move |_| {
        let element = document().get_element_by_id(&option_id(chosen.get()));
        element.inspect(show);
    });
    let rows = move || {
        let language = session.language.get();
        found.with(|found| {
            let mut group = None;
            let mut rows: Vec<AnyView> = Vec::with_capacity(found.len() + 4);
            for (at, hit) in found.iter().enumerate() {
                if group.as_ref() != Some(&hit.group) {
                    rows.push(
                        view! { <li role="presentation" class="palette-group">{hit.group.text(language)}</li> }
                            .into_any(),
                    );
                    group = Some(hit.group.clone());
                }
                rows.push(row(hit, at, chosen, move || perform(at)));
            }
            rows
        })
    };
    let nothing = move || {
        let query = query.get();
        found.with(|found| found.iter().all(|hit| matches!(hit.act, Act::Search(_)))).then(|| {
            let words = Palette::Nothing { query }.text(session.language.get()).into_owned();
            view! { <p class="palette-nothing" role="status">{words}</p> }.into_any()
        })
    };
    let tab = move || {
        let has_measure = found.with(|found| found.iter().any(|hit| hit.measure().is_some()));
        has_measure.then(|| view! { <li><kbd>"Tab"</kbd> {words(&Palette::MoreCommands)}</li> }.into_any())
    };
    let active = move || found.with(|found| (!found.is_empty()).then(|| option_id(chosen.get())));
    let content = view! {
        <div class="palette-input">
            {icon(Icon::Search)}
            <input
                role="combobox" aria-expanded="true" aria-controls=LIST aria-autocomplete="list" aria-label=words(&Shell::SearchOrCommand)
                aria-activedescendant=active placeholder=words(&Palette::Hint) autocomplete="off" spellcheck="false" node_ref=field
                prop:value=move || query.get()
                on:input=move |event| { about.set(None); query.set(event_target_value(&event)); chosen.set(0); }
                on:keydown=pressed
            />
            <kbd>"Esc"</kbd>
        </div>
        {nothing}
        <ul class="palette-results" role="listbox" id=LIST aria-label=words(&Palette::Results)>{rows}</ul>
        <footer class="palette-foot">
            <ul class="key-hints">
                <li><kbd>"↑"</kbd><kbd>"↓"</kbd> {words(&Palette::Choose)}</li>
                <li><kbd>"Enter"</kbd> {words(&Palette::ToOpen)}</li>
                {tab}
            </ul>
            <span>{words(&Palette::OnlyCommands)}</span>
        </footer>
    };
    let dialog = modal("palette", &Shell::SearchOrCommand, is_open, content.into_any());
    // Once the dialog is open.
    Effect::new(move |_| field.get().map(|field| field.focus()));
    dialog
}

fn option_id(at: usize) -> String {
    format!("palette-{at}")
}

fn row(hit: &Hit, at: usize, chosen: RwSignal<usize>, perform: impl Fn() + 'static) -> AnyView {
    let sign = match hit.mark {
        Mark::Icon(sign) => icon(sign).into_any(),
        Mark::Status(status) => status_mark(status).into_any(),
    };
    let mut title: Vec<AnyView> = Vec::new();
    let mut from = 0;
    for range in &hit.found {
        title.push(hit.title[from..range.start].to_owned().into_any());
        title.push(view! { <mark>{hit.title[range.clone()].to_owned()}</mark> }.into_any());
        from = range.end;
    }
    title.push(hit.title[from..].to_owned().into_any());
    let keys: Vec<AnyView> = hit.keys.iter().map(|key| view! { <kbd>{*key}</kbd> }.into_any()).collect();
    let spoken = (!hit.spoken.is_empty())
        .then(|| view! { <span class="visually-hidden">{format!(", {}", hit.spoken)}</span> }.into_any());
    let spark = (!hit.spark.is_empty())
        .then(|| view! { <span class="result-spark" inner_html=hit.spark.clone()></span> }.into_any());
    let value = (!hit.value.is_empty()).then(|| view! { <b>{hit.value.clone()}</b> " " }.into_any());
    view! {
        <li
            role="option" id=option_id(at) aria-selected=move || (chosen.get() == at).to_string()
            on:click=move |_| perform() on:pointermove=move |_| if chosen.get_untracked() != at { chosen.set(at) }
        >
            {sign}
            <span>{title} " " <span class="result-note">{hit.note.clone()}</span>{spoken}</span>
            <span class="result-end">
                {spark}
                {value}
                {hit.end.clone()}{keys}
            </span>
        </li>
    }
    .into_any()
}

/// A dialog that opens over the page once it is drawn: the browser keeps the focus inside, and gives it back. What closes it is told at
/// once by `cancel`; `close` comes a task later, when the keys that open it may have been pressed again.
pub(super) fn modal(class: &'static str, name: &dyn Message, is_open: RwSignal<bool>, content: AnyView) -> AnyView {
    let place = NodeRef::<Dialog>::new();
    Effect::new(move |_| place.get().map(|dialog| dialog.show_modal()));
    // Taken out of the page while open, it would not give the focus back; and where the browser's way back has led to another page
    // beneath it, there is nothing to give it back to.
    let page = shown_page();
    let opened_over = page.get_untracked();
    on_cleanup(move || {
        if let Some(dialog) = place.try_get_untracked().flatten() {
            dialog.close();
        }
        if page.try_get_untracked().is_some_and(|now| now != opened_over) {
            focus_content();
        }
    });
    // A press on the page beside the dialog is a press on the dialog itself, not on what it holds.
    let pressed = move |event: web_sys::MouseEvent| {
        if event.target().is_some_and(|target| target.has_type::<web_sys::HtmlDialogElement>()) {
            is_open.set(false);
        }
    };
    view! {
        <dialog
            class=class aria-label=words(name) node_ref=place on:click=pressed
            on:cancel=move |_: web_sys::Event| is_open.set(false) on:close=move |_| is_open.set(false)
        >
            {content}
        </dialog>
    }
    .into_any()
}
