//! The ways to a programme, for the first page and the library: the sample, a file, a new one step by step.

mod form;

use leptos::prelude::*;

pub use self::form::begin;

use super::handed::programme_files;
use crate::app::{Route, Session};
use crate::i18n::Message;
use crate::i18n::messages::{Data, FirstRun};
use crate::snapshot;
use crate::ui::actions::read_file;

/// Opens the sample; where it cannot be fetched, `failure` says so.
pub async fn open_sample(session: Session, failure: RwSignal<Option<String>>) {
    failure.set(None);
    if session.open_sample().await {
        // What it is for is seen there first.
        session.go(&Route::Overview);
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
        let opened = match programme_files(name.clone(), bytes).as_deref() {
            Ok([(_, bytes)]) => match snapshot::read_bytes(bytes) {
                Ok(snapshot) => session
                    .import_new(snapshot.document)
                    .map(|()| session.opening())
                    .map_err(|error| error.text(language).into_owned()),
                Err(findings) => {
                    Err(findings.first().map(|finding| finding.text(language).into_owned()).unwrap_or_default())
                }
            },
            Ok(files) => Err(Data::SeveralInside { count: files.len() }.text(language).into_owned()),
            Err(why) => Err(why.text(language).into_owned()),
        };
        match opened {
            Ok(route) => session.go(&route),
            Err(words) => {
                let what = Data::CannotRead { name }.text(language);
                failure.set(Some(format!("{what}. {words}")));
                return;
            }
        }
    }
}
