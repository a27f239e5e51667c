//! The last issued version of the open programme, and the programme as it was then: what everything is compared with.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use super::late::Late;
use crate::document::NodeId;
use crate::model::{Amendment, Programme, Version};

#[derive(Debug)]
pub struct Issued {
    pub version: Arc<Version>,
    pub then: Programme,
    /// Writers that were known: what a merge brings may belong to the version too.
    writers: usize,
}

/// [`Issued::of`], which arrives late.
pub(super) type ReadIssued = fn(&Programme, Option<&Arc<Issued>>) -> Option<Arc<Issued>>;

impl Issued {
    /// Read anew only when another version is the last one, or others have joined.
    pub(super) fn of(programme: &Programme, before: Option<&Arc<Self>>) -> Option<Arc<Self>> {
        let version = programme.last_version()?;
        let writers = programme.document().authors().count();
        let same = before.filter(|before| Arc::ptr_eq(&before.version, version) && before.writers == writers);
        Some(same.cloned().unwrap_or_else(|| {
            Arc::new(Self { version: version.clone(), then: programme.as_issued(version), writers })
        }))
    }
}

/// Kept up to date; nothing before what writes has arrived, or while no version was issued.
pub(super) fn issued(programme: RwSignal<Programme>, late: RwSignal<Option<Late>>) -> Memo<Option<Arc<Issued>>> {
    Memo::new_with_compare(
        move |before: Option<&Option<Arc<Issued>>>| {
            let late = late.get()?;
            programme.with(|programme| (late.issued)(programme, before.and_then(Option::as_ref)))
        },
        |old, new| match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
            (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
            (None, None) => false,
            _ => true,
        },
    )
}

impl Session {
    /// How a line differs from the last issued version.
    pub fn amendments(self, line: &NodeId) -> Vec<Amendment> {
        self.issued.with(|issued| {
            let Some(issued) = issued else { return Vec::new() };
            self.programme.with(|programme| programme.compared(&issued.then, &issued.version).line(line.as_str()))
        })
    }
}
