//! The line through the period that is read, and the place of its words.

use super::label::Px;
use super::{Drawing, Hit};

/// The box of words is at most this wide, and stands this far from the line.
const BOX: f64 = 224.0;
const AWAY: f64 = 10.0;

impl Drawing {
    /// A picture that lies over the drawing: a line through the period, a ring around its point.
    pub fn cursor(&self, hit: &Hit) -> String {
        let (w, h, x) = (Px(self.width), Px(self.height), Px(hit.x));
        let point = hit.y.map_or_else(String::new, |y| {
            format!("<circle class=\"chart-point is-current\" cx=\"{x}\" cy=\"{}\" r=\"6\"/>", Px(y))
        });
        let (top, bottom) = (Px(self.top), Px(self.bottom));
        format!(
            "<svg class=\"chart\" viewBox=\"0 0 {w} {h}\"><path class=\"chart-cursor\" d=\"M{x} {top}V{bottom}\"/>{point}</svg>"
        )
    }

    /// The style of the box of words: beside the line on the side that has room, else at the edge.
    pub fn cursor_style(&self, hit: &Hit) -> String {
        let (left, shift) = if hit.x + AWAY + BOX <= self.width {
            (hit.x + AWAY, "")
        } else if hit.x >= AWAY + BOX {
            (hit.x - AWAY, ";transform:translate(-100%)")
        } else {
            ((self.width - BOX).max(0.0), "")
        };
        // A sixteenth of a rem is a pixel of the drawing, at any size of text.
        format!("left:calc({}rem/16);top:calc({}rem/16){shift}", Px(left), Px(self.top))
    }
}
