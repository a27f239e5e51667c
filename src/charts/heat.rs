//! The heat strip of a target to be kept: a cell a period, kept or not, told apart by form as well as by colour.

use std::fmt::Write as _;

use super::Chart;
use super::course::as_f64;
use super::label::{Anchor, Labels, Px, escape, width as text_width};
use super::plot::Frame;
use crate::evaluate::Goal;
use crate::i18n::messages::{Chart as Words, Why};
use crate::i18n::{Language, Message, month_axis_label, period_name};
use crate::model::PeriodLength;

const CELL: f64 = 28.0;
/// A row of cells with the names of their periods beneath.
const ROW: f64 = 46.0;
/// In more rows it would be no strip: the figures give way.
const MOST_ROWS: usize = 3;

/// How a period stands against its target: filled, crossed out, dashed, an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Kept,
    Failed,
    Missing,
    Ahead,
}

impl State {
    const ALL: [Self; 4] = [Self::Kept, Self::Failed, Self::Missing, Self::Ahead];

    fn class(self) -> &'static str {
        match self {
            Self::Kept => "is-kept",
            Self::Failed => "is-failed",
            Self::Missing => "is-missing",
            Self::Ahead => "is-ahead",
        }
    }

    fn name(self) -> Words {
        match self {
            Self::Kept => Words::IsKept,
            Self::Failed => Words::IsFailed,
            Self::Missing => Words::ReadMissing,
            Self::Ahead => Words::IsAhead,
        }
    }

    /// Draws a cell by its upper left corner.
    fn draw(self, svg: &mut String, (left, top): (f64, f64), width: f64) {
        let (class, x, y) = (self.class(), Px(left + 1.0), Px(top + 1.0));
        let (width, height) = (Px((width - 2.0).max(1.0)), Px(CELL));
        write!(svg, "<rect class=\"heat-cell {class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
            .ok();
    }

    /// Crosses a failed one out, in print and for those who see no colour; above the figure, which stays legible.
    fn cross(self, svg: &mut String, (middle, top): (f64, f64)) {
        if self == Self::Failed {
            let (from, to, high, low) = (Px(middle - 4.0), Px(middle + 4.0), Px(top + 4.0), Px(top + 12.0));
            write!(svg, "<path class=\"heat-cross\" d=\"M{from} {high}L{to} {low}M{from} {low}L{to} {high}\"/>").ok();
        }
    }
}

fn states<'a>(chart: &'a Chart, goal: &'a Goal) -> impl Iterator<Item = State> + 'a {
    let last = chart.last().map(|(index, ..)| index);
    chart.steps.iter().enumerate().map(move |(index, step)| match step.value {
        Some(value) if goal.is_met(value) => State::Kept,
        Some(_) => State::Failed,
        None if last.is_some_and(|last| index < last) => State::Missing,
        None => State::Ahead,
    })
}

/// The periods of a chart against the bounds of its target, in as many rows as their figures ask for. The sentence that
/// names it says which failed.
pub fn heat_strip(chart: &Chart, goal: &Goal, width: f64, language: Language) -> String {
    let width = if width.is_finite() { width.clamp(120.0, 1600.0) } else { 720.0 };
    let figures: Vec<Option<String>> =
        chart.steps.iter().map(|step| step.value.map(|value| chart.short_number(value, language))).collect();
    let widest = figures.iter().flatten().map(|figure| text_width(figure, 12.0)).fold(0.0, f64::max) + 4.0;
    let count = chart.steps.len().max(1);
    let slot = |rows: usize| width / as_f64(count.div_ceil(rows));
    let rows = (1..=MOST_ROWS).find(|rows| slot(*rows) >= widest).unwrap_or(1);
    let (slot, in_row) = (slot(rows), count.div_ceil(rows));
    let height = ROW * as_f64(rows);
    let (w, h) = (Px(width), Px(height));
    let mut svg = format!(
        "<svg class=\"chart chart-heat\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" aria-label=\""
    );
    escape(&sentence(chart, goal, language), &mut svg);
    svg.push_str("\">");
    let mut labels = Labels::new(Frame { left: 0.0, top: 0.0, right: width, bottom: height });
    let mut free = f64::NEG_INFINITY;
    for (index, ((step, figure), state)) in chart.steps.iter().zip(&figures).zip(states(chart, goal)).enumerate() {
        if index % in_row == 0 {
            free = f64::NEG_INFINITY;
        }
        let (left, top) = (slot * as_f64(index % in_row), ROW * as_f64(index / in_row));
        let middle = left + slot / 2.0;
        state.draw(&mut svg, (left, top), slot);
        state.cross(&mut svg, (middle, top));
        if let Some(figure) = figure.as_ref().filter(|_| slot >= widest) {
            labels.put("heat-value", (middle, top + 25.0), Anchor::Middle, figure);
        }
        let name = match step.period.length() {
            _ if chart.is_term() && step.period.index() == 1 => step.period.year().to_string(),
            _ if chart.is_term() => continue,
            PeriodLength::Month => month_axis_label(step.period.index(), language),
            _ => period_name(step.period, language),
        };
        let wide = text_width(&name, 12.0);
        if middle - wide / 2.0 >= free {
            labels.put("chart-label", (middle, top + 43.0), Anchor::Middle, &name);
            free = middle + wide / 2.0 + 6.0;
        }
    }
    svg.push_str(&labels.svg);
    svg.push_str("</svg>");
    svg
}

/// The cells that a strip has, each once, and what they mean.
pub fn heat_key(chart: &Chart, goal: &Goal, language: Language) -> Vec<(String, String)> {
    let used: Vec<State> = states(chart, goal).collect();
    let cell = |state: State| {
        let mut svg = String::from("<svg class=\"heat-swatch\" viewBox=\"0 0 30 30\" aria-hidden=\"true\">");
        state.draw(&mut svg, (0.0, 0.0), 30.0);
        state.cross(&mut svg, (15.0, 0.0));
        svg.push_str("</svg>");
        (svg, state.name().text(language).into_owned())
    };
    State::ALL.into_iter().filter(|state| used.contains(state)).map(cell).collect()
}

fn sentence(chart: &Chart, goal: &Goal, language: Language) -> String {
    let known: Vec<_> = chart.steps.iter().filter_map(|step| Some((step.period, step.value?))).collect();
    let failed: Vec<String> = known
        .iter()
        .filter(|(_, value)| !goal.is_met(*value))
        .map(|(period, _)| chart.period_inside(*period, language))
        .collect();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let why = match (known.len(), failed.len()) {
        (0, _) => Why::NoFigure,
        (of, 0) => Why::KeptInAll { kept: count(of) },
        (of, lost) => Why::FailedIn { failed: failed.join(", "), kept: count(of - lost), of: count(of) },
    };
    format!("{}: {}", chart.name, why.text(language))
}
