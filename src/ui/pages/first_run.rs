//! The first page: what a person sees before any programme exists.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::begin::{open_files, open_sample};
use super::handed::{Handed, hand, is_document};
use super::library::{failed, lost};
use crate::app::{Route, use_session};
use crate::i18n::messages::{FirstRun, Shell};
use crate::i18n::{Language, Message};
use crate::ui::actions::{chosen_files, dropped_files};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::markup::Markup;
use crate::ui::components::picture::{document_becomes_targets, product_mark};
use crate::ui::components::status_mark::Status;
use crate::ui::words;

pub fn first_run() -> AnyView {
    let session = use_session();
    let is_over = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let input = NodeRef::<Input>::new();
    let read = move |document: Handed| {
        hand(document);
        session.go(&Route::Import);
    };
    let open = move |files: Vec<web_sys::File>| match files.iter().find(|file| is_document(&file.name())) {
        Some(document) => read(Handed::File(document.clone())),
        None => spawn_local(open_files(session, files, failure)),
    };
    let pasting = window_event_listener(leptos::ev::paste, move |event| {
        let Some(data) = event.clipboard_data() else { return };
        let text = |kind: &str| data.get_data(kind).ok().filter(|text| !text.trim().is_empty());
        if let Some(plain) = text("text/plain") {
            read(Handed::Text(plain, text("text/html")));
        }
    });
    on_cleanup(move || pasting.remove());
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let sample = move |_| spawn_local(open_sample(session, failure));
    let other =
        move || if session.language.get() == Language::Vietnamese { Language::English } else { Language::Vietnamese };
    view! {
        <div class="first-run">
            <main class="first-run-main" id="content">
                <p class="product">{product_mark()} {words(&Shell::Product)}</p>
                <header>
                    <h1 class="headline">{words(&FirstRun::Headline)}</h1>
                    <p class="headline-note">{words(&FirstRun::HeadlineNote)}</p>
                </header>
                {failed(failure)}
                {move || session.lost().map(|point| lost(session, point))}
                <section
                    class="drop-zone"
                    class:is-over=is_over
                    aria-labelledby="drop-title"
                    on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
                    on:dragleave=move |_| is_over.set(false)
                    on:drop=move |event| { event.prevent_default(); is_over.set(false); open(dropped_files(&event)); }
                >
                    <span class="drop-icon">{icon(Icon::FileUp)}</span>
                    <div>
                        <h2 id="drop-title">{words(&FirstRun::DropHere)}</h2>
                        <p>
                            {words(&FirstRun::DropNote)} " " <a href=Route::Import.href()>{words(&FirstRun::PasteText)}</a>
                            <span class="keys" aria-hidden="true"> <kbd>"Ctrl"</kbd><kbd>"V"</kbd></span>
                        </p>
                    </div>
                    <label class="button is-primary">
                        {words(&FirstRun::ChooseFile)}
                        <input
                            type="file" class="visually-hidden" accept=".docx,.txt,.md,.html,.htm,.json,.zip" node_ref=input
                            on:change=move |event| open(chosen_files(&event))
                        />
                    </label>
                </section>
                <ul class="start-options">
                    {option(Icon::Archive, &FirstRun::OpenFile, &FirstRun::OpenFileNote, choose)}
                    {option(Icon::Play, &FirstRun::OpenSample, &FirstRun::OpenSampleNote, sample)}
                    {option(Icon::Plus, &FirstRun::StartBlank, &FirstRun::StartBlankNote, move |_| session.go(&Route::Begin(None)))}
                    {option(Icon::Languages, &FirstRun::OtherLanguage, &FirstRun::OtherLanguageNote, move |_| session.set_language(other()))}
                </ul>
            </main>
            <aside class="first-run-side" inner_html=move || side(session.language.get())></aside>
        </div>
    }
    .into_any()
}

fn option(sign: Icon, name: &FirstRun, note: &FirstRun, act: impl Fn(web_sys::MouseEvent) + 'static) -> AnyView {
    view! {
        <li>
            <button on:click=act>
                {icon(sign)} <span><strong>{words(name)}</strong> <span>{words(note)}</span></span> {icon(Icon::ArrowRight)}
            </button>
        </li>
    }
    .into_any()
}

/// What is only looked at: the picture, and what becomes of what is typed here.
fn side(language: Language) -> String {
    let words = |message: FirstRun| message.text(language);
    let mut markup = Markup::default();
    let title = [words(FirstRun::PaperTitle), words(FirstRun::PaperTitleEnd)];
    let word = |status: Status| status.verdict().text(language).into_owned();
    document_becomes_targets(&mut markup, &words(FirstRun::Picture), title.each_ref().map(AsRef::as_ref), word);
    markup.element("ul", &[("class", "privacy-facts")], |markup| {
        let mut fact = |class, sign, fact| {
            markup.element("li", &[("class", class)], |markup| {
                markup.icon(sign);
                markup.words("span", &[], &words(fact));
            });
        };
        for kept in [FirstRun::PrivacyLocal, FirstRun::PrivacyNoServer, FirstRun::PrivacyFile] {
            fact("is-kept", Icon::Check, kept);
        }
        for care in [FirstRun::NoSecrets, FirstRun::SharedComputer] {
            fact("is-care", Icon::TriangleAlert, care);
        }
    });
    markup.into_string()
}
