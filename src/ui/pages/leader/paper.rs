//! The one printed page: how all stand and everything that needs a decision. Drawn while printing.

use std::sync::Arc;

use leptos::prelude::*;

use super::Deck;
use super::summary::Summary;
use crate::charts::{Bullet, bullet};
use crate::i18n::messages::{Leader, Overview, Shell};
use crate::i18n::{Language, MISSING, Message, explain, format_date, needed_sentence, reckoned_short, value_words};
use crate::ui::components::printing::is_printing;
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::indicators::rows::Row;

/// Tenths of a millimetre: what the head leaves for the rows, what a line of them takes, and what a row has around its lines.
const ROOM: usize = 2_020;
const LINE: usize = 43;
const AROUND: usize = 24;
/// A line of the head.
const HEAD_LINE: usize = 60;
/// Letters that surely find room in a line: of the head, of a name, of a reason, of a target.
const HEAD_LETTERS: usize = 68;
const NAME_LETTERS: usize = 54;
const REASON_LETTERS: usize = 66;
const TARGET_LETTERS: usize = 13;

/// A row as it is printed.
struct Printed {
    row: Row,
    why: String,
}

/// Watches for the printing as long as the page stays.
pub(super) fn paper(deck: Deck, summary: Memo<Arc<Summary>>) -> AnyView {
    let is_printing = is_printing();
    let session = deck.session;
    (move || is_printing.get().then(|| summary.with(|summary| sheet(deck, summary, session.language.get())))).into_any()
}

fn sheet(deck: Deck, summary: &Summary, language: Language) -> AnyView {
    let session = deck.session;
    let say = |message: &dyn Message| message.text(language).into_owned();
    let (title, issuer, is_sample) = session.programme.with_untracked(|programme| {
        let head = programme.head();
        (head.title.clone(), head.issuer.clone(), head.is_sample)
    });
    let day = say(&Shell::AsOf { date: format_date(session.as_of.get(), language) });
    let sample = is_sample.then(|| view! { <span class="sample-tag">{say(&Shell::SampleFigures)}</span> });
    let counts: Vec<AnyView> = Status::ALL
        .map(|status| {
            let name = status.name(language);
            view! { <li>{status_mark(status)} <b>{status.count(&summary.measures)}</b> {name}</li> }.into_any()
        })
        .into_iter()
        .collect();
    let shifts = summary.shifts(language);
    let told = shifts.into_iter().map(|(_, count, names)| format!("{count} ({})", names.join("; ")));
    let mut told: Vec<String> = told.collect();
    if told.is_empty() && summary.before.is_some() {
        told.push(say(&Leader::Unchanged));
    }
    let shifts = [summary.since(language), told.join(". ")].into_iter().filter(|part| !part.is_empty());
    let shifts = format!("{}.", shifts.collect::<Vec<_>>().join(": "));
    let headline = summary.headline(language);
    // Each has a line in the room that is reckoned with.
    let more =
        [&title, &headline, &shifts].map(|text| lines(text, HEAD_LETTERS).saturating_sub(1)).iter().sum::<usize>();
    let (printed, left_out) = printed(deck, ROOM.saturating_sub(more * HEAD_LINE), language);
    let rows: Vec<AnyView> = printed.into_iter().map(|one| line(one, language)).collect();
    let exceptions = if rows.is_empty() {
        view! { <p><b>{say(&Overview::NoExceptions)}</b></p> }.into_any()
    } else {
        view! {
            <table>
                <colgroup>
                    <col class="is-mark"/>
                    <col/>
                    <col class="is-value"/>
                    <col class="is-value"/>
                    <col class="is-bar"/>
                </colgroup>
                <thead>
                    <tr>
                        <th colspan="2" scope="col">{say(&Leader::ColumnName)}</th>
                        <th scope="col" class="is-number">{say(&Leader::ColumnValue)}</th>
                        <th scope="col" class="is-number">{say(&Leader::ColumnTarget)}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="leader-paper">
            <p class="paper-issuer">{issuer} <span>{day}</span></p>
            <h1>{title} " " {sample}</h1>
            <p class="paper-headline">{headline}</p>
            <ul>{counts}</ul>
            <p>{summary.numbered(language)}</p>
            <p>{shifts}</p>
            {exceptions}
            {(left_out > 0).then(|| view! { <p class="paper-rest">{say(&Leader::LeftOut { count: left_out })}</p> })}
        </section>
    }
    .into_any()
}

fn lines(text: &str, letters: usize) -> usize {
    text.chars().count().div_ceil(letters)
}

/// The exceptions that surely find room, and how many do not.
fn printed(deck: Deck, mut room: usize, language: Language) -> (Vec<Printed>, usize) {
    deck.rows.with_untracked(|rows| {
        let exceptions: Vec<&Row> = rows.iter().filter(|row| row.evaluation.verdict.is_exception()).collect();
        let mut printed = Vec::new();
        for row in &exceptions {
            let (measure, evaluation) = (&*row.measure, &*row.evaluation);
            let lead = row.lead.as_ref().map(|body| format!("{}.", body.name));
            let needed = needed_sentence(measure, evaluation, language);
            let sentence = explain(measure, evaluation, language).sentence;
            let why = [Some(sentence), needed, lead].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let target = reckoned_short(measure, evaluation, language);
            let text = lines(&measure.name, NAME_LETTERS) + lines(&why, REASON_LETTERS);
            let high = LINE * text.max(lines(&target, TARGET_LETTERS)) + AROUND;
            let Some(rest) = room.checked_sub(high) else { break };
            room = rest;
            printed.push(Printed { row: (*row).clone(), why });
        }
        let left_out = exceptions.len() - printed.len();
        (printed, left_out)
    })
}

fn line(one: Printed, language: Language) -> AnyView {
    let Printed { row, why } = one;
    let (measure, evaluation, status) = (&*row.measure, &*row.evaluation, row.status());
    let value = value_words(measure, evaluation, language).unwrap_or_else(|| MISSING.to_owned());
    let bar = evaluation.goal.map(|_| bullet(&Bullet::of(measure, evaluation, status.as_str()), 80.0, 16.0));
    view! {
        <tr>
            <td>{status_mark(status)}</td>
            <td><b>{row.number.clone()} " " {measure.name.clone()}</b><br/>{why}</td>
            <td class="is-number">{value}</td>
            <td class="is-number">{reckoned_short(measure, evaluation, language)}</td>
            <td inner_html=bar></td>
        </tr>
    }
    .into_any()
}
