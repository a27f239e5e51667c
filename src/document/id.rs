//! Names of nodes, writers and fields; the logical time of a change.

use std::fmt;
use std::sync::Arc;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// A node: 12 random base-36 characters, or derived where a thing exists once by nature (`o.<measure>.<period>.<body>`).
    NodeId
}
text_id! {
    /// One writer in one session. Never reused: two writers under one actor would lose data without a sign.
    ActorId
}
text_id! {
    /// A field of a node. Names this version does not know are kept and written again.
    FieldName
}

/// Milliseconds since 1970-01-01 UTC by the writer's clock: a label for people, never a judge between writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// The logical time of a change: a Lamport count and its writer. Ordered by count, then by actor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    pub count: u64,
    pub actor: ActorId,
}

impl Stamp {
    /// Counts at or beyond 2^53 are refused: JSON readers elsewhere could no longer tell two of them apart.
    pub const LIMIT: u64 = 1 << 53;
}
