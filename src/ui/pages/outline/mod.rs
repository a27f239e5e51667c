//! The programme (Chương trình): the outline to read, to search, and to edit in place.

use leptos::prelude::*;

use crate::i18n::messages::Shell;
use crate::ui::words;

pub fn outline() -> AnyView {
    view! { <div class="page-heading"><h1 class="page-title">{words(&Shell::Programme)}</h1></div> }.into_any()
}
