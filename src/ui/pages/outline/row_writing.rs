//! What rows show only while the outline can be written in: the bar of the selected line, and the rows that are no line.

use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use super::editor::editor;
use super::review::review_row;
use super::rows::{DRAFT, Row, RowKind};
use super::state::{Editing, Page, element_id, holds_items};
use crate::document::NodeId;
use crate::i18n::messages::Outline;
use crate::model::Spot;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn other_row(page: Page, own: Memo<(Row, usize)>) -> AnyView {
    let (row, _) = own.get_untracked();
    match row.kind {
        RowKind::Draft => draft_row(page, own),
        RowKind::First => first_row(page, row),
        _ => review_row(page, row.id),
    }
}

/// A button of the bar: its sign, its name, and what it does.
type Tool = (Icon, Outline, fn(Page, &NodeId));

/// What can be done with the selected line, or with all selected ones.
pub fn bar(page: Page, own: Memo<(Row, usize)>) -> AnyView {
    let row = own.with_untracked(|(row, _)| row.clone());
    let count = Memo::new(move |_| page.chosen.with(Vec::len));
    (move || buttons(page, &row, count.get())).into_any()
}

fn buttons(page: Page, row: &Row, count: usize) -> AnyView {
    let is_several = count > 1;
    let is_item = matches!(row.kind, RowKind::Item | RowKind::Indicator);
    let mut tools: Vec<Tool> = Vec::with_capacity(7);
    if row.kind != RowKind::Measure && !is_several {
        tools.push((Icon::Plus, Outline::AddItem, |page, id| page.add_after(id)));
    }
    if holds_items(row.kind) && row.level > 1 && !is_several {
        tools.push((Icon::ListTree, Outline::AddSubItem, |page, id| page.add_inside(id)));
    }
    if is_item {
        tools.push((Icon::IndentDecrease, Outline::Outdent, |page, _| page.shift(false)));
        tools.push((Icon::IndentIncrease, Outline::Indent, |page, _| page.shift(true)));
    }
    tools.push((Icon::ArrowUp, Outline::MoveUp, |page, _| page.move_line(false)));
    tools.push((Icon::ArrowDown, Outline::MoveDown, |page, _| page.move_line(true)));
    if is_several {
        tools.push((Icon::Copy, Outline::Duplicate, |page, id| page.duplicate(id)));
    }
    tools.push((Icon::Trash2, Outline::DeleteItem, |page, id| page.delete(id)));
    let count = is_several
        .then(|| view! { <span class="bar-count">{words(&Outline::LinesChosen { count })}</span> }.into_any());
    let buttons: Vec<AnyView> = tools
        .into_iter()
        .map(|(sign, name, act)| {
            let id = row.id.clone();
            let class = if name == Outline::DeleteItem { "is-danger" } else { "" };
            let name = words(&name);
            let click = move |event: leptos::ev::MouseEvent| {
                event.stop_propagation();
                act(page, &id);
            };
            view! { <button class=class aria-label=name title=name on:click=click>{icon(sign)}</button> }.into_any()
        })
        .collect();
    view! { <span class="row-bar" role="gridcell">{count}{buttons}</span> }.into_any()
}

/// The line being written that is no record yet.
fn draft_row(page: Page, own: Memo<(Row, usize)>) -> AnyView {
    let draft = own.with_untracked(|(row, _)| {
        let spot = Spot { parent: row.parent.clone(), after: None };
        Editing::New(super::rows::Draft { spot, level: row.level })
    });
    let level = move || own.with(|(row, _)| row.level.to_string());
    view! {
        <div class="outline-row is-selected" id=element_id(&DRAFT.into()) role="row" {..custom_attribute("aria-level", level)} data-level=level>
            <span class="row-tools" role="gridcell"></span>
            <span class="row-number" role="gridcell"></span>
            <span class="row-field" role="gridcell">{editor(page, draft, Outline::NewItem)}</span>
        </div>
    }
    .into_any()
}

/// An empty section asks for its first item.
fn first_row(page: Page, row: Row) -> AnyView {
    let (level, parent) = (row.level, row.parent);
    let click = move |_| page.open_draft(Spot { parent: parent.clone(), after: None }, level);
    view! {
        <div class="outline-row" role="row" {..custom_attribute("aria-level", level.to_string())} data-level=level>
            <span class="row-tools" role="gridcell"></span>
            <span class="row-number" role="gridcell"></span>
            <span class="row-text" role="gridcell">
                <button class="text-button" disabled=move || !page.is_editable() on:click=click>
                    {words(&Outline::FirstItem)}
                </button>
            </span>
        </div>
    }
    .into_any()
}
