//! The map of contents: sections and their first groups, with counts.

use leptos::html::Ol;
use leptos::prelude::*;

use super::rows::{Row, RowKind};
use super::state::Page;
use crate::app::Route;
use crate::document::NodeId;
use crate::i18n::messages::Outline;
use crate::model::{Line, SectionKind};
use crate::ui::actions::closest;
use crate::ui::components::markup::Markup;
use crate::ui::words;

#[derive(Clone, PartialEq)]
struct Entry {
    id: NodeId,
    words: String,
    count: usize,
    below: Vec<Self>,
}

pub fn map(page: Page) -> AnyView {
    let session = page.session();
    let entries = Memo::new(move |_| {
        page.rows.with(|rows| {
            session.programme.with(|programme| {
                let entry = |row: &Row| {
                    let title = programme.line(row.id.as_str()).map(Line::title).unwrap_or_default();
                    let count = if row.measures.is_empty() { row.items } else { row.measures.len() };
                    let words = format!("{} {title}", row.label.dotted()).trim().to_owned();
                    Entry { id: row.id.clone(), words, count, below: Vec::new() }
                };
                let mut entries: Vec<Entry> = Vec::new();
                let mut has_groups = false;
                for row in rows {
                    match row.kind {
                        RowKind::Section(kind) => {
                            has_groups = kind == SectionKind::Indicators;
                            entries.push(entry(row));
                        }
                        RowKind::Item if has_groups && row.level == 2 && row.is_heading => {
                            entries.last_mut().map(|section| section.below.push(entry(row))).unwrap_or_default();
                        }
                        _ => {}
                    }
                }
                entries
            })
        })
    });
    // The section that the selection stands in.
    let current = Memo::new(move |_| {
        let selected = page.settled.get()?;
        page.rows.with(|rows| {
            let at = rows.iter().position(|row| row.id == selected)?;
            rows[..=at].iter().rev().find(|row| row.level == 1).map(|section| section.id.clone())
        })
    });
    let markup = move || {
        let mut markup = Markup::default();
        entries.with(|entries| entries.iter().for_each(|entry| item(&mut markup, entry)));
        markup.into_string()
    };
    let list = NodeRef::<Ol>::new();
    Effect::new(move |_| {
        entries.track();
        let current = current.get();
        list.with(|list| list.as_ref().map(|list| mark(list, current.as_ref())));
    });
    // A second click leads there again, though the address stays.
    let pressed = move |event: leptos::ev::MouseEvent| {
        if let Some(line) = closest(&event, "a").and_then(|link| link.get_attribute(LINE)) {
            page.arrive_at(&line.into());
        }
    };
    view! {
        <nav class="outline-map" aria-label=words(&Outline::Contents)>
            <h2>{words(&Outline::Contents)}</h2>
            <ol inner_html=markup node_ref=list on:click=pressed></ol>
            {super::after_lines(page, |pen| pen.only)}
        </nav>
    }
    .into_any()
}

/// The line that a link leads to.
const LINE: &str = "data-line";

fn item(markup: &mut Markup, entry: &Entry) {
    let href = Route::Outline { item: Some(entry.id.clone()) }.href();
    markup.element("li", &[], |markup| {
        markup.element("a", &[("href", &href), (LINE, entry.id.as_str())], |markup| {
            markup.words("span", &[("lang", "vi")], &entry.words);
            markup.text(" ");
            markup.words("span", &[("class", "map-count")], &entry.count.to_string());
        });
        if !entry.below.is_empty() {
            markup.element("ol", &[], |markup| entry.below.iter().for_each(|entry| item(markup, entry)));
        }
    });
}

/// Says which link leads to where the selection is.
fn mark(list: &web_sys::Element, current: Option<&NodeId>) {
    const CURRENT: &str = "aria-current";
    if let Ok(Some(before)) = list.query_selector("[aria-current]") {
        let _ = before.remove_attribute(CURRENT);
    }
    let link = current.and_then(|id| list.query_selector(&format!("[{LINE}=\"{id}\"]")).ok().flatten());
    if let Some(link) = link {
        let _ = link.set_attribute(CURRENT, "location");
    }
}
