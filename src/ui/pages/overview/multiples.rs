//! Small charts beside each other, those at risk first.

use leptos::prelude::*;

use super::{Scene, keyed};
use crate::app::{Filters, Route, Session, use_session};
use crate::charts::{Chart, Spark, small_multiple, sparkline};
use crate::evaluate::{CourseStep, drawn_course};
use crate::i18n::messages::Overview;
use crate::i18n::{Language, Message, reckoned_prose, value_words};
use crate::ui::components::status_mark::status_mark;
use crate::ui::pages::indicators::rows::Row;
use crate::ui::words;

const MOST: usize = 12;

pub fn multiples(scene: Scene) -> AnyView {
    let session = scene.session;
    // One value is no course.
    let has_course = move |row: &Row| {
        row.evaluation.value.is_some() && course(session, row).iter().filter_map(|step| step.value).nth(1).is_some()
    };
    let pieces = Memo::new(move |_| scene.pressing(MOST, &has_course));
    let is_empty = Memo::new(move |_| pieces.with(Vec::is_empty));
    let all = move || {
        let count = scene.rows.with(|rows| rows.len());
        Overview::AllIndicators { count }.text(session.language.get()).into_owned()
    };
    let section = move || {
        (!is_empty.get()).then(|| {
            view! {
                <section aria-labelledby="multiples-title">
                    <div class="section-heading">
                        <h2 id="multiples-title">{words(&Overview::Multiples)}</h2>
                        <span class="section-note">{words(&Overview::MultiplesNote)}</span>
                        <a class="section-link" href=Route::Indicators(Filters::new()).href()>
                            {all}
                        </a>
                    </div>
                    <ul class="small-multiples">{keyed(pieces, multiple)}</ul>
                </section>
            }
        })
    };
    section.into_any()
}

fn multiple(row: Row) -> AnyView {
    let session = use_session();
    let content = move || {
        let language = session.language.get();
        let chart = Chart::of(&row.measure, &row.evaluation, course(session, &row), language);
        shown(&row, &chart, language)
    };
    view! { <li class="small-multiple">{content}</li> }.into_any()
}

fn course(session: Session, row: &Row) -> Vec<CourseStep> {
    let judged = session.judged.get_untracked();
    session.programme.with_untracked(|programme| drawn_course(programme, &row.measure, &judged.context))
}

/// The chart, and the line that takes its place on a phone.
fn shown(row: &Row, chart: &Chart, language: Language) -> AnyView {
    let (measure, evaluation) = (&*row.measure, &*row.evaluation);
    let verdict = evaluation.verdict.text(language).into_owned();
    view! {
        <h3>
            {status_mark(row.status())}
            <a lang="vi" href=Route::Indicator(measure.id.clone()).href() title=measure.name.clone()>{measure.name.clone()}</a>
            <span class="visually-hidden">{format!(": {verdict}")}</span>
        </h3>
        <p class="multiple-unit">{measure.unit.clone()}</p>
        <div class="multiple-chart" inner_html=small_multiple(chart, language)></div>
        <p class="multiple-row">
            <b>{value_words(measure, evaluation, language)}</b>
            <span>{reckoned_prose(measure, evaluation, &measure.unit, language)}</span>
            <span inner_html=sparkline(&Spark::of(chart), 104.0, 30.0)></span>
        </p>
    }
    .into_any()
}
