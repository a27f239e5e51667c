//! Versions: the programme issued as it stands.

use super::CommandError;
use super::plan::Plan;
use crate::document::NodeId;
use crate::model::{Date, Version};

impl Plan<'_, '_> {
    pub fn issue(&mut self, id: NodeId, number: &str, date: Date, note: &str) -> Result<(), CommandError> {
        self.fresh(&id)?;
        let seen = self.programme.document().moment();
        let author = self.env.author.person.clone();
        let (number, note) = (number.trim().to_owned(), note.trim().to_owned());
        self.put(&Version { number, date: Some(date), note, author, ..Version::new(id, seen) });
        Ok(())
    }
}
