//! `tiendo evaluate FILE`: how every measure stands at a day, and why.

use serde_json::{Value as Json, json};
use tiendo::charts::csv_line;
use tiendo::document::Timestamp;
use tiendo::evaluate::{Context, Evaluation, GrowthStatus, Rollup, Verdict, figures_since, judgements_in};
use tiendo::i18n::messages::CommandLine;
use tiendo::i18n::{Language, explain, target_prose};
use tiendo::model::{Date, Decimal, Measure, Programme};

use super::arguments::Arguments;
use super::standing::{Standings, as_text};
use super::{Done, Misuse, Outcome, files};

pub fn run(arguments: &Arguments, language: Language) -> Done {
    let format = match arguments.option("--format").unwrap_or("json") {
        "json" => as_json,
        "csv" => as_csv,
        "text" => as_text,
        other => return Err(bad_option("--format", other, "json, csv, text")),
    };
    let is_as_then = match arguments.option("--figures").unwrap_or("then") {
        "then" => true,
        "now" => false,
        other => return Err(bad_option("--figures", other, "then, now")),
    };
    let Some(snapshot) = files::snapshot(&arguments.files[0], language)? else { return Ok(Outcome::Findings) };
    let programme = Programme::read(snapshot.document);
    let day = day_of(arguments, &programme)?;
    // A day that is looked back to gives what it gave then, unless the figures of now are asked for.
    let is_looking_back = arguments.option("--as-of").is_some() && is_as_then;
    let known_by = if is_looking_back { end_of_day(day) } else { None };
    let context = Context { as_of: day, known_by, ..Context::of(&programme, day) };
    files::print(&format(&Standings::of(&programme, context), language))
}

/// The day of `--as-of`, or the programme's own, or today.
pub fn day_of(arguments: &Arguments, programme: &Programme) -> Result<Date, Misuse> {
    let as_of = arguments.option("--as-of").map(|text| text.parse::<Date>().map_err(|()| text)).transpose();
    let as_of = as_of.map_err(|text| bad_option("--as-of", text, "2025-09-30"))?;
    let missing = || Misuse(CommandLine::MissingOption { name: "--as-of".into() });
    as_of.or(programme.head().as_of).or_else(today).ok_or_else(missing)
}

fn bad_option(name: &str, value: &str, choices: &str) -> Misuse {
    Misuse(CommandLine::BadOption { name: name.into(), value: value.into(), choices: choices.into() })
}

/// The last moment of a day in Viet Nam.
fn end_of_day(day: Date) -> Option<Timestamp> {
    let days = day.days_since(Date::new(1970, 1, 1)?);
    Some(Timestamp(((days + 1) * 24 - 7) * 3_600_000 - 1))
}

/// The day in Viet Nam, where the programmes are from: no time zone is stored. `None` when the clock is astray.
fn today() -> Option<Date> {
    let now = time::OffsetDateTime::now_utc().checked_add(time::Duration::hours(7))?;
    Date::new(now.year(), now.month().into(), now.day())
}

fn as_json(standings: &Standings, language: Language) -> String {
    let measures: Vec<Json> = standings.measures().map(|one| describe(standings, one, language)).collect();
    let part = |(id, title, rollup): (&str, String, Rollup)| json!({"id": id, "title": title, "rollup": sums(&rollup)});
    let whole = json!({
        "programme": standings.programme.document().id(),
        "asOf": standings.context.as_of.to_string(),
        "laterFigures": standings.context.known_by.map(|_| figures_since(standings.programme, &standings.context)),
        "rollup": sums(&standings.rollup(&standings.programme.measures_in_order())),
        "parts": standings.parts().into_iter().map(part).collect::<Vec<_>>(),
        "bodies": standings.bodies().into_iter().map(part).collect::<Vec<_>>(),
        "measures": measures,
    });
    format!("{}\n", files::pretty(&whole))
}

fn number(value: Option<Decimal>) -> Option<String> {
    value.map(|value| value.normalize().to_string())
}

fn sums(rollup: &Rollup) -> Json {
    json!({
        "fulfilled": rollup.fulfilled,
        "total": rollup.total,
        "withFigures": rollup.with_figures,
        "overdue": rollup.overdue,
        "exceptions": rollup.exceptions(),
        "achievement": number(rollup.achievement),
    })
}

/// Numbers are text, as in the files; shares are 1 for the whole.
fn describe(standings: &Standings, (measure, evaluation): (&Measure, &Evaluation), language: Language) -> Json {
    let (programme, context) = (standings.programme, &standings.context);
    let why = explain(measure, evaluation, language);
    let judgements = judgements_in(programme, measure.id.as_str(), context);
    json!({
        "id": measure.id.as_str(),
        "name": measure.name,
        "unit": measure.unit,
        "target": target_prose(&evaluation.target, &measure.unit, language),
        "finish": number(evaluation.goal.map(|goal| goal.line)),
        "verdict": word(evaluation.verdict),
        "value": number(evaluation.value),
        "through": evaluation.through.map(|period| period.to_string()),
        "expected": number(evaluation.expected),
        "achievement": number(evaluation.achievement),
        "percentOfPlan": number(evaluation.percent_of_plan),
        "yearOnYear": number(evaluation.year_on_year.and_then(|year| year.ratio)),
        "projection": evaluation.projection.map(|range| json!({
            "low": number(Some(range.low)),
            "middle": number(Some(range.middle)),
            "high": number(Some(range.high)),
            "figures": range.figures,
            "periodsToCome": range.to_come,
        })),
        "neededPerPeriod": number(evaluation.needed.map(|needed| needed.per_period)),
        "growth": evaluation.growth.map(|growth| json!({
            "status": growth_word(growth.status),
            "progress": growth.progress,
            "score": growth.score,
        })),
        "overdue": evaluation.overdue.map(|period| period.to_string()),
        "previous": standings.previous(measure).map(|before| json!({
            "verdict": word(before.verdict),
            "value": number(before.value),
            "through": before.through.map(|period| period.to_string()),
        })),
        "judgement": judgements.first().map(|judgement| json!({
            "period": judgement.period.to_string(),
            "scale": judgement.scale,
            "text": judgement.text,
            "author": judgement.author,
        })),
        "trace": {
            "sentence": why.sentence,
            "rule": why.rule,
            "steps": why.reasons.iter().map(|reason| json!({"text": reason.text, "working": reason.working})).collect::<Vec<_>>(),
        },
    })
}

fn as_csv(standings: &Standings, language: Language) -> String {
    let mut out = String::new();
    let head = [
        "id",
        "name",
        "unit",
        "target",
        "verdict",
        "value",
        "through",
        "expected",
        "achievement",
        "low",
        "high",
        "why",
    ];
    csv_line(&mut out, head.into_iter(), ',');
    for (measure, evaluation) in standings.measures() {
        let number = |value| number(value).unwrap_or_default();
        let cells = [
            measure.id.to_string(),
            measure.name.clone(),
            measure.unit.clone(),
            target_prose(&evaluation.target, &measure.unit, language),
            word(evaluation.verdict).to_owned(),
            number(evaluation.value),
            evaluation.through.map(|period| period.to_string()).unwrap_or_default(),
            number(evaluation.expected),
            number(evaluation.achievement),
            number(evaluation.projection.map(|range| range.low)),
            number(evaluation.projection.map(|range| range.high)),
            explain(measure, evaluation, language).sentence,
        ];
        csv_line(&mut out, cells.iter().map(String::as_str), ',');
    }
    out
}

/// The stable word for a verdict, for tools.
fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exceeded => "exceeded",
        Verdict::Met => "met",
        Verdict::Near => "near",
        Verdict::Missed => "missed",
        Verdict::MetEarly => "met-early",
        Verdict::OnTrack => "on-track",
        Verdict::AtRisk => "at-risk",
        Verdict::OffTrack => "off-track",
        Verdict::NoData => "no-data",
        Verdict::NotDue => "not-due",
        Verdict::FigureOverdue => "figure-overdue",
        Verdict::NoBaseline => "no-baseline",
        Verdict::NeedsPerson => "needs-person",
        Verdict::ByPerson => "by-person",
    }
}

fn growth_word(status: GrowthStatus) -> &'static str {
    match status {
        GrowthStatus::TargetAchieved => "target-achieved",
        GrowthStatus::Substantial => "substantial",
        GrowthStatus::Moderate => "moderate",
        GrowthStatus::Limited => "limited",
        GrowthStatus::Deterioration => "deterioration",
        GrowthStatus::NotAvailable => "not-available",
    }
}
