//! The sidebar with its links and its foot, and the tabs at the bottom of phones.

use leptos::prelude::*;

use super::keys::{Overlays, is_inside};
use super::places::{
    ASSIGNMENTS, CONFLICTS, DATA, IMPORT, INDICATORS, LIBRARY, OVERVIEW, PROGRAMME, Place, REPORT, SETTINGS, place_of,
};
use crate::app::{Stage, use_session};
use crate::i18n::messages::Shell;
use crate::i18n::to_upper;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::picture::product_mark;
use crate::ui::{PageKind, parts, shown_page, words};

pub(super) fn sidebar(is_menu_open: RwSignal<bool>) -> AnyView {
    let session = use_session();
    let close = move |_| is_menu_open.set(false);
    // A link to the page that is shown changes no address: the menu goes all the same.
    let follow = move |event: leptos::ev::MouseEvent| {
        if is_inside(&event, "a") {
            is_menu_open.set(false);
        }
    };
    let palette = expect_context::<Overlays>().palette;
    let head = move |read: fn(&crate::model::Head) -> &String| {
        move || session.programme.with(|programme| read(programme.head()).clone())
    };
    let title = head(|head| &head.title);
    let targets = move || {
        let count = session.programme.with(|programme| programme.measures().iter().count());
        (count > 0).then(|| view! { <span class="nav-count">{count}</span> })
    };
    let person = move |name: &'static str| {
        move || session.preferences.with(|preferences| preferences.get(name).unwrap_or_default().to_owned())
    };
    let name = person(crate::app::PERSON);
    let initials = move || {
        let name = name();
        let words: Vec<&str> = name.split_whitespace().collect();
        let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
        let initials: String = ends.into_iter().flatten().filter_map(|word| word.chars().next()).collect();
        to_upper(&initials)
    };
    let unnamed = words(&Shell::SettingsPage);
    let none_open = words(&Shell::NoneOpen);
    let title = move || if session.stage.get() == Stage::Open { title() } else { none_open() };
    let sign = move || if initials().is_empty() { icon(Icon::Users).into_any() } else { initials().into_any() };
    view! {
        <nav class="sidebar" aria-label=words(&Shell::MainNavigation) on:click=follow>
            <div class="sidebar-column">
                <button class="icon-button sidebar-close" aria-label=words(&Shell::Close) on:click=close>{icon(Icon::X)}</button>
                <a class="product" href="#/">{product_mark()} {words(&Shell::Product)}</a>
                <a class="programme-switch" href=(LIBRARY.route)().href() title=words(&Shell::SwitchProgramme)>
                    <span class="programme-name" lang=move || (session.stage.get() == Stage::Open).then_some("vi")>{title}</span>
                    <span class="programme-body">{head(|head| &head.issuer)}</span>
                    {icon(Icon::ChevronDown)}
                </a>
                <button class="command-button" on:click=move |_| palette.set(true)>
                    {icon(Icon::Search)} <span>{words(&Shell::SearchOrCommand)}</span>
                    <span class="keys" aria-hidden="true"><kbd>"Ctrl"</kbd><kbd>"K"</kbd></span>
                </button>
                <ul class="nav-list">
                    {item(&OVERVIEW, ().into_any())}
                    {item(&PROGRAMME, ().into_any())}
                    {item(&INDICATORS, targets.into_any())}
                    {item(&ASSIGNMENTS, ().into_any())}
                    {item(&REPORT, ().into_any())}
                </ul>
                <p class="nav-heading">{words(&Shell::DataHeading)}</p>
                <ul class="nav-list">
                    {item(&IMPORT, ().into_any())}
                    {parts::to_choose()}
                    {item(&DATA, ().into_any())}
                    {item(&LIBRARY, ().into_any())}
                </ul>
                <div class="sidebar-foot">
                    {parts::saved()}
                    <a class="account" href=(SETTINGS.route)().href() aria-current=current(SETTINGS.kind)>
                        <span class="avatar" aria-hidden="true">{sign}</span>
                        <span class="account-name">
                            {move || { let name = name(); if name.is_empty() { unnamed() } else { name } }}
                            <small>{person(crate::app::BODY)}</small>
                        </span>
                        {icon(Icon::Settings)}
                    </a>
                </div>
            </div>
        </nav>
        <button class="sidebar-backdrop" tabindex="-1" aria-label=words(&Shell::Close) on:click=close></button>
    }
    .into_any()
}

/// The way to what waits for a decision, while something does.
pub fn to_choose() -> AnyView {
    let session = use_session();
    let page = shown_page();
    let count = Memo::new(move |_| session.programme.with(|programme| programme.disputes().len()));
    let is_shown = Memo::new(move |_| count.get() > 0 || page.get() == PageKind::Conflicts);
    let left = move || Some(count.get()).filter(|count| *count > 0);
    (move || {
        is_shown.get().then(|| item(&CONFLICTS, view! { <span class="nav-count is-due">{left}</span> }.into_any()))
    })
    .into_any()
}

pub(super) fn bottom_tabs() -> AnyView {
    let tab = |place: &'static Place| {
        view! {
            <a href=(place.route)().href() aria-current=current(place.kind)>
                {icon(place.icon)} <span>{words(&place.name)}</span>
            </a>
        }
        .into_any()
    };
    view! {
        <nav class="bottom-nav" aria-label=words(&Shell::MainNavigation)>
            {tab(&OVERVIEW)} {tab(&PROGRAMME)} {tab(&INDICATORS)} {tab(&ASSIGNMENTS)} {tab(&REPORT)}
        </nav>
    }
    .into_any()
}

fn item(place: &'static Place, count: AnyView) -> AnyView {
    view! {
        <li>
            <a href=(place.route)().href() aria-current=current(place.kind)>
                {icon(place.icon)} <span class="nav-label">{words(&place.name)}</span> {count}
            </a>
        </li>
    }
    .into_any()
}

/// `page` for the page that is shown, and for the list that one indicator or body belongs to.
fn current(kind: PageKind) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static {
    let page = shown_page();
    move || {
        let shown = place_of(page.get());
        shown.is_some_and(|place| place.kind == kind).then_some("page")
    }
}
