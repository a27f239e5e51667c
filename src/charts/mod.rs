//! Charts: plain data in, one SVG string out. No element carries a colour: each has the CSS class of its role, so a
//! change of theme needs no redraw. Drawing measures no text and touches no page.

mod annotation;
mod course;
mod cursor;
mod export;
mod heat;
mod indicator;
mod label;
mod layout;
mod plot;
mod quarter;
mod scale;
mod sentence;
mod small;

use rust_decimal::Decimal;

pub use export::{csv, csv_line, inert_cell, plain_number, spreadsheet, standalone_svg};
pub use heat::{heat_key, heat_strip};
pub use indicator::{Drawing, Hit};
pub use label::escape;
pub use small::{Bullet, Spark, bullet, course_sparkline, overlay, small_multiple, small_multiples, sparkline};

use crate::evaluate::{CourseStep, Evaluation, Projection};
use crate::i18n::{
    Language, fewest_digits, format_number, period_name_inside, period_name_with_year_inside, target_prose,
};
use crate::model::{Arithmetic, Body, Direction, Measure, Period, Target, ValueKind};

/// How the values of a chart stand on its axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A sum since the start of the year: from zero, with each period's own amount as bars beneath.
    Total,
    /// A state at the end of each period: the axis fits the values and the target.
    Level,
    /// A rank: 1 is at the top.
    Rank,
}

/// The projected value at the end of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fan {
    pub low: Decimal,
    pub middle: Decimal,
    pub high: Decimal,
}

/// The chart of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    pub name: String,
    pub unit: String,
    /// Digits after the comma, as the target has them.
    pub decimals: u8,
    pub form: Form,
    pub higher_is_better: bool,
    /// All periods of the axis in order, those to come included.
    pub steps: Vec<CourseStep>,
    /// The target in words: `trên 10 %`.
    pub target: String,
    /// The other end of a target between two values.
    pub second_line: Option<Decimal>,
    pub projection: Option<Fan>,
    /// The amount that each remaining period needs.
    pub needed: Option<Decimal>,
    /// Draw the year before as well.
    pub with_last_year: bool,
}

impl From<&Projection> for Fan {
    fn from(projection: &Projection) -> Self {
        Self { low: projection.low, middle: projection.middle, high: projection.high }
    }
}

impl Chart {
    /// Whether there is a figure to draw, of this year or the one before.
    pub fn has_figures(&self) -> bool {
        self.steps.iter().any(|step| step.value.is_some() || step.before.is_some())
    }

    /// The chart of a measure as it was judged; `course` comes from the same evaluation.
    pub fn of(measure: &Measure, evaluation: &Evaluation, course: Vec<CourseStep>, language: Language) -> Self {
        let form = match measure.value_kind {
            ValueKind::Flow | ValueKind::RunningTotal => Form::Total,
            ValueKind::Rank => Form::Rank,
            _ => Form::Level,
        };
        let line = evaluation.goal.map(|goal| goal.line);
        let second_line = match evaluation.target {
            Target::Between(low, high) => Some(if line == Some(low) { high } else { low }),
            _ => None,
        };
        Self {
            name: measure.name.clone(),
            unit: measure.unit.clone(),
            decimals: measure.decimals,
            form,
            higher_is_better: evaluation.goal.map_or(measure.direction, |goal| goal.direction) == Direction::Higher,
            steps: course,
            target: target_prose(&evaluation.target, &measure.unit, language),
            second_line,
            projection: evaluation.projection.as_ref().map(Fan::from),
            needed: evaluation.needed.as_ref().map(|needed| needed.per_period).filter(|_| form == Form::Total),
            with_last_year: false,
        }
    }

    /// The chart of one body's own figures: what is projected and needed is the matter of all together.
    pub fn of_body(
        measure: &Measure,
        whole: &Evaluation,
        body: &Body,
        course: Vec<CourseStep>,
        language: Language,
    ) -> Self {
        let chart = Self::of(measure, whole, course, language);
        let has_line = chart.line().is_some();
        Self {
            name: body.name.clone(),
            target: if has_line { chart.target } else { String::new() },
            second_line: chart.second_line.filter(|_| has_line),
            projection: None,
            needed: None,
            ..chart
        }
    }

    /// Several years on one axis.
    fn is_term(&self) -> bool {
        let year = |step: Option<&CourseStep>| step.map(|step| step.period.year());
        year(self.steps.first()) != year(self.steps.last())
    }

    /// A period inside a sentence, with its year where the axis has several.
    fn period_inside(&self, period: Period, language: Language) -> String {
        if self.is_term() {
            period_name_with_year_inside(period, language)
        } else {
            period_name_inside(period, language)
        }
    }

    /// The last period with a figure, and its place on the axis.
    fn last(&self) -> Option<(usize, &CourseStep, Decimal)> {
        self.steps.iter().enumerate().rev().find_map(|(index, step)| step.value.map(|value| (index, step, value)))
    }

    /// How far the last value is on the wrong side of its pace, and that pace.
    fn shortfall(&self) -> Option<(Decimal, Decimal)> {
        let (_, step, value) = self.last()?;
        let expected = step.expected?;
        let short = if self.higher_is_better { expected.minus(value) } else { value.minus(expected) }?;
        (short > Decimal::ZERO).then_some((short, expected))
    }

    /// Whether the pace is the target itself in every period (growth rates, ranks).
    fn pace_is_target(&self) -> bool {
        self.steps.iter().all(|step| step.expected.is_none() || step.expected == step.line)
    }

    /// The target at the end of the axis.
    fn line(&self) -> Option<Decimal> {
        self.steps.iter().rev().find_map(|step| step.line)
    }

    /// A target or a pace with no more digits than it needs: `10`, where values have `7,9`.
    pub fn short_number(&self, value: Decimal, language: Language) -> String {
        format_number(value, fewest_digits(value, self.decimals), language)
    }
}
