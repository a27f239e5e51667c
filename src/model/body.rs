//! Bodies (đơn vị) and what they must report.

use super::codec::words;
use super::record::record;
use super::{Date, Period};
use crate::document::NodeId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum BodyKind {
    /// Cơ quan, sở, ngành.
    Agency,
    /// Cơ quan tham mưu, giúp việc của Đảng.
    PartyOffice,
    /// Cấp ủy cơ sở.
    PartyCell,
    /// Đoàn thể.
    Union,
    /// Địa phương.
    Locality,
    #[default]
    Other,
}

words! {
    BodyKind {
        Agency = "agency",
        PartyOffice = "party-office",
        PartyCell = "party-cell",
        Union = "union",
        Locality = "locality",
        Other = "other",
    }
}

/// A body. Bodies are merged and renamed: the successor takes over from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    pub id: NodeId,
    pub name: String,
    pub short_name: String,
    pub kind: BodyKind,
    pub parent: Option<NodeId>,
    pub successor: Option<(NodeId, Date)>,
}

impl Body {
    /// Its short name, or its whole one: for narrow places.
    pub fn short(&self) -> &str {
        if self.short_name.is_empty() { &self.name } else { &self.short_name }
    }

    /// Whether another body had taken its place by a day.
    pub fn is_gone(&self, day: Date) -> bool {
        self.successor.as_ref().is_some_and(|(_, on)| *on <= day)
    }

    pub fn new(id: NodeId) -> Self {
        Self {
            id,
            name: String::new(),
            short_name: String::new(),
            kind: BodyKind::default(),
            parent: None,
            successor: None,
        }
    }
}

record! {
    Body = "body", edited by BodyEdit,
    editable {
        name: Name(String) = "name",
        short_name: ShortName(String) = "short",
        kind: Kind(BodyKind) = "kind",
        parent: Parent(Option<NodeId>) = "parent",
        successor: Successor(Option<(NodeId, Date)>) = "successor",
    }
}

/// Chế độ báo cáo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Cycle {
    #[default]
    Month,
    Quarter,
    HalfYear,
    NineMonths,
    Year,
    /// Chuyên đề.
    Thematic,
    /// Đột xuất.
    OnDemand,
}

words! {
    Cycle {
        Month = "month",
        Quarter = "quarter",
        HalfYear = "half-year",
        NineMonths = "nine-months",
        Year = "year",
        Thematic = "thematic",
        OnDemand = "on-demand",
    }
}

impl Cycle {
    /// Whether its periods follow from the calendar; the others are asked for when there is a cause.
    pub fn has_calendar(self) -> bool {
        !matches!(self, Self::Thematic | Self::OnDemand)
    }
}

/// How the reporting period of a duty is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Cutoff {
    /// As the programme's settings say.
    #[default]
    Programme,
    Calendar,
    Statutory,
}

words! {
    Cutoff {
        Programme = "programme",
        Calendar = "calendar",
        Statutory = "statutory",
    }
}

/// A duty to report (chế độ báo cáo) of a body or of all bodies of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDuty {
    pub id: NodeId,
    pub body: Option<NodeId>,
    pub body_kind: Option<BodyKind>,
    /// The assignment that lays it down.
    pub item: Option<NodeId>,
    pub cycle: Cycle,
    pub cutoff: Cutoff,
    /// Day of the month in which the report is due; `None`: the programme's due days after the period.
    pub due_day: Option<u8>,
    pub title: String,
}

impl ReportDuty {
    pub fn new(id: NodeId) -> Self {
        Self {
            id,
            body: None,
            body_kind: None,
            item: None,
            cycle: Cycle::default(),
            cutoff: Cutoff::default(),
            due_day: None,
            title: String::new(),
        }
    }
}

record! {
    ReportDuty = "duty", edited by ReportDutyEdit,
    editable {
        body: Body(Option<NodeId>) = "body",
        body_kind: BodyKind(Option<BodyKind>) = "bodies",
        item: Item(Option<NodeId>) = "item",
        cycle: Cycle(Cycle) = "cycle",
        cutoff: Cutoff(Cutoff) = "cutoff",
        due_day: DueDay(Option<u8>) = "day",
        title: Title(String) = "title",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ReceivedState {
    Received,
    Late,
    #[default]
    Missing,
}

words! {
    ReceivedState {
        Received = "received",
        Late = "late",
        Missing = "missing",
    }
}

/// One mark a duty, body and period; its id is derived from these three.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedMark {
    pub id: NodeId,
    pub duty: NodeId,
    pub body: NodeId,
    pub period: Period,
    pub state: ReceivedState,
}

impl ReceivedMark {
    pub fn new(id: NodeId, duty: NodeId, body: NodeId, period: Period) -> Self {
        Self { id, duty, body, period, state: ReceivedState::default() }
    }
}

record! {
    ReceivedMark = "received", edited by ReceivedMarkEdit,
    required { duty = "duty", body = "body", period = "period" }
    editable { state: State(ReceivedState) = "state" }
}
