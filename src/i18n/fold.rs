//! Search that needs no tone marks: folding with positions, and the normal form of typed Vietnamese.

use std::ops::Range;

use super::letters::{add_mark, lower, mark, plain, upper};
use crate::document::sort_by;

/// A typed text on one line, without spaces around or more than one between words, and its letters as `nfc` has them.
pub fn one_line(text: &str) -> String {
    nfc(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Vietnamese letters in their one-character form (NFC for the Vietnamese alphabet). Some keyboards and files write a
/// letter and its marks apart, and such text would neither match nor sort. Marks that make no Vietnamese letter stay.
pub fn nfc(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The letter that the marks to come would join, and those that do not fit it.
    let mut open: Option<char> = None;
    let mut loose = String::new();
    for letter in text.chars() {
        if let (Some(added), Some(base)) = (mark(letter), open) {
            let small = lower(base);
            match add_mark(small, added) {
                Some(joined) => open = Some(if small == base { joined } else { upper(joined) }),
                None => loose.push(letter),
            }
            continue;
        }
        out.extend(open.take());
        out.push_str(&loose);
        loose.clear();
        open = Some(letter);
    }
    out.extend(open);
    out.push_str(&loose);
    out
}

/// Lower case of the letters that Vietnamese text uses. The library's own brings tables of every script with it, 20 KB
/// that the page would have to fetch.
pub fn to_lower(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Upper case, likewise.
pub fn to_upper(text: &str) -> String {
    text.chars().map(upper).collect()
}

/// With a large first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().map(upper).chain(letters).collect()
}

/// Text as the search compares it: lower case, no marks, `đ` as `d`, `kỳ` as `kì`, one kind of dash and of space.
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

/// A search, ready to be held against many texts. Each of its words must begin a word of the text: Vietnamese words are
/// short, and `in` is in half of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    pub fn new(text: &str) -> Self {
        Self { words: fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn matches(&self, text: &str) -> bool {
        let folded = fold(text);
        self.words.iter().all(|word| beginnings(&folded, word).next().is_some())
    }

    /// The byte ranges of the original text to be highlighted, in order and apart; empty when a word is missing.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for word in &self.words {
            let before = found.len();
            found.extend(beginnings(&folded.text, word).map(|at| folded.original(at..at + word.len())));
            if found.len() == before {
                return Vec::new();
            }
        }
        sort_by(&mut found, |a, b| (a.start, a.end).cmp(&(b.start, b.end)));
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart
    }
}

/// Where a word of a folded text begins with a folded word.
fn beginnings<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> {
    let found = text.match_indices(word).map(|(at, _)| at);
    found.filter(|at| !text[..*at].ends_with(char::is_alphanumeric))
}

/// The byte ranges where a phrase stands as a whole, to be replaced. Typed with marks, it is found with those marks only:
/// what stands in the text without them is another word.
pub fn find_phrase(text: &str, phrase: &str) -> Vec<Range<usize>> {
    let phrase = to_lower(&nfc(phrase.trim()));
    let wanted = fold(&phrase);
    if wanted.is_empty() {
        return Vec::new();
    }
    let has_marks = phrase.chars().any(|letter| plain(letter) != letter);
    let folded = Folded::new(text);
    let found = folded.text.match_indices(wanted.as_str()).map(|(at, _)| folded.original(at..at + wanted.len()));
    found.filter(|range| !has_marks || to_lower(&nfc(&text[range.clone()])) == phrase).collect()
}

struct Folded {
    text: String,
    /// For each byte of `text` the byte of the original where its letter begins; one more for the end.
    starts: Vec<usize>,
}

impl Folded {
    fn new(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut starts = Vec::with_capacity(original.len() + 1);
        // The two folded letters before this one.
        let mut before = (' ', ' ');
        for (at, letter) in original.char_indices() {
            let letter = match lower(letter) {
                // Marks apart from their letter; characters that show nothing.
                '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => continue,
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                '“' | '”' | '«' | '»' => '"',
                '‘' | '’' => '\'',
                // Broken glyphs that old fonts left in files, for `kỳ` and `cũ`.
                'ƕ' | 'Ƕ' => 'y',
                'ǜ' => 'u',
                space if space.is_whitespace() => ' ',
                other => plain(other),
            };
            // `kỳ` and `kì`, `quý` and `quí` are one word; `tay` and `tai` are two. Letters to the left decide
            // alone, so that a word typed by half already matches.
            let is_lone_y = letter == 'y'
                && before.0.is_alphabetic()
                && (!matches!(before.0, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || before == ('u', 'q'));
            let letter = if is_lone_y { 'i' } else { letter };
            text.push(letter);
            starts.resize(text.len(), at);
            before = (letter, before.0);
        }
        starts.push(original.len());
        Self { text, starts }
    }

    fn original(&self, range: Range<usize>) -> Range<usize> {
        let at = |place: usize| self.starts.get(place).or(self.starts.last()).copied().unwrap_or_default();
        at(range.start)..at(range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_one_text() {
        let cases = [
            ("Đảng ủy", "dang uy"),
            ("HÒA BÌNH", "hoà bình"),
            ("uỷ ban", "ủy ban"),
            ("quý III", "quí III"),
            ("kỳ báo cáo", "kì báo cáo"),
            ("tỷ lệ", "tỉ lệ"),
            ("hằng năm", "hàng năm"),
            ("2025–2030", "2025-2030"),
            ("Kinh\u{a0}tế", "kinh tế"),
            ("kǶ cǜ", "kỳ cũ"),
            ("tie\u{302}\u{301}n đo\u{323}\u{302}", "tiến độ"),
        ];
        for (one, other) in cases {
            assert_eq!(fold(one), fold(other));
        }
        for (one, other) in [("tay", "tai"), ("hay", "hai"), ("thúy", "thúi")] {
            assert_ne!(fold(one), fold(other), "two words");
        }
    }

    #[test]
    fn a_word_typed_by_half_matches() {
        for typed in ["q", "qu", "quy", "quye", "quyen", "quyền"] {
            assert!(Query::new(typed).matches("Quyền hạn"), "{typed}");
        }
        assert!(Query::new("chi tieu viec lam").matches("Chỉ tiêu (9): tạo việc làm mới"));
        assert!(!Query::new("viec xe").matches("việc làm"));
        assert!(!Query::new("in").matches("tính đến"), "within a word");
        assert!(!Query::new("uy ban").matches("quy hoạch, bàn giao"), "within a word");
        assert!(Query::new("ctr 114").matches("01-CTr/ĐU: 1.114 hộ"));
        assert!(Query::new("  ").is_empty());
    }

    #[test]
    fn matches_are_found_in_the_original_text() {
        let text = "Tạo việc làm mới";
        let marked = |query: &str, text: &str| -> Vec<String> {
            Query::new(query).find(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(marked("viec lam", text), ["việc", "làm"]);
        assert_eq!(marked("mo", text), ["mớ"]);
        assert_eq!(marked("tạo xe", text), [""; 0]);
        let apart = "tie\u{302}\u{301}n";
        assert_eq!(marked("tien", apart), [apart]);
        assert_eq!(marked("ti tie", apart), ["tie\u{302}\u{301}"], "ranges that overlap are one");
    }

    #[test]
    fn a_phrase_is_found_as_a_whole_and_with_its_marks_if_it_has_any() {
        let found = |phrase: &str, text: &str| -> Vec<String> {
            find_phrase(text, phrase).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(found("uy ban", "Ủy ban nhân dân, ban ủy, uỷ Ban"), ["Ủy ban", "uỷ Ban"]);
        assert_eq!(found("ủy ban", "Ủy ban, uy ban"), ["Ủy ban"]);
        assert_eq!(found("dang", "Đảng đang"), ["Đảng", "đang"]);
        assert_eq!(found("đảng", "Đảng đang đa\u{309}ng"), ["Đảng", "đa\u{309}ng"]);
        assert_eq!(found(" ", "a b"), [""; 0]);
    }

    #[test]
    fn marks_apart_from_their_letter_are_joined() {
        let cases = [
            ("tie\u{302}\u{301}n đo\u{323}\u{302}", "tiến độ"),
            ("Ê\u{301}", "Ế"),
            ("u\u{31b}\u{303}", "ữ"),
            ("U\u{303}\u{31b}", "Ữ"),
            ("Ơ\u{323}", "Ợ"),
            ("x\u{301}y", "x\u{301}y"),
            ("á\u{300}", "á\u{300}"),
            ("\u{301}a", "\u{301}a"),
            ("Đảng ủy", "Đảng ủy"),
        ];
        for (text, normal) in cases {
            assert_eq!(nfc(text), normal);
            assert_eq!(nfc(normal), normal);
        }
    }
}
