//! What is tied to the indicator: the tasks that serve it, the solutions that carry it out, other indicators.

use leptos::prelude::*;

use super::Subject;
use crate::app::Route;
use crate::document::NodeId;
use crate::evaluate::{TaskFacts, clock_at};
use crate::i18n::messages::Indicator;
use crate::i18n::{Language, Message};
use crate::model::{Clock, Date, Item, Line, LinkKind, Measure, Programme, TaskState};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn links(subject: Subject) -> AnyView {
    let session = subject.session;
    let rows = move || {
        let measure = subject.measure.get()?;
        let (day, language) = (session.as_of.get(), session.language.get());
        let rows = session.programme.with(|programme| rows(programme, &measure, day, language));
        (!rows.is_empty()).then_some(rows)
    };
    let section = move || {
        rows().map(|rows| {
            view! {
                <section class="linked-section" aria-labelledby="linked-title">
                    <div class="section-heading">
                        <h2 id="linked-title">{words(&Indicator::RelatedTasks)}</h2>
                    </div>
                    <ul class="linked-list">{rows}</ul>
                </section>
            }
            .into_any()
        })
    };
    section.into_any()
}

/// Links of the measure and of its item, each other end once. Twins are told with the reasons.
fn rows(programme: &Programme, measure: &Measure, day: Date, language: Language) -> Vec<AnyView> {
    let mut seen: Vec<&NodeId> = vec![&measure.id, &measure.place.parent];
    let mut rows = Vec::new();
    for subject in [&measure.id, &measure.place.parent] {
        for link in programme.links_of(subject.as_str()).filter(|link| link.kind != LinkKind::SameFact) {
            let other = if link.from == *subject { &link.to } else { &link.from };
            if seen.contains(&other) {
                continue;
            }
            seen.push(other);
            match programme.line(other.as_str()) {
                Some(Line::Item(item)) => rows.push(task(programme, item, day, language)),
                Some(Line::Measure(other)) => {
                    let name = format!("{} {}", programme.reference(other.id.as_str()), other.name);
                    let href = Route::Indicator(other.id.clone()).href();
                    rows.push(row("", Icon::Target, href, name, String::new()));
                }
                _ => {}
            }
        }
    }
    rows
}

fn task(programme: &Programme, item: &Item, day: Date, language: Language) -> AnyView {
    let clock = clock_at(&TaskFacts::of(item), day, programme.head().settings.due_soon_days);
    let (class, picture) = match (item.state, clock) {
        (TaskState::Done, _) => ("is-done", Icon::Check),
        (_, Clock::Overdue(_)) => ("is-late", Icon::Clock),
        (TaskState::Ongoing, _) => ("", Icon::Play),
        _ => ("", Icon::Circle),
    };
    let state: &dyn Message = if clock == Clock::Open { &item.state } else { &clock };
    let mut note = state.text(language).into_owned();
    if let Some(lead) = programme.lead_of_item(item, day) {
        note.push_str(", ");
        note.push_str(&lead.name);
    }
    let title = format!("{} {}", programme.reference(item.id.as_str()), item.title);
    row(class, picture, Route::Outline { item: Some(item.id.clone()) }.href(), title, note)
}

fn row(class: &'static str, picture: Icon, href: String, title: String, note: String) -> AnyView {
    view! {
        <li class=class>
            {icon(picture)}
            <a lang="vi" href=href>{title}</a>
            <span class="linked-note">{note}</span>
        </li>
    }
    .into_any()
}
