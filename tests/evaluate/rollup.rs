//! Groups, sections, bodies and the programme as sums of their measures; and what changed since the previous period.

use std::sync::Arc;

use tiendo::charts::{Chart, small_multiples};
use tiendo::document::Draft;
use tiendo::evaluate::{
    Context, Evaluation, Rollup, Shift, Verdict, courses_of_bodies, evaluate_in, evaluate_previous,
};
use tiendo::i18n::{Language, headline_words, rollup_words, shift_words};
use tiendo::model::*;

use crate::case::{Case, date, number};

/// Measures of indicators (`a`, `a`, `b` …) with the evaluations of cases.
fn measures(cases: &[(&str, &Case)]) -> (Vec<Arc<Measure>>, Vec<Evaluation>) {
    let place = |parent: &str| Place { parent: parent.into(), key: "a".into() };
    let measures = cases.iter().enumerate().map(|(at, (indicator, case))| {
        Arc::new(Measure { id: at.to_string().as_str().into(), place: place(indicator), ..case.measure.clone() })
    });
    (measures.collect(), cases.iter().map(|(_, case)| case.evaluate()).collect())
}

fn rollup(cases: &[(&str, &Case)]) -> Rollup {
    let (measures, evaluations) = measures(cases);
    Rollup::of_indicators(&measures.iter().collect::<Vec<_>>(), &|id| evaluations.get(id.parse::<usize>().unwrap()))
}

#[test]
fn an_indicator_stands_as_its_worst_measure_and_weights_weigh_measures() {
    let mut met = Case::new(">= 100", "flow year", "100", "2026-02-01");
    let half = Case::new(">= 100", "flow year", "50", "2026-02-01");
    let missing = Case::new(">= 100", "flow year", "", "2026-02-01");
    let got = rollup(&[("a", &met), ("a", &half), ("b", &met)]);
    assert_eq!((got.fulfilled, got.total, got.with_figures, got.count(Verdict::Missed)), (1, 2, 2, 1));
    assert_eq!(got.achievement.map(|it| it.round_dp(4)), Some(number("0.8333")), "(1 + 0,5 + 1) / 3");
    assert_eq!(
        rollup_words(&got, Language::Vietnamese),
        "1/2 chỉ tiêu đạt và vượt; mức đạt theo trọng số 83,3\u{202f}%"
    );
    met.measure.weight = number("3");
    assert_eq!(rollup(&[("a", &met), ("b", &half)]).achievement, Some(number("0.875")), "(3 + 0,5) / 4");
    // One measure without a figure leaves its indicator without, and the whole without a percent.
    let got = rollup(&[("a", &met), ("a", &missing), ("b", &met)]);
    assert_eq!((got.total, got.with_figures, got.overdue, got.achievement), (2, 1, 1, None));
    let words = rollup_words(&got, Language::English);
    assert_eq!(words, "1 of 2 indicators met or exceeded; 1 of 2 with figures; 1 with an overdue figure");
}

#[test]
fn the_headline_never_calls_all_well_while_figures_are_missing() {
    let met = Case::new(">= 100", "flow year", "100", "2026-02-01");
    let half = Case::new(">= 100", "flow year", "50", "2026-02-01");
    let missing = Case::new(">= 100", "flow year", "", "2026-02-01");
    let early = Case::new(">= 100", "flow year", "", "2025-06-01");
    let said = |cases: &[(&str, &Case)]| headline_words(&rollup(cases), None, Language::Vietnamese);
    assert_eq!(said(&[("a", &met)]), "1 trên 1 chỉ tiêu đạt hoặc đúng tiến\u{a0}độ; không có chỉ tiêu nào cần xử lý.");
    assert_eq!(
        said(&[("a", &met), ("b", &missing)]),
        "1 trên 2 chỉ tiêu đạt hoặc đúng tiến\u{a0}độ; 1 chỉ tiêu quá hạn nhập số liệu."
    );
    assert_eq!(
        said(&[("a", &half), ("b", &missing)]),
        "0 trên 2 chỉ tiêu đạt hoặc đúng tiến\u{a0}độ; 1 chỉ tiêu cần xử lý."
    );
    assert_eq!(said(&[("a", &early)]), "Chưa có số liệu để đánh giá 1 chỉ tiêu.");
    assert_eq!(
        said(&[("a", &missing), ("b", &early)]),
        "Chưa có số liệu để đánh giá 2 chỉ tiêu; 1 chỉ tiêu quá hạn nhập số liệu."
    );
}

#[test]
fn the_parts_of_the_sample_add_up_to_the_whole() {
    let programme = Programme::read(tiendo::sample::sample());
    let context = Context::of(&programme, date("2030-01-01"));
    let judged: Vec<(&Arc<Measure>, Evaluation)> = programme
        .measures_in_order()
        .into_iter()
        .map(|measure| (measure, evaluate_in(&programme, measure, &context)))
        .collect();
    let find = |id: &str| judged.iter().find(|(measure, _)| measure.id.as_str() == id).map(|(_, found)| found);
    let rollup = |measures: &[&Arc<Measure>]| Rollup::of_indicators(measures, &find);
    let whole = rollup(&programme.measures_in_order());
    assert_eq!((whole.total, judged.len()), (31, 60));
    assert_eq!(Verdict::ALL.iter().map(|verdict| whole.count(*verdict)).sum::<usize>(), 31);
    assert!(whole.with_figures < whole.total && whole.achievement.is_none());

    // Every section, every group below one line: its children together are the line.
    let mut lines = 0;
    for line in programme.outline() {
        let id = line.line.id().as_str();
        let own = rollup(&programme.measures_below(id));
        let children = programme.children(id);
        if own.total > 1 && !children.iter().any(|child| matches!(child, Line::Measure(_))) {
            let parts: Vec<Rollup> =
                children.iter().map(|child| rollup(&programme.measures_below(child.id().as_str()))).collect();
            let sum = |pick: fn(&Rollup) -> usize| parts.iter().map(pick).sum::<usize>();
            assert_eq!((sum(|it| it.total), sum(|it| it.fulfilled)), (own.total, own.fulfilled), "{id}");
            lines += 1;
        }
    }
    assert!(lines >= 5, "{lines}");

    // Bodies by what they lead, merged ones under their successor.
    let lead = |measure: &Measure| programme.lead_of(measure, context.as_of).map(|body| body.id.clone());
    let led = judged.iter().filter(|(measure, _)| lead(measure).is_some()).count();
    assert_eq!(led, judged.len(), "every measure of the sample has somebody who answers for it");
}

#[test]
fn what_changed_since_the_previous_period_is_what_a_period_of_figures_made() {
    let previous = |case: &Case, length| {
        let programme = case.in_programme(Draft::default());
        let context = case.context();
        evaluate_previous(&programme, programme.measures().get("m").unwrap(), &context, length)
    };
    let mut case = Case::new(">= 120", "flow month", "10 10 10 10 10 10 10 10 4", "2025-10-05");
    let (before, now) = (previous(&case, PeriodLength::Month).unwrap(), case.evaluate());
    assert_eq!((before.verdict, before.value, now.value), (Verdict::OnTrack, Some(number("80")), Some(number("84"))));
    assert_eq!(Shift::between(before.verdict, now.verdict), Shift::Worse);
    assert_eq!(
        shift_words(&case.measure, &before, &now, Language::Vietnamese).unwrap(),
        "Xấu đi so với kỳ trước: từ “Đúng tiến độ” thành “Chậm”. Số liệu đến hết tháng 8 là 80, nay là 84."
    );
    assert_eq!(previous(&case, PeriodLength::Quarter).unwrap().value, Some(number("60")), "a quarter earlier");
    assert_eq!(previous(&case, PeriodLength::Year), None, "before the programme there is no period");
    // The target that was in force then.
    case.options("was >= 90 until 2025-09-20");
    assert_eq!(previous(&case, PeriodLength::Month).unwrap().target, Target::AtLeast(number("90")));
    // A figure that came in late belongs to its month.
    let gap = Case::new(">= 120", "flow month", "10 10 . 10 10 10 10 10 10", "2025-10-05");
    let filled = Case::new(">= 120", "flow month", "10 10 10 10 10 10 10 10 10", "2025-10-05");
    assert_eq!(previous(&gap, PeriodLength::Month).unwrap().value, Some(number("70")));
    assert_eq!(previous(&filled, PeriodLength::Month).unwrap().value, Some(number("80")));
    // The one figure of a year, known in its midst, is no news each month.
    let year = Case::new("top 5", "rank year", "#4", "2025-10-05");
    let before = previous(&year, PeriodLength::Month).unwrap();
    assert_eq!(shift_words(&year.measure, &before, &year.evaluate(), Language::Vietnamese), None);
    // Months from the 15th to the 14th: 20 September is the sixth day of October.
    let mut case = Case::new(">= 120", "flow month", "10 10 10 10 10 10 10 10 10", "2025-09-20");
    case.options("statutory");
    assert_eq!(previous(&case, PeriodLength::Month).unwrap().value, Some(number("80")));
}

#[test]
fn a_verdict_shifts_for_better_or_worse_or_out_of_judgement() {
    use Verdict::*;
    for (before, now, shift) in [
        (AtRisk, OnTrack, Shift::Better),
        (OnTrack, OffTrack, Shift::Worse),
        (OffTrack, Missed, Shift::Worse),
        (MetEarly, Met, Shift::Same),
        (Met, Exceeded, Shift::Better),
        (NoData, OnTrack, Shift::Other),
        (OnTrack, FigureOverdue, Shift::Other),
        (NotDue, NotDue, Shift::Same),
    ] {
        assert_eq!(Shift::between(before, now), shift, "{before:?} to {now:?}");
    }
}

#[test]
fn each_body_has_a_course_of_its_own_figures() {
    let courses = |kind: &str, target: &str| {
        let mut case = Case::new(target, kind, "", "2025-04-05");
        case.options("body a 10 12 14; body b 20 . 26");
        let mut draft = Draft::default();
        for id in ["a", "b", "c"] {
            Body { name: id.to_uppercase(), ..Body::new(id.into()) }.write(&id.into(), &mut draft);
        }
        let programme = case.in_programme(draft);
        let measure = programme.measures().get("m").unwrap().clone();
        let courses = courses_of_bodies(&programme, &measure, &case.context());
        let whole = evaluate_in(&programme, &measure, &case.context());
        let vi = Language::Vietnamese;
        let charts: Vec<Chart> =
            courses.iter().map(|(body, steps)| Chart::of_body(&measure, &whole, body, steps.clone(), vi)).collect();
        for (svg, name) in small_multiples(&charts, vi).iter().zip(["A: 3 tháng", "B: 3 tháng"]) {
            assert!(svg.contains(&format!("aria-label=\"{name}")) && !svg.contains("chart-range"), "{svg}");
            assert_eq!(svg.contains("chart-target"), kind == "rate month", "{kind}: {svg}");
        }
        let shown = courses.iter().map(|(body, steps)| {
            let values: Vec<_> = steps.iter().take(3).map(|step| step.value.map(|it| it.to_string())).collect();
            (body.id.to_string(), values, steps[0].line)
        });
        shown.collect::<Vec<_>>()
    };
    let some = |values: [&str; 3]| values.map(|value| (value != ".").then(|| value.to_owned())).to_vec();
    // A body that sends nothing has no course, one that missed a month a gap.
    let counts = courses("flow month", ">= 600");
    assert_eq!(counts, [("a".into(), some(["10", "22", "36"]), None), ("b".into(), some(["20", ".", "46"]), None)]);
    // The target of a rate is each body's too, that of a count is not.
    let rates = courses("rate month", ">= 15");
    assert_eq!(rates[0], ("a".into(), some(["10", "12", "14"]), Some(number("15"))));
}
