//! The worker's wasm: heavy or rare work off the page's thread.

fn main() {
    console_error_panic_hook::set_once();
}
