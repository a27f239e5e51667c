//! What was found in a document, as data: a person looks through it, corrects it and accepts it.

use super::passage::Place;
use crate::i18n::to_lower;
use crate::model::{Cycle, Date, Decimal, SectionKind, Signatory};

/// A draft of a programme. `entries` is its outline; measures, goals in words and assignments belong to its entries.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The source, verbatim: a line of a text, a paragraph or a table row of a .docx.
    pub lines: Vec<String>,
    pub document: Header,
    pub entries: Vec<Entry>,
    pub measures: Vec<MeasureDraft>,
    pub qualitative: Vec<QualitativeDraft>,
    /// Other documents that this one names, each once.
    pub references: Vec<String>,
    pub diagnostics: Vec<Diagnostic>,
    /// Lines (from 1) with words in them of which nothing was understood.
    pub unread: Vec<usize>,
}

impl Draft {
    /// Without the measures and goals that a person took out, by their places in the lists. What belonged to one of them
    /// stands for itself.
    #[must_use]
    pub fn without(mut self, measures: &[usize], goals: &[usize]) -> Self {
        let place = |index: usize| {
            (!measures.contains(&index)).then(|| index - measures.iter().filter(|out| **out < index).count())
        };
        for measure in &mut self.measures {
            measure.relation = measure.relation.and_then(|relation| match relation {
                Relation::PartOf(whole) => place(whole).map(Relation::PartOf),
                Relation::Restates(other) => place(other).map(Relation::Restates),
            });
        }
        let mut index = 0;
        self.measures.retain(|_| {
            index += 1;
            !measures.contains(&(index - 1))
        });
        index = 0;
        self.qualitative.retain(|_| {
            index += 1;
            !goals.contains(&(index - 1))
        });
        self
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub kind: String,
    pub number: String,
    pub title: String,
    pub first_year: Option<i32>,
    pub last_year: Option<i32>,
    pub issuer: String,
    pub parent_issuer: String,
    pub place: String,
    pub date: Option<Date>,
    pub theme: String,
    pub preamble: String,
    pub legal_bases: Vec<String>,
    pub recipients: Vec<String>,
    pub signatory: Signatory,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    Section(SectionKind),
    Task,
    Solution,
    /// A title that others stand below.
    Group,
    /// One numbered indicator; it can hold several measures.
    Indicator,
    Assignment,
    /// A paragraph that stands below another entry.
    Paragraph,
}

/// A line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub kind: EntryKind,
    /// The entry above it, which stands before it.
    pub parent: Option<usize>,
    /// How it is referred to: with the label that it stands below.
    pub label: String,
    /// What is printed before it, but for the dot behind a bare number: `2`, `1.1`, `a)`, `-`, `Điều 1.`; empty for nothing.
    pub number: String,
    pub title: String,
    /// The whole wording, verbatim but for page breaks.
    pub text: String,
    pub place: Place,
    pub work: Work,
}

/// Who does it and by when, for a task and an assignment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    pub lead: Vec<String>,
    pub coordinate: Vec<String>,
    pub due: Option<Date>,
    /// The deadline as written, also where it is no day: `Thường xuyên`.
    pub due_words: String,
    pub cycles: Vec<Cycle>,
    pub product: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    Greater,
    AtLeast,
    Equal,
    About,
    Less,
    AtMost,
    Between,
    Maintain,
    DecreaseBy,
    IncreaseBy,
    RankTop,
    Zero,
}

impl Comparator {
    pub const ALL: [Self; 12] = [
        Self::Greater,
        Self::AtLeast,
        Self::Equal,
        Self::About,
        Self::Less,
        Self::AtMost,
        Self::Between,
        Self::Maintain,
        Self::DecreaseBy,
        Self::IncreaseBy,
        Self::RankTop,
        Self::Zero,
    ];

    /// The word of the draft's contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::Equal => "=",
            Self::About => "~",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Between => "between",
            Self::Maintain => "maintain",
            Self::DecreaseBy => "decrease_by",
            Self::IncreaseBy => "increase_by",
            Self::RankTop => "rank_top",
            Self::Zero => "zero",
        }
    }
}

/// Which way is better; `Reduce` and `Maintain` say that the change or the level itself is the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    Higher,
    Lower,
    Reduce,
    Maintain,
}

impl Heading {
    pub fn word(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Reduce => "reduce",
            Self::Maintain => "maintain",
        }
    }
}

/// How a measure belongs to one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `trong đó`: a part of it.
    PartOf(usize),
    /// The same fact in another unit: `giảm 0,04 % (giảm 1.114 hộ)`.
    Restates(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureDraft {
    /// The entry it belongs to.
    pub entry: usize,
    pub label: String,
    pub name: String,
    pub comparator: Comparator,
    pub value: Decimal,
    pub high: Option<Decimal>,
    pub unit: String,
    pub heading: Heading,
    pub year: Option<i32>,
    pub baseline: Option<Decimal>,
    pub relation: Option<Relation>,
    /// The body that follows it, where a table names one.
    pub owner: String,
    pub place: Place,
    pub quote: String,
    /// Other places that say the same.
    pub repeated: Vec<Place>,
}

impl MeasureDraft {
    /// Whether the document says that it is to rise to the figure: `nâng … lên 65 %`.
    pub fn is_raised(&self) -> bool {
        let mut words = self.quote.split_whitespace().skip_while(|word| *word != "lên").skip(1);
        let figure = words.find(|word| !STEPS.contains(word));
        figure.is_some_and(|figure| figure.starts_with(|first: char| first.is_ascii_digit()))
    }

    /// Whether it says that it is to come down: `giảm còn 1,8 %`. That less is better says no such thing.
    pub fn is_lowered(&self) -> bool {
        self.heading == Heading::Lower && self.quote.split_whitespace().any(|word| to_lower(word) == "giảm")
    }
}

/// What may stand between `lên` and its figure.
const STEPS: [&str; 3] = ["đến", "tới", "mức"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    Up,
    Down,
    Maintain,
    Rating,
    /// In words alone.
    Words,
}

impl Trend {
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Maintain => "maintain",
            Self::Rating => "rating",
            Self::Words => "qualitative",
        }
    }
}

/// A goal that no figure measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QualitativeDraft {
    pub entry: usize,
    pub label: String,
    pub text: String,
    pub trend: Trend,
    pub place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something for a person to decide.
    Warning,
    /// A slip of the pen, or something worth knowing.
    Hint,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub place: Place,
    pub code: DiagnosticCode,
    /// What might stand there instead; never put there unasked.
    pub suggestion: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticCode {
    DuplicateLabel {
        label: String,
    },
    LabelJump {
        label: String,
        expected: String,
    },
    /// `2.5`: thousands or decimals.
    AmbiguousNumber {
        text: String,
    },
    Slip {
        text: String,
    },
    NoDate,
    NoType,
    NoYear,
    NothingFound,
    /// The text was longer than what is read.
    CutShort {
        lines: usize,
    },
}

impl DiagnosticCode {
    pub fn name(&self) -> &'static str {
        match self {
            Self::DuplicateLabel { .. } => "duplicate-label",
            Self::LabelJump { .. } => "label-jump",
            Self::AmbiguousNumber { .. } => "ambiguous-number",
            Self::Slip { .. } => "slip",
            Self::NoDate => "no-date",
            Self::NoType => "no-type",
            Self::NoYear => "no-year",
            Self::NothingFound => "nothing-found",
            Self::CutShort { .. } => "cut-short",
        }
    }

    pub fn severity(&self) -> Severity {
        match self {
            Self::Slip { .. } | Self::NoDate => Severity::Hint,
            _ => Severity::Warning,
        }
    }
}
