//! One row: its cells, their field while it is written, and the bar of the selected line.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

use super::cells::{Cells, Reading, cells};
use super::content::{Content, Reader};
use super::rows::{Row, RowKind};
use super::state::{Drawn, ELEMENT, Editing, Page, Rows, element_id, focus_row, is_touch};
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

fn line_row(page: Page, drawn: Memo<Drawn>) -> AnyView {
    let id = StoredValue::new(drawn.with_untracked(|drawn| drawn.row.id.clone()));
    // A page that goes stays in sight until the next one has come, though its signals have gone already.
    let is_selected = move || id.try_with_value(|id| page.is_selected(id)).unwrap_or_default();
    let is_edited = move || id.try_with_value(|id| page.is_edited(id)).unwrap_or_default();
    let attributes = move || {
        let is_chosen = page.chosen.with(|chosen| id.with_value(|id| chosen.contains(id)));
        let is_selected = is_selected();
        // One row is in the order of tabs: the selected one, or else the first.
        let is_stop = is_selected || drawn.with(|drawn| drawn.at == 1) && page.selected.with(Option::is_none);
        drawn.with(|drawn| attributes(drawn, is_selected || is_chosen, is_stop))
    };
    let markup = move |which: Cells| {
        let markup = drawn.try_with(|drawn| {
            let session = page.session();
            session.programme.with_untracked(|programme| {
                page.search.with(|search| {
                    let is_selected = untrack(is_selected);
                    let reading = Reading { language: session.language.get(), search, is_selected, programme };
                    cells(which, drawn, &reading)
                })
            })
        });
        markup.unwrap_or_default()
    };
    let part = move |which: Cells| {
        view! { <span class="row-cells" role="none" inner_html=move || markup(which)></span> }.into_any()
    };
    let content = move || match is_edited().then(|| page.pen.get()).flatten() {
        Some(pen) => {
            let field = (pen.editor)(page, Editing::Line(id.get_value()), Outline::TitleLabel);
            let field = view! { <span class="row-field" role="gridcell">{field}</span> }.into_any();
            (part(Cells::BeforeText), field, part(Cells::AfterText)).into_any()
        }
        None => part(Cells::All),
    };
    let bar = move || {
        let pen = (is_selected() && page.is_editable()).then(|| page.pen.get()).flatten()?;
        Some(drawn.with_untracked(|drawn| (pen.bar)(page, &drawn.row)))
    };
    view! {
        <div id=id.with_value(element_id) role="row" use:keep=attributes>
            {content}
            {bar}
        </div>
    }
    .into_any()
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
        ("tabindex", Some(if is_stop { "0" } else { "-1" }.to_owned())),
    ]
}

/// A directive: the row has these attributes as long as its view stays. One effect for all of them; with one for each, they
/// cost a long list more than all that it says.
fn keep(element: Element, values: impl Fn() -> Attributes + 'static) {
    let effect = RenderEffect::new(move |before: Option<Attributes>| {
        let now = values();
        for (at, (name, value)) in now.iter().enumerate() {
            if before.as_ref().is_some_and(|before| before[at].1 == *value) {
                continue;
            }
            // Names of ours, that no browser refuses.
            let _ = match value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }
        // The link in the row is a stop where the row is one.
        if let Some([.., before]) = before
            && let [.., (name, Some(value))] = &now
            && before.1.as_ref() != Some(value)
            && let Ok(Some(link)) = element.query_selector(".row-target")
        {
            let _ = link.set_attribute(name, value);
        }
        now
    });
    // It goes with the owner of the row.
    StoredValue::new_local(effect);
}

/// A press anywhere in the outline: on the button of a branch, on a line, on its text.
pub fn pressed(page: Page, event: &web_sys::MouseEvent) {
    let Some(id) = closest(event, ".outline-row").and_then(|row| row.id().strip_prefix(ELEMENT).map(NodeId::from))
    else {
        return;
    };
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
    match page.pen.get_untracked() {
        Some(pen) => {
            if is_written {
                (pen.edit)(page, &id);
            }
            (pen.clicked)(page, event, &id);
        }
        None => page.select(Some(id)),
    }
}
