//! The properties of the selected line, beside the document; on phones a sheet from the bottom.

use leptos::prelude::*;

use super::actions::title_edit;
use super::rows::{Row, RowKind};
use super::state::{Page, focus_row};
use crate::app::Route;
use crate::document::NodeId;
use crate::i18n::messages::{Outline, Shell};
use crate::i18n::{Message, deadline_words, nfc};
use crate::model::{Command, Edit, Item, ItemEdit, Line, Role, SectionEdit, TaskState};
use crate::ui::actions::perform;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

const TITLE: &str = "inspector-title";

/// The panel of the selected line; nothing while none is.
pub fn inspector(page: Page) -> AnyView {
    (move || page.selected.get().and_then(|id| page.row(&id)).map(|row| panel(page, row))).into_any()
}

fn panel(page: Page, row: Row) -> AnyView {
    let id = row.id.clone();
    let close_id = id.clone();
    let close = move |_| {
        page.select(None);
        focus_row(&close_id);
    };
    let is_item = matches!(row.kind, RowKind::Item | RowKind::Indicator);
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
                </div>
                {is_item.then(|| work(page, &row))}
                {bodies(page, &id)}
                {measures(page, &row)}
                {is_item.then(|| view! {
                    <div class="inspector-group">
                        {field(page, &id, Outline::Product, 1, Part::Product)}
                        {field(page, &id, Outline::Note, 2, Part::Note)}
                    </div>
                }.into_any())}
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
            Some(format!("{}. {}", programme.label(section.id.as_str()).shown(), section.title))
        })
    };
    view! { <h2 id=TITLE>{title}</h2><p>{section}</p> }.into_any()
}

/// The document prints another number than the order gives: kept as it is, or given up.
fn doubt(page: Page, id: &NodeId) -> Option<AnyView> {
    let session = page.session();
    let label = page.rows.with(|rows| rows.iter().find(|row| row.id == *id).map(|row| row.label.clone()))?;
    let (printed, computed) = (label.printed?, label.computed);
    let words = Outline::PrintedLabel { printed, computed: computed.clone() }.text(session.language.get());
    let renumber = Outline::Renumber { computed }.text(session.language.get());
    let id = id.clone();
    let click = move |_| {
        let is_section = session.programme.with_untracked(|programme| programme.sections().contains(id.as_str()));
        let edit = if is_section {
            Edit::Section(id.clone(), SectionEdit::PrintedLabel(None))
        } else {
            Edit::Item(id.clone(), ItemEdit::PrintedLabel(None))
        };
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

/// State and deadline of a task.
fn work(page: Page, row: &Row) -> AnyView {
    let session = page.session();
    let id = row.id.clone();
    let item = crate::app::arc_memo(session, move |programme| programme.items().get(id.as_str()).cloned());
    let is_task = !row.is_heading && row.measures.is_empty();
    let states = move || {
        let item = item.get()?;
        (is_task || item.state != TaskState::NotStarted).then(|| state_choice(page, &item))
    };
    let deadline = move || {
        let item = item.get()?;
        let language = session.language.get();
        let content = session
            .programme
            .with(|programme| super::content::deadline(programme, &item, session.as_of.get(), language));
        (is_task || content.is_some()).then(|| {
            let words = content.unwrap_or_else(|| deadline_words(&item.deadline, language));
            fact(&Outline::Deadline, words.into_any())
        })
    };
    view! { <div class="inspector-group">{states}{deadline}</div> }.into_any()
}

fn state_choice(page: Page, item: &Item) -> AnyView {
    const STATES: [TaskState; 5] =
        [TaskState::NotStarted, TaskState::Ongoing, TaskState::Done, TaskState::Paused, TaskState::Cancelled];
    let session = page.session();
    let buttons: Vec<AnyView> = STATES
        .into_iter()
        .map(|state| {
            let pressed = item.state == state;
            let id = item.id.clone();
            let click = move |_| {
                if !pressed {
                    perform(session, Command::SetTaskState { of: vec![id.clone()], state });
                }
            };
            let disabled = move || !page.is_editable();
            view! { <button aria-pressed=pressed.to_string() disabled=disabled on:click=click>{words(&state)}</button> }
                .into_any()
        })
        .collect();
    view! {
        <div class="field">
            <span class="field-label" id="state-label">{words(&Outline::State)}</span>
            <div class="segmented" role="group" aria-labelledby="state-label">{buttons}</div>
        </div>
    }
    .into_any()
}

fn fact(name: &Outline, content: AnyView) -> AnyView {
    view! { <div class="field"><span class="field-label">{words(name)}</span><span>{content}</span></div> }.into_any()
}

/// Who leads, supports, watches.
fn bodies(page: Page, id: &NodeId) -> AnyView {
    let session = page.session();
    let id = id.clone();
    let parts = Memo::new(move |_| {
        let day = session.as_of.get();
        session.programme.with(|programme| {
            let name = |body: &NodeId| programme.body_on(body.as_str(), day).map(|body| body.name.clone());
            let owner = programme.measures().get(id.as_str()).and_then(|measure| measure.owner.as_ref());
            let mut parts: Vec<(Role, String)> =
                owner.and_then(name).map(|name| (Role::Lead, name)).into_iter().collect();
            for part in programme.engagements_of(id.as_str()) {
                let part = name(&part.body).map(|name| (part.role, name)).filter(|part| !parts.contains(part));
                parts.extend(part);
            }
            parts
        })
    });
    let role = move |role: Role| {
        let names: Vec<AnyView> = parts.with(|parts| {
            let of_role = parts.iter().filter(|part| part.0 == role);
            of_role.map(|(_, name)| view! { <li class="chip">{name.clone()}</li> }.into_any()).collect()
        });
        (!names.is_empty()).then(|| {
            view! {
                <div class="field">
                    <span class="field-label">{words(&role)}</span>
                    <ul class="chip-list">{names}</ul>
                </div>
            }
            .into_any()
        })
    };
    let groups = move || [Role::Lead, Role::Coordinate, Role::Monitor].into_iter().filter_map(role).collect::<Vec<_>>();
    (move || {
        parts
            .with(|parts| !parts.is_empty())
            .then(|| view! { <div class="inspector-group">{groups()}</div> }.into_any())
    })
    .into_any()
}

/// The measures directly below, and those that links lead to.
fn measures(page: Page, row: &Row) -> AnyView {
    const MOST: usize = 12;
    let session = page.session();
    let (id, kind) = (row.id.clone(), row.kind);
    let own = if kind == RowKind::Measure { vec![row.id.clone()] } else { row.measures.to_vec() };
    let own = if matches!(kind, RowKind::Section(_)) || own.len() > MOST { Vec::new() } else { own };
    let chips = move || {
        let language = session.language.get();
        session.programme.with(|programme| {
            let linked = programme.links_of(id.as_str()).map(|link| if link.from == id { &link.to } else { &link.from });
            let mut ids: Vec<NodeId> = own.clone();
            ids.extend(linked.filter(|id| !own.contains(id)).cloned());
            let chip = |id: &NodeId| {
                let measure = programme.measures().get(id.as_str())?;
                let evaluation = session.judged.with(|judged| judged.get(id.as_str()).cloned());
                let mark = evaluation.map(|evaluation| {
                    let words = evaluation.verdict.text(language);
                    view! { {status_mark(Status::from(evaluation.verdict))}<span class="visually-hidden">{words}</span> }.into_any()
                });
                let href = Route::Indicator(id.clone()).href();
                Some(view! { <li><a class="chip" href=href>{mark}{measure.name.clone()}</a></li> }.into_any())
            };
            let chips: Vec<AnyView> = ids.iter().filter_map(chip).collect();
            (!chips.is_empty()).then(|| {
                let name = if own.is_empty() { Outline::LinkedMeasures } else { Outline::OpenMeasures };
                view! {
                    <div class="inspector-group"><div class="field">
                        <span class="field-label">{words(&name)}</span>
                        <ul class="chip-list">{chips}</ul>
                    </div></div>
                }
                .into_any()
            })
        })
    };
    chips.into_any()
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

    /// `None`: the text cannot be kept.
    fn edit(self, line: Line, text: String) -> Option<Edit> {
        let edit = match self {
            Self::Title => return title_edit(line, text.split_whitespace().collect::<Vec<_>>().join(" ")),
            Self::Full => ItemEdit::Text(text),
            Self::Product => ItemEdit::Product(text),
            Self::Note => ItemEdit::Note(text),
        };
        Some(Edit::Item(line.id().clone(), edit))
    }
}

/// A text of the line, written when the field is left; Esc brings the old text back.
fn field(page: Page, id: &NodeId, label: Outline, rows: u8, part: Part) -> AnyView {
    let session = page.session();
    let id = StoredValue::new(id.clone());
    let text = Memo::new(move |_| {
        session.programme.with(|programme| {
            id.with_value(|id| programme.line(id.as_str()).map(|line| part.read(line))).unwrap_or_default()
        })
    });
    let changed = move |event: leptos::ev::Event| {
        let typed = nfc(event_target_value(&event).trim());
        if typed == text.get_untracked() {
            return;
        }
        let edit = session.programme.with_untracked(|programme| {
            id.with_value(|id| programme.line(id.as_str()).and_then(|line| part.edit(line, typed)))
        });
        let done = edit.and_then(|edit| perform(session, Command::Edit(vec![edit])));
        if done.is_none() {
            event_target::<web_sys::HtmlTextAreaElement>(&event).set_value(&text.get_untracked());
        }
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            let field = event_target::<web_sys::HtmlTextAreaElement>(&event);
            field.set_value(&text.get_untracked());
            let _ = field.blur();
            id.with_value(focus_row);
        }
    };
    view! {
        <label class="field">
            <span class="field-label">{words(&label)}</span>
            <textarea
                class="input" rows=rows.to_string() readonly=move || !page.is_editable()
                prop:value=move || text.get() on:change=changed on:keydown=pressed
            />
        </label>
    }
    .into_any()
}
