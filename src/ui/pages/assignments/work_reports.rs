//! The reports of a body's page: those that are due, and those that nothing but a cause asks for.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::work::{Desk, due_words};
use crate::app::Session;
use crate::evaluate::{OccasionalReport, ReportDue};
use crate::i18n::messages::Bodies;
use crate::i18n::{Language, Message, period_name, period_name_with_year_inside};
use crate::model::{Command, Date, Period, PeriodLength, ReceivedState};
use crate::ui::actions::{after_redraw, closest, perform_undoable, without_scrolling};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub(super) fn reports(desk: Desk) -> AnyView {
    let rows = move || {
        let (language, day) = (desk.session.language.get(), desk.session.as_of.get());
        desk.work
            .with(|work| work.reports.iter().map(|report| report_view(desk, report, day, language)).collect::<Vec<_>>())
    };
    view! { <ul class="work-list">{rows}</ul> }.into_any()
}

/// Reports by theme or on demand: nothing says when, but that the body has to send them.
pub(super) fn occasional(desk: Desk) -> AnyView {
    const ID: &str = "work-occasional";
    let is_empty = Memo::new(move |_| desk.work.with(|work| work.occasional.is_empty()));
    let rows = move || {
        let (language, day) = (desk.session.language.get(), desk.session.as_of.get());
        desk.work.with(|work| {
            work.occasional.iter().map(|report| occasional_view(desk, report, day, language)).collect::<Vec<_>>()
        })
    };
    (move || {
        (!is_empty.get()).then(|| {
            view! {
                <section class="work-section" aria-labelledby=ID>
                    <div class="section-heading"><h2 id=ID tabindex="-1">{words(&Bodies::Occasional)}</h2></div>
                    <ul class="work-list">{rows}</ul>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

fn occasional_view(desk: Desk, report: &OccasionalReport, day: Date, language: Language) -> AnyView {
    let title = report.duty.title.clone();
    let month = Period::new(day.year(), PeriodLength::Month, day.month());
    let last = report.came.last().map(|period| {
        let period = period_name_with_year_inside(*period, language);
        Bodies::LastSent { period }.text(language).into_owned()
    });
    // One a month is what its mark can say.
    let next = month.filter(|month| !report.came.contains(month) && !desk.session.is_read_only());
    let button = next.map(|period| {
        let label = format!("{}: {title}, {}", Bodies::Sent.text(language), period_name(period, language));
        let (duty, body) = (report.duty.id.clone(), report.body.clone());
        sent_button(desk.session, label, Bodies::SentNote { title: title.clone() }, move || Command::MarkReceived {
            duty: duty.clone(),
            body: body.clone(),
            period,
            state: Some(ReceivedState::Received),
        })
    });
    let cycle = report.duty.cycle.text(language).into_owned();
    view! {
        <li class="work-row">
            <div class="work-main">
                <span class="work-title" lang="vi">{title}</span>
                <span class="work-facts"><span>{cycle}</span>{last.map(|last| view! { <span>{last}</span> })}</span>
            </div>
            {button}
        </li>
    }
    .into_any()
}

/// It goes with what it marks: the focus goes to the heading of its list, not to a button that marks another one.
fn sent_button(session: Session, label: String, told: Bodies, command: impl Fn() -> Command + 'static) -> AnyView {
    let press = move |event: leptos::ev::MouseEvent| {
        let section = closest(&event, ".work-section");
        if perform_undoable(session, command(), &told).is_some() {
            after_redraw(move || {
                let heading = section.and_then(|section| section.query_selector("h2").ok().flatten());
                if let Some(heading) = heading.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
                    let _ = heading.focus_with_options(&without_scrolling());
                }
            });
        }
    };
    view! {
        <button class="button is-small" aria-label=label on:click=press>{icon(Icon::Check)}{words(&Bodies::Sent)}</button>
    }
    .into_any()
}

fn report_view(desk: Desk, report: &ReportDue, day: Date, language: Language) -> AnyView {
    let session = desk.session;
    let duty = session.programme.with(|programme| programme.duties().get(report.duty.as_str()).cloned());
    let title = duty.map(|duty| duty.title.clone()).unwrap_or_default();
    let (words_now, tone) = due_words(report.due, day, language);
    let period = period_name(report.period, language);
    let label = format!("{}: {title}, {period}", Bodies::Sent.text(language));
    let button = (!session.is_read_only()).then(|| {
        let report = report.clone();
        let state = if day > report.due { ReceivedState::Late } else { ReceivedState::Received };
        sent_button(session, label, Bodies::SentNote { title: title.clone() }, move || {
            let ReportDue { duty, body, period, .. } = report.clone();
            Command::MarkReceived { duty, body, period, state: Some(state) }
        })
    });
    view! {
        <li class=format!("work-row {tone}")>
            <div class="work-main">
                <span class="work-title" lang="vi">{title}</span>
                <span class="work-facts"><span>{period}</span><span class="work-time">{words_now}</span></span>
            </div>
            {button}
        </li>
    }
    .into_any()
}
