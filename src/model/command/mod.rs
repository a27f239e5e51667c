//! Everything a person can do to a programme, as values; `plan` turns one into the writes it means, or says why not.
//!
//! Whoever makes a record names its id, so that it can be shown, focused and filled at once.

mod body;
mod decide;
mod edit;
mod figure;
mod measure;
mod outline;
mod plan;
mod version;
mod work;

pub use edit::Edit;
pub use figure::{check_entry, far_figures};
pub use plan::plan;

use super::{
    BodyEdit, Cell, Date, Decimal, DeletionDispute, EngagementEdit, Figure, FigureState, HeadEdit, ItemEdit, LinkKind,
    MeasureEdit, ObservationEdit, Period, PeriodLength, ReceivedState, ReportDutyEdit, Role, SectionKind, Target,
    TaskState, ValueKind,
};
use crate::document::{FieldName, NodeId, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begins an empty programme: its head, and its sections with their titles.
    Create {
        head: Vec<HeadEdit>,
        sections: Vec<(SectionKind, String)>,
    },
    /// Writes fields of any records, in one step: one field typed, or a bulk edit.
    Edit(Vec<Edit>),

    AddSection {
        id: NodeId,
        after: Option<NodeId>,
        kind: SectionKind,
        title: String,
    },
    /// Adds items that stand together, in order, each with its fields.
    AddItems {
        at: Spot,
        items: Vec<(NodeId, Vec<ItemEdit>)>,
    },
    AddMeasure {
        at: Spot,
        id: NodeId,
        fields: Vec<MeasureEdit>,
    },
    /// Adds an indicator with its one measure; both bear one name.
    AddIndicator {
        at: Spot,
        item: NodeId,
        measure: NodeId,
        name: String,
    },
    /// Moves sections, items or measures, which then stand together in the order in which they stood before.
    Move {
        lines: Vec<NodeId>,
        to: Spot,
    },
    /// Makes items the last children of the item before them.
    Indent(Vec<NodeId>),
    /// Puts items after the item they stand below.
    Outdent(Vec<NodeId>),
    /// Copies lines with all below them, measures and assignments included, figures and progress not; with each line the
    /// id of its copy.
    Duplicate(Vec<(NodeId, NodeId)>),
    /// Deletes lines with all below them and all that belongs to those: figures, assignments, links, updates.
    Delete(Vec<NodeId>),
    /// Brings a deleted record back, with all that was deleted in the same step.
    Restore(NodeId),
    /// Settles fields of records that several wrote at the same time.
    Decide(Vec<(NodeId, Vec<(FieldName, Value)>)>),
    /// What somebody deleted without having seen what another wrote to it comes back, as that one wrote it.
    Keep(DeletionDispute),
    /// It goes all the same.
    Discard(DeletionDispute),

    /// Enters, corrects or (with `None`) clears figures: one typed, or a pasted block.
    SetFigures {
        figures: Vec<(Cell, Option<Figure>)>,
        reason: String,
    },
    /// Enters a pasted block in one step: figures, and the notes beside them.
    PasteFigures {
        figures: Vec<(Cell, Option<Figure>)>,
        notes: Vec<(Cell, String)>,
        reason: String,
    },
    /// Writes what stands beside a figure: note, evidence, source.
    Annotate {
        cell: Cell,
        edits: Vec<ObservationEdit>,
    },
    /// Moves figures on: draft, submitted, approved, returned.
    SetFigureState {
        cells: Vec<Cell>,
        state: FigureState,
    },
    /// Sends figures back to who entered them, saying what is to be mended.
    ReturnFigures {
        cells: Vec<Cell>,
        remark: String,
    },
    /// Locks or unlocks a period.
    SetLock {
        period: Period,
        locked: bool,
    },
    /// Replaces a measure's target from a day on, by a document.
    ReviseTarget {
        measure: NodeId,
        date: Date,
        target: Target,
        document: String,
    },
    /// Issues the programme as it stands: what changes from then on is an amendment.
    Issue {
        id: NodeId,
        number: String,
        date: Date,
        note: String,
    },
    /// It was not issued after all.
    Withdraw(NodeId),
    /// Removes every invented figure; the programme is then no sample any more.
    ClearSample,

    AddBody {
        id: NodeId,
        fields: Vec<BodyEdit>,
    },
    /// From a day on another body stands for this one.
    MergeBody {
        body: NodeId,
        into: NodeId,
        on: Date,
    },
    /// Removes a body with its assignments and duties. One with figures can only be merged.
    DeleteBody(NodeId),
    /// Gives a body its part in an item or a measure; it has one part there, so that another role ends.
    Engage {
        subject: NodeId,
        body: NodeId,
        role: Role,
        fields: Vec<EngagementEdit>,
    },
    Disengage(NodeId),
    /// Gives a body its part in an item or a measure, or none any more, in the place of parts that stood for it: its own,
    /// and those of bodies that were merged into it.
    Assign {
        subject: NodeId,
        body: NodeId,
        role: Option<Role>,
        instead_of: Vec<NodeId>,
    },

    /// Sets the state of items or of bodies' parts in them; what is done is done today.
    SetTaskState {
        of: Vec<NodeId>,
        state: TaskState,
    },
    /// A word on progress, which can set the item's state and percent in the same step.
    AddUpdate {
        id: NodeId,
        item: NodeId,
        text: String,
        state: Option<TaskState>,
        percent: Option<u8>,
    },
    DeleteUpdate(NodeId),
    Link {
        id: NodeId,
        from: NodeId,
        to: NodeId,
        kind: LinkKind,
    },
    Unlink(NodeId),
    Judge {
        subject: NodeId,
        period: Period,
        scale: u8,
        text: String,
    },
    /// Takes a person's judgement away.
    Unjudge(NodeId),
    AddDuty {
        id: NodeId,
        fields: Vec<ReportDutyEdit>,
    },
    DeleteDuty(NodeId),
    /// Marks a body's report of a period; `None` takes the mark away.
    MarkReceived {
        duty: NodeId,
        body: NodeId,
        period: Period,
        state: Option<ReceivedState>,
    },
    AskExplanation {
        id: NodeId,
        from: String,
        to: NodeId,
        about: NodeId,
        due: Option<Date>,
    },
}

/// Where a line goes: below a parent, after one of its children; `None` is before them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    pub parent: NodeId,
    pub after: Option<NodeId>,
}

/// Why a command cannot be done. Carries data; words are made elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandError {
    /// What the command is about does not exist (any more).
    Missing(NodeId),
    /// A new record's id belongs to something already.
    IdTaken(NodeId),
    /// The programme has been begun already.
    AlreadyBegun,
    /// The parent cannot hold such a line: a measure stands below an item only, a section below the programme only.
    WrongParent {
        line: NodeId,
        parent: NodeId,
    },
    /// A line cannot stand below itself, nor be linked to itself.
    IntoItself(NodeId),
    /// There is no item before it to go under, or no item above it to leave.
    NowhereToGo(NodeId),
    /// A figure of another kind than the measure's.
    WrongKind {
        cell: Cell,
        expected: ValueKind,
    },
    /// The period is not of the length that the measure is reported in.
    WrongPeriod {
        cell: Cell,
        expected: PeriodLength,
    },
    OutOfBounds {
        cell: Cell,
        value: Decimal,
        lower: Option<Decimal>,
        upper: Option<Decimal>,
    },
    /// A numerator over nothing.
    ZeroDenominator(Cell),
    /// An approved figure changes only with a reason.
    ReasonNeeded(Cell),
    PeriodLocked(Period),
    /// A figure is sent back with a word on what to mend.
    RemarkNeeded(Cell),
    /// The lower bound of a measure, or the first end of a range, is above the other.
    Crossed {
        lower: Decimal,
        upper: Decimal,
    },
    /// A weight, a tolerance or a change that is less than nothing.
    BelowZero(Decimal),
    /// Two interim targets for one period.
    TwoInterims(Period),
    /// Outside its range: percent 0 to 100, scale 1 to 5, day of the month 1 to 31, year 1 to 9999.
    OutOfRange {
        field: &'static str,
        value: i64,
        from: i64,
        to: i64,
    },
    /// The body would, through others, stand below itself or follow itself.
    BodyRing(NodeId),
    BodyHasFigures {
        body: NodeId,
        figures: usize,
    },
}
