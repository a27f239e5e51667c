//! Words for a trace: one sentence that a person can check, and the rule; `reason` words the steps behind it.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::messages::{Indicator, Why};
use super::period::inside;
use super::{
    Language, Message, format_date, format_number, format_percent, judged_words, name_or_somebody, period_name,
    period_name_with_year, target_prose, with_unit,
};
use crate::evaluate::{Basis, Evaluation, Rule, Step, Verdict};
use crate::model::{Arithmetic, Direction, Measure, Period, Target, ValueKind};

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
    evaluation.needed.as_ref().map(|needed| {
        let number = words.number(words.each(needed));
        // How far a percentage has to move is told in points.
        match needed.recent {
            None => words.in_points(&number).unwrap_or(number),
            Some(_) => number,
        }
    })
}

/// What lies between two percentages: `2,1 điểm %`. `None` where the unit is none.
pub fn in_points(number: &str, unit: &str, language: Language) -> Option<String> {
    let of = unit.strip_prefix('%')?.to_owned();
    Some(Why::Points { number: number.to_owned(), of }.text(language).into_owned())
}

/// What heads the reasons: `Vì sao chậm?`; a judgement is no question.
pub fn why_title(verdict: Verdict, language: Language) -> String {
    let title = match verdict {
        Verdict::ByPerson => Indicator::JudgedTitle,
        _ => Indicator::WhyVerdict { verdict: verdict.text(language).into_owned() },
    };
    title.text(language).into_owned()
}

/// What was noted beside the figure that it is judged by, as a sentence: mostly why it stands so. None where a newer figure is
/// what is missing.
pub fn noted(evaluation: &Evaluation) -> Option<String> {
    let last = evaluation.trace.steps.iter().find_map(|step| match step {
        Step::Figures { figures, .. } => figures.last(),
        _ => None,
    });
    let is_of_now = evaluation.verdict != Verdict::FigureOverdue;
    let note = last.filter(|last| is_of_now && Some(last.period) == evaluation.through)?.note.trim();
    let ends = |letter: char| !letter.is_alphanumeric() && !")]%”".contains(letter);
    let last = note.chars().next_back()?;
    Some(if ends(last) { note.to_owned() } else { format!("{note}.") })
}

/// What has to come, at a glance: where the value and its target stand beside it.
pub fn needed_briefly(measure: &Measure, evaluation: &Evaluation, language: Language) -> Option<String> {
    let words = Words { measure, evaluation, language, decimals: decimals(measure, evaluation) };
    evaluation.needed.as_ref().map(|needed| words.needed_briefly(needed))
}

/// The same in the sentence of the explanation: how much each remaining period has to bring, and how many times as much
/// as the latest ones that is.
pub fn needed_sentence(measure: &Measure, evaluation: &Evaluation, language: Language) -> Option<String> {
    let words = Words { measure, evaluation, language, decimals: decimals(measure, evaluation) };
    evaluation.needed.as_ref().map(|needed| words.needed(needed).text)
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
pub(super) const MOST_DECIMALS: u8 = 4;

/// The number that is shown.
pub(super) fn rounded(value: Decimal, decimals: u8) -> Decimal {
    value.round_dp_with_strategy(decimals.into(), RoundingStrategy::MidpointAwayFromZero)
}

pub(super) struct Words<'a> {
    pub measure: &'a Measure,
    pub evaluation: &'a Evaluation,
    pub language: Language,
    pub decimals: u8,
}

impl Words<'_> {
    pub fn say(&self, why: &Why) -> String {
        why.text(self.language).into_owned()
    }

    pub fn number(&self, value: Decimal) -> String {
        format_number(value, self.decimals, self.language)
    }

    /// How far apart two numbers are, as a person reckons it from what is shown of them.
    fn apart(&self, value: Decimal, difference: Decimal) -> String {
        let other = value.minus_or_limit(difference);
        let shown = rounded(value, self.decimals).minus_or_limit(rounded(other, self.decimals));
        let count = self.number(if shown.is_zero() { difference.abs() } else { shown.abs() });
        match self.measure.value_kind {
            ValueKind::Rank => self.say(&Why::Places { count }),
            _ => self.in_points(&count).unwrap_or(count),
        }
    }

    pub fn in_points(&self, number: &str) -> Option<String> {
        in_points(number, &self.measure.unit, self.language)
    }

    pub fn with_unit(&self, value: Decimal) -> String {
        let number = self.number(value);
        if self.measure.value_kind == ValueKind::Rank {
            return self.say(&Why::Ranked { rank: number });
        }
        with_unit(&number, &self.measure.unit, self.language)
    }

    pub fn share(&self, share: Decimal) -> String {
        let percent = share.times_or_limit(Decimal::ONE_HUNDRED).round_dp(1).normalize();
        format_percent(percent, u8::from(percent.scale() > 0), self.language)
    }

    pub fn target(&self) -> String {
        let target = target_prose(&self.evaluation.target, &self.measure.unit, self.language);
        match self.evaluation.target {
            // A target without a number is a phrase of its own.
            Target::Zero | Target::Yes | Target::TowardsLower | Target::TowardsHigher | Target::Hold => {
                self.say(&Why::Quoted { target })
            }
            _ => target,
        }
    }

    pub fn period(&self, period: Period) -> String {
        if self.is_term() || self.evaluation.through.is_some_and(|through| through.year() != period.year()) {
            period_name_with_year(period, self.language)
        } else {
            period_name(period, self.language)
        }
    }

    /// Several years are judged together.
    fn is_term(&self) -> bool {
        self.find(|step| if let Step::Span { first, last } = step { Some(first.year() < last.year()) } else { None })
            .unwrap_or_default()
    }

    fn period_inside(&self, period: Period) -> String {
        let name = self.period(period);
        if self.language == Language::Vietnamese { inside(&name) } else { name }
    }

    pub fn is_lower(&self) -> bool {
        self.evaluation.goal.is_some_and(|goal| goal.direction == Direction::Lower)
    }

    /// `Hết tháng 9`; for the last period `Cả năm 2025`, `Cuối năm 2025`, `Năm 2025`.
    pub fn when(&self, period: Period) -> String {
        let year = period.year();
        let why = match self.measure.value_kind {
            _ if period.last_month() < 12 || self.is_term() => Why::ByEndOf { when: self.period(period) },
            ValueKind::Flow | ValueKind::RunningTotal => Why::WholeYear { year },
            ValueKind::Level | ValueKind::Rate => Why::YearEnd { year },
            _ => Why::Year { year },
        };
        self.say(&why)
    }

    fn through(&self) -> String {
        self.evaluation.through.map(|period| self.when(period)).unwrap_or_default()
    }

    pub fn list(&self, periods: &[Period]) -> String {
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
                Some((true, by)) if self.measure.value_kind == ValueKind::Rank => {
                    Why::RankedBelow { when, value, target, by }
                }
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
            Rule::ByPerson => self.judged().unwrap_or(Why::ByPerson),
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

    fn judged(&self) -> Option<Why> {
        self.find(|step| match step {
            Step::Judged { period, scale, author } => {
                let author = name_or_somebody(author, self.language);
                let scale = judged_words(*scale, self.language);
                Some(Why::Judged { author, period: self.period(*period), scale })
            }
            _ => None,
        })
    }

    /// Each period is compared with the target itself: there is no pace to speak of.
    pub fn is_pace_the_target(&self) -> bool {
        self.evaluation.trace.steps.iter().any(|step| matches!(step, Step::Pace { basis: Basis::Target, .. }))
    }

    fn rule(&self) -> String {
        let verdict = self.evaluation.verdict.text(self.language).into_owned();
        let rule = self.evaluation.trace.rule;
        let of_target = match rule {
            Rule::Ahead => Some(Why::KeepsTarget),
            Rule::AheadButRangeMisses => Some(Why::KeepsTargetButRangeMisses),
            Rule::Behind => Some(Why::ShortOfTarget),
            Rule::BehindRangeMisses => Some(Why::ShortAndRangeMisses),
            Rule::BehindFar => Some(Why::FarShortOfTarget),
            _ => None,
        };
        let rule = match of_target.filter(|_| self.is_pace_the_target()) {
            Some(words) => self.say(&words),
            None => rule.text(self.language).into_owned(),
        };
        self.say(&Why::Rule { verdict, rule })
    }
}
