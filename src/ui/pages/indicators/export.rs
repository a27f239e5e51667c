//! The list as a file for spreadsheets: the rows that are shown, in their order.

use leptos::prelude::*;

use super::List;
use super::rows::Row;
use crate::charts::{plain_number, spreadsheet};
use crate::i18n::messages::Indicators;
use crate::i18n::{Language, Message, format_date, percent_words, period_name_with_year, reckoned_prose};
use crate::model::Decimal;
use crate::ui::actions::download;

pub(super) fn download_list(list: List) {
    let language = list.session.language.get_untracked();
    let text = list.shown.with_untracked(|rows| csv(rows, language));
    download("chi-tieu.csv", "text/csv;charset=utf-8", &text);
}

fn csv(rows: &[Row], language: Language) -> String {
    let head = [
        Indicators::Group,
        Indicators::Number,
        Indicators::Name,
        Indicators::Target,
        Indicators::UnitFull,
        Indicators::Measured,
        Indicators::Through,
        Indicators::PercentOfPlan,
        Indicators::ProjectionLow,
        Indicators::ProjectionHigh,
        Indicators::Verdict,
        Indicators::Lead,
        Indicators::Updated,
    ];
    let head = head.iter().map(|name| name.text(language).into_owned()).collect();
    let lines = rows.iter().map(|row| {
        let (measure, evaluation) = (&row.measure, &row.evaluation);
        let number = |value: Option<Decimal>| value.map_or_else(String::new, |value| plain_number(value, language));
        let range = evaluation.projection.as_ref();
        vec![
            row.group.title.clone(),
            row.number.clone(),
            measure.name.clone(),
            reckoned_prose(measure, evaluation, &measure.unit, language),
            measure.unit.clone(),
            number(evaluation.value.map(|value| value.round_dp(6).normalize())),
            evaluation.through.map(|period| period_name_with_year(period, language)).unwrap_or_default(),
            evaluation.percent_of_plan.map(|share| percent_words(share, language)).unwrap_or_default(),
            number(range.map(|range| range.low.round_dp(measure.decimals.into()))),
            number(range.map(|range| range.high.round_dp(measure.decimals.into()))),
            evaluation.verdict.text(language).into_owned(),
            row.lead.as_ref().map(|body| body.name.clone()).unwrap_or_default(),
            row.updated.map(|day| format_date(day, language)).unwrap_or_default(),
        ]
    });
    spreadsheet(std::iter::once(head).chain(lines), language)
}
