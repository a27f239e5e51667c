//! The snapshot's text: one document gives one text, a text read and written again is the same bytes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Instant;

use tiendo::document::{Author, Document, Draft, Scope, Timestamp, Value};
use tiendo::snapshot::{self, Snapshot};

const VERSION_1: &str = include_str!("fixtures/snapshot/version-1.json");

fn read(text: &str) -> Snapshot {
    snapshot::read(text).unwrap_or_else(|findings| panic!("{findings:?}"))
}

fn author(actor: &str) -> Author {
    Author { actor: actor.into(), person: "Nguyễn Thị An".into(), body: "b-vpdu".into() }
}

/// A programme of `nodes` items, each with eight fields, a third of them edited again by someone else.
fn document(nodes: usize) -> Document {
    let mut document = Document::new("d1");
    let mut draft = Draft::default();
    for index in 0..nodes {
        let id = format!("n{index:06}").as_str().into();
        draft.set(&id, "item", "title", format!("Rà soát việc thứ {index}").as_str());
        draft.set(&id, "item", "text", "Toàn văn của việc này, đủ dài để đo cho đúng.");
        draft.set(&id, "item", "place", Value::List(vec!["programme".into(), format!("k{index}").as_str().into()]));
        for field in ["kind", "state", "deadline", "product", "note"] {
            draft.set(&id, "item", field, field);
        }
        if draft.writes.len() == 100 {
            document.commit(std::mem::take(&mut draft), &author("an"), Timestamp(1_736_000_000_000)).unwrap();
        }
    }
    document.commit(draft, &author("an"), Timestamp(1_736_000_000_001)).unwrap();
    for index in (0..nodes).step_by(3) {
        let mut draft = Draft::default();
        draft.set(&format!("n{index:06}").as_str().into(), "item", "state", "done");
        document.commit(draft, &author("binh"), Timestamp(1_736_000_060_000 + i64::try_from(index).unwrap())).unwrap();
    }
    document
}

#[test]
fn a_file_read_and_written_again_is_the_same_bytes() {
    assert_eq!(snapshot::write(&read(VERSION_1).document), VERSION_1);
}

#[test]
fn every_field_of_the_first_version_is_read() {
    let snapshot = read(VERSION_1);
    let document = &snapshot.document;
    assert_eq!(document.id(), "p2025ctr01");
    assert_eq!(snapshot.warnings, []);
    let task = document.node("t1").unwrap();
    assert_eq!(task.kind(), "item");
    assert_eq!(task.get("due"), Some(&"2025-10-15".into()));
    let state = task.field("state").unwrap();
    assert!(state.is_conflict());
    assert_eq!(state.values().len(), 2);
    assert_eq!(state.shown().map(|dot| dot.stamp.count), Some(2 * 36 + 29), "0.2t");
    assert!(task.field("title").unwrap().is_conflict(), "a fork: one stamp, two values");
    assert!(!task.field("weight").unwrap().is_conflict());
    let theme: Vec<_> =
        document.node("programme").unwrap().history("theme").iter().map(|old| old.value.as_ref()).collect();
    assert_eq!(theme, [Some(&"Chủ đề cũ".into()), None]);
    let times = task.history("state").iter().map(|old| document.time_of(&old.stamp)).collect::<Vec<_>>();
    assert_eq!(times, [Some(Timestamp(1_736_409_690_000))]);
}

#[test]
fn a_document_read_back_is_the_same_document() {
    let document = document(300);
    let text = snapshot::write(&document);
    let again = read(&text).document;
    assert_eq!(again, document);
    assert_eq!(snapshot::write(&again), text);
    assert_eq!(snapshot::hash(&text), snapshot::hash(&snapshot::write(&again)));
}

#[test]
fn the_order_of_entry_leaves_no_trace_in_the_text() {
    let sorted = r#"{"actors":[["a","",""],["b","",""]],"docId":"d","format":1,"nodes":{"x":{"@":"0.1","f":"1","g":"2","type":"t"},"y":{"@":"1.2","f":"3","type":"t"}},"schema":1,"scope":null,"stamps":{}}"#;
    let shuffled = r#"{"stamps":{},"nodes":{"y":{"type":"t","f":"3","~":{"f":"0.2"}},"x":{"g":"2","type":"t","f":"1","@":"1.1"}},
        "scope":null,"schema":1,"format":1,"docId":"d","actors":[["b","",""],["a","",""],["nobody","",""]]}"#;
    assert_eq!(snapshot::write(&read(sorted).document), snapshot::write(&read(shuffled).document));
}

#[test]
fn an_old_text_that_is_long_stays_at_home() {
    let long = "x".repeat(snapshot::OLD_TEXT + 1);
    let mut document = Document::new("d");
    for text in [long.as_str(), "mới"] {
        let mut draft = Draft::default();
        draft.set(&"n".into(), "item", "text", text);
        document.commit(draft, &author("an"), Timestamp(0)).unwrap();
    }
    let exported = snapshot::write(&document);
    assert!(!exported.contains(&long));
    assert_eq!(read(&exported).document.node("n").unwrap().history("text").len(), 1, "the change itself is told");
    assert_eq!(snapshot::write(&read(&exported).document), exported);
    let stored = snapshot::write_nodes(&document, document.nodes().map(|(id, _)| id));
    assert_eq!(read(&stored).document, document);
}

#[test]
fn a_part_names_its_body_and_items() {
    let document = document(10);
    let scope = Scope {
        holder: "b-snv".into(),
        nodes: ["n000001".into(), "n000002".into()].into(),
        labels: [("n000001".into(), "(14)".into())].into(),
    };
    let part = read(&snapshot::write_part(&document, &scope, scope.nodes.iter()));
    assert_eq!(part.document.scope(), Some(&scope));
    assert_eq!(part.document.len(), 2);
}

#[test]
fn times_are_written_as_short_as_they_can_be_said() {
    for (millis, text) in [
        (0, "1970-01-01T00:00Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (1_759_028_400_000, "2025-09-28T03:00Z"),
        (1_759_028_405_000, "2025-09-28T03:00:05Z"),
        (951_782_400_000, "2000-02-29T00:00Z"),
        (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] {
        let mut document = Document::new("d");
        let mut draft = Draft::default();
        draft.set(&"n".into(), "item", "text", "x");
        document.commit(draft, &author("an"), Timestamp(millis)).unwrap();
        let written = snapshot::write(&document);
        assert!(written.contains(&format!("\"0.1\":\"{text}\"")), "{written}");
        assert_eq!(read(&written).document, document);
    }
}

#[test]
fn ten_thousand_items_are_read_and_written_quickly() {
    let document = document(10_000);
    let started = Instant::now();
    let text = snapshot::write(&document);
    let written = started.elapsed();
    let started = Instant::now();
    let again = read(&text).document;
    let parsed = started.elapsed();
    assert_eq!(again.len(), 10_000);
    let line = format!("{} bytes, written in {written:?}, read in {parsed:?}", text.len());
    println!("{line}");
    // Generous: an unoptimised build on a busy machine. It catches what grows with the square.
    assert!(parsed.as_secs() < 5 && written.as_secs() < 5, "{line}");
}
