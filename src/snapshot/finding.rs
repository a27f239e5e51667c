//! What is wrong with a file, and where: data that the screens and the command line put into words.

use super::limits;

/// One finding. A file with an error is not taken in; a warning is said and goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Warning,
    Error,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// Counted from 1, the column in bytes.
    Line { line: usize, column: usize },
    /// The keys that lead to the value.
    Path(Vec<String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    Empty,
    TooLarge {
        bytes: usize,
    },
    TooManyNodes,
    TooManyValues,
    TooDeep,
    /// The bytes are not UTF-8 text, or the text of a link is not one of ours.
    NotText,
    /// The text breaks off: a cut link, an unfinished download.
    Truncated,
    NotJson,
    /// Well-formed JSON that is no snapshot.
    NotSnapshot,
    /// The same key twice in one object: other readers would keep the last in silence.
    DoubledKey {
        key: String,
    },
    /// A fraction, an exponent, or a whole number that JSON readers elsewhere would round.
    BadNumber,
    /// Written by a version with another form of file.
    NewerFormat {
        format: i64,
    },
    /// Written by a version that knows more fields: they are kept and written again.
    NewerSchema {
        schema: i64,
    },
    MissingKey {
        key: &'static str,
    },
    /// Another sort of value stands where this one belongs.
    Expected {
        what: Expected,
    },
    BadName {
        name: String,
    },
    BadStamp {
        text: String,
    },
    /// A count of 2^53 or beyond.
    CountTooLarge {
        text: String,
    },
    BadTime {
        text: String,
    },
    /// A stamp of an actor that the file does not list.
    UnknownActor {
        text: String,
    },
    /// A value that no change wrote: neither a default stamp nor one of its own.
    Unstamped,
    /// The values, stamps and context of a field contradict each other.
    Contradiction,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    WholeNumber,
    Object,
    List,
    /// `[id, person, body]`
    Actor,
    /// `[value, stamp]`
    StampedValue,
}

impl Finding {
    pub(super) fn of_file(code: Code) -> Self {
        Self { code, place: Place::File }
    }

    pub(super) fn at(code: Code, path: &[&str]) -> Self {
        Self { code, place: Place::Path(path.iter().map(|key| (*key).to_owned()).collect()) }
    }

    pub fn severity(&self) -> Severity {
        match self.code {
            Code::NewerSchema { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl Code {
    /// A stable name, for tools.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyNodes => "too-many-nodes",
            Self::TooManyValues => "too-many-values",
            Self::TooDeep => "too-deep",
            Self::NotText => "not-text",
            Self::Truncated => "truncated",
            Self::NotJson => "not-json",
            Self::NotSnapshot => "not-snapshot",
            Self::DoubledKey { .. } => "doubled-key",
            Self::BadNumber => "bad-number",
            Self::NewerFormat { .. } => "newer-format",
            Self::NewerSchema { .. } => "newer-schema",
            Self::MissingKey { .. } => "missing-key",
            Self::Expected { .. } => "wrong-kind",
            Self::BadName { .. } => "bad-name",
            Self::BadStamp { .. } => "bad-stamp",
            Self::CountTooLarge { .. } => "count-too-large",
            Self::BadTime { .. } => "bad-time",
            Self::UnknownActor { .. } => "unknown-actor",
            Self::Unstamped => "unstamped",
            Self::Contradiction => "contradiction",
        }
    }
}

/// Findings in the order of the file, cut off where more would help nobody.
#[derive(Debug, Default)]
pub(super) struct Findings(pub Vec<Finding>);

impl Findings {
    pub fn push(&mut self, code: Code, path: &[&str]) {
        if !self.is_full() {
            self.0.push(Finding::at(code, path));
        }
    }

    pub fn is_full(&self) -> bool {
        self.0.len() >= limits::MAX_FINDINGS
    }
}
