//! A figure (số liệu) of a measure in one period.

use rust_decimal::Decimal;

use super::codec::{FieldValue, as_map, entry, words};
use super::record::record;
use super::{Arithmetic, Cell, Period, Shape};
use crate::document::{NodeId, Timestamp, Value};

/// Quality classes in rising order, as Quy định 366-QĐ/TW names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Không hoàn thành.
    Failed,
    /// Hoàn thành.
    Completed,
    /// Hoàn thành tốt.
    Good,
    /// Hoàn thành xuất sắc.
    Excellent,
}

words! {
    Grade {
        Failed = "failed",
        Completed = "completed",
        Good = "good",
        Excellent = "excellent",
    }
}

/// What was read. Numbers are exact decimals with the digits that were typed; a missing figure is never zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    Number(Decimal),
    /// A rate as numerator over denominator; the value in percent is theirs times 100.
    Ratio {
        numerator: Decimal,
        denominator: Decimal,
    },
    /// `None`: not ranked yet, which is a value and not a gap.
    Rank(Option<u32>),
    Grade(Grade),
    YesNo(bool),
    Text(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum FigureState {
    #[default]
    Draft,
    Submitted,
    Approved,
    Returned,
}

impl FigureState {
    /// Of a figure that changes: what was agreed on no longer is, and what was sent back is worked on.
    #[must_use]
    pub fn when_changed(self) -> Self {
        match self {
            Self::Approved => Self::Submitted,
            Self::Returned => Self::Draft,
            other => other,
        }
    }
}

words! {
    FigureState {
        Draft = "draft",
        Submitted = "submitted",
        Approved = "approved",
        Returned = "returned",
    }
}

/// A figure as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub reading: Reading,
    /// Ước: still an estimate.
    pub is_estimate: bool,
}

/// One figure, of one measure, period and (where bodies report apart) body. Its id is derived from these three, so one
/// figure entered twice is a conflict and not a duplicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    pub id: NodeId,
    pub measure: NodeId,
    pub period: Period,
    pub body: Option<NodeId>,
    /// `None`: cleared, or only a note so far.
    pub figure: Option<Figure>,
    pub note: String,
    pub evidence: String,
    pub source: String,
    pub state: FigureState,
    /// Why an approved figure was changed.
    pub reason: String,
    /// What is to be mended in a returned figure.
    pub remark: String,
    /// When the shown figure was written, by the writer's clock.
    pub entered: Timestamp,
    /// Invented, of the sample programme.
    pub is_sample: bool,
}

impl Reading {
    /// The number a chart or a sum can use.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Ratio { numerator, denominator } => numerator.times(Decimal::ONE_HUNDRED)?.over(*denominator),
            Self::Rank(rank) => rank.map(Into::into),
            Self::Grade(_) | Self::YesNo(_) | Self::Text(_) => None,
        }
    }
}

impl Observation {
    pub fn new(id: NodeId, measure: NodeId, period: Period) -> Self {
        Self {
            id,
            measure,
            period,
            body: None,
            figure: None,
            note: String::new(),
            evidence: String::new(),
            source: String::new(),
            state: FigureState::default(),
            reason: String::new(),
            remark: String::new(),
            entered: Timestamp::default(),
            is_sample: false,
        }
    }

    pub fn cell(&self) -> Cell {
        Cell { measure: self.measure.clone(), period: self.period, body: self.body.clone() }
    }
}

record! {
    Observation = "observation", edited by ObservationEdit,
    required { measure = "measure", period = "period" }
    fixed { body = "body", figure = "figure", reason = "reason", is_sample = "sample" }
    written { entered = "figure" }
    editable {
        note: Note(String) = "note",
        evidence: Evidence(String) = "evidence",
        source: Source(String) = "source",
        state: State(FigureState) = "state",
        remark: Remark(String) = "remark",
    }
}

impl FieldValue for Figure {
    fn encode(&self) -> Value {
        let mut entries = match &self.reading {
            Reading::Number(value) => vec![("number", value.encode())],
            Reading::Ratio { numerator, denominator } => {
                vec![("numerator", numerator.encode()), ("denominator", denominator.encode())]
            }
            Reading::Rank(rank) => vec![("rank", rank.encode())],
            Reading::Grade(grade) => vec![("grade", grade.encode())],
            Reading::YesNo(answer) => vec![("yes", answer.encode())],
            Reading::Text(text) => vec![("text", text.encode())],
        };
        if self.is_estimate {
            entries.push(("estimate", true.encode()));
        }
        Value::map(&mut entries.into_iter().map(|(key, value)| (key.to_owned(), value)))
    }

    fn decode(value: &Value) -> Option<Self> {
        let map = as_map(value)?;
        let has = |key| map.contains_key(key);
        let reading = if has("number") {
            Reading::Number(entry(map, "number")?)
        } else if has("numerator") {
            Reading::Ratio { numerator: entry(map, "numerator")?, denominator: entry(map, "denominator")? }
        } else if has("rank") {
            Reading::Rank(entry(map, "rank")?)
        } else if has("grade") {
            Reading::Grade(entry(map, "grade")?)
        } else if has("yes") {
            Reading::YesNo(entry(map, "yes")?)
        } else {
            Reading::Text(entry(map, "text")?)
        };
        Some(Self { reading, is_estimate: entry::<Option<bool>>(map, "estimate")?.unwrap_or(false) })
    }

    fn shape() -> Shape {
        let reading = |mut entries: Vec<(&'static str, Shape)>| {
            entries.push(("estimate", Option::<bool>::shape()));
            Shape::Map(entries)
        };
        Shape::Either(vec![
            reading(vec![("number", Decimal::shape())]),
            reading(vec![("numerator", Decimal::shape()), ("denominator", Decimal::shape())]),
            reading(vec![("rank", Shape::Either(vec![u32::shape(), Shape::Null]))]),
            reading(vec![("grade", Grade::shape())]),
            reading(vec![("yes", bool::shape())]),
            reading(vec![("text", String::shape())]),
        ])
    }
}
