//! From lines to a draft: passages, outline, kinds of sections, and then each item by its kind.

use std::collections::BTreeMap;

use super::bodies;
use super::deadline;
use super::draft::{Diagnostic, DiagnosticCode, Draft, Entry, EntryKind, Work};
use super::fields::{self, Field};
use super::head;
use super::numbering::{Fault, Style, fault};
use super::outline::{Node, Outline};
use super::passage::{Line, Passage, Place};
use super::reference;
use super::section;
use super::slip;
use super::table::Table;
use super::tail;
use crate::model::SectionKind;

/// More lines than any programme has; what comes behind them is not read, and said so.
const MAX_LINES: usize = 50_000;
/// A line longer than this is cut: no paragraph of a document is.
const MAX_LINE: usize = 200_000;

/// Reads the lines of a document. It never fails: what is not understood is counted.
pub fn read_lines(lines: Vec<Line>) -> Draft {
    let mut passages = Vec::new();
    let mut cut_short = lines.len() > MAX_LINES;
    for (at, line) in lines.iter().take(MAX_LINES).enumerate() {
        let end = line.text.char_indices().nth(MAX_LINE).map(|(end, _)| end);
        cut_short |= end.is_some();
        passages.extend(Passage::of_line(at + 1, end.map_or(&line.text, |end| &line.text[..end]), line.list));
    }
    let slips: Vec<Diagnostic> = passages.iter().flat_map(slip::read).collect();
    let mut references: Vec<String> = Vec::new();
    for passage in &passages {
        for symbol in reference::symbols(&passage.text) {
            if !references.contains(&symbol) && references.len() < 2_000 {
                references.push(symbol);
            }
        }
    }
    let outline = Outline::read(passages);
    let mut document = head::read(&outline.head);
    (document.recipients, document.signatory) = tail::read(&outline.tail);
    references.retain(|reference| *reference != document.number && reference.replace(' ', "") != document.number);
    let mut reader = Reader {
        kinds: section::kinds(&outline),
        outline: &outline,
        entry_of: vec![None; outline.nodes.len()],
        draft: Draft { lines: Vec::new(), document, references, ..Draft::default() },
        said: BTreeMap::new(),
    };
    reader.complete_head();
    reader.read();
    reader.draft.diagnostics.extend(slips);
    if cut_short {
        let code = DiagnosticCode::CutShort { lines: MAX_LINES };
        reader.draft.diagnostics.push(Diagnostic { place: Place::default(), code, suggestion: None });
    }
    let mut draft = reader.draft;
    draft.diagnostics.sort_by_key(|diagnostic| diagnostic.place);
    draft.lines = lines.into_iter().map(|line| line.text).collect();
    draft
}

pub(super) struct Reader<'a> {
    pub outline: &'a Outline,
    pub kinds: Vec<Option<SectionKind>>,
    pub entry_of: Vec<Option<usize>>,
    pub draft: Draft,
    /// Measures by what they say, so that one said again is linked.
    pub said: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn complete_head(&mut self) {
        let document = &mut self.draft.document;
        if document.theme.is_empty() {
            document.theme =
                self.outline.nodes.iter().find_map(|node| head::theme(&node.passage.text)).unwrap_or_default();
        }
        if document.date.is_none() {
            // `… thông qua ngày 11 tháng 11 năm 2027`
            let passed = self.outline.nodes.iter().rev().take(4).find_map(|node| {
                let text = node.passage.text.as_str();
                let at = text.find("thông qua ngày")?;
                deadline::of_field(text.get(at..)?.split_inclusive("năm ").take(2).collect::<String>().as_str(), None)
                    .or_else(|| deadline::of_field(text.get(at..)?.split(" và ").next()?, None))
            });
            document.date = passed;
        }
        let mut missing = Vec::new();
        if document.date.is_none() {
            missing.push(DiagnosticCode::NoDate);
        }
        if document.kind.is_empty() {
            missing.push(DiagnosticCode::NoType);
        }
        if document.first_year.is_none() {
            document.first_year = document.date.map(crate::model::Date::year);
        }
        if document.first_year.is_none() {
            missing.push(DiagnosticCode::NoYear);
        }
        self.draft.diagnostics.extend(missing.into_iter().map(|code| Diagnostic {
            place: Place::default(),
            code,
            suggestion: None,
        }));
    }

    /// The year that goals without one of their own are for.
    pub fn year(&self, index: usize) -> Option<i32> {
        let of_title = self
            .outline
            .ancestry(index)
            .skip(1)
            .find_map(|node| head::years(node.text()).1.filter(|_| node.is_heading()));
        let document = &self.draft.document;
        of_title.or(document.last_year).or_else(|| document.date.map(crate::model::Date::year))
    }

    fn read(&mut self) {
        let mut table: Option<Table> = None;
        let mut group: Option<usize> = None;
        for index in 0..self.outline.nodes.len() {
            let node = &self.outline.nodes[index];
            if node.cells.is_empty() {
                (table, group) = (None, None);
                self.check_numbering(index);
                self.read_item(index);
            } else if let Some(head) = Table::head(node).filter(|_| table.is_none()) {
                table = Some(head);
            } else if let Some(table) = &table {
                self.read_row(index, &table.row(node), &mut group);
            } else {
                self.unread(node);
            }
        }
        if self.draft.entries.is_empty() {
            self.draft.diagnostics.push(Diagnostic {
                place: Place::default(),
                code: DiagnosticCode::NothingFound,
                suggestion: None,
            });
        }
    }

    fn check_numbering(&mut self, index: usize) {
        let node = &self.outline.nodes[index];
        let Some(label) = node.label.as_ref().filter(|label| !label.numbers.is_empty()) else { return };
        let siblings = match node.parent {
            Some(parent) => &self.outline.nodes[parent].children,
            None => &self.outline.roots,
        };
        let Ok(at) = siblings.binary_search(&index) else { return };
        let previous = siblings[..at].iter().rev().take(40).find_map(|other| {
            let other = self.outline.nodes[*other].label.as_ref()?;
            other.is_like(label).then_some(other)
        });
        let Some(previous) = previous else { return };
        // Behind a doubled number the count may go on by place: 5, 5, 7.
        let first = siblings
            .iter()
            .find_map(|other| self.outline.nodes[*other].label.as_ref().filter(|other| other.is_like(label)));
        let by_place = first.and_then(|first| first.numbers.last()).map(|first| u64::from(*first) + at as u64);
        if by_place == label.numbers.last().map(|number| u64::from(*number))
            && previous.numbers.last() < label.numbers.last()
            && label.numbers.len() == 1
        {
            return;
        }
        // Between (1) at the start of one paragraph and (9) of the next stand those within the first.
        let is_inline = label.style == Style::Paren;
        let (code, suggestion) = match fault(previous, label) {
            Some(Fault::Duplicate { expected }) => {
                (DiagnosticCode::DuplicateLabel { label: label.printed.clone() }, expected)
            }
            Some(Fault::Jump { expected }) if !is_inline => {
                (DiagnosticCode::LabelJump { label: label.printed.clone(), expected: expected.clone() }, expected)
            }
            _ => return,
        };
        let place = node.passage.place(0..label.printed.len().max(1));
        self.draft.diagnostics.push(Diagnostic { place, code, suggestion: Some(suggestion) });
    }

    pub fn unread(&mut self, node: &Node) {
        self.draft.unread.extend(node.passage.lines());
    }

    fn parent_entry(&self, index: usize) -> Option<usize> {
        let mut above = self.outline.nodes[index].parent;
        while let Some(parent) = above {
            if let Some(entry) = self.entry_of[parent] {
                return Some(entry);
            }
            above = self.outline.nodes[parent].parent;
        }
        None
    }

    pub fn push(&mut self, index: usize, kind: EntryKind, title: String, work: Work) -> usize {
        let node = &self.outline.nodes[index];
        // The first sentence of an article stands below its number.
        let own = self.entry_of[index];
        let entry = Entry {
            kind,
            parent: own.or_else(|| self.parent_entry(index)),
            label: self.label(index),
            number: if own.is_none() { node.number() } else { String::new() },
            title,
            text: node.text().to_owned(),
            place: node.passage.whole(),
            work,
        };
        self.draft.entries.push(entry);
        self.entry_of[index] = Some(self.draft.entries.len() - 1);
        self.draft.entries.len() - 1
    }

    /// As printed; letters and bracketed numbers behind the label that they stand below.
    pub fn label(&self, index: usize) -> String {
        let mut parts: Vec<&str> = Vec::new();
        for node in self.outline.ancestry(index) {
            let Some(label) = &node.label else { continue };
            match label.style {
                Style::Bullet(_) => {}
                Style::Paren | Style::Letter => parts.push(&label.printed),
                _ => {
                    let is_section = label.style.opens_section();
                    if !is_section || parts.is_empty() {
                        parts.push(&label.printed);
                    }
                    break;
                }
            }
        }
        let mut out = String::new();
        for part in parts.iter().rev() {
            if !out.is_empty() && !part.starts_with('(') {
                out.push('.');
            }
            out.push_str(part);
        }
        out
    }

    pub fn has_items(&self, index: usize) -> bool {
        self.outline.nodes[index].children.iter().any(|child| self.outline.nodes[*child].label.is_some())
    }

    fn read_item(&mut self, index: usize) {
        let node = &self.outline.nodes[index];
        let kind = self.kinds[index];
        let above = node.parent.and_then(|parent| self.entry_of[parent]).map(|entry| self.draft.entries[entry].kind);
        if node.opens_section() {
            let title = without_end(node.text()).trim_matches(['*', '#', ' ', ':']).to_owned();
            let is_title = node.is_heading() || !node.label.as_ref().is_some_and(|label| label.style == Style::Article);
            self.push(
                index,
                EntryKind::Section(kind.unwrap_or_default()),
                if is_title { title } else { String::new() },
                Work::default(),
            );
            if !is_title {
                self.read_body(index, kind);
            }
            return;
        }
        if fields::is_field_of(self.outline, index) {
            return;
        }
        // A numbered title can open a section where nothing of higher rank does.
        let opens = node.parent.is_none()
            && node.is_heading()
            && self.has_items(index)
            && kind.is_some()
            && section::kind_of_title(node.text()) == kind;
        if opens {
            let title = without_end(node.text()).to_owned();
            self.push(index, EntryKind::Section(kind.unwrap_or_default()), title, Work::default());
            return;
        }
        match above {
            // All below a duty, a task or a solution is part of it.
            Some(EntryKind::Assignment | EntryKind::Task) => {
                self.push(index, EntryKind::Paragraph, String::new(), Work::default());
                self.read_goals(index, true);
            }
            Some(EntryKind::Solution)
                if node.label.as_ref().is_none_or(|label| matches!(label.style, Style::Bullet(_))) =>
            {
                self.push(index, EntryKind::Paragraph, String::new(), Work::default());
                self.read_goals(index, true);
            }
            Some(EntryKind::Paragraph) if kind != Some(SectionKind::Indicators) => {
                self.push(index, EntryKind::Paragraph, String::new(), Work::default());
                self.read_goals(index, true);
            }
            _ => self.read_body(index, kind),
        }
    }

    /// An item by the kind of the section it stands in.
    fn read_body(&mut self, index: usize, kind: Option<SectionKind>) {
        let node = &self.outline.nodes[index];
        let has_items = self.has_items(index);
        let title = title_of(node);
        match kind {
            Some(SectionKind::Indicators) => {
                let is_group = has_items && node.is_heading();
                let kind = if is_group { EntryKind::Group } else { EntryKind::Indicator };
                let kind = if node.label.is_none() { EntryKind::Paragraph } else { kind };
                self.push(index, kind, title, Work::default());
                self.read_goals(index, false);
            }
            Some(SectionKind::Implementation) => self.read_assignment(index),
            Some(SectionKind::Tasks | SectionKind::Solutions) => {
                let is_paragraph = node.label.is_none()
                    && (node.text().ends_with(':')
                        || node.text().starts_with('(')
                        || self.has_labelled_siblings(index));
                let has_text = node.children.iter().any(|child| self.outline.nodes[*child].label.is_none());
                let fields = fields::read(self.outline, index);
                let is_solution = kind == Some(SectionKind::Solutions) && node.is_heading() && (has_items || has_text);
                if is_paragraph {
                    self.push(index, EntryKind::Paragraph, String::new(), Work::default());
                } else if let Some(fields) = fields {
                    self.push_task(index, &fields);
                } else if is_solution {
                    self.push(index, EntryKind::Solution, title, Work::default());
                } else if has_items {
                    self.push(index, EntryKind::Group, title, Work::default());
                } else {
                    let work = self.work_of(index, &[index]);
                    self.push(index, EntryKind::Task, title, work);
                }
                self.read_goals(index, true);
            }
            Some(SectionKind::Free) => {
                self.push(index, EntryKind::Paragraph, String::new(), Work::default());
                self.read_goals(index, true);
            }
            None => {
                self.push(index, EntryKind::Paragraph, String::new(), Work::default());
                let before = self.draft.measures.len();
                self.read_goals(index, true);
                if self.draft.measures.len() == before {
                    self.unread(node);
                }
            }
        }
    }

    pub fn has_labelled_siblings(&self, index: usize) -> bool {
        let siblings = self.outline.nodes[index].parent.map(|parent| &self.outline.nodes[parent].children);
        siblings.is_some_and(|siblings| {
            siblings.iter().take(200).any(|other| {
                let other = &self.outline.nodes[*other];
                other.label.is_some() || !other.cells.is_empty()
            })
        })
    }

    fn push_task(&mut self, index: usize, fields: &[(Field, String)]) {
        let all = |field: Field| fields.iter().filter(move |(of, _)| *of == field).map(|(_, text)| text.as_str());
        let year = self.year(index);
        let mut work = Work::default();
        for text in all(Field::Performers) {
            let (lead, coordinate) = fields::performers(text);
            work.lead.extend(lead);
            work.coordinate.extend(coordinate);
        }
        work.lead.extend(all(Field::Lead).flat_map(bodies::split));
        work.coordinate.extend(all(Field::Coordinate).flat_map(bodies::split));
        all(Field::Due).next().unwrap_or_default().clone_into(&mut work.due_words);
        work.due = deadline::of_field(&work.due_words, year);
        all(Field::Product).next().unwrap_or_default().clone_into(&mut work.product);
        let own = title_of(&self.outline.nodes[index]);
        let title = all(Field::Content).next().map_or(own, |text| without_end(text).to_owned());
        self.push(index, EntryKind::Task, title, work);
    }

    /// Deadlines, cycles and bodies that the text of some nodes names.
    fn work_of(&self, index: usize, nodes: &[usize]) -> Work {
        let mut text = String::new();
        for node in nodes {
            text.push_str(&self.outline.nodes[*node].passage.text);
            text.push('\n');
        }
        let (lead, coordinate) = fields::performers(self.outline.nodes[index].text());
        let due = deadline::of_prose(&text, self.year(index));
        let due_words = deadline::in_brackets(self.outline.nodes[index].text()).unwrap_or_default();
        Work { lead, coordinate, due, due_words, cycles: deadline::cycles(&text), ..Work::default() }
    }

    fn read_assignment(&mut self, index: usize) {
        let node = &self.outline.nodes[index];
        let text = node.text();
        let span = bodies::span(text).filter(|_| bodies::begins_with_body(text) || node.label.is_some());
        let is_heading =
            node.is_heading() && node.children.iter().any(|child| self.outline.nodes[*child].cells.is_empty());
        let names = span.clone().filter(|_| bodies::begins_with_body(text) || is_heading);
        let Some(names) = names else {
            let has_items = self.has_items(index);
            let kind = if has_items && node.label.is_some() { EntryKind::Group } else { EntryKind::Paragraph };
            self.push(index, kind, title_of(node), Work::default());
            self.read_goals(index, true);
            return;
        };
        let below = self.outline.below(index);
        let mut work = self.work_of(index, &below);
        work.lead = bodies::split(&text[names.clone()]);
        let duty = without_end(text[names.end..].trim_start_matches([':', ' ', ',', ')', '*']));
        self.push(index, EntryKind::Assignment, duty.to_owned(), work);
        self.read_goals(index, true);
    }
}

/// The first sentence of an item's own text.
fn title_of(node: &Node) -> String {
    let text = node.text();
    let end = text.match_indices(". ").map(|(at, _)| at).find(|at| *at > 20).unwrap_or(text.len());
    without_end(&text[..end]).to_owned()
}

/// Without the signs that end a sentence, a list or the document: `./.`
fn without_end(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ':', ' ', ';', ',', '/'])
}
