//! The fields of a body, for a new one and for one that is corrected; merging and deleting.

use std::sync::Arc;

use leptos::prelude::*;

use super::{body_options, option};
use crate::app::{Filters, Route, Session, new_node_id};
use crate::i18n::messages::{Bodies, Shell};
use crate::i18n::{Message, fold, format_date, one_line, parse_date};
use crate::model::{Body, BodyEdit, BodyKind, Command, Edit};
use crate::ui::actions::perform_undoable;
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// The field of the name.
pub(super) const NAME: &str = "body-name";

/// A form with the four fields. Without a body it makes one, and stays for the next.
pub(super) fn form(session: Session, body: Option<Arc<Body>>, done: impl Fn() + 'static) -> AnyView {
    let is_new = body.is_none();
    let begun = body.as_deref().cloned().unwrap_or_else(|| Body::new(String::new().into()));
    let name = RwSignal::new(begun.name.clone());
    let short = RwSignal::new(begun.short_name.clone());
    let kind = RwSignal::new(begun.kind);
    let parent = RwSignal::new(begun.parent.as_ref().map(ToString::to_string).unwrap_or_default());
    let problem = RwSignal::new(None::<Bodies>);
    let own = StoredValue::new(begun);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let clean = |text: RwSignal<String>| one_line(&text.get_untracked());
        let (name_now, short_now) = (clean(name), clean(short));
        let own = own.get_value();
        let is_taken = session.programme.with_untracked(|programme| {
            let folded = fold(&name_now);
            programme.bodies().iter().any(|it| it.id != own.id && fold(&it.name) == folded)
        });
        if name_now.is_empty() || is_taken {
            let taken = Bodies::NameTaken { name: name_now.clone() };
            problem.set(Some(if name_now.is_empty() { Bodies::NameNeeded } else { taken }));
            return;
        }
        let parent_now = parent.get_untracked();
        let parent_now = (!parent_now.is_empty()).then(|| parent_now.as_str().into());
        let all = [
            (name_now != own.name, BodyEdit::Name(name_now.clone())),
            (short_now != own.short_name, BodyEdit::ShortName(short_now)),
            (kind.get_untracked() != own.kind, BodyEdit::Kind(kind.get_untracked())),
            (parent_now != own.parent, BodyEdit::Parent(parent_now)),
        ];
        let changed = all.into_iter().filter_map(|(is_changed, edit)| is_changed.then_some(edit));
        let (command, message) = if is_new {
            (Command::AddBody { id: new_node_id(), fields: changed.collect() }, Bodies::Added { name: name_now })
        } else {
            let edits = changed.map(|edit| Edit::Body(own.id.clone(), edit)).collect();
            (Command::Edit(edits), Bodies::Changed { name: name_now })
        };
        if perform_undoable(session, command, &message).is_some() {
            problem.set(None);
            if is_new {
                name.set(String::new());
                short.set(String::new());
            }
            done();
        }
    };
    let kinds = move || {
        let language = session.language.get();
        let chosen = kind.get().word();
        BodyKind::ALL.iter().map(|it| option(it.word(), it.text(language).into_owned(), chosen)).collect::<Vec<_>>()
    };
    let parents =
        move || body_options(session, &Bodies::NoParent, &parent.get(), &[own.with_value(|it| it.id.clone())]);
    let is_unnamed = move || problem.with(Option::is_some);
    let save = if is_new { words(&Bodies::Add) } else { words(&Shell::Save) };
    view! {
        <form class="body-form" on:submit=submit>
            <div class="field-pair">
                <label class="field">
                    <span class="field-label">{words(&Bodies::Name)}</span>
                    <input
                        class="input" id=NAME autocomplete="off" bind:value=name
                        aria-invalid=move || is_unnamed().then_some("true")
                        aria-describedby=move || is_unnamed().then_some("body-name-error")
                    />
                    {move || problem.with(|it| it.as_ref().map(|it| error(session, it, "body-name-error")))}
                </label>
                <label class="field">
                    <span class="field-label">{words(&Bodies::ShortName)}</span>
                    <input class="input" autocomplete="off" bind:value=short />
                </label>
                <label class="field">
                    <span class="field-label">{words(&Bodies::Kind)}</span>
                    <select
                        class="select"
                        on:change=move |event| kind.set(BodyKind::from_word(&event_target_value(&event)).unwrap_or_default())
                    >
                        {kinds}
                    </select>
                </label>
                <label class="field">
                    <span class="field-label">{words(&Bodies::Parent)}</span>
                    <select class="select" on:change=move |event| parent.set(event_target_value(&event))>{parents}</select>
                </label>
            </div>
            <div class="page-actions"><button class="button is-primary" type="submit">{save}</button></div>
        </form>
    }
    .into_any()
}

fn error(session: Session, problem: &Bodies, id: &'static str) -> AnyView {
    let words = problem.text(session.language.get()).into_owned();
    view! { <span class="field-error" id=id role="alert">{status_mark(Status::Missed)}{words}</span> }.into_any()
}

/// Another body stands for this one from a day on.
pub(super) fn merge(session: Session, body: &Arc<Body>) -> AnyView {
    let language = session.language.get_untracked();
    let into = RwSignal::new(String::new());
    let day = RwSignal::new(format_date(session.as_of.get_untracked(), language));
    let problem = RwSignal::new(None::<Bodies>);
    let body = StoredValue::new(body.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (target, typed) = (into.get_untracked(), day.get_untracked());
        let year = session.as_of.get_untracked().year();
        let Some(target) = session.programme.with_untracked(|programme| programme.bodies().get(&target).cloned())
        else {
            problem.set(Some(Bodies::MergeNeedsBody));
            return;
        };
        let Some(on) = parse_date(&typed, year) else {
            problem.set(Some(Bodies::DayUnread { text: typed }));
            return;
        };
        problem.set(None);
        let body = body.get_value();
        let message = Bodies::Merged { name: body.name.clone(), into: target.name.clone() };
        perform_undoable(session, Command::MergeBody { body: body.id.clone(), into: target.id.clone(), on }, &message);
    };
    let others =
        move || body_options(session, &Bodies::Choose, &into.get(), &[body.with_value(|body| body.id.clone())]);
    let asked = move || problem.with(|it| it.as_ref().map(|it| error(session, it, "merge-error")));
    view! {
        <form class="body-form" on:submit=submit aria-labelledby="merge-title">
            <h3 id="merge-title">{words(&Bodies::Merge)}</h3>
            <p class="section-text">{words(&Bodies::MergeNote)}</p>
            <div class="field-pair">
                <label class="field">
                    <span class="field-label">{words(&Bodies::MergeInto)}</span>
                    <select class="select" on:change=move |event| into.set(event_target_value(&event))>{others}</select>
                </label>
                <label class="field">
                    <span class="field-label">{words(&Bodies::MergeOn)}</span>
                    <input class="input" autocomplete="off" bind:value=day aria-describedby="merge-error" />
                </label>
            </div>
            {asked}
            <div class="page-actions"><button class="button" type="submit">{words(&Bodies::Merge)}</button></div>
        </form>
    }
    .into_any()
}

/// Where the body was merged already: into which, and the way back.
pub(super) fn successor(session: Session, body: &Body) -> Option<AnyView> {
    let (into, on) = body.successor.clone()?;
    let language = session.language.get();
    let name = session.programme.with(|programme| programme.bodies().get(into.as_str()).map(|it| it.name.clone()))?;
    let words_now = Bodies::MergedNote { name, day: format_date(on, language) }.text(language).into_owned();
    let id = body.id.clone();
    let back = move |_| {
        let edit = Edit::Body(id.clone(), BodyEdit::Successor(None));
        perform_undoable(session, Command::Edit(vec![edit]), &Bodies::Unmerged);
    };
    let href = Route::Body(Some(into)).href();
    let button = (!session.is_read_only())
        .then(|| view! { <button class="button is-small" on:click=back>{words(&Bodies::Unmerge)}</button> }.into_any());
    Some(view! { <p class="merged-note"><a href=href>{words_now}</a> {button}</p> }.into_any())
}

/// A body with figures is not deleted: the refusal says that it can be merged.
pub(super) fn delete(session: Session, body: &Arc<Body>) -> AnyView {
    let body = body.clone();
    let remove = move |_| {
        let message = Shell::Deleted { title: body.name.clone() };
        let done = perform_undoable(session, Command::DeleteBody(body.id.clone()), &message);
        if done.is_some() {
            let list = [(super::sheet::VIEW.to_owned(), "bodies".to_owned())];
            session.go(&Route::Assignments(list.into_iter().collect::<Filters>()));
        }
    };
    view! { <button class="button is-danger" on:click=remove>{words(&Bodies::Delete)}</button> }.into_any()
}
