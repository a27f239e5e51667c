//! What a pasted table would write: each of its cells with the figure that it means, or why it means none.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::{NodeId, SortedMap};
use crate::evaluate::{Context, period_to_enter};
use crate::i18n::messages::Pasting;
use crate::i18n::{
    Heading, Language, Message, Misread, Named, Typed, Unmatched, parse_block, period_under, read_figure_of, read_table,
};
use crate::model::{
    Cell, CommandError, Figure, FigureState, Measure, Programme, Reading, ValueKind, check_entry, far_figures,
};

/// A cell of the table: its line, and its place among the columns of figures.
pub type At = (usize, usize);

/// How ambiguous numbers are read: one by one, or all alike. `true` reads the separator as one of thousands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings {
    pub one: SortedMap<At, bool>,
    pub all: Option<bool>,
}

/// The table as it would be written now.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    pub heads: Vec<Heading>,
    pub lines: Vec<Line>,
    pub figures: Vec<(Cell, Option<Figure>)>,
    /// Cells with a figure that is far from all that is known of its measure: the page asks whether it is meant.
    pub far: BTreeSet<At>,
    /// Approved figures among those that would change: a reason is asked for.
    pub approved: usize,
    pub measures: usize,
    pub same: usize,
    pub left_out: usize,
    pub unknown: usize,
    pub doubts: usize,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub label: String,
    pub found: Result<Arc<Measure>, Unmatched>,
    pub cells: Vec<Taken>,
}

/// What became of one cell.
#[derive(Clone, Debug)]
pub struct Taken {
    /// As it stands in the table.
    pub text: String,
    pub fate: Fate,
}

#[derive(Clone, Debug)]
pub enum Fate {
    /// Nothing stands there.
    Empty,
    /// Written, in the place of what was there.
    Written {
        reading: Reading,
        is_estimate: bool,
        before: Option<Reading>,
    },
    /// As it is already.
    Same,
    /// Two readings: as thousands, as decimals.
    Doubt {
        thousands: crate::model::Decimal,
        decimal: crate::model::Decimal,
    },
    Misread(Misread),
    Refused(CommandError),
    /// The column is of no period of this measure.
    WrongStretch,
    NoPeriodNow,
    /// Bodies report apart, and a table does not say whose figures it has: as one for all, they would stand above what each sent.
    ByBody,
    /// A line above has the same cell.
    Twice,
}

impl Fate {
    /// Why a cell is left out.
    pub fn why(&self, language: Language) -> Option<String> {
        let message: &dyn Message = match self {
            Self::Misread(misread) => misread,
            Self::Refused(error) => error,
            Self::WrongStretch => &Pasting::WrongStretch,
            Self::NoPeriodNow => &Pasting::NoPeriodNow,
            Self::ByBody => &Pasting::ByBody,
            Self::Twice => &Pasting::Twice,
            Self::Empty | Self::Written { .. } | Self::Same | Self::Doubt { .. } => return None,
        };
        Some(message.text(language).into_owned())
    }
}

/// Holds a pasted text against the programme. `measures` are those it can be about, each with its number in the list.
pub fn take(
    programme: &Programme,
    context: &Context,
    measures: &[(String, Arc<Measure>)],
    text: &str,
    readings: &Readings,
    language: Language,
) -> Intake {
    let known: Vec<Named> = measures
        .iter()
        .map(|(number, measure)| Named {
            number: number.clone(),
            reference: programme.reference(measure.id.as_str()),
            name: measure.name.clone(),
        })
        .collect();
    let table = read_table(&parse_block(text), &known, context.as_of.year());
    let mut intake = Intake { heads: table.columns.iter().map(|(_, head)| *head).collect(), ..Intake::default() };
    let mut given: BTreeSet<NodeId> = BTreeSet::new();
    let mut touched: BTreeSet<NodeId> = BTreeSet::new();
    let mut places: Vec<At> = Vec::new();
    for (line, pasted) in table.lines.into_iter().enumerate() {
        let found = pasted.found.and_then(|at| measures.get(at).ok_or(Unmatched::Unknown));
        let found = found.map(|(_, measure)| measure.clone());
        intake.unknown += usize::from(found.is_err());
        let is_apart = found
            .as_ref()
            .is_ok_and(|measure| programme.observations_of(measure.id.as_str()).any(|figure| figure.body.is_some()));
        let cells = pasted.figures.into_iter().enumerate().map(|(column, text)| {
            let Ok(measure) = &found else { return Taken { text, fate: Fate::Empty } };
            let now = period_to_enter(measure, context).map(|(now, _)| now);
            let head = intake.heads[column];
            let period = period_under(head, measure.period, measure.value_kind, now);
            let (cell, fate) = match period {
                _ if text.is_empty() => (None, Fate::Empty),
                _ if is_apart => (None, Fate::ByBody),
                None if head == Heading::Now => (None, Fate::NoPeriodNow),
                None => (None, Fate::WrongStretch),
                Some(period) => {
                    let cell = Cell { measure: measure.id.clone(), period, body: None };
                    let thousands = readings.one.get(&(line, column)).copied().or(readings.all);
                    let fate = fate(programme, measure, &cell, &text, thousands, language);
                    (Some(cell), fate)
                }
            };
            let fate = match &cell {
                // A dash or a refusal does not stand in the way of the figure.
                Some(cell)
                    if matches!(fate, Fate::Written { .. } | Fate::Same | Fate::Doubt { .. })
                        && !given.insert(cell.id()) =>
                {
                    Fate::Twice
                }
                _ => fate,
            };
            match &fate {
                Fate::Written { reading, is_estimate, .. } => {
                    if let Some(cell) = cell {
                        let old = programme.observations().get(cell.id().as_str());
                        intake.approved += usize::from(old.is_some_and(|old| old.state == FigureState::Approved));
                        touched.insert(measure.id.clone());
                        let figure = Figure { reading: reading.clone(), is_estimate: *is_estimate };
                        intake.figures.push((cell, Some(figure)));
                        places.push((line, column));
                    }
                }
                Fate::Same => intake.same += 1,
                Fate::Doubt { .. } => intake.doubts += 1,
                Fate::Empty => {}
                _ => intake.left_out += 1,
            }
            Taken { text, fate }
        });
        let cells = cells.collect();
        intake.lines.push(Line { label: pasted.label, found, cells });
    }
    intake.far = far_figures(programme, &intake.figures).into_iter().map(|at| places[at]).collect();
    intake.measures = touched.len();
    intake
}

/// What one text means for its cell.
fn fate(
    programme: &Programme,
    measure: &Measure,
    cell: &Cell,
    text: &str,
    as_thousands: Option<bool>,
    language: Language,
) -> Fate {
    // Tables write a dash or dots where there is nothing.
    if measure.value_kind != ValueKind::Text && text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '…' | '.'))
    {
        return Fate::Empty;
    }
    let (reading, is_estimate) = match (read_figure_of(text, measure, language), as_thousands) {
        (Typed::Nothing, _) => return Fate::Empty,
        (Typed::Misread(misread), _) => return Fate::Misread(misread),
        (Typed::Ambiguous { thousands, decimal, .. }, None) => return Fate::Doubt { thousands, decimal },
        (Typed::Ambiguous { thousands, is_estimate, .. }, Some(true)) => (Reading::Number(thousands), is_estimate),
        (Typed::Ambiguous { decimal, is_estimate, .. }, Some(false)) => (Reading::Number(decimal), is_estimate),
        (Typed::Number { value, is_estimate }, _) => (Reading::Number(value), is_estimate),
        (Typed::Other { reading, is_estimate }, _) => (reading, is_estimate),
    };
    let figure = Figure { reading, is_estimate };
    if let Err(error) = check_entry(programme, cell, Some(&figure)) {
        return Fate::Refused(error);
    }
    let old = programme.observations().get(cell.id().as_str()).and_then(|old| old.figure.clone());
    if old.as_ref() == Some(&figure) {
        return Fate::Same;
    }
    Fate::Written { reading: figure.reading, is_estimate, before: old.map(|old| old.reading) }
}
