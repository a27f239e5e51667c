//! The work programme (chương trình công tác) as typed records, read from a document; the commands that change it.

mod amendment;
mod body;
mod codec;
mod command;
mod decimal;
mod dispute;
mod doubt;
mod duty;
mod head;
mod history;
pub(crate) mod ids;
mod item;
mod label;
mod measure;
mod observation;
mod ordinal;
mod outline;
mod period;
mod programme;
mod record;
mod review;
mod shape;
mod successor;
mod table;
mod target;
mod version;
mod work;

pub use amendment::{AmendedLine, Amendment, Comparison};
pub use body::{
    Body, BodyEdit, BodyKind, Cutoff, Cycle, ReceivedMark, ReceivedMarkEdit, ReceivedState, ReportDuty, ReportDutyEdit,
};
pub use codec::FieldValue;
pub use command::{Command, CommandError, Edit, Spot, check_entry, far_figures, plan};
pub use decimal::{Arithmetic, DecimalError, read as read_decimal};
pub use dispute::{Choice, Decision, DeletionDispute, Dispute, FieldDispute, Unseen, disputes};
pub use doubt::{doubts, number_in};
pub use duty::AwaitedReport;
pub use head::{Head, HeadEdit, PeriodEdges, Settings, Signatory};
pub use history::{FigureChange, LineChange, StateChange};
pub use ids::{Cell, ROOT};
pub use item::{Item, ItemEdit, ItemKind, Link, LinkEdit, LinkKind, Numbering, Section, SectionEdit, SectionKind};
pub use label::{Label, NumberedLine};
pub use measure::{
    Baseline, BodyAggregation, Interim, Maintain, Measure, MeasureEdit, Method, PaceRule, TargetRevision, ValueKind,
};
pub use observation::{Figure, FigureState, Grade, Observation, ObservationEdit, Reading};
pub use ordinal::{letters, place_of_letter, roman, roman_number};
pub use outline::Line;
pub use period::{Date, Month, Period, PeriodLength};
pub use programme::Programme;
pub use record::{FieldEdit, Place, Record, Source};
pub use review::Review;
pub use rust_decimal::Decimal;
pub use shape::{KindShape, Shape, kinds};
pub use table::{Filed, Table};
pub use target::{ChangeBy, Direction, Target};
pub use version::{Version, VersionEdit, issued};
pub use work::{
    Clock, DayOfYear, Deadline, Engagement, EngagementEdit, ExplanationRequest, ExplanationRequestEdit, Judgement,
    JudgementEdit, Role, TaskState, Update, UpdateEdit,
};
