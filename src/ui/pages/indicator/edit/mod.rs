//! The properties of an indicator. Each is written as its field is left; a new target asks for a word first.

mod baseline;
pub mod entry;
pub mod fields;
mod revisions;
mod target;
mod target_questions;

use std::sync::Arc;

use leptos::prelude::*;

use self::fields::{Pick, Text};
use super::{EDIT, Subject, View};
use crate::app::{Route, Session};
use crate::i18n::messages::{Editing, Indicator};
use crate::model::{Command, Edit, Measure, MeasureEdit, Programme, Target};
use crate::ui::actions::refusal;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::settings::thresholds;
use crate::ui::words;

pub const TITLE: &str = "edit-title";
/// The thresholds of the programme.
pub const RULES: &str = "edit-rules";
/// The name of the measure.
pub const NAME: &str = "edit-name";
/// The second blank of a target: the tolerance of an “about” one.
pub const TOLERANCE: &str = "edit-target-second";

/// A handle on the measure that is edited.
#[derive(Clone, Copy)]
pub struct Editor {
    pub session: Session,
    pub measure: Memo<Option<Arc<Measure>>>,
    pub is_read_only: Memo<bool>,
}

impl Editor {
    /// What is written to the measure, now; `None` while it is being deleted.
    fn now(self) -> Option<Arc<Measure>> {
        self.measure.get_untracked()
    }

    /// Writes fields of the measure in one step; a refusal comes back in words.
    fn write(self, edits: Vec<MeasureEdit>) -> Option<String> {
        let measure = self.now()?;
        let edits = edits.into_iter().map(|edit| Edit::Measure(measure.id.clone(), edit)).collect();
        self.run(Command::Edit(edits))
    }

    /// An indicator that bears the measure's name is renamed with it.
    fn rename(self, name: &str) -> Option<String> {
        let measure = self.now()?;
        let edits = |programme: &Programme| programme.title_edits(measure.id.as_str(), name);
        self.run(Command::Edit(self.session.programme.with_untracked(edits)))
    }

    fn run(self, command: Command) -> Option<String> {
        let language = self.session.language.get_untracked();
        self.session.dispatch(command).err().map(|error| refusal(&error).text(language).into_owned())
    }

    /// A text made from the measure, in the language of the interface.
    fn text(self, read: impl Fn(&Measure, crate::i18n::Language) -> String + Send + Sync + 'static) -> Memo<String> {
        Memo::new(move |_| {
            let language = self.session.language.get();
            self.measure.with(|measure| measure.as_ref().map(|measure| read(measure, language)).unwrap_or_default())
        })
    }
}

/// The form, while the address asks for it.
pub(super) fn edit(subject: Subject, view: View) -> AnyView {
    let is_open = Memo::new(move |_| view.get(EDIT).is_some());
    (move || is_open.get().then(|| form(subject, view))).into_any()
}

fn form(subject: Subject, view: View) -> AnyView {
    let session = subject.session;
    let is_read_only = Memo::new(move |_| session.is_read_only());
    let editor = Editor { session, measure: subject.measure, is_read_only };
    let close = move |_| view.set(EDIT, "");
    let in_programme =
        move || subject.measure.get().map(|measure| Route::Outline { item: Some(measure.id.clone()) }.href());
    let is_maintained = Memo::new(move |_| {
        subject
            .measure
            .with(|measure| measure.as_ref().is_some_and(|it| matches!(it.target, Target::Maintain(_) | Target::Zero)))
    });
    view! {
        <section class="measure-editor" aria-labelledby=TITLE>
            <div class="section-heading">
                <h2 id=TITLE tabindex="-1">{words(&Indicator::EditMeasure)}</h2>
                <span class="section-note">{words(&Editing::SavedAtOnce)}</span>
                <div class="section-actions">
                    <a class="button is-small is-quiet" href=in_programme>
                        {icon(Icon::ListTree)} {words(&Editing::ShowInProgramme)}
                    </a>
                    <button class="button is-small" type="button" on:click=close>
                        {icon(Icon::Check)} {words(&Editing::Close)}
                    </button>
                </div>
            </div>
            {group(&Editing::Naming, vec![fields::text(editor, Text::Name), fields::text(editor, Text::Unit)])}
            {target::target(editor)}
            {group(&Editing::Origin, vec![
                fields::pick(editor, Pick::Owner),
                fields::text(editor, Text::Source),
                fields::text(editor, Text::MethodNote),
                fields::text(editor, Text::Quote),
            ])}
            {baseline::baseline(editor)}
            {baseline::interim(editor)}
            {group(&Editing::FiguresGroup, vec![
                fields::pick(editor, Pick::ValueKind),
                fields::pick(editor, Pick::Period),
                fields::pick(editor, Pick::JudgedBy),
                fields::text(editor, Text::Decimals),
                fields::text(editor, Text::LowerBound),
                fields::text(editor, Text::UpperBound),
                fields::text(editor, Text::LagDays),
            ])}
            {group(&Editing::JudgingGroup, vec![
                fields::pick(editor, Pick::Direction),
                fields::pick(editor, Pick::Pace),
                (move || is_maintained.get().then(|| fields::pick(editor, Pick::Maintain))).into_any(),
                fields::pick(editor, Pick::Method),
                fields::text(editor, Text::Weight),
            ])}
            <fieldset class="editor-group">
                <legend id=RULES tabindex="-1">{words(&Editing::ProgrammeRules)}</legend>
                <p class="field-hint">{words(&Editing::ProgrammeRulesHint)}</p>
                <div class="editor-fields">{thresholds()}</div>
            </fieldset>
        </section>
    }
    .into_any()
}

/// Fields under a name of their own.
fn group(name: &Editing, fields: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="editor-group">
            <legend>{words(name)}</legend>
            <div class="editor-fields">{fields}</div>
        </fieldset>
    }
    .into_any()
}
