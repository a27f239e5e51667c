//! What was issued and what was changed since: issuing, the versions, the amendments, a version as it was.

mod amendments;
mod issue;
mod reading;

use std::sync::Arc;

use leptos::prelude::*;

use self::amendments::amendments;
pub use self::amendments::described;
use super::fields::time_words;
use crate::app::{Filters, Route, Session, use_session, with_filter};
use crate::i18n::messages::{Data, Issuing, Shell};
use crate::i18n::{Language, Message, capital, format_date};
use crate::model::{Command, Programme, Version};
use crate::ui::actions::{focus_content, hand_out, perform_undoable};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// Names in the address.
const VERSION: &str = "version";
const VIEW: &str = "view";
const READ: &str = "read";

pub fn versions() -> AnyView {
    let session = use_session();
    let filters = Memo::new(move |_| match session.route.get() {
        Route::Versions(filters) => filters,
        _ => Filters::new(),
    });
    let is_reading = Memo::new(move |_| filters.with(|filters| filters.get(VIEW).map(String::as_str) == Some(READ)));
    let version = Memo::new(move |_| filters.with(|filters| filters.get(VERSION).cloned()).unwrap_or_default());
    // The link that led here is gone.
    Effect::new(move |before: Option<bool>| {
        let now = is_reading.get();
        if before.is_some_and(|before| before != now) {
            focus_content();
        }
        now
    });
    (move || {
        if is_reading.get() { reading::reading(session, &version.get()) } else { overview(session, version) }
    })
    .into_any()
}

fn overview(session: Session, version: Memo<String>) -> AnyView {
    let is_issuing = RwSignal::new(false);
    let list = Memo::new(move |_| {
        let versions = |programme: &Programme| programme.versions_in_order().into_iter().cloned().collect::<Vec<_>>();
        session.programme.with(versions)
    });
    let issue_name = move || {
        let name = if list.with(Vec::is_empty) { Issuing::Issue } else { Issuing::IssueAgain };
        name.text(session.language.get()).into_owned()
    };
    let content = move || {
        if list.with(Vec::is_empty) {
            return view! {
                <div class="empty-note"><strong>{words(&Issuing::None)}</strong><p>{words(&Issuing::NoneNote)}</p></div>
            }
            .into_any();
        }
        let rows: Vec<AnyView> = list.get().into_iter().map(|version| row(session, version)).collect();
        view! {
            <section class="page-section" aria-labelledby="versions-title">
                <div class="section-heading"><h2 id="versions-title">{words(&Issuing::Versions)}</h2></div>
                <ul class="library">{rows}</ul>
            </section>
            {amendments(session, list, version)}
        }
        .into_any()
    };
    view! {
        <div class="page-heading">
            <h1 class="page-title">{words(&Shell::Issuing)}</h1>
            <div class="page-actions">
                <button
                    class="button is-primary" aria-expanded=move || is_issuing.get().to_string()
                    prop:disabled=move || session.is_read_only() on:click=move |_| is_issuing.update(|on| *on = !*on)
                >
                    {icon(Icon::Flag)} {issue_name}
                </button>
            </div>
        </div>
        {move || is_issuing.get().then(|| issue::form(session, is_issuing))}
        {content}
    }
    .into_any()
}

fn row(session: Session, version: Arc<Version>) -> AnyView {
    let version = StoredValue::new(version);
    let name =
        move || version.with_value(|version| naming(version, capital(&name_of(version, session.language.get()))));
    let recorded = move || version.with_value(|version| recorded(version, session.language.get()));
    let href = version.with_value(|version| {
        let filters = with_filter(Filters::new(), VERSION, version.id.as_str());
        Route::Versions(with_filter(filters, VIEW, READ)).href()
    });
    let save = move |_| {
        let export = version.with_value(|version| session.export_version(version));
        hand_out(session, export);
    };
    let withdraw = move |_| {
        let id = version.with_value(|version| version.id.clone());
        if perform_undoable(session, Command::Withdraw(id), &Issuing::Withdrawn).is_some() {
            focus_content();
        }
    };
    let note = version.with_value(|version| version.note.clone());
    let note = (!note.is_empty()).then(|| view! { <span>{note}</span> });
    view! {
        <li>
            <div>
                <h3>{name}</h3>
                <p class="library-facts">{note} <span>{recorded}</span></p>
            </div>
            <div class="library-actions">
                <a class="button is-small" href=href>{icon(Icon::FileText)} {words(&Issuing::Read)}</a>
                <button class="button is-small" on:click=save>{icon(Icon::Download)} {words(&Data::DownloadFile)}</button>
                <button class="button is-small is-quiet" prop:disabled=move || session.is_read_only() on:click=withdraw>
                    {words(&Issuing::Withdraw)}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// `bản số 01-CTr/ĐU, ngày 15/01/2025`.
pub fn name_of(version: &Version, language: Language) -> String {
    let date = version.date.map(|date| format_date(date, language)).unwrap_or_default();
    let name = if version.number.is_empty() {
        Issuing::NameDate { date }
    } else {
        Issuing::NameFull { number: version.number.clone(), date }
    };
    name.text(language).into_owned()
}

/// A sentence with the name of a version in it: the number stays on one line.
fn naming(version: &Version, sentence: String) -> AnyView {
    match sentence.split_once(&*version.number) {
        Some((before, after)) if !version.number.is_empty() => {
            let (before, after) = (before.to_owned(), after.to_owned());
            view! { {before}<span class="symbol">{version.number.clone()}</span>{after} }.into_any()
        }
        _ => sentence.into_any(),
    }
}

/// Who issued it here and when.
fn recorded(version: &Version, language: Language) -> String {
    let at = version.written;
    let when = time_words(at, language);
    let name = version.author.clone();
    let message = if name.is_empty() { Issuing::RecordedAt { when } } else { Issuing::IssuedBy { name, when } };
    message.text(language).into_owned()
}
