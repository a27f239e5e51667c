//! The app in parts: what every page needs, and the pages, which a browser fetches when they are opened.
//!
//! `#[wasm_split]` marks the functions that a part begins with. `wasm-split` follows the linker's relocations from there:
//! what only one part reaches goes into its file, what several reach into a file that they share, and the rest stays in the
//! main one. It must see the module as the linker left it, so wasm-bindgen runs once more, on the main part.

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, succeed};

/// The name of the main part's script and, with `_bg`, of its module.
const NAME: &str = "app";
/// The script that fetches the parts, as `wasm-split` calls it.
const LOADER: &str = "__wasm_split.js";

/// Puts the app's parts into the folder `app` of `staging`, in place of the whole, and names them in the page: the
/// main script, its module, and which files each part wants.
pub fn split(staging: &Path, page: &str) -> Result<String> {
    let folder = staging.join(NAME);
    succeed(Command::new("wasm-split-cli").arg(linked_module()).arg(&folder).args(["--out-name", NAME]))?;
    let main = folder.join(NAME).with_extension("wasm");
    succeed(
        Command::new("wasm-bindgen")
            // The parts reach the main one by the names that the linker gave.
            .args(["--keep-lld-exports", "--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"])
            .args([&folder, &main]),
    )?;
    fs::remove_file(main)?;

    let (_, rest) = page.split_once("data-js=\"./").ok_or("the page names no script")?;
    let (whole, _) = rest.split_once(".js\"").ok_or("the page's script has no name")?;
    let mut page = page.to_owned();
    for end in [".js", "_bg.wasm"] {
        fs::remove_file(staging.join(format!("{whole}{end}")))?;
        page = page.replace(&format!("./{whole}{end}"), &format!("./{NAME}/{NAME}{end}"));
    }
    let parts = parts(&fs::read_to_string(folder.join(LOADER))?)?;
    let links = format!("<link rel=\"modulepreload\" href=\"./{NAME}/{LOADER}\">\n</head>");
    Ok(page.replace("data-wasm=", &format!("data-parts=\"{parts}\" data-wasm=")).replacen("</head>", &links, 1))
}

/// What the linker left of the app, with its relocations.
fn linked_module() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let profile = env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_owned());
    target.join("wasm32-unknown-unknown").join(profile).join("tiendo-web.wasm")
}

/// `programme=split_programme.wasm,chunk_3.wasm;…`: the files of each part, read from the loader's own lists.
fn parts(loader: &str) -> Result<String> {
    const PART: &str = "export const __wasm_split_load_";
    let mut parts = String::new();
    for part in loader.split(PART).skip(1) {
        let (name, rest) = part.split_once(' ').ok_or("a part without a name")?;
        let (_, shared) = rest.rsplit_once(", [").ok_or("a part without a list of what it shares")?;
        let (shared, _) = shared.split_once(']').ok_or("a list without end")?;
        let _ = write!(parts, "{}{name}=split_{name}.wasm", if parts.is_empty() { "" } else { ";" });
        for chunk in shared.split(", ").filter(|chunk| !chunk.is_empty()) {
            let _ = write!(parts, ",{}.wasm", chunk.trim_start_matches('_'));
        }
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_what_they_share_are_read_from_the_loader() {
        let loader = "const __chunk_2 = makeLoad(() => {}, []);\n\
            export const __wasm_split_load_a = wrapAsyncCb(makeLoad(() => {\n fetch(\"./split_a.wasm\")\n}\n, [__chunk_2, __chunk_3]));\n\
            export const __wasm_split_load_b = wrapAsyncCb(makeLoad(() => {}\n, []));\n";
        assert_eq!(parts(loader).unwrap(), "a=split_a.wasm,chunk_2.wasm,chunk_3.wasm;b=split_b.wasm");
    }
}
