//! The Vietnamese alphabet taken apart: base letter, its shape (ă â ê ô ơ ư đ) and its tone. Search, sorting and
//! normalisation share it, so no Unicode tables are shipped.

/// A tone, in the order of dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tone {
    Level,
    Grave,
    Hook,
    Tilde,
    Acute,
    DotBelow,
}

/// The vowels in the order of the alphabet, each with its six tones in the order of `Tone`.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];
const TONES: [Tone; 6] = [Tone::Level, Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Acute, Tone::DotBelow];

/// A lower-case vowel without its tone, and the tone. `None` for every other letter.
pub(super) fn split_tone(letter: char) -> Option<(char, Tone)> {
    VOWELS.iter().find_map(|row| {
        let place = row.iter().position(|&vowel| vowel == letter)?;
        Some((row[0], *TONES.get(place)?))
    })
}

pub(super) fn with_tone(vowel: char, tone: Tone) -> Option<char> {
    VOWELS.iter().find(|row| row[0] == vowel).and_then(|row| row.get(tone as usize).copied())
}

/// The plain Latin letter under a lower-case Vietnamese one: `ệ` and `e` give `e`, `đ` gives `d`.
pub(super) fn plain(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    match split_tone(letter).map_or(letter, |(vowel, _)| vowel) {
        'ă' | 'â' => 'a',
        'ê' => 'e',
        'ô' | 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        other => other,
    }
}

/// Lower case, for the letters that Vietnamese text uses; others stay.
pub(super) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let step = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => 32,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => 1,
        'Ạ'..='Ỹ' => 1 - code % 2,
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(letter)
}

/// Upper case of what `lower` knows.
pub(super) fn upper(letter: char) -> char {
    let code = u32::from(letter);
    let step = match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => 32,
        'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => 1,
        'ạ'..='ỹ' => code % 2,
        _ => 0,
    };
    char::from_u32(code - step).unwrap_or(letter)
}

/// A combining mark that Vietnamese letters are built with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Tone(Tone),
    Breve,
    Circumflex,
    Horn,
}

pub(super) fn mark(letter: char) -> Option<Mark> {
    Some(match letter {
        '\u{300}' | '\u{340}' => Mark::Tone(Tone::Grave),
        '\u{309}' => Mark::Tone(Tone::Hook),
        '\u{303}' => Mark::Tone(Tone::Tilde),
        '\u{301}' | '\u{341}' => Mark::Tone(Tone::Acute),
        '\u{323}' => Mark::Tone(Tone::DotBelow),
        '\u{306}' => Mark::Breve,
        '\u{302}' => Mark::Circumflex,
        '\u{31b}' => Mark::Horn,
        _ => return None,
    })
}

/// A lower-case letter with one more mark, if the alphabet has such a letter.
pub(super) fn add_mark(letter: char, mark: Mark) -> Option<char> {
    let (vowel, tone) = split_tone(letter)?;
    let (vowel, tone) = match (mark, vowel, tone) {
        (Mark::Tone(added), _, Tone::Level) => (vowel, added),
        (Mark::Breve, 'a', _) => ('ă', tone),
        (Mark::Circumflex, 'a', _) => ('â', tone),
        (Mark::Circumflex, 'e', _) => ('ê', tone),
        (Mark::Circumflex, 'o', _) => ('ô', tone),
        (Mark::Horn, 'o', _) => ('ơ', tone),
        (Mark::Horn, 'u', _) => ('ư', tone),
        _ => return None,
    };
    with_tone(vowel, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_agrees_with_the_standard_library_over_the_alphabet() {
        for letter in VOWELS.iter().flatten().copied().chain("bcdđghklmnpqrstvxfjwz".chars()) {
            let capital = letter.to_uppercase().next().unwrap();
            assert_eq!((upper(letter), lower(capital), lower(letter)), (capital, letter, letter));
        }
        for letter in ['×', '÷', 'ß', '1', 'я', 'ǜ'] {
            assert_eq!((lower(letter), upper(letter)), (letter, letter));
        }
    }
}
