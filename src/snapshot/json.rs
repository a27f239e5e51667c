//! JSON text to a tree that borrows from it, with what plain readers let pass in silence refused: doubled keys, fractions, depth.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::finding::{Code, Finding, Place};
use super::limits::{MAX_DEPTH, MAX_VALUES};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Map(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// The largest whole number that every JSON reader keeps exactly.
pub(super) const MAX_INT: i64 = (1 << 53) - 1;

/// Parses the whole text.
pub(super) fn parse(text: &str) -> Result<Json<'_>, Finding> {
    let reason = Reason { code: RefCell::default(), values: Cell::new(0) };
    let mut reader = serde_json::Deserializer::from_str(text);
    let parsed =
        Builder { reason: &reason, depth: 0 }.deserialize(&mut reader).and_then(|json| reader.end().map(|()| json));
    parsed.map_err(|error| {
        let code = reason.code.take().unwrap_or_else(|| match error.classify() {
            Category::Eof => Code::Truncated,
            // The one message that a Visitor never sees: `1e999`.
            Category::Syntax if error.to_string().starts_with("number out of range") => Code::BadNumber,
            _ => Code::NotJson,
        });
        Finding { code, place: Place::Line { line: error.line(), column: error.column() } }
    })
}

impl<'a> Json<'a> {
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&[Json<'a>]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn as_map(&self) -> Option<&[(Cow<'a, str>, Json<'a>)]> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }
}

/// Why a visitor gave up, and how much it has read: serde's own errors carry words only.
struct Reason {
    code: RefCell<Option<Code>>,
    values: Cell<usize>,
}

#[derive(Clone, Copy)]
struct Builder<'r> {
    reason: &'r Reason,
    depth: usize,
}

impl Builder<'_> {
    fn refuse<E: serde::de::Error>(self, code: Code) -> E {
        self.reason.code.replace(Some(code));
        E::custom("")
    }

    fn inner<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            return Err(self.refuse(Code::TooDeep));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'a> DeserializeSeed<'a> for Builder<'_> {
    type Value = Json<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Json<'a>, D::Error> {
        self.reason.values.set(self.reason.values.get() + 1);
        if self.reason.values.get() > MAX_VALUES {
            return Err(self.refuse(Code::TooManyValues));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Builder<'_> {
    type Value = Json<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'a>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json<'a>, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Json<'a>, E> {
        if number < -MAX_INT { Err(self.refuse(Code::BadNumber)) } else { Ok(Json::Int(number)) }
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Json<'a>, E> {
        match i64::try_from(number) {
            Ok(number) if number <= MAX_INT => Ok(Json::Int(number)),
            _ => Err(self.refuse(Code::BadNumber)),
        }
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Json<'a>, E> {
        Err(self.refuse(Code::BadNumber))
    }

    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Json<'a>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'a>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<Json<'a>, A::Error> {
        let inner = self.inner()?;
        let mut list = Vec::new();
        while let Some(value) = seq.next_element_seed(inner)? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Json<'a>, A::Error> {
        let inner = self.inner()?;
        let mut entries: Vec<(Cow<'a, str>, Json<'a>)> = Vec::new();
        // Our own files are sorted: each key is then new if it is larger than the one before, and no set is needed.
        let mut seen: Option<HashSet<Cow<'a, str>>> = None;
        while let Some(Key(key)) = map.next_key_seed(Key::default())? {
            let rising = entries.last().is_none_or(|(last, _)| *last < key);
            if !rising && seen.is_none() {
                seen = Some(entries.iter().map(|(key, _)| key.clone()).collect());
            }
            if seen.as_mut().is_some_and(|seen| !seen.insert(key.clone())) {
                return Err(self.refuse(Code::DoubledKey { key: key.into_owned() }));
            }
            let value = map.next_value_seed(inner)?;
            entries.push((key, value));
        }
        Ok(Json::Map(entries))
    }
}

/// An object's key, borrowed where it holds no escape.
#[derive(Default)]
struct Key<'a>(Cow<'a, str>);

impl<'a> DeserializeSeed<'a> for Key<'a> {
    type Value = Key<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Key<'a>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Key<'a> {
    type Value = Key<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Key<'a>, E> {
        Ok(Key(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Key<'a>, E> {
        Ok(Key(Cow::Owned(text.to_owned())))
    }
}
