//! Words, numbers and signs of a text, and phrases over them. Every rule of the reader works on these.

use crate::i18n::to_lower;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    /// Digits, with separators between them.
    Number,
    Sign,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// Bytes of the text.
    pub start: usize,
    pub end: usize,
    /// Lower case and in one spelling: `Uỷ` is `ủy`, `quí` is `quý`.
    pub lower: String,
    /// Begins with a capital.
    pub is_capital: bool,
}

impl Token {
    pub fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }

    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }
}

pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        let kind = if letter.is_ascii_digit() {
            while let Some(&(at, next)) = letters.peek() {
                let separates =
                    matches!(next, '.' | ',') && text[at + 1..].starts_with(|after: char| after.is_ascii_digit());
                if !next.is_ascii_digit() && !separates {
                    break;
                }
                end = at + next.len_utf8();
                letters.next();
            }
            TokenKind::Number
        } else if is_letter(letter) {
            while let Some(&(at, next)) = letters.peek() {
                if !is_letter(next) && !matches!(next, '²' | '³') {
                    break;
                }
                end = at + next.len_utf8();
                letters.next();
            }
            TokenKind::Word
        } else if letter.is_whitespace() {
            continue;
        } else {
            TokenKind::Sign
        };
        let lower = to_lower(&text[start..end]);
        let is_capital = letter.is_alphabetic() && !lower.starts_with(letter);
        let lower = if kind == TokenKind::Word { one_spelling(lower) } else { lower };
        found.push(Token { kind, start, end, lower, is_capital });
    }
    found
}

fn is_letter(letter: char) -> bool {
    match letter {
        _ if letter.is_ascii() => letter.is_ascii_alphabetic() || letter == '%',
        // The letters of Vietnamese stand here; tables of every script are slower to ask.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' | '‰' => true,
        _ => letter.is_alphabetic(),
    }
}

/// Tone marks on the first of two final vowels, `y` after `qu`, `k` and `t` where both spellings occur.
fn one_spelling(word: String) -> String {
    const ENDINGS: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    match word.as_str() {
        "quí" => return "quý".to_owned(),
        "kì" => return "kỳ".to_owned(),
        "tỉ" => return "tỷ".to_owned(),
        "sỹ" => return "sĩ".to_owned(),
        _ => {}
    }
    if !word.starts_with("qu") {
        for (ending, standard) in ENDINGS {
            if let Some(stem) = word.strip_suffix(ending) {
                return format!("{stem}{standard}");
            }
        }
    }
    word
}

/// How many tokens a phrase takes at the start of a list; `None` when it does not stand there.
pub fn phrase(tokens: &[Token], phrase: &str) -> Option<usize> {
    let mut count = 0;
    for word in phrase.split(' ') {
        if !tokens.get(count)?.is(word) {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// The longest of some phrases at the start of a list.
pub fn longest(tokens: &[Token], phrases: &[&str]) -> Option<usize> {
    let first = tokens.first()?;
    // Most phrases end here: their first letters are others.
    let may_be = |words: &&&str| words.as_bytes().first() == first.lower.as_bytes().first();
    phrases.iter().filter(may_be).filter_map(|words| phrase(tokens, words)).max()
}

/// Whether one of the phrases stands somewhere in a list.
pub fn holds(tokens: &[Token], phrases: &[&str]) -> bool {
    (0..tokens.len()).any(|at| longest(&tokens[at..], phrases).is_some())
}

/// How many tokens a phrase takes at the end of a list.
pub fn ends_with(tokens: &[Token], phrases: &[&str]) -> Option<usize> {
    let last = tokens.last()?.lower.as_bytes().last();
    let fits = |words: &&&str| {
        if words.as_bytes().last() != last {
            return false;
        }
        let count = words.split(' ').count();
        tokens.len().checked_sub(count).is_some_and(|at| phrase(&tokens[at..], words).is_some())
    };
    phrases.iter().filter(fits).map(|words| words.split(' ').count()).max()
}

/// Whether no small letter occurs, and some capital does.
pub fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}
