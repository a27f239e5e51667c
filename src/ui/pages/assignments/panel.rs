//! What stands beside the matrix. One item: state, deadline, product, who takes part, progress.

use std::sync::Arc;

use leptos::prelude::*;

use super::sheet::ITEM;
use super::{Matrix, deadline, duties, parts, progress};
use crate::app::{Route, Session, arc_memo};
use crate::document::NodeId;
use crate::i18n::messages::{Outline, Shell};
use crate::i18n::{Message, nfc};
use crate::model::{Command, Edit, Item, ItemEdit, TaskState};
use crate::ui::actions::perform;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

const TITLE: &str = "panel-title";
pub(super) const STATES: [TaskState; 5] =
    [TaskState::NotStarted, TaskState::Ongoing, TaskState::Done, TaskState::Paused, TaskState::Cancelled];

pub(super) fn panel(matrix: Matrix) -> AnyView {
    let exists = Memo::new(move |_| {
        let id = matrix.selected.get()?;
        matrix.session.programme.with(|programme| programme.items().contains(id.as_str())).then_some(id)
    });
    let content = move || {
        if matrix.has_duties.get() { Some(duties::duties(matrix)) } else { exists.get().map(|id| open(matrix, id)) }
    };
    content.into_any()
}

fn open(matrix: Matrix, id: NodeId) -> AnyView {
    let session = matrix.session;
    let row = id.clone();
    let item = {
        let id = id.clone();
        arc_memo(session, move |programme| programme.items().get(id.as_str()).cloned())
    };
    let close = move || {
        matrix.set(ITEM, "");
        matrix.focus(&(row.clone(), 0));
    };
    let closed = close.clone();
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            close();
        }
    };
    let reference = {
        let id = id.clone();
        move || {
            let reference = session.programme.with(|programme| programme.reference(id.as_str()));
            Outline::ItemReference { reference }.text(session.language.get()).into_owned()
        }
    };
    let title = move || item.with(|item| item.as_ref().map(|item| item.title.clone()));
    let in_programme = Route::Outline { item: Some(id.clone()) }.href();
    let due = Memo::new(move |_| item.with(|item| item.as_ref().map(|item| item.deadline.clone()).unwrap_or_default()));
    let write_due = {
        let id = id.clone();
        move |deadline| edit(session, &id, ItemEdit::Deadline(deadline))
    };
    view! {
        <aside class="inspector" aria-labelledby=TITLE on:keydown=pressed>
            <div class="inspector-column">
                <div class="inspector-head">
                    <div>
                        <h2 id=TITLE>{reference}</h2>
                        <p class="panel-title" lang="vi">{title}</p>
                        <p><a href=in_programme>{words(&super::Assignments::OpenInProgramme)}</a></p>
                    </div>
                    <button class="icon-button" aria-label=words(&Shell::Close) on:click=move |_| closed()>
                        {icon(Icon::X)}
                    </button>
                </div>
                <div class="inspector-group">
                    {states(session, item, &id)}
                    <div class="field-pair">
                        {deadline::field(session, "panel-deadline".to_owned(), words(&Outline::Deadline).into_any(), false, due, write_due)}
                        {progress::percent_field(session, item)}
                    </div>
                    {product(session, item)}
                </div>
                {parts::parts(session, &id)}
                {progress::progress(session, &id)}
            </div>
        </aside>
    }
    .into_any()
}

pub(super) fn edit(session: Session, id: &NodeId, edit: ItemEdit) {
    perform(session, Command::Edit(vec![Edit::Item(id.clone(), edit)]));
}

fn states(session: Session, item: Memo<Option<Arc<Item>>>, id: &NodeId) -> AnyView {
    let id = StoredValue::new(id.clone());
    let button = move |state: TaskState| {
        let is_pressed = move || item.with(|item| item.as_ref().is_some_and(|item| item.state == state)).to_string();
        let press = move |_| {
            perform(session, Command::SetTaskState { of: vec![id.get_value()], state });
        };
        view! {
            <button aria-pressed=is_pressed prop:disabled=move || session.is_read_only() on:click=press>
                {words(&state)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <span class="field-label" id="panel-state">{words(&Outline::State)}</span>
            <div class="segmented" role="group" aria-labelledby="panel-state">{STATES.map(button).into_iter().collect::<Vec<_>>()}</div>
        </div>
    }
    .into_any()
}

fn product(session: Session, item: Memo<Option<Arc<Item>>>) -> AnyView {
    let text = Memo::new(move |_| item.with(|item| item.as_ref().map(|item| item.product.clone()).unwrap_or_default()));
    let changed = move |event| {
        let typed = nfc(event_target_value(&event).trim());
        if let Some(item) = item.get_untracked().filter(|item| item.product != typed) {
            edit(session, &item.id, ItemEdit::Product(typed));
        }
    };
    view! {
        <label class="field">
            <span class="field-label">{words(&Outline::Product)}</span>
            <textarea
                class="input" rows="1" readonly=move || session.is_read_only() prop:value=move || text.get()
                on:change=changed
            />
        </label>
    }
    .into_any()
}
