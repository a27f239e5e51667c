//! What stands between a changed target and its writing: of an issued programme, whether it mends an error or follows a
//! new document.

use leptos::prelude::*;

use super::entry::{Field, Look, Refusal, complaint, entry};
use super::target::{Draft, Why};
use crate::i18n::messages::Editing;
use crate::i18n::{format_date, parse_date};
use crate::model::Programme;
use crate::ui::words;

pub(super) fn questions(draft: Draft) -> AnyView {
    let session = draft.editor.session;
    let is_issued = move || session.programme.with(Programme::is_issued);
    let choice = move |why: Why, name: Editing| {
        view! {
            <label class="choice">
                <input
                    type="radio" name="target-why" prop:checked=move || draft.why.get() == Some(why)
                    on:change=move |_| draft.why.set(Some(why))
                />
                <span>{words(&name)}</span>
            </label>
        }
        .into_any()
    };
    let question = move || {
        is_issued().then(|| {
            view! {
                <div class="target-question" role="radiogroup" aria-labelledby="target-question">
                    <p id="target-question">{words(&Editing::IssuedQuestion)}</p>
                    {choice(Why::Correction, Editing::Correction)}
                    {choice(Why::Revision, Editing::Revision)}
                </div>
            }
            .into_any()
        })
    };
    let refused = move || {
        let refusal = Refusal { words: draft.refused.get()?, readings: None };
        Some(complaint(refusal, Callback::new(|_| ())))
    };
    view! {
        {question}
        {move || (draft.why.get() == Some(Why::Revision)).then(|| revision_fields(draft))}
        {refused}
        <div class="page-actions">
            <button
                class="button is-primary is-small" type="button"
                disabled=move || draft.editor.is_read_only.get() on:click=move |_| draft.write()
            >
                {words(&Editing::WriteTarget)}
            </button>
            <button class="button is-small" type="button" on:click=move |_| untrack(|| draft.reset())>
                {words(&Editing::DropTarget)}
            </button>
        </div>
    }
    .into_any()
}

/// From which day a revision holds, and by which document.
fn revision_fields(draft: Draft) -> AnyView {
    let session = draft.editor.session;
    let day = Memo::new(move |_| format_date(draft.day.get(), session.language.get()));
    let enter_day = Callback::new(move |text: String| {
        let language = session.language.get_untracked();
        let read = parse_date(&text, session.today.get_untracked().year());
        draft.is_day_wrong.set(read.is_none());
        match read {
            Some(date) => draft.day.set(date),
            None => return Some(Refusal::of(&Editing::DateInvalid, language)),
        }
        None
    });
    let document = Memo::new(move |_| draft.document.get());
    let enter_document = Callback::new(move |text: String| {
        draft.document.set(text.trim().to_owned());
        None
    });
    let is_read_only = draft.editor.is_read_only;
    let field = |id: &str, look, shown, enter| Field { id: id.to_owned(), look, shown, enter, is_read_only };
    view! {
        <div class="editor-fields">
            {entry(
                field("edit-revised-on", Look::Words, day, enter_day),
                words(&Editing::RevisedOn).into_any(),
                words(&Editing::DateHint).into_any(),
            )}
            {entry(
                field("edit-revised-by", Look::Line, document, enter_document),
                words(&Editing::ByDocument).into_any(),
                ().into_any(),
            )}
        </div>
    }
    .into_any()
}
