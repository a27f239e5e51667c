//! From passages to the tree of what they say: head, labelled items at any depth, table rows, tail.

use std::ops::Range;

use super::numbering::{Label, Style, read_label};
use super::passage::Passage;
use super::section;
use super::tail;
use super::token::{is_upper, tokens};

/// A labelled item, an unlabelled paragraph, or a row of a table.
#[derive(Clone, Debug)]
pub struct Node {
    pub label: Option<Label>,
    pub passage: Passage,
    /// The byte at which the content begins, behind the label.
    pub content: usize,
    pub parent: Option<usize>,
    pub children: Vec<usize>,
    /// The cells of a table row; empty for all else.
    pub cells: Vec<Range<usize>>,
}

impl Node {
    pub fn text(&self) -> &str {
        self.passage.text.get(self.content..).unwrap_or_default()
    }

    pub fn body(&self) -> Passage {
        self.passage.part(self.content..self.passage.text.len())
    }

    /// What is printed before the text, but for the dot behind a bare number.
    pub fn number(&self) -> String {
        match &self.label {
            None => String::new(),
            Some(Label { style: Style::Bullet(sign), .. }) => sign.to_string(),
            Some(label) => {
                let printed = self.passage.text.get(..label.end).unwrap_or(&self.passage.text);
                let printed = printed.trim_start_matches('#').trim();
                let bare = printed.trim_end_matches('.');
                if bare.contains(' ') { printed.to_owned() } else { bare.to_owned() }
            }
        }
    }

    pub fn opens_section(&self) -> bool {
        self.label.as_ref().is_some_and(|label| label.style.opens_section())
    }

    /// A title rather than a sentence: it does not end as one, and is not as long as one may be.
    pub fn is_heading(&self) -> bool {
        let text = self.text().trim_end();
        text.ends_with(':') || (!text.ends_with(['.', ';', '!', '…', ',']) && text.chars().count() <= 300)
    }
}

/// The parts of a document.
#[derive(Debug, Default)]
pub struct Outline {
    pub head: Vec<Passage>,
    pub nodes: Vec<Node>,
    pub roots: Vec<usize>,
    pub tail: Vec<Passage>,
}

/// How deep items may stand; beyond it they become siblings, so that no text makes the program recurse deeply.
const MAX_DEPTH: usize = 16;

impl Outline {
    pub fn read(passages: Vec<Passage>) -> Self {
        let mut outline = Self::default();
        let body = head_end(&passages);
        let mut passages = passages.into_iter();
        outline.head.extend(passages.by_ref().take(body));
        let rest: Vec<Passage> = passages.collect();
        let mut stack: Vec<usize> = Vec::new();
        let mut in_tail = false;
        let mut title_wanted = false;
        for (at, passage) in rest.iter().enumerate() {
            let cells = cells(&passage.text);
            let label = if cells.is_empty() { read_label(passage).or_else(|| heading(passage)) } else { None };
            let is_appendix = label.as_ref().is_some_and(|label| label.style == Style::Appendix);
            if is_appendix || (in_tail && !cells.is_empty()) {
                in_tail = false;
            } else if !in_tail && tail::begins(passage, rest.get(at + 1)) {
                in_tail = true;
            }
            if in_tail {
                outline.tail.push(passage.clone());
                continue;
            }
            let is_ornament = passage.text.chars().all(|letter| !letter.is_alphanumeric()) && cells.is_empty();
            if is_ornament {
                continue;
            }
            let heads_on = label.as_ref().is_none_or(|label| label.style == Style::Heading);
            if title_wanted && heads_on && cells.is_empty() {
                // The title of `Phần thứ nhất` stands on the next line.
                if let Some(node) = stack.last().and_then(|top| outline.nodes.get_mut(*top)) {
                    node.content = node.passage.text.len() + 1;
                    node.passage.join(passage);
                }
                title_wanted = false;
                continue;
            }
            title_wanted = false;
            if label.is_none() && cells.is_empty() && outline.continues(passage) {
                if let Some(node) = outline.nodes.last_mut() {
                    node.passage.join(passage);
                }
                continue;
            }
            title_wanted =
                label.as_ref().is_some_and(|label| label.style.opens_section() && passage.text.len() <= label.end);
            outline.add(label, passage.clone(), cells, &mut stack);
        }
        outline
    }

    fn add(&mut self, label: Option<Label>, passage: Passage, cells: Vec<Range<usize>>, stack: &mut Vec<usize>) {
        let index = self.nodes.len();
        if let Some(label) = &label {
            self.close(label, stack);
            stack.truncate(MAX_DEPTH);
        }
        let parent = stack.last().copied();
        match parent.and_then(|parent| self.nodes.get_mut(parent)) {
            Some(parent) => parent.children.push(index),
            None => self.roots.push(index),
        }
        if label.is_some() {
            stack.push(index);
        }
        let content = label.as_ref().map_or(0, |label| label.end.min(passage.text.len()));
        self.nodes.push(Node { label, passage, content, parent, children: Vec::new(), cells });
    }

    /// Closes what a label of this style ends: its own list where one is open, and items where a section opens.
    fn close(&self, label: &Label, stack: &mut Vec<usize>) {
        let label_of = |index: &usize| self.nodes.get(*index).and_then(|node| node.label.as_ref());
        let style_of = |index: &usize| label_of(index).map(|label| &label.style);
        let style = &label.style;
        if let Some(open) = stack.iter().rposition(|index| label_of(index).is_some_and(|open| open.is_like(label))) {
            stack.truncate(open);
            return;
        }
        match style {
            Style::Part | Style::Appendix | Style::Heading => stack.clear(),
            Style::Chapter | Style::Article => {
                while stack.last().is_some_and(|top| !matches!(style_of(top), Some(Style::Part | Style::Chapter))) {
                    stack.pop();
                }
            }
            Style::Upper | Style::Roman => {
                while stack.last().is_some_and(|top| !style_of(top).is_some_and(Style::opens_section)) {
                    stack.pop();
                }
            }
            // `1.1` stands below `1`, whatever else is open.
            Style::Decimal(depth, _) if *depth > 1 => {
                let above = |index: &usize| {
                    style_of(index).is_some_and(|open| {
                        open.opens_section() || matches!(open, Style::Decimal(other, _) if other < depth)
                    })
                };
                while stack.last().is_some_and(|top| !above(top)) && stack.iter().any(above) {
                    stack.pop();
                }
            }
            _ => {}
        }
    }

    /// Whether a page break cut a sentence here: the text before does not end as one, and this goes on.
    fn continues(&self, passage: &Passage) -> bool {
        let Some(node) = self.nodes.last().filter(|node| node.cells.is_empty()) else { return false };
        let before = node.passage.text.trim_end();
        if before.ends_with(['.', ';', ':', '?', '!', '…']) || node.opens_section() {
            return false;
        }
        let goes_on = passage.text.starts_with(char::is_lowercase);
        let all = tokens(tail_of(before));
        let hangs = all.last().is_some_and(|last| {
            last.is_one_of(&[",", "và", "của", "với", "các", "theo", "tại", "trong", "về", "để", "cho", "hoặc", "là"])
        });
        let is_long_paragraph =
            node.label.is_none() && before.chars().count() > 80 && !before.ends_with(['”', '"', ')']);
        goes_on || hangs || is_long_paragraph
    }

    /// The node and those above it, from below.
    pub fn ancestry(&self, index: usize) -> impl Iterator<Item = &Node> {
        std::iter::successors(self.nodes.get(index), |node| self.nodes.get(node.parent?))
    }

    /// A node with all below it, in the order of the text.
    pub fn below(&self, index: usize) -> Vec<usize> {
        let (mut found, mut open) = (Vec::new(), vec![index]);
        while let Some(next) = open.pop() {
            found.push(next);
            open.extend(self.nodes.get(next).into_iter().flat_map(|node| node.children.iter().rev()));
        }
        found
    }
}

/// The last words of a text, by whole letters.
fn tail_of(text: &str) -> &str {
    text.char_indices().rev().nth(20).map_or(text, |(at, _)| &text[at..])
}

/// How many passages stand before the first item.
fn head_end(passages: &[Passage]) -> usize {
    let title = passages.iter().position(|passage| section::document_type(&passage.text).is_some());
    let after = title.map_or(0, |title| title + 1);
    let opens = |passage: &Passage| {
        let label = read_label(passage).filter(|label| {
            // `Điều` and bullets can stand in a preamble of prose; a line of type is no section.
            let is_title = passage.text.starts_with('#')
                && label.numbers.is_empty()
                && section::kind_of_title(&passage.text).is_none();
            section::document_type(&passage.text).is_none() && !is_title && label.end > 0
        });
        let is_known_heading = heading(passage).is_some() && section::kind_of_title(&passage.text).is_some();
        let is_ornament = passage.text.chars().all(|letter| !letter.is_alphanumeric());
        (label.is_some() && !is_ornament) || (is_known_heading && section::document_type(&passage.text).is_none())
    };
    let first =
        passages.iter().enumerate().skip(after).find(|(_, passage)| opens(passage) || !cells(&passage.text).is_empty());
    match first {
        Some((at, _)) => at,
        None => (after + usize::from(title.is_some())).min(passages.len()),
    }
}

/// A line of capitals of its own.
fn heading(passage: &Passage) -> Option<Label> {
    let text = passage.text.as_str();
    let words = text.split(' ').count();
    let fits = is_upper(text) && (2..=30).contains(&words) && !text.starts_with('(') && !text.ends_with(['.', ';']);
    fits.then(|| Label { style: Style::Heading, numbers: Vec::new(), printed: String::new(), end: 0, list: None })
}

/// The cells of a table row: between bars, or apart by tabs.
fn cells(text: &str) -> Vec<Range<usize>> {
    let trimmed = text.trim();
    let sign = if trimmed.starts_with('|') && trimmed.len() > 1 {
        '|'
    } else if text.matches('\t').count() >= 2 {
        '\t'
    } else {
        return Vec::new();
    };
    let (mut start, mut found) = (0, Vec::new());
    for (at, _) in text.match_indices(sign).chain([(text.len(), "")]) {
        let cell = &text[start..at];
        let lead = cell.len() - cell.trim_start().len();
        found.push(start + lead..(start + lead + cell.trim().len()));
        start = (at + 1).min(text.len());
    }
    if sign == '|' {
        found.remove(0);
        if text.trim_end().ends_with('|') {
            found.pop();
        }
    }
    found
}
