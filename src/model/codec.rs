//! How the values of records stand in a document's fields: text, numbers, lists and small maps, nothing else.
//!
//! Decimals are text with the digits that were typed, days and periods are ISO text, choices are kebab-case words.
//! These forms are in every file ever written: they grow, they never change.

use std::str::FromStr;

use rust_decimal::Decimal;

use super::{Cycle, Date, Deadline, Period, Place, Shape, decimal};
use crate::document::{NodeId, SortedMap, Value};

/// A type that a field can hold.
pub trait FieldValue: Sized {
    fn encode(&self) -> Value;
    /// `None`: not a form of this type.
    fn decode(value: &Value) -> Option<Self>;
    /// The forms that `encode` gives.
    fn shape() -> Shape;
}

/// Gives a choice its stable words: `words! { Role { Lead = "lead", … } }`.
macro_rules! words {
    ($choice:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $choice {
            /// Every choice, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable word that files and addresses use.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl $crate::model::codec::FieldValue for $choice {
            fn encode(&self) -> $crate::document::Value {
                self.word().into()
            }

            fn decode(value: &$crate::document::Value) -> Option<Self> {
                Self::from_word(value.as_str()?)
            }

            fn shape() -> $crate::model::Shape {
                $crate::model::Shape::Word(vec![$($word),+])
            }
        }
    };
}
pub(super) use words;

/// A map with a few entries, the form of compound values.
pub(super) fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::map(&mut entries.into_iter().map(|(key, value)| (key.to_owned(), value)))
}

/// Reads one entry of a compound value; an absent one reads like a cleared one.
pub(super) fn entry<T: FieldValue>(map: &SortedMap<String, Value>, key: &str) -> Option<T> {
    T::decode(map.get(key).unwrap_or(&Value::Null))
}

pub(super) fn as_map(value: &Value) -> Option<&SortedMap<String, Value>> {
    match value {
        Value::Map(map) => Some(map),
        _ => None,
    }
}

impl FieldValue for String {
    fn encode(&self) -> Value {
        Value::text(self)
    }

    fn decode(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

impl FieldValue for bool {
    fn encode(&self) -> Value {
        Value::Bool(*self)
    }

    fn decode(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    fn shape() -> Shape {
        Shape::Flag
    }
}

impl FieldValue for NodeId {
    fn encode(&self) -> Value {
        self.as_str().into()
    }

    fn decode(value: &Value) -> Option<Self> {
        value.as_str().map(Self::from)
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

macro_rules! whole_numbers {
    ($($number:ty),+) => {
        $(impl FieldValue for $number {
            fn encode(&self) -> Value {
                Value::Int(i64::from(*self))
            }

            fn decode(value: &Value) -> Option<Self> {
                value.as_int()?.try_into().ok()
            }

            fn shape() -> Shape {
                Shape::Whole { least: <$number>::MIN.into(), most: <$number>::MAX.into() }
            }
        })+
    };
}
whole_numbers!(u8, u32, i32);

macro_rules! as_text {
    ($($kind:ty, $pattern:expr;)+) => {
        $(impl FieldValue for $kind {
            fn encode(&self) -> Value {
                Value::text(self.to_string())
            }

            fn decode(value: &Value) -> Option<Self> {
                <$kind>::from_str(value.as_str()?).ok()
            }

            fn shape() -> Shape {
                Shape::Pattern(format!("^{}$", $pattern))
            }
        })+
    };
}
as_text! {
    Date, DATE;
    Period, PERIOD;
    Deadline, deadline_pattern();
}

const DATE: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const PERIOD: &str = "[0-9]{4}(-([0-9]{2}|Q[1-4]|H[12]))?";

fn deadline_pattern() -> String {
    let cycles: Vec<_> = Cycle::ALL.iter().map(|cycle| cycle.word()).collect();
    format!(
        "(|none|{DATE}|before {DATE}|{PERIOD}|every ({})|yearly( [0-9]{{2}}(-[0-9]{{2}})?)+|after .+)",
        cycles.join("|")
    )
}

impl FieldValue for Decimal {
    fn encode(&self) -> Value {
        Value::text(self.to_string())
    }

    fn decode(value: &Value) -> Option<Self> {
        decimal::read(value.as_str()?).ok()
    }

    fn shape() -> Shape {
        Shape::Pattern("^-?[0-9]+(\\.[0-9]+)?$".to_owned())
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    fn encode(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::encode)
    }

    fn decode(value: &Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::decode(value).map(Some) }
    }

    fn shape() -> Shape {
        Shape::Optional(Box::new(T::shape()))
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    fn encode(&self) -> Value {
        Value::List(self.iter().map(T::encode).collect())
    }

    fn decode(value: &Value) -> Option<Self> {
        value.as_list()?.iter().map(T::decode).collect()
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<A: FieldValue, B: FieldValue> FieldValue for (A, B) {
    fn encode(&self) -> Value {
        Value::List(vec![self.0.encode(), self.1.encode()])
    }

    fn decode(value: &Value) -> Option<Self> {
        let [first, second] = value.as_list()? else { return None };
        Some((A::decode(first)?, B::decode(second)?))
    }

    fn shape() -> Shape {
        Shape::Pair(Box::new(A::shape()), Box::new(B::shape()))
    }
}

impl FieldValue for Place {
    fn encode(&self) -> Value {
        Value::List(vec![self.parent.encode(), Value::text(&self.key)])
    }

    fn decode(value: &Value) -> Option<Self> {
        let (parent, key) = FieldValue::decode(value)?;
        Some(Self { parent, key })
    }

    fn shape() -> Shape {
        <(NodeId, String)>::shape()
    }
}
