//! What a figure is beside what was asked and what was before: achievement, percent of plan, year on year, growth.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::growth::{Growth, GrowthInput, compound_growth};
use super::judge::Judge;
use super::trace::Step;
use super::{Goal, YearOnYear};
use crate::model::{Arithmetic, Direction, Target, ValueKind};

impl Judge<'_> {
    /// Achievement, percent of plan and year on year, each under its own name.
    pub(super) fn name_shares(&mut self, goal: &Goal, last: usize, value: Decimal) {
        let has_plan = match self.target {
            Target::ReduceBy(_) | Target::IncreaseBy(_) => self.target.line() == Some(goal.line),
            Target::Zero | Target::RankTop(_) | Target::TowardsLower | Target::TowardsHigher | Target::Hold => false,
            _ => true,
        };
        let is_positive = goal.line > Decimal::ZERO;
        let share = if is_positive { value.over(goal.line) } else { None };
        self.out.percent_of_plan = share.filter(|_| has_plan);
        self.out.achievement = self.achievement(goal, value, share);
        if self.series.periods.len() <= usize::from(self.measure.period.per_year()) {
            self.out.year_on_year = self.before(last).map(|before| YearOnYear {
                before,
                ratio: if before > Decimal::ZERO { value.over(before) } else { None },
            });
        }
    }

    /// The second method: yearly growth from the baseline, against the growth that the target needs.
    pub(super) fn growth(&self, goal: &Goal, last: usize, value: Decimal) -> Option<Growth> {
        let start = self.baseline?;
        // Of a sum, each year's own amount grows.
        let current = if self.series.is_sum() { self.series.amount(last)? } else { value };
        let has_target = goal.line != start.value;
        let limit = match goal.direction {
            Direction::Higher => self.measure.upper_bound,
            Direction::Lower => self.measure.lower_bound,
        };
        Some(compound_growth(&GrowthInput {
            base: start.value.to_f64()?,
            base_year: start.year.into(),
            current: current.to_f64()?,
            current_year: self.series.periods[last].year().into(),
            target: if has_target { Some((goal.line.to_f64()?, self.context.last_year.into())) } else { None },
            limit: limit.and_then(|limit| limit.to_f64()),
            direction: goal.direction,
        }))
    }

    /// The way gone. A sum starts from nothing each year, whatever the year before made; a state from its baseline.
    fn achievement(&mut self, goal: &Goal, value: Decimal, share: Option<Decimal>) -> Option<Decimal> {
        if goal.low.is_some() && goal.high.is_some() && (goal.is_met(value) || !goal.is_at_or_better(goal.line, value))
        {
            // Between two edges: inside it is reached, past the far one there is no way left to measure.
            return goal.is_met(value).then_some(Decimal::ONE);
        }
        let share = if goal.direction == Direction::Higher { share } else { None };
        if self.series.is_sum() && (goal.direction == Direction::Higher || !self.series.is_complete()) {
            return share;
        }
        let Some(start) = self.baseline else { return share };
        if start.value == goal.line || goal.is_met(start.value) {
            if start.value != goal.line {
                self.step(Step::BaselineMet { value: start.value });
            }
            return if goal.is_met(value) { Some(Decimal::ONE) } else { share };
        }
        value.minus(start.value)?.over(goal.line.minus(start.value)?)
    }

    /// Last year's value over the same periods.
    fn before(&self, last: usize) -> Option<Decimal> {
        if self.series.kind != ValueKind::Flow {
            return self.series.before[last];
        }
        (0..=last)
            .filter(|&at| self.series.slots[at].is_some())
            .try_fold(Decimal::ZERO, |sum, at| sum.plus(self.series.before[at]?))
    }
}
