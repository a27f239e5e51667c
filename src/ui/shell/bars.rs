//! Bars across the page, which stay until their cause is gone: what happened, and the way out.

use leptos::prelude::*;

use super::looking_back::looking_back;
use crate::app::{NewVersion, ReadOnly, SaveState, Session, Trouble, use_session};
use crate::i18n::Message;
use crate::i18n::messages::{Data, SaveFailure, Saving, Shell, Update};
use crate::ui::actions::download_backup;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn bars() -> AnyView {
    let session = use_session();
    view! {
        {move || storage(session)} {move || new_version(session)} {environment(session)} {part(session)} {looking_back(session)}
    }
    .into_any()
}

/// A failed save, a store that keeps nothing, a programme that can only be read.
fn storage(session: Session) -> Option<AnyView> {
    let language = session.language.get();
    let failure = match session.save_state.get() {
        SaveState::Failed { cause: Trouble::Full, changes } => SaveFailure::StorageFull { changes },
        SaveState::Failed { cause: Trouble::Blocked, .. } | SaveState::Memory => SaveFailure::StorageBlocked,
        SaveState::Failed { cause: Trouble::NotKept, .. } => SaveFailure::NotKept,
        SaveState::Failed { cause: Trouble::Other(cause), .. } => SaveFailure::Failed { cause },
        SaveState::ReadOnly(ReadOnly::OtherTab) => {
            return Some(bar(false, Saving::OtherTabWrites.text(language).into_owned(), ().into_any()));
        }
        SaveState::ReadOnly(ReadOnly::TooLarge) => SaveFailure::TooLarge,
        SaveState::ReadOnly(ReadOnly::NewerVersion) => SaveFailure::NewerVersionWrites,
        SaveState::Idle | SaveState::Saved { .. } | SaveState::Saving => return None,
    };
    let can_retry = matches!(session.save_state.get(), SaveState::Failed { .. });
    let must_reload = matches!(failure, SaveFailure::NewerVersionWrites);
    let actions = view! {
        {can_retry.then(|| button(&Saving::Retry, move || {
            session.retry_save();
        }))}
        {must_reload.then(|| button(&Update::Reload, reload))}
        {button(&Data::DownloadBackup, move || download_backup(session))}
    };
    Some(bar(true, failure.text(language).into_owned(), actions.into_any()))
}

fn new_version(session: Session) -> Option<AnyView> {
    let language = session.language.get();
    match session.new_version.get() {
        NewVersion::None => None,
        NewVersion::Waiting => {
            let apply = move || {
                if !session.apply_update() {
                    session.toast(Update::SaveFirst.text(session.language.get_untracked()), None);
                }
            };
            let actions = view! {
                {button(&Update::Apply, apply)}
                {button(&Update::Later, move || session.new_version.set(NewVersion::None))}
            };
            Some(bar(false, Update::Waiting.text(language).into_owned(), actions.into_any()))
        }
        NewVersion::ReloadNeeded => {
            let actions = button(&Update::Reload, reload);
            Some(bar(true, Update::ReloadNeeded.text(language).into_owned(), actions))
        }
    }
}

/// The file is a body's part of a programme: whose, and of which. On paper too.
fn part(session: Session) -> AnyView {
    let words = Memo::new(move |_| {
        session.programme.with(|programme| {
            let holder = &programme.document().scope()?.holder;
            let body = programme.bodies().get(holder.as_str()).map(|body| body.name.clone()).unwrap_or_default();
            Some(Shell::PartOf { body, programme: programme.head().title.clone() })
        })
    });
    let content = move || {
        words.get().map(|words| {
            let told = bar(false, words.text(session.language.get()).into_owned(), ().into_any());
            view! { <div class="looking-back">{told}</div> }.into_any()
        })
    };
    content.into_any()
}

/// What this browser or this address cannot do. Said once a machine; the person closes it.
fn environment(session: Session) -> AnyView {
    const SEEN: &str = "notice-seen";
    let is_seen = session.preferences.with_untracked(|preferences| preferences.get(SEEN).is_some());
    let is_shown = RwSignal::new(!is_seen);
    let notice = forgetful_browser().map(|app| SaveFailure::InAppBrowser { app: app.to_owned() });
    let notice = notice.or_else(|| (!window().is_secure_context()).then_some(SaveFailure::PlainHttp));
    let Some(notice) = notice else { return ().into_any() };
    let notice = StoredValue::new(notice);
    let close = move || {
        is_shown.set(false);
        session.remember(SEEN, "1");
    };
    (move || {
        is_shown.get().then(|| {
            let words = notice.with_value(|notice| notice.text(session.language.get()).into_owned());
            bar(false, words, button(&Shell::Close, close))
        })
    })
    .into_any()
}

/// Chat programs' own browsers clear what pages store when they close.
fn forgetful_browser() -> Option<&'static str> {
    let agent = window().navigator().user_agent().unwrap_or_default();
    [("Zalo", "Zalo"), ("FBAN", "Facebook"), ("FBAV", "Facebook"), ("Messenger", "Messenger"), ("Line/", "LINE")]
        .into_iter()
        .find_map(|(mark, name)| agent.contains(mark).then_some(name))
}

pub(super) fn bar(is_failure: bool, words: String, actions: AnyView) -> AnyView {
    let (class, sign) = if is_failure { ("bar is-failure", Icon::TriangleAlert) } else { ("bar", Icon::Info) };
    let role = if is_failure { "alert" } else { "status" };
    view! { <div class=class role=role>{icon(sign)} <p>{words}</p> {actions}</div> }.into_any()
}

pub(super) fn button(name: &dyn Message, act: impl Fn() + 'static) -> AnyView {
    view! { <button class="button is-small" on:click=move |_| act()>{words(name)}</button> }.into_any()
}

fn reload() {
    let _ = window().location().reload();
}
