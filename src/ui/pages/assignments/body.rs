//! What one body has to do now, on one page: figures, tasks, reports. It opens at the person's own body.

use std::sync::Arc;

use leptos::html::Select;
use leptos::prelude::*;

use super::{body_fields, body_options, is_mine, packages, sheet, work};
use crate::app::{PERSON, Route, Session, arc_memo, use_session};
use crate::document::NodeId;
use crate::evaluate::Rollup;
use crate::i18n::messages::{Bodies, Reports, Shell, Standing};
use crate::i18n::{Message, format_date, rollup_words};
use crate::model::{Body, Measure};
use crate::ui::actions::{after_redraw, download_answer, focus_content, print};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn body_work() -> AnyView {
    let session = use_session();
    // The body of the address, or the person's own.
    let chosen = Memo::new(move |_| {
        if let Route::Body(Some(body)) = session.route.get() {
            return Some(body);
        }
        let day = session.as_of.get();
        let bodies = session.programme.with(|programme| sheet::in_order(programme, day));
        bodies.iter().find(|body| is_mine(session, body)).map(|body| body.id.clone())
    });
    let is_chosen = Memo::new(move |_| chosen.with(Option::is_some));
    // The head stays while the body changes, and the focus with it.
    let id = Memo::new(move |_| chosen.get().unwrap_or_else(|| "".into()));
    (move || if is_chosen.get() { page(session, id) } else { chooser(session) }).into_any()
}

/// Nothing is known of the person's body yet.
fn chooser(session: Session) -> AnyView {
    let choose = move |id: &NodeId| {
        let body = session.programme.with_untracked(|programme| programme.bodies().get(id.as_str()).cloned());
        if let Some(body) = body {
            make_mine(session, &body);
            after_redraw(focus_content);
        }
    };
    let buttons = move || {
        let day = session.as_of.get();
        let bodies = session.programme.with(|programme| sheet::in_order(programme, day));
        let button = |body: Arc<Body>| {
            let id = body.id.clone();
            view! { <li><button class="button" on:click=move |_| choose(&id)>{body.name.clone()}</button></li> }
                .into_any()
        };
        bodies.into_iter().map(button).collect::<Vec<_>>()
    };
    let is_empty = move || session.programme.with(|programme| programme.bodies().is_empty());
    let none = move || {
        let list = Route::Assignments([(sheet::VIEW.to_owned(), "bodies".to_owned())].into_iter().collect());
        is_empty().then(|| {
            view! {
                <div class="empty-note">
                    <strong>{words(&Bodies::Empty)}</strong>
                    <p>{words(&Bodies::EmptyHint)}</p>
                    <a class="button" href=list.href()>{words(&Bodies::Add)}</a>
                </div>
            }
            .into_any()
        })
    };
    view! {
        <header class="page-heading is-compact">
            <div>
                <h1 class="page-title">{words(&Bodies::WhichIsMine)}</h1>
                <p class="headline-note">{words(&Bodies::WhichIsMineHint)}</p>
            </div>
        </header>
        {none}
        <ul class="body-choice">{buttons}</ul>
    }
    .into_any()
}

fn make_mine(session: Session, body: &Body) {
    let person = session.preferences.with_untracked(|it| it.get(PERSON).unwrap_or_default().to_owned());
    session.set_person(&person, &body.name);
    session.toast(Bodies::IsMine { name: body.name.clone() }.text(session.language.get_untracked()), None);
}

fn page(session: Session, id: Memo<NodeId>) -> AnyView {
    let body = arc_memo(session, move |programme| id.with(|id| programme.bodies().get(id.as_str()).cloned()));
    let is_known = Memo::new(move |_| body.with(Option::is_some));
    let is_editing = RwSignal::new(false);
    let is_choosing = StoredValue::new(false);
    let choice = NodeRef::<Select>::new();
    Effect::new(move |_| {
        id.track();
        is_editing.set(false);
        // The address has changed: every field was left, and this one is not done with.
        if is_choosing.try_update_value(std::mem::take).unwrap_or_default() {
            choice.with_untracked(|choice| choice.as_ref().map(|choice| choice.focus()));
        }
    });
    let content = move || {
        if !is_known.get() {
            return view! { <h1 class="page-title">{words(&Shell::RecordNotFound)}</h1> }.into_any();
        }
        let editor = move || is_editing.get().then(|| body.get().map(|body| editor(session, &body, is_editing)));
        view! {
            {head(session, body, is_editing, choice, is_choosing)}
            {led(session, id)}
            {move || body.with(|body| body.as_ref().and_then(|body| body_fields::successor(session, body)))}
            {editor}
            {work::work(session, id)}
        }
        .into_any()
    };
    content.into_any()
}

/// How the indicators that it leads stand as one.
fn led(session: Session, id: Memo<NodeId>) -> AnyView {
    let words = move || {
        let (language, judged) = (session.language.get(), session.judged.get());
        session.programme.with(|programme| {
            let leads = |measure: &&Arc<Measure>| {
                let lead = programme.lead_of(measure, judged.context.as_of);
                lead.is_some_and(|lead| id.with(|id| lead.id == *id))
            };
            let measures: Vec<_> = programme.measures_in_order().into_iter().filter(leads).collect();
            let find = |id: &str| judged.get(id).map(AsRef::as_ref);
            let rollup = Rollup::of_indicators(&measures, &find);
            let words = rollup_words(&rollup, language);
            (rollup.total > 0).then(|| Standing::Led { words }.text(language).into_owned())
        })
    };
    (move || words().map(|words| view! { <p class="headline-note">{words}</p> })).into_any()
}

fn head(
    session: Session,
    body: Memo<Option<Arc<Body>>>,
    is_editing: RwSignal<bool>,
    choice: NodeRef<Select>,
    is_choosing: StoredValue<bool>,
) -> AnyView {
    let name = move || body.with(|body| body.as_ref().map(|body| body.name.clone()));
    let facts = move || {
        let language = session.language.get();
        let kind = body.with(|body| body.as_ref().map(|body| body.kind.text(language).into_owned()));
        let parent = body.with(|body| {
            let parent = body.as_ref()?.parent.clone()?;
            session.programme.with(|programme| programme.bodies().get(parent.as_str()).map(|it| it.short().to_owned()))
        });
        let day = Bodies::AsOf { day: format_date(session.as_of.get(), language) }.text(language).into_owned();
        let facts = [kind, parent, Some(day)];
        facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let options = move || {
        let chosen = body.with(|body| body.as_ref().map(|body| body.id.to_string()).unwrap_or_default());
        body_options(session, &Bodies::Choose, &chosen, &[])
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        if !id.is_empty() {
            is_choosing.set_value(true);
            session.go(&Route::Body(Some(id.as_str().into())));
        }
    };
    let mine = move || {
        let body = body.get()?;
        let view = if is_mine(session, &body) {
            view! { <span class="mine">{icon(Icon::Check)}{words(&Bodies::Mine)}</span> }.into_any()
        } else {
            let press = move |_| make_mine(session, &body);
            view! { <button class="button is-quiet" on:click=press>{words(&Bodies::MakeMine)}</button> }.into_any()
        };
        Some(view)
    };
    let edit = move || {
        (!session.is_read_only()).then(|| {
            view! {
                <button
                    class="button" aria-expanded=move || is_editing.get().to_string()
                    on:click=move |_| is_editing.update(|open| *open = !*open)
                >
                    {icon(Icon::Pencil)}{words(&Bodies::Edit)}
                </button>
            }
            .into_any()
        })
    };
    let pack = move |_| {
        if let Some(body) = body.get_untracked() {
            packages::of_one(session, &body.id);
        }
    };
    // What came as this body's package goes back; else a package may be made for it.
    let is_package =
        Memo::new(move |_| body.with(|body| session.package_body() == body.as_ref().map(|it| it.id.clone())));
    let out = move || {
        if is_package.get() {
            view! {
                <button class="button is-primary" title=words(&Reports::AnswerHint) on:click=move |_| download_answer(session)>
                    {icon(Icon::Download)}{words(&Reports::Answer)}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button class="button" title=words(&Reports::PackageOne) on:click=pack>
                    {icon(Icon::Download)}{words(&Reports::Package)}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <header class="page-heading is-compact">
            <div>
                <h1 class="page-title">{name}</h1>
                <p class="headline-note">{facts}</p>
            </div>
            <div class="page-actions">
                <select class="select" aria-label=words(&Bodies::Choose) node_ref=choice on:change=choose>{options}</select>
                {mine}
                {edit}
                {out}
                <button class="button" on:click=|_| print()>{icon(Icon::Printer)}{words(&Bodies::Print)}</button>
            </div>
        </header>
    }
    .into_any()
}

fn editor(session: Session, body: &Arc<Body>, is_editing: RwSignal<bool>) -> AnyView {
    let merge = body.successor.is_none().then(|| body_fields::merge(session, body));
    view! {
        <section class="body-editor" aria-label=words(&Bodies::Edit)>
            {body_fields::form(session, Some(body.clone()), move || is_editing.set(false))}
            {merge}
            <div class="page-actions">{body_fields::delete(session, body)}</div>
        </section>
    }
    .into_any()
}
