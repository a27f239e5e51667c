//! A new programme on one page: what it is called and when, who issues it, what it begins with.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::app::{Route, Session, ToastAction, use_session};
use crate::i18n::messages::{Begin, FirstRun, Library, Outline, Shell};
use crate::i18n::{Language, Message, nfc};
use crate::model::{Head, HeadEdit, Line, SectionKind};
use crate::storage::ShelfState;
use crate::ui::actions::refusal;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// The longest term, in years.
const LONGEST: i32 = 10;

const SECTIONS: [(SectionKind, FirstRun); 4] = [
    (SectionKind::Tasks, FirstRun::SectionTasks),
    (SectionKind::Indicators, FirstRun::SectionIndicators),
    (SectionKind::Solutions, FirstRun::SectionSolutions),
    (SectionKind::Implementation, FirstRun::SectionImplementation),
];

/// What is typed and chosen, and what is wrong with it.
#[derive(Clone, Copy)]
struct Form {
    session: Session,
    title: RwSignal<String>,
    /// The person has written the title; until then it follows the years.
    is_titled: RwSignal<bool>,
    number: RwSignal<String>,
    is_term: RwSignal<bool>,
    first: RwSignal<String>,
    last: RwSignal<String>,
    issuer: RwSignal<String>,
    parent_issuer: RwSignal<String>,
    /// The place of the programme whose structure is taken.
    source: RwSignal<String>,
    /// How that one is called; nothing while only sections are made.
    origin: RwSignal<Option<Arc<Head>>>,
    sections: RwSignal<[bool; 4]>,
    /// The id of the field that is wrong, and why.
    error: RwSignal<Option<(&'static str, Begin)>>,
    refused: RwSignal<Option<String>>,
}

pub fn begin() -> AnyView {
    let session = use_session();
    let year = session.today.get_untracked().year();
    let text = |text: String| RwSignal::new(text);
    let form = Form {
        session,
        title: text(String::new()),
        is_titled: RwSignal::new(false),
        number: text(String::new()),
        is_term: RwSignal::new(false),
        first: text(year.to_string()),
        last: text((year + 5).to_string()),
        issuer: text(String::new()),
        parent_issuer: text(String::new()),
        source: text(String::new()),
        origin: RwSignal::new(None),
        sections: RwSignal::new([true; 4]),
        error: RwSignal::new(None),
        refused: RwSignal::new(None),
    };
    Effect::new(move |_| {
        if let Route::Begin(Some(place)) = session.route.get() {
            form.take_from(&place);
        }
    });
    // The title says the years for as long as nobody has written another one.
    Effect::new(move |_| {
        let (first, last) = (form.first.get(), form.last.get());
        let (is_term, language) = (form.is_term.get(), session.language.get());
        let origin = form.origin.get();
        if !form.is_titled.get() {
            form.title.set(own_title(origin.as_deref(), &first, if is_term { &last } else { &first }, language));
        }
    });
    view! {
        <div class="page-heading">
            <div>
                <h1 class="page-title">{words(&Shell::NewProgramme)}</h1>
                <p class="headline-note">{words(&Begin::Note)}</p>
            </div>
        </div>
        <form on:submit=move |event| { event.prevent_default(); form.make(); }>
            {naming(form)}
            {bodies(form)}
            {content(form)}
            {move || form.refused.get().map(|words| view! { <p class="field-error" role="alert">{words}</p> })}
            <p class="page-actions">
                <button class="button is-primary">{icon(Icon::Plus)} {words(&Begin::Create)}</button>
                <a class="button" href=Route::Library.href()>{words(&Shell::Cancel)}</a>
            </p>
        </form>
    }
    .into_any()
}

fn naming(form: Form) -> AnyView {
    let span = |is_term: bool, name: Begin| {
        let pressed = move || (form.is_term.get() == is_term).to_string();
        view! { <button type="button" aria-pressed=pressed on:click=move |_| form.is_term.set(is_term)>{words(&name)}</button> }
            .into_any()
    };
    let years = move || {
        if form.is_term.get() {
            (
                field(form, "first-year", &Begin::FirstYear, form.first),
                field(form, "last-year", &Begin::LastYear, form.last),
            )
                .into_any()
        } else {
            field(form, "first-year", &Begin::Year, form.first)
        }
    };
    let titled = move |_| form.is_titled.set(true);
    view! {
        <section class="page-section" aria-labelledby="naming-title">
            <div class="section-heading"><h2 id="naming-title">"1. " {words(&Begin::Naming)}</h2></div>
            <div class="field" role="group" aria-labelledby="span-label">
                <span class="field-label" id="span-label">{words(&Begin::Span)}</span>
                <div class="segmented">{span(false, Begin::OneYear)} {span(true, Begin::Term)}</div>
            </div>
            <div class="field-pair">{years} {field(form, "number", &Begin::Number, form.number)}</div>
            <div on:input=titled>{field(form, "title", &Outline::HeadTitle, form.title)}</div>
        </section>
    }
    .into_any()
}

fn bodies(form: Form) -> AnyView {
    view! {
        <section class="page-section" aria-labelledby="bodies-title">
            <div class="section-heading"><h2 id="bodies-title">"2. " {words(&Begin::Issuing)}</h2></div>
            <div class="field-pair">
                {field(form, "issuer", &Outline::HeadIssuer, form.issuer)}
                {field(form, "parent-issuer", &Outline::HeadParentIssuer, form.parent_issuer)}
            </div>
        </section>
    }
    .into_any()
}

fn content(form: Form) -> AnyView {
    let session = form.session;
    // Read once: what is in the library does not change while the form is filled in.
    let sources: Vec<(String, String)> = session.shelves.with_untracked(|shelves| {
        let whole = |shelf: &crate::storage::Shelf| match &shelf.state {
            ShelfState::Whole(about) => Some((shelf.place.clone(), about.title.clone())),
            _ => None,
        };
        shelves.iter().filter_map(whole).collect()
    });
    let is_offered = !sources.is_empty();
    let sources = StoredValue::new(sources);
    let kind = move |from_existing: bool, name: Begin| {
        let choose = move |_| match sources.with_value(|sources| sources.first().map(|(place, _)| place.clone())) {
            Some(first) if from_existing => form.take_from(&first),
            _ => form.origin.set(None),
        };
        let is_chosen = move || form.origin.with(Option::is_some) == from_existing;
        view! {
            <label class="choice">
                <input type="radio" name="content" prop:checked=is_chosen on:change=choose /> {words(&name)}
            </label>
        }
        .into_any()
    };
    let below =
        move || if form.origin.with(Option::is_some) { source(form, &sources.get_value()) } else { sections(form) };
    view! {
        <section class="page-section" aria-labelledby="content-title">
            <div class="section-heading"><h2 id="content-title">"3. " {words(&Begin::Content)}</h2></div>
            {is_offered.then(|| view! {
                <div role="radiogroup" aria-label=words(&Begin::StartWith)>
                    {kind(false, Begin::BlankSections)} {kind(true, Begin::FromExisting)}
                </div>
            })}
            {below}
        </section>
    }
    .into_any()
}

fn sections(form: Form) -> AnyView {
    let choices: Vec<AnyView> = SECTIONS
        .iter()
        .enumerate()
        .map(|(index, (_, name))| {
            let toggle = move |_| form.sections.update(|sections| sections[index] = !sections[index]);
            let id = (index == 0).then_some("sections");
            view! {
                <label class="choice">
                    <input type="checkbox" id=id prop:checked=move || form.sections.get()[index] on:change=toggle />
                    {words(name)}
                </label>
            }
            .into_any()
        })
        .collect();
    view! { <div role="group" aria-labelledby="content-title">{choices}{error(form, "sections")}</div> }.into_any()
}

fn source(form: Form, sources: &[(String, String)]) -> AnyView {
    let options: Vec<AnyView> = sources
        .iter()
        .map(|(place, title)| {
            let (own, value) = (place.clone(), place.clone());
            let is_chosen = move || form.source.with(|source| *source == own);
            view! { <option value=value prop:selected=is_chosen>{title.clone()}</option> }.into_any()
        })
        .collect();
    view! {
        <label class="field">
            <span class="field-label">{words(&Begin::Source)}</span>
            <select class="select is-full" on:change=move |event| form.take_from(&event_target_value(&event))>{options}</select>
        </label>
        <p class="section-text">{words(&Begin::FromExistingNote)}</p>
    }
    .into_any()
}

/// One line of text with its name above and what is wrong with it below.
fn field(form: Form, id: &'static str, label: &dyn Message, value: RwSignal<String>) -> AnyView {
    let is_wrong = move || form.error.with(|error| error.as_ref().is_some_and(|(field, _)| *field == id));
    let is_year = id.ends_with("year");
    view! {
        <div class="field">
            <label class="field-label" for=id>{words(label)}</label>
            <input
                class="input" id=id autocomplete="off" inputmode=is_year.then_some("numeric")
                prop:value=move || value.get() aria-invalid=move || is_wrong().to_string()
                aria-describedby=move || is_wrong().then(|| format!("{id}-error"))
                on:input=move |event| value.set(event_target_value(&event))
            />
            {error(form, id)}
        </div>
    }
    .into_any()
}

fn error(form: Form, id: &'static str) -> AnyView {
    (move || {
        let error = form.error.get().filter(|(field, _)| *field == id)?;
        let id = format!("{id}-error");
        Some(
            view! { <p class="field-error" id=id role="alert">{status_mark(Status::Missed)} {words(&error.1)}</p> }
                .into_any(),
        )
    })
    .into_any()
}

impl Form {
    /// Takes over what the next programme after another one would be called.
    fn take_from(self, place: &str) {
        let Ok(source) = self.session.programme_at(place) else { return };
        let head = source.head();
        let (first, last) = (*head.years().start(), *head.years().end());
        let next = last + 1;
        self.source.set(place.to_owned());
        self.origin.set(Some(head.clone()));
        self.issuer.set(head.issuer.clone());
        self.parent_issuer.set(head.parent_issuer.clone());
        self.is_term.set(last > first);
        if first > 0 {
            self.first.set(next.to_string());
            self.last.set((next + last - first).to_string());
        }
    }

    fn make(self) {
        self.refused.set(None);
        let read = self.read();
        self.error.set(read.as_ref().err().cloned());
        let (first, head) = match read {
            Ok(read) => read,
            Err((field, _)) => return focus(field),
        };
        let session = self.session;
        let language = session.language.get_untracked();
        let made = if self.origin.with_untracked(Option::is_some) {
            let place = self.source.get_untracked();
            let year = session.programme_at(&place).map_or(0, |source| *source.head().years().start());
            let made = session.create_like(&place, first, &head).map_err(|error| error.text(language).into_owned());
            made.map(|()| Some(year))
        } else {
            let chosen = self.sections.get_untracked();
            let sections = SECTIONS.iter().zip(chosen).filter(|(_, chosen)| *chosen);
            let sections = sections.map(|((kind, name), _)| (*kind, name.text(language).into_owned())).collect();
            session.create(head, sections).map_err(|error| refusal(&error).text(language).into_owned()).map(|()| None)
        };
        match made {
            Ok(year) => {
                session.go(&Route::Outline { item: None });
                year.into_iter().filter(|year| *year != first).for_each(|year| tell_old_year(session, year));
            }
            Err(words) => self.refused.set(Some(words)),
        }
    }

    /// The first year and the head; or the field that is wrong.
    fn read(self) -> Result<(i32, Vec<HeadEdit>), (&'static str, Begin)> {
        let year = |text: RwSignal<String>, id| {
            let year = text.with_untracked(|text| text.trim().parse::<i32>().ok());
            year.filter(|year| (1900..=9999).contains(year)).ok_or((id, Begin::YearUnread))
        };
        let first = year(self.first, "first-year")?;
        let last = if self.is_term.get_untracked() { year(self.last, "last-year")? } else { first };
        if !(first..first + LONGEST).contains(&last) {
            return Err(("last-year", Begin::SpanWrong));
        }
        let typed = |text: RwSignal<String>| text.with_untracked(|text| nfc(text.trim()));
        let title = typed(self.title);
        if title.is_empty() {
            return Err(("title", Begin::TitleNeeded));
        }
        if self.origin.with_untracked(Option::is_none) && self.sections.get_untracked() == [false; 4] {
            return Err(("sections", Begin::SectionNeeded));
        }
        let head = vec![
            HeadEdit::Title(title),
            HeadEdit::Number(typed(self.number)),
            HeadEdit::FirstYear(first),
            HeadEdit::LastYear(last),
            HeadEdit::Issuer(typed(self.issuer)),
            HeadEdit::ParentIssuer(typed(self.parent_issuer)),
        ];
        Ok((first, head))
    }
}

/// What a programme of these years would be called; after another one, as that one.
fn own_title(origin: Option<&Head>, first: &str, last: &str, language: Language) -> String {
    let year = |text: &str| text.trim().parse::<i32>().ok();
    match (year(first), year(last)) {
        (Some(first), _) if origin.is_some() => origin.map(|origin| origin.next_title(first)).unwrap_or_default(),
        (Some(first), Some(last)) if first != last => Begin::TermTitle { first, last }.text(language).into_owned(),
        (Some(year), _) => Library::NewTitle { year }.text(language).into_owned(),
        _ => String::new(),
    }
}

fn focus(id: &str) {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
    }
}

/// The words of lines are not moved on with the years: where they name the old one, a person looks at them.
fn tell_old_year(session: Session, year: i32) {
    let count = session.programme.with_untracked(|programme| {
        let names = |line: Line| line.names_year(year);
        // An indicator and its only measure stand in one row.
        let is_counted =
            |line: Line| matches!(line, Line::Measure(_)) && programme.twin(line.id().as_str()).is_some_and(names);
        let lines = programme.outline().into_iter().map(|numbered| numbered.line);
        lines.filter(|line| names(*line) && !is_counted(*line)).count()
    });
    if count > 0 {
        let words = Begin::OldYear { count, year }.text(session.language.get_untracked());
        session.toast(words, Some(ToastAction::ShowYear(year)));
    }
}
