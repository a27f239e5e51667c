//! An official document becomes a programme: chosen or pasted, read on this machine, looked through, then made.

mod compared;
mod editor;
mod review;
mod source;
mod structure;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;

use self::review::{Pick, Review, Work};
use super::handed::Handed;
use crate::app::{Route, Session, use_session};
use crate::documents::{self, Draft};
use crate::i18n::Message;
use crate::i18n::messages::Import;
use crate::ui::actions::{self, chosen_files, dropped_files, read_file};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::shell::keys::{is_inside, is_typing};
use crate::ui::words;

/// The states that a review went through.
type States = Vec<Work>;

pub fn import() -> AnyView {
    let session = use_session();
    // What was handed over is read, whatever was being looked through before.
    let states = RwSignal::new(review::take_left().filter(|_| !super::handed::is_waiting()));
    // A review belongs to its view: what a click makes would go with the view that was clicked.
    (move || match states.get() {
        None => choice(session, states),
        Some(found) => looking_through(session, Review::new(found), states),
    })
    .into_any()
}

/// A review that was left is given up.
pub fn forget_left() {
    drop(review::take_left());
}

/// Choosing a file, or pasting a text.
fn choice(session: Session, states: RwSignal<Option<States>>) -> AnyView {
    let failure = RwSignal::new(None::<String>);
    let is_over = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    // Rich text says by its markup what a plain one loses: numbering, tables.
    let rich = RwSignal::new(None::<String>);
    let begin = move |draft: Draft| states.set(Some(vec![Work::new(draft)]));
    let read = move |files: Vec<web_sys::File>| {
        let Some(file) = files.into_iter().next() else { return };
        failure.set(None);
        spawn_local(async move {
            let language = session.language.get_untracked();
            let found = match read_file(&file).await {
                Some(bytes) => documents::read(&bytes).map_err(|error| error.text(language).into_owned()),
                None => Err(Import::NotReadable.text(language).into_owned()),
            };
            match found {
                Ok(draft) => begin(draft),
                Err(why) => {
                    failure.set(Some(Import::CannotRead { name: file.name(), why }.text(language).into_owned()));
                }
            }
        });
    };
    match super::handed::take() {
        Some(Handed::File(file)) => read(vec![file]),
        Some(Handed::Text(_, Some(html))) => begin(documents::read_html(&html)),
        Some(Handed::Text(plain, None)) => begin(documents::read_text(&plain)),
        None => {}
    }
    let pasted = move |event: web_sys::ClipboardEvent| {
        let html = event.clipboard_data().and_then(|data| data.get_data("text/html").ok());
        // Into an empty field: else it is a part of what is read.
        rich.set(html.filter(|html| !html.is_empty() && text.with_untracked(|text| text.trim().is_empty())));
    };
    let read_text = move |_| {
        begin(match rich.get_untracked() {
            Some(html) => documents::read_html(&html),
            None => documents::read_text(&text.get_untracked()),
        });
    };
    let has_text = Memo::new(move |_| text.with(|text| !text.trim().is_empty()));
    let typed = move |event: web_sys::Event| {
        text.set(event_target_value(&event));
        // A text changed by hand is no longer what was pasted.
        if event.unchecked_ref::<web_sys::InputEvent>().input_type() != "insertFromPaste" {
            rich.set(None);
        }
    };
    view! {
        <div class="import-choice">
            {steps(0)}
            <div class="page-heading">
                <div><h1 class="page-title">{words(&Import::Title)}</h1><p class="headline-note">{words(&Import::Lead)}</p></div>
            </div>
            {super::library::failed(failure)}
            <div
                class="drop-zone" class:is-over=is_over
                on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
                on:dragleave=move |_| is_over.set(false)
                on:drop=move |event| { event.prevent_default(); is_over.set(false); read(dropped_files(&event)); }
            >
                <span class="drop-icon">{icon(Icon::FileUp)}</span>
                <div><p>{words(&Import::Drop)}</p></div>
                <label class="button is-primary">
                    {words(&Import::Choose)}
                    <input
                        type="file" class="visually-hidden" accept=".docx,.txt,.md,.html,.htm"
                        on:change=move |event| read(chosen_files(&event))
                    />
                </label>
            </div>
            <label class="field">
                <span class="field-label">{words(&Import::PasteLabel)}</span>
                <textarea class="input" rows="8" placeholder=words(&Import::PasteHint) on:paste=pasted on:input=typed></textarea>
            </label>
            <p class="page-actions">
                <Show when=move || has_text.get()>
                    <button class="button" on:click=read_text>{words(&Import::Read)}</button>
                </Show>
            </p>
        </div>
    }
    .into_any()
}

/// How far it is to a programme.
fn steps(now: usize) -> AnyView {
    let step = |(index, name): (usize, Import)| {
        let mark = if index < now { icon(Icon::Check).into_any() } else { (index + 1).into_any() };
        let current = (index == now).then_some("step");
        view! { <li aria-current=current><span class="step-number">{mark}</span> {words(&name)}</li> }.into_any()
    };
    let names = [Import::StepRead, Import::StepReview, Import::StepCreate];
    let steps: Vec<AnyView> = names.into_iter().enumerate().map(step).collect();
    view! { <ol class="import-steps" aria-label=words(&Import::Steps)>{steps}</ol> }.into_any()
}

fn looking_through(session: Session, found: Review, states: RwSignal<Option<States>>) -> AnyView {
    // Given up or made a programme, it is over.
    on_cleanup(move || {
        if states.try_with_untracked(Option::is_some) == Some(true) {
            found.leave();
        }
    });
    listen(found);
    // The chosen words and their row are brought into view, wherever the choice was made.
    Effect::new(move |_| {
        let Some(pick) = found.chosen.get() else { return };
        let line = found.work.with_untracked(|work| work.place(pick).line);
        request_animation_frame(move || {
            show(&structure::row_id(pick));
            show(&source::line_id(line));
        });
    });
    let title = move || {
        let number = found.work.with(|work| work.draft.document.number.clone());
        Import::ReviewTitle { number }.text(session.language.get()).into_owned()
    };
    let left = move || {
        let count = found.work.with(|work| work.unseen().len());
        let message = if count == 0 { Import::AllSeen } else { Import::Left { count } };
        message.text(session.language.get()).into_owned()
    };
    let is_left = move || found.work.with(|work| !work.unseen().is_empty());
    let later = words(&Import::LeftNote);
    let create = move |_| {
        let language = session.language.get_untracked();
        let accepted = found.work.with_untracked(review::Work::accepted);
        match session.import_draft(&accepted) {
            Ok(()) => {
                let title = session.programme.with_untracked(|programme| programme.head().title.clone());
                session.toast(Import::Created { title }.text(language), None);
                session.go(&Route::Outline { item: None });
                states.set(None);
            }
            Err(error) => session.toast(error.text(language), None),
        }
    };
    view! {
        <h1 class="visually-hidden">{title}</h1>
        {steps(1)}
        <div class="import-layout">{source::source(found)} {structure::structure(found)}</div>
        <footer class="action-bar import-foot">
            <p class="action-note"><b>{left}</b> " " {move || is_left().then(later)}</p>
            <ul class="key-hints">
                <li><span><kbd>"J"</kbd><kbd>"K"</kbd></span> {words(&Import::KeyMove)}</li>
                <li><kbd>"N"</kbd> {words(&Import::KeyNext)}</li>
            </ul>
            <button class="button is-quiet" disabled=move || !found.can_undo() on:click=move |_| found.undo()>
                {icon(Icon::Undo2)} {words(&Import::UndoLast)}
            </button>
            <button class="button" on:click=move |_| states.set(None)>{words(&Import::Cancel)}</button>
            <button class="button is-primary" on:click=create>{words(&Import::Create)}</button>
        </footer>
    }
    .into_any()
}

fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        actions::show(&element);
    }
}

/// N goes to the next place worth a look, J and K from find to find, E or Enter into its fields, Delete takes it out.
fn listen(review: Review) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let is_undo = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z");
        if is_undo && !is_typing(&event) {
            review.undo();
            return event.prevent_default();
        }
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() || is_typing(&event) {
            return;
        }
        let chosen = review.chosen.get_untracked();
        let is_button = is_inside(&event, "button, a");
        match (event.key().as_str(), chosen) {
            ("n" | "N", _) => review.next(),
            ("j" | "J" | "ArrowDown", _) => step(review, true),
            ("k" | "K" | "ArrowUp", _) => step(review, false),
            ("e" | "E", Some(_)) => focus_fields(),
            ("Enter", Some(_)) if !is_button => focus_fields(),
            ("Escape", Some(_)) => review.chosen.set(None),
            ("Delete", Some(pick @ (Pick::Measure(_) | Pick::Goal(_)))) => review.toggle_out(pick),
            ("Delete", Some(pick @ (Pick::Doubt(_) | Pick::Unread(_)))) => review.mark_seen(pick),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

fn focus_fields() {
    let field = document().get_element_by_id(editor::FIRST_FIELD);
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// From target to target and goal to goal, in the order of the text.
fn step(review: Review, forward: bool) {
    let picks = review.work.with_untracked(|work| {
        let mut picks: Vec<_> = work.picks().map(|pick| (work.place(pick), pick)).collect();
        crate::document::sort_by(&mut picks, |a, b| a.0.cmp(&b.0));
        picks
    });
    // From what is chosen, or else from where it stands in the text.
    let chosen = review.chosen.get_untracked();
    let at = chosen.and_then(|chosen| picks.iter().position(|(_, pick)| *pick == chosen));
    let place = chosen.map(|chosen| review.work.with_untracked(|work| work.place(chosen)));
    let behind = place.map_or(0, |place| picks.partition_point(|(other, _)| *other <= place));
    let next = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.saturating_sub(1),
        (None, true) => behind,
        (None, false) => behind.saturating_sub(1),
    };
    review.chosen.set(picks.get(next.min(picks.len().saturating_sub(1))).map(|(_, pick)| *pick));
}
