//! `tiendo versions FILE`: what was issued, and what was changed since each.

use serde_json::{Value as Json, json};
use tiendo::i18n::Language;
use tiendo::model::{AmendedLine, Amendment, Programme};

use super::arguments::Arguments;
use super::{Done, Outcome, files};

pub fn run(arguments: &Arguments, language: Language) -> Done {
    let Some(snapshot) = files::snapshot(&arguments.files[0], language)? else { return Ok(Outcome::Findings) };
    let programme = Programme::read(snapshot.document);
    let versions = programme.versions_in_order().into_iter().map(|version| {
        let then = programme.as_issued(version);
        json!({
            "id": version.id.as_str(),
            "number": version.number,
            "date": version.date.map(|date| date.to_string()),
            "note": version.note,
            "author": version.author,
            "amended": programme.compared(&then, version).all().iter().map(describe).collect::<Vec<_>>(),
        })
    });
    files::print(&format!("{}\n", files::pretty(&Json::Array(versions.collect()))))
}

fn describe(line: &AmendedLine) -> Json {
    let words: Vec<&str> = line.amendments.iter().map(word).collect();
    json!({ "id": line.id.as_str(), "reference": line.reference, "title": line.title, "amendments": words })
}

/// The field, or what became of the line.
fn word(amendment: &Amendment) -> &'static str {
    match amendment {
        Amendment::Added => "added",
        Amendment::Removed => "removed",
        Amendment::Moved { .. } => "moved",
        Amendment::Text { field, .. } | Amendment::Other { field } => field,
        Amendment::Target { .. } => "target",
        Amendment::Deadline { .. } => "deadline",
        Amendment::Bodies { role, .. } => role.word(),
    }
}
