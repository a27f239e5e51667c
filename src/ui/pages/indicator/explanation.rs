//! Why an indicator stands as it does: the sentence, the steps with their sums, the rule; and what people say of it.

use leptos::prelude::*;

use super::Subject;
use crate::app::Route;
use crate::evaluate::{Contradiction, contradiction, judgement_in};
use crate::i18n::messages::Indicator;
use crate::i18n::{Explanation, Language, Message, explain, percent_words, period_name_with_year};
use crate::model::{LinkKind, Measure};
use crate::ui::components::status_mark::{Status, status_mark};

pub fn explanation(subject: Subject) -> AnyView {
    let session = subject.session;
    let status = move || subject.evaluation.get().map(|evaluation| Status::from(evaluation.verdict).as_str());
    let title = move || {
        let evaluation = subject.evaluation.get()?;
        let language = session.language.get();
        let verdict = evaluation.verdict.text(language).into_owned();
        let question = Indicator::WhyVerdict { verdict }.text(language).into_owned();
        Some(view! { {status_mark(evaluation.verdict.into())} {question} }.into_any())
    };
    let steps = move || {
        let (measure, evaluation) = subject.get()?;
        Some(steps(explain(&measure, &evaluation, session.language.get())))
    };
    view! {
        <section class="explanation" aria-labelledby="why-title" data-status=status>
            <h2 id="why-title" tabindex="-1">
                {title}
            </h2>
            {steps}
            {move || twins(subject)}
            {move || judgement(subject)}
        </section>
    }
    .into_any()
}

fn steps(explanation: Explanation) -> AnyView {
    let step = |text: String, working: Option<String>| {
        let working = working.map(|working| view! { <span class="working">{working}</span> });
        view! { <li>{text} {working}</li> }.into_any()
    };
    let reasons: Vec<AnyView> =
        explanation.reasons.into_iter().map(|reason| step(reason.text, reason.working)).collect();
    view! {
        <p class="sentence">{explanation.sentence}</p>
        <ol>{reasons}</ol>
        <p class="rule">{explanation.rule}</p>
    }
    .into_any()
}

/// Other measures that state the same fact, and whether they agree with this one.
fn twins(subject: Subject) -> Option<Vec<AnyView>> {
    let session = subject.session;
    let (measure, evaluation) = subject.get()?;
    let language = session.language.get();
    let judged = session.judged.get();
    let twins = session.programme.with(|programme| {
        let links = programme.links_of(measure.id.as_str()).filter(|link| link.kind == LinkKind::SameFact);
        let others = links.map(|link| if link.from == measure.id { &link.to } else { &link.from });
        let measures = others.filter_map(|id| programme.measures().get(id.as_str()).cloned());
        measures.map(|other| (programme.reference(other.id.as_str()), other)).collect::<Vec<_>>()
    });
    let told = twins.into_iter().filter_map(|(reference, other)| {
        let standing = judged.get(other.id.as_str())?;
        let found = match contradiction(&evaluation, standing) {
            None => Indicator::TwinAgrees,
            Some(Contradiction::Verdicts(own, other)) => {
                let words = |verdict: crate::evaluate::Verdict| verdict.text(language).into_owned();
                Indicator::TwinVerdicts { own: words(own), other: words(other) }
            }
            Some(Contradiction::Achievements { one, other, .. }) => {
                Indicator::TwinShares { own: percent_words(one, language), other: percent_words(other, language) }
            }
        };
        Some(twin(&other, reference, found.text(language).into_owned(), language))
    });
    Some(told.collect())
}

fn twin(other: &Measure, reference: String, finding: String, language: Language) -> AnyView {
    let name = Indicator::Twin.text(language).into_owned();
    let link = Route::Indicator(other.id.clone()).href();
    view! {
        <p class="rule">
            {name} ": " <a lang="vi" href=link>{format!("{reference} {}", other.name)}</a> ". " {finding}
        </p>
    }
    .into_any()
}

/// What a person judged last. It stands beside the reckoned verdict and never replaces it.
fn judgement(subject: Subject) -> Option<AnyView> {
    let session = subject.session;
    let measure = subject.measure.get()?;
    let language = session.language.get();
    let judged = session.judged.get();
    let judgement =
        session.programme.with(|programme| judgement_in(programme, measure.id.as_str(), &judged.context).cloned())?;
    let name = Indicator::PersonVerdict.text(language).into_owned();
    let period = period_name_with_year(judgement.period, language);
    let from = [judgement.author.clone(), period].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    Some(view! { <p class="rule">{format!("{name} ({}): {}", from.join(", "), judgement.text)}</p> }.into_any())
}
