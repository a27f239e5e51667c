//! Where things stand in the drawing of one measure, by the width of its place and the length of its words.

use super::Chart;
use super::course::as_f64;
use super::label::width as text_width;
use super::plot::Frame;
use super::scale::Tick;
use crate::i18n::{Language, format_number};
use crate::model::PeriodLength;

/// Below this width labels shorten and the names of the fan's ends go.
const NARROW: f64 = 560.0;

/// Where things stand in a drawing.
pub(super) struct Layout {
    pub is_narrow: bool,
    pub upper: Frame,
    /// The bars beneath a total.
    pub lower: Option<Frame>,
    pub width: f64,
    pub height: f64,
}

impl Layout {
    /// Without a `height` the chart has the one that its width asks for.
    pub fn new(
        chart: &Chart,
        width: f64,
        height: Option<f64>,
        marks: &[(Tick, String)],
        with_bars: bool,
        language: Language,
    ) -> Self {
        // A hidden place reports no width; such a drawing is made anew once it is shown.
        let width = if width.is_finite() { width.clamp(280.0, 1600.0) } else { 720.0 };
        let is_narrow = width < NARROW;
        let widest = marks.iter().map(|(_, text)| text_width(text, 12.0)).fold(20.0, f64::max);
        let digits = |value| text_width(&format_number(value, chart.decimals, language), 13.0);
        let fan_digits = chart.projection.map_or(0.0, |fan| digits(fan.high).max(digits(fan.low)) + 12.0);
        let has_needed = with_bars && chart.needed.is_some();
        let right = match (is_narrow, chart.projection.is_some() || has_needed) {
            (_, false) => 16.0,
            (true, true) => fan_digits.max(64.0),
            (false, true) => (fan_digits + 68.0).max(132.0),
        };
        let has_months = !chart.is_term() && chart.steps.iter().any(|step| step.period.length() == PeriodLength::Month);
        let lower_height = if is_narrow { 62.0 } else { 80.0 };
        let beneath = if with_bars { 58.0 + lower_height } else { 0.0 } + if has_months { 40.0 } else { 23.0 };
        let upper_height = match height.filter(|height| height.is_finite()) {
            Some(height) => (height - 30.0 - beneath).clamp(120.0, 1200.0),
            None if is_narrow => 234.0,
            None => 272.0,
        };
        let upper = Frame { left: widest + 10.0, top: 30.0, right: width - right, bottom: 30.0 + upper_height };
        let lower_top = upper.bottom + 58.0;
        let lower = with_bars.then_some(Frame { top: lower_top, bottom: lower_top + lower_height, ..upper });
        Self { is_narrow, upper, lower, width, height: upper.bottom + beneath }
    }

    /// The left edge of a period's slot.
    pub fn slot(&self, index: usize, count: usize) -> f64 {
        self.upper.left + (self.upper.right - self.upper.left) * as_f64(index) / as_f64(count.max(1))
    }
}
