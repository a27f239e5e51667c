//! Judging within a programme: settings, successions, twins, a person's judgement, the second method.

use tiendo::document::{Author, Draft, Timestamp};
use tiendo::evaluate::{
    Context, Contradiction, CourseStep, GrowthStatus, Succession, Verdict, contradiction, course_in, drawn_course,
    evaluate_in, figures_since, judgements_in,
};
use tiendo::model::*;

use crate::case::{Case, date, number};

#[test]
fn one_fact_stated_twice_shows_where_the_statements_disagree() {
    let rate =
        |figure: &str| Case::new("reduce 0.04", "level year", figure, "2026-02-01").options("base 2024=0.33").clone();
    let count =
        |figure: &str| Case::new("reduce 1114", "level year", figure, "2026-02-01").options("base 2024=9190").clone();
    let compare = |rate: &Case, count: &Case| contradiction(&rate.evaluate(), &count.evaluate());
    // 0,04 points and 1.114 households are the same reduction, as far as two decimals can tell.
    assert_eq!(compare(&rate("0.29"), &count("8076")), None);
    assert_eq!(compare(&rate("0.29"), &count("8000")), None);
    // One is reached and the other is not.
    let got = compare(&rate("0.29"), &count("8500"));
    assert_eq!(got, Some(Contradiction::Verdicts(Verdict::Met, Verdict::Missed)));
    // Both are reached, but one says half as much again: no rounding explains that.
    let got = compare(&rate("0.21"), &count("8076"));
    assert!(matches!(got, Some(Contradiction::Achievements { .. })), "{got:?}");
    // Without a figure there is nothing to contradict.
    assert_eq!(compare(&rate("."), &count("8076")), None);
}

#[test]
fn a_target_over_several_years_is_judged_by_growth_too() {
    let mut case = Case::new(">= 92", "level year", "82 84", "2027-02-03");
    case.options("years 2025-2030; base 2024=80");
    assert_eq!(case.evaluate().growth, None, "only where the measure asks for it");
    case.measure.method = Method::CompoundGrowth;
    let growth = case.evaluate().growth.unwrap();
    // (84/80)^(1/2) - 1 over (92/80)^(1/6) - 1.
    let expected = ((84.0_f64 / 80.0).sqrt() - 1.0) / ((92.0_f64 / 80.0).powf(1.0 / 6.0) - 1.0);
    assert!((growth.progress.unwrap() - expected).abs() < 1e-12, "{growth:?}");
    assert_eq!(growth.status, GrowthStatus::Substantial);
    assert_eq!(case.evaluate().verdict, Verdict::OnTrack, "the annual method stands beside it");
}

#[test]
fn the_second_method_keeps_to_its_edges_within_a_measure() {
    let growth = |target: &str, kind: &str, figures: &str, day: &str, options: &str| {
        let mut case = Case::new(target, kind, figures, day);
        case.options(options).measure.method = Method::CompoundGrowth;
        case.evaluate().growth.unwrap()
    };
    let status = |target: &str, figure: &str| {
        let got = growth(target, "level year", figure, "2026-02-03", "years 2025-2030; base 2024=80");
        (got.status, got.progress.is_some(), got.score)
    };
    // A target where it began has no rate of progress, but can be kept.
    assert_eq!(status(">= 80", "81"), (GrowthStatus::TargetAchieved, false, Some(5.0)));
    assert_eq!(status(">= 80", "79"), (GrowthStatus::NotAvailable, false, None));
    // A bare direction has no target at all: growth itself is judged.
    assert_eq!(status("higher", "84"), (GrowthStatus::Substantial, true, Some(5.0)));
    // A part of a year's sum is no match for a whole year, a sum over several years neither.
    let sum = |figures: &str, day: &str, options: &str| growth(">= 120", "flow quarter", figures, day, options).status;
    assert_eq!(sum("30 30", "2025-08-01", "base 2024=100"), GrowthStatus::NotAvailable);
    assert_eq!(sum("30 30 30 30", "2026-02-01", "base 2024=100"), GrowthStatus::TargetAchieved);
    assert_eq!(sum("30 30 30 30", "2026-02-01", "base 2024=100; years 2025-2026"), GrowthStatus::NotAvailable);
    // Without a baseline there is nothing to grow from.
    let none = growth(">= 92", "level year", "84", "2026-02-03", "years 2025-2030");
    assert_eq!((none.status, none.score), (GrowthStatus::NotAvailable, None));
}

#[test]
fn the_course_shows_sum_pace_and_the_line_in_force() {
    let mut case = Case::new(">= 150", "flow quarter", "30 . 45", "2025-10-05");
    case.options("was >= 120 until 2025-07-01; last 20 30 30 40");
    let course = case.course();
    let some = |value: &str| Some(number(value));
    let column =
        |pick: fn(&tiendo::evaluate::CourseStep) -> Option<Decimal>| course.iter().map(pick).collect::<Vec<_>>();
    assert_eq!(column(|step| step.own), [some("30"), None, some("45"), None]);
    assert_eq!(column(|step| step.value), [some("30"), None, some("75"), None]);
    assert_eq!(column(|step| step.before), [some("20"), some("50"), some("80"), some("120")]);
    assert_eq!(column(|step| step.expected), [some("25"), some("62.5"), some("100"), some("150")]);
    assert_eq!(column(|step| step.line), [some("120"), some("120"), some("150"), some("150")]);
}

#[test]
fn what_people_judge_stands_as_judged_once_somebody_spoke_on_what_ended_last() {
    let stands = |period: &str, day: &str| {
        let case = Case::new("narrative", "text quarter", "", day);
        let mut draft = Draft::default();
        let judgement = Judgement::new("v".into(), case.measure.id.clone(), period.parse().unwrap());
        Judgement { scale: 4, author: "A".into(), ..judgement }.write(&"v.1".into(), &mut draft);
        let programme = case.in_programme(draft);
        let context = Context::of(&programme, date("2030-01-01"));
        let measure = programme.measures().get("m").unwrap();
        let got = evaluate_in(&programme, measure, &context);
        let sentence = tiendo::i18n::explain(measure, &got, tiendo::i18n::Language::Vietnamese).sentence;
        (got.verdict, sentence)
    };
    assert_eq!(stands("2025-Q3", "2025-10-05"), (Verdict::ByPerson, "A nhận định quý III: khá (4/5).".into()));
    let needed = (Verdict::NeedsPerson, "Chỉ tiêu định tính, cần người có thẩm quyền nhận định.".to_owned());
    assert_eq!(stands("2025-Q2", "2025-10-05"), needed, "that was on an earlier quarter");
    assert_eq!(stands("2025-Q3", "2025-06-05"), needed, "that quarter has not begun");
    assert_eq!(stands("2025-Q2", "2025-06-05").0, Verdict::ByPerson, "the running quarter is as good");
}

#[test]
fn a_change_of_scope_shows_where_the_course_starts_anew() {
    let mut case = Case::new(">= 120", "total month", "10 20 30 80 90", "2025-06-05");
    case.options("scope 2025-03-10; last 9 18 27 36 45 54 63 72 81 90 99 108");
    let course = case.course();
    let anew: Vec<_> = course.iter().filter(|step| step.starts_anew).map(|step| step.period.to_string()).collect();
    assert_eq!(anew, ["2025-04"], "the first month wholly after the change");
    // The step from one scope to the other is no month's amount, and last year is another matter.
    let own: Vec<_> = course.iter().take(5).map(|step| step.own).collect();
    assert_eq!(own, [Some(number("10")), Some(number("10")), Some(number("10")), None, Some(number("10"))]);
    assert!(course.iter().all(|step| step.before.is_none()));
    let told = case.evaluate().trace.steps;
    assert!(told.contains(&tiendo::evaluate::Step::Break { on: date("2025-03-10") }), "{told:?}");
    // Looking back at a day before the change, there was none.
    case.as_of = date("2025-03-05");
    assert!(case.course().iter().all(|step| !step.starts_anew && step.before.is_some()));
}

#[test]
fn a_programme_gives_settings_successions_figures_and_judgements() {
    let mut case = Case::new(">= 92", "level month", "81 82 83 84 85 86 77 78 79", "2025-10-05");
    case.options("base 2024=80; owner a");
    case.settings.due_days = 3;
    let old = Body { successor: Some(("b".into(), date("2025-07-01"))), ..Body::new("a".into()) };
    let judgement = |period: &str, day: &str, scale| Judgement {
        scale,
        date: Some(date(day)),
        ..Judgement::new("v".into(), case.measure.id.clone(), period.parse().unwrap())
    };
    let mut draft = Draft::default();
    old.write(&"a".into(), &mut draft);
    judgement("2025-Q2", "2025-07-02", 4).write(&"v.1".into(), &mut draft);
    judgement("2025-Q3", "2025-10-04", 2).write(&"v.2".into(), &mut draft);
    judgement("2025-Q3", "2025-10-20", 5).write(&"v.3".into(), &mut draft);
    let programme = case.in_programme(draft);

    let context = Context::of(&programme, date("2030-01-01"));
    assert_eq!((context.as_of, context.settings.due_days), (case.as_of, 3));
    assert_eq!(context.successions, [Succession { body: "a".into(), successor: "b".into(), on: date("2025-07-01") }]);
    let measure = programme.measures().get("m").unwrap();
    let got = evaluate_in(&programme, measure, &context);
    assert_eq!((got.verdict, got.value), (Verdict::NoBaseline, Some(number("79"))), "the merger broke the series");
    assert_eq!(course_in(&programme, measure, &context).len(), 12);
    assert_eq!(judgements_in(&programme, "m", &context)[0].scale, 5, "the latest one first");
    let back = Context { known_by: Some(Timestamp::default()), ..context };
    assert_eq!(judgements_in(&programme, "m", &back)[0].scale, 2, "looking back, the latest one of the day");
}

#[test]
fn looking_back_a_figure_that_was_corrected_or_returned_since_is_as_it_was() {
    let case = Case::new("= 120", "flow month", "10 10 10", "2025-04-05");
    let mut programme = case.in_programme(Draft::default());
    let author = Author { actor: "b".into(), person: String::new(), body: String::new() };
    let mut write = |period: &str, value: Option<&str>, state: FigureState, at: i64| {
        let period: Period = period.parse().unwrap();
        let known = programme.observations().iter().find(|it| it.period == period).map(|it| Observation::clone(it));
        let mut figure = known.unwrap_or_else(|| Observation::new("o.4".into(), "m".into(), period));
        if let Some(value) = value {
            figure.figure = Some(Figure { reading: Reading::Number(number(value)), is_estimate: false });
        }
        figure.state = state;
        let mut draft = Draft::default();
        figure.write(&figure.id, &mut draft);
        programme.commit(draft, &author, Timestamp(at)).unwrap();
    };
    write("2025-02", Some("40"), FigureState::Draft, 2_000);
    write("2025-03", None, FigureState::Returned, 3_000);
    write("2025-04", Some("7"), FigureState::Draft, 4_000);
    let measure = programme.measures().get("m").unwrap();
    let at = |known_by: Option<i64>| {
        let context = Context { known_by: known_by.map(Timestamp), ..Context::of(&programme, date("2025-04-05")) };
        (evaluate_in(&programme, measure, &context).value, figures_since(&programme, &context))
    };
    assert_eq!(at(Some(1_000)), (Some(number("30")), 2), "as it was before all that");
    assert_eq!(at(Some(2_500)), (Some(number("60")), 1), "corrected, and not yet returned");
    assert_eq!(at(Some(3_500)), (Some(number("50")), 1), "returned: March does not count");
    assert_eq!(at(None), (Some(number("57")), 0));
    let body = course_in(&programme, measure, &Context { known_by: Some(Timestamp(1_000)), ..case.context() });
    assert_eq!(body[2].value, Some(number("30")));
}

#[test]
fn a_damaged_term_is_no_thousand_years() {
    let years = |first_year, last_year| Head { first_year, last_year, ..Head::default() }.years();
    assert_eq!(years(2025, 2025), 2025..=2025);
    assert_eq!(years(2025, 2030), 2025..=2030);
    assert_eq!(years(0, 2025), 2025..=2025);
    assert_eq!(years(2025, 0), 2025..=2025);
    assert_eq!(years(i32::MIN, i32::MAX), 0..=0);
    assert_eq!(years(1, 2025).count(), 10);
}

#[test]
fn the_picture_of_a_target_of_each_quarter_shows_all_quarters() {
    let mut case = Case::new("> 10", "level quarter", "7.5 7.7 7.9", "2025-10-05");
    case.measure.judged_by = Some(PeriodLength::Quarter);
    let programme = case.in_programme(Draft::default());
    let (measure, context) = (programme.measures().get("m").unwrap(), Context::of(&programme, date("2030-01-01")));
    let values = |course: Vec<CourseStep>| course.into_iter().map(|step| step.value).collect::<Vec<_>>();
    let seen = |texts: [&str; 3]| texts.map(|text| Some(number(text))).into_iter().chain([None]).collect::<Vec<_>>();
    assert_eq!(values(course_in(&programme, measure, &context)), [Some(number("7.9"))], "judged alone");
    assert_eq!(values(drawn_course(&programme, measure, &context)), seen(["7.5", "7.7", "7.9"]));
}
