//! Days in words and figures. Official Vietnamese writing puts a 0 before days under 10 and before months 1 and 2 only.

use std::borrow::Cow;

use super::{Language, fold};
use super::{seamed, seamed_string};
use crate::model::Date;

/// `06/10/2025`, `05/8/2025`, `10/02/2025`; English `6 Oct 2025`.
pub fn format_date(date: Date, language: Language) -> String {
    match language {
        Language::Vietnamese => format!("{}/{}", format_date_short(date, language), date.year()),
        Language::English => format!("{} {}", format_date_short(date, language), date.year()),
    }
}

/// Without the year, where a table's head names it: `06/10`, `05/8`; English `6 Oct`.
pub fn format_date_short(date: Date, language: Language) -> String {
    match language {
        Language::Vietnamese => format!("{:02}/{}", date.day(), official_month(date.month())),
        Language::English => {
            let month = english_month(date.month()).get(..3).unwrap_or_default();
            format!("{} {}", date.day(), seamed(month.into()))
        }
    }
}

/// As prose and documents write it: `ngày 06 tháng 10 năm 2025`; English `6 October 2025`.
pub fn format_date_long(date: Date, language: Language) -> String {
    seamed_string(match language {
        Language::Vietnamese => {
            format!("ngày {:02} tháng {} năm {}", date.day(), official_month(date.month()), date.year())
        }
        Language::English => format!("{} {} {}", date.day(), english_month(date.month()), date.year()),
    })
}

/// The day of the week in a few letters: `Th 6`, `CN`; English `Fri`.
pub fn weekday_short(date: Date, language: Language) -> Cow<'static, str> {
    const NAMES: [(&str, &str); 7] = [
        ("Th 2", "Mon"),
        ("Th 3", "Tue"),
        ("Th 4", "Wed"),
        ("Th 5", "Thu"),
        ("Th 6", "Fri"),
        ("Th 7", "Sat"),
        ("CN", "Sun"),
    ];
    let (vi, en) = NAMES[usize::from(date.days_after_monday())];
    seamed(Cow::Borrowed(match language {
        Language::Vietnamese => vi,
        Language::English => en,
    }))
}

/// Reads a typed date: `d/m/yyyy` with `/`, `-` or `.`, `d/m` in the given year, ISO `yyyy-mm-dd`, the words
/// `ngày … tháng … năm …`, or an English name of the month. The day comes first in both languages of the interface.
pub fn parse_date(text: &str, year_if_missing: i32) -> Option<Date> {
    let text = text.trim();
    if text.len() > 48 {
        return None;
    }
    text.parse().ok().or_else(|| date_of_numbers(text, year_if_missing)).or_else(|| english_date(text, year_if_missing))
}

/// `6 Oct 2025`, `6 October`.
fn english_date(text: &str, year_if_missing: i32) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (day, month, year) = match words[..] {
        [day, month] => (day, month, year_if_missing),
        [day, month, year] if year.len() == 4 => (day, month, year.parse().ok()?),
        _ => return None,
    };
    Date::new(year, month_named(month)?, day.parse().ok()?)
}

/// The number of a month by its English name, or the first three letters of it.
pub(super) fn month_named(text: &str) -> Option<u8> {
    let text = fold(text);
    let index = MONTHS.iter().map(|name| fold(name)).position(|name| name == text || name.get(..3) == Some(&text))?;
    u8::try_from(index + 1).ok()
}

fn date_of_numbers(text: &str, year_if_missing: i32) -> Option<Date> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            let word = rest.bytes().take_while(|byte| !byte.is_ascii_digit()).count();
            let (between, after) = rest.split_at(word);
            let known = [("ngày", 0), ("tháng", 1), ("năm", 2)].contains(&(between.trim(), numbers.len()));
            let mark = matches!(between.trim(), "/" | "-" | ".") && !numbers.is_empty() && !after.is_empty();
            if !known && !mark {
                return None;
            }
            rest = after;
        } else {
            let (number, after) = rest.split_at(digits);
            numbers.push(number);
            rest = after;
        }
    }
    let small = |text: &str| if text.len() <= 2 { text.parse::<u8>().ok() } else { None };
    match numbers[..] {
        [day, month] => Date::new(year_if_missing, small(month)?, small(day)?),
        [day, month, year] if year.len() == 4 => Date::new(year.parse().ok()?, small(month)?, small(day)?),
        _ => None,
    }
}

/// In English, from the first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month in English; empty outside 1 to 12.
pub(super) fn english_month(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

fn official_month(month: u8) -> String {
    if month <= 2 { format!("0{month}") } else { month.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap_or_else(|()| panic!("{text}"))
    }

    #[test]
    fn zeros_stand_before_days_under_ten_and_months_one_and_two() {
        let cases = [
            ("2025-10-06", "06/10/2025", "ngày 06 tháng 10 năm 2025", "6 Oct 2025"),
            ("2025-05-19", "19/5/2025", "ngày 19 tháng 5 năm 2025", "19 May 2025"),
            ("2025-01-05", "05/01/2025", "ngày 05 tháng 01 năm 2025", "5 Jan 2025"),
            ("2025-02-10", "10/02/2025", "ngày 10 tháng 02 năm 2025", "10 Feb 2025"),
        ];
        for (iso, short, long, english) in cases {
            assert_eq!(format_date(date(iso), Language::Vietnamese), short);
            assert_eq!(format_date_long(date(iso), Language::Vietnamese), long);
            assert_eq!(format_date(date(iso), Language::English), english);
            assert_eq!(parse_date(english, 1999), Some(date(iso)), "{english}");
            assert_eq!(parse_date(short, 1999), Some(date(iso)), "{short}");
            assert_eq!(parse_date(long, 1999), Some(date(iso)), "{long}");
        }
    }

    #[test]
    fn weekdays_have_short_names() {
        for (day, vi, en) in [("2025-10-05", "CN", "Sun"), ("2025-10-06", "Th 2", "Mon"), ("2025-10-10", "Th 6", "Fri")]
        {
            assert_eq!(weekday_short(date(day), Language::Vietnamese), vi);
            assert_eq!(weekday_short(date(day), Language::English), en);
        }
    }

    #[test]
    fn typed_dates_are_read_and_impossible_ones_refused() {
        for text in ["6/10/2025", "06-10-2025", "6.10.2025", "2025-10-06", " 6 / 10 / 2025 ", "6/10"] {
            assert_eq!(parse_date(text, 2025), Some(date("2025-10-06")), "{text}");
        }
        for text in ["", "31/2/2025", "6/13/2025", "6/10/25", "6//10", "6/10/2025/", "hôm nay", "006/10/2025", "/6/10"]
        {
            assert_eq!(parse_date(text, 2025), None, "{text}");
        }
    }
}
