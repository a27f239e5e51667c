//! The table itself: one row a measure, under the headings of the document.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::keys::{focus, focus_soon};
use super::rows::{Grouping, Row, SORT, Sort, measures, period_of};
use super::table_cells::{cells, spark};
use super::{List, bulk};
use crate::evaluate::{Evaluation, Rollup, Verdict};
use crate::i18n::messages::Indicators;
use crate::i18n::{Language, Message, elapsed_name, rollup_words};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::stretch::stretches;
use crate::ui::words;

const COLUMNS: &str = "13";

/// A line of the table, with a key that changes when anything shown in it does.
#[derive(Clone)]
struct Entry {
    key: String,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Group { mark: String, title: String, facts: Facts, lang: Option<&'static str>, is_folded: bool },
    Measure(Row),
}

/// How the rows of a group stand.
#[derive(Clone)]
struct Facts {
    /// Of a whole group that is one in the document, or one body's: of the rows beneath, as the count of all above them is.
    rollup: Option<Rollup>,
    count: usize,
    to_handle: usize,
    without: usize,
}

impl Facts {
    fn of(rows: &[&Row], is_whole: bool) -> Self {
        Self {
            rollup: is_whole.then(|| measures(rows.iter().copied())),
            count: rows.len(),
            to_handle: rows.iter().filter(|row| row.evaluation.verdict.is_exception()).count(),
            without: rows
                .iter()
                .filter(|row| !has_value(&row.evaluation) && row.evaluation.verdict != Verdict::ByPerson)
                .count(),
        }
    }

    fn words(&self, language: Language) -> String {
        let say = |message: Indicators| message.text(language).into_owned();
        let mut parts = vec![match &self.rollup {
            Some(rollup) => rollup_words(rollup, language),
            None => say(Indicators::GroupCount { count: self.count }),
        }];
        if self.to_handle > 0 {
            parts.push(say(Indicators::ToHandle { count: self.to_handle }));
        }
        if self.without > 0 && self.rollup.is_none() {
            parts.push(say(Indicators::WithoutData { count: self.without }));
        }
        parts.join(if self.rollup.is_some() { "; " } else { ", " })
    }
}

/// What the rows stand under now; in another order the headings of the document have no meaning.
fn grouping(list: List) -> Option<Grouping> {
    let (sort, grouping) = list.filters.with(|filters| (Sort::of(filters), Grouping::of(filters)));
    (grouping != Grouping::Document || sort == Sort::Document).then_some(grouping)
}

/// The marks of all groups that are shown.
pub(super) fn groups(list: List) -> BTreeSet<String> {
    let language = list.session.language.get_untracked();
    let mark = |row: &Row| untrack(|| grouping(list)).map(|grouping| grouping.heading(row, language).0);
    list.shown.with_untracked(|rows| rows.iter().filter_map(mark).collect())
}

pub(super) fn table(list: List) -> AnyView {
    let entries = Memo::new_with_compare(
        move |_| {
            let (language, grouping, folded) = (list.session.language.get(), grouping(list), list.folded());
            // A part of a group does not stand for it.
            let is_all = list.shown.with(|shown| list.rows.with(|rows| shown.len() == rows.len()));
            let is_whole = is_all && matches!(grouping, Some(Grouping::Document | Grouping::Lead));
            Arc::new(list.shown.with(|rows| entries(rows, grouping, is_whole, &folded, language)))
        },
        |_, _| true,
    );
    let count = Memo::new(move |_| entries.with(|entries| entries.len()));
    // The row with the focus.
    let needed = Memo::new(move |_| {
        let selected = list.selected.get();
        let is_selected = |entry: &Entry| match &entry.content {
            Content::Measure(row) => Some(&row.measure.id) == selected.as_ref(),
            Content::Group { .. } => false,
        };
        entries.with(|entries| entries.iter().position(is_selected).into_iter().collect::<Vec<_>>())
    });
    let draw = move |range: Range<usize>| {
        let each = move || {
            entries.with(|entries| entries.iter().skip(range.start).take(range.len()).cloned().collect::<Vec<_>>())
        };
        view! { <For each=each key=|entry| entry.key.clone() children=move |entry| line(list, entry) /> }.into_any()
    };
    let hidden = move || list.hidden().join(" ");
    let is_editing = move || list.is_editing.get().then_some("true");
    let label = move || {
        let count = list.shown.with(|rows| rows.len());
        Indicators::GroupCount { count }.text(list.session.language.get()).into_owned()
    };
    view! {
        <div class="table-scroll">
            <table class="indicator-table" role="table" aria-label=label data-hidden=hidden data-editing=is_editing>
                <thead role="rowgroup">{head(list)}</thead>
                {stretches(count, needed, draw)}
            </table>
        </div>
    }
    .into_any()
}

fn entries(
    rows: &[Row],
    grouping: Option<Grouping>,
    is_whole: bool,
    folded: &BTreeSet<String>,
    language: Language,
) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(rows.len() + 16);
    let headings: Vec<(String, String)> =
        grouping.map(|grouping| rows.iter().map(|row| grouping.heading(row, language)).collect()).unwrap_or_default();
    for (index, row) in rows.iter().enumerate() {
        if let Some((mark, title)) = headings.get(index)
            && (index == 0 || headings[index - 1].0 != *mark)
        {
            let members = rows[index..].iter().zip(&headings[index..]).take_while(|(_, other)| other.0 == *mark);
            let members: Vec<&Row> = members.map(|(member, _)| member).collect();
            let facts = Facts::of(&members, is_whole);
            let is_folded = folded.contains(mark);
            let key = format!("{mark} {title} {} {is_folded}", facts.words(language));
            let (mark, title) = (mark.clone(), title.clone());
            // Headings of the document are the programme's own words.
            let lang = (grouping == Some(Grouping::Document)).then_some("vi");
            entries.push(Entry { key, content: Content::Group { mark, title, facts, lang, is_folded } });
        }
        if headings.get(index).is_some_and(|(mark, _)| folded.contains(mark)) {
            continue;
        }
        // Records stand behind `Arc`s that change with them.
        let key = format!(
            "{} {:p} {:p} {} {:p} {}",
            row.measure.id,
            Arc::as_ptr(&row.measure),
            Arc::as_ptr(&row.evaluation),
            row.number,
            row.lead.as_ref().map_or(std::ptr::null(), Arc::as_ptr),
            row.updated.map(|day| day.to_string()).unwrap_or_default(),
        );
        entries.push(Entry { key, content: Content::Measure(row.clone()) });
    }
    entries
}

fn has_value(evaluation: &Evaluation) -> bool {
    evaluation.value.is_some() || evaluation.through.is_some()
}

fn head(list: List) -> AnyView {
    let measured = move || {
        let language = list.session.language.get();
        let period = list.rows.with(|rows| period_of(rows));
        period.map_or_else(|| Indicators::Measured.text(language).into_owned(), |period| elapsed_name(period, language))
    };
    let unit = move || Indicators::UnitFull.text(list.session.language.get()).into_owned();
    view! {
        <tr role="row">
            {plain("cell-pick", bulk::choose_all(list))}
            {sortable(list, "cell-no", &Indicators::Number, [Sort::Document, Sort::Document])}
            {sortable(list, "cell-name", &Indicators::Name, [Sort::Name, Sort::NameDown])}
            {plain("cell-target is-number", words(&Indicators::Target).into_any())}
            {plain("cell-unit", view! { <abbr title=unit>{words(&Indicators::Unit)}</abbr> }.into_any())}
            {plain("cell-actual is-number", measured.into_any())}
            {sortable(list, "cell-ratio is-number", &Indicators::PercentOfPlan, [Sort::Ratio, Sort::RatioDown])}
            {plain("cell-bullet", words(&Indicators::AgainstTarget).into_any())}
            {plain("cell-spark", words(&Indicators::Course).into_any())}
            {plain("cell-forecast is-number", words(&Indicators::Projection).into_any())}
            {sortable(list, "cell-verdict", &Indicators::Verdict, [Sort::Urgency, Sort::UrgencyDown])}
            {sortable(list, "cell-lead", &Indicators::Lead, [Sort::Lead, Sort::LeadDown])}
            {sortable(list, "cell-updated is-number", &Indicators::Updated, [Sort::Updated, Sort::UpdatedDown])}
        </tr>
    }
    .into_any()
}

fn plain(class: &'static str, content: AnyView) -> AnyView {
    view! { <th scope="col" role="columnheader" class=class>{content}</th> }.into_any()
}

/// A head that sorts: up at the first press, down at the next where there is a down.
fn sortable(list: List, class: &'static str, name: &dyn Message, [up, down]: [Sort; 2]) -> AnyView {
    let sort = Memo::new(move |_| list.filters.with(Sort::of));
    let state = move || match sort.get() {
        now if now == up => Some("ascending"),
        now if now == down => Some("descending"),
        _ => None,
    };
    let press = move |_| list.set(SORT, if sort.get_untracked() == up { down } else { up }.word());
    view! {
        <th scope="col" role="columnheader" class=class aria-sort=state>
            <button on:click=press>{words(name)}</button>
        </th>
    }
    .into_any()
}

fn line(list: List, entry: Entry) -> AnyView {
    let selected = list.selected;
    match entry.content {
        Content::Group { mark, title, facts, lang, is_folded } => {
            let facts = move || facts.words(list.session.language.get());
            let name = mark.clone();
            let press = move |_| {
                let mut folded = untrack(|| list.folded());
                if !folded.remove(&mark) {
                    folded.insert(mark.clone());
                }
                list.fold(&folded);
                // The heading is drawn anew.
                focus_soon(vec![format!("[data-fold=\"{mark}\"]")], focus);
            };
            view! {
                <tr class="group-row" role="row">
                    <th colspan=COLUMNS scope="rowgroup" role="rowheader">
                        <button aria-expanded=(!is_folded).to_string() data-fold=name on:click=press>
                            {icon(Icon::ChevronDown)} <span lang=lang>{title}</span>
                        </button> " "
                        <span class="group-facts">{facts}</span>
                    </th>
                </tr>
            }
            .into_any()
        }
        Content::Measure(row) => {
            let id = row.measure.id.clone();
            let focus = {
                let id = id.clone();
                move |_| selected.set(Some(id.clone()))
            };
            let is_selected = move || selected.with(|selected| selected.as_ref() == Some(&id)).then_some("true");
            let attention = row.evaluation.verdict.is_exception().then_some("true");
            let spark = spark(list, &row);
            view! {
                <tr role="row" aria-selected=is_selected data-attention=attention on:focusin=focus>
                    <td role="cell" class="cell-pick">{bulk::choose_row(list, &row)}</td>
                    {move || cells(&row, &spark, list.session.language.get())}
                </tr>
            }
            .into_any()
        }
    }
}
