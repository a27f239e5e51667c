//! Writing to a document: what a commit changes, what it leaves alone, what deleting and joining keep.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::sync::Arc;

use tiendo::document::{
    ActorId, Author, Cause, CommitError, Document, Dot, Draft, JoinError, NodeId, Register, SortedMap, Stamp,
    Timestamp, Value,
};

fn author(actor: &str) -> Author {
    Author { actor: actor.into(), person: format!("person {actor}"), body: String::new() }
}

fn put(document: &mut Document, actor: &str, id: &str, field: &str, value: impl Into<Value>) {
    let mut draft = Draft::default();
    draft.set(&id.into(), "note", field, value);
    document.commit(draft, &author(actor), Timestamp(0)).unwrap();
}

fn delete(document: &mut Document, actor: &str, id: &str) {
    let mut draft = Draft::default();
    draft.delete(&id.into());
    document.commit(draft, &author(actor), Timestamp(0)).unwrap();
}

fn text<'a>(document: &'a Document, id: &str, field: &str) -> Option<&'a str> {
    document.node(id)?.get(field)?.as_str()
}

#[test]
fn writing_what_is_shown_already_is_no_change() {
    let mut document = Document::new("d");
    put(&mut document, "a", "n", "title", "one");
    let before = document.clone();
    let mut draft = Draft::default();
    draft.set(&"n".into(), "note", "title", "one");
    assert_eq!(document.commit(draft, &author("b"), Timestamp(9)), Ok(None));
    assert_eq!(document, before);
}

#[test]
fn an_edit_copies_only_the_node_it_touches() {
    let mut document = Document::new("d");
    for n in 0..100 {
        put(&mut document, "a", &format!("n{n}"), "title", "one");
    }
    let before = document.clone();
    put(&mut document, "a", "n7", "title", "two");
    let kept = document.nodes().filter(|(id, node)| Arc::ptr_eq(node, before.node(id.as_str()).unwrap())).count();
    assert_eq!(kept, 99);
    assert_eq!(text(&document, "n7", "title"), Some("two"));
    let old = document.node("n7").unwrap().history("title");
    assert_eq!(old.iter().map(|old| old.value.clone()).collect::<Vec<_>>(), [Some("one".into())]);
}

#[test]
fn a_delete_stamps_what_it_saw_and_conflicts_with_what_it_did_not() {
    let mut ours = Document::new("d");
    put(&mut ours, "a", "n", "title", "one");
    put(&mut ours, "a", "n", "due", "2025-09-30");
    let mut theirs = ours.clone();
    delete(&mut ours, "b", "n");
    let node = ours.node("n").unwrap();
    assert!(node.is_deleted());
    assert!(!node.is_conflict());
    let stamps: Vec<&Stamp> = node.fields().map(|(_, register)| &register.shown().unwrap().stamp).collect();
    assert!(stamps.windows(2).all(|pair| pair[0] == pair[1]), "{stamps:?}");

    put(&mut theirs, "c", "n", "due", "2025-12-31");
    ours.join(&theirs).unwrap();
    let conflicts: Vec<_> = ours.node("n").unwrap().conflicts().collect();
    assert_eq!(conflicts.len(), 1);
    assert_eq!((conflicts[0].field.as_str(), conflicts[0].cause), ("due", Cause::DeletedUnseen));

    // Deleting once more, now in sight of the edit, settles it everywhere.
    delete(&mut ours, "b", "n");
    theirs.join(&ours).unwrap();
    assert!(theirs.node("n").unwrap().is_deleted());
    assert!(!theirs.node("n").unwrap().is_conflict());

    let mut draft = Draft::default();
    draft.restore(&"n".into(), "note");
    theirs.commit(draft, &author("c"), Timestamp(0)).unwrap();
    assert!(!theirs.node("n").unwrap().is_deleted());
    assert_eq!(text(&theirs, "n", "title"), Some("one"));
}

#[test]
fn two_people_who_delete_the_same_node_agree() {
    let mut ours = Document::new("d");
    put(&mut ours, "a", "n", "title", "one");
    let mut theirs = ours.clone();
    delete(&mut ours, "b", "n");
    delete(&mut theirs, "c", "n");
    ours.join(&theirs).unwrap();
    assert!(!ours.node("n").unwrap().is_conflict());
    // A second delete of what is deleted is no change.
    let before = ours.clone();
    delete(&mut ours, "b", "n");
    assert_eq!(ours, before);
}

#[test]
fn another_document_or_another_type_is_refused_and_nothing_is_changed() {
    let mut ours = Document::new("d");
    put(&mut ours, "a", "n", "title", "one");
    let before = ours.clone();
    let refused = ours.join(&Document::new("e"));
    assert_eq!(refused, Err(JoinError::OtherDocument { ours: "d".into(), theirs: "e".into() }));

    let mut theirs = Document::new("d");
    let mut draft = Draft::default();
    draft.set(&"n".into(), "task", "title", "two");
    draft.set(&"m".into(), "task", "title", "three");
    theirs.commit(draft, &author("b"), Timestamp(0)).unwrap();
    let Err(JoinError::KindsDisagree(nodes)) = ours.join(&theirs) else { panic!("joined") };
    assert_eq!(nodes.iter().map(|found| found.node.as_str()).collect::<Vec<_>>(), ["n"]);
    assert_eq!(ours, before);
}

#[test]
fn counts_go_on_from_the_largest_seen_in_any_context() {
    let mut document = Document::new("d");
    let seen = SortedMap::from([(ActorId::from("x"), 40)]);
    let dot = Dot { stamp: Stamp { count: 41, actor: "y".into() }, value: "v".into() };
    let node = tiendo::document::Node::from_parts(
        "note".into(),
        SortedMap::from([("title".into(), Register::from_parts(vec![dot], seen))]),
        SortedMap::new(),
    );
    document.insert(NodeId::from("n"), node);
    let mut draft = Draft::default();
    draft.set(&"m".into(), "note", "title", "one");
    let change = document.commit(draft, &author("a"), Timestamp(0)).unwrap().unwrap();
    assert_eq!(change.made.stamp.count, 42);
}

/// The document's side of failure 12: the largest count a file may carry leaves no room for another, and that is said.
#[test]
fn failure_12_a_count_at_the_limit_is_an_error_and_not_a_wrap() {
    let mut document = Document::new("d");
    document.insert_time(Stamp { count: Stamp::LIMIT - 1, actor: "x".into() }, Timestamp(0));
    let before = document.clone();
    let mut draft = Draft::default();
    draft.set(&"n".into(), "note", "title", "one");
    assert_eq!(document.commit(draft, &author("a"), Timestamp(0)), Err(CommitError::CountsUsedUp));
    assert_eq!(document, before);
}

#[test]
fn names_and_times_that_files_disagree_on_come_out_the_same_both_ways() {
    let mut ours = Document::new("d");
    let mut theirs = Document::new("d");
    let stamp = Stamp { count: 3, actor: "x".into() };
    ours.insert_author(Author { actor: "x".into(), person: String::new(), body: "b".into() });
    theirs.insert_author(Author { actor: "x".into(), person: "Lan".into(), body: String::new() });
    ours.insert_time(stamp.clone(), Timestamp(5));
    theirs.insert_time(stamp.clone(), Timestamp(4));
    let mut back = theirs.clone();
    let found = back.join(&ours).unwrap();
    ours.join(&theirs).unwrap();
    assert_eq!(ours, back);
    assert_eq!(ours.author_of(&stamp).unwrap().person, "Lan");
    assert_eq!(found.forked.into_iter().collect::<Vec<_>>(), [ActorId::from("x")]);
}
