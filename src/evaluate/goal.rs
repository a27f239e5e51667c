//! A target made comparable: the bounds that a value has to keep, once the baseline is known.

use rust_decimal::Decimal;

use crate::model::{Arithmetic, ChangeBy, Date, Direction, Grade, Measure, Settings, Target, ValueKind};

/// An edge that a value must keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    pub value: Decimal,
    /// The edge itself does not count ("trên 10", "dưới 4").
    pub is_strict: bool,
}

/// A numeric target in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The finishing line: where a pace leads to.
    pub line: Decimal,
    /// The good direction.
    pub direction: Direction,
    pub low: Option<Bound>,
    pub high: Option<Bound>,
    /// Strictly beyond this in the good direction the target is exceeded; `None`: this kind never exceeds.
    pub exceeded_beyond: Option<Decimal>,
}

/// What a target asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Number(Goal),
    Grade(Grade),
    Done,
    Person,
    /// The target is a change, and what it starts from is unknown.
    Baseline,
}

impl Goal {
    fn floor(line: Decimal, is_strict: bool, can_exceed: bool) -> Self {
        Self {
            line,
            direction: Direction::Higher,
            low: Some(Bound { value: line, is_strict }),
            high: None,
            exceeded_beyond: can_exceed.then_some(line),
        }
    }

    fn ceiling(line: Decimal, is_strict: bool, can_exceed: bool) -> Self {
        Self {
            line,
            direction: Direction::Lower,
            low: None,
            high: Some(Bound { value: line, is_strict }),
            exceeded_beyond: can_exceed.then_some(line),
        }
    }

    fn towards(direction: Direction, line: Decimal, is_strict: bool, can_exceed: bool) -> Self {
        match direction {
            Direction::Higher => Self::floor(line, is_strict, can_exceed),
            Direction::Lower => Self::ceiling(line, is_strict, can_exceed),
        }
    }

    pub fn is_met(&self, value: Decimal) -> bool {
        self.keeps_low(value) && self.keeps_high(value)
    }

    pub fn is_exceeded(&self, value: Decimal) -> bool {
        self.exceeded_beyond.is_some_and(|edge| match self.direction {
            Direction::Higher => value > edge,
            Direction::Lower => value < edge,
        })
    }

    /// Some value from `low` to `high` meets the target.
    pub fn is_within_reach(&self, low: Decimal, high: Decimal) -> bool {
        self.keeps_low(high) && self.keeps_high(low)
    }

    pub fn keeps_low(&self, value: Decimal) -> bool {
        self.low.is_none_or(|low| if low.is_strict { value > low.value } else { value >= low.value })
    }

    pub fn keeps_high(&self, value: Decimal) -> bool {
        self.high.is_none_or(|high| if high.is_strict { value < high.value } else { value <= high.value })
    }

    /// At or better than a mark on the way.
    pub fn is_at_or_better(&self, value: Decimal, mark: Decimal) -> bool {
        match self.direction {
            Direction::Higher => value >= mark,
            Direction::Lower => value <= mark,
        }
    }

    /// A sum so far keeps its share of the target: `expected` is what the finishing line asks for by now.
    pub fn is_sum_on_pace(&self, sum: Decimal, expected: Decimal) -> bool {
        if expected == self.line {
            return self.is_met(sum);
        }
        let share = |edge: Decimal| {
            if edge == self.line { Some(expected) } else { edge.times(expected)?.over(self.line) }
        };
        let low = self.low.and_then(|low| share(low.value)).is_none_or(|low| sum >= low);
        let high = self.high.and_then(|high| share(high.value)).is_none_or(|high| sum <= high);
        low && high
    }

    /// A state keeps the pace: it is there already, or no worse than the mark for now.
    pub fn is_level_on_pace(&self, value: Decimal, expected: Decimal) -> bool {
        self.is_met(value) || (expected != self.line && self.is_at_or_better(value, expected))
    }
}

/// The target that was in force on a day.
pub fn target_in_force(measure: &Measure, day: Date) -> &Target {
    measure
        .revisions
        .iter()
        .filter(|revision| revision.date > day)
        .min_by_key(|revision| revision.date)
        .map_or(&measure.target, |revision| &revision.old)
}

/// What a target asks for, given the baseline (for sums: the amount of the whole year before).
pub(super) fn asked(target: &Target, measure: &Measure, baseline: Option<Decimal>, settings: &Settings) -> Asked {
    let direction = measure.direction;
    let is_sum = matches!(measure.value_kind, ValueKind::Flow | ValueKind::RunningTotal);
    let from_baseline =
        |goal: &dyn Fn(Decimal) -> Goal| baseline.map_or(Asked::Baseline, |base| Asked::Number(goal(base)));
    let by_share = |base: Decimal, share: Decimal| base.times_or_limit(share);
    Asked::Number(match target {
        Target::GreaterThan(line) => Goal::floor(*line, true, false),
        Target::LessThan(line) => Goal::ceiling(*line, true, false),
        Target::AtLeast(line) => Goal::floor(*line, false, true),
        Target::AtMost(line) => Goal::ceiling(*line, false, true),
        Target::Reach(line) => Goal::towards(direction, *line, false, true),
        Target::Maintain(line) => Goal::towards(direction, *line, false, false),
        Target::Zero => Goal::ceiling(Decimal::ZERO, false, false),
        Target::RankTop(rank) => Goal::ceiling((*rank).into(), false, false),
        Target::About { value, tolerance } => about(*value, *tolerance, direction, settings),
        Target::Between(low, high) => Goal {
            line: if direction == Direction::Higher { *low } else { *high },
            direction,
            low: Some(Bound { value: *low, is_strict: false }),
            high: Some(Bound { value: *high, is_strict: false }),
            exceeded_beyond: None,
        },
        // A flow of reductions ("giảm 1.114 hộ") is the amount itself.
        Target::ReduceBy(ChangeBy::Amount(amount)) | Target::IncreaseBy(ChangeBy::Amount(amount)) if is_sum => {
            Goal::floor(*amount, false, true)
        }
        Target::ReduceBy(by) => {
            return from_baseline(&|base| {
                let change = match by {
                    ChangeBy::Amount(amount) => *amount,
                    ChangeBy::Share(share) => by_share(base, *share),
                };
                Goal::ceiling(base.minus_or_limit(change), false, true)
            });
        }
        Target::IncreaseBy(by) => {
            return from_baseline(&|base| {
                let change = match by {
                    ChangeBy::Amount(amount) => *amount,
                    ChangeBy::Share(share) => by_share(base, *share),
                };
                Goal::floor(base.plus_or_limit(change), false, true)
            });
        }
        Target::TowardsLower => return from_baseline(&|base| Goal::ceiling(base, true, false)),
        Target::TowardsHigher => return from_baseline(&|base| Goal::floor(base, true, false)),
        Target::Hold => return from_baseline(&|base| Goal::towards(direction, base, false, false)),
        Target::GradeAtLeast(grade) => return Asked::Grade(*grade),
        Target::Yes => return Asked::Done,
        Target::Narrative => return Asked::Person,
    })
}

/// Within the tolerance it is met, beyond it in the good direction exceeded.
fn about(value: Decimal, tolerance: Option<Decimal>, direction: Direction, settings: &Settings) -> Goal {
    let tolerance = tolerance.unwrap_or_else(|| value.abs().times_or_limit(settings.about_share));
    let (low, high) = (value.minus_or_limit(tolerance), value.plus_or_limit(tolerance));
    let bound = |value| Some(Bound { value, is_strict: false });
    match direction {
        Direction::Higher => Goal { line: value, direction, low: bound(low), high: None, exceeded_beyond: Some(high) },
        Direction::Lower => Goal { line: value, direction, low: None, high: bound(high), exceeded_beyond: Some(low) },
    }
}
