//! The frame of every page: navigation, top bar, the state of saving, bars and toasts.

use leptos::prelude::*;

use crate::app::Route;
use crate::i18n::messages::Shell;
use crate::ui::words;

/// The frame around the page of the address.
pub fn shell(page: fn() -> AnyView) -> AnyView {
    let link = |route: Route, name: Shell| view! { <li><a href=route.href()><span>{words(&name)}</span></a></li> };
    view! {
        <a class="skip-link" href="#content">{words(&Shell::SkipToContent)}</a>
        <div class="app-shell">
            <nav class="sidebar" aria-label=words(&Shell::MainNavigation)><div class="sidebar-column">
                <ul class="nav-list">
                    {link(Route::Outline { item: None }, Shell::Programme)}
                    {link(Route::Indicators(std::collections::BTreeMap::new()), Shell::Indicators)}
                    {link(Route::Data, Shell::ImportExport)}
                    {link(Route::Library, Shell::Library)}
                    {link(Route::Settings, Shell::SettingsPage)}
                </ul>
            </div></nav>
            <div class="workspace">
                <main class="content" id="content" tabindex="-1">{page()}</main>
            </div>
        </div>
    }
    .into_any()
}
