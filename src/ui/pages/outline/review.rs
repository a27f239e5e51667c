//! Lines that lost their place: their heading in the outline, and the way back to where they belong.

use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use super::cells::fold_button;
use super::elements::{element_id, focus_row};
use super::rows::{Row, RowKind};
use super::state::{Drawn, Page};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::Outline;
use crate::model::{Command, ItemKind, Line, Programme, ROOT, Spot};
use crate::ui::actions::perform;
use crate::ui::components::markup::Markup;
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// The heading over lines that lost their place.
pub fn review_row(page: Page, drawn: Memo<Drawn>) -> AnyView {
    let id = drawn.with_untracked(|drawn| element_id(&drawn.row.id));
    let is_open = move || drawn.with(|drawn| drawn.is_open.unwrap_or_default());
    let fold = move || {
        let mut markup = Markup::default();
        fold_button(&mut markup, is_open(), page.session().language.get());
        markup.into_string()
    };
    view! {
        <div
            class="outline-row is-heading" role="row" data-level="1" {..custom_attribute("aria-level", "1")} tabindex="-1"
            id=id aria-expanded=move || is_open().to_string()
        >
            <span class="row-tools" role="gridcell" inner_html=fold></span>
            <span class="row-number" role="gridcell">{status_mark(Status::AtRisk)}</span>
            <span class="row-text" role="gridcell">
                <span role="heading" {..custom_attribute("aria-level", "2")}>{words(&Outline::ReviewBranch)}</span>
                <span class="row-note">{words(&Outline::ReviewNote)}</span>
            </span>
        </div>
    }
    .into_any()
}

/// For a line without a place: a choice of places that can hold it.
pub fn way_back(page: Page, row: &Row) -> Option<AnyView> {
    let session = page.session();
    let places = session.programme.with_untracked(|programme| {
        let is_lost = programme.section_of(row.id.as_str()).is_none();
        is_lost.then(|| places(programme, row))
    })?;
    let language = session.language.get_untracked();
    let options: Vec<AnyView> = places
        .into_iter()
        .map(|(id, name)| view! { <option value=id.to_string()>{name}</option> }.into_any())
        .collect();
    let id = row.id.clone();
    let chosen = move |event: leptos::ev::Event| {
        let parent = NodeId::from(event_target_value(&event));
        if parent.as_str().is_empty() {
            return;
        }
        let after = session
            .programme
            .with_untracked(|programme| programme.children(parent.as_str()).last().map(|line| line.id().clone()));
        if perform(session, Command::Move { lines: vec![id.clone()], to: Spot { parent, after } }).is_some() {
            page.reveal(&id);
            focus_row(&id);
        }
    };
    let note = Outline::ReviewNote.text(language);
    let choice = page.is_editable().then(|| {
        view! {
            <label class="field">
                <span class="field-label">{words(&Outline::MoveTo)}</span>
                <select class="select" on:change=chosen><option value="">"…"</option>{options}</select>
            </label>
        }
        .into_any()
    });
    Some(
        view! { <div class="notice" data-status="at-risk"><p>{status_mark(Status::AtRisk)}<span>{note}</span></p>{choice}</div> }
            .into_any(),
    )
}

/// Sections hold items, indicators hold measures, the programme holds sections.
fn places(programme: &Programme, row: &Row) -> Vec<(NodeId, String)> {
    let outline = programme.outline();
    let named = outline.iter().filter(|numbered| match (row.kind, numbered.line) {
        (RowKind::Item | RowKind::Indicator, Line::Section(_)) => true,
        (RowKind::Measure, Line::Item(item)) => item.kind == ItemKind::Indicator,
        _ => false,
    });
    if let RowKind::Section(_) = row.kind {
        return vec![(ROOT.into(), programme.head().title.clone())];
    }
    named
        .map(|numbered| (numbered.line.id().clone(), format!("{} {}", numbered.label.shown(), numbered.line.title())))
        .collect()
}
