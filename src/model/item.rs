//! The outline: sections (phần), items (mục), links between them.

use super::{Clock, Deadline, Place, TaskState};
use crate::document::NodeId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    Tasks,
    Indicators,
    Solutions,
    Implementation,
    Free,
}

/// A section (phần): `I. Nhiệm vụ trọng tâm`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: NodeId,
    pub place: Place,
    pub kind: SectionKind,
    pub title: String,
    /// The label as printed, kept when it differs from the computed one.
    pub printed_label: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// Nhiệm vụ.
    Task,
    /// Nhóm chỉ tiêu.
    IndicatorGroup,
    /// Chỉ tiêu: one numbered indicator; it can hold several measures.
    Indicator,
    /// Giải pháp.
    Solution,
    /// Phân công.
    Assignment,
    /// An unnumbered paragraph.
    Paragraph,
}

/// An item (mục) of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: NodeId,
    pub place: Place,
    pub kind: ItemKind,
    /// Short wording.
    pub title: String,
    /// The full text, verbatim; empty when there is no more than the title.
    pub text: String,
    /// The label as printed, kept when it differs from the computed one (the programme of 2025 prints "5." twice).
    pub printed_label: Option<String>,
    pub state: TaskState,
    /// 0 to 100; `None` when not said.
    pub percent: Option<u8>,
    pub deadline: Deadline,
    /// The day it was done, for "trong hạn / quá hạn".
    pub completed: Option<super::Date>,
    /// Sản phẩm.
    pub product: String,
    pub note: String,
}

impl Item {
    /// How the item stands against its deadline at a day.
    pub fn clock(&self, today: super::Date, due_soon_days: u32) -> Clock {
        self.deadline.clock(self.state, self.completed, today, due_soon_days)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkKind {
    ContributesTo,
    Implements,
    SeeAlso,
    /// Two measures that state one fact twice ("giảm 0,04% (1.114 hộ)").
    SameFact,
}

/// A link (liên kết) from an item or measure to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: NodeId,
    pub from: NodeId,
    pub to: NodeId,
    pub kind: LinkKind,
}
