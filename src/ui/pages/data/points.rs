//! The restore points of this machine: go back to one, open it as a programme of its own, save it as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::put::{Question, Wish, asked, put};
use crate::app::{Consent, Route, Session, Stage, clock_time, day_of, use_session};
use crate::i18n::messages::Data;
use crate::i18n::{Message, format_date};
use crate::snapshot;
use crate::storage::Point;
use crate::ui::actions::download;
use crate::ui::words;

pub(super) fn points() -> AnyView {
    let session = use_session();
    let question = RwSignal::new(None::<Question>);
    let told = Data::RestoredPoint.text(session.language.get_untracked()).into_owned();
    view! {
        <section class="page-section" aria-labelledby="points-title">
            <div class="section-heading"><h2 id="points-title">{words(&Data::RestorePoints)}</h2></div>
            <p class="section-text">{words(&Data::RestorePointsNote)}</p>
            {asked(session, told, question)}
            <Show
                when=move || !session.points.with(Vec::is_empty)
                fallback=move || view! { <p class="section-note">{words(&Data::NoRestorePoints)}</p> }
            >
                <ul class="library">
                    <For each=move || session.points.get() key=|point| point.id let:point>
                        {row(session, point, question)}
                    </For>
                </ul>
            </Show>
        </section>
    }
    .into_any()
}

fn row(session: Session, point: Point, question: RwSignal<Option<Question>>) -> AnyView {
    let Point { id, document, title, at, reason } = point;
    let is_open = move || {
        session.stage.get() == Stage::Open && session.programme.with(|programme| programme.document().id() == document)
    };
    let date = move || format!("{} {}", clock_time(at), format_date(day_of(at), session.language.get()));
    let restore = move |_| {
        let told = Data::RestoredPoint.text(session.language.get_untracked()).into_owned();
        spawn_local(async move {
            put(session, Wish::Restore(id), Consent::default(), told, question).await;
        });
    };
    let open = move |_| {
        spawn_local(async move {
            if session.recover_point(id).await {
                session.go(&Route::Outline { item: None });
            } else {
                session.toast(Data::PointGone.text(session.language.get_untracked()), None);
            }
        });
    };
    let save = move |_| {
        spawn_local(async move {
            match session.point_document(id).await {
                Some(document) => {
                    let name = format!("{}_{}.tiendo.json", document.id(), day_of(at));
                    download(&name, "application/json", &snapshot::write(&document));
                }
                None => session.toast(Data::PointGone.text(session.language.get_untracked()), None),
            }
        });
    };
    view! {
        <li>
            <div>
                <h3>{date}</h3>
                <p class="library-facts"><span>{title}</span> <span>{words(&reason)}</span></p>
            </div>
            <div class="library-actions">
                <Show when=is_open>
                    <button class="button is-small" prop:disabled=move || session.is_read_only() on:click=restore>
                        {words(&Data::Restore)}
                    </button>
                </Show>
                <button class="button is-small" on:click=open>{words(&Data::OpenPoint)}</button>
                <button class="button is-small" on:click=save>{words(&Data::DownloadFile)}</button>
            </div>
        </li>
    }
    .into_any()
}
