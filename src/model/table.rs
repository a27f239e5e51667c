//! The records of one kind: by id, and in order under each thing that they belong to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    Body, Engagement, ExplanationRequest, Item, Judgement, Link, Measure, Observation, Period, ReceivedMark, Record,
    ReportDuty, Role, Section, Update,
};
use crate::document::NodeId;

/// Under which things a record is filed, and in which order there.
pub trait Filed: Record {
    type Order: Ord + Clone;

    fn id(&self) -> &NodeId;
    fn owners(&self) -> [Option<&NodeId>; 2];
    /// Records of the same order stand by id.
    fn order(&self) -> Self::Order;
}

/// One table. Records stand behind `Arc`: those that a change does not touch stay pointer-equal.
#[derive(Clone, Debug)]
pub struct Table<R: Filed> {
    records: BTreeMap<NodeId, Arc<R>>,
    by_owner: BTreeMap<NodeId, BTreeSet<(R::Order, NodeId)>>,
}

impl<R: Filed> Table<R> {
    pub fn get(&self, id: &str) -> Option<&Arc<R>> {
        self.records.get(id)
    }

    pub fn contains(&self, id: &str) -> bool {
        self.records.contains_key(id)
    }

    /// All records, by id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<R>> + ExactSizeIterator {
        self.records.values()
    }

    /// The records that belong to a thing, in their order.
    pub fn of(&self, owner: &str) -> impl DoubleEndedIterator<Item = &Arc<R>> {
        self.by_owner.get(owner).into_iter().flatten().filter_map(|(_, id)| self.records.get(id))
    }

    pub fn len(&self) -> usize {
        self.records.len()
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Things that records belong to, whether they exist or not.
    pub(super) fn owners(&self) -> impl Iterator<Item = &NodeId> {
        self.by_owner.keys()
    }

    /// Puts a record in the place of the one with its id, or takes it away.
    pub(super) fn put(&mut self, id: &NodeId, record: Option<R>) {
        if let Some(old) = self.records.remove(id) {
            for owner in old.owners().into_iter().flatten() {
                if let Some(group) = self.by_owner.get_mut(owner) {
                    group.remove(&(old.order(), id.clone()));
                    if group.is_empty() {
                        self.by_owner.remove(owner);
                    }
                }
            }
        }
        if let Some(record) = record {
            for owner in record.owners().into_iter().flatten() {
                self.by_owner.entry(owner.clone()).or_default().insert((record.order(), id.clone()));
            }
            self.records.insert(id.clone(), Arc::new(record));
        }
    }
}

impl<R: Filed> Default for Table<R> {
    fn default() -> Self {
        Self { records: BTreeMap::new(), by_owner: BTreeMap::new() }
    }
}

macro_rules! filed {
    ($($record:ty, by $order:ty: |$it:ident| $owners:expr, $key:expr;)+) => {
        $(impl Filed for $record {
            type Order = $order;

            fn id(&self) -> &NodeId {
                &self.id
            }

            fn owners(&self) -> [Option<&NodeId>; 2] {
                let $it = self;
                $owners
            }

            fn order(&self) -> $order {
                let $it = self;
                $key
            }
        })+
    };
}

filed! {
    Section, by String: |it| [Some(&it.place.parent), None], it.place.key.clone();
    Item, by String: |it| [Some(&it.place.parent), None], it.place.key.clone();
    Measure, by String: |it| [Some(&it.place.parent), None], it.place.key.clone();
    Observation, by (Period, Option<NodeId>): |it| [Some(&it.measure), it.body.as_ref()], (it.period, it.body.clone());
    Body, by String: |it| [it.parent.as_ref(), None], it.name.clone();
    Engagement, by (Role, NodeId): |it| [Some(&it.subject), Some(&it.body)], (it.role, it.subject.clone());
    Update, by (super::Date, crate::document::Timestamp): |it| [Some(&it.item), None], (it.date, it.written);
    ReportDuty, by super::Cycle: |it| [it.item.as_ref(), it.body.as_ref()], it.cycle;
    ReceivedMark, by Period: |it| [Some(&it.duty), Some(&it.body)], it.period;
    Link, by super::LinkKind: |it| [Some(&it.from), Some(&it.to)], it.kind;
    Judgement, by Period: |it| [Some(&it.subject), None], it.period;
    ExplanationRequest, by Option<super::Date>: |it| [Some(&it.about), Some(&it.to)], it.due;
}
