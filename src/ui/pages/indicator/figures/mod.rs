//! The grid of a measure's figures.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Measure;

/// What belongs into the section of figures, its heading (`#figures-title`) included.
pub fn figures(measure: Memo<Option<Arc<Measure>>>) -> AnyView {
    let _ = measure;
    ().into_any()
}
