//! Deadlines as people type them: `15/11`, `tháng 11`, `quý IV`, `hằng quý`, `thường xuyên`, `sau khi …`.

use super::date::{month_named, parse_date};
use super::{fold, one_line};
use crate::model::{Cycle, Date, DayOfYear, Deadline, Period, PeriodLength};

/// What whole phrases mean.
const PHRASES: &[(&str, Deadline)] = &[
    ("", Deadline::Unset),
    ("không nêu hạn", Deadline::Unset),
    ("no deadline stated", Deadline::Unset),
    ("không hạn", Deadline::None),
    ("không thời hạn", Deadline::None),
    ("thường xuyên", Deadline::None),
    ("liên tục", Deadline::None),
    ("no deadline", Deadline::None),
    ("open-ended", Deadline::None),
    ("ongoing", Deadline::None),
    ("hằng tháng", Deadline::Every(Cycle::Month)),
    ("every month", Deadline::Every(Cycle::Month)),
    ("monthly", Deadline::Every(Cycle::Month)),
    ("hằng quý", Deadline::Every(Cycle::Quarter)),
    ("every quarter", Deadline::Every(Cycle::Quarter)),
    ("quarterly", Deadline::Every(Cycle::Quarter)),
    ("6 tháng một lần", Deadline::Every(Cycle::HalfYear)),
    ("hằng 6 tháng", Deadline::Every(Cycle::HalfYear)),
    ("every six months", Deadline::Every(Cycle::HalfYear)),
    ("every 6 months", Deadline::Every(Cycle::HalfYear)),
    ("9 tháng", Deadline::Every(Cycle::NineMonths)),
    ("at nine months", Deadline::Every(Cycle::NineMonths)),
    ("hằng năm", Deadline::Every(Cycle::Year)),
    ("every year", Deadline::Every(Cycle::Year)),
    ("yearly", Deadline::Every(Cycle::Year)),
    ("theo chuyên đề", Deadline::Every(Cycle::Thematic)),
    ("by theme", Deadline::Every(Cycle::Thematic)),
    ("đột xuất", Deadline::Every(Cycle::OnDemand)),
    ("on demand", Deadline::Every(Cycle::OnDemand)),
];

/// Words that lead up to a day or a period and say nothing more, folded; longer ones first.
const LEADS: &[&str] = &[
    "cham nhat",
    "hoan thanh",
    "truoc ngay",
    "truoc",
    "den het",
    "den ngay",
    "den",
    "trong",
    "cuoi",
    "het",
    "vao",
    "han",
    "ngay",
    "bi the end of",
    "end of",
    "within",
    "before",
    "bi",
    "in",
];

/// Reads a typed deadline; `year` is meant where none is written. `None`: it cannot be read.
pub fn read_deadline(text: &str, year: i32) -> Option<Deadline> {
    // As one line, and without what closes a sentence.
    let text = one_line(text);
    let text = text.trim_end_matches(['.', ';', ',']);
    let folded = plain(text);
    if let Some((_, deadline)) = PHRASES.iter().find(|(phrase, _)| plain(phrase) == folded) {
        return Some(deadline.clone());
    }
    yearly(&folded)
        .or_else(|| {
            let rest = without_leads(&folded);
            // That the day itself is too late is kept as it is written.
            let is_before = ["truoc", "before"].iter().any(|word| folded.split(' ').any(|lead| lead == *word));
            let on = if is_before { Deadline::Before } else { Deadline::On };
            date(rest, year).map(on).or_else(|| period(rest, year).map(Deadline::Within))
        })
        .or_else(|| {
            ["sau ", "after "].iter().any(|word| folded.starts_with(word)).then(|| Deadline::After(text.to_owned()))
        })
}

fn yearly(folded: &str) -> Option<Deadline> {
    let days = ["hang nam", "everi year"].iter().find_map(|word| folded.strip_suffix(word))?;
    let days: Option<Vec<_>> = days.trim().replace(" and ", " va ").split(" va ").map(day_of_year).collect();
    days.map(Deadline::Yearly)
}

/// Folded, with one word for `hằng tháng` and `mỗi tháng`.
fn plain(text: &str) -> String {
    fold(text).replace("moi thang", "hang thang").replace("moi qui", "hang qui")
}

fn without_leads(mut text: &str) -> &str {
    while let Some(rest) = LEADS.iter().find_map(|lead| text.strip_prefix(lead)?.strip_prefix(' ')) {
        text = rest;
    }
    text
}

/// `thang 11/2025`, `11/2025`, `qui iv nam 2025`, `q4`, `6 thang dau nam`, `2025`; `november 2025`, `first half 2025`.
fn period(text: &str, year: i32) -> Option<Period> {
    let text = text.replace("nam nay", "nam");
    let words: Vec<&str> = text.split([' ', '/', '-', '.']).filter(|word| !word.is_empty() && *word != "of").collect();
    // The year stands last, with or without its word; `nam` alone is the year of the programme.
    let (words, year) = match words.as_slice() {
        [rest @ .., "nam", last] if four_digits(last).is_some() => (rest, four_digits(last)?),
        [rest @ .., last] if four_digits(last).is_some() => (rest, four_digits(last)?),
        [rest @ .., "nam"] => (rest, year),
        all => (all, year),
    };
    let numbered = |length, number: Option<u8>| Period::new(year, length, number?);
    match words {
        [] | ["ca"] => Period::new(year, PeriodLength::Year, 1),
        ["6" | "sau", "thang", "dau"] | ["nua", "dau"] | ["first", "half"] | ["h1"] => {
            Period::new(year, PeriodLength::HalfYear, 1)
        }
        ["6" | "sau", "thang", "cuoi"] | ["nua", "cuoi"] | ["second", "half"] | ["h2"] => {
            Period::new(year, PeriodLength::HalfYear, 2)
        }
        ["thang" | "month", month] => numbered(PeriodLength::Month, month.parse().ok()),
        ["qui" | "quarter", quarter] => numbered(PeriodLength::Quarter, number_of_quarter(quarter)),
        [one] => one
            .strip_prefix('q')
            .map(|quarter| numbered(PeriodLength::Quarter, number_of_quarter(quarter)))
            .or_else(|| one.strip_prefix('t').map(|month| numbered(PeriodLength::Month, month.parse().ok())))
            // A bare number is a month only beside its year: `11/2025`.
            .unwrap_or_else(|| {
                let bare = one.parse().ok().filter(|_| text.contains(&year.to_string()));
                numbered(PeriodLength::Month, bare.or_else(|| month_named(one)))
            }),
        _ => None,
    }
}

pub(super) fn number_of_quarter(text: &str) -> Option<u8> {
    // Folded, a Roman `i` stays itself.
    let roman = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == text);
    roman.and_then(|index| u8::try_from(index + 1).ok()).or_else(|| text.parse().ok())
}

/// `01/6`, `ngay 15/11`, `thang 12`; `6 oct`, `december`.
fn day_of_year(text: &str) -> Option<DayOfYear> {
    let text = without_leads(text.trim());
    // A leap year has every day that any year has.
    if let Some(date) = date(text, 2024) {
        return DayOfYear::new(date.month(), Some(date.day()));
    }
    let month = text.strip_prefix("thang ").map_or_else(|| month_named(text), |month| month.trim().parse().ok());
    DayOfYear::new(month?, None)
}

/// `15/11`, `15 thang 11 nam 2025`, `6 oct`.
fn date(text: &str, year: i32) -> Option<Date> {
    let begins_with_day = text.starts_with(|letter: char| letter.is_ascii_digit());
    let text = if begins_with_day { text.replace(" thang ", "/").replace(" nam ", "/") } else { text.to_owned() };
    parse_date(&text, year)
}

fn four_digits(text: &str) -> Option<i32> {
    if text.len() == 4 { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, deadline_words};

    fn check(written: &str, cases: &[&str]) {
        let expected: Deadline = written.parse().unwrap_or_else(|()| panic!("{written}"));
        for case in cases {
            assert_eq!(read_deadline(case, 2025), Some(expected.clone()), "{case}");
        }
    }

    #[test]
    fn every_written_form_is_read() {
        check("", &["", "  ", "không nêu hạn"]);
        check("none", &["thường xuyên", "Thường xuyên.", "không hạn", "KHÔNG HẠN", "thuong xuyen", "ongoing"]);
        check(
            "2025-11-15",
            &["15/11", "15/11/2025", "15.11", "đến ngày 15/11", "chậm nhất ngày 15 tháng 11 năm 2025", "by 15 Nov"],
        );
        check(
            "before 2025-11-15",
            &["trước ngày 15/11", "Trước 15/11.", "hoàn thành trước ngày 15 tháng 11 năm 2025", "before 15 Nov"],
        );
        check("2026-01-05", &["05/01/2026", "2026-01-05", "đến ngày 05/01/2026", "5 Jan 2026", "by 5 January 2026"]);
        check(
            "2025-11",
            &["tháng 11", "trong tháng 11", "tháng 11/2025", "11/2025", "T11", "cuối tháng 11", "Nov 2025"],
        );
        check(
            "2025-Q4",
            &["quý IV", "quý 4", "Q4", "trong quý IV/2025", "quí iv năm 2025", "quarter 4", "within Q4 2025"],
        );
        check("2025-H1", &["6 tháng đầu năm", "sáu tháng đầu năm 2025", "nửa đầu năm", "First half 2025"]);
        check("2025-H2", &["trong 6 tháng cuối năm"]);
        check("2025", &["năm 2025", "trong năm", "2025", "cả năm", "trong năm nay"]);
        check("every month", &["hằng tháng", "hàng tháng", "mỗi tháng", "monthly"]);
        check("every quarter", &["hằng quý", "Hàng quý", "mỗi quý"]);
        check("every half-year", &["6 tháng một lần"]);
        check("every year", &["hằng năm"]);
        check("yearly 12", &["tháng 12 hằng năm", "trong tháng 12 hằng năm"]);
        check("yearly 06-01 11-15", &["trước ngày 01/6 và 15/11 hằng năm", "01/6 và ngày 15/11 hàng năm"]);
        check("after sau khi có kết luận của cấp trên", &["sau khi có  kết luận của cấp trên."]);
        check("after Sau Đại hội", &["Sau Đại hội"]);
    }

    #[test]
    fn what_is_no_deadline_is_refused() {
        for text in
            ["mai", "31/2", "tháng 13", "quý V", "quý 0", "sau", "11", "abc hằng năm", "sớm", "T", "Q", "15/11/25"]
        {
            assert_eq!(read_deadline(text, 2025), None, "{text}");
        }
    }

    #[test]
    fn words_of_a_deadline_are_read_back() {
        let written = [
            "",
            "none",
            "2025-10-06",
            "2026-01-05",
            "before 2025-12-15",
            "2025-02",
            "2025-09",
            "2025-Q1",
            "2025-Q4",
            "2025-H1",
            "2025-H2",
            "2025",
            "every month",
            "every quarter",
            "every half-year",
            "every nine-months",
            "every year",
            "every thematic",
            "every on-demand",
            "yearly 12",
            "yearly 01-05",
            "yearly 06-01 11-15",
            "after sau khi có văn bản",
        ];
        for text in written {
            let deadline: Deadline = text.parse().unwrap_or_else(|()| panic!("{text}"));
            for language in [Language::Vietnamese, Language::English] {
                let words = deadline_words(&deadline, language);
                assert_eq!(read_deadline(&words, 1999), Some(deadline.clone()), "{words}");
            }
        }
    }
}
