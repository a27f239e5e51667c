//! The pace (nhịp cần có): what the target asks for by a period, over the same periods as the figures.

use rust_decimal::Decimal;

use super::goal::Goal;
use super::series::{Series, month_of, months};
use super::trace::Basis;
use crate::document::sort_by;
use crate::model::{Arithmetic, Interim, Measure, PaceRule, Period, Target, ValueKind};

/// The expected value at a period, and how it was reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expected {
    pub value: Decimal,
    pub basis: Basis,
}

/// What leads from the start of the span to its target.
pub(super) struct Pace<'a> {
    goal: &'a Goal,
    series: &'a Series<'a>,
    rule: PaceRule,
    /// Marks within the span, in order.
    interim: Vec<&'a Interim>,
    /// The year and value that a level started from.
    baseline: Option<(i32, Decimal)>,
    /// The target is to be kept rather than reached: it is maintained, or the baseline met it already.
    is_to_be_kept: bool,
    /// Last year's own amounts, where all are known.
    profile: Option<Vec<Decimal>>,
}

impl<'a> Pace<'a> {
    pub fn new(
        measure: &'a Measure,
        target: &Target,
        goal: &'a Goal,
        series: &'a Series<'a>,
        baseline: Option<(i32, Decimal)>,
    ) -> Self {
        let span = series.periods.first().zip(series.periods.last());
        let mut interim: Vec<&Interim> = measure
            .interim
            .iter()
            .filter(|mark| {
                span.is_some_and(|(first, last)| {
                    month_of(mark.period) > month_of(*first) - months(measure.period)
                        && month_of(mark.period) < month_of(*last)
                })
            })
            .collect();
        sort_by(&mut interim, |a, b| month_of(a.period).cmp(&month_of(b.period)));
        if measure.pace == PaceRule::Straight {
            interim.clear();
        }
        let profile = if series.is_sum() && measure.pace == PaceRule::Auto { last_year(series) } else { None };
        let is_maintained = matches!(target, Target::Maintain(_) | Target::Hold);
        let is_to_be_kept = is_maintained || baseline.is_some_and(|(_, value)| goal.is_met(value));
        Self { goal, series, rule: measure.pace, interim, baseline, is_to_be_kept, profile }
    }

    pub fn profile(&self) -> Option<&[Decimal]> {
        self.profile.as_deref()
    }

    /// What is expected at the end of a period; `only_with_figures` leaves out periods that have none, so that a sum
    /// with a gap is compared like with like.
    pub fn at(&self, index: usize, only_with_figures: bool) -> Option<Expected> {
        let line = self.goal.line;
        let target = || Some(Expected { value: line, basis: Basis::Target });
        if self.rule == PaceRule::AtEnd {
            return None;
        }
        if self.rule == PaceRule::TargetItself || self.series.kind == ValueKind::Rank {
            return target();
        }
        if self.series.is_sum() {
            let counts = |at: usize| {
                self.series.kind == ValueKind::RunningTotal || !only_with_figures || self.series.slots[at].is_some()
            };
            return if line.is_zero() { target() } else { self.sum_at(index, &counts) };
        }
        if self.interim.is_empty() && self.is_to_be_kept {
            return target();
        }
        self.level_at(index)
    }

    fn sum_at(&self, index: usize, counts: &dyn Fn(usize) -> bool) -> Option<Expected> {
        let target = self.goal.line;
        let part = (0..=index).filter(|&at| counts(at));
        if !self.interim.is_empty() {
            let whole = self.interim_at(index, Some(Decimal::ZERO))?;
            if (0..=index).all(counts) {
                return Some(whole);
            }
            let mut value = Decimal::ZERO;
            for at in part {
                let before = if at == 0 { Decimal::ZERO } else { self.interim_at(at - 1, Some(Decimal::ZERO))?.value };
                value = value.plus_or_limit(self.interim_at(at, Some(Decimal::ZERO))?.value.minus_or_limit(before));
            }
            return Some(Expected { value: value.round_dp(15), basis: whole.basis });
        }
        if let Some(profile) = &self.profile {
            let whole: Decimal = profile.iter().fold(Decimal::ZERO, |sum, amount| sum.plus_or_limit(*amount));
            let part = part.fold(Decimal::ZERO, |sum, at| sum.plus_or_limit(profile[at]));
            let value = if part == whole { target } else { target.times(part)?.over(whole)? };
            return Some(Expected { value, basis: Basis::LastYear { target, part, whole } });
        }
        let (part, whole) = (small(part.count()), small(self.series.periods.len()));
        let value = target.times(part.into())?.over(whole.into())?;
        Some(Expected { value, basis: Basis::Share { target, part, whole } })
    }

    fn level_at(&self, index: usize) -> Option<Expected> {
        if !self.interim.is_empty() {
            return self.interim_at(index, None);
        }
        let (year, from) = self.baseline?;
        let (period, last) = (self.series.periods[index], *self.series.periods.last()?);
        let start = self.start_of_line()?;
        let (part, whole) = steps(start, month_of(period), month_of(last), period);
        let value = between(from, self.goal.line, part, whole)?;
        Some(Expected { value, basis: Basis::Line { year, from, to: self.goal.line, part, whole } })
    }

    /// Between the marks around a period. A sum starts from nothing, a level from its baseline; a level without one
    /// has no pace before its first mark.
    fn interim_at(&self, index: usize, zero: Option<Decimal>) -> Option<Expected> {
        let last = *self.series.periods.last()?;
        let period = self.series.periods[index];
        let month = month_of(period);
        let end = (last, self.goal.line);
        let next = self.interim.iter().find(|mark| month_of(mark.period) >= month);
        let to = next.map_or(end, |mark| (mark.period, mark.value));
        let previous = self.interim.iter().rfind(|mark| month_of(mark.period) < month);
        let (start, from) = if let Some(mark) = previous {
            (month_of(mark.period), Some((Some(mark.period), mark.value)))
        } else {
            let from = zero.or(self.baseline.map(|(_, value)| value));
            let start = if zero.is_some() { self.start_of_span()? } else { self.start_of_line()? };
            (start, from.map(|value| (None, value)))
        };
        let (part, whole) = steps(start, month, month_of(to.0), period);
        let value = match from {
            Some((_, from)) => between(from, to.1, part, whole)?,
            None if part == whole => to.1,
            None => return None,
        };
        Some(Expected { value, basis: Basis::Interim { from, to, part, whole } })
    }

    fn start_of_span(&self) -> Option<i32> {
        let first = *self.series.periods.first()?;
        Some(month_of(first) - months(first.length()))
    }

    /// The baseline is the state at the end of its year; one of the judged year itself counts as its beginning.
    fn start_of_line(&self) -> Option<i32> {
        let start = self.start_of_span()?;
        Some(self.baseline.map_or(start, |(year, _)| start.min((year + 1) * 12)))
    }
}

/// Last year's own amounts by period, where each is known and they make a whole that can be divided.
fn last_year(series: &Series) -> Option<Vec<Decimal>> {
    if !series.is_within_a_year() {
        return None;
    }
    let amounts: Vec<Decimal> = (0..series.periods.len()).map(|at| series.amount_before(at)).collect::<Option<_>>()?;
    let is_usable = amounts.iter().all(|amount| !amount.is_sign_negative()) && amounts.iter().any(|it| !it.is_zero());
    is_usable.then_some(amounts)
}

/// Steps of a period's length from `start` to `at` and to `end`, where they fit; else months.
fn steps(start: i32, at: i32, end: i32, period: Period) -> (u32, u32) {
    let unit = months(period.length());
    let unit = if (at - start) % unit == 0 && (end - start) % unit == 0 { unit } else { 1 };
    let count = |months: i32| u32::try_from((months / unit).max(0)).unwrap_or(0);
    (count(at - start), count(end - start))
}

fn between(from: Decimal, to: Decimal, part: u32, whole: u32) -> Option<Decimal> {
    if part >= whole {
        return Some(to);
    }
    let way = to.minus(from)?.times(part.into())?.over(whole.into())?;
    from.plus(way)
}

pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
