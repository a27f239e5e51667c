//! The rows of the outline: the programme's lines in reading order, folded, searched, with the row being written.

use std::sync::Arc;

use crate::document::NodeId;
use crate::i18n::Query;
use crate::model::{
    ItemKind, Label, Line, Measure, NumberedLine, Programme, ROOT, Review, SectionKind, Spot, TaskState, doubts,
};

/// One row: a line, or one that stands for something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line's id. Rows that are no line have an id that no line has.
    pub id: NodeId,
    pub kind: RowKind,
    /// The depth, from 1 for sections.
    pub level: usize,
    pub label: Label,
    /// The document prints another number than the order gives, and not merely because a line before does so too.
    pub is_doubtful: bool,
    pub parent: NodeId,
    pub can_fold: bool,
    /// It holds other items.
    pub is_heading: bool,
    /// All measures below it, in order. Of an indicator with one measure, that one: they share a row.
    pub measures: Arc<Vec<NodeId>>,
    /// Items below it that hold nothing themselves, and how many of those are done.
    pub items: usize,
    pub done: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    Section(SectionKind),
    Item,
    /// An indicator with the one measure below it.
    Indicator,
    Measure,
    /// The row being written.
    Draft,
    /// An empty section asks for its first item.
    First,
    /// The heading over branches that hang on nothing.
    Review,
}

impl Row {
    fn bare(id: &str, kind: RowKind, level: usize, parent: NodeId) -> Self {
        Self {
            id: id.into(),
            kind,
            level,
            label: Label::default(),
            is_doubtful: false,
            parent,
            can_fold: false,
            is_heading: false,
            measures: Arc::default(),
            items: 0,
            done: 0,
        }
    }

    /// Whether it is a line of the programme, and not a row beside them.
    pub fn is_line(&self) -> bool {
        !matches!(self.kind, RowKind::Draft | RowKind::First | RowKind::Review)
    }

    /// The measure whose target and verdict the row shows.
    pub fn measure(&self) -> Option<&NodeId> {
        match self.kind {
            RowKind::Measure => Some(&self.id),
            RowKind::Indicator => self.measures.first(),
            _ => None,
        }
    }
}

/// A new line that is no record until it has text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub spot: Spot,
    pub level: usize,
}

pub const DRAFT: &str = "outline.draft";
const REVIEW: &str = "outline.review";

/// All rows, folded or not.
pub fn all_rows(programme: &Programme) -> Vec<Row> {
    let lines = programme.outline();
    let mut rows = Vec::with_capacity(lines.len());
    add_rows(&mut rows, &lines);
    let all = programme.sections().len() + programme.items().len() + programme.measures().len();
    // To find those that hang on nothing takes as long as all else here.
    let loose = if lines.len() < all { loose_lines(programme) } else { Vec::new() };
    if !loose.is_empty() {
        rows.push(Row { can_fold: true, ..Row::bare(REVIEW, RowKind::Review, 1, ROOT.into()) });
        add_rows(&mut rows, &loose);
    }
    rows
}

/// The branches that no section holds, below their own heading.
fn loose_lines(programme: &Programme) -> Vec<NumberedLine<'_>> {
    let mut lines = Vec::new();
    for finding in programme.loose_branches() {
        let (Review::Orphan { line: id, .. } | Review::Ring { line: id }) = finding else { continue };
        let Some(top) = programme.line(id.as_str()) else { continue };
        lines.push(NumberedLine { line: top, depth: 1, label: Label::default() });
        // Read again by its own id: the ids of findings live no longer than they do.
        let below = programme.lines_below(top.id().as_str());
        lines.extend(below.into_iter().map(|(depth, line)| NumberedLine {
            line,
            depth: depth + 2,
            label: Label::default(),
        }));
    }
    lines
}

fn add_rows(rows: &mut Vec<Row>, lines: &[NumberedLine]) {
    // Backwards, so that what is below a line is known before it: (depth, measures, items, done).
    let mut below: Vec<(usize, Vec<NodeId>, usize, usize)> = Vec::new();
    let first = rows.len();
    let doubts = doubts(lines);
    for (index, numbered) in lines.iter().enumerate().rev() {
        let (line, depth) = (numbered.line, numbered.depth);
        let mut measures = Vec::new();
        let (mut items, mut done) = (0, 0);
        while let Some((_, more, more_items, more_done)) = below.pop_if(|entry| entry.0 > depth) {
            measures.extend(more);
            items += more_items;
            done += more_done;
        }
        let next = lines.get(index + 1).filter(|next| next.depth > depth);
        let parent = line.place().parent.clone();
        let mut row = Row::bare(line.id().as_str(), RowKind::Measure, depth + 1, parent);
        row.label = numbered.label.clone();
        row.is_doubtful = doubts[index];
        row.can_fold = next.is_some();
        row.is_heading = next.is_some_and(|next| matches!(next.line, Line::Item(_)));
        row.items = items;
        row.done = done;
        row.measures = Arc::new(measures.clone());
        match line {
            Line::Section(section) => {
                row.kind = RowKind::Section(section.kind);
                if next.is_none() {
                    let id = format!("outline.first.{}", section.id);
                    rows.push(Row::bare(&id, RowKind::First, depth + 2, section.id.clone()));
                }
            }
            Line::Item(item) => {
                let is_lone = measures.len() == 1 && next.is_some_and(|next| matches!(next.line, Line::Measure(_)));
                row.kind = if is_lone { RowKind::Indicator } else { RowKind::Item };
                row.is_heading |= item.kind == ItemKind::IndicatorGroup;
                row.can_fold &= !is_lone;
                if is_lone {
                    // The measure's own row has just been written.
                    rows.pop();
                }
                if !row.is_heading && measures.is_empty() {
                    items += 1;
                    done += usize::from(item.state == TaskState::Done);
                }
            }
            Line::Measure(measure) => {
                // It shares its item's number, and stands where that one's text does.
                row.label = Label::default();
                measures.push(measure.id.clone());
            }
        }
        rows.push(row);
        below.push((depth, measures, items, done));
    }
    rows[first..].reverse();
}

/// The rows on screen: without those below a folded one; while something is searched, matches and what is above them.
pub fn shown_rows(rows: &[Arc<Row>], folded: &[NodeId], draft: Option<&Draft>) -> Vec<Arc<Row>> {
    let mut shown: Vec<Arc<Row>> = Vec::with_capacity(rows.len() + 1);
    let mut hidden_below = usize::MAX;
    for row in rows {
        if row.level > hidden_below {
            continue;
        }
        hidden_below = if row.can_fold && folded.contains(&row.id) { row.level } else { usize::MAX };
        shown.push(row.clone());
    }
    if let Some(draft) = draft {
        let position = draft_position(&shown, draft);
        // It takes the place of the row that asked for it.
        if shown.get(position).is_some_and(|row| row.kind == RowKind::First && row.parent == draft.spot.parent) {
            shown.remove(position);
        }
        let row = Row::bare(DRAFT, RowKind::Draft, draft.level, draft.spot.parent.clone());
        shown.insert(position.min(shown.len()), Arc::new(row));
    }
    shown
}

/// Where each row stands among its own kind, for those who do not see the tree: the how many-th of how many.
pub fn places(rows: &[Arc<Row>]) -> Vec<(usize, usize)> {
    let mut places = vec![(1, 1); rows.len()];
    // The siblings of the row that was read last, and of all above it.
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut close = |siblings: Vec<usize>| {
        for (index, at) in siblings.iter().enumerate() {
            places[*at] = (index + 1, siblings.len());
        }
    };
    for (at, row) in rows.iter().enumerate() {
        while let Some((_, siblings)) = open.pop_if(|(level, _)| *level > row.level) {
            close(siblings);
        }
        match open.last_mut().filter(|(level, _)| *level == row.level) {
            Some((_, siblings)) => siblings.push(at),
            None => open.push((row.level, vec![at])),
        }
    }
    for (_, siblings) in open {
        close(siblings);
    }
    places
}

/// After the line it follows and all below that one.
fn draft_position(rows: &[Arc<Row>], draft: &Draft) -> usize {
    let find = |id: &NodeId| rows.iter().position(|row| row.id == *id);
    let last_below = |at: usize| {
        let deeper = rows[at + 1..].iter().take_while(|row| row.level > rows[at].level && row.kind != RowKind::First);
        at + 1 + deeper.count()
    };
    match (draft.spot.after.as_ref().and_then(find), find(&draft.spot.parent)) {
        (Some(at), _) => last_below(at),
        // What it follows has no row of its own.
        (None, Some(at)) if draft.spot.after.is_some() => last_below(at),
        (None, Some(at)) => at + 1,
        (None, None) => rows.len(),
    }
}

/// The rows that are wanted, with what stands above them, and the ids of those that are.
pub fn matching_rows(rows: &[Arc<Row>], is_wanted: impl Fn(&Row) -> bool) -> (Vec<Arc<Row>>, Vec<NodeId>) {
    let mut kept: Vec<Arc<Row>> = Vec::new();
    let mut found = Vec::new();
    let mut above: Vec<&Arc<Row>> = Vec::new();
    for row in rows {
        above.retain(|other| other.level < row.level);
        if row.is_line() && is_wanted(row) {
            found.push(row.id.clone());
            kept.extend(above.drain(..).cloned());
            kept.push(row.clone());
        } else {
            above.push(row);
        }
    }
    (kept, found)
}

/// Whether a search finds a row.
pub fn matches(row: &Row, query: &Query, programme: &Programme) -> bool {
    let texts = |line: Line| match line {
        Line::Section(section) => query.matches(&section.title),
        Line::Item(item) => query.matches(&item.title) || query.matches(&item.text),
        Line::Measure(measure) => query.matches(&measure.name),
    };
    let own = programme.line(row.id.as_str()).is_some_and(texts);
    own || row.measure().and_then(|id| programme.line(id.as_str())).is_some_and(texts)
}

/// The measure of a row, as a record.
pub fn measure_of<'a>(programme: &'a Programme, row: &Row) -> Option<&'a Arc<Measure>> {
    programme.measures().get(row.measure()?.as_str())
}
