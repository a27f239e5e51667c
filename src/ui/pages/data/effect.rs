//! What would become of the verdicts: the programme as it would be is judged anew and held against the open one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::{Judged, Look, Session};
use crate::document::Document;
use crate::i18n::Language;
use crate::i18n::messages::Data;
use crate::model::{Measure, Programme};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::verdict;
use crate::ui::pages::fields::name_of;
use crate::ui::words;

/// Whose verdict would be another one, from what to what. Measures that come or go stand among the changes.
pub(super) fn verdicts(session: Session, after: &Document, language: Language) -> AnyView {
    let programme = Programme::read(after.clone());
    let lines: Vec<AnyView> = session.judged.with_untracked(|before| {
        let look = Look { day: before.context.as_of, known_by: before.context.known_by };
        let judged = Judged::of(&programme, look, None);
        let line = |measure: &Arc<Measure>| {
            let id = measure.id.as_str();
            let (from, to) = (before.get(id)?.verdict, judged.get(id)?.verdict);
            let line = || {
                view! {
                    <li>
                        {icon(Icon::ArrowRight)} <span lang="vi">{name_of(after, id, language)}</span>
                        <span class="change-what">{verdict(from, language)} " → " {verdict(to, language)}</span>
                    </li>
                }
                .into_any()
            };
            (from != to).then(line)
        };
        programme.measures_in_order().into_iter().filter_map(line).collect()
    });
    if lines.is_empty() {
        return view! { <p class="section-note">{words(&Data::NoVerdictChanges)}</p> }.into_any();
    }
    view! { <h4>{words(&Data::VerdictsChange)}</h4> <ul class="verdict-changes">{lines}</ul> }.into_any()
}
