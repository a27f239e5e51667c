//! The lists of a body's page: figures to enter, tasks, and with `work_reports` the reports to send.

use std::sync::Arc;

use leptos::prelude::*;

use super::sheet::ITEM;
use super::work_reports::{occasional, reports};
use super::{letter, progress, role_class};
use crate::app::{Filters, Route, Session, with_filter};
use crate::document::NodeId;
use crate::evaluate::{BodyFigures, BodyTask, BodyWork, OwnMeasure};
use crate::i18n::messages::{Assignments, Bodies};
use crate::i18n::{
    Language, Message, deadline_words, format_date_short, period_name, period_name_inside, whole_percent, with_unit,
};
use crate::model::{Clock, Date, Deadline, FigureState, Measure, Observation, Reading, Role, TaskState};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::indicator::figures::reading_text;
use crate::ui::words;

/// What the lists share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub session: Session,
    body: Memo<NodeId>,
    pub work: Memo<Arc<BodyWork>>,
    /// The task whose progress is being written.
    open: RwSignal<Option<NodeId>>,
}

pub(super) fn work(session: Session, body: Memo<NodeId>) -> AnyView {
    let work = Memo::new_with_compare(
        move |_| {
            let context = session.judged.with(|judged| judged.context.clone());
            let of = |programme: &crate::model::Programme| body.with(|body| BodyWork::of(programme, body, &context));
            Arc::new(session.programme.with(of))
        },
        |_, _| true,
    );
    let desk = Desk { session, body, work, open: RwSignal::new(None) };
    view! {
        {load(desk)}
        {section("work-figures", &Bodies::ToFill, &Bodies::NoFigures, desk, figures_owed, figures)}
        {own_measures(desk)}
        {section("work-tasks", &Bodies::Tasks, &Bodies::NoTasks, desk, |work| work.tasks.iter().filter(|it| is_own(it)).count(), tasks)}
        {section("work-reports", &Bodies::ReportsToSend, &Bodies::NoReports, desk, |work| work.reports.len(), reports)}
        {occasional(desk)}
        {rest(desk, &Bodies::Watched, |task| task.is_open() && task.part.role == Role::Monitor)}
        {rest(desk, &Bodies::Done, |task| !task.is_open())}
    }
    .into_any()
}

fn figures_late(work: &BodyWork, day: Date) -> usize {
    work.figures.iter().flat_map(|figures| &figures.due).filter(|due| due.due < day).count()
}

fn figures_owed(work: &BodyWork) -> usize {
    work.figures.iter().map(|figures| figures.due.len()).sum()
}

/// Open, and not only watched.
fn is_own(task: &BodyTask) -> bool {
    task.is_open() && task.part.role != Role::Monitor
}

/// Counts by time.
fn load(desk: Desk) -> AnyView {
    let counts = move || {
        let language = desk.session.language.get();
        let context = desk.session.judged.with(|judged| judged.context.clone());
        let load = desk.work.with(|work| work.load(&context));
        let counts = [
            (Bodies::TasksOverdue, load.open_overdue, "is-late"),
            (Bodies::FiguresOverdue, desk.work.with(|work| figures_late(work, context.as_of)), "is-late"),
            (Bodies::ReportsToSend, desk.work.with(|work| work.reports.len()), "is-soon"),
            (Bodies::TasksDueSoon, load.due_soon, "is-soon"),
            (Bodies::OnTime, load.open_on_time - load.due_soon, ""),
            (Bodies::OpenEnded, load.without_deadline, ""),
            (Bodies::Done, load.done_on_time + load.done_late, "is-done"),
        ];
        let count = |(name, count, tone): (Bodies, usize, &'static str)| {
            let tone = if count == 0 { "" } else { tone };
            view! { <div class=tone><dt>{name.text(language).into_owned()}</dt><dd>{count}</dd></div> }.into_any()
        };
        counts.map(count).into_iter().collect::<Vec<_>>()
    };
    view! { <dl class="load-strip">{counts}</dl> }.into_any()
}

fn section(
    id: &'static str,
    title: &Bodies,
    none: &Bodies,
    desk: Desk,
    count: fn(&BodyWork) -> usize,
    list: fn(Desk) -> AnyView,
) -> AnyView {
    let count = Memo::new(move |_| desk.work.with(|work| count(work)));
    let is_empty = Memo::new(move |_| count.get() == 0);
    let none = words(none);
    let body = move || {
        if is_empty.get() { view! { <p class="section-note">{none}</p> }.into_any() } else { list(desk) }
    };
    view! {
        <section class="work-section" aria-labelledby=id>
            <div class="section-heading"><h2 id=id tabindex="-1">{words(title)}</h2><span class="section-note">{count}</span></div>
            {body}
        </section>
    }
    .into_any()
}

fn figures(desk: Desk) -> AnyView {
    let rows = move || {
        let (language, day) = (desk.session.language.get(), desk.session.as_of.get());
        let view = |owed: &BodyFigures| figure(desk, owed, returned(desk, owed), day, language);
        desk.work.with(|work| work.figures.iter().map(view).collect::<Vec<_>>())
    };
    view! { <ul class="work-list">{rows}</ul> }.into_any()
}

/// What is to be mended in those that were sent back: the measure's, or the body's own where bodies report apart.
fn returned(desk: Desk, owed: &BodyFigures) -> Vec<String> {
    let day = desk.session.as_of.get();
    desk.session.programme.with(|programme| {
        let stands = |body: &NodeId| programme.body_on(body.as_str(), day).map(|body| body.id.clone());
        let is_own = |figure: &Observation| {
            figure.body.as_ref().is_none_or(|body| stands(body).is_some_and(|now| desk.body.with(|own| *own == now)))
        };
        let is_owed = |figure: &Observation| owed.due.iter().any(|due| due.is_returned && due.period == figure.period);
        let figures = programme.observations_of(owed.measure.id.as_str());
        let returned = figures.filter(|it| it.state == FigureState::Returned && is_owed(it) && is_own(it));
        returned.map(|figure| figure.remark.clone()).filter(|remark| !remark.is_empty()).collect()
    })
}

fn figure(desk: Desk, owed: &BodyFigures, returned: Vec<String>, day: Date, language: Language) -> AnyView {
    let name = owed.measure.name.clone();
    let href = desk.to_figures(&owed.measure);
    let periods: Vec<String> = owed
        .due
        .iter()
        .enumerate()
        .map(|(index, it)| {
            let name =
                if index == 0 { period_name(it.period, language) } else { period_name_inside(it.period, language) };
            let returned =
                if it.is_returned { format!(" ({})", Bodies::Returned.text(language)) } else { String::new() };
            format!("{name}{returned}")
        })
        .collect();
    // The oldest says how pressing it is.
    let (words_now, tone) = owed.due.first().map(|first| due_words(first.due, day, language)).unwrap_or_default();
    let label = format!("{}: {name}", Bodies::EnterFigures.text(language));
    let remark = (!returned.is_empty()).then(|| {
        view! { <span class="work-facts">{status_mark(Status::AtRisk)} <span>{returned.join("; ")}</span></span> }
    });
    view! {
        <li class=format!("work-row {tone}")>
            <div class="work-main">
                <span class="work-title" lang="vi">{name}</span>
                <span class="work-facts"><span>{periods.join(", ")}</span><span class="work-time">{words_now}</span></span>
                {remark}
            </div>
            <a class="button is-small" href=href aria-label=label>{icon(Icon::Pencil)}{Bodies::EnterFigures.text(language)}</a>
        </li>
    }
    .into_any()
}

impl Desk {
    /// The cell where a measure's next figure is typed: the body's own where bodies report apart.
    fn to_figures(self, measure: &Measure) -> String {
        let is_apart =
            self.work.with(|work| work.measures.iter().any(|own| own.measure.id == measure.id && own.is_apart));
        let body = self.body.get();
        let at = with_filter(
            with_filter(Filters::new(), "at", "figures"),
            "body",
            if is_apart { body.as_str() } else { "" },
        );
        Route::IndicatorAt(measure.id.clone(), at).href()
    }
}

/// What the body reports, with the last figure of each: what is not owed may still be wrong. Open while nothing is owed.
fn own_measures(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.work.with(|work| work.measures.len()));
    let rows = move || {
        let language = desk.session.language.get();
        let order = desk.session.programme.with(|programme| {
            programme.measures_in_order().iter().map(|measure| measure.id.clone()).collect::<Vec<_>>()
        });
        let mut all = desk.work.with(|work| work.measures.clone());
        all.sort_by_key(|own| order.iter().position(|id| *id == own.measure.id));
        all.iter().map(|own| own_measure(desk, own, language)).collect::<Vec<_>>()
    };
    (move || {
        (count.get() > 0).then(|| {
            view! {
                <details class="work-rest" open=desk.work.with_untracked(|work| work.figures.is_empty())>
                    <summary>{words(&Bodies::OwnMeasures)} " " <span class="section-note">{count}</span></summary>
                    <ul class="work-list">{rows}</ul>
                </details>
            }
            .into_any()
        })
    })
    .into_any()
}

fn own_measure(desk: Desk, own: &OwnMeasure, language: Language) -> AnyView {
    let measure = &own.measure;
    let last = own.last.as_ref();
    let facts = last.and_then(|it| it.figure.as_ref().map(|figure| (it, figure))).map(|(it, figure)| {
        let unit = if matches!(figure.reading, Reading::Rank(_)) { "" } else { &measure.unit };
        let value = with_unit(&reading_text(&figure.reading, language), unit, language);
        let state = crate::i18n::to_lower(&it.state.text(language));
        format!("{}: {value}, {state}", period_name(it.period, language))
    });
    let facts = facts.unwrap_or_else(|| Bodies::NoFigureYet.text(language).into_owned());
    let name = measure.name.clone();
    view! {
        <li class="work-row">
            <div class="work-main">
                <a class="work-title" lang="vi" href=desk.to_figures(measure)>{name}</a>
                <span class="work-facts"><span>{facts}</span></span>
            </div>
        </li>
    }
    .into_any()
}

/// `hạn 05/10, quá hạn 3 ngày`.
pub(super) fn due_words(due: Date, day: Date, language: Language) -> (String, &'static str) {
    let date = Bodies::DueOn { day: format_date_short(due, language) }.text(language).into_owned();
    match day.days_since(due) {
        late if late > 0 => (format!("{date}, {}", Bodies::LateBy { days: late }.text(language)), "is-late"),
        _ => (date, "is-soon"),
    }
}

fn tasks(desk: Desk) -> AnyView {
    task_list(desk, is_own)
}

fn task_list(desk: Desk, wanted: fn(&BodyTask) -> bool) -> AnyView {
    let each = move || desk.work.with(|work| work.tasks.iter().filter(|it| wanted(it)).cloned().collect::<Vec<_>>());
    // Records stand behind `Arc`s that change with them; time passes on.
    let key = |task: &BodyTask| format!("{:p} {:p} {:?}", Arc::as_ptr(&task.item), Arc::as_ptr(&task.part), task.clock);
    view! { <ul class="work-list"><For each=each key=key children=move |task| task_view(desk, &task) /></ul> }
        .into_any()
}

/// What is watched or done, folded away.
fn rest(desk: Desk, title: &Bodies, wanted: fn(&BodyTask) -> bool) -> AnyView {
    let count = Memo::new(move |_| desk.work.with(|work| work.tasks.iter().filter(|it| wanted(it)).count()));
    let title = words(title);
    let is_empty = Memo::new(move |_| count.get() == 0);
    (move || {
        (!is_empty.get()).then(|| {
            view! {
                <details class="work-rest">
                    <summary>{title} " " <span class="section-note">{count}</span></summary>
                    {task_list(desk, wanted)}
                </details>
            }
            .into_any()
        })
    })
    .into_any()
}

fn task_view(desk: Desk, task: &BodyTask) -> AnyView {
    let session = desk.session;
    let id = StoredValue::new(task.item.id.clone());
    let is_open = Memo::new(move |_| desk.open.with(|open| id.with_value(|id| open.as_ref() == Some(id))));
    let title = task.item.title.clone();
    let number = session.programme.with_untracked(|programme| programme.reference(task.item.id.as_str()));
    let href =
        Route::Assignments([(ITEM.to_owned(), task.item.id.to_string())].into_iter().collect::<Filters>()).href();
    let (role, clock, state) = (task.part.role, task.clock, task.state());
    let (deadline, percent) = (task.deadline().clone(), task.item.percent);
    let tone = match clock {
        Clock::Overdue(_) => "is-late",
        Clock::DueSoon(_) => "is-soon",
        _ if state == TaskState::Done => "is-done",
        _ => "",
    };
    let facts = move || {
        let language = session.language.get();
        let sign = letter(role).text(language);
        let time = time_words(&deadline, clock, language);
        let percent = percent
            .filter(|_| state != TaskState::Done)
            .map(|percent| format!(", {}", whole_percent(percent, language)));
        let state = format!("{}{}", state.text(language), percent.unwrap_or_default());
        view! {
            <span class=role_class(Some(role)) aria-hidden="true">{sign}</span>
            <span class="visually-hidden">{role.text(language)}</span>
            <span class="work-time">{time}</span>
            <span>{state}</span>
        }
        .into_any()
    };
    let label = title.clone();
    let name = move || format!("{}: {label}", Assignments::WriteUpdate.text(session.language.get()));
    let toggle = move |_| {
        let next = if is_open.get_untracked() { None } else { Some(id.get_value()) };
        desk.open.set(next);
    };
    let button = move || {
        let name = name.clone();
        (!session.is_read_only()).then(|| {
            view! {
                <button
                    class="button is-small" aria-label=name aria-expanded=move || is_open.get().to_string() on:click=toggle
                >
                    {icon(Icon::Pencil)}{words(&Assignments::WriteUpdate)}
                </button>
            }
            .into_any()
        })
    };
    let done = move || {
        desk.open.set(None);
        id.with_value(focus_task);
    };
    let form = move || is_open.get().then(|| progress::form(session, id, done));
    view! {
        <li class=format!("work-row {tone}") data-task=id.with_value(ToString::to_string)>
            <div class="work-main">
                <a class="work-title" lang="vi" href=href><span class="work-number">{number}</span> " " {title}</a>
                <span class="work-facts">{facts}</span>
            </div>
            {button}
            {form}
        </li>
    }
    .into_any()
}

/// The row is drawn anew: the focus goes to its button, or to where the page begins when it left the list.
fn focus_task(id: &NodeId) {
    use wasm_bindgen::JsCast as _;
    let selector = format!("[data-task={}] button", super::keys::quoted(id));
    request_animation_frame(move || {
        let button = document().query_selector(&selector).ok().flatten();
        match button.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            Some(button) => drop(button.focus()),
            None => crate::ui::actions::focus_content(),
        }
    });
}

/// The deadline, and how it stands.
fn time_words(deadline: &Deadline, clock: Clock, language: Language) -> String {
    let words = deadline_words(deadline, language);
    match clock {
        Clock::Open | Clock::OnTime => words,
        clock => format!("{words}, {}", crate::i18n::to_lower(&clock.text(language))),
    }
}
