//! One fact stated twice ("giảm 0,04% (1.114 hộ)"): two linked measures, and whether they contradict each other.

use crate::model::Arithmetic;
use rust_decimal::Decimal;

use super::{Evaluation, Verdict};

/// How two statements of one fact disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// One is fine and the other is not.
    Verdicts(Verdict, Verdict),
    /// The ways gone differ by more than the printed digits explain.
    Achievements { one: Decimal, other: Decimal, allowed: Decimal },
}

/// Compares two linked measures of one fact.
pub fn contradiction(one: &Evaluation, other: &Evaluation) -> Option<Contradiction> {
    let verdicts = (one.verdict, other.verdict);
    if is_fine(verdicts.0) && verdicts.1.is_exception() || is_fine(verdicts.1) && verdicts.0.is_exception() {
        return Some(Contradiction::Verdicts(verdicts.0, verdicts.1));
    }
    let (first, second) = (one.achievement?, other.achievement?);
    let allowed = printed_doubt(one)?.plus(printed_doubt(other)?)?;
    let apart = first.minus(second)?.abs();
    (apart > allowed).then_some(Contradiction::Achievements { one: first, other: second, allowed })
}

fn is_fine(verdict: Verdict) -> bool {
    verdict.is_fulfilled() || verdict == Verdict::OnTrack
}

/// The share by which rounding to the printed digits can move an achievement: half a unit in the target, and half a
/// unit each in the value and in what it is reckoned from.
fn printed_doubt(evaluation: &Evaluation) -> Option<Decimal> {
    let amount = evaluation.target.line()?;
    let unit = |value: Decimal| Decimal::new(1, value.scale());
    let value = evaluation.value?;
    let coarse = unit(amount).max(unit(value));
    unit(amount).over(Decimal::TWO)?.plus(coarse)?.over(amount.abs())
}
