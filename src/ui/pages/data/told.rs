//! What a file would change in a record: the field, what stands there now and what would, in words.

use leptos::prelude::*;

use crate::document::{Document, FieldDiff, NodeDiff, Register, Value};
use crate::i18n::{Language, beginning, with_unit};
use crate::model::{FieldValue as _, Figure, Reading};
use crate::ui::pages::fields::{field_name, in_words, owner_of, text_of};
use crate::ui::pages::indicator::figures::reading_text;

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
    figure(after, node, field.after.as_ref()?, language)
}

/// A figure with the unit of its measure.
fn figure(after: &Document, node: &NodeDiff, value: &Value, language: Language) -> Option<String> {
    let reading = Figure::decode(value)?.reading;
    let words = beginning(&reading_text(&reading, language), LONGEST);
    let has_unit = matches!(reading, Reading::Number(_) | Reading::Ratio { .. });
    let unit = owner_of(after, node.id.as_str()).filter(|_| has_unit).and_then(|it| text_of(after, &it, "unit"));
    Some(with_unit(&words, &unit.unwrap_or_default(), language))
}

fn told(after: &Document, node: &NodeDiff, field: &FieldDiff, language: Language) -> AnyView {
    let name = field.field.as_str();
    let say = |value: &Value| in_words(after, name, value, language).map(|words| beginning(&words, LONGEST));
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
        let new = |value: &Value| if name == "figure" { figure(after, node, value, language) } else { say(value) };
        old.into_iter().chain(field.after.as_ref().and_then(new).map(added)).collect()
    };
    let colon = if values.is_empty() { "" } else { ":" };
    view! { <span class="change-what">{field_name(name).text(language)} {colon} {values}</span> }.into_any()
}
