//! What comes next: by the body that leads it, what is overdue or falls due up to the end of the next quarter; then the
//! figures and reports that are still wanted. Running text has names in full.

use leptos::prelude::*;

use super::work::{due, paragraph};
use super::{Source, led};
use crate::document::sort_by;
use crate::i18n::messages::Report;
use crate::i18n::{
    deadline_words, format_date, period_name_inside, period_name_with_year_inside, some_names, to_upper,
};
use crate::model::{Clock, Date, Period};

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
    let mut by_body: Vec<(String, Vec<String>)> = Vec::new();
    for (day, item) in found {
        let deadline = deadline_words(&item.deadline, source.language);
        let is_overdue = day < source.day;
        let line = source.say(&Report::AheadLine { title: item.title.clone(), deadline, is_overdue });
        let lead = source.programme.lead_of_item(item, source.day);
        let lead = lead.map(|body| body.name.clone()).unwrap_or_default();
        match by_body.iter_mut().find(|(body, _)| *body == lead) {
            Some((_, lines)) => lines.push(line),
            None => by_body.push((lead, vec![line])),
        }
    }
    if let Some(at) = by_body.iter().position(|(body, _)| body.is_empty()) {
        let (_, lines) = by_body.remove(at);
        by_body.push((source.say(&Report::NobodyLeads), lines));
    }
    by_body
}

/// Figures that were due and are not there, with the bodies that lead them.
fn figures(source: &Source) -> Vec<String> {
    let told = source.overdue_figures().map(|row| {
        let lead = source.programme.lead_of(&row.measure, source.day).map(|body| body.name.clone());
        source.say(&Report::FigureWanted { name: row.measure.name.clone(), lead: lead.unwrap_or_default() })
    });
    told.collect()
}

/// Reports on what is over that have not come, by period and day.
fn reports(source: &Source) -> Vec<String> {
    let mut wanted: Vec<(Date, Period, Vec<&str>)> = Vec::new();
    for (body, mark) in source.reports.values().flat_map(|of| of.owed().map(|mark| (&*of.body.name, mark))) {
        match wanted.iter_mut().find(|(due, period, _)| (*due, *period) == (mark.due, mark.period)) {
            Some((_, _, names)) => names.push(body),
            None => wanted.push((mark.due, mark.period, vec![body])),
        }
    }
    sort_by(&mut wanted, |one, other| one.0.cmp(&other.0));
    wanted
        .into_iter()
        .map(|(due, period, names)| {
            let names = some_names(&names, NAMES, source.language);
            let period = period_name_inside(period, source.language);
            let (date, is_overdue) = (format_date(due, source.language), due < source.day);
            source.say(&Report::ReportWanted { names, period, date, is_overdue })
        })
        .collect()
}
