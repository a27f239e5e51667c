//! The ways to a programme, for the first page and the library: the sample, a file, a blank page.

use leptos::prelude::*;

use crate::app::{Route, Session};
use crate::i18n::Message;
use crate::i18n::messages::{Data, FirstRun, Library};
use crate::model::{HeadEdit, SectionKind};
use crate::snapshot;
use crate::ui::actions::{read_file, refusal};

/// Opens the sample; where it cannot be fetched, `failure` says so.
pub async fn open_sample(session: Session, failure: RwSignal<Option<String>>) {
    failure.set(None);
    if session.open_sample().await {
        session.go(&Route::Outline { item: None });
    } else {
        failure.set(Some(FirstRun::SampleUnreachable.text(session.language.get_untracked()).into_owned()));
    }
}

/// Opens each file as a programme of its own. The first that cannot be read is named, and nothing is changed by it.
pub async fn open_files(session: Session, files: Vec<web_sys::File>, failure: RwSignal<Option<String>>) {
    failure.set(None);
    let language = session.language.get_untracked();
    for file in files {
        let name = file.name();
        let bytes = read_file(&file).await.unwrap_or_default();
        let opened = match snapshot::read_bytes(&bytes) {
            Ok(snapshot) => session.import_new(snapshot.document).map_err(|error| error.text(language).into_owned()),
            Err(findings) => {
                Err(findings.first().map(|finding| finding.text(language).into_owned()).unwrap_or_default())
            }
        };
        if let Err(words) = opened {
            let what = Data::CannotRead { name }.text(language);
            failure.set(Some(format!("{what}. {words}")));
            return;
        }
        session.go(&Route::Outline { item: None });
    }
}

/// Begins this year's programme with the four sections that such programmes have.
pub fn begin_blank(session: Session) {
    let language = session.language.get_untracked();
    let year = session.today.get_untracked().year();
    let head = vec![
        HeadEdit::Title(Library::NewTitle { year }.text(language).into_owned()),
        HeadEdit::FirstYear(year),
        HeadEdit::LastYear(year),
    ];
    let section = |kind, name: FirstRun| (kind, name.text(language).into_owned());
    let sections = vec![
        section(SectionKind::Tasks, FirstRun::SectionTasks),
        section(SectionKind::Indicators, FirstRun::SectionIndicators),
        section(SectionKind::Solutions, FirstRun::SectionSolutions),
        section(SectionKind::Implementation, FirstRun::SectionImplementation),
    ];
    match session.create(head, sections) {
        Ok(()) => session.go(&Route::Outline { item: None }),
        Err(error) => session.toast(refusal(&error).text(language), None),
    }
}
