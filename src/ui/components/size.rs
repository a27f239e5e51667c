//! How much room there is; what is drawn for it is drawn anew when that changes.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// How high the window is, in pixels.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

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
