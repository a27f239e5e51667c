//! Every check of the project, in an order that fails early, with one closing count.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::{Result, package, succeed, timed, tools};

/// How many tests a check ran; a check that is one test counts as one.
#[derive(Clone, Copy, Default)]
struct Tally {
    passed: u32,
    failed: u32,
}

struct Check {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<Tally>,
}

const CHECKS: &[Check] = &[
    Check { name: "fmt", what: "formatting", run: || command("cargo", &["fmt", "--all", "--check"]) },
    Check { name: "pure", what: "the rules compile without any web crate", run: no_web_crates },
    Check {
        name: "clippy",
        what: "lints, without the browser",
        run: || {
            command(
                "cargo",
                &["clippy", "--workspace", "--no-default-features", "--all-targets", "--", "-D", "warnings"],
            )
        },
    },
    Check {
        name: "unit",
        what: "tests, without the browser",
        run: || counted(Command::new("cargo").args(["test", "--workspace", "--no-default-features", "--no-fail-fast"])),
    },
    Check { name: "contrast", what: "the colours keep the contrast they promise", run: || node(&["contrast.mjs"]) },
    Check { name: "clippy-web", what: "lints of the web app", run: clippy_web },
    Check { name: "build", what: "the release", run: || package::build().map(|()| ONE) },
    Check { name: "budgets", what: "bytes of the first load, fonts and sample", run: || node(&["budgets.mjs"]) },
    Check {
        name: "html",
        what: "the page is valid HTML",
        run: || {
            node(&[
                "node_modules/html-validate/bin/html-validate.mjs",
                "--config",
                ".htmlvalidate.json",
                "../../dist/index.html",
            ])
        },
    },
    Check {
        name: "e2e",
        what: "journeys in Chromium against the release",
        run: || counted(tools::e2e_command()?.arg("run.mjs")),
    },
];

const ONE: Tally = Tally { passed: 1, failed: 0 };
const WEB_CRATES: &[&str] = &["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo-storage", "gloo-utils"];

/// Runs all checks, or the named ones; `e2e/NAME` is one journey.
pub fn run(names: &[&str]) -> Result<()> {
    if names == ["--list"] {
        for check in CHECKS {
            println!("{:<11} {}", check.name, check.what);
        }
        return Ok(());
    }
    if let Some(unknown) =
        names.iter().find(|name| !name.starts_with("e2e/") && CHECKS.iter().all(|check| check.name != **name))
    {
        return Err(format!("no check is named `{unknown}`: see `cargo xtask test --list`").into());
    }
    tools::rust_components()?;

    let mut all = Tally::default();
    let mut bad = Vec::new();
    for check in CHECKS.iter().filter(|check| names.is_empty() || names.contains(&check.name)) {
        let tally = timed(&format!("{}: {}", check.name, check.what), check.run);
        settle(check.name, tally, &mut all, &mut bad);
    }
    for name in names {
        if let Some(journey) = name.strip_prefix("e2e/") {
            let tally = timed(name, || counted(tools::e2e_command()?.args(["run.mjs", journey])));
            settle(name, tally, &mut all, &mut bad);
        }
    }

    for name in &bad {
        println!("FAILED: {name}");
    }
    println!("\n{} passed, {} failed", all.passed, all.failed);
    if bad.is_empty() { Ok(()) } else { Err("not all checks passed".into()) }
}

/// Adds one check's result; one that could not run to its end has failed.
fn settle<'a>(name: &'a str, tally: Result<Tally>, all: &mut Tally, bad: &mut Vec<&'a str>) {
    let tally = tally.unwrap_or_else(|error| {
        println!("error: {error}");
        Tally { passed: 0, failed: 1 }
    });
    all.passed += tally.passed;
    all.failed += tally.failed;
    if tally.failed > 0 {
        bad.push(name);
    }
}

fn command(program: &str, arguments: &[&str]) -> Result<Tally> {
    succeed(Command::new(program).args(arguments)).map(|()| ONE)
}

fn node(arguments: &[&str]) -> Result<Tally> {
    let mut command = Command::new(tools::node_packages()?);
    succeed(command.args(arguments).current_dir("tests/e2e")).map(|()| ONE)
}

fn clippy_web() -> Result<Tally> {
    tools::wasm_target()?;
    command(
        "cargo",
        &[
            "clippy",
            "--lib",
            "--bins",
            "--features",
            "bench",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ],
    )
}

fn no_web_crates() -> Result<Tally> {
    let output = Command::new("cargo")
        .args(["tree", "--no-default-features", "--edges", "normal", "--prefix", "none"])
        .output()?;
    let tree = String::from_utf8(output.stdout)?;
    if !output.status.success() || tree.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let found: Vec<_> =
        tree.lines().filter_map(|line| line.split(' ').next()).filter(|name| WEB_CRATES.contains(name)).collect();
    if found.is_empty() { Ok(ONE) } else { Err(format!("without `ui` the package still wants {found:?}").into()) }
}

/// Runs a test runner, shows what it says, and adds up its closing lines.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            if let Some((passed, failed)) = closing_line(&line) {
                tally.passed += passed;
                tally.failed += failed;
            }
        }
    }
    if !child.wait()?.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    if tally.passed + tally.failed == 0 {
        return Err("no test ran".into());
    }
    Ok(tally)
}

/// Reads cargo's `test result: ok. 3 passed; 0 failed; …` and the journeys' `3 passed, 0 failed`.
fn closing_line(line: &str) -> Option<(u32, u32)> {
    let (passed, rest) = line.split_once(" passed")?;
    let passed = passed.rsplit(' ').next()?.parse().ok()?;
    let failed = rest.trim_start_matches([';', ',']).trim_start().split_once(" failed")?.0.parse().ok()?;
    Some((passed, failed))
}

#[cfg(test)]
mod tests {
    use super::closing_line;

    #[test]
    fn closing_lines_of_both_runners_are_read() {
        assert_eq!(closing_line("test result: ok. 12 passed; 1 failed; 0 ignored; 0 measured"), Some((12, 1)));
        assert_eq!(closing_line("7 passed, 0 failed"), Some((7, 0)));
        assert_eq!(closing_line("  ok  offline (1.2 s)"), None);
    }
}
