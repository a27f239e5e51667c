//! The first slide: how all stand, how many bear each mark, what changed since the quarter before.

use std::sync::Arc;

use leptos::prelude::*;

use super::Deck;
use super::summary::Summary;
use crate::app::Route;
use crate::evaluate::Shift;
use crate::i18n::messages::{Leader, Overview};
use crate::i18n::{Language, Message};
use crate::ui::actions::print;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

pub(super) fn opening(deck: Deck, summary: Memo<Arc<Summary>>) -> AnyView {
    let session = deck.session;
    let content = move || summary.with(|summary| content(deck, summary, session.language.get()));
    view! { <article class="leader-slide is-opening" aria-labelledby="leader-title">{content}</article> }.into_any()
}

fn content(deck: Deck, summary: &Summary, language: Language) -> AnyView {
    let (done, all) = (summary.measures.fulfilled, summary.measures.total);
    let share = |count: usize, name: Leader| {
        let name = name.text(language).into_owned();
        view! { <p><b>{count}<small>{format!("/{all}")}</small></b> {name}</p> }.into_any()
    };
    let counts: Vec<AnyView> =
        Status::ALL.map(|status| count(deck, status, status.count(&summary.measures), language)).into_iter().collect();
    let shifts: Vec<AnyView> = summary
        .shifts(language)
        .into_iter()
        .map(|(shift, count, names)| {
            let sign = if shift == Shift::Worse { Icon::ArrowDown } else { Icon::ArrowUp };
            let names: Vec<AnyView> = names.into_iter().map(|name| view! { <li>{name}</li> }.into_any()).collect();
            view! { <section><h3>{icon(sign)} {count}</h3><ul>{names}</ul></section> }.into_any()
        })
        .collect();
    let unchanged = (shifts.is_empty() && summary.before.is_some())
        .then(|| view! { <p>{Leader::Unchanged.text(language).into_owned()}</p> });
    let link = |route: Route, name: &Leader| {
        view! { <a class="leader-link" href=route.href()>{words(name)} {icon(Icon::ArrowRight)}</a> }.into_any()
    };
    view! {
        <header class="leader-title">
            <h1 id="leader-title">{summary.headline(language)}</h1>
        </header>
        {(all > 0).then(|| view! {
            <div class="leader-shares">
                {share(done, Leader::Fulfilled)}
                {share(summary.measures.with_figures, Leader::WithFigures)}
                {share(summary.measures.exceptions(), Leader::ToDecide)}
            </div>
            <div>
                <ul class="leader-counts" aria-label=words(&Overview::Counts)>{counts}</ul>
                <p class="leader-numbered">{summary.numbered(language)}</p>
            </div>
            <div class="leader-shifts">
                <h2>{summary.since(language)}</h2>
                {unchanged}
                {shifts}
            </div>
        }.into_any())}
        <p class="leader-links">
            {(all > 0).then(|| link(deck.route(1), &Leader::Begin))}
            {link(Route::Overview, &Leader::OpenOverview)}
            <button class="text-button" on:click=|_| print()>{words(&Leader::PrintPage)}</button>
        </p>
    }
    .into_any()
}

/// How many bear a mark: a link to the first of them.
fn count(deck: Deck, status: Status, count: usize, language: Language) -> AnyView {
    let href = deck.first_of(status).map(|place| deck.route(place).href());
    let name = status.name(language);
    view! {
        <li>
            <a data-status=status.as_str() href=href>
                <span class="leader-count">{status_mark(status)} <b>{count}</b></span>
                <span class="leader-count-name">{name}</span>
            </a>
        </li>
    }
    .into_any()
}
