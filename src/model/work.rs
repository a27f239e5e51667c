//! Who does what by when: engagements (phân công), deadlines (thời hạn), updates (tiến độ), judgements (nhận định).

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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Chủ trì.
    Lead,
    /// Phối hợp.
    Coordinate,
    /// Theo dõi.
    Monitor,
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
    /// Trong tháng, quý, năm.
    Within(Period),
    /// Hằng tháng, hằng quý, "tháng 12 hằng năm".
    Every(Cycle),
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
            Self::Within(period) => Some(period.calendar_end()),
            Self::Unset | Self::None | Self::Every(_) => None,
        }
    }

    pub(crate) fn clock(&self, state: TaskState, completed: Option<Date>, today: Date, soon: u32) -> Clock {
        let Some(last) = self.last_day() else { return Clock::Open };
        if state == TaskState::Done {
            return if completed.is_some_and(|day| day > last) { Clock::DoneLate } else { Clock::DoneOnTime };
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
