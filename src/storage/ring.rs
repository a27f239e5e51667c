//! The restore ring: whole copies of a programme, kept in the browser's other store. Which are due, which must go.

use crate::document::Timestamp;

/// Restore points kept a programme.
pub const RING_LEN: usize = 30;

/// Of these, copies made because the store was full: it may be full at every save, and the days' copies must stay.
const FULL_LEN: usize = 3;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// While a programme is being edited its copy of the day is made anew this often, in milliseconds.
const COPY_EVERY: i64 = 10 * 60 * 1000;

/// A whole copy of a programme as it was; its text is fetched apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub id: u64,
    pub document: String,
    pub title: String,
    pub at: Timestamp,
    pub reason: PointReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointReason {
    Daily,
    BeforeImport,
    BeforeMerge,
    BeforeRestore,
    BeforeDelete,
    BeforeUpdate,
    /// The store was full.
    Full,
}

/// A restore point that was written and read back: what a full store demands before it gives up its older state.
#[derive(Debug)]
pub struct VerifiedPoint(());

impl VerifiedPoint {
    pub fn check(written: &str, read_back: Option<&str>) -> Option<Self> {
        (read_back == Some(written)).then_some(Self(()))
    }
}

/// The points of a programme that are too many, of points that stand newest first.
pub fn surplus(points: &[Point], document: &str) -> Vec<u64> {
    let (mut kept, mut kept_full, mut last_day) = (0, 0, None);
    let own = points.iter().filter(|point| point.document == document);
    own.filter(|point| {
        let day = Some(point.at.0.div_euclid(DAY));
        let is_surplus = kept == RING_LEN
            || match point.reason {
                PointReason::Full => kept_full == FULL_LEN,
                // Of one day its last.
                PointReason::Daily => last_day == day,
                _ => false,
            };
        if !is_surplus {
            kept += 1;
            match point.reason {
                PointReason::Full => kept_full += 1,
                PointReason::Daily => last_day = day,
                _ => {}
            }
        }
        is_surplus
    })
    .map(|point| point.id)
    .collect()
}

/// No copy holds what was last saved, and none was made just now; `at_rest`: nobody is editing, so that need not be
/// waited for. A copy dated in the future (a clock was set back) counts for none.
pub fn is_copy_due(points: &[Point], document: &str, saved: Timestamp, now: Timestamp, at_rest: bool) -> bool {
    let oldest = if at_rest { saved.0 } else { saved.0.min(now.0 - COPY_EVERY) };
    !points.iter().any(|point| point.document == document && (oldest..=now.0).contains(&point.at.0))
}

impl Point {
    /// A line a member; the title is one line by nature.
    pub fn to_text(&self) -> String {
        let Self { id, document, title, at, reason } = self;
        format!("{id}\n{}\n{}\n{document}\n{}", at.0, reason.word(), title.replace('\n', " "))
    }

    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let mut line = || lines.next();
        Some(Self {
            id: line()?.parse().ok()?,
            at: Timestamp(line()?.parse().ok()?),
            reason: PointReason::read(line()?)?,
            document: line()?.to_owned(),
            title: line()?.to_owned(),
        })
    }
}

/// The newest point of a programme that nobody deleted, of points sorted newest first.
pub fn newest_lost(points: &[Point]) -> Option<&Point> {
    points.iter().enumerate().find_map(|(index, point)| {
        let is_newest = !points[..index].iter().any(|newer| newer.document == point.document);
        (is_newest && point.reason != PointReason::BeforeDelete).then_some(point)
    })
}

const REASONS: [(PointReason, &str); 7] = [
    (PointReason::Daily, "daily"),
    (PointReason::BeforeImport, "before-import"),
    (PointReason::BeforeMerge, "before-merge"),
    (PointReason::BeforeRestore, "before-restore"),
    (PointReason::BeforeDelete, "before-delete"),
    (PointReason::BeforeUpdate, "before-update"),
    (PointReason::Full, "full"),
];

impl PointReason {
    pub fn word(self) -> &'static str {
        REASONS.iter().find(|(reason, _)| *reason == self).map_or("daily", |(_, word)| word)
    }

    pub fn read(word: &str) -> Option<Self> {
        REASONS.iter().find(|(_, known)| *known == word).map(|(reason, _)| *reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(id: u64, document: &str, day: i64) -> Point {
        let (document, title) = (document.to_owned(), String::new());
        Point { id, document, title, at: Timestamp(day * DAY), reason: PointReason::Daily }
    }

    #[test]
    fn each_programme_keeps_its_newest_points() {
        let mut points: Vec<Point> = (0..33).map(|id| point(id, "a", 100 - i64::try_from(id).unwrap())).collect();
        points.extend((33..40).map(|id| point(id, "b", 50 - i64::try_from(id).unwrap())));
        assert_eq!(surplus(&points, "a"), [30, 31, 32]);
        assert!(surplus(&points, "b").is_empty());
    }

    #[test]
    fn failure_01_a_store_that_stays_full_does_not_push_out_the_days_copies() {
        let mut points: Vec<Point> = (0..40).map(|id| point(id, "a", 100 - i64::try_from(id).unwrap())).collect();
        points[..20].iter_mut().for_each(|point| point.reason = PointReason::Full);
        let surplus = surplus(&points, "a");
        assert_eq!(surplus, (3..20).collect::<Vec<_>>(), "three of these, and all the others");
        points.retain(|point| !surplus.contains(&point.id));
        assert_eq!(points.len(), 23);
    }

    #[test]
    fn failure_09_a_copy_follows_what_is_saved_whatever_the_clock_did() {
        let points = [point(1, "a", 10)];
        let due = |document: &str, saved: i64, now: i64, at_rest: bool| {
            let (saved, now) = (Timestamp(10 * DAY + saved), Timestamp(10 * DAY + now));
            is_copy_due(&points, document, saved, now, at_rest)
        };
        assert!(!due("a", 0, 3 * DAY, false) && !due("a", -1, 3 * DAY, true), "nothing new");
        assert!(!due("a", 1, COPY_EVERY, false) && due("a", 1, COPY_EVERY + 1, false), "a while after the last one");
        assert!(due("a", 1, 2, true), "at rest at once");
        assert!(due("b", 0, 0, false));
        assert!(due("a", -DAY, -DAY, false), "the clock was set back");
    }

    #[test]
    fn of_a_day_the_last_copy_stays() {
        let hours = |id, hour: i64| Point { at: Timestamp(hour * DAY / 24), ..point(id, "a", 0) };
        let mut points = vec![hours(6, 50), hours(5, 49), hours(4, 30), hours(3, 25), hours(2, 24), hours(1, 23)];
        points[1].reason = PointReason::BeforeImport;
        assert_eq!(surplus(&points, "a"), [3, 2]);
    }

    #[test]
    fn failure_09_what_was_deleted_is_not_lost() {
        let mut points = vec![point(3, "a", 9), point(2, "b", 8), point(1, "a", 7)];
        assert_eq!(newest_lost(&points).map(|point| point.id), Some(3));
        points[0].reason = PointReason::BeforeDelete;
        assert_eq!(newest_lost(&points).map(|point| point.id), Some(2));
        points.remove(1);
        assert_eq!(newest_lost(&points), None);
    }

    #[test]
    fn a_description_reads_back() {
        let mut written = point(7, "a", 3);
        written.title = "Chương trình\n2025".into();
        let read = Point::read(&written.to_text()).unwrap();
        assert_eq!((read.id, read.at, read.title.as_str()), (7, written.at, "Chương trình 2025"));
        assert_eq!(Point::read("7\n3\nunknown\na\n"), None);
    }

    #[test]
    fn every_reason_has_its_own_word() {
        for (reason, word) in REASONS {
            assert_eq!((PointReason::read(reason.word()), reason.word()), (Some(reason), word));
        }
    }

    #[test]
    fn a_point_counts_only_when_it_reads_back_the_same() {
        assert!(VerifiedPoint::check("abc", Some("abc")).is_some());
        assert!(VerifiedPoint::check("abc", Some("ab")).is_none());
        assert!(VerifiedPoint::check("abc", None).is_none());
    }
}
