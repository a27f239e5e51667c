//! What is kept on this machine, so that a stop, a full store or a second tab at any moment loses nothing.
//!
//! A programme is 64 segments under fresh keys and two manifests; a save writes the segments that changed, then the
//! older manifest. The newest manifest that holds, with all its segments, is the state. There is no pointer and no
//! index to tear: the library is what the manifests found say.

#[cfg(feature = "ui")]
mod indexed;
mod key_value;
mod library;
#[cfg(feature = "ui")]
mod local;
mod manifest;
mod memory;
mod preferences;
mod programme;
mod ring;
mod segments;
mod undo;

#[cfg(feature = "ui")]
pub use indexed::Ring;
pub use key_value::{KeyValue, StorageError};
pub use library::{Shelf, ShelfState, Space};
#[cfg(feature = "ui")]
pub use local::{Backend, LocalStore};
pub use manifest::{About, STORAGE_VERSION};
pub use memory::MemoryStore;
pub use preferences::Preferences;
pub use programme::{Loaded, MAX_NODES, MAX_UNITS, ProgrammeStore};
pub use ring::{Point, PointReason, RING_LEN, VerifiedPoint, is_copy_due, newest_lost, surplus};
pub use segments::{LoadError, SEGMENTS, SaveError, Saved, segment_of};
pub use undo::{Step, UndoList};
