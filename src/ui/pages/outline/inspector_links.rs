//! What a line is linked with, in the panel: found by a search, removed by its cross.

use leptos::html::Input;
use leptos::prelude::*;

use super::elements::focus_row;
use super::rows::{Row, RowKind};
use super::state::Page;
use crate::app::{Route, new_node_id};
use crate::document::NodeId;
use crate::i18n::messages::Outline;
use crate::i18n::{Message, Query};
use crate::model::{Command, Line, LinkKind};
use crate::ui::actions::perform;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// A line's name, leading to it; a measure with how it stands.
pub fn line_chip(page: Page, line: Line) -> AnyView {
    let session = page.session();
    let id = line.id().clone();
    let evaluation = session.judged.with(|judged| judged.get(id.as_str()).cloned());
    let mark = evaluation.map(|evaluation| {
        let words = evaluation.verdict.text(session.language.get());
        view! { {status_mark(Status::from(evaluation.verdict))}<span class="visually-hidden">{words}</span> }.into_any()
    });
    let href = match line {
        Line::Measure(_) => Route::Indicator(id).href(),
        _ => Route::Outline { item: Some(id) }.href(),
    };
    view! { <a class="chip" href=href>{mark}<span lang="vi">{line.title().to_owned()}</span></a> }.into_any()
}

/// The links of an item or a measure; of a row that stands for both, those of both.
pub fn links(page: Page, row: &Row) -> Option<AnyView> {
    if matches!(row.kind, RowKind::Section(_)) {
        return None;
    }
    let session = page.session();
    let mut own = vec![row.id.clone()];
    own.extend(row.measure().filter(|id| **id != row.id).cloned());
    let own = StoredValue::new(own);
    let line = StoredValue::new(row.id.clone());
    let chips = move || {
        session.programme.with(|programme| {
            let own = own.get_value();
            let mut chips: Vec<AnyView> = Vec::new();
            for id in &own {
                for link in programme.links_of(id.as_str()) {
                    let other = if link.from == *id { &link.to } else { &link.from };
                    let Some(line) = programme.line(other.as_str()).filter(|_| !own.contains(other)) else { continue };
                    let remove = remove_button(page, link.id.clone(), line.title());
                    chips.push(view! { <li class="chip-line">{line_chip(page, line)}{remove}</li> }.into_any());
                }
            }
            chips
        })
    };
    let adding = move || page.is_editable().then(|| add(page, own, line));
    let group = view! {
        <section class="inspector-group" aria-label=words(&Outline::Links)>
            <div class="field">
                <span class="field-label">{words(&Outline::Links)}</span>
                <ul class="chip-list">{chips}</ul>
            </div>
            {adding}
        </section>
    };
    Some(group.into_any())
}

fn remove_button(page: Page, link: NodeId, title: &str) -> Option<AnyView> {
    let session = page.session();
    let name = Outline::RemoveLink { title: title.to_owned() }.text(session.language.get()).into_owned();
    let remove = move |_| {
        perform(session, Command::Unlink(link.clone()));
    };
    page.is_editable().then(|| {
        view! { <button class="icon-button" aria-label=name.clone() title=name on:click=remove>{icon(Icon::X)}</button> }
            .into_any()
    })
}

/// A search over all lines; what is chosen is linked.
fn add(page: Page, own: StoredValue<Vec<NodeId>>, line: StoredValue<NodeId>) -> AnyView {
    let session = page.session();
    let link = move |to: NodeId, kind: LinkKind| {
        let from = own.with_value(|own| own.first().cloned()).unwrap_or_else(|| to.clone());
        perform(session, Command::Link { id: new_node_id(), from, to, kind }).is_some()
    };
    let find = move |_: &str, matches: &dyn Fn(&str) -> bool| {
        session.programme.with(|programme| {
            let lines = programme.outline();
            let found = lines.iter().filter(|numbered| {
                let is_own = own.with_value(|own| own.contains(numbered.line.id()));
                !is_own && !matches!(numbered.line, Line::Section(_)) && matches(numbered.line.title())
            });
            let found = found.take(MOST).map(|numbered| {
                let id = numbered.line.id().clone();
                let is_measure = matches!(numbered.line, Line::Measure(_));
                let kind = if is_measure { LinkKind::ContributesTo } else { LinkKind::SeeAlso };
                Found {
                    sign: if is_measure { Icon::Target } else { Icon::ListTree },
                    words: format!("{} {}", numbered.label.shown(), numbered.line.title()),
                    choose: Box::new(move || link(id.clone(), kind)),
                }
            });
            found.collect()
        })
    };
    finder(&Outline::AddLink, &Outline::AddLinkHint, line, Box::new(find))
}

/// How many a search in the panel shows.
pub const MOST: usize = 6;

/// What a search in the panel found, and what choosing it does; `true`: done.
pub struct Found {
    pub sign: Icon,
    pub words: String,
    pub choose: Box<dyn Fn() -> bool + Send + Sync>,
}

/// What matches, by what is typed and a question to each text.
type Find = Box<dyn Fn(&str, &dyn Fn(&str) -> bool) -> Vec<Found> + Send + Sync>;

/// A field to search by, and below it what it found. Enter takes the first; Esc empties it, then leads back to the line.
pub fn finder(label: &Outline, hint: &Outline, line: StoredValue<NodeId>, find: Find) -> AnyView {
    let query = RwSignal::new(String::new());
    let field = NodeRef::<Input>::new();
    let found = StoredValue::new(find);
    let found = move || {
        let query = query.get();
        let search = Query::new(&query);
        if search.is_empty() {
            return Vec::new();
        }
        found.with_value(|find| find(&query, &|text| search.matches(text)))
    };
    let hits = move || {
        let hit = |Found { sign, words, choose }| {
            let click = move |_| {
                if choose() {
                    query.set(String::new());
                    if let Some(field) = field.get_untracked() {
                        let _ = field.focus();
                    }
                }
            };
            view! { <li><button class="link-hit" on:click=click>{icon(sign)}<span>{words}</span></button></li> }
                .into_any()
        };
        found().into_iter().map(hit).collect::<Vec<_>>()
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            if untrack(found).first().is_some_and(|first| (first.choose)()) {
                query.set(String::new());
            }
        }
        if event.key() == "Escape" && !event.is_composing() {
            event.stop_propagation();
            if query.with_untracked(String::is_empty) {
                line.with_value(focus_row);
                let _ = event_target::<web_sys::HtmlElement>(&event).blur();
            }
            query.set(String::new());
        }
    };
    view! {
        <label class="field">
            <span class="field-label">{words(label)}</span>
            <input
                class="input" type="search" autocomplete="off" spellcheck="false" node_ref=field placeholder=words(hint)
                prop:value=move || query.get() on:input=move |event| query.set(event_target_value(&event))
                on:keydown=pressed
            />
        </label>
        <ul class="link-hits">{hits}</ul>
    }
    .into_any()
}
