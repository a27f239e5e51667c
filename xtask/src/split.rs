//! The app in parts: what every page needs, and the pages, which a browser fetches when they are opened.
//!
//! `#[wasm_split]` marks the functions that a part begins with. `wasm-split` follows the linker's relocations from there:
//! what only one part reaches goes into its file, what several reach into a file that they share, and the rest stays in the
//! main one. It must see the module as the linker left it, so wasm-bindgen runs once more, on the main part.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::wasm::without_debug_sections;
use crate::{Result, succeed};

/// The name of the main part's script and, with `_bg`, of its module.
const NAME: &str = "app";
/// The script that fetches the parts, as `wasm-split` calls it.
const LOADER: &str = "__wasm_split.js";
/// The parts that can be the first on the screen (`src/ui/parts.rs`).
const FIRST: [&str; 2] = ["first_run", "programme"];

/// A part: its name, and the files that it needs beside its own.
struct Part {
    name: String,
    shared: Vec<String>,
}

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
    let loader = fs::read_to_string(folder.join(LOADER))?;
    let found = parts(&loader)?;
    let (loader, parts) = bundle(&folder, loader, found)?;
    fs::write(folder.join(LOADER), loader)?;
    let list: Vec<String> =
        parts.iter().map(|part| format!("{0}=split_{0}.wasm{1}", part.name, joined(&part.shared))).collect();
    let list = list.join(";");
    Ok(page.replace("data-wasm=", &format!("data-parts=\"{list}\" data-wasm=")))
}

/// What the linker left of the app, with its relocations.
fn linked_module() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let profile = env::var("TRUNK_PROFILE").unwrap_or_else(|_| "release".to_owned());
    target.join("wasm32-unknown-unknown").join(profile).join("tiendo-web.wasm")
}

/// Every part with the files that it shares, read from the loader's own lists.
fn parts(loader: &str) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    for part in loader.split("export const __wasm_split_load_").skip(1) {
        let (name, rest) = part.split_once(' ').ok_or("a part without a name")?;
        let (_, shared) = rest.rsplit_once(", [").ok_or("a part without a list of what it shares")?;
        let (shared, _) = shared.split_once(']').ok_or("a list without end")?;
        let shared = shared.split(", ").filter(|chunk| !chunk.is_empty());
        let shared = shared.map(|chunk| format!("{}.wasm", chunk.trim_start_matches('_'))).collect();
        parts.push(Part { name: name.to_owned(), shared });
    }
    Ok(parts)
}

/// Puts the shared files together: with every part there are more and smaller ones, which cost a request each and compress
/// badly. Four files stay, by which of the first pages need what is in them; the loader cuts them up again.
fn bundle(folder: &Path, mut loader: String, mut parts: Vec<Part>) -> Result<(String, Vec<Part>)> {
    let needs = |name: &str, chunk: &str, parts: &[Part]| {
        parts.iter().any(|part| part.name == name && part.shared.iter().any(|shared| shared == chunk))
    };
    let mut bundles: Vec<Vec<u8>> = (0..1 << FIRST.len()).map(|_| Vec::new()).collect();
    let mut chunks: Vec<String> = parts.iter().flat_map(|part| part.shared.clone()).collect();
    chunks.sort();
    chunks.dedup();
    let mut kept_in = Vec::new();
    for chunk in &chunks {
        let index = FIRST.iter().fold(0, |index, first| 2 * index + usize::from(needs(first, chunk, &parts)));
        let file = folder.join(chunk);
        let module = without_debug_sections(&fs::read(&file)?);
        fs::remove_file(file)?;
        let from = bundles[index].len();
        bundles[index].extend(module);
        kept_in.push((chunk, index, from..bundles[index].len()));
    }
    let name = |index: usize| format!("shared_{index}.wasm");
    for (chunk, index, range) in &kept_in {
        let (from, to) = (range.start + CONTAINER, range.end + CONTAINER);
        let fetched = format!("fetch(new URL(\"./{chunk}\", import.meta.url))");
        let (before, after) =
            loader.split_once(&fetched).ok_or_else(|| format!("the loader does not fetch {chunk} as expected"))?;
        let is_own = |between: &str| !between.contains("fetch(");
        let started = after.split_once(STREAMED).filter(|(between, _)| is_own(between));
        let (between, after) = started.ok_or_else(|| format!("the loader does not start {chunk} as expected"))?;
        let start = if range.len() <= AT_ONCE_UP_TO { AT_ONCE } else { APART };
        loader = format!("{before}cut(\"./{}\", {from}, {to}){between}{start}{after}", name(*index));
    }
    for (index, bytes) in bundles.iter().enumerate().filter(|(_, bytes)| !bytes.is_empty()) {
        fs::write(folder.join(name(index)), container(bytes)?)?;
    }
    for part in &mut parts {
        let mut indices: Vec<usize> =
            kept_in.iter().filter(|(chunk, ..)| part.shared.contains(chunk)).map(|(_, index, _)| *index).collect();
        indices.sort_unstable();
        indices.dedup();
        part.shared = indices.into_iter().map(name).collect();
    }
    Ok((loader + CUT, parts))
}

/// How the loader starts a file of its own.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// How it starts a stretch of a shared file, of which a page wants about twenty: each stream would be a task of its own,
/// and take longer than the small module itself.
const AT_ONCE: &str = "new WebAssembly.Instance(new WebAssembly.Module(await src), imports)";
/// A larger one, which some browsers compile whole before it runs, does not hold the page up meanwhile.
const APART: &str = "WebAssembly.instantiate(await src, imports)";
const AT_ONCE_UP_TO: usize = 128 << 10;

/// Added to the loader: a stretch of a file. What failed is asked for again.
const CUT: &str = "
const files = {};
function cut(file, from, to) {
    const whole = files[file] ??= fetch(new URL(file, import.meta.url)).then((answer) => {
        if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
        return answer.arrayBuffer();
    });
    whole.catch(() => delete files[file]);
    return whole.then((bytes) => new Uint8Array(bytes, from, to - from));
}
";

/// How many bytes stand before what a container holds.
const CONTAINER: usize = 8 + 1 + 5 + 1;

/// A module that holds bytes in a section without a name: hosts know it by its ending, send and compress it as one.
fn container(bytes: &[u8]) -> Result<Vec<u8>> {
    let length = u32::try_from(bytes.len() + 1)?;
    let mut module = b"\0asm\x01\0\0\0\0".to_vec();
    // In five bytes, whatever the length.
    let sevens = (0..5).map(|at| (length >> (7 * at)).to_le_bytes()[0] & 0x7f);
    module.extend(sevens.enumerate().map(|(at, seven)| if at < 4 { seven | 0x80 } else { seven }));
    module.push(0);
    module.extend(bytes);
    Ok(module)
}

fn joined(files: &[String]) -> String {
    files.iter().fold(String::new(), |list, file| list + "," + file)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = "const __chunk_2 = makeLoad(() => {}, []);\n\
        export const __wasm_split_load_a = wrapAsyncCb(makeLoad(() => {\n fetch(\"./split_a.wasm\")\n}\n, [__chunk_2, __chunk_3]));\n\
        export const __wasm_split_load_b = wrapAsyncCb(makeLoad(() => {}\n, []));\n";

    #[test]
    fn parts_and_what_they_share_are_read_from_the_loader() {
        let parts = parts(LOADER).unwrap();
        let told: Vec<_> = parts.iter().map(|part| format!("{}{}", part.name, joined(&part.shared))).collect();
        assert_eq!(told, ["a,chunk_2.wasm,chunk_3.wasm", "b"]);
    }

    #[test]
    fn a_container_holds_its_bytes_where_the_loader_looks() {
        for length in [0, 1, 200, 70_000] {
            let bytes = vec![7; length];
            let module = container(&bytes).unwrap();
            assert_eq!(&module[CONTAINER..], bytes);
            // Nothing in it is for debuggers, so nothing is dropped.
            assert_eq!(without_debug_sections(&module), module);
        }
    }
}
