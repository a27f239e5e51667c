//! The leader's view (Trình chiếu): how all stand, then one indicator after another on the whole window, what needs a
//! decision first. Only the slide that is shown is drawn.

mod opening;
mod paper;
mod picture;
mod slide;
mod summary;

use std::fmt::Write as _;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::indicators::rows::{self, Row};
use crate::app::{AsOf, Route, Session, use_session};
use crate::i18n::messages::{Leader, Shell};
use crate::i18n::{Message, format_date};
use crate::model::Period;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::Status;
use crate::ui::shell::keys::{is_inside, is_typing};
use crate::ui::words;

/// All slides, and which one is shown.
#[derive(Clone, Copy)]
struct Deck {
    session: Session,
    /// All measures, the most pressing first: the order of the overview's exceptions.
    rows: Memo<Arc<Vec<Row>>>,
    /// The slide that the address names: 0 is how all stand, then the rows. `None`: a measure that is not there.
    place: Memo<Option<usize>>,
    /// The quarter that changes are told from.
    before: Memo<Option<Period>>,
    /// The room of the picture, kept from slide to slide.
    room: RwSignal<(f64, f64)>,
}

pub fn leader() -> AnyView {
    let session = use_session();
    let all = rows::rows_of(session);
    let rows = Memo::new_with_compare(
        move |_| {
            let all = all.get();
            let mut order: Vec<&Row> = all.iter().collect();
            rows::sort(&mut order, rows::Sort::Urgency);
            Arc::new(order.into_iter().cloned().collect::<Vec<_>>())
        },
        |_, _| true,
    );
    let shown = Memo::new(move |_| session.route.with(|route| route.measure().cloned()));
    let place = Memo::new(move |_| {
        let Some(id) = shown.get() else { return Some(0) };
        rows.with(|rows| rows.iter().position(|row| row.measure.id == id)).map(|index| index + 1)
    });
    let before = Memo::new(move |_| {
        let (day, today) = (session.as_of.get(), session.today.get());
        let place = session.programme.with(|programme| AsOf::at(day, today, programme.head()));
        place.previous.map(|(period, _)| period)
    });
    let deck = Deck { session, rows, place, before, room: RwSignal::new((960.0, 560.0)) };
    let summary = summary::summary(deck);
    let swipe = Swipe(StoredValue::new(None));
    listen(deck);
    view! {
        <div
            class="leader"
            on:pointerdown=move |event| swipe.begin(&event)
            on:pointerup=move |event| swipe.end(&event, deck)
            on:pointercancel=move |_| swipe.0.set_value(None)
        >
            {head(deck)}
            {slide::shown(deck, summary)}
            {foot(deck)}
            {paper::paper(deck, summary)}
        </div>
    }
    .into_any()
}

impl Deck {
    fn count(self) -> usize {
        self.rows.with(|rows| rows.len())
    }

    fn route(self, place: usize) -> Route {
        let id = |index: usize| self.rows.with_untracked(|rows| rows.get(index).map(|row| row.measure.id.clone()));
        Route::Leader(place.checked_sub(1).and_then(id))
    }

    /// Shows a slide in place: "back" leaves the presentation.
    fn go(self, place: usize) {
        self.session.go_in_place(self.route(place));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn forth(self) {
        let place = self.place.get_untracked().unwrap_or_default();
        if place < self.rows.with_untracked(|rows| rows.len()) {
            self.go(place + 1);
        }
    }

    fn back(self) {
        if let Some(place) = self.place.get_untracked().unwrap_or(1).checked_sub(1) {
            self.go(place);
        }
    }

    /// The first slide with a mark.
    fn first_of(self, status: Status) -> Option<usize> {
        self.rows.with_untracked(|rows| rows.iter().position(|row| row.status() == status)).map(|index| index + 1)
    }
}

/// What stands above every slide: whose programme it is, of which day, and the ways out.
fn head(deck: Deck) -> AnyView {
    let session = deck.session;
    let title = move || session.programme.with(|programme| programme.head().title.clone());
    let is_sample = move || session.programme.with(|programme| programme.head().is_sample);
    let day = move || {
        let language = session.language.get();
        Shell::AsOf { date: format_date(session.as_of.get(), language) }.text(language).into_owned()
    };
    // The browser may forbid it, and phones of one maker do not have it: the page fills the window anyway.
    let full_screen = document().fullscreen_enabled().then(|| {
        view! {
            <button class="icon-button" title="F" aria-label=words(&Leader::FullScreen) on:click=|_| toggle_full_screen()>
                {icon(Icon::Maximize)}
            </button>
        }
    });
    view! {
        <header class="leader-head">
            <p class="leader-programme" lang="vi">{title}</p>
            <Show when=is_sample>
                <span class="sample-tag">{words(&Shell::SampleFigures)}</span>
            </Show>
            <p class="leader-day">{day}</p>
            {full_screen}
            <a class="icon-button" title="Esc" aria-label=words(&Leader::Leave) href=Route::Overview.href()>
                {icon(Icon::X)}
            </a>
        </header>
    }
    .into_any()
}

/// What stands beneath every slide: the ways to its neighbours, and its place among all as words and as a picture.
fn foot(deck: Deck) -> AnyView {
    let session = deck.session;
    let words_of_place = move || {
        let message = match (deck.place.get(), deck.count()) {
            (Some(0), _) => Leader::Summary,
            (place, count) => Leader::Place { place: place.unwrap_or_default(), count },
        };
        message.text(session.language.get()).into_owned()
    };
    let said = move || {
        let (language, count) = (session.language.get(), deck.count());
        let message = match deck.place.get() {
            Some(0) => Leader::Opening { count },
            Some(place) => deck.rows.with(|rows| {
                let row = rows.get(place - 1)?;
                let verdict = row.evaluation.verdict.text(language).into_owned();
                Some(Leader::PlaceOf { place, count, name: row.measure.name.clone(), verdict })
            })?,
            None => return None,
        };
        Some(message.text(language).into_owned())
    };
    let line = move || deck.rows.with(|rows| position_line(rows, deck.place.get().unwrap_or_default()));
    view! {
        <nav class="leader-foot" aria-label=words(&Leader::Steps)>
            <button
                class="leader-step"
                prop:disabled=move || deck.place.get() == Some(0)
                on:click=move |_| deck.back()
            >
                {icon(Icon::ChevronLeft)}
                <span>{words(&Leader::Before)}</span>
            </button>
            <div class="leader-line" aria-hidden="true" inner_html=line></div>
            <output class="leader-place">{words_of_place}</output>
            <button
                class="leader-step"
                prop:disabled=move || deck.place.get() == Some(deck.count())
                on:click=move |_| deck.forth()
            >
                <span>{words(&Leader::After)}</span>
                {icon(Icon::ChevronRight)}
            </button>
        </nav>
        <p class="visually-hidden" role="status">{said}</p>
    }
    .into_any()
}

/// One stretch a mark, as long as there are measures that bear it, and a line where this slide stands.
fn position_line(rows: &[Row], place: usize) -> String {
    let count = rows.len().max(1);
    let mut svg = format!("<svg viewBox=\"0 0 {count} 1\" preserveAspectRatio=\"none\">");
    let mut from = 0;
    for stretch in rows.chunk_by(|one, other| one.status() == other.status()) {
        let status = stretch.first().map_or("", |row| row.status().as_str());
        let wide = stretch.len();
        write!(svg, "<rect data-status=\"{status}\" x=\"{from}\" width=\"{wide}\" height=\"1\"/>").ok();
        from += wide;
    }
    if let Some(before) = place.checked_sub(1) {
        write!(svg, "<path d=\"M{before}.5 0V1\"/>").ok();
    }
    svg.push_str("</svg>");
    svg
}

/// Keys of the page; `?` lists them.
fn listen(deck: Deck) {
    let session = deck.session;
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_other = event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented();
        // Space and Enter press what has the focus; all keys belong to a dialog that is open.
        let is_press = matches!(event.key().as_str(), " " | "Enter");
        if is_other || is_inside(&event, if is_press { "a, button, dialog" } else { "dialog" }) {
            return;
        }
        if !is_press && is_typing(&event) {
            return;
        }
        match (event.key().as_str(), event.shift_key()) {
            ("ArrowDown" | "ArrowUp", _) if is_scrolled() => return,
            ("ArrowRight" | "ArrowDown" | "PageDown", _) | (" ", false) => deck.forth(),
            ("ArrowLeft" | "ArrowUp" | "PageUp", _) | (" ", true) => deck.back(),
            ("Home" | "0", _) => deck.go(0),
            ("End", _) => deck.go(deck.rows.with_untracked(|rows| rows.len())),
            ("Enter", _) => match deck.route(deck.place.get_untracked().unwrap_or_default()) {
                Route::Leader(Some(id)) => session.go(&Route::Indicator(id)),
                _ => deck.forth(),
            },
            ("Escape", _) if document().fullscreen_element().is_some() => document().exit_fullscreen(),
            ("Escape", _) => session.go(&Route::Overview),
            ("f" | "F", _) => toggle_full_screen(),
            (digit, _) => {
                let Some(status) = digit.parse::<usize>().ok().and_then(|digit| Status::ALL.get(digit.wrapping_sub(1)))
                else {
                    return;
                };
                if let Some(place) = deck.first_of(*status) {
                    deck.go(place);
                }
            }
        }
        event.prevent_default();
    });
    on_cleanup(move || {
        handle.remove();
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    });
}

/// More than the window holds: the upright arrows scroll then.
fn is_scrolled() -> bool {
    document().document_element().is_some_and(|root| root.scroll_height() > root.client_height() + 1)
}

fn toggle_full_screen() {
    match document().document_element() {
        _ if document().fullscreen_element().is_some() => document().exit_fullscreen(),
        // Where it is refused the page fills the window as before.
        Some(root) => drop(root.request_fullscreen()),
        None => {}
    }
}

/// Where a finger came down.
#[derive(Clone, Copy)]
struct Swipe(StoredValue<Option<(i32, i32)>>);

impl Swipe {
    fn begin(self, event: &web_sys::PointerEvent) {
        let is_finger = event.is_primary() && event.pointer_type() != "mouse";
        self.0.set_value(is_finger.then(|| (event.client_x(), event.client_y())));
    }

    /// Far enough and more across than along: to the next slide or the one before.
    fn end(self, event: &web_sys::PointerEvent, deck: Deck) {
        const LEAST: i32 = 48;
        let Some((x, y)) = self.0.try_update_value(Option::take).flatten() else { return };
        let (across, along) = (event.client_x() - x, event.client_y() - y);
        if across.abs() < LEAST || across.abs() < 2 * along.abs() {
            return;
        }
        if across < 0 {
            deck.forth();
        } else {
            deck.back();
        }
    }
}
