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
use crate::document::{FieldName, NodeId, Value};
use crate::i18n::messages::{Choosing, Data, Shell};
use crate::i18n::{Message, capital};
use crate::model::{Command, Dispute, FieldDispute};
use crate::ui::actions::{focus_content, perform, perform_undoable, show};
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

    /// Takes one of the versions of a card, counted from 0. What is deleted and edited has two: gone, and kept.
    fn choose(self, key: &str, at: usize) {
        let Some(entry) = self.entry(key) else { return };
        let command = match &*entry.dispute {
            Dispute::Fields(it) => it.choices.get(at).map(|choice| Command::Decide(vec![decision(it, &choice.values)])),
            Dispute::Deletion(it) => match at {
                0 => Some(Command::Discard(it.clone())),
                1 => Some(Command::Keep(it.clone())),
                _ => None,
            },
        };
        if command.is_some_and(|command| perform(self.session, command).is_none()) {
            // Refused: the mark goes back to what stands.
            let chosen = self.entry(key).and_then(|entry| entry.chosen());
            for (at, input) in radios(key).into_iter().enumerate() {
                input.set_checked(Some(at) == chosen);
            }
        }
    }

    /// Writes another value than those of the card.
    fn write(self, dispute: &FieldDispute, value: Value) {
        perform(self.session, Command::Decide(vec![decision(dispute, &[value])]));
    }
}

/// The first fields of what is in question with their values.
fn decision(dispute: &FieldDispute, values: &[Value]) -> (NodeId, Vec<(FieldName, Value)>) {
    (dispute.node.clone(), dispute.fields.iter().cloned().zip(values.iter().cloned()).collect())
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
    let go = move |_| {
        key.with_value(|key| {
            page.current.set(key.clone());
            let radios = radios(key);
            let target = radios.iter().find(|input| input.checked()).or_else(|| radios.first());
            if let Some(card) = radios.first().and_then(|input| input.closest(".conflict").ok().flatten()) {
                show(&card);
            }
            if let Some(input) = target {
                let _ = input.focus();
            }
        });
    };
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
        let language = page.session.language.get();
        let mut offices: Vec<String> = Vec::new();
        page.session.programme.with(|programme| {
            let unnamed = Choosing::Unnamed.text(language);
            each_choice(page, &mut |_, _, stamp| {
                let (office, _) = writer(programme.document(), stamp, language);
                if !offices.contains(&office) && office != unnamed {
                    offices.push(office);
                }
            });
        });
        offices.truncate(MOST_WRITERS);
        // Where one decision is left, its card is enough.
        if page.open() > 1 { offices } else { Vec::new() }
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

/// Each version of fields that waits, with who wrote it.
fn each_choice(page: Page, found: &mut dyn FnMut(&Arc<Dispute>, usize, &crate::document::Stamp)) {
    page.entries.with(|all| {
        for entry in all.iter().filter(|entry| entry.is_open()) {
            let Dispute::Fields(it) = &*entry.dispute else { continue };
            for (at, choice) in it.choices.iter().enumerate() {
                choice.by.iter().for_each(|stamp| found(&entry.dispute, at, stamp));
            }
        }
    });
}

/// All of one office, wherever exactly one version is its own, in one step.
fn take_all(page: Page, office: &str) {
    let language = page.session.language.get_untracked();
    let mut taken: Vec<(Arc<Dispute>, usize)> = Vec::new();
    untrack(|| {
        page.session.programme.with(|programme| {
            each_choice(page, &mut |dispute, at, stamp| {
                if writer(programme.document(), stamp, language).0 == office {
                    taken.push((dispute.clone(), at));
                }
            });
        });
    });
    let is_sole = |dispute: &Arc<Dispute>, at: usize| {
        taken.iter().all(|(other, place)| !Arc::ptr_eq(other, dispute) || *place == at)
    };
    let mut decisions = Vec::new();
    for (dispute, at) in taken.iter().filter(|(dispute, at)| is_sole(dispute, *at)) {
        if let Dispute::Fields(it) = &**dispute {
            decisions.push(decision(it, &it.choices[*at].values));
        }
    }
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
        if untrack(|| page.session.is_read_only()) {
            return;
        }
        let key = page.current.get_untracked();
        let Some(entry) = page.entry(&key) else { return };
        event.prevent_default();
        match &*entry.dispute {
            Dispute::Fields(it) if digit == it.choices.len() + 1 => own::begin(&key),
            _ => page.choose(&key, digit - 1),
        }
    });
    on_cleanup(move || handle.remove());
}
