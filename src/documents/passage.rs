//! Text as the rules read it (composed letters, no decoration), each byte of which knows where in the source it stands.

use std::ops::Range;

use crate::i18n::nfc;

/// Where something stands in the source: a line from 1, and characters of it, from 0, the end left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub line: usize,
    pub span: (usize, usize),
}

/// A line of the source, and of which of Word's lists it is an item: the list, and how deep in it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub text: String,
    pub list: Option<(u32, usize)>,
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self { text, list: None }
    }
}

#[derive(Clone, Copy, Debug)]
struct Origin {
    line: u32,
    from: u32,
    to: u32,
}

/// A paragraph, or several lines that a page break had cut apart.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    pub text: String,
    /// One for each byte of the text.
    origins: Vec<Origin>,
    pub list: Option<(u32, usize)>,
}

impl Passage {
    /// The passages of a source line, counted from 1: more than one where soft breaks stand in it.
    pub fn of_line(line: usize, text: &str, list: Option<(u32, usize)>) -> Vec<Self> {
        let mut passages = vec![Self { list, ..Self::default() }];
        let letters: Vec<char> = text.chars().collect();
        let mut at = 0;
        while at < letters.len() {
            let mut end = at + 1;
            while letters.get(end).is_some_and(|letter| ('\u{300}'..='\u{36f}').contains(letter)) {
                end += 1;
            }
            let origin = Origin { line: number(line), from: number(at), to: number(end) };
            match letters[at] {
                '\n' | '\u{b}' => passages.push(Self::default()),
                '\t' => push(&mut passages, "\t", origin),
                // Marks of emphasis say nothing; a single star can be a bullet.
                '*' if letters.get(at + 1) == Some(&'*') || (at > 0 && letters[at - 1] == '*') => {}
                '*' if at > 0 && letters.iter().take(at).any(|letter| !letter.is_whitespace()) => {}
                '*' if letters.get(at + 1).is_some_and(|next| next.is_alphanumeric()) => {}
                '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
                space if space.is_whitespace() || space.is_control() => {
                    push(&mut passages, " ", origin);
                }
                _ => {
                    let group: String = letters[at..end].iter().collect();
                    let group = if end > at + 1 { nfc(&group) } else { group };
                    push(&mut passages, &group, origin);
                }
            }
            at = end;
        }
        passages.into_iter().map(Self::trimmed).filter(|passage| !passage.text.is_empty()).collect()
    }

    fn push(&mut self, text: &str, origin: Origin) {
        self.text.push_str(text);
        self.origins.extend(std::iter::repeat_n(origin, text.len()));
    }

    /// Without spaces around it; tabs stay, as they can part cells.
    fn trimmed(self) -> Self {
        let start = self.text.len() - self.text.trim_start_matches(' ').len();
        let end = self.text.trim_end_matches(' ').len().max(start);
        self.part(start..end)
    }

    /// A range of it, by bytes that must lie between letters.
    pub fn part(&self, range: Range<usize>) -> Self {
        Self { text: self.text[range.clone()].to_owned(), origins: self.origins[range].to_vec(), list: self.list }
    }

    /// Continues with another passage, a space between the two.
    pub fn join(&mut self, other: &Self) {
        if let Some(last) = self.origins.last().copied() {
            self.push(" ", last);
        }
        self.text.push_str(&other.text);
        self.origins.extend_from_slice(&other.origins);
    }

    /// Where a range of bytes stands; what runs over several lines is marked on the first of them.
    pub fn place(&self, range: Range<usize>) -> Place {
        let Some(first) = self.origins.get(range.start.min(self.origins.len().saturating_sub(1))) else {
            return Place::default();
        };
        let inside = self.origins.get(range).unwrap_or_default();
        let end = inside.iter().rev().find(|origin| origin.line == first.line).map_or(first.to, |origin| origin.to);
        Place { line: first.line as usize, span: (first.from as usize, end as usize) }
    }

    pub fn whole(&self) -> Place {
        self.place(0..self.text.len())
    }

    /// The source lines it covers.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        let first = self.origins.first().map_or(1, |origin| origin.line);
        let last = self.origins.last().map_or(0, |origin| origin.line);
        (first..=last).map(|line| line as usize)
    }
}

fn push(passages: &mut [Passage], text: &str, origin: Origin) {
    if let Some(passage) = passages.last_mut() {
        passage.push(text, origin);
    }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
