//! Stands in for the crate `wasm-streams`, which Leptos needs for server functions that stream.
//!
//! This app has no server, so nothing here is ever called; but the real crate exports functions to JavaScript, and what
//! is exported stays in the wasm whether it is used or not: 12 KB that every visitor would fetch.

use futures_util::stream::{Empty, Stream};
use wasm_bindgen::{JsValue, throw_str};

pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        none()
    }

    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        none()
    }
}

fn none() -> ! {
    throw_str("there are no server functions")
}
