//! Markup as text, for what is drawn by the hundred: the browser reads a row of it in one go, where each element that is
//! made by itself costs several calls.
//!
//! Tags and names of attributes are the program's own; every text passes through `escape`, so that no words of a
//! programme can become markup.

use crate::charts::escape;

use super::icon::{Icon, path};
use super::status_mark::{Status, shape, sign};

/// Markup that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// An element with its attributes and what `inside` writes.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// An element that holds a text alone.
    pub fn words(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.0);
    }

    pub fn icon(&mut self, icon: Icon) {
        self.open("svg", &[("class", "icon"), ("viewBox", "0 0 24 24"), ("aria-hidden", "true")]);
        self.words("path", &[("d", path(icon))], "");
        self.close("svg");
    }

    pub fn status_mark(&mut self, status: Status) {
        let attributes = [
            ("class", "status-mark"),
            ("viewBox", "0 0 16 16"),
            ("data-status", status.as_str()),
            ("aria-hidden", "true"),
        ];
        self.open("svg", &attributes);
        self.words("path", &[("class", "mark-shape"), ("d", shape(status))], "");
        self.words("path", &[("class", "mark-sign"), ("d", sign(status))], "");
        self.close("svg");
    }

    pub fn into_string(self) -> String {
        self.0
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(value, &mut self.0);
            self.0.push('"');
        }
        self.0.push('>');
    }

    fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }
}
