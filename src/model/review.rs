//! What a person has to look at ("cần xem lại"): parts that hang on nothing, and fields that cannot be read. Nothing is
//! repaired by writing; what is found here is still in the document as it came.

use std::collections::BTreeMap;

use super::table::{Filed, Table};
use super::{Line, Programme, ROOT};
use crate::document::{FieldName, NodeId, sort};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Review {
    /// A branch whose parent is missing, deleted, or of a kind that cannot hold it; shown with all below it.
    Orphan { line: NodeId, parent: NodeId },
    /// Lines that stand below one another in a ring; the first of them by id, shown with all others.
    Ring { line: NodeId },
    /// A figure, an assignment, a link … about something that is missing or deleted.
    Dangling { node: NodeId, about: NodeId },
    /// Deleted by someone who had not seen what another wrote to it.
    DeletedUnseen { node: NodeId },
    /// Cannot be shown: a field is missing without which there is no such record.
    Unreadable { node: NodeId, fields: Vec<FieldName> },
    /// Fields that cannot be read, and are shown by their defaults.
    Fields { node: NodeId, fields: Vec<FieldName> },
}

impl Programme {
    /// Everything to review, in a fixed order. Empty for a sound programme.
    pub fn review(&self) -> Vec<Review> {
        let mut found = self.loose_branches();
        self.dangling(&mut found);
        let records = self.records();
        let was_unseen = |id: &&NodeId| self.document().node(id.as_str()).is_some_and(|node| node.is_conflict());
        found.extend(records.deleted.iter().filter(was_unseen).map(|id| Review::DeletedUnseen { node: id.clone() }));
        found.extend(records.flaws.iter().map(|(id, fields)| {
            let (node, fields) = (id.clone(), fields.clone());
            if records.unreadable.contains(id) {
                Review::Unreadable { node, fields }
            } else {
                Review::Fields { node, fields }
            }
        }));
        found
    }

    /// The tops of branches that no section holds.
    pub fn loose_branches(&self) -> Vec<Review> {
        let mut found = Vec::new();
        // What is known of a line: which walk up from a line first met it.
        let mut met: BTreeMap<&str, usize> = BTreeMap::new();
        let all = self.sections().iter().map(Line::Section).chain(self.items().iter().map(Line::Item));
        let all = all.chain(self.measures().iter().map(Line::Measure));
        for (walk, start) in all.enumerate() {
            let mut next = Some(start);
            while let Some(line) = next {
                let id = line.id();
                if let Some(earlier) = met.insert(id.as_str(), walk) {
                    if earlier == walk {
                        found.push(Review::Ring { line: self.first_of_ring(id) });
                    }
                    break;
                }
                let parent = &line.place().parent;
                if !self.has_valid_parent(line) {
                    found.push(Review::Orphan { line: id.clone(), parent: parent.clone() });
                    break;
                }
                next = if parent.as_str() == ROOT { None } else { self.line(parent.as_str()) };
            }
        }
        sort(&mut found);
        found
    }

    fn first_of_ring(&self, member: &NodeId) -> NodeId {
        let mut first = member;
        let mut next = self.parent_of(member.as_str());
        while let Some(id) = next.filter(|id| *id != member) {
            first = first.min(id);
            next = self.parent_of(id.as_str());
        }
        first.clone()
    }

    fn dangling(&self, found: &mut Vec<Review>) {
        self.dangling_in(self.observations(), found);
        self.dangling_in(self.engagements(), found);
        self.dangling_in(self.updates(), found);
        self.dangling_in(self.duties(), found);
        self.dangling_in(self.received(), found);
        self.dangling_in(self.links(), found);
        self.dangling_in(self.judgements(), found);
        self.dangling_in(self.requests(), found);
    }

    fn dangling_in<R: Filed>(&self, table: &Table<R>, found: &mut Vec<Review>) {
        let exists = |id: &str| self.line(id).is_some() || self.bodies().contains(id) || self.duties().contains(id);
        for about in table.owners().filter(|owner| !exists(owner.as_str())) {
            let nodes = table.of(about.as_str()).map(|record| record.id().clone());
            found.extend(nodes.map(|node| Review::Dangling { node, about: about.clone() }));
        }
    }
}
