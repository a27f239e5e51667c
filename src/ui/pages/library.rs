//! The library: all programmes of this machine.

use leptos::prelude::*;

use crate::i18n::messages::Library;
use crate::ui::words;

pub fn library() -> AnyView {
    view! { <div class="page-heading"><h1 class="page-title">{words(&Library::Title)}</h1></div> }.into_any()
}
