//! A table of the paper.

use leptos::prelude::*;

use crate::ui::components::markup::Markup;
use crate::ui::components::status_mark::Status;

pub(super) enum Cell {
    /// Words of the interface.
    Words(String),
    /// Words at the head of the row of sums.
    Sum(String),
    /// The programme's own words.
    Own(String),
    Number(String),
    /// A number of few digits, or that of the line.
    Count(String),
    Verdict(Status, String),
    /// A heading over the whole width, alone in its row.
    Group(String),
}

/// Draws a table with its caption; `heads` names the columns, the first two being the number of a line and what it is
/// about. On phones a line stands as a paragraph, in which the other cells say what they are: roles keep it a table.
pub(super) fn table(caption: &str, heads: &[String], rows: &[Vec<Cell>]) -> AnyView {
    let mut markup = Markup::default();
    markup.element("table", &[("role", "table")], |table| {
        table.words("caption", &[], caption);
        table.element("thead", &[("role", "rowgroup")], |head| {
            let column = [("scope", "col"), ("role", "columnheader")];
            head.element("tr", &[("role", "row")], |row| heads.iter().for_each(|name| row.words("th", &column, name)));
        });
        table.element("tbody", &[("role", "rowgroup")], |body| {
            for cells in rows {
                body.element("tr", &[("role", "row")], |row| {
                    cells.iter().enumerate().for_each(|(at, one)| cell(row, one, at, heads));
                });
            }
        });
    });
    // What is wider than the window is scrolled, by keys too.
    view! {
        <div class="paper-table" role="region" tabindex="0" aria-label=caption.to_owned() inner_html=markup.into_string()></div>
    }
    .into_any()
}

fn cell(row: &mut Markup, cell: &Cell, at: usize, heads: &[String]) {
    let mut attributes = vec![("role", "cell")];
    let text = match cell {
        Cell::Group(title) => {
            let span = heads.len().to_string();
            let attributes = [("colspan", &*span), ("scope", "rowgroup"), ("role", "rowheader"), ("lang", "vi")];
            return row.words("th", &attributes, title);
        }
        Cell::Words(text) => text,
        Cell::Sum(text) => {
            attributes.push(("class", "is-sum"));
            text
        }
        Cell::Own(text) => {
            attributes.push(("lang", "vi"));
            text
        }
        Cell::Number(text) => {
            attributes.push(("class", "is-number"));
            text
        }
        Cell::Count(text) => {
            attributes.push(("class", "is-count"));
            text
        }
        Cell::Verdict(_, text) => {
            attributes.push(("class", "is-verdict"));
            text
        }
    };
    match at {
        0 => {}
        1 => attributes.push(("data-name", "")),
        _ => attributes.push(("data-head", &heads[at])),
    }
    row.element("td", &attributes, |row| {
        if let Cell::Verdict(status, _) = cell {
            row.status_mark(*status);
            row.text(" ");
        }
        row.text(text);
    });
}
