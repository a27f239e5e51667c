//! Search and filters of the matrix; what is said when nothing matches.

use leptos::prelude::*;

use super::sheet::{ALL, BODIES, LEAD, NONE, SEARCH, SECTION};
use super::{Matrix, focus_field, option};
use crate::app::{Filters, Route};
use crate::i18n::Message;
use crate::i18n::messages::{Assignments, Indicators, Shell};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::shell::keys::is_typing;
use crate::ui::words;

const SEARCH_FIELD: &str = "assignment-search";

pub(super) fn tools(matrix: Matrix) -> AnyView {
    focus_by_key();
    let is_unled = move || matrix.filters.with(|filters| filters.contains_key(LEAD));
    let toggle = move |_| matrix.set(LEAD, if untrack(is_unled) { "" } else { NONE });
    view! {
        <div class="table-tools" role="search">
            <div class="search-field">
                {icon(Icon::Search)}
                <input
                    id=SEARCH_FIELD class="input" type="search" placeholder=words(&Shell::SearchHint)
                    aria-label=words(&Assignments::Search) prop:value=move || matrix.filter(SEARCH)
                    on:input=move |event| matrix.set(SEARCH, &event_target_value(&event))
                />
                <kbd aria-hidden="true">"/"</kbd>
            </div>
            {select(matrix, SECTION, &Assignments::SectionFilter)}
            {select(matrix, BODIES, &Assignments::BodyFilter)}
            <div class="status-filter">
                <button aria-pressed=move || is_unled().to_string() on:click=toggle>
                    {words(&Assignments::OnlyUnled)} " " <b>{move || matrix.sheet.with(|sheet| sheet.unled)}</b>
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// `/` goes to the search.
fn focus_by_key() {
    let handle = window_event_listener(leptos::ev::keydown, |event| {
        let is_slash = event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if is_slash && !event.default_prevented() && !is_typing(&event) {
            event.prevent_default();
            focus_field(SEARCH_FIELD);
        }
    });
    on_cleanup(move || handle.remove());
}

/// One choice; the address holds it.
fn select(matrix: Matrix, filter: &'static str, label: &Assignments) -> AnyView {
    let options = move || {
        let language = matrix.session.language.get();
        let chosen = matrix.filter(filter);
        let fixed = |value: &str, name: &Assignments| option(value, name.text(language).into_owned(), &chosen);
        if filter == BODIES {
            return vec![fixed("", &Assignments::BodiesInUse), fixed(ALL, &Assignments::AllBodies)];
        }
        let mut options = vec![fixed("", &Assignments::MainWork), fixed(ALL, &Assignments::AllWork)];
        matrix.session.programme.with(|programme| {
            for section in programme.sections_in_order() {
                let name = format!("{} {}", programme.label(section.id.as_str()).dotted(), section.title);
                options.push(option(section.id.as_str(), name, &chosen));
            }
        });
        options
    };
    view! {
        <select
            class="select" aria-label=words(label)
            on:change=move |event| matrix.set(filter, &event_target_value(&event))
        >
            {options}
        </select>
    }
    .into_any()
}

/// Nothing is left: which filters hide the rows, and the way out.
pub(super) fn no_match(matrix: Matrix) -> AnyView {
    let sentence = move || {
        let language = matrix.session.language.get();
        let section = matrix
            .session
            .programme
            .with(|programme| programme.sections().get(&matrix.filter(SECTION)).map(|section| section.title.clone()));
        let is_unled = matrix.filters.with(|filters| filters.contains_key(LEAD));
        let unled = is_unled.then(|| Assignments::OnlyUnled.text(language).into_owned());
        let query = Some(matrix.filter(SEARCH).trim().to_owned()).filter(|query| !query.is_empty());
        let filters: Vec<String> = [query, section, unled].into_iter().flatten().collect();
        Assignments::NoMatch { filters: filters.join(", ") }.text(language).into_owned()
    };
    let clear = move |_| matrix.session.go_in_place(Route::Assignments(Filters::new()));
    view! {
        <div class="empty-note">
            <strong>{sentence}</strong>
            <p>{words(&Indicators::NoMatchHint)}</p>
            <button class="button" on:click=clear>{words(&Assignments::ClearFilters)}</button>
        </div>
    }
    .into_any()
}
