//! The app between the rules and the screens: the open programme, saving, the library, addresses, other tabs.

#[cfg(feature = "ui")]
mod address;
#[cfg(feature = "ui")]
mod answer;
mod as_of;
#[cfg(feature = "ui")]
mod browser;
#[cfg(feature = "ui")]
mod choices;
#[cfg(feature = "ui")]
mod issued;
#[cfg(feature = "ui")]
mod judging;
#[cfg(feature = "ui")]
mod late;
#[cfg(feature = "ui")]
mod library;
mod merge;
#[cfg(feature = "ui")]
mod records;
#[cfg(feature = "ui")]
mod restore;
mod route;
#[cfg(feature = "ui")]
mod saving;
#[cfg(feature = "ui")]
mod session;
#[cfg(feature = "ui")]
mod shelves;
#[cfg(feature = "ui")]
mod tabs;
#[cfg(feature = "ui")]
mod worker;

#[cfg(feature = "ui")]
pub use answer::{file_words, joined_name};
pub use as_of::AsOf;
#[cfg(feature = "ui")]
pub use browser::{clock_time, closest, day_of, new_node_id, now, today};
#[cfg(feature = "ui")]
pub use choices::{BODY, PERSON, Theme};
#[cfg(feature = "ui")]
pub use issued::Issued;
#[cfg(feature = "ui")]
pub use judging::{Judged, Look};
#[cfg(feature = "ui")]
pub use late::Late;
#[cfg(feature = "ui")]
pub use library::{Export, Preview};
pub use merge::merge_texts;
#[cfg(feature = "ui")]
pub use records::{arc_memo, pointer_memo};
#[cfg(feature = "ui")]
pub use restore::{Consent, ReplaceError};
pub use route::{Filters, Route, with_filter};
#[cfg(feature = "ui")]
pub use saving::{ReadOnly, SaveState, Trouble};
#[cfg(feature = "ui")]
pub use session::{DispatchError, Done, NewVersion, Session, Stage, Toast, ToastAction, Undone, use_session};
#[cfg(feature = "ui")]
pub use worker::MergeError;
