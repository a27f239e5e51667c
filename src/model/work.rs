//! Who does what by when: engagements (phân công), deadlines (thời hạn), updates (tiến độ), judgements (nhận định).

use std::fmt;
use std::str::FromStr;

use super::codec::words;
use super::record::record;
use super::{Cycle, Date, Period};
use crate::document::{NodeId, Timestamp};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum TaskState {
    /// Chưa thực hiện.
    #[default]
    NotStarted,
    /// Đang thực hiện.
    Ongoing,
    /// Hoàn thành.
    Done,
    /// Tạm dừng.
    Paused,
    /// Hủy.
    Cancelled,
}

words! {
    TaskState {
        NotStarted = "not-started",
        Ongoing = "ongoing",
        Done = "done",
        Paused = "paused",
        Cancelled = "cancelled",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Role {
    /// Chủ trì.
    Lead,
    /// Phối hợp.
    Coordinate,
    /// Theo dõi: the least part, and so what an unknown word is read as.
    #[default]
    Monitor,
}

words! {
    Role {
        Lead = "lead",
        Coordinate = "coordinate",
        Monitor = "monitor",
    }
}

/// A deadline in the forms that documents write. A bare month, quarter or year means its last day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Deadline {
    /// Not said.
    #[default]
    Unset,
    /// Thường xuyên, không hạn.
    None,
    On(Date),
    /// Trước ngày: the day itself is too late.
    Before(Date),
    /// Trong tháng, quý, năm.
    Within(Period),
    /// Hằng tháng, hằng quý.
    Every(Cycle),
    /// Hằng năm: "tháng 12 hằng năm", "trước ngày 01/6 và 15/11 hằng năm".
    Yearly(Vec<DayOfYear>),
    /// After an event, in the document's own words: "sau khi có kết luận của cấp trên". No day can be reckoned from it.
    After(String),
}

/// A month, or a day of it, in any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfYear {
    month: u8,
    day: Option<u8>,
}

impl DayOfYear {
    /// `None` when no year has such a day.
    pub fn new(month: u8, day: Option<u8>) -> Option<Self> {
        // A leap year has every day that any year has.
        Date::new(2024, month, day.unwrap_or(1)).map(|_| Self { month, day })
    }

    pub fn month(self) -> u8 {
        self.month
    }

    /// `None`: the month's last day.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The next one, the day itself among them.
    fn next(self, today: Date) -> Date {
        let on = |year| {
            let day = self.day.and_then(|day| Date::new(year, self.month, day));
            day.unwrap_or_else(|| Date::last_of_month(year, self.month))
        };
        let soon = on(today.year());
        if soon >= today { soon } else { on(today.year() + 1) }
    }
}

/// How a task stands against its deadline at a day (thời gian).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clock {
    OnTime,
    /// Days left, 0 to the setting.
    DueSoon(i64),
    /// Days past the deadline.
    Overdue(i64),
    DoneOnTime,
    DoneLate,
    /// No deadline, or one that is not a day.
    Open,
}

impl Deadline {
    /// The last day, where there is one.
    pub fn last_day(&self) -> Option<Date> {
        match self {
            Self::On(date) => Some(*date),
            Self::Before(date) => Some(date.add_days(-1)),
            Self::Within(period) => Some(period.calendar_end()),
            Self::Unset | Self::None | Self::Every(_) | Self::Yearly(_) | Self::After(_) => None,
        }
    }

    /// The day that counts at a day: the last one, or of what comes again the next time that it comes.
    pub fn day_at(&self, today: Date) -> Option<Date> {
        match self {
            Self::Every(cycle) => {
                let months = match cycle {
                    Cycle::Month => 1,
                    Cycle::Quarter => 3,
                    Cycle::HalfYear => 6,
                    Cycle::NineMonths => 9,
                    Cycle::Year => 12,
                    Cycle::Thematic | Cycle::OnDemand => return None,
                };
                let ends = (months..=12).step_by(usize::from(months));
                ends.map(|month| DayOfYear { month, day: None }.next(today)).min()
            }
            Self::Yearly(days) => days.iter().map(|day| day.next(today)).min(),
            _ => self.last_day(),
        }
    }

    /// What comes again is never overdue: which of its days were kept is not written down.
    pub(crate) fn clock(&self, state: TaskState, completed: Option<Date>, today: Date, soon: u32) -> Clock {
        let Some(last) = self.day_at(today) else { return Clock::Open };
        if state == TaskState::Done {
            let is_late = self.last_day().zip(completed).is_some_and(|(last, day)| day > last);
            return if is_late { Clock::DoneLate } else { Clock::DoneOnTime };
        }
        if state == TaskState::Cancelled {
            return Clock::Open;
        }
        match last.days_since(today) {
            left if left < 0 => Clock::Overdue(-left),
            left if left <= i64::from(soon) => Clock::DueSoon(left),
            _ => Clock::OnTime,
        }
    }
}

/// A body's part in an item or a measure (phân công). The id is derived from subject, body and role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    pub id: NodeId,
    pub body: NodeId,
    /// An item or a measure.
    pub subject: NodeId,
    pub role: Role,
    pub deadline: Deadline,
    pub product: String,
    pub state: TaskState,
    pub percent: Option<u8>,
    pub completed: Option<Date>,
}

impl Engagement {
    pub fn new(id: NodeId, subject: NodeId, body: NodeId) -> Self {
        Self {
            id,
            body,
            subject,
            role: Role::default(),
            deadline: Deadline::default(),
            product: String::new(),
            state: TaskState::default(),
            percent: None,
            completed: None,
        }
    }
}

record! {
    Engagement = "engagement", edited by EngagementEdit,
    required { subject = "subject", body = "body" }
    fixed { role = "role" }
    editable {
        deadline: Deadline(Deadline) = "deadline",
        product: Product(String) = "product",
        state: State(TaskState) = "state",
        percent: Percent(Option<u8>) = "percent",
        completed: Completed(Option<Date>) = "completed",
    }
}

/// A word on progress (tiến độ), with the state and percent it set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    pub id: NodeId,
    pub item: NodeId,
    pub date: Date,
    pub author: String,
    pub text: String,
    pub state: Option<TaskState>,
    pub percent: Option<u8>,
    pub written: Timestamp,
}

impl Update {
    pub fn new(id: NodeId, item: NodeId, date: Date) -> Self {
        Self {
            id,
            item,
            date,
            author: String::new(),
            text: String::new(),
            state: None,
            percent: None,
            written: Timestamp::default(),
        }
    }
}

record! {
    Update = "update", edited by UpdateEdit,
    required { item = "item", date = "date" }
    written { written = "text" }
    editable {
        author: Author(String) = "author",
        text: Text(String) = "text",
        state: State(Option<TaskState>) = "state",
        percent: Percent(Option<u8>) = "percent",
    }
}

/// A person's judgement (nhận định) beside the computed one, per measure or item and period: 1 (worst) to 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub id: NodeId,
    pub subject: NodeId,
    pub period: Period,
    pub scale: u8,
    pub text: String,
    pub author: String,
    pub date: Option<Date>,
}

impl Judgement {
    pub fn new(id: NodeId, subject: NodeId, period: Period) -> Self {
        Self { id, subject, period, scale: 3, text: String::new(), author: String::new(), date: None }
    }
}

record! {
    Judgement = "judgement", edited by JudgementEdit,
    required { subject = "subject", period = "period" }
    editable {
        scale: Scale(u8) = "scale",
        text: Text(String) = "text",
        author: Author(String) = "author",
        date: Date(Option<Date>) = "date",
    }
}

/// A request to explain (yêu cầu giải trình).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplanationRequest {
    pub id: NodeId,
    pub from: String,
    pub to: NodeId,
    pub about: NodeId,
    pub due: Option<Date>,
    pub answer: String,
}

impl ExplanationRequest {
    pub fn new(id: NodeId, to: NodeId, about: NodeId) -> Self {
        Self { id, from: String::new(), to, about, due: None, answer: String::new() }
    }
}

record! {
    ExplanationRequest = "request", edited by ExplanationRequestEdit,
    required { to = "to", about = "about" }
    editable {
        from: From(String) = "from",
        due: Due(Option<Date>) = "due",
        answer: Answer(String) = "answer",
    }
}

impl fmt::Display for DayOfYear {
    /// `12` or `06-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl FromStr for DayOfYear {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let two_digits = |text: &str| {
            let is_two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            if is_two { text.parse::<u8>().map_err(|_| ()) } else { Err(()) }
        };
        let (month, day) = match text.split_once('-') {
            Some((month, day)) => (month, Some(two_digits(day)?)),
            None => (text, None),
        };
        Self::new(two_digits(month)?, day).ok_or(())
    }
}

impl fmt::Display for Deadline {
    /// As files write it: `2025-10-15`, `before 2025-10-15`, `2025-Q4`, `every quarter`, `yearly 06-01 11-15`, `after sau đại hội`, `none`;
    /// unset is empty.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unset => Ok(()),
            Self::None => f.write_str("none"),
            Self::On(date) => date.fmt(f),
            Self::Before(date) => write!(f, "before {date}"),
            Self::Within(period) => period.fmt(f),
            Self::Every(cycle) => write!(f, "every {}", cycle.word()),
            Self::Yearly(days) => {
                f.write_str("yearly")?;
                days.iter().try_for_each(|day| write!(f, " {day}"))
            }
            Self::After(event) => write!(f, "after {event}"),
        }
    }
}

impl FromStr for Deadline {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(event) = text.strip_prefix("after ") {
            return if event.trim().is_empty() { Err(()) } else { Ok(Self::After(event.to_owned())) };
        }
        let mut words = text.split(' ');
        let first = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.collect();
        match (first, rest.as_slice()) {
            ("", []) => Ok(Self::Unset),
            ("none", []) => Ok(Self::None),
            ("before", [date]) => date.parse().map(Self::Before),
            ("every", [cycle]) => Cycle::from_word(cycle).map(Self::Every).ok_or(()),
            ("yearly", days) => days.iter().map(|day| day.parse()).collect::<Result<_, _>>().map(Self::Yearly),
            (one, []) => one.parse().map(Self::On).or_else(|()| one.parse().map(Self::Within)),
            _ => Err(()),
        }
    }
}
