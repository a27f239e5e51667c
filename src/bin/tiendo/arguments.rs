//! The words after a command: files and options.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use tiendo::i18n::messages::CommandLine;

use super::Misuse;

#[derive(Debug, Default)]
pub struct Arguments {
    pub files: Vec<String>,
    options: BTreeMap<&'static str, String>,
}

impl Arguments {
    /// Takes `known` options in any place, each with a value (`-o OUT`, `--format=csv`). After `--` all are files.
    pub fn parse(
        words: impl Iterator<Item = String>,
        known: &[&'static str],
        files: &RangeInclusive<usize>,
    ) -> Result<Self, Misuse> {
        let mut parsed = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            if word == "--" {
                parsed.files.extend(words.by_ref());
            } else if word == "-" || !word.starts_with('-') {
                parsed.files.push(word);
            } else {
                let (name, value) = match word.split_once('=') {
                    Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                    None => (word, None),
                };
                let Some(option) = known.iter().find(|option| **option == name) else {
                    return Err(Misuse(CommandLine::UnknownOption { name }));
                };
                let Some(value) = value.or_else(|| words.next()) else {
                    return Err(Misuse(CommandLine::OptionWithoutValue { name }));
                };
                if parsed.options.insert(option, value).is_some() {
                    return Err(Misuse(CommandLine::OptionTwice { name }));
                }
            }
        }
        if parsed.files.len() < *files.start() {
            return Err(Misuse(CommandLine::TooFewFiles { count: *files.start() }));
        }
        if let Some(extra) = parsed.files.get(*files.end()) {
            return Err(Misuse(CommandLine::TooManyFiles { name: extra.clone() }));
        }
        Ok(parsed)
    }

    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.get(name).map(String::as_str)
    }

    pub fn required(&self, name: &'static str) -> Result<&str, Misuse> {
        self.option(name).ok_or_else(|| Misuse(CommandLine::MissingOption { name: name.to_owned() }))
    }
}
