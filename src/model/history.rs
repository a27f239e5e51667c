//! What a line, or the figures of a measure, were before, who wrote them and when.

use std::sync::Arc;

use super::codec::FieldValue as _;
use super::{Figure, FigureState, Observation, Period, Programme, ROOT};
use crate::document::{
    Author, Dot, FieldName, NodeId, PLACE, Past, Register, SortedMap, Stamp, Timestamp, Value, sort_by,
};

/// One writing of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureChange {
    pub stamp: Stamp,
    pub at: Option<Timestamp>,
    pub author: Option<Author>,
    pub period: Period,
    pub body: Option<NodeId>,
    /// `None`: there was none, or it is not in this copy.
    pub before: Option<Figure>,
    /// `None`: it was cleared.
    pub after: Option<Figure>,
    /// Why an approved figure was changed.
    pub reason: Option<String>,
}

/// One step of a figure: submitted, approved, returned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateChange {
    pub stamp: Stamp,
    pub at: Option<Timestamp>,
    pub author: Option<Author>,
    pub period: Period,
    pub body: Option<NodeId>,
    pub state: FigureState,
}

/// One writing of a line: what was written together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineChange {
    pub stamp: Stamp,
    pub at: Option<Timestamp>,
    pub author: Option<Author>,
    /// The first one: the line was added.
    pub is_first: bool,
    /// It was given another place.
    pub is_move: bool,
    /// The fields with their values before; `None`: there was none, or it is not in this copy.
    pub fields: Vec<(FieldName, Option<Value>)>,
}

impl Programme {
    /// Every writing of a line's own fields, the newest first.
    pub fn line_changes(&self, line: &str) -> Vec<LineChange> {
        let document = self.document();
        let Some(node) = document.node(line) else { return Vec::new() };
        let mut changes: SortedMap<Stamp, LineChange> = SortedMap::new();
        for (name, register) in node.fields() {
            let old = node.history(name.as_str()).iter().map(|old| (&old.stamp, old.value.as_ref()));
            let shown = register.values().iter().map(|dot| (&dot.stamp, Some(&dot.value)));
            let mut values: Vec<(&Stamp, Option<&Value>)> = old.chain(shown).collect();
            sort_by(&mut values, |a, b| a.0.cmp(b.0));
            let mut before: Option<&Value> = None;
            for (stamp, value) in values {
                if value != before {
                    let mut change = changes.remove(stamp).unwrap_or_else(|| LineChange {
                        stamp: stamp.clone(),
                        at: document.time_of(stamp),
                        author: document.author_of(stamp).cloned(),
                        is_first: false,
                        is_move: false,
                        fields: Vec::new(),
                    });
                    if name.as_str() == PLACE {
                        change.is_first = before.is_none();
                        change.is_move = before.is_some();
                    } else {
                        change.fields.push((name.clone(), before.cloned()));
                    }
                    changes.insert(stamp.clone(), change);
                }
                before = value;
            }
        }
        changes.values().rev().cloned().collect()
    }

    /// Every writing of the figures of a measure, the newest first.
    pub fn figure_changes(&self, measure: &str) -> Vec<FigureChange> {
        let document = self.document();
        let mut changes = Vec::new();
        for observation in self.observations_of(measure) {
            let mut before = None;
            let reasons = self.writings(observation.id.as_str(), "reason");
            for (stamp, value) in self.writings(observation.id.as_str(), "figure") {
                let after = value.and_then(Figure::decode);
                if after != before {
                    changes.push(FigureChange {
                        stamp: stamp.clone(),
                        at: document.time_of(stamp),
                        author: document.author_of(stamp).cloned(),
                        period: observation.period,
                        body: observation.body.clone(),
                        before: before.clone(),
                        after: after.clone(),
                        reason: reasons
                            .iter()
                            .find(|(written, _)| *written == stamp)
                            .and_then(|(_, value)| Some((*value)?.as_str()?.to_owned())),
                    });
                }
                before = after;
            }
        }
        sort_by(&mut changes, |one, other| (&other.stamp, other.period).cmp(&(&one.stamp, one.period)));
        changes
    }

    /// Figures as they were at a time: one that was changed or moved on since is as it was then. `None`: as they are, each
    /// with its own note.
    pub fn figures_at(&self, mut figures: Vec<Arc<Observation>>, at: Option<Timestamp>) -> Vec<Arc<Observation>> {
        for figure in &mut figures {
            if let Some(at) = at {
                *figure = self.figure_at(figure, at);
            } else if self.records().disputed.contains(&figure.id) {
                *figure = self.with_own_note(figure);
            }
        }
        figures
    }

    /// Of a figure in question, without what another of its writers noted: that is about another value.
    fn with_own_note(&self, figure: &Arc<Observation>) -> Arc<Observation> {
        let node = self.document().node(figure.id.as_str());
        let written = |field| node.and_then(|node| node.field(field)).map_or(&[][..], Register::values);
        let Some((used, others)) = written("figure").split_last() else { return figure.clone() };
        let is_of_other = |note: &Dot| {
            note.stamp.actor != used.stamp.actor
                && others
                    .iter()
                    .any(|it| it.value != used.value && it.stamp.actor == note.stamp.actor && it.stamp <= note.stamp)
        };
        let own = written("note").iter().rfind(|note| !is_of_other(note)).and_then(|note| note.value.as_str());
        Arc::new(Observation { note: own.unwrap_or_default().to_owned(), ..Observation::clone(figure) })
    }

    fn figure_at(&self, figure: &Arc<Observation>, at: Timestamp) -> Arc<Observation> {
        let was = |field| match self.document().value_at(&figure.id, field, at) {
            Past::Value(value) => Some(value),
            Past::Nothing | Past::Unknown => None,
        };
        let state = was("state").and_then(FigureState::decode).unwrap_or_default();
        if figure.entered <= at && figure.state == state {
            return figure.clone();
        }
        let earlier = was("figure").and_then(Figure::decode);
        let entered = figure.entered.min(at);
        Arc::new(Observation { figure: earlier, state, entered, ..Observation::clone(figure) })
    }

    /// Every step of the figures of a measure that a person took, the newest first.
    pub fn state_changes(&self, measure: &str) -> Vec<StateChange> {
        let document = self.document();
        let mut changes = Vec::new();
        for observation in self.observations_of(measure) {
            let figures = self.writings(observation.id.as_str(), "figure");
            for (stamp, value) in self.writings(observation.id.as_str(), "state") {
                // What came along with the figure is told with it.
                let is_own = figures.iter().all(|(figure, _)| *figure != stamp);
                if let Some(state) = value.and_then(FigureState::decode).filter(|_| is_own) {
                    changes.push(StateChange {
                        stamp: stamp.clone(),
                        at: document.time_of(stamp),
                        author: document.author_of(stamp).cloned(),
                        period: observation.period,
                        body: observation.body.clone(),
                        state,
                    });
                }
            }
        }
        sort_by(&mut changes, |one, other| (&other.stamp, other.period).cmp(&(&one.stamp, one.period)));
        changes
    }

    /// Who locked a period last, and when; `None` where this copy does not know.
    pub fn locked_by(&self, period: Period) -> Option<(Option<&Author>, Option<Timestamp>)> {
        let mut locked = None;
        for (stamp, value) in self.writings(ROOT, "locked") {
            let holds = value.and_then(Vec::<Period>::decode).is_some_and(|periods| periods.contains(&period));
            locked = holds.then(|| locked.unwrap_or(stamp));
        }
        locked.map(|stamp| (self.document().author_of(stamp), self.document().time_of(stamp)))
    }

    /// All that was written to a field, in order; a value that is not in this copy is `None`.
    fn writings(&self, node: &str, field: &str) -> Vec<(&Stamp, Option<&Value>)> {
        let Some(node) = self.document().node(node) else { return Vec::new() };
        let old = node.history(field).iter().map(|old| (&old.stamp, old.value.as_ref()));
        let shown = node.field(field).into_iter().flat_map(Register::values);
        let mut values: Vec<(&Stamp, Option<&Value>)> =
            old.chain(shown.map(|dot| (&dot.stamp, Some(&dot.value)))).collect();
        sort_by(&mut values, |a, b| a.0.cmp(b.0));
        values
    }
}
