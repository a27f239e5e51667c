//! The file's JSON Schema (draft 2020-12), made from the model's own list of kinds and fields.
//!
//! It describes what this version writes. Fields and kinds that it does not know may stand beside: they are kept.

use serde_json::{Map, Value as Json, json};

use super::json::MAX_INT;
use super::limits::MAX_NAME;
use super::{FORMAT, SCHEMA};
use crate::document::{DELETED, PLACE};
use crate::model::{KindShape, Shape, kinds};

/// The schema as text, one for each number: old ones stay as they were.
pub fn schema() -> String {
    format!("{:#}\n", file())
}

const STAMP: &str = "(0|[1-9][0-9]*)\\.[1-9a-z][0-9a-z]{0,10}";

fn file() -> Json {
    let kinds = kinds();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:tiendo:snapshot:{SCHEMA}"),
        "title": "Tiến Độ snapshot",
        "description": "A work programme, or a part of it for one body, with who wrote each value and when.",
        "type": "object",
        "required": ["actors", "docId", "format", "nodes", "schema", "scope", "stamps"],
        "properties": {
            "format": {"const": FORMAT, "description": "The form of the file; readers refuse a newer one."},
            "schema": {"type": "integer", "minimum": SCHEMA, "description": "Which kinds and fields are known; grows by addition."},
            "docId": {"$ref": "#/$defs/name", "description": "Which programme this is."},
            "scope": {
                "description": "null: the whole programme; else the body and the items that the file may speak for.",
                "anyOf": [{"type": "null"}, {
                    "type": "object",
                    "required": ["body", "items"],
                    "properties": {"body": {"$ref": "#/$defs/name"}, "items": {"type": "array", "items": {"$ref": "#/$defs/name"}, "uniqueItems": true},
                        "numbers": {"description": "What the lines are numbered in the whole programme.", "type": "object", "propertyNames": {"$ref": "#/$defs/name"}, "additionalProperties": {"type": "string"}}}
                }]
            },
            "actors": {
                "description": "Writers: id, person, body. Names are claims.",
                "type": "array",
                "items": {
                    "type": "array",
                    "prefixItems": [{"$ref": "#/$defs/name"}, {"type": "string"}, {"type": "string"}],
                    "minItems": 3,
                    "maxItems": 3
                }
            },
            "stamps": {
                "description": "When each change was written, by its writer's clock.",
                "type": "object",
                "propertyNames": {"$ref": "#/$defs/stamp"},
                "additionalProperties": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{3})?)?Z$"}
            },
            "nodes": {"type": "object", "propertyNames": {"$ref": "#/$defs/name"}, "additionalProperties": {"$ref": "#/$defs/node"}}
        },
        "additionalProperties": {"$ref": "#/$defs/value"},
        "$defs": definitions(&kinds),
    })
}

fn definitions(kinds: &[KindShape]) -> Json {
    let mut definitions = Map::new();
    definitions.insert("name".into(), json!({"type": "string", "minLength": 1, "maxLength": MAX_NAME}));
    definitions.insert(
        "stamp".into(),
        json!({
            "description": "The writer's index in actors, a point, the count of the change in base 36.",
            "type": "string",
            "pattern": format!("^{STAMP}$"),
        }),
    );
    definitions.insert(
        "value".into(),
        json!({
            "description": "Any JSON without fractions: decimals are text.",
            "type": ["null", "boolean", "integer", "string", "array", "object"],
            "minimum": -MAX_INT,
            "maximum": MAX_INT,
            "items": {"$ref": "#/$defs/value"},
            "additionalProperties": {"$ref": "#/$defs/value"},
        }),
    );
    definitions.insert("node".into(), node(kinds));
    for kind in kinds {
        let properties: Map<_, _> =
            kind.fields.iter().map(|(name, shape)| ((*name).to_owned(), or_null(&field(shape)))).collect();
        definitions.insert(format!("kind-{}", kind.kind), json!({"properties": properties}));
    }
    Json::Object(definitions)
}

/// A node: its fields, and beside them who wrote what.
fn node(kinds: &[KindShape]) -> Json {
    let by_kind: Vec<Json> = kinds
        .iter()
        .map(|kind| {
            json!({
                "if": {"properties": {"type": {"const": kind.kind}}},
                "then": {"$ref": format!("#/$defs/kind-{}", kind.kind)},
            })
        })
        .collect();
    let stamped = |least: usize| {
        json!({
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "array", "minItems": least, "maxItems": 2, "items": {"$ref": "#/$defs/value"}},
            },
        })
    };
    let mut properties = json!({
        "type": {"$ref": "#/$defs/name"},
        "@": {"$ref": "#/$defs/stamp", "description": "The stamp of every field that ~ does not name."},
        "~": {
            "description": "By field: the stamps that this copy has seen of it, the value's own last.",
            "type": "object",
            "additionalProperties": {"type": "string", "pattern": format!("^{STAMP}( {STAMP})*$")},
        },
        "!": stamped(2),
        "#": stamped(1),
    });
    properties["!"]["description"] = json!("By field: every visible value with its stamp, where there are several.");
    properties["#"]["description"] = json!("By field: old values with their stamps; a long text may be left out.");
    properties[DELETED] = or_null(&json!({"type": "boolean"}));
    properties[PLACE] = or_null(&json!({
        "description": "Parent and key: siblings stand in the order of the keys, then of the ids.",
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "string"}],
        "minItems": 2,
        "maxItems": 2,
    }));
    json!({
        "type": "object",
        "required": ["type"],
        "properties": properties,
        "additionalProperties": {"$ref": "#/$defs/value"},
        "allOf": by_kind,
    })
}

/// A cleared field is null, whatever it held.
fn or_null(schema: &Json) -> Json {
    json!({"anyOf": [{"type": "null"}, schema]})
}

fn field(shape: &Shape) -> Json {
    match shape {
        Shape::Null => json!({"type": "null"}),
        Shape::Text => json!({"type": "string"}),
        Shape::Pattern(pattern) => json!({"type": "string", "pattern": pattern}),
        Shape::Word(words) => json!({"enum": words}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Whole { least, most } => json!({"type": "integer", "minimum": least, "maximum": most}),
        Shape::List(item) => json!({"type": "array", "items": field(item)}),
        Shape::Pair(first, second) => {
            json!({"type": "array", "prefixItems": [field(first), field(second)], "minItems": 2, "maxItems": 2})
        }
        Shape::Map(entries) => {
            let required: Vec<_> = entries
                .iter()
                .filter(|(_, shape)| !matches!(shape, Shape::Optional(_)))
                .map(|(name, _)| name)
                .collect();
            let properties: Map<_, _> =
                entries.iter().map(|(name, shape)| ((*name).to_owned(), field(shape))).collect();
            json!({"type": "object", "required": required, "properties": properties})
        }
        Shape::Either(shapes) => json!({"anyOf": shapes.iter().map(field).collect::<Vec<_>>()}),
        // Absent, or cleared: a field may be null anyway, an entry of a map is left out.
        Shape::Optional(inner) => field(inner),
    }
}
