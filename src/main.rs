//! The web app's entry: the panic hook, then the mount.

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(tiendo::ui::App);
}
