//! What the person chose on this machine: language, theme, name. Kept in the preferences, applied to the page.

use leptos::prelude::*;

use super::{Session, browser};
use crate::document::Author;
use crate::i18n::{Language, show_seams};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Names of preferences.
pub(super) const LANGUAGE: &str = "language";
pub(super) const THEME: &str = "theme";
pub const PERSON: &str = "person";
pub const BODY: &str = "body";
pub(super) const OPEN: &str = "open";
const SINGLE_KEYS: &str = "single-keys";
const CONTRAST: &str = "contrast";
const TEXT_SIZE: &str = "text-size";
/// No screen offers it: tests look for texts that are not translated.
const SEAMS: &str = "seams";

impl Session {
    /// Who writes: the person's own claims, and this session's actor.
    pub fn author(self) -> Author {
        let (person, body) = self.preferences.with_untracked(|preferences| {
            let get = |name| preferences.get(name).unwrap_or_default().to_owned();
            (get(PERSON), get(BODY))
        });
        Author { actor: self.desk.with_value(|desk| desk.actor.clone()), person, body }
    }

    pub fn set_language(self, language: Language) {
        self.language.set(language);
        self.remember(LANGUAGE, language.tag());
        self.show_choices();
    }

    pub fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
        self.remember(THEME, theme.word());
        self.show_choices();
    }

    pub fn set_person(self, person: &str, body: &str) {
        self.remember(PERSON, person.trim());
        self.remember(BODY, body.trim());
    }

    /// Whether keys of one letter do something; some people's voice or hand presses them by accident.
    pub fn has_single_keys(self) -> bool {
        self.preferences.with(|preferences| preferences.get(SINGLE_KEYS).is_none())
    }

    pub fn set_single_keys(self, on: bool) {
        self.remember(SINGLE_KEYS, if on { "" } else { "off" });
        self.show_choices();
    }

    /// Whether the person asked for high contrast; the system may ask for it too.
    pub fn has_contrast(self) -> bool {
        self.preferences.with(|preferences| preferences.get(CONTRAST).is_some())
    }

    pub fn set_contrast(self, on: bool) {
        self.remember(CONTRAST, if on { "more" } else { "" });
        self.show_choices();
    }

    /// The size of all text: nothing for the usual one, `large`, `largest`.
    pub fn text_size(self) -> String {
        self.preferences.with(|preferences| preferences.get(TEXT_SIZE).unwrap_or_default().to_owned())
    }

    pub fn set_text_size(self, size: &str) {
        self.remember(TEXT_SIZE, size);
        self.show_choices();
    }

    /// Keeps a choice on this machine; an empty text forgets it.
    pub fn remember(self, name: &str, text: &str) {
        if self.preferences.with_untracked(|preferences| preferences.get(name).unwrap_or_default() == text) {
            return;
        }
        self.preferences.update(|preferences| preferences.set(name, text));
        self.desk.with_value(|desk| {
            // Another tab may have kept other choices meanwhile. One that cannot be kept holds until the page closes.
            if let Ok(mut stored) = desk.space.preferences() {
                stored.set(name, text);
                let _ = desk.space.set_preferences(&stored);
            }
        });
    }

    pub(super) fn show_choices(self) {
        browser::set_root_attribute("lang", self.language.get_untracked().tag());
        browser::set_root_attribute("data-theme", self.theme.get_untracked().word());
        self.preferences.with_untracked(|preferences| {
            let get = |name| preferences.get(name).unwrap_or_default();
            browser::set_root_attribute("data-single-keys", get(SINGLE_KEYS));
            browser::set_root_attribute("data-text-size", get(TEXT_SIZE));
            browser::set_contrast(get(CONTRAST));
            if !get(SEAMS).is_empty() {
                show_seams();
            }
        });
    }
}

impl Theme {
    /// The value of `data-theme`; nothing for the system's own.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(super) fn read(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}
