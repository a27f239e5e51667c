//! The properties of the selected line, beside the document; on phones a sheet from the bottom.

use std::sync::Arc;

use leptos::prelude::*;

use super::elements::focus_row;
use super::inspector_bodies::bodies;
use super::inspector_history::history;
use super::inspector_links::{line_chip, links};
use super::inspector_work::work;
use super::rows::{Row, RowKind};
use super::state::Page;
use super::text_field::{Kept, TextField, text_field};
use crate::document::NodeId;
use crate::i18n::messages::{Outline, Shell};
use crate::i18n::{Message, is_outdated, one_line};
use crate::model::{Command, Edit, ItemEdit, ItemKind, Line, Programme, SectionEdit};
use crate::ui::actions::perform;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::new_measure::{add_measure, is_bare};
use crate::ui::words;

const TITLE: &str = "inspector-title";

/// The panel of the selected line; nothing while none is.
pub fn inspector(page: Page) -> AnyView {
    (move || page.settled.get().and_then(|id| page.row(&id)).map(|row| panel(page, row))).into_any()
}

fn panel(page: Page, row: Arc<Row>) -> AnyView {
    let id = row.id.clone();
    let close_id = id.clone();
    let close = move |_| {
        page.select(None);
        focus_row(&close_id);
    };
    let is_item = matches!(row.kind, RowKind::Item | RowKind::Indicator);
    // What a line of the section of indicators lacks comes first.
    let is_bare_line = page.session().programme.with_untracked(|programme| {
        programme.items().get(row.id.as_str()).is_some_and(|item| is_bare(programme, item))
    });
    let title_label = if row.kind == RowKind::Measure { Outline::MeasureName } else { Outline::TitleLabel };
    let label_row = row.id.clone();
    view! {
        <aside class="inspector" aria-labelledby=TITLE>
            <div class="inspector-column">
                <div class="inspector-head">
                    <div>{heading(page, &row)}</div>
                    <button class="icon-button" aria-label=words(&Shell::Close) on:click=close>{icon(Icon::X)}</button>
                </div>
                {move || doubt(page, &label_row)}
                {super::review::way_back(page, &row)}
                <div class="inspector-group">
                    {field(page, &id, title_label, 2, Part::Title)}
                    {is_item.then(|| field(page, &id, Outline::FullText, 4, Part::Full))}
                    {is_item.then(|| outdated(page, &id))}
                </div>
                {is_bare_line.then(|| measures(page, &row))}
                {is_item.then(|| work(page, &row))}
                {bodies(page, &row)}
                {(!is_bare_line).then(|| measures(page, &row))}
                {links(page, &row)}
                {is_item.then(|| view! {
                    <div class="inspector-group">
                        {field(page, &id, Outline::Product, 1, Part::Product)}
                        {field(page, &id, Outline::Note, 2, Part::Note)}
                    </div>
                }.into_any())}
                {super::issued::compared(page, &row)}
                {history(page, &id)}
                {move || page.is_editable().then(|| duplicate(page, &id))}
            </div>
        </aside>
    }
    .into_any()
}

fn duplicate(page: Page, id: &NodeId) -> AnyView {
    let id = id.clone();
    view! {
        <div class="inspector-group">
            <div><button class="button is-small" on:click=move |_| page.duplicate(&id)>
                {icon(Icon::Copy)}{words(&Outline::Duplicate)}
            </button></div>
        </div>
    }
    .into_any()
}

fn heading(page: Page, row: &Row) -> AnyView {
    let (id, kind) = (row.id.clone(), row.kind);
    let session = page.session();
    let title = move || {
        let reference = session.programme.with(|programme| programme.reference(id.as_str()));
        let message = match kind {
            RowKind::Section(_) => Outline::SectionReference { reference },
            RowKind::Measure => Outline::MeasureReference { reference },
            _ => Outline::ItemReference { reference },
        };
        message.text(session.language.get()).into_owned()
    };
    let id = row.id.clone();
    let section = move || {
        session.programme.with(|programme| {
            let section = programme.section_of(id.as_str()).filter(|section| section.id != id)?;
            Some(format!("{} {}", programme.label(section.id.as_str()).dotted(), section.title))
        })
    };
    view! { <h2 id=TITLE>{title}</h2><p lang="vi">{section}</p> }.into_any()
}

/// The document prints another number than the order gives: kept as it is, or given up.
fn doubt(page: Page, id: &NodeId) -> Option<AnyView> {
    let session = page.session();
    let label = page.rows.with(|rows| rows.iter().find(|row| row.id == *id).map(|row| row.label.clone()))?;
    if !label.is_out_of_order() {
        return None;
    }
    let (printed, computed) = (label.printed?, label.computed);
    let words = Outline::PrintedLabel { printed, computed: computed.clone() }.text(session.language.get());
    let renumber = Outline::Renumber { computed: computed.clone() }.text(session.language.get());
    let id = id.clone();
    let click = move |_| {
        let edit = session.programme.with_untracked(|programme| match programme.items().get(id.as_str()) {
            None => Edit::Section(id.clone(), SectionEdit::PrintedLabel(None)),
            Some(item) => {
                // A paragraph has the number that is printed, or none.
                let printed = (item.kind == ItemKind::Paragraph).then(|| computed.clone());
                Edit::Item(id.clone(), ItemEdit::PrintedLabel(printed))
            }
        });
        perform(session, Command::Edit(vec![edit]));
    };
    let button = page
        .is_editable()
        .then(|| view! { <div class="notice-actions"><button class="button is-small" on:click=click>{renumber}</button></div> });
    Some(
        view! { <div class="notice" data-status="at-risk"><p>{status_mark(Status::AtRisk)}<span>{words}</span></p>{button}</div> }
            .into_any(),
    )
}

/// The full wording no longer says what the line says: it is brought in line in its field, or given up.
fn outdated(page: Page, id: &NodeId) -> AnyView {
    let session = page.session();
    let id = StoredValue::new(id.clone());
    let is_so = Memo::new(move |_| {
        session.programme.with(|programme| {
            id.with_value(|id| programme.items().get(id.as_str()).is_some_and(|item| is_outdated(programme, item)))
        })
    });
    let drop_text = move |_| {
        perform(session, Command::Edit(vec![Edit::Item(id.get_value(), ItemEdit::Text(String::new()))]));
        id.with_value(focus_row);
    };
    let notice = move || {
        let button = || {
            view! { <div class="notice-actions"><button class="button is-small" on:click=drop_text>{words(&Outline::DropText)}</button></div> }
        };
        is_so.get().then(|| {
            view! {
                <div class="notice" data-status="at-risk" role="status">
                    <p>{status_mark(Status::AtRisk)}<span>{words(&Outline::TextOutdated)}</span></p>
                    {page.is_editable().then(button)}
                </div>
            }
            .into_any()
        })
    };
    notice.into_any()
}

/// The measures below, and one more.
fn measures(page: Page, row: &Row) -> Option<AnyView> {
    const MOST: usize = 12;
    let ids = if row.kind == RowKind::Measure { vec![row.id.clone()] } else { row.measures.to_vec() };
    let session = page.session();
    let own = |programme: &Programme| {
        let item = programme.items().get(row.id.as_str())?;
        let is_indicator = programme.measures().of(item.id.as_str()).next().is_some() || is_bare(programme, item);
        is_indicator.then(|| item.id.clone())
    };
    let item = session.programme.with_untracked(own);
    if ids.len() > MOST || matches!(row.kind, RowKind::Section(_)) || ids.is_empty() && item.is_none() {
        return None;
    }
    let adding = move || {
        let item = item.clone().filter(|_| page.is_editable())?;
        let click = move |_| add_measure(session, item.clone());
        Some(
            view! {
                <div><button class="button is-small" on:click=click>{icon(Icon::Target)}{words(&Outline::AddMeasure)}</button></div>
            }
            .into_any(),
        )
    };
    let has_measures = !ids.is_empty();
    let chips = move || {
        session.programme.with(|programme| {
            let chip = |id: &NodeId| {
                programme.line(id.as_str()).map(|line| view! { <li>{line_chip(page, line)}</li> }.into_any())
            };
            ids.iter().filter_map(chip).collect::<Vec<_>>()
        })
    };
    let chips = has_measures.then(|| {
        view! {
            <div class="field">
                <span class="field-label">{words(&Outline::OpenMeasures)}</span>
                <ul class="chip-list">{chips}</ul>
            </div>
        }
        .into_any()
    });
    Some(view! { <div class="inspector-group">{chips}{adding}</div> }.into_any())
}

/// The texts of a line that are written here.
#[derive(Clone, Copy)]
enum Part {
    Title,
    Full,
    Product,
    Note,
}

impl Part {
    fn read(self, line: Line) -> String {
        match (self, line) {
            (Self::Title, line) => line.title().to_owned(),
            (Self::Full, Line::Item(item)) => item.text.clone(),
            (Self::Product, Line::Item(item)) => item.product.clone(),
            (Self::Note, Line::Item(item)) => item.note.clone(),
            _ => String::new(),
        }
    }

    /// None: the text cannot be kept.
    fn edits(self, programme: &Programme, id: &NodeId, text: String) -> Vec<Edit> {
        let edit = match self {
            Self::Title => return programme.title_edits(id.as_str(), &one_line(&text)),
            Self::Full => ItemEdit::Text(text),
            Self::Product => ItemEdit::Product(text),
            Self::Note => ItemEdit::Note(text),
        };
        vec![Edit::Item(id.clone(), edit)]
    }
}

/// A text of the line, written when the field is left; Esc brings the old text back.
fn field(page: Page, id: &NodeId, label: Outline, rows: u8, part: Part) -> AnyView {
    let session = page.session();
    let id = StoredValue::new(id.clone());
    let value = Memo::new(move |_| {
        session.programme.with(|programme| {
            id.with_value(|id| programme.line(id.as_str()).map(|line| part.read(line))).unwrap_or_default()
        })
    });
    let keep = move |typed| {
        let edits = session.programme.with_untracked(|programme| id.with_value(|id| part.edits(programme, id, typed)));
        let is_kept = !edits.is_empty() && perform(session, Command::Edit(edits)).is_some();
        if is_kept { Kept::Yes } else { Kept::No }
    };
    let leave = move || id.with_value(focus_row);
    text_field(TextField { page, label, rows, value, keep: Box::new(keep), leave: Box::new(leave) })
}
