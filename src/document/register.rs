//! One field's multi-value register.

use std::collections::BTreeMap;

use super::{ActorId, Stamp, Value};

/// A value and the change that wrote it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dot {
    pub value: Value,
    pub stamp: Stamp,
}

/// The visible values of one field and, for each actor, the largest count this copy has seen of it **in this field**
/// (one vector for the whole file would lose edits as soon as an office sends only its part).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Register {
    /// Sorted by stamp, then value; the last one is shown first.
    pub(crate) values: Vec<Dot>,
    pub(crate) context: BTreeMap<ActorId, u64>,
}

impl Register {
    /// A field that was written once and never replaced.
    pub(crate) fn single(value: Value, stamp: Stamp) -> Self {
        Self { context: BTreeMap::from([(stamp.actor.clone(), stamp.count)]), values: vec![Dot { value, stamp }] }
    }

    /// Puts a field together from its parts, in any order; a value given twice counts once.
    pub(crate) fn from_parts(mut values: Vec<Dot>, context: BTreeMap<ActorId, u64>) -> Self {
        values.sort_by(|a, b| a.stamp.cmp(&b.stamp).then_with(|| a.value.cmp(&b.value)));
        values.dedup();
        Self { values, context }
    }

    /// The value that is shown: the one with the largest stamp.
    pub fn shown(&self) -> Option<&Dot> {
        self.values.last()
    }

    /// All visible values, the shown one last.
    pub fn values(&self) -> &[Dot] {
        &self.values
    }

    pub fn context(&self) -> &BTreeMap<ActorId, u64> {
        &self.context
    }

    /// More than one distinct visible value. Two people who wrote the same value do not disagree.
    pub fn is_conflict(&self) -> bool {
        self.values.windows(2).any(|pair| pair[0].value != pair[1].value)
    }

    /// Replaces everything visible by `value`.
    pub(crate) fn write(&mut self, value: Value, stamp: Stamp) {
        self.context.insert(stamp.actor.clone(), stamp.count);
        self.values.clear();
        self.values.push(Dot { value, stamp });
    }
}
