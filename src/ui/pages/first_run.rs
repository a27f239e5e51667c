//! The first page: what a person sees before any programme exists.

use leptos::prelude::*;

use crate::app::use_session;
use crate::i18n::messages::FirstRun;
use crate::ui::words;

pub fn first_run() -> AnyView {
    let session = use_session();
    let open_sample = move |_| {
        leptos::task::spawn_local(async move {
            let _ = session.open_sample().await;
        });
    };
    view! {
        <div class="first-run"><main class="first-run-main" id="content">
            <h1 class="headline">{words(&FirstRun::Headline)}</h1>
            <button class="button" on:click=open_sample>{words(&FirstRun::OpenSample)}</button>
        </main></div>
    }
    .into_any()
}
