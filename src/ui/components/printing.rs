//! Whether the page is being printed.

use leptos::prelude::*;

/// True from the moment the browser prepares the page for paper until it is done; as long as the view stays.
pub fn is_printing() -> ReadSignal<bool> {
    let (is_printing, set_printing) = signal(false);
    for (name, is_on) in [("beforeprint", true), ("afterprint", false)] {
        let handle = window_event_listener_untyped(name, move |_| set_printing.set(is_on));
        on_cleanup(move || handle.remove());
    }
    is_printing
}
