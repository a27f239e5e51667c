//! The quarterly report (báo cáo quý) as an official paper, drawn up from the programme: how all stand, what calls for work,
//! what comes next. The day in the top bar says which quarter it is about.

mod results;
mod table;
mod work;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::{AsOf, Judged, use_session};
use crate::document::NodeId;
use crate::evaluate::{BodyReports, reports_of_year};
use crate::i18n::messages::Report;
use crate::i18n::{
    Language, Message, elapsed_name, format_date, is_of_party, period_name_inside, period_name_with_year_inside,
    report_number,
};
use crate::model::{Date, Head, Period, Programme, roman};
use crate::ui::actions::print;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::indicators::rows::{self, Row};
use crate::ui::pages::outline::{letterhead, sign_off};
use crate::ui::words;

/// What the report is drawn up from.
#[derive(Clone, Copy)]
struct Source<'a> {
    programme: &'a Programme,
    judged: &'a Judged,
    /// All measures in the order of the document.
    rows: &'a [Row],
    day: Date,
    /// Of each body in the year of the quarter.
    reports: &'a BTreeMap<NodeId, BodyReports>,
    /// The quarter that it reports on.
    period: Period,
    language: Language,
}

pub fn report() -> AnyView {
    let session = use_session();
    let rows = rows::rows_of(session);
    let page = move || {
        let (language, day, today) = (session.language.get(), session.as_of.get(), session.today.get());
        let (judged, rows) = (session.judged.get(), rows.get());
        session.programme.with(|programme| {
            let Some(period) = AsOf::at(day, today, programme.head()).period else { return untimely() };
            let reports = &reports_of_year(programme, &judged.context, period.year());
            let source = Source { programme, judged: &judged, rows: &rows, day, reports, period, language };
            (heading(&source), paper(&source)).into_any()
        })
    };
    page.into_any()
}

/// Before the first quarter of the programme is over.
fn untimely() -> AnyView {
    view! {
        <div class="empty-note">
            <h1>{words(&Report::Untimely)}</h1>
            <p>{words(&Report::UntimelyHint)}</p>
        </div>
    }
    .into_any()
}

fn heading(source: &Source) -> AnyView {
    let period = period_name_with_year_inside(source.period, source.language);
    view! {
        <div class="page-heading">
            <div>
                <h2 class="page-title">{source.say(&Report::Title { period })}</h2>
                <p class="headline-note">{source.say(&Report::DrawnUp { date: source.date() })}</p>
            </div>
            <div class="page-actions">
                <button class="button" on:click=|_| print()>{icon(Icon::Printer)} {words(&Report::Print)}</button>
            </div>
        </div>
    }
    .into_any()
}

fn paper(source: &Source) -> AnyView {
    let (head, language) = (source.programme.head(), source.language);
    let date = source.say(&Report::DateToWrite { month: source.day.month(), year: source.day.year() });
    view! {
        <article class="version-document">
            <div class="paper-document">
                {letterhead(head, report_number(head), date, language)}
                <h1>{title(source, head)}</h1>
                <p>{intro(source, head)}</p>
                {source.section(1, source.say(&Report::General))}
                {results::results(source)}
                {source.section(2, source.say(&Report::Focus))}
                {work::focus(source)}
                {source.section(3, source.say(&Report::Overdue))}
                {work::overdue(source)}
                {source.section(4, work::ahead_title(source))}
                {work::ahead(source)}
                {sign_off(head, language)}
                {results::annex(source)}
                <p class="paper-note">{source.say(&Report::MadeBy { date: source.date() })}</p>
            </div>
        </article>
    }
    .into_any()
}

/// `BÁO CÁO`, and beneath it on what: the year is named once.
fn title(source: &Source, head: &Head) -> String {
    let Source { period, language, .. } = *source;
    let (quarter, elapsed) = (period_name_inside(period, language), elapsed_name(period, language));
    let about = match period.index() {
        1 => quarter,
        _ => source.say(&Report::QuarterAndElapsed { quarter, elapsed }),
    };
    let is_dated = head.title.contains(&period.year().to_string());
    let about = if is_dated { about } else { source.of_year(about) };
    source.say(&Report::PaperTitle { title: head.title.clone(), period: about })
}

fn intro(source: &Source, head: &Head) -> String {
    let (title, number) = (head.title.clone(), head.number.clone());
    let title = if number.is_empty() { title } else { source.say(&Report::TitleWithNumber { title, number }) };
    let period = source.of_year(period_name_inside(source.period, source.language));
    source.say(&Report::Intro { title, period })
}

impl Source<'_> {
    fn say(&self, message: &dyn Message) -> String {
        message.text(self.language).into_owned()
    }

    fn date(&self) -> String {
        format_date(self.day, self.language)
    }

    /// The head of a column of values: up to the latest period that figures reach, as the list of indicators names it.
    fn column_done(&self) -> Report {
        let reached = rows::period_of(self.rows).unwrap_or(self.period);
        Report::ColumnDone { elapsed: elapsed_name(reached, self.language) }
    }

    fn of_year(&self, period: String) -> String {
        self.say(&Report::OfYear { period, year: self.period.year() })
    }

    /// The heading of a part, numbered as the Party's papers or the State's.
    fn section(&self, number: usize, title: String) -> AnyView {
        let sign = if is_of_party(self.programme.head()) { "-" } else { "." };
        view! { <h2 class="is-heading">{format!("{}{sign} {title}", roman(number))}</h2> }.into_any()
    }
}

/// A paragraph whose first words stand out.
fn led(first: String, rest: &[String]) -> AnyView {
    view! { <p><b>{first}</b> " " {rest.join(" ")}</p> }.into_any()
}
