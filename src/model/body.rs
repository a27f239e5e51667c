//! Bodies (đơn vị) and what they must report.

use super::{Date, Period};
use crate::document::NodeId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    Other,
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

/// Chế độ báo cáo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cycle {
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

/// How the reporting period of a duty is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Cutoff {
    /// As the programme's settings say.
    #[default]
    Programme,
    Calendar,
    Statutory,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReceivedState {
    Received,
    Late,
    Missing,
}

/// One mark a duty, body and period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedMark {
    pub id: NodeId,
    pub duty: NodeId,
    pub body: NodeId,
    pub period: Period,
    pub state: ReceivedState,
}
