//! What a body sends back: which package was opened here, and the file that answers it.

use leptos::prelude::*;

use super::library::Export;
use super::{BODY, PERSON, Route, Session, browser};
use crate::document::NodeId;
use crate::i18n::messages::{Bodies, Reports};
use crate::i18n::{Message, fold};
use crate::snapshot;

impl Session {
    /// Where a programme that was just taken in opens. One that came as a package opens at the work of its body, and who opens
    /// it without having said where they work is taken to work there.
    pub fn opening(self) -> Route {
        let body = untrack(|| self.package_body())
            .and_then(|id| self.programme.with_untracked(|it| it.bodies().get(id.as_str()).cloned()));
        let Some(body) = body else { return Route::Outline { item: None } };
        if self.preferences.with_untracked(|it| it.get(BODY).is_none()) {
            self.remember(BODY, &body.name);
            self.toast(Bodies::IsMine { name: body.name.clone() }.text(self.language.get_untracked()), None);
        }
        Route::Body(Some(body.id.clone()))
    }

    /// The body whose package the open programme came as.
    pub fn package_body(self) -> Option<NodeId> {
        self.programme.with(|programme| programme.document().scope().map(|scope| scope.holder.clone()))
    }

    /// The open programme as a file to be sent on, whose name says who sends it and when.
    pub fn answer(self) -> Export {
        let body = untrack(|| self.package_body());
        let own = |key| self.preferences.with_untracked(|it| it.get(key).map(str::to_owned));
        self.programme.with_untracked(|programme| {
            let sender =
                body.and_then(|id| programme.bodies().get(id.as_str()).cloned()).map(|body| body.short().to_owned());
            let sender = sender.or_else(|| own(BODY)).or_else(|| own(PERSON)).unwrap_or_default();
            let what = Reports::AnswerName.text(self.language.get_untracked()).into_owned();
            let at = browser::clock_time(browser::now()).replace(':', "");
            let parts = [
                what,
                file_words(&sender),
                file_words(programme.head().called()),
                format!("{}-{at}", browser::today()),
            ];
            Export { file_name: joined_name(parts, "tiendo.json"), text: snapshot::write(programme.document()) }
        })
    }
}

/// The name of a file that says several things; what is empty is not said.
pub fn joined_name<const N: usize>(parts: [String; N], end: &str) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}.{end}", parts.join("_"))
}

/// In letters that every mail takes.
pub fn file_words(text: &str) -> String {
    plain_words(&fold(text), 60)
}

/// In signs that every system takes.
pub(super) fn plain_words(text: &str, longest: usize) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").chars().take(longest).collect()
}
