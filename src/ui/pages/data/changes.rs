//! What a file would change: counts, by whom, the verdicts, and a line each.

use leptos::prelude::*;

use super::effect::verdicts;
use super::told::{fields, new_figure};
use crate::app::Session;
use crate::document::{Difference, Document, NodeDiff};
use crate::i18n::messages::Data;
use crate::i18n::{Language, Message};
use crate::model::disputes;
use crate::snapshot::{Changes, Tally};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::fields::{name_of, own_name};
use crate::ui::words;

/// Lines that are shown; more are counted.
const MOST_LINES: usize = 60;

pub(super) fn is_nothing(changes: &Changes) -> bool {
    let Tally { added, changed, deleted, .. } = changes.total;
    added + changed + deleted == 0
}

/// `after` is the programme as it would be: it knows the names.
pub(super) fn summary(session: Session, changes: &Changes, after: &Document) -> AnyView {
    let language = session.language.get();
    if is_nothing(changes) {
        return view! { <p>{words(&Data::NothingNew)}</p> }.into_any();
    }
    let total = &changes.total;
    let in_conflict = changes.nodes.iter().filter(|node| node.is_conflict()).map(|node| &node.id);
    let to_choose = disputes(after, in_conflict).len();
    let facts = [
        (Data::AddedWord, total.added, ""),
        (Data::ChangedWord, total.changed, ""),
        (Data::RemovedWord, total.deleted, ""),
        (Data::ConflictsWord, to_choose, "needs-choice"),
    ]
    .into_iter()
    .filter(|(_, count, _)| *count > 0)
    .map(|(name, count, class)| view! { <div class=class><dt>{words(&name)}</dt><dd>{count}</dd></div> }.into_any());
    // What one alone wrote is counted above.
    let is_of_several = changes.by_writer.len() > 1;
    let writers = changes.by_writer.iter().map(|(writer, tally)| {
        let body = own_name(after, &writer.body).unwrap_or_else(|| writer.body.clone());
        let who = [writer.person.as_str(), &body].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let body = if who.is_empty() { Data::UnnamedWriter.text(language).into_owned() } else { who.join(", ") };
        let body = Data::FromBody { body }.text(language).into_owned();
        let count = is_of_several.then(|| counted(*tally, language));
        let count = count.map(|count| view! { <span class="change-what">{count}</span> });
        view! { <li>{icon(Icon::Users)} <span>{body}</span> {count}</li> }.into_any()
    });
    let outside = changes.outside.len();
    let outside =
        (outside > 0).then(|| view! { <p class="section-note">{words(&Data::OutsideScope { count: outside })}</p> });
    let lines = changes.nodes.iter().take(MOST_LINES).map(|node| line(after, node, language));
    let more = changes.nodes.len().saturating_sub(MOST_LINES);
    let more = (more > 0).then(|| view! { <p class="section-note">{words(&Data::MoreChanges { count: more })}</p> });
    view! {
        <div class="merge-summary"><dl>{facts.collect_view()}</dl></div>
        <div class="change-list">
            <ul>{writers.collect_view()}</ul>
            <p class="section-note">{words(&Data::NameIsClaim)}</p>
            {outside}
            {verdicts(session, after, language)}
            <h4>{words(&Data::EachChange)}</h4>
            <ul>{lines.collect_view()}</ul>
            {more}
        </div>
    }
    .into_any()
}

/// `thêm 2, sửa 1, xóa 0`: what is zero is left out.
pub(super) fn counted(tally: Tally, language: Language) -> String {
    let parts = [
        (tally.added, Data::Added { count: tally.added }),
        (tally.changed, Data::Changed { count: tally.changed }),
        (tally.deleted, Data::Removed { count: tally.deleted }),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(_, message)| message.text(language).into_owned()).collect();
    parts.join(", ")
}

fn line(after: &Document, node: &NodeDiff, language: Language) -> AnyView {
    let (sign, what) = match node.what {
        Difference::Added | Difference::Restored => (Icon::Plus, Data::AddedWord),
        Difference::Changed => (Icon::Pencil, Data::ChangedWord),
        Difference::Deleted => (Icon::Trash2, Data::RemovedWord),
    };
    let is_conflict = node.is_conflict();
    let told = if node.what == Difference::Changed { fields(after, node, language) } else { Vec::new() };
    // Fields say by themselves that something changed.
    let what = match new_figure(after, node, language).filter(|_| node.what == Difference::Added) {
        Some(figure) => Some(format!("{} {figure}", what.text(language))),
        None if is_conflict => Some(Data::BothWrote.text(language).into_owned()),
        None => told.is_empty().then(|| what.text(language).into_owned()),
    };
    let what = what.map(|what| view! { <span class="change-what">{what}</span> });
    let sign = if is_conflict { status_mark(Status::AtRisk).into_any() } else { icon(sign).into_any() };
    view! { <li>{sign} <span>{name_of(after, node.id.as_str(), language)}</span> {what} {told}</li> }.into_any()
}
