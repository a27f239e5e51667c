//! The line through the period that is read, and the place of its words.

use super::label::Px;
use super::{Drawing, Hit};

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

    /// The style of the box of words: beside the line, on the side that has room.
    pub fn cursor_style(&self, hit: &Hit) -> String {
        let shift = if hit.x > self.width / 2.0 { "calc(-100% - 10px)" } else { "10px" };
        format!("left:{}%;top:{}px;transform:translate({shift})", Px(hit.x / self.width * 100.0), Px(self.top))
    }
}
