//! Two wordings of one text, word by word: what was left out, what was put in.

/// A stretch of a text, and what stands between it and the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pub what: Fate,
    /// Nothing, a space, or a line break.
    pub lead: &'static str,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Same,
    Out,
    In,
}

/// A word or a mark behind one. How far it stands from the one before is not compared.
#[derive(Clone, Copy)]
struct Token<'a> {
    lead: &'static str,
    text: &'a str,
}

/// Beyond this many pairs of words the texts are told as wholly different.
const MOST_PAIRS: usize = 1_000_000;

const MARKS: &[char] = &[',', ';', '.', ':', '!', '?', ')', '”', '"', '…'];

/// The stretches of both texts in reading order: what is the same and what is out make the one text, what is the same
/// and what is in the other.
pub fn compare_wording(before: &str, after: &str) -> Vec<Wording> {
    let (before, after) = (tokens(before), tokens(after));
    let is_same = |(a, b): &(&Token, &Token)| a.text == b.text;
    let head = before.iter().zip(&after).take_while(is_same).count();
    let (rest_before, rest_after) = (&before[head..], &after[head..]);
    let tail = rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(is_same).count();
    let (a, b) = (&rest_before[..rest_before.len() - tail], &rest_after[..rest_after.len() - tail]);

    let mut found = Vec::new();
    push(&mut found, Fate::Same, &after[..head]);
    if a.len().saturating_mul(b.len()) > MOST_PAIRS {
        push(&mut found, Fate::Out, a);
        push(&mut found, Fate::In, b);
    } else {
        middle(a, b, &mut found);
    }
    push(&mut found, Fate::Same, &after[after.len() - tail..]);
    found
}

/// Texts one after the other; whole sentences that they begin with alike stand once.
pub fn join_texts(texts: &[&str]) -> String {
    let mut joined = String::new();
    for text in texts.iter().map(|text| text.trim()) {
        if joined.contains(text) {
            continue;
        }
        if text.contains(&joined) {
            text.clone_into(&mut joined);
            continue;
        }
        let same = joined.char_indices().zip(text.chars()).take_while(|((_, a), b)| a == b);
        let same = same.last().map_or(0, |((at, letter), _)| at + letter.len_utf8());
        // Back to where the last sentence ends that both have in full.
        let mut ends = text[..same].rmatch_indices(['.', '\n']).map(|(at, end)| at + end.len());
        let is_end =
            |end: &usize| [&joined, text].iter().all(|it| it[*end..].chars().next().is_none_or(char::is_whitespace));
        let rest = text[ends.find(is_end).unwrap_or(0)..].trim_start();
        joined.push_str(if joined.ends_with(['.', '!', '?', ';', ':']) { " " } else { "\n" });
        joined.push_str(rest);
    }
    joined
}

/// The longest common words, by the usual table.
fn middle(a: &[Token], b: &[Token], found: &mut Vec<Wording>) {
    let width = b.len() + 1;
    // How many words the rests from here on have in common.
    let mut common = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i * width + j] = if a[i].text == b[j].text {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let meets = |i: usize, j: usize| i < a.len() && j < b.len() && a[i].text == b[j].text;
    while i < a.len() || j < b.len() {
        let same = j;
        while meets(i, j) {
            (i, j) = (i + 1, j + 1);
        }
        push(found, Fate::Same, &b[same..j]);
        let (out, put_in) = (i, j);
        while (i < a.len() || j < b.len()) && !meets(i, j) {
            let is_out = j == b.len() || (i < a.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]);
            if is_out { i += 1 } else { j += 1 }
        }
        push(found, Fate::Out, &a[out..i]);
        push(found, Fate::In, &b[put_in..j]);
    }
}

fn push(found: &mut Vec<Wording>, what: Fate, tokens: &[Token]) {
    let Some((first, rest)) = tokens.split_first() else { return };
    let lead = if found.is_empty() { "" } else { first.lead };
    let text = rest.iter().fold(first.text.to_owned(), |text, token| text + token.lead + token.text);
    found.push(Wording { what, lead, text });
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for line in text.lines() {
        let mut lead = if tokens.is_empty() { " " } else { "\n" };
        for word in line.split_whitespace() {
            let bare = word.trim_end_matches(MARKS);
            // A mark that stands alone is a word.
            let end = if bare.is_empty() { word.len() } else { bare.len() };
            tokens.push(Token { lead, text: &word[..end] });
            let marks = word[end..].char_indices().map(|(at, mark)| &word[end + at..end + at + mark.len_utf8()]);
            tokens.extend(marks.map(|text| Token { lead: "", text }));
            lead = " ";
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `same [-out-] {+in+}`.
    fn told(before: &str, after: &str) -> String {
        compare_wording(before, after).into_iter().fold(String::new(), |told, Wording { what, lead, text }| {
            told + lead
                + &match what {
                    Fate::Same => text,
                    Fate::Out => format!("[-{text}-]"),
                    Fate::In => format!("{{+{text}+}}"),
                }
        })
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
            ("cả nhiệm kỳ", "cả nhiệm kỳ, trong quý III.", "cả nhiệm kỳ{+, trong quý III.+}"),
            ("(1.114 hộ)", "(1.115 hộ)", "[-(1.114-] {+(1.115+} hộ)"),
            ("một\nhai", "một\nba", "một\n[-hai-]\n{+ba+}"),
            ("một  hai", "một hai", "một hai"),
            ("một hai", "ba hai", "[-một-] {+ba+} hai"),
            ("- một", "- hai …", "- [-một-] {+hai …+}"),
        ] {
            assert_eq!(told(before, after), expected, "{before} > {after}");
        }
    }

    #[test]
    fn both_texts_can_be_put_together_again() {
        let texts = ["a b, c a b. b a", "c b a b a c", "a a a", "x", "", "b c a b x, b a a"];
        for before in texts {
            for after in texts {
                let parts = compare_wording(before, after);
                let side = |left_out: Fate| {
                    let kept = parts.iter().filter(|part| part.what != left_out);
                    kept.fold(String::new(), |text, part| text + part.lead + &part.text)
                };
                // What begins the text has no lead of its own.
                let bare = |text: &str| text.replace(' ', "");
                assert_eq!(bare(&side(Fate::In)), bare(before));
                assert_eq!(bare(&side(Fate::Out)), bare(after));
            }
        }
    }

    #[test]
    fn texts_are_joined_without_what_they_share_at_the_start() {
        for (texts, expected) in [
            (
                &["Đã ban hành. Còn ba đơn vị.", "Đã ban hành. Sở Y tế xong."][..],
                "Đã ban hành. Còn ba đơn vị. Sở Y tế xong.",
            ),
            (&["một", "hai"], "một\nhai"),
            (&["một hai", "hai"], "một hai"),
            (&["một", "một hai"], "một hai"),
            (&["", "hai"], "hai"),
            (&["Đạt 1.5 lần.", "Đạt 1.6 lần."], "Đạt 1.5 lần. Đạt 1.6 lần."),
            (&["a.", "b.", "a."], "a. b."),
        ] {
            assert_eq!(join_texts(texts), expected);
        }
    }

    #[test]
    fn texts_of_a_book_end_soon() {
        let (before, after) = ("a ".repeat(3_000), "b ".repeat(3_000));
        assert_eq!(compare_wording(&before, &after).len(), 2);
    }
}
