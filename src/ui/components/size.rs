//! What is drawn for the room it has is drawn anew when that changes.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Acts when the size of an element changes, and at first. In a frame of its own: a drawing changes the height of its place,
/// which the observer would take for a loop.
pub fn follow_size(element: &web_sys::Element, act: impl Fn() + Copy + 'static) {
    let changed = Closure::<dyn Fn()>::new(move || request_animation_frame(act));
    let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        let _ = kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
