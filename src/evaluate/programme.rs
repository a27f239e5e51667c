//! Judging the measures of a programme: what the pure rules need is gathered from its records.

use std::sync::Arc;

use super::{Context, CourseStep, Evaluation, Step, Succession, Verdict, course, evaluate, period_to_enter};
use crate::document::{sort_by, sort_once};
use crate::model::{
    Body, BodyAggregation, Date, Judgement, LinkKind, Measure, Observation, Period, Programme, ValueKind,
};

impl Context {
    /// The programme's own settings, years and successions, at its as-of date or else today.
    pub fn of(programme: &Programme, today: Date) -> Self {
        let head = programme.head();
        let successions = programme
            .bodies()
            .iter()
            .filter_map(|body| {
                let (successor, on) = body.successor.clone()?;
                Some(Succession { body: body.id.clone(), successor, on })
            })
            .collect();
        Self {
            settings: head.settings.clone(),
            first_year: *head.years().start(),
            last_year: *head.years().end(),
            as_of: head.as_of.unwrap_or(today),
            known_by: None,
            successions,
        }
    }
}

/// The figures of a measure, as they were at the time that is looked back to.
pub(super) fn figures_in(programme: &Programme, measure: &Measure, context: &Context) -> Vec<Arc<Observation>> {
    programme.figures_at(programme.observations_of(measure.id.as_str()).cloned().collect(), context.known_by)
}

/// How a measure of a programme stands.
pub fn evaluate_in(programme: &Programme, measure: &Measure, context: &Context) -> Evaluation {
    let evaluation = evaluate(measure, figures_in(programme, measure, context).iter().map(Arc::as_ref), context);
    with_judgement(evaluation, programme, measure, context)
}

/// A measure that people judge stands as judged once somebody has spoken on what ended last; until then it needs a person.
/// Others are judged by their figures, whatever anybody says.
pub(super) fn with_judgement(
    mut evaluation: Evaluation,
    programme: &Programme,
    measure: &Measure,
    context: &Context,
) -> Evaluation {
    if evaluation.verdict != Verdict::NeedsPerson {
        return evaluation;
    }
    let edges = context.settings.edges;
    let ended = period_to_enter(measure, context).map(|(period, _)| period.end(edges));
    let judgements = judgements_in(programme, measure.id.as_str(), context).into_iter();
    let latest = judgements.map(Arc::as_ref).find(|it| it.period.days(edges).0 <= context.as_of);
    if let Some(Judgement { period, scale, author, .. }) = latest
        && ended.is_none_or(|ended| period.end(edges) >= ended)
    {
        let author = author.clone();
        evaluation.trace.steps.push(Step::Judged { period: *period, scale: *scale, author });
        evaluation.verdict = Verdict::ByPerson;
    }
    evaluation
}

/// Its course over the periods.
pub fn course_in(programme: &Programme, measure: &Measure, context: &Context) -> Vec<CourseStep> {
    course(measure, figures_in(programme, measure, context).iter().map(Arc::as_ref), context)
}

/// Its course as it is drawn: all periods, also where each span is judged by itself; the target is then the only mark.
pub fn drawn_course(programme: &Programme, measure: &Measure, context: &Context) -> Vec<CourseStep> {
    let is_sum = matches!(measure.value_kind, ValueKind::Flow | ValueKind::RunningTotal);
    if measure.judged_by.is_none() || is_sum {
        return course_in(programme, measure, context);
    }
    let mut course = course_in(programme, &Measure { judged_by: None, ..measure.clone() }, context);
    for step in &mut course {
        step.expected = None;
    }
    course
}

/// How many figures of periods that had begun were written, or changed, only after the time that is looked back to.
pub fn figures_since(programme: &Programme, context: &Context) -> usize {
    let Some(by) = context.known_by else { return 0 };
    let has_begun = |figure: &Observation| figure.period.days(context.settings.edges).0 <= context.as_of;
    programme.observations().iter().filter(|figure| figure.entered > by && has_begun(figure)).count()
}

/// Periods with a figure that does not count yet: they begin after the day that is judged at.
pub fn periods_ahead(programme: &Programme, measure: &Measure, context: &Context) -> Vec<Period> {
    let is_ahead = |period: Period| period.days(context.settings.edges).0 > context.as_of;
    let figures = programme.observations_of(measure.id.as_str());
    let mut periods: Vec<Period> =
        figures.filter(|it| it.figure.is_some()).map(|it| it.period).filter(|period| is_ahead(*period)).collect();
    sort_once(&mut periods);
    periods
}

/// The course of each body that sends its own figures. The target of a count is that of all together and no body's own;
/// neither is the pace, which starts from the whole's baseline.
pub fn courses_of_bodies<'a>(
    programme: &'a Programme,
    measure: &Measure,
    context: &Context,
) -> Vec<(&'a Arc<Body>, Vec<CourseStep>)> {
    let figures = figures_in(programme, measure, context);
    let is_shared = measure.value_kind.over_bodies() == BodyAggregation::Sum;
    let own = |body: &'a Arc<Body>| {
        let mut figures =
            figures.iter().map(Arc::as_ref).filter(|figure| figure.body.as_ref() == Some(&body.id)).peekable();
        figures.peek()?;
        let mut steps = course(measure, figures, context);
        for step in &mut steps {
            step.expected = None;
            step.line = step.line.filter(|_| !is_shared);
        }
        Some((body, steps))
    };
    programme.bodies().iter().filter_map(own).collect()
}

/// Other measures that state the same fact.
pub fn twins_in<'a>(programme: &'a Programme, measure: &Measure) -> Vec<&'a Arc<Measure>> {
    let links = programme.links_of(measure.id.as_str()).filter(|link| link.kind == LinkKind::SameFact);
    let others = links.map(|link| if link.from == measure.id { &link.to } else { &link.from });
    others.filter_map(|id| programme.measures().get(id.as_str())).collect()
}

/// What people judge, the latest first; looking back, up to the day. It stands beside the computed verdict, and
/// only where people alone judge in its place.
pub fn judgements_in<'a>(programme: &'a Programme, subject: &str, context: &Context) -> Vec<&'a Arc<Judgement>> {
    let is_known =
        |one: &&Arc<Judgement>| context.known_by.is_none() || one.date.is_none_or(|day| day <= context.as_of);
    let mut judgements: Vec<_> = programme.judgements().of(subject).filter(is_known).collect();
    sort_by(&mut judgements, |a, b| (b.period, b.date, &b.id).cmp(&(a.period, a.date, &a.id)));
    judgements
}
