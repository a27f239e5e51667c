//! What is overdue and what comes due next: reports, tasks, figures, explanations, in the order of their days.

use leptos::prelude::*;

use super::Scene;
use crate::app::Route;
use crate::document::sort_by;
use crate::evaluate::{Evaluation, Step, TaskFacts, clock_at};
use crate::i18n::messages::Overview;
use crate::i18n::{Language, Message, format_date_short, period_name_inside, some_names, weekday_short};
use crate::model::{Clock, Date, Period, Programme};
use crate::ui::pages::indicators::rows::Row;
use crate::ui::words;

/// How many of the late ones, and of those to come, are shown at first, and on request.
const NEAREST: [usize; 2] = [6, 4];
const MOST: [usize; 2] = [50, 50];
/// A report that nobody marked as received is asked for so many days, then the next one is.
const REPORT_IS_ASKED_FOR: i64 = 31;
const NAMES: usize = 3;

/// One thing to be done by a day.
#[derive(Clone, PartialEq)]
struct Entry {
    day: Date,
    title: String,
    /// The title is the programme's own, in its language.
    is_own: bool,
    /// Nothing where no page shows it.
    href: Option<String>,
    detail: String,
    /// So many of so many are there.
    share: Option<(usize, usize)>,
}

pub fn due(scene: Scene) -> AnyView {
    let session = scene.session;
    let entries = Memo::new(move |_| {
        let (language, day) = (session.language.get(), session.as_of.get());
        scene.rows.with(|rows| session.programme.with(|programme| all(programme, rows, day, language)))
    });
    let is_open = RwSignal::new(false);
    let list = move || {
        let (day, language) = (session.as_of.get(), session.language.get());
        entries.with(|entries| {
            let shown = around(entries, day, if is_open.get() { MOST } else { NEAREST });
            entries[shown].iter().map(|entry| shown_entry(entry, entry.day < day, language)).collect::<Vec<_>>()
        })
    };
    let further = move || {
        let hidden = entries.with(|entries| entries.len() - around(entries, session.as_of.get(), NEAREST).len());
        (hidden > 0).then(|| {
            let words = move || {
                let words = if is_open.get() { Overview::ShowFewer } else { Overview::FurtherDue { count: hidden } };
                words.text(session.language.get()).into_owned()
            };
            view! {
                <button
                    class="text-button"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {words}
                </button>
            }
        })
    };
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    let content = move || {
        if is_empty.get() {
            return view! { <p class="section-note">{words(&Overview::NothingDue)}</p> }.into_any();
        }
        view! { <ol class="due-list">{list}</ol> {further} }.into_any()
    };
    view! {
        <section aria-labelledby="due-title">
            <div class="section-heading">
                <h2 id="due-title">{words(&Overview::Due)}</h2>
            </div>
            {content}
        </section>
    }
    .into_any()
}

/// The latest of the late ones (older ones are known by now) and the first of those to come.
fn around(entries: &[Entry], day: Date, most: [usize; 2]) -> std::ops::Range<usize> {
    let late = entries.iter().take_while(|entry| entry.day < day).count();
    late.saturating_sub(most[0])..entries.len().min(late + most[1])
}

fn shown_entry(entry: &Entry, is_late: bool, language: Language) -> AnyView {
    let lang = entry.is_own.then_some("vi");
    let title = match &entry.href {
        Some(href) => view! { <a lang=lang href=href.clone()>{entry.title.clone()}</a> }.into_any(),
        None => entry.title.clone().into_any(),
    };
    let meter = entry.share.map(|(done, whole)| {
        format!(
            "<svg viewBox=\"0 0 {whole} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"meter-track\" \
             width=\"{whole}\" height=\"1\"/><rect class=\"meter-fill\" width=\"{done}\" height=\"1\"/></svg>"
        )
    });
    view! {
        <li class:is-late=is_late>
            <span class="due-day">
                <b>{format_date_short(entry.day, language)}</b>
                {weekday_short(entry.day, language)}
            </span>
            <div>
                <p class="due-title">{title}</p>
                <p class="due-detail">
                    {meter.map(|meter| view! { <span class="due-meter" inner_html=meter></span> })}
                    {entry.detail.clone()}
                </p>
            </div>
        </li>
    }
    .into_any()
}

fn all(programme: &Programme, rows: &[Row], day: Date, language: Language) -> Vec<Entry> {
    let mut entries = Vec::new();
    reports(programme, day, language, &mut entries);
    late_tasks(programme, day, language, &mut entries);
    figures(programme, rows, day, language, &mut entries);
    explanations(programme, day, language, &mut entries);
    sort_by(&mut entries, |one, other| (one.day, &one.title).cmp(&(other.day, &other.title)));
    entries
}

/// The next report of each duty, or a late one of the last weeks.
fn reports(programme: &Programme, day: Date, language: Language, entries: &mut Vec<Entry>) {
    for duty in programme.duties().iter() {
        let Some(report) = programme.awaited_report(duty, day.add_days(-REPORT_IS_ASKED_FOR)) else { continue };
        let done = report.bodies - report.missing.len();
        let names: Vec<&str> = report.missing.iter().map(|body| body.short()).collect();
        let names = some_names(&names, NAMES, language);
        let mut detail = Overview::Missing { names }.text(language).into_owned();
        if report.bodies > 1 {
            detail = format!("{}. {detail}", Overview::SentOf { done, total: report.bodies }.text(language));
        }
        let period = period_name_inside(report.period, language);
        entries.push(Entry {
            day: report.due,
            title: format!("{}, {period}", duty.title),
            is_own: true,
            href: duty.item.clone().map(|item| Route::Outline { item: Some(item) }.href()),
            detail,
            share: (report.bodies > 1).then_some((done, report.bodies)),
        });
    }
}

/// Tasks that are overdue or due within the programme's days.
fn late_tasks(programme: &Programme, day: Date, language: Language, entries: &mut Vec<Entry>) {
    let soon = programme.head().settings.due_soon_days;
    for item in programme.tasks() {
        let clock = clock_at(&TaskFacts::of(item), day, soon);
        let (Clock::Overdue(_) | Clock::DueSoon(_), Some(last)) = (clock, item.deadline.last_day()) else { continue };
        let mut detail = clock.text(language).into_owned();
        if let Some(body) = programme.lead_of_item(item, day) {
            detail = format!("{detail}. {}", body.short());
        }
        entries.push(Entry {
            day: last,
            title: item.title.clone(),
            is_own: true,
            href: Some(Route::Outline { item: Some(item.id.clone()) }.href()),
            detail,
            share: None,
        });
    }
}

/// Figures that are due and missing, one by one; those of the periods that end next, together.
fn figures(programme: &Programme, rows: &[Row], day: Date, language: Language, entries: &mut Vec<Entry>) {
    let settings = &programme.head().settings;
    let mut coming: Vec<(Date, Period, usize, usize)> = Vec::new();
    for row in rows.iter().filter(|row| row.measure.target.is_measurable()) {
        let measure = &row.measure;
        if let Some((period, due)) = overdue(&row.evaluation) {
            let period = period_name_inside(period, language);
            entries.push(Entry {
                day: due,
                title: measure.name.clone(),
                is_own: true,
                href: Some(Route::Indicator(measure.id.clone()).href()),
                detail: Overview::FigureOf { period }.text(language).into_owned(),
                share: None,
            });
        }
        let due_days = i64::from(measure.lag_days + settings.due_days);
        let due = |period: Period| period.end(settings.edges).add_days(due_days);
        let periods = programme.head().years().flat_map(|year| Period::of_year(year, measure.period));
        let Some(period) = periods.into_iter().find(|period| due(*period) >= day) else { continue };
        let mut entered = programme.observations_of(measure.id.as_str());
        let is_there = entered.any(|figure| figure.period == period && figure.figure.is_some());
        let key = (due(period), period);
        let slot = coming.iter().position(|slot| (slot.0, slot.1) == key).unwrap_or(coming.len());
        if slot == coming.len() {
            coming.push((key.0, key.1, 0, 0));
        }
        coming[slot].2 += usize::from(is_there);
        coming[slot].3 += 1;
    }
    for (day, period, done, total) in coming.into_iter().filter(|(_, _, done, total)| done < total) {
        let period = period_name_inside(period, language);
        entries.push(Entry {
            day,
            title: Overview::Figures { period }.text(language).into_owned(),
            is_own: false,
            href: Some(Route::Indicators(crate::app::Filters::new()).href()),
            detail: Overview::EnteredOf { done, total }.text(language).into_owned(),
            share: Some((done, total)),
        });
    }
}

fn overdue(evaluation: &Evaluation) -> Option<(Period, Date)> {
    evaluation.trace.steps.iter().find_map(|step| match step {
        Step::Overdue { period, due } => Some((*period, *due)),
        _ => None,
    })
}

fn explanations(programme: &Programme, day: Date, language: Language, entries: &mut Vec<Entry>) {
    for request in programme.requests().iter().filter(|request| request.answer.is_empty()) {
        let (Some(due), Some(line)) = (request.due, programme.line(request.about.as_str())) else { continue };
        let href = match line {
            crate::model::Line::Measure(measure) => Route::Indicator(measure.id.clone()),
            _ => Route::Outline { item: Some(line.id().clone()) },
        };
        let about = line.title().to_owned();
        entries.push(Entry {
            day: due,
            title: Overview::Explanation { about }.text(language).into_owned(),
            is_own: false,
            href: Some(href.href()),
            detail: programme.body_on(request.to.as_str(), day).map(|body| body.short().to_owned()).unwrap_or_default(),
            share: None,
        });
    }
}
