//! The lines of the list: the measures in the order of the document, then filtered and sorted by the address.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::{Filters, Judged, Session, day_of};
use crate::document::{NodeId, Timestamp, sort_by};
use crate::evaluate::{Evaluation, Rollup};
use crate::i18n::messages::Indicators;
use crate::i18n::{Language, Message, Query, compare_names, final_words, format_range};
use crate::model::{Body, Date, Line, Measure, Period, Programme};
use crate::ui::components::status_mark::Status;

/// Names of the filters in the address.
pub const SEARCH: &str = "q";
pub const VERDICT: &str = "verdict";
pub const BODY: &str = "body";
pub const SORT: &str = "sort";
pub const PERIOD: &str = "period";
pub const GROUPING: &str = "group";
/// Columns that are put away, joined by commas.
pub const HIDDEN: &str = "hide";
/// `edit`: rows are chosen and edited together; `enter`: this period's figures are typed down a column; `paste`: a table
/// is taken from a spreadsheet.
pub const MODE: &str = "mode";
pub const EDITING: &str = "edit";
pub const ENTERING: &str = "enter";
pub const PASTING: &str = "paste";
/// `missing`: of what is to be entered, only what is not there yet.
pub const DUE: &str = "due";
pub const MISSING: &str = "missing";
/// Groups that are folded, joined by commas.
pub const FOLDED: &str = "fold";

/// Columns that can be put away, as their classes name them.
pub const COLUMNS: [&str; 9] = ["unit", "actual", "ratio", "bullet", "spark", "forecast", "verdict", "lead", "updated"];

/// One measure as the list shows it.
#[derive(Clone, Debug)]
pub struct Row {
    pub measure: Arc<Measure>,
    pub evaluation: Arc<Evaluation>,
    pub number: String,
    pub group: Group,
    pub lead: Option<Arc<Body>>,
    /// The day on which its newest figure was written.
    pub updated: Option<Date>,
}

/// The heading that measures stand under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: NodeId,
    pub title: String,
}

/// The order of the list, as the address names it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the document, under its headings.
    #[default]
    Document,
    /// The most pressing verdict first, or last.
    Urgency,
    UrgencyDown,
    /// The least achieved first, or last.
    Ratio,
    RatioDown,
    Name,
    NameDown,
    Lead,
    LeadDown,
    /// The oldest figure first, or last.
    Updated,
    UpdatedDown,
}

/// What the rows stand under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// The headings of the document.
    #[default]
    Document,
    Verdict,
    Lead,
    Period,
}

impl Grouping {
    pub const ALL: [Self; 4] = [Self::Document, Self::Verdict, Self::Lead, Self::Period];

    pub fn of(filters: &Filters) -> Self {
        let word = filters.get(GROUPING).map_or("", String::as_str);
        Self::ALL.into_iter().find(|grouping| grouping.word() == word).unwrap_or_default()
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "",
            Self::Verdict => "verdict",
            Self::Lead => "body",
            Self::Period => "period",
        }
    }

    /// What a row stands under: a mark that tells it from others, and its title.
    pub fn heading(self, row: &Row, language: Language) -> (String, String) {
        match self {
            Self::Document => (row.group.id.to_string(), row.group.title.clone()),
            Self::Verdict => {
                let verdict = row.evaluation.verdict;
                (format!("{verdict:?}"), verdict.text(language).into_owned())
            }
            Self::Lead => match &row.lead {
                Some(body) => (body.id.to_string(), body.name.clone()),
                None => ("-".to_owned(), Indicators::WithoutLead.text(language).into_owned()),
            },
            Self::Period => {
                let length = row.measure.period;
                (length.word().to_owned(), length.text(language).into_owned())
            }
        }
    }

    /// The order of the groups; rows of one keep their order.
    pub fn sort(self, rows: &mut [&Row]) {
        match self {
            Self::Document => {}
            Self::Verdict => {
                let verdict = |row: &Row| (row.evaluation.verdict.urgency(), row.evaluation.verdict);
                sort_by(rows, |one, other| verdict(one).cmp(&verdict(other)));
            }
            Self::Lead => sort_by(rows, |one, other| compare_leads(one, other)),
            Self::Period => sort_by(rows, |one, other| one.measure.period.cmp(&other.measure.period)),
        }
    }
}

impl Row {
    pub fn status(&self) -> Status {
        self.evaluation.verdict.into()
    }

    /// The range that it is likely to end in, or why none is given.
    pub fn forecast(&self, language: Language) -> Option<String> {
        let evaluation = &*self.evaluation;
        if let Some(range) = evaluation.projection {
            return Some(format_range(range.low, range.high, self.measure.decimals, language));
        }
        let short =
            || evaluation.trace.has_too_few_to_project().then(|| Indicators::TooFew.text(language).into_owned());
        final_words(evaluation, language).or_else(short)
    }
}

impl Sort {
    pub const ALL: [Self; 11] = [
        Self::Document,
        Self::Urgency,
        Self::UrgencyDown,
        Self::Ratio,
        Self::RatioDown,
        Self::Name,
        Self::NameDown,
        Self::Lead,
        Self::LeadDown,
        Self::Updated,
        Self::UpdatedDown,
    ];

    pub fn of(filters: &Filters) -> Self {
        let word = filters.get(SORT).map_or("", String::as_str);
        Self::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default()
    }

    /// The value in the address; nothing for the document's own order.
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "",
            Self::Urgency => "verdict",
            Self::UrgencyDown => "-verdict",
            Self::Ratio => "ratio",
            Self::RatioDown => "-ratio",
            Self::Name => "name",
            Self::NameDown => "-name",
            Self::Lead => "body",
            Self::LeadDown => "-body",
            Self::Updated => "updated",
            Self::UpdatedDown => "-updated",
        }
    }
}

/// The rows of all measures. Judging follows the programme: one change, one run.
pub fn rows_of(session: Session) -> Memo<Arc<Vec<Row>>> {
    Memo::new_with_compare(
        move |_| {
            let judged = session.judged.get();
            Arc::new(session.programme.with(|programme| all_rows(programme, &judged)))
        },
        |_, _| true,
    )
}

/// All measures of the programme.
pub fn all_rows(programme: &Programme, judged: &Judged) -> Vec<Row> {
    let lines = programme.outline();
    let mut headings: Vec<(usize, Group)> = Vec::new();
    let mut rows = Vec::with_capacity(programme.measures().len());
    for line in lines {
        let Line::Measure(measure) = line.line else {
            // What stands deeper belonged to the branch before.
            while headings.last().is_some_and(|(depth, _)| *depth >= line.depth) {
                headings.pop();
            }
            let title = titled(line.label.shown(), line.line.title());
            headings.push((line.depth, Group { id: line.line.id().clone(), title }));
            continue;
        };
        let Some(evaluation) = judged.get(measure.id.as_str()) else { continue };
        // The last heading is the measure's own item.
        let own = headings.iter().rposition(|(depth, _)| *depth < line.depth).unwrap_or_default();
        let Some((_, group)) = headings.get(own.saturating_sub(1)) else { continue };
        rows.push(Row {
            number: line.label.shown().to_owned(),
            group: group.clone(),
            lead: programme.lead_of(measure, judged.context.as_of).cloned(),
            updated: updated(programme, measure.id.as_str()).map(day_of),
            measure: measure.clone(),
            evaluation: evaluation.clone(),
        });
    }
    rows
}

/// Rows counted each by itself.
pub fn measures<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Rollup {
    Rollup::of(rows.into_iter().map(|row| (row.measure.weight, &*row.evaluation)))
}

/// Rows of one place as the reports count them: numbered indicators, each by its worst measure.
pub fn rollup(rows: &[&Row]) -> Rollup {
    let measures: Vec<&Arc<Measure>> = rows.iter().map(|row| &row.measure).collect();
    let mut by_id: Vec<&Row> = rows.to_vec();
    sort_by(&mut by_id, |one, other| one.measure.id.cmp(&other.measure.id));
    let find = |id: &str| {
        let found = by_id.binary_search_by(|row| row.measure.id.as_str().cmp(id));
        found.ok().map(|index| &*by_id[index].evaluation)
    };
    Rollup::of_indicators(&measures, &find)
}

/// `1.1. Kinh tế`.
fn titled(label: &str, title: &str) -> String {
    match label {
        "" => title.to_owned(),
        label if label.ends_with(['.', ')']) => format!("{label} {title}"),
        label => format!("{label}. {title}"),
    }
}

/// When the newest figure of a measure was written; figures of the years before the programme say nothing about it.
pub fn updated(programme: &Programme, measure: &str) -> Option<Timestamp> {
    let first_year = *programme.head().years().start();
    let figures = programme.observations_of(measure).filter(|it| it.figure.is_some() && it.period.year() >= first_year);
    figures.map(|figure| figure.entered).max()
}

/// The rows that the search and the choice of a body leave; the verdict is chosen among these.
pub fn found<'a>(rows: &'a [Row], filters: &Filters) -> Vec<&'a Row> {
    let query = Query::new(filters.get(SEARCH).map_or("", String::as_str));
    let body = filters.get(BODY);
    let has_body = |row: &Row| match (body, &row.lead) {
        (Some(body), lead) => lead.as_ref().is_some_and(|lead| lead.id.as_str() == body),
        (None, _) => true,
    };
    let says = |row: &Row| {
        let lead = row.lead.as_ref().map_or("", |lead| &lead.name);
        query.matches(&format!("{} {} {} {lead}", row.number, row.measure.name, row.measure.unit))
    };
    let period = filters.get(PERIOD);
    let has_period = |row: &Row| period.is_none_or(|period| row.measure.period.word() == period);
    rows.iter().filter(|row| has_body(row) && has_period(row) && (query.is_empty() || says(row))).collect()
}

/// Puts rows into the order that the address asks for.
pub fn sort(rows: &mut [&Row], order: Sort) {
    let urgency = |row: &Row| row.evaluation.verdict.urgency();
    let ratio = |one: &Row, other: &Row, is_down: bool| match (ratio_of(one), ratio_of(other)) {
        (Some(one), Some(other)) if is_down => other.cmp(&one),
        (Some(one), Some(other)) => one.cmp(&other),
        // Without a figure there is nothing to compare: last in both directions.
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    let compare: &dyn Fn(&Row, &Row) -> Ordering = match order {
        Sort::Document => return,
        Sort::Urgency => &|one, other| urgency(one).cmp(&urgency(other)),
        Sort::UrgencyDown => &|one, other| urgency(other).cmp(&urgency(one)),
        Sort::Ratio => &|one, other| ratio(one, other, false),
        Sort::RatioDown => &|one, other| ratio(one, other, true),
        Sort::Name => &|one, other| compare_names(&one.measure.name, &other.measure.name),
        Sort::NameDown => &|one, other| compare_names(&other.measure.name, &one.measure.name),
        Sort::Lead => &compare_leads,
        Sort::LeadDown => &|one, other| compare_leads(other, one),
        Sort::Updated => &|one, other| one.updated.cmp(&other.updated),
        Sort::UpdatedDown => &|one, other| other.updated.cmp(&one.updated),
    };
    sort_by(rows, |one, other| compare(one, other));
}

/// By the name of the body that leads; last what nobody leads.
fn compare_leads(one: &Row, other: &Row) -> Ordering {
    match (&one.lead, &other.lead) {
        (Some(one), Some(other)) => compare_names(&one.name, &other.name).then_with(|| one.id.cmp(&other.id)),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

fn ratio_of(row: &Row) -> Option<crate::model::Decimal> {
    row.evaluation.percent_of_plan
}

/// The period that the head of the column names: the latest that figures reach.
pub fn period_of(rows: &[Row]) -> Option<Period> {
    rows.iter().filter_map(|row| row.evaluation.through).max_by_key(|period| period.calendar_end())
}
