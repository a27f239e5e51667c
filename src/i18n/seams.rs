//! A language for tests: every wording stands between ⟦ and ⟧, so that a text which never passed through here shows.
//!
//! It is one switch for the whole program and not a language of its own: each rule of grammar would need a third branch.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

static ARE_SHOWN: AtomicBool = AtomicBool::new(false);

/// Before the first word is said; nothing is said anew.
pub fn show_seams() {
    ARE_SHOWN.store(true, Ordering::Relaxed);
}

/// Whatever a screen says passes through here once its language is chosen.
pub fn seamed(text: Cow<'static, str>) -> Cow<'static, str> {
    if ARE_SHOWN.load(Ordering::Relaxed) { ["⟦", &text, "⟧"].concat().into() } else { text }
}

/// The same for what is put together.
pub fn seamed_string(text: String) -> String {
    seamed(text.into()).into_owned()
}
