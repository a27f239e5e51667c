//! What waits for a decision, and what was decided since the page was opened: what each is about and how it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::{Author, Document, FieldName, NodeId, Register, Stamp, Value, sort_by};
use crate::i18n::messages::Choosing;
use crate::i18n::{Language, Message, period_name_inside, to_lower};
use crate::model::{DeletionDispute, Dispute, FieldDispute, Period, Programme, ROOT};
use crate::ui::pages::fields::{field_name, in_any_words, numbered, own_name, owner_of, text_of};

/// One decision with its place on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub dispute: Arc<Dispute>,
    pub subject: Subject,
    pub standing: Standing,
    /// Its versions as they are shown.
    pub places: Vec<Place>,
}

/// One version on its card. Offices stand in one order on all cards of the page, and each has a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which of the versions it is, counted from 0; of what was deleted the first is that it is gone.
    pub at: usize,
    pub tone: usize,
}

/// What a decision is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Number and name of the line, in the language of the programme.
    pub line: String,
    /// `tháng 8`, `ghi chú`; empty for a whole line.
    pub what: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    Open,
    Choice(usize),
    /// Something else was written: a value of one's own, texts joined.
    Other(String),
    Deleted,
    Kept,
}

impl Place {
    /// The class of its colour.
    pub fn class(self) -> &'static str {
        match self.tone {
            0 => "is-first",
            1 => "is-second",
            _ => "is-other",
        }
    }
}

impl Entry {
    pub fn is_open(&self) -> bool {
        self.standing == Standing::Open
    }

    /// Which version stands, counted from 0; of what was deleted the first is that it is gone.
    pub fn chosen(&self) -> Option<usize> {
        match self.standing {
            Standing::Choice(at) => Some(at),
            Standing::Deleted => Some(0),
            Standing::Kept => Some(1),
            Standing::Open | Standing::Other(_) => None,
        }
    }

    /// By which number a version is called on the page.
    pub fn number(&self, at: usize) -> usize {
        self.places.iter().position(|place| place.at == at).map_or(0, |index| index + 1)
    }

    fn of(programme: &Programme, key: String, dispute: Arc<Dispute>, is_open: bool, language: Language) -> Self {
        let standing = if is_open { Standing::Open } else { standing(programme.document(), &dispute, language) };
        Self { subject: subject(programme, &dispute, language), key, dispute, standing, places: Vec::new() }
    }
}

/// What waits now, in the order of the document; then, for who stays on the page, each where it stood before, decided
/// ones among them.
pub fn entries(programme: &Programme, before: &[Entry], language: Language) -> Vec<Entry> {
    let mut open: BTreeMap<String, Dispute> = BTreeMap::new();
    for dispute in programme.disputes() {
        open.insert(key_of(&dispute), dispute);
    }
    let mut all = Vec::new();
    for old in before {
        let (dispute, is_open) = match open.remove(&old.key) {
            Some(dispute) if dispute == *old.dispute => (old.dispute.clone(), true),
            Some(dispute) => (Arc::new(dispute), true),
            None if is_settled(programme.document(), &old.dispute) => (old.dispute.clone(), false),
            // It was never written: the merge was taken back, or another programme opened.
            None => continue,
        };
        all.push(Entry::of(programme, old.key.clone(), dispute, is_open, language));
    }
    let mut fresh: Vec<(usize, Entry)> = Vec::with_capacity(open.len());
    if !open.is_empty() {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let outline = programme.outline();
        for (at, numbered) in outline.iter().enumerate() {
            places.insert(numbered.line.id().as_str(), at);
        }
        for (key, dispute) in open {
            let place = places.get(line_of(programme.document(), &dispute).as_str()).copied().unwrap_or(usize::MAX);
            fresh.push((place, Entry::of(programme, key, Arc::new(dispute), true, language)));
        }
    }
    sort_by(&mut fresh, |(one, a), (other, b)| (one, &a.key).cmp(&(other, &b.key)));
    all.extend(fresh.into_iter().map(|(_, entry)| entry));
    arrange(&mut all, programme.document(), language);
    all
}

/// Gives the versions of all cards their places.
fn arrange(all: &mut [Entry], document: &Document, language: Language) {
    let office = |stamp: Option<&Stamp>| stamp.map(|stamp| writer(document, stamp, language).0).unwrap_or_default();
    let of_entry = |entry: &Entry| match &*entry.dispute {
        Dispute::Fields(it) => it.choices.iter().map(|choice| office(choice.by.first())).collect::<Vec<_>>(),
        Dispute::Deletion(it) => vec![office(Some(&it.by)), office(it.unseen.iter().map(|it| &it.dot.stamp).max())],
    };
    let writers: Vec<Vec<String>> = all.iter().map(of_entry).collect();
    let offices: BTreeSet<&String> = writers.iter().flatten().collect();
    for (entry, writers) in all.iter_mut().zip(&writers) {
        let tone = |office: &String| offices.iter().take_while(|other| **other < office).count();
        entry.places = writers.iter().enumerate().map(|(at, office)| Place { at, tone: tone(office) }).collect();
        sort_by(&mut entry.places, |one, other| (one.tone, one.at).cmp(&(other.tone, other.at)));
        // Two of one office are told apart all the same.
        if entry.places.windows(2).any(|two| two[0].tone == two[1].tone) {
            entry.places.iter_mut().enumerate().for_each(|(index, place)| place.tone = index);
        }
    }
}

fn key_of(dispute: &Dispute) -> String {
    match dispute {
        Dispute::Fields(FieldDispute { node, fields, .. }) => {
            fields.iter().fold(node.to_string(), |key, field| key + "." + field.as_str())
        }
        // Taken back, a decision leaves the deletion to another step.
        Dispute::Deletion(DeletionDispute { nodes, .. }) => {
            nodes.first().map(|node| format!("{node}.-")).unwrap_or_default()
        }
    }
}

/// Whether all that was in dispute had been seen by who wrote what stands now.
fn is_settled(document: &Document, dispute: &Dispute) -> bool {
    let has_seen = |node: &NodeId, field: &str, stamp: &Stamp| {
        let register = document.node(node.as_str()).and_then(|node| node.field(field));
        register.is_some_and(|register| register.context().get(&stamp.actor).is_some_and(|count| *count >= stamp.count))
    };
    match dispute {
        Dispute::Fields(it) => {
            let is_there = document.node(it.node.as_str()).is_some_and(|node| !node.is_deleted());
            let mut stamps = it.choices.iter().flat_map(|choice| &choice.by);
            is_there && stamps.all(|stamp| it.fields.iter().all(|field| has_seen(&it.node, field.as_str(), stamp)))
        }
        Dispute::Deletion(it) => it.unseen.iter().all(|it| has_seen(&it.node, it.field.as_str(), &it.dot.stamp)),
    }
}

fn standing(document: &Document, dispute: &Dispute, language: Language) -> Standing {
    match dispute {
        Dispute::Fields(it) => {
            let shown = |field: &str| {
                let shown =
                    document.node(it.node.as_str()).and_then(|node| node.field(field)).and_then(Register::shown);
                shown.map_or(&Value::Null, |dot| &dot.value)
            };
            let is_chosen =
                |values: &[Value]| it.fields.iter().zip(values).all(|(field, value)| shown(field.as_str()) == value);
            if let Some(at) = it.choices.iter().position(|choice| is_chosen(&choice.values)) {
                return Standing::Choice(at);
            }
            let field = it.fields[0].as_str();
            let mut words = vec![in_any_words(document, field, shown(field), language)];
            for field in &it.fields[1..] {
                let value = shown(field.as_str());
                if *value != Value::Null {
                    words.push(beside_words(document, field, value, language));
                }
            }
            Standing::Other(words.join(", "))
        }
        Dispute::Deletion(it) => {
            let is_deleted = |id: &NodeId| document.node(id.as_str()).is_none_or(|node| node.is_deleted());
            if it.nodes.iter().all(is_deleted) { Standing::Deleted } else { Standing::Kept }
        }
    }
}

/// A field that is decided along with another one: `trạng thái: chờ duyệt`.
pub fn beside_words(document: &Document, field: &FieldName, value: &Value, language: Language) -> String {
    let name = to_lower(&field_name(field.as_str()).text(language));
    format!("{name}: {}", in_any_words(document, field.as_str(), value, language))
}

/// The line that a dispute is about: the record itself, or what it belongs to.
fn line_of(document: &Document, dispute: &Dispute) -> String {
    let node = match dispute {
        Dispute::Fields(it) => it.node.as_str(),
        Dispute::Deletion(it) => it.nodes.first().map_or(ROOT, NodeId::as_str),
    };
    if document.node(node).is_some_and(|node| node.place().is_some()) || node == ROOT {
        return node.to_owned();
    }
    owner_of(document, node).unwrap_or_else(|| node.to_owned())
}

fn subject(programme: &Programme, dispute: &Dispute, language: Language) -> Subject {
    let document = programme.document();
    let mut line = line_of(document, dispute);
    if let Dispute::Deletion(it) = dispute {
        line = top_of_deletion(document, line, &it.by);
    }
    let name = own_name(document, &line).unwrap_or_else(|| line.clone());
    let reference = numbered(programme, &line, language);
    let name = if reference.is_empty() { name } else { format!("{reference} {name}") };
    let what = match dispute {
        Dispute::Fields(it) => what(document, it, language),
        Dispute::Deletion(_) => String::new(),
    };
    Subject { line: name, what }
}

/// Of what was deleted in one step, the line that stands above all else.
fn top_of_deletion(document: &Document, mut line: String, by: &Stamp) -> String {
    let is_of_it = |id: &str| {
        let deletions = document.node(id).and_then(|node| node.field(crate::document::DELETED));
        deletions.is_some_and(|register| register.values().iter().any(|dot| dot.stamp == *by))
    };
    // Bounded, for a place can name itself.
    for _ in 0..64 {
        let parent = document.node(&line).and_then(|node| node.place()).map(|(parent, _)| parent.to_owned());
        match parent.filter(|parent| is_of_it(parent)) {
            Some(parent) => line = parent,
            None => break,
        }
    }
    line
}

/// `tháng 8`, `ghi chú tháng 8`, `thời hạn`.
pub fn field_of(document: &Document, node: &str, field: &str, language: Language) -> String {
    let period = text_of(document, node, "period").and_then(|period| period.parse::<Period>().ok());
    let name = to_lower(&field_name(field).text(language));
    match period.map(|period| period_name_inside(period, language)) {
        Some(period) if field == "figure" => period,
        Some(period) => format!("{name} {period}"),
        None => name,
    }
}

/// The same with whose figure or part it is: `ghi chú tháng 8, Sở Y tế`.
fn what(document: &Document, dispute: &FieldDispute, language: Language) -> String {
    let node = dispute.node.as_str();
    let mut what = field_of(document, node, dispute.fields[0].as_str(), language);
    let is_part = document.node(node).is_some_and(|node| node.place().is_none());
    if let Some(body) = text_of(document, node, "body").filter(|_| is_part).and_then(|id| own_name(document, &id)) {
        what = format!("{what}, {body}");
    }
    what
}

/// Who wrote something, by body where one is given: a claim, as all names are.
pub fn writer(document: &Document, stamp: &Stamp, language: Language) -> (String, String) {
    let Some(Author { person, body, .. }) = document.author_of(stamp) else {
        return (Choosing::Unnamed.text(language).into_owned(), String::new());
    };
    let body = own_name(document, body).unwrap_or_else(|| body.clone());
    match (body.is_empty(), person.is_empty()) {
        (false, _) => (body, person.clone()),
        (true, false) => (person.clone(), String::new()),
        (true, true) => (Choosing::Unnamed.text(language).into_owned(), String::new()),
    }
}
