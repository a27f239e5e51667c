//! The programme: its outline, read as a document, searched and edited in place.

mod actions;
mod cells;
mod content;
mod drag;
mod editor;
mod elements;
mod foot;
mod head;
mod inspector;
mod inspector_bodies;
mod inspector_history;
mod inspector_links;
mod inspector_work;
mod issued;
mod keys;
mod list;
mod map;
mod only;
mod paper;
mod pen;
mod review;
mod row;
mod row_writing;
mod rows;
mod several;
mod state;
mod text_field;
mod tools;

use leptos::prelude::*;

use self::elements::focus_row;
pub use self::elements::is_focus_awaited;
pub use self::only::of_year;
pub use self::paper::{document, letterhead, sign_off};
pub use self::pen::Pen;
use self::state::Page;
pub use self::state::keep_rows;
use crate::app::use_session;
use crate::i18n::messages::{Outline, Shell};
use crate::i18n::{Message, format_date};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::on_screen::is_on_screen;
use crate::ui::words;

/// The search field's id.
const SEARCH: &str = "outline-search";

pub fn outline() -> AnyView {
    let page = Page::new(use_session());
    Effect::new(move |_| page.arrive());
    Effect::new(move |_| page.pen.with(|pen| pen.iter().for_each(|pen| (pen.listen)(page))));
    view! {
        <div class="programme-layout">
            {map::map(page)}
            <article class="programme-document">
                {head(page)}
                {tools(page)}
                {list::list(page)}
                {after_lines(page, |pen| pen.foot)}
            </article>
            {late(page, |pen| pen.inspector)}
        </div>
    }
    .into_any()
}

/// What is there once it can be written.
fn late(page: Page, part: fn(&Pen) -> fn(Page) -> AnyView) -> AnyView {
    (move || page.pen.get().map(|pen| part(&pen)(page))).into_any()
}

/// What is there a moment after the lines.
fn after_lines(page: Page, part: fn(&Pen) -> fn(Page) -> AnyView) -> AnyView {
    let is_on_screen = is_on_screen();
    (move || is_on_screen.get().then(|| late(page, part))).into_any()
}

fn head(page: Page) -> AnyView {
    let session = page.session();
    let head = Memo::new(move |_| session.programme.with(|programme| programme.head().clone()));
    let title = move || head.with(|head| head.title.clone());
    let facts = move || {
        let language = session.language.get();
        let head = head.get();
        let date = head.date.map(|date| format_date(date, language));
        let number = (!head.number.is_empty())
            .then(|| Outline::Number { number: head.number.clone() }.text(language).into_owned());
        let issuer = (!head.issuer.is_empty()).then(|| head.issuer.clone());
        let facts = [("symbol", number), ("", issuer), ("", date)].into_iter();
        let facts = facts.filter_map(|(class, fact)| Some(view! { <span class=class>{fact?}</span> }.into_any()));
        facts.collect::<Vec<_>>()
    };
    view! {
        <h1 class="document-title" lang="vi">{title}</h1>
        <p class="document-facts">{facts}</p>
    }
    .into_any()
}

fn tools(page: Page) -> AnyView {
    let session = page.session();
    let pressed = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => {
            if let Some(id) = page.next_found(event.shift_key()) {
                page.show_found(&id);
            }
        }
        "Escape" => {
            page.query.set(String::new());
            if let Some(id) = page.selected.get_untracked() {
                let field = event_target::<web_sys::HtmlElement>(&event);
                let _ = field.blur();
                focus_row(&id);
            }
        }
        _ => {}
    };
    let count = move || {
        if page.is_whole() {
            return String::new();
        }
        let count = page.shown.with(|shown| shown.found.len());
        let query = page.query.get();
        let is_none = count == 0 && !query.trim().is_empty();
        let message = if is_none { Outline::NoMatch { query } } else { Outline::MatchCount { count } };
        message.text(session.language.get()).into_owned()
    };
    view! {
        <div class="document-tools">
            <div class="search-field" role="search">
                {icon(Icon::Search)}
                <input
                    class="input" type="search" id=SEARCH aria-label=words(&Shell::Search) placeholder=words(&Shell::SearchHint)
                    autocomplete="off" spellcheck="false" prop:value=move || page.query.get()
                    on:input=move |event| page.query.set(event_target_value(&event)) on:keydown=pressed
                />
                <kbd aria-hidden="true">"/"</kbd>
            </div>
            <output for=SEARCH>{count}</output>
            {late(page, |pen| pen.head)}
            {late(page, |pen| pen.tools)}
        </div>
    }
    .into_any()
}
