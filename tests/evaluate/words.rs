//! The words for a verdict: a sentence that a person can check, and the sums behind it.

use tiendo::i18n::{Explanation, Language, explain, needed_briefly, needed_words, value_words};

use crate::case::Case;

fn words(case: &Case, language: Language) -> Explanation {
    explain(&case.measure, &case.evaluate(), language)
}

#[test]
fn a_flow_behind_its_pace_is_explained_with_its_sums() {
    let figures = "9100 7600 11900 11300 10700 12400 11500 10800 11100";
    let mut case = Case::new("= 140000", "flow month", figures, "2025-10-05");
    case.measure.unit = "lao động".into();
    case.measure.source = "Sở Nội vụ".into();
    let told = words(&case, Language::Vietnamese);
    assert_eq!(
        told.sentence,
        "Hết tháng 9 đạt 96.400 lao động, thấp hơn nhịp cần có 8.600; cả khoảng dự báo đều không đạt mục tiêu."
    );
    let reasons: Vec<(&str, Option<&str>)> =
        told.reasons.iter().map(|reason| (reason.text.as_str(), reason.working.as_deref())).collect();
    let sum = "9.100 + 7.600 + 11.900 + 11.300 + 10.700 + 12.400 + 11.500 + 10.800 + 11.100";
    let expected = [
        ("Mục tiêu: 140.000 lao động.", None),
        ("Cộng 9 kỳ có số liệu được 96.400 lao động. Nguồn: Sở Nội vụ.", Some(sum)),
        ("Nhịp cần có đến hết tháng 9: 105.000 lao động.", Some("140.000 × 9/12 = 105.000")),
        (
            "Dự báo cuối kỳ từ 124.382 đến 132.685, giữa khoảng là 128.533 (khả năng 80\u{202f}%).",
            Some("trung bình và độ dao động của 9 kỳ, cho 3 kỳ còn lại"),
        ),
        (
            "Cần 14.534 lao động mỗi tháng còn lại, gấp 1,3 lần các kỳ gần nhất.",
            Some("(140.000 − 96.400) ÷ 3 ≈ 14.534; 14.534 ÷ 11.133 ≈ 1,3"),
        ),
    ];
    assert_eq!(reasons, expected);
    assert_eq!(told.rule, "Quy tắc “Chậm”: kém nhịp cần có và cả khoảng dự báo không tới mục tiêu.");
    let english = words(&case, Language::English);
    assert!(english.sentence.starts_with("By the end of September: 96,400"), "{}", english.sentence);
}

#[test]
fn what_a_person_judges_shows_what_was_reported_last() {
    let told = |kind: &str, figures: &str| {
        let mut case = Case::new("narrative", kind, figures, "2025-10-05");
        case.measure.unit = "vụ".into();
        let value = value_words(&case.measure, &case.evaluate(), Language::Vietnamese);
        let reasons = words(&case, Language::Vietnamese).reasons;
        (value.unwrap_or_default(), reasons.last().map(|reason| reason.text.clone()).unwrap_or_default())
    };
    let some = |value: &str, reason: &str| (value.to_owned(), reason.to_owned());
    assert_eq!(told("text quarter", r#""ổn" "giữ-vững""#), some("giữ-vững", "Báo cáo quý II: “giữ-vững”."));
    assert_eq!(told("text quarter", ""), some("", "Mục tiêu: định tính."));
    assert_eq!(told("level quarter", "5 4").0, "4");
    assert_eq!(told("rank half", "#12").0, "12");
    let long = "ổn-".repeat(40);
    let (value, reason) = told("text quarter", &format!("\"{long}\""));
    assert_eq!(value, format!("{}…", "ổn-".repeat(16)));
    assert!(reason.contains(&long), "the page has it in whole: {reason}");
}

#[test]
fn where_each_period_is_compared_with_the_target_the_rule_speaks_of_no_pace() {
    let mut case = Case::new("maintain 100", "level month", "97 97.5 98", "2025-04-05");
    case.measure.unit = "%".into();
    let told = words(&case, Language::Vietnamese);
    assert!(told.reasons.iter().any(|reason| reason.text == "Mỗi kỳ so thẳng với mục tiêu."), "{:?}", told.reasons);
    assert!(told.rule.contains("mục tiêu") && !told.rule.contains("nhịp"), "{}", told.rule);
    let mut falling = Case::new("<= 4", "level quarter", "9 8 7", "2025-10-05");
    falling.options("base 2024=10");
    let texts: Vec<String> = words(&falling, Language::Vietnamese).reasons.into_iter().map(|it| it.text).collect();
    assert!(texts.contains(&"Cần giảm thêm 3 trong quý còn lại.".to_owned()), "{texts:?}");
    let evaluation = falling.evaluate();
    assert_eq!(
        needed_words(&falling.measure, &evaluation, Language::Vietnamese).unwrap(),
        "3",
        "the words say which way"
    );
}

#[test]
fn every_verdict_of_the_table_is_explained_in_both_languages() {
    for (at, line, mut case, _) in crate::table::rows() {
        case.measure.unit = "đơn vị".into();
        for language in [Language::Vietnamese, Language::English] {
            let told = words(&case, language);
            if std::env::var_os("REVIEW").is_some() {
                println!("{line}\n    {} {:?}\n    {}", told.sentence, told.reasons, told.rule);
            }
            let all = told.reasons.iter().map(|reason| &reason.text).chain([&told.sentence, &told.rule]);
            for text in all {
                assert!(text.ends_with('.') && !text.contains("  ") && !text.contains(".."), "line {at}: {text:?}");
                assert!(!text.contains("()") && !text.contains(" ,") && !text.contains(" ."), "line {at}: {text:?}");
            }
        }
    }
}

#[test]
fn what_is_shown_of_a_share_of_counts_adds_up() {
    let mut case = Case::new("= 100", "rate quarter", "11/42 22/42 33/42", "2025-10-05");
    case.options("interim Q1=25 Q2=50 Q3=75");
    case.measure.unit = "%".into();
    case.measure.decimals = 1;
    let told = words(&case, Language::Vietnamese);
    assert_eq!(told.sentence, "Hết quý III đạt 78,6\u{202f}%, cao hơn nhịp cần có 3,6 điểm %.");
    let need = told.reasons.last().unwrap();
    assert_eq!(need.text, "Cần tăng thêm 21,43 điểm % trong quý còn lại.");
    assert_eq!(need.working.as_deref(), Some("(100,00 − 78,57) ÷ 1 = 21,43"));
    // Away from its sum it has the digits of the target, and is enough.
    let (measure, evaluation) = (&case.measure, case.evaluate());
    assert_eq!(needed_words(measure, &evaluation, Language::Vietnamese).unwrap(), "21,5 điểm %");
    assert_eq!(
        needed_briefly(measure, &evaluation, Language::Vietnamese).unwrap(),
        "Cần tăng thêm 21,5 điểm % trong quý còn lại."
    );

    // As few digits as tell it from the target.
    let mut case = Case::new("> 40", "rate quarter", "39996/100000", "2025-04-05");
    case.measure.unit = "%".into();
    let told = words(&case, Language::Vietnamese);
    assert!(told.reasons.iter().any(|reason| reason.text.contains("39,996\u{202f}%")), "{:?}", told.reasons);
}

#[test]
fn a_difference_is_that_of_the_numbers_shown() {
    let mut case = Case::new("reduce 1114", "total quarter", "296 598 902", "2025-10-05");
    case.measure.unit = "hộ".into();
    let told = words(&case, Language::Vietnamese);
    assert_eq!(told.sentence, "Hết quý III đạt 902 hộ, cao hơn nhịp cần có 66.", "902 − 836, not 66,5 rounded");
    let texts: Vec<&str> = told.reasons.iter().map(|reason| reason.text.as_str()).collect();
    assert!(texts.contains(&"Nhịp cần có đến hết quý III: 836 hộ."), "{texts:?}");
    assert!(texts.contains(&"Cần 212 hộ trong quý còn lại, bằng 0,7 lần các kỳ gần nhất."), "{texts:?}");
}

#[test]
fn a_span_of_one_period_is_named_once() {
    let mut case = Case::new("> 10", "level quarter", "7.5 7.7 7.9", "2025-10-05");
    case.measure.judged_by = Some(tiendo::model::PeriodLength::Quarter);
    let told = words(&case, Language::Vietnamese);
    assert_eq!(told.reasons[0].text, "Đánh giá riêng từng kỳ: quý III.");
}

#[test]
fn ranks_are_apart_by_places_and_a_strict_ceiling_leaves_less_than_the_rest() {
    let mut case = Case::new("top 5", "rank half", "#12", "2025-10-05");
    case.measure.judged_by = Some(tiendo::model::PeriodLength::HalfYear);
    let told = words(&case, Language::Vietnamese);
    assert_eq!(told.sentence, "Hết 6 tháng đầu năm là hạng 12, không đạt mục tiêu nhóm 5 dẫn đầu, kém 7 bậc.");

    let mut case = Case::new("< 5100", "flow quarter", "1205 1160 1120", "2025-10-05");
    case.measure.unit = "vụ".into();
    let told = words(&case, Language::Vietnamese);
    assert_eq!(told.reasons.last().unwrap().text, "Chỉ được dưới 1.615 vụ trong quý còn lại.");
}

#[test]
fn a_term_of_several_years_is_told_as_one_with_the_second_method_beside() {
    let mut case = Case::new(">= 92", "level year", "82 84", "2027-02-03");
    case.options("years 2025-2030; base 2024=80").measure.method = tiendo::model::Method::CompoundGrowth;
    let told = words(&case, Language::Vietnamese);
    assert_eq!(told.sentence, "Hết năm 2026 đạt 84, bằng nhịp cần có.");
    assert_eq!(told.reasons[0].text, "Đánh giá chung cho giai đoạn 2025–2030.");
    let growth = told.reasons.last().unwrap();
    assert_eq!(growth.text, "Theo tăng trưởng kép: tiến bộ rõ, điểm 3,2 (thang −5 đến 5).");
    assert_eq!(
        growth.working.as_deref(),
        Some("80 (2024) → 84 (2026), mục tiêu 92 (2030): bằng 1,05 lần tốc độ cần có")
    );

    // A sum over the years is not the last one's own.
    let mut case = Case::new(">= 600", "total quarter", "25 50 75 100 25", "2026-04-03");
    case.options("years 2025-2030");
    assert_eq!(words(&case, Language::Vietnamese).sentence, "Hết quý I/2026 đạt 125, bằng nhịp cần có.");
    let english = words(&case, Language::English);
    assert_eq!(english.sentence, "By the end of Q1 2026: 125, exactly the required pace.");
    assert_eq!(english.reasons[0].text, "Judged over 2025–2030 as a whole.");
}
