//! One indicator: its key figures, its chart, its figures, and why it stands as it does.

use leptos::prelude::*;

use crate::i18n::messages::Shell;
use crate::ui::words;

pub fn indicator() -> AnyView {
    view! { <div class="page-heading"><h1 class="page-title">{words(&Shell::Indicators)}</h1></div> }.into_any()
}
