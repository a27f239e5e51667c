//! Several measures as one: counts by verdict, "n/N chỉ tiêu đạt và vượt", a weighted achievement where it can be had.

use crate::model::Arithmetic;
use rust_decimal::Decimal;

use super::{Evaluation, Rule, Verdict};

/// How a group, a section, a body's measures or the whole programme stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rollup {
    counts: [usize; Verdict::ALL.len()],
    /// N in "n/N".
    pub total: usize,
    /// Met or exceeded: n in "n/N chỉ tiêu đạt và vượt".
    pub fulfilled: usize,
    /// m in "m/N có số liệu".
    pub with_figures: usize,
    /// Measures with a figure that is due and missing, whatever their verdict.
    pub overdue: usize,
    /// The weighted achievement, each child between 0 and 1; `None` as long as a weighted child has no figure or no
    /// percent, for a missing child is not zero.
    pub achievement: Option<Decimal>,
}

impl Rollup {
    /// Each evaluation with its measure's weight; a weight of zero is counted but not weighed.
    pub fn of<'a>(evaluations: impl IntoIterator<Item = (Decimal, &'a Evaluation)>) -> Self {
        let mut rollup = Self::default();
        let mut sum = Some((Decimal::ZERO, Decimal::ZERO));
        for (weight, evaluation) in evaluations {
            rollup.count_one(evaluation.verdict);
            rollup.with_figures += usize::from(evaluation.has_figure());
            rollup.overdue += usize::from(evaluation.overdue.is_some());
            if weight > Decimal::ZERO {
                sum = sum
                    .zip(score(evaluation))
                    .and_then(|((done, whole), score)| Some((done.plus(weight.times(score)?)?, whole.plus(weight)?)));
            }
        }
        rollup.achievement = sum.and_then(|(done, whole)| done.over(whole));
        rollup
    }

    /// Counts whole indicators, each by the verdict of its worst measure.
    pub fn of_verdicts(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut rollup = Self::default();
        for verdict in verdicts {
            rollup.count_one(verdict);
            rollup.with_figures += usize::from(verdict.is_judged());
        }
        rollup
    }

    pub fn count(&self, verdict: Verdict) -> usize {
        self.counts[verdict as usize]
    }

    /// Measures that call for a decision.
    pub fn exceptions(&self) -> usize {
        Verdict::ALL.into_iter().filter(|verdict| verdict.is_exception()).map(|verdict| self.count(verdict)).sum()
    }

    fn count_one(&mut self, verdict: Verdict) {
        self.counts[verdict as usize] += 1;
        self.total += 1;
        self.fulfilled += usize::from(verdict.is_fulfilled());
    }
}

impl Evaluation {
    /// A figure was there to judge; "not ranked yet" is a value, but none that says how it stands.
    pub fn has_figure(&self) -> bool {
        self.through.is_some() && self.trace.rule != Rule::NotRanked
    }
}

/// A child's share: its achievement between 0 and 1. One without a percent (lower is better, no baseline) counts as
/// whole while it keeps its target; short of it nobody can say by how many percent.
fn score(evaluation: &Evaluation) -> Option<Decimal> {
    if !evaluation.has_figure() {
        return None;
    }
    let keeps = evaluation.verdict.is_fulfilled() || evaluation.verdict == Verdict::OnTrack;
    evaluation.achievement.map(|share| share.clamp(Decimal::ZERO, Decimal::ONE)).or(keeps.then_some(Decimal::ONE))
}
