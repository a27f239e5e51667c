//! Pasted rich text, given as HTML, to lines. It is read as browsers do: whatever is wrong with it, words are kept.

/// Elements that end a line.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "br",
    "li",
    "tr",
    "table",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "blockquote",
];
/// Elements whose text is none.
const SILENT: [&str; 5] = ["script", "style", "head", "title", "template"];

/// The lines of an HTML text: paragraphs, list items with their marks, table rows between bars.
pub fn lines(html: &str) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    // Open lists: the next number, or none for bullets.
    let mut lists: Vec<Option<u32>> = Vec::new();
    let mut silent: Option<String> = None;
    let mut in_row = false;
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        if silent.is_none() {
            push_text(&mut line, &rest[..open]);
        }
        rest = &rest[open..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let is_tag =
            rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!' | '?'));
        let Some(end) = rest.find('>').filter(|_| is_tag) else {
            line.push('<');
            rest = &rest[1..];
            // Without an end no tag follows at all: the search must not begin anew at each sign.
            if !rest.contains('>') {
                break;
            }
            continue;
        };
        let inner = &rest[1..end];
        rest = &rest[end + 1..];
        let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let name: String =
            inner.chars().take_while(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
        if let Some(waiting) = &silent {
            if closes && *waiting == name {
                silent = None;
            }
            continue;
        }
        if SILENT.contains(&name.as_str()) && !closes {
            silent = Some(name);
            continue;
        }
        match name.as_str() {
            "td" | "th" if !closes => line.push_str("| "),
            "td" | "th" => line.push(' '),
            // Paragraphs within a cell stay on its row.
            "p" | "div" | "br" if in_row => line.push(' '),
            _ if BLOCKS.contains(&name.as_str()) => {
                if name == "tr" && closes && in_row {
                    line.push('|');
                }
                in_row = name == "tr" && !closes;
                finish(&mut line, &mut lines);
                match (name.as_str(), closes) {
                    ("ul", false) if lists.len() < 64 => lists.push(None),
                    ("ol", false) if lists.len() < 64 => lists.push(Some(1)),
                    ("ul" | "ol", true) => drop(lists.pop()),
                    ("li", false) => match lists.last_mut() {
                        Some(Some(number)) => {
                            line = format!("{number}. ");
                            *number += 1;
                        }
                        _ => "- ".clone_into(&mut line),
                    },
                    _ => {}
                }
            }
            _ => {}
        }
    }
    if silent.is_none() {
        push_text(&mut line, rest);
    }
    finish(&mut line, &mut lines);
    lines
}

fn finish(line: &mut String, lines: &mut Vec<String>) {
    let text = std::mem::take(line);
    let text = text.trim();
    // A row of two cells lays out a page: head and signatures.
    let cells =
        text.strip_prefix('|').map(|row| row.trim_end_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    match cells {
        Some(cells) if cells.len() <= 2 => {
            lines.extend(cells.into_iter().filter(|cell| !cell.is_empty()).map(str::to_owned));
        }
        _ if text.is_empty() || matches!(text, "-") => {}
        _ => lines.push(text.to_owned()),
    }
}

/// Text with its entities resolved and its spaces as one.
fn push_text(line: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        push_words(line, &rest[..at]);
        rest = &rest[at..];
        let end = rest.char_indices().take(12).find(|(_, letter)| *letter == ';').map(|(end, _)| end);
        if let Some((letter, end)) = end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            line.push(letter);
            rest = &rest[end + 1..];
        } else {
            line.push('&');
            rest = &rest[1..];
        }
    }
    push_words(line, rest);
}

fn push_words(line: &mut String, text: &str) {
    for letter in text.chars() {
        if !letter.is_whitespace() {
            line.push(letter);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "ldquo" => '“',
        "rdquo" => '”',
        "hellip" => '…',
        "ge" => '≥',
        "le" => '≤',
        "sup2" => '²',
        "sup3" => '³',
        _ => return None,
    })
}
