//! How every measure stands at the chosen day: judged again only where its own record or figures changed.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use super::late::Late;
use crate::document::NodeId;
use crate::evaluate::{Context, Evaluation, evaluate_in};
use crate::model::{Date, Measure, Observation, Programme};

/// The evaluations of all measures, by id.
#[derive(Clone, Debug)]
pub struct Judged {
    pub context: Context,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    measure: Arc<Measure>,
    figures: Vec<Arc<Observation>>,
    evaluation: Arc<Evaluation>,
}

impl Judged {
    pub fn get(&self, measure: &str) -> Option<&Arc<Evaluation>> {
        let found = self.entries.binary_search_by(|entry| entry.measure.id.as_str().cmp(measure));
        found.ok().map(|index| &self.entries[index].evaluation)
    }

    /// How all measures stand at a day; what stands in `before` already is taken from there.
    pub fn of(programme: &Programme, as_of: Date, before: Option<&Self>) -> Self {
        let context = Context { as_of, ..Context::of(programme, as_of) };
        let before = before.filter(|before| before.context == context);
        let mut kept = before.map_or(&[][..], |before| &before.entries).iter().peekable();
        let mut entries = Vec::with_capacity(programme.measures().len());
        // Both run by id.
        for measure in programme.measures().iter() {
            while kept.next_if(|entry| entry.measure.id < measure.id).is_some() {}
            let figures: Vec<Arc<Observation>> = programme.observations_of(measure.id.as_str()).cloned().collect();
            let same = kept.peek().filter(|entry| Arc::ptr_eq(&entry.measure, measure) && entry.has_same(&figures));
            let evaluation = match same {
                Some(entry) => entry.evaluation.clone(),
                None => Arc::new(evaluate_in(programme, measure, &context)),
            };
            entries.push(Entry { measure: measure.clone(), figures, evaluation });
        }
        Self { context, entries }
    }
}

impl Entry {
    fn has_same(&self, figures: &[Arc<Observation>]) -> bool {
        self.figures.len() == figures.len() && self.figures.iter().zip(figures).all(|(a, b)| Arc::ptr_eq(a, b))
    }
}

/// All evaluations, kept up to date; none until what judges has arrived.
pub(super) fn judged(
    programme: RwSignal<Programme>,
    as_of: Memo<Date>,
    late: RwSignal<Option<Late>>,
) -> Memo<Arc<Judged>> {
    Memo::new_with_compare(
        move |before: Option<&Arc<Judged>>| {
            let day = as_of.get();
            let late = late.get();
            programme.with(|programme| {
                Arc::new(match late {
                    Some(late) => (late.judge)(programme, day, before.map(Arc::as_ref)),
                    None => Judged { context: Context::of(programme, day), entries: Vec::new() },
                })
            })
        },
        |_, _| true,
    )
}

impl Session {
    /// How one measure stands; it tells its readers only when that changed.
    pub fn evaluation(self, measure: NodeId) -> Memo<Option<Arc<Evaluation>>> {
        super::records::pointer_memo(move || self.judged.with(|judged| judged.get(measure.as_str()).cloned()))
    }
}
