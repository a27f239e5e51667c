//! One indicator: its key figures, its chart, its figures, and why it stands as it does.

mod figures;

use leptos::prelude::*;

use crate::app::{Route, arc_memo, use_session};
use crate::i18n::messages::Shell;
use crate::ui::words;

pub fn indicator() -> AnyView {
    let session = use_session();
    let id = Memo::new(move |_| {
        session.route.with(|route| match route {
            Route::Indicator(id) => id.clone(),
            _ => "".into(),
        })
    });
    let measure = arc_memo(session, move |programme| programme.measures().get(id.get().as_str()).cloned());
    view! {
        <div class="page-heading">
            <h1 class="page-title">{words(&Shell::Indicators)}</h1>
        </div>
        <section class="grid-section" aria-labelledby="figures-title">
            {figures::figures(measure)}
        </section>
    }
    .into_any()
}
