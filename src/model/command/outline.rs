//! The outline's commands: begin, add, move, indent, duplicate, delete.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::Plan;
use super::{CommandError, Spot};
use crate::document::{DELETED, NodeId, PLACE, Value, keys_between, sort_by};
use crate::model::codec::FieldValue;
use crate::model::{
    Engagement, HeadEdit, Item, ItemEdit, ItemKind, Line, Measure, MeasureEdit, Place, ROOT, Record, Section,
    SectionEdit, SectionKind, ids,
};

/// What a copy does not take over: how far the original has come.
const PROGRESS: [&str; 3] = ["state", "percent", "completed"];

impl<'a> Plan<'a, '_> {
    pub fn create(&mut self, head: &[HeadEdit], sections: &[(SectionKind, String)]) -> Result<(), CommandError> {
        if self.programme.document().node(ROOT).is_some() {
            return Err(CommandError::AlreadyBegun);
        }
        self.write_fields(&ids::root(), head)?;
        let keys = self.keys(None, None, sections.len());
        for ((kind, title), key) in sections.iter().zip(keys) {
            let id = (self.env.new_id)();
            self.section(&id, key, *kind, title)?;
        }
        Ok(())
    }

    pub fn add_section(
        &mut self,
        id: &NodeId,
        after: Option<NodeId>,
        kind: SectionKind,
        title: &str,
    ) -> Result<(), CommandError> {
        self.fresh(id)?;
        let keys = self.keys_at(&Spot { parent: ids::root(), after }, 1, &BTreeSet::new())?;
        keys.into_iter().try_for_each(|key| self.section(id, key, kind, title))
    }

    fn section(&mut self, id: &NodeId, key: String, kind: SectionKind, title: &str) -> Result<(), CommandError> {
        self.place::<Section>(id, ids::root(), key);
        self.write_fields(id, &[SectionEdit::Kind(kind), SectionEdit::Title(title.to_owned())])
    }

    pub fn add_items(&mut self, at: &Spot, items: Vec<(NodeId, Vec<ItemEdit>)>) -> Result<(), CommandError> {
        let keys = self.keys_at(at, items.len(), &BTreeSet::new())?;
        for ((id, fields), key) in items.into_iter().zip(keys) {
            self.fresh(&id)?;
            if !self.holds_items(&at.parent) {
                return Err(CommandError::WrongParent { line: id, parent: at.parent.clone() });
            }
            self.place::<Item>(&id, at.parent.clone(), key);
            self.write_fields(&id, &fields)?;
        }
        Ok(())
    }

    pub fn add_measure(&mut self, at: &Spot, id: &NodeId, fields: &[MeasureEdit]) -> Result<(), CommandError> {
        self.fresh(id)?;
        let Some(item) = self.programme.items().get(at.parent.as_str()) else {
            return Err(CommandError::WrongParent { line: id.clone(), parent: at.parent.clone() });
        };
        for key in self.keys_at(at, 1, &BTreeSet::new())? {
            self.place::<Measure>(id, at.parent.clone(), key);
        }
        // A heading that holds no items, or a paragraph, is an indicator now.
        let holds_items = self.programme.items().of(item.id.as_str()).next().is_some();
        if matches!(item.kind, ItemKind::IndicatorGroup | ItemKind::Paragraph) && !holds_items {
            self.write_fields(&item.id, &[ItemEdit::Kind(ItemKind::Indicator)])?;
        }
        self.write_fields(id, fields)
    }

    pub fn add_indicator(
        &mut self,
        at: &Spot,
        item: &NodeId,
        measure: &NodeId,
        name: &str,
    ) -> Result<(), CommandError> {
        self.fresh(measure)?;
        let fields = vec![ItemEdit::Kind(ItemKind::Indicator), ItemEdit::Title(name.to_owned())];
        self.add_items(at, vec![(item.clone(), fields)])?;
        for key in self.keys(None, None, 1) {
            self.place::<Measure>(measure, item.clone(), key);
        }
        self.write_fields(measure, &[MeasureEdit::Name(name.to_owned())])
    }

    pub fn move_lines(&mut self, lines: &[NodeId], to: &Spot) -> Result<(), CommandError> {
        let lines = self.topmost(lines)?;
        let mut moved = BTreeSet::new();
        moved.extend(lines.iter().map(|line| line.id().as_str()));
        let is_moved = |id: &NodeId| moved.contains(id.as_str());
        let above = self.programme.ancestors(to.parent.as_str());
        if is_moved(&to.parent) || above.iter().any(|line| is_moved(line.id())) {
            return Err(CommandError::IntoItself(to.parent.clone()));
        }
        for line in &lines {
            let fits = match line {
                Line::Section(_) => to.parent.as_str() == ROOT,
                Line::Item(_) => self.holds_items(&to.parent),
                Line::Measure(_) => self.programme.items().contains(to.parent.as_str()),
            };
            if !fits {
                return Err(CommandError::WrongParent { line: line.id().clone(), parent: to.parent.clone() });
            }
        }
        let keys = self.keys_at(to, lines.len(), &moved)?;
        for (line, key) in lines.into_iter().zip(keys) {
            self.replace(line, to.parent.clone(), key);
        }
        Ok(())
    }

    pub fn indent(&mut self, ids: &[NodeId]) -> Result<(), CommandError> {
        let lines = self.topmost(ids)?;
        let mut moved = BTreeSet::new();
        moved.extend(lines.iter().map(|line| line.id().as_str()));
        // The items that go under one new parent, in their order.
        let mut under: BTreeMap<&'a NodeId, Vec<Line<'a>>> = BTreeMap::new();
        for line in lines {
            let siblings = self.programme.children(line.place().parent.as_str());
            let parent = siblings
                .iter()
                .rev()
                .skip_while(|sibling| sibling.id() != line.id())
                .filter(|sibling| matches!((sibling, line), (Line::Item(_), Line::Item(_))))
                .find(|sibling| !moved.contains(sibling.id().as_str()))
                .ok_or_else(|| CommandError::NowhereToGo(line.id().clone()))?;
            under.entry(parent.id()).or_default().push(line);
        }
        for (parent, lines) in under {
            let last = self.programme.children(parent.as_str()).last().map(|line| line.place().key.as_str());
            for (line, key) in lines.iter().zip(self.keys(last, None, lines.len())) {
                self.replace(*line, parent.clone(), key);
            }
        }
        Ok(())
    }

    pub fn outdent(&mut self, ids: &[NodeId]) -> Result<(), CommandError> {
        // The items that leave one parent, in their order.
        let mut out_of: BTreeMap<&'a NodeId, Vec<Line<'a>>> = BTreeMap::new();
        for line in self.topmost(ids)? {
            let parent = &line.place().parent;
            if !matches!(line, Line::Item(_)) || !self.programme.items().contains(parent.as_str()) {
                return Err(CommandError::NowhereToGo(line.id().clone()));
            }
            out_of.entry(parent).or_default().push(line);
        }
        for (parent, lines) in out_of {
            let place = self.require_line(parent)?.place();
            let spot = Spot { parent: place.parent.clone(), after: Some(parent.clone()) };
            for (line, key) in lines.iter().zip(self.keys_at(&spot, lines.len(), &BTreeSet::new())?) {
                self.replace(*line, place.parent.clone(), key);
            }
        }
        Ok(())
    }

    pub fn duplicate(&mut self, id: &NodeId, copy: &NodeId) -> Result<(), CommandError> {
        self.fresh(copy)?;
        let line = self.require_line(id)?;
        let spot = Spot { parent: line.place().parent.clone(), after: Some(id.clone()) };
        let mut copies: BTreeMap<&NodeId, NodeId> = BTreeMap::new();
        copies.insert(id, copy.clone());
        for key in self.keys_at(&spot, 1, &BTreeSet::new())? {
            self.copy(line, copy, spot.parent.clone(), key);
        }
        for (_, line) in self.programme.lines_below(id.as_str()) {
            let copy = (self.env.new_id)();
            if let Some(parent) = copies.get(&line.place().parent).cloned() {
                self.copy(line, &copy, parent, line.place().key.clone());
                copies.insert(line.id(), copy);
            }
        }
        Ok(())
    }

    /// Copies one line with its fields, those of newer versions included, and with the assignments.
    fn copy(&mut self, line: Line<'a>, copy: &NodeId, parent: NodeId, key: String) {
        let Some(node) = self.programme.document().node(line.id().as_str()) else { return };
        let is_definition = |name: &str| name != DELETED && name != PLACE && !PROGRESS.contains(&name);
        for (name, register) in node.fields().filter(|(name, _)| is_definition(name.as_str())) {
            if let Some(dot) = register.shown().filter(|dot| dot.value != Value::Null) {
                self.draft.set(copy, node.kind(), name.as_str(), dot.value.clone());
            }
        }
        self.replace_as(line, copy, parent, key);
        for engagement in self.programme.engagements_of(line.id().as_str()) {
            let id = ids::engagement(copy, &engagement.body, engagement.role);
            let fresh = Engagement::new(id, copy.clone(), engagement.body.clone());
            let deadline = engagement.deadline.clone();
            self.put(&Engagement { role: engagement.role, deadline, product: engagement.product.clone(), ..fresh });
        }
    }

    pub fn delete(&mut self, ids: &[NodeId]) -> Result<(), CommandError> {
        for id in ids {
            // One whose deletion is in dispute can be deleted once more.
            let node = self.programme.document().node(id.as_str());
            if node.is_none_or(|node| node.is_deleted() && !node.is_conflict()) {
                return Err(CommandError::Missing(id.clone()));
            }
            self.delete_with_belongings(id);
            if self.programme.line(id.as_str()).is_some() {
                for (_, line) in self.programme.lines_below(id.as_str()) {
                    self.delete_with_belongings(line.id());
                }
            }
        }
        Ok(())
    }

    pub fn restore(&mut self, id: &NodeId) -> Result<(), CommandError> {
        let document = self.programme.document();
        let node = document.node(id.as_str()).filter(|node| node.is_deleted());
        let (Some(node), Some(deletion)) = (node, node.and_then(|node| node.field(DELETED)?.shown())) else {
            return Err(CommandError::Missing(id.clone()));
        };
        let mut back = document.reverse(&deletion.stamp.clone().into()).draft.writes;
        for write in back.values_mut() {
            write.fields.retain(|name, _| name.as_str() == DELETED);
        }
        back.retain(|_, write| !write.fields.is_empty());
        self.draft.writes.extend(back);
        self.draft.restore(id, node.kind());
        Ok(())
    }

    /// A record and all that belongs to it alone.
    pub fn delete_with_belongings(&mut self, id: &NodeId) {
        let of = id.as_str();
        let programme = self.programme;
        self.draft.delete(id);
        let duties: Vec<&NodeId> = programme.duties().of(of).map(|duty| &duty.id).collect();
        let marks = duties.iter().flat_map(|duty| programme.received().of(duty.as_str()));
        let belongings = programme
            .observations()
            .of(of)
            .map(|it| &it.id)
            .chain(programme.engagements().of(of).map(|it| &it.id))
            .chain(programme.updates().of(of).map(|it| &it.id))
            .chain(programme.links().of(of).map(|it| &it.id))
            .chain(programme.judgements().of(of).map(|it| &it.id))
            .chain(programme.requests().of(of).map(|it| &it.id))
            .chain(programme.received().of(of).map(|it| &it.id))
            .chain(marks.map(|it| &it.id))
            .chain(duties.iter().copied());
        for id in belongings {
            self.draft.delete(id);
        }
    }

    fn holds_items(&self, parent: &NodeId) -> bool {
        self.programme.items().contains(parent.as_str()) || self.programme.sections().contains(parent.as_str())
    }

    /// The chosen lines in the order of the document, without those that go along with a chosen one above them.
    fn topmost(&self, chosen: &[NodeId]) -> Result<Vec<Line<'a>>, CommandError> {
        let mut set = BTreeSet::new();
        set.extend(chosen.iter().map(NodeId::as_str));
        let mut lines = Vec::new();
        for id in &set {
            let id = NodeId::from(*id);
            let line = self.require_line(&id)?;
            let above = self.programme.ancestors(id.as_str());
            if above.iter().any(|line| set.contains(line.id().as_str())) {
                continue;
            }
            let mut path: Vec<(&str, &str)> =
                above.iter().map(|line| (line.place().key.as_str(), line.id().as_str())).collect();
            path.insert(0, (&line.place().key, line.id().as_str()));
            path.reverse();
            lines.push((path, line));
        }
        sort_by(&mut lines, |a, b| a.0.cmp(&b.0));
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// Keys for new or moved lines at a spot, past those that are leaving their places.
    fn keys_at(&self, spot: &Spot, count: usize, leaving: &BTreeSet<&str>) -> Result<Vec<String>, CommandError> {
        if spot.parent.as_str() != ROOT {
            self.require_line(&spot.parent)?;
        }
        let siblings = self.programme.children(spot.parent.as_str());
        let start = match &spot.after {
            None => 0,
            Some(after) => {
                let index = siblings.iter().position(|line| line.id() == after);
                index.ok_or_else(|| CommandError::Missing(after.clone()))? + 1
            }
        };
        let stays = |line: &&Line| !leaving.contains(line.id().as_str());
        let (before, after) = siblings.split_at(start);
        let before = before.iter().rev().find(stays).map(|line| line.place().key.as_str());
        let after = after.iter().find(stays).map(|line| line.place().key.as_str());
        Ok(self.keys(before, after, count))
    }

    fn keys(&self, before: Option<&str>, after: Option<&str>, count: usize) -> Vec<String> {
        keys_between(before, after, &self.env.author.actor, count)
    }

    fn replace(&mut self, line: Line<'a>, parent: NodeId, key: String) {
        self.replace_as(line, line.id(), parent, key);
    }

    fn replace_as(&mut self, line: Line, id: &NodeId, parent: NodeId, key: String) {
        match line {
            Line::Section(_) => self.place::<Section>(id, parent, key),
            Line::Item(_) => self.place::<Item>(id, parent, key),
            Line::Measure(_) => self.place::<Measure>(id, parent, key),
        }
    }

    fn place<R: Record>(&mut self, id: &NodeId, parent: NodeId, key: String) {
        self.set::<R>(id, PLACE, Place { parent, key }.encode());
    }
}
