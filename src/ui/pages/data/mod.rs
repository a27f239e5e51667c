//! The page of files: export, import with a preview, restore points.

mod changes;
mod effect;
mod intake;
mod points;
mod put;
mod share;
mod told;

use self::intake::Intake;
pub use self::points::recover;

use leptos::prelude::*;

use crate::app::{Route, Session, Stage, day_of, use_session};
use crate::i18n::messages::{Choosing, Data, When};
use crate::i18n::{Language, Message, format_date};
use crate::ui::actions::download_backup;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

pub fn data() -> AnyView {
    let session = use_session();
    let intake = RwSignal::new(Intake::Nothing);
    // What a file would do has the page to itself until it is decided.
    let is_waiting = Memo::new(move |_| intake.with(Intake::is_waiting));
    let is_open = move || session.stage.get() == Stage::Open && !is_waiting.get();
    let last = move || {
        let language = session.language.get();
        match session.last_export() {
            Some(at) => Data::LastBackup { when: when(day_of(at), session.today.get(), language) }.text(language),
            None => Data::NeverBackedUp.text(language),
        }
    };
    view! {
        <div class="page-heading"><h1 class="page-title">{words(&Data::Title)}</h1> {left(session)}</div>
        <Show when=is_open>
            <section class="page-section" aria-labelledby="export-title">
                <div class="section-heading"><h2 id="export-title">{words(&Data::ExportTitle)}</h2></div>
                <p class="section-text">{words(&Data::ExportNote)}</p>
                <p class="page-actions">
                    <button class="button is-primary" on:click=move |_| download_backup(session)>
                        {icon(Icon::Download)} {words(&Data::DownloadFile)}
                    </button>
                    {share::button(session)}
                    <span class="section-note">{last}</span>
                </p>
            </section>
        </Show>
        {intake::intake(intake, is_waiting)}
        <Show when=move || !is_waiting.get()>{points::points()}</Show>
    }
    .into_any()
}

/// The way to what waits for a decision, after a merge for instance.
fn left(session: Session) -> AnyView {
    let count = Memo::new(move |_| session.programme.with(|programme| programme.disputes().len()));
    (move || {
        let count = Some(count.get()).filter(|count| *count > 0)?;
        let name = Choosing::Left { count }.text(session.language.get()).into_owned();
        let href = Route::Conflicts.href();
        Some(view! { <p class="page-actions"><a class="button" href=href>{status_mark(Status::AtRisk)} {name}</a></p> })
    })
    .into_any()
}

/// `hôm qua`, `3 ngày trước`, beyond a month the date.
fn when(day: crate::model::Date, today: crate::model::Date, language: Language) -> String {
    const RECENT_DAYS: i64 = 30;
    let days = day.days_since(today);
    if days.abs() <= RECENT_DAYS {
        When::from_days(days).text(language).into_owned()
    } else {
        format_date(day, language)
    }
}
