//! The cells of a row of the table: target, value, share, pictures, projection, verdict, lead.

use leptos::prelude::*;

use super::List;
use super::rows::Row;
use crate::app::Route;
use crate::charts::{Bullet, bullet, course_sparkline};
use crate::evaluate::{Evaluation, Step};
use crate::i18n::messages::Indicators;
use crate::i18n::{
    Language, MISSING, Message, format_date_short, percent_words, period_name_with_year, reckoned_short, value_words,
};
use crate::model::{Date, Measure, Target};
use crate::ui::components::status_mark::verdict;

/// The course as a small picture.
pub(super) fn spark(list: List, row: &Row) -> String {
    let context = list.session.judged.with_untracked(|judged| judged.context.clone());
    let own = (&*row.measure, &*row.evaluation);
    list.session.programme.with_untracked(|programme| course_sparkline(programme, own, &context, (76.0, 26.0)))
}

pub(super) fn cells(row: &Row, spark: &str, language: Language) -> Vec<AnyView> {
    let (measure, evaluation) = (&*row.measure, &*row.evaluation);
    let status = row.status();
    let link = Route::Indicator(measure.id.clone()).href();
    let ratio = evaluation.percent_of_plan.map(|share| percent_words(share, language));
    let forecast = row.forecast(language);
    let forecast_class =
        if evaluation.projection.is_some() { "cell-forecast is-number" } else { "cell-forecast is-number is-without" };
    // Without a goal in numbers there is nothing to measure a bar against.
    let bar = evaluation.goal.map(|_| bullet(&Bullet::of(measure, evaluation, status.as_str()), 96.0, 36.0));
    vec![
        cell("cell-no", row.number.clone().into_any()),
        view! { <td role="rowheader" class="cell-name"><a lang="vi" href=link>{measure.name.clone()}</a></td> }
            .into_any(),
        cell("cell-target is-number", target(measure, evaluation, language)),
        // A long one is cut by the style; it is read whole, and shown whole where one points at it.
        view! { <td role="cell" class="cell-unit" title=measure.unit.clone()>{measure.unit.clone()}</td> }.into_any(),
        cell("cell-actual is-number", value(row, language)),
        cell("cell-ratio is-number", ratio.into_any()),
        drawn("cell-bullet", bar.unwrap_or_default()),
        drawn("cell-spark", spark.to_owned()),
        cell(forecast_class, forecast.into_any()),
        cell("cell-verdict", verdict(evaluation.verdict, language)),
        cell("cell-lead", lead(row)),
        cell("cell-updated is-number", updated(row, language)),
    ]
}

fn cell(class: &'static str, content: AnyView) -> AnyView {
    view! { <td role="cell" class=class>{content}</td> }.into_any()
}

fn drawn(class: &'static str, svg: String) -> AnyView {
    view! { <td role="cell" class=class inner_html=svg></td> }.into_any()
}

/// A grade and a direction are words: they may wrap.
fn target(measure: &Measure, evaluation: &Evaluation, language: Language) -> AnyView {
    let text = reckoned_short(measure, evaluation, language);
    match evaluation.target {
        Target::GradeAtLeast(_) | Target::TowardsLower | Target::TowardsHigher | Target::Hold => {
            view! { <span class="target-words">{text}</span> }.into_any()
        }
        _ => text.into_any(),
    }
}

fn value(row: &Row, language: Language) -> AnyView {
    let Some(value) = value_words(&row.measure, &row.evaluation, language) else {
        let none = Indicators::NoValue.text(language).into_owned();
        return view! {
            <span class="no-value">
                <span aria-hidden="true">{MISSING}</span>
                <span class="visually-hidden">{none}</span>
            </span>
        }
        .into_any();
    };
    let period = row.evaluation.through.map(|period| period_name_with_year(period, language));
    // Words may take two lines.
    let class = if row.evaluation.value.is_none() { "target-words" } else { "" };
    view! { <span class=class title=period>{value}</span> }.into_any()
}

fn lead(row: &Row) -> AnyView {
    match &row.lead {
        Some(body) if body.short_name.is_empty() || body.short_name == body.name => body.name.clone().into_any(),
        Some(body) => view! { <abbr title=body.name.clone()>{body.short_name.clone()}</abbr> }.into_any(),
        None => ().into_any(),
    }
}

/// The day of the newest figure, or since when one is missing.
fn updated(row: &Row, language: Language) -> AnyView {
    if let Some(due) = overdue_since(&row.evaluation) {
        let day = format_date_short(due, language);
        return view! { <span class="is-overdue">{Indicators::Late { day }.text(language).into_owned()}</span> }
            .into_any();
    }
    row.updated.map(|day| format_date_short(day, language)).into_any()
}

fn overdue_since(evaluation: &Evaluation) -> Option<Date> {
    evaluation.trace.steps.iter().find_map(|step| if let Step::Overdue { due, .. } = step { Some(*due) } else { None })
}
