//! Figures as people type them: a number that may still be an estimate, a rank, a grade, yes or no.

use rust_decimal::Decimal;

use super::{Doubt, Language, Message, Parsed, fold, nfc, parse_number};
use crate::model::{Arithmetic as _, Grade, Measure, Reading, ValueKind};

/// What a typed cell means. An ambiguous number is asked about and never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    Nothing,
    Number {
        value: Decimal,
        is_estimate: bool,
    },
    /// The separator read as one of thousands, and read as one of decimals.
    Ambiguous {
        thousands: Decimal,
        decimal: Decimal,
        is_estimate: bool,
    },
    /// A rank, a grade, a yes or no, or words.
    Other {
        reading: Reading,
        is_estimate: bool,
    },
    Misread(Misread),
}

/// Why a text is no figure of the kind wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    Number(Doubt),
    Rank,
    Grade,
    YesNo,
    /// Of two counts with a stroke between, one that is no number or can be read in two ways.
    Ratio,
}

words! {
    Misread {
        Misread::Number(doubt) => doubt.vi(), doubt.en();
        Misread::Rank => "Nhập thứ hạng từ 1, hoặc “chưa xếp hạng”.", "Type a rank from 1, or “not ranked yet”.";
        Misread::Grade => "Chọn một mức xếp loại.", "Choose a grade.";
        Misread::Ratio => "Nhập tử số/mẫu số, ví dụ 12/340.", "Type numerator/denominator, for example 12/340.";
        Misread::YesNo => "Nhập “có” hoặc “không”.", "Type “yes” or “no”.";
    }
}

const GRADES: [Grade; 4] = [Grade::Failed, Grade::Completed, Grade::Good, Grade::Excellent];

/// Reads a typed or pasted figure of a kind. `~` or `ước` before or after it marks an estimate; a rate is a number in
/// percent, or both counts with a stroke between: `12/340`.
pub fn read_figure(text: &str, kind: ValueKind, language: Language) -> Typed {
    let text = text.trim();
    if text.is_empty() {
        return Typed::Nothing;
    }
    if kind == ValueKind::Text {
        return Typed::Other { reading: Reading::Text(nfc(text)), is_estimate: false };
    }
    let (text, is_estimate) = without_estimate_mark(text);
    let other = |reading: Option<Reading>, misread: Misread| match reading {
        Some(reading) => Typed::Other { reading, is_estimate },
        None => Typed::Misread(misread),
    };
    let folded = fold(text);
    match kind {
        ValueKind::Rank => other(read_rank(&folded), Misread::Rank),
        ValueKind::Grade => {
            let found = GRADES.into_iter().find(|grade| fold(&grade.vi()) == folded || fold(&grade.en()) == folded);
            other(found.map(Reading::Grade), Misread::Grade)
        }
        ValueKind::YesNo => {
            let answer = match folded.as_str() {
                "co" | "x" | "yes" | "y" | "1" => Some(true),
                "khong" | "no" | "n" | "0" => Some(false),
                _ => None,
            };
            other(answer.map(Reading::YesNo), Misread::YesNo)
        }
        ValueKind::Rate if text.contains('/') => other(read_ratio(text, language), Misread::Ratio),
        _ => match parse_number(text, language) {
            Parsed::Exact(value) => Typed::Number { value, is_estimate },
            Parsed::Ambiguous(thousands, decimal) => Typed::Ambiguous { thousands, decimal, is_estimate },
            Parsed::Invalid(doubt) => Typed::Misread(Misread::Number(doubt)),
        },
    }
}

/// Reads a figure of a measure. Three decimals where it has fewer may as well be a separator of thousands: `1,130` people.
pub fn read_figure_of(text: &str, measure: &Measure, language: Language) -> Typed {
    match read_figure(text, measure.value_kind, language) {
        Typed::Number { value, is_estimate }
            if value.scale() == 3
                && measure.decimals < 3
                && value.abs() >= Decimal::ONE
                && value.abs() < Decimal::ONE_THOUSAND =>
        {
            match value.times(Decimal::ONE_THOUSAND) {
                Some(thousands) => Typed::Ambiguous { thousands: thousands.normalize(), decimal: value, is_estimate },
                None => Typed::Number { value, is_estimate },
            }
        }
        typed => typed,
    }
}

fn read_ratio(text: &str, language: Language) -> Option<Reading> {
    let (numerator, denominator) = text.split_once('/')?;
    match (parse_number(numerator, language), parse_number(denominator, language)) {
        (Parsed::Exact(numerator), Parsed::Exact(denominator)) => Some(Reading::Ratio { numerator, denominator }),
        _ => None,
    }
}

fn read_rank(folded: &str) -> Option<Reading> {
    if folded.starts_with("chua") || folded.starts_with("not") {
        return Some(Reading::Rank(None));
    }
    let digits = folded.bytes().all(|byte| byte.is_ascii_digit());
    folded.parse::<u32>().ok().filter(|rank| digits && *rank > 0).map(|rank| Reading::Rank(Some(rank)))
}

/// The text without its mark of an estimate, and whether it had one.
fn without_estimate_mark(text: &str) -> (&str, bool) {
    for mark in ["~", "ước", "(ước)", "uoc", "estimate", "est."] {
        if let Some(rest) = text.strip_suffix(mark).or_else(|| text.strip_prefix(mark)) {
            return (rest.trim(), true);
        }
    }
    (text, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, kind: ValueKind) -> Typed {
        read_figure(text, kind, Language::Vietnamese)
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap_or_else(|_| panic!("{text}"))
    }

    #[test]
    fn numbers_may_be_marked_as_estimates() {
        for (text, value, is_estimate) in [
            ("7,9", "7.9", false),
            ("11.100~", "11100", true),
            ("11.100 ước", "11100", true),
            ("~ 11.100", "11100", true),
            ("ước 98,5%", "98.5", true),
            ("11.100 (ước)", "11100", true),
        ] {
            assert_eq!(read(text, ValueKind::Level), Typed::Number { value: decimal(value), is_estimate }, "{text}");
        }
        let asked = Typed::Ambiguous { thousands: decimal("11450"), decimal: decimal("11.45"), is_estimate: true };
        assert_eq!(read("11.45~", ValueKind::Flow), asked);
        assert_eq!(read("  ", ValueKind::Flow), Typed::Nothing);
        assert_eq!(read("~", ValueKind::Flow), Typed::Misread(Misread::Number(Doubt::Empty)));
        assert_eq!(read("nhiều", ValueKind::Flow), Typed::Misread(Misread::Number(Doubt::NotANumber)));
    }

    #[test]
    fn three_decimals_where_a_measure_has_fewer_are_asked_about() {
        let mut measure = Measure::new("m".into());
        let of = |measure: &Measure, text: &str| read_figure_of(text, measure, Language::Vietnamese);
        let asked = Typed::Ambiguous { thousands: decimal("1130"), decimal: decimal("1.130"), is_estimate: false };
        assert_eq!(of(&measure, "1,130"), asked);
        for (text, value) in [("1.130", "1130"), ("1,13", "1.13"), ("0,852", "0.852"), ("1.130,125", "1130.125")] {
            let number = Typed::Number { value: decimal(value), is_estimate: false };
            assert_eq!(of(&measure, text), number, "{text}");
        }
        measure.decimals = 3;
        assert_eq!(of(&measure, "1,130"), Typed::Number { value: decimal("1.130"), is_estimate: false });
    }

    #[test]
    fn ranks_grades_and_answers_are_read_in_words() {
        let other = |reading| Typed::Other { reading, is_estimate: false };
        assert_eq!(read("5", ValueKind::Rank), other(Reading::Rank(Some(5))));
        assert_eq!(read("Chưa xếp hạng", ValueKind::Rank), other(Reading::Rank(None)));
        for text in ["0", "5,5", "nhất", "+5"] {
            assert_eq!(read(text, ValueKind::Rank), Typed::Misread(Misread::Rank), "{text}");
        }
        assert_eq!(read("hoàn thành TỐT", ValueKind::Grade), other(Reading::Grade(Grade::Good)));
        assert_eq!(read("tốt", ValueKind::Grade), Typed::Misread(Misread::Grade));
        assert_eq!(read("Có", ValueKind::YesNo), other(Reading::YesNo(true)));
        assert_eq!(read("không", ValueKind::YesNo), other(Reading::YesNo(false)));
        assert_eq!(read("có lẽ", ValueKind::YesNo), Typed::Misread(Misread::YesNo));
        let ratio = Reading::Ratio { numerator: decimal("12"), denominator: decimal("1340") };
        assert_eq!(read("12 / 1.340 ước", ValueKind::Rate), Typed::Other { reading: ratio, is_estimate: true });
        for text in ["12/", "11.45/300", "12/34/5", "a/b"] {
            assert_eq!(read(text, ValueKind::Rate), Typed::Misread(Misread::Ratio), "{text}");
        }
        assert_eq!(read("ước đạt 5", ValueKind::Text), other(Reading::Text("ước đạt 5".into())));
    }
}
