//! The programme as a printed document: head, bases, all lines in full, recipients and signature. Drawn while printing.

use leptos::prelude::*;

use super::cells::dotted;
use super::rows::{Row, RowKind, all_rows, measure_of};
use super::state::Page;
use crate::i18n::messages::Outline;
use crate::i18n::{Language, Message, format_date_long, target_prose};
use crate::model::{Head, Line, Programme};
use crate::ui::components::printing::is_printing;

/// Watches for the printing as long as the page stays.
pub fn paper(page: Page) -> AnyView {
    let is_printing = is_printing();
    let session = page.session();
    let document = move || {
        is_printing.get().then(|| {
            let language = session.language.get_untracked();
            session.programme.with_untracked(|programme| self::document(programme, language))
        })
    };
    document.into_any()
}

/// A programme as the document it is.
pub fn document(programme: &Programme, language: Language) -> AnyView {
    let head = programme.head();
    let lines: Vec<AnyView> = all_rows(programme).iter().flat_map(|row| line(row, programme, language)).collect();
    view! {
        <div class="paper-document">
            {letterhead(head, language)}
            <h1>{broken(&head.title)}</h1>
            {paragraphs("paper-basis", head.legal_bases.iter().map(|basis| with_word(basis)))}
            {paragraphs("", head.preamble.lines().map(str::to_owned))}
            {lines}
            {sign_off(head, language)}
        </div>
    }
    .into_any()
}

/// The two columns at the top: who issues it and its number, the Party's name with place and date.
fn letterhead(head: &Head, language: Language) -> AnyView {
    let number = (!head.number.is_empty()).then(|| Outline::Number { number: head.number.clone() }.text(language));
    // Where no date is known yet, there is room for writing it.
    let date = head
        .date
        .map_or_else(|| Outline::DateToWrite.text(language).into_owned(), |date| format_date_long(date, language));
    let place = if head.place.is_empty() { date } else { format!("{}, {date}", head.place) };
    view! {
        <div class="letterhead">
            <div>
                <p>{head.parent_issuer.clone()}</p>
                <p><b>{head.issuer.clone()}</b></p>
                <p>"*"</p>
                <p class="symbol">{number.map(std::borrow::Cow::into_owned)}</p>
            </div>
            <div>
                // The words of the State's own form, in Vietnamese whatever the language of the interface.
                <p><b class="party-name" lang="vi">"ĐẢNG CỘNG SẢN VIỆT NAM"</b></p>
                <p class="place-date">{place}</p>
            </div>
        </div>
    }
    .into_any()
}

fn sign_off(head: &Head, language: Language) -> AnyView {
    let signatory = &head.signatory;
    let recipients: Vec<AnyView> =
        head.recipients.iter().map(|recipient| view! { <li>{recipient.clone()}</li> }.into_any()).collect();
    view! {
        <div class="sign-off">
            <div class="recipients">
                {(!recipients.is_empty()).then(|| view! { <p>{Outline::PaperRecipients.text(language).into_owned()}</p> })}
                <ul>{recipients}</ul>
            </div>
            <div class="signature">
                <p>{signatory.authority.clone()}</p>
                <p>{signatory.title.clone()}</p>
                <p class="signature-name">{signatory.name.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// A line in its full wording; a measure only where its item does not spell it out.
fn line(row: &Row, programme: &Programme, language: Language) -> Vec<AnyView> {
    let Some(line) = programme.line(row.id.as_str()) else { return Vec::new() };
    let mut text = line.title().to_owned();
    match line {
        Line::Item(item) if !item.text.is_empty() => text.clone_from(&item.text),
        Line::Measure(measure) => {
            let parent = programme.items().get(measure.place.parent.as_str());
            if parent.is_some_and(|item| !item.text.is_empty()) {
                return Vec::new();
            }
            text.insert_str(0, "- ");
            add_target(&mut text, row, programme, language);
        }
        _ => add_target(&mut text, row, programme, language),
    }
    let number = dotted(row.label.shown());
    let is_strong = row.is_heading || matches!(row.kind, RowKind::Section(_));
    let class = if is_strong { "paper-line is-heading" } else { "paper-line" };
    let mut number = Some(number).filter(|number| !number.is_empty());
    text.lines()
        .map(|text| {
            let number = number.take().map(|number| format!("{number} ")).unwrap_or_default();
            view! { <p class=class>{number}{text.to_owned()}</p> }.into_any()
        })
        .collect()
}

fn add_target(text: &mut String, row: &Row, programme: &Programme, language: Language) {
    if let Some(measure) = measure_of(programme, row) {
        let target = target_prose(&measure.target, &measure.unit, language);
        if !target.is_empty() {
            text.push_str(": ");
            text.push_str(&target);
        }
    }
}

fn paragraphs(class: &'static str, texts: impl Iterator<Item = String>) -> Vec<AnyView> {
    texts.map(|text| view! { <p class=class>{text}</p> }.into_any()).collect()
}

/// As documents begin such a line, where the basis alone was typed.
fn with_word(basis: &str) -> String {
    if basis.starts_with("Căn cứ") { basis.to_owned() } else { format!("Căn cứ {basis}") }
}

/// `CHƯƠNG TRÌNH` stands on a line of its own.
fn broken(title: &str) -> String {
    const WORD: &str = "chương trình ";
    let is_so = title
        .chars()
        .zip(WORD.chars())
        .all(|(one, other)| crate::i18n::to_lower(&one.to_string()) == other.to_string());
    match title.char_indices().nth(WORD.chars().count()) {
        Some((at, _)) if is_so => format!("{}\n{}", title[..at].trim_end(), &title[at..]),
        _ => title.to_owned(),
    }
}
