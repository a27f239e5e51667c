//! The outline: sections, the items below them, the measures below those; walked without recursion, as a file from
//! elsewhere may hold chains of any length and even rings.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Edit, Item, ItemEdit, Measure, MeasureEdit, Place, Programme, ROOT, Section, SectionEdit};
use crate::document::{NodeId, sort_by};

/// One line of the outline.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    Section(&'a Arc<Section>),
    Item(&'a Arc<Item>),
    Measure(&'a Arc<Measure>),
}

impl<'a> Line<'a> {
    pub fn id(self) -> &'a NodeId {
        match self {
            Self::Section(section) => &section.id,
            Self::Item(item) => &item.id,
            Self::Measure(measure) => &measure.id,
        }
    }

    pub fn place(self) -> &'a Place {
        match self {
            Self::Section(section) => &section.place,
            Self::Item(item) => &item.place,
            Self::Measure(measure) => &measure.place,
        }
    }

    /// The title of a section or an item, the name of a measure.
    pub fn title(self) -> &'a str {
        match self {
            Self::Section(section) => &section.title,
            Self::Item(item) => &item.title,
            Self::Measure(measure) => &measure.name,
        }
    }

    /// Whether its words name a year.
    pub fn names_year(self, year: i32) -> bool {
        let digits = year.to_string();
        let names = |text: &str| text.split(|letter: char| !letter.is_ascii_digit()).any(|number| number == digits);
        names(self.title()) || matches!(self, Self::Item(item) if names(&item.text))
    }

    /// A new title; `None` where it is the same, or nothing at all.
    pub fn title_edit(self, text: String) -> Option<Edit> {
        if text.is_empty() || self.title() == text {
            return None;
        }
        Some(match self {
            Self::Section(section) => Edit::Section(section.id.clone(), SectionEdit::Title(text)),
            Self::Item(item) => Edit::Item(item.id.clone(), ItemEdit::Title(text)),
            Self::Measure(measure) => Edit::Measure(measure.id.clone(), MeasureEdit::Name(text)),
        })
    }
}

impl Programme {
    /// The sections in order.
    pub fn sections_in_order(&self) -> impl DoubleEndedIterator<Item = &Arc<Section>> {
        self.sections().of(ROOT)
    }

    /// A section, an item or a measure by its id.
    pub fn line(&self, id: &str) -> Option<Line<'_>> {
        let section = || self.sections().get(id).map(Line::Section);
        let measure = || self.measures().get(id).map(Line::Measure);
        self.items().get(id).map(Line::Item).or_else(measure).or_else(section)
    }

    /// What stands directly below the programme (`ROOT`), a section or an item, in order.
    pub fn children(&self, parent: &str) -> Vec<Line<'_>> {
        if parent == ROOT {
            return self.sections_in_order().map(Line::Section).collect();
        }
        if self.measures().contains(parent) {
            return Vec::new();
        }
        self.under(parent, self.items().contains(parent))
    }

    /// The same of a line that is at hand: nothing stands below a measure.
    pub(super) fn below(&self, line: Line<'_>) -> Vec<Line<'_>> {
        match line {
            Line::Measure(_) => Vec::new(),
            Line::Item(item) => self.under(item.id.as_str(), true),
            Line::Section(section) => self.under(section.id.as_str(), false),
        }
    }

    fn under(&self, parent: &str, holds_measures: bool) -> Vec<Line<'_>> {
        let items = self.items().of(parent).map(Line::Item);
        let measures = self.measures().of(parent).filter(|_| holds_measures).map(Line::Measure);
        let mut children: Vec<Line> = items.chain(measures).collect();
        sort_by(&mut children, |a, b| (&a.place().key, a.id()).cmp(&(&b.place().key, b.id())));
        children
    }

    /// A new title of a line, and of the measure or the indicator that bears its name.
    pub fn title_edits(&self, id: &str, text: &str) -> Vec<Edit> {
        let lines = self.line(id).into_iter().chain(self.twin(id));
        lines.filter_map(|line| line.title_edit(text.to_owned())).collect()
    }

    /// Of an indicator and its only measure that bear one name, the other one: they are renamed together.
    pub fn twin(&self, id: &str) -> Option<Line<'_>> {
        let (item, measure) = match self.line(id)? {
            Line::Section(_) => return None,
            Line::Item(item) => (item, self.measures().of(id).next()?),
            Line::Measure(measure) => (self.items().get(measure.place.parent.as_str())?, measure),
        };
        let is_twin = item.title == measure.name && self.measures().of(item.id.as_str()).count() == 1;
        let other = if item.id.as_str() == id { Line::Measure(measure) } else { Line::Item(item) };
        is_twin.then_some(other)
    }

    /// The parent that a line names, whether it exists or not.
    pub fn parent_of(&self, id: &str) -> Option<&NodeId> {
        self.line(id).map(|line| &line.place().parent)
    }

    /// Whether a line's parent exists and can hold it.
    pub(super) fn has_valid_parent(&self, line: Line) -> bool {
        let parent = line.place().parent.as_str();
        match line {
            Line::Section(_) => parent == ROOT,
            Line::Item(_) => self.items().contains(parent) || self.sections().contains(parent),
            Line::Measure(_) => self.items().contains(parent),
        }
    }

    /// The lines above one, nearest first, up to its section; they end early at a missing parent or where a ring closes.
    pub fn ancestors(&self, id: &str) -> Vec<Line<'_>> {
        let mut above: Vec<Line> = Vec::new();
        let mut seen = BTreeSet::new();
        seen.insert(id);
        let mut line = self.line(id);
        while let Some(parent) = line.filter(|line| self.has_valid_parent(*line)).map(|line| &line.place().parent) {
            if !seen.insert(parent.as_str()) {
                break;
            }
            line = self.line(parent.as_str());
            above.extend(line);
        }
        above
    }

    /// Everything below a line (or `ROOT`) in reading order, with its depth: 0 for direct children.
    pub fn lines_below(&self, id: &str) -> Vec<(usize, Line<'_>)> {
        let mut lines = Vec::new();
        let mut seen = BTreeSet::new();
        seen.insert(id);
        let mut open: Vec<(usize, Line)> = self.children(id).into_iter().rev().map(|line| (0, line)).collect();
        while let Some((depth, line)) = open.pop() {
            if seen.insert(line.id().as_str()) {
                lines.push((depth, line));
                open.extend(self.below(line).into_iter().rev().map(|child| (depth + 1, child)));
            }
        }
        lines
    }

    /// The measures in the order of the document.
    pub fn measures_in_order(&self) -> Vec<&Arc<Measure>> {
        self.measures_below(ROOT)
    }

    /// The measures below a section or an item, in order.
    pub fn measures_below(&self, id: &str) -> Vec<&Arc<Measure>> {
        let measure = |(_, line)| if let Line::Measure(measure) = line { Some(measure) } else { None };
        self.lines_below(id).into_iter().filter_map(measure).collect()
    }

    /// The section that a line stands in.
    pub fn section_of(&self, id: &str) -> Option<&Arc<Section>> {
        let top = self.ancestors(id).last().copied().or_else(|| self.line(id));
        top.and_then(|line| if let Line::Section(section) = line { Some(section) } else { None })
    }
}
