//! Taking a file in: what it would do is known before anything is done.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use tiendo::document::{Author, Document, Draft, JoinError, NodeId, Scope, Timestamp, Value};
use tiendo::snapshot::{self, NearlyEmpty, Snapshot, Tally, Writer};

fn commit(document: &mut Document, actor: &str, draft: Draft) {
    let author = Author { actor: actor.into(), person: actor.to_uppercase(), body: format!("b-{actor}") };
    document.commit(draft, &author, Timestamp(1_759_000_000_000)).expect("counts are left");
}

fn set(document: &mut Document, actor: &str, fields: &[(&str, &str, &str)]) {
    let mut draft = Draft::default();
    for (id, field, value) in fields {
        draft.set(&(*id).into(), "item", field, *value);
    }
    commit(document, actor, draft);
}

fn delete(document: &mut Document, actor: &str, id: &str) {
    let mut draft = Draft::default();
    draft.delete(&id.into());
    commit(document, actor, draft);
}

/// As the other office sends it: through a file.
fn sent(document: &Document) -> Snapshot {
    snapshot::read(&snapshot::write(document)).expect("our own file")
}

fn base() -> Document {
    let mut document = Document::new("p1");
    let mut draft = Draft::default();
    for id in ["t1", "t2", "t3", "t4"] {
        draft.set(&id.into(), "item", "title", id);
        draft.set(&id.into(), "item", "state", "ongoing");
        draft.set(&id.into(), "item", "place", Value::List(vec!["programme".into(), id.into()]));
    }
    commit(&mut document, "vp", draft);
    document
}

#[test]
fn a_dry_run_counts_by_body_and_person() {
    let mut ours = base();
    let mut theirs = ours.clone();
    set(&mut ours, "vp", &[("t1", "title", "của ta")]);
    set(&mut theirs, "an", &[("t1", "title", "của An"), ("t2", "state", "done"), ("t5", "title", "mới")]);
    delete(&mut theirs, "binh", "t3");
    let before = ours.clone();
    let run = snapshot::dry_run(&ours, &sent(&theirs)).expect("one programme");
    assert_eq!(ours, before, "nothing was done");
    assert_eq!(run.changes.total, Tally { added: 1, changed: 2, deleted: 1, in_conflict: 1 });
    let writer = |body: &str, person: &str| Writer { body: body.into(), person: person.into() };
    assert_eq!(
        run.changes.by_writer.get(&writer("b-an", "AN")),
        Some(&Tally { added: 1, changed: 2, deleted: 0, in_conflict: 1 })
    );
    assert_eq!(
        run.changes.by_writer.get(&writer("b-binh", "BINH")),
        Some(&Tally { added: 0, changed: 0, deleted: 1, in_conflict: 0 })
    );
    assert!(run.joined.node("t3").is_some_and(|node| node.is_deleted()));
    assert!(run.changes.outside.is_empty());
}

#[test]
fn failure_10_a_nearly_empty_state_takes_no_large_ones_place_unconfirmed() {
    assert_eq!(snapshot::check_replacement(500, 3, false), Err(NearlyEmpty { before: 500, after: 3 }));
    assert_eq!(snapshot::check_replacement(500, 0, false), Err(NearlyEmpty { before: 500, after: 0 }));
    assert_eq!(snapshot::check_replacement(500, 3, true), Ok(()));
    for (before, after) in [(500, 400), (500, 50), (10, 0), (0, 0), (0, 500), (3, 1)] {
        assert_eq!(snapshot::check_replacement(before, after, false), Ok(()), "{before} -> {after}");
    }
    let (mut ours, empty) = (base(), Document::new("p1"));
    delete(&mut ours, "vp", "t4");
    assert_eq!((snapshot::live_nodes(&ours), snapshot::live_nodes(&empty)), (3, 0), "deleted ones count for nothing");
    assert_eq!(snapshot::replacement(&ours, &empty).total, Tally { deleted: 3, ..Tally::default() });
}

#[test]
fn failure_16_the_same_file_again_and_ones_own_old_export_change_nothing() {
    let mut ours = base();
    let old = sent(&ours);
    set(&mut ours, "vp", &[("t1", "title", "sửa sau")]);
    let mut theirs = base();
    set(&mut theirs, "an", &[("t2", "title", "từ An")]);
    let theirs = sent(&theirs);
    let once = snapshot::dry_run(&ours, &theirs).expect("one programme").joined;
    for file in [&theirs, &old, &sent(&once)] {
        let again = snapshot::dry_run(&once, file).expect("one programme");
        assert_eq!(again.changes.total, Tally::default());
        assert_eq!(again.changes.nodes, []);
        assert_eq!(snapshot::write(&again.joined), snapshot::write(&once));
    }
}

#[test]
fn failure_18_one_id_with_two_types_is_refused_with_its_name() {
    let ours = base();
    let theirs = sent(&ours);
    let text = snapshot::write(&theirs.document).replacen("\"type\":\"item\"", "\"type\":\"body\"", 1);
    let theirs = snapshot::read(&text).expect("well-formed");
    match snapshot::dry_run(&ours, &theirs) {
        Err(JoinError::KindsDisagree(nodes)) => assert_eq!(nodes[0].node, NodeId::from("t1")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn failure_25_the_wrong_programme_is_not_merged() {
    let theirs = sent(&Document::new("p2"));
    assert!(matches!(snapshot::dry_run(&base(), &theirs), Err(JoinError::OtherDocument { .. })));
}

#[test]
fn changes_outside_the_scope_of_a_part_are_listed_apart() {
    let ours = base();
    let mut theirs = ours.clone();
    let mut draft = Draft::default();
    draft.set(&"m1".into(), "measure", "place", Value::List(vec!["t1".into(), "a".into()]));
    draft.set(&"o1".into(), "observation", "measure", "m1");
    draft.set(&"loop".into(), "item", "place", Value::List(vec!["loop".into(), "a".into()]));
    commit(&mut theirs, "an", draft);
    set(&mut theirs, "an", &[("t1", "state", "done"), ("t2", "state", "done")]);
    let scope = Scope { holder: "b-an".into(), nodes: ["t1".into()].into(), labels: [].into() };
    let part = snapshot::write_part(&theirs, &scope, theirs.nodes().map(|(id, _)| id));
    let run = snapshot::dry_run(&ours, &snapshot::read(&part).expect("our own file")).expect("one programme");
    let outside: Vec<&str> = run.changes.outside.iter().map(NodeId::as_str).collect();
    assert_eq!(outside, ["loop", "t2"]);
}

#[test]
fn segments_put_the_document_together_again() {
    let mut document = base();
    set(&mut document, "an", &[("t1", "title", "một"), ("t2", "title", "hai"), ("t9", "title", "chín")]);
    let ids: Vec<&NodeId> = document.nodes().map(|(id, _)| id).collect();
    let mut again = Document::new("p1");
    for half in [1, 0] {
        let chosen = ids.iter().copied().enumerate().filter(|(index, _)| index % 2 == half).map(|(_, id)| id);
        let segment = snapshot::write_nodes(&document, chosen);
        again.join(&snapshot::read(&segment).expect("a segment").document).expect("one programme");
    }
    assert_eq!(again, document);
}
