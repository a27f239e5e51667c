//! The worker's wasm: heavy or rare work off the page's thread.

fn main() {}
