//! Words in a drawing: escaped, measured by rule of thumb, and put where neither a line nor another word runs.

use std::fmt::{self, Write as _};

use super::plot::Frame;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Writes words into a drawing and remembers what is taken.
pub(super) struct Labels {
    taken: Vec<Frame>,
    lines: Vec<[(f64, f64); 2]>,
    bounds: Frame,
    pub svg: String,
}

impl Labels {
    pub fn new(bounds: Frame) -> Self {
        Self { taken: Vec::new(), lines: Vec::new(), bounds, svg: String::new() }
    }

    /// Keeps words off a line that was drawn.
    pub fn avoid(&mut self, points: &[(f64, f64)]) {
        self.lines.extend(points.windows(2).filter_map(|pair| <[(f64, f64); 2]>::try_from(pair).ok()));
    }

    /// Words at a fixed place: `x` by the anchor, `y` on the base line.
    pub fn put(&mut self, class: &str, at: (f64, f64), anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        write!(self.svg, "<text class=\"{class}\" x=\"{}\" y=\"{}\"{anchor}>", Px(at.0), Px(at.1)).ok();
        escape(text, &mut self.svg);
        self.svg.push_str("</text>");
    }

    /// The first of some boxes (by their upper left corners) that is free, now taken.
    pub fn claim(&mut self, size: (f64, f64), corners: &[(f64, f64)]) -> Option<(f64, f64)> {
        let free = corners.iter().copied().find(|&(left, top)| {
            let place = Frame { left, top, right: left + size.0, bottom: top + size.1 };
            let inside = place.left >= self.bounds.left
                && place.right <= self.bounds.right
                && place.top >= self.bounds.top
                && place.bottom <= self.bounds.bottom;
            inside
                && !self.taken.iter().any(|other| overlap(&place, other))
                && !self.lines.iter().any(|line| crosses(&place, line))
        })?;
        self.taken.push(Frame { left: free.0, top: free.1, right: free.0 + size.0, bottom: free.1 + size.1 });
        Some(free)
    }
}

/// About how wide words are in the interface font.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars()
        .map(|letter| if matches!(letter, '.' | ',' | ' ' | 'i' | 'l' | 't') { 0.32 } else { 0.62 })
        .sum::<f64>()
        * size
}

/// Writes text as it may stand in elements and quoted attributes of SVG and HTML.
pub fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Not allowed in XML at all.
            control if control.is_control() && control != '\n' && control != '\t' => {}
            other => out.push(other),
        }
    }
}

/// A length in a drawing, written to a tenth of a pixel. Whole numbers alone are formatted: the standard library's
/// floats would be a large part of what a chart weighs.
#[derive(Clone, Copy)]
pub(super) struct Px(pub f64);

impl fmt::Display for Px {
    #[expect(clippy::cast_possible_truncation, reason = "drawings are small; the cast saturates")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round() as i32;
        if tenths < 0 {
            f.write_char('-')?;
        }
        let tenths = tenths.unsigned_abs();
        write!(f, "{}", tenths / 10)?;
        if tenths.is_multiple_of(10) { Ok(()) } else { write!(f, ".{}", tenths % 10) }
    }
}

fn overlap(one: &Frame, other: &Frame) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/// Whether a line runs through a box (Liang and Barsky's clipping).
fn crosses(place: &Frame, [from, to]: &[(f64, f64); 2]) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, room) in
        [(-dx, from.0 - place.left), (dx, place.right - from.0), (-dy, from.1 - place.top), (dy, place.bottom - from.1)]
    {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter <= leave
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Frame = Frame { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };

    #[test]
    fn words_avoid_lines_each_other_and_the_edge() {
        let mut labels = Labels::new(BOUNDS);
        labels.avoid(&[(0.0, 50.0), (100.0, 50.0)]);
        let size = (20.0, 10.0);
        assert_eq!(labels.claim(size, &[(10.0, 45.0), (90.0, 0.0), (10.0, 30.0)]), Some((10.0, 30.0)));
        assert_eq!(labels.claim(size, &[(15.0, 35.0), (40.0, 60.0)]), Some((40.0, 60.0)));
        assert_eq!(labels.claim(size, &[(10.0, 32.0)]), None);
    }

    #[test]
    fn a_line_that_only_passes_by_crosses_nothing() {
        let place = Frame { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        for (line, hit) in [
            ([(0.0, 0.0), (30.0, 30.0)], true),
            ([(0.0, 15.0), (30.0, 15.0)], true),
            ([(12.0, 12.0), (13.0, 13.0)], true),
            ([(0.0, 0.0), (30.0, 5.0)], false),
            ([(0.0, 25.0), (30.0, 40.0)], false),
            ([(25.0, 0.0), (25.0, 30.0)], false),
        ] {
            assert_eq!(crosses(&place, &line), hit, "{line:?}");
        }
    }

    #[test]
    fn lengths_are_written_to_a_tenth() {
        for (pixels, text) in
            [(0.0, "0"), (76.8, "76.8"), (-0.04, "0"), (-2.55, "-2.6"), (1e3, "1000"), (f64::NAN, "0")]
        {
            assert_eq!(Px(pixels).to_string(), text);
        }
    }

    #[test]
    fn markup_in_words_is_inert() {
        let mut labels = Labels::new(BOUNDS);
        labels.put("chart-label", (1.0, 2.04), Anchor::End, "<script>&\"\u{0}");
        assert_eq!(
            labels.svg,
            "<text class=\"chart-label\" x=\"1\" y=\"2\" text-anchor=\"end\">&lt;script&gt;&amp;&quot;</text>"
        );
    }
}
