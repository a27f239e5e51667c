//! What comes next: by the body that leads it, what is overdue or falls due up to the end of the next quarter; then the
//! figures and reports that are still wanted. Running text has names in full.

use std::sync::Arc;

use leptos::prelude::*;

use super::work::{due, paragraph};
use super::{Source, led};
use crate::document::sort_by;
use crate::evaluate::ReportMark;
use crate::i18n::messages::Report;
use crate::i18n::{
    deadline_words, format_date, period_name_inside, period_name_with_year_inside, some_names, to_upper,
};
use crate::model::{Body, Clock};

/// Names of bodies that are told.
const NAMES: usize = 12;

/// `NHIỆM VỤ QUÝ IV`.
pub(super) fn title(source: &Source) -> String {
    source.say(&Report::Ahead { period: to_upper(&next_period(source)) })
}

/// The quarter after the one reported on; its year where that is another one.
pub(super) fn next_period(source: &Source) -> String {
    match source.period.next() {
        Some(next) if next.year() == source.period.year() => period_name_inside(next, source.language),
        Some(next) => period_name_with_year_inside(next, source.language),
        None => String::new(),
    }
}

pub(super) fn ahead(source: &Source) -> Vec<AnyView> {
    let wanted = [(Report::AheadFigures, figures(source)), (Report::AheadReports, reports(source))];
    let wanted = wanted.into_iter().filter(|(_, told)| !told.is_empty());
    let mut points = tasks(source);
    points.extend(wanted.map(|(title, told)| (source.say(&title), told)));
    if points.is_empty() {
        return vec![paragraph(source.say(&Report::NothingAhead))];
    }
    let points = points.into_iter().enumerate();
    points.map(|(index, (title, told))| led(format!("{}. {title}.", index + 1), &told)).collect()
}

/// Each body with its tasks in the order of their days; those that nobody leads come last.
fn tasks(source: &Source) -> Vec<(String, Vec<String>)> {
    let settings = &source.programme.head().settings;
    let until = source.period.next().map(|next| next.end(settings.edges));
    let found = due(source, &|clock, day| match clock {
        Clock::Overdue(_) => true,
        Clock::OnTime | Clock::DueSoon(_) => until.is_some_and(|until| day <= until),
        _ => false,
    });
    let mut by_body: Vec<(Option<&Arc<Body>>, Vec<String>)> = Vec::new();
    for (clock, item) in found {
        let deadline = deadline_words(&item.deadline, source.language);
        let is_overdue = matches!(clock, Clock::Overdue(_));
        let line = source.say(&Report::AheadLine { title: item.title.clone(), deadline, is_overdue });
        let lead = source.programme.lead_of_item(item, source.day);
        match by_body.iter_mut().find(|(body, _)| body.map(|it| &it.id) == lead.map(|it| &it.id)) {
            Some((_, lines)) => lines.push(line),
            None => by_body.push((lead, vec![line])),
        }
    }
    let (led, nobody): (Vec<_>, Vec<_>) = by_body.into_iter().partition(|(body, _)| body.is_some());
    let name = |body: Option<&Arc<Body>>| body.map_or_else(|| source.say(&Report::NobodyLeads), |it| it.name.clone());
    led.into_iter().chain(nobody).map(|(body, lines)| (name(body), lines)).collect()
}

/// Figures that were due and are not there, with the bodies that lead them.
fn figures(source: &Source) -> Vec<String> {
    let told = source.overdue_figures().filter_map(|row| {
        let period = period_name_inside(row.evaluation.overdue?, source.language);
        let lead = source.programme.lead_of(&row.measure, source.day).map(|body| body.name.clone());
        let (name, lead) = (row.measure.name.clone(), lead.unwrap_or_default());
        Some(source.say(&Report::FigureWanted { name, period, lead }))
    });
    told.collect()
}

/// Reports on what is over that have not come, each with the bodies that owe it, in the order of the days.
fn reports(source: &Source) -> Vec<String> {
    let mut wanted: Vec<(&ReportMark, Vec<&str>)> = Vec::new();
    for (body, mark) in source.reports.values().flat_map(|of| of.owed().map(|mark| (&*of.body.name, mark))) {
        match wanted.iter_mut().find(|(other, _)| (&other.duty, other.period) == (&mark.duty, mark.period)) {
            Some((_, names)) => names.push(body),
            None => wanted.push((mark, vec![body])),
        }
    }
    sort_by(&mut wanted, |(one, _), (other, _)| one.due.cmp(&other.due));
    let told = wanted.into_iter().map(|(mark, names)| {
        let title =
            source.programme.duties().get(mark.duty.as_str()).map(|duty| duty.title.clone()).unwrap_or_default();
        let names = some_names(&names, NAMES, source.language);
        let period = period_name_inside(mark.period, source.language);
        let (date, is_overdue) = (format_date(mark.due, source.language), mark.due < source.day);
        source.say(&Report::ReportWanted { title, period, names, date, is_overdue })
    });
    told.collect()
}
