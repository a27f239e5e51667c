//! Exact decimals as text: every digit that was typed is kept, and nothing that is no plain number gets in.

use rust_decimal::Decimal;

/// Why a text is no decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not of the form `-12.50`: words, exponents, "NaN", infinity.
    Form,
    /// More digits than can be kept exactly.
    TooLong,
}

/// Reads the plain form that files use (`-12.50`: a point, no grouping, no exponent), with its scale.
pub fn read(text: &str) -> Result<Decimal, DecimalError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || fraction.is_some_and(|part| !is_number(part)) {
        return Err(DecimalError::Form);
    }
    Decimal::from_str_exact(text).map_err(|_| DecimalError::TooLong)
}

/// Arithmetic whose results stay exact decimals. `rust_decimal`'s own operations are copied into every place that uses
/// them, 1.7 KB each, and the page has to fetch them: these are compiled once.
pub trait Arithmetic: Sized {
    /// `None`: too large.
    fn plus(self, other: Self) -> Option<Self>;
    /// `None`: too large.
    fn minus(self, other: Self) -> Option<Self>;
    /// `None`: too large.
    fn times(self, other: Self) -> Option<Self>;
    /// `None`: too large, or divided by zero.
    fn over(self, other: Self) -> Option<Self>;
    /// The sum, or the largest decimal of its sign.
    #[must_use]
    fn plus_or_limit(self, other: Self) -> Self;
    /// The difference, or the largest decimal of its sign.
    #[must_use]
    fn minus_or_limit(self, other: Self) -> Self;
    /// The product, or the largest decimal of its sign.
    #[must_use]
    fn times_or_limit(self, other: Self) -> Self;
}

impl Arithmetic for Decimal {
    #[inline(never)]
    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    #[inline(never)]
    fn minus(self, other: Self) -> Option<Self> {
        self.checked_sub(other)
    }

    #[inline(never)]
    fn times(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    #[inline(never)]
    fn over(self, other: Self) -> Option<Self> {
        self.checked_div(other)
    }

    fn plus_or_limit(self, other: Self) -> Self {
        // Only numbers of one sign add up to too much.
        self.plus(other).unwrap_or_else(|| limit(self.is_sign_negative()))
    }

    fn minus_or_limit(self, other: Self) -> Self {
        self.minus(other).unwrap_or_else(|| limit(self.is_sign_negative()))
    }

    fn times_or_limit(self, other: Self) -> Self {
        self.times(other).unwrap_or_else(|| limit(self.is_sign_negative() != other.is_sign_negative()))
    }
}

fn limit(is_negative: bool) -> Decimal {
    if is_negative { Decimal::MIN } else { Decimal::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_scale_are_kept() {
        for text in ["0", "1.00", "-7.90", "140000", "0.0000000000000000000000000001", "79228162514264337593543950335"]
        {
            assert_eq!(read(text).map(|number| number.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_plain_number_is_refused() {
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "1e3",
            "1E999",
            "NaN",
            "inf",
            "-Infinity",
            "+1",
            "1,5",
            "1 000",
            "１",
            "1.2.3",
            "0x10",
            "1_000",
        ] {
            assert_eq!(read(text), Err(DecimalError::Form), "{text}");
        }
        for text in ["79228162514264337593543950336", "0.00000000000000000000000000001", &"9".repeat(10_000)] {
            assert_eq!(read(text), Err(DecimalError::TooLong), "{text}");
        }
    }
}
