//! What a document showed at a moment is read from its history, whatever was written or joined since.

#![expect(clippy::unwrap_used, reason = "tests")]

use tiendo::document::{Author, Document, Draft, Moment, NodeId, Past, Timestamp, Value};

/// A small generator, the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }
}

fn author(name: &str) -> Author {
    Author { actor: name.into(), person: name.into(), body: String::new() }
}

/// One write, deletion or restoring by somebody.
fn edit(document: &mut Document, dice: &mut Dice, actor: &str, step: i64) {
    let id = NodeId::from(["a", "b", "c", "d", "e"][dice.roll(5)]);
    let mut draft = Draft::default();
    match dice.roll(8) {
        0 => draft.delete(&id),
        1 => draft.restore(&id, "note"),
        2 => draft.set(&id, "note", "title", Value::Null),
        _ => draft.set(&id, "note", ["title", "text"][dice.roll(2)], format!("{actor} {step}").as_str()),
    }
    document.commit(draft, &author(actor), Timestamp(step)).unwrap();
}

/// What is shown: live nodes with their fields.
fn shown(document: &Document) -> Vec<String> {
    let live = document.nodes().filter(|(_, node)| !node.is_deleted());
    let node = |(id, node): (&NodeId, &std::sync::Arc<tiendo::document::Node>)| {
        let fields = node.fields().filter_map(|(name, _)| Some(format!("{name}={:?}", node.get(name.as_str())?)));
        let fields: Vec<String> = fields.collect();
        // A node of which nothing is shown cannot be told from one that was never there.
        (!fields.is_empty()).then(|| format!("{id} {}", fields.join(" ")))
    };
    live.filter_map(node).collect()
}

#[test]
fn a_moment_shows_the_same_for_ever_through_edits_and_joins() {
    let mut moments = 0;
    for seed in 1..=400 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (seed << 20));
        let mut copies: Vec<Document> = (0..3).map(|_| Document::new("d")).collect();
        // Who saw what, when: the copy, its moment, what it showed.
        let mut taken: Vec<(usize, Moment, Vec<String>)> = Vec::new();
        for step in 0..60 {
            let copy = dice.roll(3);
            match dice.roll(6) {
                0 => {
                    let other = copies[dice.roll(3)].clone();
                    copies[copy].join(&other).unwrap();
                }
                1 => taken.push((copy, copies[copy].moment(), shown(&copies[copy]))),
                _ => edit(&mut copies[copy], &mut dice, ["an", "binh", "chi"][copy], step),
            }
        }
        for (copy, moment, then) in &taken {
            moments += 1;
            assert_eq!(shown(&copies[*copy].at(moment)), *then, "seed {seed}");
        }
        // Whoever has taken in everything reads them too.
        let mut all = copies[0].clone();
        all.join(&copies[1]).unwrap();
        all.join(&copies[2]).unwrap();
        for (_, moment, then) in &taken {
            assert_eq!(shown(&all.at(moment)), *then, "seed {seed}, joined");
            let before = all.clone();
            let mut joined = all.clone();
            joined.join(&all.at(moment)).unwrap();
            assert_eq!(joined, before, "seed {seed}: what was shown then is known already");
        }
    }
    assert!(moments > 3_000, "{moments}");
}

#[test]
fn a_part_that_arrives_later_was_not_seen() {
    let mut theirs = Document::new("d");
    for (step, id) in ["early", "late"].into_iter().enumerate() {
        let mut draft = Draft::default();
        draft.set(&id.into(), "note", "title", id);
        theirs.commit(draft, &author("b"), Timestamp(i64::try_from(step).unwrap())).unwrap();
    }
    // The later line was sent first, the earlier one only after the moment.
    let mut ours = Document::new("d");
    ours.join(&theirs.part(|id, _, _| id.as_str() == "late")).unwrap();
    let moment = ours.moment();
    ours.join(&theirs).unwrap();
    assert_eq!(shown(&ours.at(&moment)), [r#"late title=Text("late")"#]);
    assert_eq!(ours.node("early").unwrap().value_then("title", &moment), Past::Nothing);
}

#[test]
fn a_copy_under_another_id_is_a_document_of_its_own() {
    let mut document = Document::new("d");
    edit(&mut document, &mut Dice(7), "an", 1);
    let mut copy = document.copy_as("e");
    assert_eq!((copy.id(), shown(&copy)), ("e", shown(&document)));
    assert!(copy.join(&document).is_err());
}
