//! The words for a verdict: a sentence that a person can check, and the sums behind it.

use tiendo::i18n::{Explanation, Language, explain};

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
        "Hết tháng 9 đạt 96.400 lao động, thấp hơn nhịp cần có 8.600; cả khoảng dự báo đều không tới mục tiêu."
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
            Some("(140.000 − 96.400) ÷ 3 = 14.534; 14.534 ÷ 11.133 = 1,3"),
        ),
    ];
    assert_eq!(reasons, expected);
    assert_eq!(told.rule, "Quy tắc “Chậm”: kém nhịp cần có và cả khoảng dự báo không tới mục tiêu.");
    let english = words(&case, Language::English);
    assert!(english.sentence.starts_with("By the end of September: 96,400"), "{}", english.sentence);
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
