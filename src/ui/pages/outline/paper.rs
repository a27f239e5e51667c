//! The programme as a printed document: head, bases, all lines in full, recipients and signature. Drawn while printing.

use leptos::prelude::*;

use super::rows::{Row, RowKind, all_rows, measure_of};
use super::state::Page;
use crate::i18n::messages::Outline;
use crate::i18n::{
    Language, Message, basis_words, format_date_long, full_text, has_old_figures, is_of_party, issuer_lines,
    line_words, title_lines,
};
use crate::model::{Head, Item, Line, Programme};
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
    let count = head.legal_bases.len();
    let bases = head.legal_bases.iter().enumerate().map(|(index, basis)| basis_words(basis, index + 1 == count));
    // Where no date is known yet, there is room for writing it.
    let date = head
        .date
        .map_or_else(|| Outline::DateToWrite.text(language).into_owned(), |date| format_date_long(date, language));
    let lines: Vec<AnyView> = all_rows(programme).iter().flat_map(|row| line(row, programme, language)).collect();
    view! {
        <div class="paper-document">
            {letterhead(head, head.number.clone(), date, language)}
            <h1>{title_lines(&head.title)}</h1>
            {paragraphs("paper-basis", bases)}
            {paragraphs("", head.preamble.lines().map(str::to_owned))}
            {lines}
            {sign_off(head, language)}
        </div>
    }
    .into_any()
}

/// The two columns at the top: who issues it and its number; the Party's name, or that of the State with its motto, and
/// place and date.
pub fn letterhead(head: &Head, number: String, date: String, language: Language) -> AnyView {
    let is_of_party = is_of_party(head);
    let number = match is_of_party {
        _ if number.is_empty() => None,
        true => Some(Outline::Number { number }),
        false => Some(Outline::NumberOfState { number }),
    };
    let place = if head.place.is_empty() { date } else { format!("{}, {date}", head.place) };
    // The words of the papers' own forms, in Vietnamese whatever the language of the interface.
    let name = if is_of_party {
        view! { <p><b class="party-name" lang="vi">"ĐẢNG CỘNG SẢN VIỆT NAM"</b></p> }.into_any()
    } else {
        view! {
            <p lang="vi"><b class="state-name">"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"</b></p>
            <p lang="vi"><b class="party-name">"Độc lập - Tự do - Hạnh phúc"</b></p>
        }
        .into_any()
    };
    view! {
        <div class="letterhead" class:is-of-party=is_of_party>
            <div>
                <p class="letterhead-issuer">{head.parent_issuer.clone()}</p>
                <p class="letterhead-issuer"><b>{issuer_lines(&head.issuer)}</b></p>
                {is_of_party.then(|| view! { <p>"*"</p> })}
                <p class="symbol">{number.map(|number| number.text(language).into_owned())}</p>
            </div>
            <div>
                {name}
                <p class="place-date">{place}</p>
            </div>
        </div>
    }
    .into_any()
}

/// Who gets it, and who signs.
pub fn sign_off(head: &Head, language: Language) -> AnyView {
    let signatory = &head.signatory;
    // Where nobody wrote another sign, the Party's papers end them with commas, the State's with semicolons, the last with a point.
    let between = if is_of_party(head) { ',' } else { ';' };
    let last = head.recipients.len().saturating_sub(1);
    let recipients = head.recipients.iter().enumerate().map(|(at, recipient)| {
        let mut words = undashed(recipient).trim_end().to_owned();
        if words.ends_with(|letter: char| letter.is_alphanumeric() || ")”\"".contains(letter)) {
            words.push(if at == last { '.' } else { between });
        }
        view! { <li lang="vi">{words}</li> }.into_any()
    });
    let recipients: Vec<AnyView> = recipients.collect();
    view! {
        <div class="sign-off">
            <div class="recipients">
                {(!recipients.is_empty()).then(|| view! { <p>{Outline::PaperRecipients.text(language).into_owned()}</p> })}
                <ul>{recipients}</ul>
            </div>
            <div class="signature" lang="vi">
                <p>{signatory.authority.clone()}</p>
                <p>{signatory.title.clone()}</p>
                <p class="signature-name">{signatory.name.clone()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// A line in its full wording, as long as that says what the line says; a measure only where its item does not spell it out.
fn line(row: &Row, programme: &Programme, language: Language) -> Vec<AnyView> {
    let Some(line) = programme.line(row.id.as_str()) else { return Vec::new() };
    let text = match line {
        Line::Measure(measure) => {
            let parent = programme.items().get(measure.place.parent.as_str());
            if parent.is_some_and(|item| full_text(programme, item).is_some()) {
                return Vec::new();
            }
            format!("- {}", line_words(&measure.name, Some(measure), language))
        }
        Line::Item(item) => {
            full_text(programme, item).map_or_else(|| own_words(row, item, programme, language), str::to_owned)
        }
        Line::Section(section) => section.title.clone(),
    };
    let number = row.label.dotted();
    let is_strong = row.is_heading || matches!(row.kind, RowKind::Section(_));
    let class = if is_strong { "paper-line is-heading" } else { "paper-line" };
    // `PHỤ LỤC` stands above its title.
    let is_apart = number.contains(' ') && number.ends_with(char::is_alphanumeric);
    let text = if is_apart { format!("{number}\n{text}") } else { format!("{number} {text}") };
    let lines = text.trim().lines().filter(|line| !line.trim().is_empty());
    lines.map(|text| view! { <p class=class>{text.to_owned()}</p> }.into_any()).collect()
}

/// The title of an item with the target of its only measure; one that still has the figures of an earlier target gives way
/// to the measure's name.
fn own_words(row: &Row, item: &Item, programme: &Programme, language: Language) -> String {
    let measure = measure_of(programme, row);
    let is_old = measure.is_some_and(|measure| has_old_figures(programme, item, measure));
    let title = measure.filter(|_| is_old).map_or(&item.title, |measure| &measure.name);
    line_words(title, measure.map(|measure| &**measure), language)
}

/// The list prints dashes of its own.
fn undashed(line: &str) -> String {
    line.trim_start_matches(['-', '–', ' ']).to_owned()
}

fn paragraphs(class: &'static str, texts: impl Iterator<Item = String>) -> Vec<AnyView> {
    texts.map(|text| view! { <p class=class>{text}</p> }.into_any()).collect()
}
