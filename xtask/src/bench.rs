//! What is timed in a browser: budgets of the app, and our own code beside other libraries.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, package, succeed, timed, tools};

/// Each part of `tests/e2e/bench`, whether it wants the app or our own code apart from it, and what it times.
const PARTS: &[(&str, Wants, &str)] = &[
    ("first", Wants::App, "from the address to the first row, on a slow line"),
    ("tasks", Wants::App, "the longest task while a person works in 10,000 entities"),
    ("import", Wants::App, "reading a document of 70 KB"),
    ("lighthouse", Wants::App, "Lighthouse's mobile run"),
    ("tree", Wants::App, "the outline beside React and react-virtual"),
    ("judging", Wants::OwnCode, "judging measures in wasm"),
    ("charts", Wants::OwnCode, "charts beside Chart.js and uPlot"),
];

/// Where the module of our own code is put for the pages that time it; under the root, which those are served from.
const FOLDER: &str = "target/bench";
const NAME: &str = "tiendo-bench";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    App,
    OwnCode,
}

/// Times everything, or the named parts.
pub fn run(names: &[&str]) -> Result<()> {
    if names == ["--list"] {
        for (name, _, what) in PARTS {
            println!("{name:<11} {what}");
        }
        return Ok(());
    }
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|(part, ..)| part != *name)) {
        return Err(format!("no part is named `{unknown}`: see `cargo xtask bench --list`").into());
    }
    let chosen = || PARTS.iter().filter(|(name, ..)| names.is_empty() || names.contains(name));
    if chosen().any(|(_, wants, _)| *wants == Wants::App) {
        package::build()?;
    }
    if chosen().any(|(_, wants, _)| *wants == Wants::OwnCode) {
        timed("building our own code for the pages that time it", own_code)?;
    }
    let mut command = tools::e2e_command()?;
    succeed(command.arg("bench.mjs").args(chosen().map(|(name, ..)| name)))
}

/// `tests/e2e/bench/wasm.rs` with the settings of the release.
fn own_code() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    tools::wasm_target()?;
    succeed(Command::new("cargo").args([
        "build",
        "--release",
        "--target",
        TARGET,
        "--features",
        "bench",
        "--bin",
        NAME,
    ]))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let module = target.join(TARGET).join("release").join(NAME).with_extension("wasm");
    succeed(
        Command::new(tools::wasm_bindgen()?)
            .args(["--target", "web", "--no-typescript", "--out-dir"])
            .arg(Path::new(FOLDER))
            .arg(module),
    )
}
