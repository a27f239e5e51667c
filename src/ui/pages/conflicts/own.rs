//! Another answer than the versions: a figure typed, or texts one after the other.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::card::Card;
use crate::document::Value;
use crate::i18n::messages::{Choosing, Figures};
use crate::i18n::{Message, Typed, format_exact, join_texts, read_figure};
use crate::model::{FieldDispute, FieldValue as _, Figure, Reading};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// Goes to what a card offers beside its versions; a button there is pressed.
pub fn begin(key: &str) {
    let Some(own) = super::radios(key).first().and_then(|input| input.closest(".conflict").ok()?) else { return };
    let found = own.query_selector(".own-value :is(input, button)").ok().flatten();
    let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    if element.tag_name() == "BUTTON" { element.click() } else { drop(element.focus()) }
}

pub fn figure(card: Card, dispute: &FieldDispute) -> AnyView {
    let session = card.page.session;
    let found = session.programme.with_untracked(|programme| {
        let observation = programme.observations().get(dispute.node.as_str())?;
        programme.measures().get(observation.measure.as_str()).map(|measure| measure.value_kind)
    });
    let Some(kind) = found else { return ().into_any() };
    let at = dispute.choices.len() + 1;
    let dispute = StoredValue::new(dispute.clone());
    // What was typed and is no figure yet.
    let doubt = RwSignal::new(None::<(String, Typed)>);
    let write = move |reading: Reading, is_estimate: bool| {
        doubt.set(None);
        dispute.with_value(|dispute| card.page.write(dispute, Figure { reading, is_estimate }.encode()));
    };
    let typed = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        match read_figure(&text, kind, session.language.get_untracked()) {
            Typed::Nothing => doubt.set(None),
            Typed::Number { value, is_estimate } => write(Reading::Number(value), is_estimate),
            Typed::Other { reading, is_estimate } => write(reading, is_estimate),
            typed => doubt.set(Some((text.trim().to_owned(), typed))),
        }
    };
    let id = card.key.with_value(|key| format!("doubt-{key}"));
    let label = move || {
        let title =
            card.entry.with(|entry| entry.as_ref().map(|it| format!("{}, {}", it.subject.line, it.subject.what)));
        Choosing::OtherValueOf { title: title.unwrap_or_default() }.text(session.language.get()).into_owned()
    };
    let message = move || {
        let language = session.language.get();
        let (text, typed) = doubt.get()?;
        let content = match typed {
            Typed::Ambiguous { thousands, decimal, is_estimate } => {
                let title = Figures::DoubtTitle { typed: text }.text(language).into_owned();
                let choice = |value| {
                    let name = format_exact(value, language);
                    let take = move |_| write(Reading::Number(value), is_estimate);
                    view! { <button class="button is-small" on:click=take>{name}</button> }.into_any()
                };
                view! { <span>{title} " " {words(&Figures::DoubtQuestion)}</span> {choice(thousands)} {choice(decimal)} }.into_any()
            }
            Typed::Misread(misread) => misread.text(language).into_owned().into_any(),
            _ => return None,
        };
        Some(view! { {status_mark(Status::Missed)} {content} }.into_any())
    };
    view! {
        <div class="own-value">
            <span aria-hidden="true">{words(&Choosing::OtherValue)}</span>
            <input
                class="input is-number" aria-label=label aria-describedby=id.clone() autocomplete="off"
                aria-invalid=move || doubt.with(Option::is_some).to_string()
                prop:disabled=move || session.is_read_only() on:change=typed
            />
            <kbd aria-hidden="true">{at}</kbd>
            <div class="field-error" id=id role="alert">{message}</div>
        </div>
    }
    .into_any()
}

pub fn joined(card: Card, dispute: &FieldDispute) -> AnyView {
    let session = card.page.session;
    let texts: Vec<&str> = dispute.choices.iter().filter_map(|choice| choice.values[0].as_str()).collect();
    let joined = join_texts(&texts);
    let at = dispute.choices.len() + 1;
    let dispute = StoredValue::new(dispute.clone());
    let join = move |_| dispute.with_value(|dispute| card.page.write(dispute, Value::text(&joined)));
    view! {
        <div class="own-value">
            <button class="button" prop:disabled=move || session.is_read_only() on:click=join>
                {words(&Choosing::JoinTexts)} " " <kbd aria-hidden="true">{at}</kbd>
            </button>
        </div>
    }
    .into_any()
}
