//! A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows, quotes around
//! cells that hold either.

/// The rows of a pasted block. Numbers stay text: each is read, or asked about, in its own cell.
pub fn parse_block(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    // Quotes count only where a cell begins with one: `5" pipe` is plain text.
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted => {
                if letters.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    quoted = false;
                }
            }
            _ if quoted => cell.push(letter),
            '"' if cell.is_empty() => quoted = true,
            '\t' => row.push(std::mem::take(&mut cell)),
            '\r' | '\n' => {
                if letter == '\r' {
                    letters.next_if_eq(&'\n');
                }
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    // Excel ends a block with a line break; an empty last row is that and no row.
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_cells_are_split_as_spreadsheets_write_them() {
        let cases: [(&str, &[&[&str]]); 7] = [
            ("1\t2\r\n3\t4\r\n", &[&["1", "2"], &["3", "4"]]),
            ("7,9\t8,1", &[&["7,9", "8,1"]]),
            ("a\n\nb\n", &[&["a"], &[""], &["b"]]),
            ("\"hai\ndòng\"\t\"nói \"\"có\"\"\"\n", &[&["hai\ndòng", "nói \"có\""]]),
            ("\t5\n\n", &[&["", "5"]]),
            ("ống 5\"\t2", &[&["ống 5\"", "2"]]),
            ("\"chưa đóng\t5", &[&["chưa đóng\t5"]]),
        ];
        for (text, rows) in cases {
            assert_eq!(parse_block(text), rows, "{text:?}");
        }
        assert!(parse_block("").is_empty());
    }

    #[test]
    fn a_block_of_three_by_nine_keeps_its_shape() {
        let line = ["1,5"; 9].join("\t");
        let rows = parse_block(&[line.as_str(); 3].join("\r\n"));
        assert_eq!((rows.len(), rows.iter().map(Vec::len).collect::<Vec<_>>()), (3, vec![9; 3]));
    }
}
