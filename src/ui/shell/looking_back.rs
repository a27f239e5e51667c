//! Says, while a day of the past is looked at, which figures count, and lets the later ones count too.

use leptos::prelude::*;

use super::bars::{bar, button};
use crate::app::{Session, Stage};
use crate::i18n::messages::Standing;
use crate::i18n::{Message, format_date, known_words};
use crate::ui::shown_page;

pub(super) fn looking_back(session: Session) -> AnyView {
    let page = shown_page();
    let words = Memo::new(move |_| {
        let day = session.chosen_day.get().filter(|day| *day < session.today.get())?;
        if page.get().is_without_day() || session.stage.get() == Stage::Closed {
            return None;
        }
        let language = session.language.get();
        if session.with_later_figures.get() {
            let date = format_date(day, language);
            return Some(Standing::CountedLater { date }.text(language).into_owned());
        }
        session
            .judged
            .with(|judged| session.programme.with(|programme| Some(known_words(programme, &judged.context, language))))
    });
    let content = move || {
        words.get().map(|words| {
            let is_later = session.with_later_figures.get();
            let name = if is_later { Standing::CountAsThen } else { Standing::CountLater };
            let told = bar(false, words, button(&name, move || session.with_later_figures.set(!is_later)));
            // On paper too.
            view! { <div class="looking-back">{told}</div> }
        })
    };
    content.into_any()
}
