//! Taking files in: choose, read, see what they would do, then agree or leave.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::changes::{counted, is_nothing, summary};
use super::put::{Question, Wish, asked, put};
use crate::app::{Consent, MergeError, Preview, Session, Stage, use_session};
use crate::document::Document;
use crate::i18n::messages::{Data, Shell};
use crate::i18n::{Language, Message, capital};
use crate::model::{Programme, disputes};
use crate::snapshot::{self, Changes, Finding};
use crate::ui::actions::{after_redraw, chosen_files, dropped_files, focus_content, read_file};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::handed::programme_files;
use crate::ui::words;

/// Findings of one file that are told; a broken file can have hundreds.
const TOLD: usize = 5;

#[derive(Clone)]
pub(super) enum Intake {
    Nothing,
    Reading,
    /// What is wrong, line by line: first which file.
    Refused(Vec<String>),
    /// Files of the open programme, joined.
    Merging {
        name: String,
        merged: Document,
        changes: Changes,
        alone: Option<Alone>,
        left_out: Vec<LeftOut>,
    },
    /// A file of another programme.
    Other {
        name: String,
        title: String,
        document: Document,
        left_out: Vec<LeftOut>,
    },
}

/// A file among others that cannot be taken, and why, line by line.
#[derive(Clone)]
pub(super) struct LeftOut {
    name: String,
    why: Vec<String>,
}

impl LeftOut {
    fn line(&self) -> String {
        format!("{}: {}", self.name, self.why.join(" "))
    }
}

/// A file that can be taken, and what it would do.
struct Taken {
    name: String,
    text: String,
    preview: Preview,
}

/// One whole file: it can also take the place of the open programme.
#[derive(Clone)]
pub(super) struct Alone {
    document: Document,
    replacing: Changes,
}

impl Intake {
    /// It is shown what a file would do, and a person has to say whether it may.
    pub fn is_waiting(&self) -> bool {
        match self {
            Self::Merging { changes, alone, .. } => !is_nothing(changes) || alone.is_some(),
            Self::Other { .. } => true,
            Self::Nothing | Self::Reading | Self::Refused(_) => false,
        }
    }
}

pub(super) fn intake(intake: RwSignal<Intake>, is_waiting: Memo<bool>) -> AnyView {
    let session = use_session();
    let question = RwSignal::new(None::<Question>);
    let is_over = RwSignal::new(false);
    let read = move |files: Vec<web_sys::File>| {
        if files.is_empty() {
            return;
        }
        question.set(None);
        intake.set(Intake::Reading);
        spawn_local(async move {
            intake.set(look_into(session, files).await);
            // The field that had the focus has gone.
            if is_waiting.get_untracked() {
                after_redraw(focus_content);
            }
        });
    };
    let told = Data::Taken.text(session.language.get_untracked()).into_owned();
    view! {
        <section
            class="page-section" aria-labelledby="import-title"
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| { event.prevent_default(); is_over.set(false); read(dropped_files(&event)); }
        >
            <div class="section-heading" class:visually-hidden=is_waiting><h2 id="import-title">{words(&Data::ImportTitle)}</h2></div>
            <Show when=move || !is_waiting.get()>
                <p class="section-text">{words(&Data::ImportNote)}</p>
                <div class="drop-zone" class:is-over=is_over>
                    <span class="drop-icon">{icon(Icon::FileUp)}</span>
                    <div><p>{words(&Data::DropHere)}</p></div>
                    <label class="button">
                        {words(&Data::ChooseFile)}
                        <input type="file" class="visually-hidden" multiple accept=".json,.txt,.zip" on:change=move |event| read(chosen_files(&event)) />
                    </label>
                </div>
            </Show>
            <div aria-live="polite">{move || shown(session, intake, question)}</div>
            {asked(session, told, question)}
        </section>
    }
    .into_any()
}

/// Reads the files. Nothing is changed.
async fn look_into(session: Session, files: Vec<web_sys::File>) -> Intake {
    let language = session.language.get_untracked();
    let lines = |findings: &[Finding]| {
        findings.iter().take(TOLD).map(|finding| capital(&finding.text(language))).collect::<Vec<_>>()
    };
    let mut taken: Vec<Taken> = Vec::new();
    // One bad file keeps no good one back.
    let mut left_out: Vec<LeftOut> = Vec::new();
    for file in &files {
        let bytes = read_file(file).await.unwrap_or_default();
        let inside = match programme_files(file.name(), bytes) {
            Ok(inside) => inside,
            Err(why) => {
                left_out.push(LeftOut { name: file.name(), why: vec![why.text(language).into_owned()] });
                continue;
            }
        };
        for (name, bytes) in inside {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            match snapshot::read_bytes(&bytes).and_then(|_| session.preview(&text)) {
                Ok(preview) => taken.push(Taken { name, text, preview }),
                Err(findings) => left_out.push(LeftOut { name, why: lines(&findings) }),
            }
        }
    }
    let (own, others): (Vec<_>, Vec<_>) = taken.into_iter().partition(|one| one.preview.merging.is_some());
    let mut taken = own;
    if taken.is_empty() {
        return no_own(others, left_out, language);
    }
    let why = || vec![Data::OtherProgramme.text(language).into_owned()];
    left_out.extend(others.into_iter().map(|other| LeftOut { name: other.name, why: why() }));
    let merged = loop {
        let texts = taken.iter().map(|one| one.text.clone()).collect();
        let (index, why) = match session.merge(texts).await {
            Ok(merged) => break merged,
            Err(MergeError::File { index, findings }) => (index, lines(&findings)),
            Err(MergeError::Join { index, error }) => (index, vec![error.text(language).into_owned()]),
        };
        left_out.push(LeftOut { name: taken.remove(index).name, why });
        if taken.is_empty() {
            return refused(left_out, language);
        }
    };
    let name = names_of(&taken);
    let changes = session.programme.with_untracked(|programme| snapshot::replacement(programme.document(), &merged));
    let alone = taken.pop().filter(|one| taken.is_empty() && one.preview.snapshot.document.scope().is_none());
    let alone = alone.and_then(|one| {
        let replacing = one.preview.replacing.filter(|replacing| !is_nothing(replacing))?;
        Some(Alone { document: one.preview.snapshot.document, replacing })
    });
    Intake::Merging { name, merged, changes, alone, left_out }
}

/// Files of other programmes: one can be opened, of several a person has to choose.
fn no_own(mut others: Vec<Taken>, left_out: Vec<LeftOut>, language: Language) -> Intake {
    if others.len() > 1 {
        let several = Data::SeveralInside { count: others.len() }.text(language).into_owned();
        let told = left_out.iter().map(LeftOut::line);
        return Intake::Refused([names_of(&others), several].into_iter().chain(told).collect());
    }
    match others.pop() {
        Some(Taken { name, preview, .. }) => {
            let document = preview.snapshot.document;
            let title = Programme::read(document.clone()).head().title.clone();
            Intake::Other { name, title, document, left_out }
        }
        None => refused(left_out, language),
    }
}

/// Why none of the files can be taken.
fn refused(mut left_out: Vec<LeftOut>, language: Language) -> Intake {
    let say = |message: Data| message.text(language).into_owned();
    match left_out.pop() {
        None => Intake::Nothing,
        Some(LeftOut { name, why }) if left_out.is_empty() => {
            Intake::Refused(std::iter::once(say(Data::CannotRead { name })).chain(why).collect())
        }
        Some(last) => {
            left_out.push(last);
            let several = left_out.iter().map(LeftOut::line);
            Intake::Refused(std::iter::once(say(Data::CannotReadAny)).chain(several).collect())
        }
    }
}

fn names_of(taken: &[Taken]) -> String {
    taken.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn shown(session: Session, intake: RwSignal<Intake>, question: RwSignal<Option<Question>>) -> AnyView {
    let language = session.language.get();
    let leave = move || {
        button("button", &Shell::Cancel, move || {
            intake.set(Intake::Nothing);
            focus_content();
        })
    };
    match intake.get() {
        Intake::Nothing => ().into_any(),
        Intake::Reading => view! { <p class="section-note">{words(&Data::Reading)}</p> }.into_any(),
        Intake::Refused(lines) => {
            let mut lines = lines.into_iter();
            let head = lines.next();
            view! {
                <div class="failure" role="alert">
                    {icon(Icon::TriangleAlert)}
                    <div>
                        <strong>{head}</strong>
                        {lines.map(|line| view! { <p>{line}</p> }).collect_view()}
                        <p>{words(&Data::NothingWritten)}</p>
                    </div>
                    {leave()}
                </div>
            }
            .into_any()
        }
        Intake::Other { name, title, document, left_out } => {
            let take = move || match session.import_new(document.clone()) {
                Ok(()) => session.go(&session.opening()),
                Err(error) => session.toast(error.text(session.language.get_untracked()), None),
            };
            view! {
                <h3 class="preview-title">{Data::PreviewTitle { name }.text(language).into_owned()}</h3>
                <p>{Data::ProgrammeInFile { title }.text(language).into_owned()}</p>
                {(session.stage.get_untracked() == Stage::Open).then(|| view! { <p class="section-note">{words(&Data::OtherProgramme)}</p> })}
                {without(left_out, language)}
                <div class="action-bar">{button("button is-primary", &Data::ImportAsNew, take)} {leave()}</div>
            }
            .into_any()
        }
        Intake::Merging { name, merged, changes, alone, left_out } => {
            let is_new = !is_nothing(&changes);
            let view = summary(session, &changes, &merged);
            let put_in = move |wish: Wish, told: Data| {
                let told = told.text(session.language.get_untracked()).into_owned();
                spawn_local(async move {
                    if put(session, wish, Consent::default(), told, question).await {
                        intake.set(Intake::Nothing);
                    }
                });
            };
            let count = changes.nodes.len();
            let in_conflict = merged.nodes().filter(|(_, node)| node.is_conflict()).map(|(id, _)| id);
            let told = match disputes(&merged, in_conflict).len() {
                0 => Data::Merged { changes: count },
                left => Data::MergedAndLeft { changes: count, left },
            };
            let merge = move || put_in(Wish::Merge(merged.clone()), told.clone());
            // Where it comes to the same as merging, that is told already.
            let would = alone.as_ref().filter(|alone| alone.replacing.nodes != changes.nodes).map(|alone| {
                let what = counted(alone.replacing.total, language);
                view! { <p class="section-note">{Data::WouldReplace { what }.text(language).into_owned()}</p> }
            });
            let replace = alone.map(|Alone { document, .. }| {
                let title = Programme::read(document.clone()).head().title.clone();
                let act = move || put_in(Wish::Replace(document.clone()), Data::Replaced { title: title.clone() });
                button("button", &Data::ReplaceAfterBackup, act)
            });
            view! {
                <h3 class="preview-title">{Data::PreviewTitle { name }.text(language).into_owned()}</h3>
                {without(left_out, language)}
                {view}
                {would}
                <div class="action-bar">
                    {is_new.then(|| button("button is-primary", &Data::Merge, merge))}
                    {replace}
                    {leave()}
                </div>
            }
            .into_any()
        }
    }
}

/// Files that are not among those which are taken.
fn without(left_out: Vec<LeftOut>, language: Language) -> Option<AnyView> {
    let told = |LeftOut { name, why }| {
        let head = Data::LeftOut { name }.text(language).into_owned();
        view! { <p><strong>{head}</strong>" "{why.join(" ")}</p> }.into_any()
    };
    if left_out.is_empty() {
        return None;
    }
    let told: Vec<AnyView> = left_out.into_iter().map(told).collect();
    let shown = view! { <div class="failure" role="alert">{icon(Icon::TriangleAlert)}<div>{told}</div></div> };
    Some(shown.into_any())
}

fn button(class: &'static str, name: &dyn Message, act: impl Fn() + 'static) -> AnyView {
    view! { <button class=class on:click=move |_| act()>{words(name)}</button> }.into_any()
}
