//! A year of reports (lịch báo cáo): which body owes which one when, and what has come.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Context;
use crate::document::{NodeId, sort, sort_by};
use crate::model::{Body, Cycle, Date, Period, Programme, ReceivedState, ReportDuty};

/// How a report stands at a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportStanding {
    Received,
    /// It came, late.
    Late,
    /// It has not come, and its day is over.
    Missing,
    /// Its period is over, its day is to come.
    Open,
    /// Its period goes on, or is to begin.
    Future,
}

/// One report of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportMark {
    pub duty: NodeId,
    pub cycle: Cycle,
    /// The body that its mark names: the duty's own, or one that was merged since.
    pub body: NodeId,
    pub period: Period,
    /// Of no meaning where the cycle has no calendar.
    pub due: Date,
    pub standing: ReportStanding,
}

/// The reports of one body in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyReports {
    pub body: Arc<Body>,
    /// Of all its duties, those that follow no calendar among them.
    pub cycles: Vec<Cycle>,
    /// By period, shorter ones first.
    pub marks: Vec<ReportMark>,
}

impl ReportMark {
    pub fn is_owed(&self) -> bool {
        matches!(self.standing, ReportStanding::Missing | ReportStanding::Open)
    }

    /// What comes after the mark that stands, when a person goes on from one to the next: first as the day has it, then
    /// the other way of having come, then none. No day makes a report late that follows no calendar.
    pub fn next_state(&self, today: Date) -> Option<ReceivedState> {
        let by_day =
            if self.cycle.has_calendar() && today > self.due { ReceivedState::Late } else { ReceivedState::Received };
        match (self.standing, by_day) {
            (ReportStanding::Received, ReceivedState::Received) => Some(ReceivedState::Late),
            (ReportStanding::Late, ReceivedState::Late) => Some(ReceivedState::Received),
            (ReportStanding::Received | ReportStanding::Late, _) => None,
            _ => Some(by_day),
        }
    }
}

impl BodyReports {
    /// Of all that have come or should have, how many came in time. What follows no calendar has no time to come in.
    pub fn on_time(&self) -> (usize, usize) {
        let timed = || self.marks.iter().filter(|mark| mark.cycle.has_calendar());
        let count = |wanted: &[ReportStanding]| timed().filter(|mark| wanted.contains(&mark.standing)).count();
        let on_time = count(&[ReportStanding::Received]);
        (on_time, on_time + count(&[ReportStanding::Late, ReportStanding::Missing]))
    }

    pub fn owed(&self) -> impl Iterator<Item = &ReportMark> {
        self.marks.iter().filter(|mark| mark.is_owed())
    }
}

/// Every body that has to report, with its reports of a year.
pub fn reports_of_year(programme: &Programme, context: &Context, year: i32) -> BTreeMap<NodeId, BodyReports> {
    let mut all: BTreeMap<NodeId, BodyReports> = BTreeMap::new();
    let standing = |body: &NodeId| programme.body_on(body.as_str(), context.as_of).map(|body| body.id.clone());
    for duty in programme.duties().iter() {
        let mut came: BTreeMap<(NodeId, Period), (NodeId, ReceivedState)> = BTreeMap::new();
        for mark in programme.received().of(duty.id.as_str()) {
            if let Some(body) = standing(&mark.body) {
                came.insert((body, mark.period), (mark.body.clone(), mark.state));
            }
        }
        for body in programme.bodies_bound(duty, context.as_of) {
            let own = all.entry(body.id.clone()).or_insert_with(|| BodyReports {
                body: body.clone(),
                cycles: Vec::new(),
                marks: Vec::new(),
            });
            if !own.cycles.contains(&duty.cycle) {
                own.cycles.push(duty.cycle);
            }
            let named = duty.body.as_ref().unwrap_or(&body.id);
            let periods = if duty.cycle.has_calendar() {
                duty.periods(year)
            } else {
                // Nothing says when such a report comes; those that came are shown.
                let sent =
                    came.iter().filter(|((of, _), (_, state))| *of == body.id && *state != ReceivedState::Missing);
                sent.map(|((_, period), _)| *period).filter(|period| period.year() == year).collect()
            };
            own.marks.extend(periods.into_iter().map(|period| {
                let mark = came.get(&(body.id.clone(), period));
                ReportMark {
                    duty: duty.id.clone(),
                    cycle: duty.cycle,
                    body: mark.map_or(named, |(body, _)| body).clone(),
                    period,
                    due: duty.due(period, &context.settings),
                    standing: stands(duty, period, mark.map(|(_, state)| *state), context),
                }
            }));
        }
    }
    for reports in all.values_mut() {
        sort(&mut reports.cycles);
        sort_by(&mut reports.marks, |a, b| {
            (a.period.last_month(), a.cycle, &a.duty).cmp(&(b.period.last_month(), b.cycle, &b.duty))
        });
    }
    all
}

fn stands(duty: &ReportDuty, period: Period, mark: Option<ReceivedState>, context: &Context) -> ReportStanding {
    match mark {
        Some(ReceivedState::Received) => ReportStanding::Received,
        Some(ReceivedState::Late) => ReportStanding::Late,
        _ if context.as_of > duty.due(period, &context.settings) => ReportStanding::Missing,
        _ if context.as_of > duty.end(period, &context.settings) => ReportStanding::Open,
        _ => ReportStanding::Future,
    }
}
