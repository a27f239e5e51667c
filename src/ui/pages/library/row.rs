//! One programme of the library: open it, and what else can be done with it; the rescue of a damaged one.

use leptos::html::Input;
use leptos::prelude::*;

use crate::app::{Filters, Route, Session};
use crate::i18n::messages::{Data, Library, SaveFailure, Shell};
use crate::i18n::{Message, nfc};
use crate::model::ItemKind;
use crate::storage::{About, LoadError, Shelf, ShelfState};
use crate::ui::actions::{close_menu, download, focus_content, hand_out, leave_menu, refusal};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::fields::time_words;
use crate::ui::words;

/// A programme's place and what the library knows of it; copies are the same row.
#[derive(Clone, Copy)]
struct Entry {
    session: Session,
    place: StoredValue<String>,
    title: StoredValue<String>,
    is_renaming: RwSignal<bool>,
}

pub(super) fn row(session: Session, shelf: Shelf) -> AnyView {
    let Shelf { place, state } = shelf;
    let title = if let ShelfState::Whole(about) = &state { about.title.clone() } else { place.clone() };
    let entry = Entry {
        session,
        place: StoredValue::new(place),
        title: StoredValue::new(title),
        is_renaming: RwSignal::new(false),
    };
    match state {
        ShelfState::Whole(about) => whole(entry, about),
        ShelfState::Newer => {
            view! { <li><div><h2>{entry.title.get_value()}</h2><p>{words(&SaveFailure::NewerVersionWrites)}</p></div></li> }
                .into_any()
        }
        ShelfState::Damaged => damaged(entry),
    }
}

fn whole(entry: Entry, about: About) -> AnyView {
    let session = entry.session;
    let is_current = session.place().is_some_and(|place| entry.place.with_value(|own| *own == place));
    let saved = about.saved;
    let change = move || {
        let language = session.language.get();
        let when = time_words(saved, language);
        Library::LastChange { when }.text(language).into_owned()
    };
    let counts = is_current.then(|| view! { <span>{move || counts(session)}</span> });
    let open = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        match entry.place.with_value(|place| session.open(place)) {
            Ok(()) => session.go(&Route::Outline { item: None }),
            Err(error) => entry.refuse(&error),
        }
    };
    let title = move || {
        if entry.is_renaming.get() {
            return renaming(entry);
        }
        let title = entry.title.get_value();
        view! { <h2 lang="vi"><a href=Route::Outline { item: None }.href() on:click=open>{title}</a></h2> }.into_any()
    };
    let save = move |_| entry.save(is_current);
    let fact =
        |class: &'static str, text: String| (!text.is_empty()).then(|| view! { <span class=class>{text}</span> });
    view! {
        <li aria-current=is_current.then_some("true")>
            <div>
                {title}
                <p class="library-facts">
                    {fact("symbol", about.number)} {fact("", about.issuer)} {counts} <span>{change}</span>
                </p>
            </div>
            <div class="library-actions">
                <button class="button is-small" on:click=save>{icon(Icon::Download)} {words(&Data::DownloadFile)}</button>
                {more(entry, is_current)}
            </div>
        </li>
    }
    .into_any()
}

fn counts(session: Session) -> String {
    let (tasks, measures) = session.programme.with(|programme| {
        let tasks = programme.items().iter().filter(|item| item.kind == ItemKind::Task).count();
        (tasks, programme.measures().len())
    });
    Library::Counts { tasks, measures }.text(session.language.get()).into_owned()
}

/// What else can be done, under a button.
fn more(entry: Entry, is_current: bool) -> AnyView {
    let session = entry.session;
    let act = move |sign: Icon, name: &dyn Message, class: &'static str, deed: fn(Entry)| {
        let click = move |event: web_sys::MouseEvent| {
            close_menu(&event);
            deed(entry);
        };
        view! { <button class=class on:click=click>{icon(sign)} {words(name)}</button> }.into_any()
    };
    let is_archived = entry.place.with_value(|place| session.is_archived(place));
    let versions = is_current.then(|| {
        let href = Route::Versions(Filters::new()).href();
        view! { <a href=href>{icon(Icon::FileText)} {words(&Shell::Issuing)}</a> }
    });
    let next = Route::Begin(Some(entry.place.get_value())).href();
    let archive = if is_archived {
        act(Icon::Archive, &Library::Unarchive, "", |entry| {
            entry.place.with_value(|place| entry.session.set_archived(place, false));
            focus_content();
        })
    } else {
        act(Icon::Archive, &Library::Archive, "", Entry::archive)
    };
    let name = Library::Actions { title: entry.title.get_value() };
    view! {
        <details class="menu-anchor" name="library-menu" on:keydown=|event| leave_menu(&event)>
            <summary class="icon-button" aria-label=words(&name)>{icon(Icon::Ellipsis)}</summary>
            <div class="menu is-end">
                {act(Icon::Pencil, &Shell::Rename, "", |entry| entry.is_renaming.set(true))}
                {act(Icon::Copy, &Library::Duplicate, "", Entry::duplicate)}
                <a href=next>{icon(Icon::Plus)} {words(&Library::NextYear)}</a>
                {versions}
                <hr />
                {archive}
                {act(Icon::Trash2, &Library::Delete, "is-danger", Entry::delete)}
            </div>
        </details>
    }
    .into_any()
}

/// The field in the place of the title; Enter or leaving it keeps, Esc gives up.
fn renaming(entry: Entry) -> AnyView {
    let place = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = place.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let pressed = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => {
            let _ = event_target::<web_sys::HtmlElement>(&event).blur();
        }
        "Escape" => entry.is_renaming.set(false),
        _ => {}
    };
    let keep = move |event: leptos::ev::FocusEvent| {
        // Esc has taken the field away already.
        if entry.is_renaming.try_get_untracked() == Some(true) {
            entry.rename(&nfc(event_target_value(&event).trim()));
        }
    };
    view! {
        <input
            class="input" node_ref=place aria-label=words(&Library::RenameTo) autocomplete="off"
            prop:value=entry.title.get_value() on:keydown=pressed on:blur=keep
        />
    }
    .into_any()
}

impl Entry {
    fn say(self, message: &dyn Message) {
        self.session.toast(message.text(self.session.language.get_untracked()), None);
    }

    fn refuse(self, error: &LoadError) {
        self.say(error);
    }

    fn save(self, is_current: bool) {
        match self.place.with_value(|place| self.session.export_place(place)) {
            Ok(export) => {
                hand_out(self.session, export);
                if is_current {
                    self.session.note_export();
                }
            }
            Err(error) => self.refuse(&error),
        }
    }

    fn rename(self, title: &str) {
        self.is_renaming.set(false);
        if title.is_empty() {
            return self.say(&Library::TitleNeeded);
        }
        if self.title.with_value(|own| own == title) {
            return;
        }
        let session = self.session;
        match self.place.with_value(|place| session.rename(place, title.to_owned())) {
            Ok(()) => {
                let words = Library::Renamed { title: title.to_owned() }.text(session.language.get_untracked());
                session.toast(words, Some(crate::app::ToastAction::Undo));
                // The row is drawn anew when the title is stored.
                session.flush();
                focus_content();
            }
            Err(error) => self.say(refusal(&error)),
        }
    }

    fn duplicate(self) {
        let language = self.session.language.get_untracked();
        let title = Library::CopyTitle { title: self.title.get_value() }.text(language).into_owned();
        match self.place.with_value(|place| self.session.duplicate(place, title.clone())) {
            Ok(()) => self.say(&Library::Duplicated { title }),
            Err(error) => self.refuse(&error),
        }
        focus_content();
    }

    fn archive(self) {
        let words = Library::Archived { title: self.title.get_value() };
        let words = words.text(self.session.language.get_untracked());
        self.place.with_value(|place| self.session.archive(place, &words));
        focus_content();
    }

    fn delete(self) {
        let words = Library::Deleted { title: self.title.get_value() };
        let words = words.text(self.session.language.get_untracked());
        self.place.with_value(|place| self.session.delete(place, &words));
        focus_content();
    }
}

fn damaged(entry: Entry) -> AnyView {
    let session = entry.session;
    let recover = move |_| match entry.place.with_value(|place| session.recover(place)) {
        Ok(()) => session.go(&Route::Outline { item: None }),
        Err(error) => entry.refuse(&error),
    };
    let raw = move |_| {
        let place = entry.place.get_value();
        download(&format!("{place}.txt"), "text/plain", &session.export_raw(&place));
    };
    view! {
        <li>
            <div>
                <h2>{entry.title.get_value()}</h2>
                <p>{words(&SaveFailure::StorageTorn)}</p>
            </div>
            <div class="library-actions">
                <button class="button is-small is-primary" on:click=recover>{words(&Library::Recover)}</button>
                <button class="button is-small" on:click=raw>{words(&SaveFailure::DownloadRaw)}</button>
                <button class="button is-small is-danger" on:click=move |_| entry.delete()>{words(&Library::Delete)}</button>
            </div>
        </li>
    }
    .into_any()
}
