//! What happened to a line, in the panel: who wrote what, when, and what stood there before.

use leptos::prelude::*;

use super::state::Page;
use crate::app::{clock_time, day_of};
use crate::document::{NodeId, Value};
use crate::i18n::messages::Outline;
use crate::i18n::{Language, Message, author_name, beginning, format_date};
use crate::model::LineChange;
use crate::ui::words;

/// Changes that are shown.
const LATEST: usize = 8;
/// Letters of an old text.
const LONGEST: usize = 120;

pub fn history(page: Page, id: &NodeId) -> AnyView {
    let session = page.session();
    let id = id.clone();
    let is_open = RwSignal::new(false);
    let rows = move || {
        if !is_open.get() {
            return Vec::new();
        }
        let language = session.language.get();
        let changes = session.programme.with(|programme| programme.line_changes(id.as_str()));
        changes.iter().take(LATEST).map(|change| row(change, language)).collect()
    };
    // Read only while it is open: most lines are looked at for something else.
    let toggled =
        move |event: leptos::ev::Event| is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    view! {
        <details class="inspector-group" on:toggle=toggled>
            <summary>{words(&Outline::History)}</summary>
            <ol class="history">{rows}</ol>
        </details>
    }
    .into_any()
}

fn row(change: &LineChange, language: Language) -> AnyView {
    let who = author_name(change.author.as_ref(), language);
    let what = if change.is_first {
        Outline::ChangeAdded.text(language).into_owned()
    } else if change.fields.is_empty() {
        Outline::ChangeMoved.text(language).into_owned()
    } else {
        let mut names: Vec<String> = Vec::new();
        for (field, _) in &change.fields {
            let name = crate::i18n::to_lower(&field_name(field.as_str()).text(language));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Outline::ChangedFields { fields: names.join(", ") }.text(language).into_owned()
    };
    let before: Vec<AnyView> = change
        .fields
        .iter()
        .filter_map(|(field, before)| match before {
            Some(Value::Text(text)) if is_text(field.as_str()) && !text.is_empty() => {
                Some(view! { " " <del lang="vi">{beginning(text, LONGEST)}</del> }.into_any())
            }
            _ => None,
        })
        .collect();
    let at = change.at.map(|at| format!("{}, {}", format_date(day_of(at), language), clock_time(at)));
    view! {
        <li>
            <p><b>{who}</b> ": " {what} {before}</p>
            {at.map(|at| view! { <time>{at}</time> })}
        </li>
    }
    .into_any()
}

fn is_text(field: &str) -> bool {
    matches!(field, "title" | "name" | "text" | "product" | "note" | "label")
}

fn field_name(field: &str) -> Outline {
    match field {
        "title" => Outline::TitleLabel,
        "name" => Outline::MeasureName,
        "text" => Outline::FullText,
        "label" => Outline::FieldLabel,
        "kind" => Outline::FieldKind,
        "numbering" => Outline::FieldNumbering,
        "state" | "completed" => Outline::State,
        "percent" => Outline::Percent,
        "deadline" => Outline::Deadline,
        "product" => Outline::Product,
        "note" => Outline::Note,
        _ => Outline::FieldOther,
    }
}
