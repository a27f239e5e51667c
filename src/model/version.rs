//! A programme as it was issued (ban hành): its number and day, and the moment of the document that was issued. The
//! moment is read from the history that every copy keeps, so the version travels in the file and cannot be written over.

use super::codec::FieldValue;
use super::record::record;
use super::{Date, Programme, Record, Shape};
use crate::document::{ActorId, Document, Moment, NodeId, Stamp, Timestamp, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: NodeId,
    /// What had been written by then.
    pub seen: Moment,
    /// Of the document that it was issued by, for example `01-CTr/ĐU`.
    pub number: String,
    pub date: Option<Date>,
    /// What it is about: why it was issued again.
    pub note: String,
    /// Who issued it here; a claim, as all names are.
    pub author: String,
    pub written: Timestamp,
}

impl Version {
    pub fn new(id: NodeId, seen: Moment) -> Self {
        let (number, note, author) = (String::new(), String::new(), String::new());
        Self { id, seen, number, date: None, note, author, written: Timestamp::default() }
    }
}

record! {
    Version = "version", edited by VersionEdit,
    required { seen = "seen" }
    written { written = "seen" }
    editable {
        number: Number(String) = "number",
        date: Date(Option<Date>) = "date",
        note: Note(String) = "note",
        author: Author(String) = "author",
    }
}

impl Programme {
    /// The versions that were issued, the last one first.
    pub fn versions_in_order(&self) -> Vec<&std::sync::Arc<Version>> {
        let mut versions: Vec<_> = self.versions().iter().collect();
        crate::document::sort_by(&mut versions, |one, other| order(other).cmp(&order(one)));
        versions
    }

    /// The version that is in force: what changed since is an amendment.
    pub fn last_version(&self) -> Option<&std::sync::Arc<Version>> {
        self.versions().iter().max_by(|one, other| order(one).cmp(&order(other)))
    }

    /// It has been given out, as a version says: what changes from then on is an amendment. A number alone is not enough,
    /// as drafts have one too.
    pub fn is_issued(&self) -> bool {
        !self.versions().is_empty()
    }

    /// The programme as it was issued.
    #[must_use]
    pub fn as_issued(&self, version: &Version) -> Self {
        Self::read(self.document().at(&version.seen))
    }
}

/// The moments at which a document was issued.
pub fn issued(document: &Document) -> Vec<Moment> {
    let nodes = document.nodes().filter(|(_, node)| node.kind() == Version::KIND && !node.is_deleted());
    nodes.filter_map(|(_, node)| Moment::decode(node.get("seen")?)).collect()
}

fn order(version: &Version) -> (Option<Date>, Timestamp, &NodeId) {
    (version.date, version.written, &version.id)
}

impl FieldValue for Moment {
    /// `[[writer, "12-40 57"], …]`
    fn encode(&self) -> Value {
        let writer = |(actor, stretches): (&ActorId, &[(u64, u64)])| {
            let words: Vec<String> = stretches
                .iter()
                .map(|(from, to)| if from == to { from.to_string() } else { format!("{from}-{to}") })
                .collect();
            Value::List(vec![actor.as_str().into(), Value::text(words.join(" "))])
        };
        Value::List(self.iter().map(writer).collect())
    }

    fn decode(value: &Value) -> Option<Self> {
        let mut moment = Self::default();
        for writer in value.as_list()? {
            let (actor, stretches) = <(String, String)>::decode(writer)?;
            let actor = ActorId::from(actor);
            let mut last = 0;
            for stretch in stretches.split(' ') {
                let (from, to) = stretch.split_once('-').unwrap_or((stretch, stretch));
                let (from, to) = (from.parse().ok()?, to.parse().ok()?);
                if from <= last || to < from || to >= Stamp::LIMIT {
                    return None;
                }
                moment.add(actor.clone(), from, to);
                last = to;
            }
        }
        Some(moment)
    }

    fn shape() -> Shape {
        let stretches = "[0-9]+(-[0-9]+)?( [0-9]+(-[0-9]+)?)*";
        Shape::List(Box::new(Shape::Pair(Box::new(Shape::Text), Box::new(Shape::Pattern(format!("^{stretches}$"))))))
    }
}
