//! What the palette finds: pages, targets, lines, commands, other programmes.

use std::ops::Range;

use leptos::prelude::*;

use super::super::places::PLACES;
use crate::app::{Route, Session, Stage, Theme};
use crate::charts::course_sparkline;
use crate::document::NodeId;
use crate::evaluate::Verdict;
use crate::i18n::messages::{Data, Palette, Shell};
use crate::i18n::{
    Language, Message, Query, explain, fold, format_date, reckoned_short, to_lower, value_words, why_title,
};
use crate::model::{Clock, Line, NumberedLine, Programme, TaskState, ValueKind};
use crate::storage::ShelfState;
use crate::ui::actions::{download_backup, print, redo, undo};
use crate::ui::components::icon::Icon;
use crate::ui::components::status_mark::Status;

/// How many of a group are shown.
const MOST: usize = 8;

#[derive(Clone, Debug)]
pub struct Hit {
    pub group: Palette,
    pub mark: Mark,
    pub title: String,
    /// What of the title was looked for.
    pub found: Vec<Range<usize>>,
    pub note: String,
    /// Said to who does not see the mark.
    pub spoken: String,
    /// The course, as SVG.
    pub spark: String,
    pub value: String,
    pub end: String,
    pub keys: Keys,
    pub act: Act,
}

#[derive(Clone, Copy, Debug)]
pub enum Mark {
    Icon(Icon),
    Status(Status),
}

#[derive(Clone, Debug)]
pub enum Act {
    Go(Route),
    /// A programme of this machine, by its place.
    Open(String),
    Do(fn(Session)),
    ShowKeys,
    /// A reminder to send on.
    Copy(String),
    /// Another spelling.
    Search(String),
}

type Keys = &'static [&'static str];
/// A command: its sign, its name, its keys, what it does.
type Deed = (Icon, &'static dyn Message, Keys, fn(Session));

impl Hit {
    /// The measure that it is.
    pub fn measure(&self) -> Option<&NodeId> {
        match (&self.group, &self.act) {
            (Palette::Measures, Act::Go(Route::Indicator(measure))) => Some(measure),
            _ => None,
        }
    }
}

/// All hits of a text, with what can be done with one of the measures; of an empty one the pages and commands.
pub fn hits(session: Session, text: &str, about: Option<&NodeId>) -> Vec<Hit> {
    let (text, only_commands) = match text.trim_start().strip_prefix('>') {
        Some(command) => (command, true),
        None => (text, false),
    };
    let query = Query::new(text);
    let language = session.language.get();
    let mut found = Vec::new();
    if !only_commands && !query.is_empty() && session.stage.get() == Stage::Open {
        session.programme.with(|programme| {
            let outline = programme.outline();
            let looking = Looking { session, programme, outline: &outline, query: &query, language };
            measures(looking, &mut found);
            let about = about.or_else(|| found.first()?.measure()).cloned();
            lines(looking, &mut found);
            about.inspect(|about| deeds(looking, about, &mut found));
        });
    }
    if !only_commands {
        pages(session, &query, language, &mut found);
    }
    commands(session, &query, language, &mut found);
    if !only_commands && !query.is_empty() {
        programmes(session, &query, &mut found);
    }
    // Whoever types the name of a page or a command wants it, though the same letters stand within many words.
    let is_named = |hit: &Hit| {
        matches!(hit.group, Palette::GoTo | Palette::Commands)
            && hit.found.first().is_some_and(|found| found.start == 0)
    };
    let (named, others): (Vec<Hit>, Vec<Hit>) = found.into_iter().partition(is_named);
    let mut found = named;
    found.extend(others);
    if found.is_empty()
        && !only_commands
        && let Some(word) = session.programme.with(|programme| nearest(programme, text))
    {
        let title = Palette::Nearest { word: word.clone() }.text(language).into_owned();
        found.push(hit(Palette::Suggestion, Icon::Search, title, Act::Search(word)));
    }
    found
}

fn hit(group: Palette, sign: Icon, title: String, act: Act) -> Hit {
    let [note, spoken, spark, value, end] = Default::default();
    Hit { group, mark: Mark::Icon(sign), title, found: Vec::new(), note, spoken, spark, value, end, keys: &[], act }
}

/// What is looked through, and for what.
#[derive(Clone, Copy)]
struct Looking<'a> {
    session: Session,
    programme: &'a Programme,
    outline: &'a [NumberedLine<'a>],
    query: &'a Query,
    language: Language,
}

fn measures(looking: Looking, found: &mut Vec<Hit>) {
    let Looking { session, programme, outline, query, language } = looking;
    let matching = outline.iter().filter_map(|numbered| match numbered.line {
        Line::Measure(measure) => Some((measure, query.find(&measure.name))).filter(|(_, found)| !found.is_empty()),
        _ => None,
    });
    let day = session.as_of.get();
    session.judged.with(|judged| {
        found.extend(matching.take(MOST).map(|(measure, ranges)| {
            let reference = programme.reference(measure.id.as_str());
            let note = match programme.lead_of(measure, day) {
                Some(lead) => format!("{reference}, {}", lead.short()),
                None => reference,
            };
            let act = Act::Go(Route::Indicator(measure.id.clone()));
            let hit = Hit { found: ranges, note, ..hit(Palette::Measures, Icon::Target, measure.name.clone(), act) };
            let Some(evaluation) = judged.get(measure.id.as_str()) else { return hit };
            let target = reckoned_short(measure, evaluation, language);
            // A text has no room at the end of a line.
            let value = value_words(measure, evaluation, language).filter(|_| measure.value_kind != ValueKind::Text);
            let spark = course_sparkline(programme, (measure, evaluation), &judged.context, (72.0, 24.0));
            Hit {
                mark: Mark::Status(Status::from(evaluation.verdict)),
                spoken: to_lower(&evaluation.verdict.text(language)),
                spark,
                end: if value.is_some() { format!("/ {target}") } else { target },
                value: value.unwrap_or_default(),
                ..hit
            }
        }));
    });
}

/// What can be done with a measure.
fn deeds(looking: Looking, measure: &NodeId, found: &mut Vec<Hit>) {
    let Looking { session, programme, language, .. } = looking;
    let Some(measure) = programme.measures().get(measure.as_str()) else { return };
    let group = Palette::CommandsFor { title: measure.name.clone() };
    let part = |part| Act::Go(Route::indicator_part(measure.id.clone(), part));
    let mut add = |sign, title, act, key: Keys| {
        let keys = if session.has_single_keys() { key } else { &[] };
        found.push(Hit { keys, ..hit(group.clone(), sign, title, act) });
    };
    add(Icon::Pencil, Palette::EnterFigure.text(language).into_owned(), part("figures"), &["E"]);
    let evaluation = session.judged.with(|judged| judged.get(measure.id.as_str()).cloned());
    let Some(evaluation) = evaluation else { return };
    add(Icon::CircleHelp, why_title(evaluation.verdict, language), part("why"), &["V"]);
    let day = session.as_of.get();
    let urges =
        evaluation.verdict.is_exception() || matches!(evaluation.verdict, Verdict::NoData | Verdict::FigureOverdue);
    if let Some(body) = programme.lead_of(measure, day).filter(|_| urges) {
        let reminder = Palette::Reminder {
            body: body.name.clone(),
            measure: measure.name.clone(),
            verdict: to_lower(&evaluation.verdict.text(language)),
            day: format_date(day, language),
            why: explain(measure, &evaluation, language).sentence,
        };
        let title = Palette::CopyReminder { body: body.short().to_owned() }.text(language).into_owned();
        add(Icon::Copy, title, Act::Copy(reminder.text(language).into_owned()), &[]);
    }
}

fn lines(looking: Looking, found: &mut Vec<Hit>) {
    let Looking { session, programme, outline, query, language } = looking;
    let (day, soon) = (session.as_of.get(), programme.head().settings.due_soon_days);
    let matching = outline.iter().filter_map(|numbered| {
        let is_measure = matches!(numbered.line, Line::Measure(_));
        let ranges = query.find(numbered.line.title());
        (!is_measure && !ranges.is_empty()).then_some((numbered.line, ranges))
    });
    for (line, ranges) in matching.take(MOST) {
        let say = |message: &dyn Message| to_lower(&message.text(language));
        let (sign, end) = match line {
            Line::Item(item) if item.state == TaskState::Done => (Icon::Check, say(&item.state)),
            Line::Item(item) => match item.clock(day, soon) {
                late @ Clock::Overdue(_) => (Icon::Clock, say(&late)),
                soon @ Clock::DueSoon(_) => (Icon::Flag, say(&soon)),
                _ => (Icon::ListTree, String::new()),
            },
            _ => (Icon::ListTree, String::new()),
        };
        let act = Act::Go(Route::Outline { item: Some(line.id().clone()) });
        let note = programme.reference(line.id().as_str());
        found.push(Hit { found: ranges, note, end, ..hit(Palette::Lines, sign, line.title().to_owned(), act) });
    }
}

fn pages(session: Session, query: &Query, language: Language, found: &mut Vec<Hit>) {
    for place in PLACES {
        let keys = if session.has_single_keys() { place.keys } else { &[] };
        named(query, &place.name, language, found, |title| {
            let act = Act::Go((place.route)());
            Hit { keys, ..hit(Palette::GoTo, place.icon, title, act) }
        });
    }
}

fn commands(session: Session, query: &Query, language: Language, found: &mut Vec<Hit>) {
    let do_it: [Deed; 6] = [
        (Icon::Undo2, &Shell::Undo, &["Ctrl", "Z"], undo),
        (Icon::Redo2, &Shell::Redo, &["Ctrl", "Shift", "Z"], redo),
        (Icon::Download, &Data::DownloadBackup, &[], download_backup),
        (Icon::Printer, &Palette::Print, &["Ctrl", "P"], |_| print()),
        (Icon::SunMoon, &Palette::SwitchTheme, &[], switch_theme),
        (Icon::Languages, &Palette::SwitchLanguage, &[], switch_language),
    ];
    for (sign, name, keys, act) in do_it {
        named(query, name, language, found, |title| Hit { keys, ..hit(Palette::Commands, sign, title, Act::Do(act)) });
    }
    let keys: Keys = if session.has_single_keys() { &["?"] } else { &[] };
    named(query, &Palette::ShowKeys, language, found, |title| Hit {
        keys,
        ..hit(Palette::Commands, Icon::Keyboard, title, Act::ShowKeys)
    });
}

/// A hit whose title is a message, if it matches.
fn named(query: &Query, name: &dyn Message, language: Language, found: &mut Vec<Hit>, make: impl Fn(String) -> Hit) {
    let title = name.text(language).into_owned();
    let ranges = query.find(&title);
    if query.is_empty() || !ranges.is_empty() {
        found.push(Hit { found: ranges, ..make(title) });
    }
}

fn programmes(session: Session, query: &Query, found: &mut Vec<Hit>) {
    let open = session.place();
    session.shelves.with(|shelves| {
        for shelf in shelves.iter().filter(|shelf| Some(&shelf.place) != open.as_ref()) {
            let ShelfState::Whole(about) = &shelf.state else { continue };
            let ranges = query.find(&about.title);
            if !ranges.is_empty() {
                let act = Act::Open(shelf.place.clone());
                let whole = hit(Palette::Programmes, Icon::FolderOpen, about.title.clone(), act);
                found.push(Hit { found: ranges, note: about.issuer.clone(), ..whole });
            }
        }
    });
}

fn switch_theme(session: Session) {
    let is_dark = match session.theme.get_untracked() {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::System => {
            window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|it| it.matches())
        }
    };
    session.set_theme(if is_dark { Theme::Light } else { Theme::Dark });
}

fn switch_language(session: Session) {
    let other = match session.language.get_untracked() {
        Language::Vietnamese => Language::English,
        Language::English => Language::Vietnamese,
    };
    session.set_language(other);
}

/// The word of the programme that is spelt most like the typed one.
fn nearest(programme: &Programme, typed: &str) -> Option<String> {
    let typed = fold(typed.trim());
    if typed.len() < 3 {
        return None;
    }
    // Short words are all alike.
    let farthest = if typed.len() < 5 { 1 } else { 2 };
    let outline = programme.outline();
    let words = outline.iter().flat_map(|numbered| numbered.line.title().split_whitespace());
    let near = words.filter_map(|word| {
        let folded = fold(word);
        let close = folded.len().abs_diff(typed.len()) <= farthest;
        close.then(|| (distance(&folded, &typed), word)).filter(|(distance, _)| *distance <= farthest)
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned())
}

/// How many letters must be changed, added or left out to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in b.iter().enumerate() {
            let cost = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
