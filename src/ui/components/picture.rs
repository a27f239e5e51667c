//! The two drawings of our own: the product mark, and the picture of the first page (a document becomes targets).

use leptos::prelude::*;

use super::markup::Markup;
use super::status_mark::Status;

/// Three bars and the finishing line.
pub fn product_mark() -> impl IntoView {
    view! {
        <svg class="product-mark" viewBox="0 0 20 20" aria-hidden="true">
            <rect class="product-track is-first" x="1" y="4" width="13" height="3" rx="1" />
            <rect class="product-track" x="1" y="8.5" width="9" height="3" rx="1" />
            <rect class="product-track" x="1" y="13" width="11.5" height="3" rx="1" />
            <path class="product-finish" d="M16.5 2v16" />
        </svg>
    }
}

/// One judged target of the picture: its height, how far its bar reaches, and where in the text it was found.
struct Row {
    status: Status,
    y: u16,
    bar: u16,
    found: (u16, u16),
}

const ROWS: [Row; 5] = [
    Row { status: Status::Met, y: 88, bar: 64, found: (114, 104) },
    Row { status: Status::OnPace, y: 134, bar: 48, found: (134, 146) },
    Row { status: Status::AtRisk, y: 180, bar: 38, found: (60, 178) },
    Row { status: Status::Exceeded, y: 226, bar: 76, found: (150, 220) },
    Row { status: Status::OnPace, y: 270, bar: 52, found: (78, 262) },
];

/// Lines of text on the paper, and the words in them that are read as targets.
const TEXT: &str = "M28 88h64M102 88h46M28 104h38M120 104h28M28 120h102M28 146h56M28 162h120M66 178h74M28 204h92M28 220h60M28 236h82M84 262h44";
const KEY: &str = "M74 104h38M92 146h40M28 178h30M96 220h52M28 262h48";

/// A sheet of paper on the left, the same targets judged on the right. `name` says the picture in one sentence,
/// `title` is the heading on the paper in two lines, `word` names a status.
pub fn document_becomes_targets(markup: &mut Markup, name: &str, title: [&str; 2], word: impl Fn(Status) -> String) {
    let attributes = [("class", "transformation"), ("viewBox", "0 0 450 300"), ("role", "img"), ("aria-label", name)];
    markup.element("svg", &attributes, |markup| {
        let path = |markup: &mut Markup, class, d: &str| markup.words("path", &[("class", class), ("d", d)], "");
        path(markup, "paper", "M10 12H142L166 36V288H10Z");
        for (line, y) in title.into_iter().zip(["48", "64"]) {
            markup.words("text", &[("class", "paper-title"), ("x", "28"), ("y", y)], line);
        }
        path(markup, "text-line", TEXT);
        path(markup, "text-key", KEY);
        for Row { status, y, bar, found: (x, from) } in ROWS {
            path(markup, "link", &format!("M{x} {from}C180 {from} 180 {y} 226 {y}"));
            path(markup, "row-rule", &format!("M236 {}H440", y + 19));
            let sign = [("x", "236"), ("y", &(y - 8).to_string()), ("width", "16"), ("height", "16")];
            markup.element("svg", &sign, |markup| markup.status_mark(status));
            markup.words("text", &[("x", "260"), ("y", &format!("{}.5", y + 4))], &word(status));
            let (top, reach) = ((y - 4).to_string(), bar.to_string());
            let bar_of = |class, width| {
                [("class", class), ("x", "362"), ("y", &*top), ("width", width), ("height", "8"), ("rx", "1.5")]
            };
            markup.element("g", &[("class", "bullet"), ("data-status", status.as_str())], |markup| {
                markup.words("rect", &bar_of("bullet-track", "78"), "");
                markup.words("rect", &bar_of("bullet-bar", &reach), "");
            });
        }
        path(markup, "bullet-target", "M424 70V284");
    });
}
