//! What was changed in a programme since it was issued (sửa đổi, bổ sung): lines, wordings, targets, deadlines, bodies.
//! Progress and figures are no amendments.

use super::{Deadline, Line, Programme, ROOT, Role, Target, Version};
use crate::document::{Moment, NodeId, Past, SortedMap, Value, sort};

/// One difference of a line from its issued state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendment {
    Added,
    Removed,
    /// It stands elsewhere; how it was referred to then.
    Moved {
        from: String,
    },
    /// By the field's name in files. `before` is `None` where this copy does not have it.
    Text {
        field: &'static str,
        before: Option<String>,
        after: String,
    },
    /// Each with its unit.
    Target {
        before: (Target, String),
        after: (Target, String),
    },
    /// Of the line, or of one body's part in it.
    Deadline {
        body: Option<String>,
        before: Deadline,
        after: Deadline,
    },
    /// The names of the bodies that have a role.
    Bodies {
        role: Role,
        before: Vec<String>,
        after: Vec<String>,
    },
    /// Another field, by its name in files.
    Other {
        field: &'static str,
    },
}

/// A line with its amendments. The head of the document is a line with the id of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendedLine {
    pub id: NodeId,
    /// How it is referred to now; of a removed one then.
    pub reference: String,
    pub title: String,
    pub amendments: Vec<Amendment>,
}

/// A programme beside its issued state.
#[derive(Clone, Copy)]
pub struct Comparison<'a> {
    then: &'a Programme,
    now: &'a Programme,
    seen: &'a Moment,
}

const HEAD: &[&str] = &[
    "number",
    "title",
    "date",
    "issuer",
    "parent-issuer",
    "issued-at",
    "theme",
    "preamble",
    "bases",
    "recipients",
    "signatory-authority",
    "signatory-title",
    "signatory-name",
];
const HEAD_OTHER: &[&str] = &["first-year", "last-year"];
const SECTION: &[&str] = &["title"];
const ITEM: &[&str] = &["title", "text", "product"];
const LINE_OTHER: &[&str] = &["kind", "numbering"];
const MEASURE: &[&str] = &["name"];
const MEASURE_OTHER: &[&str] = &["baseline", "interim", "value-kind", "period", "judged-by", "direction"];

impl Programme {
    /// This programme beside the state in which it was issued, as [`Programme::as_issued`] gives it.
    pub fn compared<'a>(&'a self, then: &'a Self, version: &'a Version) -> Comparison<'a> {
        Comparison { then, now: self, seen: &version.seen }
    }
}

impl Comparison<'_> {
    /// Everything that was amended, in the order of the document; what was removed follows the line it stood after.
    pub fn all(self) -> Vec<AmendedLine> {
        let mut removed: SortedMap<Option<NodeId>, Vec<AmendedLine>> = SortedMap::new();
        let mut after = None;
        for numbered in self.then.outline() {
            let line = numbered.line;
            if self.now.line(line.id().as_str()).is_some() {
                after = Some(line.id().clone());
            } else {
                removed.or_default(after.clone()).push(amended(self.then, line, vec![Amendment::Removed]));
            }
        }
        let mut all = Vec::new();
        let head = self.texts(ROOT, HEAD, HEAD_OTHER);
        if !head.is_empty() {
            let title = self.now.head().title.clone();
            all.push(AmendedLine { id: ROOT.into(), reference: String::new(), title, amendments: head });
        }
        all.extend(removed.remove(&None).unwrap_or_default());
        for numbered in self.now.outline() {
            let amendments = self.line(numbered.line.id().as_str());
            if !amendments.is_empty() {
                all.push(amended(self.now, numbered.line, amendments));
            }
            all.extend(removed.remove(&Some(numbered.line.id().clone())).unwrap_or_default());
        }
        all
    }

    /// The amendments of one line.
    pub fn line(self, id: &str) -> Vec<Amendment> {
        let (then, now) = match (self.then.line(id), self.now.line(id)) {
            (Some(then), Some(now)) => (then, now),
            (None, Some(_)) => return vec![Amendment::Added],
            (Some(_), None) => return vec![Amendment::Removed],
            (None, None) => return Vec::new(),
        };
        let mut found = Vec::new();
        if self.is_moved(then, now) {
            found.push(Amendment::Moved { from: self.then.full_reference(id) });
        }
        let (texts, other) = match now {
            Line::Section(_) => (SECTION, LINE_OTHER),
            Line::Item(_) => (ITEM, LINE_OTHER),
            Line::Measure(_) => (MEASURE, MEASURE_OTHER),
        };
        found.extend(self.texts(id, texts, other));
        match (then, now) {
            (Line::Item(then), Line::Item(now)) if then.deadline != now.deadline => {
                let (before, after) = (then.deadline.clone(), now.deadline.clone());
                found.push(Amendment::Deadline { body: None, before, after });
            }
            (Line::Measure(then), Line::Measure(now)) if (&then.target, &then.unit) != (&now.target, &now.unit) => {
                let before = (then.target.clone(), then.unit.clone());
                found.push(Amendment::Target { before, after: (now.target.clone(), now.unit.clone()) });
            }
            _ => {}
        }
        self.bodies(id, &mut found);
        found
    }

    fn texts(self, id: &str, texts: &[&'static str], other: &[&'static str]) -> Vec<Amendment> {
        let Some(node) = self.now.document().node(id) else { return Vec::new() };
        let mut found = Vec::new();
        for field in texts {
            let (then, now) = (node.value_then(field, self.seen), node.get(field));
            let after = now.map(text_of).unwrap_or_default();
            let before = match then {
                Past::Value(value) => Some(text_of(value)),
                Past::Nothing => Some(String::new()),
                Past::Unknown => None,
            };
            if before.as_ref() != Some(&after) {
                found.push(Amendment::Text { field, before, after });
            }
        }
        for field in other {
            let is_same = match node.value_then(field, self.seen) {
                Past::Value(value) => node.get(field) == Some(value),
                Past::Nothing => node.get(field).is_none(),
                Past::Unknown => true,
            };
            if !is_same {
                found.push(Amendment::Other { field });
            }
        }
        found
    }

    /// Below another parent, or among those that are its neighbours in both after another one.
    fn is_moved(self, then: Line, now: Line) -> bool {
        let parent = &then.place().parent;
        if then.place() == now.place() || *parent != now.place().parent {
            return *parent != now.place().parent;
        }
        let stands_after = |programme: &Programme, other: &Programme| {
            let neighbours = programme.children(parent.as_str());
            let before = neighbours.iter().take_while(|line| line.id() != now.id());
            let stays =
                |line: &&Line| other.line(line.id().as_str()).is_some_and(|line| line.place().parent == *parent);
            before.filter(stays).last().map(|line| line.id().clone())
        };
        stands_after(self.then, self.now) != stands_after(self.now, self.then)
    }

    fn bodies(self, id: &str, found: &mut Vec<Amendment>) {
        for role in [Role::Lead, Role::Coordinate, Role::Monitor] {
            let (before, after) = (with_role(self.then, id, role), with_role(self.now, id, role));
            if before != after {
                let names = |programme: &Programme, bodies: &[NodeId]| {
                    bodies.iter().map(|body| self.body_name(programme, body)).collect()
                };
                let (before, after) = (names(self.then, &before), names(self.now, &after));
                found.push(Amendment::Bodies { role, before, after });
            }
        }
        for then in self.then.engagements_of(id) {
            let Some(now) = self.now.engagements().get(then.id.as_str()) else { continue };
            if then.deadline != now.deadline {
                let body = Some(self.body_name(self.now, &now.body));
                let (before, after) = (then.deadline.clone(), now.deadline.clone());
                found.push(Amendment::Deadline { body, before, after });
            }
        }
    }

    fn body_name(self, programme: &Programme, body: &NodeId) -> String {
        let body = programme.bodies().get(body.as_str()).or_else(|| self.then.bodies().get(body.as_str()));
        body.map(|body| body.name.clone()).unwrap_or_default()
    }
}

fn amended(programme: &Programme, line: Line, amendments: Vec<Amendment>) -> AmendedLine {
    let id = line.id().clone();
    AmendedLine { reference: programme.full_reference(id.as_str()), title: line.title().to_owned(), id, amendments }
}

/// The bodies with a role in a line; who owns a measure leads it.
fn with_role(programme: &Programme, id: &str, role: Role) -> Vec<NodeId> {
    let parts = programme.engagements_of(id).filter(|part| part.role == role);
    let mut bodies: Vec<NodeId> = parts.map(|part| part.body.clone()).collect();
    let owner = programme.measures().get(id).and_then(|measure| measure.owner.clone());
    bodies.extend(owner.filter(|_| role == Role::Lead));
    sort(&mut bodies);
    bodies.dedup();
    bodies
}

/// A text, or the lines of a list.
fn text_of(value: &Value) -> String {
    match value {
        Value::List(lines) => lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        other => other.as_str().unwrap_or_default().to_owned(),
    }
}
