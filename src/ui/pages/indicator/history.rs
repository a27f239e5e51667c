//! What happened to the figures: who entered or changed which, when, from what to what.

use leptos::prelude::*;

use super::Subject;
use super::figures::reading_text;
use crate::app::{clock_time, day_of};
use crate::i18n::messages::{Figures, Indicator};
use crate::i18n::{Language, Message, format_date, period_name_inside};
use crate::model::{Figure, FigureChange};
use crate::ui::words;

const LATEST: usize = 5;

pub fn history(subject: Subject) -> AnyView {
    let session = subject.session;
    let shows_all = RwSignal::new(false);
    let changes = Memo::new(move |_| {
        // Its figures changed where its evaluation did; notes alone are no part of this.
        let _ = subject.evaluation.get();
        let measure = subject.measure.get().map(|measure| measure.id.clone());
        measure.map_or_else(Vec::new, |id| session.programme.with(|programme| programme.figure_changes(id.as_str())))
    });
    let rows = move || {
        let language = session.language.get();
        let count = if shows_all.get() { usize::MAX } else { LATEST };
        changes.with(|changes| changes.iter().take(count).map(|change| row(change, language)).collect::<Vec<_>>())
    };
    let more = move || {
        let count = changes.with(Vec::len);
        let name = move || {
            let message = if shows_all.get() { Indicator::HistoryLatest } else { Indicator::HistoryAll { count } };
            message.text(session.language.get()).into_owned()
        };
        (count > LATEST).then(|| {
            view! {
                <button
                    class="text-button section-actions"
                    aria-expanded=move || shows_all.get().to_string()
                    on:click=move |_| shows_all.update(|all| *all = !*all)
                >
                    {name}
                </button>
            }
            .into_any()
        })
    };
    let is_empty = move || changes.with(Vec::is_empty);
    view! {
        <section class="history-section" aria-labelledby="history-title">
            <div class="section-heading">
                <h2 id="history-title">{words(&Indicator::History)}</h2>
                {more}
            </div>
            {move || is_empty().then(|| view! { <p class="section-note">{words(&Indicator::NoHistory)}</p> })}
            <ol class="history">{rows}</ol>
        </section>
    }
    .into_any()
}

fn row(change: &FigureChange, language: Language) -> AnyView {
    let period = period_name_inside(change.period, language);
    let what = match (&change.before, &change.after) {
        (_, None) => Indicator::Cleared { period },
        (None, Some(_)) => Indicator::Entered { period },
        (Some(_), Some(_)) => Indicator::Changed { period },
    };
    let who = change.author.as_ref().map(|author| match (author.person.as_str(), author.body.as_str()) {
        ("", body) => body.to_owned(),
        (person, _) => person.to_owned(),
    });
    let who = who.filter(|who| !who.is_empty()).unwrap_or_else(|| Indicator::Somebody.text(language).into_owned());
    let before = change.before.as_ref().map(|figure| view! { " " <del>{figure_text(figure, language)}</del> " →" });
    let after = change.after.as_ref().map(|figure| view! { " " <ins>{figure_text(figure, language)}</ins> });
    let at = change.at.map(|at| format!("{}, {}", format_date(day_of(at), language), clock_time(at)));
    view! {
        <li>
            <p><b>{who}</b> " " {what.text(language).into_owned()} ":" {before} {after}</p>
            {at.map(|at| view! { <time>{at}</time> })}
        </li>
    }
    .into_any()
}

fn figure_text(figure: &Figure, language: Language) -> String {
    let mut text = reading_text(&figure.reading, language);
    if figure.is_estimate {
        text.push_str(", ");
        text.push_str(&Figures::Estimate.text(language));
    }
    text
}
