//! Where the year is heading: an 80 % range, never a bare line. Floating point is used here and nowhere else in the
//! annual method; every end is rounded to ten digits, so that noise in the last place decides nothing.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::pace::small;
use super::series::Series;
use crate::model::{Arithmetic, Measure, Target, ValueKind};

/// The range that the value at the end of the span lies in, four times out of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    pub low: Decimal,
    pub middle: Decimal,
    pub high: Decimal,
    /// Figures it rests on.
    pub figures: u32,
    /// Periods still to come.
    pub to_come: u32,
    pub method: ProjectionMethod,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectionMethod {
    /// The mean of the periods so far.
    Mean,
    /// The same, each period scaled by what last year's made of the whole.
    LastYear,
    /// The straight trend through the figures.
    Trend,
}

/// Why there is no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooFew {
    pub have: u32,
    pub need: u32,
}

/// Periods of a sum, figures of a level that a range needs at least.
const SUM_NEEDS: usize = 3;
const LEVEL_NEEDS: usize = 4;

pub(super) fn project(
    measure: &Measure,
    target: &Target,
    series: &Series,
    profile: Option<&[Decimal]>,
) -> Result<Option<Projection>, TooFew> {
    match series.kind {
        ValueKind::Flow | ValueKind::RunningTotal => sum(measure, series, profile),
        ValueKind::Level | ValueKind::Rate => trend(measure, target, series),
        ValueKind::Rank | ValueKind::Grade | ValueKind::YesNo | ValueKind::Text => Ok(None),
    }
}

/// S + m mean ± t(0.9, n-1) s sqrt(m + m²/n); with last year's profile every amount counts in shares of it.
fn sum(measure: &Measure, series: &Series, profile: Option<&[Decimal]>) -> Result<Option<Projection>, TooFew> {
    let count = series.periods.len();
    let Some((last, so_far)) = series.value() else { return Err(TooFew { have: 0, need: small(SUM_NEEDS) }) };
    let from = series.first_after_break();
    let is_to_come = |at: usize| match series.kind {
        ValueKind::Flow => series.number(at).is_none(),
        _ => at > last,
    };
    // Weights scaled to a mean of one; a period that made nothing last year says nothing about this one.
    let weights: Option<Vec<f64>> =
        profile.filter(|it| it.iter().all(|amount| !amount.is_zero())).and_then(|profile| {
            let amounts: Vec<f64> = profile.iter().map(ToPrimitive::to_f64).collect::<Option<_>>()?;
            let mean = amounts.iter().sum::<f64>() / float(count);
            Some(amounts.into_iter().map(|amount| amount / mean).collect())
        });
    let weight = |at: usize| weights.as_ref().map_or(1.0, |weights| weights[at]);
    let amounts: Vec<f64> = (from..=last).filter_map(|at| Some(series.amount(at)?.to_f64()? / weight(at))).collect();
    if amounts.len() < SUM_NEEDS {
        return Err(TooFew { have: small(amounts.len()), need: small(SUM_NEEDS) });
    }
    let (mut periods, mut first, mut squares) = (0_usize, 0.0, 0.0);
    for at in (0..count).filter(|&at| is_to_come(at)) {
        periods += 1;
        first += weight(at);
        squares += weight(at) * weight(at);
    }
    if periods == 0 {
        return Ok(None);
    }
    let n = float(amounts.len());
    let (mean, spread) = mean_and_spread(&amounts);
    let middle = first * mean;
    let reach = t90(amounts.len() - 1) * spread * (squares + first * first / n).sqrt();
    // What is to come keeps the bounds of one period each; a sum that only grows cannot fall below what it is.
    let each = Decimal::from(small(periods));
    let floor = measure.lower_bound.unwrap_or(Decimal::ZERO).times_or_limit(each);
    let ceiling = measure.upper_bound.map(|bound| bound.times_or_limit(each));
    let end = |more: f64| Some(so_far.plus_or_limit(clip(decimal(more)?, Some(floor), ceiling)));
    let method = if weights.is_some() { ProjectionMethod::LastYear } else { ProjectionMethod::Mean };
    Ok(range(end(middle - reach), end(middle), end(middle + reach), amounts.len(), periods, method))
}

/// The linear trend with its prediction interval at the end of the span.
fn trend(measure: &Measure, target: &Target, series: &Series) -> Result<Option<Projection>, TooFew> {
    let last = series.periods.len().saturating_sub(1);
    let points: Vec<(f64, f64)> = (series.first_after_break()..series.periods.len())
        .filter_map(|at| Some((float(at), series.number(at)?.to_f64()?)))
        .collect();
    if points.len() < LEVEL_NEEDS {
        return Err(TooFew { have: small(points.len()), need: small(LEVEL_NEEDS) });
    }
    let Some(seen) = series.last().filter(|seen| *seen < last) else { return Ok(None) };
    let n = float(points.len());
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / n;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / n;
    let spread_x = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum::<f64>();
    let slope = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum::<f64>() / spread_x;
    let residuals: f64 = points.iter().map(|(x, y)| (y - mean_y - slope * (x - mean_x)).powi(2)).sum();
    let spread = (residuals / (n - 2.0)).sqrt();
    let ahead = float(last) - mean_x;
    let middle = mean_y + slope * ahead;
    let reach = t90(points.len() - 2) * spread * (1.0 + 1.0 / n + ahead * ahead / spread_x).sqrt();
    // What is to vanish is counted, and no count is negative.
    let floor = measure.lower_bound.or((*target == Target::Zero).then_some(Decimal::ZERO));
    let end = |value: f64| Some(clip(decimal(value)?, floor, measure.upper_bound));
    let (low, high) = (end(middle - reach), end(middle + reach));
    Ok(range(low, end(middle), high, points.len(), last - seen, ProjectionMethod::Trend))
}

fn range(
    low: Option<Decimal>,
    middle: Option<Decimal>,
    high: Option<Decimal>,
    figures: usize,
    to_come: usize,
    method: ProjectionMethod,
) -> Option<Projection> {
    Some(Projection {
        low: low?,
        middle: middle?,
        high: high?,
        figures: small(figures),
        to_come: small(to_come),
        method,
    })
}

fn mean_and_spread(values: &[f64]) -> (f64, f64) {
    let n = float(values.len());
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / (n - 1.0)).sqrt())
}

fn clip(value: Decimal, low: Option<Decimal>, high: Option<Decimal>) -> Decimal {
    let value = low.map_or(value, |low| value.max(low));
    high.map_or(value, |high| value.min(high))
}

fn decimal(value: f64) -> Option<Decimal> {
    Decimal::from_f64(value)?.round_sf(10).map(|value| value.normalize())
}

fn float(count: usize) -> f64 {
    f64::from(small(count))
}

/// The 0.9 quantile of Student's t: 80 % lie between minus this and this.
pub(super) fn t90(freedom: usize) -> f64 {
    const TABLE: [f64; 12] = [
        3.077_683_537,
        1.885_618_083,
        1.637_744_354,
        1.533_206_274,
        1.475_884_049,
        1.439_755_747,
        1.414_923_928,
        1.396_815_310,
        1.383_028_738,
        1.372_183_641,
        1.363_430_318,
        1.356_217_334,
    ];
    /// The 0.9 quantile of the normal distribution.
    const Z: f64 = 1.281_551_565_544_600_4;
    if let Some(value) = freedom.checked_sub(1).and_then(|at| TABLE.get(at)) {
        return *value;
    }
    // Beyond the table the expansion in powers of 1/freedom is right to seven digits.
    let v = float(freedom.max(1));
    let (z3, z5, z7) = (Z.powi(3), Z.powi(5), Z.powi(7));
    Z + (z3 + Z) / (4.0 * v)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * Z) / (96.0 * v * v)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * Z) / (384.0 * v * v * v)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The share of Student's t below `x`, by Simpson's rule over its density; the constant comes out of the same sum.
    fn share_below(x: f64, freedom: usize) -> f64 {
        let v = float(freedom);
        // t = tan(u) maps the whole line to a bounded one.
        let density = |u: f64| (1.0 + u.tan().powi(2) / v).powf(-f64::midpoint(v, 1.0)) / u.cos().powi(2);
        let simpson = |from: f64, to: f64| {
            let steps = 20_000_u32;
            let h = (to - from) / f64::from(steps);
            let inner: f64 =
                (1..steps).map(|i| density(from + h * f64::from(i)) * if i % 2 == 1 { 4.0 } else { 2.0 }).sum();
            h / 3.0 * (density(from) + inner + density(to))
        };
        let half = simpson(0.0, std::f64::consts::FRAC_PI_2 - 1e-7);
        0.5 + simpson(0.0, x.atan()) / (2.0 * half)
    }

    #[test]
    fn the_quantiles_leave_a_tenth_above_them() {
        for freedom in (2..=40).chain([60, 119]) {
            let share = share_below(t90(freedom), freedom);
            assert!((share - 0.9).abs() < 2e-6, "{freedom}: {share}");
        }
        // One degree of freedom has a closed form.
        assert!((t90(1) - (0.4 * std::f64::consts::PI).tan()).abs() < 1e-8);
    }
}
