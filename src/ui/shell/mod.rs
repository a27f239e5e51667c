//! The frame of every page: navigation, top bar, the state of saving, bars and toasts.

mod as_of;
mod bars;
mod key_list;
pub(super) mod keys;
mod looking_back;
mod navigation;
mod palette;
mod places;
mod save_state;
mod toasts;
mod topbar;

pub use bars::bars;
pub use keys::Overlays;
pub use navigation::to_choose;
pub use save_state::saved;
pub use topbar::tools;

use leptos::prelude::*;

use crate::app::use_session;
use crate::document::NodeId;
use crate::i18n::messages::Shell;
use crate::ui::actions::{after_redraw, focus_content};
use crate::ui::{PageKind, parts, shown_page, words};

/// What stands over the page: toasts, the palette, the list of keys.
pub fn overlays() -> AnyView {
    let overlays = expect_context::<Overlays>();
    view! {
        {toasts::toasts()}
        {palette::palette(overlays.palette, overlays.keys)}
        {key_list::key_list(overlays.keys)}
    }
    .into_any()
}

fn is_focus_nowhere() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

/// The frame around the page of the address.
pub fn shell(page: fn() -> AnyView) -> AnyView {
    let is_menu_open = RwSignal::new(false);
    let place = shown_page();
    let record = topbar::shown_record(use_session());
    // A page that was gone to is read from its start: the focus goes to its content, as it would on a new page. A page that only
    // tells of another record keeps the focus where it can.
    Effect::new(move |before: Option<(PageKind, Option<NodeId>)>| {
        let now = (place.get(), record.get());
        if let Some(before) = before.filter(|before| *before != now) {
            is_menu_open.set(false);
            let is_other = before.0 != now.0;
            after_redraw(move || {
                if is_other || is_focus_nowhere() {
                    focus_content();
                }
            });
        }
        now
    });
    topbar::follow_title(record);
    let content_class = move || match place.get() {
        PageKind::Outline | PageKind::Assignments | PageKind::Report | PageKind::Import | PageKind::Leader => {
            "content is-fill"
        }
        PageKind::Indicators => "content is-wide",
        _ => "content",
    };
    view! {
        <a class="skip-link" href="#content" on:click=|event| { event.prevent_default(); focus_content(); }>
            {words(&Shell::SkipToContent)}
        </a>
        <div
            class="app-shell" class:is-menu-open=is_menu_open
            class:is-full=move || place.get() == PageKind::Leader
        >
            {navigation::sidebar(is_menu_open)}
            <div class="workspace">
                {parts::bars()}
                {topbar::topbar(is_menu_open, record)}
                <main class=content_class id="content" tabindex="-1">{page()}</main>
            </div>
        </div>
        {navigation::bottom_tabs()}
        {parts::overlays()}
    }
    .into_any()
}
