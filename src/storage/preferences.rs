//! What this machine remembers of the person's choices: language, theme, name. Never part of a programme or a file.

use crate::document::SortedMap;

/// Words by name. A name that this version does not know is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences(SortedMap<String, String>);

impl Preferences {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(&plain(name)).map(String::as_str)
    }

    /// An empty text forgets the name.
    pub fn set(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            self.0.remove(&plain(name));
        } else {
            self.0.insert(plain(name), text.to_owned());
        }
    }

    pub fn to_text(&self) -> String {
        self.0
            .iter()
            .fold(String::new(), |lines, (name, text)| lines + name + "=" + &text.replace(['\n', '\r'], " ") + "\n")
    }

    pub fn read(text: &str) -> Self {
        let mut words = SortedMap::new();
        for (name, text) in text.lines().filter_map(|line| line.split_once('=')) {
            words.insert(name.to_owned(), text.to_owned());
        }
        Self(words)
    }
}

/// A name can hold a document's id, which comes from a file.
fn plain(name: &str) -> String {
    name.replace(['=', '\n', '\r'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_as_text() {
        let mut preferences = Preferences::default();
        preferences.set("person", "Nguyễn = An\nB");
        preferences.set("exported.a=b\nc", "1");
        preferences.set("theme", "dark");
        preferences.set("theme", "");
        let read = Preferences::read(&(preferences.to_text() + "later=1\nnonsense"));
        assert_eq!((read.get("person"), read.get("theme")), (Some("Nguyễn = An B"), None));
        assert_eq!(read.get("exported.a=b\nc"), Some("1"));
        assert!(read.to_text().contains("later=1"));
    }
}
