//! The six status marks: a shape, a sign and a colour that say the same thing, so that no one needs to see the colour.

use leptos::prelude::*;

use crate::evaluate::{Rollup, Verdict};
use crate::i18n::messages::Standing;
use crate::i18n::{Language, Message as _};

/// A verdict in its word, with its mark.
pub fn verdict(verdict: Verdict, language: Language) -> AnyView {
    let status = Status::from(verdict);
    let name = verdict.text(language).into_owned();
    view! { <span class="verdict" data-status=status.as_str()>{status_mark(status)} {name}</span> }.into_any()
}

/// What a verdict looks like. Filled shapes are final, hollow ones still move, the dashed one is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Exceeded,
    Met,
    OnPace,
    AtRisk,
    Missed,
    NoData,
}

impl Status {
    /// In the order of the legend and of the keys 1 to 6.
    pub const ALL: [Self; 6] = [Self::Exceeded, Self::Met, Self::OnPace, Self::AtRisk, Self::Missed, Self::NoData];

    /// The value of `data-status`, from which the style sheets take shape and colours.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::Met => "met",
            Self::OnPace => "on-pace",
            Self::AtRisk => "at-risk",
            Self::Missed => "missed",
            Self::NoData => "no-data",
        }
    }

    /// Its word in legends, counts and filters, which says all that bears the mark.
    pub fn name(self, language: Language) -> String {
        match self {
            Self::AtRisk => Standing::Behind.text(language).into_owned(),
            // No figure, none due, or none that is asked for: a person judges.
            Self::NoData => Standing::NotReckoned.text(language).into_owned(),
            _ => self.verdict().text(language).into_owned(),
        }
    }

    /// How many have it: several verdicts share a mark.
    pub fn count(self, rollup: &Rollup) -> usize {
        let all = Verdict::ALL.into_iter().filter(|verdict| Self::from(*verdict) == self);
        all.map(|verdict| rollup.count(verdict)).sum()
    }

    /// The verdict that the mark is drawn for first of all.
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Exceeded => Verdict::Exceeded,
            Self::Met => Verdict::Met,
            Self::OnPace => Verdict::OnTrack,
            Self::AtRisk => Verdict::AtRisk,
            Self::Missed => Verdict::Missed,
            Self::NoData => Verdict::NoData,
        }
    }
}

/// Several verdicts share a mark; their words tell them apart.
impl From<Verdict> for Status {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Exceeded => Self::Exceeded,
            Verdict::Met | Verdict::MetEarly => Self::Met,
            Verdict::OnTrack => Self::OnPace,
            Verdict::Near | Verdict::AtRisk | Verdict::OffTrack => Self::AtRisk,
            Verdict::Missed => Self::Missed,
            Verdict::NoData
            | Verdict::NotDue
            | Verdict::FigureOverdue
            | Verdict::NoBaseline
            | Verdict::NeedsPerson
            | Verdict::ByPerson => Self::NoData,
        }
    }
}

/// Draws the mark alone; the word stands beside it or, hidden from sight, inside the same element.
pub fn status_mark(status: Status) -> impl IntoView {
    view! {
        <svg class="status-mark" viewBox="0 0 16 16" data-status=status.as_str() aria-hidden="true">
            <path class="mark-shape" d=shape(status) />
            <path class="mark-sign" d=sign(status) />
        </svg>
    }
}

pub(super) const fn shape(status: Status) -> &'static str {
    match status {
        Status::Exceeded | Status::Met => "M.75 8a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0-14.5 0",
        Status::OnPace | Status::NoData => "M1.4 8a6.6 6.6 0 1 0 13.2 0a6.6 6.6 0 1 0-13.2 0",
        Status::AtRisk => {
            "M8 1.35c.5 0 .93.26 1.17.68l5.9 10.3c.5.9-.14 2.02-1.17 2.02H2.1c-1.03 0-1.67-1.12-1.16-2.02l5.9-10.3c.23-.42.67-.68 1.16-.68Z"
        }
        Status::Missed => {
            "M3.7 1.1h8.6a2.6 2.6 0 0 1 2.6 2.6v8.6a2.6 2.6 0 0 1-2.6 2.6H3.7a2.6 2.6 0 0 1-2.6-2.6V3.7a2.6 2.6 0 0 1 2.6-2.6z"
        }
    }
}

/// The sign alone, for a cell that is filled with the colour of its status.
pub const fn sign(status: Status) -> &'static str {
    match status {
        Status::Exceeded => "M4.9 8.1 8 5l3.1 3.1M4.9 11.4 8 8.3l3.1 3.1",
        Status::Met => "m4.7 8.3 2.3 2.3 4.4-4.9",
        Status::OnPace => "M4.9 8h6.1M8.4 5.3 11.1 8l-2.7 2.7",
        Status::AtRisk => "M8 5.6v3.5M8 11.6v.05",
        Status::Missed => "m5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6",
        Status::NoData => "M6 8h4",
    }
}
