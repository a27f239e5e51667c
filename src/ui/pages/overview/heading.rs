//! The one sentence of the page, and beneath it the day, the time gone and what is overdue.

use leptos::prelude::*;

use super::Scene;
use crate::app::Route;
use crate::evaluate::TaskCounts;
use crate::i18n::messages::{Overview, Shell};
use crate::i18n::{Language, Message, format_date, format_percent, headline_words};
use crate::model::{Date, Decimal, Head};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn heading(scene: Scene) -> AnyView {
    let session = scene.session;
    let headline = move || headline_words(&scene.rollup(), scene.place().period, session.language.get());
    let note = move || {
        let (language, day) = (session.language.get(), session.as_of.get());
        let date = format_date(day, language);
        let mut sentences = vec![Shell::AsOf { date }.text(language).into_owned()];
        if let Some(elapsed) = session.programme.with(|programme| elapsed(day, programme.head(), language)) {
            sentences[0].push_str(", ");
            sentences[0].push_str(&elapsed);
        }
        let rollup = scene.rollup();
        // Else the headline has said it.
        let overdue = if rollup.exceptions() > 0 { rollup.overdue } else { 0 };
        let late = session.programme.with(|programme| TaskCounts::of(programme, day).open_overdue);
        let mut parts = Vec::new();
        if overdue > 0 {
            parts.push(Overview::FiguresOverdue { count: overdue }.text(language));
        }
        if late > 0 {
            parts.push(Overview::TasksOverdue { count: late }.text(language));
        }
        if !parts.is_empty() {
            sentences.push(parts.join(", "));
        }
        format!("{}.", sentences.join(". "))
    };
    view! {
        <header class="page-heading">
            <div>
                <h1 class="headline is-wide">{headline}</h1>
                <p class="headline-note">{note}</p>
            </div>
            <div class="page-actions">
                <a class="button" href=Route::Leader(None).href()>{icon(Icon::Presentation)} {words(&Shell::Presentation)}</a>
            </div>
        </header>
    }
    .into_any()
}

/// How much of the programme's years is over. `None`: it names no year.
fn elapsed(day: Date, head: &Head, language: Language) -> Option<String> {
    let (first, last) = (Date::new(*head.years().start(), 1, 1)?, Date::new(*head.years().end(), 12, 31)?);
    let (gone, whole) = (day.days_since(first) + 1, last.days_since(first) + 1);
    let message = match (gone, whole - gone) {
        (..1, _) => Overview::NotBegun,
        (_, ..0) => Overview::Ended,
        (gone, days) => {
            let share = Decimal::from(gone * 100).checked_div(Decimal::from(whole))?;
            Overview::Elapsed { share: format_percent(share, 0, language), days }
        }
    };
    Some(message.text(language).into_owned())
}
