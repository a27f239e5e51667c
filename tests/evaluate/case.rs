//! A case written as short text: the target, the measure, its figures, the day.

use std::str::FromStr;

use tiendo::document::{Author, Document, Draft, NodeId, Timestamp};
use tiendo::evaluate::{Context, CourseStep, Evaluation, Succession, course, evaluate};
use tiendo::model::*;

/// A measure with figures, and the day at which it is judged.
#[derive(Clone)]
pub struct Case {
    pub measure: Measure,
    pub observations: Vec<Observation>,
    pub settings: Settings,
    pub years: (i32, i32),
    pub as_of: Date,
    pub known_by: Option<Timestamp>,
    pub successions: Vec<Succession>,
}

/// What a failing property needs to show, and no more.
impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Measure { target, value_kind, period, direction, baseline, interim, pace, maintain, .. } = &self.measure;
        writeln!(f, "{target:?} {value_kind:?} {period:?} {direction:?} {pace:?} {maintain:?} on {}", self.as_of)?;
        writeln!(f, "  {baseline:?} {interim:?} {:?}", self.measure.judged_by)?;
        for observation in &self.observations {
            let reading = observation.figure.as_ref().map(|figure| &figure.reading);
            writeln!(f, "  {}: {reading:?}", observation.period)?;
        }
        Ok(())
    }
}

impl Case {
    /// `target` as `>= 120`, `~ 25`, `top 5`; `kind` as `flow month`; figures of 2025 from the first period on, `.` for
    /// none; the day as `2025-10-05`.
    pub fn new(target: &str, kind: &str, figures: &str, as_of: &str) -> Self {
        let (value_kind, period) = kind.split_once(' ').unwrap();
        let measure = measure(parse_target(target), parse_kind(value_kind), parse_length(period));
        let mut case = Self {
            measure,
            observations: Vec::new(),
            settings: Settings::default(),
            years: (2025, 2025),
            as_of: date(as_of),
            known_by: None,
            successions: Vec::new(),
        };
        case.figures(2025, figures);
        case
    }

    /// Adds figures of a year from its first period on.
    pub fn figures(&mut self, year: i32, figures: &str) -> &mut Self {
        self.figures_of(year, None, figures)
    }

    /// The same for one reporting body.
    pub fn figures_of(&mut self, year: i32, body: Option<&str>, figures: &str) -> &mut Self {
        let per_year = usize::from(self.measure.period.per_year());
        for (at, text) in figures.split_whitespace().enumerate() {
            let year = year + i32::try_from(at / per_year).unwrap();
            let index = u8::try_from(at % per_year + 1).unwrap();
            let period = Period::new(year, self.measure.period, index).unwrap();
            if text != "." {
                self.observations.push(observation(period, body, text));
            }
        }
        self
    }

    /// Options of a case: `base 2024=80; last 10 10 10; interim Q2=60; pace straight; lower; lag 30; every-period; …`.
    pub fn options(&mut self, options: &str) -> &mut Self {
        for option in options.split(';').map(str::trim).filter(|option| !option.is_empty()) {
            let (name, rest) = option.split_once(' ').unwrap_or((option, ""));
            match name {
                "lower" => self.measure.direction = Direction::Lower,
                "base" => {
                    let (year, value) = rest.split_once('=').unwrap();
                    let baseline =
                        Baseline { year: year.parse().unwrap(), value: number(value), source: String::new() };
                    self.measure.baseline = Some(baseline);
                }
                "last" => {
                    let per_year = usize::from(self.measure.period.per_year());
                    let figures: Vec<&str> = rest.split(' ').take(per_year).collect();
                    self.figures(2024, &figures.join(" "));
                }
                "body" => {
                    let (body, figures) = rest.split_once(' ').unwrap();
                    self.figures_of(2025, Some(body), figures);
                }
                "interim" => {
                    for mark in rest.split(' ') {
                        let (period, value) = mark.split_once('=').unwrap();
                        let text = if period.len() == 4 { period.into() } else { format!("2025-{period}") };
                        let mark = Interim { period: text.parse().unwrap(), value: number(value) };
                        self.measure.interim.push(mark);
                    }
                }
                "pace" => {
                    self.measure.pace = match rest {
                        "straight" => PaceRule::Straight,
                        "target" => PaceRule::TargetItself,
                        "end" => PaceRule::AtEnd,
                        _ => panic!("{option}"),
                    }
                }
                "every-period" => self.measure.maintain = Maintain::EveryPeriod,
                "judged" => self.measure.judged_by = Some(parse_length(rest)),
                "lag" => self.measure.lag_days = rest.parse().unwrap(),
                "near" => self.settings.near_share = Some(number(rest)),
                "statutory" => self.settings.edges = PeriodEdges::Statutory,
                "bounds" => {
                    let (low, high) = rest.split_once("..").unwrap();
                    self.measure.lower_bound = (!low.is_empty()).then(|| number(low));
                    self.measure.upper_bound = (!high.is_empty()).then(|| number(high));
                }
                "was" => {
                    let (old, day) = rest.split_once(" until ").unwrap();
                    let (old, new) = (parse_target(old), self.measure.target.clone());
                    self.measure.revisions.push(TargetRevision { date: date(day), old, new, document: "QĐ 1".into() });
                }
                "years" => {
                    let (first, last) = rest.split_once('-').unwrap();
                    self.years = (first.parse().unwrap(), last.parse().unwrap());
                }
                "merged" => {
                    let mut words = rest.split(' ');
                    let mut next = || words.next().unwrap();
                    let succession = Succession { body: next().into(), successor: next().into(), on: date(next()) };
                    self.successions.push(succession);
                }
                "scope" => self.measure.scope_since = Some(date(rest)),
                "owner" => self.measure.owner = Some(rest.into()),
                "returned" => {
                    let period: Period = format!("2025-{rest}").parse().unwrap();
                    let found = self.observations.iter_mut().find(|observation| observation.period == period);
                    found.unwrap().state = FigureState::Returned;
                }
                _ => panic!("{option}"),
            }
        }
        self
    }

    pub fn evaluate(&self) -> Evaluation {
        evaluate(&self.measure, &self.observations, &self.context())
    }

    pub fn course(&self) -> Vec<CourseStep> {
        course(&self.measure, &self.observations, &self.context())
    }

    /// The measure and its figures as a programme of their own, with what else is drafted.
    pub fn in_programme(&self, mut draft: Draft) -> Programme {
        let (first_year, last_year) = self.years;
        let (as_of, settings) = (Some(self.as_of), self.settings.clone());
        Head { first_year, last_year, as_of, settings, ..Head::default() }.write(&ROOT.into(), &mut draft);
        self.measure.write(&self.measure.id, &mut draft);
        for observation in &self.observations {
            observation.write(&observation.id, &mut draft);
        }
        let author = Author { actor: "writer".into(), person: String::new(), body: String::new() };
        let mut programme = Programme::read(Document::new("programme-1"));
        programme.commit(draft, &author, Timestamp(1)).unwrap();
        programme
    }

    pub fn context(&self) -> Context {
        Context {
            settings: self.settings.clone(),
            first_year: self.years.0,
            last_year: self.years.1,
            as_of: self.as_of,
            known_by: self.known_by,
            successions: self.successions.clone(),
        }
    }
}

pub fn number(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap_or_else(|_| panic!("number {text}"))
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap_or_else(|()| panic!("date {text}"))
}

pub fn measure(target: Target, value_kind: ValueKind, period: PeriodLength) -> Measure {
    let lower = matches!(
        target,
        Target::LessThan(_) | Target::AtMost(_) | Target::Zero | Target::RankTop(_) | Target::TowardsLower
    );
    Measure {
        place: Place { parent: "i".into(), key: "a".into() },
        target,
        direction: if lower { Direction::Lower } else { Direction::Higher },
        value_kind,
        period,
        ..Measure::new("m".into())
    }
}

pub fn observation(period: Period, body: Option<&str>, text: &str) -> Observation {
    let (text, is_estimate) = text
        .strip_prefix('e')
        .filter(|it| it.starts_with(|c: char| c.is_ascii_digit()))
        .map_or((text, false), |text| (text, true));
    let reading = match text {
        "#?" => Reading::Rank(None),
        "yes" => Reading::YesNo(true),
        "no" => Reading::YesNo(false),
        _ => {
            if let Some(rank) = text.strip_prefix('#') {
                Reading::Rank(Some(rank.parse().unwrap()))
            } else if let Some(grade) = parse_grade(text) {
                Reading::Grade(grade)
            } else if let Some(text) = text.strip_prefix('"') {
                Reading::Text(text.trim_end_matches('"').into())
            } else if let Some((over, under)) = text.split_once('/') {
                Reading::Ratio { numerator: number(over), denominator: number(under) }
            } else {
                Reading::Number(number(text))
            }
        }
    };
    let id = format!("o.m.{period}.{}", body.unwrap_or("-"));
    Observation {
        body: body.map(NodeId::from),
        figure: Some(Figure { reading, is_estimate }),
        state: FigureState::Approved,
        ..Observation::new(id.into(), "m".into(), period)
    }
}

fn parse_target(text: &str) -> Target {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let change = || match rest.strip_suffix('%') {
        Some(percent) => ChangeBy::Share(number(percent) / Decimal::ONE_HUNDRED),
        None => ChangeBy::Amount(number(rest)),
    };
    match word {
        ">" => Target::GreaterThan(number(rest)),
        ">=" => Target::AtLeast(number(rest)),
        "=" => Target::Reach(number(rest)),
        "~" => match rest.split_once(" ± ") {
            Some((value, tolerance)) => Target::About { value: number(value), tolerance: Some(number(tolerance)) },
            None => Target::About { value: number(rest), tolerance: None },
        },
        "<" => Target::LessThan(number(rest)),
        "<=" => Target::AtMost(number(rest)),
        "between" => {
            let (low, high) = rest.split_once("..").unwrap();
            Target::Between(number(low), number(high))
        }
        "maintain" => Target::Maintain(number(rest)),
        "reduce" => Target::ReduceBy(change()),
        "increase" => Target::IncreaseBy(change()),
        "zero" => Target::Zero,
        "top" => Target::RankTop(rest.parse().unwrap()),
        "grade" => Target::GradeAtLeast(parse_grade(rest).unwrap()),
        "yes" => Target::Yes,
        "lower" => Target::TowardsLower,
        "higher" => Target::TowardsHigher,
        "hold" => Target::Hold,
        "narrative" => Target::Narrative,
        _ => panic!("target {text}"),
    }
}

fn parse_kind(text: &str) -> ValueKind {
    match text {
        "flow" => ValueKind::Flow,
        "total" => ValueKind::RunningTotal,
        "level" => ValueKind::Level,
        "rate" => ValueKind::Rate,
        "rank" => ValueKind::Rank,
        "grade" => ValueKind::Grade,
        "yesno" => ValueKind::YesNo,
        "text" => ValueKind::Text,
        _ => panic!("kind {text}"),
    }
}

fn parse_length(text: &str) -> PeriodLength {
    match text {
        "month" => PeriodLength::Month,
        "quarter" => PeriodLength::Quarter,
        "half" => PeriodLength::HalfYear,
        "year" => PeriodLength::Year,
        _ => panic!("length {text}"),
    }
}

fn parse_grade(text: &str) -> Option<Grade> {
    Some(match text {
        "failed" => Grade::Failed,
        "completed" => Grade::Completed,
        "good" => Grade::Good,
        "excellent" => Grade::Excellent,
        _ => return None,
    })
}
