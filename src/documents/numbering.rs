//! Labels at the start of a passage, in every style of numbering, and faults in their sequence.

use super::passage::Passage;
use super::token::{Token, is_upper, phrase, tokens};
use crate::model::{letters, place_of_letter, roman, roman_number};

/// A style of numbering. Items of one style below one parent are one list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// `Phần thứ nhất`, `Phần I`.
    Part,
    /// `Phụ lục`.
    Appendix,
    /// `Chương II`.
    Chapter,
    /// `A.`
    Upper,
    /// `I.`
    Roman,
    /// A line of capitals without a number.
    Heading,
    /// `Điều 1.`
    Article,
    /// `1.1.` with its depth, and `1)` apart from `1.`
    Decimal(usize, bool),
    /// `Chỉ tiêu 1:` with its words.
    Named(String),
    /// `(1)`
    Paren,
    /// `a)`
    Letter,
    /// `-`, `+`
    Bullet(char),
}

impl Style {
    /// Whether such a label opens a section rather than an item of one.
    pub fn opens_section(&self) -> bool {
        matches!(
            self,
            Self::Part | Self::Appendix | Self::Chapter | Self::Upper | Self::Roman | Self::Heading | Self::Article
        )
    }
}

#[derive(Clone, Debug)]
pub struct Label {
    pub style: Style,
    /// Its numbers: two for `1.1`; none for a bullet.
    pub numbers: Vec<u32>,
    /// As printed, without the sign that closes it.
    pub printed: String,
    /// The byte at which what it labels begins.
    pub end: usize,
    /// The list that Word numbers it in.
    pub list: Option<(u32, usize)>,
}

impl Label {
    /// Whether two labels are of one list, as far as labels tell.
    pub fn is_like(&self, other: &Self) -> bool {
        self.style == other.style && self.list == other.list
    }
}

/// The label at the start of a passage. Behind a bullet another may stand: `- Chỉ tiêu 1: …`.
pub fn read_label(passage: &Passage) -> Option<Label> {
    let text = passage.text.as_str();
    let head: String = text.chars().take(80).collect();
    let head_tokens = tokens(&head);
    let first = head_tokens.first()?;
    if let Some(bullet) = bullet(text).map(|bullet| Label { list: passage.list, ..bullet }) {
        let rest = text.get(bullet.end..).unwrap_or_default();
        let inner: String = rest.chars().take(80).collect();
        let named = named(rest, &tokens(&inner));
        return Some(match named {
            Some(label) => Label { end: text.len() - rest.len() + label.end, ..label },
            None => bullet,
        });
    }
    let label = |style, numbers, printed_end: usize, end: usize| {
        let end = end + text[end..].len() - text[end..].trim_start().len();
        Some(Label { style, numbers, printed: text[..printed_end].to_owned(), end, list: passage.list })
    };
    if text.starts_with('#') {
        // A title in Markdown, which can have a number of its own.
        let lead = text.len() - text.trim_start_matches('#').trim_start().len();
        let inner = read_label(&passage.part(lead..text.len()));
        let heading =
            Label { style: Style::Heading, numbers: Vec::new(), printed: String::new(), end: lead, list: None };
        return Some(match inner {
            Some(inner) => Label { numbers: inner.numbers, printed: inner.printed, end: lead + inner.end, ..heading },
            None => heading,
        });
    }
    if first.is_number() {
        return decimal(text, first).and_then(|(numbers, printed, end, closed)| {
            label(Style::Decimal(numbers.len(), closed), numbers, printed, end)
        });
    }
    let sign = |at: usize| head_tokens.get(at).map_or("", |token| token.lower.as_str());
    if first.is("(") && sign(2) == ")" {
        let inner = head_tokens.get(1)?;
        let number = if inner.is_number() { small(&inner.lower) } else { place_of_letter(&inner.lower) }?;
        return label(Style::Paren, vec![number], head_tokens[2].end, head_tokens[2].end);
    }
    if let Some((style, word)) = section_word(&head_tokens) {
        let number = head_tokens.get(word).and_then(ordinal_token);
        let is_bare = style == Style::Appendix && number.is_none();
        let at = if number.is_some() { word + 1 } else { word };
        let closed = at >= head_tokens.len() || matches!(sign(at), "." | ":" | "-" | "–") || style != Style::Article;
        let closed = closed && (number.is_some() || is_bare) && (style == Style::Article || first.is_capital);
        // `Phụ lục` within a sentence is no label.
        let alone = is_bare && head_tokens.len() > at && !is_upper(&head);
        if closed && !alone && !matches!(sign(at), "," | ";") {
            let printed = head_tokens.get(at.wrapping_sub(1)).map_or(0, |token| token.end);
            let closes = matches!(sign(at), "." | ":" | "-" | "–");
            let end = if closes { head_tokens[at].end } else { printed };
            return label(style, number.into_iter().collect(), printed, end);
        }
    }
    let closes = matches!(sign(1), "." | ")" | "/" | ":");
    // `I - `, and `I- ` as papers of the Party have it.
    let dashed = ["- ", "– "].iter().any(|dash| text[first.end..].trim_start().starts_with(dash));
    let apart = dashed && matches!(sign(1), "-" | "–");
    if first.is_capital && (closes || apart) && text[first.start..first.end].bytes().all(|byte| b"IVX".contains(&byte))
    {
        let end = head_tokens[1].end;
        return roman_number(&first.lower).and_then(|number| label(Style::Roman, vec![number], first.end, end));
    }
    if closes && first.lower.chars().count() == 1 {
        let number = place_of_letter(&first.lower)?;
        let end = head_tokens[1].end;
        let spaced = text[end..].starts_with([' ', '\t']) || text[end..].is_empty();
        return match (first.is_capital, sign(1)) {
            (true, "." | ")") if spaced => label(Style::Upper, vec![number], first.end, end),
            (false, ")" | ".") if spaced || sign(1) == ")" => label(Style::Letter, vec![number], first.end, end),
            _ => None,
        };
    }
    named(text, &head_tokens)
}

fn bullet(text: &str) -> Option<Label> {
    let sign = text.chars().next()?;
    let style = match sign {
        '-' | '–' | '—' | '−' => '-',
        '+' | '*' => sign,
        '•' | '·' | '●' | '▪' | '◦' | 'o' | '\u{f0b7}' => '•',
        _ => return None,
    };
    let rest = &text[sign.len_utf8()..];
    let spaced = rest.starts_with([' ', '\t']);
    // `-5` is a number and `o` a letter, unless a space follows.
    if !spaced && (sign == 'o' || sign == '*' || rest.starts_with(|next: char| next.is_ascii_digit())) {
        return None;
    }
    let end = text.len() - rest.trim_start().len();
    Some(Label { style: Style::Bullet(style), numbers: Vec::new(), printed: sign.to_string(), end, list: None })
}

/// `1.`, `1.1.`, `1.1`, `1)`, `1/`: its numbers, the ends of what is printed and of the whole, whether a bracket closes.
fn decimal(text: &str, first: &Token) -> Option<(Vec<u32>, usize, usize, bool)> {
    let numbers: Option<Vec<u32>> = first.lower.split('.').map(small).collect();
    let numbers = numbers.filter(|numbers| numbers.len() <= 5)?;
    let rest = &text[first.end..];
    let spaced = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '|']);
    for (sign, bracket) in [(".", false), (")", true), ("/", true)] {
        if let Some(rest) = rest.strip_prefix(sign) {
            // `1.Rà soát` is typed without its space.
            let typed = sign == "." && rest.starts_with(char::is_alphabetic);
            return (spaced(rest) || typed).then_some((numbers, first.end, first.end + 1, bracket));
        }
    }
    // `1- ` and `1.1- `, as papers of the Party have it.
    if rest.starts_with("- ") || rest.starts_with("– ") {
        let dash = rest.chars().next().map_or(1, char::len_utf8);
        return Some((numbers, first.end, first.end + dash, false));
    }
    let capital = rest.trim_start().starts_with(char::is_uppercase);
    (numbers.len() > 1 && spaced(rest) && capital).then_some((numbers, first.end, first.end, false))
}

/// `Phần`, `Chương`, `Điều`, `Phụ lục` and how many words they take.
fn section_word(tokens: &[Token]) -> Option<(Style, usize)> {
    let words = [
        ("phần thứ", Style::Part),
        ("phần", Style::Part),
        ("phụ lục số", Style::Appendix),
        ("phụ lục", Style::Appendix),
        ("chương", Style::Chapter),
        ("điều", Style::Article),
    ];
    words.into_iter().find_map(|(word, style)| Some((style, phrase(tokens, word)?)))
}

fn ordinal_token(token: &Token) -> Option<u32> {
    const WORDS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    if token.is_number() {
        return small(&token.lower);
    }
    let word = WORDS.iter().position(|word| token.is(word)).and_then(|at| u32::try_from(at + 1).ok());
    word.or_else(|| roman_number(&token.lower).filter(|_| token.is_capital))
}

/// One to three words, a small number, and a sign: `Chỉ tiêu 1:`, `Mục tiêu 2.`, `Hoạt động 3`.
fn named(text: &str, tokens: &[Token]) -> Option<Label> {
    let at = tokens.iter().position(Token::is_number)?;
    let words = tokens.get(..at)?;
    let number = small(&tokens[at].lower).filter(|number| *number < 100)?;
    if !(1..=3).contains(&at) || !words.iter().all(Token::is_word) || !words[0].is_capital {
        return None;
    }
    let units = ["năm", "tháng", "quý", "ngày", "số", "khoản"];
    if units.iter().any(|unit| words[at - 1].is(unit)) {
        return None;
    }
    let end = match tokens.get(at + 1) {
        Some(sign) if sign.is(":") || sign.is(".") => sign.end,
        Some(_) => return None,
        None => tokens[at].end,
    };
    let name = words.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ");
    let end = end + text[end..].len() - text[end..].trim_start().len();
    Some(Label {
        style: Style::Named(name),
        numbers: vec![number],
        printed: text[..tokens[at].end].to_owned(),
        end,
        list: None,
    })
}

fn small(digits: &str) -> Option<u32> {
    (digits.len() <= 2 || (digits.len() == 3 && !digits.starts_with('0'))).then(|| digits.parse().ok())?
}

/// What is wrong with a label after the one before it in its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Duplicate { expected: String },
    Jump { expected: String },
}

pub fn fault(previous: &Label, label: &Label) -> Option<Fault> {
    let (last, now) = (previous.numbers.last()?, label.numbers.last()?);
    let same_prefix =
        previous.numbers.split_last().map(|split| split.1) == label.numbers.split_last().map(|split| split.1);
    if same_prefix && *now == last + 1 {
        return None;
    }
    let expected = next(previous);
    if same_prefix && now == last { Some(Fault::Duplicate { expected }) } else { Some(Fault::Jump { expected }) }
}

/// The label that should follow, in the same style.
fn next(label: &Label) -> String {
    let last = label.numbers.last().map_or(1, |last| last + 1);
    let at = usize::try_from(last).unwrap_or(1);
    match &label.style {
        Style::Letter => letters(at),
        Style::Upper => letters(at).to_uppercase(),
        Style::Roman => roman(at),
        Style::Paren => format!("({last})"),
        Style::Decimal(..) => {
            let mut numbers: Vec<String> = label.numbers.iter().map(u32::to_string).collect();
            if let Some(end) = numbers.last_mut() {
                *end = last.to_string();
            }
            numbers.join(".")
        }
        _ => match label.printed.rsplit_once(' ') {
            Some((words, number)) if roman_number(number).is_some() => {
                format!("{words} {}", roman(at))
            }
            Some((words, _)) => format!("{words} {last}"),
            None => last.to_string(),
        },
    }
}
