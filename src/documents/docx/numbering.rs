//! The numbers that Word shows and does not write into the text: `numbering.xml`, and styles that number.

use std::collections::BTreeMap;

use super::xml::{Events, Xml, attribute, name, number};
use super::{DocxError, DocxProblem, Part};
use crate::model::roman;

/// Levels of a list, as Word has them.
const LEVELS: usize = 9;
const MAX_LISTS: usize = 20_000;
/// Labels are short; one that repeats its numbers without end is not built.
const MAX_LABEL: usize = 200;

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// `lvlRestart` 0: runs on through the whole document.
    runs_on: bool,
    all_decimal: bool,
}

#[derive(Debug, Default)]
struct List {
    of: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
    is_used: bool,
}

/// A style's list and level, and the style that it is based on.
#[derive(Debug, Default)]
struct Style {
    list: Option<u32>,
    level: Option<usize>,
    above: Option<String>,
}

#[derive(Debug, Default)]
pub struct Numbering {
    abstracts: BTreeMap<u32, [Level; LEVELS]>,
    lists: BTreeMap<u32, List>,
    styles: BTreeMap<String, Style>,
    counters: BTreeMap<u32, [Option<u32>; LEVELS]>,
}

impl Numbering {
    pub fn read(numbering: &str, styles: &str) -> Result<Self, DocxError> {
        let mut read = Self::default();
        read.read_lists(numbering)?;
        read.read_styles(styles)?;
        Ok(read)
    }

    fn read_lists(&mut self, text: &str) -> Result<(), DocxError> {
        let mut events = Events::new(Part::Numbering, text);
        let (mut in_abstract, mut in_list, mut level): (Option<u32>, Option<u32>, Option<usize>) = (None, None, None);
        loop {
            let start = match events.next()? {
                Xml::End => return Ok(()),
                Xml::Close(name) => {
                    match name.as_str() {
                        "abstractNum" => in_abstract = None,
                        "num" => in_list = None,
                        "lvl" | "lvlOverride" => level = None,
                        _ => {}
                    }
                    continue;
                }
                Xml::Text(_) => continue,
                Xml::Open(start) => start,
            };
            if self.abstracts.len() + self.lists.len() > MAX_LISTS {
                return Err(events.fails(DocxProblem::TooMany { limit: MAX_LISTS }));
            }
            let value = || attribute(&start, "val").unwrap_or_default();
            match name(&start).as_str() {
                "abstractNum" => {
                    in_abstract = number(&start, "abstractNumId");
                    self.abstracts.insert(
                        in_abstract.unwrap_or_default(),
                        std::array::from_fn(|_| Level { start: 1, ..Level::default() }),
                    );
                }
                "num" => {
                    in_list = number(&start, "numId");
                    self.lists.insert(in_list.unwrap_or_default(), List::default());
                }
                "abstractNumId" => {
                    if let Some(list) = in_list.and_then(|list| self.lists.get_mut(&list)) {
                        list.of = number(&start, "val").unwrap_or_default();
                    }
                }
                "lvl" | "lvlOverride" => {
                    level = number(&start, "ilvl").map(|level| level as usize).filter(|level| *level < LEVELS);
                }
                "startOverride" => {
                    if let (Some(list), Some(level)) = (in_list.and_then(|list| self.lists.get_mut(&list)), level) {
                        list.starts.insert(level, number(&start, "val").unwrap_or(1));
                    }
                }
                field @ ("start" | "numFmt" | "lvlText" | "lvlRestart" | "isLgl") => {
                    let Some(at) = level else { continue };
                    let own = match (in_abstract, in_list) {
                        (Some(id), _) => self.abstracts.get_mut(&id).and_then(|levels| levels.get_mut(at)),
                        (None, Some(id)) => self
                            .lists
                            .get_mut(&id)
                            .map(|list| list.levels.entry(at).or_insert(Level { start: 1, ..Level::default() })),
                        _ => None,
                    };
                    let Some(own) = own else { continue };
                    match field {
                        "start" => own.start = number(&start, "val").unwrap_or(1),
                        "numFmt" => own.format = value(),
                        "lvlText" => own.text = value().chars().take(MAX_LABEL).collect(),
                        "isLgl" => own.all_decimal = value() != "0",
                        _ => own.runs_on = value() == "0",
                    }
                }
                _ => {}
            }
        }
    }

    fn read_styles(&mut self, text: &str) -> Result<(), DocxError> {
        let mut events = Events::new(Part::Styles, text);
        let mut style: Option<String> = None;
        loop {
            match events.next()? {
                Xml::End => return Ok(()),
                Xml::Close(name) if name == "style" => style = None,
                Xml::Open(start) if name(&start) == "style" => style = attribute(&start, "styleId"),
                Xml::Open(start) => {
                    let Some(style) = &style else { continue };
                    let name = name(&start);
                    if !matches!(name.as_str(), "numId" | "ilvl" | "basedOn") {
                        continue;
                    }
                    let entry = self.styles.entry(style.clone()).or_default();
                    match name.as_str() {
                        "numId" => entry.list = number(&start, "val"),
                        "ilvl" => entry.level = number(&start, "val").map(|level| level as usize),
                        _ => entry.above = attribute(&start, "val"),
                    }
                }
                _ => {}
            }
        }
    }

    /// The list and level of a paragraph: its own, else its style's.
    fn list_of(&self, own: (Option<u32>, Option<usize>), style: Option<&str>) -> Option<(u32, usize)> {
        let (mut list, mut level) = own;
        let mut style = style.map(str::to_owned);
        // A ring of styles ends here.
        for _ in 0..12 {
            let Some(found) = style.as_ref().and_then(|style| self.styles.get(style)) else { break };
            list = list.or(found.list);
            level = level.or(found.level);
            style.clone_from(&found.above);
        }
        // List 0 is Word's word for none.
        list.filter(|list| *list > 0).map(|list| (list, level.unwrap_or(0).min(LEVELS - 1)))
    }

    /// The label that Word shows before the next paragraph of this list or style.
    pub fn label(&mut self, own: (Option<u32>, Option<usize>), style: Option<&str>) -> Option<(String, (u32, usize))> {
        let (id, at) = self.list_of(own, style)?;
        let list = self.lists.get_mut(&id)?;
        let abstract_levels = self.abstracts.get(&list.of)?;
        let levels: [Level; LEVELS] =
            std::array::from_fn(|level| list.levels.get(&level).unwrap_or(&abstract_levels[level]).clone());
        let counters = self.counters.entry(list.of).or_default();
        if !list.is_used {
            list.is_used = true;
            for level in list.starts.keys() {
                counters[*level] = None;
            }
        }
        let start = |level: usize| list.starts.get(&level).copied().unwrap_or(levels[level].start);
        counters[at] = Some(counters[at].map_or(start(at), |count| count.saturating_add(1)));
        for (level, counter) in counters.iter_mut().enumerate().take(at) {
            counter.get_or_insert(start(level));
        }
        for level in at + 1..LEVELS {
            if !levels[level].runs_on {
                counters[level] = None;
            }
        }
        let own = &levels[at];
        if own.format == "bullet" {
            return Some(("-".to_owned(), (list.of, at)));
        }
        if own.format == "none" {
            return None;
        }
        let mut label = String::new();
        let mut letters = own.text.chars();
        while let Some(letter) = letters.next() {
            let level = if letter == '%' { letters.clone().next().and_then(|digit| digit.to_digit(10)) } else { None };
            match level.map(|level| level as usize).filter(|level| (1..=LEVELS).contains(level)) {
                Some(level) => {
                    letters.next();
                    let format = if own.all_decimal { "decimal" } else { levels[level - 1].format.as_str() };
                    label.push_str(&shown(counters[level - 1].unwrap_or(0), format));
                }
                None => label.push(letter),
            }
            if label.len() > MAX_LABEL {
                break;
            }
        }
        (!label.trim().is_empty()).then_some((label, (list.of, at)))
    }
}

fn shown(number: u32, format: &str) -> String {
    let letter = |first: u8| {
        // Behind z come aa, bb: repeated as often as the alphabet was gone through.
        let at = number.saturating_sub(1);
        let sign = char::from(first + u8::try_from(at % 26).unwrap_or(0));
        std::iter::repeat_n(sign, usize::try_from(at / 26 + 1).unwrap_or(1).min(10)).collect::<String>()
    };
    let roman = |number: u32| roman(usize::try_from(number).unwrap_or(usize::MAX));
    match format {
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_ascii_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}
