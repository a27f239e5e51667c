//! How a measure stands at a day: verdict, achievement, pace, projection, and why.

mod body_work;
mod due;
mod goal;
mod growth;
mod judge;
mod outlook;
mod pace;
mod previous;
mod programme;
mod projection;
mod reports;
mod rollup;
mod series;
mod share;
mod tasks;
mod trace;
mod twins;
mod verdict;

use rust_decimal::Decimal;

use crate::document::{NodeId, Timestamp};
use crate::model::{Date, Observation, Period, Settings, Target};

pub use body_work::{BodyFigures, BodyTask, BodyWork, OwnMeasure, standing};
pub use due::{FigureDue, OccasionalReport, ReportDue, figures_due, period_to_enter, reports_due};
pub use goal::{Bound, Goal, target_in_force};
pub use growth::{Growth, GrowthInput, GrowthStatus, compound_growth};
pub use judge::{course, evaluate};
pub use previous::{Shift, evaluate_previous};
pub use programme::{
    course_in, courses_of_bodies, drawn_course, evaluate_in, figures_since, judgements_in, periods_ahead, twins_in,
};
pub use projection::{Projection, ProjectionMethod};
pub use reports::{BodyReports, ReportMark, ReportStanding, reports_of_year};
pub use rollup::Rollup;
pub use tasks::{TaskCounts, TaskFacts, clock_at};
pub use trace::{BaselineSource, Basis, Needed, Rule, Step, Trace, UsedFigure};
pub use twins::{Contradiction, contradiction};
pub use verdict::Verdict;

/// When, over which years and by which rules measures are judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    pub settings: Settings,
    /// The programme's years: one, or those of a term.
    pub first_year: i32,
    pub last_year: i32,
    pub as_of: Date,
    /// Looking back: only figures written by then are known. `None`: all that are known now.
    pub known_by: Option<Timestamp>,
    /// Bodies that were merged or renamed: they break a series.
    pub successions: Vec<Succession>,
}

/// A body that another one took over on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    pub body: NodeId,
    pub successor: NodeId,
    pub on: Date,
}

/// How a measure stands. Every number on a screen or in a report that judges comes from here.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    pub verdict: Verdict,
    /// The target in force at the day.
    pub target: Target,
    /// It as a number in the unit of the values, where there is one and the baseline is known.
    pub goal: Option<Goal>,
    /// The sum so far, or the latest state.
    pub value: Option<Decimal>,
    /// The last period with a figure.
    pub through: Option<Period>,
    /// The way gone, as a share: 1 at the target.
    pub achievement: Option<Decimal>,
    /// "Đạt … % kế hoạch", as a share of the target.
    pub percent_of_plan: Option<Decimal>,
    /// "Bằng … % so với cùng kỳ".
    pub year_on_year: Option<YearOnYear>,
    /// What the pace asks for over the same periods as `value`.
    pub expected: Option<Decimal>,
    pub projection: Option<Projection>,
    pub needed: Option<Needed>,
    /// The second method's result, for measures that ask for it.
    pub growth: Option<Growth>,
    /// The oldest figure that is due and not there, whatever the verdict.
    pub overdue: Option<Period>,
    pub trace: Trace,
}

/// The same periods of the year before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOnYear {
    pub before: Decimal,
    /// `None` when the year before made zero.
    pub ratio: Option<Decimal>,
}

/// One period of a measure's course: what charts draw and figure grids show beside the entered cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseStep {
    pub period: Period,
    /// The period's own figure (of a running total its step).
    pub own: Option<Decimal>,
    /// The sum up to here, or the state; of a flow with a gap the sum of what is there.
    pub value: Option<Decimal>,
    pub expected: Option<Decimal>,
    /// The value of the same period a year before.
    pub before: Option<Decimal>,
    /// The finishing line that was in force at the end of the period.
    pub line: Option<Decimal>,
    /// The first of a new scope (a body was merged, the method changed): not comparable with the period before.
    pub starts_anew: bool,
}

impl Context {
    /// Figures of periods that have not begun, or written later than the day looked back to, are not known.
    fn knows(&self, observation: &Observation) -> bool {
        observation.period.days(self.settings.edges).0 <= self.as_of
            && self.known_by.is_none_or(|by| observation.entered <= by)
    }
}
