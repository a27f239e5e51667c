//! The day that everything is reckoned at, among the quarters of a programme: which one ended last, what lies beside it.

use crate::model::{Date, Head, Period, PeriodLength};

/// Where a day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    pub day: Date,
    /// The last quarter of the programme that has ended before the day.
    pub period: Option<Period>,
    /// The quarter before, and the day on which its figures are due.
    pub previous: Option<(Period, Date)>,
    /// The day of the next one, as far as it has come; else today.
    pub next: Option<Date>,
}

impl AsOf {
    pub fn at(day: Date, today: Date, head: &Head) -> Self {
        let edges = head.settings.edges;
        let quarters: Vec<Period> =
            head.years().flat_map(|year| Period::of_year(year, PeriodLength::Quarter)).collect();
        let ended = quarters.iter().take_while(|period| period.end(edges) < day).count();
        let at = |index: usize| quarters.get(index).copied();
        let previous = ended
            .checked_sub(2)
            .and_then(at)
            .and_then(|period| Some((period, closing_day(period, today.max(day), head)?)));
        let next = at(ended).and_then(|period| closing_day(period, today, head).or((day < today).then_some(today)));
        Self { day, period: ended.checked_sub(1).and_then(at), previous, next }
    }

    /// The quarters of the year that the day is about, each with its day; none for one that is still to end.
    pub fn choices(self, today: Date, head: &Head) -> Vec<(Period, Option<Date>)> {
        let year = self.period.map_or(*head.years().start(), Period::year);
        let quarters = Period::of_year(year, PeriodLength::Quarter);
        quarters.map(|period| (period, closing_day(period, today.max(self.day), head))).collect()
    }
}

/// The day on which a period is judged: when its figures are due, or today before that; `None` before it has ended.
fn closing_day(period: Period, today: Date, head: &Head) -> Option<Date> {
    let end = period.end(head.settings.edges);
    (end < today).then(|| end.add_days(head.settings.due_days.into()).min(today))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap_or_else(|()| panic!("{text}"))
    }

    fn at(day: &str, today: &str) -> [String; 3] {
        let head = Head { first_year: 2025, last_year: 2025, ..Head::default() };
        let as_of = AsOf::at(date(day), date(today), &head);
        let words = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        [
            as_of.period.map(|period| period.to_string()).unwrap_or_default(),
            words(as_of.previous.map(|(_, day)| day)),
            words(as_of.next),
        ]
    }

    #[test]
    fn a_day_is_about_the_quarter_that_ended_last() {
        assert_eq!(at("2025-10-05", "2026-03-01"), ["2025-Q3", "2025-07-05", "2026-01-05"]);
        assert_eq!(at("2025-09-30", "2026-03-01"), ["2025-Q2", "2025-04-05", "2025-10-05"]);
        // Looked at years later it is still about its own last quarter.
        assert_eq!(at("2026-11-26", "2026-11-26"), ["2025-Q4", "2025-10-05", ""]);
    }

    #[test]
    fn nothing_lies_beyond_today_or_outside_the_programme() {
        assert_eq!(at("2025-02-01", "2025-02-01"), ["", "", ""]);
        assert_eq!(at("2025-04-05", "2025-11-20"), ["2025-Q1", "", "2025-07-05"]);
        // The quarter runs: on to today, and no further.
        assert_eq!(at("2025-10-05", "2025-11-20"), ["2025-Q3", "2025-07-05", "2025-11-20"]);
        assert_eq!(at("2025-11-20", "2025-11-20"), ["2025-Q3", "2025-07-05", ""]);
        // Ended yesterday, its figures not yet due.
        assert_eq!(at("2025-07-05", "2025-10-01"), ["2025-Q2", "2025-04-05", "2025-10-01"]);
    }

    #[test]
    fn the_quarters_of_the_year_are_offered_once_they_have_ended() {
        let head = Head { first_year: 2025, last_year: 2026, ..Head::default() };
        let as_of = AsOf::at(date("2026-05-10"), date("2026-05-10"), &head);
        let days: Vec<_> = as_of.choices(date("2026-05-10"), &head).into_iter().map(|(_, day)| day).collect();
        assert_eq!(days, [Some(date("2026-04-05")), None, None, None]);
        assert_eq!(as_of.previous.map(|(_, day)| day), Some(date("2026-01-05")));
    }
}
