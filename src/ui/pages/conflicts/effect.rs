//! What follows from each version of a figure: the course up to it, the verdict, and where the year is heading.

use std::sync::Arc;

use leptos::prelude::*;

use super::entries::Place;
use crate::app::Session;
use crate::charts::{Chart, small_multiples};
use crate::document::NodeId;
use crate::evaluate::{Evaluation, Verdict, course, evaluate};
use crate::i18n::messages::Choosing;
use crate::i18n::{Language, Message, format_range};
use crate::model::{FieldDispute, FieldValue as _, Figure, Measure, Observation, Period};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::fields::in_any_words;

#[derive(Clone, PartialEq)]
pub struct Effects {
    pub measure: NodeId,
    each: Vec<Effect>,
}

#[derive(Clone, PartialEq)]
struct Effect {
    value: String,
    verdict: Verdict,
    outlook: Option<String>,
    /// Up to the figure in question.
    chart: Chart,
}

/// `None`: it is no figure, nothing is judged by it, or a day of the past is looked at.
pub fn effects(session: Session, dispute: &FieldDispute) -> Option<Effects> {
    let language = session.language.get();
    let context = session.judged.with(|judged| judged.context.clone());
    session.programme.with(|programme| {
        let observation = programme.observations().get(dispute.node.as_str())?;
        let measure = programme.measures().get(observation.measure.as_str())?;
        let at = dispute.fields.iter().position(|field| field.as_str() == "figure")?;
        if context.known_by.is_some() {
            return None;
        }
        let figures: Vec<Arc<Observation>> = programme.observations_of(measure.id.as_str()).cloned().collect();
        let judge = |value| {
            let changed = Observation { figure: Figure::decode(value), ..Observation::clone(observation) };
            let with = figures.iter().map(|it| if it.id == changed.id { &changed } else { &**it });
            let evaluation = evaluate(measure, with.clone(), &context);
            Effect {
                value: in_any_words(programme.document(), "figure", value, language),
                verdict: evaluation.verdict,
                outlook: outlook(measure, &evaluation, language),
                chart: chart(
                    Chart::of(measure, &evaluation, course(measure, with, &context), language),
                    changed.period,
                ),
            }
        };
        let each = dispute.choices.iter().map(|choice| judge(&choice.values[at])).collect();
        Some(Effects { measure: measure.id.clone(), each })
    })
}

/// Its last point is the figure in question. What came later and was not known to who wrote it is left out.
fn chart(mut chart: Chart, period: Period) -> Chart {
    let later = chart.steps.iter().position(|step| step.period == period).map_or(0, |at| at + 1);
    for step in &mut chart.steps[later..] {
        if step.value.take().is_some() {
            chart.projection = None;
        }
    }
    chart
}

impl Effects {
    /// The course with each version, on one scale; nothing where there is no course to show.
    pub fn charts(&self, language: Language) -> Vec<String> {
        let known = |chart: &Chart| chart.steps.iter().filter(|step| step.value.is_some()).count();
        if self.each.iter().all(|effect| known(&effect.chart) < 2) {
            return Vec::new();
        }
        small_multiples(&self.each.iter().map(|effect| effect.chart.clone()).collect::<Vec<_>>(), language)
    }
}

fn outlook(measure: &Measure, evaluation: &Evaluation, language: Language) -> Option<String> {
    let projection = evaluation.projection?;
    let range = format_range(projection.low, projection.high, measure.decimals, language);
    Some(Choosing::Outlook { range }.text(language).into_owned())
}

/// A sentence for each version, or one where all come to the same.
pub fn each(effects: &Effects, places: &[Place], language: Language) -> AnyView {
    let first = effects.each.first();
    let is_same = first.is_some_and(|first| {
        effects.each.iter().all(|other| other.verdict == first.verdict && other.outlook == first.outlook)
    });
    if let Some(first) = first.filter(|_| is_same) {
        let words = Choosing::ChooseAny.text(language).into_owned();
        return view! { <p class="effect-text">{words} " " {verdict(first.verdict, language)}</p> }.into_any();
    }
    let sentence = |effect: &Effect| {
        let words = Choosing::Choose { value: effect.value.clone() }.text(language).into_owned();
        let outlook = effect.outlook.as_ref().map(|outlook| format!(", {outlook}"));
        view! { <p class="effect-text">{words} " " {verdict(effect.verdict, language)} {outlook}</p> }.into_any()
    };
    let shown = places.iter().filter_map(|place| effects.each.get(place.at));
    shown.map(sentence).collect::<Vec<_>>().into_any()
}

/// How the measure stands with what was chosen.
pub fn now(session: Session, measure: &NodeId, language: Language) -> Option<AnyView> {
    let found = session.judged.with(|judged| judged.get(measure.as_str()).map(|it| it.verdict))?;
    let words = Choosing::Verdict.text(language).into_owned();
    Some(view! { {words} " " {verdict(found, language)} }.into_any())
}

fn verdict(verdict: Verdict, language: Language) -> AnyView {
    let status = Status::from(verdict);
    let name = verdict.text(language).into_owned();
    view! { <span class="verdict" data-status=status.as_str()>{status_mark(status)} {name}</span> }.into_any()
}
