//! What a target means, in one sentence that says when it is met: `Đạt khi kết quả trên 10 %. Đúng 10 % là chưa đạt.`

use rust_decimal::Decimal;

use super::seamed_string;
use super::with_unit;
use super::{Language, Message, format_exact};
use crate::model::{Arithmetic, ChangeBy, Direction, Maintain, Measure, Settings, Target, ValueKind};

/// One way to say it, in both languages.
type Wordings = (String, String);

/// When a target of a measure is met. It may be another one than the measure has now.
pub fn target_meaning(target: &Target, measure: &Measure, settings: &Settings, language: Language) -> String {
    let number = |value: Decimal| with_unit(&format_exact(value, language), &measure.unit, language);
    let (vi, en) = match target {
        Target::GreaterThan(line) => {
            let line = number(*line);
            (
                format!("Đạt khi kết quả trên {line}. Đúng {line} là chưa đạt."),
                format!("Met when the result is more than {line}. Exactly {line} does not meet it."),
            )
        }
        Target::LessThan(line) => {
            let line = number(*line);
            (
                format!("Đạt khi kết quả dưới {line}. Đúng {line} là chưa đạt."),
                format!("Met when the result is less than {line}. Exactly {line} does not meet it."),
            )
        }
        Target::AtMost(line) => ceiling(&number(*line)),
        Target::Reach(line) if measure.direction == Direction::Lower => ceiling(&number(*line)),
        Target::AtLeast(line) | Target::Reach(line) => floor(&number(*line)),
        Target::About { value, tolerance } => about(*value, *tolerance, measure, settings, &number),
        Target::Between(low, high) => {
            let (low, high) = (number(*low), number(*high));
            (
                format!("Đạt khi kết quả từ {low} đến {high}, tính cả hai đầu."),
                format!("Met when the result is from {low} to {high}, both included."),
            )
        }
        Target::Maintain(line) => maintain(&number(*line), measure),
        Target::ReduceBy(by) => change(*by, false, measure, &number, language),
        Target::IncreaseBy(by) => change(*by, true, measure, &number, language),
        Target::Zero => both("Đạt khi kết quả bằng 0.", "Met when the result is zero."),
        Target::RankTop(rank) => {
            (format!("Đạt khi xếp hạng từ 1 đến {rank}."), format!("Met when the rank is from 1 to {rank}."))
        }
        Target::GradeAtLeast(grade) => (
            format!("Đạt khi xếp loại từ “{}” trở lên.", grade.vi()),
            format!("Met when the grade is “{}” or better.", grade.en()),
        ),
        Target::Yes => both("Đạt khi số liệu ghi “có”.", "Met when the figure says “yes”."),
        Target::TowardsLower => direction("thấp hơn", "below", measure, &number),
        Target::TowardsHigher => direction("cao hơn", "above", measure, &number),
        Target::Hold if measure.direction == Direction::Lower => {
            direction("không quá", "no more than", measure, &number)
        }
        Target::Hold => direction("không thấp hơn", "no less than", measure, &number),
        Target::Narrative => both(
            "Không so bằng số: người có trách nhiệm nhận định.",
            "Not compared by number: the person in charge judges it.",
        ),
    };
    seamed_string(match language {
        Language::Vietnamese => vi,
        Language::English => en,
    })
}

fn both(vi: &str, en: &str) -> Wordings {
    (vi.to_owned(), en.to_owned())
}

fn floor(line: &str) -> Wordings {
    (
        format!("Đạt khi kết quả từ {line} trở lên. Trên {line} là vượt."),
        format!("Met when the result is {line} or more. More than {line} exceeds it."),
    )
}

fn ceiling(line: &str) -> Wordings {
    (
        format!("Đạt khi kết quả không quá {line}. Dưới {line} là vượt."),
        format!("Met when the result is {line} or less. Less than {line} exceeds it."),
    )
}

fn about(
    value: Decimal,
    tolerance: Option<Decimal>,
    measure: &Measure,
    settings: &Settings,
    number: &dyn Fn(Decimal) -> String,
) -> Wordings {
    let tolerance = tolerance.or_else(|| value.abs().times(settings.about_share)).unwrap_or_default().normalize();
    let (low, high) = (value.minus(tolerance).unwrap_or(value), value.plus(tolerance).unwrap_or(value));
    let (low, high, tolerance) = (number(low), number(high), number(tolerance));
    match measure.direction {
        Direction::Higher => (
            format!("Đạt khi kết quả từ {low} trở lên (dung sai {tolerance}). Trên {high} là vượt."),
            format!("Met when the result is {low} or more (tolerance {tolerance}). More than {high} exceeds it."),
        ),
        Direction::Lower => (
            format!("Đạt khi kết quả không quá {high} (dung sai {tolerance}). Dưới {low} là vượt."),
            format!("Met when the result is {high} or less (tolerance {tolerance}). Less than {low} exceeds it."),
        ),
    }
}

fn maintain(line: &str, measure: &Measure) -> Wordings {
    let (vi, en) = match measure.direction {
        Direction::Higher => (format!("từ {line} trở lên"), format!("{line} or more")),
        Direction::Lower => (format!("không quá {line}"), format!("{line} or less")),
    };
    match measure.maintain {
        Maintain::AtEnd => {
            (format!("Đạt khi cuối thời hạn kết quả {vi}."), format!("Met when the result at the end is {en}."))
        }
        Maintain::EveryPeriod => (
            format!("Đạt khi mọi kỳ kết quả đều {vi}. Một kỳ không giữ được là không đạt."),
            format!("Met when the result is {en} in every period. One period that fails misses it."),
        ),
    }
}

/// A fall or a rise. Of sums the amount is the sum itself; else it is reckoned from the baseline.
fn change(
    by: ChangeBy,
    is_rise: bool,
    measure: &Measure,
    number: &dyn Fn(Decimal) -> String,
    language: Language,
) -> Wordings {
    let is_sum = matches!(measure.value_kind, ValueKind::Flow | ValueKind::RunningTotal);
    let (verb_vi, verb_en) = if is_rise { ("tăng", "rises") } else { ("giảm", "falls") };
    let words = match by {
        ChangeBy::Amount(amount) => number(amount),
        ChangeBy::Share(share) => {
            let percent = share.times(Decimal::ONE_HUNDRED).unwrap_or(share).normalize();
            with_unit(&format_exact(percent, language), "%", language)
        }
    };
    if is_sum && matches!(by, ChangeBy::Amount(_)) {
        return (
            format!("Đạt khi tổng mức {verb_vi} cộng dồn từ {words} trở lên. Hơn thế là vượt."),
            format!("Met when the changes add up to {words} or more. More than that exceeds it."),
        );
    }
    if is_sum {
        return (
            format!("Đạt khi tổng cả năm {verb_vi} ít nhất {words} so với tổng năm trước."),
            format!("Met when the year's total {verb_en} by {words} or more against the year before."),
        );
    }
    let Some(baseline) = &measure.baseline else {
        return (
            format!(
                "Đạt khi kết quả {verb_vi} ít nhất {words} so với năm gốc. Chưa có năm gốc để so: hãy nhập bên dưới."
            ),
            format!(
                "Met when the result {verb_en} by {words} or more from the baseline. There is no baseline yet: enter it below."
            ),
        );
    };
    let base = baseline.value;
    let amount = match by {
        ChangeBy::Amount(amount) => Some(amount),
        ChangeBy::Share(share) => base.times(share),
    };
    let line = amount.and_then(|amount| if is_rise { base.plus(amount) } else { base.minus(amount) });
    let (line, base) = (number(line.unwrap_or(base).normalize()), number(base));
    let year = baseline.year;
    if is_rise {
        (
            format!("Đạt khi kết quả từ {line} trở lên: năm gốc {year} là {base}, tăng {words}."),
            format!("Met when the result is {line} or more: {base} in {year}, up by {words}."),
        )
    } else {
        (
            format!("Đạt khi kết quả không quá {line}: năm gốc {year} là {base}, giảm {words}."),
            format!("Met when the result is {line} or less: {base} in {year}, down by {words}."),
        )
    }
}

fn direction(vi: &str, en: &str, measure: &Measure, number: &dyn Fn(Decimal) -> String) -> Wordings {
    match &measure.baseline {
        Some(baseline) => {
            let (value, year) = (number(baseline.value), baseline.year);
            (
                format!("Đạt khi kết quả {vi} {value} của năm gốc {year}."),
                format!("Met when the result is {en} {value}, the baseline of {year}."),
            )
        }
        None => (
            format!("Đạt khi kết quả {vi} năm gốc. Chưa có năm gốc để so: hãy nhập bên dưới."),
            format!("Met when the result is {en} the baseline. There is no baseline yet: enter it below."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Baseline, Grade};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn said(target: &Target, measure: &Measure) -> String {
        target_meaning(target, measure, &Settings::default(), Language::Vietnamese)
    }

    #[test]
    fn a_target_says_when_it_is_met() {
        let mut measure = Measure { unit: "%".into(), ..Measure::new("m".into()) };
        let ten = || decimal("10");
        let cases = [
            (Target::GreaterThan(ten()), "Đạt khi kết quả trên 10\u{202f}%. Đúng 10\u{202f}% là chưa đạt."),
            (Target::Reach(ten()), "Đạt khi kết quả từ 10\u{202f}% trở lên. Trên 10\u{202f}% là vượt."),
            (
                Target::About { value: decimal("8500"), tolerance: None },
                "Đạt khi kết quả từ 8.330\u{202f}% trở lên (dung sai 170\u{202f}%). Trên 8.670\u{202f}% là vượt.",
            ),
            (
                Target::Between(decimal("7.5"), ten()),
                "Đạt khi kết quả từ 7,5\u{202f}% đến 10\u{202f}%, tính cả hai đầu.",
            ),
            (Target::Maintain(ten()), "Đạt khi cuối thời hạn kết quả từ 10\u{202f}% trở lên."),
            (
                Target::ReduceBy(ChangeBy::Share(decimal("0.05"))),
                "Đạt khi kết quả giảm ít nhất 5\u{202f}% so với năm gốc. Chưa có năm gốc để so: hãy nhập bên dưới.",
            ),
            (Target::RankTop(5), "Đạt khi xếp hạng từ 1 đến 5."),
            (Target::GradeAtLeast(Grade::Good), "Đạt khi xếp loại từ “Hoàn thành tốt” trở lên."),
        ];
        for (target, words) in cases {
            assert_eq!(said(&target, &measure), words);
        }
        measure.direction = Direction::Lower;
        assert_eq!(
            said(&Target::Reach(ten()), &measure),
            "Đạt khi kết quả không quá 10\u{202f}%. Dưới 10\u{202f}% là vượt."
        );
        measure.baseline = Some(Baseline { year: 2024, value: decimal("200"), source: String::new() });
        measure.unit = "vụ".into();
        let less = Target::ReduceBy(ChangeBy::Share(decimal("0.05")));
        assert_eq!(said(&less, &measure), "Đạt khi kết quả không quá 190 vụ: năm gốc 2024 là 200 vụ, giảm 5\u{202f}%.");
        assert_eq!(said(&Target::Hold, &measure), "Đạt khi kết quả không quá 200 vụ của năm gốc 2024.");
        measure.value_kind = ValueKind::Flow;
        let fewer = Target::ReduceBy(ChangeBy::Amount(decimal("1114")));
        assert_eq!(said(&fewer, &measure), "Đạt khi tổng mức giảm cộng dồn từ 1.114 vụ trở lên. Hơn thế là vượt.");
    }
}
