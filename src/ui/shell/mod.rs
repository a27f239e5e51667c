//! The frame of every page: navigation, top bar, the state of saving, bars and toasts.

mod bars;
pub(super) mod keys;
mod navigation;
mod save_state;
mod toasts;
mod topbar;

pub use bars::bars;

use leptos::prelude::*;

use crate::app::use_session;
use crate::i18n::messages::Shell;
use crate::ui::actions::focus_content;
use crate::ui::{PageKind, words};

/// The frame around the page of the address.
pub fn shell(page: fn() -> AnyView) -> AnyView {
    let session = use_session();
    let is_menu_open = RwSignal::new(false);
    let place = Memo::new(move |_| session.route.with(PageKind::of));
    // A page that was gone to is read from its start: the focus goes to its content, as it would on a new page.
    Effect::new(move |before: Option<PageKind>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            is_menu_open.set(false);
            focus_content();
        }
        now
    });
    topbar::follow_title(session);
    keys::listen(session);
    let content_class = move || match place.get() {
        PageKind::Outline | PageKind::Assignments => "content is-fill",
        PageKind::Indicators => "content is-wide",
        _ => "content",
    };
    view! {
        <a class="skip-link" href="#content" on:click=|event| { event.prevent_default(); focus_content(); }>
            {words(&Shell::SkipToContent)}
        </a>
        <div class="app-shell" class:is-menu-open=is_menu_open>
            {navigation::sidebar(is_menu_open)}
            <div class="workspace">
                {bars()}
                {topbar::topbar(is_menu_open)}
                <main class=content_class id="content" tabindex="-1">{page()}</main>
            </div>
        </div>
        {navigation::bottom_tabs()}
        {toasts::toasts()}
    }
    .into_any()
}
