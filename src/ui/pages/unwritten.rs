//! Words on the progress of an item that were typed and not yet written: they wait for whoever comes back to the item.

use std::cell::RefCell;

use crate::document::NodeId;

thread_local! {
    static WORDS: RefCell<Vec<(NodeId, String)>> = const { RefCell::new(Vec::new()) };
}

/// What was typed for an item.
pub fn unwritten(item: &NodeId) -> String {
    let found = |words: &[(NodeId, String)]| Some(words.iter().find(|(id, _)| id == item)?.1.clone());
    WORDS.with_borrow(|words| found(words)).unwrap_or_default()
}

/// Nothing typed is forgotten too.
pub fn keep_unwritten(item: &NodeId, typed: &str) {
    WORDS.with_borrow_mut(|words| {
        words.retain(|(id, _)| id != item);
        if !typed.trim().is_empty() {
            words.push((item.clone(), typed.to_owned()));
        }
    });
}

pub fn forget() {
    WORDS.take();
}
