//! The words beside the lines of a chart: the last value, the target, the pace and the way to it, the ends of the fan.

use std::borrow::Cow;
use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::Chart;
use super::label::{Anchor, Labels, Px, width as text_width};
use super::layout::Layout;
use crate::i18n::messages::Chart as Words;
use crate::i18n::{Language, Message, format_number};

impl Chart {
    /// The bracket from the last point to its pace, and what it says.
    pub(super) fn put_gap(
        &self,
        layout: &Layout,
        labels: &mut Labels,
        ((x, y), pace_y): ((f64, f64), f64),
        (short, expected): (Decimal, Decimal),
        language: Language,
    ) {
        let (from, to) = if pace_y < y { (pace_y, y - 6.0) } else { (y + 6.0, pace_y) };
        if to - from > 4.0 {
            let d = format!("M{} {}V{}M{} {}h8", Px(x), Px(from), Px(to), Px(x - 4.0), Px(pace_y));
            write!(labels.svg, "<path class=\"chart-gap\" d=\"{d}\"/>").ok();
        }
        let amount = format_number(short, self.decimals, language);
        let pace = self.short_number(expected, language);
        let text = match (layout.is_narrow, self.higher_is_better) {
            (true, true) => Words::Short { amount },
            (false, true) => Words::ShortOfPace { amount, pace },
            (true, false) => Words::Above { amount },
            (false, false) => Words::AbovePace { amount, pace },
        };
        let text = text.text(language);
        let wide = text_width(&text, 12.0);
        let left = x - 8.0 - wide;
        let corners =
            [(left, pace_y - 22.0), (left, pace_y - 30.0), (left, pace_y + 8.0), (left - 20.0, pace_y - 36.0)];
        if let Some((left, top)) = labels.claim((wide, 15.0), &corners) {
            labels.put("chart-gap-label", (left + wide, top + 12.0), Anchor::End, &text);
        }
    }
}

/// The last value in large figures, its period beneath.
pub(super) fn put_value(labels: &mut Labels, (x, y): (f64, f64), value: &str, name: &str) {
    let wide = text_width(value, 17.0).max(text_width(name, 12.0));
    let (right, left) = (x + 6.0, x - 6.0 - wide);
    let corners =
        [(right, y + 8.0), (right, y - 42.0), (left, y - 42.0), (left, y + 8.0), (right, y + 20.0), (left, y - 56.0)];
    let (left, top) = labels.claim((wide, 36.0), &corners).unwrap_or((right, y + 8.0));
    labels.put("chart-value is-large", (left, top + 16.0), Anchor::Start, value);
    labels.put("chart-label", (left, top + 32.0), Anchor::Start, name);
}

/// Beside a stretch of the target's line, at its height.
pub(super) fn put_target(labels: &mut Labels, (from, to): (f64, f64), y: f64, text: &str) {
    let wide = text_width(text, 12.0);
    let (left, right) = (from + 8.0, to - wide - 8.0);
    let corners = [(left, y - 19.0), (left, y + 5.0), (right, y - 19.0), (right, y + 5.0)];
    let (left, top) = labels.claim((wide, 14.0), &corners).unwrap_or((left, y - 19.0));
    labels.put("chart-target-label", (left, top + 12.0), Anchor::Start, text);
}

/// The line at which the scope changes, named at its head where there is room.
pub(super) fn put_break(labels: &mut Labels, x: f64, layout: &Layout, text: &str) {
    let bottom = layout.lower.map_or(layout.upper.bottom, |frame| frame.bottom);
    let (top, x_px) = (layout.upper.top, Px(x));
    write!(labels.svg, "<path class=\"chart-leader is-break\" d=\"M{x_px} {}V{}\"/>", Px(top), Px(bottom)).ok();
    labels.avoid(&[(x, top), (x, bottom)]);
    let wide = text_width(text, 12.0);
    let corners = [(x + 6.0, top), (x - 6.0 - wide, top), (x + 6.0, layout.upper.bottom - 16.0)];
    if let Some((left, top)) = labels.claim((wide, 14.0), &corners) {
        labels.put("chart-pace-label", (left, top + 12.0), Anchor::Start, text);
    }
}

/// The year of the line before, near its end, where there is room.
pub(super) fn put_before(labels: &mut Labels, (x, y): (f64, f64), text: &str) {
    let wide = text_width(text, 12.0);
    let corners =
        [(x + 6.0, y - 8.0), (x - wide / 2.0, y - 20.0), (x - wide - 6.0, y - 20.0), (x - wide / 2.0, y + 6.0)];
    if let Some((left, top)) = labels.claim((wide, 14.0), &corners) {
        labels.put("chart-pace-label", (left, top + 12.0), Anchor::Start, text);
    }
}

/// The name of the pace with a leader to its line, where there is room: between two periods, as at the end of one it
/// would seem to be of the figure there.
pub(super) fn put_pace(labels: &mut Labels, pace: &[(f64, f64)], text: &str) {
    let wide = text_width(text, 12.0);
    let places = [pace.len() / 2, pace.len() / 3, pace.len() * 2 / 3];
    let between = |place: usize| {
        let (from, to) = (pace.get(place.checked_sub(1)?)?, pace.get(place)?);
        Some((f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1)))
    };
    for (x, y) in places.into_iter().filter_map(between) {
        for (dx, dy) in [(-14.0, -20.0), (-14.0, -32.0), (14.0 + wide, 20.0)] {
            if let Some((left, top)) = labels.claim((wide, 14.0), &[(x + dx - wide, y + dy - 10.0)]) {
                labels.put("chart-pace-label", (left, top + 12.0), Anchor::Start, text);
                let from = if dx < 0.0 { left + wide + 3.0 } else { left - 3.0 };
                let d = format!("M{} {}L{} {}", Px(from), Px(top + 10.0), Px(x), Px(y));
                write!(labels.svg, "<path class=\"chart-leader\" d=\"{d}\"/>").ok();
                return;
            }
        }
    }
}

/// The three ends of the fan, kept apart.
pub(super) fn put_fan(labels: &mut Labels, layout: &Layout, ends: [(f64, String, Cow<'static, str>); 3]) {
    let x = layout.upper.right + 10.0;
    let digits = ends.iter().map(|(_, value, _)| text_width(value, 13.0)).fold(0.0, f64::max);
    // From the middle outwards, whichever end is the upper one on this axis.
    let middle = ends[1].0;
    let is_upward = ends[0].0 <= ends[2].0;
    for (index, (y, value, name)) in ends.into_iter().enumerate() {
        let y = match (index, is_upward) {
            (1, _) => y,
            (0, true) | (2, false) => y.min(middle - 15.0),
            _ => y.max(middle + 15.0),
        };
        // Other words keep off it.
        labels.claim((digits, 15.0), &[(x, y - 8.0)]);
        let class = if index == 1 { "chart-end-label is-middle" } else { "chart-end-label" };
        labels.put(class, (x, y + 4.0), Anchor::Start, &value);
        if !layout.is_narrow {
            labels.put("chart-label", (x + digits + 8.0, y + 4.0), Anchor::Start, &name);
        }
    }
}
