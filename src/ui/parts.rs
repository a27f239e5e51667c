//! The program arrives in parts: files that a browser fetches when they are first wanted.
//!
//! What is reached from a part alone is not in the first load (`xtask/src/split.rs`). Pages that share much are one part.
#![allow(improper_ctypes_definitions, reason = "both sides of a part are this program")]
#![allow(clippy::unnecessary_wraps, reason = "the wrapper that the macro writes fails where a part does not arrive")]

use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use wasm_bindgen_futures::spawn_local;

use super::pages::Pen;
use super::shell::Overlays;
use super::{PageKind, pages, shell, words};
use crate::app::{self, Session};
use crate::documents;
use crate::i18n::messages::{Saving, Shell};
use crate::model::Measure;

type Arriving = Pin<Box<dyn Future<Output = Result<AnyView, SplitLoaderError>> + Send>>;

/// The half of the app that the first page is drawn without: of the session, of the frame, of the outline, and the pages
/// that are opened rarely.
#[derive(Clone, Copy)]
struct Late {
    session: app::Late,
    bars: fn() -> AnyView,
    tools: fn() -> AnyView,
    saved: fn() -> AnyView,
    to_choose: fn() -> AnyView,
    overlays: fn() -> AnyView,
    keys: fn(Session, Overlays),
    pen: Pen,
    desk: fn(PageKind) -> AnyView,
}

/// What reads documents, and where one is looked through.
#[derive(Clone, Copy)]
struct Reader {
    page: fn() -> AnyView,
    measures_of_line: fn(&str) -> Vec<Measure>,
}

/// What a line sets as targets in its words; nothing where the reader does not arrive.
pub async fn measures_of_line(line: &str) -> Vec<Measure> {
    import().await.map(|reader| (reader.measures_of_line)(line)).unwrap_or_default()
}

/// What has come of the late half.
#[derive(Clone, Copy)]
enum LateHalf {
    Awaited,
    Missing,
    Here(Late),
}

/// What parts have to say to each other; in the context.
#[derive(Clone, Copy)]
struct Parts {
    late: RwSignal<LateHalf>,
    session: Session,
    overlays: Overlays,
}

/// To be called once, at the root of the app.
pub fn begin(session: Session) {
    let overlays = Overlays::default();
    provide_context(overlays);
    provide_context(Parts { late: RwSignal::new(LateHalf::Awaited), session, overlays });
}

/// A page, once its part is there.
pub fn page(kind: PageKind) -> AnyView {
    let parts = expect_context::<Parts>();
    let tries = RwSignal::new(0);
    let arrive = move || {
        tries.track();
        let arriving: Arriving = match kind {
            PageKind::FirstRun => Box::pin(parts.before_late(first_run())),
            PageKind::Outline => Box::pin(parts.before_late(programme())),
            // They judge, write and copy from the start.
            PageKind::Overview | PageKind::Leader | PageKind::Indicators | PageKind::Indicator | PageKind::Report => {
                Box::pin(async move {
                    parts.complete().await?;
                    indicators(kind).await
                })
            }
            PageKind::Assignments | PageKind::Body => Box::pin(async move {
                parts.complete().await?;
                assignments(kind).await
            }),
            PageKind::Import => Box::pin(async move {
                parts.complete().await?;
                Ok((import().await?.page)())
            }),
            _ => Box::pin(async move { Ok((parts.complete().await?.desk)(kind)) }),
        };
        Suspend::new(async move {
            let page = arriving.await.unwrap_or_else(|_| missing(move || tries.update(|tries| *tries += 1)));
            remove_first_words();
            if !matches!(kind, PageKind::FirstRun | PageKind::Outline) {
                started();
            }
            page
        })
    };
    arrive.into_any()
}

/// The bars above the pages, and above all that something is missing.
pub fn bars() -> AnyView {
    let parts = expect_context::<Parts>();
    let again = move || spawn_local(parts.complete_or_tell());
    (move || match parts.late.get() {
        LateHalf::Awaited => ().into_any(),
        LateHalf::Missing => missing(again),
        LateHalf::Here(late) => (late.bars)(),
    })
    .into_any()
}

/// What the top bar offers to who writes.
pub fn tools() -> AnyView {
    once_late(|late| late.tools)
}

/// What the side bar tells of saving.
pub fn saved() -> AnyView {
    once_late(|late| late.saved)
}

/// What the navigation tells of decisions that wait.
pub fn to_choose() -> AnyView {
    once_late(|late| late.to_choose)
}

/// What stands over the page.
pub fn overlays() -> AnyView {
    once_late(|late| late.overlays)
}

fn once_late(view: fn(&Late) -> fn() -> AnyView) -> AnyView {
    let late = late_signal();
    (move || late.get().map(|late| view(&late)())).into_any()
}

/// What writes in the outline, once it is there.
pub fn pen() -> Signal<Option<Pen>> {
    let late = late_signal();
    Signal::derive(move || late.get().map(|late| late.pen))
}

fn late_signal() -> Signal<Option<Late>> {
    let parts = expect_context::<Parts>();
    Signal::derive(move || if let LateHalf::Here(late) = parts.late.get() { Some(late) } else { None })
}

impl Parts {
    /// A page that is drawn first; the late half is asked for when that is done, in a task of its own.
    async fn before_late(
        self,
        page: impl Future<Output = Result<AnyView, SplitLoaderError>>,
    ) -> Result<AnyView, SplitLoaderError> {
        let page = page.await;
        set_timeout(move || spawn_local(self.complete_or_tell()), Duration::ZERO);
        page
    }

    /// Fetches the late half behind a page that is there without it; a bar tells where it cannot be had.
    async fn complete_or_tell(self) {
        if self.complete().await.is_err() {
            self.late.set(LateHalf::Missing);
        }
        started();
    }

    /// Fetches the late half, unless it is there.
    async fn complete(self) -> Result<Late, SplitLoaderError> {
        let arrived = late().await;
        match &arrived {
            Ok(_) if matches!(self.late.get_untracked(), LateHalf::Here(_)) => return arrived,
            Ok(late) => {
                self.session.arrive(late.session);
                (late.keys)(self.session, self.overlays);
                self.late.set(LateHalf::Here(*late));
            }
            Err(_) => {}
        }
        arrived
    }
}

/// Word to `public/start.js`, which stands by until then: the person can work, or has been told why not.
fn started() {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-started", "");
    }
}

/// What `index.html` shows until a page is there.
fn remove_first_words() {
    if let Some(words) = document().get_element_by_id("first-words") {
        words.remove();
    }
}

/// The network failed before a part was on the machine.
fn missing(again: impl Fn() + 'static) -> AnyView {
    view! {
        <div class="empty-note" role="alert">
            <strong>{words(&Shell::PageNotArrived)}</strong>
            <p>{words(&Shell::PageNotArrivedHint)}</p>
            <button class="button" on:click=move |_| again()>{words(&Saving::Retry)}</button>
        </div>
    }
    .into_any()
}

#[wasm_split(late, wasm_split_path = leptos::wasm_split, fallible)]
fn late() -> Result<Late, SplitLoaderError> {
    Ok(Late {
        session: app::Late::new(),
        bars: shell::bars,
        tools: shell::tools,
        saved: shell::saved,
        to_choose: shell::to_choose,
        overlays: shell::overlays,
        keys: shell::keys::listen,
        pen: Pen::new(),
        desk: |kind| match kind {
            PageKind::Conflicts => pages::conflicts(),
            PageKind::Data => pages::data(),
            PageKind::Settings => pages::settings(),
            PageKind::Begin => pages::begin(),
            PageKind::Versions => pages::versions(),
            PageKind::Unknown => pages::unknown(),
            _ => pages::library(),
        },
    })
}

#[wasm_split(first_run, wasm_split_path = leptos::wasm_split, fallible)]
fn first_run() -> Result<AnyView, SplitLoaderError> {
    Ok(pages::first_run())
}

#[wasm_split(programme, wasm_split_path = leptos::wasm_split, fallible)]
fn programme() -> Result<AnyView, SplitLoaderError> {
    Ok(pages::outline())
}

#[wasm_split(indicators, wasm_split_path = leptos::wasm_split, fallible)]
fn indicators(kind: PageKind) -> Result<AnyView, SplitLoaderError> {
    Ok(match kind {
        PageKind::Overview => pages::overview(),
        PageKind::Leader => pages::leader(),
        PageKind::Indicator => pages::indicator(),
        PageKind::Report => pages::report(),
        _ => pages::indicators(),
    })
}

#[wasm_split(assignments, wasm_split_path = leptos::wasm_split, fallible)]
fn assignments(kind: PageKind) -> Result<AnyView, SplitLoaderError> {
    Ok(if kind == PageKind::Body { pages::body_work() } else { pages::assignments() })
}

#[wasm_split(import, wasm_split_path = leptos::wasm_split, fallible)]
fn import() -> Result<Reader, SplitLoaderError> {
    Ok(Reader { page: pages::import, measures_of_line: documents::measures_of_line })
}
