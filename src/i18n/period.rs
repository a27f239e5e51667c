//! Names of reporting periods: `Tháng 9`, `Quý III/2025`, `6 tháng đầu năm`, `9 tháng`.

use super::date::english_month;
use super::seamed_string;
use super::{Language, Message};
use crate::model::{Period, PeriodLength, roman};

/// `Tháng 9`, `Quý III`, `6 tháng đầu năm`, `Năm 2025`. A year is always named.
pub fn period_name(period: Period, language: Language) -> String {
    seamed_string(match (language, period.length()) {
        (Language::Vietnamese, PeriodLength::Month) => format!("Tháng {}", period.index()),
        (_, PeriodLength::Quarter) => return quarter_axis_label(period.index(), language),
        (Language::Vietnamese, PeriodLength::HalfYear) if period.index() == 1 => "6 tháng đầu năm".to_owned(),
        (Language::Vietnamese, PeriodLength::HalfYear) => "6 tháng cuối năm".to_owned(),
        (Language::Vietnamese, PeriodLength::Year) => format!("Năm {}", period.year()),
        (Language::English, PeriodLength::Month) => english_month(period.index()).to_owned(),
        (Language::English, PeriodLength::HalfYear) if period.index() == 1 => "First half".to_owned(),
        (Language::English, PeriodLength::HalfYear) => "Second half".to_owned(),
        (Language::English, PeriodLength::Year) => return period.year().to_string(),
    })
}

/// `Tháng 9/2025`, `Quý III/2025`, `6 tháng đầu năm 2025`, `Năm 2025`.
pub fn period_name_with_year(period: Period, language: Language) -> String {
    let name = period_name(period, language);
    match (language, period.length()) {
        (_, PeriodLength::Year) => name,
        (Language::Vietnamese, PeriodLength::Month | PeriodLength::Quarter) => format!("{name}/{}", period.year()),
        (Language::Vietnamese, PeriodLength::HalfYear) | (Language::English, _) => format!("{name} {}", period.year()),
    }
}

/// The part of the year up to the end of a period: `9 tháng`, `cả năm`.
pub fn elapsed_name(period: Period, language: Language) -> String {
    seamed_string(match (language, period.last_month()) {
        (Language::Vietnamese, 12) => "cả năm".to_owned(),
        (Language::Vietnamese, months) => format!("{months} tháng"),
        (Language::English, 12) => "full year".to_owned(),
        (Language::English, 1) => "1 month".to_owned(),
        (Language::English, months) => format!("{months} months"),
    })
}

/// The label of a month on an axis: `T9`; English `Sep`.
pub fn month_axis_label(month: u8, language: Language) -> String {
    seamed_string(match language {
        Language::Vietnamese => format!("T{month}"),
        Language::English => english_month(month).get(..3).unwrap_or_default().to_owned(),
    })
}

/// `Quý III`; English `Q3`.
pub fn quarter_axis_label(quarter: u8, language: Language) -> String {
    seamed_string(match language {
        Language::Vietnamese => {
            format!("Quý {}", roman(quarter.into()))
        }
        Language::English => format!("Q{quarter}"),
    })
}

/// The name of a period inside a sentence: `hết tháng 9`. English names of months keep their capital.
pub fn period_name_inside(period: Period, language: Language) -> String {
    let name = period_name(period, language);
    match (language, period.length()) {
        (Language::English, PeriodLength::Month | PeriodLength::Quarter) => name,
        _ => inside(&name),
    }
}

/// The same with its year: `hết tháng 9/2026`.
pub fn period_name_with_year_inside(period: Period, language: Language) -> String {
    let name = period_name_with_year(period, language);
    if language == Language::Vietnamese { inside(&name) } else { name }
}

/// The word for a length inside a sentence: `trong tháng`, `each quarter`.
pub fn period_length_inside(length: PeriodLength, language: Language) -> String {
    inside(&length.text(language))
}

/// A name that begins with a capital, as Vietnamese writes it inside a sentence: `tháng 9`, `quý III`.
pub fn inside(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(super::letters::lower).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}

/// English halves of a year have their article: `the end of the first half of 2025`.
pub(super) fn with_article(name: &str) -> String {
    match name.split_once(" half") {
        Some((which, "")) => format!("the {} half", inside(which)),
        Some((which, year)) => format!("the {} half of{year}", inside(which)),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_names_in_both_languages() {
        let cases = [
            ("2025-09", "Tháng 9", "Tháng 9/2025", "9 tháng", "September 2025"),
            ("2025-Q3", "Quý III", "Quý III/2025", "9 tháng", "Q3 2025"),
            ("2025-H1", "6 tháng đầu năm", "6 tháng đầu năm 2025", "6 tháng", "First half 2025"),
            ("2025", "Năm 2025", "Năm 2025", "cả năm", "2025"),
        ];
        for (text, name, dated, elapsed, english) in cases {
            let period: Period = text.parse().unwrap_or_else(|()| panic!("{text}"));
            assert_eq!(period_name(period, Language::Vietnamese), name);
            assert_eq!(period_name_with_year(period, Language::Vietnamese), dated);
            assert_eq!(elapsed_name(period, Language::Vietnamese), elapsed);
            assert_eq!(period_name_with_year(period, Language::English), english);
        }
    }

    #[test]
    fn english_halves_have_their_article() {
        let told = ["First half", "Second half 2025", "Q3 2025", "2025"].map(with_article);
        assert_eq!(told, ["the first half", "the second half of 2025", "Q3 2025", "2025"]);
    }
}
