//! The programme: records, labels, commands and their reversal, what is to be reviewed.

#![expect(clippy::unwrap_used, reason = "tests")]

mod commands;
mod decisions;
mod duties;
mod figures;
mod full_text;
mod labels;
mod measures;
mod outline;
mod random;
mod review;
mod round_trip;
mod versions;
mod world;
