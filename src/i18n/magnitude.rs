//! Long numbers in thousands, millions or billions, where room is short.

use crate::model::Arithmetic;
use rust_decimal::Decimal;

use super::{Language, format_number};

messages! {
    /// The magnitude that numbers are shown in, as the word before a unit: `nghìn hộ`.
    Magnitude {
        Ones => "", "";
        Thousands => "nghìn", "thousand";
        Millions => "triệu", "million";
        Billions => "tỷ", "billion";
    }
}

impl Magnitude {
    /// The magnitude that leaves the largest of some numbers few digits before the comma.
    pub fn of(numbers: impl Iterator<Item = Decimal>) -> Self {
        let largest = numbers.map(|number| number.abs()).max().unwrap_or_default();
        if largest < Decimal::from(10_000) {
            Self::Ones
        } else if largest < Decimal::from(1_000_000) {
            Self::Thousands
        } else if largest < Decimal::from(1_000_000_000) {
            Self::Millions
        } else {
            Self::Billions
        }
    }

    /// A number in this magnitude: `11,1` for 11.100 in thousands.
    pub fn format(&self, number: Decimal, decimals: u8, language: Language) -> String {
        let zeros = match self {
            Self::Ones => return format_number(number, decimals, language),
            Self::Thousands => 3,
            Self::Millions => 6,
            Self::Billions => 9,
        };
        number
            .times(Decimal::new(1, zeros))
            .map_or_else(|| format_number(number, decimals, language), |number| format_number(number, 1, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Message as _;

    #[test]
    fn the_largest_number_chooses_the_magnitude() {
        let cases = [
            ("9999", "", "9.999"),
            ("-11100", "nghìn", "\u{2212}11,1"),
            ("8500000", "triệu", "8,5"),
            ("1250000000", "tỷ", "1,3"),
        ];
        for (number, word, shown) in cases {
            let number: Decimal = number.parse().unwrap();
            let magnitude = Magnitude::of([Decimal::ONE, number].into_iter());
            assert_eq!(magnitude.text(Language::Vietnamese), word);
            assert_eq!(magnitude.format(number, 0, Language::Vietnamese), shown);
        }
    }
}
