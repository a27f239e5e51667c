//! What changed since the previous period: the same measures as they stood one period earlier, by what is known now.

use std::sync::Arc;

use super::programme::{figures_in, with_judgement};
use super::{Context, Evaluation, Verdict, evaluate};
use crate::model::{Measure, Period, PeriodLength, Programme};

/// What became of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Better,
    Worse,
    Same,
    /// From a verdict on figures to a word on why there is none, or the other way.
    Other,
}

impl Context {
    /// The same day of the previous period; `None` where that lies before the programme's years.
    fn previous(&self, length: PeriodLength) -> Option<Self> {
        let edges = self.settings.edges;
        let now = Period::containing(self.as_of, length, edges)?;
        let before = match now.index() {
            1 => Period::new(now.year() - 1, length, length.per_year())?,
            index => Period::new(now.year(), length, index - 1)?,
        };
        let (first, last) = before.days(edges);
        let as_of = first.add_days(self.as_of.days_since(now.days(edges).0)).min(last);
        (before.year() >= self.first_year).then(|| Self { as_of, ..self.clone() })
    }
}

/// How a measure stood one period of that length earlier, under the target that was in force then. Figures that came
/// in late are counted where they belong: a change is then one of the matter and not of the paperwork.
pub fn evaluate_previous(
    programme: &Programme,
    measure: &Measure,
    context: &Context,
    length: PeriodLength,
) -> Option<Evaluation> {
    let before = context.previous(length)?;
    let edges = before.settings.edges;
    // A figure of a longer period, known in its midst, was as good then.
    let was_there = |period: Period| period.end(edges) <= before.as_of || period.length().months() > length.months();
    let figures = figures_in(programme, measure, &before);
    let seen = figures.iter().map(Arc::as_ref).filter(|figure| was_there(figure.period));
    Some(with_judgement(evaluate(measure, seen, &before), programme, measure, &before))
}

impl Shift {
    pub fn between(before: Verdict, now: Verdict) -> Self {
        // Reached early and reached at the end are the same.
        let rank = |verdict| if verdict == Verdict::MetEarly { Verdict::Met } else { verdict }.urgency();
        match (before.is_judged(), now.is_judged()) {
            (true, true) if rank(now) > rank(before) => Self::Better,
            (true, true) if rank(now) < rank(before) => Self::Worse,
            (true, true) => Self::Same,
            _ if before == now => Self::Same,
            _ => Self::Other,
        }
    }
}
