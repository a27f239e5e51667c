//! Figures by reporting body: whose are shown in the grid, and all of them side by side.

use std::sync::Arc;

use leptos::prelude::*;

use super::reading_text;
use crate::document::{NodeId, sort_by};
use crate::i18n::messages::Figures;
use crate::i18n::{MISSING, Message, compare_names, format_exact, period_name_with_year};
use crate::model::{Body, BodyAggregation, Measure, Observation, Period, Programme};
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
            let has_total = measure.value_kind.over_bodies() == BodyAggregation::Sum;
            let row = |period: &Period| {
                let mut sum = Some(crate::model::Decimal::ZERO);
                let cells: Vec<AnyView> = bodies
                    .iter()
                    .map(|body| {
                        let figure = of(*period, &body.id).and_then(|it| it.figure.as_ref());
                        let number = figure.and_then(|figure| figure.reading.number());
                        sum = sum.zip(number).and_then(|(sum, number)| sum.checked_add(number));
                        let text = figure.map(|figure| reading_text(&figure.reading, language));
                        view! { <td class="is-number">{text.unwrap_or_else(|| MISSING.to_owned())}</td> }.into_any()
                    })
                    .collect();
                // A sum without one of them is no total.
                let total = sum.map_or_else(|| MISSING.to_owned(), |sum| format_exact(sum, language));
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
                        <div>
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
