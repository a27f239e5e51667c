//! A chart of months seen by quarters: the state at the end of each, and of a total what its months made together.

use rust_decimal::Decimal;

use super::{Chart, Form};
use crate::evaluate::CourseStep;
use crate::model::{Arithmetic, Period, PeriodLength};

const MONTHS: usize = 3;

impl Chart {
    /// Its figures are monthly, so that it can be seen by quarters.
    pub fn has_months(&self) -> bool {
        self.steps.first().is_some_and(|step| step.period.length() == PeriodLength::Month)
    }

    /// The same course by quarters; a quarter with a month missing at its end has no value yet.
    #[must_use]
    pub fn by_quarter(self) -> Self {
        if !self.has_months() {
            return self;
        }
        let is_total = self.form == Form::Total;
        let mut quarters: Vec<CourseStep> = Vec::with_capacity(self.steps.len() / MONTHS + 1);
        let mut starts_anew = false;
        for months in self.steps.chunks(MONTHS) {
            let Some((first, last)) = months.first().zip(months.last()) else { continue };
            let quarter = (last.period.index() - 1) / 3 + 1;
            let Some(period) = Period::new(last.period.year(), PeriodLength::Quarter, quarter) else { continue };
            let sum = || months.iter().try_fold(Decimal::ZERO, |sum, month| sum.plus(month.own?));
            quarters.push(CourseStep {
                period,
                own: if is_total { sum() } else { last.own },
                value: last.value,
                expected: last.expected,
                before: last.before,
                line: last.line,
                starts_anew: starts_anew || first.starts_anew,
            });
            // A break in the midst of a quarter: the next one is the first that is whole.
            starts_anew = months[1..].iter().any(|month| month.starts_anew);
        }
        // What remains is told by quarters only where whole ones remain.
        let is_whole = self.last().is_none_or(|(index, ..)| (index + 1).is_multiple_of(MONTHS));
        let needed = self.needed.filter(|_| is_whole).and_then(|each| each.times(Decimal::from(MONTHS)));
        Self { steps: quarters, needed, ..self }
    }
}
