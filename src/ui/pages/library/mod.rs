//! The library: all programmes of this machine, those put into the archive apart, and ways to a new one.

mod row;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::row::row;
use super::begin::{open_files, open_sample};
use super::fields::time_words;
use crate::app::{Route, Session, use_session};
use crate::i18n::messages::{Data, Library, SaveFailure, Shell};
use crate::storage::{Point, Shelf};
use crate::ui::actions::chosen_files;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::data::recover;
use crate::ui::words;

pub fn library() -> AnyView {
    let session = use_session();
    let failure = RwSignal::new(None::<String>);
    let sample = move |_| spawn_local(open_sample(session, failure));
    let files = move |event| spawn_local(open_files(session, chosen_files(&event), failure));
    view! {
        <div class="page-heading">
            <h1 class="page-title">{words(&Library::Title)}</h1>
            <div class="page-actions">
                <button class="button" on:click=sample>{icon(Icon::Play)} {words(&Library::OpenSample)}</button>
                <label class="button">
                    {icon(Icon::Upload)} {words(&Library::ImportFile)}
                    <input type="file" class="visually-hidden" accept=".json,.txt,.zip" on:change=files />
                </label>
                <a class="button is-primary" href=Route::Begin(None).href()>{icon(Icon::Plus)} {words(&Shell::NewProgramme)}</a>
            </div>
        </div>
        {failed(failure)}
        {move || session.lost().map(|point| lost(session, point))}
        <Show
            when=move || !session.shelves.with(Vec::is_empty)
            fallback=move || view! { <p class="empty-note">{words(&Library::Empty)}</p> }
        >
            {move || shelves(session)}
        </Show>
    }
    .into_any()
}

/// The programmes, then those in the archive, folded away.
fn shelves(session: Session) -> AnyView {
    let rows =
        move |shelves: Vec<Shelf>| -> Vec<AnyView> { shelves.into_iter().map(|shelf| row(session, shelf)).collect() };
    let (archived, active): (Vec<Shelf>, Vec<Shelf>) =
        session.shelves.get().into_iter().partition(|shelf| session.is_archived(&shelf.place));
    let none_active = active.is_empty().then(|| view! { <p class="empty-note">{words(&Library::NoneActive)}</p> });
    let heading = Library::ArchivedHeading { count: archived.len() };
    let archived = (!archived.is_empty()).then(|| {
        view! {
            <details class="library-archive">
                <summary>{words(&heading)}</summary>
                <ul class="library">{rows(archived)}</ul>
            </details>
        }
    });
    view! { {none_active} <ul class="library">{rows(active)}</ul> {archived} }.into_any()
}

/// What went wrong, until the next try.
pub(super) fn failed(failure: RwSignal<Option<String>>) -> AnyView {
    (move || {
        failure.get().map(|words| {
            view! { <div class="failure" role="alert">{icon(Icon::TriangleAlert)} <p>{words}</p></div> }
        })
    })
    .into_any()
}

/// The browser has cleared one of the two stores: what the other kept is offered.
pub(super) fn lost(session: Session, point: Point) -> AnyView {
    let Point { id, title, at, .. } = point;
    let recover = move |_| recover(session, id);
    view! {
        <div class="failure" role="alert">
            {icon(Icon::TriangleAlert)}
            <p>
                <strong>{title}", "{move || time_words(at, session.language.get())}</strong>
                " " {words(&SaveFailure::OneStoreLost)}
            </p>
            <button class="button is-primary" on:click=recover>{words(&Data::Restore)}</button>
        </div>
    }
    .into_any()
}
