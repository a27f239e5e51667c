//! What the tables of the sample are made with: rows that read like lines of a table, and a builder that files them.

use std::collections::BTreeMap;

use crate::document::{Author, Document, Draft, NodeId, Timestamp, keys_between};
use crate::model::{
    Baseline, Cell, Date, Deadline, Decimal, Direction, Engagement, Figure, FigureState, Grade, Interim, Item,
    ItemKind, Maintain, Measure, Numbering, Observation, PaceRule, Period, PeriodLength, Place, Reading, Record, Role,
    Section, SectionKind, Target, TargetRevision, TaskState, Update, ValueKind, ids, read_decimal,
};

/// A node's id, derived from a readable key: the same twelve base-36 characters every time (FNV-1a, 64 bits).
pub(super) fn id(key: &str) -> NodeId {
    let mut hash = key
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut text = String::with_capacity(12);
    for _ in 0..12 {
        text.push(char::from_digit((hash % 36) as u32, 36).unwrap_or('0'));
        hash /= 36;
    }
    text.into()
}

/// A number as files write it; the tests of the sample hold every target against its source.
pub(super) fn n(text: &str) -> Decimal {
    read_decimal(text).unwrap_or_default()
}

/// The writes of the sample by the day they are made: what was known when can be looked back to.
pub(super) struct Builder {
    author: Author,
    drafts: BTreeMap<Date, Draft>,
}

/// An item of the outline with the bodies that take part in it and the words on its progress.
pub(super) struct Row {
    key: &'static str,
    item: Item,
    parts: Vec<(Role, &'static str)>,
    updates: Vec<(&'static str, &'static str, &'static str)>,
}

/// A measure with its figures.
pub(super) struct MeasureRow {
    measure: Measure,
    /// Days from the end of a period to the day its figure was entered.
    reports_after: i64,
    parts: Vec<(Role, &'static str)>,
    figures: Vec<(Option<&'static str>, Period, Figure)>,
    notes: Vec<(&'static str, &'static str)>,
}

impl Builder {
    pub fn new(author: Author) -> Self {
        Self { author, drafts: BTreeMap::new() }
    }

    /// Files a record under the day it was written.
    pub fn put<R: Record>(&mut self, day: Date, id: &NodeId, record: &R) {
        record.write(id, self.drafts.entry(day).or_default());
    }

    /// Sections in their order.
    pub fn sections(&mut self, day: Date, rows: &[(&str, SectionKind, &str)]) {
        for ((key, kind, title), place) in rows.iter().zip(self.places(&ids::root(), rows.len())) {
            let section = Section { place, kind: *kind, title: (*title).to_owned(), ..Section::new(id(key)) };
            self.put(day, &section.id, &section);
        }
    }

    /// Items below a section or an item, in their order.
    pub fn items<const N: usize>(&mut self, day: Date, parent: &str, kind: ItemKind, rows: [Row; N]) {
        for (row, place) in rows.into_iter().zip(self.places(&id(parent), N)) {
            let item = Item { place, kind, ..row.item };
            self.put(day, &item.id, &item);
            self.engage(day, &item.id, &row.parts);
            for (date, author, text) in row.updates {
                let Ok(on) = date.parse::<Date>() else { continue };
                let update = Update {
                    author: author.to_owned(),
                    text: text.to_owned(),
                    ..Update::new(id(&format!("{} {date}", row.key)), item.id.clone(), on)
                };
                self.put(on, &update.id, &update);
            }
        }
    }

    /// Measures of an item, in their order, with their figures; none of these was entered after `last`.
    pub fn measures<const N: usize>(&mut self, day: Date, last: Date, item: &str, rows: [MeasureRow; N]) {
        for (row, place) in rows.into_iter().zip(self.places(&id(item), N)) {
            let measure = Measure { place, ..row.measure };
            match measure.revisions.first() {
                Some(first) => {
                    let before = Measure { target: first.old.clone(), revisions: Vec::new(), ..measure.clone() };
                    self.put(day, &measure.id, &before);
                    self.put(first.date, &measure.id, &measure);
                }
                None => self.put(day, &measure.id, &measure),
            }
            self.engage(day, &measure.id, &row.parts);
            for (body, period, figure) in row.figures {
                let entered = period.calendar_end().add_days(row.reports_after).clamp(day, last);
                let is_reviewed = last.days_since(period.calendar_end()) > 90;
                let note = row.notes.iter().find(|(of, _)| *of == period.to_string()).map_or("", |(_, note)| note);
                let cell = Cell { measure: measure.id.clone(), period, body: body.map(id) };
                let observation = Observation {
                    figure: Some(figure),
                    note: note.to_owned(),
                    state: if is_reviewed { FigureState::Approved } else { FigureState::Submitted },
                    is_sample: true,
                    body: cell.body.clone(),
                    ..Observation::new(cell.id(), measure.id.clone(), period)
                };
                self.put(entered, &observation.id, &observation);
            }
        }
    }

    /// All that was filed, one change a day.
    pub fn finish(self, id: &str) -> Document {
        let mut document = Document::new(id);
        let epoch = Date::new(1970, 1, 1);
        for (day, draft) in self.drafts {
            let days = epoch.map_or(0, |epoch| day.days_since(epoch));
            // Entered at nine in the morning in Viet Nam. A new document has counts left for all changes.
            let at = Timestamp((days * 24 + 2) * 3_600_000);
            let _ = document.commit(draft, &self.author, at);
        }
        document
    }

    fn engage(&mut self, day: Date, subject: &NodeId, parts: &[(Role, &str)]) {
        for (role, body) in parts {
            let body = id(body);
            let engagement_id = ids::engagement(subject, &body, *role);
            let engagement = Engagement { role: *role, ..Engagement::new(engagement_id, subject.clone(), body) };
            self.put(day, &engagement.id, &engagement);
        }
    }

    fn places(&self, parent: &NodeId, count: usize) -> Vec<Place> {
        let keys = keys_between(None, None, &self.author.actor, count);
        keys.into_iter().map(|key| Place { parent: parent.clone(), key }).collect()
    }
}

/// A line of the outline.
pub(super) fn row(key: &'static str, title: &str) -> Row {
    let item = Item { title: title.to_owned(), ..Item::new(id(key)) };
    Row { key, item, parts: Vec::new(), updates: Vec::new() }
}

impl Row {
    pub fn printed(mut self, label: &str) -> Self {
        self.item.printed_label = Some(label.to_owned());
        self
    }

    pub fn numbered(mut self, numbering: Numbering) -> Self {
        self.item.numbering = numbering;
        self
    }

    pub fn lead(self, body: &'static str) -> Self {
        self.part(Role::Lead, &[body])
    }

    pub fn with(self, bodies: &[&'static str]) -> Self {
        self.part(Role::Coordinate, bodies)
    }

    pub fn watched_by(self, body: &'static str) -> Self {
        self.part(Role::Monitor, &[body])
    }

    /// A deadline as files write it: `2025-09-29`, `2025-Q4`, `every quarter`, `none`.
    pub fn due(mut self, deadline: &str) -> Self {
        self.item.deadline = deadline.parse::<Deadline>().unwrap_or_default();
        self
    }

    pub fn ongoing(mut self, percent: u8) -> Self {
        (self.item.state, self.item.percent) = (TaskState::Ongoing, Some(percent));
        self
    }

    pub fn done(mut self, day: &str) -> Self {
        (self.item.state, self.item.percent, self.item.completed) = (TaskState::Done, Some(100), day.parse().ok());
        self
    }

    pub fn product(mut self, product: &str) -> Self {
        self.item.product = product.into();
        self
    }

    pub fn note(mut self, note: &str) -> Self {
        self.item.note = note.into();
        self
    }

    /// A word on progress: the day, by whom, the words.
    pub fn update(mut self, date: &'static str, author: &'static str, text: &'static str) -> Self {
        self.updates.push((date, author, text));
        self
    }

    fn part(mut self, role: Role, bodies: &[&'static str]) -> Self {
        self.parts.extend(bodies.iter().map(|body| (role, *body)));
        self
    }
}

/// A measure by quarter, a state at the end of each.
pub(super) fn measure(key: &str, name: &str, unit: &str, target: Target) -> MeasureRow {
    let measure = Measure {
        name: name.to_owned(),
        unit: unit.to_owned(),
        target,
        period: PeriodLength::Quarter,
        ..Measure::new(id(key))
    };
    MeasureRow { measure, reports_after: 0, parts: Vec::new(), figures: Vec::new(), notes: Vec::new() }
}

impl MeasureRow {
    /// The body that answers for it, and how many days after a period its figure comes.
    pub fn by(mut self, body: &'static str, reports_after: i64) -> Self {
        self.measure.owner = Some(id(body));
        self.reports_after = reports_after;
        self
    }

    pub fn with(mut self, bodies: &[&'static str]) -> Self {
        self.parts.extend(bodies.iter().map(|body| (Role::Coordinate, *body)));
        self
    }

    pub fn kind(mut self, kind: ValueKind) -> Self {
        self.measure.value_kind = kind;
        self
    }

    pub fn every(mut self, period: PeriodLength) -> Self {
        self.measure.period = period;
        self
    }

    /// Each span of this length is judged by itself.
    pub fn judged_each(mut self, length: PeriodLength) -> Self {
        self.measure.judged_by = Some(length);
        self
    }

    /// Judged once, when the year is over; its figure comes this many days after.
    pub fn at_year_end(mut self, lag_days: u32) -> Self {
        self.measure.period = PeriodLength::Year;
        self.measure.pace = PaceRule::AtEnd;
        self.measure.lag_days = lag_days;
        self
    }

    pub fn pace(mut self, pace: PaceRule) -> Self {
        self.measure.pace = pace;
        self
    }

    pub fn lower_is_better(mut self) -> Self {
        self.measure.direction = Direction::Lower;
        self
    }

    pub fn kept_each_period(mut self) -> Self {
        self.measure.maintain = Maintain::EveryPeriod;
        self
    }

    pub fn lag(mut self, days: u32) -> Self {
        self.measure.lag_days = days;
        self
    }

    pub fn decimals(mut self, digits: u8) -> Self {
        self.measure.decimals = digits;
        self
    }

    /// A share: between 0 and 100.
    pub fn share(mut self) -> Self {
        (self.measure.lower_bound, self.measure.upper_bound) = (Some(Decimal::ZERO), Some(Decimal::ONE_HUNDRED));
        self
    }

    pub fn baseline(mut self, year: i32, value: &str, source: &str) -> Self {
        self.measure.baseline = Some(Baseline { year, value: n(value), source: source.to_owned() });
        self
    }

    /// Marks on the way, one a period from the year's first on: `25 50 75`.
    pub fn marks(mut self, year: i32, values: &str) -> Self {
        let periods = Period::of_year(year, self.measure.period);
        self.measure.interim =
            periods.zip(values.split(' ')).map(|(period, value)| Interim { period, value: n(value) }).collect();
        self
    }

    pub fn source(mut self, source: &str) -> Self {
        self.measure.source = source.into();
        self
    }

    pub fn method(mut self, note: &str) -> Self {
        self.measure.method_note = note.into();
        self
    }

    /// Figures of a year, one a period from its first on: `7.5 7.7 ~7.9`; `-` is none, `~` an estimate.
    pub fn figures(self, year: i32, words: &str) -> Self {
        self.figures_of(None, year, words)
    }

    /// The same of one body that sends its own.
    pub fn sent_by(self, body: &'static str, year: i32, words: &str) -> Self {
        self.figures_of(Some(body), year, words)
    }

    /// What the target was until a day.
    pub fn revised(mut self, date: &str, old: Target, document: &str) -> Self {
        let (new, document) = (self.measure.target.clone(), document.to_owned());
        self.measure.revisions.extend(date.parse().ok().map(|date| TargetRevision { date, old, new, document }));
        self
    }

    fn figures_of(mut self, body: Option<&'static str>, year: i32, words: &str) -> Self {
        let kind = self.measure.value_kind;
        let periods = Period::of_year(year, self.measure.period);
        let figures =
            periods.zip(words.split(' ')).filter_map(|(period, word)| Some((body, period, figure(kind, word)?)));
        self.figures.extend(figures);
        self
    }

    /// A remark on the figure of a period (`2025-09`).
    pub fn note(mut self, period: &'static str, note: &'static str) -> Self {
        self.notes.push((period, note));
        self
    }
}

fn figure(kind: ValueKind, word: &str) -> Option<Figure> {
    let (is_estimate, word) = word.strip_prefix('~').map_or((false, word), |word| (true, word));
    let reading = match kind {
        ValueKind::Rank => Reading::Rank(Some(word.parse().ok()?)),
        ValueKind::Grade => Reading::Grade(Grade::from_word(word)?),
        ValueKind::YesNo => Reading::YesNo(word == "yes"),
        _ => match word.split_once('/') {
            Some((over, under)) => {
                Reading::Ratio { numerator: read_decimal(over).ok()?, denominator: read_decimal(under).ok()? }
            }
            None => Reading::Number(read_decimal(word).ok()?),
        },
    };
    Some(Figure { reading, is_estimate })
}
