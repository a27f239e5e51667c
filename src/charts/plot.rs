//! A plotters backend that writes SVG paths with the CSS class of their role, and the few shapes our charts draw.

use std::convert::Infallible;
use std::fmt::Write as _;
use std::ops::Range;

use super::label::Px;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingErrorKind};

/// plotters places in whole units; ten of ours make a pixel.
const UNITS: f64 = 10.0;

/// What an element means. Its class says it to the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Grid,
    Axis,
    Target,
    Pace,
    Previous,
    Actual,
    Point,
    LastPoint,
    Range,
    RangeEdge,
    Projection,
    Bar,
    LastBar,
    NeededBar,
}

impl Role {
    const ALL: [Self; 14] = [
        Self::Grid,
        Self::Axis,
        Self::Target,
        Self::Pace,
        Self::Previous,
        Self::Actual,
        Self::Point,
        Self::LastPoint,
        Self::Range,
        Self::RangeEdge,
        Self::Projection,
        Self::Bar,
        Self::LastBar,
        Self::NeededBar,
    ];

    fn class(self) -> &'static str {
        match self {
            Self::Grid => "chart-grid",
            Self::Axis => "chart-axis",
            Self::Target => "chart-target",
            Self::Pace => "chart-pace",
            Self::Previous => "chart-previous",
            Self::Actual => "chart-actual",
            Self::Point => "chart-point",
            Self::LastPoint => "chart-point is-last",
            Self::Range => "chart-range",
            Self::RangeEdge => "chart-range-edge",
            Self::Projection => "chart-projection",
            Self::Bar => "chart-bar",
            Self::LastBar => "chart-bar is-last",
            Self::NeededBar => "chart-bar-needed",
        }
    }

    /// The colour that stands for the role on its way through plotters.
    fn style(self) -> ShapeStyle {
        ShapeStyle { color: RGBColor(0, 0, self as u8).to_rgba(), filled: true, stroke_width: 1 }
    }

    fn of(color: BackendColor) -> Self {
        Self::ALL.get(usize::from(color.rgb.2)).copied().unwrap_or(Self::Grid)
    }
}

/// Pixels of a drawing: x from the left, y from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// One plot area inside a drawing. Shapes are given in the values of its axes.
pub(super) struct Plot<'a> {
    chart: ChartContext<'a, SvgBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

impl<'a> Plot<'a> {
    /// `None` only for a frame without area. `y` may run downward, for ranks.
    pub fn new(out: &'a mut String, frame: Frame, x: Range<f64>, y: Range<f64>) -> Option<Self> {
        if frame.right - frame.left < 1.0 || frame.bottom - frame.top < 1.0 {
            return None;
        }
        let size = (whole(frame.right), whole(frame.bottom));
        let root = SvgBackend { out, size }.into_drawing_area();
        let area = root.shrink(
            (whole(frame.left), whole(frame.top)),
            (whole(frame.right - frame.left), whole(frame.bottom - frame.top)),
        );
        let chart = ChartBuilder::on(&area).build_cartesian_2d(x, y).ok()?;
        Some(Self { chart })
    }

    // The backend writes to a string and cannot fail, so the results below hold nothing.

    pub fn line(&mut self, role: Role, points: &[(f64, f64)]) {
        if points.len() > 1 {
            self.chart.draw_series(LineSeries::new(points.iter().copied(), role.style())).ok();
        }
    }

    pub fn area(&mut self, role: Role, corners: &[(f64, f64)]) {
        self.chart.draw_series([Polygon::new(corners.to_vec(), role.style())]).ok();
    }

    pub fn circle(&mut self, role: Role, at: (f64, f64), radius: f64) {
        self.chart.draw_series([Circle::new(at, whole(radius), role.style())]).ok();
    }

    pub fn bar(&mut self, role: Role, from: (f64, f64), to: (f64, f64)) {
        self.chart.draw_series([Rectangle::new([from, to], role.style())]).ok();
    }

    /// Where a point lies, in pixels of the drawing.
    pub fn pixel(&self, at: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.chart.backend_coord(&at);
        (f64::from(x) / UNITS, f64::from(y) / UNITS)
    }
}

struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl SvgBackend<'_> {
    fn path(&mut self, class: &str, points: impl IntoIterator<Item = BackendCoord>, end: &str) {
        self.open("path", class);
        self.out.push_str(" d=\"");
        for (index, (x, y)) in points.into_iter().enumerate() {
            self.out.push(if index == 0 { 'M' } else { 'L' });
            self.number(x);
            self.out.push(' ');
            self.number(y);
        }
        self.out.push_str(end);
        self.out.push_str("\"/>");
    }

    fn open(&mut self, element: &str, class: &str) {
        write!(self.out, "<{element} class=\"{class}\"").ok();
    }

    fn attribute(&mut self, name: &str, units: i32) {
        write!(self.out, " {name}=\"").ok();
        self.number(units);
        self.out.push('"');
    }

    fn number(&mut self, units: i32) {
        write!(self.out, "{}", Px(f64::from(units) / UNITS)).ok();
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.path(Role::of(style.color()).class(), [from, to], "");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.path(Role::of(style.color()).class(), path, "");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.path(Role::of(style.color()).class(), path, "Z");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _: bool) -> Drawn {
        self.open("rect", Role::of(style.color()).class());
        self.attribute("x", from.0.min(to.0));
        self.attribute("y", from.1.min(to.1));
        self.attribute("width", (to.0 - from.0).abs());
        self.attribute("height", (to.1 - from.1).abs());
        self.out.push_str(" rx=\"1.5\"/>");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        self.open("circle", Role::of(style.color()).class());
        self.attribute("cx", center.0);
        self.attribute("cy", center.1);
        write!(self.out, " r=\"{}\"/>", Px(f64::from(radius) / UNITS)).ok();
        Ok(())
    }
}

/// Pixels as units; drawings are small and never negative in size.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of a drawing")]
fn whole(pixels: f64) -> u32 {
    (pixels * UNITS).round().clamp(0.0, 1e8) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_keeps_its_class_on_the_way_through() {
        for role in Role::ALL {
            let mut out = String::new();
            let frame = Frame { left: 10.0, top: 20.0, right: 110.0, bottom: 70.0 };
            let mut plot = Plot::new(&mut out, frame, 0.0..4.0, 0.0..10.0).unwrap();
            let (x, y) = plot.pixel((1.0, 5.0));
            assert!((x - 35.0).abs() < 0.2 && (y - 45.0).abs() < 0.2, "{x} {y}");
            plot.line(role, &[(0.0, 0.0), (4.0, 10.0)]);
            drop(plot);
            assert!(out.starts_with(&format!("<path class=\"{}\" d=\"M10 ", role.class())), "{out}");
        }
    }

    #[test]
    fn a_frame_without_area_draws_nothing() {
        let mut out = String::new();
        assert!(
            Plot::new(&mut out, Frame { left: 5.0, top: 0.0, right: 5.0, bottom: 9.0 }, 0.0..1.0, 0.0..1.0).is_none()
        );
        assert_eq!(out, "");
    }
}
