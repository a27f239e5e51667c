//! Numbers of lists that are written with letters: Roman numerals, and the alphabet of Vietnamese lists.

/// Lists use neither the letters that Vietnamese lacks nor those with marks, but for đ.
const LETTERS: [char; 23] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// a … y, then aa, ab …
pub fn letters(number: usize) -> String {
    let mut text = Vec::new();
    let mut rest = number;
    while rest > 0 {
        rest -= 1;
        text.push(LETTERS[rest % LETTERS.len()]);
        rest /= LETTERS.len();
    }
    text.iter().rev().collect()
}

/// The place of a single letter, capital or small, from 1.
pub fn place_of_letter(text: &str) -> Option<u32> {
    let mut letters = text.chars().flat_map(char::to_lowercase);
    let (letter, None) = (letters.next()?, letters.next()) else { return None };
    let index = LETTERS.iter().position(|other| *other == letter)?;
    u32::try_from(index + 1).ok()
}

pub fn roman(number: usize) -> String {
    const NUMERALS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            text.push_str(numeral);
            rest -= value;
        }
    }
    text
}

/// The number of a Roman numeral, in capitals or small letters. Lists go no further than X: `C` and `D` are letters.
pub fn roman_number(text: &str) -> Option<u32> {
    const LONGEST: usize = 7;
    let digit = |letter| match letter {
        'I' | 'i' => Some(1),
        'V' | 'v' => Some(5),
        'X' | 'x' => Some(10),
        _ => None,
    };
    let digits: Vec<i32> = text.chars().map(digit).collect::<Option<_>>()?;
    let is_taken_off = |at: usize| digits.get(at + 1).is_some_and(|next| *next > digits[at]);
    let sum = (0..digits.len()).map(|at| if is_taken_off(at) { -digits[at] } else { digits[at] }).sum::<i32>();
    u32::try_from(sum).ok().filter(|number| *number > 0 && digits.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_the_same_number() {
        for number in 1..=27 {
            let text = roman(number);
            assert_eq!(roman_number(&text), u32::try_from(number).ok(), "{text}");
            assert_eq!(roman_number(&text.to_lowercase()), roman_number(&text), "{text}");
        }
        for number in 1..=LETTERS.len() {
            let text = letters(number);
            assert_eq!(place_of_letter(&text), u32::try_from(number).ok(), "{text}");
            assert_eq!(place_of_letter(&text.to_uppercase()), place_of_letter(&text), "{text}");
        }
        assert_eq!((letters(5), letters(24), roman(1994)), ("đ".into(), "aa".into(), "MCMXCIV".into()));
        for text in ["", "C", "XIIIIIII", "w", "ab"] {
            assert_eq!((roman_number(text), place_of_letter(text).filter(|_| text != "C")), (None, None), "{text}");
        }
    }
}
