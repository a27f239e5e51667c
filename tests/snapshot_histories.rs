//! Random histories of several offices, carried by files: what a file tells is what the document knew.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use tiendo::document::{Author, Document, Draft, NodeId, Scope, Timestamp, Value};
use tiendo::snapshot;

const VERSION_1: &str = include_str!("fixtures/snapshot/version-1.json");

/// A small generator (xorshift): every run is the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % count as u64).expect("small")
    }

    fn value(&mut self) -> Value {
        match self.below(8) {
            0 => Value::Null,
            1 => Value::Bool(self.below(2) == 0),
            2 => Value::Int(i64::try_from(self.below(1000)).expect("small") - 500),
            3 => Value::List(vec!["programme".into(), format!("k{}", self.below(9)).as_str().into()]),
            4 => Value::Map([("is".to_owned(), "zero".into()), ("\"q\"\\\u{1}".to_owned(), Value::Null)].into()),
            5 => Value::text("x".repeat(self.below(2 * snapshot::OLD_TEXT))),
            _ => ["Rà soát", "Báo cáo", "", "0,04%", "\u{1f600}\u{2028}\n"][self.below(5)].into(),
        }
    }
}

/// Edits of one office; sometimes two write as one (a copied profile), so that there are forks.
fn edit(document: &mut Document, office: usize, dice: &mut Dice) {
    let mut draft = Draft::default();
    for _ in 0..=dice.below(4) {
        let id: NodeId = format!("n{}", dice.below(6)).as_str().into();
        match dice.below(10) {
            0 => draft.delete(&id),
            1 if document.node(id.as_str()).is_some_and(|node| node.is_deleted()) => draft.restore(&id, "item"),
            _ => draft.set(&id, "item", ["title", "state", "place", "z{", "A"][dice.below(5)], dice.value()),
        }
    }
    let actor = if dice.below(12) == 0 { 0 } else { office };
    let author =
        Author { actor: format!("a{actor}").as_str().into(), person: format!("Người {actor}"), body: String::new() };
    // Clocks are astray: two years either way.
    let at = 1_759_000_000_000 + (i64::try_from(dice.below(4 * 365)).expect("small") - 730) * 86_400_000;
    document.commit(draft, &author, Timestamp(at)).expect("counts are left");
}

fn through_a_file(document: &Document) -> Document {
    let text = snapshot::write(document);
    let read = snapshot::read(&text).unwrap_or_else(|findings| panic!("{findings:?}\n{text}")).document;
    assert_eq!(snapshot::write(&read), text, "the same bytes again");
    read
}

#[test]
fn random_documents_survive_files_and_segments() {
    let mut conflicts = 0;
    for seed in 1..=500 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let mut offices: Vec<Document> = vec![Document::new("d"); 3];
        for _ in 0..12 {
            let office = dice.below(3);
            if dice.below(3) == 0 {
                let other = through_a_file(&offices[dice.below(3)]);
                offices[office].join(&other).expect("one programme");
            } else {
                edit(&mut offices[office], office, &mut dice);
            }
        }
        for office in &offices {
            let ids = || office.nodes().map(|(id, _)| id);
            let mut again = Document::new("d");
            for segment in [0, 1, 2] {
                let chosen = ids().enumerate().filter(|(index, _)| index % 3 == segment).map(|(_, id)| id);
                let text = snapshot::write_nodes(office, chosen);
                again.join(&snapshot::read(&text).expect("a segment").document).expect("one programme");
            }
            assert_eq!(&again, office, "what a store holds is the whole document (seed {seed})");
            conflicts += usize::from(office.nodes().any(|(_, node)| node.is_conflict()));
        }
        // All orders of merging files give one result.
        let files: Vec<Document> = offices.iter().map(through_a_file).collect();
        let merged = |order: [usize; 3]| {
            let mut merged = files[order[0]].clone();
            for index in &order[1..] {
                merged.join(&files[*index]).expect("one programme");
            }
            snapshot::write(&merged)
        };
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            assert_eq!(merged(order), merged([0, 1, 2]), "seed {seed}, order {order:?}");
        }
    }
    assert!(conflicts > 100, "the histories must hold conflicts to mean something: {conflicts}");
}

#[test]
fn failure_11_clocks_two_years_off_change_nothing_but_labels() {
    let merged = |years: [i64; 2]| {
        let mut base = Document::new("d");
        edit(&mut base, 9, &mut Dice(7));
        let offices = [0, 1].map(|office| {
            let mut copy = base.clone();
            let mut draft = Draft::default();
            draft.set(&"n1".into(), "item", "title", ["Rà soát", "Báo cáo"][office]);
            draft.set(&"n1".into(), "item", "state", "done");
            let actor = format!("a{office}").as_str().into();
            let at = Timestamp(1_759_000_000_000 + years[office] * 31_536_000_000);
            copy.commit(draft, &Author { actor, person: String::new(), body: String::new() }, at)
                .expect("counts are left");
            through_a_file(&copy)
        });
        let [mut ours, theirs] = offices;
        ours.join(&theirs).expect("one programme");
        ours
    };
    let (one, other) = (merged([-2, 2]), merged([2, -2]));
    assert!(one.node("n1").is_some_and(|node| node.is_conflict()));
    assert!(one.nodes().eq(other.nodes()), "values, stamps and what is shown first are the same");
    assert!(!one.times().eq(other.times()), "only the labels differ");
}

#[test]
fn failure_15_a_file_of_the_first_version_read_by_two_people_merges_without_conflict() {
    let read = || snapshot::read(VERSION_1).expect("the fixture").document;
    let stamps = |document: &Document| document.times().map(|(stamp, _)| stamp.clone()).collect::<Vec<_>>();
    let conflicts = |document: &Document| document.nodes().flat_map(|(_, node)| node.conflicts()).count();
    let (mut an, mut binh) = (read(), read());
    let before = stamps(&an);
    let disputed = conflicts(&an);
    for (document, actor, field) in [(&mut an, "an", "product"), (&mut binh, "binh", "note")] {
        let mut draft = Draft::default();
        draft.set(&"t1".into(), "item", field, "mới");
        let author = Author { actor: actor.into(), person: String::new(), body: String::new() };
        document.commit(draft, &author, Timestamp(0)).expect("counts are left");
    }
    an.join(&binh).expect("one programme");
    assert_eq!(conflicts(&an), disputed, "no new conflict");
    assert_eq!(stamps(&an).len(), before.len() + 2, "reading minted no stamp");
}

#[test]
fn failure_16_a_part_sent_back_twice_and_late_changes_nothing_more() {
    let mut dice = Dice(99);
    let mut whole = Document::new("d");
    for _ in 0..10 {
        edit(&mut whole, 0, &mut dice);
    }
    let scope = Scope { holder: "b".into(), nodes: ["n1".into(), "n2".into()].into(), labels: [].into() };
    let mut part = snapshot::read(&snapshot::write_part(&whole, &scope, scope.nodes.iter())).expect("a part").document;
    edit(&mut part, 1, &mut dice);
    let sent = snapshot::write_part(&part, &scope, part.nodes().map(|(id, _)| id));
    edit(&mut whole, 0, &mut dice);
    let back = snapshot::read(&sent).expect("a part").document;
    whole.join(&back).expect("one programme");
    let once = snapshot::write(&whole);
    edit(&mut part, 1, &mut dice);
    whole.join(&back).expect("one programme");
    assert_eq!(snapshot::write(&whole), once);
}
