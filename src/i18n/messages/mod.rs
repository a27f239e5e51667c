//! What the screens say, one enum a screen area. To add a message, add one line to its area.

mod assignments;
mod choosing;
mod command_line;
mod data;
mod entering;
mod import;
mod indicators;
mod issuing;
mod leader;
mod measure;
mod outline;
mod overview;
mod palette;
mod report;
mod reports;
mod saving;
mod settings;
mod shell;
mod standing;
mod start;
mod why;

pub use assignments::{Assignments, Bodies};
pub use choosing::Choosing;
pub use command_line::CommandLine;
pub use data::{Data, Field};
pub use entering::{Entering, Pasting};
pub use import::Import;
pub use indicators::{Chart, Figures, Indicator, Indicators};
pub use issuing::Issuing;
pub use leader::Leader;
pub use measure::Editing;
pub use outline::Outline;
pub use overview::Overview;
pub use palette::Palette;
pub use report::Report;
pub use reports::Reports;
pub use saving::{SaveFailure, Saving, Update};
pub use settings::Settings;
pub use shell::{Shell, When};
pub use standing::Standing;
pub use start::{Begin, FirstRun, Library};
pub use why::Why;

/// English: `1 cell`, `2 cells`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
