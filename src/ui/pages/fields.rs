//! Fields of records in words: what a field is called, what a value says, what a person knows a record by.

use super::indicator::figures::{answer_text, reading_text};
use crate::app::{clock_time, day_of};
use crate::document::{Document, Timestamp, Value};
use crate::i18n::messages::{Choosing, Field, Indicator, Issuing};
use crate::i18n::{
    Language, Message, deadline_words, format_date, period_name_with_year, target_short, to_lower, whole_percent,
};
use crate::model::{
    BodyKind, Date, Deadline, FieldValue as _, Figure, FigureState, ItemKind, PeriodLength, Place, Programme, ROOT,
    Role, SectionKind, Target, TaskState, ValueKind,
};

/// `None`: empty, or what only the program can read.
pub fn in_words(document: &Document, field: &str, value: &Value, language: Language) -> Option<String> {
    let say = |message: &dyn Message| Some(to_lower(&message.text(language)));
    if is_text(field) {
        return value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    }
    match field {
        "owner" | "body" => Some(name_of(document, value.as_str()?, language)),
        "percent" => Some(whole_percent(value.as_int()?, language)),
        "figure" => Some(reading_text(&Figure::decode(value)?.reading, language)),
        "target" => Some(target_short(&Target::decode(value)?, language)),
        "deadline" => Some(deadline_words(&Deadline::decode(value)?, language)),
        "role" => say(&Role::decode(value)?),
        "state" => TaskState::decode(value)
            .and_then(|state| say(&state))
            .or_else(|| FigureState::decode(value).and_then(|state| say(&state))),
        _ => None,
    }
}

/// The same of any field: a person has to choose between values that have no better words, too.
pub fn in_any_words(document: &Document, field: &str, value: &Value, language: Language) -> String {
    let say = |message: &dyn Message| Some(to_lower(&message.text(language)));
    let words = match field {
        _ if *value == Value::Null => None,
        "completed" | "date" | "due" | "scope-since" | "as-of" => {
            Date::decode(value).map(|date| format_date(date, language))
        }
        "kind" => ItemKind::decode(value)
            .and_then(|kind| say(&kind))
            .or_else(|| SectionKind::decode(value).and_then(|kind| say(&kind)))
            .or_else(|| BodyKind::decode(value).and_then(|kind| say(&kind))),
        "value-kind" => ValueKind::decode(value).and_then(|kind| say(&kind)),
        "period" | "judged-by" => PeriodLength::decode(value).and_then(|length| say(&length)),
        "place" => Place::decode(value).map(|Place { parent, .. }| {
            let name = name_of(document, parent.as_str(), language);
            let place = if parent.as_str() == ROOT { Choosing::TopLevel } else { Choosing::Inside { name } };
            place.text(language).into_owned()
        }),
        _ => in_words(document, field, value, language),
    };
    words.or_else(|| plain(value, language)).unwrap_or_else(|| Choosing::Empty.text(language).into_owned())
}

/// A value as it is written in the file, without its signs.
fn plain(value: &Value, language: Language) -> Option<String> {
    let all = |values: &mut dyn Iterator<Item = &Value>| {
        let values: Vec<String> = values.filter_map(|value| plain(value, language)).collect();
        (!values.is_empty()).then(|| values.join(", "))
    };
    match value {
        Value::Null => None,
        Value::Bool(answer) => Some(answer_text(*answer, language)),
        Value::Int(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.to_string()).filter(|text| !text.is_empty()),
        Value::List(values) => all(&mut values.iter()),
        Value::Map(entries) => all(&mut entries.values()),
    }
}

/// What people wrote in words of their own.
pub fn is_text(field: &str) -> bool {
    matches!(field, "name" | "title" | "unit" | "source" | "label" | "short") || is_prose(field)
}

/// Texts of one or more sentences: two of them can stand one after the other.
pub fn is_prose(field: &str) -> bool {
    matches!(
        field,
        "text"
            | "note"
            | "product"
            | "evidence"
            | "reason"
            | "remark"
            | "quote"
            | "method-note"
            | "preamble"
            | "theme"
            | "answer"
    )
}

pub fn field_name(field: &str) -> &'static dyn Message {
    match field {
        "name" | "title" => &Field::Name,
        "text" => &Field::Text,
        "figure" => &Field::Figure,
        "note" => &Field::Note,
        "state" => &Field::State,
        "completed" => &Field::Completed,
        "percent" => &Field::Percent,
        "deadline" => &Field::Deadline,
        "product" => &Field::Product,
        "target" => &Field::Target,
        "unit" => &Field::Unit,
        "owner" => &Field::Owner,
        "role" => &Field::Role,
        "place" => &Field::Place,
        "label" => &Field::Label,
        "source" => &Field::Source,
        "evidence" => &Field::Evidence,
        "reason" => &Field::Reason,
        "remark" => &Field::Remark,
        "kind" => &Field::Kind,
        "numbering" => &Field::Numbering,
        "quote" => &Field::Quote,
        "baseline" => &Issuing::FieldBaseline,
        "interim" => &Issuing::FieldInterim,
        "value-kind" | "period" | "judged-by" | "pace" | "maintain" | "method" | "method-note" => {
            &Issuing::FieldMeasuring
        }
        "first-year" | "last-year" => &Issuing::FieldYears,
        "theme" => &Issuing::FieldTheme,
        _ => &Field::Other,
    }
}

/// What a person knows a node by: its own name, or that of what it belongs to, with its period.
pub fn name_of(document: &Document, id: &str, language: Language) -> String {
    let text = |id: &str, field: &str| text_of(document, id, field);
    if let Some(name) = own_name(document, id) {
        return name;
    }
    let name = owner_of(document, id).and_then(|owner| own_name(document, &owner)).unwrap_or_else(|| id.to_owned());
    match text(id, "period").and_then(|period| period.parse().ok()) {
        Some(period) => format!("{name}, {}", period_name_with_year(period, language)),
        None => name,
    }
}

/// The name of a record that has one.
pub fn own_name(document: &Document, id: &str) -> Option<String> {
    ["title", "name", "text", "number"].into_iter().find_map(|field| text_of(document, id, field))
}

/// The record that a figure, a part, a mark or a word belongs to.
pub fn owner_of(document: &Document, id: &str) -> Option<String> {
    ["measure", "subject", "item", "about", "from", "body"].into_iter().find_map(|field| text_of(document, id, field))
}

/// The number of a line in order, and the one that the document prints where that is another. Empty where it has none.
pub fn numbered(programme: &Programme, id: &str, language: Language) -> String {
    let reference = programme.reference(id);
    match programme.label(id).printed.filter(|_| !reference.is_empty()) {
        Some(printed) => Indicator::PrintedAs { reference, printed }.text(language).into_owned(),
        None => reference,
    }
}

/// The shown text of a field.
pub fn text_of(document: &Document, id: &str, field: &str) -> Option<String> {
    let value = document.node(id)?.get(field).and_then(Value::as_str)?;
    (!value.is_empty()).then(|| value.to_owned())
}

/// `02/10/2025, 15:30`.
pub fn time_words(at: Timestamp, language: Language) -> String {
    format!("{}, {}", format_date(day_of(at), language), clock_time(at))
}
