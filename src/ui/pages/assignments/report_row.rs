//! A body's row of the report calendar: its marks, and the keys that go between them.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::calendar::{Calendar, Key};
use crate::app::Route;
use crate::document::NodeId;
use crate::evaluate::{BodyReports, ReportMark, ReportStanding};
use crate::i18n::messages::Reports;
use crate::i18n::{
    Language, Message, format_date_short, month_axis_label, period_name, quarter_axis_label, whole_percent,
};
use crate::model::{Command, Cycle, Period, roman};
use crate::ui::actions::{after_redraw, perform};

pub(super) fn class(standing: ReportStanding) -> &'static str {
    match standing {
        ReportStanding::Received => "report-mark is-sent",
        ReportStanding::Late => "report-mark is-late-sent",
        ReportStanding::Missing => "report-mark is-missing",
        ReportStanding::Open => "report-mark is-open",
        ReportStanding::Future => "report-mark",
    }
}

pub(super) fn find<'a>(row: &'a BodyReports, duty: &NodeId, period: Period) -> Option<&'a ReportMark> {
    row.marks.iter().find(|mark| mark.duty == *duty && mark.period == period)
}

/// The short sign of a report: `T9`, `III`, `6T`, `Năm`.
fn sign(cycle: Cycle, period: Period, language: Language) -> String {
    match cycle {
        Cycle::Month => month_axis_label(period.index(), language),
        Cycle::Quarter if language == Language::Vietnamese => roman(period.index().into()),
        Cycle::Quarter => quarter_axis_label(period.index(), language),
        Cycle::HalfYear | Cycle::NineMonths => {
            Reports::Months { months: period.last_month() }.text(language).into_owned()
        }
        Cycle::Year => Reports::Year.text(language).into_owned(),
        // It says when it came.
        Cycle::Thematic | Cycle::OnDemand => month_axis_label(period.last_month(), language),
    }
}

fn element_id((body, duty, period): &Key) -> String {
    format!("report.{body}.{duty}.{period}")
}

pub(super) fn row(calendar: Calendar, body: NodeId, now: Memo<Option<u8>>, first: Memo<Option<Key>>) -> AnyView {
    let session = calendar.matrix.session;
    let body = StoredValue::new(body);
    let own = Memo::new(move |before: Option<&Option<BodyReports>>| {
        let found =
            calendar.rows.with(|rows| body.with_value(|body| rows.iter().find(|row| row.body.id == *body).cloned()));
        // A row that has left shows its last state until it is gone.
        found.or_else(|| before.cloned().flatten())
    });
    // Which marks there are; what they say is read by each.
    let keys = Memo::new(move |_| {
        own.with(|own| {
            let marks = own.iter().flat_map(|own| &own.marks);
            marks.map(|mark| (mark.duty.clone(), mark.period, mark.cycle)).collect::<Vec<_>>()
        })
    });
    let head = move || {
        let language = session.language.get();
        own.with(|own| {
            let own = own.as_ref()?;
            let cycles: Vec<String> = own.cycles.iter().map(|cycle| cycle.text(language).into_owned()).collect();
            let href = Route::Body(Some(own.body.id.clone())).href();
            let (name, whole) = (own.body.short().to_owned(), own.body.name.clone());
            Some(view! { <a href=href title=whole>{name}</a><small>{cycles.join(", ")}</small> }.into_any())
        })
    };
    let rate = move || {
        let language = session.language.get();
        own.with(|own| {
            let own = own.as_ref()?;
            let (on_time, decided) = own.on_time();
            let owed = own.owed().count();
            let share = (decided > 0).then(|| whole_percent((on_time * 200 + decided) / (decided * 2), language));
            let note = match owed {
                0 if decided == 0 => None,
                0 => Some(Reports::AllSent.text(language).into_owned()),
                count => Some(Reports::NotSent { count }.text(language).into_owned()),
            };
            Some(view! { <b>{share}</b> " " <span>{note}</span> }.into_any())
        })
    };
    let months = move || {
        let keys = keys.get();
        (1..=12)
            .map(|month: u8| {
                let own_marks = keys.iter().filter(|(_, period, _)| period.last_month() == month);
                let marks: Vec<AnyView> = own_marks
                    .map(|(duty, period, cycle)| {
                        let key = (body.get_value(), duty.clone(), *period);
                        mark(calendar, own, key, *cycle, first)
                    })
                    .collect();
                view! { <td role="gridcell" class:is-now=move || now.get() == Some(month)>{marks}</td> }.into_any()
            })
            .collect::<Vec<_>>()
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{head}</th>
            {months}
            <td role="gridcell" class="calendar-rate">{rate}</td>
        </tr>
    }
    .into_any()
}

fn mark(
    calendar: Calendar,
    own: Memo<Option<BodyReports>>,
    key: Key,
    cycle: Cycle,
    first: Memo<Option<Key>>,
) -> AnyView {
    let session = calendar.matrix.session;
    let id = element_id(&key);
    let (duty, period) = (key.1.clone(), key.2);
    let key = StoredValue::new(key);
    let found = move |row: &Option<BodyReports>| row.as_ref().and_then(|row| find(row, &duty, period).cloned());
    let found = Memo::new(move |_| own.with(&found));
    let standing = move || found.with(|mark| mark.as_ref().map_or(ReportStanding::Future, |mark| mark.standing));
    let title = Memo::new(move |_| {
        session.programme.with(|programme| {
            let duty = key.with_value(|key| programme.duties().get(key.1.as_str()).cloned());
            duty.map(|duty| duty.title.clone()).unwrap_or_default()
        })
    });
    let shown = move || sign(cycle, period, session.language.get());
    // What the sign stands for, how it stands, and until when.
    let told = move || {
        let language = session.language.get();
        // What follows no calendar has no last day.
        let due = found.with(|mark| {
            let mark = mark.as_ref().filter(|mark| mark.cycle.has_calendar())?;
            Some(format_date_short(mark.due, language))
        });
        let due = due.map(|day| format!(", {}", Reports::Due { day }.text(language))).unwrap_or_default();
        format!("{}, {}: {}{due}", title.get(), period_name(period, language), standing().text(language))
    };
    let press = move |_| {
        calendar.cursor.set(Some(key.get_value()));
        let Some(mark) = found.get_untracked() else { return };
        let state = mark.next_state(session.as_of.get_untracked());
        let (duty, body) = (mark.duty, mark.body);
        if perform(session, Command::MarkReceived { duty, body, period, state }).is_some() {
            calendar.said.set(untrack(told));
            // A mark that only stood for what came is gone with it: the focus stays in the calendar.
            if state.is_none() && !cycle.has_calendar() {
                after_redraw(move || {
                    if let Some(key) = first.try_get_untracked().flatten() {
                        super::focus_field(&element_id(&key));
                    }
                });
            }
        }
    };
    let is_first = Memo::new(move |_| first.with(|first| key.with_value(|key| first.as_ref() == Some(key))));
    view! {
        <button
            id=id class=move || class(standing()) tabindex=move || if is_first.get() { "0" } else { "-1" }
            title=told aria-disabled=move || session.is_read_only().then_some("true") on:click=press
        >
            {shown}<span class="visually-hidden">", " {told}</span>
        </button>
    }
    .into_any()
}

/// Arrows go between the marks: to the sides along the year, up and down to the body beside.
pub(super) fn pressed(calendar: Calendar, first: Memo<Option<Key>>, event: &leptos::ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let on_mark = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| target.class_list().contains("report-mark"));
    let Some(at) = first.get_untracked().filter(|_| on_mark) else { return };
    let is_narrowed = untrack(|| calendar.is_narrowed());
    let next = calendar.rows.with_untracked(|rows| {
        let rows: Vec<&BodyReports> =
            rows.iter().filter(|row| !row.marks.is_empty() && (!is_narrowed || row.owed().next().is_some())).collect();
        let line = rows.iter().position(|row| row.body.id == at.0)?;
        let marks = &rows[line].marks;
        let place = marks.iter().position(|mark| mark.duty == at.1 && mark.period == at.2)?;
        let (line, place) = match event.key().as_str() {
            "ArrowRight" => (line, (place + 1).min(marks.len() - 1)),
            "ArrowLeft" => (line, place.saturating_sub(1)),
            "Home" => (line, 0),
            "End" => (line, marks.len() - 1),
            "ArrowDown" => (line + 1, beside(rows.get(line + 1)?, at.2)),
            "ArrowUp" => (line.checked_sub(1)?, beside(rows.get(line.checked_sub(1)?)?, at.2)),
            _ => return None,
        };
        let mark = rows.get(line)?.marks.get(place)?;
        Some((rows[line].body.id.clone(), mark.duty.clone(), mark.period))
    });
    let Some(next) = next else { return };
    event.prevent_default();
    super::focus_field(&element_id(&next));
    calendar.cursor.set(Some(next));
}

/// The mark of a row that stands nearest to a period's month; of several the one of the same length.
fn beside(row: &BodyReports, period: Period) -> usize {
    let far = |mark: &ReportMark| {
        (mark.period.last_month().abs_diff(period.last_month()), mark.period.length() != period.length())
    };
    (0..row.marks.len()).min_by_key(|at| far(&row.marks[*at])).unwrap_or_default()
}
