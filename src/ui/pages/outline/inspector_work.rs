//! The work on a task in the panel: its state, its deadline, how far it has come, and the words on its progress.

use std::sync::Arc;

use leptos::html::Textarea;
use leptos::prelude::*;

use super::elements::focus_row;
use super::rows::Row;
use super::state::Page;
use super::text_field::{Kept, TextField, text_field};
use crate::app::new_node_id;
use crate::document::{NodeId, sort_by};
use crate::i18n::messages::Outline;
use crate::i18n::{Language, Message, deadline_words, format_date, nfc, read_deadline, whole_percent};
use crate::model::{Clock, Command, Deadline, Edit, Item, ItemEdit, ItemKind, TaskState, Update};
use crate::ui::actions::perform;
use crate::ui::pages::unwritten::{keep_unwritten, unwritten};
use crate::ui::words;

/// State and deadline of a task.
pub fn work(page: Page, row: &Row) -> AnyView {
    let session = page.session();
    let id = row.id.clone();
    let item = crate::app::arc_memo(session, move |programme| programme.items().get(id.as_str()).cloned());
    // An indicator is measured, not done.
    let is_indicator = item.with_untracked(|item| item.as_ref().is_some_and(|it| it.kind == ItemKind::Indicator));
    let is_task = !row.is_heading && row.measures.is_empty() && !is_indicator;
    let states = move || {
        let item = item.get()?;
        (is_task || item.state != TaskState::NotStarted).then(|| state_choice(page, &item))
    };
    // What has a deadline, or is work, can be given one; of other headings nothing is asked.
    let has_deadline = Memo::new(move |_| {
        item.with(|item| {
            item.as_ref().is_some_and(|item| {
                is_task
                    || item.deadline != Deadline::Unset
                    || matches!(item.kind, ItemKind::Task | ItemKind::Assignment)
            })
        })
    });
    let own = StoredValue::new(row.id.clone());
    let deadline = move || has_deadline.get().then(|| deadline(page, own.get_value(), item));
    let id = row.id.clone();
    view! {
        <div class="inspector-group">{states}{deadline}{is_task.then(|| percent(page, id.clone()))}</div>
        {is_task.then(|| updates(page, id.clone()))}
    }
    .into_any()
}

/// Until when: typed as documents write it, with how it stands below.
fn deadline(page: Page, id: NodeId, item: Memo<Option<Arc<Item>>>) -> AnyView {
    let session = page.session();
    let value = Memo::new(move |_| {
        let language = session.language.get();
        item.with(|item| {
            let deadline = item.as_ref().map(|item| &item.deadline).filter(|deadline| **deadline != Deadline::Unset);
            deadline.map(|deadline| deadline_words(deadline, language)).unwrap_or_default()
        })
    });
    let own = StoredValue::new(id);
    let keep = move |typed: String| {
        let day = session.as_of.get_untracked();
        let year = session.programme.with_untracked(|programme| programme.head().year_at(day));
        let Some(deadline) = read_deadline(&typed, year) else { return Kept::Unread(Outline::DeadlineUnread) };
        let edit = Edit::Item(own.get_value(), ItemEdit::Deadline(deadline));
        if perform(session, Command::Edit(vec![edit])).is_some() { Kept::Yes } else { Kept::No }
    };
    let standing = move || {
        let item = item.get()?;
        let soon = session.programme.with(|programme| programme.head().settings.due_soon_days);
        let clock = item.clock(session.as_of.get(), soon);
        (clock != Clock::Open).then(|| {
            let words = clock.text(session.language.get()).into_owned();
            view! { <span class="field-hint">{words}</span> }.into_any()
        })
    };
    let leave = move || own.with_value(focus_row);
    let field = text_field(TextField {
        page,
        label: Outline::Deadline,
        rows: 1,
        value,
        keep: Box::new(keep),
        leave: Box::new(leave),
    });
    view! { <div>{field}{standing}</div> }.into_any()
}

/// How far a task has come.
fn percent(page: Page, id: NodeId) -> AnyView {
    let session = page.session();
    let own = StoredValue::new(id);
    let value = Memo::new(move |_| {
        let percent = session
            .programme
            .with(|programme| own.with_value(|id| programme.items().get(id.as_str()).and_then(|item| item.percent)));
        percent.map(|percent| percent.to_string()).unwrap_or_default()
    });
    let keep = move |typed: String| {
        let typed = typed.trim_end_matches('%').trim();
        let percent = typed.parse::<u8>().ok().filter(|percent| *percent <= 100);
        if percent.is_none() && !typed.is_empty() {
            return Kept::Unread(Outline::PercentUnread);
        }
        let edit = Edit::Item(own.get_value(), ItemEdit::Percent(percent));
        if perform(session, Command::Edit(vec![edit])).is_some() { Kept::Yes } else { Kept::No }
    };
    let leave = move || own.with_value(focus_row);
    text_field(TextField {
        page,
        label: Outline::Percent,
        rows: 1,
        value,
        keep: Box::new(keep),
        leave: Box::new(leave),
    })
}

/// The words on progress, the newest first, and the field for the next one.
fn updates(page: Page, id: NodeId) -> AnyView {
    let session = page.session();
    let own = StoredValue::new(id);
    let told = move || {
        let language = session.language.get();
        session.programme.with(|programme| {
            let mut updates: Vec<_> = own.with_value(|id| programme.updates().of(id.as_str()).cloned().collect());
            sort_by(&mut updates, |one, other| (other.date, other.written).cmp(&(one.date, one.written)));
            updates.iter().map(|update| told(update, language)).collect::<Vec<_>>()
        })
    };
    let field = NodeRef::<Textarea>::new();
    let add = move |_| {
        let Some(field) = field.get_untracked() else { return };
        let text = nfc(field.value().trim());
        if text.is_empty() {
            let _ = field.focus();
            return;
        }
        let item = own.get_value();
        // It keeps how far the task had come when it was written.
        let percent = session
            .programme
            .with_untracked(|programme| programme.items().get(item.as_str()).and_then(|item| item.percent));
        let command = Command::AddUpdate { id: new_node_id(), item, text, state: None, percent };
        if perform(session, command).is_some() {
            field.set_value("");
            own.with_value(|item| keep_unwritten(item, ""));
        }
    };
    let keep = move |event| own.with_value(|item| keep_unwritten(item, &event_target_value(&event)));
    let form = move || {
        page.is_editable().then(|| {
            view! {
                <label class="field">
                    <span class="field-label">{words(&Outline::NewUpdate)}</span>
                    <textarea class="input" rows="2" node_ref=field prop:value=own.with_value(unwritten) on:input=keep></textarea>
                </label>
                <div><button class="button is-small" on:click=add>{words(&Outline::AddUpdate)}</button></div>
            }
            .into_any()
        })
    };
    view! {
        <section class="inspector-group" aria-label=words(&Outline::Progress)>
            {form}
            <ol class="history">{told}</ol>
        </section>
    }
    .into_any()
}

fn told(update: &Update, language: Language) -> AnyView {
    let percent = update.percent.map(|percent| whole_percent(percent, language));
    let facts = [Some(format_date(update.date, language)), percent, Some(update.author.clone())];
    let facts: Vec<String> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
    view! { <li><p lang="vi">{update.text.clone()}</p><time>{facts.join(", ")}</time></li> }.into_any()
}

fn state_choice(page: Page, item: &Item) -> AnyView {
    const STATES: [TaskState; 5] =
        [TaskState::NotStarted, TaskState::Ongoing, TaskState::Done, TaskState::Paused, TaskState::Cancelled];
    let session = page.session();
    let buttons: Vec<AnyView> = STATES
        .into_iter()
        .map(|state| {
            let pressed = item.state == state;
            let id = item.id.clone();
            let click = move |_| {
                if !pressed {
                    perform(session, Command::SetTaskState { of: vec![id.clone()], state });
                }
            };
            let disabled = move || !page.is_editable();
            view! { <button aria-pressed=pressed.to_string() disabled=disabled on:click=click>{words(&state)}</button> }
                .into_any()
        })
        .collect();
    view! {
        <div class="field">
            <span class="field-label" id="state-label">{words(&Outline::State)}</span>
            <div class="segmented" role="group" aria-labelledby="state-label">{buttons}</div>
        </div>
    }
    .into_any()
}
