//! A moment of a document: which changes a copy had seen then, and what it showed. Read from the stamps and old values
//! that every copy keeps, so that a moment costs a few numbers and not a second copy.

use super::{ActorId, Document, Dot, Node, Past, Register, SortedMap, Stamp, Value, sort_once};

/// For each writer the counts of the changes that were seen, in stretches from–to.
///
/// Stretches and not one largest count a writer: an office that was sent only a part had not seen all that came before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment(SortedMap<ActorId, Vec<(u64, u64)>>);

impl Moment {
    /// Adds a stretch that begins after all that the writer has already.
    pub fn add(&mut self, actor: ActorId, from: u64, to: u64) {
        let stretches = self.0.or_default(actor);
        match stretches.last_mut() {
            Some(last) if last.1 + 1 == from => last.1 = to,
            _ => stretches.push((from, to)),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&ActorId, &[(u64, u64)])> {
        self.0.iter().map(|(actor, stretches)| (actor, stretches.as_slice()))
    }

    pub fn has_seen(&self, stamp: &Stamp) -> bool {
        let stretches = self.0.get(&stamp.actor).map_or(&[][..], Vec::as_slice);
        let at = stretches.partition_point(|(_, to)| *to < stamp.count);
        stretches.get(at).is_some_and(|(from, _)| *from <= stamp.count)
    }
}

impl Node {
    /// What a field showed at a moment: of all that had been seen the largest, as a write comes after all that it replaces.
    pub fn value_then(&self, field: &str, moment: &Moment) -> Past<'_> {
        match self.then(field, moment) {
            Some((_, Past::Value(Value::Null))) | None => Past::Nothing,
            Some((_, past)) => past,
        }
    }

    /// Whether the value of a change was shown at a moment.
    pub fn was_shown(&self, field: &str, stamp: &Stamp, moment: &Moment) -> bool {
        self.then(field, moment).is_some_and(|(shown, _)| shown == stamp)
    }

    fn then(&self, field: &str, moment: &Moment) -> Option<(&Stamp, Past<'_>)> {
        let visible = self.field(field).into_iter().flat_map(Register::values);
        let visible = visible.map(|dot| (&dot.stamp, Past::Value(&dot.value)));
        let old = self.history(field).iter().map(|old| (&old.stamp, old.as_past()));
        old.chain(visible).filter(|(stamp, _)| moment.has_seen(stamp)).max_by(|a, b| a.0.cmp(b.0))
    }

    /// The node as it was shown at a moment; `None`: it was not there.
    fn at(&self, moment: &Moment) -> Option<Self> {
        let mut fields = SortedMap::new();
        for (name, _) in self.fields() {
            if let Some((stamp, Past::Value(value))) = self.then(name.as_str(), moment) {
                fields.insert(name.clone(), Register::single(value.clone(), stamp.clone()));
            }
        }
        let node = Self::from_parts(self.kind.clone(), fields, SortedMap::new());
        (node.fields().next().is_some() && !node.is_deleted()).then_some(node)
    }
}

impl Document {
    /// Everything that this copy has seen.
    pub fn moment(&self) -> Moment {
        let mut stamps: Vec<(&ActorId, u64)> = Vec::new();
        for stamp in self.nodes.values().flat_map(|node| node.stamps()) {
            let stamp = (&stamp.actor, stamp.count);
            // Fields that stand together were mostly written together.
            if stamps.last() != Some(&stamp) {
                stamps.push(stamp);
            }
        }
        sort_once(&mut stamps);
        let mut moment = Moment::default();
        for (actor, count) in stamps {
            moment.add(actor.clone(), count, count);
        }
        moment
    }

    /// A copy that shows what this one showed at a moment, without what came before it. Mints no stamps: joined with
    /// this one it changes nothing.
    #[must_use]
    pub fn at(&self, moment: &Moment) -> Self {
        let mut then = Self::new(self.id.clone()).with_scope(self.scope.clone());
        for (id, node) in &self.nodes {
            let Some(node) = node.at(moment) else { continue };
            for Dot { stamp, .. } in node.fields().flat_map(|(_, register)| register.values()) {
                if let Some(at) = self.time_of(stamp) {
                    then.insert_time(stamp.clone(), at);
                }
                if let Some(author) = self.author_of(stamp) {
                    then.insert_author(author.clone());
                }
            }
            then.insert(id.clone(), node);
        }
        then
    }

    /// A copy under another id: a document of its own, that never joins with this one.
    #[must_use]
    pub fn copy_as(&self, id: impl Into<String>) -> Self {
        Self { id: id.into(), ..self.clone() }
    }
}
