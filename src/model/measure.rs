//! A measure (chỉ tiêu đo được): one value that is followed, with its target and how it is judged.

use rust_decimal::Decimal;

use super::codec::{FieldValue, as_map, entry, map, words};
use super::record::record;
use super::{Date, Direction, Period, PeriodLength, Place, Shape, Target};
use crate::document::{NodeId, Value};

/// What a figure of one period means; each kind has one rule of aggregation over periods and one over bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ValueKind {
    /// Each period's own amount (phát sinh trong kỳ).
    Flow,
    /// The amount since the start of the year (lũy kế).
    RunningTotal,
    /// The state at the end of the period (cuối kỳ).
    #[default]
    Level,
    /// Numerator and denominator (tỷ lệ).
    Rate,
    Rank,
    Grade,
    YesNo,
    Text,
}

words! {
    ValueKind {
        Flow = "flow",
        RunningTotal = "running-total",
        Level = "level",
        Rate = "rate",
        Rank = "rank",
        Grade = "grade",
        YesNo = "yes-no",
        Text = "text",
    }
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
    /// Its figures are words: no line runs through them.
    pub fn is_in_words(self) -> bool {
        matches!(self, Self::Grade | Self::YesNo | Self::Text)
    }

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

words! {
    PaceRule {
        Auto = "auto",
        Straight = "straight",
        TargetItself = "target-itself",
        AtEnd = "at-end",
    }
}

/// When a maintain target is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Maintain {
    #[default]
    AtEnd,
    EveryPeriod,
}

words! {
    Maintain {
        AtEnd = "at-end",
        EveryPeriod = "every-period",
    }
}

/// How progress over the years is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Method {
    #[default]
    Annual,
    /// Beside the annual one, the compound growth method of Open SDG for targets over several years.
    CompoundGrowth,
}

words! {
    Method {
        Annual = "annual",
        CompoundGrowth = "compound-growth",
    }
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
    /// The day from which figures mean what they mean now (thay đổi phạm vi, cách tính): none is compared with one from
    /// before.
    pub scope_since: Option<Date>,
    /// Words of the document that this target was read from, verbatim.
    pub quote: String,
}

impl Measure {
    pub fn new(id: NodeId) -> Self {
        Self {
            id,
            place: Place::default(),
            name: String::new(),
            unit: String::new(),
            decimals: 0,
            lower_bound: None,
            upper_bound: None,
            target: Target::default(),
            direction: Direction::default(),
            value_kind: ValueKind::default(),
            period: PeriodLength::default(),
            judged_by: None,
            baseline: None,
            interim: Vec::new(),
            pace: PaceRule::default(),
            maintain: Maintain::default(),
            method: Method::default(),
            weight: Decimal::ONE,
            owner: None,
            source: String::new(),
            method_note: String::new(),
            lag_days: 0,
            revisions: Vec::new(),
            scope_since: None,
            quote: String::new(),
        }
    }

    /// Whether a figure lies between its bounds.
    pub fn admits(&self, value: Decimal) -> bool {
        self.lower_bound.is_none_or(|lower| value >= lower) && self.upper_bound.is_none_or(|upper| value <= upper)
    }
}

record! {
    Measure = "measure", edited by MeasureEdit,
    fixed { place = "place" }
    editable {
        name: Name(String) = "name",
        unit: Unit(String) = "unit",
        decimals: Decimals(u8) = "decimals",
        lower_bound: LowerBound(Option<Decimal>) = "lower-bound",
        upper_bound: UpperBound(Option<Decimal>) = "upper-bound",
        target: Target(Target) = "target",
        direction: Direction(Direction) = "direction",
        value_kind: ValueKind(ValueKind) = "value-kind",
        period: Period(PeriodLength) = "period",
        judged_by: JudgedBy(Option<PeriodLength>) = "judged-by",
        baseline: Baseline(Option<Baseline>) = "baseline",
        interim: Interim(Vec<Interim>) = "interim",
        pace: Pace(PaceRule) = "pace",
        maintain: Maintain(Maintain) = "maintain",
        method: Method(Method) = "method",
        weight: Weight(Decimal) = "weight",
        owner: Owner(Option<NodeId>) = "owner",
        source: Source(String) = "source",
        method_note: MethodNote(String) = "method-note",
        lag_days: LagDays(u32) = "lag-days",
        revisions: Revisions(Vec<TargetRevision>) = "revisions",
        scope_since: ScopeSince(Option<Date>) = "scope-since",
        quote: Quote(String) = "quote",
    }
}

impl FieldValue for Baseline {
    fn encode(&self) -> Value {
        map([("year", self.year.encode()), ("value", self.value.encode()), ("source", self.source.encode())])
    }

    fn decode(value: &Value) -> Option<Self> {
        let map = as_map(value)?;
        Some(Self { year: entry(map, "year")?, value: entry(map, "value")?, source: entry(map, "source")? })
    }

    fn shape() -> Shape {
        Shape::Map(vec![("year", i32::shape()), ("value", Decimal::shape()), ("source", String::shape())])
    }
}

impl FieldValue for Interim {
    fn encode(&self) -> Value {
        map([("period", self.period.encode()), ("value", self.value.encode())])
    }

    fn decode(value: &Value) -> Option<Self> {
        let map = as_map(value)?;
        Some(Self { period: entry(map, "period")?, value: entry(map, "value")? })
    }

    fn shape() -> Shape {
        Shape::Map(vec![("period", Period::shape()), ("value", Decimal::shape())])
    }
}

impl FieldValue for TargetRevision {
    fn encode(&self) -> Value {
        map([
            ("date", self.date.encode()),
            ("old", self.old.encode()),
            ("new", self.new.encode()),
            ("document", self.document.encode()),
        ])
    }

    fn decode(value: &Value) -> Option<Self> {
        let map = as_map(value)?;
        Some(Self {
            date: entry(map, "date")?,
            old: entry(map, "old")?,
            new: entry(map, "new")?,
            document: entry(map, "document")?,
        })
    }

    fn shape() -> Shape {
        Shape::Map(vec![
            ("date", Date::shape()),
            ("old", Target::shape()),
            ("new", Target::shape()),
            ("document", String::shape()),
        ])
    }
}
