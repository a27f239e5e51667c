//! Issuing: the number and the day of the document, and what it is about.

use leptos::html::Input;
use leptos::prelude::*;

use super::name_of;
use crate::app::{Route, Session, ToastAction};
use crate::document::NodeId;
use crate::i18n::messages::{Choosing, Issuing, Shell};
use crate::i18n::{Message, format_date, nfc, parse_date};
use crate::model::{Command, Edit, HeadEdit, Programme};
use crate::ui::actions::{focus_content, perform};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

pub(super) fn form(session: Session, is_open: RwSignal<bool>) -> AnyView {
    let language = session.language.get_untracked();
    let today = session.today.get_untracked();
    // The first version is the programme's own document; a later one has a number of its own.
    let (number, date) = session.programme.with_untracked(|programme| match programme.last_version() {
        None => (programme.head().number.clone(), programme.head().date.unwrap_or(today)),
        Some(_) => (String::new(), today),
    });
    let number = RwSignal::new(number);
    let date = RwSignal::new(format_date(date, language));
    let note = RwSignal::new(String::new());
    let is_unread = RwSignal::new(false);
    let first = NodeRef::<Input>::new();
    Effect::new(move |_| first.get().into_iter().for_each(|field| drop(field.focus())));
    let field = |id: &'static str, label: &Issuing, value: RwSignal<String>| {
        view! {
            <label class="field-label" for=id>{words(label)}</label>
            <input
                class="input" id=id autocomplete="off" prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
        .into_any()
    };
    let close = move || {
        is_open.set(false);
        focus_content();
    };
    let issue = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = |text: RwSignal<String>| text.with_untracked(|text| nfc(text.trim()));
        let Some(day) = parse_date(&typed(date), today.year()) else {
            return is_unread.set(true);
        };
        let number = typed(number);
        let is_first = !session.programme.with_untracked(Programme::is_issued);
        if is_first {
            // What is issued says its own number and day.
            let head = vec![Edit::Head(HeadEdit::Number(number.clone())), Edit::Head(HeadEdit::Date(Some(day)))];
            if perform(session, Command::Edit(head)).is_none() {
                return;
            }
        }
        let id = NodeId::from(format!("version.{}", crate::app::new_node_id()));
        let command = Command::Issue { id, number, date: day, note: typed(note) };
        if perform(session, command).is_some() {
            let language = session.language.get_untracked();
            let last = session.programme.with_untracked(|programme| programme.last_version().cloned());
            let name = last.map(|version| name_of(&version, language)).unwrap_or_default();
            session.toast(Issuing::Done { name }.text(language), Some(ToastAction::Undo));
            close();
        }
    };
    let error = move || {
        is_unread.get().then(|| {
            view! {
                <p class="field-error" id="issue-date-error" role="alert">{status_mark(Status::Missed)} {words(&Issuing::DateNeeded)}</p>
            }
        })
    };
    view! {
        <form class="page-section" aria-labelledby="issue-title" on:submit=issue>
            <div class="section-heading"><h2 id="issue-title">{words(&Issuing::IssueTitle)}</h2></div>
            <p class="section-text">{words(&Issuing::IssueNote)}</p>
            {move || undecided(session)}
            <div class="field-pair">
                <div class="field">{field("issue-number", &Issuing::Number, number)}</div>
                <div class="field">
                    <label class="field-label" for="issue-date">{words(&Issuing::Date)}</label>
                    <input
                        class="input" id="issue-date" autocomplete="off" node_ref=first prop:value=move || date.get()
                        aria-invalid=move || is_unread.get().to_string()
                        aria-describedby=move || is_unread.get().then_some("issue-date-error")
                        on:input=move |event| { is_unread.set(false); date.set(event_target_value(&event)); }
                    />
                    {error}
                </div>
            </div>
            <div class="field">{field("issue-note", &Issuing::Note, note)}</div>
            <p class="page-actions">
                <button class="button is-primary">{words(&Issuing::Issue)}</button>
                <button class="button" type="button" on:click=move |_| close()>{words(&Shell::Cancel)}</button>
            </p>
        </form>
    }
    .into_any()
}

/// What is issued keeps the versions that stand now where something is still to be decided.
fn undecided(session: Session) -> Option<AnyView> {
    let count = session.programme.with(|programme| programme.disputes().len());
    let language = session.language.get();
    let left = (count > 0).then(|| Choosing::Left { count }.text(language).into_owned())?;
    let href = Route::Conflicts.href();
    let note = words(&Issuing::WithDisputes);
    Some(
        view! { <p class="section-text">{status_mark(Status::AtRisk)} " " <a href=href>{left}</a> ". " {note}</p> }
            .into_any(),
    )
}
