//! The tasks in numbers: the official four, and those without a deadline apart.

use std::fmt::Write as _;

use leptos::prelude::*;

use super::Scene;
use crate::evaluate::{TaskCounts, TaskFacts, clock_at};
use crate::i18n::messages::Overview;
use crate::i18n::{Language, Message};
use crate::model::Clock;
use crate::ui::components::icon::{Icon, icon};

pub fn tasks(scene: Scene) -> AnyView {
    let session = scene.session;
    // Counts, the longest delay, and how many days ahead count as soon.
    let state = Memo::new(move |_| {
        let day = session.as_of.get();
        session.programme.with(|programme| {
            let soon = programme.head().settings.due_soon_days;
            let late = programme.tasks().filter_map(|item| match clock_at(&TaskFacts::of(item), day, soon) {
                Clock::Overdue(days) => Some(days),
                _ => None,
            });
            (TaskCounts::of(programme, day), late.max().unwrap_or_default(), soon)
        })
    });
    let title = move || {
        let (language, count) = (session.language.get(), state.get().0.total());
        let words = if count == 0 { Overview::NoTasks } else { Overview::Tasks { count } };
        words.text(language).into_owned()
    };
    let buckets = move || {
        let (counts, longest, soon) = state.get();
        (counts.total() > 0).then(|| buckets(&counts, longest, soon, session.language.get()))
    };
    view! {
        <section aria-labelledby="tasks-title">
            <div class="section-heading">
                <h2 id="tasks-title">{title}</h2>
            </div>
            {buckets}
        </section>
    }
    .into_any()
}

fn buckets(counts: &TaskCounts, longest: i64, soon: u32, language: Language) -> AnyView {
    let say = |message: Overview| message.text(language).into_owned();
    let late = (counts.open_overdue > 0).then(|| say(Overview::Longest { days: longest }));
    let coming = (counts.due_soon > 0).then(|| say(Overview::SoonOfThese { count: counts.due_soon, days: soon }));
    let row = |class: &'static str, sign: Icon, name: Overview, count: usize, note: Option<String>| {
        view! {
            <li class=class data-empty=(count == 0).then_some("true")>
                {icon(sign)}
                <span>{say(name)} {note.map(|note| view! { " " <small class="bucket-note">{note}</small> })}</span>
                <b>{count}</b>
            </li>
        }
        .into_any()
    };
    let bar = [
        ("done", counts.done_on_time),
        ("done-late", counts.done_late),
        ("running", counts.open_on_time - counts.due_soon),
        ("soon", counts.due_soon),
        ("late", counts.open_overdue),
        ("waiting", counts.without_deadline),
    ];
    view! {
        <div class="task-bar" inner_html=drawn(&bar)></div>
        <ul class="task-buckets">
            {row("bucket-late", Icon::Clock, Overview::OpenOverdue, counts.open_overdue, late)}
            {row("bucket-soon", Icon::Play, Overview::OpenOnTime, counts.open_on_time, coming)}
            {row("bucket-done", Icon::Check, Overview::DoneOnTime, counts.done_on_time, None)}
            {row("bucket-done-late", Icon::Check, Overview::DoneLate, counts.done_late, None)}
            {row("bucket-waiting", Icon::Circle, Overview::WithoutDeadline, counts.without_deadline, None)}
        </ul>
    }
    .into_any()
}

/// The shares of the whole, in the order of the list's colours; the list says them in numbers.
fn drawn(parts: &[(&str, usize)]) -> String {
    let whole: usize = parts.iter().map(|(_, count)| count).sum();
    let mut svg = format!("<svg viewBox=\"0 0 {whole} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    let mut from = 0;
    for (name, count) in parts {
        write!(svg, "<rect class=\"bucket-{name}\" x=\"{from}\" width=\"{count}\" height=\"1\"/>").ok();
        from += count;
    }
    svg.push_str("</svg>");
    svg
}
