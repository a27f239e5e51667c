//! The choice of a role, opened at a cell by pointer, touch or Enter.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};

use super::keys::At;
use super::{Matrix, ROLES, letter, role_class};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::Assignments;
use crate::model::Role;
use crate::ui::components::size::window_height;

/// The room that the choice takes at most, in pixels; under a finger it is that high.
const WIDTH: f64 = 200.0;
const HEIGHT: f64 = 4.0 * 44.0 + 10.0;

/// Where the choice is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Menu {
    at: At,
    left: f64,
    /// From the top of what it stands in, or from its end where it stands above the cell.
    from: (&'static str, f64),
    /// How far the table was scrolled when it opened.
    scrolled: (i32, i32),
}

impl Menu {
    /// Under a cell, or above it where the window ends; within the width of what the table stands in.
    pub fn at(cell: &HtmlElement, row: NodeId, column: usize) -> Self {
        let place = cell.closest(".matrix-place").ok().flatten();
        let scrolled = cell.closest(".matrix-scroll").ok().flatten().map(|it| (it.scroll_left(), it.scroll_top()));
        let (cell, frame) = (cell.get_bounding_client_rect(), place.map(|place| place.get_bounding_client_rect()));
        let (left, width) = frame.as_ref().map_or((0.0, WIDTH), |it| (it.left(), it.width()));
        let (top, bottom) = frame.map_or((0.0, 0.0), |it| (it.top(), it.bottom()));
        let is_low = cell.bottom() + HEIGHT > seen_height() && cell.top() > 2.0 * HEIGHT;
        let from = if is_low { ("end", bottom - cell.top()) } else { ("start", cell.bottom() - top) };
        Self {
            at: (row, column),
            left: (cell.left() - left).min(width - WIDTH).max(0.0),
            from,
            scrolled: scrolled.unwrap_or_default(),
        }
    }

    /// Its cell has been scrolled away from under it. The event of a scrolling before it opened may come after that.
    pub fn is_left_behind(&self, table: &web_sys::Element) -> bool {
        self.scrolled != (table.scroll_left(), table.scroll_top())
    }
}

pub(super) fn menu(matrix: Matrix) -> AnyView {
    (move || matrix.menu.get().map(|menu| open(matrix, menu))).into_any()
}

fn open(matrix: Matrix, menu: Menu) -> AnyView {
    let session = matrix.session;
    let language = session.language.get();
    let (row, column) = menu.at.clone();
    let body = matrix.columns.with_untracked(|columns| columns.get(column.wrapping_sub(1)).cloned());
    let name = body.map(|body| body.short().to_owned()).unwrap_or_default();
    let now = matrix.sheet.with_untracked(|sheet| sheet.row(&row)?.cells.get(column.wrapping_sub(1))?.role);
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let chosen = place.get().and_then(|place| {
            place.query_selector("[aria-checked='true']").ok().flatten().or(place.first_element_child())
        });
        if let Some(button) = chosen.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    });
    let choose = {
        let at = menu.at.clone();
        move |role: Option<Role>| {
            matrix.menu.set(None);
            matrix.assign(&at.0, at.1, role);
            matrix.focus(&at);
        }
    };
    let close = {
        let at = menu.at.clone();
        move || {
            matrix.menu.set(None);
            matrix.focus(&at);
        }
    };
    let button = |role: Option<Role>| {
        let (choose, sign) = (choose.clone(), role.map_or_else(|| "×".into(), |role| letter(role).text(language)));
        let name = role.map_or_else(|| Assignments::Remove.text(language), |role| role.text(language));
        view! {
            <button
                role="menuitemradio" tabindex="-1" aria-checked=(role == now).to_string()
                on:pointerdown=|event| event.prevent_default() on:click=move |_| choose(role)
            >
                <span class=role_class(role) aria-hidden="true">{sign}</span> {name}
            </button>
        }
        .into_any()
    };
    let mut buttons: Vec<AnyView> = ROLES.into_iter().map(|role| button(Some(role))).collect();
    if now.is_some() {
        buttons.push(button(None));
    }
    let pressed = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Escape" | "Tab" => close(),
            "ArrowDown" => step(&event, true),
            "ArrowUp" => step(&event, false),
            "Delete" | "Backspace" => choose(None),
            key => match matrix.role_of_key(key) {
                Some(role) => choose(Some(role)),
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let (edge, room) = menu.from;
    let style = format!("inset-inline-start:{:.0}px;inset-block-{edge}:{room:.0}px", menu.left);
    let left = move |event: web_sys::FocusEvent| {
        // Drawn anew, it loses the focus when it is gone already.
        let Some(place) = place.try_get_untracked() else { return };
        let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !place.is_some_and(|place| place.contains(to.as_ref())) {
            // Another cell may have opened its own meanwhile.
            matrix.menu.update(|open| *open = open.take().filter(|open| *open != menu));
        }
    };
    view! {
        <div
            class="role-menu" role="menu" aria-label=Assignments::RoleOf { body: name }.text(language).into_owned()
            style=style node_ref=place on:keydown=pressed on:focusout=left
        >
            {buttons}
        </div>
    }
    .into_any()
}

/// How much of the window is seen: the tabs of phones lie over its foot.
fn seen_height() -> f64 {
    let tabs = document()
        .query_selector(".bottom-nav")
        .ok()
        .flatten()
        .map_or(0.0, |it| it.get_bounding_client_rect().height());
    window_height() - tabs
}

/// To the choice below or above, round the ends.
fn step(event: &KeyboardEvent, is_forward: bool) {
    let Some(now) = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else { return };
    let Some(menu) = now.parent_element() else { return };
    let next = if is_forward {
        now.next_element_sibling().or(menu.first_element_child())
    } else {
        now.previous_element_sibling().or(menu.last_element_child())
    };
    if let Some(next) = next.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}
