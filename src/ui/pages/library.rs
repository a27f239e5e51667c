//! The library: all programmes of this machine, ways to a new one, and the rescue of damaged ones.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::begin::{begin_blank, open_files, open_sample};
use crate::app::{Route, Session, clock_time, day_of, use_session};
use crate::i18n::messages::{Data, Library, SaveFailure};
use crate::i18n::{Message, format_date};
use crate::model::{Item, ItemKind};
use crate::storage::{LoadError, Point, Shelf, ShelfState};
use crate::ui::actions::{chosen_files, download, focus_content};
use crate::ui::components::icon::{Icon, icon};
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
                    <input type="file" class="visually-hidden" accept=".json,.txt" on:change=files />
                </label>
                <button class="button is-primary" on:click=move |_| begin_blank(session)>
                    {icon(Icon::Plus)} {words(&Library::New)}
                </button>
            </div>
        </div>
        {failed(failure)}
        {move || session.lost().map(|point| lost(session, point))}
        <Show
            when=move || !session.shelves.with(Vec::is_empty)
            fallback=move || view! { <p class="empty-note">{words(&Library::Empty)}</p> }
        >
            <ul class="library">
                {move || session.shelves.get().into_iter().map(|shelf| row(session, shelf)).collect_view()}
            </ul>
        </Show>
    }
    .into_any()
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
    let recover = move |_| {
        spawn_local(async move {
            if session.recover_point(id).await {
                session.go(&Route::Outline { item: None });
            } else {
                session.toast(Data::PointGone.text(session.language.get_untracked()), None);
            }
        });
    };
    view! {
        <div class="failure" role="alert">
            {icon(Icon::TriangleAlert)}
            <p>
                <strong>{title}", "{move || format!("{} {}", clock_time(at), format_date(day_of(at), session.language.get()))}</strong>
                " " {words(&SaveFailure::OneStoreLost)}
            </p>
            <button class="button is-primary" on:click=recover>{words(&Data::Restore)}</button>
        </div>
    }
    .into_any()
}

fn row(session: Session, shelf: Shelf) -> AnyView {
    let Shelf { place, state } = shelf;
    let is_current = session.place().as_deref() == Some(&place);
    let place = StoredValue::new(place);
    let refuse = move |error: LoadError| session.toast(error.text(session.language.get_untracked()), None);
    let delete = move |title: String| {
        let words = Library::Deleted { title }.text(session.language.get_untracked()).into_owned();
        session.delete(&place.get_value(), &words);
        focus_content();
    };
    match state {
        ShelfState::Whole(about) => {
            let open = move |event: web_sys::MouseEvent| {
                event.prevent_default();
                match session.open(&place.get_value()) {
                    Ok(()) => session.go(&Route::Outline { item: None }),
                    Err(error) => refuse(error),
                }
            };
            let save = move |_| match session.export_place(&place.get_value()) {
                Ok(export) => {
                    download(&export.file_name, "application/json", &export.text);
                    if is_current {
                        session.note_export();
                    }
                }
                Err(error) => refuse(error),
            };
            let saved = about.saved;
            let change = move || {
                let language = session.language.get();
                let when = format!("{} {}", clock_time(saved), format_date(day_of(saved), language));
                Library::LastChange { when }.text(language).into_owned()
            };
            let counts = move || {
                move || {
                    let (tasks, measures) = session.programme.with(|programme| {
                        let is_task = |item: &&Arc<Item>| item.kind == ItemKind::Task;
                        let measures = programme.measures().iter().filter(|measure| measure.target.is_measurable());
                        (programme.items().iter().filter(is_task).count(), measures.count())
                    });
                    let counts = Library::Counts { tasks, measures }.text(session.language.get());
                    view! { <span>{counts}</span> }
                }
            };
            let title = about.title.clone();
            view! {
                <li aria-current=is_current.then_some("true")>
                    <div>
                        <h2 lang="vi"><a href=Route::Outline { item: None }.href() on:click=open>{about.title}</a></h2>
                        <p class="library-facts">
                            <span>{about.number}</span> <span>{about.issuer}</span> {is_current.then(counts)} <span>{change}</span>
                        </p>
                    </div>
                    <div class="library-actions">
                        <button class="button is-small" on:click=save>{icon(Icon::Download)} {words(&Data::DownloadFile)}</button>
                        <button class="button is-small is-danger" on:click=move |_| delete(title.clone())>
                            {icon(Icon::Trash2)} {words(&Library::Delete)}
                        </button>
                    </div>
                </li>
            }
            .into_any()
        }
        ShelfState::Newer => {
            view! { <li><div><h2>{place.get_value()}</h2><p>{words(&SaveFailure::NewerVersionWrites)}</p></div></li> }
                .into_any()
        }
        ShelfState::Damaged => {
            let recover = move |_| match session.recover(&place.get_value()) {
                Ok(()) => session.go(&Route::Outline { item: None }),
                Err(error) => refuse(error),
            };
            let raw = move |_| {
                let place = place.get_value();
                download(&format!("{place}.txt"), "text/plain", &session.export_raw(&place));
            };
            view! {
                <li>
                    <div>
                        <h2>{place.get_value()}</h2>
                        <p>{words(&SaveFailure::StorageTorn)}</p>
                    </div>
                    <div class="library-actions">
                        <button class="button is-small is-primary" on:click=recover>{words(&Library::Recover)}</button>
                        <button class="button is-small" on:click=raw>{words(&SaveFailure::DownloadRaw)}</button>
                        <button class="button is-small is-danger" on:click=move |_| delete(place.get_value())>
                            {words(&Library::Delete)}
                        </button>
                    </div>
                </li>
            }
            .into_any()
        }
    }
}
