//! A programme made from the structure of an earlier one: its outline, measures, bodies, links and duties, moved on by
//! some years; without figures, progress, number, day and versions.

use super::{
    Date, Deadline, Engagement, FieldEdit as _, Head, HeadEdit, Interim, Item, Line, Measure, Period, Programme, ROOT,
    Record, ids,
};
use crate::document::{Document, Draft, NodeId};
use crate::env::Env;

impl Programme {
    /// A programme of its own under the id `document`, that begins in `year`; `head` says what it is called.
    pub fn successor(&self, document: &str, year: i32, head: &[HeadEdit], env: &Env) -> Document {
        let mut draft = Draft::default();
        self.structure(year, &mut draft);
        for edit in head {
            draft.set(&ids::root(), Head::KIND, edit.field(), edit.value());
        }
        let mut document = Document::new(document);
        // The first change of a document is never one too many.
        let _ = document.commit(draft, env.author, env.now);
        document
    }

    fn structure(&self, year: i32, draft: &mut Draft) {
        // Where the years are not known, nothing can be moved on with them.
        let years = match *self.head().years().start() {
            0 => 0,
            start => year - start,
        };
        let head = Head {
            number: String::new(),
            date: None,
            first_year: year,
            last_year: self.head().years().end() + years,
            is_sample: false,
            as_of: None,
            locked: Vec::new(),
            ..(**self.head()).clone()
        };
        head.write(&ids::root(), draft);
        for body in self.bodies().iter() {
            body.write(&body.id, draft);
        }
        for (_, line) in self.lines_below(ROOT) {
            match line {
                Line::Section(section) => section.write(&section.id, draft),
                Line::Item(item) => next_item(item, years).write(&item.id, draft),
                Line::Measure(measure) => next_measure(measure, years).write(&measure.id, draft),
            }
        }
        // What belongs to a line or a body that is not there (any more) stays behind.
        for part in self.engagements().iter() {
            if holds(draft, [Some(&part.subject), Some(&part.body)]) {
                next_part(part, years).write(&part.id, draft);
            }
        }
        for link in self.links().iter() {
            if holds(draft, [Some(&link.from), Some(&link.to)]) {
                link.write(&link.id, draft);
            }
        }
        for duty in self.duties().iter() {
            if holds(draft, [duty.item.as_ref(), duty.body.as_ref()]) {
                duty.write(&duty.id, draft);
            }
        }
    }
}

impl Head {
    /// Its title with the years of the programme that begins in `year`.
    pub fn next_title(&self, year: i32) -> String {
        let years = self.years();
        if *years.start() == 0 {
            return self.title.clone();
        }
        let later = year - years.start();
        let moved_on = |title: String, own: i32| title.replace(&own.to_string(), &(own + later).to_string());
        // No year is moved on twice.
        if later > 0 {
            years.rev().fold(self.title.clone(), moved_on)
        } else {
            years.fold(self.title.clone(), moved_on)
        }
    }
}

fn next_item(item: &Item, years: i32) -> Item {
    let Item { state, percent, completed, .. } = Item::new(item.id.clone());
    Item { deadline: next_deadline(&item.deadline, years), state, percent, completed, ..item.clone() }
}

fn next_measure(measure: &Measure, years: i32) -> Measure {
    let interim = measure.interim.iter();
    let interim = interim.map(|mark| Interim { period: next_period(mark.period, years), value: mark.value });
    Measure { interim: interim.collect(), revisions: Vec::new(), quote: String::new(), ..measure.clone() }
}

fn next_part(part: &Engagement, years: i32) -> Engagement {
    let new = Engagement::new(part.id.clone(), part.subject.clone(), part.body.clone());
    let deadline = next_deadline(&part.deadline, years);
    Engagement { role: part.role, product: part.product.clone(), deadline, ..new }
}

fn next_deadline(deadline: &Deadline, years: i32) -> Deadline {
    match deadline {
        Deadline::On(date) => Deadline::On(next_date(*date, years)),
        Deadline::Before(date) => Deadline::Before(next_date(*date, years)),
        Deadline::Within(period) => Deadline::Within(next_period(*period, years)),
        other => other.clone(),
    }
}

fn next_date(date: Date, years: i32) -> Date {
    let on = |day| Date::new(date.year() + years, date.month(), day);
    // Of the 29th of February most years have but the 28th.
    on(date.day()).or_else(|| on(28)).unwrap_or(date)
}

fn next_period(period: Period, years: i32) -> Period {
    Period::new(period.year() + years, period.length(), period.index()).unwrap_or(period)
}

fn holds(draft: &Draft, ids: [Option<&NodeId>; 2]) -> bool {
    ids.into_iter().flatten().all(|id| draft.writes.contains_key(id))
}
