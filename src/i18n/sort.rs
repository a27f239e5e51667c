//! Sorting of Vietnamese names: by the letters of the alphabet first, then by tone, then small before capital.

use std::cmp::Ordering;

use super::letters::{Tone, lower, split_tone};

/// The order of names in lists: a ă â b c d đ e ê …; numbers within a name by their value (`Tổ 2` before `Tổ 10`).
pub fn compare_names(one: &str, other: &str) -> Ordering {
    let mut left = Units { rest: one };
    let mut right = Units { rest: other };
    // The first difference in tone counts only if no letter differs, that in case only if no tone does.
    let (mut tones, mut cases) = (Ordering::Equal, Ordering::Equal);
    loop {
        match (left.next(), right.next()) {
            (None, None) => return tones.then(cases).then_with(|| one.cmp(other)),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(one), Some(other)) => match one.primary.cmp(&other.primary) {
                Ordering::Equal => {
                    tones = tones.then(one.tone.cmp(&other.tone));
                    cases = cases.then(one.is_capital.cmp(&other.is_capital));
                }
                decided => return decided,
            },
        }
    }
}

struct Unit<'a> {
    primary: Primary<'a>,
    tone: Tone,
    is_capital: bool,
}

/// What counts first. Marks and spaces stand before numbers, numbers before letters.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Primary<'a> {
    Sign(char),
    /// Length and digits without leading zeros: their order is that of the values.
    Number(usize, &'a str),
    /// Place in the alphabet, then the letter itself for those that are not in it.
    Letter(usize, char),
}

struct Units<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Units<'a> {
    type Item = Unit<'a>;

    fn next(&mut self) -> Option<Unit<'a>> {
        let letter = self.rest.chars().next()?;
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let (number, rest) = self.rest.split_at(digits);
            self.rest = rest;
            let number = number.trim_start_matches('0');
            return Some(Unit { primary: Primary::Number(number.len(), number), tone: Tone::Level, is_capital: false });
        }
        self.rest = &self.rest[letter.len_utf8()..];
        let small = lower(letter);
        let (base, tone) = split_tone(small).unwrap_or((small, Tone::Level));
        let primary =
            if base.is_alphabetic() { Primary::Letter(alphabet_place(base), base) } else { Primary::Sign(base) };
        Some(Unit { primary, tone, is_capital: small != letter })
    }
}

fn alphabet_place(letter: char) -> usize {
    const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    ALPHABET.chars().position(|known| known == letter).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_by_letters_then_tones_then_case() {
        let sorted = [
            "",
            "(mục)",
            "2 người",
            "10 người",
            "An",
            "ang",
            "Ăn",
            "Ân",
            "Ba",
            "Bà",
            "Bả",
            "Bã",
            "Bá",
            "Bạ",
            "Bạ Đình",
            "Ban Tổ chức",
            "Cà Mau",
            "Da",
            "Đà Nẵng",
            "E",
            "Ê",
            "ma",
            "Ma",
            "mà",
            "Sở Nội vụ",
            "Sở Y tế",
            "Tổ 2",
            "Tổ 10",
            "Ủy ban",
            "Ưu",
        ];
        let mut names: Vec<&str> = sorted.iter().rev().copied().collect();
        names.sort_by(|one, other| compare_names(one, other));
        assert_eq!(names, sorted);
    }

    #[test]
    fn a_letter_outweighs_a_tone_before_it() {
        assert_eq!(compare_names("bá a", "ba b"), Ordering::Less);
        assert_eq!(compare_names("bá", "ba a"), Ordering::Less);
    }
}
