//! Who takes part in an item: roles and own deadlines, one line a body.

use std::sync::Arc;

use leptos::prelude::*;

use super::{ROLES, body_options, deadline, option};
use crate::app::{Session, arc_memo};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::Assignments;
use crate::model::{Body, Command, Edit, Engagement, EngagementEdit, Role};
use crate::ui::actions::{perform, perform_undoable};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub(super) fn parts(session: Session, item: &NodeId) -> AnyView {
    let item = StoredValue::new(item.clone());
    let parts = Memo::new(move |_| {
        session.programme.with(|programme| {
            let parts = item.with_value(|item| programme.engagements_of(item.as_str()).cloned().collect::<Vec<_>>());
            parts.into_iter().map(|part| part.id.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="inspector-group">
            <h3 class="field-label" id="parts-title">{words(&Assignments::Parts)}</h3>
            <ul class="part-list" aria-labelledby="parts-title">
                <For each=move || parts.get() key=NodeId::clone children=move |id| part_view(session, &id) />
            </ul>
            {move || (!session.is_read_only()).then(|| add(session, item, parts))}
        </div>
    }
    .into_any()
}

fn part_view(session: Session, id: &NodeId) -> AnyView {
    let part_id = id.clone();
    let part = arc_memo(session, move |programme| programme.engagements().get(part_id.as_str()).cloned());
    let line = move || {
        let part = part.get()?;
        let day = session.as_of.get();
        let body = session.programme.with(|programme| programme.body_on(part.body.as_str(), day).cloned())?;
        Some(line(session, &part, &body))
    };
    view! { <li>{line}</li> }.into_any()
}

fn line(session: Session, part: &Arc<Engagement>, body: &Arc<Body>) -> AnyView {
    let language = session.language.get();
    let name = body.short().to_owned();
    let assign = {
        let (part, body) = (part.clone(), body.id.clone());
        move |role: Option<Role>| Command::Assign {
            subject: part.subject.clone(),
            body: body.clone(),
            role,
            instead_of: vec![part.id.clone()],
        }
    };
    let options: Vec<AnyView> = ROLES
        .into_iter()
        .enumerate()
        .map(|(index, role)| {
            let chosen = if role == part.role { index.to_string() } else { String::new() };
            option(&index.to_string(), role.text(language).into_owned(), &chosen)
        })
        .collect();
    let choose = {
        let assign = assign.clone();
        move |event| {
            let index: Option<usize> = event_target_value(&event).parse().ok();
            if let Some(role) = index.and_then(|index| ROLES.get(index)) {
                perform(session, assign(Some(*role)));
            }
        }
    };
    let removed = name.clone();
    let remove = move |_| {
        perform_undoable(session, assign(None), &Assignments::Removed { body: removed.clone() });
    };
    let id = part.id.clone();
    let own = part.deadline.clone();
    let write = move |deadline| {
        perform(session, Command::Edit(vec![Edit::Engagement(id.clone(), EngagementEdit::Deadline(deadline))]));
    };
    let is_read_only = move || session.is_read_only();
    let label = Assignments::OwnDeadline { body: name.clone() }.text(language).into_owned();
    let field_label = view! { <span class="visually-hidden">{label}</span> };
    view! {
        <span class="part-name" title=body.name.clone()>{name.clone()}</span>
        <button
            class="icon-button" aria-label=Assignments::RemovePart { body: name.clone() }.text(language).into_owned()
            prop:disabled=is_read_only on:click=remove
        >
            {icon(Icon::X)}
        </button>
        <select
            class="select" aria-label=Assignments::RoleOf { body: name }.text(language).into_owned()
            prop:disabled=is_read_only on:change=choose
        >
            {options}
        </select>
        {deadline::field(
            session, format!("due-{}", part.id), field_label.into_any(), true, Memo::new(move |_| own.clone()), write,
        )}
    }
    .into_any()
}

/// Adds a body: a lead where there is none yet, else one that supports.
fn add(session: Session, item: StoredValue<NodeId>, parts: Memo<Vec<NodeId>>) -> AnyView {
    let taken = move || {
        session.programme.with(|programme| {
            let day = session.as_of.get();
            let bodies = parts.get().into_iter().filter_map(|id| {
                let part = programme.engagements().get(id.as_str())?;
                Some((programme.body_on(part.body.as_str(), day)?.id.clone(), part.role))
            });
            bodies.collect::<Vec<_>>()
        })
    };
    let options = move || {
        let taken: Vec<NodeId> = taken().into_iter().map(|(body, _)| body).collect();
        body_options(session, &Assignments::AddPart, "", &taken)
    };
    let choose = move |event: leptos::ev::Event| {
        let body = event_target_value(&event);
        if body.is_empty() {
            return;
        }
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
        let has_lead = untrack(taken).iter().any(|(_, role)| *role == Role::Lead);
        let role = if has_lead { Role::Coordinate } else { Role::Lead };
        let subject = item.get_value();
        perform(
            session,
            Command::Assign { subject, body: body.as_str().into(), role: Some(role), instead_of: Vec::new() },
        );
    };
    view! {
        <select class="select is-full" aria-label=words(&Assignments::AddPart) on:change=choose>{options}</select>
    }
    .into_any()
}
