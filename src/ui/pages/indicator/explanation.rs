//! Why an indicator stands as it does: the sentence, the steps with their sums, the rule, what changed, and its twin.

use leptos::prelude::*;

use super::{AT, EDIT, RULES, Subject, TOLERANCE};
use crate::app::Route;
use crate::evaluate::{Rule, contradiction, evaluate_previous, twins_in};
use crate::i18n::messages::Indicator;
use crate::i18n::{Explanation, Language, Message, explain, shift_words, twin_words, why_title};
use crate::model::{Measure, Target};
use crate::ui::components::status_mark::{Status, status_mark};

pub fn explanation(subject: Subject) -> AnyView {
    let session = subject.session;
    let status = move || subject.evaluation.get().map(|evaluation| Status::from(evaluation.verdict).as_str());
    let title = move || {
        let evaluation = subject.evaluation.get()?;
        let title = why_title(evaluation.verdict, session.language.get());
        Some(view! { {status_mark(evaluation.verdict.into())} {title} }.into_any())
    };
    let steps = move || {
        let (measure, evaluation) = subject.get()?;
        let language = session.language.get();
        // Where a person judges no line is drawn.
        let threshold = (evaluation.trace.rule != Rule::ByPerson).then(|| threshold(&measure, language));
        Some(steps(explain(&measure, &evaluation, language), threshold))
    };
    view! {
        <section class="explanation" aria-labelledby="why-title" data-status=status>
            <h2 id="why-title" tabindex="-1">
                {title}
            </h2>
            {steps}
            {move || shift(subject)}
            {move || twins(subject)}
        </section>
    }
    .into_any()
}

/// The way to what draws the line: the tolerance that this target has of its own, or the programme's rules.
fn threshold(measure: &Measure, language: Language) -> AnyView {
    let place = match measure.target {
        Target::About { tolerance: Some(_), .. } => TOLERANCE,
        _ => RULES,
    };
    let open = [(EDIT.to_owned(), "1".to_owned()), (AT.to_owned(), place.to_owned())];
    let href = Route::IndicatorAt(measure.id.clone(), open.into_iter().collect()).href();
    view! { <a href=href>{Indicator::EditThreshold.text(language).into_owned()}</a> }.into_any()
}

fn steps(explanation: Explanation, threshold: Option<AnyView>) -> AnyView {
    let step = |text: String, working: Option<String>| {
        let working = working.map(|working| view! { <span class="working">{working}</span> });
        view! { <li>{text} {working}</li> }.into_any()
    };
    let reasons: Vec<AnyView> =
        explanation.reasons.into_iter().map(|reason| step(reason.text, reason.working)).collect();
    view! {
        <p class="sentence">{explanation.sentence}</p>
        <ol>{reasons}</ol>
        <p class="rule">{explanation.rule} " " {threshold}</p>
    }
    .into_any()
}

/// What changed since the period before.
fn shift(subject: Subject) -> Option<AnyView> {
    let session = subject.session;
    let (measure, now) = subject.get()?;
    let judged = session.judged.get();
    let before =
        session.programme.with(|programme| evaluate_previous(programme, &measure, &judged.context, measure.period))?;
    let words = shift_words(&measure, &before, &now, session.language.get())?;
    Some(view! { <p class="rule">{words}</p> }.into_any())
}

/// Other measures that state the same fact, and whether they agree with this one.
fn twins(subject: Subject) -> Option<Vec<AnyView>> {
    let session = subject.session;
    let (measure, evaluation) = subject.get()?;
    let language = session.language.get();
    let judged = session.judged.get();
    session.programme.with(|programme| {
        let told = twins_in(programme, &measure).into_iter().filter_map(|other| {
            let found = contradiction(&evaluation, judged.get(other.id.as_str())?);
            let reference = programme.reference(other.id.as_str());
            Some(twin(other, reference, twin_words(found, language), found.is_some(), language))
        });
        Some(told.collect())
    })
}

fn twin(other: &Measure, reference: String, finding: String, is_contrary: bool, language: Language) -> AnyView {
    let name = Indicator::Twin.text(language).into_owned();
    let link = Route::Indicator(other.id.clone()).href();
    view! {
        <p class="rule twin">
            {is_contrary.then(|| status_mark(Status::AtRisk))}
            {name} ": " <a lang="vi" href=link>{format!("{reference} {}", other.name)}</a> ". " {finding}
        </p>
    }
    .into_any()
}
