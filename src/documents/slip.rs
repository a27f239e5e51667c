//! Slips of the pen that a rule can see. Each is a suggestion; the text stays as it is.

use super::draft::{Diagnostic, DiagnosticCode};
use super::passage::Passage;
use super::token::{Token, tokens};
use crate::i18n::fold;

/// Verbs that open statements. A word that differs from one in its marks alone, where a statement opens, is a slip.
const OPENINGS: [&str; 12] = [
    "phấn đấu",
    "bảo đảm",
    "đảm bảo",
    "thực hiện",
    "tiếp tục",
    "tăng cường",
    "nâng cao",
    "đẩy mạnh",
    "triển khai",
    "hoàn thành",
    "xây dựng",
    "thống nhất",
];

pub fn read(passage: &Passage) -> Vec<Diagnostic> {
    let text = passage.text.as_str();
    let all = tokens(text);
    let mut found = Vec::new();
    let mut report = |from: usize, to: usize, suggestion: String| {
        found.push(Diagnostic {
            place: passage.place(from..to),
            code: DiagnosticCode::Slip { text: text[from..to].to_owned() },
            suggestion: Some(suggestion),
        });
    };
    for (at, token) in all.iter().enumerate() {
        let opens = at == 0 || !all[at - 1].is_word();
        if let Some(next) = all.get(at + 1).filter(|next| opens && next.is_word() && token.is_word())
            && let Some(standard) = misspelt(&token.lower, &next.lower)
        {
            report(token.start, next.end, like(standard, token.is_capital));
        }
        // `. tập trung`: a sentence begins small.
        let begins_small = at > 1
            && all[at - 1].is(".")
            && all[at - 2].is_word()
            && token.is_word()
            && text[token.start..].starts_with(char::is_lowercase);
        if begins_small && token.start > all[at - 1].end && all[at - 2].lower.chars().count() > 2 {
            report(token.start, token.end, like(&token.lower, true));
        }
        if let Some(standard) = extra_letter(text, token) {
            report(token.start, token.end, standard);
        }
        if let Some(standard) = legacy_glyph(&text[token.start..token.end]) {
            report(token.start, token.end, standard);
        }
    }
    // A straight mark among curly ones, or without its other half.
    let (opened, closed) = (text.matches('“').count(), text.matches('”').count());
    let straight = text.matches('"').count();
    if let Some(at) = text.find('"').filter(|_| opened != closed || straight % 2 == 1) {
        let is_closing = text[..at].ends_with(|before: char| !before.is_whitespace() && before != '(');
        report(at, at + 1, if is_closing { "”" } else { "“" }.to_owned());
    }
    found
}

/// A pair of words that is a known opening but for its marks, or but for its first letter.
fn misspelt(first: &str, second: &str) -> Option<&'static str> {
    let pair = format!("{first} {second}");
    if OPENINGS.contains(&pair.as_str()) {
        return None;
    }
    let folded = fold(&pair);
    OPENINGS.into_iter().find(|opening| {
        let standard = fold(opening);
        // `Đảo đảm` for `Bảo đảm`: one letter, and the second word is right.
        let one_letter = folded.len() == standard.len()
            && opening.ends_with(&format!(" {second}"))
            && folded.bytes().zip(standard.bytes()).filter(|(one, other)| one != other).count() == 1
            && folded.as_bytes()[1..] == standard.as_bytes()[1..]
            && folded.as_bytes().first() == Some(&b'd');
        folded == standard && first.chars().count() + second.chars().count() > 6 || one_letter
    })
}

fn like(word: &str, is_capital: bool) -> String {
    if is_capital { crate::i18n::capital(word) } else { word.to_owned() }
}

/// `Đảngm`: a Vietnamese syllable with a letter too many at its end.
fn extra_letter(text: &str, token: &Token) -> Option<String> {
    const ENDS: [&str; 12] = ["ngm", "ngn", "ngc", "nhm", "nht", "ngt", "mm", "nn", "cc", "chm", "pt", "ngg"];
    let word = &text[token.start..token.end];
    let marked = word.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic());
    let fits =
        token.is_word() && marked && ENDS.iter().any(|end| token.lower.ends_with(end)) && !super::token::is_upper(word);
    fits.then(|| word[..word.len() - 1].to_owned())
}

/// Letters of an old code page in place of Vietnamese ones: `kǶ` for `kỳ`.
fn legacy_glyph(word: &str) -> Option<String> {
    let pairs = [('Ƕ', 'ỳ'), ('ǜ', 'ũ'), ('ǵ', 'ý'), ('Ǔ', 'Ũ'), ('ƣ', 'ư'), ('Ƣ', 'Ư')];
    word.contains(pairs.map(|pair| pair.0))
        .then(|| pairs.iter().fold(word.to_owned(), |word, (old, new)| word.replace(*old, &new.to_string())))
}
