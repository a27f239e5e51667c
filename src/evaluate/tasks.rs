//! Tasks in numbers: the official four of the Government's notices, and those without a deadline apart.

use rust_decimal::Decimal;

use crate::model::{Arithmetic, Clock, Date, Deadline, Item, Programme, TaskState};

/// What the statistics need to know of a task or of a body's part in it.
#[derive(Clone, Copy, Debug)]
pub struct TaskFacts<'a> {
    pub deadline: &'a Deadline,
    pub state: TaskState,
    pub completed: Option<Date>,
}

impl<'a> TaskFacts<'a> {
    pub fn of(item: &'a Item) -> Self {
        Self { deadline: &item.deadline, state: item.state, completed: item.completed }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskCounts {
    /// Đã hoàn thành trong hạn.
    pub done_on_time: usize,
    /// Đã hoàn thành quá hạn.
    pub done_late: usize,
    /// Đang thực hiện trong hạn (not started and paused ones are not done either).
    pub open_on_time: usize,
    /// Đang thực hiện quá hạn.
    pub open_overdue: usize,
    /// Không có thời hạn.
    pub without_deadline: usize,
    /// Of those on time, due within the programme's days.
    pub due_soon: usize,
    /// Cancelled tasks are in none of the others.
    pub cancelled: usize,
}

impl TaskCounts {
    /// Of all tasks of a programme, by the days that it calls soon.
    pub fn of(programme: &Programme, as_of: Date) -> Self {
        let tasks = programme.tasks().map(|item| TaskFacts::of(item));
        Self::at(tasks, as_of, programme.head().settings.due_soon_days)
    }

    /// Counts as things stood on a day: what was completed later was still open then.
    pub fn at<'a>(tasks: impl IntoIterator<Item = TaskFacts<'a>>, as_of: Date, due_soon_days: u32) -> Self {
        let mut counts = Self::default();
        for task in tasks {
            match clock_at(&task, as_of, due_soon_days) {
                _ if task.state == TaskState::Cancelled => counts.cancelled += 1,
                Clock::DoneOnTime => counts.done_on_time += 1,
                Clock::DoneLate => counts.done_late += 1,
                Clock::OnTime => counts.open_on_time += 1,
                Clock::DueSoon(_) => {
                    counts.open_on_time += 1;
                    counts.due_soon += 1;
                }
                Clock::Overdue(_) => counts.open_overdue += 1,
                Clock::Open => counts.without_deadline += 1,
            }
        }
        counts
    }

    /// All but the cancelled ones.
    pub fn total(&self) -> usize {
        self.done_on_time + self.done_late + self.open_on_time + self.open_overdue + self.without_deadline
    }

    /// The share kept in time of all whose time is decided: done, or overdue and still open. It cannot be 100 % beside
    /// a count of overdue tasks.
    pub fn on_time_share(&self) -> Option<Decimal> {
        let decided = self.done_on_time + self.done_late + self.open_overdue;
        Decimal::from(self.done_on_time).over(decided.into())
    }
}

/// How a task stood against its deadline on a day.
pub fn clock_at(task: &TaskFacts, as_of: Date, due_soon_days: u32) -> Clock {
    let is_later = task.state == TaskState::Done && task.completed.is_some_and(|day| day > as_of);
    let (state, completed) = if is_later { (TaskState::Ongoing, None) } else { (task.state, task.completed) };
    task.deadline.clock(state, completed, as_of, due_soon_days)
}
