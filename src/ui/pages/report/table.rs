//! A table of the paper.

use leptos::prelude::*;

use crate::ui::components::markup::Markup;
use crate::ui::components::status_mark::Status;

pub(super) enum Cell {
    /// Words of the interface.
    Words(String),
    /// The programme's own words.
    Own(String),
    Number(String),
    Verdict(Status, String),
    /// A heading over the whole width, alone in its row.
    Group(String),
}

/// Draws a table with its caption; `heads` names the columns.
pub(super) fn table(caption: &str, heads: &[String], rows: &[Vec<Cell>]) -> AnyView {
    let mut markup = Markup::default();
    markup.element("table", &[], |table| {
        table.words("caption", &[], caption);
        table.element("thead", &[], |head| {
            head.element("tr", &[], |row| heads.iter().for_each(|name| row.words("th", &[("scope", "col")], name)));
        });
        table.element("tbody", &[], |body| {
            for cells in rows {
                body.element("tr", &[], |row| cells.iter().for_each(|one| cell(row, one, heads.len())));
            }
        });
    });
    // What is wider than the window is scrolled, by keys too.
    view! {
        <div class="paper-table" role="region" tabindex="0" aria-label=caption.to_owned() inner_html=markup.into_string()></div>
    }
    .into_any()
}

fn cell(row: &mut Markup, cell: &Cell, columns: usize) {
    match cell {
        Cell::Words(words) => row.words("td", &[], words),
        Cell::Own(words) => row.words("td", &[("lang", "vi")], words),
        Cell::Number(number) => row.words("td", &[("class", "is-number")], number),
        Cell::Verdict(status, words) => row.element("td", &[("class", "is-verdict")], |cell| {
            cell.status_mark(*status);
            cell.text(" ");
            cell.text(words);
        }),
        Cell::Group(title) => {
            let span = columns.to_string();
            row.words("th", &[("colspan", &span), ("scope", "rowgroup"), ("lang", "vi")], title);
        }
    }
}
