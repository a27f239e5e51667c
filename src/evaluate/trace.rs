//! Why a verdict is what it is, as data: which figures, which rule, which threshold. `i18n::trace` words it.

use rust_decimal::Decimal;

use super::{Growth, GrowthInput, Projection};
use crate::model::{Date, Grade, Period, Target, ValueKind};

/// The rule that decided, and the steps to it in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    pub rule: Rule,
    pub steps: Vec<Step>,
}

impl Trace {
    /// There is no projection because the figures are too few for one.
    pub fn has_too_few_to_project(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::TooFewToProject { .. }))
    }
}

/// What decided the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    // The period is closed.
    ClosedBeyond,
    ClosedReached,
    /// Short of the target, but beyond the programme's threshold for "gần đạt".
    ClosedNear,
    ClosedShort,
    // It is still open, and decided.
    /// A sum that only grows has reached the target.
    SumReached,
    /// A sum that only grows is past its ceiling.
    CeilingOverrun,
    /// What must not happen has happened.
    EventHappened,
    /// To be kept in every period, and one period failed.
    PeriodFailed,
    /// To be kept in every period, and kept in all so far.
    EveryPeriodKept,
    Done,
    // It is open.
    Ahead,
    AheadButRangeMisses,
    /// No mark to compare with, but the target itself is met as of now.
    MetNow,
    Behind,
    BehindRangeMisses,
    /// Short by more than the threshold, where no projection is possible.
    BehindFar,
    // No judgement.
    NoFigure,
    NotBegun,
    Overdue,
    NoMark,
    NotRanked,
    NotDoneYet,
    AtEndOnly,
    ByPerson,
}

/// A figure that was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedFigure {
    pub period: Period,
    pub value: Decimal,
    /// How many bodies' figures were added; 0: entered as a whole.
    pub bodies: usize,
    pub source: String,
    /// What was noted beside a figure that was entered as a whole.
    pub note: String,
    pub is_estimate: bool,
}

/// Where the expected value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Target times periods so far over all periods.
    Share { target: Decimal, part: u32, whole: u32 },
    /// Target times what last year's same periods made of its whole.
    LastYear { target: Decimal, part: Decimal, whole: Decimal },
    /// Between two marks on the way, `part` of `whole` steps after the first.
    Interim { from: Option<(Option<Period>, Decimal)>, to: (Period, Decimal), part: u32, whole: u32 },
    /// The straight line from the baseline to the target.
    Line { year: i32, from: Decimal, to: Decimal, part: u32, whole: u32 },
    /// The target itself in every period.
    Target,
}

/// How a baseline is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaselineSource {
    /// Entered with the measure.
    Given,
    /// From the figures of the year before.
    Figures,
}

/// One step of the reasoning with its operands.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The span that is judged, where it is not the one year of the programme.
    Span {
        first: Period,
        last: Period,
    },
    /// The target in force; `line` is its value in the unit where it was reckoned from the baseline.
    Target {
        target: Target,
        line: Option<Decimal>,
        since: Option<(Date, String)>,
    },
    Baseline {
        year: i32,
        value: Decimal,
        source: BaselineSource,
    },
    /// The baseline met the target already: the question is whether it still does.
    BaselineMet {
        value: Decimal,
    },
    /// What the value is made of.
    Figures {
        kind: ValueKind,
        value: Decimal,
        figures: Vec<UsedFigure>,
    },
    GradeSeen {
        period: Period,
        grade: Grade,
    },
    DoneSeen {
        period: Period,
        done: bool,
    },
    /// What was reported, for a person to judge.
    WordsSeen {
        period: Period,
        words: String,
    },
    NotRanked {
        period: Period,
    },
    /// What a person says of a measure that people judge; `scale` is 1 (poor) to 5 (very good).
    Judged {
        period: Period,
        scale: u8,
        author: String,
    },
    /// Periods up to the last figure that have none; they are compared with nothing, never counted as zero.
    Missing(Vec<Period>),
    /// Not every reporting body has sent its figure for these periods.
    Incomplete(Vec<Period>),
    /// The bodies' figures of these periods cannot be put together.
    WithoutTotal(Vec<Period>),
    /// What stands there is no figure of this kind.
    Unreadable(Vec<Period>),
    /// Sent back to the body; not used.
    Returned(Vec<Period>),
    /// The oldest figure that is due and not there.
    Overdue {
        period: Period,
        due: Date,
    },
    /// When the first figure is asked for.
    FirstDue {
        period: Period,
        due: Date,
    },
    /// A body was merged or its scope changed: what lies before is not compared with what lies after.
    Break {
        on: Date,
    },
    Pace {
        basis: Basis,
        expected: Decimal,
        difference: Decimal,
    },
    /// Periods in which the state was kept.
    Kept {
        kept: u32,
        of: u32,
        failed: Vec<Period>,
    },
    Projection(Projection),
    TooFewToProject {
        have: u32,
        need: u32,
    },
    /// How far short, as a share, against the programme's threshold.
    Threshold {
        short: Decimal,
        limit: Decimal,
    },
    /// The value against the target once the period is closed; `difference` is value less target.
    Closed {
        value: Decimal,
        target: Decimal,
        difference: Decimal,
    },
    /// "Gần đạt" from this achievement on.
    NearThreshold {
        achievement: Decimal,
        limit: Decimal,
    },
    Needed(Needed),
    /// The second method; no input: there is no baseline, or not a whole year of a sum.
    Growth {
        input: Option<GrowthInput>,
        growth: Growth,
    },
}

/// What each remaining period would have to bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The way still to go.
    pub rest: Decimal,
    pub periods: u32,
    pub per_period: Decimal,
    /// The mean of the latest periods (three at most), for sums.
    pub recent: Option<Decimal>,
    /// `per_period` over `recent`.
    pub times: Option<Decimal>,
}
