//! Putting another state in place of the open programme, and asking first where that needs a word of the person.

use leptos::prelude::*;

use crate::app::{Consent, ReplaceError, Session, ToastAction};
use crate::document::Document;
use crate::i18n::Message;
use crate::i18n::messages::{Data, Shell};
use crate::storage::PointReason;
use crate::ui::actions::{focus_content, refused};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// What the person has asked for.
#[derive(Clone)]
pub(super) enum Wish {
    Merge(Document),
    Replace(Document),
    Restore(u64),
}

/// A wish that waits for a yes, and why.
#[derive(Clone)]
pub(super) struct Question {
    wish: Wish,
    consent: Consent,
    words: String,
}

/// Does it after a copy, or asks. `told` is the toast when it is done.
pub(super) async fn put(
    session: Session,
    wish: Wish,
    consent: Consent,
    told: String,
    question: RwSignal<Option<Question>>,
) -> bool {
    question.set(None);
    let done = match wish.clone() {
        Wish::Merge(document) => session.take_merge(&document, consent).await,
        Wish::Replace(document) => session.replace(document, PointReason::BeforeImport, consent).await,
        Wish::Restore(point) => session.restore(point, consent).await,
    };
    let language = session.language.get_untracked();
    match done {
        Ok(()) => {
            session.toast(told, Some(ToastAction::Undo));
            focus_content();
            return true;
        }
        Err(ReplaceError::NearlyEmpty(found)) => {
            let words = Data::NearlyEmpty { entities: found.after, before: found.before }.text(language).into_owned();
            question.set(Some(Question { wish, consent: Consent { nearly_empty: true, ..consent }, words }));
        }
        Err(ReplaceError::NoBackup(error)) => {
            let words = format!("{} {}", Data::NoCopyFirst.text(language), error.text(language));
            question.set(Some(Question { wish, consent: Consent { without_backup: true, ..consent }, words }));
        }
        Err(ReplaceError::OtherProgramme) => session.toast(Data::OtherProgramme.text(language), None),
        Err(ReplaceError::NoPoint) => session.toast(Data::PointGone.text(language), None),
        Err(ReplaceError::Stopped(error)) => refused(session, &error),
    }
    false
}

/// The question with its two answers.
pub(super) fn asked(session: Session, told: String, question: RwSignal<Option<Question>>) -> AnyView {
    (move || {
        question.get().map(|asked| {
            let told = told.clone();
            let Question { wish, consent, words: text } = asked;
            let yes = move |_| {
                let (wish, told) = (wish.clone(), told.clone());
                leptos::task::spawn_local(async move {
                    put(session, wish, consent, told, question).await;
                });
            };
            view! {
                <div class="failure" role="alert">
                    {icon(Icon::TriangleAlert)}
                    <p>{text}</p>
                    <div class="page-actions">
                        <button class="button is-danger" on:click=yes>{words(&Data::ReplaceAnyway)}</button>
                        <button class="button" on:click=move |_| { question.set(None); focus_content(); }>{words(&Shell::Cancel)}</button>
                    </div>
                </div>
            }
        })
    })
    .into_any()
}
