//! The body of a long table, drawn in stretches: beyond a few hundred lines only those near the screen stand in the page.

use std::ops::Range;

use leptos::html::Tbody;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

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

/// The lines of a table as row groups. `draw` gives the rows of a range of lines; `needed` names lines that are drawn
/// wherever they are: one with the focus must not go.
pub fn stretches(
    lines: Memo<usize>,
    needed: Memo<Vec<usize>>,
    draw: impl Fn(Range<usize>) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let seen = RwSignal::new(Vec::<Seen>::new());
    let is_printing = RwSignal::new(false);
    let prints = window_event_listener_untyped("beforeprint", move |_| is_printing.set(true));
    let printed = window_event_listener_untyped("afterprint", move |_| is_printing.set(false));
    let observer = StoredValue::new_local(observe(seen));
    on_cleanup(move || {
        observer.with_value(|observer| observer.iter().for_each(|(observer, _)| observer.disconnect()));
        prints.remove();
        printed.remove();
    });
    let count = Memo::new(move |_| lines.get().div_ceil(STRETCH));
    let is_whole = Memo::new(move |_| count.get() <= WHOLE || is_printing.get());
    let stretch = move |index: usize| {
        let place = NodeRef::<Tbody>::new();
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                observer.with_value(|observer| observer.iter().for_each(|(observer, _)| observer.observe(&place)));
            }
        });
        let is_drawn = Memo::new(move |_| {
            let near = move || seen.with(|seen| seen.get(index).is_some_and(|seen| seen.near));
            let needed = move || needed.with(|needed| needed.iter().any(|line| line / STRETCH == index));
            is_whole.get() || near() || needed()
        });
        let content = move || {
            if is_drawn.get() {
                return draw(index * STRETCH..(index + 1) * STRETCH);
            }
            let height = seen.with_untracked(|seen| seen.get(index).map_or(0.0, |seen| seen.height));
            let estimate = lines.get_untracked().saturating_sub(index * STRETCH).min(STRETCH) * LINE_HEIGHT;
            let style =
                if height > 0.0 { format!("block-size:{height:.0}px") } else { format!("block-size:{estimate}px") };
            view! { <tr aria-hidden="true"><td style=style></td></tr> }.into_any()
        };
        view! { <tbody data-stretch=index role="rowgroup" node_ref=place>{content}</tbody> }.into_any()
    };
    view! { <For each=move || 0..count.get() key=|index| *index children=stretch /> }.into_any()
}

type Observed = (IntersectionObserver, Closure<dyn FnMut(js_sys::Array)>);

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
