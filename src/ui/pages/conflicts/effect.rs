//! What follows from each version of a figure: the course that parts at it, the verdict, and where the year is heading.

use std::sync::Arc;

use leptos::prelude::*;

use super::entries::Place;
use crate::app::Session;
use crate::charts::{Chart, overlay};
use crate::document::NodeId;
use crate::evaluate::{Evaluation, Verdict, course, evaluate};
use crate::i18n::messages::Choosing;
use crate::i18n::{Language, Message, format_range};
use crate::model::{FieldDispute, FieldValue as _, Figure, Measure, Observation, Period};
use crate::ui::components::status_mark::verdict;
use crate::ui::pages::fields::in_any_words;

#[derive(Clone, PartialEq)]
pub struct Effects {
    pub measure: NodeId,
    period: Period,
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
        Some(Effects { measure: measure.id.clone(), period: observation.period, each })
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
    /// The course with all versions; nothing where there is no course to show.
    pub fn chart(&self, places: &[Place], language: Language) -> Option<String> {
        let known = |chart: &Chart| chart.steps.iter().filter(|step| step.value.is_some()).count();
        if self.each.iter().all(|effect| known(&effect.chart) < 2) {
            return None;
        }
        let versions = places.iter().filter_map(|place| Some((self.each.get(place.at)?.chart.clone(), place.class())));
        let versions: Vec<_> = versions.collect();
        let at = versions.first()?.0.steps.iter().position(|step| step.period == self.period)?;
        Some(overlay(&versions, at, language))
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
    let sentence = |words: &Choosing, effect: &Effect| {
        let told = told(words, effect.verdict, effect.outlook.as_ref(), language);
        view! { <p class="effect-text">{told}</p> }.into_any()
    };
    if let Some(first) = first.filter(|_| is_same) {
        return sentence(&Choosing::ChooseAny, first);
    }
    let shown = places.iter().filter_map(|place| effects.each.get(place.at));
    let shown = shown.map(|effect| sentence(&Choosing::Choose { value: effect.value.clone() }, effect));
    shown.collect::<Vec<_>>().into_any()
}

/// How the measure stands with what was chosen.
pub fn now(session: Session, measure: &NodeId, language: Language) -> Option<AnyView> {
    let found = session.judged.with(|judged| judged.get(measure.as_str()).cloned())?;
    let outlook = session.programme.with_untracked(|programme| {
        programme.measures().get(measure.as_str()).and_then(|measure| outlook(measure, &found, language))
    });
    Some(told(&Choosing::Verdict, found.verdict, outlook.as_ref(), language))
}

fn told(words: &Choosing, found: Verdict, outlook: Option<&String>, language: Language) -> AnyView {
    let outlook = outlook.map(|outlook| format!(", {outlook}"));
    view! { {words.text(language).into_owned()} " " {verdict(found, language)} {outlook} }.into_any()
}
