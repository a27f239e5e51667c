//! The figures that a body has to enter, and all that it reports.

use leptos::prelude::*;

use super::work::{Desk, due_words};
use crate::app::{Filters, Route, with_filter};
use crate::document::NodeId;
use crate::evaluate::{BodyFigures, BodyWork, OwnMeasure};
use crate::i18n::messages::Bodies;
use crate::i18n::{Language, Message, period_name, period_name_inside, with_unit};
use crate::model::{Date, FigureState, Measure, Observation, Reading};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::indicator::figures::reading_text;
use crate::ui::words;

pub(super) fn figures_late(work: &BodyWork, day: Date) -> usize {
    work.figures.iter().flat_map(|figures| &figures.due).filter(|due| due.due < day).count()
}

pub(super) fn figures_owed(work: &BodyWork) -> usize {
    work.figures.iter().map(|figures| figures.due.len()).sum()
}

pub(super) fn figures(desk: Desk) -> AnyView {
    let rows = move || {
        let (language, day) = (desk.session.language.get(), desk.session.as_of.get());
        let view = |owed: &BodyFigures| figure(desk, owed, returned(desk, owed), day, language);
        desk.work.with(|work| work.figures.iter().map(view).collect::<Vec<_>>())
    };
    view! { <ul class="work-list">{rows}</ul> }.into_any()
}

/// What is to be mended in those that were sent back: the measure's, or the body's own where bodies report apart.
fn returned(desk: Desk, owed: &BodyFigures) -> Vec<String> {
    let day = desk.session.as_of.get();
    desk.session.programme.with(|programme| {
        let stands = |body: &NodeId| programme.body_on(body.as_str(), day).map(|body| body.id.clone());
        let is_own = |figure: &Observation| {
            figure.body.as_ref().is_none_or(|body| stands(body).is_some_and(|now| desk.body.with(|own| *own == now)))
        };
        let is_owed = |figure: &Observation| owed.due.iter().any(|due| due.is_returned && due.period == figure.period);
        let figures = programme.observations_of(owed.measure.id.as_str());
        let returned = figures.filter(|it| it.state == FigureState::Returned && is_owed(it) && is_own(it));
        returned.map(|figure| figure.remark.clone()).filter(|remark| !remark.is_empty()).collect()
    })
}

fn figure(desk: Desk, owed: &BodyFigures, returned: Vec<String>, day: Date, language: Language) -> AnyView {
    let name = owed.measure.name.clone();
    let href = desk.to_figures(&owed.measure);
    let periods: Vec<String> = owed
        .due
        .iter()
        .enumerate()
        .map(|(index, it)| {
            let name =
                if index == 0 { period_name(it.period, language) } else { period_name_inside(it.period, language) };
            let returned =
                if it.is_returned { format!(" ({})", Bodies::Returned.text(language)) } else { String::new() };
            format!("{name}{returned}")
        })
        .collect();
    // The oldest says how pressing it is.
    let (words_now, tone) = owed.due.first().map(|first| due_words(first.due, day, language)).unwrap_or_default();
    let label = format!("{}: {name}", Bodies::EnterFigures.text(language));
    let remark = (!returned.is_empty()).then(|| {
        view! { <span class="work-facts">{status_mark(Status::AtRisk)} <span>{returned.join("; ")}</span></span> }
    });
    view! {
        <li class=format!("work-row {tone}")>
            <div class="work-main">
                <span class="work-title" lang="vi">{name}</span>
                <span class="work-facts"><span>{periods.join(", ")}</span><span class="work-time">{words_now}</span></span>
                {remark}
            </div>
            <a class="button is-small" href=href aria-label=label>{icon(Icon::Pencil)}{Bodies::EnterFigures.text(language)}</a>
        </li>
    }
    .into_any()
}

impl Desk {
    /// The cell where a measure's next figure is typed: the body's own where bodies report apart.
    fn to_figures(self, measure: &Measure) -> String {
        let is_apart =
            self.work.with(|work| work.measures.iter().any(|own| own.measure.id == measure.id && own.is_apart));
        let body = self.body.get();
        let at = with_filter(
            with_filter(Filters::new(), "at", "figures"),
            "body",
            if is_apart { body.as_str() } else { "" },
        );
        Route::IndicatorAt(measure.id.clone(), at).href()
    }
}

/// What the body reports, with the last figure of each: what is not owed may still be wrong. Open while nothing is owed.
pub(super) fn own_measures(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.work.with(|work| work.measures.len()));
    let rows = move || {
        let language = desk.session.language.get();
        let order = desk.session.programme.with(|programme| {
            programme.measures_in_order().iter().map(|measure| measure.id.clone()).collect::<Vec<_>>()
        });
        let mut all = desk.work.with(|work| work.measures.clone());
        all.sort_by_key(|own| order.iter().position(|id| *id == own.measure.id));
        all.iter().map(|own| own_measure(desk, own, language)).collect::<Vec<_>>()
    };
    (move || {
        (count.get() > 0).then(|| {
            view! {
                <details class="work-rest" open=desk.work.with_untracked(|work| work.figures.is_empty())>
                    <summary>{words(&Bodies::OwnMeasures)} " " <span class="section-note">{count}</span></summary>
                    <ul class="work-list">{rows}</ul>
                </details>
            }
            .into_any()
        })
    })
    .into_any()
}

fn own_measure(desk: Desk, own: &OwnMeasure, language: Language) -> AnyView {
    let measure = &own.measure;
    let last = own.last.as_ref();
    let facts = last.and_then(|it| it.figure.as_ref().map(|figure| (it, figure))).map(|(it, figure)| {
        let unit = if matches!(figure.reading, Reading::Rank(_)) { "" } else { &measure.unit };
        let value = with_unit(&reading_text(&figure.reading, language), unit, language);
        let state = crate::i18n::to_lower(&it.state.text(language));
        format!("{}: {value}, {state}", period_name(it.period, language))
    });
    let facts = facts.unwrap_or_else(|| Bodies::NoFigureYet.text(language).into_owned());
    let name = measure.name.clone();
    view! {
        <li class="work-row">
            <div class="work-main">
                <a class="work-title" lang="vi" href=desk.to_figures(measure)>{name}</a>
                <span class="work-facts"><span>{facts}</span></span>
            </div>
        </li>
    }
    .into_any()
}
