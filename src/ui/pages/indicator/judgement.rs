//! What people judge, beside the reckoned verdict: five steps, words, who and when. Written, changed and taken away here.

use std::sync::Arc;

use leptos::prelude::*;

use super::Subject;
use crate::app::{PERSON, Session};
use crate::evaluate::{judgements_in, period_to_enter};
use crate::i18n::messages::{Indicator, Shell};
use crate::i18n::{
    Language, Message, format_date, judgement_words, name_or_somebody, nfc, period_name_with_year, scale_words,
};
use crate::model::{Command, Edit, Judgement, JudgementEdit, Period};
use crate::ui::actions::perform_undoable;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

const TEXT: &str = "judgement-text";

/// What the form is about: a new judgement, or one that is changed.
#[derive(Clone, PartialEq)]
enum Open {
    New,
    Old(Arc<Judgement>),
}

pub(super) fn judgement(subject: Subject) -> AnyView {
    let session = subject.session;
    let open = RwSignal::new(None::<Open>);
    let judgements = Memo::new(move |_| {
        let id = subject.measure.get().map(|measure| measure.id.clone());
        let Some(id) = id else { return Vec::new() };
        session.judged.with(|judged| {
            session.programme.with(|programme| {
                judgements_in(programme, id.as_str(), &judged.context).into_iter().cloned().collect::<Vec<_>>()
            })
        })
    });
    let list = move || {
        let language = session.language.get();
        judgements.with(|all| all.iter().map(|one| line(session, one, open, language)).collect::<Vec<_>>())
    };
    let is_empty = Memo::new(move |_| judgements.with(Vec::is_empty));
    let none = move || is_empty.get().then(|| view! { <p class="field-hint">{words(&Indicator::NoJudgement)}</p> });
    let toggle = move |_| {
        open.update(|now| *now = if now.is_some() { None } else { Some(Open::New) });
        focus_form(open);
    };
    let button = move || {
        (!session.is_read_only()).then(|| {
            view! {
                <button
                    class="button is-small" aria-expanded=move || open.with(Option::is_some).to_string()
                    on:click=toggle
                >
                    {icon(Icon::Pencil)}
                    {words(&Indicator::Judge)}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <section class="judgement-section" aria-labelledby="judgement-title">
            <div class="section-heading">
                <h2 id="judgement-title">{words(&Indicator::PersonVerdict)}</h2>
                <div class="section-actions">{button}</div>
            </div>
            {none}
            {move || open.get().map(|what| form(subject, what, open))}
            <ol class="judgements">{list}</ol>
        </section>
    }
    .into_any()
}

fn focus_form(open: RwSignal<Option<Open>>) {
    if open.with_untracked(Option::is_some) {
        queue_microtask(|| queue_microtask(|| super::focus(".judgement-form button")));
    }
}

fn line(session: Session, one: &Arc<Judgement>, open: RwSignal<Option<Open>>, language: Language) -> AnyView {
    let who = name_or_somebody(&one.author, language);
    let day = one.date.map(|day| format_date(day, language));
    let facts = [Some(period_name_with_year(one.period, language)), day];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let tools = (!session.is_read_only()).then(|| {
        let own = session.preferences.with_untracked(|it| it.get(PERSON).unwrap_or_default() == one.author);
        let (changed, removed) = (one.clone(), one.id.clone());
        let change = move |_| {
            open.set(Some(Open::Old(changed.clone())));
            focus_form(open);
        };
        let remove = move |_| {
            open.set(None);
            perform_undoable(session, Command::Unjudge(removed.clone()), &Indicator::JudgementRemoved);
            super::focus(".judgement-section .section-actions button");
        };
        let change = own
            .then(|| view! { <button class="text-button" on:click=change>{words(&Shell::Edit)}</button> }.into_any());
        view! {
            <span class="judgement-tools">
                {change}
                <button class="text-button" on:click=remove>{words(&Shell::Delete)}</button>
            </span>
        }
        .into_any()
    });
    view! {
        <li>
            <p><b>{who}</b> ": " {judgement_words(one, language)}</p>
            <time>{facts}</time>
            {tools}
        </li>
    }
    .into_any()
}

/// The period that a new judgement is about: the last one with a figure, else the last one whose figure can be known.
fn period_of(subject: Subject) -> Option<Period> {
    let (measure, evaluation) = (subject.measure.get_untracked()?, subject.evaluation.get_untracked()?);
    let context = subject.session.judged.with_untracked(|judged| judged.context.clone());
    let newest = evaluation.through.or_else(|| period_to_enter(&measure, &context).map(|(period, _)| period));
    newest.or_else(|| Period::of_year(context.first_year, measure.period).next())
}

fn form(subject: Subject, what: Open, open: RwSignal<Option<Open>>) -> AnyView {
    let session = subject.session;
    let (first_scale, first_text, period) = match &what {
        Open::New => (None, String::new(), period_of(subject)),
        Open::Old(old) => (Some(old.scale), old.text.clone(), Some(old.period)),
    };
    let scale = RwSignal::new(first_scale);
    let text = RwSignal::new(first_text);
    let is_without_scale = RwSignal::new(false);
    let write = move |_| {
        let (Some(scale), Some(measure), Some(period)) =
            (scale.get_untracked(), subject.measure.get_untracked(), period)
        else {
            is_without_scale.set(true);
            return;
        };
        let text = nfc(text.get_untracked().trim());
        let command = match &what {
            Open::New => Command::Judge { subject: measure.id.clone(), period, scale, text },
            Open::Old(old) => {
                let edits = [
                    JudgementEdit::Scale(scale),
                    JudgementEdit::Text(text),
                    JudgementEdit::Date(Some(session.today.get_untracked())),
                ];
                Command::Edit(edits.into_iter().map(|edit| Edit::Judgement(old.id.clone(), edit)).collect())
            }
        };
        if perform_undoable(session, command, &Indicator::JudgementWritten).is_some() {
            open.set(None);
            super::focus(".judgement-section .section-actions button");
        }
    };
    let steps: Vec<AnyView> = (1..=5)
        .map(|step: u8| {
            let name = move || format!("{step} {}", scale_words(step, session.language.get()));
            let press = move |_| {
                scale.set(Some(step));
                is_without_scale.set(false);
            };
            view! {
                <button type="button" aria-pressed=move || (scale.get() == Some(step)).to_string() on:click=press>{name}</button>
            }
            .into_any()
        })
        .collect();
    let label = move || {
        let language = session.language.get();
        let period = period.map(|period| period_name_with_year(period, language)).unwrap_or_default();
        Indicator::JudgeOf { period }.text(language).into_owned()
    };
    let problem = move || {
        is_without_scale.get().then(|| {
            view! {
                <span class="field-error" role="alert">{status_mark(Status::Missed)} {words(&Indicator::ChooseScale)}</span>
            }
        })
    };
    view! {
        <div class="judgement-form">
            <p class="field-label">{label}</p>
            <div class="segmented" role="group" aria-label=words(&Indicator::PersonVerdict)>{steps}</div>
            {problem}
            <label class="field">
                <span class="field-label">{words(&Indicator::JudgementText)}</span>
                <textarea
                    class="input" id=TEXT rows="3" prop:value=text
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </label>
            <div class="section-actions">
                <button class="button is-small is-primary" on:click=write>{words(&Indicator::WriteJudgement)}</button>
                <button class="button is-small" on:click=move |_| open.set(None)>{words(&Shell::Cancel)}</button>
            </div>
        </div>
    }
    .into_any()
}
