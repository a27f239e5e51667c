//! Official documents (văn bản) to drafts of programmes, by rules over their grammar: lines, labels and blocks, sections,
//! statements, targets and assignments, and what was not understood. The text itself is never changed.

mod bodies;
mod clause;
mod deadline;
mod docx;
mod draft;
mod fields;
mod goals;
mod head;
mod html;
mod implied;
mod lead;
mod name;
mod numbering;
mod outline;
mod passage;
mod programme;
mod qualitative;
mod quantity;
mod read;
mod reference;
mod rows;
mod section;
mod slip;
mod table;
mod tail;
mod target;
mod token;
mod unit;

pub use docx::{DocxError, DocxProblem, Part};
pub use draft::{
    Comparator, Diagnostic, DiagnosticCode, Draft, Entry, EntryKind, Header, Heading, MeasureDraft, QualitativeDraft,
    Relation, Severity, Trend, Work,
};
use passage::Line;
pub use passage::Place;
pub use programme::{measures_of_line, programme};
use read::read_lines;

/// Reads a text: each line of it is one of the draft's.
pub fn read_text(text: &str) -> Draft {
    read_lines(text.lines().map(|line| Line::from(line.to_owned())).collect())
}

/// Reads rich text that was pasted, as HTML.
pub fn read_html(html: &str) -> Draft {
    read_lines(html::lines(html).into_iter().map(Line::from).collect())
}

/// Reads a .docx.
pub fn read_docx(bytes: &[u8]) -> Result<Draft, DocxError> {
    docx::lines(bytes).map(read_lines)
}

/// Why a file is no official document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADocument {
    Docx(DocxError),
    Empty,
    /// Bytes that are no letters: a picture, a scan, an old encoding.
    NotText,
    /// A file of this program, and JSON of another.
    Snapshot,
    Json,
}

/// Reads a file by what is in it: a .docx, HTML, or else a text (Markdown among them).
pub fn read(bytes: &[u8]) -> Result<Draft, NotADocument> {
    const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];
    if bytes.starts_with(b"PK") || bytes.starts_with(&COMPOUND) {
        return read_docx(bytes).map_err(NotADocument::Docx);
    }
    let text = docx::decoded(bytes);
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.is_empty() {
        return Err(NotADocument::Empty);
    }
    // A letter that was damaged on the way keeps no document from being read.
    let is_strange =
        |letter: &char| *letter == char::REPLACEMENT_CHARACTER || (letter.is_control() && !letter.is_whitespace());
    if text.chars().filter(is_strange).count() * 50 > text.chars().count() {
        return Err(NotADocument::NotText);
    }
    if start.starts_with('{') && start.trim_end().ends_with('}') {
        return Err(if start.contains("\"docId\"") { NotADocument::Snapshot } else { NotADocument::Json });
    }
    let head: String = start.chars().take(15).collect();
    let head = head.to_ascii_lowercase();
    let is_html = ["<!doctype html", "<html", "<p", "<div", "<meta", "<body", "<table", "<ol", "<ul", "<h1", "<span"];
    Ok(if is_html.iter().any(|tag| head.starts_with(tag)) { read_html(start) } else { read_text(start_of(&text)) })
}

/// A mark of byte order is no letter of the first line.
fn start_of(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
