//! Real texts that lie beside the repository and are no part of it. Where they are absent, these tests say so and stop.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;
use tiendo::documents::{Draft, EntryKind, read, read_docx, read_text};
use tiendo::model::Cycle;

use super::package;
use super::score::{Scores, score};

const DOMAIN: &str = "../shared/domain";

fn text(name: &str) -> Option<Vec<u8>> {
    let file = Path::new(DOMAIN).join(name);
    if !file.exists() {
        println!("skipped: {} is not here", file.display());
        return None;
    }
    Some(fs::read(file).unwrap())
}

fn expectation(name: &str) -> Json {
    serde_json::from_slice(&text(name).unwrap()).unwrap()
}

#[test]
fn the_programme_of_2025() {
    let Some(bytes) = text("ctr-01-2025.txt") else { return };
    let whole = String::from_utf8(bytes).unwrap();
    let expected = expectation("ctr-01-2025.expected.json");
    meets_the_programme(&expected, &read_text(&whole));
    super::programme::keeps_its_numbers("ctr-01-2025", &read_text(&whole));
    meets_the_programme(&expected, &read_docx(&package::of_text(&whole, 0)).unwrap());
}

fn meets_the_programme(expected: &Json, draft: &Draft) {
    let scores = score(expected, draft);
    assert!(scores.measures.is_perfect() && scores.measures.found == 47, "{scores:#?}");
    assert!(scores.qualitative.is_perfect() && scores.solutions.is_perfect(), "{scores:#?}");
    assert!(scores.references.is_perfect() && scores.references.found == 24, "{scores:#?}");
    // The expectation sums tasks up in its own words: they are counted here, by line.
    let lines = |kind| {
        draft.entries.iter().filter(move |entry| entry.kind == kind).map(|entry| entry.place.line).collect::<Vec<_>>()
    };
    let wanted = |kind: &str| {
        expected[kind]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|item| item["line"].as_u64())
            .map(|line| usize::try_from(line).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(EntryKind::Task), wanted("tasks"));
    assert_eq!(lines(EntryKind::Solution), wanted("solutions"));
    let paragraphs: Vec<usize> = expected["solutions"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|solution| solution["paragraph_lines"].as_array().unwrap())
        .map(|line| usize::try_from(line.as_u64().unwrap()).unwrap())
        .collect();
    let below = draft.entries.iter().filter(|entry| {
        entry.kind == EntryKind::Paragraph
            && entry.parent.is_some_and(|parent| draft.entries[parent].kind == EntryKind::Solution)
    });
    assert_eq!(below.map(|entry| entry.place.line).collect::<Vec<_>>(), paragraphs);
    let assignments: Vec<_> = draft.entries.iter().filter(|entry| entry.kind == EntryKind::Assignment).collect();
    let bodies: Vec<Vec<&str>> = expected["assignments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["bodies"].as_array().unwrap().iter().filter_map(Json::as_str).collect())
        .collect();
    assert_eq!(assignments.len(), bodies.len());
    for (have, want) in assignments.iter().zip(&bodies) {
        let same =
            have.work.lead.iter().zip(want).all(|(have, want)| tiendo::i18n::fold(have) == tiendo::i18n::fold(want));
        assert!(same && have.work.lead.len() == want.len(), "{:?} {want:?}", have.work.lead);
    }
    assert_eq!(assignments[1].work.cycles, [Cycle::Month, Cycle::Quarter, Cycle::Year]);
    assert_eq!(assignments[1].work.due.map(|date| date.to_string()).as_deref(), Some("2025-12-31"));
    let head = &draft.document;
    assert_eq!((head.kind.as_str(), head.number.as_str(), head.first_year), ("Chương trình", "01-CTr/ĐU", Some(2025)));
    assert_eq!(head.date, None);
    assert_eq!(head.signatory.name, expected["doc"]["signer"].as_str().unwrap());
    assert_eq!(head.recipients.len(), 8);
    let of = |code: &str| {
        draft
            .diagnostics
            .iter()
            .filter(|found| found.code.name() == code)
            .map(|found| (found.place.line, found.suggestion.clone().unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    assert_eq!(of("duplicate-label"), [(23, "6".to_owned())]);
    assert_eq!(of("label-jump"), [(55, "2.3".to_owned())]);
    for (line, suggestion) in [(37, "Phấn đấu"), (77, "Bảo đảm"), (155, "Đảng"), (87, "”"), (81, "Tập")]
    {
        assert!(of("slip").contains(&(line, suggestion.to_owned())), "{line} {suggestion}: {:?}", of("slip"));
    }
}

#[test]
fn the_sample_plans() {
    for name in ["plan-174", "plan-617"] {
        for ending in ["txt", "docx", "autonum.docx"] {
            let file = format!("samples/{name}.{ending}");
            let Some(bytes) = Path::new(DOMAIN).join(&file).exists().then(|| text(&file)).flatten() else {
                println!("skipped: {file} is not here");
                continue;
            };
            let Scores { measures, tasks, assignments, misses, .. } =
                score(&expectation(&format!("samples/{name}.expected.json")), &read(&bytes).unwrap());
            super::programme::keeps_its_numbers(&file, &read(&bytes).unwrap());
            assert!(measures.f1() >= 0.9 && tasks.f1() >= 0.9 && assignments.f1() >= 0.9, "{file}: {misses:#?}");
        }
    }
}
