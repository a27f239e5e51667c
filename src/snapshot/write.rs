//! A document to canonical text: one document, one sequence of bytes.
//!
//! Keys, actors and stamps are sorted, numbers are whole, and lines break only before a top-level key and a node, so that
//! a place in the file can be named and two files can be compared line by line.

use std::collections::HashMap;

use super::text::{push_int, push_text, push_value};
use super::{FORMAT, OLD_TEXT, SCHEMA, stamp};
use crate::document::{
    ActorId, Document, FieldName, Moment, Node, NodeId, Old, Register, Scope, Stamp, Value, sort, sort_once,
};
use crate::model::{ROOT, issued};

/// The file for other people: all that this copy holds. Long old texts are left out, their changes stay known; those of an
/// issued version stay.
pub fn write(document: &Document) -> String {
    let nodes: Vec<_> = document.nodes().map(|(id, node)| (id, &**node)).collect();
    Writer::new(document, nodes, OldTexts::Short).file(document.scope())
}

/// A file that holds only some nodes, for the body that fills them in.
pub fn write_part<'a>(document: &'a Document, scope: &Scope, ids: impl Iterator<Item = &'a NodeId>) -> String {
    Writer::new(document, existing(document, ids), OldTexts::Short).file(Some(scope))
}

/// Some nodes with everything known of them, as a text that [`super::read`] takes: what a store saves in one segment.
///
/// It holds the actors and times of these nodes only. Texts over disjoint nodes put the document together again by
/// [`Document::join`], in any order.
pub fn write_nodes<'a>(document: &'a Document, ids: impl Iterator<Item = &'a NodeId>) -> String {
    let nodes = existing(document, ids);
    // Once in a store: with the head of the programme.
    let scope = document.scope().filter(|_| nodes.iter().any(|(id, _)| id.as_str() == ROOT));
    Writer::new(document, nodes, OldTexts::Whole).file(scope)
}

fn existing<'a>(document: &'a Document, ids: impl Iterator<Item = &'a NodeId>) -> Vec<(&'a NodeId, &'a Node)> {
    let mut ids: Vec<_> = ids.collect();
    sort_once(&mut ids);
    ids.into_iter().filter_map(|id| Some((id, &**document.node(id.as_str())?))).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum OldTexts {
    Whole,
    Short,
}

/// One text in the making, with the tables that its stamps point into.
struct Writer<'a> {
    document: &'a Document,
    nodes: Vec<(&'a NodeId, &'a Node)>,
    old_texts: OldTexts,
    /// What was issued is kept whole.
    issued: Vec<Moment>,
    actors: HashMap<&'a ActorId, usize>,
    /// The stamps that carry a value, or carried one that was replaced.
    stamps: Vec<&'a Stamp>,
    out: String,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, nodes: Vec<(&'a NodeId, &'a Node)>, old_texts: OldTexts) -> Self {
        let (mut stamps, mut actors) = (Vec::new(), Vec::new());
        for (_, node) in &nodes {
            for (_, register) in node.fields() {
                stamps.extend(register.values().iter().map(|dot| &dot.stamp));
                actors.extend(register.context().keys());
            }
            stamps.extend(node.histories().flat_map(|(_, old)| old.iter().map(|old| &old.stamp)));
        }
        sort_once(&mut stamps);
        actors.extend(stamps.iter().map(|stamp| &stamp.actor));
        sort_once(&mut actors);
        let actors = actors.into_iter().enumerate().map(|(index, actor)| (actor, index)).collect();
        let out = String::with_capacity(nodes.len() * 300);
        let issued = if old_texts == OldTexts::Short { issued(document) } else { Vec::new() };
        Self { document, nodes, old_texts, issued, actors, stamps, out }
    }

    fn file(mut self, scope: Option<&Scope>) -> String {
        let newer = self.document.unknown().get("schema").and_then(Value::as_int);
        let mut keys: Vec<&str> = vec!["actors", "docId", "format", "nodes", "schema", "scope", "stamps"];
        keys.extend(self.document.unknown().keys().map(String::as_str).filter(|key| *key != "schema"));
        sort(&mut keys);
        for (index, key) in keys.into_iter().enumerate() {
            self.out.push_str(if index == 0 { "{" } else { ",\n" });
            self.key(key);
            match key {
                "actors" => self.actors(),
                "docId" => push_text(&mut self.out, self.document.id()),
                "format" => push_int(&mut self.out, FORMAT),
                "nodes" => self.nodes(),
                "schema" => push_int(&mut self.out, newer.map_or(SCHEMA, |newer| newer.max(SCHEMA))),
                "scope" => self.scope(scope),
                "stamps" => self.times(),
                unknown => push_value(&mut self.out, &self.document.unknown()[unknown]),
            }
        }
        self.out.push_str("}\n");
        self.out
    }

    fn key(&mut self, key: &str) {
        push_text(&mut self.out, key);
        self.out.push(':');
    }

    fn comma(&mut self, open: char) {
        if !self.out.ends_with(open) {
            self.out.push(',');
        }
    }

    fn actors(&mut self) {
        let mut listed: Vec<_> = self.actors.keys().copied().collect();
        sort(&mut listed);
        self.out.push('[');
        for (index, actor) in listed.into_iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            let (person, body) =
                self.document.author(actor).map_or(("", ""), |author| (author.person.as_str(), author.body.as_str()));
            self.out.push('[');
            push_text(&mut self.out, actor.as_str());
            self.out.push(',');
            push_text(&mut self.out, person);
            self.out.push(',');
            push_text(&mut self.out, body);
            self.out.push(']');
        }
        self.out.push(']');
    }

    fn times(&mut self) {
        let mut times: Vec<_> =
            self.stamps.iter().filter_map(|stamp| Some((self.name(stamp), self.document.time_of(stamp)?))).collect();
        sort(&mut times);
        self.out.push('{');
        for (index, (name, at)) in times.into_iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            self.key(&name);
            self.out.push('"');
            stamp::push_time(&mut self.out, at);
            self.out.push('"');
        }
        self.out.push('}');
    }

    fn scope(&mut self, scope: Option<&Scope>) {
        let Some(scope) = scope else { return self.out.push_str("null") };
        self.out.push_str("{\"body\":");
        push_text(&mut self.out, scope.holder.as_str());
        self.out.push_str(",\"items\":[");
        for item in &scope.nodes {
            self.comma('[');
            push_text(&mut self.out, item.as_str());
        }
        self.out.push(']');
        self.object("numbers", scope.labels.iter(), |writer, label| push_text(&mut writer.out, label));
        self.out.push('}');
    }

    fn nodes(&mut self) {
        self.out.push('{');
        let nodes = std::mem::take(&mut self.nodes);
        for (id, node) in nodes {
            self.comma('{');
            self.out.push('\n');
            self.key(id.as_str());
            self.node(node);
        }
        self.out.push_str("\n}");
    }

    fn node(&mut self, node: &Node) {
        let default = default_stamp(node);
        let mut special = ["!", "#", "@", "type", "~"].into_iter().peekable();
        self.out.push('{');
        for (name, register) in node.fields() {
            while let Some(key) = special.next_if(|key| *key < name.as_str()) {
                self.special(key, node, default);
            }
            if let Some(shown) = register.shown() {
                self.comma('{');
                self.key(name.as_str());
                push_value(&mut self.out, &shown.value);
            }
        }
        for key in special {
            self.special(key, node, default);
        }
        self.out.push('}');
    }

    fn special(&mut self, key: &str, node: &Node, default: Option<&Stamp>) {
        match key {
            "type" => {
                self.comma('{');
                self.key(key);
                push_text(&mut self.out, node.kind());
            }
            "@" => {
                if let Some(stamp) = default {
                    self.comma('{');
                    self.key(key);
                    self.quoted(stamp);
                }
            }
            "~" => {
                let fields = node.fields().filter(|(_, register)| match register.sole_stamp() {
                    Some(stamp) => default != Some(stamp),
                    None => !register.values().is_empty(),
                });
                self.object(key, fields, Self::context);
            }
            "!" => {
                let fields = node.fields().filter(|(_, register)| is_spelled_out(register));
                self.object(key, fields, Self::values);
            }
            _ => {
                let histories: Vec<_> = node.histories().map(|(field, old)| (field, (node, field, old))).collect();
                self.object(key, histories.iter().map(|(field, history)| (field, history)), Self::history);
            }
        }
    }

    /// An object below a key of a node, left out when it would be empty.
    fn object<'n, K: ToString + 'n, T: ?Sized + 'n>(
        &mut self,
        key: &str,
        entries: impl Iterator<Item = (K, &'n T)>,
        mut entry: impl FnMut(&mut Self, &'n T),
    ) {
        let mut first = true;
        for (name, value) in entries {
            if first {
                self.comma('{');
                self.key(key);
                self.out.push('{');
            } else {
                self.out.push(',');
            }
            first = false;
            self.key(&name.to_string());
            entry(self, value);
        }
        if !first {
            self.out.push('}');
        }
    }

    /// All that this copy has seen of a field: the value's own stamp last, or, where every value bears its own, sorted.
    fn context(&mut self, register: &Register) {
        let own = if is_spelled_out(register) { None } else { register.shown().map(|dot| &dot.stamp) };
        self.out.push('"');
        for (actor, count) in register.context() {
            if own.is_none_or(|own| own.actor != *actor) {
                if !self.out.ends_with('"') {
                    self.out.push(' ');
                }
                self.push_name(actor, *count);
            }
        }
        if let Some(own) = own {
            if !self.out.ends_with('"') {
                self.out.push(' ');
            }
            self.push_name(&own.actor, own.count);
        }
        self.out.push('"');
    }

    fn values(&mut self, register: &Register) {
        self.out.push('[');
        for dot in register.values() {
            self.comma('[');
            self.stamped(Some(&dot.value), &dot.stamp);
        }
        self.out.push(']');
    }

    fn history(&mut self, (node, field, old): &(&Node, &FieldName, &[Old])) {
        self.out.push('[');
        for (index, Old { stamp, value }) in old.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            // Two values under one stamp (a cloned writer) are told apart by nothing but themselves.
            let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten().filter_map(|at| old.get(at));
            let is_fork = beside.into_iter().any(|other| other.stamp == *stamp);
            let kept = value.as_ref().filter(|value| match value {
                Value::Text(text) => {
                    let is_issued = |moment| node.was_shown(field.as_str(), stamp, moment);
                    let is_whole = self.old_texts == OldTexts::Whole || text.len() <= OLD_TEXT || is_fork;
                    is_whole || self.issued.iter().any(is_issued)
                }
                _ => true,
            });
            self.stamped(kept, stamp);
        }
        self.out.push(']');
    }

    fn stamped(&mut self, value: Option<&Value>, stamp: &Stamp) {
        self.out.push('[');
        if let Some(value) = value {
            push_value(&mut self.out, value);
            self.out.push(',');
        }
        self.quoted(stamp);
        self.out.push(']');
    }

    fn quoted(&mut self, stamp: &Stamp) {
        self.out.push('"');
        self.push_name(&stamp.actor, stamp.count);
        self.out.push('"');
    }

    fn name(&self, stamp: &Stamp) -> String {
        let mut name = String::new();
        stamp::push(&mut name, self.actors[&stamp.actor], stamp.count);
        name
    }

    fn push_name(&mut self, actor: &ActorId, count: u64) {
        // Every actor was listed when the writer was made.
        stamp::push(&mut self.out, self.actors[actor], count);
    }
}

/// Whether the short form (one value, its own stamp last in the context) cannot say what the field holds.
fn is_spelled_out(register: &Register) -> bool {
    match register.values() {
        [] => false,
        [dot] => register.context().get(&dot.stamp.actor) != Some(&dot.stamp.count),
        _ => true,
    }
}

/// The stamp that most fields carry alone; among equals the smallest.
fn default_stamp(node: &Node) -> Option<&Stamp> {
    let mut counts: Vec<(&Stamp, usize)> = Vec::new();
    for stamp in node.fields().filter_map(|(_, register)| register.sole_stamp()) {
        match counts.iter_mut().find(|(known, _)| *known == stamp) {
            Some((_, count)) => *count += 1,
            None => counts.push((stamp, 1)),
        }
    }
    counts.into_iter().max_by(|(a, m), (b, n)| m.cmp(n).then_with(|| b.cmp(a))).map(|(stamp, _)| stamp)
}
