//! The clock, randomness, events and files of the browser: the only place that reads them.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::document::{Author, NodeId, Timestamp};
use crate::env::Env;
use crate::model::Date;

#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and small")]
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// The person's own day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    Date::new(year, small(now.get_month() + 1), small(now.get_date())).unwrap_or_else(first_day)
}

/// `09:41`, by the person's own clock.
pub fn clock_time(at: Timestamp) -> String {
    let date = js_date(at);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The person's own day at a time.
pub fn day_of(at: Timestamp) -> Date {
    let date = js_date(at);
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    Date::new(year, small(date.get_month() + 1), small(date.get_date())).unwrap_or_else(first_day)
}

/// The last moment of a day, by the person's own clock.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and small")]
pub fn end_of_day(day: Date) -> Timestamp {
    let next = day.add_days(1);
    let month = i32::from(next.month()) - 1;
    let midnight = js_sys::Date::new_with_year_month_day(next.year().unsigned_abs(), month, next.day().into());
    Timestamp(midnight.get_time() as i64 - 1)
}

/// What pure code is given of the browser.
pub fn with_env<T>(author: &Author, act: impl FnOnce(&mut Env) -> T) -> T {
    act(&mut Env { now: now(), today: today(), author, new_id: &mut new_node_id })
}

/// The element that matches and that an event is of, or of something inside it.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    event.target()?.dyn_into::<web_sys::Element>().ok()?.closest(selector).ok()?
}

/// 12 random base-36 characters. `getRandomValues` exists on plain http too.
pub fn random_id() -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut id = String::with_capacity(12);
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    while id.len() < 12 {
        let mut bytes = [0_u8; 16];
        let filled = crypto.as_ref().is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        if !filled {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
            bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
        }
        // 252 is the largest multiple of 36 in a byte: beyond it some digits would come more often.
        let fair = bytes.iter().filter(|byte| **byte < 252).map(|byte| char::from(DIGITS[usize::from(byte % 36)]));
        id.extend(fair.take(12 - id.len()));
    }
    id
}

pub fn new_node_id() -> NodeId {
    random_id().into()
}

/// The folder of the page: other projects of one account on a static host share its origin.
pub fn path() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.rsplit_once('/').map_or_else(|| "/".to_owned(), |(folder, _)| format!("{folder}/"))
}

pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

pub fn set_fragment(href: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only for addresses that are none; ours are made of plain characters.
        let _ = window.location().set_hash(href);
    }
}

/// Shows another fragment without a new entry in the history, and without an event.
pub fn replace_fragment(href: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Ends typing: what stands in a field is entered, as when the person leaves it. What is looked for in a dialog is nothing to enter.
pub fn leave_field() {
    let focused = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    let is_field =
        |element: &web_sys::Element| element.matches(":is(input, textarea, select):not(dialog *)").unwrap_or_default();
    let field = focused.filter(is_field);
    if let Some(field) = field.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// An attribute of `<html>`; an empty text removes it.
pub fn set_root_attribute(name: &str, text: &str) {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = if text.is_empty() { root.remove_attribute(name) } else { root.set_attribute(name, text) };
    }
}

/// High contrast: `more` where the person chose it, else as the system has it.
pub fn set_contrast(chosen: &str) {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-contrast: more)").ok().flatten());
    let asked = if query.is_some_and(|query| query.matches()) { "more" } else { chosen };
    set_root_attribute("data-contrast", asked);
    // For `public/start.js`, which follows the system.
    set_root_attribute("data-contrast-chosen", chosen);
}

pub fn root_attribute(name: &str) -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute(name)
}

/// The content of `<meta name=…>`.
pub fn meta(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector(&format!("meta[name='{name}']")).ok()??.get_attribute("content")
}

/// A file beside the page; `None` when it cannot be had.
pub async fn fetch_text(address: &str) -> Option<String> {
    let response = JsFuture::from(web_sys::window()?.fetch_with_str(address)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Asks the browser not to clear what is stored. It may decline; nothing depends on it.
pub fn ask_to_persist() {
    let Some(window) = web_sys::window() else { return };
    let navigator = window.navigator();
    // Absent on plain http.
    if js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).is_ok_and(|storage| storage.is_object())
        && let Ok(asked) = navigator.storage().persist()
    {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Calls `window.tiendo.applyUpdate()` of `offline.js`.
pub fn apply_update() {
    let Some(window) = web_sys::window() else { return };
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &JsValue::from_str(name)).ok();
    let bridge = get(&window, "tiendo").unwrap_or_default();
    match get(&bridge, "applyUpdate").and_then(|function| function.dyn_into::<js_sys::Function>().ok()) {
        Some(apply) => drop(apply.call0(&bridge)),
        None => drop(window.location().reload()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 stay below 2^53")]
fn js_date(at: Timestamp) -> js_sys::Date {
    js_sys::Date::new(&JsValue::from_f64(at.0 as f64))
}

/// A clock beyond the years that a `Date` holds.
fn first_day() -> Date {
    Date::new(1970, 1, 1).unwrap_or_else(|| unreachable!("1970-01-01 is a day"))
}
