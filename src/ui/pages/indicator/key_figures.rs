//! The few numbers that say how an indicator stands: value, share of the plan, pace, projection, what is needed.

use leptos::prelude::*;

use super::Subject;
use crate::evaluate::{Evaluation, Verdict};
use crate::i18n::messages::{Indicator, Indicators};
use crate::i18n::{
    Language, Message, each_remaining, elapsed_name, format_number, format_percent, format_range, in_points,
    needed_words, share_words, value_words,
};
use crate::model::{Decimal, Direction, Measure, Programme, ValueKind};
use crate::ui::components::status_mark::Status;
use crate::ui::words;

pub fn key_figures(subject: Subject) -> AnyView {
    let session = subject.session;
    let content = move || {
        let (measure, evaluation) = subject.get()?;
        let language = session.language.get();
        Some(session.programme.with(|programme| blocks(programme, &measure, &evaluation, language)))
    };
    view! {
        <h2 class="visually-hidden">{words(&Indicator::Figures)}</h2>
        <dl class="key-figures">{content}</dl>
    }
    .into_any()
}

fn blocks(programme: &Programme, measure: &Measure, evaluation: &Evaluation, language: Language) -> Vec<AnyView> {
    let say = |message: Indicator| message.text(language).into_owned();
    let number = |value: Decimal| format_number(value, measure.decimals, language);
    let percent = |share: Decimal| share_words(share, language);
    let mut blocks = Vec::with_capacity(5);

    let elapsed = evaluation.through.map(|period| elapsed_name(period, language)).unwrap_or_default();
    let value = value_words(measure, evaluation, language);
    let has_unit = value.is_some() && evaluation.value.is_some() && measure.value_kind != ValueKind::Rank;
    let unit = if has_unit { measure.unit.clone() } else { String::new() };
    let before = evaluation.year_on_year.zip(evaluation.through).map(|(year, through)| {
        say(Indicator::SamePeriodLastYear { year: through.year() - 1, value: number(year.before) })
    });
    // Where no figure is asked for, what a person says stands in its place.
    let is_judged = evaluation.verdict == Verdict::ByPerson && evaluation.through.is_none();
    let name = say(if is_judged { Indicator::PersonVerdict } else { Indicator::MeasuredThrough { elapsed } });
    // In words: three dots in large type look like something that is still loading.
    let missing = Indicators::NoValue.text(language).into_owned();
    let class = if evaluation.value.is_some() { "is-actual" } else { "is-words" };
    blocks.push(block(class, name, value.unwrap_or_else(|| missing.clone()), unit, note(before)));

    if let Some(share) = evaluation.percent_of_plan {
        let elapsed = time_elapsed(programme, measure, evaluation);
        let elapsed = elapsed.map(|share| {
            let share = format_percent(share, 0, language);
            say(Indicator::TimeElapsed { share })
        });
        blocks.push(block("", say(Indicator::AgainstPlan), percent(share), String::new(), note(elapsed)));
    }
    if let Some((share, shown)) = against_pace(measure, evaluation, language) {
        blocks.push(block("", say(Indicator::AgainstPace), percent(share), String::new(), shown));
    }
    if let Some(range) = &evaluation.projection {
        let value = format_range(range.low, range.high, measure.decimals, language);
        let middle = note(Some(say(Indicator::MostLikely { value: number(range.middle) })));
        blocks.push(block("is-wide-figure", say(Indicator::ProjectedYear), value, String::new(), middle));
    } else if evaluation.trace.has_too_few_to_project() {
        let why = note(Some(say(Indicator::NotEnoughForProjection)));
        blocks.push(block("is-words", say(Indicator::ProjectedYear), missing, String::new(), why));
    }
    if let Some((needed, value)) = evaluation.needed.zip(needed_words(measure, evaluation, language)) {
        let each = each_remaining(measure.period, needed.periods, language);
        let recent = needed.recent.map(|value| {
            let value = number(value);
            // "1,0 times as much" is no more.
            match needed.times.map(|times| times.round_dp(1)).filter(|times| *times > Decimal::ONE) {
                Some(times) => say(Indicator::TimesRecent { times: format_number(times, 1, language), value }),
                None => say(Indicator::RecentMean { value }),
            }
        });
        let is_ceiling = evaluation.goal.is_some_and(|goal| goal.direction == Direction::Lower);
        let name = match needed.recent {
            Some(_) if is_ceiling => Indicator::AllowedPerPeriod { each },
            Some(_) => Indicator::NeededPerPeriod { each },
            None if needed.per_period < Decimal::ZERO => Indicator::FallPerPeriod { each },
            None => Indicator::RisePerPeriod { each },
        };
        blocks.push(block("", say(name), value, String::new(), note(recent)));
    }
    if let Some(growth) = evaluation.growth {
        let status = growth.status.text(language).into_owned();
        let score = growth.score.and_then(Decimal::from_f64_retain);
        let note_words = match score {
            Some(score) => Indicator::SecondScore { score: format_number(score, 1, language) },
            None => Indicator::SecondAbsent,
        };
        blocks.push(block(
            "is-words",
            say(Indicator::SecondMethod),
            status,
            String::new(),
            note(Some(say(note_words))),
        ));
    }
    blocks
}

/// The part of the year that the figures cover in percent, where one year is judged as a whole and they add up to it: a state does not
/// come nearer to its target with the days alone.
fn time_elapsed(programme: &Programme, measure: &Measure, evaluation: &Evaluation) -> Option<Decimal> {
    let head = programme.head();
    let is_one_year = head.first_year == head.last_year && measure.judged_by.is_none();
    let adds_up = matches!(measure.value_kind, ValueKind::Flow | ValueKind::RunningTotal);
    let months = evaluation.through.filter(|_| is_one_year && adds_up)?.last_month();
    Decimal::from(u32::from(months) * 100).checked_div(Decimal::from(12))
}

/// The share of the pace, and how far the value is from it. `None` where the pace is the target itself.
fn against_pace(measure: &Measure, evaluation: &Evaluation, language: Language) -> Option<(Decimal, AnyView)> {
    let (value, expected, goal) = (evaluation.value?, evaluation.expected?, evaluation.goal?);
    if expected == goal.line {
        return None;
    }
    let share = value.checked_div(expected)?;
    // As a person reckons it from the numbers that are shown.
    let shown = |value: Decimal| value.round_dp(measure.decimals.into());
    let apart = shown(value).checked_sub(shown(expected))?;
    let amount = format_number(apart.abs(), measure.decimals, language);
    let amount = in_points(&amount, &measure.unit, language).unwrap_or(amount);
    let message = match (goal.direction, apart.is_sign_negative()) {
        _ if apart.is_zero() => return Some((share, ().into_any())),
        (Direction::Higher, true) => Indicator::Short { amount },
        (Direction::Higher, false) => Indicator::Ahead { amount },
        (Direction::Lower, true) => Indicator::Below { amount },
        (Direction::Lower, false) => Indicator::Over { amount },
    };
    let is_behind = apart.is_sign_negative() == (goal.direction == Direction::Higher);
    let status = is_behind.then(|| Status::from(evaluation.verdict).as_str());
    let words = message.text(language).into_owned();
    Some((share, view! { <dd class="figure-note" data-status=status><b>{words}</b></dd> }.into_any()))
}

fn note(words: Option<String>) -> AnyView {
    words.map(|words| view! { <dd class="figure-note">{words}</dd> }).into_any()
}

fn block(class: &'static str, name: String, value: String, unit: String, note: AnyView) -> AnyView {
    let unit = (!unit.is_empty()).then(|| view! { " " <small>{unit}</small> });
    view! {
        <div class=class>
            <dt>{name}</dt>
            <dd>{value} {unit}</dd>
            {note}
        </div>
    }
    .into_any()
}
