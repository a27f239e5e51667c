//! One indicator: its key figures, its chart, its figures, and why it stands as it does.

mod bodies;
mod chart;
mod chart_table;
mod download;
pub mod edit;
mod explanation;
pub mod figures;
mod head;
mod history;
mod judgement;
mod key_figures;
mod links;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::app::{Filters, Route, Session, arc_memo, pointer_memo, use_session};
use crate::document::NodeId;
use crate::evaluate::Evaluation;
use crate::i18n::messages::{Indicator, Shell};
use crate::model::Measure;
use crate::ui::components::on_screen::A_MOMENT;
use crate::ui::shell::keys::{is_inside, is_typing};
use crate::ui::words;

/// The measure that the page is about.
#[derive(Clone, Copy)]
struct Subject {
    session: Session,
    measure: Memo<Option<Arc<Measure>>>,
    evaluation: Memo<Option<Arc<Evaluation>>>,
}

impl Subject {
    fn new(session: Session, id: NodeId) -> Self {
        let evaluation = session.evaluation(id.clone());
        let measure = arc_memo(session, move |programme| programme.measures().get(id.as_str()).cloned());
        Self { session, measure, evaluation }
    }

    /// The same a moment later: what is drawn from it does not hold up the figure that a person types.
    fn later(self) -> Self {
        let shown = RwSignal::new(untrack(|| self.get()));
        let mut follow = debounce(A_MOMENT, move |now| shown.set(now));
        Effect::new(move |_| follow(self.get()));
        let measure = move || shown.get().map(|(measure, _)| measure);
        let evaluation = move || shown.get().map(|(_, evaluation)| evaluation);
        Self { session: self.session, measure: pointer_memo(measure), evaluation: pointer_memo(evaluation) }
    }

    /// The measure and how it stands; `None` while it is being deleted.
    fn get(self) -> Option<(Arc<Measure>, Arc<Evaluation>)> {
        Some((self.measure.get()?, self.evaluation.get()?))
    }
}

/// Names of what is open on the page, in the address: the form of properties, and the body whose figures are shown.
const EDIT: &str = "edit";
const BODY: &str = "body";
/// The part of the page that the focus goes to, once: the reasons, the figures, a threshold.
const AT: &str = "at";
const RULES: &str = "rules";
const NAME: &str = "name";
const TOLERANCE: &str = "tolerance";

/// What is open on the page; the address says it.
#[derive(Clone, Copy)]
struct View {
    session: Session,
    filters: Memo<Filters>,
}

impl View {
    fn new(session: Session) -> Self {
        let filters = Memo::new(move |_| match session.route.get() {
            Route::IndicatorAt(_, filters) => filters,
            _ => Filters::new(),
        });
        Self { session, filters }
    }

    fn get(self, name: &str) -> Option<String> {
        self.filters.with(|filters| filters.get(name).cloned())
    }

    /// Opens a part of the page, or closes it with an empty text.
    fn set(self, name: &str, value: &str) {
        let Some(measure) = self.session.route.with_untracked(|route| route.measure().cloned()) else { return };
        let mut filters = self.filters.get_untracked();
        filters.remove(name);
        if !value.is_empty() {
            filters.insert(name.to_owned(), value.to_owned());
        }
        self.session.go_in_place(if filters.is_empty() {
            Route::Indicator(measure)
        } else {
            Route::IndicatorAt(measure, filters)
        });
    }
}

/// A measure with its form open, at its name.
pub fn form_of(measure: NodeId) -> Route {
    let named = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Route::IndicatorAt(measure, [named(EDIT, "1"), named(AT, NAME)].into_iter().collect())
}

pub fn indicator() -> AnyView {
    let session = use_session();
    let view = View::new(session);
    let id = Memo::new(move |_| session.route.with(|route| route.measure().cloned()).unwrap_or_else(|| "".into()));
    let exists = Memo::new(move |_| {
        id.with(|id| session.programme.with(|programme| programme.measures().contains(id.as_str())))
    });
    let around = head::around(session, id);
    listen(view, around);
    let place = Memo::new(move |_| view.get(AT));
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let selector = match place.as_str() {
            "why" => WHY.to_owned(),
            RULES => format!("#{}", edit::RULES),
            NAME => format!("#{}", edit::NAME),
            TOLERANCE => format!("#{}", edit::TOLERANCE),
            _ => FIGURES.to_owned(),
        };
        let act = move || {
            focus(&selector);
            view.set(AT, "");
        };
        // After the page itself has had it.
        set_timeout(act, std::time::Duration::ZERO);
    });
    // The ways to the neighbours stay while the page changes, and the focus with them.
    (move || if exists.get() { page(view, id, around) } else { not_found() }).into_any()
}

fn page(view: View, id: Memo<NodeId>, around: Memo<head::Around>) -> AnyView {
    let session = view.session;
    let content = move || {
        let subject = Subject::new(session, id.get());
        view! {
            {key_figures::key_figures(subject)}
            <div class="indicator-grid">
                <div class="indicator-main">
                    {edit::edit(subject, view)}
                    {chart::chart(subject.later(), view)}
                    {bodies::bodies(subject)}
                    <section class="grid-section" aria-labelledby="figures-title">{figures::figures(subject, view)}</section>
                </div>
                <div class="indicator-side">
                    {explanation::explanation(subject)}
                    {judgement::judgement(subject)}
                    {links::links(subject)}
                    {history::history(subject)}
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        {head::head(view, id, around)}
        {content}
    }
    .into_any()
}

fn not_found() -> AnyView {
    let list = Route::Indicators(Filters::new());
    view! {
        <div class="empty-note">
            <h1 class="page-title">{words(&Shell::RecordNotFound)}</h1>
            <a class="button" href=list.href()>
                {words(&Indicator::BackToList)}
            </a>
        </div>
    }
    .into_any()
}

/// Keys of the page: J and K go to the neighbours, V to the reasons, E to the figures, Escape to the list.
fn listen(view: View, around: Memo<head::Around>) {
    let session = view.session;
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_other = event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented();
        // A grid has keys of its own, and words being written are not left by one.
        if is_other || is_typing(&event) || is_inside(&event, "[role=grid], .judgement-form") {
            return;
        }
        let around = around.get_untracked();
        match event.key().as_str() {
            "j" | "J" => go(session, around.next),
            "k" | "K" => go(session, around.previous),
            "v" | "V" => focus(WHY),
            "e" | "E" => focus(FIGURES),
            "Escape" if !is_inside(&event, ".chart-figure") => session.go(&Route::Indicators(Filters::new())),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

const WHY: &str = "#why-title";
const FIGURES: &str = "[role=grid] [tabindex='0']";

fn go(session: Session, id: Option<NodeId>) {
    if let Some(id) = id {
        session.go(&Route::Indicator(id));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector)
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = element.focus();
        // A name that was given until the person gives one is typed over.
        if element.id() == edit::NAME
            && let Some(field) = element.dyn_ref::<web_sys::HtmlInputElement>()
        {
            field.select();
        }
    }
}
