//! The target: its form with the blanks of each kind, and a sentence that says what it means.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::Editor;
use super::entry::{Refusal, complaint, select};
use super::revisions::revisions;
use super::target_questions::questions;
use crate::app::ToastAction;
use crate::i18n::messages::Editing;
use crate::i18n::{Blank, EntryDoubt, Language, Message, TargetEntry, TargetForm, format_exact, target_meaning};
use crate::model::{Arithmetic, Command, Date, Decimal, Grade, Measure, MeasureEdit, Programme, Target};
use crate::ui::words;

const BLANKS: [&str; 2] = ["edit-target-first", super::TOLERANCE];

/// What the person answers about a new target of an issued programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    Correction,
    Revision,
}

/// The target that is being made, before it is written.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub editor: Editor,
    pub entry: RwSignal<TargetEntry>,
    pub why: RwSignal<Option<Why>>,
    /// From when a revision holds: the last day that was understood.
    pub day: RwSignal<Date>,
    /// What stands in the field now is no day.
    pub is_day_wrong: RwSignal<bool>,
    pub document: RwSignal<String>,
    pub refused: RwSignal<Option<String>>,
}

impl Draft {
    fn language(self) -> Language {
        self.editor.session.language.get()
    }

    fn read(self) -> Result<Target, (usize, EntryDoubt)> {
        let language = self.language();
        self.entry.with(|entry| entry.read(language))
    }

    /// The new target, where it differs from the one that is written.
    fn changed(self) -> Option<Target> {
        let target = self.read().ok()?;
        self.editor.measure.with(|measure| measure.as_ref().is_some_and(|it| it.target != target)).then_some(target)
    }

    pub fn reset(self) {
        let language = self.language();
        let target = self.editor.measure.with(|measure| measure.as_ref().map(|measure| measure.target.clone()));
        self.entry.set(TargetEntry::of(&target.unwrap_or_default(), language));
        self.why.set(None);
        self.document.set(String::new());
        self.refused.set(None);
    }

    /// Left as any other field is: what can be written is, and what cannot is told where it will be seen.
    fn leave(self) {
        let is_left = match untrack(|| self.read()) {
            Ok(_) => {
                self.write();
                self.refused.get_untracked().is_some()
            }
            Err(_) => self.entry.with_untracked(|entry| entry.texts.iter().any(|text| !text.trim().is_empty())),
        };
        if !is_left {
            return;
        }
        let session = self.editor.session;
        session.toast(Editing::TargetNotWritten.text(session.language.get_untracked()), None);
    }

    pub fn write(self) {
        let editor = self.editor;
        let language = editor.session.language.get_untracked();
        let Some((measure, target)) = untrack(|| editor.measure.get().zip(self.changed())) else { return };
        let is_issued = editor.session.programme.with_untracked(Programme::is_issued);
        let say = |message: Editing| Some(message.text(language).into_owned());
        let refused = match self.why.get_untracked().filter(|_| is_issued) {
            None if is_issued => say(Editing::ChooseOne),
            Some(Why::Revision) if self.is_day_wrong.get_untracked() => say(Editing::DateInvalid),
            Some(Why::Revision) => match self.document.get_untracked().as_str() {
                "" => say(Editing::DocumentNeeded),
                document => {
                    let (measure, date) = (measure.id.clone(), self.day.get_untracked());
                    editor.run(Command::ReviseTarget { measure, date, target, document: document.to_owned() })
                }
            },
            _ => {
                let kind = target.kind(measure.value_kind);
                let is_other = kind != measure.value_kind && !untrack(|| has_figures(editor, &measure));
                let kind = is_other.then_some(MeasureEdit::ValueKind(kind));
                editor.write(std::iter::once(MeasureEdit::Target(target)).chain(kind).collect())
            }
        };
        if refused.is_none() {
            editor.session.toast(Editing::TargetWritten.text(language), Some(ToastAction::Undo));
        }
        self.refused.set(refused);
    }
}

pub fn target(editor: Editor) -> AnyView {
    let session = editor.session;
    let draft = Draft {
        editor,
        entry: RwSignal::new(TargetEntry::of(&Target::default(), session.language.get_untracked())),
        why: RwSignal::new(None),
        day: RwSignal::new(session.today.get_untracked()),
        is_day_wrong: RwSignal::new(false),
        document: RwSignal::new(String::new()),
        refused: RwSignal::new(None),
    };
    let written = Memo::new(move |_| editor.measure.with(|measure| measure.as_ref().map(|it| it.target.clone())));
    // An undo, or another tab, changes it too.
    Effect::new(move |_| {
        written.track();
        draft.reset();
    });
    let form = Memo::new(move |_| draft.entry.with(|entry| entry.form));
    let left = move |event: web_sys::FocusEvent| {
        let group = event.current_target().and_then(|group| group.dyn_into::<web_sys::Node>().ok());
        let next = event.related_target().and_then(|next| next.dyn_into::<web_sys::Node>().ok());
        if group.is_some_and(|group| !group.contains(next.as_ref())) && !draft.editor.is_read_only.get_untracked() {
            draft.leave();
        }
    };
    view! {
        // What takes no focus in it, as its words, leaves the focus to the group: to press it is not to leave.
        <fieldset class="editor-group is-target" tabindex="-1" on:focusout=left>
            <legend>{words(&Editing::TargetGroup)}</legend>
            <div class="editor-fields">
                {form_choice(draft, form)}
                {move || blanks(draft, form.get())}
            </div>
            <p class="target-meaning" role="status">{move || meaning(draft)}</p>
            {move || misfit(draft).map(|words| view! { <p class="field-error">{words}</p> })}
            {move || {
                let is_changed = Memo::new(move |_| draft.changed().is_some());
                is_changed.get().then(|| questions(draft))
            }}
            {revisions(editor)}
        </fieldset>
    }
    .into_any()
}

fn form_choice(draft: Draft, form: Memo<TargetForm>) -> AnyView {
    let session = draft.editor.session;
    let place = |form: TargetForm| TargetForm::ALL.iter().position(|other| *other == form).unwrap_or_default();
    let options = Memo::new(move |_| {
        let language = session.language.get();
        TargetForm::ALL
            .iter()
            .enumerate()
            .map(|(index, form)| (index.to_string(), form.text(language).into_owned()))
            .collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| place(form.get()).to_string());
    let choose = Callback::new(move |value: String| {
        let form = value.parse().ok().and_then(|index: usize| TargetForm::ALL.get(index)).copied();
        if let Some(form) = form {
            draft.entry.update(|entry| entry.form = form);
        }
    });
    select("edit-target-form", &Editing::Form, options, chosen, draft.editor.is_read_only, choose, ().into_any())
}

/// The blanks of a form, or its grade.
fn blanks(draft: Draft, form: TargetForm) -> AnyView {
    if form == TargetForm::GradeAtLeast {
        return grade_choice(draft);
    }
    let blanks: Vec<AnyView> =
        form.blanks().iter().enumerate().map(|(index, blank)| blank_field(draft, index, *blank)).collect();
    blanks.into_any()
}

fn blank_field(draft: Draft, index: usize, blank: Blank) -> AnyView {
    let session = draft.editor.session;
    let label = move || {
        let name = blank.text(session.language.get());
        let unit = draft.editor.measure.with(|measure| measure.as_ref().map(|it| it.unit.clone()).unwrap_or_default());
        match blank {
            Blank::Percent | Blank::Rank => name.into_owned(),
            _ if unit.is_empty() => name.into_owned(),
            _ => format!("{name}, {unit}"),
        }
    };
    let input = move |event| {
        let text = event_target_value(&event);
        draft.entry.update(|entry| entry.texts[index] = text);
    };
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => draft.write(),
        "Escape" => {
            untrack(|| draft.reset());
            event.stop_propagation();
        }
        _ => {}
    };
    let shown = Memo::new(move |_| draft.entry.with(|entry| entry.texts[index].clone()));
    // An empty blank is not wrong yet: the sentence says that it is to be filled.
    let doubt = Memo::new(move |_| {
        let (at, doubt) = draft.read().err()?;
        (at == index && !shown.with(|text| text.trim().is_empty())).then_some(doubt)
    });
    let choose = Callback::new(move |text: String| draft.entry.update(|entry| entry.texts[index] = text));
    let error = move || {
        let language = session.language.get();
        let refusal = match doubt.get()? {
            EntryDoubt::Ambiguous(first, second) => Refusal::ambiguous(&shown.get(), first, second, language),
            doubt => Refusal::of(&doubt, language),
        };
        Some(complaint(refusal, choose))
    };
    let hint = move || (blank == Blank::Tolerance).then(|| tolerance_hint(draft));
    let note = format!("{}-note", BLANKS[index]);
    let described = note.clone();
    view! {
        <div class="field">
            <label class="field-label" for=BLANKS[index]>{label}</label>
            <input
                class="input is-number" id=BLANKS[index] inputmode="decimal" autocomplete="off"
                readonly=move || draft.editor.is_read_only.get()
                prop:value=shown aria-describedby=described
                aria-invalid=move || doubt.with(Option::is_some).then_some("true")
                on:input=input on:keydown=key
            />
            <div id=note>{error} <span class="field-hint">{hint}</span></div>
        </div>
    }
    .into_any()
}

fn tolerance_hint(draft: Draft) -> String {
    let share = draft.editor.session.programme.with(|programme| programme.head().settings.about_share);
    let share = share.times(Decimal::ONE_HUNDRED).unwrap_or(share).normalize();
    let language = draft.language();
    Editing::ToleranceHint { share: format_exact(share, language) }.text(language).into_owned()
}

fn grade_choice(draft: Draft) -> AnyView {
    let session = draft.editor.session;
    let options = Memo::new(move |_| {
        let language = session.language.get();
        Grade::ALL.iter().rev().map(|it| (it.word().to_owned(), it.text(language).into_owned())).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| draft.entry.with(|entry| entry.grade.word().to_owned()));
    let choose = Callback::new(move |word: String| {
        if let Some(grade) = Grade::from_word(&word) {
            draft.entry.update(|entry| entry.grade = grade);
        }
    });
    let label = Editing::AtLeastGrade;
    select("edit-target-grade", &label, options, chosen, draft.editor.is_read_only, choose, ().into_any())
}

/// The sentence that follows what is typed.
fn meaning(draft: Draft) -> String {
    let language = draft.language();
    let said = draft.read().ok().and_then(|target| {
        let measure = draft.editor.measure.get()?;
        let settings = draft.editor.session.programme.with(|programme| programme.head().settings.clone());
        Some(target_meaning(&target, &measure, &settings, language))
    });
    said.unwrap_or_else(|| Editing::Incomplete.text(language).into_owned())
}

/// Before there are figures, they can become of the kind that a target asks for.
fn has_figures(editor: Editor, measure: &Measure) -> bool {
    let has = |programme: &Programme| {
        programme.observations_of(measure.id.as_str()).any(|observation| observation.figure.is_some())
    };
    editor.session.programme.with(has)
}

/// The measure's figures cannot be held against such a target.
fn misfit(draft: Draft) -> Option<String> {
    let (target, measure) = draft.read().ok().zip(draft.editor.measure.get())?;
    let fits = |measure: &Measure| target.fits(measure.value_kind);
    let language = draft.language();
    let kind = measure.value_kind.text(language).into_owned();
    (!fits(&measure) && has_figures(draft.editor, &measure))
        .then(|| Editing::DoesNotFit { kind }.text(language).into_owned())
}
