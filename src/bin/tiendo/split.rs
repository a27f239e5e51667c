//! `tiendo split FILE --body ID -o OUT.json`: the part that one body fills in, which merges back.

use tiendo::i18n::messages::{CommandLine, Reports};
use tiendo::i18n::{Language, Message};
use tiendo::model::Programme;
use tiendo::snapshot;

use super::arguments::Arguments;
use super::evaluate::day_of;
use super::{Done, Misuse, Outcome, files};

pub fn run(arguments: &Arguments, language: Language) -> Done {
    let body = arguments.required("--body")?;
    let Some(snapshot) = files::snapshot(&arguments.files[0], language)? else { return Ok(Outcome::Findings) };
    let programme = Programme::read(snapshot.document);
    let day = day_of(arguments, &programme)?;
    let choices = || {
        let bodies = programme.bodies().iter().map(|body| format!("{} ({})", body.id, body.name));
        bodies.collect::<Vec<_>>().join(", ")
    };
    let Some(body) = programme.bodies().get(body) else {
        let misuse = CommandLine::BadOption { name: "--body".into(), value: body.into(), choices: choices() };
        return Err(Misuse(misuse));
    };
    if let Some(text) = snapshot::package(&programme, &body.id, day) {
        return files::put(arguments.option("-o"), &text);
    }
    eprintln!("{}: {}", body.name, Reports::NothingToPack.text(language));
    Ok(Outcome::Findings)
}
