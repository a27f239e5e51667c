//! How every measure stands at the chosen day: judged again only where its own record or figures changed.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use super::late::Late;
use crate::document::{NodeId, Timestamp};
use crate::evaluate::{Context, Evaluation, evaluate_in, evaluate_previous};
use crate::model::{Date, Judgement, Measure, Observation, PeriodLength, Programme};

/// The day that is looked at and, looking back, the time by which figures have to be written to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub day: Date,
    pub known_by: Option<Timestamp>,
}

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
    judgements: Vec<Arc<Judgement>>,
    evaluation: Arc<Evaluation>,
}

/// Judges one measure; `None`: there is no such day.
type Judge<'a> = dyn Fn(&Measure, &Context) -> Option<Evaluation> + 'a;

impl Judged {
    pub fn get(&self, measure: &str) -> Option<&Arc<Evaluation>> {
        let found = self.entries.binary_search_by(|entry| entry.measure.id.as_str().cmp(measure));
        found.ok().map(|index| &self.entries[index].evaluation)
    }

    /// How all measures stand; what stands in `before` already is taken from there.
    pub fn of(programme: &Programme, look: Look, before: Option<&Self>) -> Self {
        let judge = |measure: &Measure, context: &Context| Some(evaluate_in(programme, measure, context));
        let context = look.context(programme);
        Self::gather(programme, &context, before, &judge).unwrap_or(Self { context, entries: Vec::new() })
    }

    /// How all measures stood a quarter before the day of `now`; `None` before the programme's years.
    pub fn quarter_before(programme: &Programme, now: &Context, kept: Option<&Self>) -> Option<Self> {
        let judge = |measure: &Measure, context: &Context| {
            evaluate_previous(programme, measure, context, PeriodLength::Quarter)
        };
        Self::gather(programme, now, kept, &judge)
    }

    fn gather(programme: &Programme, context: &Context, before: Option<&Self>, judge: &Judge) -> Option<Self> {
        let before = before.filter(|before| before.context == *context);
        let mut kept = before.map_or(&[][..], |before| &before.entries).iter().peekable();
        let mut entries = Vec::with_capacity(programme.measures().len());
        // Both run by id.
        for measure in programme.measures().iter() {
            while kept.next_if(|entry| entry.measure.id < measure.id).is_some() {}
            let figures: Vec<_> = programme.observations_of(measure.id.as_str()).cloned().collect();
            let judgements: Vec<_> = programme.judgements().of(measure.id.as_str()).cloned().collect();
            let is_same = |entry: &&&Entry| {
                Arc::ptr_eq(&entry.measure, measure)
                    && are_same(&entry.figures, &figures)
                    && are_same(&entry.judgements, &judgements)
            };
            let evaluation = match kept.peek().filter(is_same) {
                Some(entry) => entry.evaluation.clone(),
                None => Arc::new(judge(measure, context)?),
            };
            entries.push(Entry { measure: measure.clone(), figures, judgements, evaluation });
        }
        Some(Self { context: context.clone(), entries })
    }
}

impl Look {
    fn context(self, programme: &Programme) -> Context {
        Context { as_of: self.day, known_by: self.known_by, ..Context::of(programme, self.day) }
    }
}

fn are_same<T>(some: &[Arc<T>], others: &[Arc<T>]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(a, b)| Arc::ptr_eq(a, b))
}

/// All evaluations, kept up to date; none until what judges has arrived.
pub(super) fn judged(
    programme: RwSignal<Programme>,
    look: Memo<Look>,
    late: RwSignal<Option<Late>>,
) -> Memo<Arc<Judged>> {
    Memo::new_with_compare(
        move |before: Option<&Arc<Judged>>| {
            let look = look.get();
            let late = late.get();
            programme.with(|programme| {
                Arc::new(match late {
                    Some(late) => (late.judge)(programme, look, before.map(Arc::as_ref)),
                    None => Judged { context: look.context(programme), entries: Vec::new() },
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
