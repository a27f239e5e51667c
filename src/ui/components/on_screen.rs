//! When what was drawn is on the screen: what need not be there at first waits for it.

use std::time::Duration;

use leptos::prelude::*;

/// After so long what was just drawn is on the screen.
pub const A_MOMENT: Duration = Duration::from_millis(50);

/// Turns true when the page has been on the screen for a moment.
pub fn is_on_screen() -> ReadSignal<bool> {
    let (is_on_screen, set_on_screen) = signal(false);
    // The page may have gone before.
    let set = move || {
        let _ = set_on_screen.try_set(true);
    };
    let later = move || set_timeout(set, A_MOMENT);
    // Counted from the frame: on a slow phone it comes later than a moment after the page was made. What is in the background
    // has none.
    if document().hidden() {
        later();
    } else {
        request_animation_frame(later);
    }
    is_on_screen
}
