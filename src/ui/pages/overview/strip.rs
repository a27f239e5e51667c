//! All measures in one strip, by the headings of the document; under it how many stand in each way.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::Scene;
use crate::app::{Filters, Route};
use crate::evaluate::Rollup;
use crate::i18n::messages::{Overview, Standing};
use crate::i18n::{Language, Message, period_name_inside, rollup_words};
use crate::model::Period;
use crate::ui::components::markup::Markup;
use crate::ui::components::status_mark::{Status, sign, status_mark};
use crate::ui::pages::indicators::rows::{Row, VERDICT};
use crate::ui::words;

pub fn strip(scene: Scene) -> AnyView {
    let session = scene.session;
    let title = move || {
        let count = scene.rows.with(|rows| rows.len());
        Overview::Strip { count }.text(session.language.get()).into_owned()
    };
    // A group is one text: thousands of cells are drawn at once, and only a group that changed is drawn anew.
    let groups = move || {
        let language = session.language.get();
        scene.rows.with(|rows| {
            rows.chunk_by(|a, b| a.group.id == b.group.id).map(|group| drawn(group, language)).collect::<Vec<_>>()
        })
    };
    let group = |html: String| view! { <section class="strip-group" inner_html=html></section> }.into_any();
    view! {
        <section aria-labelledby="strip-title">
            <h2 class="visually-hidden" id="strip-title">
                {title}
            </h2>
            <p class="visually-hidden">{words(&Overview::StripKeys)}</p>
            <div class="status-strip" on:keydown=walk>
                <For each=groups key=String::clone children=group />
            </div>
            {counts(scene)}
        </section>
    }
    .into_any()
}

/// The heading of a group and a cell a measure, as one text. Tab stops at a group once; arrow keys go on from there.
fn drawn(group: &[Row], language: Language) -> String {
    let mut markup = Markup::default();
    let title = group.first().map_or("", |row| &row.group.title);
    markup.element("h3", &[("lang", "vi"), ("title", title)], |markup| {
        markup.text(title);
        markup.text(" ");
        markup.words("span", &[], &group.len().to_string());
    });
    markup.element("ol", &[], |markup| {
        for (index, row) in group.iter().enumerate() {
            markup.element("li", &[], |markup| cell(markup, row, index == 0, language));
        }
    });
    markup.into_string()
}

fn cell(markup: &mut Markup, row: &Row, is_stop: bool, language: Language) {
    let status = row.status();
    let name = format!("{} {}", row.number, row.measure.name);
    let (name, verdict) = (name.trim_start(), row.evaluation.verdict.text(language));
    let href = Route::Indicator(row.measure.id.clone()).href();
    let title = format!("{name}: {verdict}");
    let attributes = [
        ("class", "strip-cell"),
        ("tabindex", if is_stop { "0" } else { "-1" }),
        ("data-status", status.as_str()),
        ("href", &href),
        ("title", &title),
    ];
    markup.element("a", &attributes, |markup| {
        markup.element("svg", &[("viewBox", "0 0 16 16"), ("aria-hidden", "true")], |markup| {
            markup.words("path", &[("d", sign(status))], "");
        });
        markup.element("span", &[("class", "visually-hidden")], |markup| {
            markup.words("span", &[("lang", "vi")], name);
            markup.text(&format!(": {verdict}"));
        });
    });
}

/// Left and right go from cell to cell, Home and End to the first and last of all.
fn walk(event: web_sys::KeyboardEvent) {
    let Ok(cells) = document().query_selector_all(".strip-cell") else { return };
    let cell = |index: u32| cells.item(index).and_then(|cell| cell.dyn_into::<web_sys::HtmlElement>().ok());
    let active = document().active_element();
    let is_active = |index: &u32| {
        active.as_ref().is_some_and(|active| cell(*index).is_some_and(|cell| active.is_same_node(Some(&cell))))
    };
    let Some(now) = (0..cells.length()).find(is_active) else { return };
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => now + 1,
        "ArrowLeft" | "ArrowUp" => now.saturating_sub(1),
        "Home" => 0,
        "End" => cells.length() - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(cell) = cell(next) {
        let _ = cell.focus();
    }
}

/// One link a mark into the list of indicators, with what changed since the period before.
fn counts(scene: Scene) -> AnyView {
    let session = scene.session;
    let counts = move || {
        let (now, language) = (scene.rollup(), session.language.get());
        let before = scene.earlier.get().map(|judged| {
            scene.rows.with(|rows| {
                let then =
                    rows.iter().filter_map(|row| Some((row.measure.weight, &**judged.get(row.measure.id.as_str())?)));
                Rollup::of(then)
            })
        });
        let period = scene.place().previous.map(|(period, _)| period);
        Status::ALL
            .map(|status| {
                let note = match &before {
                    _ if status == Status::NoData && now.overdue > 0 => {
                        Some(Overview::OverdueOfThese { count: now.overdue }.text(language).into_owned())
                    }
                    Some(before) => Some(change(status.count(before), status.count(&now), status, period, language)),
                    None => None,
                };
                count(status, status.count(&now), note, language)
            })
            .into_iter()
            .collect::<Vec<_>>()
    };
    let numbered = move || {
        let (rollup, language) = (scene.indicators(), session.language.get());
        let words = rollup_words(&rollup, language);
        Standing::Numbered { words }.text(language).into_owned()
    };
    view! {
        <ul class="status-counts" aria-label=words(&Overview::Counts)>
            {counts}
        </ul>
        <p class="field-hint">{numbered}</p>
    }
    .into_any()
}

/// `thêm 3`; the first count also names the period that it is compared with.
fn change(before: usize, now: usize, status: Status, period: Option<Period>, language: Language) -> String {
    let period = period.filter(|_| status == Status::ALL[0]).map(|period| period_name_inside(period, language));
    let change = match now.cmp(&before) {
        std::cmp::Ordering::Greater => Overview::More { count: now - before },
        std::cmp::Ordering::Less => Overview::Fewer { count: before - now },
        std::cmp::Ordering::Equal => {
            return period
                .map_or(Overview::Unchanged, |period| Overview::UnchangedSince { period })
                .text(language)
                .into_owned();
        }
    };
    let change = change.text(language).into_owned();
    match period {
        Some(period) => Overview::Since { change, period }.text(language).into_owned(),
        None => change,
    }
}

fn count(status: Status, count: usize, note: Option<String>, language: Language) -> AnyView {
    let filters: Filters = [(VERDICT.to_owned(), status.as_str().to_owned())].into_iter().collect();
    let name = status.name(language);
    view! {
        <li>
            <a data-status=status.as_str() href=Route::Indicators(filters).href()>
                {status_mark(status)}
                <span class="count-figure">{count}</span>
                <span class="count-label">{name}</span>
                <span class="count-change">{note}</span>
            </a>
        </li>
    }
    .into_any()
}
