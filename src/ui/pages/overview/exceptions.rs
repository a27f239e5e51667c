//! What needs a decision, the most pressing first: one line of fact, one line of reason.

use leptos::prelude::*;

use super::{Scene, keyed};
use crate::app::{Filters, Route, use_session};
use crate::charts::{Bullet, bullet};
use crate::i18n::messages::Overview;
use crate::i18n::{Language, MISSING, Message, explain, needed_briefly, noted, reckoned_short, value_words};
use crate::model::{Decimal, ValueKind};
use crate::ui::components::status_mark::status_mark;
use crate::ui::pages::indicators::rows::{Row, SORT, Sort};
use crate::ui::words;

/// Beyond these the table is the better place.
const MOST: usize = 40;
/// How many stand open on a wide page, and on a phone (`exception-list.css`).
const OPEN: usize = 12;
const OPEN_NARROW: usize = 3;

pub fn exceptions(scene: Scene) -> AnyView {
    let session = scene.session;
    let pieces = Memo::new(move |_| scene.pressing(MOST, &|row| row.evaluation.verdict.is_exception()));
    let count = Memo::new(move |_| pieces.with(Vec::len));
    let is_open = RwSignal::new(false);
    let more = move || {
        let language = session.language.get();
        let words = match count.get() {
            _ if is_open.get() => Overview::ShowFewer,
            MOST if scene.rollup().exceptions() > MOST => Overview::ShowFirst { count: MOST },
            count => Overview::ShowAll { count },
        };
        words.text(language).into_owned()
    };
    // The list as a whole is drawn anew only when it empties or fills.
    let is_empty = Memo::new(move |_| count.get() == 0);
    let list = move || {
        if is_empty.get() {
            return nothing(scene.rollup().with_figures > 0);
        }
        view! {
            <div class="exception-heads" aria-hidden="true">
                <span></span>
                <span>{words(&Overview::ColumnReason)}</span>
                <span>{words(&Overview::ColumnValue)}</span>
                <span>{words(&Overview::ColumnProjection)}</span>
            </div>
            <ul class="exception-list" id="exceptions" class:is-folded=move || !is_open.get()>
                {keyed(pieces, exception)}
            </ul>
        }
        .into_any()
    };
    let toggle = move || {
        (count.get() > OPEN_NARROW).then(|| {
            let class = if count.get() > OPEN { "button fold-toggle" } else { "button fold-toggle is-narrow-only" };
            view! {
                <button
                    class=class
                    aria-controls="exceptions"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {more}
                </button>
            }
        })
    };
    let table: Filters = [(SORT.to_owned(), Sort::Urgency.word().to_owned())].into_iter().collect();
    view! {
        <section class="exceptions" aria-labelledby="exceptions-title">
            <div class="section-heading">
                <h2 id="exceptions-title">{words(&Overview::Exceptions)}</h2>
                <a class="section-link" href=Route::Indicators(table).href()>
                    {words(&Overview::OpenInTable)}
                </a>
            </div>
            {list}
            {toggle}
        </section>
    }
    .into_any()
}

fn nothing(is_judged: bool) -> AnyView {
    let (title, hint) = if is_judged {
        (Overview::NoExceptions, Overview::NoExceptionsHint)
    } else {
        (Overview::NothingJudged, Overview::NothingJudgedHint)
    };
    view! {
        <div class="empty-note">
            <strong>{words(&title)}</strong>
            <p>{words(&hint)}</p>
        </div>
    }
    .into_any()
}

fn exception(row: Row) -> AnyView {
    let session = use_session();
    let content = move || shown(&row, session.language.get());
    view! { <li class="exception">{content}</li> }.into_any()
}

fn shown(row: &Row, language: Language) -> AnyView {
    let (measure, evaluation, status) = (&*row.measure, &*row.evaluation, row.status());
    let verdict = evaluation.verdict.text(language).into_owned();
    // The bars beside it tell where it stands. What they do not: what was noted as the cause, and what has to come.
    let cause = noted(evaluation).map(|cause| view! { <span lang="vi">{cause}</span> " " });
    let needed = needed_briefly(measure, evaluation, language)
        .unwrap_or_else(|| explain(measure, evaluation, language).sentence);
    let lead = row.lead.as_ref().map(|body| body.short().to_owned());
    let value = value_words(measure, evaluation, language).unwrap_or_else(|| MISSING.to_owned());
    let bar = evaluation.goal.map(|_| bullet(&Bullet::of(measure, evaluation, status.as_str()), 136.0, 22.0));
    let (forecast, range) = (row.forecast(language), forecast_picture(row));
    view! {
        {status_mark(status)}
        <div class="exception-text">
            <h3>
                <a lang="vi" href=Route::Indicator(measure.id.clone()).href()>{measure.name.clone()}</a>
                <span class="visually-hidden">{format!(": {verdict}")}</span>
            </h3>
            <p class="exception-why">
                {cause} {needed} " " <span class="exception-lead">{lead}</span>
            </p>
        </div>
        <div class="exception-measure">
            <span class="measure-values">
                <b>{value}</b>
                <span>{reckoned_short(measure, evaluation, language)}</span>
            </span>
            <div inner_html=bar></div>
        </div>
        <div class="exception-measure is-forecast">
            <span class="measure-values">
                <span>{forecast}</span>
            </span>
            <div inner_html=range></div>
        </div>
    }
    .into_any()
}

/// The projected range as a picture.
fn forecast_picture(row: &Row) -> Option<String> {
    let goal = row.evaluation.goal.filter(|_| row.measure.value_kind != ValueKind::Rank)?;
    let range = row.evaluation.projection?;
    picture(range.low, range.middle, range.high, goal.line)
}

/// Fifteen percent of the target on either side of it, so that all rows have one scale.
fn picture(low: Decimal, middle: Decimal, high: Decimal, line: Decimal) -> Option<String> {
    // In tenths of a pixel, so that no number with a fraction has to be written.
    const WIDTH: i64 = 1_360;
    let x = |value: Decimal| -> Option<i64> {
        let share = value.checked_sub(line)?.checked_div(line.abs())?;
        let apart = share.checked_mul(Decimal::from(WIDTH * 10 / 3))?.trunc().mantissa();
        Some((WIDTH / 2 + i64::try_from(apart).ok()?).clamp(30, WIDTH - 30))
    };
    let (low, middle, high) = (x(low)?, x(middle)?, x(high)?);
    let (band, half) = ((high - low).max(40), WIDTH / 2);
    Some(format!(
        "<svg class=\"range-bar\" viewBox=\"0 0 {WIDTH} 220\" aria-hidden=\"true\"><path class=\"range-axis\" \
         d=\"M0 110H{WIDTH}\"/><rect class=\"range-band\" x=\"{low}\" y=\"70\" width=\"{band}\" height=\"80\" rx=\"40\"/>\
         <circle class=\"range-middle\" cx=\"{middle}\" cy=\"110\" r=\"26\"/><path class=\"bullet-target\" \
         d=\"M{half} 0V220\"/></svg>"
    ))
}
