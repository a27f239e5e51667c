//! What a stop, a full store or another tab at any step of a save leaves behind (failures 1 to 4, 6, 7, 9).
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use tiendo::document::{Author, Document, Draft, NodeId, Timestamp, Value};
use tiendo::storage::{
    About, KeyValue as _, LoadError, MemoryStore, ProgrammeStore, SaveError, Saved, ShelfState, Space, StorageError,
    UndoList, VerifiedPoint,
};

type Store = ProgrammeStore<MemoryStore>;

fn space(store: &MemoryStore) -> Space<MemoryStore> {
    Space::new(store.clone(), "/a.b/")
}

fn author(actor: &str) -> Author {
    Author { actor: actor.into(), person: "An".into(), body: String::new() }
}

/// Sets one field of one node, and tells the store.
fn edit(document: &mut Document, store: Option<&mut Store>, actor: &str, node: &str, text: &str) {
    let mut draft = Draft::default();
    draft.set(&NodeId::from(node), "item", "title", text);
    let change = document.commit(draft, &author(actor), Timestamp(1_759_629_600_000)).unwrap();
    if let (Some(store), Some(change)) = (store, change) {
        store.touch(&change.touched);
    }
}

/// Thirty nodes, so that the segments fill unevenly.
fn document() -> Document {
    let mut document = Document::new("d1");
    for index in 0..30 {
        edit(&mut document, None, "k1", &format!("n{index}"), &format!("Dòng {index}"));
    }
    document
}

fn save(store: &mut Store, document: &Document) -> Result<Saved, SaveError> {
    let title = document.node("n0").and_then(|node| node.get("title")).and_then(|value| value.as_str());
    let about = About { document: document.id().into(), title: title.unwrap_or_default().into(), ..About::default() };
    store.save(document, about, &UndoList::default())
}

/// A store that holds `document()` after two saves (both manifests stand), the place opened, and the document.
fn saved() -> (MemoryStore, Store, Document) {
    let memory = MemoryStore::default();
    let (_, mut store) = space(&memory).create("d1", "tab1").unwrap();
    let mut document = document();
    assert_eq!(save(&mut store, &document), Ok(Saved::Written));
    edit(&mut document, Some(&mut store), "k1", "n1", "Lần hai");
    assert_eq!(save(&mut store, &document), Ok(Saved::Written));
    (memory, store, document)
}

fn reloaded(memory: &MemoryStore) -> Result<Document, LoadError> {
    space(&memory.restarted()).open("d1", "tab9").map(|(_, loaded)| loaded.document)
}

/// Edits three nodes in different segments.
fn edit_some(document: &mut Document, store: &mut Store) {
    for (node, text) in [("n3", "Ba"), ("n8", "Tám"), ("n21", "Hai mốt"), ("mới", "Thêm")] {
        edit(document, Some(store), "k1", node, text);
    }
}

#[test]
fn a_saved_programme_opens_the_same_and_an_edit_rewrites_little() {
    let (memory, mut store, mut document) = saved();
    assert_eq!(reloaded(&memory).unwrap(), document);
    let before = memory.steps_done();
    edit(&mut document, Some(&mut store), "k1", "n3", "Ba");
    save(&mut store, &document).unwrap();
    // One segment, the manifest, the swept segment, the undo list.
    assert!(memory.steps_done() - before <= 4, "{} steps", memory.steps_done() - before);
    assert_eq!(reloaded(&memory).unwrap(), document);
    assert_eq!(save(&mut store, &document), Ok(Saved::Unchanged));
}

#[test]
fn failure_02_stopped_at_any_step_the_newest_whole_state_wins() {
    let mut stopped = 0;
    for step in 0.. {
        let (memory, mut store, before) = saved();
        let mut after = before.clone();
        edit_some(&mut after, &mut store);
        let start = memory.steps_done();
        memory.stop_after(Some(step));
        let result = save(&mut store, &after);
        let found = reloaded(&memory).unwrap_or_else(|error| panic!("step {step}: {error:?}"));
        if result.is_ok() {
            assert_eq!(found, after, "step {step}: a save that ended well is there");
        } else {
            assert_eq!(found, before, "step {step}: a save that failed changed nothing");
            stopped += 1;
        }
        // What the stop left behind is in nobody's way: the next start edits and saves on.
        let next = memory.restarted();
        let (mut store, mut loaded) = space(&next).open("d1", "tab2").unwrap();
        edit_some(&mut loaded.document, &mut store);
        save(&mut store, &loaded.document).unwrap();
        edit(&mut loaded.document, Some(&mut store), "k2", "n0", "Sau");
        save(&mut store, &loaded.document).unwrap();
        assert_eq!(reloaded(&next).unwrap(), loaded.document, "step {step}");
        if memory.steps_done() - start <= step {
            break;
        }
    }
    assert!(stopped >= 4, "only {stopped} stops before the state was saved");
}

#[test]
fn failure_01_full_at_any_step_the_state_before_stands_and_the_next_save_succeeds() {
    let (memory, mut store, document) = saved();
    let mut last = document.clone();
    edit_some(&mut last, &mut store);
    let used = memory.used();
    save(&mut store, &last).unwrap();
    let needed = memory.used().max(used) + 4000;
    let mut full = 0;
    for quota in (used..needed).step_by(31) {
        let (memory, mut store, before) = saved();
        let mut after = before.clone();
        edit_some(&mut after, &mut store);
        memory.set_quota(Some(quota));
        match save(&mut store, &after) {
            Ok(_) => assert_eq!(reloaded(&memory).unwrap(), after, "quota {quota}"),
            Err(error) => {
                assert_eq!(error, SaveError::Full);
                assert_eq!(reloaded(&memory).unwrap(), before, "quota {quota}");
                assert!(!store.is_clean(), "what was touched is still to be saved");
                full += 1;
                memory.set_quota(None);
                save(&mut store, &after).unwrap();
                assert_eq!(reloaded(&memory).unwrap(), after, "quota {quota}, then room");
            }
        }
    }
    assert!(full >= 20, "the quota was hit {full} times");
}

#[test]
fn failure_01_with_a_restore_point_the_older_state_makes_room() {
    let (memory, mut store, mut document) = saved();
    // Everything changes: the new state needs as much room as the two that stand.
    for index in 0..30 {
        edit(&mut document, Some(&mut store), "k1", &format!("n{index}"), "x");
    }
    save(&mut store, &document).unwrap();
    let before = document.clone();
    edit(&mut document, Some(&mut store), "k1", "n2", &"dài ".repeat(300));
    memory.set_quota(Some(memory.used() + 100));
    assert_eq!(save(&mut store, &document), Err(SaveError::Full));
    let proof = VerifiedPoint::check("backup", Some("backup")).unwrap();
    let copy = memory.restarted();
    store.drop_older(&proof).unwrap();
    assert_eq!(reloaded(&memory).unwrap(), before, "the newest state stands while the older one goes");
    assert!(memory.used() < copy.used());
    save(&mut store, &document).unwrap();
    assert_eq!(reloaded(&memory).unwrap(), document);
}

#[test]
fn failure_02_a_torn_manifest_or_segment_of_the_newest_state_gives_way_to_the_one_before() {
    let (memory, mut store, before) = saved();
    let mut after = before.clone();
    edit_some(&mut after, &mut store);
    save(&mut store, &after).unwrap();
    let all = memory.keys("").unwrap();
    let newest = |key: &&String| key.contains(".3.tab1") || key.ends_with("m0");
    for key in all.iter().filter(newest) {
        let copy = memory.restarted();
        let text = copy.get(key).unwrap().unwrap();
        let half = text.chars().take(text.chars().count() / 2).collect::<String>();
        copy.set(key, &half).unwrap();
        assert_eq!(reloaded(&copy).unwrap(), before, "{key}");
        // And editing goes on from there.
        let (mut store, mut loaded) = space(&copy).open("d1", "tab2").unwrap();
        edit(&mut loaded.document, Some(&mut store), "k2", "n0", "Sau");
        assert_eq!(save(&mut store, &loaded.document), Ok(Saved::Written), "{key}");
        assert_eq!(reloaded(&copy).unwrap(), loaded.document, "{key}");
    }
    assert!(all.iter().filter(newest).count() >= 4);
}

#[test]
fn failure_03_with_both_manifests_torn_nothing_is_overwritten_and_the_segments_give_the_state_back() {
    let (memory, store, document) = saved();
    drop(store);
    for name in ["m0", "m1"] {
        memory.set(&format!("tiendo:/a.b/:d1:{name}"), "torn").unwrap();
    }
    let stored = space(&memory).raw("d1").unwrap();
    let shelves = space(&memory).shelves().unwrap();
    assert_eq!(shelves.len(), 1);
    assert_eq!(shelves[0].state, ShelfState::Damaged);
    assert_eq!(reloaded(&memory).unwrap_err(), LoadError::Damaged);
    // A restored copy takes another place; what is damaged stays as it is.
    let salvaged = space(&memory).salvage("d1").unwrap().unwrap();
    assert_eq!(salvaged, document);
    let (place, mut store) = space(&memory).create("d1", "tab2").unwrap();
    assert_ne!(place, "d1");
    save(&mut store, &salvaged).unwrap();
    assert_eq!(space(&memory).raw("d1").unwrap(), stored);
    assert_eq!(space(&memory).open(&place, "tab3").unwrap().1.document, document);
    assert_eq!(space(&memory).shelves().unwrap().len(), 2);
}

#[test]
fn failure_04_nothing_is_saved_over_what_was_not_loaded() {
    let (memory, _, document) = saved();
    // The only ways to a place that can save are to load it or to find it free.
    let (place, mut store) = space(&memory).create("d1", "tab2").unwrap();
    assert_eq!(place, "d1-2");
    save(&mut store, &Document::new("d1")).unwrap();
    assert_eq!(reloaded(&memory).unwrap(), document);
}

#[test]
fn failure_06_of_two_tabs_without_locks_both_edits_stand_or_show_as_a_conflict() {
    let (memory, mut first, mut ours) = saved();
    let (mut second, mut loaded) = space(&memory).open("d1", "tab2").unwrap();
    edit(&mut ours, Some(&mut first), "k1", "n3", "Thẻ một");
    edit(&mut ours, Some(&mut first), "k1", "n5", "Của thẻ một");
    save(&mut first, &ours).unwrap();
    edit(&mut loaded.document, Some(&mut second), "k2", "n4", "Thẻ hai");
    edit(&mut loaded.document, Some(&mut second), "k2", "n5", "Của thẻ hai");
    assert_eq!(save(&mut second, &loaded.document), Err(SaveError::Behind));
    loaded.document.join(&second.catch_up().unwrap()).unwrap();
    second.touch_all();
    save(&mut second, &loaded.document).unwrap();
    // The first tab hears of it, joins, and has nothing to add.
    ours.join(&first.catch_up().unwrap()).unwrap();
    first.touch_all();
    assert_eq!(save(&mut first, &ours), Ok(Saved::Unchanged));
    assert_eq!(ours, loaded.document);
    let found = reloaded(&memory).unwrap();
    assert_eq!(found, ours);
    let title = |id: &str| found.node(id).unwrap().field("title").unwrap().clone();
    assert_eq!(title("n3").shown().unwrap().value.as_str(), Some("Thẻ một"));
    assert_eq!(title("n4").shown().unwrap().value.as_str(), Some("Thẻ hai"));
    assert!(title("n5").is_conflict() && !title("n3").is_conflict());
}

/// Without locks the other tab joins what it finds: what was restored is written over, so that it stays.
#[test]
fn failure_06_what_one_tab_restores_another_does_not_join_back() {
    let (memory, mut first, mut ours) = saved();
    let copy = ours.clone();
    edit_some(&mut ours, &mut first);
    edit(&mut ours, Some(&mut first), "k1", "n5", "Sửa nhầm");
    save(&mut first, &ours).unwrap();
    let (mut second, mut loaded) = space(&memory).open("d1", "tab2").unwrap();
    edit(&mut loaded.document, Some(&mut second), "k2", "n4", "Thẻ hai");

    ours.join(&copy).unwrap();
    ours.commit(ours.return_to(&copy), &author("k3"), Timestamp(1_759_629_600_001)).unwrap();
    first.touch_all();
    save(&mut first, &ours).unwrap();
    loaded.document.join(&second.catch_up().unwrap()).unwrap();
    second.touch_all();
    save(&mut second, &loaded.document).unwrap();

    let found = reloaded(&memory).unwrap();
    let title = |id: &str| found.node(id).unwrap().get("title").and_then(Value::as_str).map(str::to_owned);
    for id in ["n3", "n5", "n8", "n21"] {
        let before = copy.node(id).unwrap().get("title").and_then(Value::as_str).map(str::to_owned);
        assert_eq!(title(id), before, "{id}");
    }
    assert!(found.node("mới").unwrap().is_deleted());
    assert_eq!(title("n4").as_deref(), Some("Thẻ hai"), "and what the other tab entered stands");
}

/// Another tab's whole save falls between two steps of ours, at every step in turn.
#[test]
fn failure_06_a_save_between_any_two_steps_of_another_loses_nothing() {
    for step in 0..12 {
        let (memory, mut first, mut ours) = saved();
        let (mut second, mut theirs) = space(&memory).open("d1", "tab2").unwrap();
        edit_some(&mut ours, &mut first);
        edit(&mut theirs.document, Some(&mut second), "k2", "n4", "Thẻ hai");
        let (between, document) = (std::cell::RefCell::new(second), theirs.document.clone());
        memory.before_step(step, move || drop(save(&mut between.borrow_mut(), &document)));
        // What each tab does in the app: told that it is behind, or that the other saved, it joins and saves.
        for _ in 0..3 {
            match save(&mut first, &ours) {
                Ok(_) => {}
                Err(SaveError::Behind | SaveError::NotKept) => {
                    ours.join(&first.catch_up().unwrap()).unwrap();
                    first.touch_all();
                }
                Err(other) => panic!("step {step}: {other:?}"),
            }
        }
        let (mut second, mut loaded) = space(&memory).open("d1", "tab3").unwrap();
        loaded.document.join(&theirs.document).unwrap();
        second.touch_all();
        save(&mut second, &loaded.document).unwrap();
        let mut both = ours.clone();
        both.join(&theirs.document).unwrap();
        assert_eq!(reloaded(&memory).unwrap(), both, "step {step}");
    }
}

#[test]
fn failure_07_a_later_version_has_written_and_this_one_stops() {
    let (memory, mut store, mut document) = saved();
    memory.set("tiendo:/a.b/:d1:m0", "tiendo-storage 2\nanything").unwrap();
    let stored = space(&memory).raw("d1").unwrap();
    edit(&mut document, Some(&mut store), "k1", "n3", "Ba");
    assert_eq!(save(&mut store, &document), Err(SaveError::Newer(2)));
    assert_eq!(reloaded(&memory).unwrap_err(), LoadError::Newer(2));
    assert_eq!(space(&memory).shelves().unwrap()[0].state, ShelfState::Newer);
    assert_eq!(space(&memory).raw("d1").unwrap(), stored);
}

#[test]
fn failure_08_a_blocked_store_says_so() {
    let (memory, mut store, mut document) = saved();
    edit(&mut document, Some(&mut store), "k1", "n3", "Ba");
    memory.set_blocked(true);
    assert_eq!(save(&mut store, &document), Err(SaveError::Storage(StorageError::Blocked)));
    assert_eq!(space(&memory).shelves(), Err(StorageError::Blocked));
    memory.set_blocked(false);
    save(&mut store, &document).unwrap();
    assert_eq!(reloaded(&memory).unwrap(), document);
}

#[test]
fn failure_09_what_was_evicted_under_an_open_tab_is_saved_anew() {
    let (memory, mut store, mut document) = saved();
    for key in memory.keys("").unwrap() {
        memory.remove(&key).unwrap();
    }
    assert_eq!(reloaded(&memory).unwrap_err(), LoadError::Absent);
    edit(&mut document, Some(&mut store), "k1", "n3", "Ba");
    assert_eq!(save(&mut store, &document), Err(SaveError::Gone));
    store.start_over();
    save(&mut store, &document).unwrap();
    assert_eq!(reloaded(&memory).unwrap(), document);
}

#[test]
fn the_library_is_what_the_manifests_say_and_paths_do_not_meet() {
    let (memory, ..) = saved();
    let other = Space::new(memory.clone(), "/other/");
    assert!(other.shelves().unwrap().is_empty());
    let mut preferences = space(&memory).preferences().unwrap();
    preferences.set("theme", "dark");
    space(&memory).set_preferences(&preferences).unwrap();
    assert_eq!(space(&memory).preferences().unwrap().get("theme"), Some("dark"));
    let shelves = space(&memory).shelves().unwrap();
    let ShelfState::Whole(about) = &shelves[0].state else { panic!("{shelves:?}") };
    assert_eq!((shelves.len(), about.title.as_str()), (1, "Dòng 0"));
    // A hostile document id makes an ordinary place.
    let (place, _) = other.create("a:b:m0\u{202e}", "tab").unwrap();
    assert!(place.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{place}");
    space(&memory).delete("d1").unwrap();
    assert!(space(&memory).shelves().unwrap().is_empty());
    space(&memory).clear().unwrap();
    assert!(memory.keys("").unwrap().is_empty());
}
