//! Makes .docx files of texts: paragraphs, tables, a head laid out by a table without borders, Word's own numbering.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A package of parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A .docx whose body is the given XML.
pub fn of_body(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", &document(body))])
}

pub fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
}

/// A .docx with numbering and styles.
pub fn numbered(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    package(&[
        ("word/document.xml", &document(body)),
        ("word/numbering.xml", &format!("<w:numbering {NAMESPACE}>{numbering}</w:numbering>")),
        ("word/styles.xml", &format!("<w:styles {NAMESPACE}>{styles}</w:styles>")),
    ])
}

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

pub fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(text))
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell))).collect();
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// A text as Word would hold it: rows between bars as tables; with `head_lines` its first lines side by side in a table.
pub fn of_text(text: &str, head_lines: usize) -> Vec<u8> {
    let mut body = String::new();
    let lines: Vec<&str> = text.lines().collect();
    let (head, rest) = lines.split_at(head_lines);
    for pair in head.chunks(2) {
        body.extend(["<w:tbl>", &row(pair), "</w:tbl>"]);
    }
    let mut in_table = false;
    for line in rest {
        let cells: Option<Vec<&str>> =
            line.strip_prefix('|').map(|row| row.trim_end_matches('|').split('|').map(str::trim).collect());
        // What separates the rows of a text separates none of a table.
        if in_table && line.trim().is_empty() {
            continue;
        }
        if in_table != cells.is_some() {
            body.push_str(if in_table { "</w:tbl>" } else { "<w:tbl>" });
            in_table = !in_table;
        }
        match cells {
            Some(cells) => body.push_str(&row(&cells)),
            None => body.push_str(&paragraph(line)),
        }
    }
    if in_table {
        body.push_str("</w:tbl>");
    }
    of_body(&body)
}
