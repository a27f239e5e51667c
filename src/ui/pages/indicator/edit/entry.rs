//! One field to type into: label, input, hint; what was typed stays while it is refused, and the reason stands under it.

use leptos::prelude::*;

use crate::i18n::messages::{Editing, Figures};
use crate::i18n::{Language, Message, Parsed, format_exact, parse_number};
use crate::model::Decimal;
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// Why a text was not taken, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub words: String,
    /// A number that reads in two ways: both, as they would be typed.
    pub readings: Option<[String; 2]>,
}

impl Refusal {
    pub fn of(message: &dyn Message, language: Language) -> Self {
        Self { words: message.text(language).into_owned(), readings: None }
    }

    /// The question that an ambiguous number is answered by.
    pub fn ambiguous(typed: &str, first: Decimal, second: Decimal, language: Language) -> Self {
        let readings = [first, second].map(|value| format_exact(value, language));
        let title = Figures::DoubtTitle { typed: typed.trim().to_owned() }.text(language);
        Self { words: format!("{title} {}", Figures::DoubtQuestion.text(language)), readings: Some(readings) }
    }
}

/// A typed number; `None` where nothing was typed.
pub fn read_number(text: &str, language: Language) -> Result<Option<Decimal>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match parse_number(text, language) {
        Parsed::Exact(value) => Ok(Some(value)),
        Parsed::Ambiguous(first, second) => Err(Refusal::ambiguous(text, first, second, language)),
        Parsed::Invalid(doubt) => Err(Refusal::of(&doubt, language)),
    }
}

/// A number that must be there.
pub fn read_needed(text: &str, language: Language) -> Result<Decimal, Refusal> {
    read_number(text, language)?.ok_or_else(|| Refusal::of(&Editing::NumberInvalid, language))
}

/// How a field looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Words,
    /// Words that want the whole row.
    Line,
    Long,
    Number,
}

/// What a field shows and does.
pub struct Field {
    pub id: String,
    pub look: Look,
    /// What is written now; the field begins with it and follows it.
    pub shown: Memo<String>,
    /// Takes what was typed, or says why not.
    pub enter: Callback<String, Option<Refusal>>,
    pub is_read_only: Memo<bool>,
}

/// A field that writes when it is left, or with Enter; Escape brings the old text back.
pub fn entry(field: Field, label: AnyView, hint: AnyView) -> AnyView {
    let Field { id, look, shown, enter: take, is_read_only } = field;
    let typed = RwSignal::new(shown.get_untracked());
    let refused = RwSignal::new(None::<Refusal>);
    Effect::new(move |_| {
        typed.set(shown.get());
        refused.set(None);
    });
    let enter = move |text: String| {
        let outcome = take.run(text);
        if outcome.is_none() {
            typed.set(shown.get_untracked());
        }
        refused.set(outcome);
    };
    let input = move |event| typed.set(event_target_value(&event));
    let change = move |event| {
        let text: String = event_target_value(&event);
        typed.set(text.clone());
        enter(text);
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            typed.set(shown.get_untracked());
            refused.set(None);
            event.stop_propagation();
        }
    };
    let invalid = move || refused.with(Option::is_some).then_some("true");
    let note = format!("{id}-note");
    let (described, own_id) = (note.clone(), id.clone());
    let control = if look == Look::Long {
        view! {
            <textarea
                class="input" id=own_id rows="2" readonly=move || is_read_only.get() prop:value=typed
                aria-invalid=invalid aria-describedby=described on:input=input on:change=change on:keydown=key
            />
        }
        .into_any()
    } else {
        let is_number = look == Look::Number;
        view! {
            <input
                class=if is_number { "input is-number" } else { "input" } id=own_id autocomplete="off"
                inputmode=if is_number { "decimal" } else { "text" }
                readonly=move || is_read_only.get() prop:value=typed
                aria-invalid=invalid aria-describedby=described on:input=input on:change=change on:keydown=key
            />
        }
        .into_any()
    };
    let refusal = move || refused.get().map(|it| complaint(it, Callback::new(enter)));
    view! {
        <div class=if matches!(look, Look::Line | Look::Long) { "field is-long" } else { "field" }>
            <label class="field-label" for=id>{label}</label>
            {control}
            <div id=note>{refusal} <span class="field-hint">{hint}</span></div>
        </div>
    }
    .into_any()
}

/// The reason under a field, with a button for each reading of a number.
pub fn complaint(refusal: Refusal, choose: Callback<String>) -> AnyView {
    let buttons: Vec<AnyView> = refusal
        .readings
        .into_iter()
        .flatten()
        .map(|text| {
            let chosen = text.clone();
            view! {
                <button class="button is-small" type="button" on:click=move |_| choose.run(chosen.clone())>{text}</button>
            }
            .into_any()
        })
        .collect();
    view! {
        <span class="field-error" role="alert">
            {status_mark(Status::Missed)} <span>{refusal.words}</span> {buttons}
        </span>
    }
    .into_any()
}

/// A choice of a few: each option's value and words.
pub fn select(
    id: &'static str,
    label: &dyn Message,
    options: Memo<Vec<(String, String)>>,
    chosen: Memo<String>,
    is_disabled: Memo<bool>,
    choose: Callback<String>,
    hint: AnyView,
) -> AnyView {
    let list = move || {
        let chosen = chosen.get();
        let option = |(value, name): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value prop:selected=is_chosen>{name}</option> }.into_any()
        };
        options.get().into_iter().map(option).collect::<Vec<AnyView>>()
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>{words(label)}</label>
            <select
                class="select is-full" id=id disabled=move || is_disabled.get()
                on:change=move |event| choose.run(event_target_value(&event))
            >
                {list}
            </select>
            <span class="field-hint">{hint}</span>
        </div>
    }
    .into_any()
}
