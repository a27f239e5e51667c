//! Axes: the range of values shown, and the round numbers marked on it.

use crate::model::Arithmetic;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::course::as_f64;
use super::{Chart, Form};

/// A decimal as the position on an axis. Exact numbers stay in labels.
pub(super) fn position(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

/// The values an axis spans, low to high.
pub(super) fn value_range(chart: &Chart) -> Range<f64> {
    let fan = chart.projection.map(|fan| [fan.low, fan.high]).into_iter().flatten();
    let shown = chart.steps.iter().flat_map(|step| {
        let before = if chart.with_last_year { step.before } else { None };
        [step.value, step.expected, step.line, before].into_iter().flatten()
    });
    let (mut low, mut high) = extent(shown.chain(fan).chain(chart.second_line).map(position)).unwrap_or((0.0, 1.0));
    match chart.form {
        Form::Total => {
            (low, high) = (low.min(0.0), high.max(0.0));
            let room = (high - low) * 0.08;
            let room = if room > 0.0 { room } else { 1.0 };
            // Zero is the ground of a total; room is left only where values go.
            (if low < 0.0 { low - room } else { 0.0 })..high + room
        }
        Form::Level => {
            let room = if high > low { (high - low) * 0.14 } else { (high.abs() * 0.05).max(0.5) };
            // A state that is never negative is not shown with room below zero.
            let floor = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
            (low - room).max(floor)..high + room
        }
        Form::Rank => (low - 1.0).max(0.0)..high + 1.0,
    }
}

/// The span of the bars beneath a total: always from zero.
pub(super) fn bar_range(chart: &Chart) -> Option<Range<f64>> {
    let own = chart.steps.iter().filter_map(|step| step.own);
    let (low, high) = extent(own.chain(chart.needed).map(position))?;
    let (low, high) = (low.min(0.0), high.max(0.0));
    Some(if high > low { low..high + (high - low) * 0.05 } else { 0.0..1.0 })
}

/// A mark on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tick {
    pub at: f64,
    pub value: Decimal,
}

/// Round numbers inside a range, at most `most`, with no more than some decimals; and how many decimals they need.
pub(super) fn ticks(range: &Range<f64>, most: usize, decimals: u8) -> (Vec<Tick>, u8) {
    let span = range.end - range.start;
    if !span.is_finite() || span <= 0.0 || most == 0 {
        return (Vec::new(), 0);
    }
    let magnitude = exponent(span);
    // Steps of 1, 2, 2.5 and 5 at rising magnitudes; the first that is coarse enough is the finest.
    for power in magnitude - 3..=magnitude + 1 {
        for mantissa in [10_i64, 20, 25, 50] {
            // In units of a tenth of the power, so that 2.5 is whole.
            let step = unit(power - 1).and_then(|unit| unit.times(Decimal::from(mantissa)));
            let fits = |step: &Decimal| !step.is_zero() && step.scale() <= u32::from(decimals);
            let Some(step) = step.map(|step| step.normalize()).filter(fits) else { continue };
            let width = position(step);
            let first = (range.start / width).ceil();
            let count = (range.end / width).floor() - first + 1.0;
            if !(1.0..=as_f64(most)).contains(&count) {
                continue;
            }
            let marks = (0..most).filter_map(|index| {
                let multiple = Decimal::from(whole(first)).plus(Decimal::from(index))?;
                let value = multiple.times(step)?;
                Some(Tick { at: position(value), value })
            });
            let marks: Vec<Tick> = marks.take_while(|tick| tick.at <= range.end).collect();
            return (marks, u8::try_from(step.scale()).unwrap_or(u8::MAX));
        }
    }
    (Vec::new(), 0)
}

fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |extent, value| match extent {
        None => Some((value, value)),
        Some((low, high)) => Some((value.min(low), value.max(high))),
    })
}

#[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite number is small")]
fn exponent(span: f64) -> i32 {
    span.log10().floor() as i32
}

#[expect(clippy::cast_possible_truncation, reason = "a multiple of a step that divides the range; the cast saturates")]
fn whole(multiple: f64) -> i64 {
    multiple as i64
}

/// Ten to a power, where a decimal can hold it.
fn unit(power: i32) -> Option<Decimal> {
    if power < 0 {
        let scale = power.unsigned_abs();
        return (scale <= Decimal::MAX_SCALE).then(|| Decimal::new(1, scale));
    }
    10_i128.checked_pow(power.unsigned_abs()).and_then(|value| Decimal::try_from_i128_with_scale(value, 0).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_few_and_inside() {
        let cases: [(Range<f64>, &[&str]); 8] = [
            (0.0..150_000.0, &["0", "50000", "100000", "150000"]),
            (0.0..141_000.0, &["0", "50000", "100000"]),
            (7.7..10.4, &["8", "9", "10"]),
            (0.031..0.047, &["0.035", "0.040", "0.045"]),
            (86.9..88.1, &["87.0", "87.5", "88.0"]),
            (-3.0..3.0, &["-2", "0", "2"]),
            (0.0..1.0, &["0.0", "0.5", "1.0"]),
            (0.0..6.0, &["0", "2", "4", "6"]),
        ];
        for (range, wanted) in cases {
            let (marks, decimals) = ticks(&range, 4, 3);
            let shown: Vec<String> =
                marks.iter().map(|tick| format!("{:.*}", usize::from(decimals), tick.value)).collect();
            assert_eq!(shown, wanted, "{range:?}");
        }
    }

    #[test]
    fn ranks_and_counts_are_marked_in_whole_numbers() {
        for range in [0.0..6.0, 4.0..13.0, 0.0..2.0, 99.6..100.2] {
            let (marks, decimals) = ticks(&range, 4, 0);
            assert!(decimals == 0 && marks.iter().all(|tick| tick.value.fract().is_zero()), "{range:?}: {marks:?}");
        }
    }

    #[test]
    fn odd_ranges_have_few_marks_or_none() {
        for range in [0.0..0.0, 5.0..1.0, f64::NAN..1.0, 0.0..f64::INFINITY, 0.0..1e-40, 0.0..7e28, -1e27..1e27] {
            assert!(ticks(&range, 4, 3).0.len() <= 4, "{range:?}");
        }
        assert!(ticks(&(0.0..7e28), 4, 0).0.len() >= 2);
    }
}
