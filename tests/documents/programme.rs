//! An accepted draft becomes a programme that holds all of it.

use tiendo::document::{Author, NodeId, Timestamp};
use tiendo::documents::{EntryKind, programme, read_text};
use tiendo::env::Env;
use tiendo::model::{Programme, Target};
use tiendo::snapshot;

use super::invented::fixtures;

#[test]
fn every_draft_becomes_a_whole_programme() {
    for (name, text, _) in fixtures() {
        let draft = read_text(&text);
        let author = Author { actor: "thử".into(), person: "Người nhập".into(), body: "Văn phòng".into() };
        let mut count = 0;
        let mut new_id = || {
            count += 1;
            NodeId::from(format!("n{count:011}"))
        };
        let today = "2026-01-01".parse().unwrap();
        let mut env = Env { now: Timestamp(1_767_225_600_000), today, author: &author, new_id: &mut new_id };
        let document = programme(&draft, "p00000000001", &mut env);
        let read = snapshot::read_bytes(snapshot::write(&document).as_bytes()).unwrap();
        assert!(read.warnings.is_empty(), "{name}: {:?}", read.warnings);
        let programme = Programme::read(read.document);
        assert_eq!(programme.review(), &[][..], "{name}");
        assert_eq!(programme.measures().iter().count(), draft.measures.len() + draft.qualitative.len(), "{name}");
        assert_eq!(programme.head().number, draft.document.number, "{name}");
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
