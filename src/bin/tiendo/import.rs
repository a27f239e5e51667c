//! `tiendo import FILE|- [--format draft|snapshot] [-o OUT]`: an official document to a draft, or to a programme.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value as Json, json};
use tiendo::document::{Author, Document, NodeId, Timestamp};
use tiendo::documents::{self, Draft, EntryKind, MeasureDraft, Place, Severity};
use tiendo::env::Env;
use tiendo::i18n::messages::CommandLine;
use tiendo::i18n::{Language, Message};
use tiendo::model::Date;

use super::arguments::Arguments;
use super::{Done, Misuse, Outcome, files};

pub fn run(arguments: &Arguments, language: Language) -> Done {
    let file = &arguments.files[0];
    let format = arguments.option("--format").unwrap_or("draft");
    if !["draft", "snapshot"].contains(&format) {
        let choices = "draft, snapshot".to_owned();
        return Err(Misuse(CommandLine::BadOption { name: "--format".to_owned(), value: format.to_owned(), choices }));
    }
    let draft = match documents::read(&files::bytes(file)?) {
        Ok(draft) => draft,
        Err(error) => {
            eprintln!("{file}: {}", error.text(language));
            return Ok(Outcome::Findings);
        }
    };
    let is_empty =
        !draft.entries.iter().any(|entry| !matches!(entry.kind, EntryKind::Section(_) | EntryKind::Paragraph));
    let text = match format {
        "snapshot" => tiendo::snapshot::write(&programme(&draft)),
        _ => format!("{}\n", files::pretty(&describe(&draft, language))),
    };
    let done = files::put(arguments.option("-o"), &text)?;
    Ok(if is_empty && draft.measures.is_empty() { Outcome::Findings } else { done })
}

/// A new programme. Its ids come of its text, so that one file gives the same programme every time.
fn programme(draft: &Draft) -> Document {
    let text = draft.lines.join("\n");
    let mut count = 0_u64;
    let mut new_id = || {
        count += 1;
        NodeId::from(derived(text.as_bytes(), count))
    };
    let author = Author { actor: "import".into(), person: String::new(), body: draft.document.issuer.clone() };
    let id = derived(text.as_bytes(), 0);
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_secs());
    let now = i64::try_from(seconds).unwrap_or(0);
    let Some(epoch) = Date::new(1970, 1, 1) else { return Document::new(&id) };
    let mut env =
        Env { now: Timestamp(now * 1_000), today: epoch.add_days(now / 86_400), author: &author, new_id: &mut new_id };
    documents::programme(draft, &id, &mut env)
}

/// Twelve characters of base 36 from a text and a count (FNV-1a, 64 bits).
fn derived(text: &[u8], count: u64) -> String {
    let bytes = text.iter().copied().chain(count.to_le_bytes());
    let mut hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut id = String::with_capacity(12);
    for _ in 0..12 {
        id.push(char::from_digit((hash % 36) as u32, 36).unwrap_or('0'));
        hash /= 36;
    }
    id
}

/// The draft as its contract has it.
fn describe(draft: &Draft, language: Language) -> Json {
    let head = &draft.document;
    let of_kind =
        |wanted: fn(EntryKind) -> bool| draft.entries.iter().enumerate().filter(move |(_, entry)| wanted(entry.kind));
    json!({
        "document": {
            "type": head.kind,
            "number": head.number,
            "title": head.title,
            "year": head.first_year,
            "last_year": head.last_year.filter(|last| Some(*last) != head.first_year),
            "issuer": head.issuer,
            "place": head.place,
            "date": head.date.map(|date| date.to_string()),
            "theme": head.theme,
            "legal_bases": head.legal_bases,
            "signatory": {
                "authority": head.signatory.authority,
                "title": head.signatory.title,
                "name": head.signatory.name,
            },
            "recipients": head.recipients,
        },
        "sections": of_kind(|kind| matches!(kind, EntryKind::Section(_))).map(|(_, entry)| json!({
            "label": entry.label,
            "title": entry.title,
            "kind": match entry.kind { EntryKind::Section(kind) => kind.word(), _ => "" },
            "line": entry.place.line,
        })).collect::<Vec<_>>(),
        "tasks": of_kind(|kind| kind == EntryKind::Task).map(|(_, entry)| json!({
            "label": entry.label,
            "title": entry.title,
            "text": entry.text,
            "line": entry.place.line,
            "lead": entry.work.lead,
            "coordinate": entry.work.coordinate,
            "due": entry.work.due.map(|date| date.to_string()),
            "due_words": entry.work.due_words,
            "product": entry.work.product,
        })).collect::<Vec<_>>(),
        "measures": draft.measures.iter().map(measure).collect::<Vec<_>>(),
        "qualitative": draft.qualitative.iter().map(|goal| json!({
            "label": goal.label,
            "text": goal.text,
            "kind": goal.trend.word(),
            "line": goal.place.line,
            "span": span(goal.place),
        })).collect::<Vec<_>>(),
        "solutions": of_kind(|kind| kind == EntryKind::Solution).map(|(index, entry)| {
            let below = draft.entries.iter().filter(|other| other.parent == Some(index) && other.kind == EntryKind::Paragraph);
            json!({
                "label": entry.label,
                "title": entry.title,
                "line": entry.place.line,
                "paragraphs": below.map(|other| other.place.line).collect::<Vec<_>>(),
            })
        }).collect::<Vec<_>>(),
        "assignments": of_kind(|kind| kind == EntryKind::Assignment).map(|(_, entry)| json!({
            "label": entry.label,
            "bodies": entry.work.lead,
            "coordinate": entry.work.coordinate,
            "duty": entry.title,
            "cycles": entry.work.cycles.iter().map(|cycle| cycle.word()).collect::<Vec<_>>(),
            "due": entry.work.due.map(|date| date.to_string()),
            "line": entry.place.line,
        })).collect::<Vec<_>>(),
        "references": draft.references,
        "diagnostics": draft.diagnostics.iter().map(|found| json!({
            "line": found.place.line,
            "span": span(found.place),
            "severity": match found.code.severity() { Severity::Warning => "warning", Severity::Hint => "hint" },
            "code": found.code.name(),
            "message": found.code.text(language),
            "suggestion": found.suggestion,
        })).collect::<Vec<_>>(),
        "unread": draft.unread,
    })
}

fn measure(measure: &MeasureDraft) -> Json {
    let number = |value: tiendo::model::Decimal| {
        serde_json::from_str::<Json>(&value.normalize().to_string()).unwrap_or(Json::Null)
    };
    json!({
        "label": measure.label,
        "name": measure.name,
        "comparator": measure.comparator.word(),
        "value": number(measure.value),
        "value_high": measure.high.map(number),
        "unit": measure.unit,
        "direction": measure.heading.word(),
        "year": measure.year,
        "baseline": measure.baseline.map(number),
        "relation": measure.relation.map(|relation| match relation {
            documents::Relation::PartOf(of) => json!({"part_of": of}),
            documents::Relation::Restates(of) => json!({"restates": of}),
        }),
        "owner": measure.owner,
        "line": measure.place.line,
        "span": span(measure.place),
    })
}

fn span(place: Place) -> Json {
    json!([place.span.0, place.span.1])
}
