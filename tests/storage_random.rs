//! Random work of several tabs without locks, with stops and full stores at random: what was saved is there, and what
//! living tabs hold gets there.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use tiendo::document::{Author, Document, Draft, NodeId, Scope, Stamp, Timestamp, Value};
use tiendo::storage::{About, MAX_NODES, MemoryStore, ProgrammeStore, SaveError, Space, Step, StorageError, UndoList};

/// The same numbers in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % end
    }
}

struct Tab {
    actor: String,
    store: ProgrammeStore<MemoryStore>,
    document: Document,
}

impl Tab {
    fn open(space: &Space<MemoryStore>, actor: String) -> Self {
        let (store, loaded) = space.open("d", &actor).unwrap();
        Self { actor, store, document: loaded.document }
    }

    fn edit(&mut self, node: usize, text: &str) -> Stamp {
        let mut draft = Draft::default();
        draft.set(&NodeId::from(format!("n{node}")), "item", "title", text);
        let author = Author { actor: self.actor.as_str().into(), person: String::new(), body: String::new() };
        let change = self.document.commit(draft, &author, Timestamp(0)).unwrap().unwrap();
        self.store.touch(&change.touched);
        change.made.stamp
    }

    /// As the app does it: behind another tab, join and try again.
    fn save(&mut self) -> Result<(), SaveError> {
        for _ in 0..8 {
            match self.store.save(&self.document, About::default(), &UndoList::default()) {
                Ok(_) => return Ok(()),
                Err(SaveError::Behind) => {
                    self.document.join(&self.store.catch_up().unwrap()).unwrap();
                    self.store.touch_all();
                }
                Err(SaveError::NotKept) => self.store.touch_all(),
                Err(other) => return Err(other),
            }
        }
        panic!("always behind");
    }
}

fn knows(document: &Document, stamp: &Stamp) -> bool {
    document.nodes().any(|(_, node)| {
        node.fields().any(|(_, field)| field.context().get(&stamp.actor).is_some_and(|seen| *seen >= stamp.count))
    })
}

#[test]
fn what_was_saved_stays_and_what_living_tabs_hold_gets_there() {
    let (mut stops, mut fulls) = (0, 0);
    for seed in 1..=150_u64 {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut memory = MemoryStore::default();
        let mut space = Space::new(memory.clone(), "/");
        let (_, store) = space.create("d", "a0").unwrap();
        let mut tabs = vec![Tab { actor: "a0".into(), store, document: Document::new("d") }];
        tabs[0].edit(0, "đầu");
        tabs[0].save().unwrap();
        let mut acknowledged: Vec<Stamp> = Vec::new();
        let mut pending: Vec<(String, Stamp)> = Vec::new();
        for step in 0..40 {
            let chosen = random.below(tabs.len());
            match random.below(10) {
                0 if tabs.len() < 3 => tabs.push(Tab::open(&space, format!("t{seed}x{step}"))),
                1 => {
                    // The browser is killed in the middle of a save: every tab is gone, and starts again.
                    memory.stop_after(Some(random.below(7)));
                    if tabs[chosen].save().is_err() {
                        stops += 1;
                        memory = memory.restarted();
                        space = Space::new(memory.clone(), "/");
                        tabs = vec![Tab::open(&space, format!("r{seed}x{step}"))];
                        pending.clear();
                    }
                    memory.stop_after(None);
                }
                2 => {
                    memory.set_quota(Some(memory.used() + random.below(400)));
                    fulls += usize::from(tabs[chosen].save() == Err(SaveError::Full));
                    memory.set_quota(None);
                }
                3 => {
                    memory.set_blocked(true);
                    let blocked = Err(SaveError::Storage(StorageError::Blocked));
                    assert_eq!(tabs[chosen].save(), blocked);
                    memory.set_blocked(false);
                }
                4 | 5 => {
                    tabs[chosen].save().unwrap();
                    let actor = &tabs[chosen].actor;
                    let saved = pending.extract_if(.., |(writer, _)| writer == actor);
                    acknowledged.extend(saved.map(|(_, stamp)| stamp));
                }
                _ => {
                    let stamp = tabs[chosen].edit(random.below(20), &format!("{seed}.{step}"));
                    pending.push((tabs[chosen].actor.clone(), stamp));
                }
            }
            let (_, found) = space.open("d", "look").unwrap();
            for stamp in &acknowledged {
                assert!(knows(&found.document, stamp), "seed {seed}, step {step}: {stamp:?} was saved and is gone");
            }
        }
        // Every living tab saves; the last one has joined them all.
        for tab in &mut tabs {
            tab.save().unwrap();
        }
        let (_, found) = space.open("d", "look").unwrap();
        for (writer, stamp) in &pending {
            assert!(knows(&found.document, stamp), "seed {seed}: {stamp:?} of {writer} never got there");
        }
    }
    assert!(stops > 50 && fulls > 50, "{stops} stops, {fulls} times full");
}

#[test]
fn the_undo_list_comes_back_with_the_programme() {
    let memory = MemoryStore::default();
    let space = Space::new(memory.clone(), "/");
    let (_, store) = space.create("d", "a").unwrap();
    let mut tab = Tab { actor: "a".into(), store, document: Document::new("d") };
    tab.edit(1, "một");
    let stamp = tab.edit(1, "hai");
    let mut undo = UndoList::default();
    undo.push(Step::Change(stamp.into()));
    tab.store.save(&tab.document, About::default(), &undo).unwrap();

    let mut tab = Tab::open(&space, "b".into());
    let Some(Step::Change(made)) = tab.store.undo().next_undo().cloned() else { panic!("no step") };
    let reversal = tab.document.reverse(&made);
    let author = Author { actor: "b".into(), person: String::new(), body: String::new() };
    tab.document.commit(reversal.draft, &author, Timestamp(0)).unwrap().unwrap();
    assert_eq!(tab.document.node("n1").unwrap().get("title"), Some(&Value::text("một")));
}

#[test]
fn a_programme_beyond_the_limit_opens_to_be_read_only() {
    let memory = MemoryStore::default();
    let space = Space::new(memory.clone(), "/");
    let (_, mut store) = space.create("d", "a").unwrap();
    let mut document = Document::new("d");
    let author = Author { actor: "a".into(), person: String::new(), body: String::new() };
    for (size, oversized) in [(MAX_NODES, false), (MAX_NODES + 1, true)] {
        let mut draft = Draft::default();
        for index in document.len()..size {
            draft.set(&NodeId::from(format!("n{index}")), "item", "t", "x");
        }
        document.commit(draft, &author, Timestamp(0)).unwrap();
        store.touch_all();
        store.save(&document, About::default(), &UndoList::default()).unwrap();
        let (_, loaded) = space.open("d", "b").unwrap();
        assert_eq!((loaded.document.len(), loaded.is_oversized()), (size, oversized));
    }
}

#[test]
fn a_part_stays_a_part() {
    let space = Space::new(MemoryStore::default(), "/");
    let (_, store) = space.create("d", "a").unwrap();
    let scope =
        Some(Scope { holder: "b1".into(), nodes: ["n1".into()].into(), labels: [("n1".into(), "5".into())].into() });
    let document = Document::new("d").with_scope(scope.clone());
    let mut tab = Tab { actor: "a".into(), store, document };
    let mut draft = Draft::default();
    draft.set(&tiendo::model::ROOT.into(), "programme", "title", "Chương trình");
    let author = Author { actor: "a".into(), person: String::new(), body: String::new() };
    tab.document.commit(draft, &author, Timestamp(0)).unwrap();
    for node in 0..20 {
        tab.edit(node, "mục");
    }
    tab.store.touch_all();
    tab.save().unwrap();
    let mut second = Tab::open(&space, "b".into());
    assert_eq!(second.document.scope(), scope.as_ref());
    tab.edit(3, "sửa");
    tab.save().unwrap();
    second.edit(4, "sửa");
    second.save().unwrap();
    assert_eq!(Tab::open(&space, "c".into()).document.scope(), scope.as_ref(), "behind another tab too");
}
