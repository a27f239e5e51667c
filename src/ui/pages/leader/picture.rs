//! The picture of a slide: its chart as large as the room, a strip of periods where each is judged, the reasons in words
//! where there is nothing to draw.

use leptos::html;
use leptos::prelude::*;

use super::Deck;
use crate::charts::{Chart, heat_strip};
use crate::evaluate::{drawn_course, judgements_in};
use crate::i18n::messages::Indicator;
use crate::i18n::{Language, Message, explain, why_title};
use crate::model::Maintain;
use crate::ui::components::size::follow_size;
use crate::ui::pages::indicators::rows::Row;

/// A chart is drawn no wider than this and shown larger: its words and lines grow with the room.
const WIDE: f64 = 600.0;

pub(super) fn picture(deck: Deck, row: &Row, language: Language) -> AnyView {
    let session = deck.session;
    let context = session.judged.with_untracked(|judged| judged.context.clone());
    let has_line = !row.measure.value_kind.is_in_words();
    let course = session.programme.with_untracked(|programme| drawn_course(programme, &row.measure, &context));
    let is_course = has_line && course.len() > 1;
    let chart = is_course.then(|| Chart::of(&row.measure, &row.evaluation, course, language));
    let Some(chart) = chart.filter(Chart::has_figures) else { return reasons(deck, row, language) };
    let is_by_period = row.measure.maintain == Maintain::EveryPeriod;
    let strip = row.evaluation.goal.filter(|_| is_by_period).map(|goal| heat_strip(&chart, &goal, 480.0, language));
    let strip = strip.map(|strip| view! { <div class="leader-strip" inner_html=strip></div> });
    let place = NodeRef::<html::Div>::new();
    follow_room(place, deck.room);
    let drawn = Memo::new(move |_| {
        let (width, height) = deck.room.get();
        // Never smaller than drawn: its words could not be read.
        let scale = (width / WIDE).max(1.0);
        ((width / scale).round(), (height / scale).round())
    });
    let svg = move || {
        let (width, height) = drawn.get();
        chart.draw_within(width, Some(height), language).svg
    };
    view! {
        <div class="leader-picture">
            <div class="leader-chart" node_ref=place inner_html=svg></div>
            {strip}
        </div>
    }
    .into_any()
}

/// Keeps the room that the picture has.
fn follow_room(place: NodeRef<html::Div>, room: RwSignal<(f64, f64)>) {
    let measure = move || {
        let Some(place) = place.try_get_untracked().flatten() else { return };
        let now = (f64::from(place.client_width()), f64::from(place.client_height()));
        // A hidden place has none.
        if now.0 > 0.0 && now.1 > 0.0 && room.try_get_untracked().is_some_and(|before| before != now) {
            room.set(now);
        }
    };
    place.on_load(move |place| follow_size(&place, measure));
}

/// The steps behind the verdict, and what a person said of it.
fn reasons(deck: Deck, row: &Row, language: Language) -> AnyView {
    let session = deck.session;
    let explanation = explain(&row.measure, &row.evaluation, language);
    let steps: Vec<AnyView> = explanation
        .reasons
        .into_iter()
        .map(|reason| {
            let working = reason.working.map(|working| view! { <span class="working">{working}</span> });
            view! { <li>{reason.text} {working}</li> }.into_any()
        })
        .collect();
    let title = why_title(row.evaluation.verdict, language);
    let judgement = session.judged.with_untracked(|judged| {
        session.programme.with_untracked(|programme| {
            judgements_in(programme, row.measure.id.as_str(), &judged.context)
                .first()
                .map(|judgement| judgement.text.clone())
        })
    });
    let judgement = judgement.filter(|text| !text.is_empty()).map(|text| {
        let name = Indicator::PersonVerdict.text(language).into_owned();
        view! { <p class="leader-judgement">{name} ": " {text}</p> }
    });
    view! {
        <div class="leader-picture is-words">
            <h2>{title}</h2>
            {judgement}
            <ol class="leader-reasons">{steps}</ol>
            <p class="leader-rule">{explanation.rule}</p>
        </div>
    }
    .into_any()
}
