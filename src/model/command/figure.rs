//! Figures: entered, annotated, approved, locked, cleared; targets revised.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::CommandError;
use super::measure::check_target;
use super::plan::{Plan, existing};
use crate::document::{NodeId, Value, sort};
use crate::model::codec::FieldValue;
use crate::model::{
    Arithmetic as _, Cell, Date, Figure, FigureState, Head, HeadEdit, Measure, MeasureEdit, Observation,
    ObservationEdit, Period, PeriodLength, Programme, Reading, Target, TargetRevision, ValueKind, ids,
};

impl Plan<'_, '_> {
    pub fn set_figure(&mut self, cell: &Cell, figure: Option<Figure>, reason: &str) -> Result<(), CommandError> {
        check_entry(self.programme, cell, figure.as_ref())?;
        let id = cell.id();
        let Some(old) = self.programme.observations().get(id.as_str()) else {
            if figure.is_some() {
                self.put(&Observation { body: cell.body.clone(), figure, ..blank(cell) });
            }
            return Ok(());
        };
        // Compared as written: 1,0 and 1,00 are two figures.
        if old.figure.encode() == figure.encode() {
            return Ok(());
        }
        let reason = reason.trim();
        if old.state == FigureState::Approved && reason.is_empty() {
            return Err(CommandError::ReasonNeeded(cell.clone()));
        }
        self.set::<Observation>(&id, "figure", figure.encode());
        if !reason.is_empty() {
            self.set::<Observation>(&id, "reason", reason);
        }
        if old.is_sample {
            self.set::<Observation>(&id, "sample", Value::Null);
        }
        // What was agreed on no longer is.
        let state = old.state.when_changed();
        if state != old.state {
            self.set::<Observation>(&id, "state", state.encode());
        }
        if old.state == FigureState::Returned {
            self.set::<Observation>(&id, "remark", Value::Null);
        }
        Ok(())
    }

    pub fn annotate(&mut self, cell: &Cell, edits: &[ObservationEdit]) -> Result<(), CommandError> {
        open_cell(self.programme, cell)?;
        let id = cell.id();
        // A pasted block may have begun it with its figure.
        if !self.programme.observations().contains(id.as_str()) && !self.draft.writes.contains_key(&id) {
            self.put(&Observation { body: cell.body.clone(), ..blank(cell) });
        }
        self.write_fields(&id, edits)
    }

    pub fn set_figure_state(&mut self, cells: &[Cell], state: FigureState) -> Result<(), CommandError> {
        cells.iter().try_for_each(|cell| self.move_on(cell, state, ""))
    }

    pub fn return_figures(&mut self, cells: &[Cell], remark: &str) -> Result<(), CommandError> {
        match (remark.trim(), cells.first()) {
            ("", Some(cell)) => Err(CommandError::RemarkNeeded(cell.clone())),
            (remark, _) => cells.iter().try_for_each(|cell| self.move_on(cell, FigureState::Returned, remark)),
        }
    }

    /// The remark goes with the state that it explains.
    fn move_on(&mut self, cell: &Cell, state: FigureState, remark: &str) -> Result<(), CommandError> {
        let id = cell.id();
        let old = existing(self.programme.observations(), &id)?;
        if self.programme.head().is_locked(cell.period) {
            return Err(CommandError::PeriodLocked(cell.period));
        }
        self.write_fields(&id, &[ObservationEdit::State(state)])?;
        if old.remark != remark {
            self.write_fields(&id, &[ObservationEdit::Remark(remark.to_owned())])?;
        }
        Ok(())
    }

    pub fn set_lock(&mut self, period: Period, locked: bool) {
        let mut periods = self.programme.head().locked.clone();
        periods.retain(|other| *other != period);
        if locked {
            periods.push(period);
            sort(&mut periods);
        }
        self.set::<Head>(&ids::root(), "locked", periods.encode());
    }

    pub fn revise_target(
        &mut self,
        id: &NodeId,
        date: Date,
        target: Target,
        document: String,
    ) -> Result<(), CommandError> {
        let measure = existing(self.programme.measures(), id)?;
        check_target(&target)?;
        let mut revisions = measure.revisions.clone();
        revisions.push(TargetRevision { date, old: measure.target.clone(), new: target.clone(), document });
        self.write_fields(id, &[MeasureEdit::Target(target), MeasureEdit::Revisions(revisions)])
    }

    pub fn clear_sample(&mut self) -> Result<(), CommandError> {
        for observation in self.programme.observations().iter().filter(|it| it.is_sample) {
            self.draft.delete(&observation.id);
        }
        self.write_fields(&ids::root(), &[HeadEdit::IsSample(false), HeadEdit::AsOf(None)])
    }
}

/// Why a figure cannot be entered in a cell, or that it can: what the command will say, known before.
pub fn check_entry(programme: &Programme, cell: &Cell, figure: Option<&Figure>) -> Result<(), CommandError> {
    let measure = open_cell(programme, cell)?;
    figure.map_or(Ok(()), |figure| check_figure(cell, measure, &figure.reading))
}

/// How many times more or less than all others a figure is for it to be asked about.
const FAR: u8 = 50;

/// Which of the figures to be written are far from all that is known of their measure, other figures of whom it is of, its
/// target and where that began: many times more or less, or below zero where nothing is. That is most likely a slip of the
/// pen; a screen asks before it writes it.
pub fn far_figures(programme: &Programme, figures: &[(Cell, Option<Figure>)]) -> Vec<usize> {
    let written: BTreeSet<NodeId> = figures.iter().map(|(cell, _)| cell.id()).collect();
    let is_far = |(cell, figure): &(Cell, Option<Figure>)| {
        let value = figure.as_ref().and_then(|figure| figure.reading.number());
        let Some((value, measure)) = value.zip(programme.measures().get(cell.measure.as_str())) else { return false };
        let others: Vec<(&Observation, Decimal)> = programme
            .observations_of(cell.measure.as_str())
            .filter(|it| it.body == cell.body && !written.contains(&it.id))
            .filter_map(|it| Some((&**it, it.figure.as_ref()?.reading.number()?)))
            .collect();
        // What was reached in one period is held against other periods: the target is of all of them together.
        let is_alone = others.is_empty() || measure.value_kind != ValueKind::Flow;
        let goals = measure.target.line().into_iter().chain(measure.baseline.iter().map(|it| it.value));
        let known = || others.iter().map(|(_, value)| *value).chain(goals.clone().filter(|_| is_alone));
        let size = |known: Decimal| Some(known.abs()).filter(|size| !size.is_zero());
        let times = Decimal::from(FAR);
        let is_more = known().filter_map(size).max().is_some_and(|largest| value.abs() > largest.times_or_limit(times));
        // A month may be a small part of a target, of a year, of what was added up over many months.
        let is_like = |other: &Observation| {
            other.period.length() == cell.period.length() && measure.value_kind != ValueKind::RunningTotal
        };
        let smallest = others.iter().filter(|(other, _)| is_like(other)).filter_map(|(_, value)| size(*value)).min();
        let is_less = !value.is_zero() && smallest.is_some_and(|smallest| value.abs().times_or_limit(times) < smallest);
        let is_below = value.is_sign_negative() && known().next().is_some() && !known().any(|it| it.is_sign_negative());
        is_more || is_less || is_below
    };
    (0..figures.len()).filter(|at| is_far(&figures[*at])).collect()
}

/// The measure of a cell that may be written to.
fn open_cell<'a>(programme: &'a Programme, cell: &Cell) -> Result<&'a Measure, CommandError> {
    let measure = existing(programme.measures(), &cell.measure)?;
    if let Some(body) = &cell.body {
        existing(programme.bodies(), body)?;
    }
    let head = programme.head();
    if head.is_locked(cell.period) {
        return Err(CommandError::PeriodLocked(cell.period));
    }
    // Of earlier years often no more is known than the whole.
    let is_year_before = cell.period.length() == PeriodLength::Year && cell.period.year() < head.first_year;
    if cell.period.length() != measure.period && !is_year_before {
        return Err(CommandError::WrongPeriod { cell: cell.clone(), expected: measure.period });
    }
    Ok(measure)
}

fn blank(cell: &Cell) -> Observation {
    Observation::new(cell.id(), cell.measure.clone(), cell.period)
}

fn check_figure(cell: &Cell, measure: &Measure, reading: &Reading) -> Result<(), CommandError> {
    let fits = match measure.value_kind {
        ValueKind::Flow | ValueKind::RunningTotal | ValueKind::Level => matches!(reading, Reading::Number(_)),
        ValueKind::Rate => matches!(reading, Reading::Ratio { .. } | Reading::Number(_)),
        ValueKind::Rank => matches!(reading, Reading::Rank(_)),
        ValueKind::Grade => matches!(reading, Reading::Grade(_)),
        ValueKind::YesNo => matches!(reading, Reading::YesNo(_)),
        ValueKind::Text => matches!(reading, Reading::Text(_)),
    };
    if !fits {
        return Err(CommandError::WrongKind { cell: cell.clone(), expected: measure.value_kind });
    }
    if matches!(reading, Reading::Ratio { denominator, .. } if denominator.is_zero()) {
        return Err(CommandError::ZeroDenominator(cell.clone()));
    }
    match reading.number() {
        Some(value) if !measure.admits(value) => {
            let (lower, upper) = (measure.lower_bound, measure.upper_bound);
            Err(CommandError::OutOfBounds { cell: cell.clone(), value, lower, upper })
        }
        _ => Ok(()),
    }
}
