//! Charts the size of a word or a card: sparkline, bullet with its finishing line at 80 %, small multiple.

use std::fmt::Write as _;
use std::ops::Range;

use rust_decimal::Decimal;

use super::course::as_f64;
use super::label::{Anchor, Labels, Px, escape};
use super::plot::{Frame, Plot, Role};
use super::scale::{position, value_range};
use super::{Chart, Fan, Form, sentence};
use crate::evaluate::{Context, Evaluation, drawn_course};
use crate::i18n::{Language, format_number, month_axis_label, quarter_axis_label};
use crate::model::{Arithmetic, Direction, Measure, PeriodLength, Programme, ValueKind};

/// The target stands at the same place in every bullet of a column.
const FINISH: f64 = 0.8;

/// A course without words, for a table cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spark {
    /// One a period; `None` where no figure is.
    pub values: Vec<Option<Decimal>>,
    pub line: Option<Decimal>,
    pub projection: Option<Fan>,
    /// A total starts its axis at zero.
    pub from_zero: bool,
    /// Ranks: small values at the top.
    pub is_downward: bool,
    /// The period from which on the scope is another one.
    pub break_at: Option<usize>,
}

/// A value against its target.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet<'a> {
    /// As shares of the target; absent where no figure is.
    pub value: Option<f64>,
    pub pace: Option<f64>,
    /// The `data-status` of the verdict.
    pub status: &'a str,
    /// Staying left of the line is good (less than, at most).
    pub is_ceiling: bool,
    /// A place and no length: ranks.
    pub is_dot: bool,
}

impl Spark {
    /// The course of a chart without its words.
    pub fn of(chart: &Chart) -> Self {
        Self {
            values: chart.steps.iter().map(|step| step.value).collect(),
            line: chart.line(),
            projection: chart.projection,
            from_zero: chart.form == Form::Total,
            is_downward: chart.form == Form::Rank,
            break_at: chart.break_at(),
        }
    }
}

impl<'a> Bullet<'a> {
    /// A measure as it was judged, with the `data-status` of its verdict.
    pub fn of(measure: &Measure, evaluation: &Evaluation, status: &'a str) -> Self {
        let is_rank = measure.value_kind == ValueKind::Rank;
        let goal = evaluation.goal;
        let share = |value: Option<Decimal>| {
            let (value, goal) = (value?, goal?);
            if goal.line.is_zero() {
                // Zero allows no share: at the line when nothing happened, past it otherwise.
                return Some(if value.is_zero() { 1.0 } else { 1.25 });
            }
            value.over(goal.line).map(position)
        };
        Self {
            value: share(evaluation.value),
            pace: share(evaluation.expected.filter(|expected| goal.is_none_or(|goal| goal.line != *expected))),
            status,
            is_ceiling: !is_rank && goal.is_some_and(|goal| goal.direction == Direction::Lower),
            is_dot: is_rank || goal.is_some_and(|goal| goal.line.is_zero()),
        }
    }
}

/// A measure's course; nothing where there is no figure or no number.
pub fn course_sparkline(
    programme: &Programme,
    (measure, evaluation): (&Measure, &Evaluation),
    context: &Context,
    (width, height): (f64, f64),
) -> String {
    if evaluation.value.is_none() {
        return String::new();
    }
    // No words are drawn.
    let course = drawn_course(programme, measure, context);
    sparkline(&Spark::of(&Chart::of(measure, evaluation, course, Language::Vietnamese)), width, height)
}

/// Hidden from screen readers: the cells beside it say the same in figures. Nothing where there is one figure: it is no
/// course, and stands beside it.
pub fn sparkline(spark: &Spark, width: f64, height: f64) -> String {
    if spark.values.iter().flatten().nth(1).is_none() {
        return String::new();
    }
    let (w, h) = (Px(width), Px(height));
    let mut svg =
        format!("<svg class=\"sparkline\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" aria-hidden=\"true\">");
    let known = spark.values.iter().flatten().copied();
    let fan = spark.projection.iter().flat_map(|fan| [fan.low, fan.high]);
    let zero = spark.from_zero.then_some(Decimal::ZERO);
    let all: Vec<f64> = known.chain(fan).chain(spark.line).chain(zero).map(position).collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !all.is_empty() {
        let room = if high > low { 0.0 } else { 1.0 };
        let (low, high) = if spark.is_downward { (high + room, low - room) } else { (low - room, high + room) };
        let count = spark.values.len().max(2);
        let x = |index: usize| 3.0 + (width - 8.0) * as_f64(index) / as_f64(count - 1);
        let y = |value: f64| 4.0 + (height - 8.0) * (high - value) / (high - low);
        if let Some(line) = spark.line {
            let y = Px(y(position(line)));
            write!(svg, "<path class=\"chart-target\" d=\"M2 {y}H{}\"/>", Px(width - 2.0)).ok();
        }
        let last = spark.values.iter().enumerate().rev().find_map(|(index, value)| Some((index, position((*value)?))));
        if let (Some((index, value)), Some(fan)) = (last, spark.projection) {
            let end = x(count - 1);
            let points = [(x(index), y(value)), (end, y(position(fan.high))), (end, y(position(fan.low)))];
            path(&mut svg, "chart-range", &points, "Z");
        }
        let mut points: Vec<(f64, f64)> = Vec::with_capacity(spark.values.len());
        for (index, value) in spark.values.iter().enumerate() {
            if spark.break_at == Some(index) {
                path(&mut svg, "chart-actual", &std::mem::take(&mut points), "");
            }
            match value {
                Some(value) => points.push((x(index), y(position(*value)))),
                None => path(&mut svg, "chart-actual", &std::mem::take(&mut points), ""),
            }
        }
        path(&mut svg, "chart-actual", &points, "");
        if let Some((index, value)) = last {
            let (x, y) = (Px(x(index)), Px(y(value)));
            write!(svg, "<circle class=\"chart-point\" cx=\"{x}\" cy=\"{y}\" r=\"2.2\"/>").ok();
        }
    }
    svg.push_str("</svg>");
    svg
}

/// Hidden from screen readers, like the sparkline.
pub fn bullet(bullet: &Bullet, width: f64, height: f64) -> String {
    let mut svg = String::with_capacity(480);
    svg.push_str("<svg class=\"bullet\" data-status=\"");
    escape(bullet.status, &mut svg);
    svg.push('"');
    if bullet.is_ceiling {
        svg.push_str(" data-kind=\"ceiling\"");
    }
    let (w, h) = (Px(width), Px(height));
    write!(svg, " viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" aria-hidden=\"true\">").ok();
    let middle = height / 2.0;
    let x = |share: f64| (share.max(0.0) * FINISH).min(1.0) * width;
    match bullet.value.filter(|share| share.is_finite()) {
        None => {
            write!(svg, "<path class=\"bullet-missing\" d=\"M0 {}H{w}\"/>", Px(middle)).ok();
        }
        Some(share) => {
            let top = Px(middle - 4.0);
            write!(svg, "<rect class=\"bullet-track\" x=\"0\" y=\"{top}\" width=\"{w}\" height=\"8\" rx=\"1.5\"/>")
                .ok();
            if bullet.is_dot {
                let (x, middle) = (Px(x(share).clamp(4.0, width - 4.0)), Px(middle));
                write!(svg, "<circle class=\"bullet-dot\" cx=\"{x}\" cy=\"{middle}\" r=\"4\"/>").ok();
            } else {
                let bar = Px(x(share));
                write!(svg, "<rect class=\"bullet-bar\" x=\"0\" y=\"{top}\" width=\"{bar}\" height=\"8\" rx=\"1.5\"/>")
                    .ok();
            }
        }
    }
    if let (Some(pace), Some(_)) = (bullet.pace.filter(|pace| pace.is_finite()), bullet.value) {
        let (x, top, bottom) = (Px(x(pace)), Px(middle - 7.0), Px(middle + 7.0));
        write!(svg, "<path class=\"bullet-pace\" d=\"M{x} {top}V{bottom}\"/>").ok();
    }
    write!(svg, "<path class=\"bullet-target\" d=\"M{} 0V{h}\"/></svg>", Px(width * FINISH)).ok();
    svg
}

/// One of many charts beside each other: lean, with only the last value and the target named.
pub fn small_multiple(chart: &Chart, language: Language) -> String {
    draw_small(chart, value_range(chart), &[], language)
}

/// Charts of one measure, by body, on one scale: what stands higher is higher.
pub fn small_multiples(charts: &[Chart], language: Language) -> Vec<String> {
    let Some(all) = common_range(charts.iter()) else { return Vec::new() };
    charts.iter().map(|chart| draw_small(chart, all.clone(), &[], language)).collect()
}

/// Several versions of one figure, each in the class of its writer: one course that parts at the figure's period
/// (counted from 0).
pub fn overlay(versions: &[(Chart, &str)], at: usize, language: Language) -> String {
    let charts = versions.iter().map(|(chart, _)| chart);
    let (Some(first), Some(all)) = (charts.clone().next(), common_range(charts)) else { return String::new() };
    let mut shared = Chart { projection: None, ..first.clone() };
    for step in shared.steps.iter_mut().skip(at) {
        step.value = None;
    }
    draw_small(&shared, all, versions, language)
}

fn common_range<'a>(charts: impl Iterator<Item = &'a Chart>) -> Option<Range<f64>> {
    charts.map(value_range).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
}

/// `versions`: where the course goes on to, each in its own way.
fn draw_small(chart: &Chart, values: Range<f64>, versions: &[(Chart, &str)], language: Language) -> String {
    const WIDTH: f64 = 256.0;
    const FRAME: Frame = Frame { left: 4.0, top: 14.0, right: 198.0, bottom: 100.0 };
    let mut svg = String::from("<svg class=\"chart chart-small\" viewBox=\"0 0 256 118\" role=\"img\" aria-label=\"");
    escape(&sentence::summary(chart, language), &mut svg);
    svg.push_str("\"><path class=\"chart-axis\" d=\"M4 100H198\"/>");
    let end = as_f64(chart.steps.len().max(1));
    let range: Range<f64> = if chart.form == Form::Rank { values.end..values.start } else { values };
    let mut labels = Labels::new(Frame { left: 0.0, top: 0.0, right: WIDTH, bottom: FRAME.bottom });
    let end_of = |chart: &Chart| chart.last().map(|(index, _, value)| ((as_f64(index + 1), position(value)), value));
    // Where a course ends, in pixels: its value is written there.
    let mut ends: Vec<((f64, f64), Decimal, String)> = Vec::new();
    if let Some(mut plot) = Plot::new(&mut svg, FRAME, 0.0..end, range.clone()) {
        let last = end_of(chart).filter(|_| versions.is_empty());
        let (pace, target) = (chart.pace(), chart.target_line());
        let mut lines: Vec<&[(f64, f64)]> = vec![&pace, &target];
        plot.line(Role::Pace, &pace);
        let course = chart.runs(|step| step.value);
        let mut fan_edges = Vec::new();
        if let (Some(fan), Some((from, _))) = (chart.projection, last) {
            let [high, low] = [fan.high, fan.low].map(|edge| (end, position(edge)));
            plot.area(Role::Range, &[from, high, low]);
            plot.line(Role::Projection, &[from, (end, position(fan.middle))]);
            fan_edges.extend([from, high, low, from]);
        }
        lines.push(&fan_edges);
        lines.extend(course.iter().map(Vec::as_slice));
        for line in lines {
            let pixels: Vec<_> = line.iter().map(|&at| plot.pixel(at)).collect();
            labels.avoid(&pixels);
        }
        if let Some(index) = chart.break_at() {
            let (x, _) = plot.pixel((as_f64(index), 0.0));
            let (x, top, bottom) = (Px(x), Px(FRAME.top), Px(FRAME.bottom));
            write!(labels.svg, "<path class=\"chart-leader is-break\" d=\"M{x} {top}V{bottom}\"/>").ok();
        }
        plot.line(Role::Target, &target);
        for run in &course {
            plot.line(Role::Actual, run);
        }
        if let (Some(&at), Some(line)) = (target.last(), chart.line()) {
            let (x, y) = plot.pixel(at);
            let text = chart.short_number(line, language);
            labels.put("chart-target-label", (x + 5.0, y + 4.0), Anchor::Start, &text);
        }
        if let Some((at, value)) = last {
            plot.circle(Role::LastPoint, at, 3.2);
            ends.push((plot.pixel(at), value, "chart-value".to_owned()));
        }
    }
    let parts_at = chart.last().map_or(0, |(index, ..)| index + 1);
    for (version, class) in versions {
        let Some((at, value)) = end_of(version).filter(|(at, _)| at.0 > as_f64(parts_at)) else { continue };
        let course = version.runs(|step| step.value);
        let run = course.iter().rfind(|run| !run.is_empty()).map_or(&[][..], Vec::as_slice);
        let own = &run[run.len().saturating_sub(2)..];
        let ahead = version.projection.map(|fan| vec![at, (end, position(fan.middle))]).unwrap_or_default();
        write!(svg, "<g class=\"{class}\">").ok();
        if let Some(mut plot) = Plot::new(&mut svg, FRAME, 0.0..end, range.clone()) {
            for line in [own, &ahead] {
                labels.avoid(&line.iter().map(|&at| plot.pixel(at)).collect::<Vec<_>>());
            }
            plot.line(Role::Projection, &ahead);
            plot.line(Role::Actual, own);
            plot.circle(Role::LastPoint, at, 3.2);
            ends.push((plot.pixel(at), value, format!("chart-value {class}")));
        }
        svg.push_str("</g>");
    }
    let lowest = ends.iter().map(|((_, y), ..)| *y).fold(f64::NEG_INFINITY, f64::max);
    for ((x, y), value, class) in ends {
        let text = format_number(value, chart.decimals, language);
        let wide = super::label::width(&text, 13.0);
        // Below, above, at its sides; and, where lines run close together, further off.
        let (middle, right, left) = (x - wide / 2.0, x + 4.0, x - wide - 4.0);
        let heights = [5.0, -20.0, 12.0, -27.0, 20.0, -36.0];
        // Of several the higher ones above, so that each stands at its own end.
        let heights = if y < lowest { [-20.0, -27.0, -36.0, 5.0, 12.0, 20.0] } else { heights };
        let corners = heights.map(|dy| [middle, right, left].map(|x| (x, y + dy)));
        let (left, top) = labels.claim((wide, 14.0), corners.as_flattened()).unwrap_or(corners[0][0]);
        labels.put(&class, (left + wide / 2.0, top + 12.0), Anchor::Middle, &text);
    }
    let count = chart.steps.len();
    let is_term = chart.is_term();
    for (index, step) in chart.steps.iter().enumerate() {
        let is_named = index == 0 || if is_term { index + 1 == count } else { count <= 4 || (index + 1) % 3 == 0 };
        if is_named {
            let x = FRAME.left + (FRAME.right - FRAME.left) * as_f64(index + 1) / end;
            let text = match index {
                _ if is_term || count == 1 => step.period.year().to_string(),
                _ if step.period.length() == PeriodLength::Quarter => quarter_axis_label(step.period.index(), language),
                0 if count == 12 => month_axis_label(1, language),
                _ => (index + 1).to_string(),
            };
            let anchor = if is_term && index == 0 { Anchor::Start } else { Anchor::Middle };
            let x = if is_term && index == 0 { FRAME.left } else { x };
            labels.put("chart-label", (x, 114.0), anchor, &text);
        }
    }
    svg.push_str(&labels.svg);
    svg.push_str("</svg>");
    svg
}

fn path(svg: &mut String, class: &str, points: &[(f64, f64)], end: &str) {
    if points.len() < 2 {
        return;
    }
    write!(svg, "<path class=\"{class}\" d=\"").ok();
    for (index, (x, y)) in points.iter().enumerate() {
        write!(svg, "{}{} {}", if index == 0 { 'M' } else { 'L' }, Px(*x), Px(*y)).ok();
    }
    write!(svg, "{end}\"/>").ok();
}
