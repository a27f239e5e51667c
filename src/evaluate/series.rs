//! The figures of a measure as known at a day, laid out by period: what is there, missing, late, unreadable.

use rust_decimal::Decimal;

use super::{Context, UsedFigure, target_in_force};
use crate::document::{NodeId, sort, sort_by, sort_once};
use crate::model::{
    Arithmetic, BodyAggregation, Date, FigureState, Grade, Maintain, Measure, Observation, Period, PeriodLength,
    Reading, Target, ValueKind,
};

/// What a period's figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    Number(Decimal),
    Unranked,
    Grade(Grade),
    Done(bool),
    Words,
}

impl Seen {
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(value) => Some(value),
            _ => None,
        }
    }
}

/// A period's figure and where it comes from.
#[derive(Clone, Copy)]
pub(super) struct Slot<'a> {
    pub seen: Seen,
    /// The last observation that it was made from.
    pub observation: &'a Observation,
    pub bodies: usize,
    pub is_estimate: bool,
}

/// The figures of one judged span.
pub(super) struct Series<'a> {
    pub kind: ValueKind,
    pub periods: Vec<Period>,
    pub slots: Vec<Option<Slot<'a>>>,
    /// The same periods a year earlier; `None` throughout where a break lies between.
    pub before: Vec<Option<Decimal>>,
    /// Periods for which not every reporting body has a figure.
    pub incomplete: Vec<Period>,
    /// Periods for which the bodies' figures have no total.
    pub without_total: Vec<Period>,
    pub unreadable: Vec<Period>,
    pub returned: Vec<Period>,
    /// Days up to the as-of date on which the scope changed, in order.
    breaks: Vec<Date>,
    /// Each period counts, and not only the last one.
    needs_all: bool,
    lag_days: i64,
    due_days: i64,
    as_of: Date,
    edges: crate::model::PeriodEdges,
}

impl<'a> Series<'a> {
    pub fn read(measure: &Measure, observations: &[&'a Observation], context: &Context) -> Self {
        let periods = span(measure, observations, context);
        let count = periods.len();
        let mut series = Self {
            kind: measure.value_kind,
            slots: vec![None; count],
            before: vec![None; count],
            incomplete: Vec::new(),
            without_total: Vec::new(),
            unreadable: Vec::new(),
            returned: Vec::new(),
            breaks: breaks(measure, observations, context),
            needs_all: measure.value_kind == ValueKind::Flow
                || is_kept_in_every_period(measure, target_in_force(measure, context.as_of)),
            lag_days: measure.lag_days.into(),
            due_days: context.settings.due_days.into(),
            as_of: context.as_of,
            edges: context.settings.edges,
            periods,
        };
        let mut earlier = vec![None; count];
        let mut parts: Vec<(usize, &'a Observation)> = Vec::new();
        let mut earlier_parts: Vec<(usize, &'a Observation)> = Vec::new();
        let mut offsets = Vec::new();
        for &observation in observations {
            if !context.knows(observation) {
                continue;
            }
            let Some(figure) = &observation.figure else { continue };
            let (place, is_now) = match (series.index(observation.period), series.index_before(observation.period)) {
                (Some(index), _) => (index, true),
                (None, Some(index)) => (index, false),
                (None, None) => {
                    offsets.push(observation);
                    continue;
                }
            };
            if observation.state == FigureState::Returned {
                if is_now {
                    series.returned.push(observation.period);
                }
            } else if let Some(seen) = read(measure.value_kind, &figure.reading) {
                let slot = Slot { seen, observation, bodies: 0, is_estimate: figure.is_estimate };
                match (observation.body.is_some(), is_now) {
                    (false, true) => series.slots[place] = Some(slot),
                    (false, false) => earlier[place] = Some(slot),
                    (true, true) => parts.push((place, observation)),
                    (true, false) => earlier_parts.push((place, observation)),
                }
            } else if is_now {
                series.unreadable.push(observation.period);
            }
        }
        let untotalled = add_bodies(measure, &series.periods, &mut series.slots, &mut parts, context);
        (series.incomplete, series.without_total) = untotalled;
        add_bodies(measure, &series.periods, &mut earlier, &mut earlier_parts, context);
        sort(&mut series.returned);
        sort_once(&mut series.unreadable);
        if series.break_on().is_none() {
            series.before = earlier.into_iter().map(|slot| slot.and_then(|slot: Slot| slot.seen.number())).collect();
        }
        if measure.value_kind == ValueKind::RunningTotal {
            series.run_on(&offsets);
        }
        series
    }

    /// The latest change of scope since the year before the span: from there on nothing is compared with what was.
    pub fn break_on(&self) -> Option<Date> {
        let from = Date::new(self.periods.first()?.year() - 1, 1, 1)?;
        self.breaks.last().copied().filter(|on| *on >= from)
    }

    /// The scope has changed since the end of a year; a figure for the year of the change itself belongs to the new one.
    pub fn is_broken_since(&self, year: i32) -> bool {
        self.breaks.last().is_some_and(|on| on.year() > year)
    }

    /// The span lies within one year: only then is there a "year before".
    pub fn is_within_a_year(&self) -> bool {
        self.periods.first().map(|first| first.year()) == self.periods.last().map(|last| last.year())
    }

    /// The span is one whole year.
    pub fn is_a_year(&self) -> bool {
        self.is_within_a_year() && self.periods.first().is_some_and(|first| self.periods.len() == per_year(*first))
    }

    pub fn is_sum(&self) -> bool {
        matches!(self.kind, ValueKind::Flow | ValueKind::RunningTotal)
    }

    pub fn last(&self) -> Option<usize> {
        self.slots.iter().rposition(Option::is_some)
    }

    pub fn number(&self, index: usize) -> Option<Decimal> {
        self.slots[index].and_then(|slot| slot.seen.number())
    }

    /// The last period with a number, and the value up to it.
    pub fn value(&self) -> Option<(usize, Decimal)> {
        let last = (0..self.slots.len()).rfind(|&index| self.number(index).is_some())?;
        let value = if self.kind == ValueKind::Flow {
            (0..=last).filter_map(|index| self.number(index)).fold(Decimal::ZERO, Decimal::plus_or_limit)
        } else {
            self.number(last)?
        };
        Some((last, value))
    }

    /// Each period's own amount of a sum: for running totals the step from the period before.
    pub fn amount(&self, index: usize) -> Option<Decimal> {
        let value = self.number(index)?;
        match self.kind {
            // A step from one scope to another is no amount.
            ValueKind::RunningTotal if self.starts_anew(index) => None,
            ValueKind::RunningTotal if index > 0 => value.minus(self.number(index - 1)?),
            _ => Some(value),
        }
    }

    /// Last year's own amounts, in the same way.
    pub fn amount_before(&self, index: usize) -> Option<Decimal> {
        let value = self.before[index]?;
        match self.kind {
            ValueKind::RunningTotal if index > 0 => value.minus(self.before[index - 1]?),
            _ => Some(value),
        }
    }

    /// Every figure that the value is made of is there, up to the end of the span.
    pub fn is_complete(&self) -> bool {
        if self.needs_all {
            self.slots.iter().all(Option::is_some)
        } else {
            self.slots.last().is_some_and(Option::is_some)
        }
    }

    /// The span is over.
    pub fn is_closed(&self) -> bool {
        self.periods.last().is_some_and(|last| self.as_of > last.end(self.edges))
    }

    /// No figure can exist yet, even for the first period.
    pub fn has_not_begun(&self) -> bool {
        self.periods.first().is_none_or(|first| self.as_of <= first.end(self.edges).add_days(self.lag_days))
    }

    pub fn due(&self, period: Period) -> Date {
        period.end(self.edges).add_days(self.lag_days + self.due_days)
    }

    /// The oldest period whose figure is due and missing.
    pub fn overdue(&self) -> Option<(Period, Date)> {
        let due = self.missing().into_iter().map(|period| (period, self.due(period)));
        due.into_iter().find(|(_, due)| self.as_of > *due)
    }

    /// Periods without a figure, due or not. A level that was reported since is not asked for again.
    pub fn missing(&self) -> Vec<Period> {
        // A figure from before a measure became one in words is not asked for again.
        let is_told = |index: usize| {
            self.slots[index].is_some()
                || self.kind == ValueKind::Text && self.unreadable.contains(&self.periods[index])
        };
        let count = self.periods.len();
        let from = if self.needs_all { 0 } else { (0..count).rposition(is_told).map_or(0, |last| last + 1) };
        (from..count)
            .filter(|&index| !is_told(index) && !self.without_total.contains(&self.periods[index]))
            .map(|index| self.periods[index])
            .collect()
    }

    /// Periods before the last figure that have none, where each counts.
    pub fn gaps(&self) -> Vec<Period> {
        if !self.needs_all {
            return Vec::new();
        }
        let last = self.last().unwrap_or(0);
        (0..last).filter(|&index| self.slots[index].is_none()).map(|index| self.periods[index]).collect()
    }

    /// The first period that lies wholly after the break.
    pub fn first_after_break(&self) -> usize {
        self.break_on().map_or(0, |on| {
            self.periods.iter().position(|period| period.days(self.edges).0 >= on).unwrap_or(self.periods.len())
        })
    }

    /// A break lies between this period and the one before.
    pub fn starts_anew(&self, index: usize) -> bool {
        index > 0 && self.first_after_break() == index
    }

    pub fn used(&self) -> Vec<UsedFigure> {
        let is_flow = self.kind == ValueKind::Flow;
        let last = self.value().map_or(0, |(last, _)| last);
        let first = if is_flow { 0 } else { last };
        (first..=last)
            .filter_map(|index| {
                let slot = self.slots.get(index).copied().flatten()?;
                Some(UsedFigure {
                    period: self.periods[index],
                    value: slot.seen.number()?,
                    bodies: slot.bodies,
                    source: slot.observation.source.clone(),
                    note: if slot.bodies == 0 { slot.observation.note.clone() } else { String::new() },
                    is_estimate: slot.is_estimate,
                })
            })
            .collect()
    }

    /// What a sum made over the whole year before the span, or a state at its end.
    pub fn whole_before(&self) -> Option<Decimal> {
        // Of a span of several years, what lies a year before its later periods belongs to the span itself.
        let year = &self.before[..self.before.len().min(per_year(*self.periods.first()?))];
        if self.kind == ValueKind::Flow {
            year.iter().try_fold(Decimal::ZERO, |sum, amount| sum.plus((*amount)?))
        } else {
            year.last().copied().flatten()
        }
    }

    fn index(&self, period: Period) -> Option<usize> {
        let first = *self.periods.first()?;
        if period.length() != first.length() || period < first {
            return None;
        }
        let years = usize::try_from(period.year() - first.year()).ok()?;
        let index = years * usize::from(first.length().per_year()) + usize::from(period.index());
        index.checked_sub(usize::from(first.index())).filter(|&index| index < self.periods.len())
    }

    fn index_before(&self, period: Period) -> Option<usize> {
        self.index(Period::new(period.year() + 1, period.length(), period.index())?)
    }

    /// Running totals start anew each year: over a span of several years, or a part of one, they are carried on.
    fn run_on(&mut self, outside: &[&Observation]) {
        let Some(first) = self.periods.first().copied() else { return };
        let mut base = if first.index() == 1 {
            Some(Decimal::ZERO)
        } else {
            // What the year had made before the span begins; last year's is not carried on in the same way.
            self.before.fill(None);
            let previous = Period::new(first.year(), first.length(), first.index() - 1);
            outside
                .iter()
                .find(|observation| Some(observation.period) == previous && observation.body.is_none())
                .and_then(|observation| observation.figure.as_ref()?.reading.number())
                .and_then(|number| Decimal::ZERO.minus(number))
        };
        for index in 0..self.periods.len() {
            if self.periods[index].index() == 1 && index > 0 {
                base = self.number(index - 1);
            }
            let Some(slot) = &mut self.slots[index] else { continue };
            match (slot.seen.number(), base) {
                (Some(number), Some(base)) => slot.seen = Seen::Number(base.plus_or_limit(number)),
                _ => self.slots[index] = None,
            }
        }
    }
}

/// The periods that are judged together: the whole programme, or, where each span is judged by itself, the latest one
/// that has a figure or should have.
fn span(measure: &Measure, observations: &[&Observation], context: &Context) -> Vec<Period> {
    let whole = || (context.first_year..=context.last_year).flat_map(|year| Period::of_year(year, measure.period));
    let Some(length) = measure.judged_by.filter(|length| length.months() >= measure.period.months()) else {
        return whole().collect();
    };
    let edges = context.settings.edges;
    let of = |span: Period| {
        let months = span.last_month() - length.months()..=span.last_month();
        Period::of_year(span.year(), measure.period)
            .filter(move |period| period.last_month() > *months.start() && months.contains(&period.last_month()))
            .collect::<Vec<_>>()
    };
    let spans = || (context.first_year..=context.last_year).flat_map(|year| Period::of_year(year, length));
    let counts = |span: &Period| {
        let periods = of(*span);
        let is_due = span.end(edges).add_days((measure.lag_days + context.settings.due_days).into()) < context.as_of;
        is_due
            || observations
                .iter()
                .any(|item| item.figure.is_some() && context.knows(item) && periods.contains(&item.period))
    };
    let begun = || spans().filter(|span| span.days(edges).0 <= context.as_of);
    begun().filter(counts).last().or_else(|| spans().next()).map_or_else(Vec::new, of)
}

fn read(kind: ValueKind, reading: &Reading) -> Option<Seen> {
    match (kind, reading) {
        (ValueKind::Grade, Reading::Grade(grade)) => Some(Seen::Grade(*grade)),
        (ValueKind::YesNo, Reading::YesNo(done)) => Some(Seen::Done(*done)),
        (ValueKind::Rank, Reading::Rank(None)) => Some(Seen::Unranked),
        (ValueKind::Text, Reading::Text(_)) => Some(Seen::Words),
        (ValueKind::Grade | ValueKind::YesNo | ValueKind::Text, _) => None,
        (_, reading) => reading.number().map(Seen::Number),
    }
}

/// Days on which the scope of this measure changed, or a body that it concerns was merged or renamed.
fn breaks(measure: &Measure, observations: &[&Observation], context: &Context) -> Vec<Date> {
    let concerns = |body: &NodeId| {
        measure.owner.as_ref() == Some(body) || observations.iter().any(|item| item.body.as_ref() == Some(body))
    };
    let mut days: Vec<Date> = context
        .successions
        .iter()
        .filter(|succession| succession.on <= context.as_of)
        .filter(|succession| concerns(&succession.body) || concerns(&succession.successor))
        .map(|succession| succession.on)
        .chain(measure.scope_since.filter(|on| *on <= context.as_of))
        .collect();
    sort(&mut days);
    days
}

/// Maintained in each period, and not only at the end.
pub(super) fn is_kept_in_every_period(measure: &Measure, target: &Target) -> bool {
    measure.maintain == Maintain::EveryPeriod && matches!(target, Target::Maintain(_) | Target::Hold)
}

/// Makes one figure of several bodies' where none was entered as a whole. Returns the periods in which a body that
/// reports at all is missing, for a missing figure is never zero, and those whose figures have no total.
fn add_bodies<'a>(
    measure: &Measure,
    periods: &[Period],
    slots: &mut [Option<Slot<'a>>],
    parts: &mut [(usize, &'a Observation)],
    context: &Context,
) -> (Vec<Period>, Vec<Period>) {
    let (mut incomplete, mut without_total) = (Vec::new(), Vec::new());
    if parts.is_empty() {
        return (incomplete, without_total);
    }
    sort_by(parts, |a, b| (a.0, &a.1.body).cmp(&(b.0, &b.1.body)));
    let mut bodies: Vec<&NodeId> = parts.iter().filter_map(|(_, part)| part.body.as_ref()).collect();
    sort_once(&mut bodies);
    let edges = context.settings.edges;
    for group in parts.chunk_by(|a, b| a.0 == b.0) {
        let index = group[0].0;
        if slots[index].is_some() {
            continue;
        }
        let first_day = periods[index].days(edges).0;
        let missing = bodies
            .iter()
            .filter(|&&body| {
                let ended = context.successions.iter().any(|item| item.body == *body && item.on <= first_day);
                let not_yet = context.successions.iter().any(|item| item.successor == *body && item.on > first_day)
                    && !parts.iter().any(|(at, part)| *at <= index && part.body.as_ref() == Some(body));
                !ended && !not_yet
            })
            .filter(|&&body| !group.iter().any(|(_, part)| part.body.as_ref() == Some(body)))
            .count();
        match (total(measure.value_kind, group), group.last()) {
            _ if missing > 0 => incomplete.push(periods[index]),
            (Some(seen), Some((_, observation))) => {
                let is_estimate = group.iter().any(|(_, part)| part.figure.as_ref().is_some_and(|it| it.is_estimate));
                slots[index] = Some(Slot { seen, observation, bodies: group.len(), is_estimate });
            }
            _ => without_total.push(periods[index]),
        }
    }
    (incomplete, without_total)
}

/// Counts add up, rates add numerators and denominators apart, others have no total.
fn total(kind: ValueKind, group: &[(usize, &Observation)]) -> Option<Seen> {
    let mut readings = group.iter().filter_map(|(_, part)| part.figure.as_ref().map(|figure| &figure.reading));
    if let [_] = group {
        return read(kind, readings.next()?);
    }
    match kind.over_bodies() {
        BodyAggregation::Sum => {
            readings.try_fold(Decimal::ZERO, |sum, reading| sum.plus(reading.number()?)).map(Seen::Number)
        }
        BodyAggregation::RateOfSums => {
            let (numerator, denominator) =
                readings.try_fold((Decimal::ZERO, Decimal::ZERO), |(over, under), reading| match reading {
                    Reading::Ratio { numerator, denominator } => {
                        Some((over.plus(*numerator)?, under.plus(*denominator)?))
                    }
                    _ => None,
                })?;
            Reading::Ratio { numerator, denominator }.number().map(Seen::Number)
        }
        BodyAggregation::None => None,
    }
}

/// Position of a period's end in months, for lines between periods of different lengths.
pub(super) fn month_of(period: Period) -> i32 {
    period.year() * 12 + i32::from(period.last_month())
}

fn per_year(period: Period) -> usize {
    period.length().per_year().into()
}

/// Months of a period length.
pub(super) fn months(length: PeriodLength) -> i32 {
    length.months().into()
}
