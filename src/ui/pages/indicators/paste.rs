//! “Dán từ Excel”: a table of several indicators and periods, looked at first, then written in one step.

use std::sync::Arc;

use leptos::html::Textarea;
use leptos::prelude::*;

use super::List;
use super::keys::{focus, focus_soon};
use super::paste_lines::lines;
use super::pasted::{Intake, Readings, take};
use super::rows::{MODE, PASTING};
use crate::i18n::messages::{Figures, Pasting};
use crate::i18n::{Heading, Language, Message};
use crate::model::{Command, Measure};
use crate::ui::actions::{clipboard, perform_undoable};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

const TEXT: &str = "paste-text";
const ACCEPT: &str = "paste-accept";
const REASON: &str = "paste-reason";
const BACK: &str = "paste-back";

/// The preview and what has been answered in it.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub list: List,
    pub readings: RwSignal<Readings>,
    reason: RwSignal<String>,
    /// Whether it was asked if the figures far from all others are meant.
    asked: RwSignal<bool>,
    pub intake: Memo<Arc<Intake>>,
}

/// Takes what is on the clipboard where the browser allows it; else the page asks for it.
pub(super) fn mode_button(list: List) -> AnyView {
    let press = move |_| {
        list.pasted.set(String::new());
        list.set(MODE, PASTING);
        let Some(read) = clipboard().map(|clipboard| clipboard.read_text()) else { return };
        leptos::task::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(read).await.ok().and_then(|text| text.as_string());
            let is_waiting = list.mode.try_get_untracked().is_some_and(|mode| mode == PASTING)
                && list.pasted.with_untracked(String::is_empty);
            if let Some(text) = text.filter(|text| is_waiting && text.contains('\t')) {
                list.look_at(text);
            }
        });
    };
    view! {
        <button class="button" on:click=press>{icon(Icon::ClipboardPaste)} {words(&Pasting::Open)}</button>
    }
    .into_any()
}

impl List {
    /// Shows what a pasted table would write.
    pub(super) fn look_at(self, text: String) {
        self.pasted.set(text);
        if self.mode.with_untracked(|mode| mode != PASTING) {
            self.set(MODE, PASTING);
        }
        focus_answer();
    }
}

pub(super) fn paste(list: List) -> AnyView {
    let session = list.session;
    let readings = RwSignal::new(Readings::default());
    let intake = Memo::new_with_compare(
        move |_| {
            let language = session.language.get();
            let context = session.judged.with(|judged| judged.context.clone());
            let measures: Vec<(String, Arc<Measure>)> =
                list.rows.with(|rows| rows.iter().map(|row| (row.number.clone(), row.measure.clone())).collect());
            let text = list.pasted.get();
            let taken = session.programme.with(|programme| {
                readings.with(|readings| take(programme, &context, &measures, &text, readings, language))
            });
            Arc::new(taken)
        },
        |_, _| true,
    );
    let desk = Desk { list, readings, reason: RwSignal::new(String::new()), asked: RwSignal::new(false), intake };
    let place = NodeRef::<Textarea>::new();
    if list.pasted.with_untracked(String::is_empty) {
        Effect::new(move |_| drop(place.get().map(|place| place.focus())));
    }
    let typed = move |event| {
        readings.set(Readings::default());
        desk.asked.set(false);
        list.pasted.set(event_target_value(&event));
    };
    let pasted = move |_| focus_answer();
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            leave(list);
        }
    };
    let has_text = Memo::new(move |_| list.pasted.with(|text| !text.trim().is_empty()));
    let preview = move || has_text.get().then(|| preview(desk));
    view! {
        <section class="entering" aria-labelledby="paste-title" on:keydown=keys>
            <div class="section-heading">
                <h2 id="paste-title">{words(&Pasting::Open)}</h2>
                <div class="section-actions">
                    <button class="button is-small" on:click=move |_| leave(list)>{words(&Figures::Drop)} " " <kbd>"Esc"</kbd></button>
                </div>
            </div>
            <div class="field">
                <label class="field-label" for=TEXT>{words(&Pasting::Table)}</label>
                <textarea
                    class="input" id=TEXT rows="4" spellcheck="false" aria-describedby="paste-hint" node_ref=place
                    prop:value=move || list.pasted.get() on:input=typed on:paste=pasted
                ></textarea>
                <span class="field-hint" id="paste-hint">{words(&Pasting::Hint)}</span>
            </div>
            {preview}
        </section>
    }
    .into_any()
}

fn leave(list: List) {
    list.pasted.set(String::new());
    list.set(MODE, "");
}

/// To what is to be answered next: the reason, or the button that writes; once the preview is there.
pub(super) fn focus_answer() {
    let places = vec![format!("#{REASON}"), format!("#{ACCEPT}:enabled"), ".paste-preview button".to_owned()];
    focus_soon(places, focus);
}

fn preview(desk: Desk) -> AnyView {
    let language = desk.list.session.language;
    let summary = move || desk.intake.with(|intake| summary(intake, language.get()));
    let has_lines = Memo::new(move |_| desk.intake.with(|intake| !intake.lines.is_empty()));
    let table = move || {
        if has_lines.get() { lines(desk) } else { view! { <p>{words(&Pasting::NoTable)}</p> }.into_any() }
    };
    let has_doubts = Memo::new(move |_| desk.intake.with(|intake| intake.doubts > 0));
    let alike = move || has_doubts.get().then(|| alike(desk));
    let needs_reason = Memo::new(move |_| desk.intake.with(|intake| intake.approved > 0));
    let reason = move || needs_reason.get().then(|| reason(desk));
    let cannot = move || {
        let is_unclear = desk.intake.with(|intake| intake.figures.is_empty() || intake.doubts > 0);
        let is_unexplained = needs_reason.get() && desk.reason.with(|reason| reason.trim().is_empty());
        is_unclear || is_unexplained || desk.list.session.is_read_only()
    };
    let name = move || {
        let cells = desk.intake.with(|intake| intake.figures.len());
        Pasting::Write { cells }.text(language.get()).into_owned()
    };
    let accept = view! {
        <div class="page-actions">
            <button class="button is-primary" id=ACCEPT disabled=cannot on:click=move |_| accept(desk)>
                {name} " " <kbd>"Enter"</kbd>
            </button>
        </div>
    };
    view! {
        <section class="paste-preview" aria-labelledby="preview-title">
            <h3 id="preview-title">{words(&Pasting::Preview)}</h3>
            <p role="status">{summary}</p>
            {alike}
            {reason}
            {accept}
            {move || (desk.asked.get() && desk.intake.with(|intake| !intake.far.is_empty())).then(|| sure(desk))}
            {table}
        </section>
    }
    .into_any()
}

fn summary(intake: &Intake, language: Language) -> String {
    let mut parts = vec![match intake.figures.len() {
        0 => Pasting::FitsNothing,
        cells => Pasting::Fits { cells, measures: intake.measures },
    }];
    if intake.same > 0 {
        parts.push(Pasting::SameCells { cells: intake.same });
    }
    if intake.left_out > 0 {
        parts.push(Pasting::LeftOut { cells: intake.left_out });
    }
    if intake.unknown > 0 {
        parts.push(Pasting::LinesUnknown { lines: intake.unknown });
    }
    if intake.heads == [Heading::Now] {
        parts.push(Pasting::NoHead);
    }
    let mut texts: Vec<String> = parts.iter().map(|part| part.text(language).into_owned()).collect();
    if intake.doubts > 0 {
        texts.push(format!("{}.", Figures::PasteDoubts { cells: intake.doubts }.text(language)));
    }
    texts.join(" ")
}

/// All numbers with a doubtful separator are read in one way.
fn alike(desk: Desk) -> AnyView {
    let choose = move |as_thousands: bool| {
        desk.readings.update(|readings| readings.all = Some(as_thousands));
        focus_answer();
    };
    view! {
        <div class="grid-message">
            <span>{words(&Figures::AllAlike)}</span>
            <button class="button is-small" on:click=move |_| choose(true)>{words(&Figures::AsThousands)}</button>
            <button class="button is-small" on:click=move |_| choose(false)>{words(&Figures::AsDecimals)}</button>
            <span>{words(&Figures::SeparatorRule)}</span>
        </div>
    }
    .into_any()
}

fn reason(desk: Desk) -> AnyView {
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            accept(desk);
        }
    };
    view! {
        <div class="grid-message is-plain">
            <label for=REASON>{words(&Figures::ReasonForChange)}</label>
            <input
                class="input" id=REASON required autocomplete="off"
                on:input=move |event| desk.reason.set(event_target_value(&event)) on:keydown=keys
            />
        </div>
    }
    .into_any()
}

/// A figure far from all others of its measure is written on the person's word.
fn sure(desk: Desk) -> AnyView {
    let back = move |_| {
        desk.asked.set(false);
        focus_soon(vec![format!("#{TEXT}")], focus);
    };
    view! {
        <div class="grid-message" role="alert">
            {status_mark(Status::Missed)}<span>{words(&Figures::FarBlock)}</span>
            <button class="button is-small" id=BACK on:click=back>{words(&Figures::TypeAgain)}</button>
            <button class="button is-small" on:click=move |_| write(desk)>{words(&Figures::WriteAnyway)}</button>
        </div>
    }
    .into_any()
}

/// Writes, or first asks about figures that are most likely slips.
fn accept(desk: Desk) {
    if desk.intake.with_untracked(|intake| intake.far.is_empty()) {
        write(desk);
    } else {
        desk.asked.set(true);
        focus_soon(vec![format!("#{BACK}")], focus);
    }
}

/// Writes all that fits in one step, and goes back to the list.
fn write(desk: Desk) {
    let intake = desk.intake.get_untracked();
    let reason = desk.reason.get_untracked();
    if intake.figures.is_empty() || intake.doubts > 0 || intake.approved > 0 && reason.trim().is_empty() {
        return;
    }
    let told = Pasting::Written { cells: intake.figures.len(), measures: intake.measures };
    let command = Command::SetFigures { figures: intake.figures.clone(), reason };
    if perform_undoable(desk.list.session, command, &told).is_some() {
        leave(desk.list);
    }
}
