//! What was understood: the outline with its targets, or only what is worth a look.

use std::borrow::Cow;

use leptos::prelude::*;

use super::compared::compared;
use super::editor::{entry_editor, measure_editor};
use super::review::{self, Pick, Review, View};
use crate::app::{Stage, use_session};
use crate::documents::{Comparator, EntryKind, MeasureDraft, Relation, Work};
use crate::i18n::messages::Import;
use crate::i18n::{Language, Message, format_date, format_exact};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

pub fn structure(review: Review) -> AnyView {
    let session = use_session();
    let view = review.view;
    let tab = move |own: View, name: Signal<String>| {
        let pressed = move || (view.get() == own).to_string();
        view! { <button aria-pressed=pressed on:click=move |_| view.set(own)>{name}</button> }.into_any()
    };
    let named = move |message: fn(usize) -> Import, count: fn(Review) -> usize| {
        Signal::derive(move || message(count(review)).text(session.language.get()).into_owned())
    };
    let to_see = named(|count| Import::ToSee { count }, |review| review.work.with(|work| work.unseen().len()));
    let everything = named(|count| Import::Everything { count }, |review| review.work.with(rows_in_all));
    let other = Signal::derive(move || Import::Compared.text(session.language.get()).into_owned());
    let is_open = session.stage.get_untracked() == Stage::Open;
    let body = move || match view.get() {
        View::ToSee => review.work.with(|work| doubts(review, work, session.language.get())),
        View::Everything => review.work.with(|work| outline(review, work, session.language.get())),
        View::Compared => review.work.with(|work| compared(session, &work.accepted())),
    };
    view! {
        <section class="structure-pane" aria-labelledby="structure-title">
            <header class="pane-head">
                <h2 id="structure-title">{words(&Import::Structure)}</h2>
                <span class="pane-end segmented">
                    {tab(View::ToSee, to_see)} {tab(View::Everything, everything)}
                    {is_open.then(|| tab(View::Compared, other))}
                </span>
            </header>
            {move || review.work.with(counts)}
            <div class="structure-list">{body}</div>
        </section>
    }
    .into_any()
}

fn rows_in_all(work: &review::Work) -> usize {
    let draft = &work.draft;
    let entries = (0..draft.entries.len()).filter(|index| !is_said_by_targets(work, *index)).count();
    entries + work.picks().count() + of_whole(work).count()
}

/// Targets of an indicator say the same words, and stand in its place.
fn is_said_by_targets(work: &review::Work, index: usize) -> bool {
    let draft = &work.draft;
    draft.entries[index].kind == EntryKind::Indicator
        && (draft.measures.iter().any(|measure| measure.entry == index)
            || draft.qualitative.iter().any(|goal| goal.entry == index))
}

/// What is worth a look and stands in no line: a date that is missing.
fn of_whole(work: &review::Work) -> impl Iterator<Item = Pick> {
    work.unseen().into_iter().filter(|pick| matches!(pick, Pick::Doubt(_)) && work.place(*pick).line == 0)
}

fn counts(work: &review::Work) -> AnyView {
    let of_kind = |kind: EntryKind| work.draft.entries.iter().filter(|entry| entry.kind == kind).count();
    let is_in = |pick: &Pick| !work.is_out(*pick);
    let counts = [
        (Import::Tasks, of_kind(EntryKind::Task)),
        (Import::Measures, (0..work.draft.measures.len()).map(Pick::Measure).filter(is_in).count()),
        (Import::Goals, (0..work.draft.qualitative.len()).map(Pick::Goal).filter(is_in).count()),
        (Import::Solutions, of_kind(EntryKind::Solution)),
        (Import::Assignments, of_kind(EntryKind::Assignment)),
    ];
    let rows: Vec<AnyView> = counts
        .into_iter()
        .map(|(name, count)| view! { <div><dt>{words(&name)}</dt> <dd>{count}</dd></div> }.into_any())
        .collect();
    view! { <dl class="structure-counts">{rows}</dl> }.into_any()
}

/// Every entry with its targets, in the order of the text.
fn outline(review: Review, work: &review::Work, language: Language) -> AnyView {
    let chosen = review.chosen.get();
    let mut rows: Vec<AnyView> = Vec::with_capacity(rows_in_all(work));
    rows.extend(of_whole(work).map(|pick| doubt_row(review, work, pick, chosen == Some(pick), language)));
    // Dashes below a heading are found under its number: said once.
    let mut heading = "";
    for (index, entry) in work.draft.entries.iter().enumerate() {
        let pick = Pick::Entry(index);
        let is_heading = matches!(entry.kind, EntryKind::Section(_) | EntryKind::Group);
        if is_heading {
            heading = &entry.label;
        }
        if is_said_by_targets(work, index) {
            // They follow.
        } else if chosen == Some(pick) {
            rows.push(entry_editor(review, index, entry, language));
        } else {
            let class = if is_heading { "extracted is-heading" } else { "extracted" };
            let kind = if is_heading { String::new() } else { entry.kind.text(language).into_owned() };
            let facts = facts(&entry.work, language);
            rows.push(
                view! {
                    <li class=class id=row_id(pick)>
                        {icon(Icon::Check)}
                        <span class="extracted-no">{entry.number.clone()}</span>
                        {name_button(review, pick, if entry.title.is_empty() { entry.text.clone() } else { entry.title.clone() })}
                        <span class="extracted-kind">{kind}</span>
                        {facts}
                    </li>
                }
                .into_any(),
            );
        }
        let measures = work.draft.measures.iter().enumerate();
        let measures = measures.filter(|(at, it)| it.entry == index && !work.is_turned(Pick::Measure(*at)));
        for (at, measure) in measures {
            rows.push(if chosen == Some(Pick::Measure(at)) {
                measure_editor(review, work, at, measure, language)
            } else {
                measure_row(review, work, at, (measure, own_number(&measure.label, heading)), language)
            });
        }
        let goals = work.draft.qualitative.iter().enumerate();
        let goals = goals.filter(|(at, it)| it.entry == index && !work.is_turned(Pick::Goal(*at)));
        for (at, goal) in goals {
            rows.push(goal_row(review, work, at, own_number(&goal.label, heading), &goal.text, chosen, language));
        }
    }
    view! { <ul>{rows}</ul> }.into_any()
}

pub fn row_id(pick: Pick) -> String {
    match pick {
        Pick::Entry(index) => format!("found-e{index}"),
        Pick::Measure(index) => format!("found-m{index}"),
        Pick::Goal(index) => format!("found-g{index}"),
        Pick::Doubt(index) => format!("found-d{index}"),
        Pick::Unread(line) => format!("found-u{line}"),
    }
}

fn name_button(review: Review, pick: Pick, name: String) -> AnyView {
    view! { <button class="extracted-name" on:click=move |_| review.chosen.set(Some(pick))>{name}</button> }.into_any()
}

/// Who leads, who takes part, by when.
fn facts(work: &Work, language: Language) -> Option<AnyView> {
    let due = work.due.map(|date| format_date(date, language)).filter(|_| work.due_words.is_empty());
    let facts = [
        (Import::Leads { bodies: work.lead.join(", ") }, work.lead.is_empty()),
        (Import::TakePart { bodies: work.coordinate.join(", ") }, work.coordinate.is_empty()),
        (
            Import::Due { deadline: due.clone().unwrap_or_else(|| work.due_words.clone()) },
            work.due_words.is_empty() && due.is_none(),
        ),
    ];
    let facts: Vec<String> =
        facts.iter().filter(|(_, is_none)| !is_none).map(|(fact, _)| fact.text(language).into_owned()).collect();
    (!facts.is_empty()).then(|| view! { <span class="extracted-facts">{facts.join("; ")}</span> }.into_any())
}

fn own_number<'a>(label: &'a str, heading: &str) -> &'a str {
    if label == heading { "" } else { label }
}

fn measure_row(
    review: Review,
    work: &review::Work,
    index: usize,
    (measure, number): (&MeasureDraft, &str),
    language: Language,
) -> AnyView {
    let pick = Pick::Measure(index);
    let is_out = work.is_out(pick);
    let (comparator, value) = if work.is_untold(index) {
        (Import::NoTargetYet.text(language), String::new())
    } else {
        (comparator(measure, language), value(measure, language))
    };
    let sign = if is_out { status_mark(Status::NoData).into_any() } else { icon(Icon::Check).into_any() };
    let related = relation(work, measure, language).map(|words| view! { <span class="extracted-facts">{words}</span> });
    view! {
        <li class="extracted is-measure" class:is-out=is_out id=row_id(pick)>
            {sign}
            <span class="extracted-no">{number.to_owned()}</span>
            {name_button(review, pick, measure.name.clone())}
            <span class="extracted-cmp">{comparator}</span>
            <span class="extracted-value">{value}</span>
            <span class="extracted-unit">{measure.unit.clone()}</span>
            {related}
            {is_out.then(|| back_in(review, pick))}
        </li>
    }
    .into_any()
}

fn back_in(review: Review, pick: Pick) -> AnyView {
    view! {
        <button class="text-button extracted-facts" on:click=move |_| review.toggle_out(pick)>{words(&Import::Restore)}</button>
    }
    .into_any()
}

/// How the target stands to its figure, in the document's words: a level to come down to is not merely reached.
pub fn comparator(measure: &MeasureDraft, language: Language) -> Cow<'static, str> {
    match measure.comparator {
        Comparator::Equal if measure.is_lowered() => Import::DownTo.text(language),
        Comparator::Equal if measure.is_raised() => Import::UpTo.text(language),
        other => other.text(language),
    }
}

/// The figure as the document would write it; a range has two.
pub fn value(measure: &MeasureDraft, language: Language) -> String {
    let low = format_exact(measure.value, language);
    match (measure.comparator, measure.high) {
        (Comparator::Between, Some(high)) => format!("{low} – {}", format_exact(high, language)),
        _ => low,
    }
}

/// What a target has to do with another one, in words.
pub fn relation(work: &review::Work, measure: &MeasureDraft, language: Language) -> Option<String> {
    let name = |index: usize| work.draft.measures.get(index).map(|other| other.name.clone());
    let message = match measure.relation? {
        Relation::Restates(other) => Import::SameAs { name: name(other)? },
        Relation::PartOf(whole) => Import::PartOf { name: name(whole)? },
    };
    Some(message.text(language).into_owned())
}

fn goal_row(
    review: Review,
    work: &review::Work,
    index: usize,
    label: &str,
    text: &str,
    chosen: Option<Pick>,
    language: Language,
) -> AnyView {
    let pick = Pick::Goal(index);
    let is_out = work.is_out(pick);
    let is_chosen = chosen == Some(pick);
    let tools = is_chosen.then(|| {
        view! {
            <span class="extracted-tools">
                <button class="button is-small" on:click=move |_| review.to_measure(index)>{words(&Import::ToMeasure)}</button>
                <button class="text-button" on:click=move |_| review.toggle_out(pick)>{words(&Import::NoTarget)}</button>
            </span>
        }
        .into_any()
    });
    view! {
        <li class="extracted is-measure" class:is-out=is_out class:is-chosen=is_chosen id=row_id(pick)>
            {icon(Icon::Check)}
            <span class="extracted-no">{label.to_owned()}</span>
            {name_button(review, pick, text.to_owned())}
            <span class="extracted-kind">{Import::Goals.text(language)}</span>
            {tools}
            {is_out.then(|| back_in(review, pick))}
        </li>
    }
    .into_any()
}

/// What is worth a look: doubts with their suggestions, and lines that were not understood.
fn doubts(review: Review, work: &review::Work, language: Language) -> AnyView {
    let unseen = work.unseen();
    if unseen.is_empty() {
        return view! { <p class="empty-note">{words(&Import::AllSeen)}</p> }.into_any();
    }
    let chosen = review.chosen.get();
    let rows: Vec<AnyView> =
        unseen.into_iter().map(|pick| doubt_row(review, work, pick, chosen == Some(pick), language)).collect();
    view! { <ul>{rows}</ul> }.into_any()
}

fn doubt_row(review: Review, work: &review::Work, pick: Pick, is_chosen: bool, language: Language) -> AnyView {
    let line = work.place(pick).line;
    let (told, suggestion) = match pick {
        Pick::Doubt(index) => {
            let doubt = &work.draft.diagnostics[index];
            (doubt.code.text(language).into_owned(), doubt.suggestion.clone().map(|words| (index, words)))
        }
        _ => (Import::Unread.text(language).into_owned(), None),
    };
    let quote = work.draft.lines.get(line.wrapping_sub(1)).map(|text| text.chars().take(120).collect::<String>());
    let actions = match suggestion {
        Some((index, better)) => {
            let question = Import::Suggest { words: better }.text(language).into_owned();
            view! {
                <span>{question}</span>
                <button class="button is-small" on:click=move |_| { review.accept(index); review.next(); }>{words(&Import::Accept)}</button>
                <button class="button is-small is-quiet" on:click=move |_| { review.mark_seen(pick); }>{words(&Import::Leave)}</button>
            }
            .into_any()
        }
        None => view! {
            <button class="button is-small is-quiet" on:click=move |_| { review.mark_seen(pick); }>{words(&Import::Seen)}</button>
        }
        .into_any(),
    };
    let at = (line > 0).then(|| Import::Line { line }.text(language).into_owned());
    view! {
        <li class="extracted is-doubt" class:is-chosen=is_chosen id=row_id(pick)>
            {status_mark(Status::AtRisk)}
            <span class="extracted-no">{at}</span>
            {name_button(review, pick, told)}
            <span class="extracted-facts">{quote}</span>
            <span class="extracted-tools">{actions}</span>
        </li>
    }
    .into_any()
}
