//! Long lists are drawn in stretches: beyond a few hundred lines only those near the screen stand in the page, and gaps of
//! the same height in the place of the others.

use std::ops::Range;

use leptos::html::Tbody;
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::on_screen::A_MOMENT;
use super::printing::is_printing;
use super::size::window_height;

/// Pixels that a line takes, until its stretch has been seen.
const LINE_HEIGHT: usize = 38;
/// Lines in a stretch of a table.
const STRETCH: usize = 40;
/// Tables up to this many stretches are drawn whole, so that the browser's own search finds everything.
const WHOLE: usize = 6;
/// How many pixels beyond the screen stretches are drawn, a moment after the screen itself. Few: all that stands in the page makes
/// each change of it longer.
const NEAR: i32 = 400;
/// The same the way that the page was scrolled last: who goes on by pages finds the next one there.
const AHEAD: i32 = 700;
/// So few pixels of a gap show nothing but the room between two lines: `settle` fills them.
const SLIVER: i32 = 6;

/// A part of a list as it stands in the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// A stretch that is drawn.
    Stretch(usize),
    /// The room of those that are not: from one up to another, which is not in it.
    Gap(usize, usize),
}

type Observed = (IntersectionObserver, Closure<dyn FnMut(js_sys::Array)>);

/// The pieces of one list, as long as its view stays. Each is an element with `data-piece`, in order, all in one parent.
#[derive(Clone, Copy)]
pub struct Pieces {
    all: Memo<Vec<Piece>>,
    /// Lines in a stretch.
    size: Memo<usize>,
    near: RwSignal<Range<usize>>,
    /// The stretch with the focus: it must not go.
    focused: RwSignal<Option<usize>>,
    /// Of each stretch when it was seen last; 0 before.
    heights: StoredValue<Vec<f64>>,
    observer: StoredValue<Option<Observed>, LocalStorage>,
    /// How many pixels above and below the screen are drawn.
    around: StoredValue<(i32, i32)>,
    /// What holds the pieces, once it is filled.
    list: StoredValue<Option<Element>, LocalStorage>,
}

/// A piece that stands in the page.
struct Placed {
    piece: Piece,
    place: Element,
    /// The lines of a stretch.
    lines: Option<UnmountHandle<AnyViewState>>,
}

impl Drop for Placed {
    fn drop(&mut self) {
        // In one piece: the browser need not look at the page again for each line that goes.
        self.place.remove();
        drop(self.lines.take());
    }
}

impl Pieces {
    /// Of so many `lines`, in stretches of one `size`. At first as many are drawn as the window has room for in whole: the head of
    /// the page takes the rest. Those that are `needed` stay wherever they are.
    pub fn begin(lines: Memo<usize>, size: Memo<usize>, needed: Memo<Vec<usize>>) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a window has some thousand pixels")]
        let room = window_height() as usize / LINE_HEIGHT;
        let first = (room / size.get_untracked()).max(1);
        let (near, focused) = (RwSignal::new(0..first), RwSignal::new(None));
        let all = Memo::new(move |_| {
            let (count, near, needed) = (lines.get().div_ceil(size.get()), near.get(), needed.get());
            let focused = focused.get();
            // A list that has become too short for them ends with as many; one that was short has the first of them at least.
            let near = near.start.min(count.saturating_sub(near.len()))..near.end.max(near.start + first).min(count);
            let is_drawn = |index| near.contains(&index) || needed.contains(&index) || focused == Some(index);
            let mut pieces = Vec::new();
            for index in 0..count {
                match pieces.last_mut() {
                    _ if is_drawn(index) => pieces.push(Piece::Stretch(index)),
                    Some(Piece::Gap(_, end)) => *end = index + 1,
                    _ => pieces.push(Piece::Gap(index, index + 1)),
                }
            }
            pieces
        });
        let (observer, list) = (StoredValue::new_local(None), StoredValue::new_local(None));
        let around = StoredValue::new((NEAR, NEAR));
        let pieces = Self { all, size, near, focused, heights: StoredValue::new(Vec::new()), observer, around, list };
        observer.set_value(pieces.observer());
        // The observer is told after the frame, and who scrolls far at once would see the gap in it.
        let before = StoredValue::new(0.0);
        let scrolled = window_event_listener_untyped("scroll", move |_| {
            let at = window().scroll_y().unwrap_or_default();
            let is_upwards = before.try_update_value(|before| at < std::mem::replace(before, at)) == Some(true);
            around.try_set_value(if is_upwards { (AHEAD, NEAR) } else { (NEAR, AHEAD) });
            pieces.follow();
        });
        on_cleanup(move || {
            scrolled.remove();
            observer.try_with_value(|it| it.iter().for_each(|(observer, _)| observer.disconnect()));
        });
        pieces
    }

    /// Keeps the pieces in a list, before its `end`: `draw` gives a range of lines. Those that stay are never moved, as a keyed list
    /// of views would: what has the focus would lose it.
    pub fn fill(self, list: Element, end: Option<Element>, draw: impl Fn(Range<usize>) -> AnyView + Copy + 'static) {
        self.list.set_value(Some(list.clone()));
        let owner = Owner::current();
        let effect = RenderEffect::new(move |before: Option<(usize, Vec<Placed>)>| {
            let (size, all) = (self.size.get(), self.all.get());
            let mut before = before.filter(|before| before.0 == size).map(|before| before.1);
            if before.is_none() {
                self.heights.update_value(Vec::clear);
            }
            let before = before.get_or_insert_default();
            before.retain(|placed| all.contains(&placed.piece));
            let mut after = end.clone();
            let mut now = Vec::with_capacity(all.len());
            for piece in all.into_iter().rev() {
                let known = before.iter().position(|placed| placed.piece == piece).map(|at| before.swap_remove(at));
                let new = || {
                    let lines = |index: usize| move || draw(index * size..(index + 1) * size);
                    let placed = self.place(piece, &list.tag_name(), |place, index| {
                        owner.as_ref().map(|owner| owner.with(|| untrack(|| mount_to_renderer(place, lines(index)))))
                    })?;
                    list.insert_before(&placed.place, after.as_deref()).ok()?;
                    Some(placed)
                };
                let Some(placed) = known.or_else(new) else { continue };
                after = Some(placed.place.clone());
                now.push(placed);
            }
            (size, now)
        });
        // It goes with the owner of the list.
        StoredValue::new_local(effect);
    }

    /// An element for a piece, in a list that is such an element itself. Names and markup are ours: no browser refuses them.
    fn place(
        self,
        piece: Piece,
        list: &str,
        mount: impl FnOnce(&Element, usize) -> Option<UnmountHandle<AnyViewState>>,
    ) -> Option<Placed> {
        let is_table = list == "TABLE";
        let place = document().create_element(if is_table { "tbody" } else { "div" }).ok()?;
        let lines = match piece {
            Piece::Stretch(index) => {
                let _ = place.set_attribute("data-piece", &index.to_string());
                let _ = place.set_attribute("role", "rowgroup");
                mount(&place, index)
            }
            Piece::Gap(from, until) => {
                let room = self.room(from, until);
                let _ = place.set_attribute("data-piece", "");
                if is_table {
                    place.set_inner_html(&format!(r#"<tr aria-hidden="true" style="{room}"><td></td></tr>"#));
                } else {
                    let _ = place.set_attribute("role", "none");
                    let _ = place.set_attribute("style", &room);
                }
                self.observer.with_value(|it| it.iter().for_each(|(observer, _)| observer.observe(&place)));
                None
            }
        };
        Some(Placed { piece, place, lines })
    }

    /// The style that gives a gap its room. Browsers lay out in parts of a pixel: were one lost, all that stands below would move
    /// and be painted anew.
    fn room(self, from: usize, until: usize) -> String {
        let height: f64 = (from..until).map(|index| self.height(index)).sum();
        // In whole numbers: what writes others would be in the first load for this alone.
        #[allow(clippy::cast_possible_truncation, reason = "no page is as high as that")]
        let parts = (height * 64.0).round() as i64;
        format!("block-size:calc({parts}px / 64)")
    }

    fn height(self, index: usize) -> f64 {
        let seen = self.heights.with_value(|heights| heights.get(index).copied().unwrap_or_default());
        #[allow(clippy::cast_precision_loss, reason = "a stretch has some hundred pixels")]
        if seen > 0.0 { seen } else { (self.size.get_untracked() * LINE_HEIGHT) as f64 }
    }

    fn observer(self) -> Option<Observed> {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let mut entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            if entries.any(|entry| entry.is_intersecting()) {
                self.follow();
                set_timeout(move || self.settle(), A_MOMENT);
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&format!("{NEAR}px 0px"));
        let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
        Some((observer, callback))
    }

    /// Draws at once what a gap in sight should show, and no more: who scrolls waits for it. What has gone out of sight stays for a
    /// moment, unless all of it has.
    fn follow(self) {
        let Some(near) = self.found((-SLIVER, -SLIVER)) else { return };
        let before = self.near.get_untracked();
        if near.start >= before.start && near.end <= before.end {
            return;
        }
        let touches = near.start <= before.end && before.start <= near.end;
        self.near.set(if touches { near.start.min(before.start)..near.end.max(before.end) } else { near });
        set_timeout(move || self.settle(), A_MOMENT);
    }

    /// Keeps what is near the screen.
    fn settle(self) {
        // A page that goes stays in sight until the next one has come.
        let Some(around) = self.around.try_get_value() else { return };
        let near = self.found(around);
        if let Some(near) = near.filter(|near| self.near.with_untracked(|before| before != near)) {
            self.near.set(near);
        }
    }

    /// Finds the stretches that are no more than so many pixels above or below the screen, by where the pieces of the list stand.
    fn found(self, (above, below): (i32, i32)) -> Option<Range<usize>> {
        let (Some(Some(list)), Some(all)) = (self.list.try_get_value(), self.all.try_get_untracked()) else {
            return None;
        };
        let (above, below) = (f64::from(above), f64::from(below));
        let screen = window_height();
        let children = list.children();
        let elements = (0..children.length()).filter_map(|at| children.item(at));
        let elements = elements.filter(|element| element.has_attribute("data-piece"));
        let active = document().active_element();
        let mut focused = None;
        let mut near: Option<Range<usize>> = None;
        for (piece, element) in all.into_iter().zip(elements) {
            let room = element.get_bounding_client_rect();
            let stretches = match piece {
                Piece::Gap(from, until) => from..until,
                Piece::Stretch(index) => {
                    if element.contains(active.as_deref()) {
                        focused = Some(index);
                    }
                    self.heights.update_value(|heights| {
                        heights.resize(heights.len().max(index + 1), 0.0);
                        heights[index] = room.height();
                    });
                    index..index + 1
                }
            };
            let mut top = room.top();
            for index in stretches {
                let bottom = top + self.height(index);
                if bottom >= -above && top <= screen + below {
                    near = Some(near.map_or(index, |near| near.start)..index + 1);
                }
                top = bottom;
            }
        }
        if self.focused.with_untracked(|before| *before != focused) {
            self.focused.set(focused);
        }
        near
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
    let pieces = Pieces::begin(lines, Memo::new(|_| STRETCH), needed);
    let end = NodeRef::<Tbody>::new();
    Effect::new(move |_| {
        let end = end.get().map(Element::from);
        if let Some(table) = end.as_ref().and_then(|end| end.parent_element()) {
            pieces.fill(table, end, draw);
        }
    });
    view! { <tbody hidden node_ref=end></tbody> }.into_any()
}
