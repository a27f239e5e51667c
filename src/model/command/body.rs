//! Bodies: made, merged, removed; their parts in items and measures.

use super::CommandError;
use super::plan::{Plan, existing};
use crate::document::NodeId;
use crate::model::{Body, BodyEdit, Date, Engagement, EngagementEdit, MeasureEdit, Role, ids};

impl Plan<'_, '_> {
    pub fn add_body(&mut self, id: &NodeId, fields: &[BodyEdit]) -> Result<(), CommandError> {
        self.fresh(id)?;
        fields.iter().try_for_each(|edit| self.check_body_edit(id, edit))?;
        self.write_fields(id, fields)
    }

    pub fn merge_body(&mut self, body: &NodeId, into: NodeId, on: Date) -> Result<(), CommandError> {
        existing(self.programme.bodies(), body)?;
        let edit = BodyEdit::Successor(Some((into, on)));
        self.check_body_edit(body, &edit)?;
        self.write_fields(body, &[edit])
    }

    /// Bodies neither stand below nor follow themselves, not through others either.
    pub fn check_body_edit(&self, id: &NodeId, edit: &BodyEdit) -> Result<(), CommandError> {
        match edit {
            BodyEdit::Parent(Some(parent)) => self.check_ring(id, parent, |body| body.parent.as_ref()),
            BodyEdit::Successor(Some((into, _))) => {
                self.check_ring(id, into, |body| body.successor.as_ref().map(|(body, _)| body))
            }
            _ => Ok(()),
        }
    }

    fn check_ring(
        &self,
        id: &NodeId,
        target: &NodeId,
        next: impl Fn(&Body) -> Option<&NodeId>,
    ) -> Result<(), CommandError> {
        let bodies = self.programme.bodies();
        existing(bodies, target)?;
        let mut reached = Some(target);
        // A ring that came from elsewhere ends with the count of bodies.
        for _ in 0..=bodies.len() {
            match reached {
                Some(body) if body == id => return Err(CommandError::BodyRing(id.clone())),
                Some(body) => reached = bodies.get(body.as_str()).and_then(|body| next(body)),
                None => break,
            }
        }
        Ok(())
    }

    pub fn delete_body(&mut self, id: &NodeId) -> Result<(), CommandError> {
        let programme = self.programme;
        existing(programme.bodies(), id)?;
        let figures = programme.observations().of(id.as_str()).count();
        if figures > 0 {
            return Err(CommandError::BodyHasFigures { body: id.clone(), figures });
        }
        self.delete_with_belongings(id);
        for child in programme.bodies().of(id.as_str()) {
            self.write_fields(&child.id, &[BodyEdit::Parent(None)])?;
        }
        for body in programme.bodies().iter().filter(|body| body.successor.as_ref().is_some_and(|(it, _)| it == id)) {
            self.write_fields(&body.id, &[BodyEdit::Successor(None)])?;
        }
        for measure in programme.measures().iter().filter(|measure| measure.owner.as_ref() == Some(id)) {
            self.write_fields(&measure.id, &[MeasureEdit::Owner(None)])?;
        }
        Ok(())
    }

    pub fn engage(
        &mut self,
        subject: &NodeId,
        body: &NodeId,
        role: Role,
        fields: &[EngagementEdit],
    ) -> Result<(), CommandError> {
        self.assign(subject, body, Some(role), &[])?;
        self.write_fields(&ids::engagement(subject, body, role), fields)
    }

    pub fn assign(
        &mut self,
        subject: &NodeId,
        body: &NodeId,
        role: Option<Role>,
        instead_of: &[NodeId],
    ) -> Result<(), CommandError> {
        let programme = self.programme;
        self.require_line(subject)?;
        existing(programme.bodies(), body)?;
        let mut before: Vec<&Engagement> =
            programme.engagements_of(subject.as_str()).map(AsRef::as_ref).filter(|part| part.body == *body).collect();
        for id in instead_of {
            let part = existing(programme.engagements(), id)?;
            if part.subject != *subject {
                return Err(CommandError::Missing(id.clone()));
            }
            if part.body != *body {
                before.push(part);
            }
        }
        let next = role.map(|role| (ids::engagement(subject, body, role), role));
        for part in before.iter().filter(|part| next.as_ref().is_none_or(|(id, _)| part.id != *id)) {
            self.draft.delete(&part.id);
        }
        if let Some((id, role)) = next
            && !programme.engagements().contains(id.as_str())
        {
            // The part goes on under another role, or with another body.
            let fresh = || Engagement::new(id.clone(), subject.clone(), body.clone());
            let part = before.first().map_or_else(fresh, |part| (*part).clone());
            self.put(&Engagement { id, body: body.clone(), role, ..part });
        }
        Ok(())
    }
}
