//! Before the end: the expected pace, where the span is heading, what it would need, and its course by period.

use rust_decimal::Decimal;

use super::goal::{Asked, asked, target_in_force};
use super::judge::Judge;
use super::pace::{Expected, Pace, small};
use super::projection::project;
use super::trace::{Needed, Step};
use super::{CourseStep, Goal};
use crate::model::{Arithmetic, Direction, Target, ValueKind};

impl Judge<'_> {
    /// The pace by now, where the span is heading, and what it would need. Returns the expected value.
    pub(super) fn look_ahead(&mut self, goal: &Goal, last: usize, value: Decimal) -> Option<Decimal> {
        let pace = self.pace(goal);
        let expected = pace.at(last, true);
        let projected = project(self.measure, self.target, self.series, pace.profile());
        if let Some(Expected { value: expected, basis }) = &expected {
            self.out.expected = Some(*expected);
            self.step(Step::Pace {
                basis: basis.clone(),
                expected: *expected,
                difference: value.minus_or_limit(*expected),
            });
        }
        // A sum that must stay at nothing has no range: it holds until something happens.
        if !(*self.target == Target::Zero && self.series.is_sum()) {
            match projected {
                Ok(Some(projection)) => {
                    self.step(Step::Projection(projection));
                    self.out.projection = Some(projection);
                }
                Ok(None) => {}
                Err(few) => self.step(Step::TooFewToProject { have: few.have, need: few.need }),
            }
        }
        self.needed(goal, last, value);
        expected.map(|expected| expected.value)
    }

    fn pace<'b>(&'b self, goal: &'b Goal) -> Pace<'b> {
        Pace::new(self.measure, self.target, goal, self.series, self.baseline.map(|start| (start.year, start.value)))
    }

    /// What each period still to come has to bring.
    fn needed(&mut self, goal: &Goal, last: usize, value: Decimal) {
        let series = self.series;
        let is_flow = series.kind == ValueKind::Flow;
        let to_come =
            (0..series.periods.len()).filter(|&at| if is_flow { series.number(at).is_none() } else { at > last });
        let periods = small(to_come.count());
        if periods == 0 || goal.line.is_zero() && series.is_sum() || series.kind == ValueKind::Rank {
            return;
        }
        let rest = goal.line.minus_or_limit(value);
        // Nothing is needed where the target is reached, nothing can be allowed where a ceiling is used up.
        let is_used_up = goal.direction == Direction::Lower && rest <= Decimal::ZERO;
        if series.is_sum() && is_used_up
            || goal.is_met(value) && !(series.is_sum() && goal.direction == Direction::Lower)
        {
            return;
        }
        let Some(per_period) = rest.over(periods.into()) else { return };
        let recent = if series.is_sum() {
            let latest: Vec<Decimal> =
                (series.first_after_break()..=last).rev().filter_map(|at| series.amount(at)).take(3).collect();
            latest.iter().fold(Decimal::ZERO, |sum, amount| sum.plus_or_limit(*amount)).over(small(latest.len()).into())
        } else {
            None
        };
        let times = recent.filter(|it| *it > Decimal::ZERO).and_then(|recent| per_period.over(recent));
        let needed = Needed { rest, periods, per_period, recent, times };
        self.out.needed = Some(needed);
        self.step(Step::Needed(needed));
    }

    pub(super) fn course(&self) -> Vec<CourseStep> {
        let series = self.series;
        let settings = &self.context.settings;
        let base = self.baseline.map(|start| start.value);
        let goal = |target: &Target| match asked(target, self.measure, base, settings) {
            Asked::Number(goal) => Some(goal),
            _ => None,
        };
        let now = goal(self.target);
        let pace = now.as_ref().map(|goal| self.pace(goal));
        let mut sum = Decimal::ZERO;
        let mut sum_before = Some(Decimal::ZERO);
        let has_before = series.is_within_a_year();
        let is_flow = series.kind == ValueKind::Flow;
        (0..series.periods.len())
            .map(|at| {
                let number = series.number(at);
                sum = sum.plus_or_limit(number.unwrap_or_default());
                sum_before = sum_before.zip(series.before[at]).and_then(|(sum, amount)| sum.plus(amount));
                let period = series.periods[at];
                let end = period.end(settings.edges).min(self.context.as_of);
                CourseStep {
                    period,
                    own: series.amount(at),
                    value: number.map(|number| if is_flow { sum } else { number }),
                    expected: pace.as_ref().and_then(|pace| pace.at(at, false)).map(|expected| expected.value),
                    before: if is_flow { sum_before } else { series.before[at] }.filter(|_| has_before),
                    line: goal(target_in_force(self.measure, end)).map(|goal| goal.line),
                    starts_anew: series.starts_anew(at),
                }
            })
            .collect()
    }
}
