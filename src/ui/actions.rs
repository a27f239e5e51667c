//! What many screens do: dispatch and say what became of it, hand out a file, read a chosen one.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

pub use crate::app::closest;
use crate::app::{DispatchError, Done, Export, Session, ToastAction, Undone};
use crate::i18n::Message;
use crate::i18n::messages::{Data, Reports, SaveFailure, Saving, Shell};
use crate::model::Command;

/// Dispatches a command; a refusal is told in a toast.
pub fn perform(session: Session, command: Command) -> Option<Done> {
    session.dispatch(command).map_err(|error| refused(session, &error)).ok()
}

/// Dispatches a command and says so in a toast with an undo, if it changed anything.
pub fn perform_undoable(session: Session, command: Command, message: &dyn Message) -> Option<Done> {
    let done = perform(session, command)?;
    if done.change.is_some() {
        session.toast(message.text(session.language.get_untracked()), Some(ToastAction::Undo));
    }
    Some(done)
}

pub fn undo(session: Session) {
    told(session, session.undo(), &Shell::NothingToUndo);
}

pub fn redo(session: Session) {
    told(session, session.redo(), &Shell::NothingToRedo);
}

/// Closes the open menu (`.menu-anchor`) that an event happened in and gives the focus back to its button; whether there was one.
pub fn close_menu(event: &web_sys::Event) -> bool {
    let Some(menu) = closest(event, "details.menu-anchor[open]") else { return false };
    let _ = menu.remove_attribute("open");
    let button = menu.query_selector("summary").ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
    true
}

/// Keys in a menu: Esc closes it, and does nothing else.
pub fn leave_menu(event: &web_sys::KeyboardEvent) {
    if event.key() == "Escape" && !event.is_composing() && close_menu(event) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Scrolls only as far as an element needs to be seen.
pub fn show(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Once the page shows what was just set, and before the next key: effects run in a microtask of their own, which may be queued only
/// now, so two later the page is redrawn. With the next frame the focus would come after keys that are meant for its place.
pub fn after_redraw(act: impl FnOnce() + 'static) {
    queue_microtask(move || queue_microtask(act));
}

/// How what is in sight already takes the focus.
pub fn without_scrolling() -> web_sys::FocusOptions {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    options
}

/// Opens the browser's own dialog for printing the page that is shown. It takes the page as it stands, and tells of it too late for
/// a page to be drawn for paper: that is told before.
pub fn print() {
    if let Ok(event) = web_sys::Event::new("beforeprint") {
        let _ = window().dispatch_event(&event);
    }
    after_redraw(|| drop(window().print()));
}

fn told(session: Session, undone: Result<Undone, DispatchError>, nothing: &Shell) {
    let language = session.language.get_untracked();
    match undone {
        Ok(Undone::Nothing) => session.toast(nothing.text(language), None),
        Ok(Undone::Done { kept: 0 } | Undone::Restoring) => {}
        Ok(Undone::Done { kept }) => session.toast(Shell::UndoPartly { kept }.text(language), None),
        Err(error) => refused(session, &error),
    }
}

/// Whether something can be written now; a person who tries where it cannot is told why.
pub fn may_write(session: Session) -> bool {
    session.check_writable().map_err(|error| refused(session, &error)).is_ok()
}

/// Told once while it stands there, however often it is tried.
pub fn refused(session: Session, error: &DispatchError) {
    let words = refusal(error).text(session.language.get_untracked());
    if !session.toasts.with_untracked(|toasts| toasts.iter().any(|toast| toast.message == words)) {
        session.toast(words, None);
    }
}

/// Why nothing was written, in words.
pub fn refusal(error: &DispatchError) -> &dyn Message {
    match error {
        DispatchError::Command(error) => error,
        DispatchError::Commit(error) => error,
        DispatchError::ReadOnly => &Shell::ReadOnly,
        DispatchError::OtherTab => &Saving::WriteElsewhere,
        DispatchError::TooLarge => &SaveFailure::TooLarge,
    }
}

/// Copies a reminder to send on; where the browser copies nothing, it is a file.
pub fn copy_reminder(session: Session, text: String) {
    let told = move |is_copied: bool, text: &str| {
        if !is_copied {
            download("loi-nhac.txt", "text/plain", text);
        }
        let message = if is_copied { Reports::Copied } else { Reports::CopyFailed };
        session.toast(message.text(session.language.get_untracked()), None);
    };
    let Some(clipboard) = clipboard() else { return told(false, &text) };
    spawn_local(async move { told(JsFuture::from(clipboard.write_text(&text)).await.is_ok(), &text) });
}

/// The clipboard; there is none on plain http.
pub fn clipboard() -> Option<web_sys::Clipboard> {
    let clipboard = window().navigator().clipboard();
    (!JsValue::from(clipboard.clone()).is_undefined()).then_some(clipboard)
}

/// Gives a text to the person as a file.
pub fn download(name: &str, mime: &str, text: &str) {
    let parts = js_sys::Array::of1(&text.into());
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) {
        download_blob(name, &blob);
    }
}

pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    if let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        download_blob(name, &blob);
    }
}

pub fn download_blob(name: &str, blob: &web_sys::Blob) {
    let Ok(address) = web_sys::Url::create_object_url_with_blob(blob) else { return };
    if let Ok(link) = document().create_element("a")
        && let Ok(link) = link.dyn_into::<web_sys::HtmlAnchorElement>()
    {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser reads it after the click.
    set_timeout(move || drop(web_sys::Url::revoke_object_url(&address)), Duration::from_secs(60));
}

/// Hands a programme's file to the person, and says so: on phones little else does.
pub fn hand_out(session: Session, export: Export) {
    download(&export.file_name, "application/json", &export.text);
    session.toast(Data::Downloaded { file: export.file_name }.text(session.language.get_untracked()), None);
}

/// The open programme as a file: the backup that every failure offers.
pub fn download_backup(session: Session) {
    hand_out(session, session.export());
    session.note_export();
}

/// What was entered here as a file, to be sent to who puts it together.
pub fn download_answer(session: Session) {
    hand_out(session, session.answer());
    session.note_export();
}

/// The files of an `<input type="file">`, which is emptied so that the same file can be chosen again.
pub fn chosen_files(event: &web_sys::Event) -> Vec<web_sys::File> {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = listed(input.files());
    input.set_value("");
    files
}

pub fn dropped_files(event: &web_sys::DragEvent) -> Vec<web_sys::File> {
    listed(event.data_transfer().and_then(|data| data.files()))
}

fn listed(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    files.map(|files| (0..files.length()).filter_map(|index| files.get(index)).collect()).unwrap_or_default()
}

/// The bytes of a file; `None` when the browser cannot read it (moved, or a folder).
pub async fn read_file(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer: JsValue = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Moves the focus to the start of the page: to a page gone to, and where an action takes its own button away.
pub fn focus_content() {
    if let Some(content) = document().get_element_by_id("content")
        && let Ok(content) = content.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = content.focus();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
