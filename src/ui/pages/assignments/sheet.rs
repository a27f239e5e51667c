//! The matrix as data: which items are rows, which bodies are columns, and who has which part.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::app::Filters;
use crate::document::{NodeId, sort_by};
use crate::evaluate::standing;
use crate::i18n::{Query, compare_names};
use crate::model::{Body, Date, Deadline, Item, ItemKind, Line, Programme, Role, Section, TaskState};

/// Names of the filters in the address.
pub const SEARCH: &str = "q";
/// An id, or `all`; nothing for tasks and implementation.
pub const SECTION: &str = "section";
/// `all`, or nothing for those with work.
pub const BODIES: &str = "bodies";
/// `none`: only rows without a lead.
pub const LEAD: &str = "lead";
/// `bodies` for the list of bodies.
pub const VIEW: &str = "view";
/// The item whose panel is open.
pub const ITEM: &str = "item";
/// `due`: of the report calendar only bodies that owe something.
pub const REPORTS: &str = "reports";
pub const DUE: &str = "due";
/// The list of duties to report, a new one, or the one that is edited.
pub const DUTY: &str = "duty";
pub const ALL: &str = "all";
pub const NONE: &str = "none";

#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub columns: Vec<Arc<Body>>,
    pub lines: Vec<SheetLine>,
    /// Leads and supports of each column, over all rows of the section.
    pub totals: Vec<(usize, usize)>,
    /// Of the section, whatever the search hides.
    pub items: usize,
    pub bodies: usize,
    pub unled: usize,
    /// Ids with the places of their rows, sorted.
    places: Vec<(NodeId, usize)>,
}

#[derive(Clone, Debug)]
pub enum SheetLine {
    Group {
        id: NodeId,
        title: String,
    },
    /// The same `Arc` as before where nothing in it changed.
    Row(Arc<Row>),
}

#[derive(Clone, Debug)]
pub struct Row {
    pub item: Arc<Item>,
    pub number: String,
    /// One a column.
    pub cells: Vec<Cell>,
    pub needs_lead: bool,
}

/// A body's part in an item. Several parts meet where bodies were merged; the strongest is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub role: Option<Role>,
    pub parts: Vec<NodeId>,
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.item, &other.item)
            && self.number == other.number
            && self.needs_lead == other.needs_lead
            && self.cells == other.cells
    }
}

impl Sheet {
    /// Columns that were there `before` stay, so that none goes from under the hand that empties it.
    pub fn read(programme: &Programme, filters: &Filters, day: Date, before: Option<&Self>) -> Self {
        let query = Query::new(filters.get(SEARCH).map_or("", String::as_str));
        let only_unled = filters.contains_key(LEAD);
        let found = rows_of(programme, filters.get(SECTION).map(String::as_str));
        let parts: Vec<BTreeMap<NodeId, Cell>> =
            found.iter().map(|(_, item, _)| parts_of(programme, item.id.as_str(), day)).collect();
        let mut used: BTreeSet<NodeId> = parts.iter().flat_map(|parts| parts.keys().cloned()).collect();
        let bodies = used.len();
        used.extend(before.iter().flat_map(|before| &before.columns).map(|body| body.id.clone()));
        let has_all = filters.contains_key(BODIES);
        let columns = in_order(programme, day)
            .into_iter()
            .filter(|body| has_all || used.contains(&body.id) || is_idle(programme, body))
            .collect();
        let items = found.iter().zip(&parts).filter(|((_, item, _), parts)| !is_done_inside(programme, item, parts));
        let items = items.count();
        let mut sheet = Self { columns, items, bodies, ..Self::default() };
        sheet.totals = vec![(0, 0); sheet.columns.len()];
        let mut group: Option<&NodeId> = None;
        for ((section, item, number), mut parts) in found.into_iter().zip(parts) {
            let needs_lead = needs_lead(programme, item, &parts, day);
            sheet.unled += usize::from(needs_lead);
            let cells: Vec<Cell> =
                sheet.columns.iter().map(|body| parts.remove(&body.id).unwrap_or_default()).collect();
            for (cell, total) in cells.iter().zip(&mut sheet.totals) {
                total.0 += usize::from(cell.role == Some(Role::Lead));
                total.1 += usize::from(cell.role == Some(Role::Coordinate));
            }
            let is_hidden = only_unled && !needs_lead || !query.matches(&format!("{number} {}", item.title));
            if is_hidden {
                continue;
            }
            if group != Some(&section.id) {
                group = Some(&section.id);
                let title = format!("{} {}", programme.label(section.id.as_str()).dotted(), section.title);
                sheet.lines.push(SheetLine::Group { id: section.id.clone(), title });
            }
            sheet.places.push((item.id.clone(), sheet.lines.len()));
            let row = Row { item: item.clone(), number, cells, needs_lead };
            let same = before.and_then(|before| before.row(&item.id)).filter(|before| ***before == row);
            sheet.lines.push(SheetLine::Row(same.cloned().unwrap_or_else(|| Arc::new(row))));
        }
        sort_by(&mut sheet.places, |a, b| a.0.cmp(&b.0));
        sheet
    }

    pub fn place(&self, item: &NodeId) -> Option<usize> {
        let found = self.places.binary_search_by(|(id, _)| id.cmp(item)).ok()?;
        self.places.get(found).map(|(_, place)| *place)
    }

    pub fn row(&self, item: &NodeId) -> Option<&Arc<Row>> {
        self.row_at(self.place(item)?)
    }

    fn row_at(&self, place: usize) -> Option<&Arc<Row>> {
        self.lines.get(place).and_then(|line| if let SheetLine::Row(row) = line { Some(row) } else { None })
    }

    pub fn first_row(&self) -> Option<&Arc<Row>> {
        (0..self.lines.len()).find_map(|place| self.row_at(place))
    }

    /// The row some rows further down, or up; the last one where there are no more.
    pub fn row_from(&self, item: &NodeId, steps: isize) -> Option<&Arc<Row>> {
        let mut place = self.place(item)?;
        let mut left = steps.unsigned_abs();
        let mut reached = self.row_at(place);
        while left > 0 {
            let Some(next) = place.checked_add_signed(steps.signum()).filter(|next| *next < self.lines.len()) else {
                break;
            };
            place = next;
            if let Some(row) = self.row_at(place) {
                reached = Some(row);
                left -= 1;
            }
        }
        reached
    }
}

/// The items that are rows, with their sections and numbers.
fn rows_of<'a>(programme: &'a Programme, wanted: Option<&str>) -> Vec<(&'a Arc<Section>, &'a Arc<Item>, String)> {
    let mut section: Option<&Arc<Section>> = None;
    let mut all = Vec::new();
    for line in programme.outline() {
        match line.line {
            Line::Section(it) => section = Some(it),
            Line::Item(item) => {
                let Some(section) = section else { continue };
                let is_work = match item.kind {
                    ItemKind::Task | ItemKind::Assignment | ItemKind::Solution => true,
                    ItemKind::Indicator => wanted == Some(section.id.as_str()),
                    ItemKind::Paragraph => {
                        item.deadline != Deadline::Unset || programme.engagements_of(item.id.as_str()).next().is_some()
                    }
                    ItemKind::IndicatorGroup => false,
                };
                if is_work && wanted.is_none_or(|wanted| wanted == ALL || wanted == section.id.as_str()) {
                    // As the panel and all else refer to it: a slip in the document would number two rows alike.
                    all.push((section, item, line.label.in_order().to_owned()));
                }
            }
            Line::Measure(_) => {}
        }
    }
    let is_main = |kind: ItemKind| matches!(kind, ItemKind::Task | ItemKind::Assignment);
    // A programme without tasks shows what it has.
    if wanted.is_none() && all.iter().any(|(_, item, _)| is_main(item.kind)) {
        all.retain(|(_, item, _)| is_main(item.kind));
    }
    all
}

/// The parts in an item by the body that stands at the day.
fn parts_of(programme: &Programme, item: &str, day: Date) -> BTreeMap<NodeId, Cell> {
    let mut cells: BTreeMap<NodeId, Cell> = BTreeMap::new();
    for part in programme.engagements_of(item) {
        let Some(body) = programme.body_on(part.body.as_str(), day) else { continue };
        let cell = cells.entry(body.id.clone()).or_default();
        // Leads come first.
        cell.role = cell.role.or(Some(part.role));
        cell.parts.push(part.id.clone());
    }
    cells
}

/// What holds other items and has no part of its own is done by those, and counts by them.
fn is_done_inside(programme: &Programme, item: &Item, parts: &BTreeMap<NodeId, Cell>) -> bool {
    parts.is_empty() && programme.items().of(item.id.as_str()).next().is_some()
}

fn needs_lead(programme: &Programme, item: &Item, parts: &BTreeMap<NodeId, Cell>, day: Date) -> bool {
    let is_over = item.state == TaskState::Cancelled || is_done_inside(programme, item, parts);
    if is_over || parts.values().any(|cell| cell.role == Some(Role::Lead)) {
        return false;
    }
    // Measures may have leads of their own.
    let mut measures = programme.measures().of(item.id.as_str()).peekable();
    measures.peek().is_none() || measures.any(|measure| programme.lead_of(measure, day).is_none())
}

/// A body that has nothing to do yet, as one that was just made.
fn is_idle(programme: &Programme, body: &Body) -> bool {
    let id = body.id.as_str();
    programme.engagements().of(id).next().is_none()
        && programme.duties().of(id).next().is_none()
        && programme.bodies().of(id).next().is_none()
        && !programme.measures().iter().any(|measure| measure.owner.as_ref() == Some(&body.id))
        && !programme.observations().iter().any(|figure| figure.body.as_ref() == Some(&body.id))
}

/// The bodies that stand at a day: each followed by those below it, neighbours by name.
pub fn in_order(programme: &Programme, day: Date) -> Vec<Arc<Body>> {
    let mut left = standing(programme, day);
    sort_by(&mut left, |a, b| compare_names(&b.name, &a.name).then_with(|| b.id.cmp(&a.id)));
    let ids: BTreeSet<NodeId> = left.iter().map(|body| body.id.clone()).collect();
    // Below a body that is gone, or that was merged, one stands for itself; so does a ring that a merge made.
    let is_top = |body: &Arc<Body>| body.parent.as_ref().is_none_or(|parent| !ids.contains(parent));
    let mut ordered: Vec<Arc<Body>> = Vec::with_capacity(left.len());
    let mut seen = BTreeSet::new();
    let mut open: Vec<Arc<Body>> = left.iter().filter(|body| is_top(body)).cloned().collect();
    loop {
        let Some(body) = open.pop() else {
            match left.iter().rev().find(|body| !seen.contains(&body.id)) {
                Some(body) => open.push(body.clone()),
                None => return ordered,
            }
            continue;
        };
        if seen.insert(body.id.clone()) {
            open.extend(left.iter().filter(|below| below.parent.as_ref() == Some(&body.id)).cloned());
            ordered.push(body);
        }
    }
}
