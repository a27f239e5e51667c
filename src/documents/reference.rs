//! Numbers and symbols of documents: `18-NQ/TW`, `199/QĐ-UBND`, `98/2023/QH15`.

use super::token::{Token, tokens};

/// A document's symbol that begins at a token, and the token behind it. It is a number, signs and letters without a space.
pub fn symbol(text: &str, all: &[Token], at: usize) -> Option<(String, usize)> {
    let first = all.get(at).filter(|token| token.is_number() && !token.lower.contains([',', '.']))?;
    let is_sign = |token: &Token| token.is("/") || token.is("-") || token.is("–") || token.is("&");
    let mut end = at + 1;
    while let Some(token) = all.get(end) {
        let touches = all[end - 1].end == token.start;
        if !touches || !(token.is_word() || token.is_number() || is_sign(token)) {
            break;
        }
        end += 1;
    }
    while end > at + 1 && is_sign(&all[end - 1]) {
        end -= 1;
    }
    let symbol = &text[first.start..all.get(end - 1)?.end];
    // A year stands behind a stroke only: `98/2023/QH15`.
    let signed = all
        .get(at + 1)
        .is_some_and(|sign| is_sign(sign) && (sign.is("/") || all.get(at + 2).is_none_or(|next| !next.is_number())));
    let capitals = symbol.chars().filter(|letter| letter.is_uppercase()).count();
    (signed && capitals >= 2 && symbol.chars().count() <= 40).then(|| (symbol.replace('–', "-"), end))
}

/// All symbols of a text, in order.
pub fn symbols(text: &str) -> Vec<String> {
    let all = tokens(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < all.len() {
        // What follows a sign without a space is the rest of something else.
        let stands_alone =
            at.checked_sub(1).is_none_or(|before| all[before].end < all[at].start || all[before].is("("));
        match symbol(text, &all, at).filter(|_| stands_alone) {
            Some((symbol, end)) => {
                found.push(symbol);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The symbol in a line `Số: 45/KH-UBND`, also with spaces around its signs.
pub fn own_number(text: &str) -> Option<String> {
    let all = tokens(text);
    let at = all.iter().position(|token| token.is("số")).filter(|at| *at <= 3)?;
    let first = all.get(at + 1..)?.iter().find(|token| !token.is(":"))?;
    if !first.is_number() {
        return None;
    }
    let rest: String = text[first.start..].split([',', '\t', '|']).next()?.replace('–', "-");
    let rest = rest.split(" ngày ").next()?.split(" NGÀY ").next()?;
    let compact: String = rest.chars().filter(|letter| !letter.is_whitespace()).collect();
    let fits =
        compact.contains(['/', '-']) && compact.chars().count() <= 40 && compact.chars().any(char::is_alphabetic);
    fits.then_some(compact)
}
