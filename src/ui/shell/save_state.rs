//! Whether what was done is kept: saved, saving, not saved, and how old the last backup file is.

use leptos::prelude::*;

use crate::app::{ReadOnly, SaveState, Stage, clock_time, day_of, use_session};
use crate::i18n::Message;
use crate::i18n::messages::{Data, Saving, Shell, When};
use crate::ui::components::icon::{Icon, icon};

/// A polite live region: it is read out when it changes.
pub(super) fn save_state() -> AnyView {
    let session = use_session();
    let content = move || {
        let language = session.language.get();
        let (sign, message, time) = match session.save_state.get() {
            SaveState::Idle => return ().into_any(),
            SaveState::Saved { at } => (Icon::Check, Saving::Saved, clock_time(at)),
            SaveState::Saving => (Icon::RefreshCw, Saving::Busy, String::new()),
            SaveState::Failed { .. } => (Icon::TriangleAlert, Saving::Failed, String::new()),
            SaveState::Memory => (Icon::TriangleAlert, Saving::MemoryOnly, String::new()),
            SaveState::ReadOnly(ReadOnly::OtherTab) => (Icon::Lock, Saving::OtherTabWrites, String::new()),
            SaveState::ReadOnly(_) => {
                return view! { {icon(Icon::Lock)} <span>{Shell::ReadOnly.text(language)}</span> }.into_any();
            }
        };
        view! { {icon(sign)} <span>{message.text(language)}</span> <time>{time}</time> }.into_any()
    };
    let class = move || match session.save_state.get() {
        SaveState::Saving => "save-state is-saving",
        SaveState::Failed { .. } | SaveState::Memory => "save-state is-failed",
        _ => "save-state",
    };
    view! { <p class=class role="status">{content}</p> }.into_any()
}

/// The state of saving, and how old the last file is.
pub fn saved() -> AnyView {
    (save_state(), backup_age()).into_any()
}

fn backup_age() -> AnyView {
    let session = use_session();
    let words = move || {
        let language = session.language.get();
        match session.last_export() {
            Some(at) => {
                let when = When::from_days(day_of(at).days_since(session.today.get())).text(language).into_owned();
                Data::LastBackup { when }.text(language)
            }
            None => Data::NeverBackedUp.text(language),
        }
    };
    let is_open = move || session.stage.get() == Stage::Open;
    view! {
        <Show when=is_open>
            <p class="save-state is-quiet">{icon(Icon::Archive)} <span>{words}</span></p>
        </Show>
    }
    .into_any()
}
