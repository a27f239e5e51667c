//! Names of people and bodies: lists that would be too long, and those that nobody gave.

use super::messages::{Indicator, Overview};
use super::{Language, Message};
use crate::document::Author;

/// The first names, and how many more there are: `A, B và 3 nơi khác`.
pub fn some_names(names: &[&str], most: usize, language: Language) -> String {
    let told = names.iter().take(most).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(most) {
        0 => told,
        count => Overview::AndOthers { names: told, count }.text(language).into_owned(),
    }
}

/// A person's or a body's name; `có người` where none was given.
pub fn name_or_somebody(name: &str, language: Language) -> String {
    if name.is_empty() { Indicator::Somebody.text(language).into_owned() } else { name.to_owned() }
}

/// Who wrote something: the person, or the body of one who gave no name.
pub fn author_name(author: Option<&Author>, language: Language) -> String {
    let name = author.map_or("", |author| if author.person.is_empty() { &author.body } else { &author.person });
    name_or_somebody(name, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_named_is_counted() {
        let names = ["A", "B", "C"];
        assert_eq!(some_names(&names, 3, Language::Vietnamese), "A, B, C");
        assert_eq!(some_names(&names, 2, Language::Vietnamese), "A, B và 1 nơi khác");
        assert_eq!(some_names(&[], 2, Language::Vietnamese), "");
    }
}
