//! The chart of one measure: its course with target, pace and projection, and beneath a total the bars of each period.

use std::fmt::Write as _;
use std::ops::Range;

use rust_decimal::Decimal;

use super::annotation::{put_before, put_break, put_fan, put_pace, put_target, put_value};
use super::course::as_f64;
use super::label::{Anchor, Labels, Px, escape, width as text_width};
use super::layout::Layout;
use super::plot::{Frame, Plot, Role};
use super::scale::{Tick, bar_range, position, ticks, value_range};
use super::{Chart, Form, sentence};
use crate::i18n::messages::Chart as Words;
use crate::i18n::{
    Language, Magnitude, Message, format_number, month_axis_label, period_length_inside, period_name,
    quarter_axis_label,
};
use crate::model::PeriodLength;

const GRID_LINES: usize = 4;
/// Below this height of its place a total is drawn without the bars of its periods.
const LEAST_WITH_BARS: f64 = 420.0;

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub svg: String,
    pub width: f64,
    pub height: f64,
    /// The picture's name as a sentence; the SVG bears it too.
    pub summary: String,
    /// One place a period, in order: what the pointer and the arrow keys read.
    pub hits: Vec<Hit>,
    /// Between these heights a cursor line is drawn.
    pub top: f64,
    pub bottom: f64,
}

/// Where a period is read; `Chart::reading` words it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    pub x: f64,
    /// The height of its point; `None` where no figure is.
    pub y: Option<f64>,
}

impl Chart {
    /// Draws the chart at the width of its place on the page.
    pub fn draw(&self, width: f64, language: Language) -> Drawing {
        self.draw_within(width, None, language)
    }

    /// Draws the chart at the height of its place too; a low one has no bars beneath.
    pub fn draw_within(&self, width: f64, height: Option<f64>, language: Language) -> Drawing {
        let values = value_range(self);
        let (marks, mark_decimals) =
            ticks(&values, GRID_LINES, if self.form == Form::Rank { 0 } else { self.decimals });
        let marks: Vec<(Tick, String)> =
            marks.into_iter().map(|tick| (tick, format_number(tick.value, mark_decimals, language))).collect();
        let has_bars = self.form == Form::Total && height.is_none_or(|height| height >= LEAST_WITH_BARS);
        let bars = if has_bars { bar_range(self) } else { None };
        let layout = Layout::new(self, width, height, &marks, bars.is_some(), language);

        let mut svg = String::with_capacity(8 * 1024);
        let summary = sentence::summary(self, language);
        write!(
            svg,
            "<svg class=\"chart chart-indicator\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" aria-label=\"",
            w = Px(layout.width),
            h = Px(layout.height)
        )
        .ok();
        escape(&summary, &mut svg);
        svg.push_str("\">");
        self.draw_quarters(&layout, &mut svg);

        let mut labels = Labels::new(Frame { left: 0.0, top: 0.0, right: layout.width, bottom: layout.upper.bottom });
        if let Some(index) = self.break_at() {
            let x = layout.slot(index, self.steps.len());
            put_break(&mut labels, x, &layout, &Words::Break.text(language));
        }
        let hits = self.draw_course(&layout, values, &marks, &mut svg, &mut labels, language);
        if let (Some(bars), Some(frame)) = (bars, layout.lower) {
            self.draw_bars(&layout, frame, bars, &mut svg, &mut labels, language);
        }
        self.draw_axis_labels(&layout, &mut labels, language);
        svg.push_str(&labels.svg);
        svg.push_str("</svg>");

        let bottom = layout.lower.map_or(layout.upper.bottom, |frame| frame.bottom);
        Drawing { svg, width: layout.width, height: layout.height, summary, hits, top: layout.upper.top, bottom }
    }

    /// One period in words: its name, and what is known of it.
    pub fn reading(&self, index: usize, language: Language) -> Option<(String, String)> {
        self.steps.get(index).map(|step| sentence::reading(self, step, language))
    }

    /// The ends of quarters or years, where there is room between them.
    fn draw_quarters(&self, layout: &Layout, svg: &mut String) {
        const ROOM: f64 = 24.0;
        let mut free = layout.upper.left;
        let bottom = layout.lower.map_or(layout.upper.bottom, |frame| frame.bottom);
        let is_term = self.is_term();
        for (index, pair) in self.steps.windows(2).enumerate() {
            let is_edge = match pair[0].period.length() {
                PeriodLength::Year => false,
                length if is_term => pair[0].period.index() == length.per_year(),
                length => length == PeriodLength::Month && pair[0].period.index() % 3 == 0,
            };
            let x = layout.slot(index + 1, self.steps.len());
            if is_edge && x >= free {
                free = x + ROOM;
                let x = Px(x);
                write!(svg, "<path class=\"chart-quarter\" d=\"M{x} {}V{}\"/>", Px(layout.upper.top), Px(bottom)).ok();
            }
        }
    }

    /// The upper part: lines, points, and the words beside them.
    fn draw_course(
        &self,
        layout: &Layout,
        values: Range<f64>,
        marks: &[(Tick, String)],
        svg: &mut String,
        labels: &mut Labels,
        language: Language,
    ) -> Vec<Hit> {
        let end = as_f64(self.steps.len().max(1));
        let range = if self.form == Form::Rank { values.end..values.start } else { values };
        let Some(mut plot) = Plot::new(svg, layout.upper, 0.0..end, range) else { return Vec::new() };
        for (mark, text) in marks {
            plot.line(Role::Grid, &[(0.0, mark.at), (end, mark.at)]);
            let (x, y) = plot.pixel((0.0, mark.at));
            labels.put("chart-label", (x - 8.0, y + 4.0), Anchor::End, text);
        }
        let number = |value: Decimal| format_number(value, self.decimals, language);
        let last = self.last();

        let pace = self.pace();
        plot.line(Role::Pace, &pace);
        let before = if self.with_last_year { self.runs(|step| step.before) } else { Vec::new() };
        for run in &before {
            plot.line(Role::Previous, run);
        }
        if let (Some(fan), Some((index, _, value))) = (self.projection, last) {
            let from = (as_f64(index + 1), position(value));
            let [low, middle, high] = [fan.low, fan.middle, fan.high].map(|value| (end, position(value)));
            if from.0 < end {
                plot.area(Role::Range, &[from, high, low]);
                plot.line(Role::RangeEdge, &[from, high]);
                plot.line(Role::RangeEdge, &[from, low]);
                plot.line(Role::Projection, &[from, middle]);
            }
            labels.avoid(&[plot.pixel(from), plot.pixel(high)]);
            labels.avoid(&[plot.pixel(from), plot.pixel(low)]);
        }
        let target = self.target_line();
        plot.line(Role::Target, &target);
        if let Some(upper) = self.second_line {
            plot.line(Role::Target, &[(0.0, position(upper)), (end, position(upper))]);
        }
        let course = self.runs(|step| step.value);
        for run in &course {
            plot.line(Role::Actual, run);
        }
        let has_points = layout.slot(1, self.steps.len()) - layout.upper.left >= 7.0;
        let mut hits = Vec::with_capacity(self.steps.len());
        for (index, step) in self.steps.iter().enumerate() {
            let at = step.value.map(|value| (as_f64(index + 1), position(value)));
            let is_last = last.is_some_and(|(last, ..)| last == index);
            // Points that would touch say no more than their line.
            if let Some(at) = at.filter(|_| is_last || has_points) {
                plot.circle(if is_last { Role::LastPoint } else { Role::Point }, at, if is_last { 5.0 } else { 3.0 });
            }
            let y = at.map(|at| plot.pixel(at).1);
            hits.push(Hit { x: plot.pixel((as_f64(index + 1), 0.0)).0, y });
        }

        for line in course.iter().chain(&before).chain([&pace, &target]) {
            let pixels: Vec<_> = line.iter().map(|&at| plot.pixel(at)).collect();
            labels.avoid(&pixels);
        }
        let last_pixel = last.map(|(index, _, value)| plot.pixel((as_f64(index + 1), position(value))));
        let gap = self.shortfall().filter(|_| !self.pace_is_target());
        let gap_to = gap.map(|(_, expected)| plot.pixel((0.0, position(expected))).1);
        let before_pixel = before.iter().rev().find_map(|run| run.last()).map(|&at| plot.pixel(at));
        // The stretches of the target, from its line of now back to what it was.
        let target_pixels: Vec<_> =
            target.rchunks(2).map(|ends| (plot.pixel(ends[0]), plot.pixel(ends[ends.len() - 1]))).collect();
        let pace_pixels: Vec<_> = pace.iter().map(|&at| plot.pixel(at)).collect();
        let fan_pixels = self.projection.map(|fan| {
            [(fan.high, Words::Highest), (fan.middle, Words::Projected), (fan.low, Words::Lowest)]
                .map(|(value, name)| (plot.pixel((end, position(value))).1, number(value), name.text(language)))
        });
        drop(plot);

        let left_words = self.caption(language);
        labels.put("chart-caption", (0.0, 14.0), Anchor::Start, &left_words);
        if let (Some(at), Some((_, step, value))) = (last_pixel, last) {
            let name = Words::EndOf { period: self.period_inside(step.period, language) }.text(language);
            put_value(labels, at, &number(value), &name);
        }
        let mut lines: Vec<Decimal> = self.steps.iter().filter_map(|step| step.line).collect();
        lines.dedup();
        for (index, (((from, y), (to, _)), line)) in target_pixels.into_iter().zip(lines.into_iter().rev()).enumerate()
        {
            let value = self.short_number(line, language);
            let words = if index == 0 { Words::Target { value } } else { Words::FormerTarget { value } };
            put_target(labels, (from, to), y, &words.text(language));
        }
        if let (Some(at), Some(pace_y), Some(gap)) = (last_pixel, gap_to, gap) {
            self.put_gap(layout, labels, (at, pace_y), gap, language);
        }
        if let Some(ends) = fan_pixels {
            put_fan(labels, layout, ends);
        }
        if let (Some(at), Some(step)) = (before_pixel, self.steps.first()) {
            put_before(labels, at, &Words::LastYear { year: step.period.year() - 1 }.text(language));
        }
        if !layout.is_narrow && pace_pixels.len() > 2 {
            put_pace(labels, &pace_pixels, &Words::Pace.text(language));
        }
        if last.is_none() {
            let text = Words::NoData.text(language);
            let wide = text_width(&text, 13.0);
            let (left, low) = (layout.upper.right - wide - 12.0, layout.upper.bottom - 24.0);
            let corners = [(left, low), (left, f64::midpoint(layout.upper.top, layout.upper.bottom)), (left, 40.0)];
            let (left, top) = labels.claim((wide, 16.0), &corners).unwrap_or((left, low));
            labels.put("chart-caption", (left, top + 13.0), Anchor::Start, &text);
        }
        hits
    }

    /// The lower part: the amount of each period, and what each remaining one needs.
    fn draw_bars(
        &self,
        layout: &Layout,
        frame: Frame,
        range: Range<f64>,
        svg: &mut String,
        labels: &mut Labels,
        language: Language,
    ) {
        let end = as_f64(self.steps.len().max(1));
        let Some(mut plot) = Plot::new(svg, frame, 0.0..end, range) else { return };
        let last = self.last().map(|(index, ..)| index);
        let magnitude = Magnitude::of(self.steps.iter().filter_map(|step| step.own).chain(self.needed));
        let amount = |value: Decimal| magnitude.format(value, self.decimals, language);
        // Above all bars or above none.
        let slot = (frame.right - frame.left) / end;
        let fits = self.steps.iter().filter_map(|step| step.own).all(|own| text_width(&amount(own), 12.0) <= slot);
        for (index, step) in self.steps.iter().enumerate() {
            let (from, to) = (as_f64(index) + 0.19, as_f64(index) + 0.81);
            let is_past = last.is_some_and(|last| index <= last);
            if let Some(own) = step.own {
                plot.bar(if last == Some(index) { Role::LastBar } else { Role::Bar }, (from, 0.0), (to, position(own)));
                let (x, y) = plot.pixel((as_f64(index) + 0.5, position(own).max(0.0)));
                if fits {
                    labels.put("chart-bar-label", (x, y - 5.0), Anchor::Middle, &amount(own));
                }
            } else if let (false, Some(needed)) = (is_past, self.needed) {
                plot.bar(Role::NeededBar, (from, 0.0), (to, position(needed)));
            }
        }
        plot.line(Role::Axis, &[(0.0, 0.0), (end, 0.0)]);
        let to_come = self.steps.len() - last.map_or(0, |last| last + 1);
        if let Some(needed) = self.needed.filter(|_| to_come > 0) {
            let (_, y) = plot.pixel((end, position(needed)));
            let amount = amount(needed);
            let length = self.steps.first().map_or(PeriodLength::default(), |step| step.period.length());
            let (short, period) = (amount.clone(), period_length_inside(length, language));
            let ways = if self.higher_is_better {
                [Words::NeededEach { amount, period }, Words::Needed { amount: short }]
            } else {
                [Words::AllowedEach { amount, period }, Words::Allowed { amount: short }]
            };
            // Of one period that remains "each" says nothing.
            let mut ways = ways.iter().skip(usize::from(to_come == 1)).map(|words| words.text(language));
            let room = layout.width - frame.right - 10.0;
            if let Some(text) = ways.find(|text| text_width(text, 12.0) <= room) {
                labels.put("chart-needed-label", (frame.right + 10.0, y + 5.0), Anchor::Start, &text);
            }
        }
        drop(plot);
        let unit = match magnitude.text(language) {
            word if word.is_empty() => self.unit.clone(),
            word => format!("{word} {}", self.unit),
        };
        if let Some(step) = self.steps.first() {
            let period = period_length_inside(step.period.length(), language);
            let caption = Words::EachPeriodCaption { period, unit };
            labels.put("chart-caption", (0.0, frame.top - 24.0), Anchor::Start, &caption.text(language));
        }
    }

    /// Months with their quarters beneath, or the names of longer periods.
    fn draw_axis_labels(&self, layout: &Layout, labels: &mut Labels, language: Language) {
        let base = layout.lower.map_or(layout.upper.bottom, |frame| frame.bottom) + 16.0;
        let count = self.steps.len();
        let last = self.last().map(|(index, ..)| index);
        if self.is_term() {
            self.draw_years(layout, base, labels);
            return;
        }
        for (index, step) in self.steps.iter().enumerate() {
            let middle = f64::midpoint(layout.slot(index, count), layout.slot(index + 1, count));
            let text = match step.period.length() {
                PeriodLength::Month => {
                    let month = step.period.index();
                    if month % 3 == 2 {
                        let quarter = quarter_axis_label(month / 3 + 1, language);
                        labels.put("chart-label is-quiet", (middle, base + 17.0), Anchor::Middle, &quarter);
                    }
                    if layout.is_narrow && month != 1 && month % 3 != 0 && last != Some(index) {
                        continue;
                    }
                    month_axis_label(month, language)
                }
                PeriodLength::Year => step.period.year().to_string(),
                PeriodLength::Quarter | PeriodLength::HalfYear => period_name(step.period, language),
            };
            let class = if last == Some(index) { "chart-label is-current" } else { "chart-label" };
            labels.put(class, (middle, base), Anchor::Middle, &text);
        }
    }

    /// Of several years each is named in the middle of its periods, or every second, third … where they stand close.
    fn draw_years(&self, layout: &Layout, base: f64, labels: &mut Labels) {
        let count = self.steps.len();
        let (mut from, mut free) = (0, f64::NEG_INFINITY);
        for year in self.steps.chunk_by(|a, b| a.period.year() == b.period.year()) {
            let middle = f64::midpoint(layout.slot(from, count), layout.slot(from + year.len(), count));
            from += year.len();
            if middle >= free {
                labels.put("chart-label", (middle, base), Anchor::Middle, &year[0].period.year().to_string());
                free = middle + 40.0;
            }
        }
    }

    fn caption(&self, language: Language) -> String {
        let unit = self.unit.clone();
        let words = match self.form {
            Form::Total if self.is_term() => Words::TermCaption { unit },
            Form::Total => Words::CumulativeCaption { unit },
            Form::Rank => Words::RankCaption,
            Form::Level if unit.is_empty() => Words::LevelCaptionBare,
            Form::Level => Words::LevelCaption { unit },
        };
        words.text(language).into_owned()
    }
}
