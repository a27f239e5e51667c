//! `tiendo merge FILE... -o OUT.json`: any number of copies and parts, in any order, to one result.

use serde_json::{Value as Json, json};
use tiendo::document::{Document, Dot, JoinError};
use tiendo::i18n::messages::CommandLine;
use tiendo::i18n::{Language, Message};
use tiendo::snapshot;

use super::arguments::Arguments;
use super::{Done, Outcome, files};

pub fn run(arguments: &Arguments, language: Language) -> Done {
    let out = arguments.required("-o")?;
    let mut merged: Option<Document> = None;
    for file in &arguments.files {
        let Some(theirs) = files::snapshot(file, language)? else { return Ok(Outcome::Findings) };
        let Some(document) = &mut merged else {
            merged = Some(theirs.document);
            continue;
        };
        if let Err(error) = document.join(&theirs.document) {
            eprintln!("{file}: {}", error.text(language));
            if let JoinError::KindsDisagree(nodes) = error {
                for node in nodes {
                    eprintln!("    {}: {} ≠ {}", node.node, node.ours, node.theirs);
                }
            }
            return Ok(Outcome::Findings);
        }
    }
    let Some(document) = merged else { return Ok(Outcome::Fine) };
    files::put(Some(out), &snapshot::write(&document))?;
    let conflicts = conflicts(&document);
    let count = conflicts.len();
    files::print(&format!("{}\n", files::pretty(&Json::Array(conflicts))))?;
    if count == 0 {
        return Ok(Outcome::Fine);
    }
    eprintln!("{}", CommandLine::ConflictsLeft { count }.text(language));
    Ok(Outcome::Findings)
}

fn conflicts(document: &Document) -> Vec<Json> {
    let mut found = Vec::new();
    for (id, node) in document.nodes() {
        for conflict in node.conflicts() {
            found.push(json!({
                "id": id.as_str(),
                "type": node.kind(),
                "field": conflict.field.as_str(),
                "cause": super::diff::conflict(conflict.cause),
                "values": conflict.register.values().iter().map(|dot| claim(document, dot)).collect::<Vec<_>>(),
            }));
        }
    }
    found
}

/// A value with who wrote it and when, as they say.
fn claim(document: &Document, dot: &Dot) -> Json {
    let author = document.author_of(&dot.stamp);
    json!({
        "value": files::json(&dot.value),
        "person": author.map(|author| &author.person),
        "body": author.map(|author| &author.body),
        "at": document.time_of(&dot.stamp).map(snapshot::time_text),
    })
}
