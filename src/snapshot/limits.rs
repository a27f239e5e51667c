//! What a file may cost: checked before and while it is parsed, never after.

/// The longest text that is parsed, in bytes.
pub const MAX_BYTES: usize = 24 << 20;
/// The most nodes a file may hold (12,000 can be edited; more can still be read).
pub const MAX_NODES: usize = 60_000;
/// The most values of any sort in one file: tiny ones would cost far more memory than text.
pub(super) const MAX_VALUES: usize = 2_000_000;
/// How deep values may nest. The format needs 6 of them.
pub(super) const MAX_DEPTH: usize = 32;
/// The longest name of a node, a writer or a field, in bytes. Generous: some ids hold a person's name.
pub(super) const MAX_NAME: usize = 1_000;
/// A reader reports this many findings of one file and then stops.
pub(super) const MAX_FINDINGS: usize = 100;
/// An old text longer than this many bytes is left out of an exported file: its change and time stay.
pub const OLD_TEXT: usize = 400;
