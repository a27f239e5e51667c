//! What another copy shows differently, and what was shown at a time.

use tiendo::document::{Author, Cause, Difference, Document, Draft, NodeId, Past, Timestamp, Value};

fn commit(document: &mut Document, actor: &str, day: i64, fill: impl FnOnce(&mut Draft)) {
    let author = Author { actor: actor.into(), person: format!("person {actor}"), body: String::new() };
    let mut draft = Draft::default();
    fill(&mut draft);
    assert!(document.commit(draft, &author, Timestamp(day)).is_ok_and(|change| change.is_some()));
}

fn set(document: &mut Document, actor: &str, day: i64, id: &str, field: &str, value: &str) {
    commit(document, actor, day, |draft| draft.set(&id.into(), "note", field, value));
}

/// `n title before>after by!` a field, `n Added` a node.
fn told(ours: &Document, theirs: &Document) -> Vec<String> {
    let text = |value: &Option<Value>| value.as_ref().and_then(Value::as_str).unwrap_or("-").to_owned();
    let mut told = Vec::new();
    for node in ours.diff(theirs) {
        told.push(format!("{} {:?}", node.id, node.what));
        for field in node.fields {
            let (before, after) = (text(&field.before), text(&field.after));
            let dispute = match field.conflict {
                None => "",
                Some(Cause::Values) => " values",
                Some(Cause::DeletedUnseen) => " unseen",
            };
            told.push(format!("  {} {before}>{after} by {}{dispute}", field.field, field.by.actor));
        }
    }
    told
}

#[test]
fn every_kind_of_difference_is_told_with_its_writer() {
    let mut base = Document::new("d");
    for id in ["kept", "changed", "deleted", "edited", "gone", "same"] {
        set(&mut base, "a", 1, id, "title", id);
    }
    commit(&mut base, "a", 1, |draft| draft.delete(&"gone".into()));
    let mut ours = base.clone();
    let mut theirs = base.clone();
    set(&mut ours, "b", 2, "changed", "title", "ours");
    set(&mut ours, "b", 2, "edited", "due", "2025");
    set(&mut theirs, "c", 3, "changed", "title", "theirs");
    set(&mut theirs, "c", 3, "kept", "due", "2026");
    set(&mut theirs, "c", 3, "new", "title", "new");
    commit(&mut theirs, "c", 3, |draft| draft.delete(&"deleted".into()));
    commit(&mut theirs, "c", 3, |draft| draft.delete(&"edited".into()));
    commit(&mut theirs, "c", 3, |draft| draft.restore(&"gone".into(), "note"));
    // A node that came and went there was never seen here.
    set(&mut theirs, "c", 3, "brief", "title", "brief");
    commit(&mut theirs, "c", 3, |draft| draft.delete(&"brief".into()));
    let mut joined = ours.clone();
    assert!(joined.join(&theirs).is_ok());
    let expected = [
        "changed Changed",
        "  title ours>theirs by c values",
        "deleted Deleted",
        "edited Deleted",
        "  due 2025>2025 by b unseen",
        "gone Restored",
        "kept Changed",
        "  due ->2026 by c",
        "new Added",
        "  title ->new by c",
    ];
    assert_eq!(told(&ours, &joined), expected);
    assert_eq!(told(&joined, &joined), [""; 0]);
    // What is in dispute here already is no news.
    assert_eq!(told(&joined, &joined.clone()), [""; 0]);
}

#[test]
fn what_is_not_in_a_part_is_no_difference() {
    let mut whole = Document::new("d");
    set(&mut whole, "a", 1, "n", "title", "one");
    set(&mut whole, "a", 1, "n", "due", "2025");
    set(&mut whole, "a", 1, "m", "title", "two");
    let part = whole.part(|id, _, field| id.as_str() == "n" && field.as_str() == "due");
    assert_eq!((part.len(), part.node("n").map(|node| node.fields().count())), (1, Some(1)));
    assert!(whole.diff(&part).is_empty());
    let back = part.diff(&whole);
    assert_eq!(
        back.iter().map(|node| (node.id.as_str(), node.what)).collect::<Vec<_>>(),
        [("m", Difference::Added), ("n", Difference::Changed)]
    );
}

#[test]
fn a_value_of_a_day_is_the_latest_written_by_then() {
    let mut ours = Document::new("d");
    set(&mut ours, "a", 10, "n", "title", "first");
    let mut theirs = ours.clone();
    set(&mut ours, "a", 20, "n", "title", "second");
    set(&mut ours, "a", 30, "n", "title", "third");
    // Another clock, far behind, later in the count.
    set(&mut theirs, "b", 25, "n", "due", "2025");
    set(&mut theirs, "b", 5, "n", "due", "2026");
    assert!(ours.join(&theirs).is_ok());
    let id = NodeId::from("n");
    let at = |field: &str, day: i64| match ours.value_at(&id, field, Timestamp(day)) {
        Past::Value(value) => value.as_str().unwrap_or("?").to_owned(),
        Past::Nothing => "nothing".to_owned(),
        Past::Unknown => "unknown".to_owned(),
    };
    assert_eq!(
        [9, 10, 19, 20, 29, 30, 99].map(|day| at("title", day)),
        ["nothing", "first", "first", "second", "second", "third", "third"]
    );
    assert_eq!([4, 5, 99].map(|day| at("due", day)), ["nothing", "2026", "2026"]);
    assert_eq!(at("place", 99), "nothing");
}
