//! What real systems got wrong, each as a test of its own.

use tiendo::evaluate::Verdict;

use crate::case::Case;

#[test]
fn a_value_below_its_ceiling_is_not_red() {
    let case = Case::new("<= 150", "flow year", "119", "2026-02-01");
    assert_eq!(case.evaluate().verdict, Verdict::Exceeded);
    let case = Case::new("<= 150", "level month", "119", "2025-02-01");
    assert_eq!(case.evaluate().verdict, Verdict::OnTrack);
}
