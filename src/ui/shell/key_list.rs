//! The list of keys that `?` shows: those of every page, and of the page that is open.

use leptos::prelude::*;

use super::palette::modal;
use super::places::PLACES;
use crate::app::use_session;
use crate::i18n::messages::{Entering, Outline, Palette, Pasting, Shell};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::{PageKind, words};

type Key = (&'static [&'static str], &'static dyn crate::i18n::Message);

const EVERYWHERE: &[Key] = &[
    (&["Ctrl", "K"], &Shell::SearchOrCommand),
    (&["Ctrl", "Z"], &Shell::Undo),
    (&["Ctrl", "Shift", "Z"], &Shell::Redo),
    (&["/"], &Shell::Search),
    (&["?"], &Palette::ThisList),
];
const OUTLINE: &[Key] = &[
    (&["J", "K"], &Palette::NextPrevious),
    (&["E", "F2"], &Palette::EditTitle),
    (&["Enter"], &Palette::NewLine),
    (&["Tab"], &Palette::Indent),
    (&["Alt", "↑", "↓"], &Palette::MoveLine),
    (&["Shift", "↑", "↓"], &Outline::ChooseSeveral),
    (&["Shift", "←", "→"], &Outline::FoldOrOpenAll),
    (&["Delete"], &Palette::DeleteLine),
    (&["Esc"], &Palette::Leave),
];
const LIST: &[Key] = &[
    (&["J", "K"], &Palette::NextPrevious),
    (&["Enter"], &Palette::OpenIt),
    (&["N"], &Entering::Open),
    (&["E"], &Palette::EnterFigure),
    (&["V"], &Palette::Why),
    (&["1", "…", "6"], &Palette::Results),
    (&["Shift", "←", "→"], &Outline::FoldOrOpenAll),
    (&["Ctrl", "V"], &Pasting::Open),
];
const FIGURES: &[Key] = &[
    (&["E", "N"], &Palette::EnterFigure),
    (&["V"], &Palette::Why),
    (&["←", "↑", "→", "↓"], &Palette::MoveCells),
    (&["Ctrl", "V"], &Palette::PasteBlock),
    (&["Esc"], &Palette::Leave),
];

const LEADER: &[Key] = &[
    (&["←", "→", "Space"], &Palette::NextPrevious),
    (&["Home", "End"], &Palette::FirstLast),
    (&["1", "…", "6"], &Palette::FirstOfVerdict),
    (&["Enter"], &Palette::OpenIt),
    (&["F"], &Palette::FullScreen),
    (&["Esc"], &Palette::Leave),
];

/// The list's place in the page. It is drawn while it is open.
pub fn key_list(is_open: RwSignal<bool>) -> AnyView {
    (move || is_open.get().then(|| dialog(is_open))).into_any()
}

fn dialog(is_open: RwSignal<bool>) -> AnyView {
    let own = match use_session().route.with_untracked(PageKind::of) {
        PageKind::Outline => Some((Palette::KeysOutline, OUTLINE)),
        PageKind::Indicators => Some((Palette::KeysList, LIST)),
        PageKind::Indicator => Some((Palette::KeysFigures, FIGURES)),
        PageKind::Leader => Some((Palette::KeysLeader, LEADER)),
        _ => None,
    };
    let rows = |keys: &[Key]| keys.iter().map(|(keys, name)| row(keys, *name)).collect();
    let places =
        PLACES.iter().filter(|place| !place.keys.is_empty()).map(|place| row(place.keys, &place.name)).collect();
    let group = |name: &Palette, rows: Vec<AnyView>| {
        view! { <section><h3>{words(name)}</h3><dl class="key-table">{rows}</dl></section> }.into_any()
    };
    let content = view! {
        <div class="key-list-head">
            <h2>{words(&Palette::KeysTitle)}</h2>
            <button class="icon-button" aria-label=words(&Shell::Close) on:click=move |_| is_open.set(false)>{icon(Icon::X)}</button>
        </div>
        <div class="key-list-body">
            {own.map(|(name, keys)| group(&name, rows(keys)))}
            {group(&Palette::KeysEverywhere, rows(EVERYWHERE))}
            {group(&Palette::GoTo, places)}
        </div>
    };
    modal("palette key-list", &Palette::KeysTitle, is_open, content.into_any())
}

fn row(keys: &[&'static str], name: &dyn crate::i18n::Message) -> AnyView {
    let keys: Vec<AnyView> = keys.iter().map(|key| view! { <kbd>{*key}</kbd> }.into_any()).collect();
    view! { <div><dt>{keys}</dt><dd>{words(name)}</dd></div> }.into_any()
}
