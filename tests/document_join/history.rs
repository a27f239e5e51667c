//! Random histories of offices that work apart: edits, moves, deletes, restores, undo, parts sent by field, old copies
//! sent late and twice, new sessions, cloned profiles. Each is replayed on documents and on the oracle side by side.

use std::sync::Arc;

use tiendo::document::{Author, Document, Dot, Draft, Made, NodeId, Old, Register, Stamp, Timestamp, Value};

use super::faults::{self, Fault, Vector};
use super::oracle::{FIELDS, Known, NODES, Oracle, SLOTS, slot, slot_of};

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x0005_deec_e66d)
    }

    /// `SplitMix64`, reduced.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ (bits >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// How copies are joined and drafts written: the product's way, or one with a fault.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Product,
    Rewritten(Fault),
}

/// What may happen in a history.
#[derive(Clone, Copy)]
pub struct Plan {
    pub has_parts: bool,
    pub has_clones: bool,
    /// By how much the offices' clocks differ.
    pub clock_skew: i64,
}

impl Plan {
    /// Whole copies are sent, all writers are who they say.
    pub const WHOLE: Self = Self { has_parts: false, has_clones: false, clock_skew: 0 };
    /// Single fields of single nodes are sent too, and old files again.
    pub const PARTS: Self = Self { has_parts: true, ..Self::WHOLE };
    /// Besides, profiles are copied: two offices write as one actor.
    pub const CLONES: Self = Self { has_clones: true, ..Self::PARTS };
}

/// One office's copy, and what the oracle says it knows.
#[derive(Clone)]
pub struct Office {
    pub document: Document,
    pub known: Known,
    pub actor: String,
    own_changes: Vec<Own>,
}

/// A change that its copy may take back, and what the copy knew before and after it.
#[derive(Clone)]
struct Own {
    made: Made,
    before: Known,
    after: Known,
}

/// What somebody may send, then or later.
struct Sent {
    document: Document,
    vector: Vector,
    known: Known,
}

/// One step as another implementation would replay it.
pub enum Step {
    /// `beside`: what became visible with it, by slot.
    Write {
        copy: usize,
        slots: Vec<usize>,
        stamp: Stamp,
        beside: Vec<usize>,
    },
    Join {
        into: usize,
        from: usize,
    },
}

pub struct History {
    pub oracle: Oracle,
    pub copies: Vec<Office>,
    pub steps: Vec<Step>,
    way: Way,
    plan: Plan,
    random: Random,
    sent: Vec<Sent>,
    sessions: usize,
}

impl History {
    /// Plays a whole history; the first deviation from the oracle ends it.
    pub fn play(seed: u64, plan: Plan, way: Way) -> Result<Self, String> {
        let mut random = Random::new(seed);
        let offices = 2 + random.below(3);
        let copies = (0..offices).map(|office| Office {
            document: Document::new("d"),
            known: [0; SLOTS],
            actor: format!("a{office}"),
            own_changes: Vec::new(),
        });
        let mut history = Self {
            oracle: Oracle::new(plan.has_clones),
            copies: copies.collect(),
            steps: Vec::new(),
            way,
            plan,
            random,
            sent: Vec::new(),
            sessions: 0,
        };
        for _ in 0..20 + history.random.below(25) {
            history.step()?;
        }
        Ok(history)
    }

    fn step(&mut self) -> Result<(), String> {
        let copy = self.random.below(self.copies.len());
        match self.random.below(20) {
            0..10 => self.write(copy),
            10 => self.undo(copy),
            11..17 => {
                let from = self.random.below(self.copies.len());
                if from == copy {
                    return Ok(());
                }
                let sent = self.send(from);
                self.receive(copy, &sent)?;
                self.steps.push(Step::Join { into: copy, from });
                self.sent.push(sent);
                Ok(())
            }
            // An old file turns up, one's own perhaps.
            17..19 if !self.sent.is_empty() && self.plan.has_parts => {
                let sent = self.sent.swap_remove(self.random.below(self.sent.len()));
                self.receive(copy, &sent)?;
                self.sent.push(sent);
                Ok(())
            }
            _ if self.plan.has_clones && self.copies.len() < 4 => {
                self.copies.push(self.copies[copy].clone());
                // Both go on at once, under the same stamp, often in the same field.
                let id = NodeId::from(NODES[self.random.below(NODES.len())]);
                for (copy, field) in [(copy, 0), (self.copies.len() - 1, self.random.below(2))] {
                    let mut draft = Draft::default();
                    let value = format!("clone {}", self.random.below(4));
                    draft.set(&id, "note", FIELDS[field], value.as_str());
                    self.commit(copy, draft)?;
                }
                Ok(())
            }
            _ => {
                self.sessions += 1;
                self.copies[copy].actor = format!("s{}", self.sessions);
                Ok(())
            }
        }
    }

    fn write(&mut self, copy: usize) -> Result<(), String> {
        let node = self.random.below(NODES.len());
        let id = NodeId::from(NODES[node]);
        let known = &self.copies[copy].known;
        let exists = (0..FIELDS.len()).any(|field| known[slot(node, field)] != 0);
        let is_deleted = self.oracle.is_deleted(known, node);
        let value = |random: &mut Random| Value::text(format!("v{}", random.below(5)));
        let mut draft = Draft::default();
        match self.random.below(10) {
            0 | 1 if exists => draft.delete(&id),
            0..4 if is_deleted => draft.restore(&id, "note"),
            4 | 5 => {
                let parent = NODES[self.random.below(NODES.len())];
                let key = value(&mut self.random);
                draft.set(&id, "note", "place", Value::List(vec![parent.into(), key]));
            }
            6 => {
                for field in ["title", "due"] {
                    draft.set(&id, "note", field, value(&mut self.random));
                }
            }
            _ => draft.set(&id, "note", FIELDS[self.random.below(2)], value(&mut self.random)),
        }
        self.commit(copy, draft)
    }

    /// Takes back one of the last changes of this copy.
    fn undo(&mut self, copy: usize) -> Result<(), String> {
        let changes = &self.copies[copy].own_changes;
        let back = self.random.below(3);
        let Some(own) = changes.iter().rev().nth(back).cloned() else { return Ok(()) };
        let is_straight_after = self.copies[copy].known == own.after;
        let draft = self.copies[copy].document.reverse(&own.made).draft;
        self.commit(copy, draft)?;
        // Cloned profiles write other values under one stamp: it does not tell which of them is taken back.
        if !is_straight_after || self.plan.has_clones {
            return Ok(());
        }
        for slot in 0..SLOTS {
            let [before, now] = [&own.before, &self.copies[copy].known].map(|known| self.oracle.values(known, slot));
            // A node that the change made is not cleared: it is deleted as it is.
            let is_new = (0..FIELDS.len()).all(|field| own.before[slot / FIELDS.len() * FIELDS.len() + field] == 0);
            if before != now && !is_new {
                return Err(format!("taken back, slot {slot} shows {now:?}, not {before:?}"));
            }
        }
        Ok(())
    }

    fn commit(&mut self, index: usize, draft: Draft) -> Result<(), String> {
        let copy = &mut self.copies[index];
        let before = copy.known;
        let beside = draft.beside.iter().map(|(id, field, _)| slot_of(id, field.as_str())).collect();
        let expected = self.oracle.commit(&mut copy.known, &draft, &copy.actor);
        let draft = match self.way {
            Way::Product => draft,
            Way::Rewritten(fault) => faults::commit_draft(draft, &copy.document, fault),
        };
        let author = Author { actor: copy.actor.as_str().into(), person: String::new(), body: String::new() };
        let skew = if index.is_multiple_of(2) { self.plan.clock_skew } else { -self.plan.clock_skew };
        let at = Timestamp(i64::try_from(self.oracle.next_count(&copy.known)).unwrap() * 60_000 + skew);
        let change = copy.document.commit(draft, &author, at).map_err(|error| format!("{error:?}"))?;
        if change.as_ref().map(|change| &change.made.stamp) != expected.as_ref() {
            return Err(format!("commit gave {change:?}, not {expected:?}"));
        }
        if let Some(stamp) = expected {
            let slots = (0..SLOTS).filter(|slot| copy.known[*slot] != before[*slot]).collect();
            let made = change.map_or_else(|| stamp.clone().into(), |change| change.made);
            copy.own_changes.push(Own { made, before, after: copy.known });
            self.steps.push(Step::Write { copy: index, slots, stamp, beside });
        }
        let copy = &self.copies[index];
        check(&self.oracle, &copy.document, &copy.known)
    }

    fn send(&mut self, from: usize) -> Sent {
        let Office { document, known, .. } = &self.copies[from];
        let vector = self.vector(document);
        if !self.plan.has_parts || self.random.below(3) == 0 {
            return Sent { document: document.clone(), vector, known: *known };
        }
        let mask = self.random.below(1 << SLOTS);
        let chosen = |slot: usize| mask >> slot & 1 == 1;
        let document = document.part(|id, _, field| chosen(slot_of(id, field.as_str())));
        let mut part = *known;
        for (slot, known) in part.iter_mut().enumerate() {
            if !chosen(slot) {
                *known = 0;
            }
        }
        Sent { document, vector, known: part }
    }

    fn vector(&self, document: &Document) -> Vector {
        if self.way == Way::Product { Vector::new() } else { faults::vector(document) }
    }

    fn receive(&mut self, into: usize, sent: &Sent) -> Result<(), String> {
        let copy = &mut self.copies[into];
        if self.way == Way::Product {
            check_changed(&copy.document, &sent.document)?;
        }
        join(&mut copy.document, &sent.document, self.way, &sent.vector)?;
        for (known, theirs) in copy.known.iter_mut().zip(&sent.known) {
            *known |= theirs;
        }
        check(&self.oracle, &copy.document, &copy.known)
    }

    /// Everything that was ever sent, old copies of every office among it.
    pub fn files(&self) -> impl Iterator<Item = &Document> {
        self.sent.iter().map(|sent| &sent.document)
    }

    /// Joins all copies in many orders and shapes: always the same, always what the oracle says.
    pub fn join_all(&mut self) -> Result<Document, String> {
        let mut known = [0; SLOTS];
        for copy in &self.copies {
            for (all, own) in known.iter_mut().zip(&copy.known) {
                *all |= own;
            }
        }
        let parts: Vec<Sent> = (0..self.copies.len()).map(|from| self.send(from)).collect();
        let all: Vec<_> = self.copies.iter().map(|copy| (&copy.document, self.vector(&copy.document))).collect();
        let mut first: Option<Document> = None;
        // All orders of three copies, every third one of four.
        let orders = orders(all.len());
        let step = if orders.len() > 6 { 3 } else { 1 };
        for order in orders.into_iter().step_by(step) {
            let mut left = Document::new("d");
            for index in &order {
                join(&mut left, all[*index].0, self.way, &all[*index].1)?;
            }
            // The other way round, each into the next, and the parts of some thrown in between.
            let mut right = all[order[0]].0.clone();
            for index in &order[1..] {
                let mut next = all[*index].0.clone();
                join(&mut next, &right, self.way, &self.vector(&right))?;
                join(&mut next, &parts[*index].document, self.way, &parts[*index].vector)?;
                right = next;
            }
            if first.is_none() {
                check(&self.oracle, &left, &known)?;
            }
            let expected = first.get_or_insert_with(|| left.clone());
            if left != *expected || right != *expected {
                return Err(format!("the order {order:?} makes a difference"));
            }
        }
        let mut whole = first.unwrap_or_else(|| Document::new("d"));
        let before = whole.clone();
        for (document, vector) in
            all.iter().map(|(document, vector)| (*document, vector)).chain([(&before, &Vector::new())])
        {
            join(&mut whole, document, self.way, vector)?;
            if whole != before {
                return Err("what was known already makes a difference".into());
            }
        }
        Ok(whole)
    }
}

fn join(ours: &mut Document, theirs: &Document, way: Way, vector: &Vector) -> Result<(), String> {
    match way {
        Way::Rewritten(fault) => faults::join(ours, theirs, fault, vector),
        Way::Product => drop(ours.join(theirs).map_err(|error| format!("{error:?}"))?),
    }
    Ok(())
}

/// A join tells the nodes that are no longer as they were: all of them, and no others.
fn check_changed(before: &Document, theirs: &Document) -> Result<(), String> {
    let mut ours = before.clone();
    let told = ours.join(theirs).map_err(|error| format!("{error:?}"))?.changed;
    let same = |id: &NodeId, node| before.node(id.as_str()).is_some_and(|old| Arc::ptr_eq(old, node));
    let changed: Vec<NodeId> = ours.nodes().filter(|(id, node)| !same(id, node)).map(|(id, _)| id.clone()).collect();
    let really = changed.iter().all(|id| before.node(id.as_str()) != ours.node(id.as_str()));
    if told != changed || !really {
        return Err(format!("{told:?} are said to have changed, not {changed:?}"));
    }
    Ok(())
}

/// Compares a copy with the truth: visible values, old values, disputes.
fn check(oracle: &Oracle, document: &Document, known: &Known) -> Result<(), String> {
    for (node, id) in NODES.iter().enumerate() {
        let record = document.node(id);
        for (field, name) in FIELDS.iter().enumerate() {
            let slot = slot(node, field);
            let visible = record.and_then(|record| record.field(name)).map(Register::values).unwrap_or_default();
            let expected = oracle.visible(known, slot);
            if !visible.iter().eq(expected.iter().copied()) {
                return Err(format!("{id}.{name} shows {visible:?}, not {expected:?}"));
            }
            let old = record.map(|record| record.history(name)).unwrap_or_default();
            let expected = oracle.replaced(known, slot);
            let same = |(old, dot): (&Old, &&Dot)| old.stamp == dot.stamp && old.value.as_ref() == Some(&dot.value);
            if old.len() != expected.len() || !old.iter().zip(&expected).all(same) {
                return Err(format!("{id}.{name} remembers {old:?}, not {expected:?}"));
            }
        }
        let mut disputed: Vec<&str> = record
            .map(|record| record.conflicts().map(|conflict| conflict.field.as_str()).collect())
            .unwrap_or_default();
        let mut expected = oracle.disputed(known, node);
        disputed.sort_unstable();
        expected.sort_unstable();
        if disputed != expected {
            return Err(format!("{id} has {disputed:?} in dispute, not {expected:?}"));
        }
    }
    Ok(())
}

/// Every order of up to four things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for next in 0..count {
        orders = orders
            .into_iter()
            .flat_map(|order: Vec<usize>| {
                (0..=order.len()).map(move |at| {
                    let mut longer = order.clone();
                    longer.insert(at, next);
                    longer
                })
            })
            .collect();
    }
    orders
}
