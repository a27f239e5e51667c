//! The worker's wasm: heavy or rare work off the page's thread. One message in, one out, then the page ends it.
//!
//! `["merge", mine, file, …]` is answered by the joined snapshot, or by the number of the file that does not fit.

use tiendo::app::merge_texts;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answer = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let answer = answer_to(&event.data());
            // The page went away meanwhile.
            let _ = scope.post_message(&answer);
        })
    };
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
}

fn answer_to(message: &JsValue) -> JsValue {
    let message = js_sys::Array::from(message);
    let mut texts = message.iter().filter_map(|text| text.as_string());
    match (texts.next().as_deref(), texts.next()) {
        (Some("merge"), Some(mine)) => match merge_texts(&mine, &texts.collect::<Vec<_>>()) {
            Ok(joined) => joined.into(),
            Err(index) => JsValue::from_f64(f64::from(u32::try_from(index).unwrap_or(u32::MAX))),
        },
        _ => JsValue::NULL,
    }
}
