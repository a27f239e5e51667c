//! Settings: who writes, language, theme; what is stored on this machine, and clearing it.

mod rules;

pub use self::rules::thresholds;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{BODY, PERSON, Route, Session, Stage, Theme, day_of, use_session};
use crate::i18n::messages::{Data, FirstRun, Library, Palette, Settings, Shell, When};
use crate::i18n::{Language, Message, format_exact, to_lower};
use crate::model::Command;
use crate::ui::actions::{download_backup, perform_undoable};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::shell::Overlays;
use crate::ui::words;

/// UTF-16 units that browsers give to one origin.
const LIMIT_UNITS: usize = 5_242_880;

/// Days after which a backup file is old.
const OLD_BACKUP: i64 = 7;

pub fn settings() -> AnyView {
    view! {
        <div class="page-heading"><h1 class="page-title">{words(&Settings::Title)}</h1></div>
        {person()}
        {looks()}
        {keys()}
        {rules::rules()}
        {stored()}
    }
    .into_any()
}

fn person() -> AnyView {
    let session = use_session();
    let kept = move |name: &'static str| {
        session.preferences.with_untracked(|preferences| preferences.get(name).unwrap_or_default().to_owned())
    };
    let field = move |name: &'static str, label: Settings, autocomplete: &'static str| {
        let keep = move |event| {
            let typed = event_target_value(&event);
            if name == PERSON {
                session.set_person(&typed, &kept(BODY));
            } else {
                session.set_person(&kept(PERSON), &typed);
            }
        };
        view! {
            <label class="field">
                <span class="field-label">{words(&label)}</span>
                <input class="input" autocomplete=autocomplete prop:value=kept(name) on:change=keep />
            </label>
        }
        .into_any()
    };
    view! {
        <section class="page-section" aria-labelledby="person-title">
            <div class="section-heading"><h2 id="person-title">{words(&Settings::Person)}</h2></div>
            <div class="field-pair">
                {field(PERSON, Settings::PersonName, "name")}
                {field(BODY, Settings::PersonBody, "organization")}
            </div>
            <p class="field-hint">{words(&Settings::PersonNote)}</p>
        </section>
    }
    .into_any()
}

fn looks() -> AnyView {
    let session = use_session();
    let language = move |language: Language| {
        view! {
            <button
                lang=language.tag()
                aria-pressed=move || (session.language.get() == language).to_string()
                on:click=move |_| session.set_language(language)
            >
                {language.own_name()}
            </button>
        }
        .into_any()
    };
    let theme = move |theme: Theme, name: Settings| {
        view! {
            <button
                aria-pressed=move || (session.theme.get() == theme).to_string()
                on:click=move |_| session.set_theme(theme)
            >
                {words(&name)}
            </button>
        }
        .into_any()
    };
    let size = move |size: &'static str, name: Settings| {
        view! {
            <button
                aria-pressed=move || (session.text_size() == size).to_string()
                on:click=move |_| session.set_text_size(size)
            >
                {words(&name)}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="page-section" aria-labelledby="looks-title">
            <div class="section-heading"><h2 id="looks-title">{words(&Settings::Looks)}</h2></div>
            <div class="field" role="group" aria-labelledby="language-label">
                <span class="field-label" id="language-label">{words(&Settings::Language)}</span>
                <div class="segmented">{language(Language::Vietnamese)} {language(Language::English)}</div>
            </div>
            <div class="field" role="group" aria-labelledby="theme-label">
                <span class="field-label" id="theme-label">{words(&Settings::Theme)}</span>
                <div class="segmented">
                    {theme(Theme::System, Settings::ThemeSystem)}
                    {theme(Theme::Light, Settings::ThemeLight)}
                    {theme(Theme::Dark, Settings::ThemeDark)}
                </div>
            </div>
            {yes_or_no(&Settings::Contrast, "contrast-label", move || session.has_contrast(), move |on| session.set_contrast(on))}
            <div class="field" role="group" aria-labelledby="text-size-label">
                <span class="field-label" id="text-size-label">{words(&Settings::TextSize)}</span>
                <div class="segmented">
                    {size("", Settings::TextNormal)}
                    {size("large", Settings::TextLarge)}
                    {size("largest", Settings::TextLargest)}
                </div>
            </div>
        </section>
    }
    .into_any()
}

/// A choice between yes and no.
fn yes_or_no(
    name: &Settings,
    id: &'static str,
    is_on: impl Fn() -> bool + Copy + Send + Sync + 'static,
    set: impl Fn(bool) + Copy + 'static,
) -> AnyView {
    let choice = move |on: bool, name: Shell| {
        let pressed = move || (is_on() == on).to_string();
        view! { <button aria-pressed=pressed on:click=move |_| set(on)>{words(&name)}</button> }.into_any()
    };
    view! {
        <div class="field" role="group" aria-labelledby=id>
            <span class="field-label" id=id>{words(name)}</span>
            <div class="segmented">{choice(true, Shell::Yes)} {choice(false, Shell::No)}</div>
        </div>
    }
    .into_any()
}

fn keys() -> AnyView {
    let session = use_session();
    let list = expect_context::<Overlays>().keys;
    view! {
        <section class="page-section" aria-labelledby="keys-title">
            <div class="section-heading"><h2 id="keys-title">{words(&Settings::Keys)}</h2></div>
            {yes_or_no(&Settings::SingleKeys, "single-keys", move || session.has_single_keys(), move |on| session.set_single_keys(on))}
            <p class="page-actions">
                <button class="button" on:click=move |_| list.set(true)>{icon(Icon::Keyboard)} {words(&Palette::ShowKeys)}</button>
            </p>
        </section>
    }
    .into_any()
}

/// How old the last file of the open programme is.
fn backup(session: Session) -> AnyView {
    let days = move || session.last_export().map(|at| session.today.get().days_since(day_of(at)));
    let is_old = move || days().is_none_or(|days| days > OLD_BACKUP);
    let age = move || {
        let language = session.language.get();
        let words = match days() {
            Some(days) => {
                Settings::LastFile { when: When::from_days(-days).text(language).into_owned() }.text(language)
            }
            None => Settings::NoFileYet.text(language),
        };
        let sign = if is_old() { Icon::TriangleAlert } else { Icon::Archive };
        let hint = is_old().then(|| Settings::SaveFileNow.text(language).into_owned());
        view! { {icon(sign)} <span>{words.into_owned()} " " {hint}</span> }.into_any()
    };
    view! { <Show when=move || session.stage.get() == Stage::Open><li class:is-care=is_old>{age}</li></Show> }
        .into_any()
}

fn stored() -> AnyView {
    let session = use_session();
    let used = move || {
        // Every save changes it.
        session.save_state.track();
        let language = session.language.get();
        let megabytes = |units: usize| {
            let tenths = units * 10 / (1 << 20);
            let amount = crate::model::Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1);
            format!("{} MB", format_exact(amount.normalize(), language))
        };
        let (used, limit) = (megabytes(session.used_units()), megabytes(LIMIT_UNITS));
        Settings::StorageUsed { used, limit }.text(language).into_owned()
    };
    let points = move || {
        let count = session.points.with(Vec::len);
        Settings::PointCount { count }.text(session.language.get()).into_owned()
    };
    let typed = RwSignal::new(String::new());
    let word = move || Library::ClearWord.text(session.language.get()).into_owned();
    let question = move || Library::ClearConfirm { word: word() }.text(session.language.get()).into_owned();
    let is_sure = move || to_lower(typed.get().trim()) == word();
    let clear = move |_| {
        typed.set(String::new());
        spawn_local(async move {
            super::forget_unwritten();
            let message = if session.clear_everything().await { Library::Cleared } else { Library::NotCleared };
            session.toast(message.text(session.language.get_untracked()), None);
        });
    };
    let is_sample =
        move || session.stage.get() == Stage::Open && session.programme.with(|programme| programme.head().is_sample);
    let clear_sample = move |_| drop(perform_undoable(session, Command::ClearSample, &Shell::SampleCleared));
    let version = document()
        .query_selector("meta[name='tiendo-version']")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default();
    let version = move || Settings::Version { version: version.clone() }.text(session.language.get()).into_owned();
    view! {
        <section class="page-section" aria-labelledby="stored-title">
            <div class="section-heading"><h2 id="stored-title">{words(&Settings::Storage)}</h2></div>
            <ul class="privacy-facts">
                {backup(session)}
                <li>{icon(Icon::Info)} <span>{used}</span></li>
                <li>{icon(Icon::History)} <span>{points} " " <a href=Route::Data.href()>{words(&Settings::SeePoints)}</a></span></li>
                <li>{icon(Icon::Info)} <span>{words(&Settings::MayBeCleared)}</span></li>
                <li class="is-care">{icon(Icon::TriangleAlert)} <span>{words(&FirstRun::NoSecrets)}</span></li>
                <li class="is-care">{icon(Icon::TriangleAlert)} <span>{words(&FirstRun::SharedComputer)}</span></li>
            </ul>
            <Show when=move || session.stage.get() == Stage::Open>
                <p class="page-actions">
                    <button class="button" on:click=move |_| download_backup(session)>
                        {icon(Icon::Download)} {words(&Data::DownloadBackup)}
                    </button>
                </p>
            </Show>
            <Show when=is_sample>
                <p class="section-text">{words(&Settings::ClearSampleNote)}</p>
                <p class="page-actions">
                    <button class="button" prop:disabled=move || session.is_read_only() on:click=clear_sample>
                        {words(&Shell::ClearSampleFigures)}
                    </button>
                </p>
            </Show>
            <h3>{words(&Library::ClearEverything)}</h3>
            <p class="section-text" id="clear-note">{words(&Library::ClearEverythingNote)}</p>
            <div class="page-actions">
                <label class="field">
                    <span class="field-label">{question}</span>
                    <input class="input" autocomplete="off" aria-describedby="clear-note" bind:value=typed />
                </label>
                <button class="button is-danger" prop:disabled=move || !is_sure() on:click=clear>
                    {icon(Icon::Trash2)} {words(&Library::ClearEverything)}
                </button>
            </div>
            <p class="section-note">{version}</p>
        </section>
    }
    .into_any()
}
