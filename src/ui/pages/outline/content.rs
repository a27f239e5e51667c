//! What a row says besides its title: target, body, deadline, verdicts, counts.

use crate::app::Judged;
use crate::document::NodeId;
use crate::evaluate::Verdict;
use crate::i18n::messages::Outline;
use crate::i18n::{Language, Message, deadline_words, format_date, format_date_short, says_target, target_prose};
use crate::model::{Clock, Date, Deadline, Item, Line, Programme, SectionKind, TaskState};

use super::rows::{Row, RowKind, measure_of};
use crate::ui::pages::new_measure::is_bare;

/// Verdicts beyond this number are told as a count.
const LONGEST_STRIP: usize = 30;

/// The words and marks of one row. Compared before it is drawn anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    pub title: String,
    /// After the title: "nhóm 5 dẫn đầu".
    pub target: String,
    /// The title has the target's numbers: “đạt từ 98% trở lên”.
    pub is_said: bool,
    pub lead: String,
    pub lead_in_full: String,
    pub time: Option<Time>,
    pub verdicts: Vec<Verdict>,
    pub counts: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    pub tone: Tone,
    pub words: String,
    /// The deadline in full, and how it stands.
    pub in_full: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Late,
    Soon,
    Done,
}

/// What words depend on besides the programme.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub programme: &'a Programme,
    pub judged: &'a Judged,
    pub day: Date,
    pub language: Language,
    /// How a section's measures stand as one; it arrives late.
    pub standing: Option<fn(&Row, Reader) -> String>,
}

impl Content {
    pub fn read(row: &Row, reader: Reader) -> Self {
        let Reader { programme, judged, language, .. } = reader;
        let mut content = Self::default();
        let line = programme.line(row.id.as_str());
        line.map(Line::title).unwrap_or_default().clone_into(&mut content.title);
        let verdict = |id: &NodeId| judged.get(id.as_str()).map(|evaluation| evaluation.verdict);
        match line {
            Some(Line::Section(section)) => content.counts = section_counts(row, section.kind, reader),
            Some(Line::Item(item)) => {
                content.lead(item.id.as_str(), None, reader);
                content.time = time(item, reader);
                let is_group = row.kind == RowKind::Item && !row.measures.is_empty();
                if row.is_heading && row.measures.len() > LONGEST_STRIP {
                    content.counts = Outline::MeasureCount { count: row.measures.len() }.text(language).into_owned();
                } else if is_group && row.is_heading {
                    content.verdicts = row.measures.iter().filter_map(verdict).collect();
                } else if !row.is_heading && row.measures.is_empty() && is_bare(programme, item) {
                    content.counts = Outline::NoMeasure.text(language).into_owned();
                } else if row.is_heading && content.time.is_none() && row.items > 0 {
                    content.counts = Outline::ItemCount { count: row.items }.text(language).into_owned();
                }
            }
            Some(Line::Measure(_)) | None => {}
        }
        if let Some(measure) = measure_of(programme, row) {
            content.target = target_prose(&measure.target, &measure.unit, language);
            content.is_said = says_target(&content.title, &measure.target);
            content.lead(measure.id.as_str(), measure.owner.as_ref(), reader);
            content.verdicts = verdict(&measure.id).into_iter().collect();
        }
        content
    }

    /// The body that leads, or else the one that owns the measure.
    fn lead(&mut self, subject: &str, owner: Option<&NodeId>, reader: Reader) {
        let lead = reader.programme.lead_part(subject);
        let Some(body) = owner.or(lead).and_then(|id| reader.programme.body_on(id.as_str(), reader.day)) else {
            return;
        };
        self.lead_in_full.clone_from(&body.name);
        body.short().clone_into(&mut self.lead);
    }
}

fn section_counts(row: &Row, kind: SectionKind, reader: Reader) -> String {
    let language = reader.language;
    let mut parts = Vec::new();
    if kind == SectionKind::Indicators || !row.measures.is_empty() {
        match reader.standing.filter(|_| !row.measures.is_empty()) {
            Some(standing) => parts.push(standing(row, reader)),
            // As many as the map counts.
            None if row.measures.is_empty() && row.items > 0 => {
                parts.push(Outline::BareCount { count: row.items }.text(language).into_owned());
            }
            None => parts.push(Outline::MeasureCount { count: row.measures.len() }.text(language).into_owned()),
        }
    } else if row.items > 0 {
        let count = row.items;
        let mut add = |message: Outline| parts.push(message.text(language).into_owned());
        add(if kind == SectionKind::Tasks { Outline::TaskCount { count } } else { Outline::ItemCount { count } });
        if row.done > 0 {
            add(Outline::DoneCount { count: row.done });
        }
    }
    parts.join(", ")
}

fn time(item: &Item, reader: Reader) -> Option<Time> {
    let Reader { language, day, programme, .. } = reader;
    let clock = item.clock(day, programme.head().settings.due_soon_days);
    let short = |date: Date| {
        let is_this_year = date.year() == programme.head().first_year;
        if is_this_year { format_date_short(date, language) } else { format_date(date, language) }
    };
    let stopped = matches!(item.state, TaskState::Paused | TaskState::Cancelled);
    let due = match item.deadline {
        Deadline::Before(date) => Some(Outline::BeforeDay { day: short(date) }.text(language).into_owned()),
        _ => item.deadline.last_day().map(short),
    };
    let (tone, words) = match clock {
        _ if item.state == TaskState::Done => {
            (Tone::Done, item.completed.map(short).or(due).unwrap_or_else(|| say(&item.state, language)))
        }
        _ if stopped => (Tone::Plain, say(&item.state, language)),
        Clock::Overdue(_) => (Tone::Late, say(&clock, language)),
        Clock::DueSoon(_) => (Tone::Soon, say(&clock, language)),
        _ if item.deadline == Deadline::Unset => return None,
        _ => (Tone::Plain, due.unwrap_or_else(|| deadline_words(&item.deadline, language))),
    };
    Some(Time { tone, words, in_full: deadline(programme, item, day, language)? })
}

/// A deadline in full, and how it stands at a day; `None` where there is nothing to say.
pub fn deadline(programme: &Programme, item: &Item, day: Date, language: Language) -> Option<String> {
    let clock = item.clock(day, programme.head().settings.due_soon_days);
    let words = deadline_words(&item.deadline, language);
    match clock {
        Clock::Open if item.deadline == Deadline::Unset && item.state != TaskState::Done => None,
        Clock::Open => Some(words),
        _ => Some(format!("{words}. {}", say(&clock, language))),
    }
}

fn say(message: &dyn Message, language: Language) -> String {
    message.text(language).into_owned()
}
