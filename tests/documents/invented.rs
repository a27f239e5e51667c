//! The invented documents of `tests/fixtures/documents`, each against its expectation: from text, .docx and HTML.

use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;
use tiendo::documents::{Draft, EntryKind, read_docx, read_html, read_text};
use tiendo::i18n::fold;
use tiendo::model::SectionKind;

use super::package;
use super::score::score;

pub fn fixtures() -> Vec<(String, String, Json)> {
    let mut files: Vec<PathBuf> =
        fs::read_dir("tests/fixtures/documents").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(files.len() >= 12);
    let read = |file: PathBuf| {
        let expected = fs::read_to_string(file.with_extension("expected.json")).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(&file).unwrap(), serde_json::from_str(&expected).unwrap())
    };
    files.into_iter().map(read).collect()
}

#[test]
fn as_text() {
    check(read_text);
}

#[test]
fn as_docx() {
    check(|text| read_docx(&package::of_text(text, 0)).unwrap());
}

#[test]
fn as_docx_with_the_head_in_a_table() {
    check(|text| {
        let head = text
            .lines()
            .take_while(|line| !line.starts_with(|first: char| "NQKCB#".contains(first)) || line.starts_with("CỘNG"))
            .count();
        read_docx(&package::of_text(text, head.min(6))).unwrap()
    });
}

#[test]
fn as_pasted_rich_text() {
    check(|text| {
        let line = |line: &str| match line.strip_prefix('|') {
            Some(row) => {
                let cells = row
                    .trim_end_matches('|')
                    .split('|')
                    .map(|cell| format!("<td><p>{}</p></td>", package::escape(cell.trim())));
                format!("<table><tr>{}</tr></table>", cells.collect::<String>())
            }
            None => format!("<p class=MsoNormal>{}</p>\n", package::escape(line)),
        };
        read_html(&text.lines().map(line).collect::<String>())
    });
}

fn check(read: impl Fn(&str) -> Draft) {
    let mut wrong = Vec::new();
    for (name, text, expected) in fixtures() {
        let draft = read(&text);
        let scores = score(&expected, &draft);
        wrong.extend(scores.misses.iter().map(|miss| format!("{name}: {miss}")));
        if !scores.references.is_perfect() {
            wrong.push(format!("{name}: references {:?}", draft.references));
        }
        wrong.extend(heads(&expected, &draft).into_iter().map(|miss| format!("{name}: {miss}")));
        wrong.extend(sections(&expected, &draft).into_iter().map(|miss| format!("{name}: {miss}")));
        wrong.extend(work(&expected, &draft).into_iter().map(|miss| format!("{name}: {miss}")));
        let codes: Vec<&str> =
            draft.diagnostics.iter().map(|found| found.code.name()).filter(|code| !code.starts_with("no-")).collect();
        let wanted: Vec<&str> = expected["diagnostics"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
        let (mut codes_sorted, mut wanted_sorted) = (codes.clone(), wanted.clone());
        codes_sorted.sort_unstable();
        wanted_sorted.sort_unstable();
        if codes_sorted != wanted_sorted {
            wrong.push(format!("{name}: diagnostics {codes:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn heads(expected: &Json, draft: &Draft) -> Vec<String> {
    let (want, have) = (&expected["doc"], &draft.document);
    let facts = [
        ("type", have.kind.clone()),
        ("number", have.number.clone()),
        ("title", have.title.clone()),
        ("issuer", have.issuer.clone()),
        ("theme", have.theme.clone()),
        ("date", have.date.map(|date| date.to_string()).unwrap_or_default()),
        ("sign_authority", have.signatory.authority.clone()),
        ("sign_title", have.signatory.title.clone()),
        ("signer", have.signatory.name.clone()),
    ];
    let differs = |(fact, have): &(&str, String)| want[*fact].as_str().is_some_and(|want| fold(want) != fold(have));
    let mut wrong: Vec<String> = facts
        .iter()
        .filter(|fact| differs(fact))
        .map(|(fact, have)| format!("{fact} is {have:?}, not {}", want[*fact]))
        .collect();
    let number = |value: Option<i32>| value.map(i64::from);
    if want["year"].is_i64() && want["year"].as_i64() != number(have.first_year) {
        wrong.push(format!("year {:?}", have.first_year));
    }
    if want["last_year"].is_i64() && want["last_year"].as_i64() != number(have.last_year) {
        wrong.push(format!("last year {:?}", have.last_year));
    }
    if want["recipients"].as_u64().is_some_and(|count| count != have.recipients.len() as u64) {
        wrong.push(format!("recipients {:?}", have.recipients));
    }
    wrong
}

fn sections(expected: &Json, draft: &Draft) -> Vec<String> {
    let have: Vec<(&str, &str, SectionKind)> = draft
        .entries
        .iter()
        .filter_map(|entry| match entry.kind {
            EntryKind::Section(kind) => Some((entry.label.as_str(), entry.title.as_str(), kind)),
            _ => None,
        })
        .collect();
    let want = expected["sections"].as_array().unwrap();
    let fits = |want: &Json, have: &(&str, &str, SectionKind)| {
        want["label"].as_str().is_none_or(|label| label == have.0)
            && want["title"].as_str().is_none_or(|title| title == have.1)
            && want["kind"].as_str().is_none_or(|word| word == have.2.word())
    };
    let agrees = want.len() == have.len() && want.iter().zip(&have).all(|(want, have)| fits(want, have));
    if agrees { Vec::new() } else { vec![format!("sections {have:?}")] }
}

/// Deadlines, cycles, leads and bodies that take part, in order.
fn work(expected: &Json, draft: &Draft) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, kind) in [("tasks", EntryKind::Task), ("assignments", EntryKind::Assignment)] {
        let have = draft.entries.iter().filter(|entry| entry.kind == kind);
        for (want, have) in expected[name].as_array().unwrap().iter().zip(have) {
            let due = have.work.due.map(|date| date.to_string());
            if want["due"].as_str() != due.as_deref() {
                wrong.push(format!("{} is due {due:?}, not {}", have.title, want["due"]));
            }
            let cycles: Vec<&str> = have.work.cycles.iter().map(|cycle| cycle.word()).collect();
            let wanted: Vec<&str> = want["cycles"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
            if name == "assignments" && cycles != wanted {
                wrong.push(format!("{:?} reports {cycles:?}, not {wanted:?}", have.work.lead));
            }
            let parts = [("lead", &have.work.lead), ("bodies", &have.work.lead), ("coordinate", &have.work.coordinate)];
            for (part, names) in parts {
                let wanted =
                    want[part].as_array().map(|names| names.iter().filter_map(Json::as_str).collect::<Vec<_>>());
                if wanted.is_some_and(|wanted| wanted != names.iter().map(String::as_str).collect::<Vec<_>>()) {
                    wrong.push(format!("{part} {names:?}, not {}", want[part]));
                }
            }
        }
    }
    wrong
}
