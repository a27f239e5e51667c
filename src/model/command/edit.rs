//! Field by field: a new value for a field of a record, checked against its range.

use super::CommandError;
use super::plan::{Plan, existing};
use crate::document::{NodeId, Value};
use crate::model::table::{Filed, Table};
use crate::model::{
    BodyEdit, EngagementEdit, ExplanationRequestEdit, FieldEdit, HeadEdit, ItemEdit, JudgementEdit, MeasureEdit,
    ReportDutyEdit, SectionEdit, UpdateEdit, ids,
};

/// A new value for one field of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Head(HeadEdit),
    Section(NodeId, SectionEdit),
    Item(NodeId, ItemEdit),
    Measure(NodeId, MeasureEdit),
    Body(NodeId, BodyEdit),
    Engagement(NodeId, EngagementEdit),
    Update(NodeId, UpdateEdit),
    Judgement(NodeId, JudgementEdit),
    Duty(NodeId, ReportDutyEdit),
    Request(NodeId, ExplanationRequestEdit),
}

impl Plan<'_, '_> {
    pub fn edit(&mut self, edit: &Edit) -> Result<(), CommandError> {
        let programme = self.programme;
        match edit {
            Edit::Head(edit) => self.write_fields(&ids::root(), std::slice::from_ref(edit)),
            Edit::Section(id, edit) => self.edit_in(programme.sections(), id, edit),
            Edit::Item(id, edit) => self.edit_in(programme.items(), id, edit),
            Edit::Measure(id, edit) => self.edit_in(programme.measures(), id, edit),
            Edit::Body(id, edit) => {
                self.check_body_edit(id, edit)?;
                self.edit_in(programme.bodies(), id, edit)
            }
            Edit::Engagement(id, edit) => self.edit_in(programme.engagements(), id, edit),
            Edit::Update(id, edit) => self.edit_in(programme.updates(), id, edit),
            Edit::Judgement(id, edit) => self.edit_in(programme.judgements(), id, edit),
            Edit::Duty(id, edit) => self.edit_in(programme.duties(), id, edit),
            Edit::Request(id, edit) => self.edit_in(programme.requests(), id, edit),
        }
    }

    fn edit_in<E>(&mut self, table: &Table<E::Record>, id: &NodeId, edit: &E) -> Result<(), CommandError>
    where
        E: FieldEdit<Record: Filed>,
    {
        existing(table, id)?;
        self.write_fields(id, std::slice::from_ref(edit))
    }

    /// Writes fields of a record, new or not.
    pub fn write_fields<E: FieldEdit>(&mut self, id: &NodeId, edits: &[E]) -> Result<(), CommandError> {
        for edit in edits {
            let (field, value) = (edit.field(), edit.value());
            check_range(field, &value)?;
            self.set::<E::Record>(id, field, value);
        }
        Ok(())
    }
}

/// Numbers that have a range by their nature. A field's name means the same in every record.
fn check_range(field: &'static str, value: &Value) -> Result<(), CommandError> {
    let (from, to) = match field {
        "percent" => (0, 100),
        "scale" => (1, 5),
        "day" => (1, 31),
        "first-year" | "last-year" => (1, 9999),
        // What an exact decimal can hold.
        "decimals" => (0, 28),
        _ => return Ok(()),
    };
    match value.as_int() {
        Some(value) if !(from..=to).contains(&value) => Err(CommandError::OutOfRange { field, value, from, to }),
        _ => Ok(()),
    }
}
