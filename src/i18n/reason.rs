//! The steps behind a sentence in words, each with its working: `140.000 × 9/12 = 105.000`.

use rust_decimal::prelude::FromPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::messages::Why;
use super::trace::{MOST_DECIMALS, Reason, Words, rounded};
use super::{Language, Message, format_date, format_number, period_length_inside, value_words};
use crate::evaluate::{
    BaselineSource, Basis, Growth, GrowthInput, Needed, Projection, ProjectionMethod, Rule, Step, UsedFigure,
};
use crate::model::{Arithmetic, PeriodLength, ValueKind};

impl Words<'_> {
    pub fn reasons(&self) -> Vec<Reason> {
        self.evaluation.trace.steps.iter().filter_map(|step| self.reason(step)).collect()
    }

    fn reason(&self, step: &Step) -> Option<Reason> {
        let date = |day| format_date(day, self.language);
        let plain = |why: Why| Some(Reason { text: self.say(&why), working: None });
        match step {
            Step::Span { first, last } if first == last => plain(Why::SpanOf { period: self.period(*first) }),
            Step::Span { first, last } if first.year() < last.year() => {
                plain(Why::Term { first: first.year(), last: last.year() })
            }
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
                    BaselineSource::Given => Why::Baseline { year: *year, value },
                    BaselineSource::Figures => Why::BaselineFromFigures { year: *year, value },
                })
            }
            Step::BaselineMet { value } => plain(Why::BaselineMet { value: self.with_unit(*value) }),
            Step::Figures { kind, value, figures } => Some(self.figures(*kind, *value, figures)),
            // What a person judges was reported all the same.
            Step::GradeSeen { period, .. } | Step::DoneSeen { period, .. } if self.is_by_person() => {
                let value = value_words(self.measure, self.evaluation, self.language)?;
                plain(Why::Figure { period: self.period(*period), value })
            }
            Step::NotRanked { period } if self.is_by_person() => plain(Why::NotRanked { when: self.when(*period) }),
            // The sentence has said it.
            Step::GradeSeen { .. }
            | Step::DoneSeen { .. }
            | Step::NotRanked { .. }
            | Step::Judged { .. }
            | Step::Closed { .. } => None,
            Step::WordsSeen { period, words } => {
                plain(Why::WordsSeen { period: self.period(*period), words: words.clone() })
            }
            Step::Missing(periods) => plain(Why::Missing { count: periods.len(), periods: self.list(periods) }),
            Step::Incomplete(periods) => plain(Why::Incomplete { periods: self.list(periods) }),
            Step::WithoutTotal(periods) => plain(Why::WithoutTotal { periods: self.list(periods) }),
            Step::Unreadable(periods) => plain(Why::Unreadable { periods: self.list(periods) }),
            Step::Returned(periods) => plain(Why::Returned { periods: self.list(periods) }),
            Step::FirstDue { period, due } => plain(Why::FirstDue { period: self.period(*period), due: date(*due) }),
            Step::Overdue { period, due } => plain(Why::Overdue { period: self.period(*period), due: date(*due) }),
            Step::Break { on } => plain(Why::Break { date: date(*on) }),
            Step::Pace { basis: Basis::Target, .. } => plain(Why::PaceIsTarget),
            Step::Pace { basis, expected, .. } => Some(self.pace(basis, *expected)),
            Step::Kept { kept, of, .. } => plain(Why::Kept { kept: *kept, of: *of }),
            Step::Projection(projection) => Some(self.projection(projection)),
            Step::TooFewToProject { have, need } => plain(Why::TooFew { have: *have, need: *need }),
            Step::Threshold { short, limit } => {
                let (short, limit) = (self.share(*short), self.share(*limit));
                let is_target = self.is_pace_the_target();
                plain(if is_target { Why::OffTarget { short, limit } } else { Why::OffPace { short, limit } })
            }
            Step::NearThreshold { achievement, limit } => {
                plain(Why::NearFrom { achievement: self.share(*achievement), limit: self.share(*limit) })
            }
            Step::Needed(needed) => Some(self.needed(needed)),
            Step::Growth { input, growth } => Some(self.growth(input.as_ref(), growth)),
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

    /// A requirement is rounded to the hard side: what is shown must be enough.
    fn rounded_hard(&self, value: Decimal, digits: u8) -> Decimal {
        let strategy =
            if self.is_lower() { RoundingStrategy::ToNegativeInfinity } else { RoundingStrategy::ToPositiveInfinity };
        value.round_dp_with_strategy(digits.into(), strategy)
    }

    /// What each remaining period has to bring; of a change it is said in words which way it goes.
    pub fn each(&self, needed: &Needed) -> Decimal {
        let each = self.rounded_hard(needed.per_period, self.decimals);
        if needed.recent.is_none() { each.abs() } else { each }
    }

    /// How many digits the sum of a requirement is shown with: a share of counts is rounded itself, so as many as make
    /// the sum come out.
    fn digits_of_sum(&self, needed: &Needed) -> u8 {
        let comes_out = |digits: &u8| match (self.evaluation.goal, self.evaluation.value) {
            (Some(goal), Some(value)) => {
                let rest = rounded(goal.line, *digits).minus_or_limit(rounded(value, *digits));
                let each = self.rounded_hard(needed.per_period, *digits);
                rest.over(needed.periods.into()).is_some_and(|sum| self.rounded_hard(sum, *digits) == each)
            }
            _ => true,
        };
        (self.decimals..=MOST_DECIMALS).find(comes_out).unwrap_or(self.decimals)
    }

    pub fn needed(&self, needed: &Needed) -> Reason {
        let words = Words { decimals: self.digits_of_sum(needed), ..*self };
        let each = words.rounded_hard(needed.per_period, words.decimals);
        let amount = words.each(needed);
        let value = if needed.recent.is_some() { words.with_unit(amount) } else { words.change(amount) };
        let remaining = each_remaining(self.measure.period, needed.periods, self.language);
        let text = self.needed_text(needed, value, remaining);
        let (way, rest) = match (self.evaluation.goal, self.evaluation.value) {
            (Some(goal), Some(value)) => {
                let shown = |value| rounded(value, words.decimals);
                let way = format!("({} − {})", words.number(goal.line), words.number(value));
                (way, shown(goal.line).minus_or_limit(shown(value)))
            }
            _ => (words.number(needed.rest), rounded(needed.rest, words.decimals)),
        };
        let quotient = |sum: Option<Decimal>, shown: Decimal| if sum == Some(shown) { '=' } else { '≈' };
        let sign = quotient(rest.over(needed.periods.into()), each);
        let mut working = format!("{way} ÷ {} {sign} {}", needed.periods, words.number(each));
        if let (false, Some(times), Some(recent)) = (self.is_lower(), needed.times, needed.recent) {
            let sign = quotient(each.over(recent), rounded(times, 1));
            let times = format_number(times, 1, self.language);
            working = format!("{working}; {} ÷ {} {sign} {times}", words.number(each), self.number(recent));
        }
        Reason { text, working: Some(working) }
    }

    /// Without the unit and without what remains: `Cần 14.534 mỗi tháng, gấp 1,3 lần các kỳ gần nhất.`
    pub fn needed_briefly(&self, needed: &Needed) -> String {
        let amount = self.each(needed);
        let value = if needed.recent.is_some() { self.number(amount) } else { self.change(amount) };
        let each = match needed.periods {
            1 => each_remaining(self.measure.period, 1, self.language),
            _ => self.say(&Why::EachPeriod { period: period_length_inside(self.measure.period, self.language) }),
        };
        self.needed_text(needed, value, each)
    }

    fn needed_text(&self, needed: &Needed, value: String, each: String) -> String {
        let is_allowance = self.is_lower() && needed.recent.is_some();
        let high = self.evaluation.goal.and_then(|goal| goal.high);
        self.say(&match (is_allowance, needed.times, needed.recent) {
            // The edge itself would be too much.
            (true, ..) if high.is_some_and(|high| high.is_strict) => Why::RoomBelow { value, each },
            (true, ..) => Why::RoomPerPeriod { value, each },
            (false, Some(times), Some(_)) => {
                // "1,0 times as much" is no more.
                let is_less = rounded(times, 1) <= Decimal::ONE;
                let times = format_number(times, 1, self.language);
                if is_less { Why::NeedShare { value, each, times } } else { Why::NeedTimes { value, each, times } }
            }
            (false, _, Some(_)) => Why::NeedPerPeriod { value, each },
            (false, _, None) if needed.per_period < Decimal::ZERO => Why::NeedFall { value, each },
            (false, _, None) => Why::NeedRise { value, each },
        })
    }

    /// The second method: its status and score, and the growth seen against the growth needed.
    fn growth(&self, input: Option<&GrowthInput>, growth: &Growth) -> Reason {
        let shown = |value: f64, digits: u8| {
            Decimal::from_f64(value).map(|value| format_number(value, digits, self.language)).unwrap_or_default()
        };
        let at = |value: f64, year: f64| {
            format!("{} ({})", shown(value, self.decimals), Decimal::from_f64(year).unwrap_or_default().normalize())
        };
        let status = growth.status.text(self.language).into_owned();
        let text = match growth.score {
            Some(score) => Why::Growth { status, score: shown(score, 1) },
            None => Why::NoGrowth { status },
        };
        let working = input.zip(growth.progress).map(|(input, progress)| {
            let way = format!("{} → {}", at(input.base, input.base_year), at(input.current, input.current_year));
            self.say(&match input.target {
                Some((target, year)) => Why::GrowthTo { way, target: at(target, year), times: shown(progress, 2) },
                None => Why::GrowthSeen { way, percent: shown(progress * 100.0, 1) },
            })
        });
        Reason { text: self.say(&text), working }
    }

    /// How much a state changes: shares change by points.
    fn change(&self, value: Decimal) -> String {
        self.in_points(&self.number(value)).unwrap_or_else(|| self.with_unit(value))
    }

    fn is_by_person(&self) -> bool {
        self.evaluation.trace.rule == Rule::ByPerson
    }
}

/// `mỗi tháng còn lại`; where one is left `trong tháng còn lại`.
pub fn each_remaining(length: PeriodLength, periods: u32, language: Language) -> String {
    let period = period_length_inside(length, language);
    match (language, periods) {
        (Language::Vietnamese, 1) => format!("trong {period} còn lại"),
        (Language::Vietnamese, _) => format!("mỗi {period} còn lại"),
        (Language::English, 1) => format!("in the remaining {period}"),
        (Language::English, _) => format!("in each remaining {period}"),
    }
}
