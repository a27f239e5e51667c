//! Damaged documents: whatever the text or the .docx, reading ends, panics never, and places stay within the source.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write};

use tiendo::document::{Author, NodeId, Timestamp};
use tiendo::documents::{self, Draft, Place};
use tiendo::env::Env;
use tiendo::i18n::{Language, Message};
use tiendo::model::Date;
use tiendo::snapshot;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::mutate::{Random, spoil};
use super::{Judge, files, rounds};

/// Rounds of a test run.
const ROUNDS: u64 = 150;
/// What rules look for, put where it does not belong.
const PIECES: &[&str] = &[
    "(1)",
    "| ",
    "\t",
    "\n",
    "\n- ",
    "\n1.1. ",
    "\nI. ",
    "\nĐiều 2. ",
    "từ 5 đến ",
    "trong đó ",
    "“",
    "không để xảy ra ",
    "100%",
    "/2025",
    " - ",
    "trở lên",
    "\nPHỤ LỤC\n",
    "\nNơi nhận:\n",
    "99999999999999999999999999999999 hộ",
    "nhóm 05 ",
    "2.5 km",
    "Số: ",
    "</w:p>",
    "<w:tbl><w:tr><w:tc>",
    "<w:br/>",
    "<w:gridSpan w:val=\"99\"/>",
    "<w:ilvl w:val=\"88\"/>",
    "&amp;",
    "&x;",
    "<!DOCTYPE a>",
    "e\u{323}\u{302}",
    "\u{0}",
];

#[test]
fn damaged_documents_are_read_to_the_end() {
    let seeds: Vec<String> = files("tests/fixtures/documents")
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "txt"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let judge = Judge::with(check);
    let (mut read, mut round) = (0_u64, 0);
    for mut random in rounds(ROUNDS) {
        let seed = &seeds[random.below(seeds.len())];
        let other = &seeds[random.below(seeds.len())];
        let damaged = match random.below(4) {
            0 | 1 => damage(seed.as_bytes(), other.as_bytes(), &mut random),
            2 => package(&damage(xml(seed).as_bytes(), xml(other).as_bytes(), &mut random)),
            _ => damage(&package(xml(seed).as_bytes()), other.as_bytes(), &mut random),
        };
        read += u64::from(judge.check(&damaged));
        round += 1;
    }
    println!("{round} documents: {read} read, the others refused; none failed");
    assert!(read * 3 > round && read < round, "{read} of {round} were read");
}

#[test]
fn documents_that_once_failed() {
    let judge = Judge::with(check);
    for file in files("tests/fixtures/fuzz-documents") {
        judge.check(&fs::read(file).unwrap());
    }
}

fn damage(seed: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut text = seed.to_vec();
    for _ in 0..=random.below(6) {
        if random.below(2) == 0 {
            let at = random.below(text.len() + 1);
            text.splice(at..at, random.pick(PIECES).bytes());
        } else {
            spoil(&mut text, other, random);
        }
    }
    text
}

/// A text as `document.xml`, its lines numbered by Word in turn.
fn xml(text: &str) -> String {
    let mut body = String::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.replace('&', "&amp;").replace('<', "&lt;");
        let level = at % 4;
        let _ = write!(
            body,
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{line}</w:t></w:r></w:p>"
        );
    }
    format!("<w:document><w:body>{body}</w:body></w:document>")
}

fn package(document: &[u8]) -> Vec<u8> {
    const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
        <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl><w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%3)\"/></w:lvl>\
        </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("word/document.xml", document), ("word/numbering.xml", NUMBERING.as_bytes())] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// All that is done with a document that a person brings. Returns whether it was read.
fn check(bytes: &[u8]) -> bool {
    let draft = match documents::read(bytes) {
        Ok(draft) => draft,
        Err(error) => {
            assert!(!error.text(Language::Vietnamese).is_empty() && !error.text(Language::English).is_empty());
            return false;
        }
    };
    documents::read_html(&String::from_utf8_lossy(bytes));
    within(&draft);
    let author = Author { actor: "a".into(), person: String::new(), body: String::new() };
    let mut count = 0;
    let mut new_id = || {
        count += 1;
        NodeId::from(format!("n{count:011}"))
    };
    let mut env =
        Env { now: Timestamp(0), today: Date::new(2025, 1, 1).unwrap(), author: &author, new_id: &mut new_id };
    let document = documents::programme(&draft, "p00000000001", &mut env);
    assert!(snapshot::read(&snapshot::write(&document)).is_ok(), "a programme that no one can read again");
    true
}

fn within(draft: &Draft) {
    let places =
        draft.entries.iter().map(|entry| entry.place).chain(draft.measures.iter().map(|measure| measure.place));
    let places = places.chain(draft.qualitative.iter().map(|goal| goal.place));
    for Place { line, span } in
        places.chain(draft.diagnostics.iter().map(|found| found.place)).filter(|place| place.line > 0)
    {
        let length = draft.lines[line - 1].chars().count();
        assert!(span.0 <= span.1 && span.1 <= length, "line {line}: {span:?} of {length}");
    }
    for diagnostic in &draft.diagnostics {
        assert!(!diagnostic.code.vi().is_empty() && !diagnostic.code.en().is_empty());
    }
}
