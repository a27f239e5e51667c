//! One entity: its type, its fields, and their old values.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{DELETED, FieldName, Register, Stamp, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The type; fixed for the node's life.
    pub(crate) kind: Arc<str>,
    pub(crate) fields: BTreeMap<FieldName, Register>,
    /// Replaced values by stamp. `None`: the value was left out of the file (a long text), the change is still known.
    pub(crate) history: BTreeMap<FieldName, BTreeMap<Stamp, Option<Value>>>,
}

impl Node {
    pub fn kind(&self) -> &str {
        &self.kind
    }

    pub fn field(&self, name: &str) -> Option<&Register> {
        self.fields.get(name)
    }

    pub fn fields(&self) -> impl Iterator<Item = (&FieldName, &Register)> {
        self.fields.iter()
    }

    /// The shown value of a field; `None` when the field is absent or cleared.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let value = &self.fields.get(name)?.shown()?.value;
        (*value != Value::Null).then_some(value)
    }

    pub fn is_deleted(&self) -> bool {
        self.get(DELETED).is_some_and(Value::is_true)
    }

    /// Replaced values of a field, oldest first.
    pub fn history(&self, name: &str) -> impl Iterator<Item = (&Stamp, Option<&Value>)> {
        self.history.get(name).into_iter().flatten().map(|(stamp, value)| (stamp, value.as_ref()))
    }
}
