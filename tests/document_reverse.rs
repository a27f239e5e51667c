//! Undo as new writes: what goes back, what is left alone and said.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use tiendo::document::{Author, Document, Draft, KeptBecause, NodeId, Stamp, Timestamp, Value};

fn author(actor: &str) -> Author {
    Author { actor: actor.into(), person: String::new(), body: String::new() }
}

fn commit(document: &mut Document, actor: &str, fill: impl FnOnce(&mut Draft)) -> Stamp {
    let mut draft = Draft::default();
    fill(&mut draft);
    document.commit(draft, &author(actor), Timestamp(0)).unwrap().unwrap().made.stamp
}

/// `None` where the change made no difference to what is shown: it cleared a field that was not there.
fn undo(document: &mut Document, actor: &str, stamp: &Stamp) -> Option<Stamp> {
    let reversal = document.reverse(&stamp.clone().into());
    assert_eq!(reversal.kept, []);
    Some(document.commit(reversal.draft, &author(actor), Timestamp(0)).unwrap()?.made.stamp)
}

/// What people see: the fields of the nodes that are not deleted.
fn shown(document: &Document) -> Vec<(String, String, Value)> {
    let nodes = document.nodes().filter(|(_, node)| !node.is_deleted());
    nodes
        .flat_map(|(id, node)| {
            let fields = node.fields().filter_map(move |(name, _)| Some((name.to_string(), node.get(name.as_str())?)));
            fields.map(move |(name, value)| (id.to_string(), name, value.clone()))
        })
        .collect()
}

#[test]
fn a_deleted_branch_comes_back_and_goes_again() {
    let mut document = Document::new("d");
    commit(&mut document, "a", |draft| {
        for (id, parent) in [("n", "root"), ("m", "n"), ("k", "m")] {
            draft.set(&id.into(), "note", "title", id);
            draft.set(&id.into(), "note", "place", Value::List(vec![parent.into(), "i".into()]));
        }
    });
    let whole = shown(&document);
    let below = document.descendants(&"n".into());
    assert_eq!(below.iter().map(NodeId::as_str).collect::<Vec<_>>(), ["k", "m"]);
    let deleted = commit(&mut document, "a", |draft| {
        draft.delete(&"n".into());
        draft.deletes.extend(below);
    });
    assert_eq!(shown(&document), []);
    // In another session, as after a reload.
    let restored = undo(&mut document, "b", &deleted).unwrap();
    assert_eq!(shown(&document), whole);
    let again = undo(&mut document, "b", &restored).unwrap();
    assert_eq!(shown(&document), []);
    undo(&mut document, "b", &again);
    assert_eq!(shown(&document), whole);
}

#[test]
fn what_was_written_since_stays_and_is_reported() {
    let mut document = Document::new("d");
    commit(&mut document, "a", |draft| draft.set(&"n".into(), "note", "title", "one"));
    let both = commit(&mut document, "a", |draft| {
        draft.set(&"n".into(), "note", "title", "two");
        draft.set(&"n".into(), "note", "due", "2025");
    });
    let since = commit(&mut document, "b", |draft| draft.set(&"n".into(), "note", "title", "three"));
    let reversal = document.reverse(&both.clone().into());
    let kept: Vec<_> = reversal.kept.iter().map(|kept| (kept.field.as_str(), kept.why.clone())).collect();
    assert_eq!(kept, [("title", KeptBecause::Overwritten(since))]);
    document.commit(reversal.draft, &author("a"), Timestamp(0)).unwrap();
    assert_eq!(shown(&document), [("n".into(), "title".into(), "three".into())]);
}

#[test]
fn a_node_that_others_wrote_to_since_is_not_unmade() {
    let mut document = Document::new("d");
    let made = commit(&mut document, "a", |draft| draft.set(&"n".into(), "note", "title", "one"));
    let since = commit(&mut document, "b", |draft| draft.set(&"n".into(), "note", "due", "2025"));
    let reversal = document.reverse(&made.clone().into());
    assert!(reversal.draft.is_empty());
    assert_eq!(reversal.kept[0].why, KeptBecause::Overwritten(since));
}

#[test]
fn withdrawing_one_of_two_values_leaves_the_other() {
    let mut ours = Document::new("d");
    commit(&mut ours, "a", |draft| draft.set(&"n".into(), "note", "title", "one"));
    let mut theirs = ours.clone();
    commit(&mut theirs, "b", |draft| draft.set(&"n".into(), "note", "title", "theirs"));
    let mine = commit(&mut ours, "c", |draft| draft.set(&"n".into(), "note", "title", "mine"));
    ours.join(&theirs).unwrap();
    assert_eq!(ours.node("n").unwrap().get("title"), Some(&"mine".into()));
    undo(&mut ours, "c", &mine);
    assert_eq!(ours.node("n").unwrap().get("title"), Some(&"theirs".into()));
    assert!(!ours.node("n").unwrap().is_conflict());
}

#[test]
fn a_value_that_the_file_left_out_is_not_guessed() {
    let mut document = Document::new("d");
    commit(&mut document, "a", |draft| draft.set(&"n".into(), "note", "title", "one"));
    let edit = commit(&mut document, "b", |draft| draft.set(&"n".into(), "note", "title", "two"));
    // The same copy, from a file without history.
    let node = document.node("n").unwrap();
    let fields = node.fields().map(|(name, register)| (name.clone(), register.clone())).collect();
    let mut bare = Document::new("d");
    bare.insert("n".into(), tiendo::document::Node::from_parts("note".into(), fields, [].into()));
    let reversal = bare.reverse(&edit.clone().into());
    assert!(reversal.draft.is_empty());
    assert_eq!(reversal.kept[0].why, KeptBecause::Unknown);
}

#[test]
fn random_edits_all_undone_and_all_redone_pass_through_the_same_states() {
    for seed in 0..400 {
        let mut random = Random(seed * 2 + 1);
        let mut document = Document::new("d");
        let mut states = vec![shown(&document)];
        let mut stamps = Vec::new();
        while stamps.len() < 30 {
            let mut draft = Draft::default();
            for _ in 0..=random.below(3) {
                let id = NodeId::from(format!("n{}", random.below(4)));
                let field = ["title", "due", "place"][random.below(3)];
                let deleted = document.node(id.as_str()).map(|node| node.is_deleted());
                match (random.below(6), deleted) {
                    (0, Some(_)) => draft.delete(&id),
                    (1, Some(true)) => draft.restore(&id, "note"),
                    (2, Some(_)) => draft.set(&id, "note", field, Value::Null),
                    (_, None | Some(false)) => draft.set(&id, "note", field, format!("v{}", random.below(3)).as_str()),
                    _ => {}
                }
            }
            // A new actor now and then, as in a new session.
            let actor = format!("s{}", stamps.len() / 7);
            if let Some(change) = document.commit(draft, &author(&actor), Timestamp(0)).unwrap() {
                stamps.push(change.made.stamp);
                states.push(shown(&document));
            }
        }
        let mut undone = Vec::new();
        for (stamp, state) in stamps.iter().zip(&states).rev() {
            undone.push(undo(&mut document, "u", stamp));
            assert_eq!(shown(&document), *state, "undo, seed {seed}");
        }
        for (stamp, state) in undone.iter().rev().zip(&states[1..]) {
            stamp.as_ref().and_then(|stamp| undo(&mut document, "r", stamp));
            assert_eq!(shown(&document), *state, "redo, seed {seed}");
        }
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ (bits >> 31)) % limit as u64).unwrap()
    }
}
