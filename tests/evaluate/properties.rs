//! What holds for any figures: better ones never make it worse, units and order change nothing, the past stays.

use proptest::prelude::*;
use tiendo::document::Timestamp;
use tiendo::evaluate::{Evaluation, Rule, Verdict};
use tiendo::model::*;

use crate::case::{Case, date};

/// Targets that have a good direction, over every numeric kind of value.
fn case() -> impl Strategy<Value = Case> {
    let target = prop_oneof![
        "(>|>=|=|~|maintain) (120|96|7[.]5)",
        "(<|<=) (120|96|7[.]5)",
        "(reduce|increase) (12|3[.]5|5%|20%)",
        "(zero|lower|higher|hold|top 5)",
    ];
    let kind = "(flow|total|level|rate|rank) (month|quarter)";
    let options = prop_oneof![
        Just(""),
        Just("base 2024=100"),
        Just("base 2024=6"),
        Just("last 9 8 10 10 11 9 10 12 8 10 11 10"),
        Just("pace straight"),
        Just("pace target"),
        Just("pace end"),
        Just("interim Q1=10 Q2=40 Q3=70"),
        Just("base 2024=60; interim Q2=40 Q3=70; near 0.9"),
        Just("lower; base 2024=130"),
        Just("lower"),
        Just("lower; near 0.8"),
        Just("every-period"),
        Just("judged quarter"),
        Just("lag 20; statutory"),
        Just("bounds 0..100"),
        Just("scope 2025-04-10; base 2024=60"),
        Just("years 2025-2026; base 2024=60"),
    ];
    let figures = prop::collection::vec(prop_oneof![1 => Just(None), 6 => (0_i64..300).prop_map(Some)], 1..=12);
    let day =
        prop_oneof![Just("2025-05-03"), Just("2025-10-05"), Just("2025-12-31"), Just("2026-01-03"), Just("2026-01-20")];
    (target, kind, options, figures, day).prop_map(|(target, kind, options, figures, day)| {
        let mut case = Case::new(&target, &kind, "", day);
        case.options(options);
        let per_year = usize::from(case.measure.period.per_year());
        let text: Vec<String> = figures
            .iter()
            .take(per_year)
            .map(|figure| figure.map_or(".".into(), |tenths| Decimal::new(tenths, 1).to_string()))
            .collect();
        case.figures(2025, &text.join(" "));
        case
    })
}

fn number(observation: &mut Observation) -> &mut Decimal {
    match &mut observation.figure.as_mut().unwrap().reading {
        Reading::Number(value) => value,
        other => panic!("{other:?}"),
    }
}

/// 0 is the worst; `None`: not a final verdict.
fn final_rank(verdict: Verdict) -> Option<u8> {
    Some(match verdict {
        Verdict::Missed => 0,
        Verdict::Near => 1,
        Verdict::Met | Verdict::MetEarly => 2,
        Verdict::Exceeded => 3,
        _ => return None,
    })
}

/// At the pace (1), behind it (0).
fn pace_rank(evaluation: &Evaluation) -> Option<u8> {
    Some(match evaluation.trace.rule {
        Rule::Ahead | Rule::AheadButRangeMisses | Rule::MetNow | Rule::SumReached | Rule::EveryPeriodKept => 1,
        Rule::Behind
        | Rule::BehindFar
        | Rule::BehindRangeMisses
        | Rule::CeilingOverrun
        | Rule::EventHappened
        | Rule::PeriodFailed
        | Rule::NoMark => 0,
        _ => return None,
    })
}

fn scaled(case: &Case, factor: Decimal) -> Case {
    let mut scaled = case.clone();
    let measure = &mut scaled.measure;
    let times = |value: &mut Decimal| *value *= factor;
    match &mut measure.target {
        Target::GreaterThan(value)
        | Target::AtLeast(value)
        | Target::Reach(value)
        | Target::LessThan(value)
        | Target::AtMost(value)
        | Target::Maintain(value)
        | Target::About { value, .. }
        | Target::ReduceBy(ChangeBy::Amount(value))
        | Target::IncreaseBy(ChangeBy::Amount(value)) => times(value),
        Target::RankTop(rank) => *rank *= 10,
        _ => {}
    }
    measure.baseline.iter_mut().for_each(|it| times(&mut it.value));
    measure.interim.iter_mut().for_each(|it| times(&mut it.value));
    measure.lower_bound.iter_mut().for_each(times);
    measure.upper_bound.iter_mut().for_each(times);
    scaled.observations.iter_mut().for_each(|it| times(number(it)));
    scaled
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn better_figures_never_worsen_achievement_pace_or_a_final_verdict(
        case in case(), at in 0_usize..12, by in 1_i64..200,
    ) {
        let before = case.evaluate();
        let Some(goal) = before.goal else { return Ok(()) };
        let mut better = case.clone();
        // Last year's figures are not this year's result.
        let mut now: Vec<_> = better.observations.iter_mut().filter(|it| it.period.year() == 2025).collect();
        if now.is_empty() {
            return Ok(());
        }
        let at = at % now.len();
        // What a running total gains, it keeps for the rest of the year.
        let until = if case.measure.value_kind == ValueKind::RunningTotal { now.len() } else { at + 1 };
        for observation in &mut now[at..until] {
            let value = number(observation);
            match goal.direction {
                Direction::Higher => *value += Decimal::new(by, 1),
                Direction::Lower => *value = (*value - Decimal::new(by, 1)).max(Decimal::ZERO),
            }
        }
        let after = better.evaluate();
        if let Some(before) = before.achievement {
            prop_assert!(after.achievement >= Some(before), "{before} to {:?}", after.achievement);
        }
        if let (Some(before), Some(after)) = (final_rank(before.verdict), final_rank(after.verdict)) {
            prop_assert!(after >= before, "{before:?} to {after:?}");
        }
        if let (Some(before), Some(after)) = (pace_rank(&before), pace_rank(&after)) {
            prop_assert!(after >= before, "{before:?} to {after:?}");
        }
    }

    #[test]
    fn a_unit_ten_times_smaller_changes_nothing(case in case()) {
        let (before, after) = (case.evaluate(), scaled(&case, Decimal::TEN).evaluate());
        prop_assert_eq!(before.verdict, after.verdict);
        prop_assert_eq!(before.trace.rule, after.trace.rule);
        let round = |value: Option<Decimal>| value.map(|value| value.round_dp(12).normalize());
        prop_assert_eq!(round(before.achievement), round(after.achievement));
        prop_assert_eq!(round(before.expected.map(|it| it * Decimal::TEN)), round(after.expected));
    }

    #[test]
    fn the_order_of_entry_changes_nothing(case in case(), turn in 0_usize..12) {
        let mut turned = case.clone();
        let count = turned.observations.len().max(1);
        turned.observations.rotate_left(turn % count);
        turned.observations.reverse();
        prop_assert_eq!(case.evaluate(), turned.evaluate());
        prop_assert_eq!(case.course(), turned.course());
    }

    #[test]
    fn a_missing_figure_never_counts_as_zero(case in case(), at in 0_usize..12) {
        let first = case.observations.iter().position(|it| it.period.year() == 2025);
        let Some(first) = first else { return Ok(()) };
        let at = first + at % (case.observations.len() - first);
        let (mut without, mut cleared, mut zero) = (case.clone(), case.clone(), case.clone());
        without.observations.remove(at);
        cleared.observations[at].figure = None;
        *number(&mut zero.observations[at]) = Decimal::ZERO;
        let (without, cleared, zero) = (without.evaluate(), cleared.evaluate(), zero.evaluate());
        prop_assert_eq!(&without, &cleared);
        // Of a sum the expectation shrinks with what is missing; a zero leaves it whole.
        let is_sum = case.measure.value_kind == ValueKind::Flow && case.measure.interim.is_empty();
        if let (true, Some(without), Some(zero)) = (is_sum, without.expected, zero.expected) {
            prop_assert!(without.abs() <= zero.abs());
        }
    }

    #[test]
    fn a_day_in_the_past_gives_what_it_gave_then(case in case(), later in 1_usize..12, target in 1_u32..500) {
        let day = date("2025-07-20");
        let mut then = case.clone();
        then.as_of = day;
        // Later figures come in by number `later` on, and the target is revised in September.
        let mut now = then.clone();
        now.known_by = Some(Timestamp(100));
        for observation in now.observations.iter_mut().skip(later) {
            observation.entered = Timestamp(101);
        }
        then.observations.truncate(later);
        let new = Target::AtLeast(target.into());
        let old = std::mem::replace(&mut now.measure.target, new.clone());
        now.measure.revisions.push(TargetRevision { date: date("2025-09-01"), old, new, document: String::new() });
        prop_assert_eq!(then.evaluate(), now.evaluate());
    }

    #[test]
    fn no_figure_is_so_odd_that_judging_fails(
        case in case(),
        odd in prop::collection::vec((0_usize..12, any::<i128>(), 0_u32..28), 0..6),
        target in (any::<i128>(), 0_u32..28),
    ) {
        let decimal = |mantissa: i128, scale: u32| Decimal::from_i128_with_scale(mantissa >> 32, scale);
        let mut case = case;
        for (at, mantissa, scale) in odd {
            if let Some(observation) = case.observations.get_mut(at) {
                *number(observation) = decimal(mantissa, scale);
            }
        }
        case.evaluate();
        case.course();
        case.measure.target = Target::Reach(decimal(target.0, target.1));
        case.measure.baseline = Some(Baseline { year: 2024, value: decimal(target.0, 28 - target.1), source: String::new() });
        case.measure.method = Method::CompoundGrowth;
        let got = case.evaluate();
        tiendo::i18n::explain(&case.measure, &got, tiendo::i18n::Language::Vietnamese);
        tiendo::i18n::explain(&case.measure, &got, tiendo::i18n::Language::English);
    }
}
