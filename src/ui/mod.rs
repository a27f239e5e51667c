//! The interface: components and pages, drawn with Leptos.
#![allow(
    clippy::large_types_passed_by_value,
    clippy::needless_pass_by_value,
    reason = "what a view shows is handed over to it; `&` at each call is noise"
)]

mod actions;
pub mod components;
mod pages;
mod parts;
mod shell;

use std::time::Duration;

use leptos::prelude::*;

use crate::app::{Route, Session, Stage};
use crate::i18n::{Language, Message, seamed};

/// The whole app: the first page where no programme is open, else the shell with the page of the address.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::start();
    let stage = session.stage;
    // A page that needs an open programme shows the first page instead where there is none.
    let is_first_run = Memo::new(move |_| {
        let needs_programme = session.route.with(|route| {
            !matches!(route, Route::Library | Route::Begin(_) | Route::Import | Route::Data | Route::Settings)
        });
        stage.get() == Stage::Closed && needs_programme && session.shelves.with(Vec::is_empty)
    });
    provide_context(distinct(move || session.route.with(PageKind::of)));
    parts::begin(session);
    pages::keep_rows(session);
    // The first page has a task of its own: in one with the session, both hold up what is pressed on a slow phone.
    let is_begun = RwSignal::new(false);
    set_timeout(move || is_begun.set(true), Duration::ZERO);
    move || {
        if !is_begun.get() {
            ().into_any()
        } else if is_first_run.get() {
            (parts::bars(), parts::page(PageKind::FirstRun)).into_any()
        } else {
            shell::shell(page)
        }
    }
}

/// Which page the address is of.
fn shown_page() -> ReadSignal<PageKind> {
    expect_context()
}

/// A part of what changes often, as a signal. All who depend on a memo are asked whenever it may have changed, and with a
/// long page that takes longer than the change: who depends on this is asked only when it has.
fn distinct<T: Clone + PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + 'static) -> ReadSignal<T> {
    let (part, set_part) = signal(untrack(&read));
    Effect::new(move |_| {
        let now = read();
        if part.with_untracked(|part| *part != now) {
            set_part.set(now);
        }
    });
    part
}

/// The page of the address. Filters and selections are read by the page itself, so that it stays while they change.
fn page() -> AnyView {
    let session = crate::app::use_session();
    let shown = shown_page();
    let kind = Memo::new(move |_| (shown.get(), session.stage.get()));
    (move || match kind.get() {
        (
            PageKind::Overview
            | PageKind::Leader
            | PageKind::Outline
            | PageKind::Indicators
            | PageKind::Indicator
            | PageKind::Assignments
            | PageKind::Body
            | PageKind::Report
            | PageKind::Conflicts
            | PageKind::Versions,
            Stage::Closed,
        ) => parts::page(PageKind::Library),
        (kind, _) => parts::page(kind),
    })
    .into_any()
}

/// A page without what is chosen on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageKind {
    /// In place of any page that needs a programme, where there is none.
    FirstRun,
    Overview,
    /// Has the whole window to itself.
    Leader,
    Library,
    Begin,
    Versions,
    Outline,
    Indicators,
    Indicator,
    Import,
    Assignments,
    Body,
    Report,
    Conflicts,
    Data,
    Settings,
    Unknown,
}

impl PageKind {
    /// Nothing on it is reckoned at a day.
    fn is_without_day(self) -> bool {
        matches!(
            self,
            Self::Library | Self::Begin | Self::Versions | Self::Import | Self::Data | Self::Settings | Self::Unknown
        )
    }

    fn of(route: &Route) -> Self {
        match route {
            Route::Overview => Self::Overview,
            Route::Leader(_) => Self::Leader,
            Route::Library => Self::Library,
            Route::Begin(_) => Self::Begin,
            Route::Versions(_) => Self::Versions,
            Route::Start | Route::Outline { .. } | Route::OutlineOnly(..) => Self::Outline,
            Route::Indicators(_) => Self::Indicators,
            Route::Import => Self::Import,
            Route::Indicator(_) | Route::IndicatorAt(..) => Self::Indicator,
            Route::Assignments(_) => Self::Assignments,
            Route::Body(_) => Self::Body,
            Route::Report => Self::Report,
            Route::Conflicts => Self::Conflicts,
            Route::Data => Self::Data,
            Route::Settings => Self::Settings,
            Route::Unknown(_) => Self::Unknown,
        }
    }
}

/// A message in the language of the interface; it follows a change of language. One type for all messages: what
/// renders it is compiled once.
fn words(message: &dyn Message) -> impl Fn() -> String + Copy + Send + Sync + 'static + use<> {
    let language = crate::app::use_session().language;
    let wordings = StoredValue::new([message.vi(), message.en()].map(seamed));
    move || {
        wordings.with_value(|[vi, en]| match language.get() {
            Language::Vietnamese => vi.to_string(),
            Language::English => en.to_string(),
        })
    }
}
