//! What is done on a page beside its main thing: in a row where there is room, on phones behind one button.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::i18n::messages::Shell;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// The buttons, and the one that shows them on a phone. The browser opens the list, closes it on Escape or a press
/// elsewhere, and moves the focus back; where there is room it is no list, and its buttons stand in the row.
pub fn more_actions(id: &'static str, actions: AnyView) -> (AnyView, AnyView) {
    let close = |event: web_sys::MouseEvent| {
        if let Some(list) = event.current_target().and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = list.hide_popover();
        }
    };
    let list = view! { <div id=id class="more-actions" popover="auto" on:click=close>{actions}</div> };
    let button = view! {
        <button class="button more-button" type="button" popovertarget=id aria-label=words(&Shell::MoreActions)>
            {icon(Icon::Ellipsis)}
        </button>
    };
    (list.into_any(), button.into_any())
}
