//! What a person does to the outline: write, add, move, delete. Each is one command, and one step of undo.

use leptos::prelude::*;

use super::elements::focus_row;
use super::rows::{Draft, Row, RowKind};
use super::state::{Editing, Page, holds_items};
use crate::app::new_node_id;
use crate::document::NodeId;
use crate::i18n::messages::{Outline, Shell};
use crate::i18n::{Message, one_line};
use crate::model::{Command, ItemEdit, ItemKind, Line, Programme, ROOT, SectionKind, Spot};
use crate::ui::actions::{may_write, perform, perform_undoable};

impl Page {
    /// Begins to write in a line's place.
    pub fn edit(self, id: &NodeId) {
        if !may_write(self.session()) || self.row(id).is_none_or(|row| !row.is_line()) {
            return;
        }
        let title = |programme: &Programme| programme.line(id.as_str()).map(|line| line.title().to_owned());
        self.text.set(self.session().programme.with_untracked(title).unwrap_or_default());
        self.select(Some(id.clone()));
        self.editing.set(Some(Editing::Line(id.clone())));
    }

    /// Opens a new line after another: its first child where that is a section, else its neighbour.
    pub fn add_after(self, id: &NodeId) {
        let Some(row) = self.row(id) else { return };
        match row.kind {
            RowKind::Section(_) => {
                self.set_folded(id, false);
                self.open_draft(Spot { parent: id.clone(), after: None }, row.level + 1);
            }
            // A measure is added where its indicator is told of; here its item gets a neighbour.
            RowKind::Measure => self.add_after(&row.parent),
            _ => self.open_draft(Spot { parent: row.parent.clone(), after: Some(row.id.clone()) }, row.level),
        }
    }

    /// Opens a new line as the last one inside another.
    pub fn add_inside(self, id: &NodeId) {
        let Some(row) = self.row(id).filter(|row| holds_items(row.kind)) else { return };
        self.set_folded(id, false);
        let after = self.session().programme.with_untracked(|programme| last_child(programme, id));
        self.open_draft(Spot { parent: id.clone(), after }, row.level + 1);
    }

    pub fn add_section(self) {
        let after = self.session().programme.with_untracked(|programme| last_child(programme, &ROOT.into()));
        self.open_draft(Spot { parent: ROOT.into(), after }, 1);
    }

    pub fn open_draft(self, spot: Spot, level: usize) {
        if !may_write(self.session()) {
            return;
        }
        self.query.set(String::new());
        self.show_whole();
        self.text.set(String::new());
        self.editing.set(Some(Editing::New(Draft { spot, level })));
    }

    /// Ends writing without a trace, and goes back to the line.
    pub fn drop_text(self) {
        match self.editing.get_untracked() {
            Some(Editing::Line(id)) => {
                self.editing.set(None);
                focus_row(&id);
            }
            Some(Editing::New(draft)) => {
                self.editing.set(None);
                let beside = draft.spot.after.filter(|id| self.row(id).is_some()).unwrap_or(draft.spot.parent);
                if self.row(&beside).is_some() {
                    self.select(Some(beside.clone()));
                    focus_row(&beside);
                }
            }
            None => {}
        }
    }

    /// Ends writing and keeps what was written. `None`: there was nothing to keep, or it could not be kept.
    pub fn commit(self) -> Option<NodeId> {
        let editing = self.editing.get_untracked()?;
        let text = one_line(&self.text.get_untracked());
        self.editing.set(None);
        match editing {
            Editing::Line(id) => {
                let edits =
                    self.session().programme.with_untracked(|programme| programme.title_edits(id.as_str(), &text));
                if edits.is_empty() {
                    return Some(id);
                }
                perform(self.session(), Command::Edit(edits)).map(|_| id)
            }
            Editing::New(_) if text.is_empty() => None,
            Editing::New(draft) => {
                let id = new_node_id();
                let command =
                    self.session().programme.with_untracked(|programme| new_line(programme, &draft, &id, text));
                perform(self.session(), command)?;
                self.select(Some(id.clone()));
                Some(id)
            }
        }
    }

    /// Keeps what was written and opens the next line; an empty new line ends the writing.
    pub fn commit_and_add(self) {
        let was_new = matches!(self.editing.get_untracked(), Some(Editing::New(_)));
        if was_new && self.text.with_untracked(|text| text.trim().is_empty()) {
            return self.drop_text();
        }
        if let Some(id) = self.commit() {
            self.add_after(&id);
        }
    }

    /// Keeps what was written and goes back to the line.
    pub fn commit_and_stay(self) {
        if let Some(id) = self.commit() {
            focus_row(&id);
        }
    }

    /// Makes the line, or the new one, the last child of the one before it (`inwards`), or puts it after its parent.
    pub fn shift(self, inwards: bool) {
        match self.editing.get_untracked() {
            Some(Editing::New(draft)) => {
                let moved = self.session().programme.with_untracked(|programme| shifted(programme, &draft, inwards));
                if let Some(draft) = moved {
                    self.set_folded(&draft.spot.parent, false);
                    self.editing.set(Some(Editing::New(draft)));
                }
            }
            editing => {
                let Some(row) = self.selected_row() else { return };
                let lines = self.acted_on();
                self.keep_writing(editing, move |page| {
                    let command = if inwards { Command::Indent(lines) } else { Command::Outdent(lines) };
                    if perform(page.session(), command).is_some() {
                        page.reveal(&row.id);
                        focus_row(&row.id);
                    }
                });
            }
        }
    }

    /// Moves the selected lines among their neighbours.
    pub fn move_line(self, down: bool) {
        let editing = self.editing.get_untracked();
        let Some(row) = self.selected_row().filter(|_| !matches!(editing, Some(Editing::New(_)))) else { return };
        let lines = self.acted_on();
        let spot = self.session().programme.with_untracked(|programme| neighbour_spot(programme, &lines, down));
        let Some(spot) = spot else { return };
        self.keep_writing(editing, move |page| {
            if perform(page.session(), Command::Move { lines, to: spot }).is_some() {
                focus_row(&row.id);
            }
        });
    }

    /// What is being written is kept first, and goes on being written afterwards.
    fn keep_writing(self, editing: Option<Editing>, change: impl FnOnce(Self)) {
        if editing.is_some() {
            self.commit();
        }
        change(self);
        if let Some(Editing::Line(id)) = editing {
            self.edit(&id);
        }
    }

    /// Deletes a line with all below it, or all selected ones; the toast brings them back.
    pub fn delete(self, id: &NodeId) {
        let lines = self.with_others(id);
        let Some(row) = lines.last().and_then(|id| self.row(id)).filter(|row| row.is_line()) else { return };
        let next = self.next_to(&row);
        let (title, parts) = self.session().programme.with_untracked(|programme| {
            let title = programme.line(id.as_str()).map(|line| line.title().to_owned()).unwrap_or_default();
            (title, programme.lines_below(id.as_str()).len())
        });
        let message: &dyn Message = match (lines.len(), parts) {
            (2.., _) => &Outline::DeletedLines { count: lines.len() },
            (_, 0) => &Shell::Deleted { title },
            _ => &Shell::DeletedWithParts { title, parts },
        };
        if perform_undoable(self.session(), Command::Delete(lines), message).is_some() {
            let next = next.into_iter().find(|id| self.row(id).is_some());
            self.select(next.clone());
            if let Some(next) = next {
                focus_row(&next);
            }
        }
    }

    pub fn duplicate(self, id: &NodeId) {
        let copies: Vec<(NodeId, NodeId)> = self.with_others(id).into_iter().map(|id| (id, new_node_id())).collect();
        let Some((_, copy)) = copies.last().cloned() else { return };
        if perform(self.session(), Command::Duplicate(copies)).is_some() {
            self.select(Some(copy.clone()));
            focus_row(&copy);
        }
    }

    /// A line, with all others that are selected where it is one of them.
    fn with_others(self, id: &NodeId) -> Vec<NodeId> {
        let is_one_of_several = self.chosen.with_untracked(|chosen| chosen.contains(id));
        if is_one_of_several { self.acted_on() } else { vec![id.clone()] }
    }

    /// Where the focus goes when a line is gone, best first: its next neighbour, or what stands before it.
    fn next_to(self, row: &Row) -> Vec<NodeId> {
        self.shown.with_untracked(|shown| {
            let Some(at) = shown.rows.iter().position(|other| other.id == row.id) else { return Vec::new() };
            let after = shown.rows[at + 1..].iter().find(|other| other.level <= row.level);
            let same = after.filter(|other| other.level == row.level && other.is_line());
            let before = shown.rows[..at].iter().rev().filter(|other| other.is_line());
            same.into_iter().chain(before).map(|row| row.id.clone()).collect()
        })
    }
}

fn last_child(programme: &Programme, parent: &NodeId) -> Option<NodeId> {
    programme.children(parent.as_str()).last().map(|line| line.id().clone())
}

fn new_line(programme: &Programme, draft: &Draft, id: &NodeId, title: String) -> Command {
    // What it stands in or follows may have gone while it was written, in another tab.
    let mut spot = draft.spot.clone();
    if spot.parent.as_str() != ROOT && programme.line(spot.parent.as_str()).is_none() {
        spot.parent = programme.children(ROOT).first().map_or_else(|| ROOT.into(), |line| line.id().clone());
    }
    let is_there = |after: &NodeId| programme.line(after.as_str()).is_some_and(|it| it.place().parent == spot.parent);
    if spot.after.as_ref().is_some_and(|after| !is_there(after)) {
        spot.after = last_child(programme, &spot.parent);
    }
    if spot.parent.as_str() == ROOT {
        return Command::AddSection { id: id.clone(), after: spot.after, kind: SectionKind::Free, title };
    }
    let fields = vec![ItemEdit::Title(title), ItemEdit::Kind(kind_at(programme, &spot))];
    Command::AddItems { at: spot, items: vec![(id.clone(), fields)] }
}

/// A new item is of the kind of its neighbours, or of what its parent commonly holds.
fn kind_at(programme: &Programme, spot: &Spot) -> ItemKind {
    let neighbours = programme.children(spot.parent.as_str());
    let before = neighbours.iter().rev().skip_while(|line| Some(line.id()) != spot.after.as_ref());
    let kinds = before.chain(neighbours.iter()).filter_map(|line| match line {
        Line::Item(item) => Some(item.kind),
        _ => None,
    });
    let in_section = |kind: SectionKind| match kind {
        SectionKind::Tasks => ItemKind::Task,
        SectionKind::Indicators => ItemKind::Indicator,
        SectionKind::Solutions => ItemKind::Solution,
        SectionKind::Implementation => ItemKind::Assignment,
        SectionKind::Free => ItemKind::Paragraph,
    };
    let below = || match programme.line(spot.parent.as_str()) {
        Some(Line::Section(section)) => in_section(section.kind),
        Some(Line::Item(item)) if item.kind == ItemKind::IndicatorGroup => ItemKind::Indicator,
        Some(Line::Item(item)) => item.kind,
        _ => ItemKind::Paragraph,
    };
    kinds.into_iter().next().unwrap_or_else(below)
}

/// The draft one level further in or out; `None` where there is nowhere to go.
fn shifted(programme: &Programme, draft: &Draft, inwards: bool) -> Option<Draft> {
    let Spot { parent, after } = &draft.spot;
    if inwards {
        let under = after.clone().filter(|id| programme.items().contains(id.as_str()))?;
        let after = last_child(programme, &under);
        return Some(Draft { spot: Spot { parent: under, after }, level: draft.level + 1 });
    }
    let item = programme.items().get(parent.as_str())?;
    let spot = Spot { parent: item.place.parent.clone(), after: Some(parent.clone()) };
    Some(Draft { spot, level: draft.level.saturating_sub(1) })
}

/// Where lines that stand below one parent go to change places with the neighbour above or below; `None` at the ends.
fn neighbour_spot(programme: &Programme, lines: &[NodeId], down: bool) -> Option<Spot> {
    let parent = programme.line(lines.first()?.as_str())?.place().parent.clone();
    let siblings = programme.children(parent.as_str());
    let is_moved = |line: &Line| lines.contains(line.id());
    if siblings.iter().filter(|line| is_moved(line)).count() < lines.len() {
        return None;
    }
    let edge = if down { siblings.iter().rposition(is_moved) } else { siblings.iter().position(is_moved) }?;
    let after = if down {
        Some(siblings.get(edge + 1)?.id().clone())
    } else {
        edge.checked_sub(2).map(|at| siblings[at].id().clone())
    };
    (down || edge > 0).then_some(Spot { parent, after })
}
