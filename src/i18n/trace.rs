//! Words for a trace: first one sentence that a person can check, then the steps with their working.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::messages::Why;
use super::period::inside;
use super::{
    Language, Message, format_date, format_number, format_percent, period_name, period_name_with_year, target_prose,
};
use crate::evaluate::{Basis, Evaluation, Needed, Projection, ProjectionMethod, Rule, Step, UsedFigure, Verdict};
use crate::model::{Arithmetic, Direction, Measure, Period, PeriodLength, Target, ValueKind};

/// Why a verdict is what it is, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub sentence: String,
    pub reasons: Vec<Reason>,
    /// The rule that decided: what has to hold for this verdict.
    pub rule: String,
}

/// One step, with the sum behind it where there is one: `140.000 × 9/12 = 105.000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub text: String,
    pub working: Option<String>,
}

/// Words the trace of an evaluation.
pub fn explain(measure: &Measure, evaluation: &Evaluation, language: Language) -> Explanation {
    let words = Words { measure, evaluation, language, decimals: decimals(measure, evaluation) };
    Explanation { sentence: words.sentence(), reasons: words.reasons(), rule: words.rule() }
}

/// What each remaining period has to bring, rounded so that it is enough.
pub fn needed_words(measure: &Measure, evaluation: &Evaluation, language: Language) -> Option<String> {
    let words = Words { measure, evaluation, language, decimals: decimals(measure, evaluation) };
    let (each, digits) = words.needed_each(evaluation.needed.as_ref()?);
    Some(format_number(each, digits, language))
}

/// Enough digits for the target and the figures as they were typed, within reason.
pub(super) fn decimals(measure: &Measure, evaluation: &Evaluation) -> u8 {
    let scale = |value: Decimal| u8::try_from(value.normalize().scale()).unwrap_or(u8::MAX);
    let line = evaluation.target.line();
    let least = measure.decimals.max(line.map_or(0, scale).min(MOST_DECIMALS));
    match evaluation.value {
        Some(value) if scale(value) <= MOST_DECIMALS => least.max(scale(value)),
        // Nobody typed so many: a share of counts. The fewest do that still tell it from the target.
        Some(value) => {
            let tells = |digits: &u8| line.is_none_or(|line| rounded(value, *digits) != line);
            (least..=MOST_DECIMALS).find(tells).unwrap_or(least)
        }
        None => least,
    }
}

/// Beyond these no figure is typed.
const MOST_DECIMALS: u8 = 4;

/// The number that is shown.
fn rounded(value: Decimal, decimals: u8) -> Decimal {
    value.round_dp_with_strategy(decimals.into(), RoundingStrategy::MidpointAwayFromZero)
}

struct Words<'a> {
    measure: &'a Measure,
    evaluation: &'a Evaluation,
    language: Language,
    decimals: u8,
}

impl Words<'_> {
    fn say(&self, why: &Why) -> String {
        why.text(self.language).into_owned()
    }

    fn number(&self, value: Decimal) -> String {
        format_number(value, self.decimals, self.language)
    }

    /// How far apart two numbers are, as a person reckons it from what is shown of them.
    fn apart(&self, value: Decimal, difference: Decimal) -> String {
        let other = value.minus_or_limit(difference);
        let shown = rounded(value, self.decimals).minus_or_limit(rounded(other, self.decimals));
        let count = self.number(if shown.is_zero() { difference.abs() } else { shown.abs() });
        if self.measure.value_kind == ValueKind::Rank { self.say(&Why::Places { count }) } else { count }
    }

    fn with_unit(&self, value: Decimal) -> String {
        let number = self.number(value);
        match self.measure.unit.as_str() {
            _ if self.measure.value_kind == ValueKind::Rank => self.say(&Why::Ranked { rank: number }),
            "" => number,
            unit if unit.starts_with('%') => format!("{number}\u{202f}{unit}"),
            unit => format!("{number} {unit}"),
        }
    }

    fn share(&self, share: Decimal) -> String {
        let percent = share.times_or_limit(Decimal::ONE_HUNDRED).round_dp(1).normalize();
        format_percent(percent, u8::from(percent.scale() > 0), self.language)
    }

    fn target(&self) -> String {
        let target = target_prose(&self.evaluation.target, &self.measure.unit, self.language);
        match self.evaluation.target {
            // A target without a number is a phrase of its own.
            Target::Zero | Target::Yes | Target::TowardsLower | Target::TowardsHigher | Target::Hold => {
                self.say(&Why::Quoted { target })
            }
            _ => target,
        }
    }

    fn period(&self, period: Period) -> String {
        let years = self.evaluation.through.is_some_and(|through| through.year() != period.year());
        if years { period_name_with_year(period, self.language) } else { period_name(period, self.language) }
    }

    fn period_inside(&self, period: Period) -> String {
        let name = self.period(period);
        if self.language == Language::Vietnamese { inside(&name) } else { name }
    }

    fn is_lower(&self) -> bool {
        self.evaluation.goal.is_some_and(|goal| goal.direction == Direction::Lower)
    }

    /// `Hết tháng 9`; for the last period `Cả năm 2025`, `Cuối năm 2025`, `Năm 2025`.
    fn when(&self, period: Period) -> String {
        let year = period.year();
        let why = match self.measure.value_kind {
            _ if period.last_month() < 12 => Why::ByEndOf { when: self.period(period) },
            ValueKind::Flow | ValueKind::RunningTotal => Why::WholeYear { year },
            ValueKind::Level | ValueKind::Rate => Why::YearEnd { year },
            _ => Why::Year { year },
        };
        self.say(&why)
    }

    fn through(&self) -> String {
        self.evaluation.through.map(|period| self.when(period)).unwrap_or_default()
    }

    fn list(&self, periods: &[Period]) -> String {
        periods.iter().map(|period| self.period_inside(*period)).collect::<Vec<_>>().join(", ")
    }

    fn find<T>(&self, pick: impl Fn(&Step) -> Option<T>) -> Option<T> {
        self.evaluation.trace.steps.iter().find_map(pick)
    }

    fn sentence(&self) -> String {
        let when = self.through();
        let value = self.evaluation.value.map(|value| self.with_unit(value)).unwrap_or_default();
        let target = self.target();
        let by = || self.missed_by().map(|(_, by)| by).unwrap_or_default();
        let grade = self.find(|step| match step {
            Step::GradeSeen { grade, .. } => Some(grade.text(self.language).into_owned()),
            _ => None,
        });
        let why = match self.evaluation.trace.rule {
            Rule::Ahead | Rule::Behind | Rule::ClosedReached | Rule::ClosedShort if grade.is_some() => {
                let grade = grade.unwrap_or_default();
                if matches!(self.evaluation.trace.rule, Rule::Ahead | Rule::ClosedReached) {
                    Why::GradeEnough { when, grade, target }
                } else {
                    Why::GradeTooLow { when, grade, target }
                }
            }
            Rule::Ahead | Rule::Behind => Why::Plain { sentence: self.against_pace() },
            Rule::AheadButRangeMisses => Why::ButRangeMisses { sentence: self.against_pace() },
            Rule::BehindRangeMisses => Why::AndRangeMisses { sentence: self.against_pace() },
            Rule::BehindFar => self.beyond_threshold(),
            Rule::MetNow => Why::Plain { sentence: self.say(&Why::AsAsked { when, value, target }) },
            Rule::ClosedBeyond if self.is_lower() => Why::Better { when, value, target },
            Rule::ClosedBeyond => Why::Exceeded { when, value, target },
            Rule::ClosedReached => Why::Reached { when, value, target },
            Rule::ClosedNear => Why::Nearly { when, value, target, by: by() },
            Rule::ClosedShort if self.evaluation.value.is_none() => Why::NotDone { when },
            Rule::ClosedShort => match self.missed_by() {
                None => Why::NotMet { when, value, target },
                Some((true, by)) => Why::Over { when, value, target, by },
                Some((false, by)) => Why::Short { when, value, target, by },
            },
            Rule::SumReached if self.evaluation.verdict == Verdict::Exceeded => Why::Exceeded { when, value, target },
            Rule::SumReached if self.evaluation.verdict == Verdict::Met => Why::Reached { when, value, target },
            Rule::SumReached => Why::ReachedEarly { when, value, target },
            Rule::CeilingOverrun => Why::Overrun { when, value, target, by: by() },
            Rule::EventHappened => Why::Happened { when, value },
            Rule::PeriodFailed | Rule::EveryPeriodKept => self.kept(),
            Rule::Done => Why::Done { when },
            Rule::NotDoneYet => Why::NotDone { when },
            Rule::NoFigure => Why::NoFigure,
            Rule::NotBegun => Why::NotBegun,
            Rule::Overdue => self.overdue(),
            Rule::NoMark => Why::NoMark,
            Rule::NotRanked => Why::NotRanked { when },
            Rule::AtEndOnly => Why::AtEndOnly,
            Rule::ByPerson => Why::ByPerson,
        };
        self.say(&why)
    }

    /// How far the value is from its edge, and whether over it; `None` when it stands right on an edge that does not count.
    fn missed_by(&self) -> Option<(bool, String)> {
        let (value, difference) = self.find(|step| match step {
            Step::Closed { value, difference, .. } => Some((*value, *difference)),
            _ => None,
        })?;
        (!difference.is_zero()).then(|| (difference > Decimal::ZERO, self.apart(value, difference)))
    }

    fn beyond_threshold(&self) -> Why {
        let sentence = self.against_pace();
        let limit = self.find(|step| match step {
            Step::Threshold { limit, .. } => Some(self.share(*limit)),
            _ => None,
        });
        match limit {
            Some(limit) => Why::AndBeyondThreshold { sentence, limit },
            None => Why::Plain { sentence },
        }
    }

    /// The value against the pace, without a full stop.
    fn against_pace(&self) -> String {
        let (when, value) = (self.through(), self.evaluation.value.unwrap_or_default());
        let shown = self.with_unit(value);
        let Some((basis, difference)) = self.find(|step| match step {
            Step::Pace { basis, difference, .. } => Some((basis.clone(), *difference)),
            _ => None,
        }) else {
            return String::new();
        };
        let by = self.apart(value, difference);
        let is_sum = matches!(self.measure.value_kind, ValueKind::Flow | ValueKind::RunningTotal);
        let is_met = self.evaluation.goal.is_some_and(|goal| goal.is_met(value));
        let (value, ordering) = (shown, difference.cmp(&Decimal::ZERO));
        let why = match (basis, self.is_lower(), ordering) {
            (Basis::Target, ..) if is_met => Why::AsAsked { when, value, target: self.target() },
            (Basis::Target, _, Ordering::Equal) => Why::NotQuite { when, value, target: self.target() },
            (Basis::Target, ..) => Why::NotAsAsked { when, value, target: self.target(), by },
            (_, true, Ordering::Less) if is_sum => Why::WithinAllowance { when, value, by },
            (_, true, Ordering::Equal) if is_sum => Why::AtAllowance { when, value },
            (_, true, Ordering::Greater) if is_sum => Why::OverAllowance { when, value, by },
            (_, true, Ordering::Less) => Why::BetterThanMark { when, value, by },
            (_, true, Ordering::Equal) => Why::AtMark { when, value },
            (_, true, Ordering::Greater) => Why::WorseThanMark { when, value, by },
            (_, false, Ordering::Less) => Why::BelowPace { when, value, by },
            (_, false, Ordering::Equal) => Why::EqualToPace { when, value },
            (_, false, Ordering::Greater) => Why::AbovePace { when, value, by },
        };
        self.say(&why)
    }

    fn kept(&self) -> Why {
        self.find(|step| match step {
            Step::Kept { kept, of, failed } if failed.is_empty() => Some(Why::KeptInAll { kept: (*kept).min(*of) }),
            Step::Kept { kept, of, failed } => Some(Why::FailedIn { failed: self.list(failed), kept: *kept, of: *of }),
            _ => None,
        })
        .unwrap_or(Why::NoFigure)
    }

    fn overdue(&self) -> Why {
        self.find(|step| match step {
            Step::Overdue { period, due } => {
                Some(Why::FigureOverdue { period: self.period_inside(*period), due: format_date(*due, self.language) })
            }
            _ => None,
        })
        .unwrap_or(Why::NoFigure)
    }

    fn rule(&self) -> String {
        let verdict = self.evaluation.verdict.text(self.language).into_owned();
        let rule = self.evaluation.trace.rule.text(self.language).into_owned();
        self.say(&Why::Rule { verdict, rule })
    }

    fn reasons(&self) -> Vec<Reason> {
        self.evaluation.trace.steps.iter().filter_map(|step| self.reason(step)).collect()
    }

    fn reason(&self, step: &Step) -> Option<Reason> {
        let date = |day| format_date(day, self.language);
        let plain = |why: Why| Some(Reason { text: self.say(&why), working: None });
        match step {
            Step::Span { first, last } if first == last => plain(Why::SpanOf { period: self.period(*first) }),
            Step::Span { first, last } => plain(Why::Span { first: self.period(*first), last: self.period(*last) }),
            Step::Target { line, since, .. } => {
                let target = self.target();
                let text = match since {
                    Some((day, document)) => Why::TargetSince { target, date: date(*day), document: document.clone() },
                    None => Why::Target { target },
                };
                let working = line.map(|line| self.say(&Why::Line { value: self.with_unit(line) }));
                Some(Reason { text: self.say(&text), working })
            }
            Step::Baseline { year, value, source } => {
                let value = self.with_unit(*value);
                plain(match source {
                    crate::evaluate::BaselineSource::Given => Why::Baseline { year: *year, value },
                    crate::evaluate::BaselineSource::Figures => Why::BaselineFromFigures { year: *year, value },
                })
            }
            Step::BaselineMet { value } => plain(Why::BaselineMet { value: self.with_unit(*value) }),
            Step::Figures { kind, value, figures } => Some(self.figures(*kind, *value, figures)),
            // The sentence has said it.
            Step::GradeSeen { .. } | Step::DoneSeen { .. } | Step::NotRanked { .. } | Step::Closed { .. } => None,
            Step::Missing(periods) => plain(Why::Missing { count: periods.len(), periods: self.list(periods) }),
            Step::Incomplete(periods) => plain(Why::Incomplete { periods: self.list(periods) }),
            Step::WithoutTotal(periods) => plain(Why::WithoutTotal { periods: self.list(periods) }),
            Step::Unreadable(periods) => plain(Why::Unreadable { periods: self.list(periods) }),
            Step::Returned(periods) => plain(Why::Returned { periods: self.list(periods) }),
            Step::Overdue { period, due } => plain(Why::Overdue { period: self.period(*period), due: date(*due) }),
            Step::Break { on } => plain(Why::Break { date: date(*on) }),
            Step::Pace { basis: Basis::Target, .. } => plain(Why::PaceIsTarget),
            Step::Pace { basis, expected, .. } => Some(self.pace(basis, *expected)),
            Step::Kept { kept, of, .. } => plain(Why::Kept { kept: *kept, of: *of }),
            Step::Projection(projection) => Some(self.projection(projection)),
            Step::TooFewToProject { have, need } => plain(Why::TooFew { have: *have, need: *need }),
            Step::Threshold { short, limit } => {
                plain(Why::Threshold { short: self.share(*short), limit: self.share(*limit) })
            }
            Step::NearThreshold { achievement, limit } => {
                plain(Why::NearFrom { achievement: self.share(*achievement), limit: self.share(*limit) })
            }
            Step::Needed(needed) => Some(self.needed(needed)),
        }
    }

    fn figures(&self, kind: ValueKind, value: Decimal, figures: &[UsedFigure]) -> Reason {
        let last = figures.last();
        let (text, working) = if kind == ValueKind::Flow && figures.len() > 1 {
            let terms: Vec<String> = figures.iter().map(|figure| self.number(figure.value)).collect();
            (Why::Sum { count: figures.len(), value: self.with_unit(value) }, Some(terms.join(" + ")))
        } else {
            let period = last.map(|figure| self.period(figure.period)).unwrap_or_default();
            (Why::Figure { period, value: self.with_unit(value) }, None)
        };
        let mut text = self.say(&text);
        if let Some(bodies) = figures.iter().map(|figure| figure.bodies).max().filter(|bodies| *bodies > 0) {
            text = self.say(&Why::FromBodies { text, bodies });
        }
        if figures.iter().any(|figure| figure.is_estimate) {
            text = self.say(&Why::Estimated { text });
        }
        let source = last.map_or("", |figure| figure.source.as_str());
        let source = if source.is_empty() { self.measure.source.as_str() } else { source };
        if !source.is_empty() {
            text = self.say(&Why::Source { text, source: source.to_owned() });
        }
        Reason { text, working }
    }

    fn pace(&self, basis: &Basis, expected: Decimal) -> Reason {
        let value = self.number(expected);
        let line = |from: Decimal, to: Decimal, part: u32, whole: u32| {
            let (start, step) = (self.number(from), self.number(to.minus_or_limit(from).abs()));
            let sign = if to < from { '−' } else { '+' };
            format!("{start} {sign} {step} × {part}/{whole} = {value}")
        };
        let working = match basis {
            Basis::Share { target, part, whole } => format!("{} × {part}/{whole} = {value}", self.number(*target)),
            Basis::LastYear { target, part, whole } => self.say(&Why::LikeLastYear {
                target: self.number(*target),
                part: self.number(*part),
                whole: self.number(*whole),
                value: value.clone(),
            }),
            Basis::Interim { to, part, whole, .. } if part == whole => {
                self.say(&Why::MarkOf { period: self.period(to.0), value: self.number(to.1) })
            }
            Basis::Interim { from, to, part, whole } => {
                line(from.map_or(Decimal::ZERO, |(_, value)| value), to.1, *part, *whole)
            }
            Basis::Line { from, to, part, whole, .. } if from != to => line(*from, *to, *part, *whole),
            Basis::Line { .. } | Basis::Target => value.clone(),
        };
        let when = self.evaluation.through.map(|period| self.when(period)).unwrap_or_default();
        let text = self.say(&Why::Pace { when, value: self.with_unit(expected) });
        Reason { text, working: Some(working) }
    }

    fn projection(&self, projection: &Projection) -> Reason {
        let Projection { low, middle, high, figures, to_come, method } = *projection;
        let working = match method {
            ProjectionMethod::Mean => Why::ByMean { figures, to_come },
            ProjectionMethod::LastYear => Why::ByLastYear { figures, to_come },
            ProjectionMethod::Trend => Why::ByTrend { figures },
        };
        let text = Why::Projection { low: self.number(low), high: self.number(high), middle: self.number(middle) };
        Reason { text: self.say(&text), working: Some(self.say(&working)) }
    }

    /// What each remaining period has to bring, and its digits.
    fn needed_each(&self, needed: &Needed) -> (Decimal, u8) {
        // A requirement is rounded to the hard side: what is shown must be enough.
        let strategy =
            if self.is_lower() { RoundingStrategy::ToNegativeInfinity } else { RoundingStrategy::ToPositiveInfinity };
        let (periods, goal) = (needed.periods, self.evaluation.goal);
        // A share of counts is shown rounded: with as many digits as make the sum below come out.
        let hard = |value: Decimal, digits: u8| value.round_dp_with_strategy(digits.into(), strategy);
        let comes_out = |digits: &u8| match (goal, self.evaluation.value) {
            (Some(goal), Some(value)) => {
                let rest = rounded(goal.line, *digits).minus_or_limit(rounded(value, *digits));
                rest.over(periods.into()).is_some_and(|each| hard(each, *digits) == hard(needed.per_period, *digits))
            }
            _ => true,
        };
        let digits = (self.decimals..=MOST_DECIMALS).find(comes_out).unwrap_or(self.decimals);
        (hard(needed.per_period, digits), digits)
    }

    fn needed(&self, needed: &Needed) -> Reason {
        let (each, digits) = self.needed_each(needed);
        let is_allowance = self.is_lower() && needed.recent.is_some();
        let (periods, goal) = (needed.periods, self.evaluation.goal);
        let words = Words { decimals: digits, ..*self };
        let value = if is_allowance || needed.recent.is_some() { words.with_unit(each) } else { words.change(each) };
        let period = self.each();
        let each_alone = words.number(each);
        let way = match (goal, self.evaluation.value) {
            (Some(goal), Some(value)) => format!("({} − {})", words.number(goal.line), words.number(value)),
            _ => words.number(needed.rest),
        };
        let mut working = format!("{way} ÷ {periods} = {each_alone}");
        let text = match (is_allowance, needed.times, needed.recent) {
            // The edge itself would be too much.
            (true, ..) if goal.and_then(|goal| goal.high).is_some_and(|high| high.is_strict) => {
                Why::RoomBelow { value, each: period }
            }
            (true, ..) => Why::RoomPerPeriod { value, each: period },
            (false, Some(times), Some(recent)) => {
                let is_less = times < Decimal::ONE;
                let times = format_number(times, 1, self.language);
                working = format!("{working}; {each_alone} ÷ {} = {times}", self.number(recent));
                if is_less {
                    Why::NeedShare { value, each: period, times }
                } else {
                    Why::NeedTimes { value, each: period, times }
                }
            }
            (false, _, Some(_)) => Why::NeedPerPeriod { value, each: period },
            (false, _, None) => Why::NeedChange { value, each: period },
        };
        Reason { text: self.say(&text), working: Some(working) }
    }

    /// A change of a state, with its sign.
    fn change(&self, value: Decimal) -> String {
        let text = match self.measure.unit.strip_prefix('%') {
            Some(of) => self.say(&Why::Points { number: self.number(value), of: of.to_owned() }),
            None => self.with_unit(value),
        };
        if value > Decimal::ZERO { format!("+{text}") } else { text }
    }

    fn each(&self) -> String {
        let (vi, en) = match self.measure.period {
            PeriodLength::Month => ("mỗi tháng còn lại", "in each remaining month"),
            PeriodLength::Quarter => ("mỗi quý còn lại", "in each remaining quarter"),
            PeriodLength::HalfYear => ("trong 6 tháng còn lại", "in the remaining half-year"),
            PeriodLength::Year => ("mỗi năm còn lại", "in each remaining year"),
        };
        if self.language == Language::Vietnamese { vi } else { en }.to_owned()
    }
}
