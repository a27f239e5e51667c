//! What a measure is to reach (mục tiêu), in every form the documents use.

use rust_decimal::Decimal;

use super::Grade;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    Higher,
    Lower,
}

/// The amount of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeBy {
    /// In the measure's unit: "giảm 1.114 hộ".
    Amount(Decimal),
    /// A share of the baseline, 0.05 for "giảm 5% số vụ".
    Share(Decimal),
}

/// The comparator with its value (so sánh, mục tiêu). Values are in the measure's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Trên N: strictly more.
    GreaterThan(Decimal),
    /// Từ N trở lên.
    AtLeast(Decimal),
    /// Đạt N: reads as at least, unless the measure's direction is lower.
    Reach(Decimal),
    /// Khoảng N, within a tolerance in the unit; `None` uses the programme's share of the value.
    About {
        value: Decimal,
        tolerance: Option<Decimal>,
    },
    /// Dưới N: strictly less.
    LessThan(Decimal),
    /// Không quá N.
    AtMost(Decimal),
    /// Từ A đến B, both included.
    Between(Decimal, Decimal),
    /// Duy trì N.
    Maintain(Decimal),
    ReduceBy(ChangeBy),
    IncreaseBy(ChangeBy),
    /// Không còn, không để xảy ra.
    Zero,
    /// Nhóm N dẫn đầu: rank N or better.
    RankTop(u32),
    /// Xếp loại từ G trở lên.
    GradeAtLeast(Grade),
    /// Có / không: to be done.
    Yes,
    /// Kéo giảm, nâng cao, against the baseline, with no number.
    TowardsLower,
    TowardsHigher,
    /// Giữ vững: not worse than the baseline.
    Hold,
    /// Judged by a person.
    Narrative,
}

impl Target {
    /// The number a chart draws as the finishing line, where there is one in the measure's own unit.
    pub fn line(&self) -> Option<Decimal> {
        match self {
            Self::GreaterThan(value)
            | Self::AtLeast(value)
            | Self::Reach(value)
            | Self::About { value, .. }
            | Self::LessThan(value)
            | Self::AtMost(value)
            | Self::Between(value, _)
            | Self::Maintain(value)
            | Self::ReduceBy(ChangeBy::Amount(value))
            | Self::IncreaseBy(ChangeBy::Amount(value)) => Some(*value),
            Self::Zero => Some(Decimal::ZERO),
            Self::RankTop(rank) => Some((*rank).into()),
            _ => None,
        }
    }
}
