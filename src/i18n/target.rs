//! Targets and deadlines in words: `> 10`, `≈ 25`, `giảm 0,04`, `nhóm 5`; `trong quý IV/2025`.

use rust_decimal::Decimal;

use super::period::inside;
use super::trace::{decimals, rounded};
use super::{Language, Message, format_date, format_date_short, format_exact, period_name_with_year, with_unit};
use super::{seamed, seamed_string};
use crate::evaluate::Evaluation;
use crate::model::{Arithmetic, ChangeBy, Date, DayOfYear, Deadline, Direction, Measure, Month, Target};

/// For tables and charts, without the unit: `> 10`, `≥ 80`, `giảm 0,04`, `nhóm 5`, `duy trì 100`, `không còn`.
pub fn target_short(target: &Target, language: Language) -> String {
    let number = |value: &Decimal| format_exact(*value, language);
    let is_vietnamese = language == Language::Vietnamese;
    let pick = |vi: &'static str, en: &'static str| seamed((if is_vietnamese { vi } else { en }).into()).into_owned();
    match target {
        Target::GreaterThan(value) => format!(">\u{202f}{}", number(value)),
        Target::AtLeast(value) => format!("≥\u{202f}{}", number(value)),
        Target::Reach(value) => number(value),
        Target::About { value, .. } => format!("≈\u{202f}{}", number(value)),
        Target::LessThan(value) => format!("<\u{202f}{}", number(value)),
        Target::AtMost(value) => format!("≤\u{202f}{}", number(value)),
        Target::Between(low, high) => format!("{}–{}", number(low), number(high)),
        Target::Maintain(value) => format!("{} {}", pick("duy trì", "keep"), number(value)),
        Target::ReduceBy(change) => format!("{} {}", pick("giảm", "down by"), change_words(change, language)),
        Target::IncreaseBy(change) => format!("{} {}", pick("tăng", "up by"), change_words(change, language)),
        Target::Zero => pick("không còn", "none"),
        Target::RankTop(rank) => format!("{} {rank}", pick("nhóm", "top")),
        Target::GradeAtLeast(grade) => format!("≥\u{202f}{}", grade.text(language)),
        Target::Yes => pick("có", "yes"),
        Target::TowardsLower => pick("kéo giảm", "reduce"),
        Target::TowardsHigher => pick("nâng cao", "raise"),
        Target::Hold => pick("giữ vững", "hold"),
        Target::Narrative => pick("định tính", "qualitative"),
    }
}

/// What the number is where the document names a direction alone, with as many digits as the reasons have.
fn reckoned(measure: &Measure, evaluation: &Evaluation) -> Option<Target> {
    let goal = evaluation.goal?;
    let line = rounded(goal.line, decimals(measure, evaluation)).normalize();
    match evaluation.target {
        Target::TowardsLower => Some(Target::LessThan(line)),
        Target::TowardsHigher => Some(Target::GreaterThan(line)),
        Target::Hold if goal.direction == Direction::Lower => Some(Target::AtMost(line)),
        Target::Hold => Some(Target::AtLeast(line)),
        _ => None,
    }
}

/// As `target_short`, a direction with its number: `kéo giảm < 480`.
pub fn reckoned_short(measure: &Measure, evaluation: &Evaluation, language: Language) -> String {
    let short = target_short(&evaluation.target, language);
    match reckoned(measure, evaluation) {
        Some(target) => format!("{short} {}", target_short(&target, language)),
        None => short,
    }
}

/// As `target_prose`, a direction with its number: `kéo giảm (dưới 480)`.
pub fn reckoned_prose(measure: &Measure, evaluation: &Evaluation, unit: &str, language: Language) -> String {
    let prose = target_prose(&evaluation.target, unit, language);
    match reckoned(measure, evaluation) {
        Some(target) => format!("{prose} ({})", target_prose(&target, unit, language)),
        None => prose,
    }
}

/// For sentences, with the unit: `trên 10 %`, `từ 80 % trở lên`, `giảm 1.114 hộ`, `nhóm 5 dẫn đầu`.
pub fn target_prose(target: &Target, unit: &str, language: Language) -> String {
    let number = |value: &Decimal| with_unit(&format_exact(*value, language), unit, language);
    seamed_string(match (language, target) {
        (Language::Vietnamese, Target::GreaterThan(value)) => format!("trên {}", number(value)),
        (Language::Vietnamese, Target::AtLeast(value)) => format!("từ {} trở lên", number(value)),
        (Language::Vietnamese, Target::About { value, .. }) => format!("khoảng {}", number(value)),
        (Language::Vietnamese, Target::LessThan(value)) => format!("dưới {}", number(value)),
        (Language::Vietnamese, Target::AtMost(value)) => format!("không quá {}", number(value)),
        (Language::Vietnamese, Target::RankTop(rank)) => format!("nhóm {rank} dẫn đầu"),
        (Language::Vietnamese, Target::GradeAtLeast(grade)) => format!("từ “{}” trở lên", grade.text(language)),
        (Language::English, Target::GreaterThan(value)) => format!("more than {}", number(value)),
        (Language::English, Target::AtLeast(value)) => format!("at least {}", number(value)),
        (Language::English, Target::About { value, .. }) => format!("about {}", number(value)),
        (Language::English, Target::LessThan(value)) => format!("less than {}", number(value)),
        (Language::English, Target::AtMost(value)) => format!("at most {}", number(value)),
        (Language::English, Target::RankTop(rank)) => format!("among the top {rank}"),
        (Language::English, Target::GradeAtLeast(grade)) => format!("at least “{}”", grade.text(language)),
        (_, Target::Reach(value)) => return number(value),
        (_, Target::Between(low, high)) => {
            return with_unit(
                &format!("{}–{}", format_exact(*low, language), format_exact(*high, language)),
                unit,
                language,
            );
        }
        (_, Target::Maintain(_) | Target::ReduceBy(ChangeBy::Amount(_)) | Target::IncreaseBy(ChangeBy::Amount(_))) => {
            with_unit(&target_short(target, language), unit, language)
        }
        (_, other) => target_short(other, language),
    })
}

/// `15/11/2025`, `trong quý IV/2025`, `hằng quý`, `thường xuyên`; `read_deadline` reads them back.
pub fn deadline_words(deadline: &Deadline, language: Language) -> String {
    seamed_string(match (language, deadline) {
        (Language::Vietnamese, Deadline::Unset) => "không nêu hạn".to_owned(),
        (Language::English, Deadline::Unset) => "no deadline stated".to_owned(),
        (Language::Vietnamese, Deadline::None) => "thường xuyên".to_owned(),
        (Language::English, Deadline::None) => "ongoing".to_owned(),
        (_, Deadline::After(event)) => return event.clone(),
        (_, Deadline::On(date)) => return format_date(*date, language),
        (Language::Vietnamese, Deadline::Before(date)) => format!("trước ngày {}", format_date(*date, language)),
        (Language::English, Deadline::Before(date)) => format!("before {}", format_date(*date, language)),
        (Language::Vietnamese, Deadline::Within(period)) => {
            format!("trong {}", inside(&period_name_with_year(*period, language)))
        }
        (Language::English, Deadline::Within(period)) => format!("within {}", period_name_with_year(*period, language)),
        (_, Deadline::Every(cycle)) => cycle.text(language).into_owned(),
        (_, Deadline::Yearly(days)) => {
            let (and, yearly) = match language {
                Language::Vietnamese => (" và ", "hằng năm"),
                Language::English => (" and ", "every year"),
            };
            let days: Vec<String> = days.iter().map(|day| day_of_year(*day, language)).collect();
            if days.is_empty() { yearly.to_owned() } else { format!("{} {yearly}", days.join(and)) }
        }
    })
}

/// `tháng 12`, `15/11`.
fn day_of_year(day: DayOfYear, language: Language) -> String {
    // The formatter leaves the year out; a leap year has every day there is.
    let whole = day.day().and_then(|number| Date::new(2024, day.month(), number));
    match (language, whole) {
        (_, Some(date)) => format_date_short(date, language),
        (Language::Vietnamese, None) => format!("tháng {}", day.month()),
        (Language::English, None) => Month::try_from(day.month()).map(|month| month.to_string()).unwrap_or_default(),
    }
}

fn change_words(change: &ChangeBy, language: Language) -> String {
    match change {
        ChangeBy::Amount(value) => format_exact(*value, language),
        ChangeBy::Share(share) => {
            let percent = share.times(Decimal::ONE_HUNDRED).unwrap_or(*share).normalize();
            with_unit(&format_exact(percent, language), "%", language)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cycle, Grade};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn targets_read_as_the_documents_write_them() {
        let cases = [
            (Target::GreaterThan(decimal("10")), "%", ">\u{202f}10", "trên 10\u{202f}%"),
            (Target::AtLeast(decimal("80")), "%", "≥\u{202f}80", "từ 80\u{202f}% trở lên"),
            (Target::Reach(decimal("140000")), "lao động", "140.000", "140.000 lao động"),
            (Target::About { value: decimal("8500"), tolerance: None }, "USD", "≈\u{202f}8.500", "khoảng 8.500 USD"),
            (Target::LessThan(decimal("4")), "%", "<\u{202f}4", "dưới 4\u{202f}%"),
            (Target::ReduceBy(ChangeBy::Amount(decimal("0.04"))), "điểm %", "giảm 0,04", "giảm 0,04 điểm %"),
            (Target::ReduceBy(ChangeBy::Share(decimal("0.05"))), "vụ", "giảm 5\u{202f}%", "giảm 5\u{202f}%"),
            (Target::Maintain(decimal("100")), "%", "duy trì 100", "duy trì 100\u{202f}%"),
            (Target::Zero, "hộ", "không còn", "không còn"),
            (Target::RankTop(5), "", "nhóm 5", "nhóm 5 dẫn đầu"),
            (Target::Between(decimal("7.5"), decimal("8")), "%", "7,5–8", "7,5–8\u{202f}%"),
            (Target::GradeAtLeast(Grade::Good), "", "≥\u{202f}Hoàn thành tốt", "từ “Hoàn thành tốt” trở lên"),
        ];
        for (target, unit, short, prose) in cases {
            assert_eq!(target_short(&target, Language::Vietnamese), short);
            assert_eq!(target_prose(&target, unit, Language::Vietnamese), prose);
        }
    }

    #[test]
    fn deadlines_read_as_the_documents_write_them() {
        let period = |text: &str| Deadline::Within(text.parse().unwrap_or_else(|()| panic!("{text}")));
        let cases = [
            (Deadline::On("2025-11-15".parse().unwrap_or_else(|()| panic!())), "15/11/2025"),
            (Deadline::Before("2025-11-15".parse().unwrap_or_else(|()| panic!())), "trước ngày 15/11/2025"),
            (period("2025-11"), "trong tháng 11/2025"),
            (period("2025-Q4"), "trong quý IV/2025"),
            (period("2025-H1"), "trong 6 tháng đầu năm 2025"),
            (period("2025"), "trong năm 2025"),
            (Deadline::Every(Cycle::Quarter), "hằng quý"),
            (Deadline::Yearly(DayOfYear::new(12, None).into_iter().collect()), "tháng 12 hằng năm"),
            (Deadline::None, "thường xuyên"),
            (Deadline::Unset, "không nêu hạn"),
        ];
        for (deadline, words) in cases {
            assert_eq!(deadline_words(&deadline, Language::Vietnamese), words);
        }
    }
}
