//! What a measure is to reach (mục tiêu), in every form the documents use.

use rust_decimal::Decimal;

use super::codec::{FieldValue, as_map, entry, map, words};
use super::{Grade, Shape, ValueKind};
use crate::document::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Direction {
    #[default]
    Higher,
    Lower,
}

words! {
    Direction {
        Higher = "higher",
        Lower = "lower",
    }
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
#[derive(Clone, Debug, PartialEq, Eq, Default)]
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
    #[default]
    Narrative,
}

impl Target {
    /// A number (định lượng), as opposed to a direction, a grade, yes or no, or a person's judgement (định tính).
    pub fn is_measurable(&self) -> bool {
        !matches!(
            self,
            Self::GradeAtLeast(_) | Self::Yes | Self::TowardsLower | Self::TowardsHigher | Self::Hold | Self::Narrative
        )
    }

    /// Whether figures of a kind can be measured against it.
    pub fn fits(&self, kind: ValueKind) -> bool {
        match (self, kind) {
            (Self::Narrative, _) => true,
            (Self::GradeAtLeast(_), _) | (_, ValueKind::Grade) => {
                matches!((self, kind), (Self::GradeAtLeast(_), ValueKind::Grade))
            }
            (Self::Yes, _) | (_, ValueKind::YesNo) => matches!((self, kind), (Self::Yes, ValueKind::YesNo)),
            (Self::RankTop(_), kind) => kind == ValueKind::Rank,
            (_, kind) => kind != ValueKind::Text,
        }
    }

    /// The kind that its figures are of, where they cannot be of the one given.
    pub fn kind(&self, usual: ValueKind) -> ValueKind {
        match self {
            _ if self.fits(usual) => usual,
            Self::GradeAtLeast(_) => ValueKind::Grade,
            Self::Yes => ValueKind::YesNo,
            Self::RankTop(_) => ValueKind::Rank,
            _ => ValueKind::Level,
        }
    }

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

impl FieldValue for Target {
    fn encode(&self) -> Value {
        let with = |word: &str, value: Value| map([("is", word.into()), ("value", value)]);
        let bare = |word: &str| map([("is", word.into())]);
        match self {
            Self::GreaterThan(value) => with("greater-than", value.encode()),
            Self::AtLeast(value) => with("at-least", value.encode()),
            Self::Reach(value) => with("reach", value.encode()),
            Self::About { value, tolerance: None } => with("about", value.encode()),
            Self::About { value, tolerance } => {
                map([("is", "about".into()), ("value", value.encode()), ("tolerance", tolerance.encode())])
            }
            Self::LessThan(value) => with("less-than", value.encode()),
            Self::AtMost(value) => with("at-most", value.encode()),
            Self::Between(from, to) => map([("is", "between".into()), ("from", from.encode()), ("to", to.encode())]),
            Self::Maintain(value) => with("maintain", value.encode()),
            Self::ReduceBy(change) => change.encode("reduce-by"),
            Self::IncreaseBy(change) => change.encode("increase-by"),
            Self::Zero => bare("zero"),
            Self::RankTop(rank) => with("rank-top", rank.encode()),
            Self::GradeAtLeast(grade) => with("grade-at-least", grade.encode()),
            Self::Yes => bare("yes"),
            Self::TowardsLower => bare("towards-lower"),
            Self::TowardsHigher => bare("towards-higher"),
            Self::Hold => bare("hold"),
            Self::Narrative => bare("narrative"),
        }
    }

    fn decode(value: &Value) -> Option<Self> {
        let map = as_map(value)?;
        let number = || entry(map, "value");
        Some(match map.get("is")?.as_str()? {
            "greater-than" => Self::GreaterThan(number()?),
            "at-least" => Self::AtLeast(number()?),
            "reach" => Self::Reach(number()?),
            "about" => Self::About { value: number()?, tolerance: entry(map, "tolerance")? },
            "less-than" => Self::LessThan(number()?),
            "at-most" => Self::AtMost(number()?),
            "between" => Self::Between(entry(map, "from")?, entry(map, "to")?),
            "maintain" => Self::Maintain(number()?),
            "reduce-by" => Self::ReduceBy(ChangeBy::decode(value)?),
            "increase-by" => Self::IncreaseBy(ChangeBy::decode(value)?),
            "zero" => Self::Zero,
            "rank-top" => Self::RankTop(entry(map, "value")?),
            "grade-at-least" => Self::GradeAtLeast(entry(map, "value")?),
            "yes" => Self::Yes,
            "towards-lower" => Self::TowardsLower,
            "towards-higher" => Self::TowardsHigher,
            "hold" => Self::Hold,
            "narrative" => Self::Narrative,
            _ => return None,
        })
    }

    fn shape() -> Shape {
        let form = |words: &[&'static str], mut entries: Vec<(&'static str, Shape)>| {
            entries.insert(0, ("is", Shape::Word(words.to_vec())));
            Shape::Map(entries)
        };
        let number = Decimal::shape;
        let changes = ["reduce-by", "increase-by"];
        Shape::Either(vec![
            form(&["greater-than", "at-least", "reach", "less-than", "at-most", "maintain"], vec![("value", number())]),
            form(&["about"], vec![("value", number()), ("tolerance", Option::<Decimal>::shape())]),
            form(&["between"], vec![("from", number()), ("to", number())]),
            form(&changes, vec![("amount", number())]),
            form(&changes, vec![("share", number())]),
            form(&["rank-top"], vec![("value", u32::shape())]),
            form(&["grade-at-least"], vec![("value", Grade::shape())]),
            form(&["zero", "yes", "towards-lower", "towards-higher", "hold", "narrative"], vec![]),
        ])
    }
}

impl ChangeBy {
    fn encode(self, word: &str) -> Value {
        match self {
            Self::Amount(amount) => map([("is", word.into()), ("amount", amount.encode())]),
            Self::Share(share) => map([("is", word.into()), ("share", share.encode())]),
        }
    }

    fn decode(value: &Value) -> Option<Self> {
        let map = as_map(value)?;
        if map.contains_key("share") {
            entry(map, "share").map(Self::Share)
        } else {
            entry(map, "amount").map(Self::Amount)
        }
    }
}
