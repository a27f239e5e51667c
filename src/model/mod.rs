//! The work programme (chương trình công tác) as typed records, read from a document; the commands that change it.

mod body;
mod head;
mod item;
mod measure;
mod observation;
mod period;
mod record;
mod target;
mod work;

pub use body::{Body, BodyKind, Cutoff, Cycle, ReceivedMark, ReceivedState, ReportDuty};
pub use head::{Head, PeriodEdges, Settings, Signatory};
pub use item::{Item, ItemKind, Link, LinkKind, Section, SectionKind};
pub use measure::{Baseline, BodyAggregation, Interim, Maintain, Measure, Method, PaceRule, TargetRevision, ValueKind};
pub use observation::{Figure, FigureState, Grade, Observation, Reading};
pub use period::{Date, Month, Period, PeriodLength};
pub use record::Place;
pub use rust_decimal::Decimal;
pub use target::{ChangeBy, Direction, Target};
pub use work::{Clock, Deadline, Engagement, ExplanationRequest, Judgement, Role, TaskState, Update};
