//! What a target was before, since when it is another, and by which document.

use leptos::prelude::*;

use super::Editor;
use crate::app::ToastAction;
use crate::i18n::messages::Editing;
use crate::i18n::{Language, Message, format_date, target_prose};
use crate::model::{Measure, MeasureEdit};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

pub fn revisions(editor: Editor) -> AnyView {
    let content = move || {
        let measure = editor.measure.get()?;
        let language = editor.session.language.get();
        let rows: Vec<AnyView> =
            (0..measure.revisions.len()).map(|index| row(editor, &measure, index, language)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <div class="field">
                    <span class="field-label" id="revisions-title">{words(&Editing::Revisions)}</span>
                    <ul class="revision-list" aria-labelledby="revisions-title">{rows}</ul>
                </div>
            }
            .into_any()
        })
    };
    content.into_any()
}

fn row(editor: Editor, measure: &Measure, index: usize, language: Language) -> AnyView {
    let revision = &measure.revisions[index];
    let date = format_date(revision.date, language);
    let prose = |target| target_prose(target, &measure.unit, language);
    let (old, new) = (prose(&revision.old), prose(&revision.new));
    let label = Editing::RemoveRevision { date: date.clone() }.text(language).into_owned();
    let what = Editing::RevisionFrom { date, old, new }.text(language).into_owned();
    let document = revision.document.clone();
    view! {
        <li>
            <span>{what} {(!document.is_empty()).then(|| view! { <small>{document}</small> })}</span>
            <button
                class="icon-button" type="button" aria-label=label
                disabled=move || editor.is_read_only.get() on:click=move |_| remove(editor, index)
            >
                {icon(Icon::Trash2)}
            </button>
        </li>
    }
    .into_any()
}

/// Without the last revision the target is again what it was before.
fn remove(editor: Editor, index: usize) {
    let Some(measure) = editor.now() else { return };
    let mut revisions = measure.revisions.clone();
    if index >= revisions.len() {
        return;
    }
    let removed = revisions.remove(index);
    let mut edits = Vec::new();
    if index == revisions.len() && removed.new == measure.target {
        edits.push(MeasureEdit::Target(removed.old));
    }
    edits.push(MeasureEdit::Revisions(revisions));
    let language = editor.session.language.get_untracked();
    match editor.write(edits) {
        Some(refusal) => editor.session.toast(refusal, None),
        None => editor.session.toast(Editing::RevisionRemoved.text(language), Some(ToastAction::Undo)),
    }
}
