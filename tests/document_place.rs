//! Keys of siblings: always room between two, runs that stay together, hostile keys survived.

use tiendo::document::{ActorId, Author, Document, Draft, NodeId, Timestamp, Value, key_between, keys_between};

fn actor(name: &str) -> ActorId {
    ActorId::from(name)
}

/// Rows added one after the other, each below the one before.
fn typed_below(before: Option<&str>, after: Option<&str>, writer: &str, count: usize) -> Vec<String> {
    keys_between(before, after, &actor(writer), count)
}

/// Rows added one after the other, each above the one before.
fn typed_above(before: Option<&str>, after: Option<&str>, writer: &str, count: usize) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for _ in 0..count {
        keys.push(key_between(before, keys.last().map(String::as_str).or(after), &actor(writer)));
    }
    keys
}

#[test]
fn five_rows_added_at_one_spot_by_two_offices_each_stay_together() {
    let sample = keys_between(None, None, &actor("sample"), 9);
    let spots = [
        (None, None),
        (None, Some(sample[0].as_str())),
        (Some(sample[3].as_str()), Some(sample[4].as_str())),
        (Some(sample[8].as_str()), None),
    ];
    for seed in 0..200 {
        let offices = [format!("office-{seed}-a"), format!("office-{seed}-b"), format!("office-{seed}-c")];
        for (before, after) in spots {
            for typed in [typed_below, typed_above] {
                let mut rows: Vec<(String, usize)> = Vec::new();
                for (office, name) in offices.iter().enumerate() {
                    let keys = typed(before, after, name, 5);
                    assert!(keys.iter().all(|key| before.is_none_or(|before| before < key.as_str())), "{keys:?}");
                    assert!(keys.iter().all(|key| after.is_none_or(|after| key.as_str() < after)), "{keys:?}");
                    rows.extend(keys.into_iter().map(|key| (key, office)));
                }
                rows.sort();
                let changes = rows.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
                assert_eq!(changes, 2, "{rows:?}");
            }
        }
    }
}

#[test]
fn rows_of_two_offices_stay_together_between_rows_that_one_of_them_added() {
    let own = typed_below(None, None, "a", 4);
    let ours = typed_below(Some(&own[1]), Some(&own[2]), "a", 5);
    let theirs = typed_below(Some(&own[1]), Some(&own[2]), "b", 5);
    let mut rows: Vec<_> = ours.iter().map(|key| (key, 0)).chain(theirs.iter().map(|key| (key, 1))).collect();
    rows.sort();
    assert_eq!(rows.windows(2).filter(|pair| pair[0].1 != pair[1].1).count(), 1, "{rows:?}");
    assert!(rows.iter().all(|(key, _)| own[1] < **key && **key < own[2]));
}

#[test]
fn there_is_always_room_wherever_rows_are_added() {
    let mut keys: Vec<String> = Vec::new();
    let mut random = 1_u64;
    for round in 0..3_000 {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let gap = usize::try_from(random >> 33).unwrap() % (keys.len() + 1);
        let writer = actor(&format!("s{}", round / 40));
        let (before, after) = (gap.checked_sub(1).map(|index| keys[index].clone()), keys.get(gap).cloned());
        let key = key_between(before.as_deref(), after.as_deref(), &writer);
        assert!(before.is_none_or(|before| before < key) && after.is_none_or(|after| key < after), "{key}");
        keys.insert(gap, key);
    }
    let longest = keys.iter().map(String::len).max().unwrap();
    assert!(longest <= 80, "{longest}");
}

#[test]
fn keys_stay_short_where_rows_are_only_added_at_the_end() {
    let one = keys_between(None, None, &actor("a"), 1_000);
    assert!(one.is_sorted());
    assert!(one.iter().all(|key| key.len() <= 11), "{:?}", one.last());
    let mut keys: Vec<String> = Vec::new();
    for session in 0..300 {
        keys.push(key_between(keys.last().map(String::as_str), None, &actor(&format!("s{session}"))));
    }
    assert!(keys.is_sorted());
    assert!(keys.iter().all(|key| key.len() <= 11), "{:?}", keys.last());
}

#[test]
fn hostile_keys_are_survived() {
    let long = "z".repeat(1_000_000);
    let hostile = ["", "0", "000", "zzzzzzzzzz", "A", "Đầu", "💥", "\u{0}", "i0", "~", "-1", long.as_str()];
    for before in hostile {
        for after in hostile {
            for (before, after) in [(Some(before), Some(after)), (Some(before), None), (None, Some(after))] {
                let keys = keys_between(before, after, &actor("a"), 50);
                assert!(keys.iter().all(|key| key.len() < 600), "{before:?} {after:?}");
                assert!(keys.is_sorted(), "{before:?} {after:?}");
            }
        }
    }
    // Texts that only begin alike leave room all the same.
    let key = key_between(Some("Đầu 1"), Some("Đầu 5"), &actor("a"));
    assert!(key.as_str() > "Đầu 1" && key.as_str() < "Đầu 5");
}

/// The document's side of failure 24: cycles, missing parents and long chains are walked without recursion.
#[test]
fn failure_24_cycles_and_chains_of_10_000_are_walked_without_recursion() {
    let mut document = Document::new("d");
    let mut draft = Draft::default();
    let mut put = |id: &str, parent: &str| {
        draft.set(&id.into(), "note", "place", Value::List(vec![parent.into(), "i".into()]));
    };
    for n in 0..10_000 {
        put(&format!("n{n}"), &if n == 0 { "missing".to_owned() } else { format!("n{}", n - 1) });
    }
    put("a", "b");
    put("b", "c");
    put("c", "a");
    put("self", "self");
    let author = Author { actor: "x".into(), person: String::new(), body: String::new() };
    document.commit(draft, &author, Timestamp(0)).unwrap();
    assert_eq!(document.descendants(&"missing".into()).len(), 10_000);
    assert_eq!(document.descendants(&"n0".into()).len(), 9_999);
    assert_eq!(document.descendants(&"a".into()), [NodeId::from("b"), NodeId::from("c")]);
    assert_eq!(document.descendants(&"self".into()), []);
}
