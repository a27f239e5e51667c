//! One row: number, text with its target, facts, and the bar of the selected line.

use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use super::content::{Content, Reader, Time, Tone};

use super::rows::{Row, RowKind, measure_of};
use super::state::{Editing, Page, element_id, is_touch};
use crate::app::Route;
use crate::document::NodeId;
use crate::evaluate::Verdict;
use crate::i18n::Message;
use crate::i18n::messages::Outline;
use crate::model::Line;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// A row of a stretch that begins with row number `first`.
pub fn row_view(page: Page, stretch: Memo<Vec<Row>>, first: usize, row: Row) -> AnyView {
    let id = row.id.clone();
    // Its own part of the stretch: what it is, and where.
    let own = Memo::new(move |before: Option<&(Row, usize)>| {
        let found = stretch.with(|rows| {
            let at = rows.iter().position(|row| row.id == id)?;
            Some((rows[at].clone(), first + at + 1))
        });
        // A row that has left shows its last state until it is gone.
        found.or_else(|| before.cloned()).unwrap_or_else(|| (row.clone(), first))
    });
    let (row, _) = own.get_untracked();
    match row.kind {
        RowKind::Draft | RowKind::First | RowKind::Review => {
            (move || page.pen.get().map(|pen| (pen.other_row)(page, own))).into_any()
        }
        _ => line_row(page, own),
    }
}

fn line_row(page: Page, own: Memo<(Row, usize)>) -> AnyView {
    let session = page.session();
    let id = StoredValue::new(own.with_untracked(|(row, _)| row.id.clone()));
    let content = Memo::new(move |_| {
        let (language, day) = (session.language.get(), session.as_of.get());
        let standing = page.pen.with(|pen| pen.as_ref().map(|pen| pen.standing));
        session.programme.with(|programme| {
            session.judged.with(|judged| {
                own.with(|(row, _)| Content::read(row, Reader { programme, judged, day, language, standing }))
            })
        })
    });
    let is_selected = move || id.with_value(|id| page.is_selected(id));
    let is_chosen = move || page.chosen.with(|chosen| id.with_value(|id| chosen.contains(id)));
    let is_edited = move || id.with_value(|id| page.is_edited(id));
    let is_open =
        Memo::new(move |_| own.with(|(row, _)| row.can_fold).then(|| !id.with_value(|id| page.is_folded(id))));
    let class = move || {
        let heading = if own.with(|(row, _)| row.is_heading) { " is-heading" } else { "" };
        let selected = if is_selected() || is_chosen() { " is-selected" } else { "" };
        format!("outline-row{heading}{selected}")
    };
    let expanded = move || is_open.get().map(|open| open.to_string());
    let place = Memo::new(move |_| {
        let at = own.with(|(_, at)| *at);
        page.shown.with(|shown| shown.places.get(at.wrapping_sub(1)).copied()).unwrap_or((1, 1))
    });
    let tab = move || {
        // One row is in the order of tabs: the selected one, or else the first.
        let is_first = move || own.with(|(_, at)| *at == 1) && page.selected.with(Option::is_none);
        if is_selected() || is_first() { "0" } else { "-1" }
    };
    let text = move || match page.pen.get().filter(|_| is_edited()) {
        Some(pen) => {
            let own = Editing::Line(id.get_value());
            let field = (pen.editor)(page, own, Outline::TitleLabel);
            view! { <span class="row-field" role="gridcell">{field}</span> }.into_any()
        }
        None => text_cell(page, own, content, is_open),
    };
    let is_section = own.with_untracked(|(row, _)| row.level == 1);
    let fold =
        move || if is_section { is_open.get().map(|open| fold_button(page, id.get_value(), open)) } else { None };
    let bar = move || {
        let pen = page.pen.get().filter(|_| is_selected() && page.is_editable())?;
        Some((pen.bar)(page, own))
    };
    view! {
        <div
            class=class id=id.with_value(element_id) role="row" data-level=move || level(own)
            {..custom_attribute("aria-level", move || own.with(|(row, _)| row.level.to_string()))} aria-rowindex=move || own.with(|(_, at)| at.to_string())
            aria-posinset=move || place.get().0.to_string() aria-setsize=move || place.get().1.to_string()
            aria-selected=move || (is_selected() || is_chosen()).to_string() aria-expanded=expanded tabindex=tab
            on:click=move |event| match page.pen.get_untracked() {
                Some(pen) => (pen.clicked)(page, &event, &id.get_value()),
                None => page.select(Some(id.get_value())),
            }
        >
            <span class="row-tools" role="gridcell">{fold}</span>
            <span class="row-number" role="gridcell">{move || own.with(|(row, _)| number(page, row))}</span>
            {text}
            <span class="row-facts" role="gridcell">{move || content.with(|content| facts(page, content))}</span>
            {bar}
        </div>
    }
    .into_any()
}

/// A measure stands under its indicator's text, so it has the indent of its indicator.
fn level(own: Memo<(Row, usize)>) -> String {
    own.with(|(row, _)| if row.kind == RowKind::Measure { row.level - 1 } else { row.level }.min(6).to_string())
}

fn text_cell(page: Page, own: Memo<(Row, usize)>, content: Memo<Content>, is_open: Memo<Option<bool>>) -> AnyView {
    let (level, id) = own.with_untracked(|(row, _)| (row.level, row.id.clone()));
    let own_id = StoredValue::new(id.clone());
    let is_selected = move || own_id.with_value(|id| page.is_selected(id));
    let measure = Memo::new(move |_| own.with(|(row, _)| row.measure().cloned()));
    let fold_id = id.clone();
    let fold =
        move || (level > 1).then(|| is_open.get().map(|open| fold_button(page, fold_id.clone(), open))).flatten();
    let title =
        move || page.search.with(|search| content.with(|content| marked(&content.title, &search.find(&content.title))));
    // Sections are headings for those who go by headings.
    let title = if level == 1 {
        view! { <span lang="vi" role="heading" {..custom_attribute("aria-level", "2")}>{title}</span> }.into_any()
    } else {
        view! { <span lang="vi">{title}</span> }.into_any()
    };
    let target = move || {
        let href = Route::Indicator(measure.get()?).href();
        let words = content.with(|content| content.target.clone());
        let tab = move || if is_selected() { "0" } else { "-1" };
        Some(view! { ": " <a class="row-target" href=href tabindex=tab>{words}</a> }.into_any())
    };
    let mark = move || page.pen.get().map(|pen| (pen.mark)(page, own));
    let elsewhere = move || own.with(|(row, _)| elsewhere(page, row));
    let click = move |event: leptos::ev::MouseEvent| {
        let is_link = event_target::<web_sys::Element>(&event).closest("a, button").is_ok_and(|found| found.is_some());
        let is_several = event.shift_key() || event.ctrl_key() || event.meta_key();
        let is_wanted = !is_link && !is_several && (untrack(is_selected) || !is_touch(&event));
        if let Some(pen) = page.pen.get_untracked().filter(|_| is_wanted) {
            (pen.edit)(page, &id);
        }
    };
    view! { <span class="row-text" role="gridcell" on:click=click>{fold}{title}{target}{mark}{elsewhere}</span> }
        .into_any()
}

/// A text with the found stretches marked.
fn marked(text: &str, found: &[std::ops::Range<usize>]) -> AnyView {
    if found.is_empty() {
        return text.to_owned().into_any();
    }
    let mut parts = Vec::new();
    let mut at = 0;
    for range in found {
        parts.push(text[at..range.start].to_owned().into_any());
        parts.push(view! { <mark>{text[range.clone()].to_owned()}</mark> }.into_any());
        at = range.end;
    }
    parts.push(text[at..].to_owned().into_any());
    parts.into_any()
}

/// Where a searched row says what is looked for, if not in its title: the measure's name, the full text.
fn elsewhere(page: Page, row: &Row) -> Option<AnyView> {
    const BEFORE: usize = 60;
    const LONGEST: usize = 200;
    let search = page.search.get();
    if search.is_empty() {
        return None;
    }
    page.session().programme.with(|programme| {
        let line = programme.line(row.id.as_str())?;
        if !search.find(line.title()).is_empty() {
            return None;
        }
        let name = measure_of(programme, row).map(|measure| &measure.name);
        let full = if let Line::Item(item) = line { Some(&item.text) } else { None };
        let (text, found) = name.into_iter().chain(full).find_map(|text| {
            let found = search.find(text);
            (!found.is_empty()).then_some((text, found))
        })?;
        let boundary =
            |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let start = boundary(found[0].start.saturating_sub(BEFORE));
        let end = boundary(start + LONGEST);
        let within: Vec<_> = found
            .into_iter()
            .take_while(|range| range.end <= end)
            .map(|range| range.start - start..range.end - start)
            .collect();
        let before = if start > 0 { "… " } else { "" };
        let after = if end < text.len() { " …" } else { "" };
        Some(view! { <span class="row-note">{before}{marked(&text[start..end], &within)}{after}</span> }.into_any())
    })
}

/// Folds and opens a branch.
pub fn fold_button(page: Page, id: NodeId, open: bool) -> AnyView {
    let click = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        page.set_folded(&id, open);
    };
    view! {
        <button
            class="fold" tabindex="-1" aria-expanded=open.to_string() aria-label=words(&Outline::ItemsInside) on:click=click
        >
            {icon(Icon::ChevronRight)}
        </button>
    }
    .into_any()
}

/// The number as documents write it, `5.` or `1.1`; with a warning where the document prints another than the order gives.
fn number(page: Page, row: &Row) -> AnyView {
    let label = &row.label;
    let shown = dotted(label.shown());
    let Some(printed) = label.printed.as_ref().filter(|_| row.is_doubtful) else { return shown.into_any() };
    let doubt = Outline::PrintedLabel { printed: printed.clone(), computed: label.computed.clone() };
    let words = doubt.text(page.session().language.get()).into_owned();
    view! {
        <span class="number-warning" title=words.clone()>
            {status_mark(Status::AtRisk)} {shown} <span class="visually-hidden">{words.clone()}</span>
        </span>
    }
    .into_any()
}

/// `5.`, but `1.1`, `(1)`, `a)`.
pub fn dotted(number: &str) -> String {
    let is_plain = !number.is_empty() && number.chars().all(char::is_alphanumeric);
    if is_plain { format!("{number}.") } else { number.to_owned() }
}

fn facts(page: Page, content: &Content) -> AnyView {
    let language = page.session().language.get();
    let lead = (!content.lead.is_empty()).then(|| {
        view! { <span class="fact-lead" title=content.lead_in_full.clone()>{content.lead.clone()}</span> }.into_any()
    });
    let time = content.time.as_ref().map(time);
    let counts = (!content.counts.is_empty()).then(|| view! { <span>{content.counts.clone()}</span> }.into_any());
    let verdicts = match content.verdicts.as_slice() {
        [] => None,
        [one] if !content.target.is_empty() => {
            let words = one.text(language).into_owned();
            let mark = status_mark(Status::from(*one));
            Some(
                view! { <span title=words.clone()>{mark}<span class="visually-hidden">{words.clone()}</span></span> }
                    .into_any(),
            )
        }
        several => Some(strip(several, language)),
    };
    (lead, time, counts, verdicts).into_any()
}

fn time(time: &Time) -> AnyView {
    let (class, sign) = match time.tone {
        Tone::Plain => ("", None),
        Tone::Late => ("is-late", Some(Icon::Clock)),
        Tone::Soon => ("is-soon", Some(Icon::Flag)),
        Tone::Done => ("is-done", Some(Icon::Check)),
    };
    // That it is done, the tick alone says.
    let done = (time.tone == Tone::Done)
        .then(|| view! { <span class="visually-hidden">{format!(" {}", time.in_full)}</span> }.into_any());
    view! {
        <span class=class title=time.in_full.clone()>
            {sign.map(icon)} <span aria-hidden=done.is_some().then_some("true")>{time.words.clone()}</span> {done}
        </span>
    }
    .into_any()
}

/// One small cell a verdict, in the order of the document; its name counts them.
fn strip(verdicts: &[Verdict], language: crate::i18n::Language) -> AnyView {
    let mut counts: Vec<(Verdict, usize)> = Vec::new();
    for verdict in verdicts {
        match counts.iter_mut().find(|(other, _)| other == verdict) {
            Some((_, count)) => *count += 1,
            None => counts.push((*verdict, 1)),
        }
    }
    let name: Vec<String> =
        counts.iter().map(|(verdict, count)| format!("{count} {}", verdict.text(language))).collect();
    let name = name.join(", ");
    let cells: Vec<AnyView> = verdicts
        .iter()
        .map(|verdict| view! { <i data-status=Status::from(*verdict).as_str()></i> }.into_any())
        .collect();
    view! { <span class="mini-strip" role="img" aria-label=name.clone() title=name>{cells}</span> }.into_any()
}
