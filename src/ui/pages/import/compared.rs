//! The document against the open programme: a later version of it says what is new, changed, gone.

use leptos::prelude::*;

use crate::app::Session;
use crate::documents::Draft;
use crate::i18n::messages::Import;
use crate::i18n::{Language, Message, fold, target_prose};
use crate::model::{Line, Programme};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// A line of a programme, as far as two versions can be told apart by it.
struct Entry {
    key: String,
    title: String,
    /// The target of a measure, in words.
    target: String,
}

pub fn compared(session: Session, draft: &Draft) -> AnyView {
    let language = session.language.get();
    let coming = entries(&Programme::read(session.programme_of(draft)), language);
    let mut left = session.programme.with(|programme| entries(programme, language));
    let (mut rows, mut same): (Vec<AnyView>, usize) = (Vec::new(), 0);
    for entry in coming {
        let Some(at) = left.iter().position(|other| other.key == entry.key) else {
            rows.push(row(icon(Icon::Plus).into_any(), &entry, Import::New.text(language).into_owned()));
            continue;
        };
        let before = left.remove(at).target;
        if before == entry.target {
            same += 1;
        } else {
            let note = Import::Changed { before }.text(language).into_owned();
            rows.push(row(status_mark(Status::AtRisk).into_any(), &entry, note));
        }
    }
    for gone in left {
        rows.push(row(status_mark(Status::Missed).into_any(), &gone, Import::Gone.text(language).into_owned()));
    }
    view! { <ul>{rows}</ul><p class="section-note">{words(&Import::SameCount { count: same })}</p> }.into_any()
}

fn entries(programme: &Programme, language: Language) -> Vec<Entry> {
    let entry = |line: Line| {
        let (kind, target) = match line {
            Line::Section(_) => ("s", String::new()),
            Line::Item(_) => ("i", String::new()),
            Line::Measure(measure) => ("m", target_prose(&measure.target, &measure.unit, language)),
        };
        let title = line.title().to_owned();
        Entry { key: format!("{kind} {}", fold(&title)), title, target }
    };
    programme.outline().into_iter().map(|numbered| entry(numbered.line)).collect()
}

fn row(sign: AnyView, entry: &Entry, note: String) -> AnyView {
    view! {
        <li class="extracted is-compared">
            {sign} <span class="extracted-no"></span> <span>{entry.title.clone()}</span>
            <span class="extracted-kind">{entry.target.clone()}</span> <span class="extracted-facts">{note}</span>
        </li>
    }
    .into_any()
}
