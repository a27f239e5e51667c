//! What all records share: how they are read from a node's fields and written to them, and where a record stands.

use crate::document::{Document, Draft, FieldName, Node, NodeId, Register, Timestamp, Value};

use super::Shape;
use super::codec::FieldValue;

/// Where a section, an item or a measure stands: below its parent, in the order of the keys (then of the ids).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub parent: NodeId,
    pub key: String,
}

impl Default for Place {
    /// Nowhere: below no node.
    fn default() -> Self {
        Self { parent: NodeId::from(""), key: String::new() }
    }
}

/// A typed record, kept in one node of its own kind.
pub trait Record: Sized {
    /// The node's kind.
    const KIND: &'static str;

    /// Reads a node. A field that cannot be read keeps its default and is named in `flaws`; its raw value stays in
    /// the document. `None`: something is missing without which there is no such record (an observation's period).
    fn read(id: &NodeId, source: Source, flaws: &mut Vec<FieldName>) -> Option<Self>;

    /// The fields that differ from those of a new record.
    fn fields(&self) -> Vec<(&'static str, Value)>;

    /// Every field with the forms of its values.
    fn shapes() -> Vec<(&'static str, Shape)>;

    /// Writes the record into a draft.
    fn write(&self, id: &NodeId, draft: &mut Draft) {
        for (name, value) in self.fields() {
            draft.set(id, Self::KIND, name, value);
        }
    }
}

/// A new value for one field of a record.
pub trait FieldEdit {
    type Record: Record;

    /// The field's name in files.
    fn field(&self) -> &'static str;
    fn value(&self) -> Value;
}

/// A node and the document that it is read from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub node: &'a Node,
    pub document: &'a Document,
}

impl Source<'_> {
    /// Reads a field over a default; absent and cleared fields leave the default.
    pub(super) fn read<T: FieldValue>(self, name: &str, slot: &mut T, flaws: &mut Vec<FieldName>) {
        if let Some(value) = self.node.get(name) {
            match T::decode(value) {
                Some(read) => *slot = read,
                None => flaws.push(name.into()),
            }
        }
    }

    pub(super) fn require<T: FieldValue>(self, name: &str, flaws: &mut Vec<FieldName>) -> Option<T> {
        let read = self.node.get(name).and_then(T::decode);
        if read.is_none() {
            flaws.push(name.into());
        }
        read
    }

    /// When the shown value of a field was written, by the writer's clock.
    pub(super) fn written(self, name: &str) -> Timestamp {
        let stamp = self.node.field(name).and_then(Register::shown).map(|dot| &dot.stamp);
        stamp.and_then(|stamp| self.document.time_of(stamp)).unwrap_or_default()
    }
}

/// The shape of a record's field, by its type.
pub(super) fn shape_of<R, T: FieldValue>(_: impl Fn(&R) -> &T) -> Shape {
    T::shape()
}

/// Lists a record's fields once, for reading, writing and editing:
///
/// ```text
/// record! {
///     Observation = "observation", edited by ObservationEdit,
///     required { period = "period" }          // read before anything else, given to `new`
///     fixed { measure = "measure" }           // set when the record is made
///     written { entered = "figure" }          // the time of a field, not a field
///     editable { note: Note(String) = "note" }
/// }
/// ```
/// The record's `new(id, required…)` gives the defaults.
macro_rules! record {
    (
        $record:ident = $kind:literal, edited by $edit:ident,
        $(required { $($required:ident = $required_name:literal),+ $(,)? })?
        $(fixed { $($fixed:ident = $fixed_name:literal),+ $(,)? })?
        $(written { $written:ident = $written_name:literal })?
        editable { $($($path:ident).+ : $variant:ident($type:ty) = $name:literal),+ $(,)? }
    ) => {
        /// A new value for one field.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $edit {
            $($variant($type)),+
        }

        impl $crate::model::FieldEdit for $edit {
            type Record = $record;

            fn field(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $name),+
                }
            }

            fn value(&self) -> $crate::document::Value {
                match self {
                    $(Self::$variant(value) => $crate::model::codec::FieldValue::encode(value)),+
                }
            }
        }

        impl $crate::model::Record for $record {
            const KIND: &'static str = $kind;

            fn read(
                id: &$crate::document::NodeId,
                source: $crate::model::record::Source,
                flaws: &mut Vec<$crate::document::FieldName>,
            ) -> Option<Self> {
                let mut record = Self::new(id.clone() $($(, source.require($required_name, flaws)?)+)?);
                $($(source.read($fixed_name, &mut record.$fixed, flaws);)+)?
                $(source.read($name, &mut record.$($path).+, flaws);)+
                $(record.$written = source.written($written_name);)?
                Some(record)
            }

            fn fields(&self) -> Vec<(&'static str, $crate::document::Value)> {
                use $crate::model::codec::FieldValue as _;
                let new = Self::new($crate::document::NodeId::from("") $($(, Clone::clone(&self.$required))+)?);
                let mut fields = vec![$($(($required_name, self.$required.encode())),+)?];
                let mut differing = |name, value, default| {
                    if value != default {
                        fields.push((name, value));
                    }
                };
                $($(differing($fixed_name, self.$fixed.encode(), new.$fixed.encode());)+)?
                $(differing($name, self.$($path).+.encode(), new.$($path).+.encode());)+
                fields
            }

            fn shapes() -> Vec<(&'static str, $crate::model::Shape)> {
                use $crate::model::record::shape_of;
                vec![
                    $($(($required_name, shape_of(|record: &Self| &record.$required)),)+)?
                    $($(($fixed_name, shape_of(|record: &Self| &record.$fixed)),)+)?
                    $(($name, shape_of(|record: &Self| &record.$($path).+)),)+
                ]
            }
        }
    };
}
pub(super) use record;
