//! The lists of a body's page: tasks, with `work_figures` the figures to enter, with `work_reports` the reports to send.

use std::sync::Arc;

use leptos::prelude::*;

use super::sheet::ITEM;
use super::work_figures::{figures, figures_late, figures_owed, own_measures};
use super::work_reports::{occasional, reports};
use super::{letter, progress, role_class};
use crate::app::{Filters, Route, Session};
use crate::document::NodeId;
use crate::evaluate::{BodyTask, BodyWork};
use crate::i18n::messages::{Assignments, Bodies};
use crate::i18n::{Language, Message, deadline_words, format_date_short, whole_percent};
use crate::model::{Clock, Date, Deadline, Role, TaskState};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// What the lists share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub session: Session,
    pub body: Memo<NodeId>,
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
