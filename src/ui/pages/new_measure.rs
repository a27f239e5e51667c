//! A new indicator, or one more measure of one: made in one step, then its form is open and its name has the focus.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::app::{Session, new_node_id};
use crate::document::NodeId;
use crate::i18n::Message;
use crate::i18n::messages::{Editing, Indicators};
use crate::model::{Command, Item, ItemKind, Line, Measure, MeasureEdit, Programme, SectionKind, Spot};
use crate::ui::actions::perform;
use crate::ui::pages::indicator::form_of;
use crate::ui::parts;

/// Gives an item a measure. What its words set as a target is proposed: of several, the one after those it has.
pub fn add_measure(session: Session, item: NodeId) {
    let find = |programme: &Programme| {
        let found = programme.items().get(item.as_str()).cloned()?;
        let measures: Vec<_> = programme.measures().of(item.as_str()).cloned().collect();
        let after = programme.children(item.as_str()).last().map(|line| line.id().clone());
        Some((found, measures, after))
    };
    let Some((found, measures, after)) = session.programme.with_untracked(find) else { return };
    spawn_local(async move {
        let words = if found.text.is_empty() { &found.title } else { &found.text };
        let read = parts::measures_of_line(words).await.into_iter().nth(measures.len());
        let is_read = read.is_some();
        let fields = fields(&found, measures.is_empty(), read);
        let id = new_node_id();
        let command = Command::AddMeasure { at: Spot { parent: item, after }, id: id.clone(), fields };
        if perform(session, command).is_some() {
            open(session, id);
            if is_read {
                session.toast(Editing::TargetRead.text(session.language.get_untracked()), None);
            }
        }
    });
}

/// The first measure of an indicator bears its name; others bear what was read of them, or ask for theirs.
fn fields(item: &Item, is_first: bool, read: Option<Measure>) -> Vec<MeasureEdit> {
    let mut fields = vec![MeasureEdit::Name(item.title.clone())];
    let Some(read) = read else { return fields };
    if !is_first && !read.name.is_empty() {
        fields = vec![MeasureEdit::Name(read.name)];
    }
    fields.extend([
        MeasureEdit::Unit(read.unit),
        MeasureEdit::Decimals(read.decimals),
        MeasureEdit::Target(read.target),
        MeasureEdit::Direction(read.direction),
        MeasureEdit::ValueKind(read.value_kind),
        MeasureEdit::Quote(read.quote),
    ]);
    fields
}

/// A new indicator with one measure: after the one of another measure, or as the last of its section.
pub fn add_indicator(session: Session, beside: Option<NodeId>) {
    let language = session.language.get_untracked();
    let spot = || session.programme.with_untracked(|programme| spot(programme, beside.as_ref()));
    let at = spot().or_else(|| {
        let after = session.programme.with_untracked(|it| it.sections_in_order().last().map(|last| last.id.clone()));
        let title = Indicators::SectionTitle.text(language).into_owned();
        let kind = SectionKind::Indicators;
        perform(session, Command::AddSection { id: new_node_id(), after, kind, title })?;
        spot()
    });
    let Some(at) = at else { return };
    let (item, measure) = (new_node_id(), new_node_id());
    let name = Indicators::NewName.text(language).into_owned();
    if perform(session, Command::AddIndicator { at, item, measure: measure.clone(), name }).is_some() {
        open(session, measure);
    }
}

fn spot(programme: &Programme, beside: Option<&NodeId>) -> Option<Spot> {
    let beside = beside.and_then(|id| programme.measures().get(id.as_str()));
    if let Some(item) = beside.and_then(|measure| programme.items().get(measure.place.parent.as_str())) {
        return Some(Spot { parent: item.place.parent.clone(), after: Some(item.id.clone()) });
    }
    let section = programme.sections_in_order().rfind(|section| section.kind == SectionKind::Indicators)?;
    let mut spot = Spot { parent: section.id.clone(), after: None };
    // Where indicators stand in groups, the last group takes it.
    while let Some(last) = programme.children(spot.parent.as_str()).last() {
        match last {
            Line::Item(item) if item.kind == ItemKind::IndicatorGroup => {
                spot = Spot { parent: item.id.clone(), after: None };
            }
            _ => {
                spot.after = Some(last.id().clone());
                break;
            }
        }
    }
    Some(spot)
}

/// Indicators that nothing measures yet, with their names.
pub fn without_measure(programme: &Programme) -> Vec<(NodeId, String)> {
    let lines = programme.outline();
    let items = lines.iter().filter_map(|numbered| match numbered.line {
        Line::Item(item) if is_bare(programme, item) => Some((item.id.clone(), item.title.clone())),
        _ => None,
    });
    items.collect()
}

/// An indicator, or a line of their section, that holds neither lines nor measures.
pub fn is_bare(programme: &Programme, item: &Item) -> bool {
    let is_among_indicators =
        || programme.section_of(item.id.as_str()).is_some_and(|section| section.kind == SectionKind::Indicators);
    programme.children(item.id.as_str()).is_empty() && (item.kind == ItemKind::Indicator || is_among_indicators())
}

fn open(session: Session, measure: NodeId) {
    session.go(&form_of(measure));
}
