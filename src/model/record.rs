//! What records share.

use crate::document::NodeId;

/// Where a section, an item or a measure stands: below its parent, in the order of the keys (then of the ids).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub parent: NodeId,
    pub key: String,
}
