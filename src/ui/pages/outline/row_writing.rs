//! What rows show only while the outline can be written in: the bar of the selected line, and the rows that are no line.

use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use super::editor::editor;
use super::elements::{element_id, focus_row};
use super::review::review_row;
use super::row::TOOL;
use super::rows::{DRAFT, Row, RowKind};
use super::state::{Drawn, Editing, Page, holds_items};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::Outline;
use crate::model::Spot;
use crate::ui::components::icon::Icon;
use crate::ui::components::markup::Markup;
use crate::ui::words;

pub fn other_row(page: Page, drawn: Memo<Drawn>) -> AnyView {
    let row = drawn.with_untracked(|drawn| drawn.row.clone());
    match row.kind {
        RowKind::Draft => draft_row(page, drawn),
        RowKind::First => first_row(page, &row),
        _ => review_row(page, drawn),
    }
}

/// A button of the bar: its sign, its name, and what it does.
type Tool = (Icon, Outline, fn(Page, &NodeId));

/// What can be done with the selected line, or with all selected ones.
pub fn bar(page: Page, row: &Row) -> String {
    let language = page.session().language.get();
    let count = page.chosen.with(Vec::len);
    let mut markup = Markup::default();
    markup.element("span", &[("class", "row-bar"), ("role", "gridcell")], |markup| {
        if count > 1 {
            markup.words("span", &[("class", "bar-count")], &Outline::LinesChosen { count }.text(language));
        }
        for (at, (sign, name, _)) in tools(row, count).into_iter().enumerate() {
            let class = if name == Outline::DeleteItem { "is-danger" } else { "" };
            let name = name.text(language);
            let at = at.to_string();
            let attributes =
                [("type", "button"), ("class", class), ("aria-label", &*name), ("title", &*name), (TOOL, &at)];
            markup.element("button", &attributes, |markup| markup.icon(sign));
        }
    });
    markup.into_string()
}

/// Does what a button of the bar stands for.
pub fn use_tool(page: Page, row: &Row, at: usize) {
    let tools = tools(row, page.chosen.with_untracked(Vec::len));
    // What is being written is kept first, and the person is at the line wherever the tool leads to nothing else.
    page.commit();
    focus_row(&row.id);
    tools.get(at).inspect(|(_, _, act)| act(page, &row.id));
}

fn tools(row: &Row, count: usize) -> Vec<Tool> {
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
    tools
}

/// The line being written that is no record yet.
fn draft_row(page: Page, drawn: Memo<Drawn>) -> AnyView {
    let draft = drawn.with_untracked(|Drawn { row, .. }| {
        let spot = Spot { parent: row.parent.clone(), after: None };
        Editing::New(super::rows::Draft { spot, level: row.level })
    });
    let level = move || drawn.with(|drawn| drawn.row.level.to_string());
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
fn first_row(page: Page, row: &Row) -> AnyView {
    let (level, parent) = (row.level, row.parent.clone());
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
