//! What a chart says in words: its name for those who do not see it, and the reading of each period.

use rust_decimal::Decimal;

use super::Chart;
use crate::evaluate::CourseStep;
use crate::i18n::messages::Chart as Words;
use crate::i18n::{
    Language, Message, elapsed_name, format_number, period_name, period_name_with_year, with_unit as with_unit_of,
};
use crate::model::Period;

/// The sentence that names the picture: where it stands, how far behind, the target, the projection.
pub(super) fn summary(chart: &Chart, language: Language) -> String {
    let number = |value: Decimal| format_number(value, chart.decimals, language);
    let mut parts = Vec::with_capacity(4);
    match chart.last() {
        Some((_, step, value)) => {
            let elapsed = if chart.is_term() {
                Words::EndOf { period: chart.period_inside(step.period, language) }.text(language).into_owned()
            } else {
                elapsed_name(step.period, language)
            };
            parts.push(Words::SummaryValue {
                name: chart.name.clone(),
                elapsed,
                value: with_unit(chart, value, language),
            });
        }
        None => parts.push(Words::SummaryNoData { name: chart.name.clone() }),
    }
    if let Some((amount, _)) = chart.shortfall() {
        let amount = number(amount);
        let is_target = chart.pace_is_target();
        parts.push(if is_target { Words::SummaryShortOfTarget { amount } } else { Words::SummaryShort { amount } });
    }
    if !chart.target.is_empty() {
        parts.push(Words::SummaryTarget { target: chart.target.clone() });
    }
    if let Some(step) = chart.revised_at().and_then(|index| chart.steps.get(index)) {
        parts.push(Words::SummaryRevised { period: chart.period_inside(step.period, language) });
    }
    if let Some(step) = chart.steps.iter().find(|step| step.starts_anew) {
        parts.push(Words::SummaryBreak { period: chart.period_inside(step.period, language) });
    }
    if let Some(fan) = chart.projection {
        let (low, high) = (number(fan.low), number(fan.high));
        let is_year = !chart.is_term() && chart.steps.last().is_some_and(|step| step.period.last_month() == 12);
        parts.push(if is_year {
            Words::SummaryProjection { low, high }
        } else {
            Words::SummaryProjectionEnd { low, high }
        });
    }
    join(&parts, language) + "."
}

impl Chart {
    /// The name of a period, with its year where the axis has several.
    pub fn period_name(&self, period: Period, language: Language) -> String {
        if self.is_term() { period_name_with_year(period, language) } else { period_name(period, language) }
    }

    /// Where its scope changes, in words.
    pub fn break_words(&self, language: Language) -> Option<String> {
        let step = self.steps.iter().find(|step| step.starts_anew)?;
        let period = self.period_inside(step.period, language);
        Some(Words::SummaryBreak { period }.text(language).into_owned())
    }
}

/// One period in words: the name of the period, and what is known of it.
pub(super) fn reading(chart: &Chart, step: &CourseStep, language: Language) -> (String, String) {
    let number = |value: Decimal| format_number(value, chart.decimals, language);
    let mut facts = match step.value {
        Some(value) => with_unit(chart, value, language),
        None => Words::ReadMissing.text(language).into_owned(),
    };
    let mut more = Vec::new();
    if step.starts_anew {
        more.push(Words::Break);
    }
    if step.own != step.value {
        more.extend(step.own.map(|value| Words::ReadOwn { value: number(value) }));
    }
    if step.expected != step.line {
        more.extend(step.expected.map(|value| Words::ReadPace { value: chart.short_number(value, language) }));
    }
    if chart.with_last_year {
        more.extend(step.before.map(|value| Words::ReadLastYear { value: number(value) }));
    }
    if chart.revised_at().is_some() {
        more.extend(step.line.map(|value| Words::ReadTarget { value: chart.short_number(value, language) }));
    }
    if !more.is_empty() {
        facts.push_str("; ");
        facts.push_str(&join(&more, language));
    }
    (chart.period_name(step.period, language), facts)
}

fn with_unit(chart: &Chart, value: Decimal, language: Language) -> String {
    with_unit_of(&format_number(value, chart.decimals, language), &chart.unit, language)
}

fn join(parts: &[Words], language: Language) -> String {
    let parts: Vec<_> = parts.iter().map(|part| part.text(language)).collect();
    parts.join("; ")
}
