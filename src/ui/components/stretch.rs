//! Long lists are drawn in stretches: beyond a few hundred lines only those near the screen stand in the page.

use std::ops::Range;

use leptos::html::Tbody;
use leptos::prelude::*;
use leptos::reactive::owner::LocalStorage;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::printing::is_printing;

/// Lines in a stretch.
const STRETCH: usize = 40;
/// Tables up to this many stretches are drawn whole, so that the browser's own search finds everything.
const WHOLE: usize = 6;
/// Pixels that a line takes, until its stretch has been seen.
const LINE_HEIGHT: usize = 38;
/// How far beyond the screen stretches are drawn.
const MARGIN: &str = "1200px 0px";

/// What is known of a stretch: whether it is near the screen, and its height when it was.
#[derive(Clone, Copy, Default, PartialEq)]
struct Seen {
    near: bool,
    height: f64,
}

type Observed = (IntersectionObserver, Closure<dyn FnMut(js_sys::Array)>);

/// Watches which stretches of one list are near the screen, as long as its view stays.
#[derive(Clone, Copy)]
pub struct Watch {
    seen: RwSignal<Vec<Seen>>,
    observer: StoredValue<Option<Observed>, LocalStorage>,
}

impl Watch {
    pub fn begin() -> Self {
        let seen = RwSignal::new(Vec::new());
        let observer = StoredValue::new_local(observe(seen));
        on_cleanup(move || observer.with_value(|it| it.iter().for_each(|(observer, _)| observer.disconnect())));
        Self { seen, observer }
    }

    /// Of a stretch that says its place in `data-stretch`. Its page may have gone before it is looked at.
    pub fn observe(self, stretch: &web_sys::Element) {
        self.observer.try_with_value(|it| it.iter().for_each(|(observer, _)| observer.observe(stretch)));
    }

    /// Whether a stretch is near the screen; `None` before it was looked at.
    pub fn near(self, index: usize) -> Option<bool> {
        self.seen.with(|seen| seen.get(index).map(|seen| seen.near))
    }

    /// Calls again whenever anything is seen, also while there is no stretch to ask about.
    pub fn track(self) {
        self.seen.track();
    }

    /// The room of a stretch that is not drawn: as it was when it was seen, or as so many lines take.
    pub fn room(self, index: usize, lines: usize) -> String {
        let height = self.seen.with_untracked(|seen| seen.get(index).map_or(0.0, |seen| seen.height));
        if height > 0.0 { format!("block-size:{height:.0}px") } else { format!("block-size:{}px", lines * LINE_HEIGHT) }
    }
}

/// The lines of a table as row groups. `draw` gives the rows of a range of lines; `needed` names lines that are drawn
/// wherever they are: one with the focus must not go.
pub fn stretches(
    lines: Memo<usize>,
    needed: Memo<Vec<usize>>,
    draw: impl Fn(Range<usize>) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let watch = Watch::begin();
    let is_printing = is_printing();
    let count = Memo::new(move |_| lines.get().div_ceil(STRETCH));
    let is_whole = Memo::new(move |_| count.get() <= WHOLE || is_printing.get());
    let stretch = move |index: usize| {
        let place = NodeRef::<Tbody>::new();
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                watch.observe(&place);
            }
        });
        let is_drawn = Memo::new(move |_| {
            let needed = move || needed.with(|needed| needed.iter().any(|line| line / STRETCH == index));
            is_whole.get() || watch.near(index) == Some(true) || needed()
        });
        let content = move || {
            if is_drawn.get() {
                return draw(index * STRETCH..(index + 1) * STRETCH);
            }
            let lines = lines.get_untracked().saturating_sub(index * STRETCH).min(STRETCH);
            let style = watch.room(index, lines);
            view! { <tr aria-hidden="true"><td style=style></td></tr> }.into_any()
        };
        view! { <tbody data-stretch=index role="rowgroup" node_ref=place>{content}</tbody> }.into_any()
    };
    view! { <For each=move || 0..count.get() key=|index| *index children=stretch /> }.into_any()
}

fn observe(seen: RwSignal<Vec<Seen>>) -> Option<Observed> {
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        seen.try_update(|seen| {
            for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
                let index = entry.target().get_attribute("data-stretch").and_then(|index| index.parse::<usize>().ok());
                let Some(index) = index else { continue };
                if seen.len() <= index {
                    seen.resize(index + 1, Seen::default());
                }
                seen[index] = Seen { near: entry.is_intersecting(), height: entry.bounding_client_rect().height() };
            }
        });
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(MARGIN);
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()?;
    Some((observer, callback))
}
