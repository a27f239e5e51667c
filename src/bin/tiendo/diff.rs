//! `tiendo diff A B`: what B adds, changes and deletes against A, by record and field.

use serde_json::{Value as Json, json};
use tiendo::document::{Cause, Difference, Document, FieldDiff, JoinError, NodeDiff, Value};
use tiendo::i18n::{Language, Message};

use super::arguments::Arguments;
use super::{Done, Outcome, files};

pub fn run(arguments: &Arguments, language: Language) -> Done {
    let [a, b] = [&arguments.files[0], &arguments.files[1]];
    let (Some(ours), Some(theirs)) = (files::snapshot(a, language)?, files::snapshot(b, language)?) else {
        return Ok(Outcome::Findings);
    };
    let (ours, theirs) = (ours.document, theirs.document);
    if ours.id() != theirs.id() {
        let error = JoinError::OtherDocument { ours: ours.id().to_owned(), theirs: theirs.id().to_owned() };
        eprintln!("{b}: {}", error.text(language));
        return Ok(Outcome::Findings);
    }
    let nodes: Vec<Json> = ours.diff(&theirs).iter().map(|node| describe(node, &theirs)).collect();
    files::print(&format!("{}\n", files::pretty(&Json::Array(nodes))))
}

fn describe(node: &NodeDiff, theirs: &Document) -> Json {
    json!({
        "id": node.id.as_str(),
        "type": &*node.kind,
        "change": match node.what {
            Difference::Added => "added",
            Difference::Changed => "changed",
            Difference::Deleted => "deleted",
            Difference::Restored => "restored",
        },
        "fields": node.fields.iter().map(|field| describe_field(field, theirs)).collect::<Vec<_>>(),
    })
}

fn describe_field(field: &FieldDiff, theirs: &Document) -> Json {
    let value = |value: &Option<Value>| value.as_ref().map(files::json);
    let author = theirs.author_of(&field.by);
    json!({
        "field": field.field.as_str(),
        "before": value(&field.before),
        "after": value(&field.after),
        "person": author.map(|author| &author.person),
        "body": author.map(|author| &author.body),
        "conflict": field.conflict.map(conflict),
    })
}

/// The word for what is in dispute.
pub fn conflict(cause: Cause) -> &'static str {
    match cause {
        Cause::Values => "values",
        Cause::DeletedUnseen => "deleted-unseen",
    }
}
