//! What is owed by a day: figures of a measure, reports of a duty.

use super::Context;
use super::series::Series;
use crate::document::{NodeId, sort_by};
use crate::model::{
    Cutoff, Cycle, Date, Measure, Observation, Period, PeriodEdges, PeriodLength, Programme, ReceivedState, ReportDuty,
};

/// A figure that is missing though its period is over, or that was sent back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureDue {
    pub period: Period,
    pub due: Date,
    pub is_returned: bool,
}

/// The figures of a measure that can be entered and are not there, oldest first. Of one reporting body those are asked
/// for by handing over its own figures alone.
pub fn figures_due<'a>(
    measure: &Measure,
    figures: impl IntoIterator<Item = &'a Observation>,
    context: &Context,
) -> Vec<FigureDue> {
    let figures: Vec<&Observation> = figures.into_iter().collect();
    let series = Series::read(measure, &figures, context);
    let lag = measure.lag_days.into();
    let missing = series.missing().into_iter();
    missing
        .filter(|period| context.as_of > period.end(context.settings.edges).add_days(lag))
        .map(|period| FigureDue { period, due: series.due(period), is_returned: series.returned.contains(&period) })
        .collect()
}

/// The period of a measure that is to be entered at a day, the last one whose figure can be known, and the one before it.
pub fn period_to_enter(measure: &Measure, context: &Context) -> Option<(Period, Option<Period>)> {
    let lag = measure.lag_days.into();
    let mut before = None;
    let mut now = None;
    let mut periods = (context.first_year..=context.last_year).flat_map(|year| Period::of_year(year, measure.period));
    while let Some(period) =
        periods.next().filter(|period| context.as_of > period.end(context.settings.edges).add_days(lag))
    {
        before = now.replace(period);
    }
    now.map(|now| (now, before))
}

/// A report that a body has not sent though its period is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDue {
    pub duty: NodeId,
    /// The body that the duty names, or the one of the kind that it names.
    pub body: NodeId,
    pub period: Period,
    pub due: Date,
}

/// The reports that a duty asks a body for and that have not come, oldest first.
pub fn reports_due(programme: &Programme, duty: &ReportDuty, body: &NodeId, context: &Context) -> Vec<ReportDue> {
    let edges = match duty.cutoff {
        Cutoff::Programme => context.settings.edges,
        Cutoff::Calendar => PeriodEdges::Calendar,
        Cutoff::Statutory => PeriodEdges::Statutory,
    };
    let has_come = |period: Period| {
        let mark = programme.received().of(duty.id.as_str()).find(|mark| mark.body == *body && mark.period == period);
        mark.is_some_and(|mark| mark.state != ReceivedState::Missing)
    };
    let mut due: Vec<ReportDue> = (context.first_year..=context.last_year)
        .flat_map(|year| periods_of(duty.cycle, year))
        .filter(|period| context.as_of > period.end(edges) && !has_come(*period))
        .map(|period| {
            let end = period.end(edges);
            let days = i64::from(context.settings.due_days);
            let due = duty.due_day.map_or_else(|| end.add_days(days), |day| next_day_of_month(end, day));
            ReportDue { duty: duty.id.clone(), body: body.clone(), period, due }
        })
        .collect();
    sort_by(&mut due, |a, b| (a.due, a.period).cmp(&(b.due, b.period)));
    due
}

/// What a cycle asks for in a year; nothing where reports come as they are called for.
fn periods_of(cycle: Cycle, year: i32) -> Vec<Period> {
    let all = |length| Period::of_year(year, length).collect();
    match cycle {
        Cycle::Month => all(PeriodLength::Month),
        Cycle::Quarter => all(PeriodLength::Quarter),
        Cycle::HalfYear => all(PeriodLength::HalfYear),
        // A period of nine months ends with the third quarter.
        Cycle::NineMonths => Period::new(year, PeriodLength::Quarter, 3).into_iter().collect(),
        Cycle::Year => all(PeriodLength::Year),
        Cycle::Thematic | Cycle::OnDemand => Vec::new(),
    }
}

/// The first day after another that bears a number; in a month without that day, its last.
fn next_day_of_month(after: Date, number: u8) -> Date {
    let (mut year, mut month) = (after.year(), after.month());
    // The month itself, or the next one.
    for _ in 0..2 {
        let day = (1..=number).rev().find_map(|day| Date::new(year, month, day));
        match day {
            Some(day) if day > after => return day,
            _ if month == 12 => (year, month) = (year + 1, 1),
            _ => month += 1,
        }
    }
    after.add_days(31)
}
