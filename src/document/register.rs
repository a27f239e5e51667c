//! One field's multi-value register.

use super::{ActorId, SortedMap, Stamp, Value, sort, sort_once};

/// A value and the change that wrote it. Ordered by stamp, then value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dot {
    pub stamp: Stamp,
    pub value: Value,
}

/// The visible values of one field and its context: for each actor, the largest count this copy has seen of it **in
/// this field** (one vector for the whole file would lose edits as soon as an office sends only its part).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register(Form);

/// Nearly every field holds one value and has seen nothing else; it is kept without a table.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Sole(Dot),
    Full(Box<Full>),
}

/// Whatever [`Form::Sole`] cannot say; never what it can, so that equal registers are equal in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Full {
    /// Sorted; the last one is shown first.
    values: Vec<Dot>,
    /// Sorted by actor.
    context: Vec<(ActorId, u64)>,
}

impl Register {
    /// A field that was written once and never replaced.
    pub fn single(value: Value, stamp: Stamp) -> Self {
        Self(Form::Sole(Dot { stamp, value }))
    }

    /// Puts a field together from its parts, in any order; a value given twice counts once. Whoever holds a value has
    /// seen it: the context is raised to the values' own stamps where it falls short.
    pub fn from_parts(mut values: Vec<Dot>, mut context: SortedMap<ActorId, u64>) -> Self {
        sort_once(&mut values);
        for Dot { stamp, .. } in &values {
            let seen = context.or_default(stamp.actor.clone());
            *seen = stamp.count.max(*seen);
        }
        Self::new(values, context.into_iter().collect())
    }

    fn new(values: Vec<Dot>, context: Vec<(ActorId, u64)>) -> Self {
        let sole = matches!((&*values, &*context), ([dot], [(actor, count)]) if dot.stamp.actor == *actor && dot.stamp.count == *count);
        match <[Dot; 1]>::try_from(values) {
            Ok([dot]) if sole => Self(Form::Sole(dot)),
            Ok([dot]) => Self(Form::Full(Box::new(Full { values: vec![dot], context }))),
            Err(values) => Self(Form::Full(Box::new(Full { values, context }))),
        }
    }

    /// The value that is shown: the one with the largest stamp.
    pub fn shown(&self) -> Option<&Dot> {
        self.values().last()
    }

    /// All visible values by stamp, the shown one last.
    pub fn values(&self) -> &[Dot] {
        match &self.0 {
            Form::Sole(dot) => std::slice::from_ref(dot),
            Form::Full(full) => &full.values,
        }
    }

    pub fn context(&self) -> Context<'_> {
        Context(self)
    }

    /// The stamp of a field that was written once and never replaced.
    pub fn sole_stamp(&self) -> Option<&Stamp> {
        match &self.0 {
            Form::Sole(dot) => Some(&dot.stamp),
            Form::Full(_) => None,
        }
    }

    /// More than one distinct visible value. Two people who wrote the same value do not disagree.
    pub fn is_conflict(&self) -> bool {
        self.values().windows(2).any(|pair| pair[0].value != pair[1].value)
    }

    /// Writers under whose one stamp several values are visible: two copies of one profile wrote as the same actor.
    pub fn forks(&self) -> impl Iterator<Item = &ActorId> {
        self.values().windows(2).filter(|pair| pair[0].stamp == pair[1].stamp).map(|pair| &pair[0].stamp.actor)
    }

    /// Replaces everything visible by `value`, and returns what was replaced.
    pub(super) fn write(&mut self, value: Value, stamp: Stamp) -> Vec<Dot> {
        let old = std::mem::replace(&mut self.0, Form::Sole(Dot { stamp: stamp.clone(), value: value.clone() }));
        let (replaced, mut context) = match old {
            Form::Sole(dot) => (vec![dot.clone()], vec![(dot.stamp.actor, dot.stamp.count)]),
            Form::Full(full) => (full.values, full.context),
        };
        match context.binary_search_by(|(actor, _)| actor.cmp(&stamp.actor)) {
            Ok(index) => context[index].1 = stamp.count,
            Err(index) => context.insert(index, (stamp.actor.clone(), stamp.count)),
        }
        *self = Self::new(vec![Dot { stamp, value }], context);
        replaced
    }

    /// Makes a value visible beneath the one that the same change wrote.
    pub(super) fn write_beside(&mut self, value: Value, stamp: Stamp) {
        let mut values = self.values().to_vec();
        values.push(Dot { stamp, value });
        *self = Self::from_parts(values, self.context().iter().map(|(actor, count)| (actor.clone(), *count)).collect());
    }

    /// What both copies know. A value stays unless the other copy has seen its stamp and holds it no more; the context
    /// is the maximum. Commutative, associative, idempotent.
    pub(super) fn join(&self, other: &Self) -> Self {
        let mut values: Vec<Dot> = self.values().iter().filter(|dot| !other.has_replaced(dot)).cloned().collect();
        values.extend(other.values().iter().filter(|dot| !self.has_replaced(dot)).cloned());
        sort_once(&mut values);
        let mut context: Vec<(ActorId, u64)> = Vec::with_capacity(self.context().len() + other.context().len());
        context.extend(self.context().iter().chain(other.context()).map(|(actor, count)| (actor.clone(), *count)));
        sort(&mut context);
        context.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = next.1;
            }
            same
        });
        Self::new(values, context)
    }

    /// Whether this copy has seen the value and holds it no more. A value of the same stamp is a fork, not a replacement.
    fn has_replaced(&self, dot: &Dot) -> bool {
        let seen = self.context().get(&dot.stamp.actor).is_some_and(|count| *count >= dot.stamp.count);
        seen && !self.values().iter().any(|own| own.stamp == dot.stamp)
    }
}

/// A register's context, sorted by actor.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a>(&'a Register);

impl<'a> Context<'a> {
    pub fn iter(self) -> ContextIter<'a> {
        match &self.0.0 {
            Form::Sole(dot) => ContextIter { sole: Some((&dot.stamp.actor, &dot.stamp.count)), full: [].iter() },
            Form::Full(full) => ContextIter { sole: None, full: full.context.iter() },
        }
    }

    pub fn get(self, actor: &ActorId) -> Option<&'a u64> {
        match &self.0.0 {
            Form::Sole(dot) => (dot.stamp.actor == *actor).then_some(&dot.stamp.count),
            Form::Full(full) => {
                let index = full.context.binary_search_by(|(known, _)| known.cmp(actor)).ok()?;
                Some(&full.context[index].1)
            }
        }
    }

    pub fn keys(self) -> impl Iterator<Item = &'a ActorId> {
        self.iter().map(|(actor, _)| actor)
    }

    pub fn len(self) -> usize {
        match &self.0.0 {
            Form::Sole(_) => 1,
            Form::Full(full) => full.context.len(),
        }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

impl<'a> IntoIterator for Context<'a> {
    type Item = (&'a ActorId, &'a u64);
    type IntoIter = ContextIter<'a>;

    fn into_iter(self) -> ContextIter<'a> {
        self.iter()
    }
}

pub struct ContextIter<'a> {
    sole: Option<(&'a ActorId, &'a u64)>,
    full: std::slice::Iter<'a, (ActorId, u64)>,
}

impl<'a> Iterator for ContextIter<'a> {
    type Item = (&'a ActorId, &'a u64);

    fn next(&mut self) -> Option<Self::Item> {
        self.sole.take().or_else(|| self.full.next().map(|(actor, count)| (actor, count)))
    }
}
