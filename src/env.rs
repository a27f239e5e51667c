//! What the world outside gives to pure code: the time, new ids, who writes. Nothing left of `app` reads them itself.

use crate::document::{Author, NodeId, Timestamp};
use crate::model::Date;

/// The environment of one command.
pub struct Env<'a> {
    pub now: Timestamp,
    /// The person's own day (no time zone is stored).
    pub today: Date,
    pub author: &'a Author,
    /// Makes a fresh id: 12 random base-36 characters.
    pub new_id: &'a mut dyn FnMut() -> NodeId,
}
