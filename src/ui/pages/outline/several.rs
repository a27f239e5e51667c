//! Several lines at once: selected by Shift and Ctrl, and acted on together.

use leptos::prelude::*;

use super::elements::focus_row;
use super::state::Page;
use crate::document::NodeId;
use crate::ui::shell::keys::is_inside;

impl Page {
    /// The lines that keys and buttons act on, in order: all that are selected, without those below another one.
    pub fn acted_on(self) -> Vec<NodeId> {
        let chosen = self.chosen.get_untracked();
        if chosen.is_empty() {
            return self.selected.get_untracked().into_iter().collect();
        }
        let mut lines = Vec::new();
        let mut inside = usize::MAX;
        self.rows.with_untracked(|rows| {
            for row in rows {
                if row.level > inside {
                    continue;
                }
                inside = usize::MAX;
                if chosen.contains(&row.id) {
                    inside = row.level;
                    lines.push(row.id.clone());
                }
            }
        });
        lines
    }

    /// Selects up to the next line, or gives the last one up.
    pub fn extend(self, by: isize) -> bool {
        let Some(from) = self.selected.get_untracked() else { return false };
        let next = self.shown.with_untracked(|shown| {
            let lines: Vec<_> = shown.rows.iter().filter(|row| row.is_line()).collect();
            let at = lines.iter().position(|row| row.id == from)?.checked_add_signed(by)?;
            lines.get(at).map(|row| row.id.clone())
        });
        if let Some(next) = next {
            self.choose_up_to(&next);
        }
        true
    }

    /// Selects all lines from where the selection began.
    fn choose_up_to(self, to: &NodeId) {
        if self.chosen.with_untracked(Vec::is_empty) {
            self.anchor.set_value(self.selected.get_untracked());
        }
        let anchor = self.anchor.get_value().unwrap_or_else(|| to.clone());
        let chosen = self.shown.with_untracked(|shown| {
            let lines: Vec<&NodeId> = shown.rows.iter().filter(|row| row.is_line()).map(|row| &row.id).collect();
            let place = |id: &NodeId| lines.iter().position(|line| *line == id);
            let (Some(one), Some(other)) = (place(&anchor), place(to)) else { return vec![to.clone()] };
            lines[one.min(other)..=one.max(other)].iter().map(|id| (*id).clone()).collect()
        });
        self.choose(chosen, to);
    }

    /// Takes a line into the selection, or out of it.
    fn toggle(self, id: &NodeId) {
        let mut chosen = self.chosen.get_untracked();
        if chosen.is_empty() {
            chosen.extend(self.selected.get_untracked());
        }
        if chosen.contains(id) {
            chosen.retain(|other| other != id);
        } else {
            chosen.push(id.clone());
        }
        match chosen.last().cloned() {
            None => self.select(None),
            Some(last) => self.choose(chosen, &last),
        }
        self.anchor.set_value(Some(id.clone()));
    }

    fn choose(self, chosen: Vec<NodeId>, at: &NodeId) {
        self.chosen.set(chosen);
        self.show_address(Some(at.clone()));
        focus_row(at);
    }
}

/// A press on a line with Shift or Ctrl selects several; an ordinary one selects one.
pub fn clicked(page: Page, event: &web_sys::MouseEvent, id: &NodeId) {
    // A link leads away: what is being written is kept first.
    if is_inside(event, "a") {
        page.commit();
    }
    if event.shift_key() {
        page.choose_up_to(id);
    } else if event.ctrl_key() || event.meta_key() {
        page.toggle(id);
    } else {
        page.select(Some(id.clone()));
    }
}
