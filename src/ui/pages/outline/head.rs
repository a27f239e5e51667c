//! What stands above and below the programme's text, written in place: number, place, date, issuer, bases, signature.

use leptos::html::Button;
use leptos::prelude::*;

use super::state::Page;
use super::text_field::{Kept, TextField, text_field};
use crate::i18n::messages::Outline;
use crate::i18n::{Language, format_date, parse_date};
use crate::model::{Command, Edit, Head, HeadEdit};
use crate::ui::actions::perform;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

const PANEL: &str = "head-panel";

/// A text of the head: its name, the lines it shows at least, how it is read and what writing it means.
struct Part {
    label: Outline,
    rows: u8,
    read: fn(&Head, Language) -> String,
    /// `None`: it cannot be read; only the date can be wrong.
    write: fn(&Head, String) -> Option<HeadEdit>,
}

const PARTS: &[Part] = &[
    Part {
        label: Outline::HeadParentIssuer,
        rows: 1,
        read: |head, _| head.parent_issuer.clone(),
        write: |_, text| Some(HeadEdit::ParentIssuer(text)),
    },
    Part {
        label: Outline::HeadIssuer,
        rows: 1,
        read: |head, _| head.issuer.clone(),
        write: |_, text| Some(HeadEdit::Issuer(text)),
    },
    Part {
        label: Outline::HeadNumber,
        rows: 1,
        read: |head, _| head.number.clone(),
        write: |_, text| Some(HeadEdit::Number(text)),
    },
    Part {
        label: Outline::HeadPlace,
        rows: 1,
        read: |head, _| head.place.clone(),
        write: |_, text| Some(HeadEdit::Place(text)),
    },
    Part {
        label: Outline::HeadDate,
        rows: 1,
        read: |head, language| head.date.map(|date| format_date(date, language)).unwrap_or_default(),
        write: |head, text| {
            let date = parse_date(&text, head.first_year);
            (text.is_empty() || date.is_some()).then_some(HeadEdit::Date(date))
        },
    },
    Part {
        label: Outline::HeadTitle,
        rows: 2,
        read: |head, _| head.title.clone(),
        write: |_, text| Some(HeadEdit::Title(text)),
    },
    Part {
        label: Outline::HeadBases,
        rows: 3,
        read: |head, _| head.legal_bases.join("\n"),
        write: |_, text| Some(HeadEdit::LegalBases(lines(&text))),
    },
    Part {
        label: Outline::HeadPreamble,
        rows: 2,
        read: |head, _| head.preamble.clone(),
        write: |_, text| Some(HeadEdit::Preamble(text)),
    },
    Part {
        label: Outline::HeadRecipients,
        rows: 3,
        read: |head, _| head.recipients.join("\n"),
        write: |_, text| Some(HeadEdit::Recipients(lines(&text))),
    },
    Part {
        label: Outline::HeadAuthority,
        rows: 1,
        read: |head, _| head.signatory.authority.clone(),
        write: |_, text| Some(HeadEdit::SignatoryAuthority(text)),
    },
    Part {
        label: Outline::HeadSignatoryTitle,
        rows: 1,
        read: |head, _| head.signatory.title.clone(),
        write: |_, text| Some(HeadEdit::SignatoryTitle(text)),
    },
    Part {
        label: Outline::HeadSignatory,
        rows: 1,
        read: |head, _| head.signatory.name.clone(),
        write: |_, text| Some(HeadEdit::SignatoryName(text)),
    },
];

/// The button that opens the fields, and the fields while they are open.
pub fn head(page: Page) -> AnyView {
    let is_open = RwSignal::new(false);
    let button = NodeRef::<Button>::new();
    let fields = move || {
        is_open.get().then(|| {
            let fields: Vec<AnyView> = PARTS.iter().map(|part| field(page, part, is_open, button)).collect();
            view! { <section class="head-fields" id=PANEL aria-label=words(&Outline::HeadFields)>{fields}</section> }
                .into_any()
        })
    };
    view! {
        <div class="document-head">
            <button
                class="button is-quiet is-small" node_ref=button aria-expanded=move || is_open.get().to_string() aria-controls=PANEL
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {icon(Icon::FileText)}{words(&Outline::HeadFields)}
            </button>
            {super::issued::link(page)}
            {fields}
        </div>
    }
    .into_any()
}

fn field(page: Page, part: &'static Part, is_open: RwSignal<bool>, button: NodeRef<Button>) -> AnyView {
    let session = page.session();
    let value = Memo::new(move |_| {
        let language = session.language.get();
        session.programme.with(|programme| (part.read)(programme.head(), language))
    });
    text_field(TextField {
        page,
        label: part.label.clone(),
        rows: part.rows,
        value,
        keep: Box::new(move |text| {
            let edit = session.programme.with_untracked(|programme| (part.write)(programme.head(), text));
            let Some(edit) = edit else { return Kept::Unread(Outline::DateUnread) };
            match perform(session, Command::Edit(vec![Edit::Head(edit)])) {
                Some(_) => Kept::Yes,
                None => Kept::No,
            }
        }),
        leave: Box::new(move || {
            is_open.set(false);
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }),
    })
}

/// Each line is one; empty ones are none.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
