//! A version as it was issued, to be read, printed and saved.

use leptos::prelude::*;

use super::{VERSION, name_of, naming};
use crate::app::{Filters, Route, Session, with_filter};
use crate::i18n::Message;
use crate::i18n::messages::{Data, Issuing, Palette, Shell};
use crate::ui::actions::{hand_out, print};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::outline::document;
use crate::ui::words;

pub(super) fn reading(session: Session, id: &str) -> AnyView {
    let found = session.programme.with_untracked(|programme| programme.versions().get(id).cloned());
    let back = Route::Versions(with_filter(Filters::new(), VERSION, id)).href();
    let Some(version) = found else {
        return view! {
            <div class="empty-note">
                <h1 class="page-title">{words(&Issuing::VersionGone)}</h1>
                <p>{words(&Issuing::VersionGoneHint)}</p>
                <p class="page-actions">
                    <a class="button" href=Route::Versions(Filters::new()).href()>{words(&Issuing::BackToAmendments)}</a>
                    <a class="button" href=Route::Library.href()>{words(&Shell::Library)}</a>
                </p>
            </div>
        }
        .into_any();
    };
    let language = session.language.get();
    let then = session.programme.with_untracked(|programme| programme.as_issued(&version));
    let name = name_of(&version, language);
    let title = naming(&version, Issuing::ReadTitle { name }.text(language).into_owned());
    let save = move |_| {
        hand_out(session, session.export_version(&version));
    };
    view! {
        <div class="page-heading">
            <div>
                <p class="section-note"><a href=back>{words(&Issuing::BackToAmendments)}</a></p>
                <h1 class="page-title">{title}</h1>
            </div>
            <div class="page-actions">
                <button class="button" on:click=save>{icon(Icon::Download)} {words(&Data::DownloadFile)}</button>
                <button class="button" on:click=|_| print()>{icon(Icon::Printer)} {words(&Palette::Print)}</button>
            </div>
        </div>
        <article class="paper-pane">{document(&then, language)}</article>
    }
    .into_any()
}
