//! What several offices wrote at the same time: a list of what waits, and a card each where a person decides.

mod card;
mod effect;
mod entries;
mod own;
mod versions;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use self::entries::{Entry, entries, writer};
use crate::app::{Route, Session, use_session};
use crate::document::Value;
use crate::i18n::messages::{Choosing, Data, Shell};
use crate::i18n::{Message, capital};
use crate::model::{Command, Decision, Dispute, FieldDispute};
use crate::ui::actions::{after_redraw, closest, focus_content, may_write, perform, perform_undoable, show};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::shell::keys::is_typing;
use crate::ui::words;

/// Offices whose versions are offered together.
const MOST_WRITERS: usize = 3;

#[derive(Clone, Copy)]
struct Page {
    session: Session,
    entries: Memo<Vec<Entry>>,
    /// The card that keys are for.
    current: RwSignal<String>,
}

impl Page {
    fn entry(self, key: &str) -> Option<Entry> {
        self.entries.with_untracked(|all| all.iter().find(|entry| entry.key == key).cloned())
    }

    fn open(self) -> usize {
        self.entries.with(|all| all.iter().filter(|entry| entry.is_open()).count())
    }

    /// Takes one of the versions of a card (`Place::at`). What is deleted and edited has two: gone, and kept.
    fn choose(self, key: &str, at: usize) {
        self.be_at(key);
        let Some(entry) = self.entry(key) else { return };
        let command = match &*entry.dispute {
            Dispute::Fields(it) => it.version(at).map(|decision| Command::Decide(vec![decision])),
            Dispute::Deletion(it) => match at {
                0 => Some(Command::Discard(it.clone())),
                1 => Some(Command::Keep(it.clone())),
                _ => None,
            },
        };
        if command.is_some_and(|command| perform(self.session, command).is_none()) {
            // Refused: the mark goes back to what stands.
            let chosen = entry.chosen();
            for (place, input) in entry.places.iter().zip(radios(key)) {
                input.set_checked(Some(place.at) == chosen);
            }
        }
    }

    /// The person is at a card.
    fn be_at(self, key: &str) {
        if self.current.with_untracked(|current| current != key) {
            self.current.set(key.to_owned());
        }
    }

    /// Leads to a card: unfolded, the focus at what stands.
    fn arrive_at(self, key: &str) {
        self.be_at(key);
        let key = key.to_owned();
        after_redraw(move || {
            let radios = radios(&key);
            let target = radios.iter().find(|input| input.checked()).or_else(|| radios.first());
            if let Some(card) = radios.first().and_then(|input| input.closest(".conflict").ok().flatten()) {
                show(&card);
            }
            if let Some(input) = target {
                let _ = input.focus();
            }
        });
    }

    /// Writes another value than those of the card.
    fn write(self, dispute: &FieldDispute, value: Value) {
        perform(self.session, Command::Decide(vec![dispute.own(value)]));
    }
}

pub fn conflicts() -> AnyView {
    let session = use_session();
    let entries = Memo::new(move |before: Option<&Vec<Entry>>| {
        let language = session.language.get();
        session.programme.with(|programme| entries(programme, before.map_or(&[], Vec::as_slice), language))
    });
    let first = entries.with_untracked(|all| all.first().map(|entry| entry.key.clone()).unwrap_or_default());
    let page = Page { session, entries, current: RwSignal::new(first) };
    listen(page);
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    let content = move || if is_empty.get() { nothing() } else { board(page) };
    view! {
        <div class="page-heading is-compact">
            <div>
                <h1 class="page-title">{words(&Shell::ToChoose)}</h1>
                {move || (!is_empty.get()).then(|| view! { <p class="headline-note">{words(&Choosing::Note)}</p> })}
            </div>
        </div>
        {content}
    }
    .into_any()
}

fn nothing() -> AnyView {
    view! {
        <div class="empty-note">
            <strong>{words(&Choosing::NothingTitle)}</strong>
            <p>{words(&Choosing::NothingHint)}</p>
            <a class="button" href=Route::Data.href()>{icon(Icon::Upload)} {words(&Data::Title)}</a>
        </div>
    }
    .into_any()
}

fn board(page: Page) -> AnyView {
    let keys = move || page.entries.with(|all| all.iter().map(|entry| entry.key.clone()).collect::<Vec<_>>());
    let heading = move || {
        let language = page.session.language.get();
        let (open, all) = (page.open(), page.entries.with(Vec::len));
        let done = (all > open).then(|| format!(", {}", Choosing::Chosen { count: all - open }.text(language)));
        view! { <b>{Shell::ToChoose.text(language).into_owned()}</b> <span>{open} {done}</span> }.into_any()
    };
    view! {
        <div class="merge-layout">
            <nav class="change-list" aria-label=words(&Choosing::List)>
                <h2>{heading}</h2>
                <ul><For each=keys key=Clone::clone children=move |key| line(page, key) /></ul>
            </nav>
            <div><For each=keys key=Clone::clone children=move |key| card::card(page, key) /></div>
        </div>
        {foot(page)}
    }
    .into_any()
}

/// A line of the list: it leads to the card.
fn line(page: Page, key: String) -> AnyView {
    let key = StoredValue::new(key);
    let entry = Memo::new(move |_| {
        page.entries.with(|all| all.iter().find(|it| key.with_value(|key| it.key == *key)).cloned())
    });
    let content = move || {
        let language = page.session.language.get();
        let entry = entry.get()?;
        let sign = if entry.is_open() {
            status_mark(Status::AtRisk).into_any()
        } else {
            view! { <span class="is-done">{icon(Icon::Check)}</span> }.into_any()
        };
        let kind = match &*entry.dispute {
            _ if !entry.is_open() => card::decided(&entry, page, language),
            Dispute::Fields(it) => Choosing::Versions { count: it.choices.len() }.text(language).into_owned(),
            Dispute::Deletion(_) => Choosing::DeletedAndEdited.text(language).into_owned(),
        };
        let what = match capital(&entry.subject.what) {
            what if what.is_empty() => capital(&kind),
            what if entry.is_open() => format!("{what}: {kind}"),
            what => format!("{what}. {kind}"),
        };
        Some(
            view! { {sign} <span lang="vi">{entry.subject.line}</span> <span class="change-what">{what}</span> }
                .into_any(),
        )
    };
    let is_current = move || (page.current.with(|current| key.with_value(|key| current == key))).then_some("true");
    let go = move |_| key.with_value(|key| page.arrive_at(key));
    view! { <li><button class="change-jump" aria-current=is_current on:click=go>{content}</button></li> }.into_any()
}

/// How many are left, how a step is taken back, and one office's versions all at once.
fn foot(page: Page) -> AnyView {
    let left = move || {
        let language = page.session.language.get();
        match page.open() {
            0 => Choosing::AllChosen.text(language).into_owned(),
            count => format!("{}.", Choosing::Left { count }.text(language)),
        }
    };
    let offices = Memo::new(move |_| {
        // Where one decision is left, its card is enough.
        let offers = if page.open() > 1 { offers(page) } else { Vec::new() };
        let offices = offers.into_iter().filter(|offer| !offer.decisions().is_empty()).map(|offer| offer.office);
        offices.take(MOST_WRITERS).collect::<Vec<_>>()
    });
    let buttons = move || {
        let language = page.session.language.get();
        let is_read_only = page.session.is_read_only();
        let button = |office: String| {
            let name = Choosing::AllOf { body: office.clone() }.text(language).into_owned();
            let take = move |_| take_all(page, &office);
            view! { <button class="button" disabled=is_read_only on:click=take>{name}</button> }.into_any()
        };
        offices.get().into_iter().map(button).collect::<Vec<_>>()
    };
    view! {
        <footer class="action-bar">
            <p class="action-note" role="status">
                <b>{left}</b> " " <span class="by-key">{words(&Choosing::UndoHint)} " " <kbd>"Ctrl"</kbd><kbd>"Z"</kbd></span>
            </p>
            {buttons}
        </footer>
    }
    .into_any()
}

/// What one office wrote of all that waits.
struct Offer {
    office: String,
    versions: Vec<(Arc<Dispute>, usize)>,
}

impl Offer {
    /// Takes its version wherever exactly one is its own.
    fn decisions(&self) -> Vec<Decision> {
        let is_sole = |dispute: &Arc<Dispute>, at: usize| {
            self.versions.iter().all(|(other, place)| !Arc::ptr_eq(other, dispute) || *place == at)
        };
        let sole = self.versions.iter().filter(|(dispute, at)| is_sole(dispute, *at));
        sole.filter_map(|(dispute, at)| if let Dispute::Fields(it) = &**dispute { it.version(*at) } else { None })
            .collect()
    }
}

/// The offices that wrote versions of fields that wait.
fn offers(page: Page) -> Vec<Offer> {
    let language = page.session.language.get();
    let unnamed = Choosing::Unnamed.text(language);
    let mut offers: Vec<Offer> = Vec::new();
    let mut add = |office: String, version: (Arc<Dispute>, usize)| {
        match offers.iter_mut().find(|offer| offer.office == office) {
            // Two people of one office who wrote the same.
            Some(offer) if offer.versions.contains(&version) => {}
            Some(offer) => offer.versions.push(version),
            None if office == unnamed => {}
            None => offers.push(Offer { office, versions: vec![version] }),
        }
    };
    page.entries.with(|all| {
        for entry in all.iter().filter(|entry| entry.is_open()) {
            let Dispute::Fields(it) = &*entry.dispute else { continue };
            page.session.programme.with(|programme| {
                for (at, choice) in it.choices.iter().enumerate() {
                    for stamp in &choice.by {
                        add(writer(programme.document(), stamp, language).0, (entry.dispute.clone(), at));
                    }
                }
            });
        }
    });
    offers
}

/// All of one office in one step.
fn take_all(page: Page, office: &str) {
    let offer = untrack(|| offers(page)).into_iter().find(|offer| offer.office == office);
    let decisions = offer.map(|offer| offer.decisions()).unwrap_or_default();
    let told = Choosing::TookAll { count: decisions.len() };
    perform_undoable(page.session, Command::Decide(decisions), &told);
    focus_content();
}

/// The radio buttons of a card.
fn radios(key: &str) -> Vec<web_sys::HtmlInputElement> {
    let Ok(found) = document().query_selector_all(".conflict input[type=radio]") else { return Vec::new() };
    let inputs = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<web_sys::HtmlInputElement>().ok());
    inputs.filter(|input| input.name() == key).collect()
}

/// Digits take a version of the card that the person is at; the one after them leads to a value of one's own.
fn listen(page: Page) {
    let handle = window_event_listener(ev::keydown, move |event| {
        let is_other = event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented();
        let digit = event.key().parse::<usize>().ok().filter(|digit| *digit > 0);
        let (false, false, Some(digit)) = (is_other, is_typing(&event), digit) else { return };
        let own = closest(&event, ".conflict").and_then(|card| card.get_attribute("data-key"));
        let key = own.unwrap_or_else(|| page.current.get_untracked());
        let Some(entry) = page.entry(&key) else { return };
        event.prevent_default();
        if !may_write(page.session) {
            return;
        }
        // One that is folded unfolds first, and its button, which has the focus, goes.
        if page.current.with_untracked(|current| *current != key) {
            page.arrive_at(&key);
        }
        match &*entry.dispute {
            Dispute::Fields(it) if digit == it.choices.len() + 1 => after_redraw(move || own::begin(&key)),
            _ => {
                if let Some(place) = entry.places.get(digit - 1) {
                    page.choose(&key, place.at);
                }
            }
        }
    });
    on_cleanup(move || handle.remove());
}
