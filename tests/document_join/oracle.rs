//! What happened before what: the truth that the registers are measured against.
//!
//! Every write is an event that remembers all it had seen of its field. A copy is the set of events it knows, joining is
//! the union, and a value is visible when no known event had seen it. No contexts, no counts compared.

use std::collections::{BTreeMap, BTreeSet};

use tiendo::document::{DELETED, Dot, Draft, NodeId, Stamp, Value};

pub const NODES: [&str; 3] = ["n0", "n1", "n2"];
pub const FIELDS: [&str; 4] = ["title", "due", "place", DELETED];
pub const SLOTS: usize = NODES.len() * FIELDS.len();

/// The events of one field, as bits.
type Set = u128;
/// What one copy knows, by field.
pub type Known = [Set; SLOTS];

struct Event {
    dot: Dot,
    past: Set,
    change: usize,
}

#[derive(Default)]
pub struct Oracle {
    events: [Vec<Event>; SLOTS],
    /// What each change had seen when it was made.
    seen: Vec<Known>,
    /// Two copies write as one actor: then a stamp is also gone where a later one of the same actor was seen.
    has_clones: bool,
}

pub fn slot(node: usize, field: usize) -> usize {
    node * FIELDS.len() + field
}

pub fn slot_of(node: &NodeId, field: &str) -> usize {
    let node = NODES.iter().position(|id| *id == node.as_str()).unwrap();
    slot(node, FIELDS.iter().position(|name| *name == field).unwrap())
}

fn bits(set: Set) -> impl Iterator<Item = usize> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let bit = rest.trailing_zeros();
        rest &= rest.wrapping_sub(1);
        (bit < Set::BITS).then_some(bit as usize)
    })
}

impl Oracle {
    pub fn new(has_clones: bool) -> Self {
        Self { has_clones, ..Self::default() }
    }

    pub fn visible(&self, known: &Known, slot: usize) -> BTreeSet<&Dot> {
        self.visible_events(known, slot).map(|event| &event.dot).collect()
    }

    /// Values that were visible once.
    pub fn replaced(&self, known: &Known, slot: usize) -> BTreeSet<&Dot> {
        let mut all: BTreeSet<&Dot> = bits(known[slot]).map(|bit| &self.events[slot][bit].dot).collect();
        for visible in self.visible_events(known, slot) {
            all.remove(&visible.dot);
        }
        all
    }

    /// What can be seen of a field: its visible values, a cleared one left out.
    pub fn values(&self, known: &Known, slot: usize) -> BTreeSet<&Value> {
        self.visible_events(known, slot).map(|event| &event.dot.value).filter(|value| **value != Value::Null).collect()
    }

    fn visible_events(&self, known: &Known, slot: usize) -> impl Iterator<Item = &Event> {
        let events = &self.events[slot];
        let seen = bits(known[slot]).fold(0, |seen, bit| seen | events[bit].past);
        let known = known[slot];
        bits(known & !seen).map(|bit| &events[bit]).filter(move |event| !self.is_gone_by_clone(known, slot, event))
    }

    /// Whether a known event replaced another of the same stamp, or saw a later one of the same actor.
    fn is_gone_by_clone(&self, known: Set, slot: usize, event: &Event) -> bool {
        let events = &self.events[slot];
        let stamp = &event.dot.stamp;
        let later = |other: &Stamp| other.actor == stamp.actor && other.count >= stamp.count;
        // Who made several values visible at once holds them all.
        let holds = |by: &Event| events.iter().any(|other| other.change == by.change && other.dot.stamp == *stamp);
        self.has_clones
            && bits(known)
                .filter(|by| !holds(&events[*by]))
                .any(|by| bits(events[by].past | 1 << by).any(|bit| later(&events[bit].dot.stamp)))
    }

    pub fn shown(&self, known: &Known, slot: usize) -> Option<Value> {
        self.visible(known, slot).last().map(|dot| dot.value.clone())
    }

    pub fn is_deleted(&self, known: &Known, node: usize) -> bool {
        self.shown(known, slot(node, 3)) == Some(Value::Bool(true))
    }

    /// The fields in dispute: several values, or a value that whoever deleted the node had not seen.
    pub fn disputed(&self, known: &Known, node: usize) -> Vec<&'static str> {
        let deletions: Vec<_> =
            self.visible_events(known, slot(node, 3)).filter(|event| event.dot.value.is_true()).collect();
        let is_deleted = self.is_deleted(known, node);
        let disputed = (0..FIELDS.len()).filter(|field| {
            let slot = slot(node, *field);
            let values: BTreeSet<_> = self.visible_events(known, slot).map(|event| &event.dot.value).collect();
            let unseen = |event: &Event| {
                let index = self.events[slot].iter().position(|other| std::ptr::eq(other, event)).unwrap();
                !deletions.iter().any(|deletion| {
                    // Whoever sends the mark without the fields it stamped has not told what the deleter saw.
                    let told = bits(known[slot]).any(|bit| self.events[slot][bit].dot.stamp == deletion.dot.stamp);
                    told && (deletion.dot.stamp == event.dot.stamp
                        || self.seen[deletion.change][slot] >> index & 1 == 1)
                })
            };
            values.len() > 1 || (is_deleted && *field != 3 && self.visible_events(known, slot).any(unseen))
        });
        disputed.map(|field| FIELDS[field]).collect()
    }

    pub fn next_count(&self, known: &Known) -> u64 {
        let known = (0..SLOTS).flat_map(|slot| bits(known[slot]).map(move |bit| (slot, bit)));
        known.map(|(slot, bit)| self.events[slot][bit].dot.stamp.count).max().unwrap_or(0) + 1
    }

    /// Records what a draft must write; `None` when it changes nothing.
    pub fn commit(&mut self, known: &mut Known, draft: &Draft, actor: &str) -> Option<Stamp> {
        let first = self.next_count(known);
        let stamp_at = |at: usize| Stamp { count: first + u64::try_from(at).unwrap(), actor: actor.into() };
        let stamp = stamp_at(draft.beside.len());
        let mut writes: BTreeMap<usize, Value> = BTreeMap::new();
        for (id, write) in &draft.writes {
            for (field, value) in &write.fields {
                let slot = slot_of(id, field.as_str());
                let visible = self.visible(known, slot);
                let is_reopened = draft.beside.iter().any(|(node, name, _)| node == id && name == field);
                if is_reopened || visible.is_empty() || visible.iter().any(|dot| dot.value != *value) {
                    writes.insert(slot, value.clone());
                }
            }
        }
        for id in &draft.deletes {
            let node = slot_of(id, FIELDS[0]) / FIELDS.len();
            let exists = (0..FIELDS.len()).any(|field| known[slot(node, field)] != 0);
            let is_reopened = draft.beside.iter().any(|(node, ..)| node == id);
            if !exists || (!is_reopened && self.is_deleted(known, node) && self.disputed(known, node).is_empty()) {
                continue;
            }
            for field in 0..FIELDS.len() {
                let slot = slot(node, field);
                if let Some(value) = self.shown(known, slot) {
                    writes.entry(slot).or_insert(value);
                }
            }
            writes.insert(slot(node, 3), Value::Bool(true));
        }
        if writes.is_empty() {
            return None;
        }
        let change = self.seen.len();
        self.seen.push(*known);
        let before = *known;
        let beside = draft.beside.iter().enumerate();
        let beside = beside.map(|(at, (id, name, value))| (slot_of(id, name.as_str()), stamp_at(at), value.clone()));
        let writes = writes.into_iter().map(|(slot, value)| (slot, stamp.clone(), value));
        for (slot, stamp, value) in writes.chain(beside) {
            let index = self.events[slot].len();
            assert!(index < 128, "more writes to one field than the test can hold");
            self.events[slot].push(Event { dot: Dot { stamp, value }, past: before[slot], change });
            known[slot] |= 1 << index;
        }
        Some(stamp)
    }
}
