//! The bodies with their load: how much each leads and supports, by time; what it owes. New ones are made here.

use std::sync::Arc;

use leptos::prelude::*;

use super::{body_fields, sheet};
use crate::app::{Route, Session};
use crate::document::{NodeId, SortedMap};
use crate::evaluate::BodyWork;
use crate::i18n::messages::Bodies;
use crate::i18n::{Message, format_date};
use crate::model::{Body, Role};
use crate::ui::actions::after_redraw;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// One body's line: the counts of the columns, in their order.
#[derive(Clone)]
struct Load {
    body: Arc<Body>,
    parent: Option<String>,
    counts: [usize; 10],
}

/// The columns of counts: their names and what they say in colour.
fn columns() -> [(&'static str, Box<dyn Message>); 10] {
    [
        ("", Box::new(Role::Lead)),
        ("", Box::new(Role::Coordinate)),
        ("", Box::new(Role::Monitor)),
        ("is-late", Box::new(Bodies::Overdue)),
        ("is-soon", Box::new(Bodies::DueSoon)),
        ("", Box::new(Bodies::OnTime)),
        ("", Box::new(Bodies::OpenEnded)),
        ("is-done", Box::new(Bodies::Done)),
        ("is-soon", Box::new(Bodies::Figures)),
        ("is-soon", Box::new(Bodies::ReportsToSend)),
    ]
}

pub(super) fn bodies(session: Session) -> AnyView {
    let loads = Memo::new_with_compare(
        move |_| {
            let context = session.judged.with(|judged| judged.context.clone());
            Arc::new(session.programme.with(|programme| {
                let mut work: SortedMap<NodeId, BodyWork> = BodyWork::all(programme, &context)
                    .into_iter()
                    .map(|(body, work)| (body.id.clone(), work))
                    .collect();
                let bodies = sheet::in_order(programme, context.as_of).into_iter();
                bodies
                    .map(|body| {
                        let work = work.remove(&body.id).unwrap_or_default();
                        let load = work.load(&context);
                        let parent = body.parent.as_ref().and_then(|id| programme.bodies().get(id.as_str()));
                        let counts = [
                            work.count(Role::Lead),
                            work.count(Role::Coordinate),
                            work.count(Role::Monitor),
                            load.open_overdue,
                            load.due_soon,
                            load.open_on_time - load.due_soon,
                            load.without_deadline,
                            load.done_on_time + load.done_late,
                            work.figures.iter().map(|figures| figures.due.len()).sum(),
                            work.reports.len(),
                        ];
                        Load { parent: parent.map(|it| it.short().to_owned()), body, counts }
                    })
                    .collect::<Vec<_>>()
            }))
        },
        |_, _| true,
    );
    let is_adding = RwSignal::new(false);
    let is_empty = Memo::new(move |_| loads.with(|loads| loads.is_empty()));
    let add = move || {
        (!session.is_read_only()).then(|| {
            view! {
                <button
                    class="button" aria-expanded=move || is_adding.get().to_string()
                    on:click=move |_| {
                        is_adding.update(|open| *open = !*open);
                        after_redraw(|| super::focus_field(body_fields::NAME));
                    }
                >
                    {icon(Icon::Plus)}{words(&Bodies::Add)}
                </button>
            }
            .into_any()
        })
    };
    let form =
        move || is_adding.get().then(|| body_fields::form(session, None, || super::focus_field(body_fields::NAME)));
    let table = move || if is_empty.get() { empty() } else { table(session, loads) };
    let note = move || {
        let language = session.language.get();
        Bodies::LoadNote { day: format_date(session.as_of.get(), language) }.text(language).into_owned()
    };
    view! {
        <section aria-labelledby="bodies-title">
            <div class="section-heading">
                <h2 id="bodies-title">{words(&Bodies::ListName)}</h2>
                <p class="section-note">{note}</p>
                <div class="section-actions">{add}</div>
            </div>
            {form}
            {table}
            {move || merged(session)}
        </section>
    }
    .into_any()
}

fn empty() -> AnyView {
    view! { <div class="empty-note"><strong>{words(&Bodies::Empty)}</strong><p>{words(&Bodies::EmptyHint)}</p></div> }
        .into_any()
}

fn table(session: Session, loads: Memo<Arc<Vec<Load>>>) -> AnyView {
    let head: Vec<AnyView> = columns()
        .iter()
        .map(|(_, name)| {
            view! { <th scope="col" role="columnheader" class="is-number">{words(&**name)}</th> }.into_any()
        })
        .collect();
    let rows = move || {
        let language = session.language.get();
        let names = columns().map(|(class, name)| (class, name.text(language).into_owned()));
        loads.with(|loads| loads.iter().map(|load| row(session, load, &names)).collect::<Vec<_>>())
    };
    view! {
        <div class="table-scroll">
            <table class="load-table" role="table" aria-labelledby="bodies-title">
                <thead role="rowgroup">
                    <tr role="row"><th scope="col" role="columnheader">{words(&Bodies::Body)}</th>{head}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(session: Session, load: &Load, names: &[(&'static str, String); 10]) -> AnyView {
    let cells: Vec<AnyView> = names
        .iter()
        .zip(load.counts)
        .map(|((tone, name), count)| {
            let class = if count == 0 { "is-number is-zero".to_owned() } else { format!("is-number {tone}") };
            let shown = if count == 0 { "–".to_owned() } else { count.to_string() };
            view! { <td role="cell" class=class data-name=name.clone()>{shown}</td> }.into_any()
        })
        .collect();
    let href = Route::Body(Some(load.body.id.clone())).href();
    let mine = super::is_mine(session, &load.body)
        .then(|| view! { <span class="mine">{words(&Bodies::Mine)}</span> }.into_any());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=href>{load.body.name.clone()}</a> {mine}
                <small>{load.parent.clone()}</small>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Bodies that another one stands for.
fn merged(session: Session) -> Option<AnyView> {
    let bodies: Vec<Arc<Body>> = session
        .programme
        .with(|programme| programme.bodies().iter().filter(|body| body.successor.is_some()).cloned().collect());
    let lines: Vec<AnyView> = bodies
        .iter()
        .filter_map(|body| {
            let note = body_fields::successor(session, body)?;
            Some(view! { <li><strong>{body.name.clone()}</strong>{note}</li> }.into_any())
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! { <h3 class="merged-title">{words(&Bodies::MergedBodies)}</h3><ul class="merged-list">{lines}</ul> }
            .into_any()
    })
}
