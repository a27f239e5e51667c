//! What is being looked through: the draft, what was taken out of it, what is chosen, what was seen.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::documents::{
    Comparator, DiagnosticCode, Draft, Entry, Heading, MeasureDraft, Place, QualitativeDraft, Relation, Trend,
};
use crate::model::Decimal;

/// A thing that was found, by its place in the draft's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Entry(usize),
    Measure(usize),
    Goal(usize),
    /// A diagnostic.
    Doubt(usize),
    /// A line of which nothing was understood, from 1.
    Unread(usize),
}

/// The state of a review: one value, so that a step back is the value before.
#[derive(Clone, Debug, Default)]
pub struct Work {
    pub draft: Draft,
    pub out: Vec<Pick>,
    pub seen: Vec<Pick>,
    /// What was turned into something else, which stands in its place: a goal in words and a target.
    turned: Vec<(Pick, Pick)>,
    /// Targets made from words, whose figures are still to be typed.
    untold: Vec<usize>,
}

/// What the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    ToSee,
    #[default]
    Everything,
    /// Against the open programme.
    Compared,
}

/// The page's signals; copies are the same review.
#[derive(Clone, Copy)]
pub struct Review {
    pub work: RwSignal<Work>,
    pub chosen: RwSignal<Option<Pick>>,
    pub view: RwSignal<View>,
    past: RwSignal<Vec<Work>>,
}

impl Work {
    pub fn new(draft: Draft) -> Self {
        Self { draft, ..Self::default() }
    }

    pub fn is_out(&self, pick: Pick) -> bool {
        self.out.contains(&pick)
    }

    /// All targets and goals, without those in whose place something else stands.
    pub fn picks(&self) -> impl Iterator<Item = Pick> {
        let measures = (0..self.draft.measures.len()).map(Pick::Measure);
        let goals = (0..self.draft.qualitative.len()).map(Pick::Goal);
        measures.chain(goals).filter(|pick| !self.is_turned(*pick))
    }

    /// Something else stands in its place.
    pub fn is_turned(&self, pick: Pick) -> bool {
        self.turned.iter().any(|(from, _)| *from == pick)
    }

    /// What stands in the place of a pick, mostly itself.
    pub fn standing(&self, pick: Pick) -> Pick {
        self.turned.iter().find(|(from, _)| *from == pick).map_or(pick, |(_, to)| *to)
    }

    /// Its figure is still to be typed.
    pub fn is_untold(&self, measure: usize) -> bool {
        self.untold.contains(&measure)
    }

    /// Lets another pick stand in the place of one.
    fn turn(&mut self, from: Pick, to: Pick) {
        self.turned.retain(|(before, _)| *before != to);
        self.turned.push((from, to));
        self.out.retain(|other| *other != to);
        self.out.push(from);
    }

    /// What a pick was made from.
    fn source(&self, of: Pick) -> Option<Pick> {
        self.turned.iter().find(|(_, to)| *to == of).map(|(from, _)| *from)
    }

    /// What a person should look at and has not yet: doubts, and lines that were not understood, in the text's order.
    pub fn unseen(&self) -> Vec<Pick> {
        let doubts =
            self.draft.diagnostics.iter().enumerate().map(|(index, doubt)| (doubt.place.line, Pick::Doubt(index)));
        let unread = self.draft.unread.iter().map(|line| (*line, Pick::Unread(*line)));
        let mut all: Vec<(usize, Pick)> = doubts.chain(unread).filter(|(_, pick)| !self.seen.contains(pick)).collect();
        crate::document::sort_by(&mut all, |a, b| a.0.cmp(&b.0));
        all.into_iter().map(|(_, pick)| pick).collect()
    }

    pub fn place(&self, pick: Pick) -> Place {
        let draft = &self.draft;
        let place = match pick {
            Pick::Entry(index) => draft.entries.get(index).map(|entry| entry.place),
            Pick::Measure(index) => draft.measures.get(index).map(|measure| measure.place),
            Pick::Goal(index) => draft.qualitative.get(index).map(|goal| goal.place),
            Pick::Doubt(index) => draft.diagnostics.get(index).map(|doubt| doubt.place),
            Pick::Unread(line) => Some(Place { line, span: (0, 0) }),
        };
        place.unwrap_or_default()
    }

    /// The draft as the person leaves it.
    pub fn accepted(&self) -> Draft {
        let (mut measures, mut goals) = (Vec::new(), Vec::new());
        // Without its figure, what was made from words stays as the words say it.
        let is_out = |index: &usize| self.is_out(Pick::Measure(*index));
        let untold: Vec<usize> = self.untold.iter().copied().filter(|index| !is_out(index)).collect();
        let words: Vec<Pick> = untold.iter().filter_map(|index| self.source(Pick::Measure(*index))).collect();
        for pick in self.out.iter().filter(|pick| !words.contains(pick)) {
            match pick {
                Pick::Measure(index) => measures.push(*index),
                Pick::Goal(index) => goals.push(*index),
                _ => {}
            }
        }
        measures.extend(untold);
        self.draft.clone().without(&measures, &goals)
    }
}

thread_local! {
    /// The review that was left for another page, with its steps.
    static LEFT: RefCell<Option<Vec<Work>>> = const { RefCell::new(None) };
}

/// The review that waits for whoever comes back.
pub fn take_left() -> Option<Vec<Work>> {
    LEFT.take()
}

impl Review {
    /// A review after some steps, the last of which is how it stands.
    pub fn new(mut steps: Vec<Work>) -> Self {
        Self {
            work: RwSignal::new(steps.pop().unwrap_or_default()),
            chosen: RwSignal::new(None),
            view: RwSignal::default(),
            past: RwSignal::new(steps),
        }
    }

    /// Keeps it until the page is opened again.
    pub fn leave(self) {
        if let (Some(mut steps), Some(work)) = (self.past.try_get_untracked(), self.work.try_get_untracked()) {
            steps.push(work);
            LEFT.set(Some(steps));
        }
    }

    /// Every change goes through here, and can be taken back.
    fn change(self, change: impl FnOnce(&mut Work)) {
        let before = self.work.get_untracked();
        self.past.update(|past| past.push(before));
        self.work.update(change);
    }

    pub fn can_undo(self) -> bool {
        self.past.with(|past| !past.is_empty())
    }

    pub fn undo(self) {
        if let Some(before) = self.past.try_update(Vec::pop).flatten() {
            self.work.set(before);
            // It may have been made by the step that is gone.
            self.chosen.set(None);
        }
    }

    pub fn edit_measure(self, index: usize, edit: impl FnOnce(&mut MeasureDraft)) {
        self.change(|work| {
            if let Some(measure) = work.draft.measures.get_mut(index) {
                edit(measure);
            }
        });
    }

    /// The figures of a target.
    pub fn tell_measure(self, index: usize, edit: impl FnOnce(&mut MeasureDraft)) {
        self.change(|work| {
            work.untold.retain(|other| *other != index);
            if let Some(measure) = work.draft.measures.get_mut(index) {
                edit(measure);
            }
        });
    }

    pub fn edit_entry(self, index: usize, edit: impl FnOnce(&mut Entry)) {
        self.change(|work| {
            if let Some(entry) = work.draft.entries.get_mut(index) {
                edit(entry);
            }
        });
    }

    /// Takes a target out, or back in.
    pub fn toggle_out(self, pick: Pick) {
        self.change(|work| {
            if work.is_out(pick) {
                work.out.retain(|other| *other != pick);
            } else {
                work.out.push(pick);
            }
        });
    }

    /// Nothing is to be done here; goes on to the next place.
    pub fn mark_seen(self, pick: Pick) {
        if self.work.with_untracked(|work| !work.seen.contains(&pick)) {
            self.change(|work| work.seen.push(pick));
        }
        self.next();
    }

    /// Takes a suggestion into the titles and names that come from its line. The source stays as it is.
    pub fn accept(self, doubt: usize) {
        self.change(|work| {
            work.seen.push(Pick::Doubt(doubt));
            let Some(diagnostic) = work.draft.diagnostics.get(doubt).cloned() else { return };
            let Some(better) = diagnostic.suggestion else { return };
            let line = diagnostic.place.line;
            match diagnostic.code {
                DiagnosticCode::Slip { text } => {
                    for entry in work.draft.entries.iter_mut().filter(|entry| entry.place.line == line) {
                        entry.title = entry.title.replace(&text, &better);
                    }
                    for measure in work.draft.measures.iter_mut().filter(|measure| measure.place.line == line) {
                        measure.name = measure.name.replace(&text, &better);
                    }
                }
                DiagnosticCode::DuplicateLabel { label } | DiagnosticCode::LabelJump { label, .. } => {
                    for entry in work.draft.entries.iter_mut().filter(|entry| entry.place.line == line) {
                        entry.number = entry.number.replace(&label, &better);
                    }
                    let entries = work.draft.entries.iter_mut().map(|entry| (entry.place, &mut entry.label));
                    let measures = work.draft.measures.iter_mut().map(|measure| (measure.place, &mut measure.label));
                    for (place, own) in entries.chain(measures) {
                        if place.line == line && *own == label {
                            own.clone_from(&better);
                        }
                    }
                }
                _ => {}
            }
        });
    }

    /// A target that no figure measures after all.
    pub fn to_goal(self, index: usize) {
        self.change(|work| {
            let own = Pick::Measure(index);
            if let Some(source) = work.source(own) {
                return work.turn(own, source);
            }
            let Some(measure) = work.draft.measures.get(index).cloned() else { return };
            let text = format!("{} {}", measure.name, measure.quote).trim().to_owned();
            let MeasureDraft { entry, label, place, .. } = measure;
            work.turn(own, Pick::Goal(work.draft.qualitative.len()));
            work.draft.qualitative.push(QualitativeDraft { entry, label, text, trend: Trend::Words, place });
        });
    }

    /// A goal in words that is measured after all; its figure is typed then.
    pub fn to_measure(self, index: usize) {
        let own = Pick::Goal(index);
        let source = self.work.with_untracked(|work| work.source(own));
        let next = self.work.with_untracked(|work| work.draft.measures.len());
        let at = if let Some(Pick::Measure(before)) = source { before } else { next };
        self.change(|work| {
            let Some(goal) = work.draft.qualitative.get(index).cloned() else { return };
            work.turn(own, Pick::Measure(at));
            if at < next {
                return;
            }
            work.untold.push(at);
            work.draft.measures.push(MeasureDraft {
                entry: goal.entry,
                label: goal.label,
                name: goal.text,
                comparator: Comparator::Equal,
                value: Decimal::ZERO,
                high: None,
                unit: String::new(),
                heading: Heading::Higher,
                year: None,
                baseline: None,
                relation: None,
                owner: String::new(),
                place: goal.place,
                quote: String::new(),
                repeated: Vec::new(),
            });
        });
        self.chosen.set(Some(Pick::Measure(at)));
    }

    /// Another target from the same words.
    pub fn split(self, index: usize) {
        let at = self.work.with_untracked(|work| work.draft.measures.len());
        self.change(|work| {
            let copy = work.draft.measures.get(index).cloned();
            work.draft.measures.extend(copy.map(|copy| MeasureDraft { relation: None, ..copy }));
            if work.is_untold(index) {
                work.untold.push(at);
            }
        });
        self.chosen.set(Some(Pick::Measure(at)));
    }

    /// Says that a target restates the one before it, or no longer.
    pub fn toggle_join(self, index: usize) {
        let before = self.work.with_untracked(|work| measure_before(work, index));
        self.edit_measure(index, |measure| {
            measure.relation = match measure.relation {
                Some(_) => None,
                None => before.map(Relation::Restates),
            };
        });
    }

    /// Goes to the next place that is worth a look, after what is chosen; the list shows those.
    pub fn next(self) {
        let chosen = self.chosen.get_untracked();
        let next = self.work.with_untracked(|work| {
            let unseen = work.unseen();
            let at = chosen.and_then(|chosen| unseen.iter().position(|pick| *pick == chosen));
            let line = chosen.map_or(0, |pick| work.place(pick).line);
            let after = match at {
                Some(at) => unseen.get(at + 1),
                None => unseen.iter().find(|pick| work.place(**pick).line >= line),
            };
            after.or(unseen.first()).copied()
        });
        self.view.set(View::ToSee);
        self.chosen.set(next);
    }
}

/// The target that stands before another in the text.
fn measure_before(work: &Work, index: usize) -> Option<usize> {
    let place = work.draft.measures.get(index)?.place;
    let before = work.draft.measures.iter().enumerate();
    before
        .filter(|(other, measure)| *other != index && measure.place < place && !work.is_out(Pick::Measure(*other)))
        .max_by_key(|(_, measure)| measure.place)
        .map(|(other, _)| other)
}
