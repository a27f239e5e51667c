//! Cells that are being filled, one typed or a pasted block, and the figures and notes they make.

use rust_decimal::Decimal;

use super::columns::Column;
use super::sheet::{Row, Sheet};
use crate::i18n::{Language, Typed, read_figure, read_figure_of};
use crate::model::{Cell, Command, Figure, Period, Reading, ValueKind};

/// A row and a column of the grid.
pub type At = (usize, usize);

/// A cell with what was typed or pasted into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filling {
    pub at: At,
    pub text: String,
    pub typed: Typed,
}

/// One part of a rate whose other part is still missing. It is kept beside the programme until the rate is whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Half {
    pub period: Period,
    pub column: Column,
    pub value: Decimal,
}

impl Filling {
    pub fn new(sheet: &Sheet, at: At, text: &str, language: Language) -> Self {
        let typed = match (sheet.columns.get(at.1), sheet.rows.get(at.0)) {
            (Some(Column::Note), _) | (_, None) => read_figure(text, ValueKind::Text, language),
            // Numbers by themselves.
            (Some(Column::Numerator | Column::Denominator), _) => read_figure(text, ValueKind::Level, language),
            (_, Some(row)) => read_figure_of(text, &row.measure, language),
        };
        Self { at, text: text.trim().to_owned(), typed }
    }

    pub fn is_ambiguous(&self) -> bool {
        matches!(self.typed, Typed::Ambiguous { .. })
    }

    pub fn is_misread(&self) -> bool {
        matches!(self.typed, Typed::Misread(_))
    }

    /// Takes one of the two readings of an ambiguous number: the first separates thousands.
    pub fn choose(&mut self, first: bool) {
        if let Typed::Ambiguous { thousands, decimal, is_estimate } = self.typed {
            self.typed = Typed::Number { value: if first { thousands } else { decimal }, is_estimate };
        }
    }
}

/// Lays a block over the grid from a cell on: downwards over the rows that take figures, rightwards over the columns
/// that do. `true`: a part of it found no place.
pub fn lay(sheet: &Sheet, from: At, block: &[Vec<String>], language: Language) -> (Vec<Filling>, bool) {
    let columns: Vec<usize> = (from.1..sheet.columns.len()).filter(|&at| sheet.columns[at].is_typed()).collect();
    let rows: Vec<usize> = (from.0..sheet.rows.len()).filter(|&at| !sheet.rows[at].is_total).collect();
    let overruns = block.len() > rows.len() || block.iter().any(|line| line.len() > columns.len());
    let mut cells = Vec::new();
    for (line, &row) in block.iter().zip(&rows) {
        for (text, &column) in line.iter().zip(&columns) {
            // An empty cell of a block says nothing; it clears no figure.
            if !text.trim().is_empty() {
                cells.push(Filling::new(sheet, (row, column), text, language));
            }
        }
    }
    (cells, overruns)
}

/// The command that writes the cells which can be read, and the halves of rates that remain.
pub fn write(sheet: &Sheet, cells: &[Filling], halves: &[Half], reason: &str) -> (Command, Vec<Half>) {
    let (mut figures, mut notes) = (Vec::new(), Vec::new());
    let mut left = halves.to_vec();
    for group in cells.chunk_by(|a, b| a.at.0 == b.at.0) {
        let Some((row, cell)) = sheet.rows.get(group[0].at.0).zip(sheet.cell(group[0].at.0)) else { continue };
        let mut parts = false;
        for filling in group.iter().filter(|filling| !filling.is_misread()) {
            match sheet.columns.get(filling.at.1) {
                Some(Column::Value) => figures.push((cell.clone(), figure(&filling.typed))),
                Some(Column::Note) => notes.push((cell.clone(), note(&filling.typed))),
                Some(Column::Numerator | Column::Denominator) => parts = true,
                _ => {}
            }
        }
        if parts {
            rate(sheet, row, group, cell, &mut left, &mut figures);
        }
    }
    let reason = reason.to_owned();
    let command = if notes.is_empty() {
        Command::SetFigures { figures, reason }
    } else {
        Command::PasteFigures { figures, notes, reason }
    };
    (command, left)
}

fn figure(typed: &Typed) -> Option<Figure> {
    match typed {
        Typed::Number { value, is_estimate } => {
            Some(Figure { reading: Reading::Number(*value), is_estimate: *is_estimate })
        }
        Typed::Other { reading, is_estimate } => Some(Figure { reading: reading.clone(), is_estimate: *is_estimate }),
        Typed::Nothing | Typed::Ambiguous { .. } | Typed::Misread(_) => None,
    }
}

fn note(typed: &Typed) -> String {
    match typed {
        Typed::Other { reading: Reading::Text(text), .. } => text.clone(),
        _ => String::new(),
    }
}

/// Joins what was typed with the part that is there. A rate is a figure once it has both parts.
fn rate(
    sheet: &Sheet,
    row: &Row,
    group: &[Filling],
    cell: Cell,
    halves: &mut Vec<Half>,
    figures: &mut Vec<(Cell, Option<Figure>)>,
) {
    let mut is_estimate = None;
    let mut part = |column: Column| {
        let typed = group.iter().find(|filling| sheet.columns.get(filling.at.1) == Some(&column));
        match typed.map(|filling| &filling.typed) {
            Some(Typed::Number { value, is_estimate: estimate }) => {
                is_estimate = Some(is_estimate.unwrap_or(false) || *estimate);
                Some(*value)
            }
            Some(Typed::Nothing) => None,
            _ => {
                halves.iter().find(|half| half.period == row.period && half.column == column).map(|half| half.value).or(
                    match (row.reading()?, column) {
                        (Reading::Ratio { numerator, .. }, Column::Numerator) => Some(*numerator),
                        (Reading::Ratio { denominator, .. }, Column::Denominator) => Some(*denominator),
                        _ => None,
                    },
                )
            }
        }
    };
    let (numerator, denominator) = (part(Column::Numerator), part(Column::Denominator));
    halves.retain(|half| half.period != row.period);
    let is_estimate = is_estimate.unwrap_or_else(|| row.is_estimate());
    if let (Some(numerator), Some(denominator)) = (numerator, denominator) {
        let reading = Reading::Ratio { numerator, denominator };
        figures.push((cell, Some(Figure { reading, is_estimate })));
        return;
    }
    if matches!(row.reading(), Some(Reading::Ratio { .. })) {
        figures.push((cell, None));
    }
    for (column, value) in [(Column::Numerator, numerator), (Column::Denominator, denominator)] {
        halves.extend(value.map(|value| Half { period: row.period, column, value }));
    }
}
