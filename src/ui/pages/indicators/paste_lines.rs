//! What a pasted table would write, line by line; numbers of two readings are asked about in their cell.

use std::ops::Range;

use leptos::prelude::*;

use super::paste::{Desk, focus_answer};
use super::pasted::{At, Fate, Intake, Line, Taken};
use crate::app::Route;
use crate::i18n::messages::{Figures, Pasting};
use crate::i18n::{Heading, Language, Message, Unmatched, format_exact, period_name_with_year};
use crate::model::Decimal;
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::components::stretch::stretches;
use crate::ui::pages::indicator::figures::sheet::reading_text;
use crate::ui::words;

pub(super) fn lines(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.intake.with(|intake| intake.lines.len()));
    let heads = move || {
        let language = desk.list.session.language.get();
        let head = |head: &Heading| {
            let text = heading_words(*head, language);
            view! { <th scope="col" class="is-number">{text}</th> }.into_any()
        };
        desk.intake.with(|intake| intake.heads.iter().map(head).collect::<Vec<_>>())
    };
    let draw = move |range: Range<usize>| {
        let rows = move || {
            let language = desk.list.session.language.get();
            desk.intake.with(|intake| {
                let shown = intake.lines.iter().enumerate().skip(range.start).take(range.len());
                shown.map(|(at, line)| line_view(desk, intake, at, line, language)).collect::<Vec<_>>()
            })
        };
        rows.into_any()
    };
    let needed = Memo::new(|_| Vec::new());
    view! {
        <div class="data-grid-wrap">
            <table class="data-grid" aria-labelledby="preview-title">
                <thead>
                    <tr>
                        <th scope="col">{words(&Pasting::Line)}</th>
                        <th scope="col">{words(&Pasting::Measure)}</th>
                        {heads}
                    </tr>
                </thead>
                {stretches(count, needed, draw)}
            </table>
        </div>
    }
    .into_any()
}

fn heading_words(head: Heading, language: Language) -> String {
    match head {
        Heading::Period(period) => period_name_with_year(period, language),
        Heading::Elapsed { year, months } => Pasting::Months { months, year }.text(language).into_owned(),
        Heading::Now => Pasting::ThisPeriod.text(language).into_owned(),
    }
}

fn line_view(desk: Desk, intake: &Intake, at: usize, line: &Line, language: Language) -> AnyView {
    let found = match &line.found {
        Ok(measure) => {
            let href = Route::Indicator(measure.id.clone()).href();
            view! { <a href=href>{measure.name.clone()}</a> }.into_any()
        }
        Err(why) => {
            let why = match *why {
                Unmatched::Unknown => Pasting::Unknown,
                Unmatched::Several(count) => Pasting::Several { count },
                Unmatched::OtherName => Pasting::OtherName,
            };
            complaint(why.text(language).into_owned())
        }
    };
    let cell = |(column, taken)| cell(desk, intake, (at, column), taken, language);
    let cells: Vec<AnyView> = line.cells.iter().enumerate().map(cell).collect();
    view! { <tr><th scope="row">{line.label.clone()}</th><td class="cell-found">{found}</td>{cells}</tr> }.into_any()
}

fn complaint(why: String) -> AnyView {
    view! { <span class="row-note is-low">{status_mark(Status::Missed)} " " {why}</span> }.into_any()
}

fn cell(desk: Desk, intake: &Intake, at: At, taken: &Taken, language: Language) -> AnyView {
    let text = taken.text.clone();
    let (class, content) = match &taken.fate {
        Fate::Written { reading, is_estimate, before } => {
            let value = match reading {
                crate::model::Reading::Ratio { .. } => text,
                reading => reading_text(reading, language),
            };
            let tag = is_estimate.then(|| view! { <span class="figure-tag">{words(&Figures::Estimate)}</span> });
            let was = before.as_ref().map(|before| {
                let was = Pasting::Was { value: reading_text(before, language) }.text(language).into_owned();
                view! { <span class="row-note">{was}</span> }
            });
            let far = intake.far.contains(&at);
            let class = if far { "is-number is-invalid" } else { "is-number is-filled" };
            let far = far.then(|| complaint(Figures::Far.text(language).into_owned()));
            (class, view! { <b>{value}</b> {tag} {was} {far} }.into_any())
        }
        Fate::Doubt { thousands, decimal } => (
            "is-number is-invalid",
            view! { {text} " " {readings(desk, at, *thousands, *decimal, language)} }.into_any(),
        ),
        Fate::Same | Fate::Empty => ("is-number is-computed", text.into_any()),
        fate => {
            let why = fate.why(language).map(complaint);
            ("is-number is-computed", view! { <s>{text}</s> {why} }.into_any())
        }
    };
    view! { <td class=class>{content}</td> }.into_any()
}

/// The two readings of one ambiguous number.
fn readings(desk: Desk, at: At, thousands: Decimal, decimal: Decimal, language: Language) -> Vec<AnyView> {
    let choice = |(as_thousands, value): (bool, Decimal)| {
        let choose = move |_| {
            desk.readings.update(|readings| {
                readings.one.insert(at, as_thousands);
            });
            focus_answer();
        };
        let value = format_exact(value, language);
        view! { <button class="button is-small" on:click=choose>{value}</button> }.into_any()
    };
    [(true, thousands), (false, decimal)].map(choice).into()
}
