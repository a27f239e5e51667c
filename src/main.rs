//! The web app's entry: the panic hook, then the mount.

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(tiendo::ui::App);
    // Word to `public/start.js`, which stands by until the person can work.
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = root.set_attribute("data-started", "");
    }
}
