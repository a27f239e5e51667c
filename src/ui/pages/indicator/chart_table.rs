//! The figures of the chart as a table.

use leptos::prelude::*;

use crate::app::Session;
use crate::charts::{Chart, Form};
use crate::evaluate::CourseStep;
use crate::i18n::messages::{Chart as Words, Figures, Indicator};
use crate::i18n::{Language, MISSING, Message, format_number, period_length_inside};
use crate::model::{Decimal, PeriodLength};
use crate::ui::words;

pub(super) fn table(session: Session, chart: Memo<Option<Chart>>) -> AnyView {
    let content = move || {
        let language = session.language.get();
        chart.with(|chart| chart.as_ref().map(|chart| rows(chart, language)))
    };
    view! {
        <details class="chart-table">
            <summary>{words(&Words::ShowTable)}</summary>
            <div role="region" tabindex="0" aria-labelledby="chart-title">
                <table aria-labelledby="chart-title">{content}</table>
            </div>
        </details>
    }
    .into_any()
}

/// A column of the table, and how a step fills it.
type Column<'a> = (String, &'a dyn Fn(&CourseStep) -> Option<String>);

fn rows(chart: &Chart, language: Language) -> AnyView {
    let number = |value: Decimal| format_number(value, chart.decimals, language);
    let short = |value: Decimal| chart.short_number(value, language);
    let own = |step: &CourseStep| step.own.map(number);
    let value = |step: &CourseStep| step.value.map(number);
    let pace = |step: &CourseStep| step.expected.map(short);
    let line = |step: &CourseStep| step.line.map(short);
    let before = |step: &CourseStep| step.before.map(number);
    let say = |message: &dyn Message| message.text(language).into_owned();
    let is_total = chart.form == Form::Total;
    let mut columns: Vec<Column> = Vec::with_capacity(5);
    if is_total {
        let length = chart.steps.first().map_or(PeriodLength::Month, |step| step.period.length());
        columns.push((say(&Figures::InPeriod { period: period_length_inside(length, language) }), &own));
        columns.push((say(&Figures::Cumulative), &value));
    } else {
        columns.push((say(&Figures::Value), &value));
    }
    if chart.steps.iter().any(|step| step.expected.is_some() && step.expected != step.line) {
        columns.push((say(&Figures::RequiredPace), &pace));
    }
    columns.push((say(&Indicator::TargetFact), &line));
    if let Some(step) = chart.steps.iter().find(|step| step.before.is_some()) {
        columns.push((say(&Words::LastYear { year: step.period.year() - 1 }), &before));
    }
    let heads: Vec<AnyView> = columns
        .iter()
        .map(|(name, _)| view! { <th scope="col" class="is-number">{name.clone()}</th> }.into_any())
        .collect();
    let row = |step: &CourseStep| {
        let cells = columns.iter().map(|(_, fill)| {
            let text = fill(step).unwrap_or_else(|| MISSING.to_owned());
            view! { <td class="is-number">{text}</td> }.into_any()
        });
        let cells: Vec<AnyView> = cells.collect();
        view! {
            <tr>
                <th scope="row">{chart.period_name(step.period, language)}</th>
                {cells}
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = chart.steps.iter().map(row).collect();
    view! {
        <thead>
            <tr>
                <th scope="col">{say(&Figures::Period)}</th>
                {heads}
            </tr>
        </thead>
        <tbody>{rows}</tbody>
    }
    .into_any()
}
