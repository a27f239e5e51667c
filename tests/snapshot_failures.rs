//! Files that are hostile, damaged, cut, or from the future: each is refused with its place, or survives whole.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use tiendo::i18n::{Language, Message};
use tiendo::snapshot::{self, Code, Expected, Finding, Place, Severity};

/// A file with one item; `edit` spoils it.
fn file(edit: impl Fn(String) -> String) -> String {
    edit(
        r#"{"actors":[["a","",""]],"docId":"d","format":1,"nodes":{"x":{"@":"0.1","title":"A","type":"item"}},"schema":1,"scope":null,"stamps":{"0.1":"2025-01-01T00:00Z"}}"#
            .to_owned(),
    )
}

fn replaced(from: &str, to: &str) -> String {
    let whole = file(|text| text);
    assert!(whole.contains(from), "{from}");
    whole.replacen(from, to, 1)
}

fn refused(text: &str) -> Finding {
    let mut findings = snapshot::read(text).expect_err("refused");
    assert!(!findings.is_empty());
    assert_eq!(findings[0].severity(), Severity::Error);
    for language in [Language::Vietnamese, Language::English] {
        assert!(!findings[0].text(language).is_empty());
    }
    findings.remove(0)
}

fn at(path: &[&str]) -> Place {
    Place::Path(path.iter().map(|key| (*key).to_owned()).collect())
}

#[test]
fn the_unspoilt_file_is_taken() {
    assert!(snapshot::read(&file(|text| text)).is_ok());
}

#[test]
fn failure_12_counts_of_2_to_the_53_are_refused() {
    let largest = "2gosa7pa2gv"; // 2^53 - 1
    assert!(snapshot::read(&replaced("\"@\":\"0.1\"", &format!("\"@\":\"0.{largest}\""))).is_ok());
    for count in ["2gosa7pa2gw", "zzzzzzzzzzzz", "zzzzzzzzzzzzzzzzzzzzzzzzzzzz"] {
        let finding = refused(&replaced("\"@\":\"0.1\"", &format!("\"@\":\"0.{count}\"")));
        assert_eq!(finding.code, Code::CountTooLarge { text: format!("0.{count}") });
        assert_eq!(finding.place, at(&["nodes", "x", "@"]));
    }
    assert!(snapshot::read(&replaced("\"title\":\"A\"", "\"title\":9007199254740991")).is_ok());
    for number in ["9007199254740992", "-9007199254740992", "99999999999999999999"] {
        let finding = refused(&replaced("\"title\":\"A\"", &format!("\"title\":{number}")));
        assert_eq!(finding.code, Code::BadNumber, "{number}");
    }
}

#[test]
fn failure_13_a_newer_format_is_refused() {
    let finding = refused(&replaced("\"format\":1", "\"format\":2"));
    assert_eq!(finding, Finding { code: Code::NewerFormat { format: 2 }, place: at(&["format"]) });
}

#[test]
fn failure_14_a_newer_schema_survives_a_round_trip() {
    let text = "{\"actors\":[[\"a\",\"\",\"\"]],\n\"docId\":\"d\",\n\"format\":1,\n\"nodes\":{\n\
        \"x\":{\"@\":\"0.1\",\"colour\":{\"hue\":[1,2]},\"type\":\"mood\",\"ý\":null}\n},\n\
        \"palette\":{\"warm\":true},\n\"schema\":7,\n\"scope\":null,\n\"stamps\":{\"0.1\":\"2025-01-01T00:00Z\"}}\n";
    let snapshot = snapshot::read(text).expect("taken");
    assert_eq!(snapshot.warnings, [Finding { code: Code::NewerSchema { schema: 7 }, place: at(&["schema"]) }]);
    assert_eq!(snapshot::write(&snapshot.document), text);
}

#[test]
fn failure_18_doubled_keys_are_refused_with_the_place() {
    let node = refused(&replaced("\"nodes\":{", "\"nodes\":{\n\"x\":{\"type\":\"body\"},"));
    assert_eq!(node.code, Code::DoubledKey { key: "x".into() });
    assert!(matches!(node.place, Place::Line { line: 2, .. }), "{:?}", node.place);
    for (from, to, key) in [
        ("\"title\":\"A\"", "\"title\":\"A\",\"title\":\"B\"", "title"),
        ("\"title\":\"A\"", "\"title\":\"A\",\"t\\u0069tle\":\"B\"", "title"),
        ("\"title\":\"A\"", "\"title\":{\"b\":1,\"a\":2,\"b\":3}", "b"),
        ("\"schema\":1", "\"schema\":1,\"format\":1", "format"),
        ("[[\"a\",\"\",\"\"]]", "[[\"a\",\"\",\"\"],[\"a\",\"Bình\",\"\"]]", "a"),
    ] {
        assert_eq!(refused(&replaced(from, to)).code, Code::DoubledKey { key: key.into() }, "{to}");
    }
}

#[test]
fn failure_19_size_is_looked_at_before_anything_is_parsed() {
    let bytes = vec![b'['; snapshot::MAX_BYTES + 1];
    let large = snapshot::read_bytes(&bytes).expect_err("refused");
    assert_eq!(large[0].code, Code::TooLarge { bytes: bytes.len() });

    let many: Vec<String> = (0..200_000).map(|index| format!("\"n{index:06}\":{{\"type\":\"item\"}}")).collect();
    let many = replaced(
        "\"nodes\":{\"x\":{\"@\":\"0.1\",\"title\":\"A\",\"type\":\"item\"}",
        &format!("\"nodes\":{{{}", many.join(",")),
    );
    assert_eq!(refused(&many).code, Code::TooManyNodes);

    let tiny = replaced("\"title\":\"A\"", &format!("\"title\":[{}1]", "1,".repeat(2_000_000)));
    assert_eq!(refused(&tiny).code, Code::TooManyValues);

    let bomb = snapshot::encode_link(&" ".repeat(8 << 20));
    assert!(bomb.len() < 100_000);
    assert!(matches!(snapshot::decode_link(&bomb).expect_err("refused").code, Code::TooLarge { .. }));
}

#[test]
fn failure_20_deep_nesting_is_a_clean_error() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(refused(&deep).code, Code::TooDeep);
        assert_eq!(refused(&replaced("\"title\":\"A\"", &format!("\"title\":{deep}"))).code, Code::TooDeep);
    }
    let unclosed = "[".repeat(10_000);
    assert_eq!(refused(&unclosed).code, Code::TooDeep);
}

#[test]
fn failure_21_numbers_that_are_not_exact_are_refused() {
    for number in ["1.5", "1e3", "1e999", "-1e999", "-0", "1.0", "0.1"] {
        let finding = refused(&replaced("\"title\":\"A\"", &format!("\"title\":{number}")));
        assert_eq!(finding.code, Code::BadNumber, "{number}");
        assert!(matches!(finding.place, Place::Line { line: 1, column } if column > 60), "{:?}", finding.place);
    }
    for word in ["NaN", "Infinity", "-Infinity", "01", "+1", ".5", "0x10"] {
        let finding = refused(&replaced("\"title\":\"A\"", &format!("\"title\":{word}")));
        assert!(matches!(finding.code, Code::NotJson), "{word}: {finding:?}");
    }
}

#[test]
fn failure_22_markup_and_formulas_are_plain_text_in_a_file() {
    for text in ["<script>alert(1)</script>", "javascript:alert(1)", "\u{202e}txt.exe", "=1+1", "@SUM(A1)"] {
        let spoilt = replaced("\"A\"", &format!("\"{text}\""));
        let document = snapshot::read(&spoilt).expect("taken").document;
        assert_eq!(document.node("x").and_then(|node| node.get("title")?.as_str()), Some(text));
    }
}

#[test]
fn failure_23_hostile_ids_are_plain_names() {
    for id in ["__proto__", "constructor", "toString", "../../etc", "a b", "đ", "null"] {
        let text = replaced("\"x\"", &format!("\"{id}\""));
        let document = snapshot::read(&text).expect("taken").document;
        assert_eq!(document.node(id).map(|node| node.kind().to_owned()), Some("item".to_owned()));
        let written = snapshot::write(&document);
        assert_eq!(snapshot::write(&snapshot::read(&written).expect("taken").document), written);
    }
    for id in [String::new(), "x".repeat(1_001), "a\\u0000b".into(), "a\\nb".into()] {
        let finding = refused(&replaced("\"x\"", &format!("\"{id}\"")));
        assert!(matches!(finding.code, Code::BadName { .. }), "{id}: {finding:?}");
    }
}

#[test]
fn failure_25_a_byte_order_mark_is_passed_over() {
    assert!(snapshot::read(&file(|text| format!("\u{feff}{text}"))).is_ok());
}

#[test]
fn failure_25_a_text_cut_anywhere_is_said_to_be_cut() {
    let whole = file(|text| text.replacen("\"A\"", "\"Rà soát\"", 1));
    for end in 1..whole.len() {
        let finding = snapshot::read_bytes(&whole.as_bytes()[..end]).expect_err("refused").remove(0);
        assert_eq!(finding.code, Code::Truncated, "cut at {end}");
    }
    assert_eq!(refused("  \n").code, Code::Empty);
    assert_eq!(refused(&file(|text| text + "}")).code, Code::NotJson);
    assert_eq!(snapshot::read_bytes(b"\xff\xfe{\0").expect_err("refused")[0].code, Code::NotText);
}

#[test]
fn failure_25_a_cut_or_mistyped_link_is_a_clear_error() {
    let whole = include_str!("fixtures/snapshot/version-1.json");
    let link = snapshot::encode_link(whole);
    assert_eq!(snapshot::decode_link(&link).as_deref(), Ok(whole));
    let broken: String = link.chars().flat_map(|digit| [digit, '\n']).collect();
    assert_eq!(snapshot::decode_link(&broken).as_deref(), Ok(whole), "broken over lines by a mail program");
    for end in 0..link.len() {
        let finding = snapshot::decode_link(&link[..end]).expect_err("cut");
        assert_eq!(finding.code, Code::Truncated, "cut at {end}");
    }
    assert_eq!(snapshot::decode_link("không phải").expect_err("no link").code, Code::NotText);
    let mut changed = link.into_bytes();
    let middle = changed.len() / 2;
    changed[middle] = if changed[middle] == b'A' { b'B' } else { b'A' };
    let changed = String::from_utf8(changed).expect("still digits");
    assert!(snapshot::decode_link(&changed).is_err(), "the checksum notices one changed letter");
}

#[test]
fn failure_25_damage_anywhere_is_an_error_or_a_whole_document() {
    let whole = include_bytes!("fixtures/snapshot/version-1.json");
    let pieces: [&[u8]; 14] =
        [b"", b"\"", b"{", b"}", b"[", b"]", b",", b":", b"0", b"-1", b"null", b"\\u0000", b"\xff", b"\"0.1\""];
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |count: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % count as u64).expect("small")
    };
    let mut taken = 0;
    for _ in 0..20_000 {
        let mut damaged = whole.to_vec();
        for _ in 0..=below(2) {
            let start = below(damaged.len());
            let end = (start + below(4)).min(damaged.len());
            damaged.splice(start..end, pieces[below(pieces.len())].iter().copied());
        }
        if let Ok(snapshot) = snapshot::read_bytes(&damaged) {
            taken += 1;
            let text = snapshot::write(&snapshot.document);
            let again = snapshot::read(&text).expect("what was written can be read").document;
            assert_eq!(snapshot::write(&again), text);
        }
    }
    assert!(taken > 500, "some damage is harmless: {taken}");
}

#[test]
fn other_files_and_other_mistakes_are_named() {
    for text in ["[]", "{}", "null", "\"x\"", "17", "{\"format\":1}", "{\"name\":\"tiendo\",\"version\":\"1\"}"] {
        assert_eq!(refused(text), Finding { code: Code::NotSnapshot, place: Place::File }, "{text}");
    }
    for (from, to, code, path) in [
        ("\"format\":1", "\"format\":\"1\"", Code::Expected { what: Expected::WholeNumber }, vec!["format"]),
        ("\"docId\":\"d\",", "", Code::MissingKey { key: "docId" }, vec![]),
        ("\"type\":\"item\"", "\"typ\":\"item\"", Code::MissingKey { key: "type" }, vec!["nodes", "x"]),
        ("\"@\":\"0.1\",", "", Code::Unstamped, vec!["nodes", "x", "title"]),
        ("\"@\":\"0.1\"", "\"@\":\"1.1\"", Code::UnknownActor { text: "1.1".into() }, vec!["nodes", "x", "@"]),
        ("\"@\":\"0.1\"", "\"@\":\"0.01\"", Code::BadStamp { text: "0.01".into() }, vec!["nodes", "x", "@"]),
        ("\"@\":\"0.1\"", "\"@\":\"0.A\"", Code::BadStamp { text: "0.A".into() }, vec!["nodes", "x", "@"]),
        ("\"@\":\"0.1\"", "\"@\":\"0.0\"", Code::BadStamp { text: "0.0".into() }, vec!["nodes", "x", "@"]),
        (
            "2025-01-01T00:00Z",
            "2025-02-30T00:00Z",
            Code::BadTime { text: "2025-02-30T00:00Z".into() },
            vec!["stamps", "0.1"],
        ),
        (
            "2025-01-01T00:00Z",
            "2025-01-01T00:00+07:00",
            Code::BadTime { text: "2025-01-01T00:00+07:00".into() },
            vec!["stamps", "0.1"],
        ),
        ("[\"a\",\"\",\"\"]", "[\"a\",\"\"]", Code::Expected { what: Expected::Actor }, vec!["actors", "0"]),
        ("\"scope\":null", "\"scope\":[]", Code::Expected { what: Expected::Object }, vec!["scope"]),
        // A field that another field's context names, a value beyond what was seen, a shown value that is not the last.
        ("\"type\"", "\"~\":{\"gone\":\"0.1\"},\"type\"", Code::Contradiction, vec!["nodes", "x", "gone"]),
        (
            "\"type\"",
            "\"!\":{\"title\":[[\"A\",\"0.9\"]]},\"~\":{\"title\":\"0.2\"},\"type\"",
            Code::Contradiction,
            vec!["nodes", "x", "title"],
        ),
        (
            "\"type\"",
            "\"!\":{\"title\":[[\"B\",\"0.1\"]]},\"~\":{\"title\":\"0.2\"},\"type\"",
            Code::Contradiction,
            vec!["nodes", "x", "title"],
        ),
        ("\"type\"", "\"~\":{\"title\":\"0.2 0.3\"},\"type\"", Code::Contradiction, vec!["nodes", "x", "title"]),
        (
            "\"type\"",
            "\"#\":{\"title\":[[\"A\",\"0.1\",1]]},\"type\"",
            Code::Expected { what: Expected::StampedValue },
            vec!["nodes", "x", "#", "title"],
        ),
    ] {
        assert_eq!(refused(&replaced(from, to)), Finding { code, place: at(&path) }, "{to}");
    }
}

#[test]
fn a_file_full_of_mistakes_names_a_hundred_of_them() {
    let nodes: Vec<String> = (0..1_000).map(|index| format!("\"n{index}\":{{}}")).collect();
    let text = replaced("\"nodes\":{", &format!("\"nodes\":{{{},", nodes.join(",")));
    assert_eq!(snapshot::read(&text).expect_err("refused").len(), 100);
}
