//! One row: its cells, their field while it is written, and the bar of the selected line.

use std::sync::Arc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::cells::{Cells, Reading, cells};
use super::content::{Content, Reader};
use super::elements::{ELEMENT, element_id, focus_row, is_touch};
use super::pen::Pen;
use super::rows::{Row, RowKind};
use super::state::{Drawn, Editing, Page, Rows};
use crate::document::NodeId;
use crate::i18n::messages::Outline;
use crate::ui::actions::closest;
use crate::ui::shell::keys::is_inside;

/// A row of a stretch that begins with row number `first`.
pub fn row_view(page: Page, stretch: Rows, first: usize, row: Arc<Row>) -> AnyView {
    let kind = row.kind;
    let drawn = Memo::new(move |before: Option<&Drawn>| {
        let found = stretch.with(|rows| {
            // Most rows stay where they were.
            let usual = before.and_then(|before| before.at.checked_sub(first + 1));
            let usual = usual.filter(|at| rows.get(*at).is_some_and(|other| other.id == row.id));
            let at = usual.or_else(|| rows.iter().position(|other| other.id == row.id))?;
            Some((rows[at].clone(), first + at + 1))
        });
        match (found, before) {
            (Some((row, at)), _) => draw(page, row, at),
            // A row that has left shows its last state until it is gone.
            (None, Some(before)) => before.clone(),
            (None, None) => draw(page, row.clone(), first),
        }
    });
    match kind {
        RowKind::Draft | RowKind::First | RowKind::Review => {
            (move || page.pen.get().map(|pen| (pen.other_row)(page, drawn))).into_any()
        }
        _ => line_row(page, drawn),
    }
}

fn draw(page: Page, row: Arc<Row>, at: usize) -> Drawn {
    let session = page.session();
    let pen = page.pen.get();
    let content = session.programme.with(|programme| {
        session.judged.with(|judged| {
            let (language, day) = (session.language.get(), session.as_of.get());
            let standing = pen.as_ref().map(|pen| pen.standing);
            Content::read(&row, Reader { programme, judged, day, language, standing })
        })
    });
    Drawn {
        at,
        place: page.shown.with(|shown| shown.places.get(at.wrapping_sub(1)).copied()).unwrap_or((1, 1)),
        is_open: row.can_fold.then(|| !page.is_folded(&row.id)),
        content,
        amended: pen.and_then(|pen| (pen.amended)(page, &row)),
        row,
    }
}

/// The field that a line is written in.
type Field = UnmountHandle<AnyViewState>;

/// One effect keeps all that a line says: with views and effects for its parts, they would cost a long list more than what
/// they draw.
fn line_row(page: Page, drawn: Memo<Drawn>) -> AnyView {
    let own = move || drawn.with_untracked(|drawn| drawn.row.id.clone());
    // Apart from the rest of what the row says: who selects it changes nothing in its cells.
    let cells = Memo::new(move |_| drawn.with(|drawn| Arc::new(cells_of(page, drawn))));
    let keep = move |row: Element| {
        let owner = Owner::current();
        let effect = RenderEffect::new(move |before: Option<(Said, Option<Field>)>| {
            let (before, field) = before.unwrap_or_default();
            // A page that goes stays in sight until the next one has come, though its signals have gone already.
            let said = cells.try_get().and_then(|cells| drawn.try_with(|drawn| say(page, drawn, cells)));
            let Some(said) = said else { return (before, field) };
            let field = field.filter(|_| said.is_edited());
            write(page, &row, &before, &said);
            let edit = |pen: Pen| {
                let place = row.query_selector(".row-field").ok()??.dyn_into().ok()?;
                let field = move || (pen.editor)(page, Editing::Line(own()), Outline::TitleLabel);
                owner.as_ref().map(|owner| owner.with(|| untrack(|| mount_to(place, field))))
            };
            let field = field.or_else(|| page.pen.get_untracked().filter(|_| said.is_edited()).and_then(edit));
            (said, field)
        });
        // It goes with the owner of the row.
        StoredValue::new_local(effect);
    };
    view! { <div id=element_id(&own()) role="row" use:keep></div> }.into_any()
}

/// All that a row says, as it stands in the page.
#[derive(Default)]
struct Said {
    attributes: Attributes,
    /// The row, or the link in it, is in the order of tabs.
    is_stop: bool,
    /// Its cells; while the line is written, those before the field and those after it.
    cells: Arc<Vec<String>>,
    /// What can be done with the selected line.
    bar: String,
}

impl Said {
    fn is_edited(&self) -> bool {
        self.cells.len() > 1
    }
}

fn cells_of(page: Page, drawn: &Drawn) -> Vec<String> {
    let session = page.session();
    let is_edited = page.is_edited(&drawn.row.id) && page.pen.with(Option::is_some);
    let parts = if is_edited { &[Cells::BeforeText, Cells::AfterText][..] } else { &[Cells::All] };
    session.programme.with_untracked(|programme| {
        page.search.with(|search| {
            let reading = Reading { language: session.language.get(), search, programme };
            parts.iter().map(|part| cells(*part, drawn, &reading)).collect()
        })
    })
}

fn say(page: Page, drawn: &Drawn, cells: Arc<Vec<String>>) -> Said {
    let id = &drawn.row.id;
    let is_chosen = page.chosen.with(|chosen| chosen.contains(id));
    let is_selected = page.is_selected(id);
    // One row is in the order of tabs: the selected one, or else the first.
    let is_stop = is_selected || drawn.at == 1 && page.selected.with(Option::is_none);
    let pen = page.pen.get().filter(|_| is_selected && page.is_editable());
    let bar = pen.map(|pen| (pen.bar)(page, &drawn.row));
    let attributes = attributes(drawn, is_selected || is_chosen, is_stop);
    Said { attributes, is_stop, cells, bar: bar.unwrap_or_default() }
}

/// Writes into the page what a row says otherwise than before. Names and markup are ours: no browser refuses them.
fn write(page: Page, row: &Element, before: &Said, now: &Said) {
    for ((name, value), (_, before)) in now.attributes.iter().zip(&before.attributes) {
        let _ = match value {
            _ if value == before => continue,
            // Who stepped to the row has said so already (`step_to_row`).
            Some(value) if row.get_attribute(name).as_ref() == Some(value) => continue,
            Some(value) => row.set_attribute(name, value),
            None => row.remove_attribute(name),
        };
    }
    let find = |selector: &str| row.query_selector(selector).ok().flatten();
    if before.cells.len() == now.cells.len() {
        let changed = now.cells.iter().zip(before.cells.iter()).enumerate().filter(|(_, (now, before))| now != before);
        for (at, (cells, _)) in changed {
            let place = if at == 0 { row.first_element_child() } else { find(".row-field + .row-cells") };
            place.inspect(|place| place.set_outer_html(cells));
        }
        if before.bar != now.bar {
            find(".row-bar").inspect(Element::remove);
            show_bar(page, row, &now.bar);
        }
    } else {
        row.set_inner_html(&now.cells.join(r#"<span class="row-field" role="gridcell"></span>"#));
        show_bar(page, row, &now.bar);
    }
    if (before.is_stop || now.is_stop)
        && let Some(link) = find(".row-target")
    {
        let _ = link.set_attribute("tabindex", tab_index(now.is_stop));
    }
}

/// Puts the bar at the end of the selected row. It moves from line to line while it says the same: to read its markup anew takes
/// as long as all else that selecting does.
fn show_bar(page: Page, row: &Element, markup: &str) {
    if markup.is_empty() {
        return;
    }
    let kept = page.bar.try_get_value().flatten().filter(|(kept, _)| kept == markup).map(|(_, bar)| bar);
    let is_kept = kept.is_some_and(|bar| row.append_child(&bar).is_ok());
    if !is_kept && row.insert_adjacent_html("beforeend", markup).is_ok() {
        page.bar.try_set_value(row.last_element_child().map(|bar| (markup.to_owned(), bar)));
    }
}

/// Whether something is in the order of tabs, as an attribute.
fn tab_index(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// Names of attributes with their values; a row has none where the value is `None`.
type Attributes = [(&'static str, Option<String>); 9];

fn attributes(drawn: &Drawn, is_marked: bool, is_stop: bool) -> Attributes {
    let Drawn { row, place, .. } = drawn;
    let heading = if row.is_heading { " is-heading" } else { "" };
    let selected = if is_marked { " is-selected" } else { "" };
    // A measure stands under its indicator's text, so it has the indent of its indicator.
    let indent = if row.kind == RowKind::Measure { row.level - 1 } else { row.level };
    [
        ("class", Some(format!("outline-row{heading}{selected}"))),
        ("data-level", Some(indent.min(6).to_string())),
        ("aria-level", Some(row.level.to_string())),
        ("aria-rowindex", Some(drawn.at.to_string())),
        ("aria-posinset", Some(place.0.to_string())),
        ("aria-setsize", Some(place.1.to_string())),
        ("aria-selected", Some(is_marked.to_string())),
        ("aria-expanded", drawn.is_open.map(|is_open| is_open.to_string())),
        ("tabindex", Some(tab_index(is_stop).to_owned())),
    ]
}

/// Which tool a button of the bar is.
pub const TOOL: &str = "data-tool";

/// A press anywhere in the outline: on a tool, on the button of a branch, on a line, on its text.
pub fn pressed(page: Page, event: &web_sys::MouseEvent) {
    let Some(id) = closest(event, ".outline-row").and_then(|row| row.id().strip_prefix(ELEMENT).map(NodeId::from))
    else {
        return;
    };
    // A page that goes stays in sight until the next one has come.
    let Some(pen) = page.pen.try_get_untracked() else { return };
    if is_inside(event, ".row-bar") {
        let tool = closest(event, "button").and_then(|tool| tool.get_attribute(TOOL)?.parse().ok());
        pen.zip(tool).zip(page.row(&id)).inspect(|((pen, tool), row)| (pen.tool)(page, row, *tool));
        return;
    }
    if is_inside(event, ".fold") {
        page.set_folded(&id, !untrack(|| page.is_folded(&id)));
        // The button is drawn anew, and the focus would be nowhere.
        focus_row(&id);
        return;
    }
    if !page.row(&id).is_some_and(|row| row.is_line()) {
        return;
    }
    let is_text = is_inside(event, ".row-text") && !is_inside(event, "a, button");
    let is_several = event.shift_key() || event.ctrl_key() || event.meta_key();
    let is_written = is_text && !is_several && (untrack(|| page.is_selected(&id)) || !is_touch(event));
    match pen {
        Some(pen) => {
            if is_written {
                (pen.edit)(page, &id);
            }
            (pen.clicked)(page, event, &id);
        }
        None => page.select(Some(id)),
    }
}
