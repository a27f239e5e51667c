//! A document on its way from the page where it was dropped or pasted to the page that reads it.

use std::cell::RefCell;

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
