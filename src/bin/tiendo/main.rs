//! The command line: the same library without a browser. JSON goes to standard output, words to standard error.

mod arguments;
mod diff;
mod evaluate;
mod files;
mod import;
mod merge;
mod split;
mod standing;
mod validate;
mod versions;

use std::process::ExitCode;

use arguments::Arguments;
use tiendo::i18n::messages::CommandLine;
use tiendo::i18n::{Language, Message};
use tiendo::snapshot;

/// How a command ended. The exit status is a contract: 0 fine, 1 findings, 2 wrong usage.
enum Outcome {
    Fine,
    /// An invalid file, conflicts left, nothing extracted: already said.
    Findings,
}

/// The command could not be done as it was asked.
struct Misuse(CommandLine);

type Done = Result<Outcome, Misuse>;

/// A command, the options it takes (each with a value) and how many files.
struct Command {
    name: &'static str,
    options: &'static [&'static str],
    files: std::ops::RangeInclusive<usize>,
    run: fn(&Arguments, Language) -> Done,
}

const COMMANDS: &[Command] = &[
    Command { name: "schema", options: &["-o"], files: 0..=0, run: schema },
    Command { name: "validate", options: &[], files: 1..=usize::MAX, run: validate::run },
    Command { name: "import", options: &["--format", "-o"], files: 1..=1, run: import::run },
    Command { name: "diff", options: &[], files: 2..=2, run: diff::run },
    Command { name: "evaluate", options: &["--as-of", "--figures", "--format"], files: 1..=1, run: evaluate::run },
    Command { name: "merge", options: &["-o"], files: 1..=usize::MAX, run: merge::run },
    Command { name: "split", options: &["--body", "--as-of", "-o"], files: 1..=1, run: split::run },
    Command { name: "versions", options: &[], files: 1..=1, run: versions::run },
    Command { name: "sample", options: &["-o"], files: 0..=0, run: sample },
];

fn schema(arguments: &Arguments, _: Language) -> Done {
    files::put(arguments.option("-o"), &snapshot::schema())
}

fn sample(arguments: &Arguments, _: Language) -> Done {
    files::put(arguments.option("-o"), &snapshot::write(&tiendo::sample::sample()))
}

fn main() -> ExitCode {
    let language = language();
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    if matches!(name.as_str(), "help" | "-h" | "--help") {
        print!("{}", CommandLine::Help.text(language));
        return ExitCode::SUCCESS;
    }
    let done = match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => Arguments::parse(words, command.options, &command.files)
            .and_then(|arguments| (command.run)(&arguments, language)),
        None => {
            Err(Misuse(if name.is_empty() { CommandLine::NoCommand } else { CommandLine::UnknownCommand { name } }))
        }
    };
    match done {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Misuse(message)) => {
            eprintln!("tiendo: {}", message.text(language));
            ExitCode::from(2)
        }
    }
}

/// Words are Vietnamese where the system is, else English.
fn language() -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| {
        let value = std::env::var(name).ok()?;
        (!value.is_empty()).then_some(value)
    });
    match locale {
        Some(locale) if locale.starts_with("vi") => Language::Vietnamese,
        _ => Language::English,
    }
}
