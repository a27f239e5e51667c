//! What the grid shows: one row a period, and the words of every cell.

use std::sync::Arc;

use leptos::prelude::With as _;
use rust_decimal::Decimal;

use super::columns::{Column, columns};
use crate::app::{Session, day_of};
use crate::document::NodeId;
use crate::evaluate::{CourseStep, Evaluation, course_in};
use crate::i18n::messages::Figures;
use crate::i18n::{
    Language, MISSING, Message, fewest_digits, format_date_short, format_exact, format_number, period_name,
    period_name_with_year, value_words,
};
use crate::model::{
    Body, Cell, FigureState, Measure, Observation, Period, PeriodLength, Programme, Reading, ValueKind,
};
use crate::ui::components::status_mark::Status;

/// The years that a grid is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Programme,
    /// The year before: what this one is compared with.
    YearBefore,
    /// The period that is to be entered now, of many measures: one row each.
    Now,
}

/// The grid's content at one moment.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub span: Span,
    /// More than one year: rows name theirs.
    names_years: bool,
    /// No more digits than the pace needs in any row: `100`, where values have `99,2`.
    pace_decimals: u8,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub measure: Arc<Measure>,
    /// Whose figure it is; `None`: that of no single body.
    pub body: Option<Arc<Body>>,
    pub period: Period,
    /// A quarter that its months make; nothing is typed there.
    pub is_total: bool,
    /// The last one with a figure, of a measure that is behind.
    pub is_low: bool,
    /// The locked period that it lies in.
    pub lock: Option<Period>,
    pub observation: Option<Arc<Observation>>,
    step: Option<CourseStep>,
    /// The sum of a quarter's months, where all are known.
    total: Option<Decimal>,
    /// Of a row that is a measure: the figure of the period before, and how the measure stands.
    pub before: Option<Arc<Observation>>,
    pub evaluation: Option<Arc<Evaluation>>,
}

/// A measure, or one body's part of it, with the period that is to be entered.
#[derive(Clone, Debug)]
pub struct Entry {
    pub measure: Arc<Measure>,
    pub body: Option<Arc<Body>>,
    pub period: Period,
    pub previous: Option<Period>,
    pub evaluation: Arc<Evaluation>,
}

impl Sheet {
    pub fn of(session: Session, measure: Arc<Measure>, span: Span, body: Option<NodeId>) -> Self {
        let (context, low) = session.judged.with(|judged| {
            let evaluation = judged.get(measure.id.as_str());
            let is_behind =
                evaluation.is_some_and(|it| matches!(Status::from(it.verdict), Status::AtRisk | Status::Missed));
            (judged.context.clone(), evaluation.filter(|_| is_behind).and_then(|it| it.through))
        });
        session.programme.with(|programme| {
            let head = programme.head();
            let (years, course) = match span {
                // What is reckoned is the measure's, not one body's.
                Span::YearBefore => (head.first_year - 1..=head.first_year - 1, Vec::new()),
                _ if body.is_some() => (head.years(), Vec::new()),
                _ => (head.years(), course_in(programme, &measure, &context)),
            };
            let body = body.as_ref().and_then(|body| programme.bodies().get(body.as_str()).cloned());
            let names_years = years.start() != years.end() || span == Span::YearBefore;
            let has_totals = span == Span::Programme
                && body.is_none()
                && measure.value_kind == ValueKind::Flow
                && measure.period == PeriodLength::Month;
            let mut rows = Vec::new();
            for period in years.flat_map(|year| Period::of_year(year, measure.period)) {
                rows.push(Row::of(programme, &measure, period, body.clone(), &course));
                if has_totals && period.index() % 3 == 0 {
                    let months = &rows[rows.len() - 3..];
                    let total = months.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(row.own()?));
                    let quarter = Period::new(period.year(), PeriodLength::Quarter, period.index() / 3);
                    if let Some((period, last)) = quarter.zip(rows.last().cloned()) {
                        let lock = head.lock_of(period);
                        rows.push(Row { period, is_total: true, lock, observation: None, total, ..last });
                    }
                }
            }
            // Of the year before often no more is known than the whole.
            if span == Span::YearBefore
                && measure.period != PeriodLength::Year
                && let Some(year) = Period::new(head.first_year - 1, PeriodLength::Year, 1)
            {
                rows.push(Row::of(programme, &measure, year, body.clone(), &course));
            }
            for row in &mut rows {
                row.is_low = low == Some(row.period);
            }
            let has_pace = course.iter().any(|step| step.expected.is_some());
            let expected = course.iter().filter_map(|step| step.expected);
            let pace_decimals = expected.map(|value| fewest_digits(value, measure.decimals)).max().unwrap_or_default();
            let columns = columns(measure.value_kind, span == Span::Programme && body.is_none(), has_pace);
            Self { columns, rows, span, names_years, pace_decimals }
        })
    }

    /// Nothing that all rows go by has changed.
    pub fn is_same(&self, other: &Self) -> bool {
        self.columns == other.columns
            && (self.span, self.names_years, self.pace_decimals) == (other.span, other.names_years, other.pace_decimals)
    }

    /// One row for each of these, in their order.
    pub fn of_entries(programme: &Programme, entries: Vec<Entry>) -> Self {
        use Column::{Before, Period, Reached, State, Unit, Value, Verdict};
        let row = |entry: Entry| {
            let Entry { measure, body, period, previous, evaluation } = entry;
            let row = Row::of(programme, &measure, period, body, &[]);
            let before = previous.and_then(|period| {
                let cell = Cell { period, ..row.cell() };
                programme.observations().get(cell.id().as_str()).cloned()
            });
            Row { before, evaluation: Some(evaluation), ..row }
        };
        Self {
            columns: vec![Period, Before, Value, Unit, Reached, Verdict, State],
            rows: entries.into_iter().map(row).collect(),
            span: Span::Now,
            names_years: false,
            pace_decimals: 0,
        }
    }

    /// The column that typing goes into.
    pub fn first_typed(&self) -> usize {
        self.columns.iter().position(|column| column.is_typed()).unwrap_or_default()
    }

    pub fn cell(&self, row: usize) -> Option<Cell> {
        self.rows.get(row).map(Row::cell)
    }

    pub fn column_name(&self, column: Column, language: Language) -> String {
        let measure = self.rows.first().filter(|_| self.span != Span::Now);
        column.name(measure.map(|row| row.measure.as_ref()), language)
    }

    pub fn row_name(&self, row: &Row, language: Language) -> String {
        if self.span == Span::Now {
            let name = row.measure.name.clone();
            row.body.as_ref().map_or(name.clone(), |body| format!("{name}, {}", body.name))
        } else if self.names_years {
            period_name_with_year(row.period, language)
        } else {
            period_name(row.period, language)
        }
    }

    /// Something may be typed there, now or once its period is unlocked.
    pub fn is_typed(&self, (row, column): (usize, usize)) -> bool {
        self.columns.get(column).is_some_and(|column| column.is_typed())
            && self.rows.get(row).is_some_and(|row| !row.is_total)
    }

    /// What a cell says; empty when there is nothing to say.
    pub fn text(&self, row: &Row, column: Column, language: Language) -> String {
        let some = |value: Option<String>| value.unwrap_or_default();
        let has_figure = row.is_total || row.own().is_some();
        match column {
            Column::Value if row.is_total => some(row.total.map(|total| format_exact(total, language))),
            Column::Value => match row.reading() {
                // In one cell a rate of counts is both of them, as they are typed there.
                Some(Reading::Ratio { numerator, denominator }) if self.span == Span::Now => {
                    format!("{}/{}", format_exact(*numerator, language), format_exact(*denominator, language))
                }
                Some(reading) => reading_text(reading, language),
                // Bodies report it apart: what they make together.
                None => some(row.own().map(|own| format_exact(own, language))),
            },
            Column::Numerator | Column::Denominator => match (row.reading(), column) {
                (Some(Reading::Ratio { numerator, .. }), Column::Numerator) => format_exact(*numerator, language),
                (Some(Reading::Ratio { denominator, .. }), _) => format_exact(*denominator, language),
                _ => String::new(),
            },
            Column::Percent => {
                let own = row.reading().and_then(Reading::number).or(row.own());
                some(own.map(|own| format_number(own, row.measure.decimals.max(1), language)))
            }
            Column::Own => some(row.own().map(|own| format_exact(own, language))),
            Column::Cumulative => {
                let value = row.step.filter(|_| has_figure).and_then(|step| step.value);
                some(value.map(|value| format_exact(value, language)))
            }
            Column::Pace => some(row.expected().map(|value| format_number(value, self.pace_decimals, language))),
            Column::PercentOfPace => some(row.percent_of_pace().map(|share| format_number(share, 1, language))),
            Column::Note => row.observation.as_ref().map(|it| it.note.clone()).unwrap_or_default(),
            Column::State => some(row.state().map(|state| state.text(language).into_owned())),
            Column::Entered => {
                let entered = row.observation.as_ref().filter(|it| it.figure.is_some()).map(|it| day_of(it.entered));
                some(entered.map(|day| format_date_short(day, language)))
            }
            Column::Period => period_name(row.period, language),
            Column::Unit => row.measure.unit.clone(),
            Column::Before => {
                let before = row.before.as_ref().and_then(|it| it.figure.as_ref());
                before.map_or_else(|| MISSING.to_owned(), |figure| reading_text(&figure.reading, language))
            }
            Column::Reached => some(row.evaluation.as_ref().and_then(|it| value_words(&row.measure, it, language))),
            Column::Verdict => some(row.evaluation.as_ref().map(|it| it.verdict.text(language).into_owned())),
        }
    }

    /// What the input of a cell begins with: what is there, with the mark of an estimate.
    pub fn editable_text(&self, row: &Row, column: Column, language: Language) -> String {
        let mut text = match (column, row.reading()) {
            (Column::Value, None) => String::new(),
            _ => self.text(row, column, language),
        };
        if column != Column::Note && !text.is_empty() && row.is_estimate() {
            text.push(' ');
            text.push_str(&Figures::Estimate.text(language));
        }
        text
    }
}

impl Row {
    fn of(
        programme: &Programme,
        measure: &Arc<Measure>,
        period: Period,
        body: Option<Arc<Body>>,
        course: &[CourseStep],
    ) -> Self {
        let mut row = Self {
            measure: measure.clone(),
            body,
            period,
            is_total: false,
            is_low: false,
            lock: programme.head().lock_of(period),
            observation: None,
            step: course.iter().find(|step| step.period == period).copied(),
            total: None,
            before: None,
            evaluation: None,
        };
        row.observation = programme.observations().get(row.cell().id().as_str()).cloned();
        row
    }

    pub fn cell(&self) -> Cell {
        let body = self.body.as_ref().map(|body| body.id.clone());
        Cell { measure: self.measure.id.clone(), period: self.period, body }
    }

    /// Nothing that it shows has changed.
    pub fn is_same(&self, other: &Self) -> bool {
        fn same<T>(one: Option<&Arc<T>>, other: Option<&Arc<T>>) -> bool {
            one.map(Arc::as_ptr) == other.map(Arc::as_ptr)
        }
        Arc::ptr_eq(&self.measure, &other.measure)
            && (self.period, self.lock) == (other.period, other.lock)
            && (self.is_total, self.is_low) == (other.is_total, other.is_low)
            && (self.step, self.total) == (other.step, other.total)
            && same(self.body.as_ref(), other.body.as_ref())
            && same(self.observation.as_ref(), other.observation.as_ref())
            && same(self.before.as_ref(), other.before.as_ref())
            && same(self.evaluation.as_ref(), other.evaluation.as_ref())
    }

    pub fn reading(&self) -> Option<&Reading> {
        self.observation.as_ref()?.figure.as_ref().map(|figure| &figure.reading)
    }

    /// How far its figure has come, if it has one.
    pub fn state(&self) -> Option<FigureState> {
        self.observation.as_ref().filter(|it| it.figure.is_some()).map(|it| it.state)
    }

    pub fn is_estimate(&self) -> bool {
        self.observation.as_ref().and_then(|it| it.figure.as_ref()).is_some_and(|figure| figure.is_estimate)
    }

    fn own(&self) -> Option<Decimal> {
        self.step.and_then(|step| step.own)
    }

    fn expected(&self) -> Option<Decimal> {
        self.step.and_then(|step| step.expected)
    }

    fn percent_of_pace(&self) -> Option<Decimal> {
        let step = self.step.filter(|_| self.is_total || self.own().is_some())?;
        step.value?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(step.expected?)
    }
}

/// A figure as it is shown.
pub fn reading_text(reading: &Reading, language: Language) -> String {
    match reading {
        Reading::Number(value) => format_exact(*value, language),
        Reading::Ratio { .. } => reading.number().map(|value| format_number(value, 1, language)).unwrap_or_default(),
        Reading::Rank(Some(rank)) => rank.to_string(),
        Reading::Rank(None) => Figures::NotRankedYet.text(language).into_owned(),
        Reading::Grade(grade) => grade.text(language).into_owned(),
        Reading::YesNo(answer) => answer_text(*answer, language),
        Reading::Text(text) => text.clone(),
    }
}

/// `có`, `không`.
pub fn answer_text(answer: bool, language: Language) -> String {
    let message = if answer { Figures::Yes } else { Figures::No };
    message.text(language).into_owned()
}
