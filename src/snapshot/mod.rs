//! The snapshot: one readable JSON file that holds a programme, or a part of it for one body.
//!
//! `write(read(text)) == text` for every text that `write` made. The form is described in `ARCHITECTURE.md`, "Snapshot".

mod bundle;
mod finding;
mod intake;
mod json;
mod limits;
mod link;
mod package;
mod read;
mod read_node;
mod schema;
mod stamp;
mod text;
mod write;

use sha2::{Digest, Sha256};

use crate::document::{Document, Timestamp};

pub use bundle::{bundle, unbundle};
pub use finding::{Code, Expected, Finding, Place, Severity};
pub use intake::{Changes, DryRun, NearlyEmpty, Tally, Writer, check_replacement, dry_run, live_nodes, replacement};
pub use limits::{MAX_BYTES, MAX_NODES, OLD_TEXT};
pub use link::{MAX_LINK, decode_link, encode_link};
pub use package::package;
pub use read::{read, read_bytes};
pub use schema::schema;
pub use write::{write, write_nodes, write_part};

/// The form of the file. A newer one is refused: its rules of merging may differ.
pub const FORMAT: i64 = 1;
/// The fields this version knows. It grows by addition only: a file with a newer one is taken in, and what is not
/// understood is kept and written again.
pub const SCHEMA: i64 = 1;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    pub document: Document,
    /// Warnings; a file with errors gives no snapshot.
    pub warnings: Vec<Finding>,
}

/// A time as files write it.
pub fn time_text(at: Timestamp) -> String {
    let mut text = String::new();
    stamp::push_time(&mut text, at);
    text
}

/// SHA-256 of a text, in hexadecimal digits.
pub fn hash(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
