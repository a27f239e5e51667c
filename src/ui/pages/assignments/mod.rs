//! Assignments (Phân công): the matrix of bodies by items, an item's panel, the bodies and what each has to do.

mod bodies;
mod body;
mod body_fields;
mod calendar;
mod deadline;
mod duties;
mod grid;
mod keys;
mod menu;
mod packages;
mod panel;
mod parts;
mod progress;
mod reminder;
mod report_row;
mod sheet;
mod tools;
mod work;
mod work_figures;
mod work_reports;

use std::sync::Arc;

use leptos::html::Table;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use self::menu::Menu;
use self::sheet::{DUTY, ITEM, REPORTS, Sheet, VIEW};
use crate::app::{Filters, Route, Session, use_session, with_filter};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::{Assignments, Reports, Shell};
use crate::model::{Body, Role};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

pub use body::body_work;

/// What the parts of the page share; copies are the same page.
#[derive(Clone, Copy)]
struct Matrix {
    session: Session,
    filters: Memo<Filters>,
    sheet: Memo<Arc<Sheet>>,
    columns: Memo<Arc<Vec<Arc<Body>>>>,
    /// The item whose panel is open.
    selected: Memo<Option<NodeId>>,
    /// Duties to report are set up beside the calendar.
    has_duties: Memo<bool>,
    /// The one cell that takes part in the order of Tab: its row and its column, 0 being the title.
    cursor: StoredValue<Option<(NodeId, usize)>>,
    menu: RwSignal<Option<Menu>>,
    /// `G` was pressed in a cell.
    going: StoredValue<bool>,
    /// The row whose deadline is being typed.
    editing: RwSignal<Option<NodeId>>,
    /// The key that began its text, if one did.
    begun: StoredValue<Option<String>>,
    /// What could not be read of it.
    unread: RwSignal<String>,
    /// For the live region: what was just done.
    said: RwSignal<String>,
    /// How many lines are drawn; it grows as the end comes near.
    drawn: RwSignal<usize>,
    table: NodeRef<Table>,
}

pub fn assignments() -> AnyView {
    let matrix = Matrix::new(use_session());
    let shows_bodies = Memo::new(move |_| matrix.filters.with(|filters| filters.contains_key(VIEW)));
    let main = move || if shows_bodies.get() { bodies::bodies(matrix.session) } else { table(matrix) };
    view! {
        <div class="assignment-layout">
            <div class="assignment-main">
                <header class="page-heading is-compact">
                    <div><h1 class="page-title">{words(&Shell::Assignments)}</h1>{note(matrix)}</div>
                    <div class="page-actions">{views(matrix, shows_bodies)}</div>
                </header>
                {main}
            </div>
            {panel::panel(matrix)}
        </div>
    }
    .into_any()
}

/// How much is given to how many, and what nobody leads: a link to those rows.
fn note(matrix: Matrix) -> AnyView {
    let words = move || {
        let language = matrix.session.language.get();
        let (items, bodies, unled) = matrix.sheet.with(|sheet| (sheet.items, sheet.bodies, sheet.unled));
        let note = Assignments::Note { items, bodies }.text(language).into_owned();
        let rest = match unled {
            0 if items == 0 => return ().into_any(),
            0 => Assignments::AllLed.text(language).into_owned().into_any(),
            count => {
                let mut filters = matrix.filters.get();
                filters.remove(VIEW);
                filters.insert(sheet::LEAD.to_owned(), sheet::NONE.to_owned());
                let words = Assignments::Unled { count }.text(language).into_owned();
                view! {
                    <a class="verdict" data-status="at-risk" href=Route::Assignments(filters).href()>
                        {status_mark(Status::AtRisk)}{words}
                    </a>
                }
                .into_any()
            }
        };
        view! { <span>{note}</span> " " {rest} }.into_any()
    };
    view! { <p class="headline-note">{words}</p> }.into_any()
}

fn views(matrix: Matrix, shows_bodies: Memo<bool>) -> AnyView {
    let button = move |name: &Assignments, is_bodies: bool| {
        view! {
            <button
                aria-pressed=move || (shows_bodies.get() == is_bodies).to_string()
                on:click=move |_| matrix.set(VIEW, if is_bodies { "bodies" } else { "" })
            >
                {words(name)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="segmented" role="group" aria-label=words(&Assignments::Views)>
            {button(&Assignments::Table, false)} {button(&Assignments::ByBody, true)}
        </div>
        <a class="button" href=Route::Body(None).href()>{icon(Icon::Flag)}{words(&Shell::MyWork)}</a>
        <button class="button" title=words(&Reports::PackageHint) on:click=move |_| packages::of_all(matrix.session)>
            {icon(Icon::Download)}{words(&Reports::Package)}
        </button>
    }
    .into_any()
}

fn table(matrix: Matrix) -> AnyView {
    let state = Memo::new(move |_| matrix.sheet.with(|sheet| (sheet.items == 0, sheet.lines.is_empty())));
    let body = move || match state.get() {
        (true, _) => empty(&Assignments::EmptyRows, &Assignments::EmptyRowsHint, Route::Outline { item: None }),
        (_, true) => tools::no_match(matrix),
        _ => grid::grid(matrix),
    };
    view! { {tools::tools(matrix)} {body} {calendar::calendar(matrix)} }.into_any()
}

fn empty(title: &Assignments, hint: &Assignments, way: Route) -> AnyView {
    view! {
        <div class="empty-note">
            <strong>{words(title)}</strong>
            <p>{words(hint)}</p>
            <a class="button" href=way.href()>{words(&Shell::Programme)}</a>
        </div>
    }
    .into_any()
}

impl Matrix {
    fn new(session: Session) -> Self {
        let filters = Memo::new(move |_| {
            session
                .route
                .with(|route| if let Route::Assignments(filters) = route { filters.clone() } else { Filters::new() })
        });
        // An item that is opened or closed changes no row.
        let seen = Memo::new(move |_| {
            let mut filters = filters.get();
            for name in [ITEM, VIEW, REPORTS, DUTY] {
                filters.remove(name);
            }
            filters
        });
        let sheet = Memo::new_with_compare(
            move |before: Option<&Arc<Sheet>>| {
                let (filters, day) = (seen.get(), session.as_of.get());
                let before = before.map(AsRef::as_ref);
                Arc::new(session.programme.with(|programme| Sheet::read(programme, &filters, day, before)))
            },
            |_, _| true,
        );
        let columns = Memo::new_with_compare(
            move |_| Arc::new(sheet.with(|sheet| sheet.columns.clone())),
            |old: Option<&Arc<Vec<Arc<Body>>>>, new| match (old, new) {
                (Some(old), Some(new)) => {
                    old.len() != new.len() || old.iter().zip(new.iter()).any(|(old, new)| !Arc::ptr_eq(old, new))
                }
                _ => true,
            },
        );
        let drawn = RwSignal::new(grid::FIRST);
        Effect::new(move |_| {
            seen.track();
            drawn.set(grid::FIRST);
        });
        let has_duties = Memo::new(move |_| filters.with(|filters| filters.contains_key(DUTY)));
        Self {
            session,
            filters,
            sheet,
            has_duties,
            columns,
            selected: Memo::new(move |_| filters.with(|filters| filters.get(ITEM).map(|id| id.as_str().into()))),
            cursor: StoredValue::new(None),
            menu: RwSignal::new(None),
            going: StoredValue::new(false),
            editing: RwSignal::new(None),
            begun: StoredValue::new(None),
            unread: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            drawn,
            table: NodeRef::new(),
        }
    }

    fn filter(self, name: &str) -> String {
        self.filters.with(|filters| filters.get(name).cloned().unwrap_or_default())
    }

    /// Sets one filter, or drops it with an empty text; the address follows.
    fn set(self, name: &str, value: &str) {
        let mut filters = with_filter(self.filters.get_untracked(), name, value);
        // Beside the matrix there is room for one: the item that is opened takes it. The list of bodies has no calendar.
        if name == ITEM || name == VIEW {
            filters.remove(DUTY);
        }
        self.session.go_in_place(Route::Assignments(filters));
    }
}

/// The letter that stands for a role in the matrix; it is the key too.
fn letter(role: Role) -> Assignments {
    match role {
        Role::Lead => Assignments::LeadLetter,
        Role::Coordinate => Assignments::CoordinateLetter,
        Role::Monitor => Assignments::MonitorLetter,
    }
}

const ROLES: [Role; 3] = [Role::Lead, Role::Coordinate, Role::Monitor];

fn role_class(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Lead) => "role is-lead",
        Some(Role::Coordinate) => "role is-support",
        Some(Role::Monitor) => "role is-watch",
        None => "role is-none",
    }
}

/// `<option>`s with the chosen one marked.
fn option(value: &str, name: String, chosen: &str) -> AnyView {
    let is_chosen = value == chosen;
    view! { <option value=value.to_owned() selected=is_chosen prop:selected=is_chosen>{name}</option> }.into_any()
}

/// The bodies to choose from, with a first line that chooses none; some are left out.
fn body_options(session: Session, none: &dyn Message, chosen: &str, without: &[NodeId]) -> Vec<AnyView> {
    let day = session.as_of.get();
    let bodies = session.programme.with(|programme| sheet::in_order(programme, day));
    let none = option("", none.text(session.language.get()).into_owned(), chosen);
    let rest = bodies.iter().filter(|body| !without.contains(&body.id));
    std::iter::once(none).chain(rest.map(|body| option(body.id.as_str(), body.name.clone(), chosen))).collect()
}

fn focus_field(id: &str) {
    if let Some(field) = document().get_element_by_id(id)
        && let Ok(field) = field.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = field.focus();
    }
}

/// The year that a deadline without one means: the programme's, or of a term the one looked at.
fn year_of(session: Session) -> i32 {
    let day = session.as_of.get_untracked();
    session.programme.with_untracked(|programme| programme.head().year_at(day))
}

fn say(session: Session, message: &dyn Message) -> String {
    message.text(session.language.get_untracked()).into_owned()
}

/// Whether the person named this body as their own, by its name or its short one.
fn is_mine(session: Session, body: &Body) -> bool {
    let own = session.preferences.with(|it| it.get(crate::app::BODY).map(crate::i18n::fold).unwrap_or_default());
    let own = own.trim();
    !own.is_empty() && [&body.name, &body.short_name].iter().any(|name| crate::i18n::fold(name) == own)
}
