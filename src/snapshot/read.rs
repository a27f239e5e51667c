//! Text to a document, strictly: what is wrong is said with its place, and nothing is guessed.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::finding::{Code, Expected, Finding, Findings, Severity};
use super::json::{self, Json};
use super::limits::{MAX_BYTES, MAX_NAME, MAX_NODES};
use super::{FORMAT, SCHEMA, Snapshot, stamp};
use crate::document::{ActorId, Author, Document, FieldName, NodeId, Scope, SortedMap, Stamp, Value};

/// Reads a file's bytes: [`read`], after a look at their number and their encoding.
pub fn read_bytes(bytes: &[u8]) -> Result<Snapshot, Vec<Finding>> {
    if bytes.len() > MAX_BYTES {
        return Err(vec![Finding::of_file(Code::TooLarge { bytes: bytes.len() })]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        // A file that was cut in the middle of a letter is cut, not of another encoding.
        Err(error) if error.error_len().is_none() => Err(vec![Finding::of_file(Code::Truncated)]),
        Err(_) => Err(vec![Finding::of_file(Code::NotText)]),
    }
}

/// Reads a snapshot, or the nodes of one segment of a store. Mints no stamps. A byte-order mark, which editors on
/// Windows leave, is passed over.
pub fn read(text: &str) -> Result<Snapshot, Vec<Finding>> {
    if text.len() > MAX_BYTES {
        return Err(vec![Finding::of_file(Code::TooLarge { bytes: text.len() })]);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(vec![Finding::of_file(Code::Empty)]);
    }
    let json = json::parse(text).map_err(|finding| vec![finding])?;
    let mut reader = Reader::default();
    let snapshot = reader.file(&json);
    match snapshot {
        Some(mut snapshot) if reader.findings.0.iter().all(|finding| finding.severity() < Severity::Error) => {
            snapshot.warnings = reader.findings.0;
            Ok(snapshot)
        }
        _ => Err(reader.findings.0),
    }
}

pub(super) type Entries<'a> = [(Cow<'a, str>, Json<'a>)];

pub(super) fn get<'a, 'j>(entries: &'j Entries<'a>, key: &str) -> Option<&'j Json<'a>> {
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

#[derive(Default)]
pub(super) struct Reader {
    pub(super) findings: Findings,
    /// In the order of the file: stamps name them by their index.
    actors: Vec<ActorId>,
    /// Names that come again and again are kept once.
    pub(super) fields: HashMap<String, FieldName>,
    pub(super) kinds: HashMap<String, Arc<str>>,
}

impl Reader {
    fn file(&mut self, json: &Json<'_>) -> Option<Snapshot> {
        let top = json.as_map().filter(|top| get(top, "format").is_some() && get(top, "nodes").is_some());
        let Some(top) = top else {
            self.findings.0.push(Finding::of_file(Code::NotSnapshot));
            return None;
        };
        let format = self.int(top, "format")?;
        if format != FORMAT {
            let code = if format > FORMAT { Code::NewerFormat { format } } else { Code::NotSnapshot };
            self.findings.push(code, &["format"]);
            return None;
        }
        let schema = self.int(top, "schema")?;
        if schema > SCHEMA {
            self.findings.push(Code::NewerSchema { schema }, &["schema"]);
        } else if schema < 1 {
            self.findings.push(Code::NotSnapshot, &["schema"]);
        }
        let id = self.required(top, "docId", Json::as_str, Expected::Text)?;
        self.name(id, &["docId"]);
        let mut document = Document::new(id);
        self.actors(top, &mut document)?;
        self.times(top, &mut document)?;
        let nodes = self.required(top, "nodes", Json::as_map, Expected::Object)?;
        if nodes.len() > MAX_NODES {
            self.findings.push(Code::TooManyNodes, &["nodes"]);
            return None;
        }
        let mut read = Vec::with_capacity(nodes.len());
        for (id, node) in nodes {
            if self.findings.is_full() {
                break;
            }
            self.name(id, &["nodes"]);
            if let Some(node) = self.node(id, node) {
                read.push((NodeId::from(&**id), Arc::new(node)));
            }
        }
        for (id, node) in read {
            document.insert(id, node);
        }
        for (key, value) in top {
            let known = matches!(&**key, "actors" | "docId" | "format" | "nodes" | "schema" | "scope" | "stamps");
            if !known || (key == "schema" && schema > SCHEMA) {
                document.insert_unknown(&**key, to_value(value));
            }
        }
        let document = document.with_scope(self.scope(top));
        Some(Snapshot { document, warnings: Vec::new() })
    }

    fn required<'j, 'a, T: ?Sized>(
        &mut self,
        entries: &'j Entries<'a>,
        key: &'static str,
        cast: impl Fn(&'j Json<'a>) -> Option<&'j T>,
        what: Expected,
    ) -> Option<&'j T> {
        let Some(json) = get(entries, key) else {
            self.findings.push(Code::MissingKey { key }, &[]);
            return None;
        };
        let value = cast(json);
        if value.is_none() {
            self.findings.push(Code::Expected { what }, &[key]);
        }
        value
    }

    fn int(&mut self, top: &Entries<'_>, key: &'static str) -> Option<i64> {
        let number = match get(top, key) {
            Some(Json::Int(number)) => return Some(*number),
            Some(_) => Code::Expected { what: Expected::WholeNumber },
            None => Code::MissingKey { key },
        };
        self.findings.push(number, &[key]);
        None
    }

    /// Names are bounded, and free of characters that would hide in a list.
    pub(super) fn name(&mut self, name: &str, path: &[&str]) {
        if name.is_empty() || name.len() > MAX_NAME || name.chars().any(char::is_control) {
            let shown = name.chars().take(40).collect();
            self.findings.push(Code::BadName { name: shown }, path);
        }
    }

    fn actors(&mut self, top: &Entries<'_>, document: &mut Document) -> Option<()> {
        let list = self.required(top, "actors", |json| json.as_list(), Expected::List)?;
        for (index, entry) in list.iter().enumerate() {
            let parts = entry.as_list().map(|parts| parts.iter().map(Json::as_str).collect::<Option<Vec<_>>>());
            let Some(Some([id, person, body])) = parts.as_ref().map(|parts| parts.as_deref()) else {
                self.findings.push(Code::Expected { what: Expected::Actor }, &["actors", &index.to_string()]);
                return None;
            };
            self.name(id, &["actors", &index.to_string()]);
            let actor = ActorId::from(*id);
            let author = Author { actor: actor.clone(), person: (*person).to_owned(), body: (*body).to_owned() };
            if document.insert_author(author).is_some() {
                let code = Code::DoubledKey { key: (*id).to_owned() };
                self.findings.push(code, &["actors", &index.to_string()]);
            }
            self.actors.push(actor);
        }
        Some(())
    }

    fn times(&mut self, top: &Entries<'_>, document: &mut Document) -> Option<()> {
        let stamps = self.required(top, "stamps", |json| json.as_map(), Expected::Object)?;
        for (name, time) in stamps {
            let path = ["stamps", name];
            let Some(stamp) = self.stamp(name, &path) else { continue };
            let text = time.as_str().unwrap_or_default();
            match stamp::parse_time(text) {
                Some(at) => drop(document.insert_time(stamp, at)),
                None => self.findings.push(Code::BadTime { text: text.chars().take(40).collect() }, &path),
            }
        }
        Some(())
    }

    pub(super) fn stamp(&mut self, text: &str, path: &[&str]) -> Option<Stamp> {
        stamp::parse(text, &self.actors).map_err(|code| self.findings.push(code, path)).ok()
    }

    /// `None` for the whole programme, or with a finding.
    fn scope(&mut self, top: &Entries<'_>) -> Option<Scope> {
        let scope = match get(top, "scope") {
            Some(Json::Null) => return None,
            Some(Json::Map(scope)) => scope,
            Some(_) => {
                self.findings.push(Code::Expected { what: Expected::Object }, &["scope"]);
                return None;
            }
            None => {
                self.findings.push(Code::MissingKey { key: "scope" }, &[]);
                return None;
            }
        };
        let body = self.required(scope, "body", Json::as_str, Expected::Text)?;
        let items = self.required(scope, "items", |json| json.as_list(), Expected::List)?;
        let mut ids = BTreeSet::new();
        for item in items {
            let Some(id) = item.as_str() else {
                self.findings.push(Code::Expected { what: Expected::Text }, &["scope", "items"]);
                return None;
            };
            ids.insert(id.into());
        }
        let mut labels = SortedMap::new();
        for (id, label) in get(scope, "numbers").and_then(Json::as_map).into_iter().flatten() {
            let Some(label) = label.as_str() else {
                self.findings.push(Code::Expected { what: Expected::Text }, &["scope", "numbers"]);
                return None;
            };
            labels.insert(id.as_ref().into(), label.to_owned());
        }
        Some(Scope { holder: body.into(), nodes: ids, labels })
    }
}

pub(super) fn to_value(json: &Json<'_>) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Int(number) => Value::Int(*number),
        Json::Text(text) => Value::text(text),
        Json::List(list) => Value::List(list.iter().map(to_value).collect()),
        Json::Map(map) => Value::map(&mut map.iter().map(|(key, value)| (key.to_string(), to_value(value)))),
    }
}
