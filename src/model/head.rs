//! The head of a programme: what stands above and below its text, and its settings.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::codec::words;
use super::record::record;
use super::{Date, Period};
use crate::document::NodeId;

/// The longest term of a programme, in years.
const MAX_TERM: i32 = 10;

/// The programme itself (chương trình công tác).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Head {
    /// Number and symbol as printed, for example `01-CTr/ĐU`.
    pub number: String,
    pub title: String,
    /// The first year it covers; a term programme (2025-2030) ends in a later one.
    pub first_year: i32,
    pub last_year: i32,
    /// The issuing body's name and that of the body above it.
    pub issuer: String,
    pub parent_issuer: String,
    pub place: String,
    /// May be unknown: the programme of 2025 prints none.
    pub date: Option<Date>,
    pub theme: String,
    pub preamble: String,
    pub legal_bases: Vec<String>,
    pub recipients: Vec<String>,
    pub signatory: Signatory,
    pub settings: Settings,
    /// The measured values are invented ("số liệu minh họa") until the person clears them.
    pub is_sample: bool,
    /// The day that verdicts are reckoned at; `None` follows today.
    pub as_of: Option<Date>,
    /// Periods whose figures no longer change (khóa kỳ), and with each the shorter ones within it.
    pub locked: Vec<Period>,
}

impl Head {
    pub fn new(_: NodeId) -> Self {
        Self::default()
    }

    /// What it is called in few words: its number, or else its title.
    pub fn called(&self) -> &str {
        if self.number.is_empty() { &self.title } else { &self.number }
    }

    /// The years it covers, at most ten: what a damaged file says must not become a thousand years of periods.
    /// Where one of the two is missing, it is the other.
    pub fn years(&self) -> RangeInclusive<i32> {
        let known = |year: i32| (1..=9_999).contains(&year).then_some(year);
        let first = known(self.first_year).or(known(self.last_year)).unwrap_or_default();
        let last = known(self.last_year).unwrap_or(first);
        first..=last.clamp(first, first + MAX_TERM - 1)
    }

    /// The year that a date written without one means: of a term the one looked at.
    pub fn year_at(&self, day: Date) -> i32 {
        let years = self.years();
        day.year().clamp(*years.start(), *years.end())
    }

    pub fn is_locked(&self, period: Period) -> bool {
        self.lock_of(period).is_some()
    }

    /// The locked period that a period lies in: itself, its quarter, its year.
    pub fn lock_of(&self, period: Period) -> Option<Period> {
        self.locked.iter().copied().find(|locked| locked.covers(period))
    }
}

record! {
    Head = "programme", edited by HeadEdit,
    editable {
        number: Number(String) = "number",
        title: Title(String) = "title",
        first_year: FirstYear(i32) = "first-year",
        last_year: LastYear(i32) = "last-year",
        issuer: Issuer(String) = "issuer",
        parent_issuer: ParentIssuer(String) = "parent-issuer",
        place: Place(String) = "issued-at",
        date: Date(Option<Date>) = "date",
        theme: Theme(String) = "theme",
        preamble: Preamble(String) = "preamble",
        legal_bases: LegalBases(Vec<String>) = "bases",
        recipients: Recipients(Vec<String>) = "recipients",
        signatory.authority: SignatoryAuthority(String) = "signatory-authority",
        signatory.title: SignatoryTitle(String) = "signatory-title",
        signatory.name: SignatoryName(String) = "signatory-name",
        settings.edges: Edges(PeriodEdges) = "edges",
        settings.due_days: DueDays(u32) = "due-days",
        settings.off_track_share: OffTrackShare(Decimal) = "off-track-share",
        settings.near_share: NearShare(Option<Decimal>) = "near-share",
        settings.about_share: AboutShare(Decimal) = "about-share",
        settings.due_soon_days: DueSoonDays(u32) = "due-soon-days",
        is_sample: IsSample(bool) = "sample",
        as_of: AsOf(Option<Date>) = "as-of",
        locked: Locked(Vec<Period>) = "locked",
    }
}

/// Who signs: `T/M BAN THƯỜNG VỤ`, `PHÓ BÍ THƯ THƯỜNG TRỰC`, the name.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Signatory {
    pub authority: String,
    pub title: String,
    pub name: String,
}

/// Where the edges of periods lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PeriodEdges {
    #[default]
    Calendar,
    /// Decree 09/2019/NĐ-CP, article 12: a month runs from the 15th of the month before to the 14th; quarters,
    /// half-years and years alike (15/12 to 14/12).
    Statutory,
}

words! {
    PeriodEdges {
        Calendar = "calendar",
        Statutory = "statutory",
    }
}

/// What a programme sets for all its measures. Every threshold that a verdict uses stands here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub edges: PeriodEdges,
    /// Days after the end of a period in which its figure is due.
    pub due_days: u32,
    /// Off track when short of the pace by more than this share and no projection is possible (0.10).
    pub off_track_share: Decimal,
    /// "Gần đạt" from this achievement on (for example 0.95); `None`: off, as no official threshold exists.
    pub near_share: Option<Decimal>,
    /// The tolerance of "about" targets, as a share of the value (0.02), where a target names none.
    pub about_share: Decimal,
    /// Days ahead at which an open deadline counts as due soon.
    pub due_soon_days: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            edges: PeriodEdges::Calendar,
            due_days: 5,
            off_track_share: Decimal::new(10, 2),
            near_share: None,
            about_share: Decimal::new(2, 2),
            due_soon_days: 7,
        }
    }
}
