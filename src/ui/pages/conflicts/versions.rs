//! The versions of one thing side by side: each a radio button with its value, who wrote it, when, and what beside it.

use leptos::prelude::*;

use super::card::Card;
use super::entries::{Place, beside_words, field_of, writer};
use crate::document::{DELETED, Document, Dot, Register, Stamp, Value, sort_once};
use crate::i18n::messages::{Choosing, Figures};
use crate::i18n::{Fate, Language, Message, compare_wording};
use crate::model::{Choice, DeletionDispute, FieldDispute, FieldValue as _, Figure, FigureState};
use crate::ui::pages::fields::{in_any_words, in_words, is_text, owner_of, text_of, time_words};
use crate::ui::words;

/// Edits of what was deleted that are told; more are counted.
const MOST: usize = 4;
/// Letters of a value that is shown large.
const SHORT: usize = 24;

pub fn versions(card: Card, dispute: &FieldDispute, places: &[Place]) -> AnyView {
    let session = card.page.session;
    let language = session.language.get();
    let field = dispute.fields[0].as_str();
    session.programme.with_untracked(|programme| {
        let document = programme.document();
        let base = dispute.before.as_ref().map(|dot| base(document, dispute, dot, language));
        let all: Vec<AnyView> = (places.iter().enumerate())
            .filter_map(|(index, place)| Some((index, *place, dispute.choices.get(place.at)?)))
            .map(|(index, place, choice)| {
                let value = value(document, dispute, &choice.values[0], compared(dispute, place.at), language);
                let facts = facts(document, dispute, choice, language);
                version(card, (index, place), writers(document, &choice.by, language), value, facts)
            })
            .collect();
        let approved = (document.node(dispute.node.as_str()))
            .filter(|_| field == "figure" && dispute.fields.len() == 1)
            .is_some_and(|node| node.get("state").and_then(FigureState::decode) == Some(FigureState::Approved));
        let approved = approved.then(|| view! { <p class="conflict-note">{words(&Choosing::ApprovedNote)}</p> });
        view! {
            {approved}
            <div class="versions" role="radiogroup" aria-labelledby=card.title.get_value()>{base} {all}</div>
        }
        .into_any()
    })
}

/// Gone for good, or kept with what was written to it.
pub fn deletion(card: Card, dispute: &DeletionDispute, places: &[Place]) -> AnyView {
    let session = card.page.session;
    let language = session.language.get();
    session.programme.with_untracked(|programme| {
        let document = programme.document();
        let said = |message: Choosing| {
            view! { <span class="version-value">{message.text(language).into_owned()}</span> }.into_any()
        };
        let hint = |message: Choosing| message.text(language).into_owned();
        let gone = (
            writers(document, std::slice::from_ref(&dispute.by), language),
            said(Choosing::Delete),
            vec![fact(hint(Choosing::DeleteFor)), fact(time(document, &dispute.by, language))],
        );
        let mut stamps: Vec<Stamp> = dispute.unseen.iter().map(|it| it.dot.stamp.clone()).collect();
        sort_once(&mut stamps);
        let edits: Vec<AnyView> = dispute
            .unseen
            .iter()
            .filter_map(|it| {
                let (node, field) = (it.node.as_str(), it.field.as_str());
                let value = if field == DELETED {
                    Choosing::RestoredThere.text(language).into_owned()
                } else {
                    in_words(document, field, &it.dot.value, language)?
                };
                if field == DELETED {
                    return Some(view! { <li>{value}</li> }.into_any());
                }
                let name = field_of(document, node, field, language);
                let lang = is_text(field).then_some("vi");
                Some(view! { <li>{name} ": " <ins lang=lang>{value}</ins></li> }.into_any())
            })
            .collect();
        let more = edits.len().saturating_sub(MOST);
        let more =
            (more > 0).then(|| view! { <li>{Choosing::MoreEdits { count: more }.text(language).into_owned()}</li> });
        let edits: Vec<AnyView> = edits.into_iter().take(MOST).collect();
        let kept = view! {
            {said(Choosing::Keep)}
            <span class="version-facts">{hint(Choosing::KeepHint)}</span>
            <ul class="version-edits">{edits} {more}</ul>
        };
        let at = stamps.last().map(|stamp| fact(time(document, stamp, language)));
        let kept = (writers(document, &stamps, language), kept.into_any(), at.into_iter().collect());
        let mut contents = [Some(gone), Some(kept)];
        let drawn = |(index, place): (usize, &Place)| {
            let (by, value, facts) = contents.get_mut(place.at)?.take()?;
            Some(version(card, (index, *place), by, value, facts))
        };
        let all: Vec<AnyView> = places.iter().enumerate().filter_map(drawn).collect();
        view! { <div class="versions" role="radiogroup" aria-labelledby=card.title.get_value()>{all}</div> }.into_any()
    })
}

/// One version with its radio button, where it stands on the card.
fn version(card: Card, (index, place): (usize, Place), by: String, value: AnyView, facts: Vec<AnyView>) -> AnyView {
    let session = card.page.session;
    let at = place.at;
    let class = format!("version {}", place.class());
    let key = card.key;
    view! {
        <label class=class>
            <span class="version-name">
                <input
                    type="radio" name=key.get_value() prop:checked=move || card.is_chosen(at)
                    prop:disabled=move || session.is_read_only()
                    on:change=move |_| key.with_value(|key| card.page.choose(key, at))
                />
                <span>{by}</span> <kbd>{index + 1}</kbd>
            </span>
            {value}
            {facts}
        </label>
    }
    .into_any()
}

/// What stood there before.
fn base(document: &Document, dispute: &FieldDispute, dot: &Dot, language: Language) -> AnyView {
    view! {
        <div class="version is-base">
            <span class="version-name">{words(&Choosing::Before)}</span>
            {value(document, dispute, &dot.value, None, language)}
            {fact(estimate(&dot.value, language))}
            {fact(time(document, &dot.stamp, language))}
        </div>
    }
    .into_any()
}

/// The text that a version's own words are told against: what stood before, else the other one.
fn compared(dispute: &FieldDispute, at: usize) -> Option<&str> {
    let other = || dispute.choices.get(usize::from(at == 0)).map(|choice| &choice.values[0]);
    dispute.before.as_ref().map(|dot| &dot.value).or_else(other)?.as_str()
}

fn value(
    document: &Document,
    dispute: &FieldDispute,
    value: &Value,
    against: Option<&str>,
    language: Language,
) -> AnyView {
    let field = dispute.fields[0].as_str();
    let text = value.as_str().filter(|text| is_text(field) && !text.is_empty());
    let Some(text) = text else {
        let words = in_any_words(document, field, value, language);
        let class = if words.chars().count() > SHORT { "version-text" } else { "version-value" };
        let unit = unit(document, dispute, value).map(|unit| view! { " " <span class="version-unit">{unit}</span> });
        return view! { <span class=class>{words} {unit}</span> }.into_any();
    };
    let parts: Vec<AnyView> = compare_wording(against.unwrap_or(text), text)
        .into_iter()
        .filter_map(|part| match part.what {
            Fate::Same => Some(view! { {part.lead} {part.text} }.into_any()),
            Fate::In => Some(view! { {part.lead} <ins>{part.text}</ins> }.into_any()),
            Fate::Out => None,
        })
        .collect();
    view! { <span class="version-text" lang="vi">{parts}</span> }.into_any()
}

/// What a figure counts, where it is a number.
fn unit(document: &Document, dispute: &FieldDispute, value: &Value) -> Option<String> {
    let figure = Figure::decode(value).filter(|_| dispute.fields[0].as_str() == "figure")?;
    figure.reading.number()?;
    text_of(document, &owner_of(document, dispute.node.as_str())?, "unit")
}

fn estimate(value: &Value, language: Language) -> String {
    let is_estimate = Figure::decode(value).is_some_and(|figure| figure.is_estimate);
    if is_estimate { Figures::Estimate.text(language).into_owned() } else { String::new() }
}

fn fact(words: String) -> AnyView {
    if words.is_empty() { ().into_any() } else { view! { <span class="version-facts">{words}</span> }.into_any() }
}

/// What was written along with a version: an estimate or not, other fields, the person and the time, a note.
fn facts(document: &Document, dispute: &FieldDispute, choice: &Choice, language: Language) -> Vec<AnyView> {
    let mut facts = Vec::new();
    if dispute.fields[0].as_str() == "figure" {
        facts.push(fact(estimate(&choice.values[0], language)));
    }
    for (field, value) in dispute.fields.iter().zip(&choice.values).skip(1) {
        facts.push(fact(beside_words(document, field, value, language)));
    }
    for stamp in &choice.by {
        let (_, person) = writer(document, stamp, language);
        let time = time(document, stamp, language);
        facts.push(fact([person, time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")));
    }
    // What is in question itself is told already.
    for field in ["note", "reason"].into_iter().filter(|it| dispute.fields.iter().all(|own| own.as_str() != *it)) {
        let register = document.node(dispute.node.as_str()).and_then(|node| node.field(field));
        let dots = register.map_or(&[][..], Register::values).iter();
        let own = dots.filter(|dot| choice.by.contains(&dot.stamp)).filter_map(|dot| dot.value.as_str());
        let own = own.filter(|text| !text.is_empty()).map(|text| format!("“{text}”"));
        facts.extend(own.map(|text| view! { <span class="version-facts" lang="vi">{text}</span> }.into_any()));
    }
    facts
}

/// The offices, else the people, behind some changes.
fn writers(document: &Document, stamps: &[Stamp], language: Language) -> String {
    let mut names: Vec<String> = Vec::new();
    for stamp in stamps {
        let (name, _) = writer(document, stamp, language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn time(document: &Document, stamp: &Stamp, language: Language) -> String {
    document.time_of(stamp).map(|at| time_words(at, language)).unwrap_or_default()
}
