//! Days and reporting periods (kỳ báo cáo), with both kinds of edges.

use std::fmt;
use std::str::FromStr;

pub use time::Month;

use super::PeriodEdges;
use super::codec::words;

/// A plain day, without a time zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// `None` when the calendar has no such day. Years 1 to 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        let month = Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    pub fn day(self) -> u8 {
        self.0.day()
    }

    #[must_use]
    pub fn add_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(time::Duration::days(days)))
    }

    /// Days from `earlier` to this day; negative when this day is the earlier one.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).whole_days()
    }

    /// 0 on a Monday, 6 on a Sunday.
    pub fn days_after_monday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// The first such day of a month after this one; a month that is too short gives its last.
    #[must_use]
    pub(super) fn next_on_day(self, day: u8) -> Self {
        let (year, month) = (self.year(), self.month());
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let on = |(year, month)| Self::new(year, month, day).unwrap_or(Self::last_of_month(year, month));
        let soon = on((year, month));
        if soon > self { soon } else { on(next) }
    }

    pub(super) fn last_of_month(year: i32, month: u8) -> Self {
        let month = Month::try_from(month).unwrap_or(Month::December);
        let last = time::util::days_in_month(month, year);
        time::Date::from_calendar_date(year, month, last).map_or(Self(time::Date::MAX), Self)
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2025-09-30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text
            .splitn(3, '-')
            .map(|part| if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse::<u32>().ok() } else { None });
        let mut next = || parts.next().flatten().ok_or(());
        let (year, month, day) = (next()?, next()?, next()?);
        let small = |number: u32| u8::try_from(number).map_err(|_| ());
        Self::new(i32::try_from(year).map_err(|_| ())?, small(month)?, small(day)?).ok_or(())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PeriodLength {
    #[default]
    Month,
    Quarter,
    HalfYear,
    Year,
}

words! {
    PeriodLength {
        Month = "month",
        Quarter = "quarter",
        HalfYear = "half-year",
        Year = "year",
    }
}

impl PeriodLength {
    /// Periods of this length in a year.
    pub fn per_year(self) -> u8 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::HalfYear => 2,
            Self::Year => 1,
        }
    }

    pub fn months(self) -> u8 {
        12 / self.per_year()
    }
}

/// One period of a year. Ordered by year, then by the month it ends in, then the shorter first.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: i32,
    length: PeriodLength,
    /// 1 to `length.per_year()`.
    index: u8,
}

impl Period {
    /// `None` when the index is outside 1 to `length.per_year()`, or the year outside 1 to 9999.
    pub fn new(year: i32, length: PeriodLength, index: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=length.per_year()).contains(&index)).then_some(Self { year, length, index })
    }

    pub fn year(self) -> i32 {
        self.year
    }

    pub fn length(self) -> PeriodLength {
        self.length
    }

    /// 1 for the first of the year.
    pub fn index(self) -> u8 {
        self.index
    }

    /// The month it ends in, 1 to 12.
    pub fn last_month(self) -> u8 {
        self.index * self.length.months()
    }

    /// Whether another period lies within this one (or is it).
    pub fn covers(self, other: Self) -> bool {
        let first = |period: Self| period.last_month() - period.length.months();
        self.year == other.year && first(self) <= first(other) && other.last_month() <= self.last_month()
    }

    /// All periods of a length in a year, in order.
    pub fn of_year(year: i32, length: PeriodLength) -> impl Iterator<Item = Self> {
        (1..=length.per_year()).filter_map(move |index| Self::new(year, length, index))
    }

    /// The one that follows, maybe in the next year; `None` after the year 9999.
    pub fn next(self) -> Option<Self> {
        Self::new(self.year, self.length, self.index + 1).or_else(|| Self::new(self.year + 1, self.length, 1))
    }

    /// First and last day, both included.
    pub fn days(self, edges: PeriodEdges) -> (Date, Date) {
        (self.edge(self.last_month() - self.length.months(), edges).add_days(1), self.edge(self.last_month(), edges))
    }

    /// The last day.
    pub fn end(self, edges: PeriodEdges) -> Date {
        self.edge(self.last_month(), edges)
    }

    /// The last day by the calendar: what a bare month, quarter or year means as a deadline.
    pub fn calendar_end(self) -> Date {
        self.end(PeriodEdges::Calendar)
    }

    /// The period of a length that holds a day.
    pub fn containing(day: Date, length: PeriodLength, edges: PeriodEdges) -> Option<Self> {
        [day.year() - 1, day.year(), day.year() + 1].into_iter().flat_map(|year| Self::of_year(year, length)).find(
            |period| {
                let (first, last) = period.days(edges);
                (first..=last).contains(&day)
            },
        )
    }

    /// The last day of the first `months` months of the year; 0 is the last day of the year before.
    fn edge(self, months: u8, edges: PeriodEdges) -> Date {
        let (year, month) = if months == 0 { (self.year - 1, 12) } else { (self.year, months) };
        match edges {
            PeriodEdges::Calendar => Date::last_of_month(year, month),
            PeriodEdges::Statutory => Date::new(year, month, 14).unwrap_or(Date::last_of_month(year, month)),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.year, self.last_month(), self.length).cmp(&(other.year, other.last_month(), other.length))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    /// As files and addresses write it: `2025-09`, `2025-Q3`, `2025-H1`, `2025`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length {
            PeriodLength::Month => write!(f, "{:04}-{:02}", self.year, self.index),
            PeriodLength::Quarter => write!(f, "{:04}-Q{}", self.year, self.index),
            PeriodLength::HalfYear => write!(f, "{:04}-H{}", self.year, self.index),
            PeriodLength::Year => write!(f, "{:04}", self.year),
        }
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, rest) = text.split_at_checked(4).ok_or(())?;
        let digits = |text: &str| {
            if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                Err(())
            } else {
                text.parse::<u8>().map_err(|_| ())
            }
        };
        if !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(());
        }
        let year = year.parse().map_err(|_| ())?;
        let (length, index) = match rest.as_bytes() {
            [] => (PeriodLength::Year, 1),
            [b'-', b'Q', ..] => (PeriodLength::Quarter, digits(&rest[2..])?),
            [b'-', b'H', ..] => (PeriodLength::HalfYear, digits(&rest[2..])?),
            [b'-', _, _] => (PeriodLength::Month, digits(rest.get(1..).ok_or(())?)?),
            _ => return Err(()),
        };
        Self::new(year, length, index).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap_or_else(|()| panic!("{text}"))
    }

    #[test]
    fn a_period_is_followed_by_one_as_long() {
        let next = |text: &str| text.parse::<Period>().ok().and_then(Period::next).map(|period| period.to_string());
        assert_eq!(next("2025-Q3").as_deref(), Some("2025-Q4"));
        assert_eq!(next("2025-Q4").as_deref(), Some("2026-Q1"));
        assert_eq!(next("2025-12").as_deref(), Some("2026-01"));
        assert_eq!(next("9999").as_deref(), None);
    }

    #[test]
    fn edges_follow_the_calendar_or_the_decree() {
        let cases = [
            ("2025-01", PeriodEdges::Calendar, "2025-01-01", "2025-01-31"),
            ("2024-02", PeriodEdges::Calendar, "2024-02-01", "2024-02-29"),
            ("2025-Q3", PeriodEdges::Calendar, "2025-07-01", "2025-09-30"),
            ("2025-01", PeriodEdges::Statutory, "2024-12-15", "2025-01-14"),
            ("2025-Q3", PeriodEdges::Statutory, "2025-06-15", "2025-09-14"),
            ("2025-H2", PeriodEdges::Statutory, "2025-06-15", "2025-12-14"),
            ("2025", PeriodEdges::Statutory, "2024-12-15", "2025-12-14"),
        ];
        for (text, edges, first, last) in cases {
            let (from, to) = period(text).days(edges);
            assert_eq!((from.to_string().as_str(), to.to_string().as_str()), (first, last), "{text} {edges:?}");
        }
    }

    #[test]
    fn a_day_lies_in_one_period_of_each_length() {
        let day: Date = "2025-12-20".parse().unwrap_or_else(|()| panic!());
        let at = |length, edges| Period::containing(day, length, edges).map(|period| period.to_string());
        assert_eq!(at(PeriodLength::Month, PeriodEdges::Calendar).as_deref(), Some("2025-12"));
        assert_eq!(at(PeriodLength::Month, PeriodEdges::Statutory).as_deref(), Some("2026-01"));
        assert_eq!(at(PeriodLength::Year, PeriodEdges::Statutory).as_deref(), Some("2026"));
    }

    #[test]
    fn text_forms_go_both_ways_and_bad_ones_are_refused() {
        for text in ["2025-01", "2025-12", "2025-Q4", "2025-H1", "2025"] {
            assert_eq!(period(text).to_string(), text);
        }
        for text in ["", "2025-13", "2025-00", "2025-Q5", "2025-", "2025-1", "2025-Q", "25-01", "2025-+1", "2025-é"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
        for text in ["2025-02-29", "2025-13-01", "2025-1", "", "2025-01-01x", "+025-01-01"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }
}
