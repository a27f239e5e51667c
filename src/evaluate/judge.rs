//! The judgement itself: from a measure and its figures to a verdict, rule by rule.

use rust_decimal::Decimal;

use super::goal::{Asked, asked, target_in_force};
use super::pace::small;
use super::series::{Seen, Series, is_kept_in_every_period};
use super::trace::{BaselineSource, Rule, Step, Trace};
use super::{Context, CourseStep, Evaluation, Goal, Verdict};
use crate::model::{Arithmetic, Grade, Measure, Observation, PaceRule, Reading, Target, ValueKind};

/// How a measure stands at the day of the context. Observations of other measures must not be among those given;
/// their order does not matter.
pub fn evaluate<'a>(
    measure: &Measure,
    observations: impl IntoIterator<Item = &'a Observation>,
    context: &Context,
) -> Evaluation {
    let observations: Vec<&Observation> = observations.into_iter().collect();
    let series = Series::read(measure, &observations, context);
    Judge::new(measure, &series, context).judge()
}

/// The course over the periods of the judged span, for charts and figure grids.
pub fn course<'a>(
    measure: &Measure,
    observations: impl IntoIterator<Item = &'a Observation>,
    context: &Context,
) -> Vec<CourseStep> {
    let observations: Vec<&Observation> = observations.into_iter().collect();
    let series = Series::read(measure, &observations, context);
    Judge::new(measure, &series, context).course()
}

#[derive(Clone, Copy)]
pub(super) struct Start {
    pub year: i32,
    pub value: Decimal,
    pub source: BaselineSource,
}

/// One judgement in the making.
pub(super) struct Judge<'a> {
    pub measure: &'a Measure,
    pub series: &'a Series<'a>,
    pub context: &'a Context,
    pub target: &'a Target,
    pub baseline: Option<Start>,
    pub out: Evaluation,
}

impl<'a> Judge<'a> {
    fn new(measure: &'a Measure, series: &'a Series<'a>, context: &'a Context) -> Self {
        let target = target_in_force(measure, context.as_of);
        let baseline = measure
            .baseline
            .as_ref()
            .map(|given| Start { year: given.year, value: given.value, source: BaselineSource::Given })
            .filter(|given| !series.is_broken_since(given.year))
            .or_else(|| {
                let year = series.periods.first()?.year() - 1;
                Some(Start { year, value: series.whole_before()?, source: BaselineSource::Figures })
            });
        let out = Evaluation {
            verdict: Verdict::NoData,
            target: target.clone(),
            goal: None,
            value: None,
            through: series.last().map(|last| series.periods[last]),
            achievement: None,
            percent_of_plan: None,
            year_on_year: None,
            expected: None,
            projection: None,
            needed: None,
            growth: None,
            overdue: series.overdue().map(|(period, _)| period),
            trace: Trace { rule: Rule::NoFigure, steps: Vec::with_capacity(8) },
        };
        Self { measure, series, context, target, baseline, out }
    }

    fn judge(mut self) -> Evaluation {
        let asked = asked(self.target, self.measure, self.baseline.map(|it| it.value), &self.context.settings);
        self.tell_target(&asked);
        let is_person = asked == Asked::Person || self.measure.value_kind == ValueKind::Text;
        let (verdict, rule) = if is_person {
            // No figure is asked for; one that is there is shown.
            self.tell_seen();
            self.out.overdue = None;
            (Verdict::NeedsPerson, Rule::ByPerson)
        } else {
            match (asked, self.series.last()) {
                (Asked::Grade(least), Some(last)) => self.grade(last, least),
                (Asked::Done, Some(last)) => self.done(last),
                (Asked::Number(goal), Some(_)) => self.number(&goal),
                (Asked::Baseline, Some(_)) => {
                    self.tell_figures();
                    (Verdict::NoBaseline, Rule::NoMark)
                }
                (Asked::Number(goal), None) => {
                    self.out.goal = Some(goal);
                    self.absent()
                }
                _ => self.absent(),
            }
        };
        self.name_growth();
        self.out.verdict = verdict;
        self.out.trace.rule = rule;
        self.out
    }

    pub(super) fn step(&mut self, step: Step) {
        self.out.trace.steps.push(step);
    }

    fn tell_target(&mut self, asked: &Asked) {
        if (self.measure.judged_by.is_some() || !self.series.is_within_a_year())
            && let (Some(first), Some(last)) = (self.series.periods.first(), self.series.periods.last())
        {
            self.step(Step::Span { first: *first, last: *last });
        }
        let since = self
            .measure
            .revisions
            .iter()
            .filter(|revision| revision.date <= self.context.as_of)
            .max_by_key(|revision| revision.date)
            .map(|revision| (revision.date, revision.document.clone()));
        let line = match asked {
            Asked::Number(goal) if self.target.line() != Some(goal.line) => Some(goal.line),
            _ => None,
        };
        self.step(Step::Target { target: self.target.clone(), line, since });
        if line.is_some()
            && let Some(Start { year, value, source }) = self.baseline
        {
            self.step(Step::Baseline { year, value, source });
        }
    }

    /// What the value is made of, and what is wrong with the figures.
    fn tell_figures(&mut self) {
        self.tell_value();
        self.tell_faults();
    }

    fn tell_value(&mut self) {
        if let Some((_, value)) = self.series.value() {
            self.out.value = Some(value);
            self.step(Step::Figures { kind: self.series.kind, value, figures: self.series.used() });
        }
    }

    /// What the last figure says, whatever its kind.
    fn tell_seen(&mut self) {
        let Some(last) = self.series.last() else { return };
        let Some(slot) = self.series.slots[last] else { return };
        let period = self.series.periods[last];
        match (slot.seen, slot.observation.figure.as_ref().map(|figure| &figure.reading)) {
            (Seen::Grade(grade), _) => self.step(Step::GradeSeen { period, grade }),
            (Seen::Done(done), _) => self.step(Step::DoneSeen { period, done }),
            (Seen::Words, Some(Reading::Text(words))) => self.step(Step::WordsSeen { period, words: words.clone() }),
            (Seen::Unranked, _) => self.step(Step::NotRanked { period }),
            _ => self.tell_value(),
        }
    }

    fn tell_faults(&mut self) {
        let gaps = self.series.gaps();
        if !gaps.is_empty() {
            self.step(Step::Missing(gaps));
        }
        let lists = [
            (&self.series.incomplete, Step::Incomplete as fn(_) -> _),
            (&self.series.without_total, Step::WithoutTotal),
            (&self.series.unreadable, Step::Unreadable),
            (&self.series.returned, Step::Returned),
        ];
        for (periods, step) in lists {
            if !periods.is_empty() {
                self.step(step(periods.clone()));
            }
        }
        if let Some(on) = self.series.break_on() {
            self.step(Step::Break { on });
        }
        if let Some((period, due)) = self.series.overdue() {
            self.step(Step::Overdue { period, due });
        }
    }

    /// There is no figure at all.
    fn absent(&mut self) -> (Verdict, Rule) {
        self.tell_faults();
        if self.series.overdue().is_some() {
            return (Verdict::FigureOverdue, Rule::Overdue);
        }
        if let Some(&period) = self.series.missing().first() {
            self.step(Step::FirstDue { period, due: self.series.due(period) });
        }
        if self.series.without_total.is_empty() && self.series.has_not_begun() {
            (Verdict::NotDue, Rule::NotBegun)
        } else {
            (Verdict::NoData, Rule::NoFigure)
        }
    }

    fn grade(&mut self, last: usize, least: Grade) -> (Verdict, Rule) {
        let Some(Seen::Grade(grade)) = self.series.slots[last].map(|slot| slot.seen) else { return self.absent() };
        self.step(Step::GradeSeen { period: self.series.periods[last], grade });
        self.tell_faults();
        let is_met = grade >= least;
        self.out.achievement = is_met.then_some(Decimal::ONE);
        match (self.series.is_closed(), self.series.is_complete(), is_met) {
            (true, true, true) => (Verdict::Met, Rule::ClosedReached),
            (true, true, false) => (Verdict::Missed, Rule::ClosedShort),
            (true, false, _) if self.series.overdue().is_some() => (Verdict::FigureOverdue, Rule::Overdue),
            _ if self.measure.pace == PaceRule::AtEnd => (Verdict::NotDue, Rule::AtEndOnly),
            (_, _, true) => (Verdict::OnTrack, Rule::Ahead),
            (_, _, false) => (Verdict::AtRisk, Rule::Behind),
        }
    }

    /// Once done it stays done; not yet done says nothing before the end.
    fn done(&mut self, last: usize) -> (Verdict, Rule) {
        let Some(Seen::Done(done)) = self.series.slots[last].map(|slot| slot.seen) else { return self.absent() };
        self.step(Step::DoneSeen { period: self.series.periods[last], done });
        if done {
            self.out.overdue = None;
        } else {
            self.tell_faults();
        }
        self.out.achievement = Some(if done { Decimal::ONE } else { Decimal::ZERO });
        match (self.series.is_closed(), self.series.is_complete()) {
            (true, _) if done => (Verdict::Met, Rule::Done),
            (false, _) if done => (Verdict::MetEarly, Rule::Done),
            (true, true) => (Verdict::Missed, Rule::ClosedShort),
            (true, false) if self.series.overdue().is_some() => (Verdict::FigureOverdue, Rule::Overdue),
            _ => (Verdict::NotDue, Rule::NotDoneYet),
        }
    }

    fn number(&mut self, goal: &Goal) -> (Verdict, Rule) {
        self.out.goal = Some(*goal);
        let Some((last, value)) = self.series.value() else {
            return if let Some(period) = self.series.last().map(|last| self.series.periods[last]) {
                self.step(Step::NotRanked { period });
                self.tell_faults();
                (Verdict::NoData, Rule::NotRanked)
            } else {
                self.absent()
            };
        };
        self.tell_figures();
        self.name_shares(goal, last, value);
        if is_kept_in_every_period(self.measure, self.target) {
            return self.every_period(goal);
        }
        if let Some(decided) = self.decided_early(goal, value) {
            if !self.series.is_closed() {
                self.look_ahead(goal, last, value);
            }
            return decided;
        }
        if self.series.is_closed() {
            if self.series.is_complete() {
                return self.closed(goal, value);
            }
            if self.series.overdue().is_some() {
                return (Verdict::FigureOverdue, Rule::Overdue);
            }
        }
        self.open(goal, last, value)
    }

    /// A sum that only grows can be decided before the end: reached, or past mending. A gap changes nothing in that.
    fn decided_early(&mut self, goal: &Goal, value: Decimal) -> Option<(Verdict, Rule)> {
        let only_grows = self.series.is_sum() && self.measure.lower_bound.is_none_or(|low| low >= Decimal::ZERO);
        let is_final = self.series.is_closed() && self.series.is_complete();
        if !only_grows || is_final {
            return None;
        }
        let (verdict, rule, edge) = match (goal.low, goal.high) {
            (_, Some(high)) if !goal.keeps_high(value) => {
                let is_event = *self.target == Target::Zero;
                let rule = if is_event { Rule::EventHappened } else { Rule::CeilingOverrun };
                (Verdict::Missed, rule, high.value)
            }
            (Some(_), None) if goal.is_met(value) => {
                let is_closed = self.series.is_closed();
                let verdict = match is_closed {
                    true if goal.is_exceeded(value) => Verdict::Exceeded,
                    true => Verdict::Met,
                    false => Verdict::MetEarly,
                };
                (verdict, Rule::SumReached, goal.line)
            }
            _ => return None,
        };
        self.step(Step::Closed { value, target: edge, difference: value.minus_or_limit(edge) });
        Some((verdict, rule))
    }

    fn closed(&mut self, goal: &Goal, value: Decimal) -> (Verdict, Rule) {
        let edge = if goal.keeps_high(value) { goal.line } else { goal.high.map_or(goal.line, |high| high.value) };
        self.step(Step::Closed { value, target: edge, difference: value.minus_or_limit(edge) });
        if goal.is_exceeded(value) {
            return (Verdict::Exceeded, Rule::ClosedBeyond);
        }
        if goal.is_met(value) {
            return (Verdict::Met, Rule::ClosedReached);
        }
        if let (Some(limit), Some(achievement)) = (self.context.settings.near_share, self.out.achievement)
            && achievement >= limit
        {
            self.step(Step::NearThreshold { achievement, limit });
            return (Verdict::Near, Rule::ClosedNear);
        }
        (Verdict::Missed, Rule::ClosedShort)
    }

    /// To be kept in each period: one that failed cannot be mended.
    fn every_period(&mut self, goal: &Goal) -> (Verdict, Rule) {
        let seen: Vec<(usize, Decimal)> =
            (0..self.series.slots.len()).filter_map(|at| Some((at, self.series.number(at)?))).collect();
        let failed: Vec<_> =
            seen.iter().filter(|(_, value)| !goal.is_met(*value)).map(|(at, _)| self.series.periods[*at]).collect();
        let (of, kept) = (small(seen.len()), small(seen.len() - failed.len()));
        let has_failed = !failed.is_empty();
        self.out.achievement = Decimal::from(kept).over(of.into());
        self.step(Step::Kept { kept, of, failed });
        match (has_failed, self.series.is_closed()) {
            (true, _) => (Verdict::Missed, Rule::PeriodFailed),
            (false, true) if self.series.is_complete() => (Verdict::Met, Rule::EveryPeriodKept),
            (false, true) if self.series.overdue().is_some() => (Verdict::FigureOverdue, Rule::Overdue),
            (false, _) => (Verdict::OnTrack, Rule::EveryPeriodKept),
        }
    }

    fn open(&mut self, goal: &Goal, last: usize, value: Decimal) -> (Verdict, Rule) {
        if self.measure.pace == PaceRule::AtEnd {
            return (Verdict::NotDue, Rule::AtEndOnly);
        }
        let Some(expected) = self.look_ahead(goal, last, value) else {
            return if goal.is_met(value) {
                (Verdict::OnTrack, Rule::MetNow)
            } else {
                (Verdict::NoBaseline, Rule::NoMark)
            };
        };
        let is_on_pace = if self.series.is_sum() {
            goal.is_sum_on_pace(value, expected)
        } else {
            goal.is_level_on_pace(value, expected)
        };
        let misses = self.out.projection.map(|range| !goal.is_within_reach(range.low, range.high));
        match (is_on_pace, misses) {
            (true, Some(true)) => (Verdict::AtRisk, Rule::AheadButRangeMisses),
            (true, _) => (Verdict::OnTrack, Rule::Ahead),
            (false, Some(true)) => (Verdict::OffTrack, Rule::BehindRangeMisses),
            (false, Some(false)) => (Verdict::AtRisk, Rule::Behind),
            (false, None) => self.behind_without_range(expected, value),
        }
    }

    fn behind_without_range(&mut self, expected: Decimal, value: Decimal) -> (Verdict, Rule) {
        let limit = self.context.settings.off_track_share;
        let distance = value.minus_or_limit(expected).abs();
        let Some(short) = distance.over(expected.abs()) else { return (Verdict::OffTrack, Rule::BehindFar) };
        self.step(Step::Threshold { short, limit });
        if short > limit { (Verdict::OffTrack, Rule::BehindFar) } else { (Verdict::AtRisk, Rule::Behind) }
    }
}
