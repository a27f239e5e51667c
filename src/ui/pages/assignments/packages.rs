//! Work packages: a file for one body with what it has to do, and one archive with those of all.

use leptos::prelude::*;

use crate::app::{Session, file_words, joined_name};
use crate::document::NodeId;
use crate::evaluate::standing;
use crate::i18n::Message;
use crate::i18n::messages::Reports;
use crate::snapshot::{bundle, package};
use crate::ui::actions::{download, download_bytes};

/// The package of one body.
pub(super) fn of_one(session: Session, body: &NodeId) {
    let day = session.as_of.get_untracked();
    let file = session.programme.with_untracked(|programme| {
        let body = programme.bodies().get(body.as_str())?;
        Some((body.short().to_owned(), package(programme, &body.id, day)?))
    });
    match file {
        Some((body, text)) => download(&name(session, &body, "tiendo.json"), "application/json", &text),
        None => tell(session, &Reports::NothingToPack),
    }
}

/// One archive with a package for each body that has something to do.
pub(super) fn of_all(session: Session) {
    let day = session.as_of.get_untracked();
    let files: Vec<(String, String)> = session.programme.with_untracked(|programme| {
        let bodies = standing(programme, day);
        let mut files: Vec<(String, String)> = Vec::new();
        for body in &bodies {
            let Some(text) = package(programme, &body.id, day) else { continue };
            // Names that are alike but for marks, or for their ends, are one in a file's name.
            let numbers = (2..).map(|number| format!("{} {number}", body.short()));
            let names = std::iter::once(body.short().to_owned()).chain(numbers);
            let mut names = names.map(|own| name(session, &own, "tiendo.json"));
            let is_free = |name: &String| files.iter().all(|(other, _)| other != name);
            files.extend(names.find(is_free).map(|name| (name, text)));
        }
        files
    });
    if files.is_empty() {
        return tell(session, &Reports::NothingToPack);
    }
    download_bytes(&name(session, "", "zip"), "application/zip", &bundle(&files));
    tell(session, &Reports::Packed { count: files.len() });
}

fn tell(session: Session, message: &dyn Message) {
    session.toast(message.text(session.language.get_untracked()), None);
}

/// What it is, of which programme, for which body, of which day.
fn name(session: Session, body: &str, end: &str) -> String {
    let programme = session.programme.with_untracked(|programme| file_words(programme.head().called()));
    let what = Reports::PackageName.text(session.language.get_untracked()).into_owned();
    joined_name([what, programme, file_words(body), session.as_of.get_untracked().to_string()], end)
}
