//! The list of indicators (Chỉ tiêu): find, filter by verdict, open one.

use leptos::prelude::*;

use crate::i18n::messages::Shell;
use crate::ui::words;

pub fn indicators() -> AnyView {
    view! { <div class="page-heading"><h1 class="page-title">{words(&Shell::Indicators)}</h1></div> }.into_any()
}
