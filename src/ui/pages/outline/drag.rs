//! Lines moved by the mouse: taken at their number, with a line where they would go. Alt and the arrows do the same.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::elements::{ELEMENT, focus_row};
use super::state::{Page, holds_items};
use crate::document::NodeId;
use crate::model::{Command, Line, Programme, ROOT, Spot};
use crate::ui::actions::{closest, perform};
use crate::ui::components::size::window_height;

/// Pixels from which a press is a drag.
const FIRST: i32 = 5;
/// Pixels from the edges of the window within which it scrolls, and by how much.
const EDGE: i32 = 72;
const STEP: f64 = 14.0;

#[derive(Clone, Default, PartialEq)]
struct Drag {
    line: Option<NodeId>,
    from: (i32, i32),
    /// It has moved far enough; where it would be dropped.
    is_on: bool,
    target: Option<Target>,
}

#[derive(Clone, PartialEq)]
struct Target {
    spot: Spot,
    /// The place of the sign: left, top, width, and the height of the row that it would go into.
    place: (i32, i32, i32, i32),
}

/// The sign where lines would go; listens as long as the page stays.
pub fn drag(page: Page) -> AnyView {
    let drag = RwSignal::new(Drag::default());
    let listen = |name: &'static str, act: fn(Page, RwSignal<Drag>, &web_sys::PointerEvent)| {
        let handle = window_event_listener_untyped(name, move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() {
                act(page, drag, event);
            }
        });
        on_cleanup(move || handle.remove());
    };
    listen("pointerdown", begin);
    listen("pointermove", moved);
    listen("pointerup", drop_lines);
    listen("pointercancel", |_, drag, _| drag.set(Drag::default()));
    // Neither a drag nor a selection of lines marks text.
    let handle = window_event_listener(leptos::ev::mousedown, move |event| {
        // What is pressed in the outline while a line is written acts on it: leaving the field redraws its line, and the
        // press would go into nothing.
        let is_acting = closest(&event, ".outline-row :is(.row-bar, .fold, a)").is_some();
        if is_acting && page.editing.with_untracked(Option::is_some) {
            return event.prevent_default();
        }
        let is_number = closest(&event, ".outline .row-number").is_some();
        let row = closest(&event, ".outline-row").filter(|_| is_number || event.shift_key());
        if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
            event.prevent_default();
            let _ = row.focus();
        }
    });
    on_cleanup(move || handle.remove());
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && drag.with_untracked(|drag| drag.is_on) {
            drag.set(Drag::default());
        }
    });
    on_cleanup(move || handle.remove());
    let target = Memo::new(move |_| drag.with(|drag| drag.target.clone()));
    (move || {
        let (left, top, width, height) = target.get()?.place;
        let style = format!(
            "inset-inline-start:{left}px;inset-block-start:{top}px;inline-size:{width}px;block-size:{height}px"
        );
        Some(view! { <div class="drop-line" aria-hidden="true" style=style></div> }.into_any())
    })
    .into_any()
}

fn begin(page: Page, drag: RwSignal<Drag>, event: &web_sys::PointerEvent) {
    let is_plain = event.button() == 0 && event.pointer_type() != "touch" && !event.shift_key() && !event.ctrl_key();
    if !is_plain || !untrack(move || page.is_editable()) || closest(event, ".row-number").is_none() {
        return;
    }
    let row = closest(event, ".outline-row").and_then(|row| row.id().strip_prefix(ELEMENT).map(NodeId::from));
    if let Some(line) = row.filter(|id| page.row(id).is_some_and(|row| row.is_line())) {
        drag.set(Drag { line: Some(line), from: (event.client_x(), event.client_y()), ..Drag::default() });
    }
}

fn moved(page: Page, drag: RwSignal<Drag>, event: &web_sys::PointerEvent) {
    let Drag { line: Some(line), from, is_on, .. } = drag.get_untracked() else { return };
    let (x, y) = (event.client_x(), event.client_y());
    if !is_on && (x - from.0).abs().max((y - from.1).abs()) < FIRST {
        return;
    }
    let lines = dragged(page, &line);
    let target = target_at(page, &lines, x, y);
    drag.update(|drag| {
        drag.is_on = true;
        drag.target = target;
    });
    if y < EDGE {
        window().scroll_by_with_x_and_y(0.0, -STEP);
    } else if f64::from(y + EDGE) > window_height() {
        window().scroll_by_with_x_and_y(0.0, STEP);
    }
}

fn drop_lines(page: Page, drag: RwSignal<Drag>, _: &web_sys::PointerEvent) {
    let Drag { line, target, .. } = drag.get_untracked();
    if line.is_none() {
        return;
    }
    drag.set(Drag::default());
    if let (Some(line), Some(target)) = (line, target) {
        let lines = dragged(page, &line);
        if perform(page.session(), Command::Move { lines, to: target.spot }).is_some() {
            page.reveal(&line);
            focus_row(&line);
        }
    }
}

/// All selected lines where the line taken is one of them, else that one.
fn dragged(page: Page, line: &NodeId) -> Vec<NodeId> {
    let lines = page.acted_on();
    if lines.contains(line) { lines } else { vec![line.clone()] }
}

/// Upper part of a row: before it. Lower part: after it, or as its first where it stands open. Middle: into it.
fn target_at(page: Page, lines: &[NodeId], x: i32, y: i32) -> Option<Target> {
    #[allow(clippy::cast_precision_loss, reason = "pixels of a screen")]
    let element = document().element_from_point(x as f32, y as f32)?.closest(".outline-row").ok()??;
    let row = page.row(&element.id().strip_prefix(ELEMENT)?.into()).filter(|row| row.is_line())?;
    let bounds = element.get_bounding_client_rect();
    let text = element.query_selector(".row-text, .row-field").ok()??.get_bounding_client_rect();
    let (top, height) = (whole(bounds.top()), whole(bounds.height()));
    let (left, right) = (whole(text.left()), whole(bounds.right()));
    let is_open = row.can_fold && !page.folded.with_untracked(|folded| folded.contains(&row.id));
    let (part, is_holder) = ((y - top) * 4, holds_items(row.kind));
    page.session().programme.with_untracked(|programme| {
        let children = |parent: &NodeId| programme.children(parent.as_str());
        let (spot, at, high) = if part < height || part < height * 2 && !is_holder {
            let siblings = children(&row.parent);
            let at = siblings.iter().position(|line| *line.id() == row.id)?;
            let after = at.checked_sub(1).map(|before| siblings[before].id().clone());
            (Spot { parent: row.parent.clone(), after }, top, 0)
        } else if part < height * 3 && is_holder {
            let after = children(&row.id).last().map(|line| line.id().clone());
            (Spot { parent: row.id.clone(), after }, top, height)
        } else if is_open && is_holder {
            (Spot { parent: row.id.clone(), after: None }, top + height, 0)
        } else {
            (Spot { parent: row.parent.clone(), after: Some(row.id.clone()) }, top + height, 0)
        };
        let left = if high > 0 { whole(bounds.left()) } else { left };
        let fits = lines.iter().all(|line| fits(programme, line, &spot.parent));
        // Where it stands already is no place to go to.
        let is_same = lines.len() == 1 && lines.first() == spot.after.as_ref();
        (fits && !is_same).then(|| Target { spot, place: (left, at, right - left, high) })
    })
}

/// Whether a line can stand below a parent.
fn fits(programme: &Programme, line: &NodeId, parent: &NodeId) -> bool {
    if line == parent || programme.ancestors(parent.as_str()).iter().any(|above| above.id() == line) {
        return false;
    }
    let (is_root, is_item) = (parent.as_str() == ROOT, programme.items().contains(parent.as_str()));
    match programme.line(line.as_str()) {
        Some(Line::Section(_)) => is_root,
        Some(Line::Item(_)) => !is_root,
        Some(Line::Measure(_)) => is_item,
        None => false,
    }
}

#[allow(clippy::cast_possible_truncation, reason = "pixels of a screen")]
fn whole(pixels: f64) -> i32 {
    pixels.round() as i32
}
