//! What is owed by a day: figures of a measure, reports of a duty.

use std::sync::Arc;

use super::Context;
use super::series::Series;
use crate::document::{NodeId, sort_by};
use crate::model::{Date, Measure, Observation, Period, Programme, ReceivedState, ReportDuty};

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

/// A report that follows no calendar: a body has to send it when there is a cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccasionalReport {
    pub duty: Arc<ReportDuty>,
    pub body: NodeId,
    /// The periods for which it came, the latest last.
    pub came: Vec<Period>,
}

impl OccasionalReport {
    pub fn of(programme: &Programme, duty: &Arc<ReportDuty>, body: &NodeId, context: &Context) -> Self {
        Self { duty: duty.clone(), body: body.clone(), came: came(programme, duty, body, context) }
    }
}

/// The periods for which a body sent what a duty asks for, the latest last. What one sent that was merged since has come.
fn came(programme: &Programme, duty: &ReportDuty, body: &NodeId, context: &Context) -> Vec<Period> {
    let standing = |body: &NodeId| programme.body_on(body.as_str(), context.as_of).map(|body| &body.id);
    let marks = programme.received().of(duty.id.as_str());
    let own = marks.filter(|mark| mark.state != ReceivedState::Missing && standing(&mark.body) == standing(body));
    let mut periods: Vec<Period> = own.map(|mark| mark.period).collect();
    sort_by(&mut periods, |a, b| (a.year(), a.last_month()).cmp(&(b.year(), b.last_month())));
    periods
}

/// The reports that a duty asks a body for and that have not come, oldest first.
pub fn reports_due(programme: &Programme, duty: &ReportDuty, body: &NodeId, context: &Context) -> Vec<ReportDue> {
    let came = came(programme, duty, body, context);
    let mut due: Vec<ReportDue> = (context.first_year..=context.last_year)
        .flat_map(|year| duty.periods(year))
        .filter(|period| context.as_of > duty.end(*period, &context.settings) && !came.contains(period))
        .map(|period| {
            let due = duty.due(period, &context.settings);
            ReportDue { duty: duty.id.clone(), body: body.clone(), period, due }
        })
        .collect();
    sort_by(&mut due, |a, b| (a.due, a.period).cmp(&(b.due, b.period)));
    due
}
