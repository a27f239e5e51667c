//! Numbers as people type and read them: `1.114` is one thousand one hundred and fourteen, `7,9` has a decimal comma.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Language;

/// Longer input is refused before it is looked at.
const LONGEST: usize = 48;
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
const MINUS: char = '\u{2212}';

/// What a typed number can mean. An ambiguous one is asked about and never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    Exact(Decimal),
    /// The separator read as one of thousands, and read as one of decimals.
    Ambiguous(Decimal, Decimal),
    Invalid(Doubt),
}

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    Empty,
    /// Letters, `NaN`, infinity, exponents.
    NotANumber,
    /// Separators stand where none belongs, as in `1.11.4`.
    Separators,
    TooLong,
}

/// Reads a number in the manner of a language. The digits typed are kept: `7,90` has two decimals. A trailing percent
/// sign and spaces between thousands are style.
pub fn parse_number(text: &str, language: Language) -> Parsed {
    if text.len() > LONGEST {
        return Parsed::Invalid(Doubt::TooLong);
    }
    let text = text.trim().trim_end_matches('%').trim();
    let (negative, digits) = match text.strip_prefix(['-', MINUS, '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() {
        return Parsed::Invalid(if text.is_empty() { Doubt::Empty } else { Doubt::NotANumber });
    }
    let (thousands, decimal) = separators(language);
    // One alphabet for the rules below: `_` between thousands, `.` before decimals.
    let mut plain = String::with_capacity(digits.len());
    for letter in digits.chars() {
        plain.push(match letter {
            digit if digit.is_ascii_digit() => digit,
            space if space.is_whitespace() => ' ',
            mark if mark == thousands => '_',
            mark if mark == decimal => '.',
            _ => return Parsed::Invalid(Doubt::NotANumber),
        });
    }
    let signed = |value: Decimal| if negative && !value.is_zero() { -value } else { value };
    match read_plain(&plain) {
        Parsed::Exact(value) => Parsed::Exact(signed(value)),
        Parsed::Ambiguous(first, second) => Parsed::Ambiguous(signed(first), signed(second)),
        invalid @ Parsed::Invalid(_) => invalid,
    }
}

/// A number with a fixed count of decimals, rounded half away from zero: `1.114`, `0,04`, `−5`.
pub fn format_number(value: Decimal, decimals: u8, language: Language) -> String {
    let rounded = value.round_dp_with_strategy(decimals.into(), RoundingStrategy::MidpointAwayFromZero);
    let mut digits = rounded.abs().to_string();
    let shown = digits.find('.').map_or(0, |point| digits.len() - point - 1);
    if decimals > 0 && shown < decimals.into() {
        if shown == 0 {
            digits.push('.');
        }
        digits.extend(std::iter::repeat_n('0', usize::from(decimals) - shown));
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let (thousands, decimal) = separators(language);
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 4);
    if rounded.is_sign_negative() && !rounded.is_zero() {
        out.push(MINUS);
    }
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}

/// A number with the digits it was typed with.
pub fn format_exact(value: Decimal, language: Language) -> String {
    format_number(value, u8::try_from(value.scale()).unwrap_or(u8::MAX), language)
}

/// A number that is already in percent: `0,04 %`.
pub fn format_percent(value: Decimal, decimals: u8, language: Language) -> String {
    with_unit(&format_number(value, decimals, language), "%", language)
}

/// How many digits a value needs, of those that its measure has: none for `100`.
pub fn fewest_digits(value: Decimal, decimals: u8) -> u8 {
    u8::try_from(value.normalize().scale()).unwrap_or(u8::MAX).min(decimals)
}

/// A whole number of percent: `75 %`.
pub fn whole_percent(value: impl Into<Decimal>, language: Language) -> String {
    format_percent(value.into(), 0, language)
}

/// A number and what it counts: `8.500 hộ`, `80 %`. The sign stands close in Vietnamese and touches in English.
pub fn with_unit(number: &str, unit: &str, language: Language) -> String {
    match unit {
        "" => number.to_owned(),
        unit if !unit.starts_with('%') => format!("{number} {unit}"),
        unit if language == Language::English => format!("{number}{unit}"),
        unit => format!("{number}{NARROW_NO_BREAK_SPACE}{unit}"),
    }
}

/// `119.200–133.600`. One number where both ends read the same.
pub fn format_range(low: Decimal, high: Decimal, decimals: u8, language: Language) -> String {
    let (low, high) = (format_number(low, decimals, language), format_number(high, decimals, language));
    if low == high { low } else { format!("{low}–{high}") }
}

/// Between thousands, and before decimals.
fn separators(language: Language) -> (char, char) {
    match language {
        Language::Vietnamese => ('.', ','),
        Language::English => (',', '.'),
    }
}

fn read_plain(text: &str) -> Parsed {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    if let Some(fraction) = fraction {
        let fraction_fits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
        return match (fraction_fits, join_thousands(whole)) {
            (true, _) if whole.is_empty() => exact("0", fraction),
            (true, Some(whole)) => exact(&whole, fraction),
            _ => Parsed::Invalid(Doubt::Separators),
        };
    }
    if let Some(whole) = join_thousands(whole) {
        return exact(&whole, "");
    }
    // One separator of thousands in a place where it separates none: `11.45`, `2.5`, `0.125`.
    match whole.split_once('_') {
        Some((left, right))
            if !left.is_empty()
                && !right.is_empty()
                && (left.bytes().chain(right.bytes())).all(|byte| byte.is_ascii_digit()) =>
        {
            match (exact(&format!("{left}{right:0<3}"), ""), exact(left, right)) {
                (Parsed::Exact(thousands), Parsed::Exact(decimal)) => Parsed::Ambiguous(thousands, decimal),
                _ => Parsed::Invalid(Doubt::TooLong),
            }
        }
        _ => Parsed::Invalid(Doubt::Separators),
    }
}

/// The digits of a whole number, if it has no separators or they all separate thousands.
fn join_thousands(text: &str) -> Option<String> {
    let separator = if text.contains('_') { '_' } else { ' ' };
    let mut groups = text.split(separator);
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    if first.is_empty() || !digits(first) {
        return None;
    }
    let mut joined = first.to_owned();
    for group in groups {
        // `0.125` separates no thousands.
        if group.len() != 3 || !digits(group) || first.len() > 3 || first.bytes().all(|byte| byte == b'0') {
            return None;
        }
        joined.push_str(group);
    }
    Some(joined)
}

fn exact(whole: &str, fraction: &str) -> Parsed {
    let text = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    Decimal::from_str_exact(&text).map_or(Parsed::Invalid(Doubt::TooLong), Parsed::Exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn vietnamese_numbers_are_read_as_written() {
        let cases = [
            ("1.114", "1114"),
            ("7,9", "7.9"),
            ("7,90", "7.90"),
            ("1.114,5", "1114.5"),
            ("140.000", "140000"),
            ("1.234.567", "1234567"),
            ("1 114", "1114"),
            ("1\u{a0}114,5", "1114.5"),
            ("1\u{202f}114", "1114"),
            ("05", "5"),
            ("03%", "3"),
            ("0,04\u{202f}%", "0.04"),
            (" 96400 ", "96400"),
            ("\u{2212}5", "-5"),
            ("- 5,5", "-5.5"),
            ("–5", "-5"),
            ("+5", "5"),
            (",5", "0.5"),
            ("-0", "0"),
            ("1,114", "1.114"),
        ];
        for (text, value) in cases {
            let parsed = parse_number(text, Language::Vietnamese);
            assert_eq!(parsed, Parsed::Exact(decimal(value)), "{text}");
            let Parsed::Exact(parsed) = parsed else { continue };
            assert_eq!(parsed.to_string(), value, "{text}: the digits typed are kept");
        }
    }

    #[test]
    fn a_lone_separator_in_an_odd_place_is_asked_about() {
        let cases = [
            ("11.45", "11450", "11.45"),
            ("2.5", "2500", "2.5"),
            ("-2.5", "-2500", "-2.5"),
            ("1234.567", "1234567", "1234.567"),
            ("0.125", "125", "0.125"),
            ("1.2345", "12345", "1.2345"),
        ];
        for (text, thousands, fraction) in cases {
            let asked = Parsed::Ambiguous(decimal(thousands), decimal(fraction));
            assert_eq!(parse_number(text, Language::Vietnamese), asked, "{text}");
            assert_eq!(parse_number(&text.replace('.', ","), Language::English), asked, "{text} in English");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_reason() {
        let cases = [
            ("", Doubt::Empty),
            ("  ", Doubt::Empty),
            ("%", Doubt::Empty),
            ("-", Doubt::NotANumber),
            ("NaN", Doubt::NotANumber),
            ("inf", Doubt::NotANumber),
            ("∞", Doubt::NotANumber),
            ("1e5", Doubt::NotANumber),
            ("1e999", Doubt::NotANumber),
            ("N/A", Doubt::NotANumber),
            ("5 hộ", Doubt::NotANumber),
            ("٥", Doubt::NotANumber),
            ("--5", Doubt::NotANumber),
            ("1.11.4", Doubt::Separators),
            ("1,5,5", Doubt::Separators),
            ("1,114.5", Doubt::Separators),
            ("5,", Doubt::Separators),
            ("5.", Doubt::Separators),
            ("1 1", Doubt::Separators),
            ("1 .5", Doubt::Separators),
            ("99999999999999999999999999999999999", Doubt::TooLong),
            ("0,1234567890123456789012345678901234", Doubt::TooLong),
        ];
        for (text, doubt) in cases {
            assert_eq!(parse_number(text, Language::Vietnamese), Parsed::Invalid(doubt), "{text}");
        }
        assert_eq!(parse_number(&"1".repeat(10_000), Language::Vietnamese), Parsed::Invalid(Doubt::TooLong));
    }

    #[test]
    fn english_swaps_the_separators() {
        for (text, value) in [("1,114", "1114"), ("7.9", "7.9"), ("1,114.5", "1114.5"), ("1,114,500", "1114500")] {
            assert_eq!(parse_number(text, Language::English), Parsed::Exact(decimal(value)), "{text}");
        }
    }

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let cases = [
            ("1114", 0, "1.114", "1,114"),
            ("140000", 0, "140.000", "140,000"),
            ("999", 0, "999", "999"),
            ("0.04", 2, "0,04", "0.04"),
            ("7.9", 2, "7,90", "7.90"),
            ("7", 1, "7,0", "7.0"),
            ("2.5", 0, "3", "3"),
            ("-2.5", 0, "\u{2212}3", "\u{2212}3"),
            ("-0.4", 0, "0", "0"),
            ("-1234567.891", 1, "\u{2212}1.234.567,9", "\u{2212}1,234,567.9"),
        ];
        for (value, decimals, vi, en) in cases {
            assert_eq!(format_number(decimal(value), decimals, Language::Vietnamese), vi);
            assert_eq!(format_number(decimal(value), decimals, Language::English), en);
        }
        assert_eq!(format_exact(decimal("7.90"), Language::Vietnamese), "7,90");
        assert_eq!(format_percent(decimal("0.04"), 2, Language::Vietnamese), "0,04\u{202f}%");
        assert_eq!(format_range(decimal("119200"), decimal("133600"), 0, Language::Vietnamese), "119.200–133.600");
        assert_eq!(format_range(decimal("7.91"), decimal("7.93"), 1, Language::Vietnamese), "7,9");
    }

    #[test]
    fn what_is_written_is_read_back() {
        for value in ["0", "0.001", "1234.5", "-1234567.89", "999999999.999"] {
            for language in [Language::Vietnamese, Language::English] {
                let text = format_exact(decimal(value), language);
                assert_eq!(parse_number(&text, language), Parsed::Exact(decimal(value)), "{text}");
            }
        }
    }
}
