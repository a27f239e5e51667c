//! A document on its way from the page where it was dropped or pasted to the page that reads it; what a chosen file is.

use std::cell::RefCell;

use crate::i18n::messages::Data;
use crate::snapshot::unbundle;

pub enum Handed {
    File(web_sys::File),
    /// As plain text, and as rich text where there was one.
    Text(String, Option<String>),
}

thread_local! {
    static HANDED: RefCell<Option<Handed>> = const { RefCell::new(None) };
}

pub fn hand(document: Handed) {
    HANDED.set(Some(document));
}

pub fn is_waiting() -> bool {
    HANDED.with_borrow(Option::is_some)
}

pub fn take() -> Option<Handed> {
    HANDED.take()
}

/// Whether a file is an official document, by its name; anything else is taken for a file of this program. Share sheets
/// make `.tiendo.txt` of a programme's file.
pub fn is_document(name: &str) -> bool {
    let name = crate::i18n::to_lower(name);
    let is_named = [".docx", ".txt", ".md", ".html", ".htm"].iter().any(|end| name.ends_with(end));
    is_named && !name.ends_with(".tiendo.txt")
}

/// The programme's files that a chosen one holds: itself, or those of an archive. The error says what it is instead.
pub fn programme_files(name: String, bytes: Vec<u8>) -> Result<Vec<(String, Vec<u8>)>, Data> {
    let is_json = || bytes.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii()) == Some(&b'{');
    let archive = if bytes.starts_with(b"PK") { unbundle(&bytes) } else { None };
    match archive {
        Some(files) if files.iter().any(|(name, _)| name == "word/document.xml") => Err(Data::IsDocument),
        Some(mut files) => {
            // Some systems add files of their own, under the same names.
            let is_ours = |name: &str| [".json", ".tiendo.txt"].iter().any(|end| name.ends_with(end));
            files.retain(|(name, _)| is_ours(name) && !name.starts_with("__MACOSX/"));
            if files.is_empty() { Err(Data::NothingInside) } else { Ok(files) }
        }
        None if is_document(&name) && !is_json() => Err(Data::IsDocument),
        None => Ok(vec![(name, bytes)]),
    }
}
