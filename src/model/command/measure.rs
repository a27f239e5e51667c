//! Measures: what their fields may say, each by itself and together.

use rust_decimal::Decimal;

use super::plan::{Plan, existing};
use super::{CommandError, Edit};
use crate::model::{ChangeBy, Interim, MeasureEdit, Target};

impl Plan<'_, '_> {
    /// Checks edits of measures as they leave them: both bounds may be written in one step.
    pub fn check_measures(&self, edits: &[Edit]) -> Result<(), CommandError> {
        for edit in edits {
            let Edit::Measure(id, edit) = edit else { continue };
            let measure = existing(self.programme.measures(), id)?;
            match edit {
                MeasureEdit::LowerBound(_) | MeasureEdit::UpperBound(_) => {
                    let (mut lower, mut upper) = (measure.lower_bound, measure.upper_bound);
                    for other in edits {
                        match other {
                            Edit::Measure(other, MeasureEdit::LowerBound(bound)) if other == id => lower = *bound,
                            Edit::Measure(other, MeasureEdit::UpperBound(bound)) if other == id => upper = *bound,
                            _ => {}
                        }
                    }
                    if let Some((lower, upper)) = lower.zip(upper) {
                        in_order(lower, upper)?;
                    }
                }
                MeasureEdit::Weight(weight) => not_negative(*weight)?,
                MeasureEdit::Target(target) => check_target(target)?,
                MeasureEdit::Baseline(Some(baseline)) if !(1..=9999).contains(&baseline.year) => {
                    return Err(CommandError::OutOfRange {
                        field: "year",
                        value: baseline.year.into(),
                        from: 1,
                        to: 9999,
                    });
                }
                MeasureEdit::Interim(marks) => check_interim(marks)?,
                MeasureEdit::Owner(Some(body)) => existing(self.programme.bodies(), body).map(drop)?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// A target that a value can meet.
pub(super) fn check_target(target: &Target) -> Result<(), CommandError> {
    match target {
        Target::Between(low, high) => in_order(*low, *high),
        Target::About { tolerance: Some(amount), .. }
        | Target::ReduceBy(ChangeBy::Amount(amount) | ChangeBy::Share(amount))
        | Target::IncreaseBy(ChangeBy::Amount(amount) | ChangeBy::Share(amount)) => not_negative(*amount),
        Target::RankTop(0) => Err(CommandError::OutOfRange { field: "rank", value: 0, from: 1, to: u32::MAX.into() }),
        _ => Ok(()),
    }
}

fn check_interim(marks: &[Interim]) -> Result<(), CommandError> {
    for (index, mark) in marks.iter().enumerate() {
        if marks[..index].iter().any(|other| other.period == mark.period) {
            return Err(CommandError::TwoInterims(mark.period));
        }
    }
    Ok(())
}

fn in_order(lower: Decimal, upper: Decimal) -> Result<(), CommandError> {
    if lower > upper { Err(CommandError::Crossed { lower, upper }) } else { Ok(()) }
}

fn not_negative(value: Decimal) -> Result<(), CommandError> {
    if value < Decimal::ZERO { Err(CommandError::BelowZero(value)) } else { Ok(()) }
}
