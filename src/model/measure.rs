//! A measure (chỉ tiêu đo được): one value that is followed, with its target and how it is judged.

use rust_decimal::Decimal;

use super::{Date, Direction, Period, PeriodLength, Place, Target};
use crate::document::NodeId;

/// What a figure of one period means; each kind has one rule of aggregation over periods and one over bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueKind {
    /// Each period's own amount (phát sinh trong kỳ).
    Flow,
    /// The amount since the start of the year (lũy kế).
    RunningTotal,
    /// The state at the end of the period (cuối kỳ).
    Level,
    /// Numerator and denominator (tỷ lệ).
    Rate,
    Rank,
    Grade,
    YesNo,
    Text,
}

/// How figures of several reporting bodies make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyAggregation {
    Sum,
    /// Numerators and denominators are added apart.
    RateOfSums,
    /// No total exists.
    None,
}

impl ValueKind {
    pub fn over_bodies(self) -> BodyAggregation {
        match self {
            Self::Flow | Self::RunningTotal | Self::Level => BodyAggregation::Sum,
            Self::Rate => BodyAggregation::RateOfSums,
            Self::Rank | Self::Grade | Self::YesNo | Self::Text => BodyAggregation::None,
        }
    }
}

/// The state a measure started from (năm gốc).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    pub year: i32,
    pub value: Decimal,
    pub source: String,
}

/// A value to be reached on the way (mốc trung gian), at the end of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interim {
    pub period: Period,
    pub value: Decimal,
}

/// How the expected value of a period is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PaceRule {
    /// As the value kind and the target say: interim targets, else last year's profile, else the straight share or line.
    #[default]
    Auto,
    /// Equal shares, whatever last year looked like.
    Straight,
    /// The target itself in every period (growth rates, ranks).
    TargetItself,
    /// No pace: judged when the year is over.
    AtEnd,
}

/// When a maintain target is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Maintain {
    #[default]
    AtEnd,
    EveryPeriod,
}

/// How progress over the years is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Method {
    #[default]
    Annual,
    /// Beside the annual one, the compound growth method of Open SDG for targets over several years.
    CompoundGrowth,
}

/// A target that was replaced on a day, by a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRevision {
    pub date: Date,
    pub old: Target,
    pub new: Target,
    pub document: String,
}

/// A measure of an item. One numbered indicator can hold seven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub id: NodeId,
    pub place: Place,
    pub name: String,
    /// Đơn vị tính: `%`, `hộ`, `bác sĩ/vạn dân`.
    pub unit: String,
    /// Digits after the comma when shown.
    pub decimals: u8,
    pub lower_bound: Option<Decimal>,
    pub upper_bound: Option<Decimal>,
    /// The target in force now; `revisions` say what it was before.
    pub target: Target,
    pub direction: Direction,
    pub value_kind: ValueKind,
    pub period: PeriodLength,
    /// Each span that the target holds for by itself (kỳ đánh giá), for example each quarter; `None`: the whole programme.
    pub judged_by: Option<PeriodLength>,
    pub baseline: Option<Baseline>,
    pub interim: Vec<Interim>,
    pub pace: PaceRule,
    pub maintain: Maintain,
    pub method: Method,
    pub weight: Decimal,
    pub owner: Option<NodeId>,
    pub source: String,
    pub method_note: String,
    /// Days after the end of a period before its figure can exist.
    pub lag_days: u32,
    pub revisions: Vec<TargetRevision>,
    /// Words of the document that this target was read from, verbatim.
    pub quote: String,
}
