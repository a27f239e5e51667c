//! The lines that are overdue, that nobody has, whose number or full wording is in doubt: each alone at a press below the map of contents, or
//! by a choice beside the search where the map has no room.

use leptos::prelude::*;

use super::rows::Row;
use super::state::Page;
use crate::app::Route;
use crate::i18n::messages::Outline;
use crate::i18n::{Message as _, is_outdated};
use crate::model::{Clock, Date, ItemKind, Line, Programme, TaskState};
use crate::ui::actions::focus_content;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

const YEAR: &str = "year-";

/// The address of the lines that name a year.
pub fn of_year(year: i32) -> Route {
    Route::OutlineOnly(format!("{YEAR}{year}"), None)
}

/// Its name in the address, what it is called, and whether a row is one of it.
struct Kind {
    word: &'static str,
    name: Outline,
    holds: fn(&Row, &Programme, Date) -> bool,
}

const KINDS: [Kind; 4] = [
    Kind { word: "overdue", name: Outline::OnlyOverdue, holds: is_overdue },
    Kind { word: "unassigned", name: Outline::OnlyUnassigned, holds: is_unassigned },
    Kind { word: "doubtful", name: Outline::OnlyDoubtful, holds: |row, _, _| row.is_doubtful },
    Kind {
        word: "outdated",
        name: Outline::OnlyOutdated,
        holds: |row, programme, _| {
            programme.items().get(row.id.as_str()).is_some_and(|item| is_outdated(programme, item))
        },
    },
];

/// Whether a row is of the kind that an address names: `year-2025` has the lines that name a year. A word of no kind leaves
/// nothing out.
pub fn is_kept(word: &str, row: &Row, programme: &Programme, day: Date) -> bool {
    if let Some(year) = word.strip_prefix(YEAR).and_then(|year| year.parse().ok()) {
        let lines = std::iter::once(&row.id).chain(row.measure());
        return lines.filter_map(|id| programme.line(id.as_str())).any(|line| line.names_year(year));
    }
    KINDS.iter().find(|kind| kind.word == word).is_none_or(|kind| (kind.holds)(row, programme, day))
}

fn is_overdue(row: &Row, programme: &Programme, day: Date) -> bool {
    let Some(Line::Item(item)) = programme.line(row.id.as_str()) else { return false };
    let soon = programme.head().settings.due_soon_days;
    item.state != TaskState::Paused && matches!(item.clock(day, soon), Clock::Overdue(_))
}

/// Work and measures that nobody leads. What holds other items is done by those.
fn is_unassigned(row: &Row, programme: &Programme, day: Date) -> bool {
    if let Some(measure) = row.measure().and_then(|id| programme.measures().get(id.as_str())) {
        return programme.lead_of(measure, day).is_none();
    }
    let Some(Line::Item(item)) = programme.line(row.id.as_str()) else { return false };
    let is_work = matches!(item.kind, ItemKind::Task | ItemKind::Assignment | ItemKind::Solution);
    let is_over = matches!(item.state, TaskState::Done | TaskState::Cancelled);
    is_work && !is_over && !row.is_heading && programme.lead_of_item(item, day).is_none()
}

/// Beside the search: the choice of a kind, drawn where the map is not, and the way out at every width.
pub fn choice(page: Page) -> AnyView {
    let session = page.session();
    let options = move || {
        let language = session.language.get();
        let only = page.only.get();
        let option = |word: &'static str, name: &Outline| {
            let is_chosen = only.as_deref().unwrap_or_default() == word;
            view! { <option value=word selected=is_chosen prop:selected=is_chosen>{name.text(language).into_owned()}</option> }
                .into_any()
        };
        let kinds = KINDS.iter().map(|kind| option(kind.word, &kind.name));
        std::iter::once(option("", &Outline::AllLines)).chain(kinds).collect::<Vec<_>>()
    };
    let choose = move |event: leptos::ev::Event| {
        let word = event_target_value(&event);
        page.show_only((!word.is_empty()).then_some(word));
    };
    let leave = move |_| {
        page.show_whole();
        focus_content();
    };
    let way_out = move || {
        page.only.with(Option::is_some).then(|| {
            view! {
                <button class="button is-quiet is-small" on:click=leave>{icon(Icon::X)} {words(&Outline::ShowAllLines)}</button>
            }
            .into_any()
        })
    };
    view! {
        <select class="select only-choice" aria-label=words(&Outline::Only) on:change=choose>{options}</select>
        {way_out}
    }
    .into_any()
}

pub fn only(page: Page) -> AnyView {
    let session = page.session();
    let counts = Memo::new(move |_| {
        let day = session.as_of.get();
        session.programme.with(|programme| {
            page.rows.with(|rows| {
                let count = |kind: &Kind| rows.iter().filter(|row| (kind.holds)(row, programme, day)).count();
                KINDS.each_ref().map(count)
            })
        })
    });
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && page.show_whole() {
            event.prevent_default();
        }
    };
    let button = |index: usize| {
        let kind = &KINDS[index];
        let is_pressed = Memo::new(move |_| page.only.with(|only| only.as_deref() == Some(kind.word)));
        let count = move || counts.with(|counts| counts[index]);
        // Nothing to show; but the way out stays open.
        let is_idle = move || count() == 0 && !is_pressed.get();
        let press = move |_| page.show_only((!is_pressed.get_untracked()).then(|| kind.word.to_owned()));
        view! {
            <button aria-pressed=move || is_pressed.get().to_string() disabled=is_idle on:click=press>
                {words(&kind.name)} " " <span class="map-count">{count}</span>
            </button>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = (0..KINDS.len()).map(button).collect();
    view! { <div class="map-only" role="group" aria-label=words(&Outline::Only) on:keydown=leave>{buttons}</div> }
        .into_any()
}
