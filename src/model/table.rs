//! The records of one kind: by id, and in order under each thing that they belong to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    Body, Cycle, Date, Engagement, ExplanationRequest, Item, Judgement, Link, LinkKind, Measure, Observation, Period,
    ReceivedMark, Record, ReportDuty, Role, Section, Update, Version,
};
use crate::document::{NodeId, Timestamp};

/// Under which things a record is filed, and in which order there.
pub trait Filed: Record {
    fn id(&self) -> &NodeId;
    fn owners(&self) -> [Option<&NodeId>; 2];
    /// Records of the same order stand by id.
    fn order(&self) -> Order;
}

/// What records of one kind are ordered by. One type for all kinds: a map of each kind's own would be compiled anew for
/// each, and the page has to fetch it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    Text(String),
    Figure(Period, Option<NodeId>),
    Part(Role, NodeId),
    Written(Date, Timestamp),
    Cycle(Cycle),
    Period(Period),
    Link(LinkKind),
    Due(Option<Date>),
}

/// One table. Records stand behind `Arc`: those that a change does not touch stay pointer-equal.
#[derive(Clone, Debug)]
pub struct Table<R: Filed> {
    /// Sorted by id.
    records: Vec<(Beginning, Arc<R>)>,
    groups: Groups,
}

/// The first bytes of an id as numbers, which order as it does: where they differ a search need not read the records, of which each
/// is somewhere else in memory.
type Beginning = [u64; 2];

fn beginning(id: &str) -> Beginning {
    [0, 8].map(|from| {
        let part = id.as_bytes().get(from..).unwrap_or_default();
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(part).for_each(|(byte, letter)| *byte = *letter);
        u64::from_be_bytes(bytes)
    })
}

/// Ids by the thing that they belong to, in their order.
#[derive(Clone, Debug, Default)]
struct Groups(BTreeMap<NodeId, BTreeSet<(Order, NodeId)>>);

impl<R: Filed> Table<R> {
    pub fn get(&self, id: &str) -> Option<&Arc<R>> {
        self.find(id).ok().map(|index| &self.records[index].1)
    }

    pub fn contains(&self, id: &str) -> bool {
        self.find(id).is_ok()
    }

    /// All records, by id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<R>> + ExactSizeIterator {
        self.records.iter().map(|(_, record)| record)
    }

    /// The records that belong to a thing, in their order.
    pub fn of(&self, owner: &str) -> impl DoubleEndedIterator<Item = &Arc<R>> {
        self.groups.0.get(owner).into_iter().flatten().filter_map(|(_, id)| self.get(id.as_str()))
    }

    pub fn len(&self) -> usize {
        self.records.len()
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Things that records belong to, whether they exist or not.
    pub(super) fn owners(&self) -> impl Iterator<Item = &NodeId> {
        self.groups.0.keys()
    }

    /// Puts a record in the place of the one with its id, or takes it away.
    pub(super) fn put(&mut self, id: &NodeId, record: Option<R>) {
        let found = self.find(id.as_str());
        if let Ok(index) = found {
            let old = &self.records[index].1;
            self.groups.remove(old.owners(), old.order(), id);
        }
        if let Some(record) = &record {
            self.groups.insert(record.owners(), record.order(), id);
        }
        match (found, record) {
            (Ok(index), Some(record)) => self.records[index].1 = Arc::new(record),
            (Ok(index), None) => drop(self.records.remove(index)),
            (Err(index), Some(record)) => self.records.insert(index, (beginning(id.as_str()), Arc::new(record))),
            (Err(_), None) => {}
        }
    }

    fn find(&self, id: &str) -> Result<usize, usize> {
        let beginning = beginning(id);
        let compare =
            |(other, record): &(Beginning, Arc<R>)| other.cmp(&beginning).then_with(|| record.id().as_str().cmp(id));
        self.records.binary_search_by(compare)
    }
}

impl Groups {
    fn insert(&mut self, owners: [Option<&NodeId>; 2], order: Order, id: &NodeId) {
        let entry = (order, id.clone());
        for owner in owners.into_iter().flatten() {
            self.0.entry(owner.clone()).or_default().insert(entry.clone());
        }
    }

    fn remove(&mut self, owners: [Option<&NodeId>; 2], order: Order, id: &NodeId) {
        let entry = (order, id.clone());
        for owner in owners.into_iter().flatten() {
            if let Some(group) = self.0.get_mut(owner) {
                group.remove(&entry);
                if group.is_empty() {
                    self.0.remove(owner);
                }
            }
        }
    }
}

impl<R: Filed> Default for Table<R> {
    fn default() -> Self {
        Self { records: Vec::new(), groups: Groups::default() }
    }
}

macro_rules! filed {
    ($($record:ty: |$it:ident| $owners:expr, $order:expr;)+) => {
        $(impl Filed for $record {
            fn id(&self) -> &NodeId {
                &self.id
            }

            fn owners(&self) -> [Option<&NodeId>; 2] {
                let $it = self;
                $owners
            }

            fn order(&self) -> Order {
                let $it = self;
                $order
            }
        })+
    };
}

filed! {
    Section: |it| [Some(&it.place.parent), None], Order::Text(it.place.key.clone());
    Item: |it| [Some(&it.place.parent), None], Order::Text(it.place.key.clone());
    Measure: |it| [Some(&it.place.parent), None], Order::Text(it.place.key.clone());
    Observation: |it| [Some(&it.measure), it.body.as_ref()], Order::Figure(it.period, it.body.clone());
    Body: |it| [it.parent.as_ref(), None], Order::Text(it.name.clone());
    Engagement: |it| [Some(&it.subject), Some(&it.body)], Order::Part(it.role, it.subject.clone());
    Update: |it| [Some(&it.item), None], Order::Written(it.date, it.written);
    ReportDuty: |it| [it.item.as_ref(), it.body.as_ref()], Order::Cycle(it.cycle);
    ReceivedMark: |it| [Some(&it.duty), Some(&it.body)], Order::Period(it.period);
    Link: |it| [Some(&it.from), Some(&it.to)], Order::Link(it.kind);
    Judgement: |it| [Some(&it.subject), None], Order::Period(it.period);
    Version: |_it| [None, None], Order::Due(None);
    ExplanationRequest: |it| [Some(&it.about), Some(&it.to)], Order::Due(it.due);
}
