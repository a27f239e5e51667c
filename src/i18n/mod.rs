//! Words in both languages, and how each language writes numbers, dates and names.
//!
//! A message is an enum variant. `messages!` asks for both wordings side by side and writes one exhaustive `match` a
//! language, so a missing translation does not compile. Enums of other modules get their words from `words!`.

/// Declares an enum of messages: `Variant { data: Kind } => Vietnamese, English;`. A wording is a text or a `format!`.
macro_rules! messages {
    ($(#[$note:meta])* $name:ident {
        $($variant:ident $({ $($field:ident: $kind:ty),+ $(,)? })? => $vi:expr, $en:expr;)+
    }) => {
        $(#[$note])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $($variant $({ $($field: $kind),+ })?,)+
        }

        words! {
            $name { $($name::$variant $({ $($field),+ })? => $vi, $en;)+ }
        }
    };
}

/// Gives the words of an enum that lives elsewhere: `Enum { pattern => Vietnamese, English; }`.
macro_rules! words {
    ($name:ty { $($pattern:pat => $vi:expr, $en:expr;)+ }) => {
        impl $crate::i18n::Message for $name {
            fn vi(&self) -> ::std::borrow::Cow<'static, str> {
                match self {
                    $($pattern => ::std::borrow::Cow::from($vi),)+
                }
            }

            fn en(&self) -> ::std::borrow::Cow<'static, str> {
                match self {
                    $($pattern => ::std::borrow::Cow::from($en),)+
                }
            }
        }
    };
}

mod date;
mod deadline;
mod documents;
mod errors;
mod figure;
mod findings;
mod fold;
mod letters;
mod magnitude;
mod meaning;
pub mod messages;
mod names;
mod number;
mod paper;
mod paste;
mod pasted_table;
mod period;
mod reason;
mod seams;
mod sort;
mod standing;
mod target;
mod target_entry;
mod terms;
mod trace;
mod verdict;
mod wording;

use std::borrow::Cow;

pub use date::{format_date, format_date_long, format_date_short, parse_date, weekday_short};
pub use deadline::read_deadline;
pub use figure::{Misread, Typed, read_figure, read_figure_of};
pub use fold::{Query, capital, find_phrase, fold, nfc, one_line, to_lower, to_upper};
pub use magnitude::Magnitude;
pub use meaning::target_meaning;
pub use names::{author_name, name_or_somebody, some_names};
pub use number::{
    Doubt, Parsed, fewest_digits, format_exact, format_number, format_percent, format_range, parse_number,
    whole_percent, with_unit,
};
pub use paper::{
    DOCUMENT_TYPES, basis_words, full_text, has_old_figures, is_of_party, is_outdated, issuer_lines, line_words,
    report_number, says_target, title_lines,
};
pub use paste::parse_block;
pub use pasted_table::{Heading, Named, PastedLine, PastedTable, Unmatched, period_under, read_heading, read_table};
pub use period::{
    elapsed_name, inside, month_axis_label, period_length_inside, period_name, period_name_inside,
    period_name_with_year, period_name_with_year_inside, quarter_axis_label,
};
pub use reason::each_remaining;
pub use seams::{seamed, seamed_string, show_seams};
pub use sort::compare_names;
pub use standing::{
    beginning, final_words, headline_words, judged_words, judgement_words, known_words, percent_words, rollup_words,
    scale_words, share_words, shift_words, twin_words, value_words,
};
pub use target::{deadline_words, reckoned_prose, reckoned_short, target_prose, target_short};
pub use target_entry::{Blank, EntryDoubt, TargetEntry, TargetForm};
pub use trace::{
    Explanation, Reason, explain, in_points, needed_briefly, needed_sentence, needed_words, noted, why_title,
};
pub use wording::{Fate, Wording, compare_wording, join_texts};

/// The languages of the interface. Programmes themselves stay in the language they were written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    #[default]
    Vietnamese,
    English,
}

impl Language {
    /// The value of the `lang` attribute, and how the choice is stored.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Vietnamese => "Tiếng Việt",
            Self::English => "English",
        }
    }
}

/// What a missing figure is shown as. It is never zero.
pub const MISSING: &str = "…";

/// Something that both languages have words for.
pub trait Message {
    fn vi(&self) -> Cow<'static, str>;
    fn en(&self) -> Cow<'static, str>;

    fn text(&self, language: Language) -> Cow<'static, str> {
        seamed(match language {
            Language::Vietnamese => self.vi(),
            Language::English => self.en(),
        })
    }
}
