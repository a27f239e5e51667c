//! The programme: a document together with the typed records read from it. Only `commit` and `join` change it, and
//! both refresh just the records they touched.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::table::{Filed, Table};
use super::{
    Body, Date, Deadline, Engagement, ExplanationRequest, Head, Item, ItemKind, Judgement, Link, Measure, Observation,
    ROOT, ReceivedMark, Record, ReportDuty, Role, Section, Source, TaskState, Update, Version,
};
use crate::document::{
    Author, Change, CommitError, Document, Draft, FieldName, JoinError, Joined, NodeId, SortedMap, Timestamp,
};

#[derive(Clone, Debug)]
pub struct Programme {
    document: Document,
    head: Arc<Head>,
    records: Records,
}

/// The tables, apart from the document so that they can be written while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    pub sections: Table<Section>,
    pub items: Table<Item>,
    pub measures: Table<Measure>,
    pub observations: Table<Observation>,
    pub bodies: Table<Body>,
    pub engagements: Table<Engagement>,
    pub updates: Table<Update>,
    pub duties: Table<ReportDuty>,
    pub received: Table<ReceivedMark>,
    pub links: Table<Link>,
    pub judgements: Table<Judgement>,
    pub requests: Table<ExplanationRequest>,
    pub versions: Table<Version>,
    /// Fields that could not be read, by node.
    pub flaws: SortedMap<NodeId, Vec<FieldName>>,
    /// Nodes that are no record at all for want of a field.
    pub unreadable: BTreeSet<NodeId>,
    pub deleted: BTreeSet<NodeId>,
    /// Nodes in which something waits for a decision.
    pub disputed: BTreeSet<NodeId>,
}

impl Programme {
    pub fn read(document: Document) -> Self {
        let ids: Vec<NodeId> = document.nodes().map(|(id, _)| id.clone()).collect();
        let mut programme = Self { document, head: Arc::default(), records: Records::default() };
        programme.refresh(&ids);
        programme
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn into_document(self) -> Document {
        self.document
    }

    /// Writes a draft under one stamp; `None` when it changes nothing.
    pub fn commit(&mut self, draft: Draft, author: &Author, at: Timestamp) -> Result<Option<Change>, CommitError> {
        let change = self.document.commit(draft, author, at)?;
        if let Some(change) = &change {
            self.refresh(&change.touched);
        }
        Ok(change)
    }

    /// Takes in another copy, or a part of one.
    pub fn join(&mut self, other: &Document) -> Result<Joined, JoinError> {
        let joined = self.document.join(other)?;
        self.refresh(&joined.changed);
        Ok(joined)
    }

    fn refresh(&mut self, touched: &[NodeId]) {
        for id in touched {
            if self.document.node(id.as_str()).is_some_and(|node| node.is_conflict()) {
                self.records.disputed.insert(id.clone());
            } else {
                self.records.disputed.remove(id);
            }
            if id.as_str() == ROOT {
                self.head = Arc::new(read_head(&self.document, &mut self.records.flaws));
            } else {
                self.records.refresh(&self.document, id);
            }
        }
    }

    pub fn head(&self) -> &Arc<Head> {
        &self.head
    }

    pub fn sections(&self) -> &Table<Section> {
        &self.records.sections
    }

    pub fn items(&self) -> &Table<Item> {
        &self.records.items
    }

    pub fn measures(&self) -> &Table<Measure> {
        &self.records.measures
    }

    pub fn observations(&self) -> &Table<Observation> {
        &self.records.observations
    }

    pub fn bodies(&self) -> &Table<Body> {
        &self.records.bodies
    }

    pub fn engagements(&self) -> &Table<Engagement> {
        &self.records.engagements
    }

    pub fn updates(&self) -> &Table<Update> {
        &self.records.updates
    }

    pub fn duties(&self) -> &Table<ReportDuty> {
        &self.records.duties
    }

    pub fn received(&self) -> &Table<ReceivedMark> {
        &self.records.received
    }

    pub fn links(&self) -> &Table<Link> {
        &self.records.links
    }

    pub fn judgements(&self) -> &Table<Judgement> {
        &self.records.judgements
    }

    pub fn requests(&self) -> &Table<ExplanationRequest> {
        &self.records.requests
    }

    /// As it was issued; see [`Programme::last_version`].
    pub fn versions(&self) -> &Table<Version> {
        &self.records.versions
    }

    pub(super) fn records(&self) -> &Records {
        &self.records
    }

    /// The figures of a measure, by period, then by body.
    pub fn observations_of(&self, measure: &str) -> impl DoubleEndedIterator<Item = &Arc<Observation>> {
        self.records.observations.of(measure)
    }

    /// The bodies' parts in an item or a measure: leads first.
    pub fn engagements_of(&self, subject: &str) -> impl DoubleEndedIterator<Item = &Arc<Engagement>> {
        self.records.engagements.of(subject)
    }

    /// The body that leads an item or a measure by its own part in it.
    pub fn lead_part(&self, subject: &str) -> Option<&NodeId> {
        self.engagements_of(subject).find(|part| part.role == Role::Lead).map(|part| &part.body)
    }

    /// The body that leads an item on a day.
    pub fn lead_of_item(&self, item: &Item, day: Date) -> Option<&Arc<Body>> {
        self.body_on(self.lead_part(item.id.as_str())?.as_str(), day)
    }

    /// The body that leads a measure on a day: its own lead, or its item's, or else its owner.
    pub fn lead_of(&self, measure: &Measure, day: Date) -> Option<&Arc<Body>> {
        let lead = |subject: &NodeId| self.lead_part(subject.as_str());
        let body = lead(&measure.id).or_else(|| lead(&measure.place.parent)).or(measure.owner.as_ref())?;
        self.body_on(body.as_str(), day)
    }

    /// The items that are tasks: what is called so, and whatever else has a deadline or a state. What an assignment lays
    /// down runs with the programme itself and is none.
    pub fn tasks(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.items().iter().filter(|item| match item.kind {
            ItemKind::Task => true,
            ItemKind::Solution | ItemKind::Paragraph => {
                item.state != TaskState::NotStarted || item.deadline != Deadline::Unset
            }
            ItemKind::IndicatorGroup | ItemKind::Indicator | ItemKind::Assignment => false,
        })
    }

    /// Links from and to an item or a measure.
    pub fn links_of(&self, id: &str) -> impl DoubleEndedIterator<Item = &Arc<Link>> {
        self.records.links.of(id)
    }

    /// The body that stands for another on a day: bodies are merged and renamed.
    pub fn body_on(&self, id: &str, day: Date) -> Option<&Arc<Body>> {
        let mut body = self.records.bodies.get(id)?;
        // Successors that run in a ring, by two merges at the same time, end after one round.
        for _ in 0..self.records.bodies.len() {
            match &body.successor {
                Some((successor, from)) if *from <= day => match self.records.bodies.get(successor.as_str()) {
                    Some(next) => body = next,
                    None => break,
                },
                _ => break,
            }
        }
        Some(body)
    }
}

impl Records {
    fn refresh(&mut self, document: &Document, id: &NodeId) {
        let Some(node) = document.node(id.as_str()) else { return };
        if node.is_deleted() {
            self.deleted.insert(id.clone());
        } else {
            self.deleted.remove(id);
        }
        // A node's kind is fixed for its life: no other table can hold it.
        match node.kind() {
            Section::KIND => reread(document, id, &mut self.sections, &mut self.flaws, &mut self.unreadable),
            Item::KIND => reread(document, id, &mut self.items, &mut self.flaws, &mut self.unreadable),
            Measure::KIND => reread(document, id, &mut self.measures, &mut self.flaws, &mut self.unreadable),
            Observation::KIND => reread(document, id, &mut self.observations, &mut self.flaws, &mut self.unreadable),
            Body::KIND => reread(document, id, &mut self.bodies, &mut self.flaws, &mut self.unreadable),
            Engagement::KIND => reread(document, id, &mut self.engagements, &mut self.flaws, &mut self.unreadable),
            Update::KIND => reread(document, id, &mut self.updates, &mut self.flaws, &mut self.unreadable),
            ReportDuty::KIND => reread(document, id, &mut self.duties, &mut self.flaws, &mut self.unreadable),
            ReceivedMark::KIND => reread(document, id, &mut self.received, &mut self.flaws, &mut self.unreadable),
            Link::KIND => reread(document, id, &mut self.links, &mut self.flaws, &mut self.unreadable),
            Judgement::KIND => reread(document, id, &mut self.judgements, &mut self.flaws, &mut self.unreadable),
            ExplanationRequest::KIND => reread(document, id, &mut self.requests, &mut self.flaws, &mut self.unreadable),
            Version::KIND => reread(document, id, &mut self.versions, &mut self.flaws, &mut self.unreadable),
            // Of a newer version: kept in the document as it is.
            _ => {}
        }
    }
}

fn reread<R: Filed>(
    document: &Document,
    id: &NodeId,
    table: &mut Table<R>,
    flaws: &mut SortedMap<NodeId, Vec<FieldName>>,
    unreadable: &mut BTreeSet<NodeId>,
) {
    let mut flawed = Vec::new();
    let node = document.node(id.as_str()).filter(|node| !node.is_deleted());
    let record = node.and_then(|node| R::read(id, Source { node, document }, &mut flawed));
    if node.is_some() && record.is_none() {
        unreadable.insert(id.clone());
    } else {
        unreadable.remove(id);
    }
    table.put(id, record);
    note_flaws(flaws, id, flawed);
}

fn read_head(document: &Document, flaws: &mut SortedMap<NodeId, Vec<FieldName>>) -> Head {
    let id = super::ids::root();
    let mut flawed = Vec::new();
    let head = document.node(ROOT).and_then(|node| Head::read(&id, Source { node, document }, &mut flawed));
    note_flaws(flaws, &id, flawed);
    head.unwrap_or_default()
}

fn note_flaws(flaws: &mut SortedMap<NodeId, Vec<FieldName>>, id: &NodeId, flawed: Vec<FieldName>) {
    if flawed.is_empty() {
        flaws.remove(id);
    } else {
        flaws.insert(id.clone(), flawed);
    }
}
