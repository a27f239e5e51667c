//! Small charts of the bodies that send their own figures, on one scale; a merged body's line ends, and words say so.

use std::sync::Arc;

use leptos::prelude::*;

use super::Subject;
use crate::app::Route;
use crate::charts::{Chart, Spark, small_multiples, sparkline};
use crate::document::sort_by;
use crate::evaluate::courses_of_bodies;
use crate::i18n::messages::Chart as Words;
use crate::i18n::{Language, MISSING, Message, compare_names, format_date, format_number};
use crate::model::{Body, Programme};
use crate::ui::words;

/// Beyond these the grid of figures is the better place.
const MOST: usize = 24;

pub(super) fn bodies(subject: Subject) -> AnyView {
    let session = subject.session;
    let charts = Memo::new(move |_| {
        let Some((measure, evaluation)) = subject.get() else { return Vec::new() };
        let language = session.language.get();
        let context = session.judged.with(|judged| judged.context.clone());
        session.programme.with(|programme| {
            let courses = courses_of_bodies(programme, &measure, &context);
            let chart = |(body, course): (&Arc<Body>, _)| {
                (body.clone(), Chart::of_body(&measure, &evaluation, body, course, language))
            };
            let mut charts: Vec<(Arc<Body>, Chart)> = courses.into_iter().map(chart).collect();
            sort_by(&mut charts, |one, other| compare_names(&one.0.name, &other.0.name));
            charts.truncate(MOST);
            charts
        })
    });
    let content = move || {
        let language = session.language.get();
        charts.with(|charts| {
            if charts.is_empty() {
                return None;
            }
            let drawn = small_multiples(&charts.iter().map(|(_, chart)| chart.clone()).collect::<Vec<_>>(), language);
            let notes = session.programme.with(|programme| {
                charts.iter().map(|(body, chart)| notes(programme, body, chart, language)).collect::<Vec<_>>()
            });
            let all = charts.iter().zip(drawn).zip(notes);
            let items: Vec<AnyView> =
                all.map(|(((body, chart), svg), notes)| item(body, chart, svg, notes, language)).collect();
            let count = Words::BodiesNote { count: items.len() }.text(language).into_owned();
            Some(section(items, count))
        })
    };
    content.into_any()
}

fn section(items: Vec<AnyView>, count: String) -> AnyView {
    view! {
        <section class="bodies-section" aria-labelledby="bodies-title">
            <div class="section-heading">
                <h2 id="bodies-title">{words(&Words::Bodies)}</h2>
                <span class="section-note">{count}</span>
            </div>
            <ul class="small-multiples">{items}</ul>
        </section>
    }
    .into_any()
}

/// Where its line breaks: merged away, grown by another one, or counted anew.
fn notes(programme: &Programme, body: &Body, chart: &Chart, language: Language) -> String {
    let name = |id: &str| programme.bodies().get(id).map(|body| body.name.clone());
    let mut notes = Vec::new();
    if let Some((into, on)) = &body.successor
        && let Some(name) = name(into.as_str())
    {
        notes.push(Words::MergedInto { name, date: format_date(*on, language) }.text(language).into_owned());
    }
    for other in programme.bodies().iter() {
        if let Some((into, on)) = &other.successor
            && *into == body.id
        {
            let (name, date) = (other.name.clone(), format_date(*on, language));
            notes.push(Words::TookOver { name, date }.text(language).into_owned());
        }
    }
    if notes.is_empty() {
        notes.extend(chart.break_words(language));
    }
    notes.join("; ")
}

fn item(body: &Body, chart: &Chart, svg: String, notes: String, language: Language) -> AnyView {
    let last = chart.steps.iter().rev().find_map(|step| step.value);
    let last = last.map_or_else(|| MISSING.to_owned(), |value| format_number(value, chart.decimals, language));
    view! {
        <li class="small-multiple">
            <h3>
                <a href=Route::Body(Some(body.id.clone())).href() title=body.name.clone()>{body.name.clone()}</a>
            </h3>
            <p class="multiple-note">{notes}</p>
            <div class="multiple-chart" inner_html=svg></div>
            <p class="multiple-row">
                <b>{last}</b>
                <span>{chart.unit.clone()}</span>
                <span inner_html=sparkline(&Spark::of(chart), 104.0, 30.0)></span>
            </p>
        </li>
    }
    .into_any()
}
