//! How a measure stands in the few words of a cell or a line: its value, what changed, its twin, a roll-up.

use super::messages::{Indicator, Indicators, Overview, Shell, Standing};
use super::trace::decimals;
use super::{
    Language, Message, capital, format_date, format_number, period_name_inside, period_name_with_year_inside, with_unit,
};
use crate::document::sort_once;
use crate::evaluate::{Context, Contradiction, Evaluation, Rollup, Shift, Step, Verdict, figures_since};
use crate::model::{Decimal, Judgement, Measure, Period, Programme, ValueKind};

/// The value so far: a number with the digits that it is known by, a rank, a grade, yes or no, how a text begins, or what a
/// person says of it. `None`: no figure yet.
pub fn value_words(measure: &Measure, evaluation: &Evaluation, language: Language) -> Option<String> {
    if let Some(value) = evaluation.value {
        return Some(format_number(value, decimals(measure, evaluation), language));
    }
    evaluation.trace.steps.iter().find_map(|step| match step {
        Step::GradeSeen { grade, .. } => Some(grade.text(language).into_owned()),
        Step::DoneSeen { done, .. } => {
            let answer = if *done { Shell::Yes } else { Shell::No };
            Some(answer.text(language).into_owned())
        }
        // In a line there is room for how it begins.
        Step::WordsSeen { words, .. } => Some(beginning(words, 48)),
        Step::Judged { scale, .. } => Some(judged_words(*scale, language)),
        _ => None,
    })
}

/// A text of at most so many letters, with an ellipsis in the place of the rest.
pub fn beginning(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// A share as percent with one digit, without the sign: `68,9` for 0.6886.
pub fn percent_words(share: Decimal, language: Language) -> String {
    format_number(share.saturating_mul(Decimal::ONE_HUNDRED), 1, language)
}

/// The same with its sign.
pub fn share_words(share: Decimal, language: Language) -> String {
    with_unit(&percent_words(share, language), "%", language)
}

/// "Hết quý III, 36 trên 60 chỉ tiêu đạt hoặc đúng tiến độ; 11 chỉ tiêu cần xử lý.": the sentence that heads a programme.
pub fn headline_words(rollup: &Rollup, period: Option<Period>, language: Language) -> String {
    if rollup.total == 0 {
        return Indicators::Empty.text(language).into_owned();
    }
    let good = rollup.fulfilled + rollup.count(Verdict::OnTrack);
    let (total, exceptions) = (rollup.total, rollup.exceptions());
    let overdue = rollup.overdue;
    let sentence = if rollup.with_figures == 0 {
        Overview::HeadlineBlank { total, overdue }
    } else {
        Overview::Headline { good, total, exceptions, overdue }
    };
    let sentence = sentence.text(language).into_owned();
    match period {
        Some(period) => {
            let period = period_name_inside(period, language);
            Overview::AtEndOf { period, sentence }.text(language).into_owned()
        }
        None => capital(&sentence),
    }
}

/// "31/47 chỉ tiêu đạt và vượt; 43/47 có số liệu", or the weighted achievement where every measure has one.
pub fn rollup_words(rollup: &Rollup, language: Language) -> String {
    let (count, total) = (rollup.fulfilled, rollup.total);
    let mut parts = vec![Standing::Fulfilled { count, total }];
    parts.push(match rollup.achievement {
        Some(share) => Standing::Weighted { percent: share_words(share, language) },
        None => Standing::WithFigures { count: rollup.with_figures, total },
    });
    if rollup.overdue > 0 {
        parts.push(Standing::Overdue { count: rollup.overdue });
    }
    parts.iter().map(|part| part.text(language)).collect::<Vec<_>>().join("; ")
}

/// What became of a measure since the previous period; `None`: neither its verdict nor its value is another.
pub fn shift_words(measure: &Measure, before: &Evaluation, now: &Evaluation, language: Language) -> Option<String> {
    let verdict = |verdict: Verdict| verdict.text(language).into_owned();
    let (from, to) = (verdict(before.verdict), verdict(now.verdict));
    let shift = match Shift::between(before.verdict, now.verdict) {
        Shift::Better => Some(Standing::Better { from, to }),
        Shift::Worse => Some(Standing::Worse { from, to }),
        Shift::Other => Some(Standing::Other { from, to }),
        Shift::Same => None,
    };
    let value = |evaluation| value_words(measure, evaluation, language);
    // Two texts are not compared by how they begin.
    let moved =
        value(before).zip(value(now)).filter(|(before, now)| before != now && measure.value_kind != ValueKind::Text);
    // Pages look back as far as suits them: the period is named.
    let since = match before.through {
        None => Standing::PeriodAgo,
        Some(period) if now.through.is_some_and(|now| now.year() == period.year()) => {
            Standing::AtEnd { period: period_name_inside(period, language) }
        }
        Some(period) => Standing::AtEnd { period: period_name_with_year_inside(period, language) },
    };
    let moved = moved.map(|(from, to)| Standing::Moved { since: since.text(language).into_owned(), from, to });
    let parts: Vec<_> = shift.into_iter().chain(moved).map(|part| part.text(language)).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A step of a person's judgement, 1 to 5.
pub fn scale_words(scale: u8, language: Language) -> String {
    let words = match scale {
        ..=1 => Standing::Poor,
        2 => Standing::Weak,
        3 => Standing::Fair,
        4 => Standing::Good,
        _ => Standing::VeryGood,
    };
    words.text(language).into_owned()
}

/// The same with its number: `Khá (4/5)`.
pub fn judged_words(scale: u8, language: Language) -> String {
    format!("{} ({scale}/5)", scale_words(scale, language))
}

/// "Yếu (2/5). Quý sau cao hơn quý trước …"
pub fn judgement_words(judgement: &Judgement, language: Language) -> String {
    let scale = format!("{}.", judged_words(judgement.scale, language));
    if judgement.text.is_empty() { scale } else { format!("{scale} {}", judgement.text) }
}

/// Looking back: by when figures had to be written to count, how many came later, and what that cannot tell.
pub fn known_words(programme: &Programme, context: &Context, language: Language) -> String {
    let mut parts = vec![Standing::KnownBy { date: format_date(context.as_of, language) }];
    let count = figures_since(programme, context);
    if count > 0 {
        parts.push(Standing::LeftOut { count });
    }
    let mut writers: Vec<_> = programme.document().authors().map(|author| (&author.person, &author.body)).collect();
    sort_once(&mut writers);
    if writers.len() > 1 {
        parts.push(Standing::FromElsewhere);
    }
    parts.iter().map(|part| part.text(language)).collect::<Vec<_>>().join(" ")
}

/// That nothing can change the verdict any more; of a period that is judged apart, which one. `None`: it can.
pub fn final_words(evaluation: &Evaluation, language: Language) -> Option<String> {
    let apart = evaluation.trace.steps.iter().find_map(|step| match step {
        Step::Span { last, .. } if last.last_month() < 12 => Some(*last),
        _ => None,
    });
    let words = match apart {
        Some(period) => Overview::FinalOf { period: period_name_inside(period, language) },
        None => Overview::Final,
    };
    evaluation.verdict.is_final().then(|| words.text(language).into_owned())
}

/// Whether two statements of one fact agree.
pub fn twin_words(found: Option<Contradiction>, language: Language) -> String {
    let verdict = |verdict: Verdict| verdict.text(language).into_owned();
    let share = |share: Decimal| share_words(share, language);
    let words = match found {
        None => Indicator::TwinAgrees,
        Some(Contradiction::Verdicts(own, other)) => {
            Indicator::TwinVerdicts { own: verdict(own), other: verdict(other) }
        }
        Some(Contradiction::Achievements { one, other, .. }) => {
            Indicator::TwinShares { own: share(one), other: share(other) }
        }
    };
    words.text(language).into_owned()
}
