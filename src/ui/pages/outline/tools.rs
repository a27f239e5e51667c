//! Beside the search: kinds of lines shown alone, replace what is found, collapse and expand.

use leptos::prelude::*;

use super::rows::Row;
use super::state::{Page, Shown};
use crate::document::NodeId;
use crate::i18n::messages::Outline;
use crate::i18n::{Message, Query, find_phrase, nfc, to_upper};
use crate::model::{Command, Edit, ItemEdit, Line, Programme};
use crate::ui::actions::perform_undoable;
use crate::ui::words;

pub fn tools(page: Page) -> AnyView {
    let can_replace = Memo::new(move |_| page.is_editable() && !page.search.with(Query::is_empty));
    let is_open = RwSignal::new(false);
    let replacing = move || {
        can_replace.get().then(|| {
            view! {
                <button class="button is-quiet is-small" aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {words(&Outline::ReplaceWords)}
                </button>
                {move || is_open.get().then(|| fields(page))}
            }
            .into_any()
        })
    };
    let folding = move || {
        page.is_whole().then(|| {
            let button = |name: Outline, folded: bool| {
                view! { <button class="button is-quiet is-small" on:click=move |_| page.fold_all(folded)>{words(&name)}</button> }
                    .into_any()
            };
            view! { <span class="fold-all">{button(Outline::FoldAll, true)}{button(Outline::OpenAll, false)}</span> }
                .into_any()
        })
    };
    view! { {super::only::choice(page)} {replacing} {folding} }.into_any()
}

fn fields(page: Page) -> AnyView {
    let session = page.session();
    let by = RwSignal::new(String::new());
    // A search finds the words anywhere in a line; replaced is the phrase as a whole.
    let count = move || {
        let places = session.programme.with(|programme| page.shown.with(|shown| places(page, programme, shown)));
        Outline::PlaceCount { count: places.iter().map(|(_, count)| count).sum() }
            .text(session.language.get())
            .into_owned()
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            replace_one(page, &by.get_untracked());
        }
    };
    let button = |name: Outline, act: fn(Page, &str)| {
        let click = move |_| act(page, &by.get_untracked());
        view! { <button class="button is-small" on:click=click>{words(&name)}</button> }.into_any()
    };
    view! {
        <div class="replace-fields" role="group" aria-label=words(&Outline::ReplaceWords)>
            <input
                class="input" aria-label=words(&Outline::ReplaceBy) placeholder=words(&Outline::ReplaceBy)
                autocomplete="off" spellcheck="false" on:input=move |event| by.set(event_target_value(&event)) on:keydown=pressed
            />
            {button(Outline::ReplaceOne, replace_one)}
            {button(Outline::ReplaceAll, replace_all)}
            <output>{count}</output>
        </div>
    }
    .into_any()
}

/// The lines on screen in which the phrase can be replaced, and how often it stands there.
fn places(page: Page, programme: &Programme, shown: &Shown) -> Vec<(NodeId, usize)> {
    let phrase = page.query.get_untracked();
    let count = |row: &Row| add_edits(&mut Vec::new(), programme, row, &phrase, "…");
    let found = shown.rows.iter().filter(|row| shown.found.contains(&row.id));
    found.map(|row| (row.id.clone(), count(row))).filter(|(_, count)| *count > 0).collect()
}

fn places_now(page: Page) -> Vec<NodeId> {
    let places = page
        .session()
        .programme
        .with_untracked(|programme| page.shown.with_untracked(|shown| places(page, programme, shown)));
    places.into_iter().map(|(id, _)| id).collect()
}

/// In the selected line where the phrase stands there, and on to the next one.
fn replace_one(page: Page, by: &str) {
    let lines = places_now(page);
    let at = page.selected.get_untracked().and_then(|id| lines.iter().position(|line| *line == id));
    let next = lines.get(at.map_or(0, |at| at + 1)).or(lines.first());
    if let Some(at) = at {
        replace(page, &lines[at..=at], by);
    }
    // The only one is no match any more: it stays where it is.
    if let Some(next) = next.filter(|next| at.is_none_or(|at| lines[at] != **next)) {
        page.show_found(next);
    }
}

fn replace_all(page: Page, by: &str) {
    replace(page, &places_now(page), by);
}

/// In some lines, as one step.
fn replace(page: Page, lines: &[NodeId], by: &str) {
    let session = page.session();
    let phrase = page.query.get_untracked();
    let by = nfc(by);
    let mut edits = Vec::new();
    let count = session.programme.with_untracked(|programme| {
        let rows = lines.iter().filter_map(|id| page.row(id));
        rows.map(|row| add_edits(&mut edits, programme, &row, &phrase, &by)).sum()
    });
    perform_undoable(session, Command::Edit(edits), &Outline::ReplacedCount { count });
}

/// The texts of a row that a search looks through; how many places change.
fn add_edits(edits: &mut Vec<Edit>, programme: &Programme, row: &Row, phrase: &str, by: &str) -> usize {
    let mut count = 0;
    for id in std::iter::once(&row.id).chain(row.measure().filter(|id| **id != row.id)) {
        let Some(line) = programme.line(id.as_str()) else { continue };
        let (title, places) = replaced(line.title(), phrase, by);
        let edit = line.title_edit(title);
        count += if edit.is_some() { places } else { 0 };
        edits.extend(edit);
        if let Line::Item(item) = line {
            let (text, places) = replaced(&item.text, phrase, by);
            if places > 0 {
                count += places;
                edits.push(Edit::Item(item.id.clone(), ItemEdit::Text(text)));
            }
        }
    }
    count
}

/// A text with a phrase replaced everywhere, and in how many places. A capital at its head stays a capital.
fn replaced(text: &str, phrase: &str, by: &str) -> (String, usize) {
    let found = find_phrase(text, phrase);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in &found {
        out.push_str(&text[at..range.start]);
        let head = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
        let (old, typed, new) = (head(&text[range.clone()]), head(phrase), head(by));
        let was_raised = to_upper(&old) == old && to_upper(&typed) != typed;
        out.push_str(&if was_raised { to_upper(&new) } else { new.clone() });
        out.push_str(&by[new.len()..]);
        at = range.end;
    }
    out.push_str(&text[at..]);
    (out, found.len())
}

impl Page {
    /// Folds every branch, or opens all.
    pub fn fold_all(self, folded: bool) {
        let mut all: Vec<NodeId> = Vec::new();
        if folded {
            self.rows.with_untracked(|rows| {
                all.extend(rows.iter().filter(|row| row.can_fold).map(|row| row.id.clone()));
            });
            // The selection would be out of sight: its section takes it.
            let section = self.selected.get_untracked().and_then(|id| {
                self.rows.with_untracked(|rows| {
                    let at = rows.iter().position(|row| row.id == id)?;
                    rows[..=at].iter().rev().find(|row| row.level == 1).map(|row| row.id.clone())
                })
            });
            if section.is_some() {
                self.select(section);
            }
        }
        self.folded.set(all);
    }
}
