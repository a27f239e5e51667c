//! The lines of a course in the values of its axes: the place of a period's end is its number from the left.

use rust_decimal::Decimal;

use super::scale::position;
use super::{Chart, Form};
use crate::evaluate::CourseStep;

impl Chart {
    /// The pace as a line, unless it is the target itself.
    pub(super) fn pace(&self) -> Vec<(f64, f64)> {
        if self.pace_is_target() {
            return Vec::new();
        }
        let start = (self.form == Form::Total).then_some((0.0, 0.0));
        let rest = self.steps.iter().enumerate();
        let points = start
            .into_iter()
            .chain(rest.filter_map(|(index, step)| Some((as_f64(index + 1), position(step.expected?)))))
            .collect();
        thinned(points)
    }

    /// The target over time: a step where it was revised.
    pub(super) fn target_line(&self) -> Vec<(f64, f64)> {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let Some(line) = step.line.map(position) else { continue };
            match points.last_mut() {
                Some(last) if last.1.total_cmp(&line).is_eq() => last.0 = as_f64(index + 1),
                _ => points.extend([(as_f64(index), line), (as_f64(index + 1), line)]),
            }
        }
        points
    }

    /// The first period for which the target was another one than before.
    pub(super) fn revised_at(&self) -> Option<usize> {
        let lines = |index: usize| self.steps.get(index).and_then(|step| step.line);
        (1..self.steps.len())
            .find(|&index| lines(index - 1).is_some_and(|old| lines(index).is_some_and(|new| new != old)))
    }

    /// The period from which on the scope is another one.
    pub(super) fn break_at(&self) -> Option<usize> {
        self.steps.iter().position(|step| step.starts_anew)
    }

    /// Values without a gap or a break between them. A total starts at zero.
    pub(super) fn runs(&self, value: impl Fn(&CourseStep) -> Option<Decimal>) -> Vec<Vec<(f64, f64)>> {
        let mut runs = vec![if self.form == Form::Total { vec![(0.0, 0.0)] } else { Vec::new() }];
        for (index, step) in self.steps.iter().enumerate() {
            if step.starts_anew {
                runs.push(Vec::new());
            }
            match (value(step), runs.last_mut()) {
                (Some(value), Some(run)) => run.push((as_f64(index + 1), position(value))),
                (None, Some(run)) if !run.is_empty() => runs.push(Vec::new()),
                _ => {}
            }
        }
        runs.into_iter().map(thinned).collect()
    }
}

/// Of a line with more points than a chart has columns (of two pixels, or one and a half): the lowest and highest of
/// each, and both ends.
fn thinned(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    const COLUMNS: usize = 400;
    let width = points.len() / COLUMNS;
    if width < 4 {
        return points;
    }
    let mut kept = Vec::with_capacity(2 * points.len() / width + 4);
    kept.extend(points.first());
    for column in points.chunks(width) {
        let (mut low, mut high) = (0, 0);
        for (index, point) in column.iter().enumerate() {
            low = if point.1 < column[low].1 { index } else { low };
            high = if point.1 > column[high].1 { index } else { high };
        }
        kept.extend([low.min(high), low.max(high)].map(|index| column[index]));
    }
    kept.extend(points.last());
    kept.dedup();
    kept
}

pub(super) fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
