//! The bar above each page: where the person is, the sample's mark, undo and redo; and the window's title.

use leptos::prelude::*;

use super::as_of;
use super::keys::Overlays;
use super::places::{SETTINGS, place_of};
use super::save_state::save_state;
use crate::app::{Route, Session, Stage, use_session};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::{Palette, Shell};
use crate::storage::UndoList;
use crate::ui::actions::{print, redo, undo};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::on_screen::A_MOMENT;
use crate::ui::{PageKind, distinct, parts, shown_page, words};

pub(super) fn topbar(is_menu_open: RwSignal<bool>, record: ReadSignal<Option<NodeId>>) -> AnyView {
    let session = use_session();
    let page = shown_page();
    // Put together anew only where one of them is another: not at each selection on the page.
    let above = Memo::new(move |_| record.with(|record| group_of(session, record.as_ref()?)));
    let name = Memo::new(move |_| record.with(|record| page_name(session, page.get(), record.as_ref())));
    let crumbs = move || {
        let kind = page.get();
        let list = place_of(kind).filter(|place| place.kind != kind && kind != PageKind::FirstRun);
        let list = list.map(|list| view! { <li><a href=(list.route)().href()>{words(&list.name)}</a></li> }.into_any());
        let group = above.get().map(|(id, name)| {
            let href = Route::Outline { item: Some(id) }.href();
            view! { <li class="crumb-group" lang="vi"><a href=href title=name.clone()>{name.clone()}</a></li> }
                .into_any()
        });
        let name = name.get();
        // A record's name is the programme's own.
        let lang = record.with(Option::is_some).then_some("vi");
        view! { {list} {group} <li aria-current="page" lang=lang title=name.clone()>{name.clone()}</li> }.into_any()
    };
    view! {
        <header class="topbar">
            <button
                class="icon-button menu-button"
                aria-label=words(&Shell::OpenMenu)
                aria-expanded=move || is_menu_open.get().to_string()
                on:click=move |_| is_menu_open.update(|open| *open = !*open)
            >
                {icon(Icon::Menu)}
            </button>
            <ol class="breadcrumb">{crumbs}</ol>
            {parts::tools()}
        </header>
    }
    .into_any()
}

/// What the bar offers to who writes: the sample's mark, the state of saving, undo and redo; on phones the search, which
/// the sidebar has elsewhere.
pub fn tools() -> AnyView {
    let session = use_session();
    let is_sample =
        move || session.stage.get() == Stage::Open && session.programme.with(|programme| programme.head().is_sample);
    let palette = expect_context::<Overlays>().palette;
    let step = move |name: &Shell, keys: &'static str, sign: Icon, can: fn(&UndoList) -> bool, act: fn(Session)| {
        view! {
            <button
                class="icon-button"
                class:redo-button=sign == Icon::Redo2
                aria-label=words(name)
                title=keys
                prop:disabled=move || session.is_read_only() || !session.undo_list.with(can)
                on:click=move |_| act(session)
            >
                {icon(sign)}
            </button>
        }
        .into_any()
    };
    view! {
        <Show when=is_sample>
            <a class="sample-link" href=(SETTINGS.route)().href()>
                <span class="sample-tag">{words(&Shell::SampleFigures)}</span>
            </a>
        </Show>
        <div class="topbar-actions">
            {save_state()}
            {as_of::as_of()}
            <button class="icon-button print-button" aria-label=words(&Palette::Print) title="Ctrl+P" on:click=|_| print()>
                {icon(Icon::Printer)}
            </button>
            {step(&Shell::Undo, "Ctrl+Z", Icon::Undo2, |list| list.next_undo().is_some(), undo)}
            {step(&Shell::Redo, "Ctrl+Shift+Z", Icon::Redo2, |list| list.next_redo().is_some(), redo)}
            <button class="icon-button search-button" aria-label=words(&Shell::SearchOrCommand) on:click=move |_| palette.set(true)>
                {icon(Icon::Search)}
            </button>
        </div>
    }
    .into_any()
}

/// Keeps the window's title at the page that is shown.
pub(super) fn follow_title(record: ReadSignal<Option<NodeId>>) {
    let (session, page) = (use_session(), shown_page());
    let name = Memo::new(move |_| record.with(|record| page_name(session, page.get(), record.as_ref())));
    Effect::new(move |_| {
        let title = format!("{} · Tiến Độ", name.get());
        // The window it goes to is another program's; the page is on the screen sooner without waiting for it.
        set_timeout(move || document().set_title(&title), A_MOMENT);
    });
}

/// The measure or the body that the page is about.
pub(super) fn shown_record(session: Session) -> ReadSignal<Option<NodeId>> {
    distinct(move || {
        session.route.with(|route| match route {
            Route::Body(body) => body.clone(),
            route => route.measure().cloned(),
        })
    })
}

/// The heading that a measure stands under.
fn group_of(session: Session, measure: &NodeId) -> Option<(NodeId, String)> {
    session.programme.with(|programme| {
        let item = &programme.measures().get(measure.as_str())?.place.parent;
        let group = &programme.line(item.as_str())?.place().parent;
        let title = programme.line(group.as_str())?.title();
        Some((group.clone(), format!("{} {title}", programme.label(group.as_str()).shown())))
    })
}

fn page_name(session: Session, page: PageKind, record: Option<&NodeId>) -> String {
    let name = record.and_then(|id| {
        session.programme.with(|programme| {
            let measure = programme.measures().get(id.as_str()).map(|measure| measure.name.clone());
            measure.or_else(|| programme.bodies().get(id.as_str()).map(|body| body.name.clone()))
        })
    });
    let message = match page {
        _ if record.is_some() => &Shell::RecordNotFound,
        PageKind::Body => &Shell::MyWork,
        kind => place_of(kind).map_or(&Shell::PageNotFound, |place| &place.name),
    };
    name.unwrap_or_else(|| message.text(session.language.get()).into_owned())
}
