//! Duties to report: the list, and the form of one.

use std::sync::Arc;

use leptos::prelude::*;

use super::sheet::DUTY;
use super::{Matrix, focus_field, option, sheet};
use crate::app::{Session, new_node_id};
use crate::document::sort_by;
use crate::i18n::messages::{Reports, Shell};
use crate::i18n::{Language, Message, compare_names, one_line};
use crate::model::{BodyKind, Command, Cutoff, Cycle, Edit, ReportDuty, ReportDutyEdit};
use crate::ui::actions::perform_undoable;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// What the address says when the list is open, or a new duty is written; else the id of the one that is edited.
pub(super) const LIST: &str = "list";
pub(super) const NEW: &str = "new";

const NAME: &str = "duty-name";
/// The button that opens the list; the focus goes back to it.
pub(super) const OPENER: &str = "duties-open";

/// The list stands beside the calendar, which shows at once what is changed.
pub(super) fn duties(matrix: Matrix) -> AnyView {
    let session = matrix.session;
    let open = Memo::new(move |_| matrix.filter(DUTY));
    let lines = move || {
        let mut duties: Vec<Arc<ReportDuty>> =
            session.programme.with(|programme| programme.duties().iter().cloned().collect());
        sort_by(&mut duties, |a, b| compare_names(&a.title, &b.title));
        duties.iter().map(|duty| line(matrix, duty)).collect::<Vec<_>>()
    };
    let form = move || {
        let open = open.get();
        let duty = session.programme.with_untracked(|programme| programme.duties().get(&open).cloned());
        (open == NEW || duty.is_some()).then(|| form(matrix, duty))
    };
    let add = move || {
        (!session.is_read_only() && open.get() != NEW).then(|| {
            view! {
                <div class="page-actions">
                    <button class="button" on:click=move |_| matrix.set(DUTY, NEW)>
                        {icon(Icon::Plus)}{words(&Reports::Add)}
                    </button>
                </div>
            }
            .into_any()
        })
    };
    let close = move || {
        matrix.set(DUTY, "");
        focus_field(OPENER);
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            close();
        }
    };
    view! {
        <aside class="inspector" aria-labelledby="duties-title" on:keydown=pressed>
            <div class="inspector-column">
                <div class="inspector-head">
                    <h2 id="duties-title">{words(&Reports::Duties)}</h2>
                    <button class="icon-button" aria-label=words(&Shell::Close) on:click=move |_| close()>
                        {icon(Icon::X)}
                    </button>
                </div>
                {form}
                {add}
                <ul class="work-list">{lines}</ul>
            </div>
        </aside>
    }
    .into_any()
}

fn line(matrix: Matrix, duty: &Arc<ReportDuty>) -> AnyView {
    let session = matrix.session;
    let language = session.language.get();
    let cutoff = (duty.cutoff != Cutoff::Programme).then(|| duty.cutoff.text(language).into_owned());
    let due = match duty.due_day {
        Some(day) => Reports::DueBy { day },
        None => Reports::DueBySettings,
    };
    let facts = [Some(who(session, duty)), Some(duty.cycle.text(language).into_owned()), cutoff];
    let due = due.text(language).into_owned();
    let facts: Vec<String> = facts.into_iter().flatten().chain([due]).filter(|fact| !fact.is_empty()).collect();
    let title = duty.title.clone();
    let (id, gone) = (duty.id.clone(), duty.id.clone());
    let edit_name = Reports::Edit { title: title.clone() }.text(language).into_owned();
    let delete_name = Reports::Delete { title: title.clone() }.text(language).into_owned();
    let told = Shell::Deleted { title: title.clone() };
    let buttons = (!session.is_read_only()).then(|| {
        view! {
            <button class="icon-button" aria-label=edit_name on:click=move |_| matrix.set(DUTY, id.as_str())>
                {icon(Icon::Pencil)}
            </button>
            <button
                class="icon-button" aria-label=delete_name
                on:click=move |_| drop(perform_undoable(session, Command::DeleteDuty(gone.clone()), &told))
            >
                {icon(Icon::Trash2)}
            </button>
        }
        .into_any()
    });
    view! {
        <li class="work-row">
            <div class="work-main">
                <span class="work-title" lang="vi">{title}</span>
                <span class="work-facts"><span>{facts.join(" · ")}</span></span>
            </div>
            <span class="work-buttons">{buttons}</span>
        </li>
    }
    .into_any()
}

/// Who sends it, in words.
fn who(session: Session, duty: &ReportDuty) -> String {
    let language = session.language.get();
    match (&duty.body, duty.body_kind) {
        (Some(body), _) => session.programme.with(|programme| {
            programme.bodies().get(body.as_str()).map(|body| body.short().to_owned()).unwrap_or_default()
        }),
        (None, Some(kind)) => of_kind(kind, language),
        (None, None) => String::new(),
    }
}

fn of_kind(kind: BodyKind, language: Language) -> String {
    Reports::AllOfKind { kind: kind.text(language).into_owned() }.text(language).into_owned()
}

/// What a choice of who stands for: `kind:<word>`, or a body's id.
const KIND: &str = "kind:";

fn form(matrix: Matrix, duty: Option<Arc<ReportDuty>>) -> AnyView {
    let session = matrix.session;
    let is_new = duty.is_none();
    let begun = duty.as_deref().cloned().unwrap_or_else(|| ReportDuty::new(String::new().into()));
    let name = RwSignal::new(begun.title.clone());
    let day = RwSignal::new(begun.due_day.map(|day| day.to_string()).unwrap_or_default());
    let kind = begun.body_kind.map(|kind| format!("{KIND}{}", kind.word()));
    let who = RwSignal::new(begun.body.as_ref().map(ToString::to_string).or(kind).unwrap_or_default());
    let cycle = RwSignal::new(begun.cycle.word().to_owned());
    let cutoff = RwSignal::new(begun.cutoff.word().to_owned());
    let problem = RwSignal::new(None::<Reports>);
    let own = StoredValue::new(begun);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let own = own.get_value();
        let title = one_line(&name.get_untracked());
        let (who, typed) = (who.get_untracked(), day.get_untracked());
        let due_day = match typed.trim() {
            "" => Ok(None),
            text => text.parse::<u8>().ok().filter(|day| (1..=31).contains(day)).map(Some).ok_or(()),
        };
        let refusal = match due_day {
            _ if title.is_empty() => Some(Reports::NameNeeded),
            _ if who.is_empty() => Some(Reports::WhoNeeded),
            Err(()) => Some(Reports::DayUnread { text: typed.trim().to_owned() }),
            Ok(_) => None,
        };
        let (None, Ok(due_day)) = (&refusal, due_day) else { return problem.set(refusal) };
        let body_kind = who.strip_prefix(KIND).and_then(BodyKind::from_word);
        let body = body_kind.is_none().then(|| who.as_str().into());
        let cycle = Cycle::from_word(&cycle.get_untracked()).unwrap_or_default();
        let cutoff = Cutoff::from_word(&cutoff.get_untracked()).unwrap_or_default();
        let all = [
            (title != own.title, ReportDutyEdit::Title(title.clone())),
            (body != own.body, ReportDutyEdit::Body(body)),
            (body_kind != own.body_kind, ReportDutyEdit::BodyKind(body_kind)),
            (cycle != own.cycle, ReportDutyEdit::Cycle(cycle)),
            (cutoff != own.cutoff, ReportDutyEdit::Cutoff(cutoff)),
            (due_day != own.due_day, ReportDutyEdit::DueDay(due_day)),
        ];
        let changed = all.into_iter().filter_map(|(is_changed, edit)| is_changed.then_some(edit));
        let (command, told) = if is_new {
            (Command::AddDuty { id: new_node_id(), fields: changed.collect() }, Reports::Added { title })
        } else {
            let edits = changed.map(|edit| Edit::Duty(own.id.clone(), edit)).collect();
            (Command::Edit(edits), Reports::Changed { title })
        };
        if perform_undoable(session, command, &told).is_some() {
            matrix.set(DUTY, LIST);
        }
    };
    let senders = move || {
        let (language, chosen) = (session.language.get(), who.get_untracked());
        let kinds: Vec<AnyView> = BodyKind::ALL
            .iter()
            .map(|kind| option(&format!("{KIND}{}", kind.word()), of_kind(*kind, language), &chosen))
            .collect();
        let bodies = session.programme.with(|programme| sheet::in_order(programme, session.as_of.get()));
        let bodies: Vec<AnyView> =
            bodies.iter().map(|body| option(body.id.as_str(), body.name.clone(), &chosen)).collect();
        view! {
            {option("", Reports::ChooseWho.text(language).into_owned(), &chosen)}
            <optgroup label=Reports::Kinds.text(language).into_owned()>{kinds}</optgroup>
            <optgroup label=Reports::Bodies.text(language).into_owned()>{bodies}</optgroup>
        }
        .into_any()
    };
    let cycles = move || {
        let (language, chosen) = (session.language.get(), cycle.get_untracked());
        Cycle::ALL.iter().map(|it| option(it.word(), it.text(language).into_owned(), &chosen)).collect::<Vec<_>>()
    };
    let cutoffs = move || {
        let (language, chosen) = (session.language.get(), cutoff.get_untracked());
        Cutoff::ALL.iter().map(|it| option(it.word(), it.text(language).into_owned(), &chosen)).collect::<Vec<_>>()
    };
    let asked = move || {
        problem.get().map(|problem| {
            let words = problem.text(session.language.get()).into_owned();
            view! { <p class="field-error" id="duty-error" role="alert">{status_mark(Status::Missed)}{words}</p> }
                .into_any()
        })
    };
    let chooser = move |label: Reports, value: RwSignal<String>, options: AnyView| {
        view! {
            <label class="field">
                <span class="field-label">{words(&label)}</span>
                <select class="select" on:change=move |event| value.set(event_target_value(&event))>{options}</select>
            </label>
        }
        .into_any()
    };
    // The person goes on in the form that opened.
    request_animation_frame(|| focus_field(NAME));
    view! {
        <form class="body-form" on:submit=submit>
            <div class="field-pair">
                <label class="field">
                    <span class="field-label">{words(&Reports::Name)}</span>
                    <input class="input" id=NAME autocomplete="off" bind:value=name aria-describedby="duty-error" />
                </label>
                {chooser(Reports::Who, who, senders.into_any())}
                {chooser(Reports::Cycle, cycle, cycles.into_any())}
                {chooser(Reports::Cutoff, cutoff, cutoffs.into_any())}
                <label class="field">
                    <span class="field-label">{words(&Reports::DueDay)}</span>
                    <input
                        class="input is-number" inputmode="numeric" autocomplete="off" bind:value=day
                        aria-describedby="duty-day-hint duty-error"
                    />
                    <span class="field-hint" id="duty-day-hint">{words(&Reports::DueDayHint)}</span>
                </label>
            </div>
            {asked}
            <div class="page-actions">
                <button class="button is-primary" type="submit">
                    {if is_new { words(&Reports::Add) } else { words(&Shell::Save) }}
                </button>
                <button class="button" type="button" on:click=move |_| matrix.set(DUTY, LIST)>
                    {words(&Shell::Cancel)}
                </button>
            </div>
        </form>
    }
    .into_any()
}
