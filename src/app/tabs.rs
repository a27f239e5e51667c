//! Other tabs, and the page's own end: one tab writes, others read along; what is unsaved is saved before the page goes.

use std::cell::Cell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use super::saving::ReadOnly;
use super::session::NewVersion;
use super::{Route, Session, browser};

/// This tab's turn to write a programme, or its wish for it. Dropping it lets the next tab write.
pub(super) struct Turn {
    release: Option<js_sys::Function>,
    wanted: Rc<Cell<bool>>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.wanted.set(false);
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Asks for the turn by a Web Lock. Without locks (plain http) every tab writes, and joins what others saved.
pub(super) fn take_turn(session: Session, place: &str) -> Turn {
    let wanted = Rc::new(Cell::new(true));
    let mut turn = Turn { release: None, wanted: wanted.clone() };
    let Some((locks, request)) = locks() else { return turn };
    // Held until the promise resolves, which the turn's end does; the browser does it too when the tab closes.
    let held = js_sys::Promise::new(&mut |resolve, _| turn.release = Some(resolve));
    let name = format!("tiendo:{}:{place}", browser::path());
    let only_if_free = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&only_if_free, &"ifAvailable".into(), &JsValue::TRUE);

    let first = {
        let (locks, request, name) = (locks.clone(), request.clone(), name.clone());
        Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if !lock.is_null() || !wanted.get() {
                return held.into();
            }
            session.stop_writing(ReadOnly::OtherTab);
            let later = Closure::once_into_js(move |_: JsValue| -> JsValue {
                if wanted.get() {
                    session.take_over();
                }
                held.into()
            });
            drop(request.call2(&locks, &name.into(), &later));
            JsValue::UNDEFINED
        })
    };
    drop(request.call3(&locks, &name.into(), &only_if_free, &first));
    turn
}

fn locks() -> Option<(JsValue, js_sys::Function)> {
    let locks = js_sys::Reflect::get(&web_sys::window()?.navigator(), &"locks".into()).ok()?;
    let request = js_sys::Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// Listens for the rest of the app's life.
pub(super) fn listen(session: Session) {
    window_event_listener(ev::hashchange, move |_| session.route.set(Route::parse(&browser::fragment())));
    window_event_listener(ev::storage, move |event: web_sys::StorageEvent| {
        session.stored_elsewhere(event.key().as_deref())
    });
    // Phones may never fire more than these two before they end a page.
    window_event_listener(ev::pagehide, move |_| {
        session.flush();
    });
    // On the document; it bubbles to the window.
    window_event_listener(ev::visibilitychange, move |_| {
        session.flush();
    });

    let tell = move |update: NewVersion| session.new_version.set(update);
    window_event_listener_untyped("tiendo:update-waiting", move |_| {
        if session.new_version.get_untracked() == NewVersion::None {
            tell(NewVersion::Waiting);
        }
    });
    window_event_listener_untyped("tiendo:reload-needed", move |_| {
        session.flush();
        tell(NewVersion::ReloadNeeded);
    });
    // Word that came before anybody listened.
    match browser::root_attribute("data-update").as_deref() {
        Some("waiting") => tell(NewVersion::Waiting),
        Some("reload") => tell(NewVersion::ReloadNeeded),
        _ => {}
    }
}
