//! The numbers of the outline (I, 1, 1.1, (1), a), đ), -, +), always computed; a document's printed ones are kept
//! beside them where they differ.

use std::collections::BTreeMap;

use super::ordinal::{letters, roman};
use super::{Item, ItemKind, Line, Measure, Numbering, Programme, Section, SectionKind};
use crate::document::{NodeId, SortedMap};

/// `1.1.1…` goes no deeper: below, numbers begin anew.
const DEEPEST: usize = 8;

/// How a line is numbered. Paragraphs have an empty label, unless the document prints one; a measure shares its item's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    pub computed: String,
    /// What the document prints, where that is something else.
    pub printed: Option<String>,
}

impl Label {
    fn new(computed: String, printed: Option<&String>) -> Self {
        let printed = printed.filter(|printed| printed.trim().trim_end_matches('.') != computed).cloned();
        Self { computed, printed }
    }

    /// What stands before the line: the printed label if there is one.
    pub fn shown(&self) -> &str {
        self.printed.as_deref().unwrap_or(&self.computed)
    }

    /// By its order, as all else refers to the line; the printed one where it has none.
    pub fn in_order(&self) -> &str {
        if self.computed.is_empty() { self.shown() } else { &self.computed }
    }

    /// What is shown as it is set before a text: `5.`, but `1.1`, `(1)`, `a)`.
    pub fn dotted(&self) -> String {
        let number = self.shown();
        let is_plain = !number.is_empty() && number.chars().all(char::is_alphanumeric);
        if is_plain { format!("{number}.") } else { number.to_owned() }
    }
}

/// A line of the outline as it is read: with its depth (0 for sections) and its label.
#[derive(Clone, Debug)]
pub struct NumberedLine<'a> {
    pub line: Line<'a>,
    pub depth: usize,
    pub label: Label,
}

/// How the items below one parent are numbered.
struct Style {
    form: Numbering,
    /// The parent's own number, for `1.1`.
    prefix: String,
    /// Numbers given before, by the neighbours that the count runs on from.
    start: usize,
}

impl Programme {
    /// The whole outline in reading order. A branch that hangs on no section is not in it (see `review`).
    pub fn outline(&self) -> Vec<NumberedLine<'_>> {
        let mut lines = Vec::new();
        let mut runs: BTreeMap<&NodeId, usize> = BTreeMap::new();
        let mut count = 0;
        let sections = self.sections_in_order().map(|section| {
            count += usize::from(prints_number(section.printed_label.as_ref()));
            let number = self.section_number_at(section, count);
            NumberedLine {
                line: Line::Section(section),
                depth: 0,
                label: Label::new(number, section.printed_label.as_ref()),
            }
        });
        let mut open: Vec<NumberedLine> = sections.collect();
        open.reverse();
        while let Some(parent) = open.pop() {
            let children = self.below(parent.line);
            let numbering = numbering_of(parent.line);
            let mut start = 0;
            if numbering == Numbering::Running {
                let run = runs.entry(&parent.line.place().parent).or_default();
                start = *run;
                *run += children.iter().filter(|line| is_numbered(**line)).count();
            }
            let style = Style::new(numbering, parent.depth + 1, &parent.label.computed, start);
            let first = open.len();
            let mut index = 0;
            for line in children {
                let label = match line {
                    Line::Item(item) if is_numbered(line) => {
                        index += 1;
                        let number = self.given(&item.id).unwrap_or_else(|| style.number(index));
                        Label::new(number, item.printed_label.as_ref())
                    }
                    Line::Item(item) => Label::new(String::new(), item.printed_label.as_ref()),
                    Line::Measure(_) | Line::Section(_) => parent.label.clone(),
                };
                open.push(NumberedLine { line, depth: parent.depth + 1, label });
            }
            open[first..].reverse();
            lines.push(parent);
        }
        lines
    }

    /// The label of one section, item or measure.
    pub fn label(&self, id: &str) -> Label {
        match self.line(id) {
            Some(Line::Measure(measure)) => self.items().get(measure.place.parent.as_str()).map(|item| {
                let (number, _) = self.number(item);
                Label::new(number, item.printed_label.as_ref())
            }),
            Some(Line::Item(item)) => {
                let (number, _) = self.number(item);
                Some(Label::new(number, item.printed_label.as_ref()))
            }
            Some(Line::Section(section)) => {
                Some(Label::new(self.section_number(&section.id), section.printed_label.as_ref()))
            }
            None => None,
        }
        .unwrap_or_default()
    }

    /// How others refer to a line: `I.6`, `III.4.1`, `1.2(9)` (indicators go without their section's number where one
    /// section holds them all), `1.2(9)b` for one measure of several. An unnumbered paragraph has the reference of the
    /// line above it.
    pub fn reference(&self, id: &str) -> String {
        self.referred(id, false)
    }

    /// The same with the number of the section, for those who read it apart from the programme: `II.1.2(9)`.
    pub fn full_reference(&self, id: &str) -> String {
        self.referred(id, true)
    }

    fn referred(&self, id: &str, is_full: bool) -> String {
        let Some(line) = self.line(id) else { return String::new() };
        let items: Vec<_> = std::iter::once(line)
            .chain(self.ancestors(id))
            .filter_map(|line| if let Line::Item(item) = line { Some(item) } else { None })
            .collect();
        let mut parts = Vec::new();
        let mut level = 0;
        while let Some(item) = items.get(level).filter(|_| parts.len() < DEEPEST) {
            let (number, form) = self.number(item);
            // A nested number names the lines above it too.
            level += if form == Numbering::Nested { number.split('.').count() } else { 1 };
            if matches!(form, Numbering::Nested | Numbering::Bracket | Numbering::Letter) && !number.is_empty() {
                parts.push((number, form));
            }
        }
        let section =
            self.section_of(id).filter(|section| is_full || parts.is_empty() || !self.is_only_indicators(&section.id));
        let mut reference = section.map_or_else(String::new, |section| self.section_number(&section.id));
        for (number, form) in parts.into_iter().rev() {
            if form == Numbering::Nested && !reference.is_empty() {
                reference.push('.');
            }
            reference.push_str(&number);
        }
        if let Line::Measure(measure) = line {
            reference.push_str(&self.letter(measure));
        }
        reference
    }

    /// Of one measure of several.
    fn letter(&self, measure: &Measure) -> String {
        let siblings: Vec<_> = self.measures().of(measure.place.parent.as_str()).collect();
        let index = siblings.iter().position(|sibling| sibling.id == measure.id).filter(|_| siblings.len() > 1);
        self.given(&measure.id).or_else(|| index.map(|index| letters(index + 1))).unwrap_or_default()
    }

    /// What a part of a programme says of the number that a line has in the whole.
    fn given(&self, id: &NodeId) -> Option<String> {
        self.document().scope()?.labels.get(id).cloned()
    }

    /// The numbers that lines of a part would lose, as they come from neighbours which are not in it.
    pub fn numbers_of<'a>(&self, lines: impl Iterator<Item = &'a NodeId>) -> SortedMap<NodeId, String> {
        let number = |id: &NodeId| {
            let number = match self.line(id.as_str())? {
                Line::Measure(measure) => self.letter(measure),
                Line::Item(_) | Line::Section(_) => self.label(id.as_str()).computed,
            };
            (!number.is_empty()).then(|| (id.clone(), number))
        };
        lines.filter_map(number).collect()
    }

    fn is_only_indicators(&self, section: &NodeId) -> bool {
        let mut of_indicators = self.sections_in_order().filter(|section| section.kind == SectionKind::Indicators);
        of_indicators.next().is_some_and(|first| first.id == *section) && of_indicators.next().is_none()
    }

    fn section_number(&self, id: &NodeId) -> String {
        let mut sections = self.sections_in_order().filter(|section| prints_number(section.printed_label.as_ref()));
        let Some(section) = self.sections().get(id.as_str()) else { return String::new() };
        let index = sections.position(|section| section.id == *id).unwrap_or_default();
        self.section_number_at(section, index + 1)
    }

    fn section_number_at(&self, section: &Section, count: usize) -> String {
        if prints_number(section.printed_label.as_ref()) {
            self.given(&section.id).unwrap_or_else(|| roman(count))
        } else {
            String::new()
        }
    }

    /// An item's computed number and its form, worked out from its neighbours alone.
    fn number(&self, item: &Item) -> (String, Numbering) {
        let above = self.ancestors(item.id.as_str());
        self.number_at(item, 1 + above.iter().filter(|line| matches!(line, Line::Item(_))).count())
    }

    fn number_at(&self, item: &Item, level: usize) -> (String, Numbering) {
        let parent = item.place.parent.as_str();
        let numbering = self.line(parent).map_or(Numbering::Auto, numbering_of);
        let start = if numbering == Numbering::Running { self.numbered_before(parent) } else { 0 };
        let above = match self.items().get(parent) {
            // Goes up as long as numbers nest: `DEEPEST` times at most, in a ring too.
            Some(parent) if numbering.at(level) == Numbering::Nested && (2..=DEEPEST).contains(&level) => {
                self.number_at(parent, level - 1).0
            }
            _ => String::new(),
        };
        let style = Style::new(numbering, level, &above, start);
        let mut siblings = self.children(parent).into_iter().filter(|line| is_numbered(*line));
        match siblings.position(|line| line.id() == &item.id) {
            Some(index) => (self.given(&item.id).unwrap_or_else(|| style.number(index + 1)), style.form),
            None => (String::new(), Numbering::None),
        }
    }

    /// How many items the neighbours before a parent hold whose count runs on into it.
    fn numbered_before(&self, parent: &str) -> usize {
        let Some(line) = self.line(parent) else { return 0 };
        let neighbours = self.children(line.place().parent.as_str());
        neighbours
            .iter()
            .take_while(|neighbour| neighbour.id() != line.id())
            .filter(|neighbour| numbering_of(**neighbour) == Numbering::Running)
            .map(|neighbour| self.items().of(neighbour.id().as_str()).filter(|item| item_is_numbered(item)).count())
            .sum()
    }
}

impl Style {
    fn new(numbering: Numbering, level: usize, parent: &str, start: usize) -> Self {
        let form = numbering.at(level);
        let is_number = parent.starts_with(|letter: char| letter.is_ascii_digit());
        let is_prefix = form == Numbering::Nested && is_number && level <= DEEPEST;
        Self { form, prefix: if is_prefix { format!("{parent}.") } else { String::new() }, start }
    }

    fn number(&self, index: usize) -> String {
        let number = self.start + index;
        match self.form {
            Numbering::Nested => format!("{}{number}", self.prefix),
            Numbering::Bracket => format!("({number})"),
            Numbering::Letter => format!("{})", letters(number)),
            Numbering::Dash => "-".to_owned(),
            Numbering::Plus => "+".to_owned(),
            Numbering::None | Numbering::Auto | Numbering::Running => String::new(),
        }
    }
}

impl Numbering {
    /// The form that it takes at a level of items: 1 directly below a section.
    #[must_use]
    pub fn at(self, level: usize) -> Self {
        match self {
            Self::Auto | Self::Running => match level {
                0..=2 => Self::Nested,
                3 => Self::Bracket,
                4 => Self::Letter,
                5 => Self::Dash,
                _ => Self::Plus,
            },
            own => own,
        }
    }
}

fn numbering_of(line: Line) -> Numbering {
    match line {
        Line::Section(section) => section.numbering,
        Line::Item(item) => item.numbering,
        Line::Measure(_) => Numbering::None,
    }
}

fn is_numbered(line: Line) -> bool {
    matches!(line, Line::Item(item) if item_is_numbered(item))
}

/// A paragraph takes a number where the document prints one, any other item unless it prints none.
fn item_is_numbered(item: &Item) -> bool {
    let printed = item.printed_label.as_ref();
    prints_number(printed) && (item.kind != ItemKind::Paragraph || printed.is_some())
}

fn prints_number(printed: Option<&String>) -> bool {
    printed.is_none_or(|printed| !printed.is_empty())
}
