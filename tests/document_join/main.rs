//! Properties of joining: thousands of random histories against the truth of what happened before what, the same
//! histories through `automerge`, and seeded faults that these tests must notice.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod failures;
mod faults;
mod history;
mod oracle;
mod second_opinion;

use faults::Fault;
use history::{History, Plan, Way};

fn run(seed: u64, plan: Plan, way: Way) -> Result<(), String> {
    History::play(seed, plan, way)?.join_all().map(drop)
}

fn all_pass(seeds: std::ops::Range<u64>, plan: Plan, way: Way) {
    for seed in seeds {
        if let Err(what) = run(seed, plan, way) {
            panic!("seed {seed}: {what}");
        }
    }
}

#[test]
fn whole_copies_show_what_happened_in_whatever_order_they_are_joined() {
    all_pass(0..1_500, Plan::WHOLE, Way::Product);
}

#[test]
fn parts_sent_by_field_late_and_twice_lose_nothing_and_bring_nothing_back() {
    all_pass(0..2_500, Plan::PARTS, Way::Product);
}

/// Failure 17, at random: what two clones wrote under one stamp is shown, and all copies agree.
#[test]
fn failure_17_cloned_actors_end_in_one_state_with_the_fork_shown() {
    all_pass(0..1_500, Plan::CLONES, Way::Product);
    let forks = (0..150).filter(|seed| {
        let whole =
            History::play(*seed, Plan::CLONES, Way::Product).and_then(|mut history| history.join_all()).unwrap();
        whole.nodes().any(|(_, node)| node.fields().any(|(_, register)| register.forks().next().is_some()))
    });
    assert!(forks.count() >= 3, "hardly any history ends with a fork to show");
}

/// The tests' own join, without a fault, passes: what makes it fail below is the fault.
#[test]
fn the_rewritten_join_without_a_fault_passes() {
    for plan in [Plan::WHOLE, Plan::PARTS, Plan::CLONES] {
        all_pass(0..150, plan, Way::Rewritten(Fault::None));
    }
}

#[test]
fn seeded_faults_are_noticed() {
    for fault in [
        Fault::NoForkClause,
        Fault::LessOrEqual,
        Fault::OneVectorAFile,
        Fault::UnstampedDeletes,
        Fault::ContextNotJoined,
        Fault::NoHistory,
    ] {
        let plan = if fault == Fault::NoForkClause { Plan::CLONES } else { Plan::PARTS };
        let noticed = (0..100).filter(|seed| run(*seed, plan, Way::Rewritten(fault)).is_err()).count();
        println!("{fault:?}: noticed in {noticed} of 100 histories");
        assert!(noticed >= 10, "{fault:?} passes in {} of 100 histories", 100 - noticed);
    }
}
