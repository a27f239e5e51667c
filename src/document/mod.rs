//! A generic replicated document: nodes of fields, each field a multi-value register. No word of the domain in it.
//!
//! Offices edit copies apart and join them in any order to one result; what two people changed at the same time stays
//! visible as a conflict. `README` of the rules: `ARCHITECTURE.md`, "Document".

mod change;
mod diff;
mod id;
mod join;
mod moment;
mod node;
mod place;
mod register;
mod reverse;
mod scope;
mod sort;
mod sorted;
mod store;
mod value;

pub use change::{Author, Change, Draft, Made, NodeWrite};
pub use diff::{Difference, FieldDiff, NodeDiff};
pub use id::{ActorId, FieldName, NodeId, Stamp, Timestamp};
pub use join::{JoinError, Joined, KindsDisagree};
pub use moment::Moment;
pub use node::{Cause, Conflict, Node, Old, Past};
pub use place::{key_between, keys_between};
pub use register::{Context, Dot, Register};
pub use reverse::{Kept, KeptBecause, Reversal};
pub use scope::Scope;
pub use sort::{sort, sort_by, sort_once};
pub use sorted::SortedMap;
pub use store::{CommitError, Document};
pub use value::Value;

/// The field that marks a deleted node (`true`); cleared when it is restored.
pub const DELETED: &str = "deleted";
/// The one register that says where a node stands: `[parent, key]`. Parent and order are never two registers: their
/// join would be a place nobody chose.
pub const PLACE: &str = "place";
