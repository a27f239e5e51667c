//! A figure (số liệu) of a measure in one period.

use rust_decimal::Decimal;

use super::Period;
use crate::document::NodeId;

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
    /// When the shown figure was written, by the writer's clock.
    pub entered: crate::document::Timestamp,
}

impl Reading {
    /// The number a chart or a sum can use.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Ratio { numerator, denominator } => {
                numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(*denominator)
            }
            Self::Rank(rank) => rank.map(Into::into),
            Self::Grade(_) | Self::YesNo(_) | Self::Text(_) => None,
        }
    }
}
