//! What the screens say, one enum a screen area. To add a message, add one line to its area.

mod assignments;
mod command_line;
mod data;
mod indicators;
mod outline;
mod saving;
mod settings;
mod shell;
mod start;
mod why;

pub use assignments::{Assignments, Bodies};
pub use command_line::CommandLine;
pub use data::Data;
pub use indicators::{Chart, Figures, Indicator, Indicators};
pub use outline::Outline;
pub use saving::{SaveFailure, Saving, Update};
pub use settings::Settings;
pub use shell::{Shell, When};
pub use start::{FirstRun, Library};
pub use why::Why;
