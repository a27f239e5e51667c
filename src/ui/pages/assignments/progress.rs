//! Progress of an item: a word, a state, a percentage, written in one step; and what was written before.

use std::sync::Arc;

use leptos::prelude::*;

use super::panel::{STATES, edit};
use super::{option, say};
use crate::app::{Session, new_node_id};
use crate::document::NodeId;
use crate::i18n::messages::Assignments;
use crate::i18n::{Message, format_date, nfc, whole_percent};
use crate::model::{Command, Item, ItemEdit, TaskState, Update};
use crate::ui::actions::perform_undoable;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::unwritten::{keep_unwritten, unwritten};
use crate::ui::words;

/// `75`, `75 %`; nothing is no percentage. `Err`: it is none at all.
fn read_percent(text: &str) -> Result<Option<u8>, ()> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().ok().filter(|percent| *percent <= 100).map(Some).ok_or(())
}

/// The percentage of an item, written when the field is left.
pub(super) fn percent_field(session: Session, item: Memo<Option<Arc<Item>>>) -> AnyView {
    let unread = RwSignal::new(String::new());
    let percent = Memo::new(move |_| item.with(|item| item.as_ref().and_then(|item| item.percent)));
    let changed = move |event| {
        let text = event_target_value(&event);
        match read_percent(&text) {
            Ok(read) => {
                unread.set(String::new());
                if let Some(item) = item.get_untracked().filter(|item| item.percent != read) {
                    edit(session, &item.id, ItemEdit::Percent(read));
                }
            }
            Err(()) => unread.set(text),
        }
    };
    let problem = move || unread_words(session, unread, "panel-percent-error");
    view! {
        <label class="field">
            <span class="field-label">{words(&Assignments::Percent)}</span>
            <input
                class="input is-number" inputmode="numeric" autocomplete="off" readonly=move || session.is_read_only()
                prop:value=move || percent.get().map(|percent| percent.to_string()).unwrap_or_default()
                aria-invalid=move || unread.with(|text| !text.is_empty()).then_some("true")
                aria-describedby="panel-percent-error" on:change=changed
            />
            {problem}
        </label>
    }
    .into_any()
}

fn unread_words(session: Session, unread: RwSignal<String>, id: &'static str) -> Option<AnyView> {
    let text = unread.get();
    if text.is_empty() {
        return None;
    }
    let words = Assignments::PercentUnread { text }.text(session.language.get()).into_owned();
    Some(view! { <span class="field-error" id=id role="alert">{status_mark(Status::Missed)}{words}</span> }.into_any())
}

/// The form, and the updates before, newest first.
pub(super) fn progress(session: Session, item: &NodeId) -> AnyView {
    let id = StoredValue::new(item.clone());
    let updates = Memo::new(move |_| {
        session.programme.with(|programme| {
            id.with_value(|id| programme.updates().of(id.as_str()).rev().cloned().collect::<Vec<_>>())
        })
    });
    let lines = move || {
        let updates = updates.get();
        if updates.is_empty() {
            return view! { <p class="section-note">{words(&Assignments::NoUpdates)}</p> }.into_any();
        }
        let lines: Vec<AnyView> = updates.iter().map(|update| update_view(session, update)).collect();
        view! { <ol class="history">{lines}</ol> }.into_any()
    };
    view! {
        <div class="inspector-group">
            <h3 class="field-label">{words(&Assignments::Updates)}</h3>
            {move || (!session.is_read_only()).then(|| form(session, id, || {}))}
            {lines}
        </div>
    }
    .into_any()
}

/// A word on progress; `done` is called when it was written.
pub(super) fn form(session: Session, item: StoredValue<NodeId>, done: impl Fn() + Copy + 'static) -> AnyView {
    let text = RwSignal::new(item.with_value(unwritten));
    Effect::new(move |_| text.with(|text| item.with_value(|item| keep_unwritten(item, text))));
    let percent = RwSignal::new(String::new());
    let state = RwSignal::new(None::<TaskState>);
    let problem = RwSignal::new(None::<Assignments>);
    let write = move || {
        let words = nfc(text.get_untracked().trim());
        let typed = percent.get_untracked();
        let (state_now, Ok(read)) = (state.get_untracked(), read_percent(&typed)) else {
            problem.set(Some(Assignments::PercentUnread { text: typed }));
            return;
        };
        if words.is_empty() && state_now.is_none() && read.is_none() {
            problem.set(Some(Assignments::UpdateEmpty));
            return;
        }
        let command = Command::AddUpdate {
            id: new_node_id(),
            item: item.get_value(),
            text: words,
            state: state_now,
            percent: read,
        };
        if perform_undoable(session, command, &Assignments::UpdateWritten).is_some() {
            text.set(String::new());
            percent.set(String::new());
            state.set(None);
            problem.set(None);
            done();
        }
    };
    let states = move || {
        let language = session.language.get();
        let chosen = state.get().and_then(|state| STATES.iter().position(|it| *it == state));
        let chosen = chosen.map(|index| index.to_string()).unwrap_or_default();
        let first = option("", Assignments::KeepState.text(language).into_owned(), &chosen);
        let rest = STATES.iter().enumerate();
        let rest = rest.map(|(index, it)| option(&index.to_string(), it.text(language).into_owned(), &chosen));
        std::iter::once(first).chain(rest).collect::<Vec<_>>()
    };
    let choose = move |event| {
        let index: Option<usize> = event_target_value(&event).parse().ok();
        state.set(index.and_then(|index| STATES.get(index).copied()));
    };
    // Enter begins a new line here.
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            write();
        }
    };
    let asked = move || {
        problem.get().map(|problem| {
            let words = say(session, &problem);
            view! { <p class="field-error" role="alert">{status_mark(Status::Missed)}{words}</p> }.into_any()
        })
    };
    view! {
        <form class="progress-form" on:submit=move |event| { event.prevent_default(); write(); }>
            <textarea
                class="input" rows="2" aria-label=words(&Assignments::UpdateText)
                placeholder=words(&Assignments::UpdateText) bind:value=text on:keydown=pressed
            />
            <div class="field-pair">
                <label class="field">
                    <span class="field-label">{words(&Assignments::UpdateState)}</span>
                    <select class="select" on:change=choose>{states}</select>
                </label>
                <label class="field">
                    <span class="field-label">{words(&Assignments::Percent)}</span>
                    <input class="input is-number" inputmode="numeric" autocomplete="off" bind:value=percent />
                </label>
            </div>
            {asked}
            <div><button class="button" type="submit">{icon(Icon::Check)}{words(&Assignments::WriteUpdate)}</button></div>
        </form>
    }
    .into_any()
}

fn update_view(session: Session, update: &Arc<Update>) -> AnyView {
    let language = session.language.get();
    let state = update.state.map(|state| state.text(language).into_owned());
    let percent = update.percent.map(|percent| whole_percent(percent, language));
    let set: Vec<String> = state.into_iter().chain(percent).collect();
    let set = (!set.is_empty()).then(|| view! { <ins>{set.join(", ")}</ins> }.into_any());
    let id = update.id.clone();
    let remove = move |_| {
        perform_undoable(session, Command::DeleteUpdate(id.clone()), &Assignments::UpdateDeleted);
    };
    let button = (!session.is_read_only()).then(|| {
        view! {
            <button class="icon-button" aria-label=words(&Assignments::DeleteUpdate) on:click=remove>
                {icon(Icon::Trash2)}
            </button>
        }
        .into_any()
    });
    view! {
        <li>
            <p><span lang="vi">{update.text.clone()}</span> " " {set}</p>
            <p class="update-facts"><time>{format_date(update.date, language)}</time> " " <b>{update.author.clone()}</b> {button}</p>
        </li>
    }
    .into_any()
}
