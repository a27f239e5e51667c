//! What was just done, with its undo. A toast goes after ten seconds, unless the person is at it.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::{Session, Toast, ToastAction, use_session};
use crate::i18n::messages::Shell;
use crate::ui::actions::{download_answer, undo};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::of_year;
use crate::ui::words;

const SHOWN: Duration = Duration::from_secs(10);

pub(super) fn toasts() -> AnyView {
    let session = use_session();
    view! {
        <div class="toast-region" role="status">
            <For each=move || session.toasts.get() key=|toast| toast.id let:toast>
                {show(session, toast)}
            </For>
        </div>
    }
    .into_any()
}

fn show(session: Session, toast: Toast) -> AnyView {
    let id = toast.id;
    // How many things keep it: the pointer over it, the focus in it.
    let held = RwSignal::new(0_i32);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        stop();
        if held.get() <= 0 {
            timer.set_value(set_timeout_with_handle(move || session.dismiss_toast(id), SHOWN).ok());
        }
    });
    on_cleanup(stop);
    let action = toast.action.map(|action| {
        let act = move |_| {
            session.dismiss_toast(id);
            match action {
                ToastAction::Undo => undo(session),
                ToastAction::Send => download_answer(session),
                ToastAction::Undelete => drop(session.undelete()),
                ToastAction::Unarchive => session.unarchive(),
                ToastAction::ShowYear(year) => session.go(&of_year(year)),
            }
        };
        let name = match action {
            ToastAction::Send => Shell::ExportToSend,
            ToastAction::ShowYear(_) => Shell::ShowLines,
            _ => Shell::Undo,
        };
        view! { <button on:click=act>{words(&name)}</button> }
    });
    view! {
        <p
            class="toast"
            on:mouseenter=move |_| held.update(|held| *held += 1)
            on:mouseleave=move |_| held.update(|held| *held -= 1)
            on:focusin=move |_| held.update(|held| *held += 1)
            on:focusout=move |_| held.update(|held| *held -= 1)
        >
            <span>{toast.message}</span>
            {action}
            <button aria-label=words(&Shell::Close) on:click=move |_| session.dismiss_toast(id)>{icon(Icon::X)}</button>
        </p>
    }
    .into_any()
}
