//! One node of a file: its fields as registers, with what this copy has seen of each, and their old values.

use super::finding::{Code, Expected};
use super::json::Json;
use super::read::{Entries, Reader, get, to_value};
use crate::document::{Dot, FieldName, Node, Old, Register, SortedMap, Stamp, Value, sort_once};

impl Reader {
    pub(super) fn node(&mut self, id: &str, json: &Json<'_>) -> Option<Node> {
        let path = ["nodes", id];
        let Some(entries) = json.as_map() else {
            self.findings.push(Code::Expected { what: Expected::Object }, &path);
            return None;
        };
        let Some(kind) = get(entries, "type").and_then(Json::as_str) else {
            self.findings.push(Code::MissingKey { key: "type" }, &path);
            return None;
        };
        let default = match get(entries, "@") {
            None => None,
            Some(Json::Text(text)) => Some(self.stamp(text, &["nodes", id, "@"])?),
            Some(_) => return self.wrong(Expected::Text, &["nodes", id, "@"]),
        };
        let contexts = self.special(entries, "~", id)?;
        let several = self.special(entries, "!", id)?;
        let mut fields = SortedMap::new();
        for (name, value) in entries {
            if matches!(&**name, "type" | "@" | "~" | "!" | "#") {
                continue;
            }
            let path = ["nodes", id, name];
            self.name(name, &path);
            let (context, values) = (get(contexts, name), get(several, name));
            let register = if context.is_some() || values.is_some() {
                self.register(value, context, values, &path)
            } else {
                if default.is_none() {
                    self.findings.push(Code::Unstamped, &path);
                }
                default.as_ref().map(|stamp| Register::single(to_value(value), stamp.clone()))
            };
            let Some(register) = register else { continue };
            fields.insert(self.field(name), register);
        }
        for (name, _) in contexts.iter().chain(several) {
            if !fields.contains_key(&**name) && get(entries, name).is_none() {
                self.findings.push(Code::Contradiction, &["nodes", id, name]);
            }
        }
        let history = self.history(entries, id)?;
        let kind = self.kinds.entry(kind.to_owned()).or_insert_with(|| kind.into()).clone();
        Some(Node::from_parts(kind, fields, history))
    }

    fn wrong<T>(&mut self, what: Expected, path: &[&str]) -> Option<T> {
        self.findings.push(Code::Expected { what }, path);
        None
    }

    /// One of the objects beside a node's fields; an absent one is empty.
    fn special<'j, 'a>(&mut self, entries: &'j Entries<'a>, key: &str, id: &str) -> Option<&'j Entries<'a>> {
        match get(entries, key) {
            None => Some(&[]),
            Some(Json::Map(map)) => Some(map),
            Some(_) => self.wrong(Expected::Object, &["nodes", id, key]),
        }
    }

    fn field(&mut self, name: &str) -> FieldName {
        if let Some(known) = self.fields.get(name) {
            return known.clone();
        }
        let fresh = FieldName::from(name);
        self.fields.insert(name.to_owned(), fresh.clone());
        fresh
    }

    /// A field that does not carry the default stamp alone.
    fn register(
        &mut self,
        value: &Json<'_>,
        context: Option<&Json<'_>>,
        several: Option<&Json<'_>>,
        path: &[&str],
    ) -> Option<Register> {
        let Some(names) = context.and_then(Json::as_str) else { return self.wrong(Expected::Text, path) };
        let mut seen = SortedMap::new();
        let mut last = None;
        for name in names.split(' ') {
            let stamp = self.stamp(name, path)?;
            if seen.insert(stamp.actor.clone(), stamp.count).is_some() {
                self.findings.push(Code::Contradiction, path);
                return None;
            }
            last = Some(stamp);
        }
        let mut values = Vec::new();
        match several {
            None => values.push(Dot { value: to_value(value), stamp: last? }),
            Some(Json::List(list)) => {
                for entry in list {
                    let (value, stamp) = self.stamped(entry, path)?;
                    let Some(value) = value else { return self.wrong(Expected::StampedValue, path) };
                    values.push(Dot { stamp, value });
                }
            }
            Some(_) => return self.wrong(Expected::List, path),
        }
        let seen_all =
            values.iter().all(|dot| seen.get(&dot.stamp.actor).is_some_and(|count| dot.stamp.count <= *count));
        let count = values.len();
        let register = Register::from_parts(values, seen);
        let shown = register.shown().map(|dot| &dot.value) == Some(&to_value(value));
        if !seen_all || !shown || register.values().len() != count {
            self.findings.push(Code::Contradiction, path);
            return None;
        }
        Some(register)
    }

    /// `[value, stamp]`, or `[stamp]` where the value was left out.
    fn stamped(&mut self, entry: &Json<'_>, path: &[&str]) -> Option<(Option<Value>, Stamp)> {
        let (value, name) = match entry.as_list() {
            Some([value, Json::Text(name)]) => (Some(to_value(value)), name),
            Some([Json::Text(name)]) => (None, name),
            _ => return self.wrong(Expected::StampedValue, path),
        };
        Some((value, self.stamp(name, path)?))
    }

    fn history(&mut self, entries: &Entries<'_>, id: &str) -> Option<SortedMap<FieldName, Vec<Old>>> {
        let mut history = SortedMap::new();
        for (name, list) in self.special(entries, "#", id)? {
            let path = ["nodes", id, "#", name];
            let Some(list) = list.as_list() else { return self.wrong(Expected::List, &path) };
            let mut old = Vec::with_capacity(list.len());
            for entry in list {
                let (value, stamp) = self.stamped(entry, &path)?;
                old.push(Old { stamp, value });
            }
            sort_once(&mut old);
            // A change that is listed twice.
            for _ in old.len()..list.len() {
                self.findings.push(Code::Contradiction, &path);
            }
            history.insert(self.field(name), old);
        }
        Some(history)
    }
}
