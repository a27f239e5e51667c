//! Files in and out of the commands.

use std::io::{ErrorKind, Read, Write};

use serde_json::Value as Json;
use tiendo::document::Value;
use tiendo::i18n::messages::CommandLine;
use tiendo::i18n::{Language, Message};
use tiendo::snapshot::{self, Finding, Snapshot};

use super::{Misuse, Outcome};

/// The bytes of a file; `-` is standard input.
pub fn bytes(file: &str) -> Result<Vec<u8>, Misuse> {
    let mut bytes = Vec::new();
    let read = if file == "-" {
        // One byte past the limit is enough to know that it was passed.
        std::io::stdin().take(snapshot::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(snapshot::MAX_BYTES as u64 + 1).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Misuse(CommandLine::CannotRead { name: file.to_owned(), reason: error.to_string() })),
    }
}

/// The snapshot in a file. What is wrong with it is said; `None` when that leaves nothing to work with.
pub fn snapshot(file: &str, language: Language) -> Result<Option<Snapshot>, Misuse> {
    match snapshot::read_bytes(&bytes(file)?) {
        Ok(snapshot) => {
            say(file, &snapshot.warnings, language);
            Ok(Some(snapshot))
        }
        Err(findings) => {
            say(file, &findings, language);
            Ok(None)
        }
    }
}

fn say(file: &str, findings: &[Finding], language: Language) {
    for finding in findings {
        eprintln!("{file}: {}", finding.text(language));
    }
}

/// Writes the result to the file of `-o`, whole or not at all, or to standard output.
pub fn put(out: Option<&str>, text: &str) -> Result<Outcome, Misuse> {
    let Some(file) = out.filter(|file| *file != "-") else { return print(text) };
    let beside = format!("{file}.part");
    let written = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, file));
    match written {
        Ok(()) => Ok(Outcome::Fine),
        Err(error) => Err(Misuse(CommandLine::CannotWrite { name: file.to_owned(), reason: error.to_string() })),
    }
}

/// Writes to standard output. A reader that has seen enough (`| head`) is no mistake.
pub fn print(text: &str) -> Result<Outcome, Misuse> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Misuse(CommandLine::CannotWrite { name: "-".to_owned(), reason: error.to_string() }))
        }
        _ => Ok(Outcome::Fine),
    }
}

/// A document's value as JSON.
pub fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Bool(*flag),
        Value::Int(number) => Json::from(*number),
        Value::Text(text) => Json::from(&**text),
        Value::List(list) => list.iter().map(json).collect(),
        Value::Map(map) => map.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}

/// JSON over several lines, for people and tools alike.
pub fn pretty(json: &Json) -> String {
    format!("{json:#}")
}
