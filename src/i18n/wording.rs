//! Two wordings of one text, word by word: what was left out, what was put in.

/// A stretch of a text that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    Same(String),
    Out(String),
    In(String),
}

/// Beyond this many pairs of words the texts are told as wholly different.
const MOST_PAIRS: usize = 1_000_000;

/// The stretches of both texts in reading order. Put together, what is the same and what is out is the one text, what is
/// the same and what is in the other; white space between words is one space, a line break stays.
pub fn compare_wording(before: &str, after: &str) -> Vec<Wording> {
    let (before, after) = (words(before), words(after));
    let head = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let (rest_before, rest_after) = (&before[head..], &after[head..]);
    let tail = rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&rest_before[..rest_before.len() - tail], &rest_after[..rest_after.len() - tail]);

    let mut found = Vec::new();
    push(&mut found, Wording::Same, &before[..head]);
    if a.len().saturating_mul(b.len()) > MOST_PAIRS {
        push(&mut found, Wording::Out, a);
        push(&mut found, Wording::In, b);
    } else {
        middle(a, b, &mut found);
    }
    push(&mut found, Wording::Same, &before[before.len() - tail..]);
    found
}

/// The longest common words, by the usual table.
fn middle(a: &[&str], b: &[&str], found: &mut Vec<Wording>) {
    let width = b.len() + 1;
    // How many words the rests from here on have in common.
    let mut common = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i * width + j] = if a[i] == b[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let (from_i, from_j) = (i, j);
        while i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        }
        push(found, Wording::Same, &a[from_i..i]);
        let (from_i, from_j) = (i.max(from_i), j.max(from_j));
        while (i < a.len() || j < b.len()) && !(i < a.len() && j < b.len() && a[i] == b[j]) {
            let is_out = j == b.len() || (i < a.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]);
            if is_out { i += 1 } else { j += 1 }
        }
        push(found, Wording::Out, &a[from_i..i]);
        push(found, Wording::In, &b[from_j..j]);
    }
}

fn push(found: &mut Vec<Wording>, make: fn(String) -> Wording, words: &[&str]) {
    if !words.is_empty() {
        found.push(make(words.join(" ").replace(" \n ", "\n").replace("\n ", "\n").replace(" \n", "\n")));
    }
}

/// Words as they stand, each line break a word of its own.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (index, line) in text.trim().split('\n').enumerate() {
        if index > 0 {
            words.push("\n");
        }
        words.extend(line.split_whitespace());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `same [-out-] {+in+}`.
    fn told(before: &str, after: &str) -> String {
        let parts: Vec<String> = compare_wording(before, after)
            .into_iter()
            .map(|part| match part {
                Wording::Same(text) => text,
                Wording::Out(text) => format!("[-{text}-]"),
                Wording::In(text) => format!("{{+{text}+}}"),
            })
            .collect();
        parts.join(" ")
    }

    #[test]
    fn each_change_is_told_where_it_stands() {
        for (before, after, expected) in [
            ("", "", ""),
            ("một hai", "một hai", "một hai"),
            ("", "một hai", "{+một hai+}"),
            ("một hai", "", "[-một hai-]"),
            ("rà soát quy hoạch cán bộ", "rà soát toàn bộ quy hoạch", "rà soát {+toàn bộ+} quy hoạch [-cán bộ-]"),
            ("a b c d e", "a x c y e", "a [-b-] {+x+} c [-d-] {+y+} e"),
            ("a b", "b a", "[-a-] b {+a+}"),
            ("đạt 10 % trở lên", "đạt 12 % trở lên", "đạt [-10-] {+12+} % trở lên"),
            ("một\nhai", "một\nba", "một\n [-hai-] {+ba+}"),
            ("một  hai", "một hai", "một hai"),
        ] {
            assert_eq!(told(before, after), expected, "{before} > {after}");
        }
    }

    #[test]
    fn both_texts_can_be_put_together_again() {
        let texts = ["a b c a b b a", "c b a b a c", "a a a", "x", "", "b c a b x b a a"];
        for before in texts {
            for after in texts {
                let parts = compare_wording(before, after);
                let side = |take: fn(&Wording) -> Option<&String>| -> String {
                    parts.iter().filter_map(take).cloned().collect::<Vec<_>>().join(" ")
                };
                let old = side(|part| match part {
                    Wording::Same(text) | Wording::Out(text) => Some(text),
                    Wording::In(_) => None,
                });
                let new = side(|part| match part {
                    Wording::Same(text) | Wording::In(text) => Some(text),
                    Wording::Out(_) => None,
                });
                assert_eq!((old.as_str(), new.as_str()), (before, after));
            }
        }
    }

    #[test]
    fn texts_of_a_book_end_soon() {
        let (before, after) = ("a ".repeat(3_000), "b ".repeat(3_000));
        assert_eq!(compare_wording(&before, &after).len(), 2);
    }
}
