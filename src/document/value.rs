//! What a field can hold: JSON without fractions (decimals are text, so that no digit is lost).

use std::sync::Arc;

use super::SortedMap;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Value {
    /// Cleared by a person; a field that is absent is "not in this part".
    #[default]
    Null,
    Bool(bool),
    Int(i64),
    Text(Arc<str>),
    List(Vec<Value>),
    Map(SortedMap<String, Value>),
}

impl Value {
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::Text(text.as_ref().into())
    }

    /// A map of its entries. It inserts one by one: collecting would sort first, by code of its own at every place.
    pub fn map(entries: &mut dyn Iterator<Item = (String, Self)>) -> Self {
        let mut map = SortedMap::new();
        map.extend(entries);
        Self::Map(map)
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn is_true(&self) -> bool {
        *self == Self::Bool(true)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}
