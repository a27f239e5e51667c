//! The issued version beside the outline: a mark on what was amended, the issued wording in the panel, the way to the rest.

use leptos::prelude::*;

use super::rows::Row;
use super::state::Page;
use crate::app::{Filters, Route};
use crate::i18n::Message;
use crate::i18n::messages::Issuing;
use crate::model::Amendment;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::versions::{described, name_of};
use crate::ui::words;

/// A small word behind a line that is not as it was issued, and the same in full.
pub fn amended(page: Page, row: &Row) -> Option<(String, String)> {
    let session = page.session();
    if session.issued.with(Option::is_none) {
        return None;
    }
    let first = amendments(page, row).into_iter().next()?;
    let name = if first == Amendment::Added { Issuing::MarkAdded } else { Issuing::MarkAmended };
    let language = session.language.get();
    Some((name.text(language).into_owned(), Issuing::MarkTitle.text(language).into_owned()))
}

/// What of the selected line was amended, with what was issued.
pub fn compared(page: Page, row: &Row) -> AnyView {
    let session = page.session();
    let row = StoredValue::new(row.clone());
    let amendments = Memo::new(move |_| row.with_value(|row| amendments(page, row)));
    let group = move || {
        let issued = session.issued.get()?;
        let found = amendments.get();
        if found.is_empty() {
            return None;
        }
        let language = session.language.get();
        let title = Issuing::AmendmentsSince { name: name_of(&issued.version, language) }.text(language).into_owned();
        let group = view! {
            <div class="inspector-group">
                <div class="field"><span class="field-label">{title}</span>{described(&found, language)}</div>
                <p><a href=Route::Versions(Filters::new()).href()>{words(&Issuing::SeeAll)}</a></p>
            </div>
        };
        Some(group.into_any())
    };
    group.into_any()
}

/// Whether the programme has been issued, and the way to issuing it.
pub fn link(page: Page) -> AnyView {
    let session = page.session();
    let name = move || {
        let language = session.language.get();
        let issued = session.issued.with(|issued| issued.as_ref().map(|issued| name_of(&issued.version, language)));
        match issued {
            Some(name) => Issuing::IssuedAs { name }.text(language).into_owned(),
            None => Issuing::NotIssuedYet.text(language).into_owned(),
        }
    };
    let href = Route::Versions(Filters::new()).href();
    view! { <a class="button is-quiet is-small" href=href>{icon(Icon::Flag)} {name}</a> }.into_any()
}

/// Of the row's line, and of the one measure that shares the row.
fn amendments(page: Page, row: &Row) -> Vec<Amendment> {
    let session = page.session();
    let mut found = session.amendments(&row.id);
    if found.first() == Some(&Amendment::Added) {
        return found;
    }
    if let Some(measure) = row.measure().filter(|measure| **measure != row.id) {
        found.extend(session.amendments(measure));
    }
    found
}
