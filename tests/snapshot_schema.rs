//! The JSON Schema: the committed one is the generated one, and the files we write keep to it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use serde_json::{Value as Json, json};
use tiendo::document::{Author, Document, Draft, Scope, Timestamp, Value};
use tiendo::model::{Shape, kinds};
use tiendo::snapshot;

const COMMITTED: &str = include_str!("../public/schema/tiendo-snapshot-1.schema.json");
const VERSION_1: &str = include_str!("fixtures/snapshot/version-1.json");

fn validator() -> jsonschema::Validator {
    let schema: Json = serde_json::from_str(&snapshot::schema()).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::draft202012::new(&schema).expect("a schema")
}

fn check(validator: &jsonschema::Validator, text: &str) {
    let file: Json = serde_json::from_str(text).expect("JSON");
    let errors: Vec<String> =
        validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_committed_schema_is_the_generated_one() {
    assert!(
        snapshot::schema() == COMMITTED,
        "update it: cargo run --no-default-features --bin tiendo -- schema -o public/schema/tiendo-snapshot-1.schema.json"
    );
}

#[test]
fn the_fixture_of_the_first_version_keeps_to_it() {
    check(&validator(), VERSION_1);
}

/// One value of each form that a shape allows.
fn examples(shape: &Shape) -> Vec<Value> {
    let first = |shape: &Shape| examples(shape).into_iter().next().expect("an example");
    match shape {
        Shape::Null => vec![Value::Null],
        Shape::Text => vec!["".into(), "Rà soát \"quy hoạch\"".into()],
        Shape::Pattern(pattern) => {
            let texts = ["2025-09-30", "2025-Q3", "2025", "1.50", "-7", "none", "every month", "yearly 06-01 11-15"];
            let pattern = json!({"pattern": pattern});
            texts.into_iter().filter(|text| jsonschema::is_valid(&pattern, &json!(text))).map(Value::from).collect()
        }
        Shape::Word(words) => words.iter().map(|word| Value::from(*word)).collect(),
        Shape::Flag => vec![true.into(), false.into()],
        Shape::Whole { least, most } => vec![(*least).into(), (*most).into()],
        Shape::List(item) => vec![Value::List(vec![]), Value::List(examples(item))],
        Shape::Pair(a, b) => vec![Value::List(vec![first(a), first(b)])],
        Shape::Map(entries) => {
            let entries = entries.iter().map(|(name, shape)| ((*name).to_owned(), first(shape)));
            vec![Value::Map(entries.collect())]
        }
        Shape::Either(shapes) => shapes.iter().flat_map(examples).collect(),
        Shape::Optional(inner) => examples(inner),
    }
}

#[test]
fn every_field_of_every_kind_can_be_written() {
    let validator = validator();
    let author = Author { actor: "an".into(), person: "An".into(), body: String::new() };
    let mut document = Document::new("d");
    for kind in kinds() {
        for (name, shape) in &kind.fields {
            for (index, value) in examples(shape).into_iter().chain([Value::Null]).enumerate() {
                let mut draft = Draft::default();
                // Several under one id, so that history and contexts are there too.
                draft.set(&format!("{}-{name}-{}", kind.kind, index % 3).as_str().into(), kind.kind, name, value);
                document.commit(draft, &author, Timestamp(0)).expect("counts are left");
            }
        }
    }
    assert!(document.len() > 200, "{}", document.len());
    check(&validator, &snapshot::write(&document));
    check(&validator, &snapshot::write_nodes(&document, document.nodes().map(|(id, _)| id)));
    let scope = Scope { holder: "b".into(), nodes: ["i".into()].into(), labels: [("i".into(), "(9)".into())].into() };
    check(&validator, &snapshot::write_part(&document, &scope, document.nodes().map(|(id, _)| id)));
}

#[test]
fn no_field_has_the_name_of_what_stands_beside_the_fields() {
    for kind in kinds() {
        for (name, _) in kind.fields {
            assert!(!matches!(name, "type" | "@" | "~" | "!" | "#"), "{}: {name}", kind.kind);
        }
    }
}

#[test]
fn what_readers_would_stumble_over_is_not_allowed() {
    let validator = validator();
    let file: Json = serde_json::from_str(VERSION_1).expect("JSON");
    let node = "/nodes/t1";
    for (place, value) in [
        ("/format", json!(2)),
        ("/schema", json!(0)),
        ("/docId", json!("")),
        ("/scope", json!({"body": "b"})),
        ("/actors/0", json!(["a", "b"])),
        ("/stamps/0.1", json!("2025-01-09 08:00")),
        ("/nodes/t1/type", json!(null)),
        ("/nodes/t1/@", json!("0.1A")),
        ("/nodes/t1/~/state", json!("0.2t, 1.9")),
        ("/nodes/t1/!/state", json!([["done"]])),
        ("/nodes/t1/state", json!("finished")),
        ("/nodes/t1/place", json!(["programme"])),
        ("/nodes/t1/weight", json!(1.5)),
        ("/nodes/o.m1.2025-09.-/figure", json!({"number": 7.9})),
        ("/nodes/o.m1.2025-09.-/figure", json!({"numerator": "1"})),
        ("/nodes/o.m1.2025-09.-/period", json!("09/2025")),
    ] {
        let mut spoilt = file.clone();
        *spoilt.pointer_mut(&place.replace("~/", "~0/")).unwrap_or_else(|| panic!("{place}")) = value;
        assert!(!validator.is_valid(&spoilt), "{place}");
    }
    assert!(file.pointer(node).is_some_and(Json::is_object) && validator.is_valid(&file));
}
