//! Figures by reporting body: whose are shown in the grid, and all of them side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::reading_text;
use crate::document::{NodeId, sort_by};
use crate::i18n::messages::Figures;
use crate::i18n::{Language, MISSING, Message, compare_names, format_exact, period_name_with_year};
use crate::model::{Arithmetic as _, Body, BodyAggregation, Decimal, Measure, Observation, Period, Programme, Reading};
use crate::ui::pages::indicator::{BODY, Subject, View};
use crate::ui::words;

/// The bodies that have reported figures of a measure.
fn reporters(programme: &Programme, measure: &Measure) -> Vec<Arc<Body>> {
    let mut ids: Vec<&NodeId> = programme
        .observations_of(measure.id.as_str())
        .filter(|it| it.figure.is_some())
        .filter_map(|it| it.body.as_ref())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    by_name(ids.into_iter().filter_map(|id| programme.bodies().get(id.as_str()).cloned()).collect())
}

fn by_name(mut bodies: Vec<Arc<Body>>) -> Vec<Arc<Body>> {
    sort_by(&mut bodies, |one, other| compare_names(&one.name, &other.name).then_with(|| one.id.cmp(&other.id)));
    bodies
}

/// The choice of whose figures the grid shows: first those that report, then every other body.
pub(super) fn choice(subject: Subject, view: View) -> AnyView {
    let session = subject.session;
    let options = move || {
        let measure = subject.measure.get()?;
        let language = session.language.get();
        let chosen = view.get(BODY).unwrap_or_default();
        let option = |id: String, name: String| {
            let is_chosen = id == chosen;
            view! { <option value=id prop:selected=is_chosen>{name}</option> }.into_any()
        };
        let bodies = |of: &[Arc<Body>]| -> Vec<AnyView> {
            of.iter().map(|body| option(body.id.to_string(), body.name.clone())).collect()
        };
        Some(session.programme.with(|programme| {
            let reporting = reporters(programme, &measure);
            let others: Vec<Arc<Body>> = programme
                .bodies()
                .iter()
                .filter(|body| body.successor.is_none() && !reporting.iter().any(|other| other.id == body.id))
                .cloned()
                .collect();
            let group = |name: Figures, of: &[Arc<Body>]| {
                let label = name.text(language).into_owned();
                (!of.is_empty()).then(|| view! { <optgroup label=label>{bodies(of)}</optgroup> }.into_any())
            };
            view! {
                {option(String::new(), Figures::WholeMeasure.text(language).into_owned())}
                {group(Figures::ReportingBodies, &reporting)}
                {group(Figures::OtherBodies, &by_name(others))}
            }
            .into_any()
        }))
    };
    view! {
        <select
            class="select" aria-label=words(&Figures::FiguresOf)
            on:change=move |event| view.set(BODY, &event_target_value(&event))
        >
            {options}
        </select>
    }
    .into_any()
}

/// Every body's figures by period, and what they make together; nothing where no body reports apart.
pub(super) fn side_by_side(subject: Subject) -> AnyView {
    let session = subject.session;
    let content = move || {
        let measure = subject.measure.get()?;
        // The evaluation changes with the figures.
        subject.evaluation.track();
        let language = session.language.get();
        session.programme.with(|programme| {
            let bodies = reporters(programme, &measure);
            if bodies.is_empty() {
                return None;
            }
            let figures: Vec<&Arc<Observation>> =
                programme.observations_of(measure.id.as_str()).filter(|it| it.figure.is_some()).collect();
            let mut periods: Vec<Period> = figures.iter().map(|it| it.period).collect();
            periods.dedup();
            let of = |period: Period, body: &NodeId| {
                figures.iter().find(|it| it.period == period && it.body.as_ref() == Some(body))
            };
            let heads: Vec<AnyView> = bodies
                .iter()
                .map(|body| view! { <th scope="col" class="is-number">{body.name.clone()}</th> }.into_any())
                .collect();
            let over = measure.value_kind.over_bodies();
            let has_total = over != BodyAggregation::None;
            let edges = programme.head().settings.edges;
            let row = |period: &Period| {
                let own = |body: &Arc<Body>| of(*period, &body.id).and_then(|it| it.figure.as_ref());
                // A body that was merged away before has nothing to report.
                let is_gone = |body: &Body| body.is_gone(period.days(edges).0);
                let reporting = bodies.iter().filter(|body| own(body).is_some() || !is_gone(body));
                let readings: Option<Vec<&Reading>> = reporting.map(|body| own(body).map(|it| &it.reading)).collect();
                // Without one of them there is no total.
                let total =
                    readings.filter(|all| !all.is_empty()).and_then(|readings| total(over, &readings, language));
                let cells: Vec<AnyView> = bodies
                    .iter()
                    .map(|body| {
                        let missing = || if is_gone(body) { "" } else { MISSING }.to_owned();
                        let text = own(body).map_or_else(missing, |figure| counted(&figure.reading, language));
                        view! { <td class="is-number">{text}</td> }.into_any()
                    })
                    .collect();
                let total = total.unwrap_or_else(|| MISSING.to_owned());
                view! {
                    <tr>
                        <th scope="row">{period_name_with_year(*period, language)}</th>
                        {cells}
                        {has_total.then(|| view! { <td class="is-number"><b>{total}</b></td> })}
                    </tr>
                }
                .into_any()
            };
            let rows: Vec<AnyView> = periods.iter().map(row).collect();
            Some(
                view! {
                    <details class="chart-table" open>
                        <summary id="by-body">{words(&Figures::ByBody)}</summary>
                        <div role="region" tabindex="0" aria-labelledby="by-body">
                            <table aria-labelledby="by-body">
                                <thead>
                                    <tr>
                                        <th scope="col">{words(&Figures::Period)}</th>
                                        {heads}
                                        {has_total.then(|| view! { <th scope="col" class="is-number">{words(&Figures::Total)}</th> })}
                                    </tr>
                                </thead>
                                <tbody>{rows}</tbody>
                            </table>
                        </div>
                    </details>
                }
                .into_any(),
            )
        })
    };
    content.into_any()
}

/// What the bodies' figures make together: counts add up, rates add numerators and denominators apart.
fn total(over: BodyAggregation, readings: &[&Reading], language: Language) -> Option<String> {
    let reading = match over {
        BodyAggregation::None => return None,
        BodyAggregation::Sum => {
            let add = |sum: Decimal, reading: &&Reading| sum.plus(reading.number()?);
            Reading::Number(readings.iter().try_fold(Decimal::ZERO, add)?)
        }
        BodyAggregation::RateOfSums => {
            let add = |(over, under): (Decimal, Decimal), reading: &&Reading| match reading {
                Reading::Ratio { numerator, denominator } => Some((over.plus(*numerator)?, under.plus(*denominator)?)),
                _ => None,
            };
            let (numerator, denominator) = readings.iter().try_fold((Decimal::ZERO, Decimal::ZERO), add)?;
            Reading::Ratio { numerator, denominator }
        }
    };
    Some(counted(&reading, language))
}

/// A rate with the counts that it is made of: `12/340 = 3,5`.
fn counted(reading: &Reading, language: Language) -> String {
    let text = reading_text(reading, language);
    match reading {
        Reading::Ratio { numerator, denominator } => {
            format!("{}/{} = {text}", format_exact(*numerator, language), format_exact(*denominator, language))
        }
        _ => text,
    }
}
