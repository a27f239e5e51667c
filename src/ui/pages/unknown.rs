//! An address of no page.

use leptos::prelude::*;

use crate::i18n::messages::Shell;
use crate::ui::words;

pub fn unknown() -> AnyView {
    view! { <div class="page-heading"><h1 class="page-title">{words(&Shell::PageNotFound)}</h1></div> }.into_any()
}
