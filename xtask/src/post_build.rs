//! The last step of a build, called by Trunk: works on the staged files with their final bytes.
//!
//! Trunk names files by what they were before wasm-bindgen ran, so no name can be trusted to
//! mean the same bytes: the service worker gets each file's hash, and a version over all.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256, Sha384};

use crate::package::files_under;
use crate::wasm::without_debug_sections;
use crate::{Result, split, tools};

/// The page's `<meta>` that holds the version.
pub const VERSION_NAME: &str = "tiendo-version";
/// The page's `<meta>` that holds the address of the worker's script.
const WORKER_NAME: &str = "tiendo-worker";

const PAGE: &str = "index.html";
const SERVICE_WORKER: &str = "service-worker.js";

/// Finishes the build in `staging`.
pub fn run(staging: &Path) -> Result<()> {
    let page = fs::read_to_string(staging.join(PAGE))?;
    let page = split::split(staging, &page)?;
    let files = files_under(staging)?.into_iter().map(|path| staging.join(path));
    for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "wasm")) {
        fs::write(&file, without_debug_sections(&fs::read(&file)?))?;
    }

    let mut page = two_style_sheets(staging, &page)?;
    page = with_start_script(staging, &without_empty_lines(&page))?;
    let app = name_by_bytes(staging, "app")?;
    page = page.replace("./app/", &format!("./{app}/"));
    let worker = name_by_bytes(staging, "worker")?;
    page = with_meta(&page, WORKER_NAME, &format!("{worker}/start.js"))?;

    let mut files = Vec::new();
    for path in files_under(staging)? {
        if is_cached(&path) {
            let integrity = integrity(&fs::read(staging.join(&path))?);
            files.push((path, integrity));
        }
    }
    let worker = fs::read_to_string(staging.join(SERVICE_WORKER))?;
    let hash = hash_of_all(&files, &page, &worker);
    let version = format!("{}+{hash}", tools::locked_version("tiendo")?);
    page = with_meta(&page, VERSION_NAME, &version)?;
    fs::write(staging.join(PAGE), &page)?;

    // Under its folder's address, not its own: hosts like to redirect from the one to the other.
    files.insert(0, ("./".to_owned(), integrity(page.as_bytes())));
    fs::write(staging.join(SERVICE_WORKER), format!("{}\n{worker}", build_line(&version, &files)))?;
    Ok(())
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Not for the cache: the page (under another address), the workers themselves, texts about the files.
fn is_cached(path: &str) -> bool {
    let text = Path::new(path).extension().is_some_and(|extension| extension == "md" || extension == "txt");
    !text && path != PAGE && !path.starts_with("service-worker.")
}

/// Writes the start script into the page, and its hash into the page's policy: a file of its own would cost a phone one
/// more way there and back before it asks for anything else.
fn with_start_script(staging: &Path, page: &str) -> Result<String> {
    const SOURCE: &str = " src=\"./start.js\"";
    const POLICY: &str = "script-src 'self'";
    let file = staging.join("start.js");
    // Its comments stand on lines of their own.
    let script = fs::read_to_string(&file)?;
    let script: String =
        script.lines().map(str::trim_start).filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n");
    fs::remove_file(file)?;
    let (before, tag) = page.split_once(SOURCE).ok_or("the page has no start script")?;
    let (tag, after) = tag.split_once("></script>").ok_or("the start script has no end")?;
    let before = before.replacen(POLICY, &format!("{POLICY} '{}'", integrity(script.as_bytes())), 1);
    Ok(format!("{before}{tag}>{script}</script>{after}"))
}

/// Joins the style sheets that have no `media` of their own into two, in the page's order: those of the first page, and the
/// `late` ones, whose file the start script is told. Many small requests are what makes the first paint late on a phone.
fn two_style_sheets(staging: &Path, page: &str) -> Result<String> {
    const LINK: &str = "<link rel=\"stylesheet\" ";
    let (mut first, mut late) = (String::new(), String::new());
    let (mut rest, mut out) = (page, String::new());
    let mut place = None;
    while let Some((before, after)) = rest.split_once(LINK) {
        let (link, after) = after.split_once('>').ok_or("a <link> without end")?;
        out.push_str(before);
        if link.contains("media=") {
            let _ = write!(out, "{LINK}{link}>");
        } else {
            let file = attribute(link, "href").ok_or("a style sheet without href")?;
            let file = staging.join(file.trim_start_matches("./"));
            let css = if attribute(link, "class") == Some("late") { &mut late } else { &mut first };
            css.push_str(&compact_css(&fs::read_to_string(&file)?));
            fs::remove_file(file)?;
            place.get_or_insert(out.len());
        }
        rest = after;
    }
    out.push_str(rest);
    let place = place.ok_or("the page has no style sheet")?;
    out.insert_str(place, &format!("{LINK}href=\"./{}\">", sheet(staging, "style", &first)?));
    let late = sheet(staging, "pages", &late)?;
    Ok(out.replacen(" data-wasm=", &format!(" data-style=\"./{late}\" data-wasm="), 1))
}

/// Writes a style sheet under a name that its bytes give.
fn sheet(staging: &Path, name: &str, css: &str) -> Result<String> {
    let name = format!("{name}-{}.css", short_hash(css.as_bytes()));
    fs::write(staging.join(&name), css)?;
    Ok(name)
}

/// Without comments, indentation and empty lines.
fn compact_css(css: &str) -> String {
    let (mut plain, mut rest) = (String::new(), css);
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let end = if from.starts_with("/*") {
            rest = from.split_once("*/").map_or("", |(_, after)| after);
            continue;
        } else if from.starts_with('/') {
            1
        } else {
            // A string: up to its closing quote.
            from[1..].find(&from[..1]).map_or(from.len(), |length| length + 2)
        };
        plain.push_str(&from[..end]);
        rest = &from[end..];
    }
    plain.push_str(rest);
    without_empty_lines(&plain)
}

/// Without empty lines and indentation.
fn without_empty_lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// Gives a folder of the staged files a name from their bytes, and returns it. Files that belong together then never meet
/// those of another version: an old page asks for a folder that is gone.
fn name_by_bytes(staging: &Path, folder: &str) -> Result<String> {
    let old = staging.join(folder);
    let mut bytes = Vec::new();
    for path in files_under(&old)? {
        bytes.extend(fs::read(old.join(path))?);
    }
    let name = format!("{folder}-{}", short_hash(&bytes));
    fs::rename(old, staging.join(&name))?;
    Ok(name)
}

fn with_meta(page: &str, name: &str, content: &str) -> Result<String> {
    let (head, rest) = page.split_once("</head>").ok_or("the page has no </head>")?;
    Ok(format!("{head}<meta name=\"{name}\" content=\"{content}\">\n</head>{rest}"))
}

/// A hash of everything that a person gets.
fn hash_of_all(files: &[(String, String)], page: &str, worker: &str) -> String {
    let mut all = format!("{page}{worker}");
    for (path, integrity) in files {
        let _ = writeln!(all, "{path} {integrity}");
    }
    short_hash(all.as_bytes())
}

/// The first line of the service worker.
fn build_line(version: &str, files: &[(String, String)]) -> String {
    let files: Vec<String> = files.iter().map(|(path, integrity)| format!("[\"{path}\",\"{integrity}\"]")).collect();
    format!("const BUILD = {{ version: \"{version}\", files: [\n{}\n] }};", files.join(",\n"))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!("{name}=\""))?.1.split('"').next()
}

fn short_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..6])
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// Base64 of a length that three divides, which a SHA-384 has: no padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks_exact(3) {
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for shift in [18, 12, 6, 0] {
            text.push(char::from(DIGITS[(bits >> shift & 63) as usize]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_loses_comments_and_indentation_but_no_string() {
        let css = "/* head */\na {\n  content: \"/* kept */\"; /* gone */\n  background: url(x/y.svg);\n}\n\n";
        assert_eq!(compact_css(css), "a {\ncontent: \"/* kept */\";\nbackground: url(x/y.svg);\n}\n");
    }

    #[test]
    fn integrity_is_what_browsers_compute() {
        // The well-known digest of nothing.
        let nothing = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), nothing);
    }

    #[test]
    fn the_page_and_the_workers_are_not_listed_as_files() {
        let cached: Vec<_> = [
            "index.html",
            "service-worker.js",
            "service-worker.off.js",
            "fonts/LICENSE.txt",
            "start.js",
            "fonts/a.woff2",
        ]
        .into_iter()
        .filter(|path| is_cached(path))
        .collect();
        assert_eq!(cached, ["start.js", "fonts/a.woff2"]);
    }

    #[test]
    fn a_changed_file_changes_the_version() {
        let hash = |integrity: &str, worker| hash_of_all(&[("a".to_owned(), integrity.to_owned())], "page", worker);
        assert_eq!(hash("x", "worker"), hash("x", "worker"));
        assert_ne!(hash("x", "worker"), hash("y", "worker"));
        assert_ne!(hash("x", "worker"), hash("x", "other"));
    }
}
