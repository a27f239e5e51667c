//! Settings: language, theme, the person's name; what is stored here, and clearing it.

use leptos::prelude::*;

use crate::i18n::messages::Shell;
use crate::ui::words;

pub fn settings() -> AnyView {
    view! { <div class="page-heading"><h1 class="page-title">{words(&Shell::SettingsPage)}</h1></div> }.into_any()
}
