//! Beside the sheets: printing, the quarter, what the report holds, and what it still lacks.

use leptos::prelude::*;

use super::{Page, Part, ahead, work};
use crate::app::{Filters, Route};
use crate::i18n::messages::{Bodies, Figures, Report};
use crate::i18n::{Message, period_name_with_year, period_name_with_year_inside};
use crate::model::Date;
use crate::ui::actions::print;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::indicators::rows::{DUE, ENTERING, MISSING, MODE};
use crate::ui::words;

/// What the panel tells of the report.
#[derive(Clone, Default, PartialEq, Eq)]
struct Facts {
    title: String,
    drawn_up: String,
    exceptions: usize,
    late: usize,
    next_period: String,
    measures: usize,
    overdue_figures: usize,
}

pub(super) fn panel(page: Page) -> AnyView {
    let facts = Memo::new(move |_| {
        let read = page.read(|source| Facts {
            title: source.say(&Report::Title { period: period_name_with_year_inside(source.period, source.language) }),
            drawn_up: source.say(&Report::DrawnUp { date: source.date() }),
            exceptions: work::exceptions(source).len(),
            late: work::late(source).len(),
            next_period: ahead::next_period(source),
            measures: source.rows.len(),
            overdue_figures: source.overdue_figures().count(),
        });
        read.unwrap_or_default()
    });
    let part = move |part: Part, name: fn(&Facts) -> Report| {
        let name = move || facts.with(|facts| name(facts).text(page.session.language.get()).into_owned());
        choice(page, part, name)
    };
    view! {
        <aside class="report-panel" aria-labelledby="report-title">
            <div>
                <h2 class="page-title" id="report-title">{move || facts.with(|facts| facts.title.clone())}</h2>
                <p class="section-note">{move || facts.with(|facts| facts.drawn_up.clone())}</p>
            </div>
            <button class="button is-primary" on:click=|_| print()>
                {icon(Icon::Printer)} {words(&Report::Print)}
            </button>
            {period(page)}
            <fieldset class="report-parts">
                <legend class="field-label">{words(&Report::Parts)}</legend>
                {part(Part::Results, |_| Report::PartResults)}
                {part(Part::Focus, |facts| Report::PartFocus { count: facts.exceptions })}
                {part(Part::Reasons, |_| Report::PartReasons)}
                {part(Part::Overdue, |facts| Report::PartOverdue { count: facts.late })}
                {part(Part::Ahead, |facts| Report::PartAhead { period: facts.next_period.clone() })}
                {part(Part::Annex, |facts| Report::PartAnnex { count: facts.measures })}
            </fieldset>
            {move || lacking(page, facts.with(|facts| facts.overdue_figures))}
        </aside>
    }
    .into_any()
}

/// The quarters of the year; another one is another day for all pages.
fn period(page: Page) -> AnyView {
    let session = page.session;
    let options = move || {
        let (place, today, language) = (page.place(), session.today.get(), session.language.get());
        let choices = session.programme.with(|programme| place.choices(today, programme.head()));
        let option = |(period, day): (_, Option<Date>)| {
            let is_shown = place.period == Some(period);
            let value = day.map(|day| day.to_string()).unwrap_or_default();
            let name = period_name_with_year(period, language);
            view! { <option value=value disabled=day.is_none() prop:selected=is_shown>{name}</option> }.into_any()
        };
        choices.into_iter().map(option).collect::<Vec<_>>()
    };
    let choose = move |event| {
        if let Ok(day) = event_target_value(&event).parse::<Date>() {
            session.look_at(day);
        }
    };
    view! {
        <label class="field">
            <span class="field-label">{words(&Figures::Period)}</span>
            <select class="select is-full" on:change=choose>{options}</select>
        </label>
    }
    .into_any()
}

/// One part, in the report or not. Reasons are told of what calls for work: without that there are none.
fn choice(page: Page, part: Part, name: impl Fn() -> String + Send + 'static) -> AnyView {
    let has = move |part: Part| page.chosen.with(|chosen| chosen.contains(&part));
    let toggle = move |_| {
        page.chosen.update(|chosen| match chosen.iter().position(|it| *it == part) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(part),
        });
    };
    view! {
        <label class="choice">
            <input
                type="checkbox" prop:checked=move || has(part) on:change=toggle
                prop:disabled=move || part == Part::Reasons && !has(Part::Focus)
            />
            <span>{name}</span>
        </label>
    }
    .into_any()
}

/// Figures that were due and are not there, with the way to enter them.
fn lacking(page: Page, count: usize) -> Option<AnyView> {
    let filters: Filters = [(DUE, MISSING), (MODE, ENTERING)].map(|(name, value)| (name.into(), value.into())).into();
    let told = move || Report::Lacking { count }.text(page.session.language.get()).into_owned();
    let notice = move || {
        view! {
            <div class="notice" data-status="at-risk">
                <p>
                    {status_mark(Status::AtRisk)}
                    <span>{told} " " <a href=Route::Indicators(filters).href()>{words(&Bodies::EnterFigures)}</a></span>
                </p>
            </div>
        }
        .into_any()
    };
    (count > 0).then(notice)
}
