//! How measures are judged: a table of cases, the mistakes of real systems, properties, simulated years.

mod case;
mod mistakes;
mod table;
