//! How all measures stand in a few numbers and sentences: what the opening slide and the printed page say.

use std::sync::Arc;

use leptos::prelude::*;

use super::Deck;
use crate::evaluate::{Rollup, Shift, Verdict, evaluate_previous};
use crate::i18n::messages::{Leader, Standing};
use crate::i18n::{Language, Message, headline_words, period_name_inside, rollup_words};
use crate::model::{Period, PeriodLength};
use crate::ui::pages::indicators::rows::measures;

/// Names that are told of those that changed.
const NAMES: usize = 4;

#[derive(Clone, Debug, Default)]
pub(super) struct Summary {
    /// Counts of all measures, as the overview has them.
    pub measures: Rollup,
    /// Numbered indicators as the reports count them, each by its worst measure.
    pub indicators: Rollup,
    /// The last quarter that is over, and the one before.
    pub period: Option<Period>,
    pub before: Option<Period>,
    /// Whose verdict got better or worse since.
    pub better: Vec<(String, Verdict)>,
    pub worse: Vec<(String, Verdict)>,
}

/// Reckoned when the opening or the paper asks for it.
pub(super) fn summary(deck: Deck) -> Memo<Arc<Summary>> {
    let session = deck.session;
    Memo::new_with_compare(
        move |_| {
            let (day, today, before) = (session.as_of.get(), session.today.get(), deck.before.get());
            let judged = session.judged.get();
            let summary = session.programme.with(|programme| {
                let find = |id: &str| judged.get(id).map(Arc::as_ref);
                let indicators = Rollup::of_indicators(&programme.measures_in_order(), &find);
                deck.rows.with(|rows| {
                    let (mut better, mut worse) = (Vec::new(), Vec::new());
                    for row in rows.iter().filter(|_| before.is_some()) {
                        let (measure, now) = (&row.measure, row.evaluation.verdict);
                        let then = evaluate_previous(programme, measure, &judged.context, PeriodLength::Quarter);
                        match then.map(|then| Shift::between(then.verdict, now)) {
                            Some(Shift::Better) => better.push((measure.name.clone(), now)),
                            Some(Shift::Worse) => worse.push((measure.name.clone(), now)),
                            _ => {}
                        }
                    }
                    Summary {
                        measures: measures(rows.iter()),
                        indicators,
                        period: crate::app::AsOf::at(day, today, programme.head()).period,
                        before,
                        better,
                        worse,
                    }
                })
            });
            Arc::new(summary)
        },
        |_, _| true,
    )
}

impl Summary {
    /// The sentence that heads the overview too.
    pub fn headline(&self, language: Language) -> String {
        headline_words(&self.measures, self.period, language)
    }

    /// `Theo chỉ tiêu đánh số trong văn bản: 4/31 chỉ tiêu đạt và vượt; 22/31 có số liệu.`
    pub fn numbered(&self, language: Language) -> String {
        Standing::Numbered { words: rollup_words(&self.indicators, language) }.text(language).into_owned()
    }

    /// `So với quý II`, or why nothing is compared.
    pub fn since(&self, language: Language) -> String {
        let message = match self.before {
            Some(period) => Leader::Since { period: period_name_inside(period, language) },
            None => Leader::FirstPeriod,
        };
        message.text(language).into_owned()
    }

    /// What became worse, then what became better: how many, and which.
    pub fn shifts(&self, language: Language) -> Vec<(Shift, String, Vec<String>)> {
        let worse = (Shift::Worse, Leader::Worse { count: self.worse.len() }, &self.worse);
        let better = (Shift::Better, Leader::Better { count: self.better.len() }, &self.better);
        let told = [worse, better].into_iter().filter(|(_, _, list)| !list.is_empty()).map(|(shift, count, list)| {
            let became = |(name, verdict): &(String, Verdict)| {
                let (name, verdict) = (name.clone(), verdict.text(language).into_owned());
                Leader::Became { name, verdict }.text(language).into_owned()
            };
            let mut names: Vec<String> = list.iter().take(NAMES).map(became).collect();
            if let Some(count) = list.len().checked_sub(NAMES).filter(|count| *count > 0) {
                names.push(Leader::FurtherShifts { count }.text(language).into_owned());
            }
            (shift, count.text(language).into_owned(), names)
        });
        told.collect()
    }
}
