//! What a file would change in a record: the field, what stands there now and what would, in words.

use leptos::prelude::*;

use super::changes::name_of;
use crate::document::{Document, FieldDiff, NodeDiff, Register, Value};
use crate::i18n::messages::Field;
use crate::i18n::{
    Language, Message, deadline_words, format_exact, format_number, target_short, to_lower, whole_percent,
};
use crate::model::{Deadline, FieldValue as _, Figure, FigureState, Reading, Role, Target, TaskState};

/// Fields of one record that are told.
const MOST: usize = 4;
/// Letters of a text.
const LONGEST: usize = 90;

/// The fields of a record that was there before. A disputed one shows all that is written there.
pub(super) fn fields(after: &Document, node: &NodeDiff, language: Language) -> Vec<AnyView> {
    node.fields.iter().take(MOST).map(|field| told(after, node, field, language)).collect()
}

/// A figure that a file brings along; other new records are known by their names.
pub(super) fn new_figure(after: &Document, node: &NodeDiff, language: Language) -> Option<String> {
    let field = node.fields.iter().find(|field| field.field.as_str() == "figure")?;
    in_words(after, "figure", field.after.as_ref()?, language)
}

fn told(after: &Document, node: &NodeDiff, field: &FieldDiff, language: Language) -> AnyView {
    let name = field.field.as_str();
    let say = |value: &Value| in_words(after, name, value, language);
    let added = |words: String| view! { " " <ins>{words}</ins> }.into_any();
    let either =
        |(at, words): (usize, String)| view! { {if at == 0 { " " } else { " / " }} <ins>{words}</ins> }.into_any();
    let values: Vec<AnyView> = if field.conflict.is_some() {
        let register = after.node(node.id.as_str()).and_then(|node| node.field(name));
        register
            .into_iter()
            .flat_map(Register::values)
            .filter_map(|dot| say(&dot.value))
            .enumerate()
            .map(either)
            .collect()
    } else {
        let old = field.before.as_ref().and_then(say);
        let old = old.map(|words| view! { " " <del>{words}</del> " →" }.into_any());
        old.into_iter().chain(field.after.as_ref().and_then(say).map(added)).collect()
    };
    let colon = if values.is_empty() { "" } else { ":" };
    view! { <span class="change-what">{field_name(name).text(language)} {colon} {values}</span> }.into_any()
}

/// `None`: empty, or what only the program can read, as a place.
fn in_words(document: &Document, field: &str, value: &Value, language: Language) -> Option<String> {
    let say = |message: &dyn Message| Some(to_lower(&message.text(language)));
    match field {
        "name" | "title" | "text" | "note" | "product" | "unit" | "source" | "label" => {
            value.as_str().filter(|text| !text.is_empty()).map(cut)
        }
        "owner" => Some(name_of(document, value.as_str()?, language)),
        "percent" => Some(whole_percent(value.as_int()?, language)),
        "figure" => {
            let reading = Figure::decode(value)?.reading;
            match (reading.number(), &reading) {
                (_, Reading::Number(number)) => Some(format_exact(*number, language)),
                (Some(number), _) => Some(format_number(number, 1, language)),
                (None, Reading::Grade(grade)) => say(grade),
                (None, Reading::Text(text)) => Some(cut(text)),
                _ => None,
            }
        }
        "target" => Some(target_short(&Target::decode(value)?, language)),
        "deadline" => Some(deadline_words(&Deadline::decode(value)?, language)),
        "role" => say(&Role::decode(value)?),
        "state" => TaskState::decode(value)
            .and_then(|state| say(&state))
            .or_else(|| FigureState::decode(value).and_then(|state| say(&state))),
        _ => None,
    }
}

fn cut(text: &str) -> String {
    let mut cut: String = text.chars().take(LONGEST).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

fn field_name(field: &str) -> Field {
    match field {
        "name" | "title" => Field::Name,
        "text" => Field::Text,
        "figure" => Field::Figure,
        "note" => Field::Note,
        "state" | "completed" => Field::State,
        "percent" => Field::Percent,
        "deadline" => Field::Deadline,
        "product" => Field::Product,
        "target" => Field::Target,
        "unit" => Field::Unit,
        "owner" => Field::Owner,
        "role" => Field::Role,
        "place" => Field::Place,
        "label" => Field::Label,
        "source" => Field::Source,
        _ => Field::Other,
    }
}
