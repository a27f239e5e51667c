//! The chosen target or entry, as fields. What is typed is kept when its field is left.

use leptos::prelude::*;

use super::review::{Pick, Review, Work};
use super::structure::{self, relation, row_id};
use crate::documents::{Comparator, Entry, EntryKind, MeasureDraft};
use crate::i18n::messages::Import;
use crate::i18n::{Language, Message, Parsed, format_exact, parse_number};
use crate::model::{Decimal, SectionKind};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// The id of the field that the keyboard goes to.
pub const FIRST_FIELD: &str = "import-name";

pub fn measure_editor(
    review: Review,
    work: &Work,
    index: usize,
    measure: &MeasureDraft,
    language: Language,
) -> AnyView {
    let pick = Pick::Measure(index);
    let error = RwSignal::new(None::<String>);
    let options: Vec<AnyView> = Comparator::ALL
        .into_iter()
        .map(|comparator| {
            let is_own = comparator == measure.comparator;
            let name = if is_own { structure::comparator(measure, language) } else { comparator.text(language) };
            view! { <option value=comparator.word() selected=is_own>{name}</option> }.into_any()
        })
        .collect();
    let compare = move |event| {
        let word = event_target_value(&event);
        if let Some(comparator) = Comparator::ALL.into_iter().find(|comparator| comparator.word() == word) {
            let edit = move |measure: &mut MeasureDraft| measure.comparator = comparator;
            // Nothing is to be typed for a target of zero.
            if comparator == Comparator::Zero {
                review.tell_measure(index, edit);
            } else {
                review.edit_measure(index, edit);
            }
        }
    };
    let number = move |text: String, keep: fn(&mut MeasureDraft, Decimal)| match parse_number(&text, language) {
        Parsed::Exact(number) => review.tell_measure(index, move |measure| keep(measure, number)),
        _ => error.set(Some(Import::NoNumber { text }.text(language).into_owned())),
    };
    let high = (measure.comparator == Comparator::Between).then(|| {
        let high = measure.high.map(|high| format_exact(high, language)).unwrap_or_default();
        let keep = move |event| number(event_target_value(&event), |measure, number| measure.high = Some(number));
        field(&Import::High, "input is-number", "", high, keep)
    });
    let unit = move |event| {
        let unit = event_target_value(&event).trim().to_owned();
        review.edit_measure(index, move |measure| measure.unit = unit);
    };
    let name = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        if !name.is_empty() {
            review.edit_measure(index, move |measure| measure.name = name);
        }
    };
    let value = move |event| number(event_target_value(&event), |measure, number| measure.value = number);
    let shown = if work.is_untold(index) { String::new() } else { format_exact(measure.value, language) };
    let join = if measure.relation.is_some() { Import::Unjoin } else { Import::Join };
    let message = move || error.get().map(|words| view! { <p class="field-error" role="alert">{words}</p> }.into_any());
    let line = Import::Line { line: measure.place.line }.text(language).into_owned();
    view! {
        <li class="extracted-editor" id=row_id(pick)>
            <p class="editor-head">
                <span class="extracted-no">{measure.label.clone()}</span> <strong>{measure.name.clone()}</strong> <span>{line}</span>
            </p>
            <div class="editor-fields">
                {field(&Import::Name, "input", FIRST_FIELD, measure.name.clone(), name)}
                <label class="field">
                    <span class="field-label">{words(&Import::Comparator)}</span>
                    <select class="select is-full" on:change=compare>{options}</select>
                </label>
                {field(&Import::Value, "input is-number", "", shown, value)}
                {high}
                {field(&Import::Unit, "input", "", measure.unit.clone(), unit)}
            </div>
            {message}
            <p class="reading">{relation(work, measure, language)}</p>
            <div class="editor-actions">
                {right(review)}
                <button class="button is-small" on:click=move |_| review.toggle_join(index)>{icon(Icon::Link)} {words(&join)}</button>
                <button class="button is-small" on:click=move |_| review.split(index)>{icon(Icon::Plus)} {words(&Import::Split)}</button>
                <button class="text-button" on:click=move |_| review.to_goal(index)>{words(&Import::ToGoal)}</button>
                <button class="text-button" on:click=move |_| { review.toggle_out(pick); review.chosen.set(None); }>{words(&Import::NoTarget)}</button>
            </div>
        </li>
    }
    .into_any()
}

pub fn entry_editor(review: Review, index: usize, entry: &Entry, language: Language) -> AnyView {
    const SECTIONS: [EntryKind; 5] = [
        EntryKind::Section(SectionKind::Tasks),
        EntryKind::Section(SectionKind::Indicators),
        EntryKind::Section(SectionKind::Solutions),
        EntryKind::Section(SectionKind::Implementation),
        EntryKind::Section(SectionKind::Free),
    ];
    const ITEMS: [EntryKind; 6] = [
        EntryKind::Task,
        EntryKind::Solution,
        EntryKind::Group,
        EntryKind::Indicator,
        EntryKind::Assignment,
        EntryKind::Paragraph,
    ];
    let kinds: &'static [EntryKind] = if matches!(entry.kind, EntryKind::Section(_)) { &SECTIONS } else { &ITEMS };
    let options: Vec<AnyView> = kinds
        .iter()
        .enumerate()
        .map(|(at, kind)| {
            view! { <option value=at selected=*kind == entry.kind>{kind.text(language)}</option> }.into_any()
        })
        .collect();
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some(kind) = at.and_then(|at| kinds.get(at)) {
            review.edit_entry(index, |entry| entry.kind = *kind);
        }
    };
    let title = move |event| {
        let title = event_target_value(&event).trim().to_owned();
        if !title.is_empty() {
            review.edit_entry(index, |entry| entry.title = title);
        }
    };
    let line = Import::Line { line: entry.place.line }.text(language).into_owned();
    view! {
        <li class="extracted-editor" id=row_id(Pick::Entry(index))>
            <p class="editor-head"><span class="extracted-no">{entry.number.clone()}</span> <strong>{entry.title.clone()}</strong> <span>{line}</span></p>
            <div class="editor-fields is-entry">
                {field(&Import::Name, "input", FIRST_FIELD, entry.title.clone(), title)}
                <label class="field">
                    <span class="field-label">{words(&Import::Kind)}</span>
                    <select class="select is-full" on:change=choose>{options}</select>
                </label>
            </div>
            <div class="editor-actions">
                {right(review)}
            </div>
        </li>
    }
    .into_any()
}

fn field(
    name: &Import,
    class: &'static str,
    id: &'static str,
    value: String,
    keep: impl Fn(web_sys::Event) + 'static,
) -> AnyView {
    let id = (!id.is_empty()).then_some(id);
    view! {
        <label class="field">
            <span class="field-label">{words(name)}</span>
            <input class=class id=id autocomplete="off" prop:value=value on:change=keep />
        </label>
    }
    .into_any()
}

/// Agrees with what was read, and goes on to what is still to be seen.
fn right(review: Review) -> AnyView {
    let is_last = move || review.work.with(|work| work.unseen().is_empty());
    let name = move || words(if is_last() { &Import::Right } else { &Import::RightNext })();
    view! { <button class="button is-small is-primary" on:click=move |_| review.next()>{name}</button> }.into_any()
}
