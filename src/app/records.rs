//! Memos of single records: a row reruns when its own record changed, and not when another one did.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use crate::model::Programme;

/// A record behind its `Arc`, compared by pointer: an edit elsewhere leaves it alone.
///
/// `arc_memo(session, move |programme| programme.items().get(id.as_str()).cloned())`
pub fn arc_memo<R>(
    session: Session,
    read: impl Fn(&Programme) -> Option<Arc<R>> + Send + Sync + 'static,
) -> Memo<Option<Arc<R>>>
where
    R: Send + Sync + 'static,
{
    pointer_memo(move || session.programme.with(&read))
}

/// A record that changes where another one takes its place.
pub fn pointer_memo<R>(read: impl Fn() -> Option<Arc<R>> + Send + Sync + 'static) -> Memo<Option<Arc<R>>>
where
    R: Send + Sync + 'static,
{
    Memo::new_with_compare(
        move |_| read(),
        |old, new| match (old.and_then(Option::as_ref), new.and_then(Option::as_ref)) {
            (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
            (None, None) => false,
            _ => true,
        },
    )
}
