//! From an accepted draft to a new programme, as one change.

use std::collections::BTreeMap;

use super::draft::{Comparator, Draft, Entry, EntryKind, Heading, MeasureDraft, QualitativeDraft, Trend, Work};
use super::token::is_upper;
use crate::document::{Document, Draft as Writes, NodeId, key_between};
use crate::env::Env;
use crate::i18n::{Message as _, fold, read_deadline, to_upper};
use crate::model::{
    Arithmetic, Baseline, Body, ChangeBy, Deadline, Direction, Engagement, Head, Item, ItemKind, Measure, Numbering,
    PeriodLength, Place, Programme, Record, ReportDuty, Role, Section, SectionKind, Target, ValueKind, ids, number_in,
};

/// A programme with the draft's outline, measures, bodies, assignments and duties to report, under a new id.
pub fn programme(draft: &Draft, id: &str, env: &mut Env) -> Document {
    let mut found: BTreeMap<usize, (Vec<&MeasureDraft>, Vec<&QualitativeDraft>)> = BTreeMap::new();
    for measure in &draft.measures {
        found.entry(measure.entry).or_default().0.push(measure);
    }
    for goal in &draft.qualitative {
        found.entry(goal.entry).or_default().1.push(goal);
    }
    let mut build = Build {
        draft,
        found,
        writes: Writes::default(),
        nodes: vec![None; draft.entries.len()],
        last_keys: BTreeMap::new(),
        numberings: BTreeMap::new(),
        bodies: BTreeMap::new(),
        env,
    };
    build.head();
    build.numberings = build.numberings();
    build.outline();
    build.measures();
    let Build { writes, nodes, env, .. } = build;
    let mut document = Document::new(id);
    // A new document has counts left.
    let _ = document.commit(writes, env.author, env.now);
    let mut programme = Programme::read(document);
    let labels = printed_labels(draft, &nodes, &programme);
    let _ = programme.commit(labels, env.author, env.now);
    programme.into_document()
}

struct Build<'a, 'e> {
    draft: &'a Draft,
    writes: Writes,
    /// The node of each entry.
    nodes: Vec<Option<NodeId>>,
    /// The key of the last line below each node.
    last_keys: BTreeMap<NodeId, String>,
    /// How the items below each entry are numbered; `None`: those that stand in no section.
    numberings: BTreeMap<Option<usize>, Numbering>,
    /// By folded name.
    bodies: BTreeMap<String, NodeId>,
    found: BTreeMap<usize, (Vec<&'a MeasureDraft>, Vec<&'a QualitativeDraft>)>,
    env: &'a mut Env<'e>,
}

impl Build<'_, '_> {
    fn head(&mut self) {
        let from = &self.draft.document;
        let year = from
            .first_year
            .unwrap_or_else(|| from.date.map_or_else(|| self.env.today.year(), crate::model::Date::year));
        let head = Head {
            number: from.number.clone(),
            title: titled(&from.kind, &from.title),
            first_year: year,
            last_year: from.last_year.unwrap_or(year),
            issuer: from.issuer.clone(),
            parent_issuer: from.parent_issuer.clone(),
            place: from.place.clone(),
            date: from.date,
            theme: from.theme.clone(),
            preamble: from.preamble.clone(),
            legal_bases: from.legal_bases.clone(),
            recipients: from.recipients.clone(),
            signatory: from.signatory.clone(),
            ..Head::default()
        };
        head.write(&ids::root(), &mut self.writes);
    }

    /// The next place below a node.
    fn place(&mut self, parent: &NodeId) -> Place {
        let key = key_between(self.last_keys.get(parent).map(String::as_str), None, &self.env.author.actor);
        self.last_keys.insert(parent.clone(), key.clone());
        Place { parent: parent.clone(), key }
    }

    fn outline(&mut self) {
        let entries = &self.draft.entries;
        let mut loose: Option<NodeId> = None;
        for (index, entry) in entries.iter().enumerate() {
            if let EntryKind::Section(kind) = entry.kind {
                self.nodes[index] = Some(self.section(kind, Some(index)));
                continue;
            }
            let above = entry.parent.and_then(|parent| self.nodes.get(parent).cloned().flatten());
            // Items that stand in no section need one.
            let parent = above.or_else(|| loose.clone()).unwrap_or_else(|| self.section(section_of(entry.kind), None));
            if entry.parent.is_none() {
                loose = Some(parent.clone());
            }
            let id = (self.env.new_id)();
            let kind = self.item_kind(index, entry);
            // A paragraph has a number only where one is printed; others lose theirs where none is.
            let is_printed = !entry.number.is_empty();
            let is_kept = if kind == ItemKind::Paragraph {
                is_printed
            } else {
                !is_printed && self.numbering(entry.parent) != Numbering::None
            };
            let item = Item {
                place: self.place(&parent),
                kind,
                printed_label: is_kept.then(|| entry.number.clone()),
                numbering: self.numbering(Some(index)),
                title: if entry.title.is_empty() { entry.text.clone() } else { entry.title.clone() },
                text: if entry.title == entry.text || entry.title.is_empty() {
                    String::new()
                } else {
                    entry.text.clone()
                },
                deadline: self.deadline(&entry.work),
                product: entry.work.product.clone(),
                ..Item::new(id.clone())
            };
            item.write(&id, &mut self.writes);
            self.engage(&id, entry);
            self.nodes[index] = Some(id);
        }
    }

    fn section(&mut self, kind: SectionKind, index: Option<usize>) -> NodeId {
        let id = (self.env.new_id)();
        let entry = index.and_then(|index| self.draft.entries.get(index));
        let section = Section {
            place: self.place(&ids::root()),
            kind,
            title: entry.map(|entry| entry.title.clone()).unwrap_or_default(),
            printed_label: entry.is_none_or(|entry| entry.number.is_empty()).then(String::new),
            numbering: self.numbering(index),
            ..Section::new(id.clone())
        };
        section.write(&id, &mut self.writes);
        id
    }

    fn numbering(&self, parent: Option<usize>) -> Numbering {
        self.numberings.get(&parent).copied().unwrap_or_default()
    }

    /// How the document numbers the items below each entry.
    fn numberings(&self) -> BTreeMap<Option<usize>, Numbering> {
        let entries = &self.draft.entries;
        let mut lists: BTreeMap<Option<usize>, Vec<&str>> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            let is_item = !matches!(entry.kind, EntryKind::Section(_));
            if is_item && (!entry.number.is_empty() || self.item_kind(index, entry) != ItemKind::Paragraph) {
                lists.entry(entry.parent).or_default().push(&entry.number);
            }
        }
        let level = |parent: Option<usize>| {
            let above = std::iter::successors(parent, |above| entries.get(*above)?.parent);
            1 + above.filter(|above| !matches!(entries[*above].kind, EntryKind::Section(_))).count()
        };
        let mut numberings = BTreeMap::new();
        // The list before that stands below the same line: its parent, and its last number.
        let mut before: BTreeMap<Option<usize>, (Option<usize>, i64)> = BTreeMap::new();
        for (parent, numbers) in lists {
            let form = most_common(&numbers);
            let is_usual = form.is_none_or(|form| form == Numbering::Auto.at(level(parent)));
            numberings.insert(parent, form.filter(|_| !is_usual).unwrap_or_default());
            let (first, last) =
                (numbers.first().and_then(|it| number_in(it)), numbers.last().and_then(|it| number_in(it)));
            let above = parent.and_then(|parent| entries.get(parent)?.parent);
            if let Some((other, end)) = before.get(&above).copied()
                && is_usual
                && end > 0
                && first == Some(end + 1)
            {
                numberings.insert(other, Numbering::Running);
                numberings.insert(parent, Numbering::Running);
            }
            before.insert(above, (parent, last.filter(|_| is_usual).unwrap_or_default()));
        }
        numberings
    }

    fn item_kind(&self, index: usize, entry: &Entry) -> ItemKind {
        match entry.kind {
            EntryKind::Task => ItemKind::Task,
            EntryKind::Solution => ItemKind::Solution,
            EntryKind::Indicator => ItemKind::Indicator,
            EntryKind::Assignment => ItemKind::Assignment,
            // A paragraph with measures is the indicator that they need.
            EntryKind::Paragraph if self.found.contains_key(&index) => ItemKind::Indicator,
            EntryKind::Section(_) | EntryKind::Paragraph => ItemKind::Paragraph,
            EntryKind::Group => match self.section_kind(index) {
                SectionKind::Indicators => ItemKind::IndicatorGroup,
                SectionKind::Solutions => ItemKind::Solution,
                SectionKind::Implementation => ItemKind::Assignment,
                SectionKind::Tasks => ItemKind::Task,
                SectionKind::Free => ItemKind::Paragraph,
            },
        }
    }

    fn section_kind(&self, index: usize) -> SectionKind {
        let mut above = Some(index);
        while let Some(entry) = above.and_then(|above| self.draft.entries.get(above)) {
            if let EntryKind::Section(kind) = entry.kind {
                return kind;
            }
            above = entry.parent;
        }
        SectionKind::Free
    }

    /// As it was written, where that can be read: a quarter stays one.
    fn deadline(&self, work: &Work) -> Deadline {
        let from = &self.draft.document;
        let year = from.last_year.or(from.first_year).unwrap_or_else(|| self.env.today.year());
        let words = Some(&*work.due_words).filter(|words| !words.is_empty());
        let written = words.and_then(|words| read_deadline(words, year));
        written.or(work.due.map(Deadline::On)).unwrap_or(Deadline::Unset)
    }

    fn engage(&mut self, subject: &NodeId, entry: &Entry) {
        let lead = entry.work.lead.iter().map(|name| (Role::Lead, name));
        let parts: Vec<(Role, &String)> =
            lead.chain(entry.work.coordinate.iter().map(|name| (Role::Coordinate, name))).collect();
        let mut engaged: Vec<NodeId> = Vec::new();
        for (role, name) in parts {
            let body = self.body(name);
            // A body has one part in an item; the lead comes first.
            if engaged.contains(&body) {
                continue;
            }
            engaged.push(body.clone());
            let id = ids::engagement(subject, &body, role);
            let engagement = Engagement { role, ..Engagement::new(id.clone(), subject.clone(), body.clone()) };
            engagement.write(&id, &mut self.writes);
            for cycle in entry.work.cycles.iter().filter(|_| role == Role::Lead) {
                let id = (self.env.new_id)();
                let duty = ReportDuty {
                    body: Some(body.clone()),
                    item: Some(subject.clone()),
                    cycle: *cycle,
                    title: format!("Báo cáo {}", cycle.vi()),
                    ..ReportDuty::new(id.clone())
                };
                duty.write(&id, &mut self.writes);
            }
        }
    }

    fn body(&mut self, name: &str) -> NodeId {
        if let Some(id) = self.bodies.get(&fold(name)) {
            return id.clone();
        }
        let id = (self.env.new_id)();
        let body = Body { name: name.to_owned(), ..Body::new(id.clone()) };
        body.write(&id, &mut self.writes);
        self.bodies.insert(fold(name), id.clone());
        id
    }

    fn measures(&mut self) {
        for (index, (measures, words)) in std::mem::take(&mut self.found) {
            let Some(item) = self.item_for(index) else { continue };
            for measure in measures {
                let place = self.place(&item);
                let id = (self.env.new_id)();
                let owner = if measure.owner.is_empty() { None } else { Some(self.body(&measure.owner)) };
                let record = Measure { place, owner, ..of_measure(measure, id.clone()) };
                record.write(&id, &mut self.writes);
            }
            for goal in words {
                let place = self.place(&item);
                let id = (self.env.new_id)();
                let record = Measure { place, ..of_words(goal, id.clone()) };
                record.write(&id, &mut self.writes);
            }
        }
    }

    /// The item that an entry's measures stand below; a section gets one, as measures stand below items only.
    fn item_for(&mut self, index: usize) -> Option<NodeId> {
        let entry = self.draft.entries.get(index)?;
        let node = self.nodes.get(index).cloned().flatten()?;
        if !matches!(entry.kind, EntryKind::Section(_)) {
            return Some(node);
        }
        let id = (self.env.new_id)();
        let item = Item {
            place: self.place(&node),
            kind: ItemKind::Indicator,
            title: entry.text.clone(),
            printed_label: Some(String::new()),
            ..Item::new(id.clone())
        };
        item.write(&id, &mut self.writes);
        Some(id)
    }
}

/// What one line sets as targets, read as an indicator of a document: `đạt từ 98% trở lên`. Measures without places.
pub fn measures_of_line(line: &str) -> Vec<Measure> {
    let draft = super::read_text(&format!("II. CÁC CHỈ TIÊU CHỦ YẾU\n1. {line}"));
    let numbers = draft.measures.iter().map(|measure| of_measure(measure, "".into()));
    let trends = draft.qualitative.iter().map(|goal| of_words(goal, "".into()));
    numbers.chain(trends.filter(|measure| measure.target != Target::Narrative)).collect()
}

fn section_of(kind: EntryKind) -> SectionKind {
    match kind {
        EntryKind::Section(kind) => kind,
        EntryKind::Task => SectionKind::Tasks,
        EntryKind::Solution => SectionKind::Solutions,
        EntryKind::Indicator => SectionKind::Indicators,
        EntryKind::Assignment => SectionKind::Implementation,
        EntryKind::Group | EntryKind::Paragraph => SectionKind::Free,
    }
}

fn of_measure(from: &MeasureDraft, id: NodeId) -> Measure {
    let value = from.value;
    let target = match (from.comparator, from.high) {
        (Comparator::Between, Some(high)) => Target::Between(value, high),
        (Comparator::Greater, _) => Target::GreaterThan(value),
        (Comparator::AtLeast, _) => Target::AtLeast(value),
        (Comparator::About, _) => Target::About { value, tolerance: None },
        (Comparator::Less, _) => Target::LessThan(value),
        (Comparator::AtMost, _) => Target::AtMost(value),
        (Comparator::Maintain, _) => Target::Maintain(value),
        (Comparator::DecreaseBy, _) => Target::ReduceBy(change(from)),
        (Comparator::IncreaseBy, _) => Target::IncreaseBy(change(from)),
        (Comparator::RankTop, _) => u32::try_from(value.mantissa()).map_or(Target::Reach(value), Target::RankTop),
        (Comparator::Zero, _) => Target::Zero,
        (Comparator::Equal | Comparator::Between, _) => Target::Reach(value),
    };
    let is_share = from.unit.starts_with(['%', '‰']) || from.unit.starts_with("điểm %");
    Measure {
        name: from.name.clone(),
        unit: from.unit.clone(),
        decimals: u8::try_from(value.scale().min(9)).unwrap_or(0),
        direction: match from.heading {
            Heading::Lower | Heading::Reduce => Direction::Lower,
            Heading::Higher | Heading::Maintain => Direction::Higher,
        },
        value_kind: match target {
            Target::RankTop(_) => ValueKind::Rank,
            _ if is_share => ValueKind::Rate,
            _ => ValueKind::Level,
        },
        period: PeriodLength::Year,
        baseline: from.baseline.zip(from.year).map(|(value, year)| Baseline {
            year: year - 1,
            value,
            source: String::new(),
        }),
        quote: from.quote.clone(),
        target,
        ..Measure::new(id)
    }
}

/// Points of a share, and counts, are amounts; a percentage of something counted is a share of it.
fn change(from: &MeasureDraft) -> ChangeBy {
    let name = fold(&from.name);
    let is_of_share = ["ty le", "ty trong", "ty suat"].iter().any(|word| name.contains(word));
    if from.unit.starts_with('%') && !is_of_share {
        ChangeBy::Share(from.value.over(100.into()).unwrap_or(from.value))
    } else {
        ChangeBy::Amount(from.value)
    }
}

fn of_words(from: &QualitativeDraft, id: NodeId) -> Measure {
    let (target, direction) = match from.trend {
        Trend::Up => (Target::TowardsHigher, Direction::Higher),
        Trend::Down => (Target::TowardsLower, Direction::Lower),
        Trend::Maintain => (Target::Hold, Direction::Higher),
        Trend::Rating | Trend::Words => (Target::Narrative, Direction::Higher),
    };
    let value_kind = if target == Target::Narrative { ValueKind::Text } else { ValueKind::Level };
    Measure {
        name: from.text.clone(),
        target,
        direction,
        value_kind,
        period: PeriodLength::Year,
        quote: from.text.clone(),
        ..Measure::new(id)
    }
}

/// The title begins with the type of the document, in the letters of the title.
fn titled(kind: &str, title: &str) -> String {
    if fold(title).starts_with(&fold(kind)) {
        return title.to_owned();
    }
    let kind = if is_upper(title) { to_upper(kind) } else { kind.to_owned() };
    format!("{kind} {title}").trim().to_owned()
}

/// Printed labels, where they differ from those that the outline computes.
fn printed_labels(draft: &Draft, nodes: &[Option<NodeId>], programme: &Programme) -> Writes {
    let shown: BTreeMap<NodeId, String> =
        programme.outline().into_iter().map(|line| (line.line.id().clone(), line.label.shown().to_owned())).collect();
    let mut writes = Writes::default();
    for (entry, node) in draft.entries.iter().zip(nodes) {
        let Some(id) = node.as_ref().filter(|id| shown.get(*id) != Some(&entry.number)) else { continue };
        let own = Some(entry.number.clone());
        if let Some(section) = programme.sections().get(id.as_str()) {
            Section { printed_label: own, ..(**section).clone() }.write(id, &mut writes);
        } else if let Some(item) = programme.items().get(id.as_str()) {
            Item { printed_label: own, ..(**item).clone() }.write(id, &mut writes);
        }
    }
    writes
}

/// The form that most numbers of a list have; `None` for one that no numbering gives.
fn most_common(numbers: &[&str]) -> Option<Numbering> {
    let mut counts: Vec<(Option<Numbering>, usize)> = Vec::new();
    for form in numbers.iter().map(|number| form_of(number)) {
        match counts.iter_mut().find(|(other, _)| *other == form) {
            Some((_, count)) => *count += 1,
            None => counts.push((form, 1)),
        }
    }
    // Of several that are as common the first.
    counts.into_iter().rev().max_by_key(|(_, count)| *count)?.0
}

fn form_of(number: &str) -> Option<Numbering> {
    let inner = number.trim_start_matches('(').trim_end_matches(')');
    let is_letter = inner.chars().count() == 1 && inner.chars().all(char::is_lowercase);
    let is_number = !inner.is_empty() && inner.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    match (number.starts_with('('), number.ends_with(')')) {
        _ if number.is_empty() => Some(Numbering::None),
        _ if number == "-" => Some(Numbering::Dash),
        _ if number == "+" => Some(Numbering::Plus),
        (true, true) if is_number => Some(Numbering::Bracket),
        (false, true) if is_letter => Some(Numbering::Letter),
        (false, false) if is_number => Some(Numbering::Nested),
        _ => None,
    }
}
