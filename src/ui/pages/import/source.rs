//! The source, word for word, with what was found marked in it.

use leptos::prelude::*;

use super::review::{Pick, Review};
use crate::app::use_session;
use crate::documents::{DiagnosticCode, Draft, EntryKind};
use crate::i18n::Message;
use crate::i18n::messages::Import;
use crate::ui::words;

/// A stretch of a line that something was found in.
struct Mark {
    span: (usize, usize),
    class: &'static str,
    pick: Pick,
}

pub fn source(review: Review) -> AnyView {
    let language = use_session().language;
    // The text never changes; what is chosen is asked by each mark.
    let (lines, count) = review.work.with_untracked(|work| (all_lines(review, &work.draft), work.draft.lines.len()));
    let note = move || Import::SourceNote { lines: count }.text(language.get()).into_owned();
    view! {
        <section class="source-pane" aria-labelledby="source-title" tabindex="0">
            <header class="pane-head">
                <h2 id="source-title">{words(&Import::Source)}</h2> <span class="pane-note">{note}</span>
            </header>
            <div class="source-text"><ol>{lines}</ol></div>
        </section>
    }
    .into_any()
}

fn all_lines(review: Review, draft: &Draft) -> Vec<AnyView> {
    let mut marks: Vec<Vec<Mark>> = draft.lines.iter().map(|_| Vec::new()).collect();
    let mut mark = |place: crate::documents::Place, class, pick| {
        if let Some(line) = place.line.checked_sub(1).and_then(|line| marks.get_mut(line))
            && place.span.0 < place.span.1
        {
            line.push(Mark { span: place.span, class, pick });
        }
    };
    // First come, first marked: a slip within a target's words is the rarer.
    for (index, doubt) in draft.diagnostics.iter().enumerate() {
        let class = if matches!(doubt.code, DiagnosticCode::Slip { .. }) { "is-typo" } else { "is-doubt" };
        mark(doubt.place, class, Pick::Doubt(index));
    }
    for (index, measure) in draft.measures.iter().enumerate() {
        mark(measure.place, "is-value", Pick::Measure(index));
        for repeated in &measure.repeated {
            mark(*repeated, "is-linked", Pick::Measure(index));
        }
    }
    for (index, goal) in draft.qualitative.iter().enumerate() {
        mark(goal.place, "is-goal", Pick::Goal(index));
    }
    let mut headings = vec![false; draft.lines.len() + 1];
    for entry in draft.entries.iter().filter(|entry| matches!(entry.kind, EntryKind::Section(_) | EntryKind::Group)) {
        headings.get_mut(entry.place.line).into_iter().for_each(|is_heading| *is_heading = true);
    }
    let lines = draft.lines.iter().zip(marks).enumerate();
    lines
        .filter(|(_, (text, _))| !text.trim().is_empty())
        .map(|(index, (text, marks))| {
            let number = index + 1;
            // A heading that goes on into its targets is read as text.
            let class = match (headings[number] && marks.is_empty(), draft.unread.contains(&number)) {
                (true, _) => "is-heading",
                (_, true) => "is-unread",
                _ => "",
            };
            line(review, number, text, marks, class)
        })
        .collect()
}

fn line(review: Review, number: usize, text: &str, mut marks: Vec<Mark>, class: &'static str) -> AnyView {
    crate::document::sort_by(&mut marks, |a, b| a.span.0.cmp(&b.span.0));
    let letters: Vec<char> = text.chars().collect();
    let part =
        |from: usize, to: usize| letters[from.min(letters.len())..to.min(letters.len())].iter().collect::<String>();
    let mut parts: Vec<AnyView> = Vec::with_capacity(2 * marks.len() + 1);
    let mut at = 0;
    for Mark { span: (from, to), class, pick } in marks {
        // What overlaps stands in the list on the right all the same.
        if from < at {
            continue;
        }
        parts.push(part(at, from).into_any());
        // What was turned into something else leads to that.
        let pick = move || review.work.with(|work| work.standing(pick));
        let is_chosen = move || review.chosen.get() == Some(pick());
        let is_out = move || review.work.with(|work| work.is_out(pick()));
        let choose = move |_| review.chosen.set(Some(untrack(pick)));
        parts.push(
            view! {
                <mark class=class class:is-selected=is_chosen class:is-out=is_out on:click=choose>{part(from, to)}</mark>
            }
            .into_any(),
        );
        at = to;
    }
    parts.push(part(at, letters.len()).into_any());
    view! {
        <li id=line_id(number) class=class><span class="line-number">{number}</span>{parts}</li>
    }
    .into_any()
}

pub fn line_id(number: usize) -> String {
    format!("source-{number}")
}
