//! What calls for work: indicators behind, and tasks that are overdue.

use leptos::prelude::*;

use super::table::{Cell, table};
use super::{Source, results};
use crate::charts::Chart;
use crate::document::sort_by;
use crate::evaluate::{TaskFacts, clock_at, drawn_course};
use crate::i18n::messages::Report;
use crate::i18n::{deadline_words, explain, needed_sentence, noted, with_unit};
use crate::model::{Clock, Date, Item};
use crate::ui::pages::indicators::rows::{self, Row, Sort};

/// Of so many indicators it is told why they stand as they do.
const EXPLAINED: usize = 3;
/// How wide the chart is drawn, in pixels: for a page of A4 between its margins, and for a phone.
const WIDE: f64 = 620.0;
const NARROW: f64 = 340.0;

/// The indicators that are missed, behind or at risk.
pub(super) fn exceptions<'a>(source: &Source<'a>) -> Vec<&'a Row> {
    source.rows.iter().filter(|row| row.evaluation.verdict.is_exception()).collect()
}

/// Those, why the first of them are, or all, and the course of one.
pub(super) fn focus(source: &Source, explains_all: bool) -> Vec<AnyView> {
    let mut found = exceptions(source);
    rows::sort(&mut found, Sort::Urgency);
    if found.is_empty() {
        return vec![paragraph(source.say(&Report::NoFocus))];
    }
    let heads = [
        Report::ColumnNo,
        Report::ColumnNameAndUnit,
        Report::ColumnPlan,
        source.column_done(),
        Report::ColumnShare,
        Report::ColumnProjection,
        Report::ColumnVerdict,
    ]
    .map(|head| source.say(&head));
    let line = |(index, row): (usize, &&Row)| {
        let [plan, done, share, verdict] = results::stand(source, row);
        let name = Cell::Own(named(row));
        vec![Cell::Count((index + 1).to_string()), name, plan, done, share, projection(source, row), verdict]
    };
    let lines: Vec<_> = found.iter().enumerate().map(line).collect();
    let mut parts = vec![table(&source.captioned(&Report::TableFocus), &heads, &lines)];
    let explained = if explains_all { found.len() } else { EXPLAINED };
    parts.extend(found.iter().take(explained).map(|row| paragraph(why(source, row))));
    // A course that says where it leads tells most.
    let projected = found.iter().filter(|row| row.evaluation.projection.is_some());
    parts.extend(projected.chain(&found).find_map(|row| figure(source, row)));
    parts
}

/// A measure with its unit.
fn named(row: &Row) -> String {
    let (name, unit) = (&row.measure.name, &row.measure.unit);
    if unit.is_empty() { name.clone() } else { format!("{name} ({unit})") }
}

fn projection(source: &Source, row: &Row) -> Cell {
    let words = row.forecast(source.language).unwrap_or_default();
    if row.evaluation.projection.is_some() { Cell::Number(words) } else { Cell::Words(words) }
}

fn why(source: &Source, row: &Row) -> String {
    let (measure, evaluation, language) = (&*row.measure, &*row.evaluation, source.language);
    let sentence = explain(measure, evaluation, language).sentence;
    let cause = noted(evaluation).unwrap_or_default();
    let needed = needed_sentence(measure, evaluation, language).unwrap_or_default();
    let said: Vec<String> = [sentence, cause, needed].into_iter().filter(|words| !words.is_empty()).collect();
    format!("{}: {}", measure.name, said.join(" "))
}

/// The course of a measure, where there is a line to draw.
fn figure(source: &Source, row: &Row) -> Option<AnyView> {
    if row.measure.value_kind.is_in_words() {
        return None;
    }
    let course = drawn_course(source.programme, &row.measure, &source.judged.context);
    if course.len() < 2 {
        return None;
    }
    let chart = Chart::of(&row.measure, &row.evaluation, course, source.language);
    let drawn = |class: &'static str, width: f64| {
        let svg = chart.draw(width, source.language).svg;
        view! { <div class=class inner_html=svg></div> }.into_any()
    };
    let mut name = source.say(&Report::Figure { name: named(row) });
    if row.evaluation.projection.is_some() {
        name = format!("{name}. {}", source.say(&Report::FigureRange));
    }
    let figure = view! {
        <figure class="paper-figure">
            {drawn("is-wide", WIDE)} {drawn("is-narrow", NARROW)} <figcaption>{name}</figcaption>
        </figure>
    };
    Some(figure.into_any())
}

/// Tasks that are overdue at the day, the oldest first.
pub(super) fn late<'a>(source: &Source<'a>) -> Vec<&'a Item> {
    let late = due(source, &|clock, _| matches!(clock, Clock::Overdue(_)));
    late.into_iter().map(|(_, item)| item).collect()
}

pub(super) fn overdue(source: &Source) -> AnyView {
    let found = late(source);
    if found.is_empty() {
        return paragraph(source.say(&Report::NoOverdue));
    }
    let heads =
        [Report::ColumnNo, Report::ColumnTask, Report::ColumnLead, Report::ColumnDeadline, Report::ColumnProgress]
            .map(|head| source.say(&head));
    let line = |(index, item): (usize, &&Item)| {
        let lead = source.programme.lead_of_item(item, source.day);
        vec![
            Cell::Count((index + 1).to_string()),
            Cell::Own(item.title.clone()),
            Cell::Own(lead.map(|body| body.short().to_owned()).unwrap_or_default()),
            Cell::Words(deadline_words(&item.deadline, source.language)),
            Cell::Own(progress(source, item)),
        ]
    };
    let lines: Vec<_> = found.iter().enumerate().map(line).collect();
    table(&source.captioned(&Report::TableOverdue { date: source.date() }), &heads, &lines)
}

/// The newest word on how it goes, by the day; else its percent.
fn progress(source: &Source, item: &Item) -> String {
    let known = source.programme.updates().of(item.id.as_str()).filter(|update| update.date <= source.day);
    let newest = known.filter(|update| !update.text.is_empty()).max_by_key(|update| (update.date, update.written));
    let words = newest.map(|update| update.text.clone());
    let percent = || item.percent.map(|percent| with_unit(&percent.to_string(), "%", source.language));
    words.or_else(percent).unwrap_or_default()
}

/// The tasks that are wanted by how they stand and their last day, in the order of the days, with how they stand.
pub(super) fn due<'a>(source: &Source<'a>, is_wanted: &dyn Fn(Clock, Date) -> bool) -> Vec<(Clock, &'a Item)> {
    let soon = source.programme.head().settings.due_soon_days;
    let mut found: Vec<(Date, Clock, &Item)> = source
        .programme
        .tasks()
        .filter_map(|item| {
            let day = item.deadline.day_at(source.day)?;
            let clock = clock_at(&TaskFacts::of(item), source.day, soon);
            is_wanted(clock, day).then_some((day, clock, &**item))
        })
        .collect();
    sort_by(&mut found, |one, other| one.0.cmp(&other.0));
    found.into_iter().map(|(_, clock, item)| (clock, item)).collect()
}

pub(super) fn paragraph(text: String) -> AnyView {
    view! { <p>{text}</p> }.into_any()
}
