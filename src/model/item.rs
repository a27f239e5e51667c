//! The outline: sections (phần), items (mục), links between them.

use super::codec::words;
use super::record::record;
use super::{Clock, Deadline, Place, TaskState};
use crate::document::NodeId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SectionKind {
    Tasks,
    Indicators,
    Solutions,
    Implementation,
    #[default]
    Free,
}

words! {
    SectionKind {
        Tasks = "tasks",
        Indicators = "indicators",
        Solutions = "solutions",
        Implementation = "implementation",
        Free = "free",
    }
}

/// How the items below a section or an item are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Numbering {
    /// By depth, in the customary order: `1`, `1.1`, `(1)`, `a)`, `-`, `+`.
    #[default]
    Auto,
    /// By depth too, but the count runs on over the neighbouring branches that are numbered so:
    /// the indicators of groups 1.1 to 1.5 are (1) to (22).
    Running,
    /// `1`, or `2.1` below a 2.
    Nested,
    /// `(1)`.
    Bracket,
    /// `a)`, in the alphabet of Vietnamese lists.
    Letter,
    Dash,
    Plus,
    None,
}

words! {
    Numbering {
        Auto = "auto",
        Running = "running",
        Nested = "nested",
        Bracket = "bracket",
        Letter = "letter",
        Dash = "dash",
        Plus = "plus",
        None = "none",
    }
}

/// A section (phần): `I. Nhiệm vụ trọng tâm`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: NodeId,
    pub place: Place,
    pub kind: SectionKind,
    pub title: String,
    /// The label as printed, kept when it differs from the computed one; an empty one: the document prints none.
    pub printed_label: Option<String>,
    /// How its items are numbered.
    pub numbering: Numbering,
}

impl Section {
    pub fn new(id: NodeId) -> Self {
        Self {
            id,
            place: Place::default(),
            kind: SectionKind::default(),
            title: String::new(),
            printed_label: None,
            numbering: Numbering::default(),
        }
    }
}

record! {
    Section = "section", edited by SectionEdit,
    fixed { place = "place" }
    editable {
        kind: Kind(SectionKind) = "kind",
        title: Title(String) = "title",
        printed_label: PrintedLabel(Option<String>) = "label",
        numbering: Numbering(Numbering) = "numbering",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
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
    #[default]
    Paragraph,
}

words! {
    ItemKind {
        Task = "task",
        IndicatorGroup = "indicator-group",
        Indicator = "indicator",
        Solution = "solution",
        Assignment = "assignment",
        Paragraph = "paragraph",
    }
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
    /// The label as printed, kept when it differs from the computed one (the programme of 2025 prints "5." twice); an
    /// empty one: the document prints none. A paragraph has a number only where one is printed.
    pub printed_label: Option<String>,
    /// How the items below it are numbered.
    pub numbering: Numbering,
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
    pub fn new(id: NodeId) -> Self {
        Self {
            id,
            place: Place::default(),
            kind: ItemKind::default(),
            title: String::new(),
            text: String::new(),
            printed_label: None,
            numbering: Numbering::default(),
            state: TaskState::default(),
            percent: None,
            deadline: Deadline::default(),
            completed: None,
            product: String::new(),
            note: String::new(),
        }
    }

    /// How the item stands against its deadline at a day.
    pub fn clock(&self, today: super::Date, due_soon_days: u32) -> Clock {
        self.deadline.clock(self.state, self.completed, today, due_soon_days)
    }
}

record! {
    Item = "item", edited by ItemEdit,
    fixed { place = "place" }
    editable {
        kind: Kind(ItemKind) = "kind",
        title: Title(String) = "title",
        text: Text(String) = "text",
        printed_label: PrintedLabel(Option<String>) = "label",
        numbering: Numbering(Numbering) = "numbering",
        state: State(TaskState) = "state",
        percent: Percent(Option<u8>) = "percent",
        deadline: Deadline(Deadline) = "deadline",
        completed: Completed(Option<super::Date>) = "completed",
        product: Product(String) = "product",
        note: Note(String) = "note",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum LinkKind {
    ContributesTo,
    Implements,
    #[default]
    SeeAlso,
    /// Two measures that state one fact twice ("giảm 0,04% (1.114 hộ)").
    SameFact,
}

words! {
    LinkKind {
        ContributesTo = "contributes-to",
        Implements = "implements",
        SeeAlso = "see-also",
        SameFact = "same-fact",
    }
}

/// A link (liên kết) from an item or measure to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: NodeId,
    pub from: NodeId,
    pub to: NodeId,
    pub kind: LinkKind,
}

impl Link {
    pub fn new(id: NodeId, from: NodeId, to: NodeId) -> Self {
        Self { id, from, to, kind: LinkKind::default() }
    }
}

record! {
    Link = "link", edited by LinkEdit,
    required { from = "from", to = "to" }
    editable { kind: Kind(LinkKind) = "kind" }
}
