//! The restore points of this machine: go back to one, open it as a programme of its own, save it as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::changes::{is_nothing, summary};
use super::put::{Question, Wish, asked, put};
use crate::app::{Consent, Route, Session, Stage, clock_time, day_of, use_session};
use crate::document::Document;
use crate::i18n::messages::{Data, Shell};
use crate::i18n::{Message, format_date};
use crate::model::Programme;
use crate::snapshot::{self, Changes};
use crate::storage::Point;
use crate::ui::actions::{download, focus_content};
use crate::ui::words;

/// A point that is looked at before anything is restored.
#[derive(Clone)]
struct Look {
    id: u64,
    when: String,
    document: Document,
    changes: Changes,
}

pub(super) fn points() -> AnyView {
    let session = use_session();
    let look = RwSignal::new(None::<Look>);
    let question = RwSignal::new(None::<Question>);
    let told = Data::RestoredPoint.text(session.language.get_untracked()).into_owned();
    view! {
        <section class="page-section" aria-labelledby="points-title">
            <div class="section-heading"><h2 id="points-title">{words(&Data::RestorePoints)}</h2></div>
            <p class="section-text">{words(&Data::RestorePointsNote)}</p>
            <div aria-live="polite">{move || look.get().map(|looked| looked_at(session, looked, look, question))}</div>
            {asked(session, told, question)}
            <Show
                when=move || !session.points.with(Vec::is_empty)
                fallback=move || view! { <p class="section-note">{words(&Data::NoRestorePoints)}</p> }
            >
                <ul class="library">
                    <For each=move || session.points.get() key=|point| point.id let:point>
                        {row(session, point, look)}
                    </For>
                </ul>
            </Show>
        </section>
    }
    .into_any()
}

/// What going back to a point would change, and the word for it.
fn looked_at(
    session: Session,
    looked: Look,
    look: RwSignal<Option<Look>>,
    question: RwSignal<Option<Question>>,
) -> AnyView {
    let Look { id, when, document, changes } = looked;
    let restore = move |_| {
        let told = Data::RestoredPoint.text(session.language.get_untracked()).into_owned();
        look.set(None);
        spawn_local(async move {
            put(session, Wish::Restore(id), Consent::default(), told, question).await;
        });
    };
    // A copy that is the same as what is open is nothing to go back to.
    let is_same = is_nothing(&changes);
    let view = if is_same {
        view! { <p>{words(&Data::SamePoint)}</p> }.into_any()
    } else {
        summary(session, &changes, &document)
    };
    let restore = (!is_same).then(|| {
        view! {
            <button class="button is-primary" prop:disabled=move || session.is_read_only() on:click=restore>
                {words(&Data::RestoreNow)}
            </button>
        }
    });
    view! {
        <h3 class="preview-title">{words(&Data::RestoreTitle { when })}</h3>
        {view}
        <div class="action-bar">
            {restore}
            <button class="button" on:click=move |_| { look.set(None); focus_content(); }>{words(&Shell::Cancel)}</button>
        </div>
    }
    .into_any()
}

fn row(session: Session, point: Point, look: RwSignal<Option<Look>>) -> AnyView {
    let Point { id, document, title, at, reason } = point;
    let is_open = move || {
        session.stage.get() == Stage::Open && session.programme.with(|programme| programme.document().id() == document)
    };
    let date = move || format!("{}, {}", format_date(day_of(at), session.language.get()), clock_time(at));
    let restore = move |_| {
        let when = date();
        spawn_local(async move {
            match session.point_document(id).await {
                Some(document) => {
                    let replaced = |ours: &Programme| snapshot::replacement(ours.document(), &document);
                    let changes = session.programme.with_untracked(replaced);
                    look.set(Some(Look { id, when, document, changes }));
                }
                None => session.toast(Data::PointGone.text(session.language.get_untracked()), None),
            }
        });
    };
    let open = move |_| recover(session, id);
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
                <p class="library-facts"><span lang="vi">{title}</span> <span>{words(&reason)}</span></p>
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

/// Opens a restore point as a programme of the library.
pub fn recover(session: Session, id: u64) {
    spawn_local(async move {
        if session.recover_point(id).await {
            session.go(&Route::Outline { item: None });
        } else {
            session.toast(Data::PointGone.text(session.language.get_untracked()), None);
        }
    });
}
