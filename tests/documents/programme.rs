//! An accepted draft becomes a programme that holds all of it.

use tiendo::document::{Author, Document, NodeId, Timestamp};
use tiendo::documents::{DiagnosticCode, Draft, EntryKind, programme, read_text};
use tiendo::env::Env;
use tiendo::model::{Line, Programme, Target, doubts};
use tiendo::snapshot;

use super::invented::fixtures;

/// The programme that a draft becomes.
pub fn accepted(draft: &Draft) -> Document {
    let author = Author { actor: "thử".into(), person: "Người nhập".into(), body: "Văn phòng".into() };
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        NodeId::from(format!("n{count:011}"))
    };
    let today = "2026-01-01".parse().unwrap();
    let mut env = Env { now: Timestamp(1_767_225_600_000), today, author: &author, new_id: &mut new_id };
    programme(draft, "p00000000001", &mut env)
}

/// Every line has the number that the document prints, and only what the review calls a slip is to be checked.
#[track_caller]
pub fn keeps_its_numbers(name: &str, draft: &Draft) {
    let programme = Programme::read(accepted(draft));
    let lines = programme.outline();
    let mut shown = lines.iter().filter_map(|line| match line.line {
        Line::Section(_) | Line::Item(_) => Some((line.label.shown(), line.line.title())),
        Line::Measure(_) => None,
    });
    for entry in &draft.entries {
        let title = if entry.title.is_empty() && !matches!(entry.kind, EntryKind::Section(_)) {
            &entry.text
        } else {
            &entry.title
        };
        let found = shown.by_ref().find(|(_, own)| own == title);
        assert_eq!(found, Some((entry.number.as_str(), title.as_str())), "{name}");
    }
    let doubtful: Vec<&str> =
        lines.iter().zip(doubts(&lines)).filter(|(_, is)| *is).map(|(line, _)| line.label.shown()).collect();
    let is_slip = |code: &DiagnosticCode| {
        matches!(code, DiagnosticCode::DuplicateLabel { .. } | DiagnosticCode::LabelJump { .. })
    };
    let slips = draft.diagnostics.iter().filter(|found| is_slip(&found.code)).count();
    assert!(doubtful.len() <= slips, "{name}: {doubtful:?}, {slips} slips");
}

#[test]
fn every_draft_keeps_its_numbers() {
    for (name, text, _) in fixtures() {
        keeps_its_numbers(&name, &read_text(&text));
    }
}

#[test]
fn every_draft_becomes_a_whole_programme() {
    for (name, text, _) in fixtures() {
        let draft = read_text(&text);
        let document = accepted(&draft);
        let read = snapshot::read_bytes(snapshot::write(&document).as_bytes()).unwrap();
        assert!(read.warnings.is_empty(), "{name}: {:?}", read.warnings);
        let programme = Programme::read(read.document);
        assert_eq!(programme.review(), &[][..], "{name}");
        assert_eq!(programme.measures().iter().count(), draft.measures.len() + draft.qualitative.len(), "{name}");
        assert_eq!(programme.head().number, draft.document.number, "{name}");
        let (title, kind) = (programme.head().title.to_lowercase(), draft.document.kind.to_lowercase());
        assert!(title.starts_with(&kind), "{name}: {title}");
        let lines = programme.outline();
        let is_line = |kind| !matches!(kind, EntryKind::Section(_));
        let items = draft.entries.iter().filter(|entry| is_line(entry.kind)).count();
        assert!(lines.len() >= items, "{name}");
        if name == "commune-list" {
            let printed: Vec<&str> =
                lines.iter().filter(|line| line.depth == 1).map(|line| line.label.shown()).take(7).collect();
            assert_eq!(printed, ["1", "2", "3", "4", "5", "5", "7"]);
            assert!(programme.measures().iter().any(|measure| measure.target == Target::Zero));
            assert!(programme.bodies().iter().any(|body| body.name == "Ban Xây dựng Đảng"));
            assert_eq!(programme.duties().iter().count(), 1);
        }
    }
}
