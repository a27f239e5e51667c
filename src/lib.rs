//! Tiến Độ: annual work programmes as something people steer by. `ARCHITECTURE.md` is the map.

pub mod app;
pub mod charts;

pub mod document;
pub mod documents;
pub mod env;
pub mod evaluate;
pub mod i18n;
pub mod model;
pub mod sample;
pub mod snapshot;
pub mod storage;
#[cfg(feature = "ui")]
pub mod ui;
