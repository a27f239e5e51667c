//! The page of files: export, import with a preview, restore points.

use leptos::prelude::*;

use crate::i18n::messages::Data;
use crate::ui::words;

pub fn data() -> AnyView {
    view! { <div class="page-heading"><h1 class="page-title">{words(&Data::Title)}</h1></div> }.into_any()
}
