//! What happened to the figures: who entered, changed, approved or returned which, when, from what to what.

use leptos::prelude::*;

use super::Subject;
use super::figures::reading_text;
use crate::app::{Session, clock_time, day_of};
use crate::document::{Author, NodeId, Stamp, Timestamp, sort_by};
use crate::i18n::messages::{Figures, Indicator};
use crate::i18n::{Language, Message, author_name, format_date, period_name_inside};
use crate::model::{Figure, FigureState, Period, Programme};
use crate::ui::words;

const LATEST: usize = 5;

pub fn history(subject: Subject) -> AnyView {
    let session = subject.session;
    let shows_all = RwSignal::new(false);
    let changes = Memo::new(move |_| {
        // Its figures changed where its evaluation did.
        let _ = subject.evaluation.get();
        let measure = subject.measure.get().map(|measure| measure.id.clone());
        measure.map_or_else(Vec::new, |id| session.programme.with(|programme| happened(programme, id.as_str())))
    });
    let rows = move || {
        let language = session.language.get();
        let count = if shows_all.get() { usize::MAX } else { LATEST };
        changes
            .with(|changes| changes.iter().take(count).map(|change| row(session, change, language)).collect::<Vec<_>>())
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

/// One thing that happened, told in a line.
#[derive(Clone, PartialEq)]
struct Happened {
    stamp: Stamp,
    at: Option<Timestamp>,
    author: Option<Author>,
    period: Period,
    body: Option<NodeId>,
    what: What,
}

#[derive(Clone, PartialEq)]
enum What {
    Figure { before: Option<Figure>, after: Option<Figure>, reason: Option<String> },
    State(FigureState),
}

/// Figures and their steps, the newest first.
fn happened(programme: &Programme, measure: &str) -> Vec<Happened> {
    let figures = programme.figure_changes(measure).into_iter().map(|it| Happened {
        stamp: it.stamp,
        at: it.at,
        author: it.author,
        period: it.period,
        body: it.body,
        what: What::Figure { before: it.before, after: it.after, reason: it.reason },
    });
    let states = programme.state_changes(measure).into_iter().map(|it| Happened {
        stamp: it.stamp,
        at: it.at,
        author: it.author,
        period: it.period,
        body: it.body,
        what: What::State(it.state),
    });
    let mut all: Vec<Happened> = figures.chain(states).collect();
    sort_by(&mut all, |one, other| (&other.stamp, other.period).cmp(&(&one.stamp, one.period)));
    all
}

fn row(session: Session, change: &Happened, language: Language) -> AnyView {
    let period = period_name_inside(change.period, language);
    let what = match &change.what {
        What::Figure { after: None, .. } => Indicator::Cleared { period },
        What::Figure { before: None, .. } => Indicator::Entered { period },
        What::Figure { .. } => Indicator::Changed { period },
        What::State(FigureState::Submitted) => Indicator::Submitted { period },
        What::State(state) => Indicator::MovedOn { state: state.text(language).into_owned(), period },
    };
    let who = author_name(change.author.as_ref(), language);
    let of = change.body.as_ref().and_then(|id| {
        session.programme.with_untracked(|programme| Some(format!(" ({})", programme.bodies().get(id.as_str())?.name)))
    });
    let values = match &change.what {
        What::Figure { before, after, reason } => {
            let reason = reason.clone().map(|reason| Indicator::Because { reason }.text(language).into_owned());
            let before = before.as_ref().map(|figure| view! { " " <del>{figure_text(figure, language)}</del> " →" });
            let after = after.as_ref().map(|figure| view! { " " <ins>{figure_text(figure, language)}</ins> });
            view! { ":" {before} {after} {reason.map(|reason| view! { ". " {reason} })} }.into_any()
        }
        What::State(_) => ().into_any(),
    };
    let at = change.at.map(|at| format!("{}, {}", format_date(day_of(at), language), clock_time(at)));
    view! {
        <li>
            <p><b>{who}</b> " " {what.text(language).into_owned()} {of} {values}</p>
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
