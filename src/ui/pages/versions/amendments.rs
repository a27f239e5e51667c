//! What was changed since a version: a line of the programme each, wordings word by word.

use std::sync::Arc;

use leptos::prelude::*;

use super::{VERSION, name_of, naming};
use crate::app::{Filters, Route, Session, with_filter};
use crate::i18n::messages::{Issuing, Outline};
use crate::i18n::{Fate, Language, Message, Wording, compare_wording, deadline_words, target_prose};
use crate::model::{AmendedLine, Amendment, Programme, ROOT, Version};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// Words of an unchanged stretch that are kept on either side of a change.
const AROUND: usize = 8;

/// The amendments against the version of the address, else the last one.
pub(super) fn amendments(session: Session, list: Memo<Vec<Arc<Version>>>, version: Memo<String>) -> AnyView {
    let chosen = move || {
        let chosen = version.with(|id| list.with(|list| list.iter().find(|it| it.id.as_str() == id).cloned()));
        chosen.or_else(|| list.with(|list| list.first().cloned()))
    };
    let content = move || {
        let Some(version) = chosen() else { return ().into_any() };
        let language = session.language.get();
        // What the last version was like is kept; an earlier one is read for this page.
        let issued = session.issued.get().filter(|issued| Arc::ptr_eq(&issued.version, &version));
        let amended = session.programme.with(|programme| match issued {
            Some(issued) => programme.compared(&issued.then, &version).all(),
            None => programme.compared(&programme.as_issued(&version), &version).all(),
        });
        let title = Issuing::AmendmentsSince { name: name_of(&version, language) }.text(language).into_owned();
        let count = amended.len();
        let note = if count == 0 { Issuing::Unchanged } else { Issuing::AmendedLines { count } };
        let lines: Vec<AnyView> =
            session.programme.with(|programme| amended.iter().map(|line| row(programme, line, language)).collect());
        view! {
            <div class="section-heading">
                <h2 id="amendments-title">{naming(&version, title)}</h2>
                <span class="section-note" role="status">{note.text(language).into_owned()}</span>
            </div>
            <ul class="amendment-list">{lines}</ul>
        }
        .into_any()
    };
    view! {
        <section class="page-section" aria-labelledby="amendments-title">
            {move || choice(session, &list.get(), chosen())}
            {content}
        </section>
    }
    .into_any()
}

/// Which version to compare with, where there are several.
fn choice(session: Session, list: &[Arc<Version>], chosen: Option<Arc<Version>>) -> Option<AnyView> {
    if list.len() < 2 {
        return None;
    }
    let language = session.language.get();
    let options: Vec<AnyView> = list
        .iter()
        .map(|version| {
            let is_chosen = chosen.as_ref().is_some_and(|chosen| chosen.id == version.id);
            view! { <option value=version.id.to_string() selected=is_chosen>{name_of(version, language)}</option> }
                .into_any()
        })
        .collect();
    let choose = move |event| {
        session.go_in_place(Route::Versions(with_filter(Filters::new(), VERSION, &event_target_value(&event))));
    };
    let select = view! {
        <label class="field">
            <span class="field-label">{words(&Issuing::CompareWith)}</span>
            <select class="select" on:change=choose>{options}</select>
        </label>
    };
    Some(select.into_any())
}

fn row(programme: &Programme, line: &AmendedLine, language: Language) -> AnyView {
    let is_head = line.id.as_str() == ROOT;
    let id = line.id.as_str();
    let route = if programme.measures().contains(id) {
        Some(Route::Indicator(line.id.clone()))
    } else if is_head {
        Some(Route::Outline { item: None })
    } else {
        programme.line(id).map(|_| Route::Outline { item: Some(line.id.clone()) })
    };
    let title = if is_head { Issuing::HeadOfDocument.text(language).into_owned() } else { line.title.clone() };
    let title = match route {
        Some(route) => view! { <a href=route.href()>{title}</a> }.into_any(),
        None => view! { <del>{title}</del> }.into_any(),
    };
    let sign = match line.amendments.first() {
        Some(Amendment::Added) => Icon::Plus,
        Some(Amendment::Removed) => Icon::Trash2,
        Some(Amendment::Moved { .. }) => Icon::ArrowRight,
        _ => Icon::Pencil,
    };
    view! {
        <li>
            <h3>{icon(sign)} <span class="amendment-reference">{line.reference.clone()}</span> {title}</h3>
            {described(&line.amendments, language)}
        </li>
    }
    .into_any()
}

/// Each amendment of a line: what it is about, what was and what is.
pub fn described(amendments: &[Amendment], language: Language) -> AnyView {
    let rows: Vec<AnyView> = amendments.iter().map(|amendment| describe(amendment, language)).collect();
    view! { <dl class="amendments">{rows}</dl> }.into_any()
}

fn describe(amendment: &Amendment, language: Language) -> AnyView {
    let said = |message: Issuing| view! { <div><dd>{message.text(language).into_owned()}</dd></div> }.into_any();
    let pair = |name: String, before: String, after: String| {
        let or_nothing =
            |text: String| if text.is_empty() { Issuing::Nothing.text(language).into_owned() } else { text };
        let (before, after) = (or_nothing(before), or_nothing(after));
        view! { <div><dt>{name}</dt><dd><del>{before}</del> " " <ins>{after}</ins></dd></div> }.into_any()
    };
    match amendment {
        Amendment::Added => said(Issuing::Added),
        Amendment::Removed => said(Issuing::Removed),
        Amendment::Moved { from } => said(Issuing::MovedFrom { reference: from.clone() }),
        Amendment::Text { field, before, after } => text(field, before.as_deref(), after, language),
        Amendment::Target { before, after } => {
            let prose = |(target, unit): &(crate::model::Target, String)| target_prose(target, unit, language);
            pair(Issuing::Target.text(language).into_owned(), prose(before), prose(after))
        }
        Amendment::Deadline { body, before, after } => {
            let name = match body {
                Some(body) => Issuing::DeadlineOf { body: body.clone() }.text(language),
                None => Outline::Deadline.text(language),
            };
            pair(name.into_owned(), deadline_words(before, language), deadline_words(after, language))
        }
        Amendment::Bodies { role, before, after } => {
            pair(role.text(language).into_owned(), before.join(", "), after.join(", "))
        }
        Amendment::Other { field } => {
            let name = name_of_field(field).text(language).into_owned();
            view! { <div><dt>{name}</dt><dd>{Issuing::WasOther.text(language).into_owned()}</dd></div> }.into_any()
        }
    }
}

fn text(field: &str, before: Option<&str>, after: &str, language: Language) -> AnyView {
    let name = name_of_field(field).text(language).into_owned();
    let Some(before) = before else {
        let unknown = Issuing::TextUnknown.text(language).into_owned();
        return view! { <div><dt>{name}</dt><dd>{unknown} " " <ins>{after.to_owned()}</ins></dd></div> }.into_any();
    };
    let parts = compare_wording(before, after);
    let last = parts.len().saturating_sub(1);
    let parts: Vec<AnyView> = parts
        .into_iter()
        .enumerate()
        .map(|(index, Wording { what, lead, text })| match what {
            Fate::Same => view! { {lead} {shortened(&text, index > 0, index < last)} }.into_any(),
            Fate::Out => view! { {lead} <del>{text}</del> }.into_any(),
            Fate::In => view! { {lead} <ins>{text}</ins> }.into_any(),
        })
        .collect();
    view! { <div><dt>{name}</dt><dd>{parts}</dd></div> }.into_any()
}

/// A long unchanged stretch keeps some words beside what was changed before and after it.
fn shortened(text: &str, has_before: bool, has_after: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let (head, tail) = (if has_before { AROUND } else { 0 }, if has_after { AROUND } else { 0 });
    if words.len() <= head + tail + AROUND {
        return text.to_owned();
    }
    format!("{} … {}", words[..head].join(" "), words[words.len() - tail..].join(" ")).trim().to_owned()
}

/// What people call a field.
fn name_of_field(field: &str) -> &'static dyn Message {
    match field {
        "title" => &Outline::TitleLabel,
        "text" => &Outline::FullText,
        "product" => &Outline::Product,
        "name" => &Outline::MeasureName,
        "number" => &Outline::HeadNumber,
        "date" => &Outline::HeadDate,
        "issuer" => &Outline::HeadIssuer,
        "parent-issuer" => &Outline::HeadParentIssuer,
        "issued-at" => &Outline::HeadPlace,
        "theme" => &Issuing::FieldTheme,
        "preamble" => &Outline::HeadPreamble,
        "bases" => &Outline::HeadBases,
        "recipients" => &Outline::HeadRecipients,
        "signatory-authority" => &Outline::HeadAuthority,
        "signatory-title" => &Outline::HeadSignatoryTitle,
        "signatory-name" => &Outline::HeadSignatory,
        "kind" => &Outline::FieldKind,
        "numbering" => &Outline::FieldNumbering,
        "first-year" | "last-year" => &Issuing::FieldYears,
        "baseline" => &Issuing::FieldBaseline,
        "interim" => &Issuing::FieldInterim,
        _ => &Issuing::FieldMeasuring,
    }
}
