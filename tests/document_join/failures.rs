//! The failures to survive that are the document's own, by their numbers.

use tiendo::document::{ActorId, Author, Document, Draft, Timestamp};

use super::history::{History, Plan, Way};

const TWO_YEARS: i64 = 2 * 366 * 24 * 3_600_000;

fn put(document: &mut Document, actor: &str, id: &str, value: &str, at: i64) {
    let author = Author { actor: actor.into(), person: String::new(), body: String::new() };
    let mut draft = Draft::default();
    draft.set(&id.into(), "note", "title", value);
    document.commit(draft, &author, Timestamp(at)).unwrap();
}

fn title(document: &Document, id: &str) -> String {
    document.node(id).unwrap().get("title").unwrap().as_str().unwrap().to_owned()
}

#[test]
fn failure_11_clocks_two_years_off_either_way_give_the_same_merge() {
    for seed in 20_000..20_100 {
        let [right, ahead, behind] = [0, TWO_YEARS, -TWO_YEARS].map(|clock_skew| {
            let plan = Plan { clock_skew, ..Plan::PARTS };
            History::play(seed, plan, Way::Product).unwrap().join_all().unwrap()
        });
        assert!(!right.is_empty());
        assert!(right.nodes().eq(ahead.nodes()), "seed {seed}");
        assert!(right.nodes().eq(behind.nodes()), "seed {seed}");
    }
}

#[test]
fn failure_16_the_same_file_twice_and_ones_own_old_export_change_nothing() {
    for seed in 30_000..30_300 {
        let mut history = History::play(seed, Plan::PARTS, Way::Product).unwrap();
        let whole = history.join_all().unwrap();
        let mut again = whole.clone();
        for file in history.files() {
            let joined = again.join(file).unwrap();
            assert_eq!(joined.changed, [], "seed {seed}");
            assert!(joined.forked.is_empty(), "seed {seed}");
        }
        assert_eq!(again, whole, "seed {seed}");
    }
}

#[test]
fn failure_17_a_cloned_actor_is_told_and_a_new_one_settles_the_fork() {
    let mut ours = Document::new("d");
    put(&mut ours, "a", "n", "before", 0);
    let mut clone = ours.clone();
    put(&mut ours, "a", "n", "ours", 1);
    put(&mut clone, "a", "n", "theirs", 2);
    for (one, other) in [(&ours, &clone), (&clone, &ours)] {
        let mut joined = one.clone();
        let found = joined.join(other).unwrap();
        assert_eq!(found.forked.into_iter().collect::<Vec<_>>(), [ActorId::from("a")]);
        assert!(joined.node("n").unwrap().is_conflict());
        let values: Vec<_> = joined.node("n").unwrap().field("title").unwrap().values().to_vec();
        assert_eq!(values.iter().map(|dot| dot.value.as_str().unwrap()).collect::<Vec<_>>(), ["ours", "theirs"]);
        put(&mut joined, "b", "n", "settled", 3);
        for mut copy in [ours.clone(), clone.clone()] {
            copy.join(&joined).unwrap();
            assert_eq!(title(&copy, "n"), "settled");
            assert!(!copy.node("n").unwrap().is_conflict());
        }
    }
}

/// Clones that never touched the same field collide in nothing but the stamp; its two times tell.
#[test]
fn failure_17_clones_that_wrote_apart_are_told_by_their_clocks() {
    let mut ours = Document::new("d");
    let mut clone = ours.clone();
    put(&mut ours, "a", "n", "ours", 1);
    put(&mut clone, "a", "m", "theirs", 2);
    let found = ours.join(&clone).unwrap();
    assert_eq!(found.forked.into_iter().collect::<Vec<_>>(), [ActorId::from("a")]);
    assert_eq!((title(&ours, "n"), title(&ours, "m")), ("ours".into(), "theirs".into()));
}

/// A merge can be taken back later, by new writes: the file that brought it then brings nothing back.
#[test]
fn a_merge_taken_back_shows_what_was_shown_before() {
    let shown = |document: &Document| {
        let nodes = document.nodes().filter(|(_, node)| !node.is_deleted());
        let fields = nodes.flat_map(|(id, node)| {
            node.fields()
                .filter_map(move |(name, _)| Some((id.clone(), name.clone(), node.get(name.as_str())?.clone())))
        });
        fields.collect::<Vec<_>>()
    };
    let mut merges = 0;
    for seed in 40_000..40_300 {
        let history = History::play(seed, Plan::PARTS, Way::Product).unwrap();
        let ours = &history.copies[0].document;
        for file in history.files() {
            let mut merged = ours.clone();
            merged.join(file).unwrap();
            let author = Author { actor: "u".into(), person: String::new(), body: String::new() };
            let draft = merged.return_to(ours);
            merged.commit(draft, &author, Timestamp(0)).unwrap();
            assert_eq!(shown(&merged), shown(ours), "seed {seed}");
            for (id, node) in merged.nodes() {
                let was_conflict = ours.node(id.as_str()).is_some_and(|node| node.is_conflict());
                assert!(!node.is_conflict() || was_conflict, "seed {seed}");
            }
            assert_eq!(merged.join(file).unwrap().changed, [], "seed {seed}");
            merges += usize::from(merged != *ours);
        }
    }
    assert!(merges > 150, "only {merges} files brought anything");
}
