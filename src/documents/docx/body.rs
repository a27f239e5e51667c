//! The text of `document.xml` in lines: paragraphs, and rows of tables that are tables and no page layout.

use super::numbering::Numbering;
use super::xml::{Events, Xml, attribute, name, number};
use super::{DocxError, DocxProblem, Part};
use crate::documents::passage::Line;
use crate::documents::table::is_head;

const MAX_PIECES: usize = 200_000;
/// Word itself has no more than 63 columns.
const MAX_SPAN: u32 = 63;

/// What Word no longer shows, once changes are accepted, or shows twice.
const HIDDEN: [&str; 9] =
    ["del", "moveFrom", "delText", "instrText", "Fallback", "pPrChange", "rPrChange", "tblPrChange", "delInstrText"];

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    list: (Option<u32>, Option<usize>),
    style: Option<String>,
    /// Its mark was deleted: the next paragraph goes on with it.
    runs_on: bool,
}

#[derive(Debug, Default)]
struct Cell {
    lines: Vec<Line>,
    span: usize,
    /// The cell above reaches down into it.
    continues: bool,
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    is_deleted: bool,
}

struct Body {
    lines: Vec<Line>,
    tables: Vec<Table>,
    paragraphs: Vec<Paragraph>,
    numbering: Numbering,
    carried: String,
    pieces: usize,
}

pub fn lines(text: &str, numbering: Numbering) -> Result<Vec<Line>, DocxError> {
    let mut events = Events::new(Part::Document, text);
    let mut body = Body {
        lines: Vec::new(),
        tables: Vec::new(),
        paragraphs: Vec::new(),
        numbering,
        carried: String::new(),
        pieces: 0,
    };
    // How deep we are within something hidden, and in the properties of a paragraph, a row or a run's text.
    let (mut hidden, mut in_properties, mut in_row_properties, mut in_text) = (0_usize, false, false, false);
    loop {
        match events.next()? {
            Xml::End => break,
            Xml::Text(text) => {
                if in_text
                    && hidden == 0
                    && let Some(paragraph) = body.paragraphs.last_mut()
                {
                    paragraph.text.push_str(&text);
                }
            }
            Xml::Open(start) => {
                let name = name(&start);
                if name == "del" {
                    body.delete(in_properties, in_row_properties);
                }
                if hidden > 0 || HIDDEN.contains(&name.as_str()) {
                    hidden += 1;
                    continue;
                }
                match name.as_str() {
                    "pPr" => in_properties = true,
                    "trPr" => in_row_properties = true,
                    "t" => in_text = true,
                    "p" | "tc" | "tr" | "tbl" => {
                        body.pieces += 1;
                        if body.pieces > MAX_PIECES {
                            return Err(events.fails(DocxProblem::TooMany { limit: MAX_PIECES }));
                        }
                        body.open(&name);
                    }
                    "gridSpan" | "vMerge" => {
                        let cell = body
                            .tables
                            .last_mut()
                            .and_then(|table| table.rows.last_mut())
                            .and_then(|row| row.last_mut());
                        if let Some(cell) = cell {
                            if name == "gridSpan" {
                                cell.span = number(&start, "val").unwrap_or(1).clamp(1, MAX_SPAN) as usize;
                            } else {
                                cell.continues = attribute(&start, "val").is_none_or(|value| value == "continue");
                            }
                        }
                    }
                    other => body.mark(other, in_properties, &start),
                }
            }
            Xml::Close(name) => {
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                match name.as_str() {
                    "pPr" => in_properties = false,
                    "trPr" => in_row_properties = false,
                    "t" => in_text = false,
                    "p" => body.close_paragraph(),
                    "tr" => body.close_row(),
                    "tbl" => body.close_table(),
                    _ => {}
                }
            }
        }
    }
    Ok(body.lines)
}

impl Body {
    fn open(&mut self, name: &str) {
        match name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "tbl" => self.tables.push(Table::default()),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(Vec::new());
                }
            }
            _ => {
                if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
                    row.push(Cell { span: 1, ..Cell::default() });
                }
            }
        }
    }

    /// A deleted row, or a deleted end of a paragraph.
    fn delete(&mut self, in_properties: bool, in_row_properties: bool) {
        if let Some(table) = self.tables.last_mut().filter(|_| in_row_properties) {
            table.is_deleted = true;
        } else if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| in_properties) {
            paragraph.runs_on = true;
        }
    }

    /// Signs within a run, and what a paragraph says of its number.
    fn mark(&mut self, name: &str, in_properties: bool, start: &quick_xml::events::BytesStart) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match (name, in_properties) {
            ("tab", false) => paragraph.text.push('\t'),
            ("br" | "cr", false) => paragraph.text.push('\n'),
            ("noBreakHyphen", false) => paragraph.text.push('-'),
            ("numId", true) => paragraph.list.0 = number(start, "val"),
            ("ilvl", true) => paragraph.list.1 = number(start, "val").map(|level| level as usize),
            ("pStyle", true) => paragraph.style = attribute(start, "val"),
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let mut text = std::mem::take(&mut self.carried);
        text.push_str(&paragraph.text);
        if paragraph.runs_on {
            self.carried = text;
            return;
        }
        let has_words = !text.trim().is_empty();
        let label = if has_words { self.numbering.label(paragraph.list, paragraph.style.as_deref()) } else { None };
        let line = match label {
            Some((label, list)) => Line { text: format!("{label} {text}"), list: Some(list) },
            None => Line::from(text),
        };
        let cell = self.tables.last_mut().and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        match cell {
            Some(cell) => cell.lines.push(line),
            None => self.lines.push(line),
        }
    }

    fn close_row(&mut self) {
        if let Some(table) = self.tables.last_mut()
            && std::mem::take(&mut table.is_deleted)
        {
            table.rows.pop();
        }
    }

    fn close_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let written = written(table);
        let outer = self.tables.last_mut().and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        match outer {
            Some(cell) => cell.lines.extend(written),
            None => self.lines.extend(written),
        }
    }
}

/// A table's rows as lines between bars; one that only lays out a page, as the paragraphs of its cells in order.
fn written(table: Table) -> Vec<Line> {
    let in_one = |cell: &Cell| {
        cell.lines
            .iter()
            .map(|line| line.text.trim())
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
            .replace(['|', '\n', '\t'], " ")
    };
    let is_table = table.rows.iter().take(3).any(|row| {
        let cells: Vec<String> = row.iter().map(in_one).collect();
        is_head(cells.iter().map(String::as_str))
    });
    if !is_table {
        let cells = table.rows.into_iter().flatten().flat_map(|cell| cell.lines);
        return cells.filter(|line| !line.text.trim().is_empty()).collect();
    }
    let mut above: Vec<String> = Vec::new();
    let mut written = Vec::new();
    for row in &table.rows {
        let mut cells: Vec<String> = Vec::new();
        for cell in row {
            let text = if cell.continues { above.get(cells.len()).cloned().unwrap_or_default() } else { in_one(cell) };
            cells.push(text);
            cells.extend(std::iter::repeat_n(String::new(), cell.span - 1));
        }
        if cells.iter().any(|cell| !cell.is_empty()) {
            written.push(Line::from(format!("| {} |", cells.join(" | "))));
        }
        above = cells;
    }
    written
}
