//! The developer's commands: `cargo xtask serve | test | build | bench | fuzz`.

mod bench;
mod checks;
mod package;
mod post_build;
mod server;
mod split;
mod tools;
mod wasm;

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Instant, SystemTime};

/// What goes wrong here is told to the developer in words; nothing else reads it.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "\
cargo xtask serve [--port N] [--base /a/b/] [--open]
                             build the release and serve it, by default on http://127.0.0.1:8080/
cargo xtask test [NAME ...]  every check, or the named ones (`cargo xtask test --list`; e2e/offline is one journey)
cargo xtask build            dist/ for any static host, and dist.zip with its SHA-256
cargo xtask bench [PART ...] the timed budgets, and ours beside other libraries (`cargo xtask bench --list`)
cargo xtask fuzz --minutes N mutate snapshots and documents and read them
cargo xtask screenshots      a picture of every route, light and dark, wide and narrow";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    // The workspace's root, so that every command may name files from there.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no workspace")?;
    env::set_current_dir(root)?;

    match arguments {
        ["serve", options @ ..] => serve(options),
        ["test", names @ ..] => checks::run(names),
        ["build"] => package::build_and_zip(),
        ["bench", parts @ ..] => bench::run(parts),
        ["screenshots"] => with_build(&["screenshots.mjs"]),
        ["fuzz", "--minutes", minutes] => fuzz(minutes),
        // Called by Trunk, see Trunk.toml.
        ["post-build"] => post_build::run(Path::new(&env::var("TRUNK_STAGING_DIR")?)),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("cannot read `{}`\n\n{USAGE}", arguments.join(" ")).into()),
    }
}

fn serve(options: &[&str]) -> Result<()> {
    let (mut port, mut base, mut open) = (8080, "/", false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--open" => open = true,
            "--port" => port = options.next().ok_or("--port wants a number")?.parse()?,
            "--base" => base = options.next().ok_or("--base wants a path such as /a/b/")?,
            other => return Err(format!("serve does not know `{other}`\n\n{USAGE}").into()),
        }
    }
    package::build()?;
    server::serve(Path::new("dist"), base, port, open)
}

/// Runs a script of `tests/e2e` that wants the built app and a browser.
fn with_build(script: &[&str]) -> Result<()> {
    package::build()?;
    succeed(tools::e2e_command()?.args(script))
}

/// Runs the test of damaged files for as long as asked, from another seed each time.
fn fuzz(minutes: &str) -> Result<()> {
    let minutes: f64 = minutes.parse().map_err(|_| format!("--minutes wants a number, not `{minutes}`"))?;
    let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_millis();
    let mut command = Command::new("cargo");
    command.args([
        "test",
        "--no-default-features",
        "--profile",
        "fuzz",
        "--test",
        "fuzz",
        "damaged",
        "--",
        "--nocapture",
    ]);
    succeed(command.env("TIENDO_FUZZ_MINUTES", minutes.to_string()).env("TIENDO_FUZZ_SEED", seed.to_string()))
}

/// Runs a command to its end; a bad end is an error that names it.
fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if status.success() {
        Ok(())
    } else {
        let words: Vec<_> = std::iter::once(command.get_program()).chain(command.get_args()).collect();
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        Err(format!("`{}` ended with {status}", words.join(" ")).into())
    }
}

/// Says what begins, and afterwards how long it took.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    println!("\n==> {what}");
    let start = Instant::now();
    let result = work();
    println!("    ({:.1} s)", start.elapsed().as_secs_f64());
    result
}
