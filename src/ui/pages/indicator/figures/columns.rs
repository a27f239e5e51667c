//! The columns of the grid: which there are by kind of value, what heads them, which give way on phones.

use crate::i18n::messages::Figures;
use crate::i18n::{Language, Message, period_length_inside};
use crate::model::{Measure, PeriodLength, ValueKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The figure itself, typed.
    Value,
    Numerator,
    Denominator,
    /// Numerator over denominator.
    Percent,
    /// The step of a running total since the period before.
    Own,
    Cumulative,
    Pace,
    PercentOfPace,
    Note,
    /// Draft, submitted, approved, returned.
    State,
    Entered,
    /// Where rows are measures: the period that each is entered for, its unit, the period before, and what has come of it.
    Period,
    Unit,
    Before,
    Reached,
    Verdict,
}

impl Column {
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Value | Self::Numerator | Self::Denominator | Self::Note)
    }

    /// It follows from what is typed.
    pub fn is_computed(self) -> bool {
        matches!(self, Self::Percent | Self::Own | Self::Cumulative | Self::Pace | Self::PercentOfPace)
    }

    /// Its head; that of the figures says what they are of where all are of one measure.
    pub fn name(self, measure: Option<&Measure>, language: Language) -> String {
        let message = match (self, measure.map(|measure| measure.value_kind)) {
            (Self::Value, Some(ValueKind::Flow)) | (Self::Own, _) => {
                let length = measure.map_or(PeriodLength::default(), |measure| measure.period);
                Figures::InPeriod { period: period_length_inside(length, language) }
            }
            (Self::Value, Some(ValueKind::RunningTotal)) | (Self::Cumulative, _) => Figures::Cumulative,
            (Self::Value, _) => Figures::Value,
            (Self::Numerator, _) => Figures::Numerator,
            (Self::Denominator, _) => Figures::Denominator,
            (Self::Percent, _) => Figures::Percent,
            (Self::Pace, _) => Figures::RequiredPace,
            (Self::PercentOfPace, _) => Figures::PercentOfPace,
            (Self::Note, _) => Figures::Note,
            (Self::State, _) => Figures::State,
            (Self::Entered, _) => Figures::Entered,
            (Self::Period, _) => Figures::Period,
            (Self::Unit, _) => Figures::UnitShort,
            (Self::Before, _) => Figures::Before,
            (Self::Reached, _) => Figures::Reached,
            (Self::Verdict, _) => Figures::Verdict,
        };
        message.text(language).into_owned()
    }

    /// Phones have room for three columns beside the periods: those that say most. Beside the names of measures (in a
    /// grid of one period) there is room for what is typed alone.
    pub fn is_optional(self, all: &[Self]) -> bool {
        use Column::{
            Cumulative, Denominator, Entered, Numerator, Own, Pace, Percent, PercentOfPace, Period, State, Value,
        };
        if all.contains(&Period) {
            return !matches!(self, Period | Value);
        }
        let by_weight = [Value, Numerator, Denominator, Percent, Cumulative, Own, PercentOfPace, Pace, State, Entered];
        !by_weight.iter().filter(|column| all.contains(column)).take(3).any(|shown| *shown == self)
    }
}

/// The columns of a measure's own grid. Running sums and steps are reckoned for the measure as a whole.
pub fn columns(kind: ValueKind, is_reckoned: bool, has_pace: bool) -> Vec<Column> {
    use Column::{Cumulative, Denominator, Entered, Note, Numerator, Own, Pace, Percent, PercentOfPace, State, Value};
    let all: &[Column] = match kind {
        ValueKind::Flow => &[Value, Cumulative, Pace, PercentOfPace, Note, State, Entered],
        ValueKind::RunningTotal => &[Value, Own, Pace, PercentOfPace, Note, State, Entered],
        ValueKind::Level => &[Value, Pace, Note, State, Entered],
        ValueKind::Rate => &[Numerator, Denominator, Percent, Pace, Note, State, Entered],
        ValueKind::Rank | ValueKind::Grade | ValueKind::YesNo | ValueKind::Text => &[Value, Note, State, Entered],
    };
    let is_shown = |column: &Column| match column {
        Pace | PercentOfPace => has_pace,
        Own | Cumulative => is_reckoned,
        _ => true,
    };
    all.iter().copied().filter(is_shown).collect()
}
