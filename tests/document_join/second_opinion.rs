//! The same histories through `automerge`: its keys keep every value written at the same time, as our fields do.
//!
//! Each write is mirrored as its stamp, a text of its own, so that equal values do not blur what is compared. Parts by
//! field and cloned actors have no counterpart there.

use std::collections::BTreeSet;

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ROOT, ReadDoc};

use tiendo::document::Register;

use super::history::{History, Plan, Step, Way};
use super::oracle::{FIELDS, NODES, SLOTS};

fn key(slot: usize) -> String {
    format!("{}.{}", NODES[slot / FIELDS.len()], FIELDS[slot % FIELDS.len()])
}

fn visible_there(copy: &AutoCommit, slot: usize) -> BTreeSet<String> {
    let values = copy.get_all(ROOT, key(slot)).unwrap();
    values.into_iter().map(|(value, _)| value.as_str().unwrap().to_owned()).collect()
}

#[test]
fn automerge_sees_the_same_conflicts() {
    let mut conflicts = 0;
    for seed in 10_000..10_400 {
        let history = History::play(seed, Plan::WHOLE, Way::Product).unwrap();
        let mut base = AutoCommit::new();
        let mut copies: Vec<AutoCommit> = history.copies.iter().map(|_| base.fork()).collect();
        for step in &history.steps {
            match step {
                Step::Write { copy, slots, stamp, beside } => {
                    let first = stamp.count - u64::try_from(beside.len()).unwrap();
                    // There, only copies that do not know of each other make several values visible.
                    let others: Vec<_> = (first..).zip(beside).map(|at| (at, copies[*copy].fork())).collect();
                    for slot in slots {
                        copies[*copy].put(ROOT, key(*slot), format!("{}.{}", stamp.count, stamp.actor)).unwrap();
                    }
                    for ((count, slot), mut other) in others {
                        other.put(ROOT, key(*slot), format!("{count}.{}", stamp.actor)).unwrap();
                        copies[*copy].merge(&mut other).unwrap();
                    }
                }
                Step::Join { into, from } => {
                    let mut sent = copies[*from].fork();
                    copies[*into].merge(&mut sent).unwrap();
                }
            }
        }
        for (ours, theirs) in history.copies.iter().zip(&copies) {
            for slot in 0..SLOTS {
                let (node, field) = (NODES[slot / FIELDS.len()], FIELDS[slot % FIELDS.len()]);
                let register = ours.document.node(node).and_then(|node| node.field(field));
                let values = register.map(Register::values).unwrap_or_default().iter();
                let visible: BTreeSet<_> =
                    values.map(|dot| format!("{}.{}", dot.stamp.count, dot.stamp.actor)).collect();
                conflicts += usize::from(visible.len() > 1);
                assert_eq!(visible, visible_there(theirs, slot), "seed {seed}, {}", key(slot));
            }
        }
    }
    assert!(conflicts > 400, "only {conflicts} conflicts were compared");
}
