//! How measures are judged: a table of cases, the mistakes of real systems, properties, simulated years.

#![expect(clippy::unwrap_used, reason = "a malformed case must stop its test")]

mod case;
mod coverage;
mod growth;
mod mistakes;
mod programme;
mod properties;
mod rollup;
mod table;
mod words;
mod work;
