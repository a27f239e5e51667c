//! From a command to a draft: which plan serves which command, and what the plans share.

use super::{Command, CommandError};
use crate::document::{Draft, NodeId, Value};
use crate::env::Env;
use crate::model::table::{Filed, Table};
use crate::model::{ObservationEdit, Programme, Record};

/// The writes that a command means for a programme as it stands.
pub fn plan(programme: &Programme, command: Command, env: &mut Env) -> Result<Draft, CommandError> {
    let mut plan = Plan { programme, env, draft: Draft::default() };
    match command {
        Command::Create { head, sections } => plan.create(&head, &sections)?,
        Command::Edit(edits) => {
            plan.check_measures(&edits)?;
            edits.iter().try_for_each(|edit| plan.edit(edit))?;
        }
        Command::AddSection { id, after, kind, title } => plan.add_section(&id, after, kind, &title)?,
        Command::AddItems { at, items } => plan.add_items(&at, items)?,
        Command::AddMeasure { at, id, fields } => plan.add_measure(&at, &id, &fields)?,
        Command::AddIndicator { at, item, measure, name } => plan.add_indicator(&at, &item, &measure, &name)?,
        Command::Move { lines, to } => plan.move_lines(&lines, &to)?,
        Command::Indent(lines) => plan.indent(&lines)?,
        Command::Outdent(lines) => plan.outdent(&lines)?,
        Command::Duplicate(copies) => copies.iter().try_for_each(|(line, id)| plan.duplicate(line, id))?,
        Command::Delete(ids) => plan.delete(&ids)?,
        Command::Restore(id) => plan.restore(&id)?,
        Command::Decide(all) => all.into_iter().try_for_each(|(id, values)| plan.decide(&id, values))?,
        Command::Keep(dispute) => plan.keep(&dispute)?,
        Command::Discard(dispute) => plan.discard(&dispute)?,
        Command::SetFigures { figures, reason } => {
            figures.into_iter().try_for_each(|(cell, figure)| plan.set_figure(&cell, figure, &reason))?;
        }
        Command::PasteFigures { figures, notes, reason } => {
            figures.into_iter().try_for_each(|(cell, figure)| plan.set_figure(&cell, figure, &reason))?;
            notes.into_iter().try_for_each(|(cell, note)| plan.annotate(&cell, &[ObservationEdit::Note(note)]))?;
        }
        Command::Annotate { cell, edits } => plan.annotate(&cell, &edits)?,
        Command::SetFigureState { cells, state } => plan.set_figure_state(&cells, state)?,
        Command::ReturnFigures { cells, remark } => plan.return_figures(&cells, &remark)?,
        Command::SetLock { period, locked } => plan.set_lock(period, locked),
        Command::ReviseTarget { measure, date, target, document } => {
            plan.revise_target(&measure, date, target, document)?;
        }
        Command::Issue { id, number, date, note } => plan.issue(id, &number, date, &note)?,
        Command::Withdraw(id) => plan.remove(|programme| programme.versions(), &id)?,
        Command::ClearSample => plan.clear_sample()?,
        Command::AddBody { id, fields } => plan.add_body(&id, &fields)?,
        Command::MergeBody { body, into, on } => plan.merge_body(&body, into, on)?,
        Command::DeleteBody(body) => plan.delete_body(&body)?,
        Command::Engage { subject, body, role, fields } => plan.engage(&subject, &body, role, &fields)?,
        Command::Disengage(id) => plan.remove(|programme| programme.engagements(), &id)?,
        Command::Assign { subject, body, role, instead_of } => plan.assign(&subject, &body, role, &instead_of)?,
        Command::SetTaskState { of, state } => of.iter().try_for_each(|id| plan.set_task_state(id, state))?,
        Command::AddUpdate { id, item, text, state, percent } => plan.add_update(id, item, text, state, percent)?,
        Command::DeleteUpdate(id) => plan.remove(|programme| programme.updates(), &id)?,
        Command::Link { id, from, to, kind } => plan.link(id, from, to, kind)?,
        Command::Unlink(id) => plan.remove(|programme| programme.links(), &id)?,
        Command::Judge { subject, period, scale, text } => plan.judge(subject, period, scale, text)?,
        Command::Unjudge(id) => plan.remove(|programme| programme.judgements(), &id)?,
        Command::AddDuty { id, fields } => plan.add_duty(&id, &fields)?,
        Command::DeleteDuty(id) => plan.delete_duty(&id)?,
        Command::MarkReceived { duty, body, period, state } => plan.mark_received(duty, body, period, state)?,
        Command::AskExplanation { id, from, to, about, due } => plan.ask_explanation(&id, from, to, about, due)?,
    }
    Ok(plan.draft)
}

/// A plan in the making.
pub(super) struct Plan<'a, 'e> {
    pub programme: &'a Programme,
    pub env: &'a mut Env<'e>,
    pub draft: Draft,
}

impl<'a> Plan<'a, '_> {
    pub fn set<R: Record>(&mut self, id: &NodeId, field: &str, value: impl Into<Value>) {
        self.draft.set(id, R::KIND, field, value);
    }

    /// Writes a whole record, over whatever a deleted one of the same id held.
    pub fn put<R: Filed>(&mut self, record: &R) {
        let id = record.id();
        if let Some(node) = self.programme.document().node(id.as_str()) {
            for (name, _) in node.fields() {
                self.set::<R>(id, name.as_str(), Value::Null);
            }
        }
        record.write(id, &mut self.draft);
    }

    /// An id for a new record that the caller chose.
    pub fn fresh(&self, id: &NodeId) -> Result<(), CommandError> {
        let taken = self.programme.document().node(id.as_str()).is_some();
        if taken { Err(CommandError::IdTaken(id.clone())) } else { Ok(()) }
    }

    /// A section, an item or a measure.
    pub fn require_line(&self, id: &NodeId) -> Result<crate::model::Line<'a>, CommandError> {
        self.programme.line(id.as_str()).ok_or_else(|| CommandError::Missing(id.clone()))
    }

    pub fn remove<R: Filed + 'a>(
        &mut self,
        table: impl Fn(&'a Programme) -> &'a Table<R>,
        id: &NodeId,
    ) -> Result<(), CommandError> {
        existing(table(self.programme), id)?;
        self.draft.delete(id);
        Ok(())
    }
}

/// A record of a table.
pub(super) fn existing<'a, R: Filed>(table: &'a Table<R>, id: &NodeId) -> Result<&'a R, CommandError> {
    table.get(id.as_str()).map(AsRef::as_ref).ok_or_else(|| CommandError::Missing(id.clone()))
}
