//! The slide of one measure: how it stands, in numbers that are read from the back of a room, and why.

use std::sync::Arc;

use leptos::prelude::*;

use super::summary::Summary;
use super::{Deck, opening, picture};
use crate::app::Route;
use crate::charts::{Bullet, bullet};
use crate::evaluate::{Evaluation, Step, evaluate_previous};
use crate::i18n::messages::{Indicator, Leader, Shell, Why};
use crate::i18n::{
    Language, MISSING, Message, explain, format_date, needed_sentence, noted, period_name_inside, reckoned_prose,
    shift_words, value_words,
};
use crate::model::{Date, Measure, Period, PeriodLength, Programme, ValueKind};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::status_mark;
use crate::ui::pages::indicators::rows::Row;
use crate::ui::words;

/// The slide of the address.
pub(super) fn shown(deck: Deck, summary: Memo<Arc<Summary>>) -> AnyView {
    let is_opening = Memo::new(move |_| deck.place.get().map(|place| place == 0));
    // Drawn anew when what it shows is another, and not when another measure changes.
    let row = Memo::new_with_compare(
        move |_| {
            let index = deck.place.get()?.checked_sub(1)?;
            deck.rows.with(|rows| rows.get(index).cloned())
        },
        |before: Option<&Option<Row>>, now: Option<&Option<Row>>| !is_same(before, now),
    );
    let content = move || match is_opening.get() {
        Some(true) => opening::opening(deck, summary),
        Some(false) => (move || row.get().map(|row| slide(deck, &row))).into_any(),
        None => missing(),
    };
    content.into_any()
}

fn missing() -> AnyView {
    view! {
        <div class="empty-note">
            <h1 class="page-title">{words(&Shell::RecordNotFound)}</h1>
            <a class="button" href=Route::Leader(None).href()>{words(&Leader::Begin)}</a>
        </div>
    }
    .into_any()
}

fn is_same(before: Option<&Option<Row>>, now: Option<&Option<Row>>) -> bool {
    let (Some(Some(before)), Some(Some(now))) = (before, now) else { return before.is_some() == now.is_some() };
    let lead = |row: &Row| row.lead.as_ref().map(Arc::as_ptr);
    Arc::ptr_eq(&before.measure, &now.measure)
        && Arc::ptr_eq(&before.evaluation, &now.evaluation)
        && lead(before) == lead(now)
        && (&before.number, &before.group) == (&now.number, &now.group)
}

fn slide(deck: Deck, row: &Row) -> AnyView {
    let session = deck.session;
    let language = session.language.get();
    let (measure, evaluation) = (&*row.measure, &*row.evaluation);
    let status = row.status();
    let (value, unit) = value(measure, evaluation, language);
    let target = reckoned_prose(measure, evaluation, &measure.unit, language);
    let target = (!target.is_empty()).then(|| {
        let name = Indicator::TargetFact.text(language).into_owned();
        view! { <p class="leader-target">{name} " " <b>{target}</b></p> }
    });
    let bar = evaluation.goal.map(|_| bullet(&Bullet::of(measure, evaluation, status.as_str()), 320.0, 22.0));
    let needed = needed_sentence(measure, evaluation, language);
    let context = session.judged.with_untracked(|judged| judged.context.clone());
    let shift = session.programme.with_untracked(|programme| {
        let before = evaluate_previous(programme, measure, &context, PeriodLength::Quarter)?;
        shift_words(measure, &before, evaluation, language)
    });
    let day = session.as_of.get();
    let figure = session.programme.with_untracked(|programme| figure_due(programme, row, day, language));
    let projection = row.forecast(language).map(|words| (Indicator::ProjectedYear, words));
    let lead = row.lead.as_ref().map(|body| (Indicator::LedBy, body.name.clone()));
    let fact = |name: String, value: String| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any();
    let facts: Vec<AnyView> = projection
        .into_iter()
        .chain(lead)
        .map(|(name, value)| fact(name.text(language).into_owned(), value))
        .chain(figure.map(|(name, value)| fact(name.text(language).into_owned(), value)))
        .collect();
    // A target in words alone has no number to wait for.
    let has_value = value != MISSING || evaluation.goal.is_some();
    let is_sign = unit.chars().count() <= 2;
    // Long numbers take a smaller type.
    let length = match value.chars().count() {
        _ if value == MISSING => "is-missing",
        ..=5 => "",
        6..=9 => "is-long",
        _ => "is-longest",
    };
    view! {
        <article class="leader-slide" data-status=status.as_str() aria-labelledby="leader-title">
            <header class="leader-title">
                <p class="leader-where" lang="vi">{row.group.title.clone()} " " {row.number.clone()}</p>
                <h1 id="leader-title" lang="vi">{measure.name.clone()}</h1>
            </header>
            <div class="leader-text">
                <p class="leader-verdict">
                    {status_mark(status)} <b>{evaluation.verdict.text(language).into_owned()}</b>
                </p>
                {has_value.then(|| view! {
                    <p class="leader-value"><b class=length>{value}</b> " " <span class:is-sign=is_sign>{unit}</span></p>
                })}
                {target}
                <div class="leader-bullet" inner_html=bar></div>
                <p class="leader-why">
                    {explain(measure, evaluation, language).sentence} " " <span lang="vi">{noted(evaluation)}</span>
                </p>
                {needed.map(|needed| view! { <p class="leader-needed">{needed}</p> })}
                {shift.map(|shift| view! { <p class="leader-shift">{shift}</p> })}
                <dl class="leader-facts">{facts}</dl>
                <a class="leader-link" href=Route::Indicator(measure.id.clone()).href()>
                    {words(&Leader::OpenPage)} {icon(Icon::ArrowRight)}
                </a>
            </div>
            {picture::picture(deck, row, language)}
        </article>
    }
    .into_any()
}

/// The value now and its unit.
fn value(measure: &Measure, evaluation: &Evaluation, language: Language) -> (String, String) {
    let Some(value) = value_words(measure, evaluation, language) else { return (MISSING.to_owned(), String::new()) };
    match (evaluation.value, measure.value_kind) {
        (None, _) => (value, String::new()),
        (_, ValueKind::Rank) => (Why::Ranked { rank: value }.text(language).into_owned(), String::new()),
        _ => (value, measure.unit.clone()),
    }
}

/// The figure that is owed, or the one that comes next.
fn figure_due(programme: &Programme, row: &Row, day: Date, language: Language) -> Option<(Leader, String)> {
    let measure = &row.measure;
    if !measure.target.is_measurable() {
        return None;
    }
    let said = |period: Period, date: Date| {
        let (period, date) = (period_name_inside(period, language), format_date(date, language));
        Leader::FigureBy { period, date }.text(language).into_owned()
    };
    let overdue = row.evaluation.trace.steps.iter().find_map(|step| match step {
        Step::Overdue { period, due } => Some((Leader::OverdueFigure, said(*period, *due))),
        _ => None,
    });
    let settings = &programme.head().settings;
    let days = i64::from(measure.lag_days + settings.due_days);
    let next = || {
        let periods = programme.head().years().flat_map(|year| Period::of_year(year, measure.period));
        let mut coming = periods.map(|period| (period, period.end(settings.edges).add_days(days)));
        let has_come = |period: Period| {
            let mut figures = programme.observations_of(measure.id.as_str());
            figures.any(|figure| figure.period == period && figure.figure.is_some())
        };
        let (period, due) = coming.find(|(period, due)| *due >= day && !has_come(*period))?;
        Some((Leader::NextFigure, said(period, due)))
    };
    overdue.or_else(next)
}
