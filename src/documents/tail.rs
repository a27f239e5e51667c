//! The end of a document: recipients, and who signs in whose name.

use super::numbering::{Style, read_label};
use super::passage::Passage;
use super::token::{is_upper, longest, phrase, tokens};
use crate::model::Signatory;

const AUTHORITY: [&str; 14] = [
    "tm .",
    "kt .",
    "tl .",
    "tuq .",
    "thừa lệnh",
    "t / m",
    "k / t",
    "t / l",
    "thay mặt",
    "tm",
    "q .",
    "tuq",
    "kt",
    "tl",
];

/// Whether the tail begins with this passage: `Nơi nhận:`, `TM. …`, or an office in capitals above a name.
pub fn begins(passage: &Passage, next: Option<&Passage>) -> bool {
    let text = passage.text.as_str();
    if text.len() > 200 {
        return false;
    }
    let words = tokens(text);
    if phrase(&words, "nơi nhận").is_some() {
        return true;
    }
    let is_short = is_upper(text) && words.len() <= 10 && !words.iter().any(super::token::Token::is_number);
    is_short && (longest(&words, &AUTHORITY).is_some() || next.is_some_and(|next| is_name(&next.text)))
}

/// Two to five capitalised words, as a person's name.
fn is_name(text: &str) -> bool {
    let words = tokens(text);
    (2..=5).contains(&words.len()) && words.iter().all(|word| word.is_word() && word.is_capital) && !is_upper(text)
}

/// Recipients and signatory; nothing else is read from a tail.
pub fn read(passages: &[Passage]) -> (Vec<String>, Signatory) {
    let (mut recipients, mut signatory) = (Vec::new(), Signatory::default());
    for passage in passages {
        let text = passage.text.trim_matches(['*', ' ']);
        let bullet = read_label(passage).filter(|label| matches!(label.style, Style::Bullet(_)));
        if let Some(label) = bullet {
            let name = passage.text.get(label.end..).unwrap_or_default();
            recipients.push(name.trim_end_matches([',', ';', '.', ' ']).to_owned());
        } else if is_upper(text) && longest(&tokens(text), &AUTHORITY).is_some() {
            if signatory.authority.is_empty() {
                text.clone_into(&mut signatory.authority);
            }
        } else if is_upper(text) && signatory.name.is_empty() {
            text.clone_into(&mut signatory.title);
        } else if is_name(text) {
            text.clone_into(&mut signatory.name);
        }
    }
    (recipients, signatory)
}
