//! One entity: its type, its fields, their old values, and what is in dispute.

use std::sync::Arc;

use super::{ActorId, DELETED, Dot, FieldName, NodeId, PLACE, Register, SortedMap, Stamp, Value, sort, sort_once};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The type; fixed for the node's life.
    pub(super) kind: Arc<str>,
    fields: SortedMap<FieldName, Register>,
    history: SortedMap<FieldName, Vec<Old>>,
}

/// A replaced value. Ordered by stamp.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Old {
    pub stamp: Stamp,
    /// `None`: the value was left out of the file (a long text); that there was a change is still known.
    pub value: Option<Value>,
}

/// What a field showed at some point before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past<'a> {
    Value(&'a Value),
    /// It was not written yet, or cleared.
    Nothing,
    /// It was written, and the value is not in this copy.
    Unknown,
}

impl Old {
    pub fn as_past(&self) -> Past<'_> {
        self.value.as_ref().map_or(Past::Unknown, Past::Value)
    }
}

/// A field that a person has to decide about.
#[derive(Clone, Copy, Debug)]
pub struct Conflict<'a> {
    pub field: &'a FieldName,
    pub register: &'a Register,
    pub cause: Cause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Different values were written at the same time.
    Values,
    /// The node was deleted by someone who had not seen this value.
    DeletedUnseen,
}

impl Node {
    /// Puts a node together from its parts, as a file holds them. Whatever is visible is not old.
    pub fn from_parts(
        kind: Arc<str>,
        fields: SortedMap<FieldName, Register>,
        mut history: SortedMap<FieldName, Vec<Old>>,
    ) -> Self {
        history.retain(|name, old| {
            tidy(old, fields.get(name).map_or(&[], Register::values));
            !old.is_empty()
        });
        Self { kind, fields, history }
    }

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

    /// Parent and key of the node's place, where it has one that can be read.
    pub fn place(&self) -> Option<(&str, &str)> {
        match self.get(PLACE)?.as_list()? {
            [parent, key] => Some((parent.as_str()?, key.as_str()?)),
            _ => None,
        }
    }

    /// Replaced values of a field, oldest first.
    pub fn history(&self, name: &str) -> &[Old] {
        self.history.get(name).map_or(&[], Vec::as_slice)
    }

    /// The fields that have old values, with them.
    pub fn histories(&self) -> impl Iterator<Item = (&FieldName, &[Old])> {
        self.history.iter().map(|(name, old)| (name, old.as_slice()))
    }

    /// Fields with more than one distinct visible value; of a deleted node also those that its deleter had not seen.
    pub fn conflicts(&self) -> impl Iterator<Item = Conflict<'_>> {
        let deletions = if self.is_deleted() { self.field(DELETED).map_or(&[][..], Register::values) } else { &[] };
        self.fields.iter().filter_map(move |(field, register)| {
            let seen = |dot: &Dot| deletions.iter().any(|by| by.stamp == dot.stamp && by.value.is_true());
            let cause = if !deletions.is_empty() && field.as_str() != DELETED && !register.values().iter().all(seen) {
                Cause::DeletedUnseen
            } else if register.is_conflict() {
                Cause::Values
            } else {
                return None;
            };
            Some(Conflict { field, register, cause })
        })
    }

    pub fn is_conflict(&self) -> bool {
        self.conflicts().next().is_some()
    }

    /// The values in dispute, in chosen fields; of a node that a write of its mark brings back, in all.
    pub(super) fn in_question(
        &self,
        id: &NodeId,
        is_written: impl Fn(&str) -> bool,
    ) -> Vec<(NodeId, FieldName, Stamp)> {
        let is_whole = self.is_deleted() && is_written(DELETED);
        let conflicts = self.conflicts().filter(|it| is_whole || is_written(it.field.as_str()));
        let dots = conflicts.flat_map(|it| it.register.values().iter().map(move |dot| (it.field, dot)));
        dots.map(|(field, dot)| (id.clone(), field.clone(), dot.stamp.clone())).collect()
    }

    pub(super) fn new(kind: Arc<str>) -> Self {
        Self { kind, fields: SortedMap::new(), history: SortedMap::new() }
    }

    /// Whether the field shows this value already, and no other beside it.
    pub(super) fn says(&self, name: &FieldName, value: &Value) -> bool {
        self.fields
            .get(name)
            .is_some_and(|register| !register.is_conflict() && register.shown().is_some_and(|dot| dot.value == *value))
    }

    pub(super) fn largest_count(&self) -> u64 {
        let seen = self.fields.values().flat_map(|register| register.context().iter().map(|(_, count)| *count));
        // Old values are sorted by stamp, that is by count first.
        let old = self.history.values().filter_map(|old| old.last().map(|old| old.stamp.count));
        seen.chain(old).max().unwrap_or(0)
    }

    /// Marks the node deleted and stamps every field it holds again, with the value it shows.
    pub(super) fn delete(&mut self, stamp: &Stamp) {
        let shown =
            self.fields.iter().filter_map(|(name, register)| Some((name.clone(), register.shown()?.value.clone())));
        let fields: Vec<(FieldName, Value)> = shown.chain([(DELETED.into(), true.into())]).collect();
        for (name, value) in fields {
            self.write(name, value, stamp.clone());
        }
    }

    /// A copy with only the chosen fields; `None` when none is.
    pub(super) fn part(&self, mut keep: impl FnMut(&FieldName) -> bool) -> Option<Self> {
        let kept = self.fields.iter().filter(|(name, _)| keep(name));
        let mut fields = SortedMap::new();
        fields.extend(kept.map(|(name, register)| (name.clone(), register.clone())));
        if fields.is_empty() {
            return None;
        }
        let old = self.history.iter().filter(|(name, _)| fields.contains_key(*name));
        let mut history = SortedMap::new();
        history.extend(old.map(|(name, old)| (name.clone(), old.clone())));
        Some(Self { kind: self.kind.clone(), fields, history })
    }

    /// The stamps of all values, visible and old.
    pub(super) fn stamps(&self) -> impl Iterator<Item = &Stamp> {
        let visible = self.fields.values().flat_map(|register| register.values().iter().map(|dot| &dot.stamp));
        visible.chain(self.history.values().flatten().map(|old| &old.stamp))
    }

    /// Actors under whose one stamp two values are known, visible or old.
    pub(super) fn forks(&self) -> impl Iterator<Item = &ActorId> {
        let visible = self.fields.values().flat_map(Register::forks);
        let old = self.history.values().flat_map(|old| old.windows(2));
        visible.chain(old.filter(|pair| pair[0].stamp == pair[1].stamp).map(|pair| &pair[0].stamp.actor))
    }

    /// Everyone whose writing this node knows of.
    pub(super) fn actors(&self) -> impl Iterator<Item = &ActorId> {
        let seen = self.fields.values().flat_map(|register| register.context().keys());
        seen.chain(self.history.values().flatten().map(|old| &old.stamp.actor))
    }

    /// Writes one field; what was visible becomes old. A second write under the same stamp corrects the first.
    pub(super) fn write(&mut self, name: FieldName, value: Value, stamp: Stamp) {
        let Some(register) = self.fields.get_mut(&name) else {
            self.fields.insert(name, Register::single(value, stamp));
            return;
        };
        let replaced = register.write(value, stamp.clone());
        let replaced = replaced.into_iter().filter(|dot| dot.stamp != stamp);
        let mut replaced = replaced.map(|Dot { stamp, value }| Old { stamp, value: Some(value) }).peekable();
        if replaced.peek().is_some() {
            let old = self.history.or_default(name);
            old.extend(replaced);
            sort(old);
        }
    }

    /// Makes a value visible beside the one that the same change wrote.
    pub(super) fn write_beside(&mut self, name: &FieldName, value: Value, stamp: Stamp) {
        if let Some(register) = self.fields.get_mut(name) {
            register.write_beside(value, stamp);
        }
    }

    /// This node joined with another copy of it; `None` when the other copy adds nothing.
    pub(super) fn joined(&self, other: &Self) -> Option<Self> {
        // By far the most common case, and the cheapest to see.
        if self.fields == other.fields && self.history == other.history {
            return None;
        }
        let mut joined: Option<Self> = None;
        let beside = other.history.keys().filter(|name| !other.fields.contains_key(*name));
        for name in other.fields.keys().chain(beside) {
            let (ours, theirs) = (self.fields.get(name), other.fields.get(name));
            if ours == theirs && self.history(name.as_str()) == other.history(name.as_str()) {
                continue;
            }
            let register = match (ours, theirs) {
                (Some(ours), Some(theirs)) => Some(ours.join(theirs)),
                (ours, theirs) => ours.or(theirs).cloned(),
            };
            let visible = register.as_ref().map_or(&[][..], Register::values);
            // Values that either copy showed and the other had replaced are old now, also where the file that
            // replaced them came without history.
            let shown = ours.into_iter().chain(theirs).flat_map(Register::values).cloned();
            let mut old: Vec<Old> = shown.map(|Dot { stamp, value }| Old { stamp, value: Some(value) }).collect();
            old.extend(self.history(name.as_str()).iter().chain(other.history(name.as_str())).cloned());
            tidy(&mut old, visible);
            if register.as_ref() == ours && old == self.history(name.as_str()) {
                continue;
            }
            let node = joined.get_or_insert_with(|| self.clone());
            if let Some(register) = register {
                node.fields.insert(name.clone(), register);
            }
            if old.is_empty() {
                node.history.remove(name);
            } else {
                node.history.insert(name.clone(), old);
            }
        }
        joined
    }
}

/// Sorts old values, once each; a value known in full stands for the same change with its value left out.
fn tidy(old: &mut Vec<Old>, visible: &[Dot]) {
    sort_once(old);
    // `None` sorts before any value of its stamp.
    let known: Vec<Stamp> = old.iter().filter(|old| old.value.is_some()).map(|old| old.stamp.clone()).collect();
    old.retain(|old| match &old.value {
        None => known.binary_search(&old.stamp).is_err() && visible.iter().all(|dot| dot.stamp != old.stamp),
        Some(value) => visible.iter().all(|dot| dot.stamp != old.stamp || dot.value != *value),
    });
}
