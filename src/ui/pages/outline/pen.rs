//! What the outline needs only to be written in, not to be read. It arrives with the late half of the app (`ui/parts.rs`).

use leptos::prelude::*;

use super::content::Reader;
use super::rows::Row;
use super::state::{Drawn, Editing, Page};
use super::{editor, foot, head, inspector, issued, keys, only, row_writing, several, tools};
use crate::document::NodeId;
use crate::evaluate::Rollup;
use crate::i18n::messages::Outline;
use crate::i18n::{Message, rollup_words};
use crate::model::{Date, Programme};

/// Drawn and done through here only, so that no page reaches the code itself.
#[derive(Clone, Copy)]
pub struct Pen {
    /// What stands above the outline: the fields of the document's head.
    pub head: fn(Page) -> AnyView,
    /// Below the map: buttons that show some lines alone; and whether a line is one of those.
    pub only: fn(Page) -> AnyView,
    pub is_kept: fn(&str, &Row, &Programme, Date) -> bool,
    /// What stands beside the search.
    pub tools: fn(Page) -> AnyView,
    /// The panel beside the document.
    pub inspector: fn(Page) -> AnyView,
    /// The field in the place of a line's text.
    pub editor: fn(Page, Editing, Outline) -> AnyView,
    /// Rows that are no line: the one being written, an empty section's, those that lost their place.
    pub other_row: fn(Page, Memo<Drawn>) -> AnyView,
    /// That a line differs from the issued version: a word, and the same in full.
    pub amended: fn(Page, &Row) -> Option<(String, String)>,
    /// What can be done with the selected line, as markup; and the doing of it.
    pub bar: fn(Page, &Row) -> String,
    pub tool: fn(Page, &Row, usize),
    /// What stands below the document; on paper, the document.
    pub foot: fn(Page) -> AnyView,
    /// A press on a line.
    pub clicked: fn(Page, &web_sys::MouseEvent, &NodeId),
    /// Begins to write in a line's place.
    pub edit: fn(Page, &NodeId),
    /// How the measures of a section stand as one.
    pub standing: fn(&Row, Reader) -> String,
    /// Listens to the keys as long as the page stays.
    pub listen: fn(Page),
}

impl Pen {
    pub fn new() -> Self {
        Self {
            head: head::head,
            only: only::only,
            is_kept: only::is_kept,
            tools: tools::tools,
            inspector: inspector::inspector,
            editor: editor::editor,
            other_row: row_writing::other_row,
            amended: issued::amended,
            bar: row_writing::bar,
            tool: row_writing::use_tool,
            foot: foot::foot,
            clicked: several::clicked,
            edit: |page, id| page.edit(id),
            standing: |row, Reader { programme, judged, language, .. }| {
                let measures: Vec<_> =
                    row.measures.iter().filter_map(|id| programme.measures().get(id.as_str())).collect();
                let find = |id: &str| judged.get(id).map(AsRef::as_ref);
                let rollup = Rollup::of_indicators(&measures, &find);
                let words = rollup_words(&rollup, language);
                match rollup.exceptions() {
                    0 => words,
                    count => {
                        format!("{words}; {}", Outline::AttentionCount { count, total: rollup.total }.text(language))
                    }
                }
            },
            listen: keys::listen,
        }
    }
}
