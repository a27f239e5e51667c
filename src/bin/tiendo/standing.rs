//! How everything in a programme stands, gathered once; and told in the words of the screens.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use tiendo::evaluate::{
    Context, Evaluation, Rollup, contradiction, evaluate_in, evaluate_previous, judgements_in, twins_in,
};
use tiendo::i18n::messages::{Indicator, Standing};
use tiendo::i18n::{
    Language, Message, explain, judgement_words, known_words, period_name_with_year, rollup_words, shift_words,
    target_prose, twin_words,
};
use tiendo::model::{ItemKind, Line, Measure, Programme};

/// The measures of a programme in order, each with its evaluation.
pub struct Standings<'a> {
    pub programme: &'a Programme,
    pub context: Context,
    judged: BTreeMap<&'a str, Evaluation>,
}

impl<'a> Standings<'a> {
    pub fn of(programme: &'a Programme, context: Context) -> Self {
        let judge = |measure: &'a Arc<Measure>| (measure.id.as_str(), evaluate_in(programme, measure, &context));
        let judged = programme.measures().iter().map(judge).collect();
        Self { programme, context, judged }
    }

    pub fn measures(&self) -> impl Iterator<Item = (&'a Measure, &Evaluation)> {
        let measures = self.programme.measures_in_order().into_iter();
        measures.filter_map(|measure| Some((&**measure, self.judged.get(measure.id.as_str())?)))
    }

    pub fn rollup(&self, measures: &[&Arc<Measure>]) -> Rollup {
        Rollup::of_indicators(measures, &|id| self.judged.get(id))
    }

    /// Sections and groups that hold measures.
    pub fn parts(&self) -> Vec<(&'a str, String, Rollup)> {
        let mut parts = Vec::new();
        for line in self.programme.outline() {
            let is_part = match line.line {
                Line::Section(_) => true,
                Line::Item(item) => item.kind == ItemKind::IndicatorGroup,
                Line::Measure(_) => false,
            };
            let measures = self.programme.measures_below(line.line.id().as_str());
            if is_part && !measures.is_empty() {
                let title = format!("{} {}", line.label.shown(), line.line.title());
                parts.push((line.line.id().as_str(), title, self.rollup(&measures)));
            }
        }
        parts
    }

    /// Bodies by the measures that they lead.
    pub fn bodies(&self) -> Vec<(&'a str, String, Rollup)> {
        let mut led: BTreeMap<&str, Vec<&Arc<Measure>>> = BTreeMap::new();
        for measure in self.programme.measures_in_order() {
            if let Some(body) = self.programme.lead_of(measure, self.context.as_of) {
                led.entry(body.id.as_str()).or_default().push(measure);
            }
        }
        let bodies = self.programme.bodies().iter();
        bodies
            .filter_map(|body| Some((body.id.as_str(), body.name.clone(), self.rollup(led.get(body.id.as_str())?))))
            .collect()
    }

    /// As it stood one period of its own earlier.
    pub fn previous(&self, measure: &Measure) -> Option<Evaluation> {
        evaluate_previous(self.programme, measure, &self.context, measure.period)
    }

    /// A measure under its name: verdict and sentence, the steps with their working, the rule, what changed, its twin,
    /// and what a person judged beside it.
    fn tell(&self, measure: &Measure, evaluation: &Evaluation, language: Language) -> Vec<String> {
        let why = explain(measure, evaluation, language);
        let mut lines = vec![format!("{}. {}", evaluation.verdict.text(language), why.sentence)];
        lines.extend(why.reasons.into_iter().map(|reason| match reason.working {
            Some(working) => format!("- {} [{working}]", reason.text),
            None => format!("- {}", reason.text),
        }));
        lines.push(why.rule);
        lines.extend(self.previous(measure).and_then(|before| shift_words(measure, &before, evaluation, language)));
        for twin in twins_in(self.programme, measure) {
            if let Some(other) = self.judged.get(twin.id.as_str()) {
                let found = twin_words(contradiction(evaluation, other), language);
                lines.push(format!("{}: {}. {found}", Indicator::Twin.text(language), twin.name));
            }
        }
        for judgement in judgements_in(self.programme, measure.id.as_str(), &self.context) {
            let period = period_name_with_year(judgement.period, language);
            let name = Indicator::PersonVerdict.text(language);
            lines.push(format!("{name} ({}, {period}): {}", judgement.author, judgement_words(judgement, language)));
        }
        lines
    }
}

pub fn as_text(standings: &Standings, language: Language) -> String {
    let mut out = String::new();
    if standings.context.known_by.is_some() {
        let _ = writeln!(out, "{}\n", known_words(standings.programme, &standings.context, language));
    }
    for (measure, evaluation) in standings.measures() {
        let target = target_prose(&evaluation.target, &measure.unit, language);
        let reference = standings.programme.reference(measure.id.as_str());
        let _ = writeln!(out, "{reference} {}: {target}", measure.name);
        for line in standings.tell(measure, evaluation, language) {
            let _ = writeln!(out, "    {line}");
        }
    }
    let whole = standings.rollup(&standings.programme.measures_in_order());
    let _ = writeln!(out, "\n{}: {}", Standing::Whole.text(language), rollup_words(&whole, language));
    for (_, title, rollup) in standings.parts().into_iter().chain(standings.bodies()) {
        let _ = writeln!(out, "{title}: {}", rollup_words(&rollup, language));
    }
    out
}
