//! An address of no page.

use leptos::prelude::*;

use crate::i18n::messages::Shell;
use crate::ui::words;

pub fn unknown() -> AnyView {
    view! {
        <div class="empty-note">
            <h1 class="page-title">{words(&Shell::PageNotFound)}</h1>
            <a class="button" href="#/">{words(&Shell::Programme)}</a>
        </div>
    }
    .into_any()
}
