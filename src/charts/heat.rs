//! The heat strip of a target to be kept: a cell a period, kept or not, told apart by form as well as by colour.

use std::fmt::Write as _;

use super::Chart;
use super::course::as_f64;
use super::label::{Anchor, Labels, Px, escape, width as text_width};
use super::plot::Frame;
use crate::evaluate::Goal;
use crate::i18n::messages::Why;
use crate::i18n::{Language, Message, format_number, month_axis_label, period_name};
use crate::model::PeriodLength;

const CELL: f64 = 28.0;
const HEIGHT: f64 = 46.0;

/// The periods of a chart against the bounds of its target: kept (filled), failed (crossed out), without a figure
/// (dashed), to come (an outline). The sentence that names it says which failed.
pub fn heat_strip(chart: &Chart, goal: &Goal, width: f64, language: Language) -> String {
    let width = if width.is_finite() { width.clamp(120.0, 1600.0) } else { 720.0 };
    let (w, h) = (Px(width), Px(HEIGHT));
    let mut svg = format!(
        "<svg class=\"chart chart-heat\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" aria-label=\""
    );
    escape(&sentence(chart, goal, language), &mut svg);
    svg.push_str("\">");
    let slot = width / as_f64(chart.steps.len().max(1));
    let last = chart.last().map(|(index, ..)| index);
    let mut labels = Labels::new(Frame { left: 0.0, top: 0.0, right: width, bottom: HEIGHT });
    let mut free = f64::NEG_INFINITY;
    for (index, step) in chart.steps.iter().enumerate() {
        let left = slot * as_f64(index);
        let (x, y, side) = (Px(left + 1.0), Px(1.0), Px((slot - 2.0).max(1.0)));
        let state = match step.value {
            Some(value) if goal.is_met(value) => "is-kept",
            Some(_) => "is-failed",
            None if last.is_some_and(|last| index < last) => "is-missing",
            None => "is-ahead",
        };
        write!(svg, "<rect class=\"heat-cell {state}\" x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{}\"/>", Px(CELL))
            .ok();
        let middle = left + slot / 2.0;
        if state == "is-failed" {
            // In print and for those who see no colour; above the figure, which stays legible.
            let (from, to) = (Px(middle - 4.0), Px(middle + 4.0));
            write!(svg, "<path class=\"heat-cross\" d=\"M{from} 4L{to} 12M{from} 12L{to} 4\"/>").ok();
        }
        if let Some(value) = step.value {
            let text = format_number(value, chart.decimals, language);
            if text_width(&text, 12.0) <= slot - 4.0 {
                labels.put("heat-value", (middle, 25.0), Anchor::Middle, &text);
            }
        }
        let name = match step.period.length() {
            _ if chart.is_term() && step.period.index() == 1 => step.period.year().to_string(),
            _ if chart.is_term() => continue,
            PeriodLength::Month => month_axis_label(step.period.index(), language),
            _ => period_name(step.period, language),
        };
        let wide = text_width(&name, 12.0);
        if middle - wide / 2.0 >= free {
            labels.put("chart-label", (middle, 43.0), Anchor::Middle, &name);
            free = middle + wide / 2.0 + 6.0;
        }
    }
    svg.push_str(&labels.svg);
    svg.push_str("</svg>");
    svg
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
