//! The report calendar: a year of reports, one row a body, one column a month, one mark a report.

use std::sync::Arc;

use leptos::prelude::*;

use super::sheet::{DUE, DUTY, REPORTS};
use super::{Matrix, duties, reminder, report_row, sheet};
use crate::app::{Route, Session, with_filter};
use crate::document::NodeId;
use crate::evaluate::{BodyReports, ReportStanding, reports_of_year};
use crate::i18n::messages::Reports;
use crate::i18n::{Language, Message, format_date, month_axis_label};
use crate::model::{Date, Period, Programme};
use crate::ui::words;

/// The part of the page that the calendar stands in; copies are the same one.
#[derive(Clone, Copy)]
pub(super) struct Calendar {
    pub matrix: Matrix,
    pub year: Memo<i32>,
    /// All rows, in the order of the bodies.
    pub rows: Memo<Arc<Vec<BodyReports>>>,
    /// The one mark in the order of Tab: as it was moved to, or else the first.
    pub cursor: RwSignal<Option<Key>>,
    /// For the live region: what was just marked.
    pub said: RwSignal<String>,
}

/// A mark: its body's row, its duty and its period.
pub(super) type Key = (NodeId, NodeId, Period);

pub(super) fn calendar(matrix: Matrix) -> AnyView {
    let calendar = Calendar::new(matrix);
    let session = matrix.session;
    let is_empty = Memo::new(move |_| session.programme.with(|programme| programme.duties().is_empty()));
    let title = move || Reports::Title { year: calendar.year.get() }.text(session.language.get()).into_owned();
    let today = move || {
        let language = session.language.get();
        let today = Reports::Today { day: format_date(session.as_of.get(), language) }.text(language).into_owned();
        let next = session.programme.with(|programme| next_due(programme, session.as_of.get(), language));
        next.map_or(today.clone(), |next| format!("{today} {next}"))
    };
    let set_up = move || (!is_empty.get()).then(|| set_up(matrix));
    let body = move || {
        if is_empty.get() {
            return none(matrix);
        }
        view! { {table(calendar)} {key(session)} {reminder::reminder(calendar)} }.into_any()
    };
    view! {
        <section class="calendar-section" aria-labelledby="calendar-title">
            <div class="section-heading">
                <h2 id="calendar-title">{title}</h2>
                <span class="section-note">{today}</span>
                <div class="section-actions">{set_up}</div>
            </div>
            {body}
            <p class="visually-hidden" role="status">{calendar.said}</p>
        </section>
    }
    .into_any()
}

/// The next day that reports are due on, and how many of them have not come.
fn next_due(programme: &Programme, day: Date, language: Language) -> Option<String> {
    let awaited: Vec<_> = programme.duties().iter().filter_map(|duty| programme.awaited_report(duty, day)).collect();
    let next = awaited.iter().map(|report| report.due).min()?;
    let count = awaited.iter().filter(|report| report.due == next).map(|report| report.missing.len()).sum();
    let (name, days) = (format_date(next, language), next.days_since(day));
    Some(Reports::NextDue { count, day: name, days }.text(language).into_owned())
}

fn set_up(matrix: Matrix) -> AnyView {
    view! {
        <button
            class="button" id=duties::OPENER aria-expanded=move || matrix.has_duties.get().to_string()
            on:click=move |_| matrix.set(DUTY, if matrix.has_duties.get_untracked() { "" } else { duties::LIST })
        >
            {words(&Reports::SetUp)}
        </button>
    }
    .into_any()
}

fn none(matrix: Matrix) -> AnyView {
    let filters = move || with_filter(matrix.filters.get(), DUTY, duties::NEW);
    (move || {
        (!matrix.has_duties.get()).then(|| {
            view! {
                <div class="empty-note">
                    <strong>{words(&Reports::None)}</strong>
                    <p>{words(&Reports::NoneHint)}</p>
                    <a class="button" href=move || Route::Assignments(filters()).href()>{words(&Reports::Add)}</a>
                </div>
            }
            .into_any()
        })
    })
    .into_any()
}

impl Calendar {
    fn new(matrix: Matrix) -> Self {
        let session = matrix.session;
        let year = Memo::new(move |_| {
            let day = session.as_of.get();
            session.programme.with(|programme| programme.head().year_at(day))
        });
        let rows = Memo::new_with_compare(
            move |_| {
                let context = session.judged.with(|judged| judged.context.clone());
                Arc::new(session.programme.with(|programme| {
                    let mut all = reports_of_year(programme, &context, year.get());
                    let order = sheet::in_order(programme, context.as_of);
                    order.iter().filter_map(|body| all.remove(&body.id)).collect::<Vec<_>>()
                }))
            },
            |_, _| true,
        );
        Self { matrix, year, rows, cursor: RwSignal::new(None), said: RwSignal::new(String::new()) }
    }

    /// Only bodies that owe something are shown.
    pub fn is_narrowed(self) -> bool {
        self.matrix.filters.with(|filters| filters.contains_key(REPORTS))
    }

    pub fn narrow(self, only_owed: bool) {
        self.matrix.set(REPORTS, if only_owed { DUE } else { "" });
    }

    /// The bodies whose rows are shown.
    fn shown(self) -> Vec<NodeId> {
        let is_narrowed = self.is_narrowed();
        self.rows.with(|rows| {
            let shown = rows.iter().filter(|row| !is_narrowed || row.owed().next().is_some());
            shown.map(|row| row.body.id.clone()).collect()
        })
    }
}

fn table(calendar: Calendar) -> AnyView {
    let session = calendar.matrix.session;
    // The month looked at is tinted where it is one of the year's.
    let now = Memo::new(move |_| {
        let day = session.as_of.get();
        (day.year() == calendar.year.get()).then(|| day.month())
    });
    let months: Vec<AnyView> = (1..=12)
        .map(|month: u8| {
            let name = move || Reports::MonthShort { month }.text(session.language.get()).into_owned();
            view! { <th scope="col" role="columnheader" class:is-now=move || now.get() == Some(month)>{name}</th> }
                .into_any()
        })
        .collect();
    let shown = Memo::new(move |_| calendar.shown());
    let first = Memo::new(move |_| {
        let shown = shown.get();
        calendar.rows.with(|rows| {
            let exists = |key: &Key| {
                shown.contains(&key.0)
                    && rows.iter().any(|row| row.body.id == key.0 && report_row::find(row, &key.1, key.2).is_some())
            };
            calendar.cursor.get().filter(exists).or_else(|| {
                let row = rows.iter().find(|row| shown.contains(&row.body.id) && !row.marks.is_empty())?;
                row.marks.first().map(|mark| (row.body.id.clone(), mark.duty.clone(), mark.period))
            })
        })
    });
    view! {
        <table class="report-calendar" role="grid" aria-labelledby="calendar-title" on:keydown=move |event| report_row::pressed(calendar, first, &event)>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{words(&Reports::Body)}</th>
                    {months}
                    <th scope="col" role="columnheader">{words(&Reports::OnTime)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || shown.get() key=NodeId::clone children=move |body| report_row::row(calendar, body, now, first) />
            </tbody>
        </table>
    }
    .into_any()
}

/// What the marks mean.
fn key(session: Session) -> AnyView {
    const ALL: [ReportStanding; 5] = [
        ReportStanding::Received,
        ReportStanding::Late,
        ReportStanding::Open,
        ReportStanding::Missing,
        ReportStanding::Future,
    ];
    let signs: Vec<AnyView> = ALL
        .iter()
        .map(|standing| {
            let class = report_row::class(*standing);
            let sign = move || month_axis_label(1, session.language.get());
            view! { <li><span class=class aria-hidden="true">{sign}</span>{words(standing)}</li> }.into_any()
        })
        .collect();
    view! { <ul class="calendar-key">{signs}<li>{words(&Reports::Keys)}</li></ul> }.into_any()
}
