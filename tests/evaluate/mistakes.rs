//! What real systems got wrong, each as a test of its own.

use tiendo::evaluate::{Rollup, Rule, Step, TaskCounts, TaskFacts, Verdict};
use tiendo::model::{Deadline, Decimal, TaskState};

use crate::case::{Case, date, number};

fn verdict(target: &str, kind: &str, figures: &str, as_of: &str, options: &str) -> Verdict {
    Case::new(target, kind, figures, as_of).options(options).evaluate().verdict
}

#[test]
fn a_value_below_its_ceiling_is_not_red() {
    assert_eq!(verdict("<= 150", "flow year", "119", "2026-02-01", ""), Verdict::Exceeded);
    assert_eq!(verdict("<= 150", "level month", "119", "2025-02-01", ""), Verdict::OnTrack);
    assert_eq!(verdict("<= 150", "flow quarter", "30 30 30", "2025-10-05", ""), Verdict::OnTrack);
}

#[test]
fn a_falling_indicator_is_not_judged_as_rising() {
    let fall = "1150 1080 1000 940 880";
    assert_eq!(verdict("reduce 500", "level month", fall, "2025-06-03", "base 2024=1200"), Verdict::OnTrack);
    assert_eq!(verdict("lower", "level month", fall, "2025-06-03", "base 2024=1200"), Verdict::OnTrack);
    let rise = "1210 1220 1230 1240 1250";
    assert_eq!(verdict("reduce 500", "level month", rise, "2025-06-03", "base 2024=1200"), Verdict::OffTrack);
    assert_eq!(verdict("= 700", "level month", rise, "2025-06-03", "lower; base 2024=1200"), Verdict::OffTrack);
}

#[test]
fn a_baseline_that_equals_the_target_asks_whether_it_still_holds() {
    for (figure, verdict, achievement) in [("100", Verdict::OnTrack, "1"), ("99.5", Verdict::AtRisk, "0.995")] {
        let got = Case::new(">= 100", "rate month", figure, "2025-02-10").options("base 2024=100").evaluate();
        assert_eq!((got.verdict, got.achievement), (verdict, Some(number(achievement))), "{figure}");
    }
    let got = Case::new("< 4", "level month", "4.2", "2025-02-10").options("base 2024=4").evaluate();
    assert_eq!(got.achievement, None, "lower is better: a distance, no percent");
}

#[test]
fn zero_is_a_figure_and_an_empty_cell_is_none() {
    let with = |figures: &str| Case::new("zero", "flow month", figures, "2025-04-03").evaluate();
    assert_eq!((with("0 0 0").verdict, with("0 0 0").value), (Verdict::OnTrack, Some(Decimal::ZERO)));
    assert_eq!((with("").verdict, with("").value), (Verdict::FigureOverdue, None));
    // A cell that was cleared, or holds a note only, is an empty one.
    let mut cleared = Case::new("zero", "flow month", "0 0 0", "2025-04-03");
    cleared.observations[1].figure = None;
    let got = cleared.evaluate();
    assert_eq!(got.overdue.map(|period| period.to_string()).as_deref(), Some("2025-02"));
}

#[test]
fn a_child_beyond_its_target_lifts_nobody_else() {
    let far = Case::new(">= 100", "flow year", "300", "2026-02-01").evaluate();
    let none = Case::new(">= 100", "flow year", "0", "2026-02-01").evaluate();
    let worse = Case::new(">= 92", "level year", "70", "2026-02-01").options("base 2024=80").evaluate();
    let half = Rollup::of([(Decimal::ONE, &far), (Decimal::ONE, &none)]);
    assert_eq!(half.achievement, Some(number("0.5")), "300 % counts as 100 %");
    assert!(worse.achievement < Some(Decimal::ZERO));
    assert_eq!(Rollup::of([(Decimal::ONE, &far), (Decimal::ONE, &worse)]).achievement, Some(number("0.5")));
}

#[test]
fn rates_of_bodies_add_numerators_and_denominators_apart() {
    let mut case = Case::new(">= 50", "rate month", "", "2025-02-10");
    let got = case.options("body a 1/10; body b 90/90; pace target").evaluate();
    assert_eq!(got.value, Some(Decimal::from(91)), "91 of 100, neither the mean of 10 % and 100 % nor 91 of 191");
}

#[test]
fn running_totals_are_not_summed() {
    let got = Case::new(">= 120", "total month", "10 20 30 40", "2025-05-03").evaluate();
    assert_eq!((got.value, got.verdict), (Some(Decimal::from(40)), Verdict::OnTrack));
    // Nor are levels, rates and ranks.
    for kind in ["level month", "rate month", "rank month"] {
        assert_eq!(Case::new("<= 120", kind, "10 20 30", "2025-04-03").evaluate().value, Some(Decimal::from(30)));
    }
}

#[test]
fn a_late_figure_changes_the_periods_after_it() {
    let mut case = Case::new(">= 120", "flow month", "10 . 10 10", "2025-05-03");
    let sums = |case: &Case| -> Vec<Option<Decimal>> { case.course().iter().take(4).map(|step| step.value).collect() };
    let some = |value: u32| Some(Decimal::from(value));
    assert_eq!(sums(&case), [some(10), None, some(20), some(30)]);
    let before = case.evaluate();
    case.figures(2025, ". 25");
    assert_eq!(sums(&case), [some(10), some(35), some(45), some(55)]);
    assert_eq!((before.value, case.evaluate().value), (some(30), some(55)));
}

#[test]
fn a_partial_sum_is_not_held_against_the_target_of_the_year() {
    let got = Case::new(">= 120", "flow month", "10 10 10", "2025-04-03").evaluate();
    assert_eq!((got.verdict, got.expected), (Verdict::OnTrack, Some(Decimal::from(30))));
    assert_eq!(got.percent_of_plan, Some(number("0.25")), "of the plan, under its own name");
    // With a gap the expectation shrinks too.
    let got = Case::new(">= 120", "flow month", "10 . 10", "2025-04-03").evaluate();
    assert_eq!((got.verdict, got.expected), (Verdict::OnTrack, Some(Decimal::from(20))));
    assert!(got.trace.steps.iter().any(|step| matches!(step, Step::Missing(periods) if periods.len() == 1)));
    // Last year is compared over the same periods, not as a whole.
    let got =
        Case::new(">= 120", "flow month", "10 10 10", "2025-04-03").options("last 8 8 9 9 9 9 9 9 9 9 9 9").evaluate();
    assert_eq!(got.year_on_year.map(|it| it.before), Some(Decimal::from(25)));
    assert_eq!(got.year_on_year.and_then(|it| it.ratio), Some(number("1.2")));
}

#[test]
fn a_missing_child_is_not_zero_in_a_roll_up() {
    let done = Case::new(">= 100", "flow year", "100", "2026-02-01").evaluate();
    let missing = Case::new(">= 100", "flow year", "", "2026-02-01").evaluate();
    let got = Rollup::of([(Decimal::ONE, &done), (Decimal::ONE, &missing)]);
    assert_eq!((got.achievement, got.with_figures, got.total, got.fulfilled, got.overdue), (None, 1, 2, 1, 1));
    // One without weight does not stand in the way.
    let got = Rollup::of([(Decimal::ONE, &done), (Decimal::ZERO, &missing)]);
    assert_eq!(got.achievement, Some(Decimal::ONE));
    assert_eq!(Rollup::of([]).achievement, None);
}

#[test]
fn on_time_is_not_100_percent_beside_overdue_tasks() {
    let on = |day: &str| Deadline::On(date(day));
    let (early, late, none) = (on("2025-03-31"), on("2025-12-31"), Deadline::None);
    let task = |deadline, state, completed: Option<&str>| TaskFacts { deadline, state, completed: completed.map(date) };
    let tasks = [
        task(&early, TaskState::Done, Some("2025-03-30")),
        task(&early, TaskState::Done, Some("2025-04-02")),
        task(&early, TaskState::NotStarted, None),
        task(&late, TaskState::Ongoing, None),
        task(&none, TaskState::Ongoing, None),
        task(&early, TaskState::Cancelled, None),
    ];
    let got = TaskCounts::at(tasks, date("2025-10-05"), 7);
    let four = [got.done_on_time, got.done_late, got.open_on_time, got.open_overdue];
    assert_eq!((four, got.without_deadline, got.cancelled, got.total()), ([1, 1, 1, 1], 1, 1, 5));
    assert_eq!(got.on_time_share(), Decimal::ONE.checked_div(Decimal::from(3)));
    // As it stood on 1 April: one was still open then, and a day late.
    let then = TaskCounts::at(tasks, date("2025-04-01"), 7);
    assert_eq!([then.done_on_time, then.done_late, then.open_on_time, then.open_overdue], [1, 0, 1, 2]);
    // On the last day nothing is late yet.
    let last = TaskCounts::at(tasks, date("2025-03-31"), 7);
    assert_eq!((last.open_overdue, last.due_soon), (0, 2));
}

#[test]
fn text_in_a_number_is_no_number() {
    let got = Case::new(">= 120", "flow month", "10 10 \"N/A\"", "2025-04-03").evaluate();
    assert_eq!((got.value, got.expected), (Some(Decimal::from(20)), Some(Decimal::from(20))));
    assert!(got.trace.steps.iter().any(|step| matches!(step, Step::Unreadable(periods) if periods.len() == 1)));
    assert_eq!(verdict("zero", "flow month", "\"không\"", "2025-02-03", ""), Verdict::NoData);
}

#[test]
fn on_pace_to_august_is_not_late_on_20_september() {
    let got = Case::new(">= 120", "flow month", "10 10 10 10 10 10 10 10", "2025-09-20").evaluate();
    assert_eq!((got.verdict, got.trace.rule, got.overdue), (Verdict::OnTrack, Rule::Ahead, None));
    assert_eq!(got.expected, Some(Decimal::from(80)));
}
