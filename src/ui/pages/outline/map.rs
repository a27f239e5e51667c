//! The map of contents: sections and their first groups, with counts.

use leptos::prelude::*;

use super::rows::{Row, RowKind};
use super::state::{Page, no_line};
use crate::app::Route;
use crate::document::NodeId;
use crate::i18n::messages::Outline;
use crate::model::{Line, SectionKind};
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
                    let words = format!("{}. {title}", row.label.computed);
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
    // The section that the selection stands in, or the group.
    let current = Selector::new(move || {
        let selected = page.selected.get().unwrap_or_else(no_line);
        page.rows.with(|rows| {
            let at = rows.iter().position(|row| row.id == selected);
            let section = at.and_then(|at| rows[..=at].iter().rev().find(|row| row.level == 1));
            section.map_or_else(no_line, |section| section.id.clone())
        })
    });
    view! {
        <nav class="outline-map" aria-label=words(&Outline::Contents)>
            <h2>{words(&Outline::Contents)}</h2>
            <ol>{move || entries.with(|entries| entries.iter().map(|entry| item(page, entry, &current)).collect::<Vec<_>>())}</ol>
            {super::late(page, |pen| pen.only)}
        </nav>
    }
    .into_any()
}

fn item(page: Page, entry: &Entry, current: &Selector<NodeId>) -> AnyView {
    let href = Route::Outline { item: Some(entry.id.clone()) }.href();
    let id = entry.id.clone();
    // A second click leads there again, though the address stays.
    let own = entry.id.clone();
    let below: Vec<AnyView> = entry.below.iter().map(|entry| item(page, entry, current)).collect();
    let current = current.clone();
    let location = move || current.selected(&id).then_some("location");
    let below = (!below.is_empty()).then(|| view! { <ol>{below}</ol> }.into_any());
    view! {
        <li>
            <a href=href aria-current=location on:click=move |_| page.arrive_at(&own)><span lang="vi">{entry.words.clone()}</span> " " <span class="map-count">{entry.count}</span></a>
            {below}
        </li>
    }
    .into_any()
}
