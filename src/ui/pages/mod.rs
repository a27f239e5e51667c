//! The pages, one module each: `fn page() -> AnyView`, called inside the session's component tree.

mod assignments;
mod begin;
mod conflicts;
mod data;
mod fields;
mod first_run;
mod handed;
mod import;
mod indicator;
mod indicators;
mod leader;
mod library;
mod more;
mod new_measure;
mod outline;
mod overview;
mod report;
pub mod settings;
mod unknown;
mod unwritten;
mod versions;

pub use assignments::{assignments, body_work};
pub use begin::begin;
pub use conflicts::conflicts;
pub use data::data;
pub use first_run::first_run;
pub use import::import;
pub use indicator::indicator;
pub use indicators::indicators;
pub use leader::leader;
pub use library::library;
pub use outline::{Pen, is_focus_awaited, keep_rows, of_year, outline};
pub use overview::overview;
pub use report::report;
pub use settings::settings;
pub use unknown::unknown;
pub use versions::versions;

/// What was typed or read on some page and waits there to be written.
fn forget_unwritten() {
    unwritten::forget();
    import::forget_left();
    drop(handed::take());
}
