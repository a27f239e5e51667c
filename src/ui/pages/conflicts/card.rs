//! One decision: what it is about, the versions side by side, what follows from each.

use std::sync::Arc;

use leptos::prelude::*;

use super::entries::{Entry, Place, Standing};
use super::versions::{deletion, versions};
use super::{Page, effect, own};
use crate::document::DELETED;
use crate::i18n::messages::Choosing;
use crate::i18n::{Language, Message};
use crate::model::{Dispute, FieldDispute};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::fields::{in_any_words, is_prose, is_text};
use crate::ui::words;

/// A card's entry, its key and the id of its heading.
#[derive(Clone, Copy)]
pub struct Card {
    pub page: Page,
    pub key: StoredValue<String>,
    pub entry: Memo<Option<Entry>>,
    pub title: StoredValue<String>,
}

impl Card {
    pub fn is_chosen(self, at: usize) -> bool {
        self.entry.with(|entry| entry.as_ref().and_then(Entry::chosen) == Some(at))
    }
}

pub fn card(page: Page, key: String) -> AnyView {
    let title = StoredValue::new(format!("title-{key}"));
    let key = StoredValue::new(key);
    let place = Memo::new(move |_| {
        page.entries.with(|all| (all.iter().position(|it| key.with_value(|key| it.key == *key)), all.len()))
    });
    let entry = Memo::new(move |_| page.entries.with(|all| place.get().0.and_then(|at| all.get(at).cloned())));
    let card = Card { page, key, entry, title };
    let heading = move || {
        let subject = entry.get()?.subject;
        let what = if subject.what.is_empty() { String::new() } else { format!(", {}", subject.what) };
        let id = title.get_value();
        Some(view! { <h2 id=id><span lang="vi">{subject.line}</span> {what}</h2> }.into_any())
    };
    // One that is decided is folded, once the person has gone on to another one.
    let is_decided = Memo::new(move |_| entry.with(|entry| entry.as_ref().is_some_and(|it| !it.is_open())));
    let is_folded =
        Memo::new(move |_| is_decided.get() && page.current.with(|current| key.with_value(|key| current != key)));
    let end = move || {
        if is_folded.get() {
            let again = move |_| key.with_value(|key| page.arrive_at(key));
            let describes = title.get_value();
            // Arriving here with Tab is not being at the card: it unfolds at a press.
            return view! {
                <button
                    class="button is-small" aria-describedby=describes on:click=again
                    on:keyup=|event| event.stop_propagation()
                >
                    {words(&Choosing::Again)}
                </button>
            }
            .into_any();
        }
        let (at, count) = place.get();
        let count = Choosing::Where { at: at.map_or(0, |at| at + 1), count };
        let count = count.text(page.session.language.get()).into_owned();
        view! { <span class="conflict-count">{count}</span> }.into_any()
    };
    let note = move || {
        let language = page.session.language.get();
        let is_folded = is_folded.get();
        entry.with(|entry| {
            let entry = entry.as_ref()?;
            let note = if is_folded {
                view! { {icon(Icon::Check)} " " {decided(entry, page, language)} }.into_any()
            } else {
                note(entry, language).into_any()
            };
            Some(note)
        })
    };
    // The versions stay as they are while one of them is chosen: the focus is in them.
    let shown = move |_: Option<&_>| {
        entry.with(|entry| entry.as_ref().map(|entry| (entry.dispute.clone(), entry.places.clone())))
    };
    let shown = Memo::new(shown);
    let body = move || shown.get().filter(|_| !is_folded.get()).map(|(dispute, places)| body(card, &dispute, &places));
    // Not at the focus that comes with a press: what folds then would move the page under the pointer.
    let is_here = move || key.with_value(|key| page.be_at(key));
    view! {
        <section
            class="conflict" class:is-decided=is_decided data-key=key.get_value() aria-labelledby=title.get_value()
            on:click=move |_| is_here() on:keyup=move |_| is_here()
        >
            <header>{heading} {end} <p>{note}</p></header>
            {body}
        </section>
    }
    .into_any()
}

/// What the programme does while nothing is chosen.
fn note(entry: &Entry, language: Language) -> String {
    match &*entry.dispute {
        // The one that is shown stands last.
        Dispute::Fields(it) => Choosing::Used { at: entry.number(it.choices.len() - 1) },
        Dispute::Deletion(it)
            if it.unseen.iter().any(|other| other.field.as_str() == DELETED && other.dot.stamp > it.by) =>
        {
            Choosing::UsedKept
        }
        Dispute::Deletion(_) => Choosing::UsedDeleted,
    }
    .text(language)
    .into_owned()
}

fn body(card: Card, dispute: &Arc<Dispute>, places: &[Place]) -> AnyView {
    let page = card.page;
    let of = dispute.clone();
    let effects = Memo::new(move |_| match &*of {
        Dispute::Fields(it) => effect::effects(page.session, it),
        Dispute::Deletion(_) => None,
    });
    let (choices, more) = match &**dispute {
        Dispute::Fields(it) => (versions(card, it, places), more(card, it)),
        Dispute::Deletion(it) => (deletion(card, it, places), ().into_any()),
    };
    let told = move || {
        let language = page.session.language.get();
        let entry = card.entry.get()?;
        let effects = effects.get();
        if entry.is_open() {
            let pending = Choosing::Pending.text(language).into_owned();
            let effects = effects.map(|effects| effect::each(&effects, &entry.places, language));
            return Some(view! { <p class="effect-text">{pending}</p> {effects} }.into_any());
        }
        let decided = decided(&entry, page, language);
        let verdict = effects.and_then(|effects| effect::now(page.session, &effects.measure, language));
        let verdict = verdict.map(|verdict| view! { " " {verdict} });
        Some(
            view! { <p class="effect-text is-done">{icon(Icon::Check)} <span>{decided} {verdict}</span></p> }
                .into_any(),
        )
    };
    let places = places.to_vec();
    // The words beside it say the same.
    let chart = move || {
        let language = page.session.language.get();
        let svg = effects.with(|effects| effects.as_ref()?.chart(&places, language))?;
        Some(view! { <div class="version-chart" aria-hidden="true" inner_html=svg></div> })
    };
    view! {
        {choices}
        <div class="conflict-effect">
            <div class="effect-words"><div role="status">{told}</div> {more}</div>
            {chart}
        </div>
    }
    .into_any()
}

/// A figure of one's own, or the texts one after the other.
fn more(card: Card, dispute: &FieldDispute) -> AnyView {
    match dispute.fields[0].as_str() {
        "figure" => own::figure(card, dispute),
        field if is_prose(field) => own::joined(card, dispute),
        _ => ().into_any(),
    }
}

/// What was decided, in a sentence.
pub fn decided(entry: &Entry, page: Page, language: Language) -> String {
    let sentence = match (&entry.standing, &*entry.dispute) {
        (Standing::Choice(at), Dispute::Fields(it)) => match it.fields[0].as_str() {
            field if is_text(field) => Choosing::DecidedText { at: entry.number(*at) },
            field => Choosing::Decided {
                value: page.session.programme.with_untracked(|programme| {
                    in_any_words(programme.document(), field, &it.choices[*at].values[0], language)
                }),
            },
        },
        (Standing::Other(value), Dispute::Fields(it)) if is_text(it.fields[0].as_str()) => {
            return format!("{} {value}", Choosing::DecidedJoined.text(language));
        }
        (Standing::Other(value), _) => Choosing::DecidedOther { value: value.clone() },
        (Standing::Kept, _) => Choosing::IsKept,
        _ => Choosing::IsDeleted,
    };
    sentence.text(language).into_owned()
}
