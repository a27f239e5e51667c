//! The shape of the repository: which layer may name which, what every file looks like, that each style sheet is linked.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and the layers that it may name; a folder within one stands before it where it may name less.
/// `env` is what commands are given (a clock, new ids, the author) and speaks of model's days: the two are one layer.
const LAYERS: &[(&str, &[&str])] = &[
    ("document", &[]),
    ("env", &["document", "model"]),
    ("model", &["document", "env"]),
    ("sample", &["document", "env", "model"]),
    ("evaluate", &["document", "model"]),
    ("snapshot", &["document", "model"]),
    ("storage", &["document", "model", "snapshot"]),
    // Words for what all of them have to say, errors included; `documents` reads numbers and letters with `i18n`, and so
    // its own words stand apart.
    ("i18n::documents", &["documents", "i18n"]),
    ("i18n", &["document", "model", "evaluate", "snapshot", "storage"]),
    ("documents", &["document", "env", "model", "i18n"]),
    ("charts", &["model", "evaluate", "i18n"]),
    ("app", &["document", "documents", "env", "model", "sample", "evaluate", "snapshot", "storage", "i18n", "charts"]),
    // Components know no session: what they show and what a click means is handed to them.
    ("ui::components", &["document", "model", "evaluate", "i18n", "charts"]),
    (
        "ui",
        &[
            "document",
            "documents",
            "model",
            "evaluate",
            "snapshot",
            "storage",
            "i18n",
            "charts",
            "app",
            "ui::components",
        ],
    ),
    // The programs.
    ("main", &["ui"]),
    ("bin::worker", &["app"]),
    ("bin::tiendo", &["document", "documents", "env", "model", "sample", "evaluate", "snapshot", "i18n", "charts"]),
];

/// Layers that read no clock, no chance and no browser; `storage` has the browser's stores behind the feature `ui`.
const PURE: &[&str] = &["document", "documents", "env", "model", "sample", "evaluate", "snapshot", "i18n", "charts"];
const IMPURE: &[&str] =
    &["web_sys::", "js_sys::", "wasm_bindgen", "gloo_", "leptos::", "SystemTime::now", "Instant::now", "getrandom"];

const MAX_LINES: usize = 500;
const MEASURED: &[&str] = &["rs", "css", "mjs", "js", "html"];
/// Where people's machines keep their own files; written so that this file holds none of them.
const OF_ONE_MACHINE: &[&str] =
    &[concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("C:", "\\")];

#[test]
fn no_arrow_runs_back() {
    let found: Vec<_> = files(&["src"], &["rs"]).iter().flat_map(|file| arrows_back(file, &read(file))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn rules_read_no_clock_and_no_browser() {
    let found: Vec<_> = files(&["src"], &["rs"]).iter().flat_map(|file| impurities(file, &read(file))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_file_says_what_it_holds() {
    let silent: Vec<_> = files(&["src", "tests", "xtask/src"], &["rs"])
        .into_iter()
        .filter(|file| !read(file).starts_with("//! "))
        .collect();
    assert!(silent.is_empty(), "no opening `//!` line: {silent:?}");
}

#[test]
fn no_file_is_long() {
    let long: Vec<_> = files(&["src", "tests", "style", "public", "xtask/src", "index.html"], MEASURED)
        .into_iter()
        .map(|file| (read(&file).lines().count(), file))
        .filter(|(lines, _)| *lines > MAX_LINES)
        .collect();
    assert!(long.is_empty(), "over {MAX_LINES} lines, look for the seam: {long:?}");
}

#[test]
fn every_style_sheet_is_linked_once() {
    let sheets: Vec<String> = files(&["style"], &["css"]).iter().map(|file| slashed(file)).collect();
    let wrong = differences(&sheets, &linked_sheets(&read(Path::new("index.html"))));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_style_rule_restyles_the_whole_page() {
    let found: Vec<_> = files(&["style"], &["css"])
        .iter()
        // What is only for paper is not asked while the page is on the screen.
        .filter(|file| !slashed(file).contains("print"))
        .flat_map(|file| unnested(&read(file)).into_iter().filter(|selector| restyles_all(selector)))
        .collect();
    assert!(found.is_empty(), "give what it is about a class or a tag: {found:?}");
}

#[test]
fn every_message_is_shown_somewhere() {
    let code: String = files(&["src"], &["rs"]).iter().map(|file| read(file)).collect();
    let messages: String = files(&["src/i18n/messages"], &["rs"]).iter().map(|file| read(file)).collect();
    let unused = unused_messages(&messages, &code);
    assert!(unused.is_empty(), "no screen says {unused:?}");
}

#[test]
fn no_file_names_one_machine() {
    let found: Vec<_> = files(&["src", "tests", "style", "public", "xtask/src"], MEASURED)
        .into_iter()
        .filter(|file| names_a_machine(&read(file)))
        .collect();
    assert!(found.is_empty(), "paths of one machine in {found:?}");
}

/// What a file names against the directions, a line for each.
fn arrows_back(file: &Path, text: &str) -> Vec<String> {
    let Some(own) = module_of(file) else { return Vec::new() };
    let Some((layer, allowed)) = layer_of(&own) else {
        return vec![format!("{}: no layer holds `{own}`: give it a row in LAYERS", file.display())];
    };
    let mut found = BTreeSet::new();
    for named in named_modules(&own, text) {
        let Some((other, _)) = layer_of(&named) else { continue };
        if other != layer && !allowed.contains(&other) {
            found.insert(format!("{}: `{layer}` must not name `{other}` (`{named}`)", file.display()));
        }
    }
    found.into_iter().collect()
}

/// The names in `messages!` blocks (`Name => …`, `Name { … } => …`) that nothing names.
fn unused_messages<'a>(messages: &'a str, code: &str) -> Vec<&'a str> {
    let named = messages.lines().filter(|line| line.starts_with("        ") && line.contains("=>"));
    let names = named
        .filter_map(|line| line.trim().split([' ', '{']).next())
        .filter(|name| name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric));
    let word =
        |rest: &'_ str| rest.split(|next: char| !next.is_alphanumeric() && next != '_').next().map(str::to_owned);
    let used: BTreeSet<String> = code.split("::").skip(1).filter_map(word).collect();
    names.filter(|name| !used.contains(*name)).collect()
}

fn impurities(file: &Path, text: &str) -> Vec<String> {
    let is_pure = module_of(file).and_then(|own| layer_of(&own)).is_some_and(|(layer, _)| PURE.contains(&layer));
    let code = without_comments(text);
    let found = IMPURE.iter().filter(|word| is_pure && code.contains(**word));
    found.map(|word| format!("{}: `{word}` in a layer that reads nothing from outside", file.display())).collect()
}

/// The module path of a file under `src`; none for the root itself.
fn module_of(file: &Path) -> Option<String> {
    let path = slashed(file);
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let path = path.strip_suffix("/mod").unwrap_or(path);
    (path != "lib").then(|| path.replace('/', "::"))
}

fn layer_of(module: &str) -> Option<(&'static str, &'static [&'static str])> {
    let within = |layer: &str| module.strip_prefix(layer).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
    LAYERS.iter().find(|(layer, _)| within(layer)).copied()
}

/// Every path of this crate that a text names, from the crate's root, `use` trees unfolded.
fn named_modules(own: &str, text: &str) -> Vec<String> {
    let code = without_comments(text);
    let depth = own.split("::").count();
    let (mut found, mut rest) = (Vec::new(), code.as_str());
    while let Some(at) = ["crate::", "tiendo::", "super::"].iter().filter_map(|head| rest.find(head)).min() {
        let is_whole_word = !rest[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
        let from = &rest[at..];
        let supers = from.split("::").take_while(|part| *part == "super").count();
        // Up to the root and no further: `super::` within a layer is its own affair.
        let path = if supers == 0 { from.split_once("::").map(|(_, path)| path) } else { from.get(supers * 7..) };
        let path = path.unwrap_or_default();
        if is_whole_word && (supers == 0 || supers >= depth) {
            unfold("", path, &mut found);
        }
        rest = path;
    }
    found
}

/// Unfolds what follows `crate::` up to the end of its path or tree; returns what is left of the text.
fn unfold<'a>(prefix: &str, tree: &'a str, found: &mut Vec<String>) -> &'a str {
    let tree = tree.trim_start();
    if let Some(mut rest) = tree.strip_prefix('{') {
        loop {
            rest = rest.trim_start_matches(|between: char| between.is_whitespace() || between == ',');
            if rest.is_empty() || rest.starts_with('}') {
                return rest.get(1..).unwrap_or_default();
            }
            let left = unfold(prefix, rest, found);
            // Not a tree that we can read: better to stop than to loop.
            if left.len() == rest.len() {
                return left;
            }
            rest = left.split_at(left.find([',', '}']).unwrap_or(left.len())).1;
        }
    }
    let end = tree.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    match rest.strip_prefix("::") {
        Some(inner) if !name.is_empty() => unfold(&path, inner, found),
        _ => {
            found.push(path);
            rest
        }
    }
}

fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn linked_sheets(page: &str) -> Vec<String> {
    let links = page.split("<link ").skip(1).filter_map(|rest| rest.split('>').next());
    let sheets = links.filter(|link| link.contains("rel=\"css\""));
    sheets.filter_map(|link| Some(link.split_once("href=\"")?.1.split('"').next()?.to_owned())).collect()
}

fn differences(sheets: &[String], linked: &[String]) -> Vec<String> {
    let unlinked = sheets.iter().filter(|sheet| !linked.contains(sheet));
    let absent = linked.iter().filter(|link| !sheets.contains(link));
    let twice = linked.iter().filter(|link| linked.iter().filter(|other| other == link).count() > 1);
    unlinked
        .map(|sheet| format!("index.html does not link {sheet}"))
        .chain(absent.map(|link| format!("index.html links {link}, which does not exist")))
        .chain(twice.map(|link| format!("index.html links {link} twice")))
        .collect()
}

/// The selectors of a sheet, each with those around it. Of a list over several lines the last one stands around what is inside.
fn unnested(sheet: &str) -> Vec<String> {
    let (mut around, mut found) = (vec![String::new()], Vec::new());
    for line in sheet.lines().map(str::trim) {
        let outer = around.last().cloned().unwrap_or_default();
        let whole = match line.trim_end_matches(['{', ',', ' ']) {
            rule if rule.starts_with('@') => outer,
            inner if inner.contains('&') => inner.replace('&', &outer),
            inner => format!("{outer} {inner}").trim_start().to_owned(),
        };
        if line.ends_with('{') {
            around.push(whole.clone());
        }
        if line.ends_with(['{', ',']) {
            found.push(whole);
        } else if line == "}" {
            around.pop();
        }
    }
    found
}

/// Whether a selector reaches elements without a name by what stands in or beside others, or counts such elements. Chromium
/// then asks all that is around what is inserted or removed, whatever it is: 3 ms for a line of the outline, where 0.1 do.
fn restyles_all(selector: &str) -> bool {
    let selector = selector.trim_end_matches(['{', ' ']);
    let mut depth = 0;
    let is_between = |letter: char| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth == 0 && letter == ' '
    };
    let last = selector.split(is_between).next_back().unwrap_or_default();
    let is_unnamed = last.starts_with(['*', ':']) && !last.starts_with(":is(") && last != selector;
    let is_asked = [":has(", " + ", " ~ "].iter().any(|part| selector.contains(part));
    is_asked && is_unnamed || selector.contains(" :nth-")
}

fn names_a_machine(text: &str) -> bool {
    OF_ONE_MACHINE.iter().any(|path| text.contains(path))
}

/// The files of these endings under the folders, from the repository's root, in order.
fn files(folders: &[&str], endings: &[&str]) -> Vec<PathBuf> {
    fn walk(path: &Path, found: &mut Vec<PathBuf>) {
        if !path.is_dir() {
            found.push(path.to_owned());
        } else if !path.ends_with("node_modules") {
            for entry in fs::read_dir(path).unwrap() {
                walk(&entry.unwrap().path(), found);
            }
        }
    }
    let mut found = Vec::new();
    for folder in folders {
        walk(Path::new(folder), &mut found);
    }
    found.retain(|file| endings.iter().any(|ending| file.extension().is_some_and(|extension| extension == *ending)));
    found.sort();
    assert!(!found.is_empty(), "no {endings:?} under {folders:?}");
    found
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

fn slashed(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

/// The checks themselves: each must see what it is there for.
mod the_checks_can_fail {
    use super::*;

    #[test]
    fn a_message_that_nothing_names() {
        let messages =
            "    Shell {\n        Open => \"a\", \"b\";\n        Opened { at: u8 } =>\n            format!();\n";
        assert_eq!(unused_messages(messages, "words(&Shell::Opened { at })"), ["Open"]);
    }

    fn back(file: &str, text: &str) -> usize {
        arrows_back(Path::new(file), text).len()
    }

    #[test]
    fn at_an_arrow_that_runs_back() {
        assert_eq!(back("src/model/body.rs", "use crate::document::Id;"), 0);
        assert_eq!(back("src/document/id.rs", "use crate::model::Body;"), 1);
        assert_eq!(back("src/evaluate/goal.rs", "use crate::{\n    document::Id,\n    charts::{Plot, layout},\n};"), 2);
        assert_eq!(back("src/evaluate/goal.rs", "fn f() -> crate::snapshot::Scope {}"), 1);
        assert_eq!(
            back("src/model/command/edit.rs", "use super::super::Measure; use super::super::super::charts::x;"),
            1
        );
        assert_eq!(back("src/model/mod.rs", "pub use super::app::Session;"), 1);
        assert_eq!(back("src/bin/tiendo/main.rs", "use tiendo::app::Session;"), 1);
        assert_eq!(back("src/document/id.rs", "//! See crate::model::Body."), 0);
    }

    #[test]
    fn at_a_component_that_knows_the_session() {
        let text = "use crate::app::use_session;\nuse crate::ui::pages::outline;\nuse super::icon::icon;";
        assert_eq!(back("src/ui/components/menu.rs", text), 2);
        assert_eq!(back("src/ui/shell/mod.rs", text), 0);
    }

    #[test]
    fn at_a_folder_without_a_row() {
        assert_eq!(back("src/elsewhere/mod.rs", ""), 1);
    }

    #[test]
    fn at_a_clock() {
        let text = "let now = std::time::Instant::now();";
        assert_eq!(impurities(Path::new("src/model/body.rs"), text).len(), 1);
        assert_eq!(impurities(Path::new("src/app/browser.rs"), text).len(), 0);
    }

    #[test]
    fn at_style_sheets() {
        let page = "<link data-trunk rel=\"css\" href=\"style/a.css\"><link rel=\"css\" href=\"style/gone.css\">\
                    <link rel=\"css\" href=\"style/a.css\">";
        let sheets = ["style/a.css".to_owned(), "style/b.css".to_owned()];
        let wrong = differences(&sheets, &linked_sheets(page));
        assert_eq!(wrong.len(), 4, "{wrong:?}");
    }

    #[test]
    fn at_a_rule_that_restyles_all() {
        let sheet =
            "@layer a {\n  .b:has(> .c) .d {\n    & th {\n    }\n    & tr > :last-child {\n    }\n  }\n  .e {\n  }\n}";
        let found: Vec<_> = unnested(sheet).into_iter().filter(|selector| restyles_all(selector)).collect();
        assert_eq!(found, [".b:has(> .c) .d tr > :last-child"]);
        assert!(restyles_all(".form:has(.is-primary:disabled) > :not(h2) {"));
        assert!(restyles_all("& tbody:is(:last-child, :has(+ [hidden])) tr > * {"));
        assert!(restyles_all("& thead + tbody > tr > * {"));
        assert!(restyles_all("& > :has(~ .unfold) {"));
        assert!(restyles_all("&.is-folded > :nth-child(n + 4) {"));
        assert!(!restyles_all("&.is-folded > li:nth-child(n + 4) {"));
        assert!(!restyles_all("& thead + tbody > tr > :is(th, td) {"));
        assert!(!restyles_all("& > section:has(> .status-strip) {"));
        assert!(!restyles_all(".field:has(.field-error) + .field-hint {"));
    }

    #[test]
    fn at_a_path_of_one_machine() {
        assert!(names_a_machine(&format!("open(\"{}someone/a\")", OF_ONE_MACHINE[0])));
        assert!(!names_a_machine("https://example.vn/a"));
    }
}
