//! What a figure is beside what was asked and what was before: achievement, percent of plan, year on year, growth.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::growth::{Growth, GrowthInput, compound_growth};
use super::judge::Judge;
use super::trace::Step;
use super::{Goal, YearOnYear};
use crate::model::{Arithmetic, Direction, Method, Target, ValueKind};

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
        if self.series.is_within_a_year() {
            self.out.year_on_year = self.before(last).map(|before| YearOnYear {
                before,
                ratio: if before > Decimal::ZERO { value.over(before) } else { None },
            });
        }
    }

    /// The second method beside the first, for measures that ask for it.
    pub(super) fn name_growth(&mut self) {
        if let (Method::CompoundGrowth, Some(goal), Some((last, value))) =
            (self.measure.method, self.out.goal, self.series.value())
        {
            let input = self.growth_input(&goal, last, value);
            let growth = input.as_ref().map_or(Growth::ABSENT, compound_growth);
            self.out.growth = Some(growth);
            self.step(Step::Growth { input, growth });
        }
    }

    /// Yearly growth from the baseline, against the growth that the target needs.
    fn growth_input(&self, goal: &Goal, last: usize, value: Decimal) -> Option<GrowthInput> {
        let start = self.baseline?;
        // A part of a year's sum, or a sum over several years, is no match for the baseline's year.
        if self.series.is_sum() && !(self.series.is_a_year() && self.series.is_complete()) {
            return None;
        }
        let is_bare_direction = matches!(self.target, Target::TowardsLower | Target::TowardsHigher | Target::Hold);
        let limit = match goal.direction {
            Direction::Higher => self.measure.upper_bound,
            Direction::Lower => self.measure.lower_bound,
        };
        Some(GrowthInput {
            base: start.value.to_f64()?,
            base_year: start.year.into(),
            current: value.to_f64()?,
            current_year: self.series.periods[last].year().into(),
            target: if is_bare_direction { None } else { Some((goal.line.to_f64()?, self.context.last_year.into())) },
            limit: limit.and_then(|limit| limit.to_f64()),
            direction: goal.direction,
        })
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
