//! Work and reporting: states, updates, links, judgements, duties, marks, requests.

use super::CommandError;
use super::plan::{Plan, existing};
use crate::document::NodeId;
use crate::model::{
    Date, EngagementEdit, ExplanationRequest, ExplanationRequestEdit, ItemEdit, Judgement, JudgementEdit, Link,
    LinkKind, Period, ReceivedMark, ReceivedState, ReportDutyEdit, TaskState, Update, ids,
};

impl Plan<'_, '_> {
    /// Of an item, or of a body's part in one. What is done is done today; what is not has no day of completion.
    pub fn set_task_state(&mut self, id: &NodeId, state: TaskState) -> Result<(), CommandError> {
        let is_done = state == TaskState::Done;
        let completed = is_done.then_some(self.env.today);
        if self.programme.engagements().contains(id.as_str()) {
            self.write_fields(id, &[EngagementEdit::State(state), EngagementEdit::Completed(completed)])?;
            if is_done {
                self.write_fields(id, &[EngagementEdit::Percent(Some(100))])?;
            }
        } else {
            existing(self.programme.items(), id)?;
            self.write_fields(id, &[ItemEdit::State(state), ItemEdit::Completed(completed)])?;
            if is_done {
                self.write_fields(id, &[ItemEdit::Percent(Some(100))])?;
            }
        }
        Ok(())
    }

    pub fn add_update(
        &mut self,
        id: NodeId,
        item: NodeId,
        text: String,
        state: Option<TaskState>,
        percent: Option<u8>,
    ) -> Result<(), CommandError> {
        self.fresh(&id)?;
        existing(self.programme.items(), &item)?;
        if let Some(state) = state {
            self.set_task_state(&item, state)?;
        }
        if percent.is_some() {
            self.write_fields(&item, &[ItemEdit::Percent(percent)])?;
        }
        let author = self.env.author.person.clone();
        self.put(&Update { author, text, state, percent, ..Update::new(id, item, self.env.today) });
        Ok(())
    }

    pub fn link(&mut self, id: NodeId, from: NodeId, to: NodeId, kind: LinkKind) -> Result<(), CommandError> {
        self.fresh(&id)?;
        self.require_line(&from)?;
        self.require_line(&to)?;
        if from == to {
            return Err(CommandError::IntoItself(from));
        }
        let exists = self.programme.links_of(from.as_str()).any(|it| it.from == from && it.to == to && it.kind == kind);
        if !exists {
            self.put(&Link { kind, ..Link::new(id, from, to) });
        }
        Ok(())
    }

    pub fn judge(&mut self, subject: NodeId, period: Period, scale: u8, text: String) -> Result<(), CommandError> {
        self.require_line(&subject)?;
        let id = ids::judgement(&subject, period, self.env.author);
        if !self.programme.judgements().contains(id.as_str()) {
            self.put(&Judgement::new(id.clone(), subject, period));
        }
        self.write_fields(
            &id,
            &[
                JudgementEdit::Scale(scale),
                JudgementEdit::Text(text),
                JudgementEdit::Author(self.env.author.person.clone()),
                JudgementEdit::Date(Some(self.env.today)),
            ],
        )
    }

    pub fn add_duty(&mut self, id: &NodeId, fields: &[ReportDutyEdit]) -> Result<(), CommandError> {
        self.fresh(id)?;
        self.write_fields(id, fields)
    }

    pub fn delete_duty(&mut self, id: &NodeId) -> Result<(), CommandError> {
        existing(self.programme.duties(), id)?;
        self.delete_with_belongings(id);
        Ok(())
    }

    pub fn mark_received(
        &mut self,
        duty: NodeId,
        body: NodeId,
        period: Period,
        state: Option<ReceivedState>,
    ) -> Result<(), CommandError> {
        existing(self.programme.duties(), &duty)?;
        existing(self.programme.bodies(), &body)?;
        let id = ids::received(&duty, &body, period);
        match state {
            Some(state) => self.put(&ReceivedMark { state, ..ReceivedMark::new(id, duty, body, period) }),
            None if self.programme.received().contains(id.as_str()) => self.draft.delete(&id),
            None => {}
        }
        Ok(())
    }

    pub fn ask_explanation(
        &mut self,
        id: &NodeId,
        from: String,
        to: NodeId,
        about: NodeId,
        due: Option<Date>,
    ) -> Result<(), CommandError> {
        self.fresh(id)?;
        existing(self.programme.bodies(), &to)?;
        self.require_line(&about)?;
        self.put(&ExplanationRequest::new(id.clone(), to, about));
        self.write_fields(id, &[ExplanationRequestEdit::From(from), ExplanationRequestEdit::Due(due)])
    }
}
