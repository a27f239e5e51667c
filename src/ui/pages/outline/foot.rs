//! What stands below the document: a new section, and the keys.

use leptos::prelude::*;

use super::drag::drag;
use super::paper::paper;
use super::state::Page;
use crate::i18n::messages::Outline;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn foot(page: Page) -> AnyView {
    let below = move || page.is_editable().then(|| writing(page));
    view! { {below} {paper(page)} {drag(page)} }.into_any()
}

fn writing(page: Page) -> AnyView {
    let hint = |keys: &'static [&'static str], name: Outline| {
        let keys: Vec<AnyView> = keys.iter().map(|key| view! { <kbd>{*key}</kbd> }.into_any()).collect();
        view! { <li><span>{keys}</span>{words(&name)}</li> }.into_any()
    };
    view! {
        <div class="document-foot">
            <button class="button is-quiet" on:click=move |_| page.add_section()>
                {icon(Icon::Plus)}{words(&Outline::AddSection)}
            </button>
            <ul class="key-hints">
                {hint(&["F2"], Outline::HintEdit)}
                {hint(&["Enter"], Outline::HintNewItem)}
                {hint(&["Tab"], Outline::HintIndent)}
                {hint(&["Alt", "↑", "↓"], Outline::HintMove)}
            </ul>
        </div>
    }
    .into_any()
}
