//! The day that every page reckons with: the quarter it is about, steps to the ones beside it, and a choice of days.

use leptos::prelude::*;

use crate::app::{AsOf, Session, Stage, use_session};
use crate::i18n::messages::Shell;
use crate::i18n::{Message, format_date, period_name_with_year};
use crate::model::Date;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::{shown_page, words};

/// The browser opens and closes it, moves the focus back, and closes it on Escape or a press elsewhere.
const MENU: &str = "as-of-menu";

pub(super) fn as_of() -> AnyView {
    let session = use_session();
    let page = shown_page();
    let is_shown = move || session.stage.get() == Stage::Open && !page.get().is_without_day();
    view! { <Show when=is_shown>{control(session)}</Show> }.into_any()
}

fn control(session: Session) -> AnyView {
    let place = Memo::new(move |_| {
        session.programme.with(|programme| AsOf::at(session.as_of.get(), session.today.get(), programme.head()))
    });
    let step = move |name: Shell, sign: Icon, day: fn(AsOf) -> Option<Date>| {
        view! {
            <button
                class="icon-button"
                aria-label=words(&name)
                prop:disabled=move || day(place.get()).is_none()
                on:click=move |_| choose(session, day(place.get_untracked()))
            >
                {icon(sign)}
            </button>
        }
        .into_any()
    };
    let current = move || {
        let (place, language) = (place.get(), session.language.get());
        let date = format_date(place.day, language);
        match place.period {
            Some(period) => {
                let detail = Shell::AsOfShort { date }.text(language).into_owned();
                let name = period_name_with_year(period, language);
                view! { {name} " " <span class="period-detail">{detail}</span> }.into_any()
            }
            None => Shell::AsOf { date }.text(language).into_owned().into_any(),
        }
    };
    view! {
        <div class="period" role="group" aria-label=words(&Shell::AsOfLabel)>
            {step(Shell::PreviousPeriod, Icon::ChevronLeft, |place| place.previous.map(|(_, day)| day))}
            <button class="period-current" popovertarget=MENU>
                <span aria-live="polite">{current}</span>
                {icon(Icon::ChevronDown)}
            </button>
            {step(Shell::NextPeriod, Icon::ChevronRight, |place| place.next)}
        </div>
        <div id=MENU class="menu period-menu" popover="auto" role="group" aria-label=words(&Shell::AsOfLabel)>
            {move || choices(session, place.get())}
            <label>
                {words(&Shell::ChooseDay)}
                <input
                    class="input"
                    type="date"
                    prop:value=move || place.get().day.to_string()
                    on:change=move |event| choose_typed(session, &event_target_value(&event))
                />
            </label>
        </div>
    }
    .into_any()
}

/// The quarters of the year, the programme's own day where it has one, and today.
fn choices(session: Session, place: AsOf) -> Vec<AnyView> {
    let (language, today) = (session.language.get(), session.today.get());
    let (quarters, own) =
        session.programme.with(|programme| (place.choices(today, programme.head()), programme.head().as_of));
    let is_chosen = move |day: Option<Date>| day == Some(place.day);
    let mut choices: Vec<AnyView> = quarters
        .into_iter()
        .map(|(period, day)| {
            choice(session, period_name_with_year(period, language), day, place.period == Some(period), day.is_none())
        })
        .collect();
    choices.push(view! { <hr /> }.into_any());
    let own_name = Shell::OwnDay.text(language).into_owned();
    choices.extend(own.map(|own| choice(session, own_name, Some(own), is_chosen(Some(own)), false)));
    let follow = Shell::FollowToday.text(language).into_owned();
    choices.push(choice(session, follow, Some(today), is_chosen(Some(today)), false));
    choices
}

fn choice(session: Session, name: String, day: Option<Date>, is_current: bool, is_disabled: bool) -> AnyView {
    let date = day.map(|day| format_date(day, session.language.get()));
    view! {
        <button
            popovertarget=MENU
            popovertargetaction="hide"
            aria-current=is_current.then_some("true")
            disabled=is_disabled
            on:click=move |_| choose(session, day)
        >
            {name}
            <small>{date}</small>
        </button>
    }
    .into_any()
}

fn choose(session: Session, day: Option<Date>) {
    if let Some(day) = day {
        session.look_at(day);
    }
}

/// A day from the field; while it is being typed its year has too few digits.
fn choose_typed(session: Session, typed: &str) {
    choose(session, typed.parse::<Date>().ok().filter(|day| day.year() >= 1900));
}
