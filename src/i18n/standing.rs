//! How a measure stands, in the few words of a cell.

use super::messages::Shell;
use super::trace::decimals;
use super::{Language, Message, format_number};
use crate::evaluate::{Evaluation, Step};
use crate::model::{Decimal, Measure};

/// The value so far: a number with the digits that it is known by, a rank, a grade, yes or no. `None`: no figure yet.
pub fn value_words(measure: &Measure, evaluation: &Evaluation, language: Language) -> Option<String> {
    if let Some(value) = evaluation.value {
        return Some(format_number(value, decimals(measure, evaluation), language));
    }
    evaluation.trace.steps.iter().find_map(|step| match step {
        Step::GradeSeen { grade, .. } => Some(grade.text(language).into_owned()),
        Step::DoneSeen { done, .. } => {
            let answer = if *done { Shell::Yes } else { Shell::No };
            Some(answer.text(language).into_owned())
        }
        _ => None,
    })
}

/// A share as percent with one digit, without the sign: `68,9` for 0.6886.
pub fn percent_words(share: Decimal, language: Language) -> String {
    format_number(share.saturating_mul(Decimal::ONE_HUNDRED), 1, language)
}
