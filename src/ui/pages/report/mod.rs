//! The quarterly report (báo cáo quý) as an official paper, drawn up from the programme: how all stand, what calls for work,
//! what comes next. The day that all pages reckon with says which quarter it is about.

mod ahead;
mod panel;
mod results;
mod table;
mod work;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::{AsOf, Judged, Session, use_session};
use crate::document::NodeId;
use crate::evaluate::{BodyReports, reports_of_year};
use crate::i18n::messages::Report;
use crate::i18n::{Language, Message, elapsed_name, format_date, is_of_party, period_name_inside, report_number};
use crate::model::{Date, Head, Period, Programme, roman};
use crate::ui::pages::indicators::rows::{self, Row};
use crate::ui::pages::outline::{letterhead, sign_off};
use crate::ui::words;

/// What may be left out of the report, or said more fully in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Results,
    Focus,
    Overdue,
    Ahead,
    Annex,
    /// Why each one that calls for work stands as it does, not only the first of them.
    Reasons,
}

/// What the parts of the page share; copies are the same page.
#[derive(Clone, Copy)]
struct Page {
    session: Session,
    /// All measures in the order of the document.
    rows: Memo<Arc<Vec<Row>>>,
    chosen: RwSignal<Vec<Part>>,
}

/// What the report is drawn up from.
#[derive(Clone, Copy)]
struct Source<'a> {
    programme: &'a Programme,
    judged: &'a Judged,
    rows: &'a [Row],
    day: Date,
    /// Of each body in the year of the quarter.
    reports: &'a BTreeMap<NodeId, BodyReports>,
    /// The quarter that it reports on.
    period: Period,
    language: Language,
    /// How many tables have got their number so far.
    tables: &'a Cell<usize>,
}

pub fn report() -> AnyView {
    let session = use_session();
    let at_first = vec![Part::Results, Part::Focus, Part::Overdue, Part::Ahead, Part::Annex];
    let page = Page { session, rows: rows::rows_of(session), chosen: RwSignal::new(at_first) };
    let is_timely = Memo::new(move |_| page.place().period.is_some());
    let sheets = move || page.chosen.with(|chosen| page.read(|source| sheets(source, chosen)));
    let content = move || {
        if !is_timely.get() {
            return untimely();
        }
        view! {
            <div class="report-layout">
                {panel::panel(page)}
                <div class="paper-pane" role="region" tabindex="0" aria-label=words(&Report::Preview)>{sheets}</div>
            </div>
        }
        .into_any()
    };
    content.into_any()
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

impl Page {
    fn place(self) -> AsOf {
        let (day, today) = (self.session.as_of.get(), self.session.today.get());
        self.session.programme.with(|programme| AsOf::at(day, today, programme.head()))
    }

    /// Nothing before the first quarter of the programme is over.
    fn read<T>(self, read: impl FnOnce(&Source) -> T) -> Option<T> {
        let period = self.place().period?;
        let (judged, rows) = (self.session.judged.get(), self.rows.get());
        let tables = Cell::default();
        Some(self.session.programme.with(|programme| {
            let reports = &reports_of_year(programme, &judged.context, period.year());
            let (day, language) = (self.session.as_of.get(), self.session.language.get());
            let (judged, rows, tables) = (&*judged, &**rows, &tables);
            read(&Source { programme, judged, rows, day, reports, period, language, tables })
        }))
    }
}

/// The report itself, and its annex on a sheet of its own.
fn sheets(source: &Source, chosen: &[Part]) -> AnyView {
    let (head, language) = (source.programme.head(), source.language);
    let date = source.say(&Report::DateToWrite { month: source.day.month(), year: source.day.year() });
    let has = |part| chosen.contains(&part);
    let parts = [
        has(Part::Results).then(|| (source.say(&Report::General), results::results(source))),
        has(Part::Focus).then(|| (source.say(&Report::Focus), work::focus(source, has(Part::Reasons)))),
        has(Part::Overdue).then(|| (source.say(&Report::Overdue), vec![work::overdue(source)])),
        has(Part::Ahead).then(|| (ahead::title(source), ahead::ahead(source))),
    ];
    let numbered = parts.into_iter().flatten().enumerate();
    let parts: Vec<_> = numbered.map(|(at, (title, content))| (source.section(at + 1, &title), content)).collect();
    let annex = has(Part::Annex).then(|| results::annex(source)).flatten();
    let mut made_by = source.say(&Report::MadeBy { date: source.date() });
    if head.is_sample {
        made_by = format!("{} {made_by}", source.say(&Report::SampleNote));
    }
    let mut made_by = Some(view! { <p class="paper-note">{made_by}</p> });
    let annex = annex.map(|table| {
        view! { <article class="paper-document paper-annex">{table} {made_by.take()}</article> }.into_any()
    });
    view! {
        <article class="paper-document">
            {letterhead(head, report_number(head), date, language)}
            <h1>{title(source, head)}</h1>
            <p>{intro(source, head)}</p>
            {parts}
            {sign_off(head, language)}
            {made_by}
        </article>
        {annex}
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
    let year = period.year();
    // "To 2030" is no year of the programme.
    let name = head.title.strip_suffix(&format!(" năm {year}"));
    match name.filter(|name| !name.ends_with(" đến") && !name.ends_with(" tới")) {
        Some(name) => source.say(&Report::PaperTitleOfYear { name: name.to_owned(), period: about, year }),
        None => source.say(&Report::PaperTitle { title: head.title.clone(), period: about }),
    }
}

fn intro(source: &Source, head: &Head) -> String {
    let (title, number) = (head.title.clone(), head.number.clone());
    let title = if number.is_empty() { title } else { source.say(&Report::TitleWithNumber { title, number }) };
    let period = source.of_year(period_name_inside(source.period, source.language));
    let issuer = if head.issuer.is_empty() { source.say(&Report::NoIssuer) } else { head.issuer.clone() };
    source.say(&Report::Intro { issuer, title, period })
}

impl Source<'_> {
    fn say(&self, message: &dyn Message) -> String {
        message.text(self.language).into_owned()
    }

    /// Measures with a figure that was due and is not there.
    fn overdue_figures(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.evaluation.overdue.is_some())
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
    fn section(&self, number: usize, title: &str) -> AnyView {
        let sign = if is_of_party(self.programme.head()) { "-" } else { "." };
        view! { <h2 class="is-heading">{format!("{}{sign} {title}", roman(number))}</h2> }.into_any()
    }

    /// `Bảng 2. …`
    fn captioned(&self, title: &Report) -> String {
        self.tables.set(self.tables.get() + 1);
        self.say(&Report::Table { number: self.tables.get(), title: self.say(title) })
    }
}

/// A paragraph whose first words stand out.
fn led(first: String, rest: &[String]) -> AnyView {
    view! { <p><b>{first}</b> " " {rest.join(" ")}</p> }.into_any()
}
