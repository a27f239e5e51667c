//! The pages arrive in parts: files of the program that a browser fetches when a page is first opened.
//!
//! What is reached from here alone is not in the first load (`xtask/src/split.rs`). Pages that share much are one part.
#![allow(clippy::needless_pass_by_value, improper_ctypes_definitions, reason = "both sides of a part are this program")]

use std::pin::Pin;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{PageKind, pages, words};
use crate::i18n::messages::{Saving, Shell};

type Arriving = Pin<Box<dyn Future<Output = Result<AnyView, SplitLoaderError>> + Send>>;

/// A page, once its part is there.
pub fn page(kind: PageKind) -> AnyView {
    let tries = RwSignal::new(0);
    let arrive = move || {
        tries.track();
        let arriving: Arriving = match kind {
            PageKind::Outline => Box::pin(programme()),
            PageKind::Indicators | PageKind::Indicator => Box::pin(indicators(kind)),
            PageKind::Assignments | PageKind::Body => Box::pin(assignments(kind)),
            _ => Box::pin(desk(kind)),
        };
        Suspend::new(async move { arriving.await.unwrap_or_else(|_| missing(tries)) })
    };
    arrive.into_any()
}

/// The network failed before this part was on the machine.
fn missing(tries: RwSignal<u32>) -> AnyView {
    view! {
        <div class="empty-note" role="alert">
            <strong>{words(&Shell::PageNotArrived)}</strong>
            <p>{words(&Shell::PageNotArrivedHint)}</p>
            <button class="button" on:click=move |_| tries.update(|tries| *tries += 1)>{words(&Saving::Retry)}</button>
        </div>
    }
    .into_any()
}

#[wasm_split(programme, wasm_split_path = leptos::wasm_split, fallible)]
fn programme() -> Result<AnyView, SplitLoaderError> {
    Ok(pages::outline())
}

#[wasm_split(indicators, wasm_split_path = leptos::wasm_split, fallible)]
fn indicators(kind: PageKind) -> Result<AnyView, SplitLoaderError> {
    Ok(if kind == PageKind::Indicator { pages::indicator() } else { pages::indicators() })
}

#[wasm_split(assignments, wasm_split_path = leptos::wasm_split, fallible)]
fn assignments(kind: PageKind) -> Result<AnyView, SplitLoaderError> {
    Ok(if kind == PageKind::Body { pages::body_work() } else { pages::assignments() })
}

#[wasm_split(desk, wasm_split_path = leptos::wasm_split, fallible)]
fn desk(kind: PageKind) -> Result<AnyView, SplitLoaderError> {
    Ok(match kind {
        PageKind::Data => pages::data(),
        PageKind::Settings => pages::settings(),
        _ => pages::library(),
    })
}
