//! Who leads, supports and watches a line, in the panel: bodies are found by a search, removed by their cross.

use std::sync::Arc;

use leptos::prelude::*;

use super::inspector_links::{Found, MOST, finder};
use super::rows::{Row, RowKind};
use super::state::Page;
use crate::app::{Filters, Route, new_node_id};
use crate::document::{NodeId, sort_by};
use crate::evaluate::standing;
use crate::i18n::messages::Outline;
use crate::i18n::{Message, compare_names, fold, one_line};
use crate::model::{Body, BodyEdit, Command, Role};
use crate::ui::actions::perform;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// A body's part in the line.
#[derive(Clone, PartialEq)]
struct Part {
    role: Role,
    body: NodeId,
    name: String,
    /// None for the body that a measure belongs to: it is chosen on the measure's own page.
    engagements: Vec<NodeId>,
}

pub fn bodies(page: Page, row: &Row) -> Option<AnyView> {
    if matches!(row.kind, RowKind::Section(_)) {
        return None;
    }
    let own = StoredValue::new(row.id.clone());
    let parts = Memo::new(move |_| own.with_value(|id| read_parts(page, id)));
    let role = move |role: Role| {
        let chips: Vec<AnyView> = parts
            .with(|parts| parts.iter().filter(|part| part.role == role).map(|part| chip(page, own, part)).collect());
        (!chips.is_empty()).then(|| {
            view! {
                <div class="field">
                    <span class="field-label">{words(&role)}</span>
                    <ul class="chip-list">{chips}</ul>
                </div>
            }
            .into_any()
        })
    };
    let groups = move || [Role::Lead, Role::Coordinate, Role::Monitor].into_iter().filter_map(role).collect::<Vec<_>>();
    let matrix: Filters = std::iter::once(("item".to_owned(), row.id.to_string())).collect();
    let href = Route::Assignments(matrix).href();
    let is_item = row.kind != RowKind::Measure;
    let roles = move || {
        let is_shown = is_item && parts.with(|parts| !parts.is_empty());
        is_shown.then(|| view! { <p><a href=href.clone()>{words(&Outline::ChangeRoles)}</a></p> }.into_any())
    };
    let adding = move || page.is_editable().then(|| add(page, own, parts));
    Some(view! { <div class="inspector-group">{groups}{roles}{adding}</div> }.into_any())
}

fn read_parts(page: Page, id: &NodeId) -> Vec<Part> {
    let day = page.session().as_of.get();
    page.session().programme.with(|programme| {
        let body = |id: &NodeId| programme.body_on(id.as_str(), day);
        let part = |role, body: &Arc<Body>| Part {
            role,
            body: body.id.clone(),
            name: body.name.clone(),
            engagements: Vec::new(),
        };
        let owner = programme.measures().get(id.as_str()).and_then(|measure| measure.owner.as_ref());
        let mut parts: Vec<Part> = owner.and_then(body).map(|body| part(Role::Lead, body)).into_iter().collect();
        for engagement in programme.engagements_of(id.as_str()) {
            let Some(body) = body(&engagement.body) else { continue };
            let same = parts.iter().position(|part| part.role == engagement.role && part.body == body.id);
            let at = same.unwrap_or_else(|| {
                parts.push(part(engagement.role, body));
                parts.len() - 1
            });
            parts[at].engagements.push(engagement.id.clone());
        }
        parts
    })
}

fn chip(page: Page, own: StoredValue<NodeId>, part: &Part) -> AnyView {
    let session = page.session();
    let name = part.name.clone();
    let remove = (page.is_editable() && !part.engagements.is_empty()).then(|| {
        let label = Outline::RemoveBody { body: name.clone() }.text(session.language.get()).into_owned();
        let part = part.clone();
        let click = move |_| {
            let (body, instead_of) = (part.body.clone(), part.engagements.clone());
            perform(session, Command::Assign { subject: own.get_value(), body, role: None, instead_of });
        };
        view! { <button aria-label=label.clone() title=label on:click=click>{icon(Icon::X)}</button> }.into_any()
    });
    view! { <li class="chip"><span>{name}</span>{remove}</li> }.into_any()
}

/// A search over the bodies that stand: a lead where there is none yet, else one that supports.
fn add(page: Page, own: StoredValue<NodeId>, parts: Memo<Vec<Part>>) -> AnyView {
    let session = page.session();
    let choose = move |body: NodeId| {
        let has_lead = parts.with_untracked(|parts| parts.iter().any(|part| part.role == Role::Lead));
        let role = Some(if has_lead { Role::Coordinate } else { Role::Lead });
        let subject = own.get_value();
        perform(session, Command::Assign { subject, body, role, instead_of: Vec::new() }).is_some()
    };
    let find = move |typed: &str, matches: &dyn Fn(&str) -> bool| {
        let day = session.as_of.get();
        let mut bodies = session.programme.with(|programme| standing(programme, day));
        let name = one_line(typed);
        let is_known =
            bodies.iter().any(|body| fold(&body.name) == fold(&name) || fold(&body.short_name) == fold(&name));
        bodies.retain(|body| {
            let is_part = parts.with(|parts| parts.iter().any(|part| part.body == body.id));
            !is_part && (matches(&body.name) || matches(&body.short_name))
        });
        sort_by(&mut bodies, |a, b| compare_names(&a.name, &b.name));
        let found = |body: Arc<Body>| {
            let id = body.id.clone();
            Found { sign: Icon::Users, words: body.name.clone(), choose: Box::new(move || choose(id.clone())) }
        };
        // A body that there is not yet is made here.
        let words = Outline::CreateBody { name: name.clone() }.text(session.language.get()).into_owned();
        let create = move || {
            let id = new_node_id();
            let fields = vec![BodyEdit::Name(name.clone())];
            perform(session, Command::AddBody { id: id.clone(), fields }).is_some() && choose(id)
        };
        let create = (!is_known).then(|| Found { sign: Icon::Plus, words, choose: Box::new(create) });
        bodies.into_iter().take(MOST).map(found).chain(create).collect()
    };
    finder(&Outline::AddBody, &Outline::AddBodyHint, own, Box::new(find))
}
