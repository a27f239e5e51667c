//! The forms of field values as data: the file's JSON Schema is made from them.

use super::{
    Body, Engagement, ExplanationRequest, Head, Item, Judgement, Link, Measure, Observation, ReceivedMark, Record,
    ReportDuty, Section, Update, Version,
};

/// What a field's value may look like in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Null,
    Text,
    /// Text that a regular expression describes.
    Pattern(String),
    Word(Vec<&'static str>),
    Flag,
    Whole {
        least: i64,
        most: i64,
    },
    List(Box<Shape>),
    Pair(Box<Shape>, Box<Shape>),
    /// Entries by name; those of an optional shape may be absent.
    Map(Vec<(&'static str, Shape)>),
    Either(Vec<Shape>),
    Optional(Box<Shape>),
}

/// The fields of one kind of record.
#[derive(Clone, Debug)]
pub struct KindShape {
    pub kind: &'static str,
    pub fields: Vec<(&'static str, Shape)>,
}

/// Every kind of record with its fields.
pub fn kinds() -> Vec<KindShape> {
    fn of<R: Record>() -> KindShape {
        KindShape { kind: R::KIND, fields: R::shapes() }
    }
    vec![
        of::<Head>(),
        of::<Section>(),
        of::<Item>(),
        of::<Measure>(),
        of::<Observation>(),
        of::<Body>(),
        of::<Engagement>(),
        of::<Update>(),
        of::<ReportDuty>(),
        of::<ReceivedMark>(),
        of::<Link>(),
        of::<Judgement>(),
        of::<ExplanationRequest>(),
        of::<Version>(),
    ]
}
