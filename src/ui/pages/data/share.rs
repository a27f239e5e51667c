//! The system's share sheet, where there is one that takes files.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::app::Session;
use crate::i18n::messages::Data;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// Hands the open programme to another program of the device.
pub(super) fn button(session: Session) -> AnyView {
    if shared("", "").is_none() {
        return ().into_any();
    }
    let share = move |_| {
        let export = session.export();
        // Browsers refuse `.json` there.
        let name = export.file_name.replace(".tiendo.json", ".tiendo.txt");
        if let Some((navigator, data)) = shared(&name, &export.text)
            && let Some(share) = method(&navigator, "share")
            && let Ok(shared) = share.call1(&navigator, &data)
        {
            leptos::task::spawn_local(async move {
                // Refused when the person closes the sheet: nothing was handed on then.
                if wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(shared)).await.is_ok() {
                    session.note_export();
                }
            });
        }
    };
    view! { <button class="button" on:click=share>{icon(Icon::Upload)} {words(&Data::Share)}</button> }.into_any()
}

/// What the share sheet takes; `None` where there is none, or where it takes no such file.
fn shared(name: &str, text: &str) -> Option<(JsValue, JsValue)> {
    let navigator = JsValue::from(window().navigator());
    let can_share = method(&navigator, "canShare")?;
    let kind = Object::new();
    Reflect::set(&kind, &"type".into(), &"text/plain".into()).ok()?;
    let file: Function = Reflect::get(&window(), &"File".into()).ok()?.dyn_into().ok()?;
    let parts = Array::of3(&Array::of1(&text.into()), &name.into(), &kind);
    let file = Reflect::construct(&file, &parts).ok()?;
    let data = JsValue::from(Object::new());
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    let can = can_share.call1(&navigator, &data).ok()?.is_truthy();
    can.then_some((navigator, data))
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
