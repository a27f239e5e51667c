//! Several measures as one: counts by verdict, "n/N chỉ tiêu đạt và vượt", a weighted achievement where it can be had.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Evaluation, Rule, Verdict};
use crate::model::{Arithmetic, Measure};

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
        let evaluations: Vec<_> = evaluations.into_iter().collect();
        let mut rollup = Self { achievement: weighted(&evaluations), ..Self::default() };
        for own in evaluations.chunks(1) {
            rollup.count_one(own);
        }
        rollup
    }

    /// Counts numbered indicators as the reports do, each by its worst measure; the achievement weighs the measures.
    /// `measures` stand in the order of the document; `find` gives the evaluation of a measure by its id.
    pub fn of_indicators<'a>(measures: &[&Arc<Measure>], find: &dyn Fn(&str) -> Option<&'a Evaluation>) -> Self {
        let mut evaluations = Vec::with_capacity(measures.len());
        let mut rollup = Self::default();
        for indicator in measures.chunk_by(|a, b| a.place.parent == b.place.parent) {
            let first = evaluations.len();
            evaluations.extend(indicator.iter().filter_map(|one| Some((one.weight, find(one.id.as_str())?))));
            rollup.count_one(&evaluations[first..]);
        }
        Self { achievement: weighted(&evaluations), ..rollup }
    }

    pub fn count(&self, verdict: Verdict) -> usize {
        self.counts[verdict as usize]
    }

    /// Measures that call for a decision.
    pub fn exceptions(&self) -> usize {
        Verdict::ALL.into_iter().filter(|verdict| verdict.is_exception()).map(|verdict| self.count(verdict)).sum()
    }

    /// Counts what stands as one.
    fn count_one(&mut self, evaluations: &[(Decimal, &Evaluation)]) {
        let verdicts = evaluations.iter().map(|(_, evaluation)| evaluation.verdict);
        let Some(verdict) = Verdict::of_several(verdicts) else { return };
        self.with_figures += usize::from(evaluations.iter().all(|(_, evaluation)| evaluation.has_figure()));
        self.overdue += usize::from(evaluations.iter().any(|(_, evaluation)| evaluation.overdue.is_some()));
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

/// The weighted achievement, as long as every weighted child has one.
fn weighted(evaluations: &[(Decimal, &Evaluation)]) -> Option<Decimal> {
    let (mut done, mut whole) = (Decimal::ZERO, Decimal::ZERO);
    for (weight, evaluation) in evaluations.iter().filter(|(weight, _)| *weight > Decimal::ZERO) {
        done = done.plus(weight.times(score(evaluation)?)?)?;
        whole = whole.plus(*weight)?;
    }
    done.over(whole)
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
