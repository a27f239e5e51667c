//! Long lists are drawn in stretches: beyond a few hundred lines only those near the screen stand in the page, and gaps of
//! the same height in the place of the others.

use std::ops::Range;
use std::time::Duration;

use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::printing::is_printing;

/// Pixels that a line takes, until its stretch has been seen.
pub const LINE_HEIGHT: usize = 38;
/// Lines in a stretch of a table.
const STRETCH: usize = 40;
/// Tables up to this many stretches are drawn whole, so that the browser's own search finds everything.
const WHOLE: usize = 6;
/// How many pixels beyond the screen stretches are drawn. Few: all that stands in the page makes each change of it longer.
const NEAR: i32 = 600;
/// What is off the screen waits until the first screen is shown.
const AFTER_FIRST: Duration = Duration::from_millis(50);

/// A part of a list as it stands in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// A stretch that is drawn.
    Stretch(usize),
    /// The room of those that are not: from one up to another, which is not in it.
    Gap(usize, usize),
}

type Observed = (IntersectionObserver, Closure<dyn FnMut(js_sys::Array)>);

/// The pieces of one list, as long as its view stays. Each is an element with `data-piece`, in order, all in one parent.
#[derive(Clone, Copy)]
pub struct Pieces {
    pub all: Memo<Vec<Piece>>,
    near: RwSignal<Range<usize>>,
    /// Of each stretch when it was seen last; 0 before.
    heights: StoredValue<Vec<f64>>,
    /// Pixels that a stretch takes until it has been seen.
    usual: usize,
    observer: StoredValue<Option<Observed>, LocalStorage>,
    /// What holds the pieces, once a gap in it is watched.
    list: StoredValue<Option<Element>, LocalStorage>,
}

impl Pieces {
    /// Of `count` stretches of so many `lines` each. At first `first` of them are drawn; those that are `needed` stay wherever they
    /// are: one with the focus must not go.
    pub fn begin(count: Memo<usize>, lines: usize, first: usize, needed: Memo<Vec<usize>>) -> Self {
        let near = RwSignal::new(0..first);
        let all = Memo::new(move |_| {
            let mut pieces = Vec::new();
            for index in 0..count.get() {
                let is_drawn = near.with(|near| near.contains(&index)) || needed.with(|needed| needed.contains(&index));
                match pieces.last_mut() {
                    _ if is_drawn => pieces.push(Piece::Stretch(index)),
                    Some(Piece::Gap(_, end)) => *end = index + 1,
                    _ => pieces.push(Piece::Gap(index, index + 1)),
                }
            }
            pieces
        });
        let heights = StoredValue::new(Vec::new());
        let (observer, list) = (StoredValue::new_local(None), StoredValue::new_local(None));
        let pieces = Self { all, near, heights, usual: lines * LINE_HEIGHT, observer, list };
        observer.set_value(pieces.observer());
        // The observer is told after the frame, and who scrolls far at once would see the gap in it.
        let scrolled = window_event_listener_untyped("scroll", move |_| pieces.look(0.0));
        on_cleanup(move || {
            scrolled.remove();
            observer.try_with_value(|it| it.iter().for_each(|(observer, _)| observer.disconnect()));
        });
        pieces
    }

    /// The style that gives a gap its room.
    pub fn room(self, from: usize, until: usize) -> String {
        #[allow(clippy::cast_possible_truncation, reason = "no page is as high as that")]
        let pixels = (from..until).map(|index| self.height(index)).sum::<f64>() as i64;
        format!("block-size:{pixels}px")
    }

    /// Draws stretches in the place of a gap once it comes near the screen.
    pub fn watch(self, gap: Element) {
        // The page may have gone before.
        let observe = move || {
            self.observer.try_with_value(|it| it.iter().for_each(|(observer, _)| observer.observe(&gap)));
            self.list.try_set_value(gap.parent_element());
        };
        let is_first = self.heights.with_value(Vec::is_empty);
        set_timeout(observe, if is_first { AFTER_FIRST } else { Duration::ZERO });
    }

    fn height(self, index: usize) -> f64 {
        let seen = self.heights.with_value(|heights| heights.get(index).copied().unwrap_or_default());
        #[allow(clippy::cast_precision_loss, reason = "a stretch has some hundred pixels")]
        if seen > 0.0 { seen } else { self.usual as f64 }
    }

    fn observer(self) -> Option<Observed> {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let mut entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            if entries.any(|entry| entry.is_intersecting()) {
                self.look(f64::from(NEAR));
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&format!("{NEAR}px 0px"));
        let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
        Some((observer, callback))
    }

    /// Finds the stretches near the screen by where the pieces of the list stand: those that are drawn stay, those in a gap are
    /// drawn if they are no more than `margin` pixels away.
    fn look(self, margin: f64) {
        let (Some(Some(list)), Some(all)) = (self.list.try_get_value(), self.all.try_get_untracked()) else { return };
        let screen = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        let children = list.children();
        let elements = (0..children.length()).filter_map(|at| children.item(at));
        let elements = elements.filter(|element| element.has_attribute("data-piece"));
        let mut near: Option<Range<usize>> = None;
        for (piece, element) in all.into_iter().zip(elements) {
            let room = element.get_bounding_client_rect();
            let (stretches, margin) = match piece {
                Piece::Gap(from, until) => (from..until, margin),
                Piece::Stretch(index) => {
                    self.heights.update_value(|heights| {
                        heights.resize(heights.len().max(index + 1), 0.0);
                        heights[index] = room.height();
                    });
                    (index..index + 1, f64::from(NEAR))
                }
            };
            let mut top = room.top();
            for index in stretches {
                let bottom = top + self.height(index);
                if bottom >= -margin && top <= screen + margin {
                    near = Some(near.map_or(index, |near| near.start)..index + 1);
                }
                top = bottom;
            }
        }
        if let Some(near) = near.filter(|near| self.near.with_untracked(|before| before != near)) {
            self.near.set(near);
        }
    }
}

/// The lines of a table as row groups. `draw` gives the rows of a range of lines; `needed` names lines that are drawn
/// wherever they are.
pub fn stretches(
    lines: Memo<usize>,
    needed: Memo<Vec<usize>>,
    draw: impl Fn(Range<usize>) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let is_printing = is_printing();
    let count = Memo::new(move |_| lines.get().div_ceil(STRETCH));
    let is_whole = Memo::new(move |_| count.get() <= WHOLE || is_printing.get());
    let needed = Memo::new(move |_| {
        let lines = || needed.with(|needed| needed.iter().map(|line| line / STRETCH).collect());
        if is_whole.get() { (0..count.get()).collect() } else { lines() }
    });
    let pieces = Pieces::begin(count, STRETCH, 1, needed);
    let piece = move |piece: Piece| match piece {
        Piece::Stretch(index) => {
            let rows = draw(index * STRETCH..(index + 1) * STRETCH);
            view! { <tbody data-piece role="rowgroup">{rows}</tbody> }.into_any()
        }
        Piece::Gap(from, until) => {
            let watch = move |gap| pieces.watch(gap);
            let style = pieces.room(from, until);
            view! { <tbody data-piece role="rowgroup" use:watch><tr aria-hidden="true"><td style=style></td></tr></tbody> }
                .into_any()
        }
    };
    view! { <For each=move || pieces.all.get() key=|piece| *piece children=piece /> }.into_any()
}
