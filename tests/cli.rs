//! The command line, as a program: exit status, standard output and standard error are its contract.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::path::PathBuf;
use std::process::{Command, Output};

use tiendo::document::{Author, Document, Draft, Timestamp};
use tiendo::model::{
    Cell, Decimal, Figure, Head, Item, ItemKind, Measure, Observation, Period, PeriodLength, Place, ROOT, Reading,
    Record, Section, SectionKind, Target, ValueKind,
};
use tiendo::snapshot;

/// A folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.0.join(name), text).expect("a file for the test");
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("a file that was written")
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_tiendo"))
            .args(words)
            .current_dir(&self.0)
            .env("LC_ALL", "C")
            .output()
            .expect("the program starts")
    }
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("text")
}

fn words(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("text")
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_str(out(output)).unwrap_or_else(|error| panic!("{error}: {}", out(output)))
}

/// Commits fields of items: `("t1", "title", "Rà soát")`.
fn edit(document: &mut Document, actor: &str, minute: i64, fields: &[(&str, &str, &str)]) {
    let mut draft = Draft::default();
    for (id, field, value) in fields {
        draft.set(&(*id).into(), "item", field, *value);
    }
    let author = Author { actor: actor.into(), person: actor.to_uppercase(), body: format!("b-{actor}") };
    document.commit(draft, &author, Timestamp(1_759_000_020_000 + minute * 60_000)).expect("counts are left");
}

/// A programme, and two copies that were edited apart: different fields, the same field, and a new line each.
fn copies() -> [Document; 3] {
    let mut base = Document::new("p1");
    edit(&mut base, "vp", 0, &[("t1", "title", "Rà soát"), ("t1", "state", "not-started"), ("t2", "title", "Báo cáo")]);
    let (mut an, mut binh) = (base.clone(), base.clone());
    edit(&mut an, "an", 10, &[("t1", "title", "Rà soát quy hoạch"), ("t3", "title", "Việc của An")]);
    edit(&mut binh, "binh", 20, &[("t1", "title", "Rà soát đất đai"), ("t1", "state", "done")]);
    edit(&mut binh, "binh", 30, &[("t4", "title", "Việc của Bình")]);
    [base, an, binh]
}

#[test]
fn two_files_edited_apart_merge_in_both_orders_to_the_same_bytes() {
    let folder = Folder::new("merge");
    for (name, document) in ["base.json", "an.json", "binh.json"].into_iter().zip(copies()) {
        folder.write(name, snapshot::write(&document));
    }
    let first = folder.run(&["merge", "an.json", "binh.json", "-o", "1.json"]);
    let second = folder.run(&["merge", "-o", "2.json", "binh.json", "an.json"]);
    assert_eq!(folder.read("1.json"), folder.read("2.json"));
    assert_eq!(out(&first), out(&second));
    assert_eq!(first.status.code(), Some(1), "a conflict is left");
    assert_eq!(
        json(&first),
        serde_json::json!([{
            "id": "t1", "type": "item", "field": "title", "cause": "values",
            "values": [
                {"value": "Rà soát quy hoạch", "person": "AN", "body": "b-an", "at": "2025-09-27T19:17Z"},
                {"value": "Rà soát đất đai", "person": "BINH", "body": "b-binh", "at": "2025-09-27T19:27Z"},
            ],
        }])
    );
    assert!(words(&first).contains("1 conflict left"), "{}", words(&first));

    // Again, with the base, twice the same file, one's own result: nothing more comes of it.
    folder.run(&["merge", "binh.json", "1.json", "base.json", "an.json", "an.json", "2.json", "-o", "3.json"]);
    assert_eq!(folder.read("3.json"), folder.read("1.json"));
}

#[test]
fn diff_tells_what_the_second_file_does_by_record_and_field() {
    let folder = Folder::new("diff");
    let [base, _, binh] = copies();
    folder.write("a.json", snapshot::write(&base));
    folder.write("b.json", snapshot::write(&binh));
    let output = folder.run(&["diff", "a.json", "b.json"]);
    assert_eq!(output.status.code(), Some(0));
    let field = |field: &str, before: Option<&str>, after: &str| {
        serde_json::json!({
            "field": field, "before": before, "after": after, "person": "BINH", "body": "b-binh", "conflict": null
        })
    };
    assert_eq!(
        json(&output),
        serde_json::json!([
            {"id": "t1", "type": "item", "change": "changed", "fields": [
                field("state", Some("not-started"), "done"), field("title", Some("Rà soát"), "Rà soát đất đai")
            ]},
            {"id": "t4", "type": "item", "change": "added", "fields": [field("title", None, "Việc của Bình")]},
        ])
    );
    assert_eq!(json(&folder.run(&["diff", "a.json", "a.json"])), serde_json::json!([]));
}

#[test]
fn a_merge_without_conflict_ends_well() {
    let folder = Folder::new("merge-fine");
    let [base, an, _] = copies();
    folder.write("base.json", snapshot::write(&base));
    folder.write("an.json", snapshot::write(&an));
    let output = folder.run(&["merge", "base.json", "an.json", "-o", "out.json"]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), "[]\n"));
    assert_eq!(folder.read("out.json"), snapshot::write(&an));
}

#[test]
fn nothing_is_written_when_a_file_does_not_fit() {
    let folder = Folder::new("merge-refused");
    let [base, ..] = copies();
    folder.write("base.json", snapshot::write(&base));
    folder.write("other.json", snapshot::write(&base).replace("\"p1\"", "\"p2\""));
    folder.write("kinds.json", snapshot::write(&base).replace("\"type\":\"item\"", "\"type\":\"body\""));
    folder.write("cut.json", &snapshot::write(&base)[..100]);
    folder.write("newer.json", snapshot::write(&base).replace("\"format\":1", "\"format\":2"));
    for (name, said) in [
        ("other.json", "another programme"),
        ("kinds.json", "t1: item ≠ body"),
        ("cut.json", "breaks off"),
        ("newer.json", "newer version"),
    ] {
        let output = folder.run(&["merge", "base.json", name, "-o", "out.json"]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(words(&output).contains(said), "{name}: {}", words(&output));
        assert!(!folder.0.join("out.json").exists(), "{name}: nothing is written");
    }
}

#[test]
fn validate_prints_one_line_of_json_a_finding() {
    let folder = Folder::new("validate");
    let [base, ..] = copies();
    folder.write("fine.json", snapshot::write(&base));
    let output = folder.run(&["validate", "fine.json"]);
    assert_eq!((output.status.code(), out(&output)), (Some(0), ""));
    assert!(words(&output).contains("2 entries"), "{}", words(&output));

    folder.write("spoilt.json", snapshot::write(&base).replace("\"type\"", "\"typ\""));
    let output = folder.run(&["validate", "fine.json", "spoilt.json"]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        out(&output).lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["file"], "spoilt.json");
    assert_eq!(lines[0]["place"], "nodes › t1");
    assert_eq!(lines[0]["code"], "missing-key");
    assert_eq!(lines[0]["severity"], "error");
}

/// A programme with one measure, ten flats a month up to September, whose name is a formula.
fn measured() -> Document {
    let mut draft = Draft::default();
    let head = Head { title: "Chương trình".into(), first_year: 2025, last_year: 2025, ..Head::default() };
    head.write(&ROOT.into(), &mut draft);
    let place = |parent: &str| Place { parent: parent.into(), key: "a".into() };
    Section { place: place(ROOT), kind: SectionKind::Indicators, ..Section::new("s1".into()) }
        .write(&"s1".into(), &mut draft);
    Item { place: place("s1"), kind: ItemKind::Indicator, ..Item::new("i1".into()) }.write(&"i1".into(), &mut draft);
    let measure = Measure {
        place: place("i1"),
        name: "=HYPERLINK(\"http://x\",\"Nhà ở, căn\")".into(),
        unit: "căn".into(),
        target: Target::AtLeast(Decimal::from(100)),
        value_kind: ValueKind::Flow,
        period: PeriodLength::Month,
        ..Measure::new("m1".into())
    };
    measure.write(&"m1".into(), &mut draft);
    for period in Period::of_year(2025, PeriodLength::Month).take(9) {
        let cell = Cell { measure: "m1".into(), period, body: None };
        let figure = Figure { reading: Reading::Number(Decimal::from(10)), is_estimate: false };
        let observation = Observation { figure: Some(figure), ..Observation::new(cell.id(), "m1".into(), period) };
        observation.write(&cell.id(), &mut draft);
    }
    let mut document = Document::new("p1");
    let author = Author { actor: "an".into(), person: "An".into(), body: String::new() };
    document.commit(draft, &author, Timestamp(1_759_000_000_000)).expect("counts are left");
    document
}

#[test]
fn evaluate_tells_how_every_measure_stands_at_a_day() {
    let folder = Folder::new("evaluate");
    folder.write("a.json", snapshot::write(&measured()));
    let output = folder.run(&["evaluate", "a.json", "--as-of", "2025-10-05"]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    let whole = json(&output);
    assert_eq!(whole["asOf"], "2025-10-05");
    let measure = &whole["measures"][0];
    assert_eq!(measure["id"], "m1");
    assert_eq!(measure["verdict"], "on-track");
    assert_eq!((&measure["value"], &measure["expected"]), (&"90".into(), &"75".into()));
    assert_eq!(measure["through"], "2025-09");
    assert_eq!(measure["achievement"], "0.9");
    assert_eq!(measure["projection"]["low"], "120");
    assert!(measure["trace"]["steps"].as_array().is_some_and(|steps| !steps.is_empty()));

    // On another day other figures count.
    let earlier = json(&folder.run(&["evaluate", "--as-of=2025-02-05", "a.json"]));
    assert_eq!(earlier["measures"][0]["through"], serde_json::Value::Null, "all was written in September");
    assert_eq!(earlier["laterFigures"], 2);
    let then = folder.run(&["evaluate", "--as-of=2025-02-05", "a.json", "--format", "text"]);
    assert!(
        out(&then)
            .starts_with("By the figures written by 5 Feb 2025. 2 figures written or changed later do not count.")
    );
    let now = json(&folder.run(&["evaluate", "--as-of=2025-02-05", "--figures", "now", "a.json"]));
    assert_eq!((&now["measures"][0]["through"], &now["laterFigures"]), (&"2025-02".into(), &serde_json::Value::Null));

    let text = folder.run(&["evaluate", "a.json", "--as-of", "2025-10-05", "--format", "text"]);
    for words in [
        "On track. By the end of September: 90",
        "- Needed: ",
        "Rule of “On track”",
        "It was 80 at the end of August, now 90.",
        "\nThe whole programme: 0 of 1 indicators",
    ] {
        assert!(out(&text).contains(words), "{words}: {}", out(&text));
    }
    assert_eq!((&whole["rollup"]["total"], &whole["rollup"]["achievement"]), (&1.into(), &"0.9".into()));
    assert_eq!(measure["previous"]["value"], "80");
    for wrong in [["--as-of", "05/10/2025"], ["--format", "xml"], ["--figures", "later"]] {
        let output = folder.run(&["evaluate", "a.json", wrong[0], wrong[1]]);
        assert_eq!(output.status.code(), Some(2));
        assert!(words(&output).contains(wrong[1]));
    }
}

#[test]
fn failure_22_no_cell_of_a_csv_file_is_a_formula() {
    let folder = Folder::new("csv");
    folder.write("a.json", snapshot::write(&measured()));
    let csv = folder.run(&["evaluate", "a.json", "--as-of", "2025-10-05", "--format", "csv"]);
    let rows: Vec<&str> = out(&csv).split("\r\n").collect();
    assert_eq!(rows.len(), 3, "a head, one measure, and the end of the last line");
    assert!(rows[1].starts_with("m1,\"'=HYPERLINK(\"\"http://x\"\",\"\"Nhà ở, căn\"\")\",căn,"), "{}", rows[1]);
}

#[test]
fn wrong_usage_is_said_with_status_2() {
    let folder = Folder::new("usage");
    folder.write("a.json", "{}");
    for (command, said) in [
        (&[][..], "no command"),
        (&["mrege", "a.json"], "no such command: mrege"),
        (&["merge", "a.json"], "-o is missing"),
        (&["merge", "-o", "out.json"], "at least 1 files"),
        (&["merge", "a.json", "-o"], "-o needs a value"),
        (&["merge", "a.json", "-o", "b", "-o", "c"], "-o is given twice"),
        (&["validate", "--strict", "a.json"], "no such option: --strict"),
        (&["validate", "absent.json"], "absent.json cannot be read"),
    ] {
        let output = folder.run(command);
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(words(&output).contains(said), "{command:?}: {}", words(&output));
        assert_eq!(out(&output), "");
    }
    let help = folder.run(&["help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(out(&help).contains("tiendo merge FILE... -o OUT.json"));
}

#[test]
fn the_sample_is_printed_or_written() {
    let folder = Folder::new("sample");
    let printed = folder.run(&["sample"]);
    assert_eq!((printed.status.code(), words(&printed)), (Some(0), ""));
    assert!(folder.run(&["sample", "-o", "sample.json"]).status.success());
    assert_eq!(folder.read("sample.json"), out(&printed));
    assert_eq!(json(&printed)["nodes"]["programme"]["number"], "01-CTr/ĐU");
    assert!(folder.run(&["validate", "sample.json"]).status.success());
}

#[test]
fn a_document_becomes_a_draft_or_a_programme() {
    let folder = Folder::new("import");
    let text = "KẾ HOẠCH\nSửa đường năm 2031\n\nI. CHỈ TIÊU\n1. Bê tông hóa 3,5 km đường.\n1. Kết nạp từ 5 đến 7 hội viên.\n\nII. NHIỆM VỤ\n1. Vận động hiến đất.\n";
    folder.write("ke-hoach.txt", text);
    let output = folder.run(&["import", "ke-hoach.txt"]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    let draft = json(&output);
    assert_eq!(
        (draft["document"]["type"].as_str(), draft["document"]["year"].as_i64()),
        (Some("Kế hoạch"), Some(2031))
    );
    let measures = draft["measures"].as_array().expect("a list");
    assert_eq!((measures[0]["value"].as_f64(), measures[0]["line"].as_u64()), (Some(3.5), Some(5)));
    assert_eq!((measures[1]["comparator"].as_str(), measures[1]["value_high"].as_f64()), (Some("between"), Some(7.0)));
    assert_eq!(draft["tasks"][0]["title"], "Vận động hiến đất");
    assert_eq!(draft["diagnostics"][1]["code"], "duplicate-label");
    assert_eq!(draft["diagnostics"][1]["suggestion"], "2");

    let output = folder.run(&["import", "ke-hoach.txt", "--format", "snapshot", "-o", "programme.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    assert_eq!(folder.run(&["validate", "programme.json"]).status.code(), Some(0));
    let read = snapshot::read(&folder.read("programme.json")).expect("a snapshot");
    assert!(read.warnings.is_empty());
}

#[test]
fn what_cannot_be_imported_is_said() {
    let folder = Folder::new("import-nothing");
    folder.write("cut.docx", b"PK\x03\x04");
    let output = folder.run(&["import", "cut.docx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("cut.docx"), "{}", words(&output));
    folder.write("empty.txt", "");
    let output = folder.run(&["import", "empty.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("empty.txt"), "{}", words(&output));
    folder.write("prose.txt", "Không có gì.");
    let output = folder.run(&["import", "prose.txt"]);
    assert_eq!((output.status.code(), &json(&output)["measures"]), (Some(1), &serde_json::json!([])));
    assert_eq!(folder.run(&["import", "empty.txt", "--format", "xlsx"]).status.code(), Some(2));
}

#[test]
fn versions_are_told_with_what_was_amended_since() {
    use tiendo::env::Env;
    use tiendo::model::{Command, Date, Edit, HeadEdit, Programme, plan};
    let folder = Folder::new("versions");
    let mut programme = Programme::read(tiendo::sample::sample());
    let author = Author { actor: "lan".into(), person: "Lan".into(), body: String::new() };
    let day = Date::new(2025, 1, 15).expect("a day");
    let mut run = |command| {
        let env = &mut Env { now: Timestamp(0), today: day, author: &author, new_id: &mut || "unused".into() };
        let draft = plan(&programme, command, env).expect("a plan");
        programme.commit(draft, &author, Timestamp(0)).expect("counts are left");
        folder.write("a.json", snapshot::write(programme.document()));
    };
    run(Command::Issue { id: "v".into(), number: "01-CTr/ĐU".into(), date: day, note: String::new() });
    let told = |folder: &Folder| json(&folder.run(&["versions", "a.json"]));
    assert_eq!(told(&folder)[0]["number"], "01-CTr/ĐU");
    assert_eq!(told(&folder)[0]["amended"], serde_json::json!([]));
    run(Command::Edit(vec![Edit::Head(HeadEdit::Theme("Khác".into()))]));
    assert_eq!(told(&folder)[0]["amended"][0]["amendments"], serde_json::json!(["theme"]));
    assert_eq!(
        (told(&folder)[0]["date"].as_str(), told(&folder)[0]["author"].as_str()),
        (Some("2025-01-15"), Some("Lan"))
    );
}

#[test]
fn a_part_is_split_off_filled_in_and_merged_back_with_nothing_lost() {
    let folder = Folder::new("split");
    folder.run(&["sample", "-o", "whole.json"]);
    let whole = snapshot::read(&folder.read("whole.json")).expect("the sample").document;
    let programme = tiendo::model::Programme::read(whole.clone());
    // Every body with work gets its part, changes one of its items, and sends it back.
    let mut parts = Vec::new();
    for body in programme.bodies().iter() {
        let name = format!("{}.json", body.id);
        let output = folder.run(&["split", "whole.json", "--body", body.id.as_str(), "-o", &name]);
        if output.status.code() == Some(1) {
            continue;
        }
        assert_eq!(output.status.code(), Some(0), "{}", words(&output));
        assert_eq!(folder.run(&["validate", &name]).status.code(), Some(0));
        let part = snapshot::read(&folder.read(&name)).expect("a part");
        let mut document = part.document;
        let scope = document.scope().expect("it says for whom it is").clone();
        assert_eq!(scope.holder, body.id);
        assert!(document.len() < whole.len(), "{} of {}", document.len(), whole.len());
        let read = tiendo::model::Programme::read(document.clone());
        assert_eq!(read.review(), [], "nothing in it hangs on what is not there");
        for line in read.outline() {
            let id = line.line.id().as_str();
            assert_eq!(
                (&line.label, &read.label(id)),
                (&programme.label(id), &programme.label(id)),
                "numbered as in the whole"
            );
            assert_eq!(read.reference(id), programme.reference(id));
        }
        let Some(item) = scope.nodes.iter().find(|id| read.items().contains(id.as_str())) else { continue };
        edit(&mut document, body.id.as_str(), 3, &[(item.as_str(), "note", body.name.as_str())]);
        folder.write(&name, snapshot::write(&document));
        parts.push((name, item.clone(), body.name.clone()));
    }
    assert!(parts.len() > 10);
    let mut names: Vec<&str> = parts.iter().map(|(name, ..)| name.as_str()).collect();
    names.reverse();
    let merge: Vec<&str> = ["merge", "whole.json"].into_iter().chain(names).chain(["-o", "merged.json"]).collect();
    folder.run(&merge);
    let merged = snapshot::read(&folder.read("merged.json")).expect("the whole again").document;
    assert_eq!(merged.len(), whole.len());
    assert_eq!(merged.scope(), None, "the whole again");
    for (_, item, name) in &parts {
        let node = merged.node(item.as_str()).expect("the item");
        let notes = node.field("note").expect("a note").values();
        assert!(notes.iter().any(|dot| dot.value.as_str() == Some(name)), "{name} wrote to {item}");
    }
    // Nobody touched anything else.
    for (id, node) in whole.nodes() {
        for (field, register) in node.fields().filter(|(field, _)| field.as_str() != "note") {
            assert_eq!(merged.node(id.as_str()).and_then(|node| node.field(field.as_str())), Some(register));
        }
    }
    let output = folder.run(&["split", "whole.json", "--body", "nobody", "-o", "x.json"]);
    assert_eq!(output.status.code(), Some(2));
}
