//! How all stand: indicators by verdict and group, tasks and reports in numbers; in the annex every measure.

use leptos::prelude::*;

use super::table::{Cell, table};
use super::{Source, led};
use crate::evaluate::{BodyReports, Evaluation, ReportStanding, Step, TaskCounts, Verdict};
use crate::i18n::messages::{Report, Standing};
use crate::i18n::{Message, percent_words, reckoned_prose, rollup_words, value_words};
use crate::model::Direction;
use crate::ui::components::status_mark::Status;
use crate::ui::pages::indicators::rows::{self, Row};

pub(super) fn results(source: &Source) -> Vec<AnyView> {
    [Some(targets(source)), groups(source), Some(work(source)), reports(source)].into_iter().flatten().collect()
}

fn targets(source: &Source) -> AnyView {
    let measures = rows::measures(source.rows);
    let count = |status: Status| status.count(&measures);
    let indicators = rows::rollup(&source.rows.iter().collect::<Vec<_>>());
    let is_by_parts = is_by_parts(source);
    let parts = Report::ByParts { indicators: indicators.total, measures: measures.total };
    let counts = Report::Targets {
        is_by_parts,
        total: measures.total,
        good: measures.fulfilled,
        on_pace: count(Status::OnPace),
        behind: count(Status::AtRisk),
        missed: count(Status::Missed),
    };
    let by_person = measures.count(Verdict::ByPerson);
    let unknown = Report::Unknown { by_person, count: count(Status::NoData) - by_person };
    let mut told = vec![source.say(&counts), source.say(&unknown)];
    // By the numbered indicators it is told with the rest of them.
    if measures.overdue > 0 && !is_by_parts {
        told.push(source.say(&Report::FiguresOverdue { count: measures.overdue }));
    }
    if is_by_parts {
        told.insert(0, source.say(&parts));
        told.push(source.say(&Standing::Numbered { words: rollup_words(&indicators, source.language) }));
    }
    led(source.say(&Report::OnTargets), &told)
}

/// Some indicators have several measures, each judged by itself.
fn is_by_parts(source: &Source) -> bool {
    source.rows.chunk_by(|one, other| one.measure.place.parent == other.measure.place.parent).any(|it| it.len() > 1)
}

/// Counts by verdict of each group, and of all.
fn groups(source: &Source) -> Option<AnyView> {
    let names = Status::ALL.map(|status| status.name(source.language));
    let heads = [Report::ColumnNo, Report::ColumnGroup, Report::ColumnTotal].map(|head| source.say(&head));
    let heads: Vec<String> = heads.into_iter().chain(names).collect();
    let line = |number: String, title: Cell, rows: &[Row]| {
        let measures = rows::measures(rows);
        let counts = Status::ALL.map(|status| status.count(&measures));
        let shown = |count: usize| Cell::Count(source.say(&Report::Count { count }));
        let first = [Cell::Count(number), title, shown(rows.len())];
        first.into_iter().chain(counts.map(shown)).collect::<Vec<_>>()
    };
    let groups = source.rows.chunk_by(|one, other| one.group.id == other.group.id);
    let mut lines: Vec<_> = groups
        .enumerate()
        .map(|(index, rows)| line((index + 1).to_string(), Cell::Own(rows[0].group.title.clone()), rows))
        .collect();
    if lines.is_empty() {
        return None;
    }
    lines.push(line(String::new(), Cell::Sum(source.say(&Report::Sum)), source.rows));
    let title = Report::TableGroups { is_by_parts: is_by_parts(source) };
    Some(table(&source.captioned(&title), &heads, &lines))
}

fn work(source: &Source) -> AnyView {
    let counts = TaskCounts::of(source.programme, source.day);
    let first = source.say(&Report::OnTasks);
    if counts.total() == 0 {
        return led(first, &[source.say(&Report::NoTasks)]);
    }
    let told = Report::Tasks {
        total: counts.total(),
        done: counts.done_on_time + counts.done_late,
        done_late: counts.done_late,
        on_time: counts.open_on_time,
        soon: counts.due_soon,
        days: source.programme.head().settings.due_soon_days,
    };
    let left = Report::TasksLeft { overdue: counts.open_overdue, without_deadline: counts.without_deadline };
    led(first, &[source.say(&told), source.say(&left)])
}

/// Short names of the bodies that owe a report whose day is over.
fn missing_reports<'a>(source: &Source<'a>) -> Vec<&'a str> {
    let is_behind = |of: &&BodyReports| of.marks.iter().any(|mark| mark.standing == ReportStanding::Missing);
    source.reports.values().filter(is_behind).map(|of| of.body.short()).collect()
}

/// How many of the reports that were due have come. `None`: no body has to report.
fn reports(source: &Source) -> Option<AnyView> {
    // What came before its day is over says nothing of those that were due.
    let marks = || source.reports.values().flat_map(|of| &of.marks).filter(|mark| mark.due < source.day);
    let count = |standing| marks().filter(|mark| mark.standing == standing).count();
    let (late, missing) = (count(ReportStanding::Late), count(ReportStanding::Missing));
    let sent = count(ReportStanding::Received) + late;
    if sent + missing == 0 {
        return None;
    }
    let bodies = missing_reports(source).len();
    let told = Report::Reports { date: source.date(), sent, total: sent + missing, late };
    let left = Report::ReportsMissing { missing, bodies };
    Some(led(source.say(&Report::OnReports), &[source.say(&told), source.say(&left)]))
}

/// Every measure with its target, what was reached, and the verdict.
pub(super) fn annex(source: &Source) -> Option<AnyView> {
    let heads = [
        Report::ColumnNumber,
        Report::ColumnName,
        Report::ColumnUnit,
        Report::ColumnPlan,
        source.column_done(),
        Report::ColumnShare,
        Report::ColumnVerdict,
    ]
    .map(|head| source.say(&head));
    let mut lines = Vec::new();
    for rows in source.rows.chunk_by(|one, other| one.group.id == other.group.id) {
        lines.push(vec![Cell::Group(rows[0].group.title.clone())]);
        lines.extend(rows.iter().map(|row| {
            let [plan, done, share, verdict] = stand(source, row);
            let (name, unit) = (row.measure.name.clone(), row.measure.unit.clone());
            vec![Cell::Count(row.number.clone()), Cell::Own(name), Cell::Own(unit), plan, done, share, verdict]
        }));
    }
    let caption = source.say(&Report::Annex { is_by_parts: is_by_parts(source), count: source.rows.len() });
    (!lines.is_empty()).then(|| table(&caption, &heads, &lines))
}

/// Whether the value rests on a figure that is not final.
fn is_estimate(evaluation: &Evaluation) -> bool {
    let is_estimate =
        |step: &Step| matches!(step, Step::Figures { figures, .. } if figures.iter().any(|it| it.is_estimate));
    evaluation.trace.steps.iter().any(is_estimate)
}

/// A measure's target, its value, the share of the target, and the verdict.
pub(super) fn stand(source: &Source, row: &Row) -> [Cell; 4] {
    let (measure, evaluation, language) = (&*row.measure, &*row.evaluation, source.language);
    let mut value = value_words(measure, evaluation, language).unwrap_or_default();
    if is_estimate(evaluation) {
        value = source.say(&Report::Estimated { value });
    }
    // Of a ceiling little is good: a share would read as what is lacking.
    let is_ceiling = evaluation.goal.is_some_and(|goal| goal.direction == Direction::Lower);
    let share = evaluation
        .percent_of_plan
        .filter(|_| !is_ceiling)
        .map(|share| percent_words(share, language))
        .unwrap_or_default();
    let verdict = evaluation.verdict.text(language).into_owned();
    [
        Cell::Words(reckoned_prose(measure, evaluation, "", language)),
        // Words may wrap.
        if evaluation.value.is_some() { Cell::Number(value) } else { Cell::Words(value) },
        Cell::Number(share),
        Cell::Verdict(row.status(), verdict),
    ]
}
