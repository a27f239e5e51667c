//! When reports are due, and which bodies owe them.

use std::sync::Arc;

use super::{
    Body, Cutoff, Cycle, Date, Period, PeriodEdges, PeriodLength, Programme, ReceivedState, ReportDuty, Settings,
};

/// One report of a duty that somebody still owes.
#[derive(Clone, Debug)]
pub struct AwaitedReport {
    pub period: Period,
    pub due: Date,
    /// How many bodies owe it, and those of them that have not sent it.
    pub bodies: usize,
    pub missing: Vec<Arc<Body>>,
}

impl ReportDuty {
    /// Its periods in a year; none where reports follow no calendar.
    pub fn periods(&self, year: i32) -> Vec<Period> {
        let (length, only) = match self.cycle {
            Cycle::Month => (PeriodLength::Month, None),
            Cycle::Quarter => (PeriodLength::Quarter, None),
            Cycle::HalfYear => (PeriodLength::HalfYear, None),
            // Nine months end with the third quarter.
            Cycle::NineMonths => (PeriodLength::Quarter, Some(3)),
            Cycle::Year => (PeriodLength::Year, None),
            Cycle::Thematic | Cycle::OnDemand => return Vec::new(),
        };
        Period::of_year(year, length).filter(|period| only.is_none_or(|index| period.index() == index)).collect()
    }

    /// The last day that the report of a period is about.
    pub fn end(&self, period: Period, settings: &Settings) -> Date {
        period.end(match self.cutoff {
            Cutoff::Programme => settings.edges,
            Cutoff::Calendar => PeriodEdges::Calendar,
            Cutoff::Statutory => PeriodEdges::Statutory,
        })
    }

    /// The last day on which the report of a period is on time.
    pub fn due(&self, period: Period, settings: &Settings) -> Date {
        let end = self.end(period, settings);
        match self.due_day {
            Some(day) => end.next_on_day(day),
            None => end.add_days(settings.due_days.into()),
        }
    }
}

impl Programme {
    /// The bodies that a duty binds on a day: its own, or all of a kind that still exist.
    pub fn bodies_bound(&self, duty: &ReportDuty, day: Date) -> Vec<Arc<Body>> {
        if let Some(body) = &duty.body {
            return self.body_on(body.as_str(), day).cloned().into_iter().collect();
        }
        let of_kind = self.bodies().iter().filter(|body| Some(body.kind) == duty.body_kind && !body.is_gone(day));
        of_kind.cloned().collect()
    }

    /// The first report of a duty, due on `since` or later, that not every body has sent.
    pub fn awaited_report(&self, duty: &ReportDuty, since: Date) -> Option<AwaitedReport> {
        let head = self.head();
        let periods = head.years().flat_map(|year| duty.periods(year));
        let due = periods.map(|period| (period, duty.due(period, &head.settings))).filter(|(_, due)| *due >= since);
        due.into_iter().find_map(|(period, due)| {
            let bound = self.bodies_bound(duty, due);
            let bodies = bound.len();
            let has_sent = |body: &Arc<Body>| {
                let sent = self.received().of(duty.id.as_str()).filter(|mark| mark.period == period);
                // A mark may name the body that this one took over.
                sent.filter(|mark| mark.state != ReceivedState::Missing)
                    .any(|mark| self.body_on(mark.body.as_str(), due).is_some_and(|found| found.id == body.id))
            };
            let missing: Vec<_> = bound.into_iter().filter(|body| !has_sent(body)).collect();
            (!missing.is_empty()).then_some(AwaitedReport { period, due, bodies, missing })
        })
    }
}
