//! An address of no page: which one it was, and where to go from here.

use leptos::prelude::*;

use crate::app::{Route, use_session};
use crate::i18n::Message;
use crate::i18n::messages::Shell;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn unknown() -> AnyView {
    let session = use_session();
    let hint = move || {
        let address = session.route.with(Route::href);
        Shell::PageNotFoundHint { address }.text(session.language.get()).into_owned()
    };
    let way = |route: Route, sign: Icon, name: &dyn Message| {
        view! { <a class="button" href=route.href()>{icon(sign)} {words(name)}</a> }.into_any()
    };
    view! {
        <div class="empty-note">
            <h1 class="page-title">{words(&Shell::PageNotFound)}</h1>
            <p>{hint}</p>
            <p class="page-actions">
                {way(Route::Overview, Icon::LayoutDashboard, &Shell::Overview)}
                {way(Route::Outline { item: None }, Icon::ListTree, &Shell::Programme)}
                {way(Route::Library, Icon::FolderOpen, &Shell::Library)}
            </p>
        </div>
    }
    .into_any()
}
