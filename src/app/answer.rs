//! What a body sends back: which package was opened here, and the file that answers it.

use leptos::prelude::*;

use super::library::Export;
use super::{BODY, PERSON, Route, Session, browser};
use crate::document::NodeId;
use crate::i18n::messages::{Bodies, Reports};
use crate::i18n::{Message, fold};
use crate::snapshot::{self, Scope};

impl Session {
    /// Where a programme that was just taken in opens. One that came as a package opens at the work of its body, and who opens
    /// it without having said where they work is taken to work there.
    pub fn opening(self, scope: Option<Scope>) -> Route {
        let body = scope.and_then(|scope| {
            self.programme.with_untracked(|programme| programme.bodies().get(scope.body.as_str()).cloned())
        });
        // A place may be that of a package that was deleted.
        self.remember(&self.package_key(), body.as_ref().map_or("", |body| body.id.as_str()));
        let Some(body) = body else { return Route::Outline { item: None } };
        if self.preferences.with_untracked(|it| it.get(BODY).is_none()) {
            self.remember(BODY, &body.name);
            self.toast(Bodies::IsMine { name: body.name.clone() }.text(self.language.get_untracked()), None);
        }
        Route::Body(Some(body.id.clone()))
    }

    /// The body whose package the open programme came as.
    pub fn package_body(self) -> Option<NodeId> {
        self.programme.track();
        self.preferences.with(|preferences| preferences.get(&self.package_key()).map(NodeId::from))
    }

    /// Of this copy alone: another one of the same programme on this device may be the whole.
    fn package_key(self) -> String {
        format!("package.{}", self.place().unwrap_or_default())
    }

    /// The open programme as a file to be sent on, whose name says who sends it and when.
    pub fn answer(self) -> Export {
        let body = untrack(|| self.package_body());
        let day = self.as_of.get_untracked();
        let own = |key| self.preferences.with_untracked(|it| it.get(key).map(str::to_owned));
        self.programme.with_untracked(|programme| {
            let text = match &body {
                Some(body) => snapshot::answer(programme, body, day),
                None => snapshot::write(programme.document()),
            };
            let sender = body
                .and_then(|id| programme.bodies().get(id.as_str()).cloned())
                .map(|body| if body.short_name.is_empty() { body.name.clone() } else { body.short_name.clone() });
            let sender = sender.or_else(|| own(BODY)).or_else(|| own(PERSON)).unwrap_or_default();
            let head = programme.head();
            let name = if head.number.is_empty() { &head.title } else { &head.number };
            let what = Reports::AnswerName.text(self.language.get_untracked()).into_owned();
            let at = browser::clock_time(browser::now()).replace(':', "");
            let parts = [what, file_words(&sender), file_words(name), format!("{}-{at}", browser::today())];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Export { file_name: format!("{}.tiendo.json", parts.join("_")), text }
        })
    }
}

/// In letters that every mail takes.
pub fn file_words(text: &str) -> String {
    const LONGEST: usize = 60;
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").chars().take(LONGEST).collect()
}
