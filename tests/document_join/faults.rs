//! The join once more, over the document's public parts, with faults to choose from: a test of the tests.

use std::collections::{BTreeMap, BTreeSet};

use tiendo::document::{ActorId, DELETED, Document, Dot, Draft, Node, Old, Register, SortedMap};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// A value under the same stamp as another counts as replaced by it.
    NoForkClause,
    /// A stamp that was just seen counts as not seen.
    LessOrEqual,
    /// What was seen is known for the file, not for each field.
    OneVectorAFile,
    /// A delete marks the node and stamps nothing again.
    UnstampedDeletes,
    /// The context stays as it was.
    ContextNotJoined,
    /// Replaced values are forgotten.
    NoHistory,
}

/// What a sender knows of each actor; under [`Fault::OneVectorAFile`] it is all that a receiver learns.
pub type Vector = BTreeMap<ActorId, u64>;

pub fn vector(document: &Document) -> Vector {
    let mut vector = Vector::new();
    for (_, node) in document.nodes() {
        for (_, register) in node.fields() {
            for (actor, count) in register.context() {
                let seen = vector.entry(actor.clone()).or_default();
                *seen = (*seen).max(*count);
            }
        }
    }
    vector
}

pub fn commit_draft(mut draft: Draft, document: &Document, fault: Fault) -> Draft {
    if fault == Fault::UnstampedDeletes {
        for id in std::mem::take(&mut draft.deletes) {
            if let Some(node) = document.node(id.as_str()) {
                draft.set(&id, node.kind(), DELETED, true);
            }
        }
    }
    draft
}

pub fn join(ours: &mut Document, theirs: &Document, fault: Fault, their_vector: &Vector) {
    let our_vector = vector(ours);
    for (id, their_node) in theirs.nodes() {
        let Some(our_node) = ours.node(id.as_str()).cloned() else {
            ours.insert(id.clone(), their_node.clone());
            continue;
        };
        let mut fields = SortedMap::new();
        let mut history: SortedMap<_, Vec<Old>> = SortedMap::new();
        let names: BTreeSet<_> = our_node.fields().chain(their_node.fields()).map(|(name, _)| name).collect();
        for name in names {
            let (a, b) = (our_node.field(name.as_str()), their_node.field(name.as_str()));
            let register = match (a, b) {
                (Some(a), Some(b)) => join_registers(a, b, fault, &our_vector, their_vector),
                (a, b) => a.or(b).unwrap().clone(),
            };
            if fault != Fault::NoHistory {
                let both = [&our_node, their_node];
                let mut old: Vec<Old> = both.iter().flat_map(|node| node.history(name.as_str())).cloned().collect();
                let visible = a.into_iter().chain(b).flat_map(Register::values).cloned();
                old.extend(visible.map(|Dot { stamp, value }| Old { stamp, value: Some(value) }));
                history.insert(name.clone(), old);
            }
            fields.insert(name.clone(), register);
        }
        ours.insert(id.clone(), Node::from_parts(our_node.kind().into(), fields, history));
    }
    for (stamp, at) in theirs.times() {
        ours.insert_time(stamp.clone(), at);
    }
    for author in theirs.authors() {
        ours.insert_author(author.clone());
    }
}

fn join_registers(a: &Register, b: &Register, fault: Fault, a_vector: &Vector, b_vector: &Vector) -> Register {
    let stays = |dot: &Dot, other: &Register, vector: &Vector| {
        let seen = match fault {
            Fault::OneVectorAFile => vector.get(&dot.stamp.actor),
            _ => other.context().get(&dot.stamp.actor),
        };
        let seen = seen.copied().unwrap_or(0);
        let unseen = if fault == Fault::LessOrEqual { seen <= dot.stamp.count } else { seen < dot.stamp.count };
        let is_fork = other.values().iter().any(|own| own.stamp == dot.stamp);
        other.values().contains(dot) || unseen || (is_fork && fault != Fault::NoForkClause)
    };
    let ours = a.values().iter().filter(|dot| stays(dot, b, b_vector));
    let theirs = b.values().iter().filter(|dot| stays(dot, a, a_vector));
    let mut context: SortedMap<ActorId, u64> =
        a.context().iter().map(|(actor, count)| (actor.clone(), *count)).collect();
    if fault != Fault::ContextNotJoined {
        for (actor, count) in b.context() {
            let seen = context.or_default(actor.clone());
            *seen = (*seen).max(*count);
        }
    }
    Register::from_parts(ours.chain(theirs).cloned().collect(), context)
}
