//! The second wasm: heavy or rare work beside the page, fetched on first use.

use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::merge::merge_texts;
use super::restore::whole_text;
use super::{Session, browser};
use crate::document::{Document, JoinError};
use crate::snapshot::{self, Finding};

/// Why files were not merged. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// The file at this index cannot be read.
    File { index: usize, findings: Vec<Finding> },
    /// The file at this index does not belong to the programme.
    Join { index: usize, error: JoinError },
}

impl Session {
    /// The open programme joined with files. It is shown first (`snapshot::replacement` compares), then put in place by
    /// `replace`.
    pub async fn merge(self, files: Vec<String>) -> Result<Document, MergeError> {
        let ours = self.programme.with_untracked(|programme| programme.document().clone());
        let mine = whole_text(&ours);
        let merged = match run(&mine, &files).await {
            Some(merged) => merged,
            // No worker to be had: the page does it, and stands still for a moment.
            None => merge_texts(&mine, &files),
        };
        let joined = merged.ok().and_then(|text| snapshot::read(&text).ok()).map(|snapshot| snapshot.document);
        match joined {
            Some(joined) => Ok(joined),
            None => explain(ours, &files),
        }
    }
}

/// Merges in the page, to say which file fails and why.
fn explain(mut ours: Document, files: &[String]) -> Result<Document, MergeError> {
    for (index, file) in files.iter().enumerate() {
        let theirs = snapshot::read(file).map_err(|findings| MergeError::File { index, findings })?;
        ours.join(&theirs.document).map_err(|error| MergeError::Join { index, error })?;
    }
    Ok(ours)
}

/// `None`: the worker did not answer.
async fn run(mine: &str, files: &[String]) -> Option<Result<String, usize>> {
    let worker = web_sys::Worker::new(&browser::meta("tiendo-worker")?).ok()?;
    let message: Array =
        ["merge", mine].into_iter().chain(files.iter().map(String::as_str)).map(wasm_bindgen::JsValue::from).collect();
    let mut on_message = None;
    let answered = Promise::new(&mut |resolve, reject| {
        worker.set_onerror(Some(&reject));
        let listener = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
            let _ = resolve.call1(&wasm_bindgen::JsValue::UNDEFINED, &event.data());
        });
        worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        on_message = Some(listener);
    });
    worker.post_message(&message).ok()?;
    let answer = JsFuture::from(answered).await;
    worker.terminate();
    drop(on_message);
    let answer = answer.ok()?;
    match answer.as_string() {
        Some(text) => Some(Ok(text)),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the index of a file")]
        None => Some(Err(answer.as_f64()? as usize)),
    }
}
