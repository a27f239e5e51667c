//! The rules of the open programme that verdicts go by: where periods end, when figures are due, thresholds.

use leptos::prelude::*;

use crate::app::{Session, Stage, use_session};
use crate::i18n::messages::Settings;
use crate::i18n::{Doubt, Language, Message, Parsed, format_exact, parse_number};
use crate::model::{self, Arithmetic as _, Command, Decimal, Edit, HeadEdit, PeriodEdges};
use crate::ui::actions::refusal;
use crate::ui::words;

/// A rule that is a number: its name, what it may be, how it reads, and the edit that a typed one makes. Shares are shown
/// in percent.
struct Rule {
    name: Settings,
    hint: Settings,
    asks: Settings,
    read: fn(&model::Settings) -> Option<Decimal>,
    edit: fn(Option<Decimal>) -> Option<HeadEdit>,
}

const RULES: [Rule; 5] = [
    Rule {
        name: Settings::DueDays,
        hint: Settings::DueDaysHint,
        asks: Settings::AsksDays,
        read: |settings| Some(settings.due_days.into()),
        edit: |days| Some(HeadEdit::DueDays(whole(days?)?)),
    },
    Rule {
        name: Settings::DueSoonDays,
        hint: Settings::DueSoonDaysHint,
        asks: Settings::AsksDays,
        read: |settings| Some(settings.due_soon_days.into()),
        edit: |days| Some(HeadEdit::DueSoonDays(whole(days?)?)),
    },
    Rule {
        name: Settings::OffTrackShare,
        hint: Settings::OffTrackShareHint,
        asks: Settings::AsksPercent,
        read: |settings| Some(percent(settings.off_track_share)),
        edit: |percent| Some(HeadEdit::OffTrackShare(share(percent?)?)),
    },
    Rule {
        name: Settings::NearShare,
        hint: Settings::NearShareHint,
        asks: Settings::AsksPercent,
        read: |settings| settings.near_share.map(percent),
        edit: |percent| match percent {
            Some(percent) => Some(HeadEdit::NearShare(Some(share(percent)?))),
            None => Some(HeadEdit::NearShare(None)),
        },
    },
    Rule {
        name: Settings::AboutShare,
        hint: Settings::AboutShareHint,
        asks: Settings::AsksPercent,
        read: |settings| Some(percent(settings.about_share)),
        edit: |percent| Some(HeadEdit::AboutShare(share(percent?)?)),
    },
];

/// Nothing while no programme is open.
pub fn rules() -> AnyView {
    let session = use_session();
    (move || (session.stage.get() == Stage::Open).then(|| section(session))).into_any()
}

/// The fields of those that draw a line between verdicts, for the page of one indicator.
pub fn thresholds() -> Vec<AnyView> {
    let session = use_session();
    let draws_line =
        |rule: &Rule| matches!(rule.name, Settings::OffTrackShare | Settings::NearShare | Settings::AboutShare);
    RULES.into_iter().filter(draws_line).map(|rule| field(session, rule)).collect()
}

fn section(session: Session) -> AnyView {
    let edges: Vec<AnyView> = [PeriodEdges::Calendar, PeriodEdges::Statutory]
        .into_iter()
        .map(|edges| {
            let is_chosen =
                move || session.programme.with(|programme| programme.head().settings.edges == edges).to_string();
            let choose = move |_| drop(write(session, HeadEdit::Edges(edges)));
            let off = move || session.is_read_only();
            view! { <button aria-pressed=is_chosen disabled=off on:click=choose>{words(&edges)}</button> }.into_any()
        })
        .collect();
    let fields: Vec<AnyView> = RULES.into_iter().map(|rule| field(session, rule)).collect();
    view! {
        <section class="page-section" aria-labelledby="rules-title">
            <div class="section-heading"><h2 id="rules-title">{words(&Settings::ProgrammeSettings)}</h2></div>
            <p class="section-text">{words(&Settings::ProgrammeSettingsNote)}</p>
            <div class="field" role="group" aria-labelledby="edges-label">
                <span class="field-label" id="edges-label">{words(&Settings::PeriodEdges)}</span>
                <div class="segmented">{edges}</div>
            </div>
            <div class="field-pair is-level">{fields}</div>
        </section>
    }
    .into_any()
}

fn field(session: Session, rule: Rule) -> AnyView {
    let Rule { name, hint, asks, read, edit } = rule;
    let id = format!("rule-{name:?}");
    let error = RwSignal::new(None::<String>);
    let kept = move || {
        let language = session.language.get();
        let value = session.programme.with(|programme| read(&programme.head().settings));
        value.map(|value| format_exact(value.normalize(), language)).unwrap_or_default()
    };
    let keep = move |event| {
        let language = session.language.get_untracked();
        let asked = typed(&event_target_value(&event), language).and_then(edit);
        error.set(match asked {
            Some(edit) => write(session, edit).err(),
            None => Some(asks.text(language).into_owned()),
        });
    };
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let describes = format!("{hint_id} {error_id}");
    let message = move || {
        error
            .get()
            .map(|words| view! { <p class="field-error" id=error_id.clone() role="alert">{words}</p> }.into_any())
    };
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>{words(&name)}</label>
            <input
                class="input is-number" inputmode="decimal" autocomplete="off" id=id prop:value=kept
                disabled=move || session.is_read_only()
                aria-invalid=move || error.with(Option::is_some).to_string()
                aria-describedby=describes
                on:change=keep
            />
            <span class="field-hint" id=hint_id>{words(&hint)}</span>
            {message}
        </div>
    }
    .into_any()
}

/// An empty field is no number; `None`: what is typed cannot be read as one.
#[expect(clippy::option_option, reason = "nothing typed is not the same as nothing read")]
fn typed(text: &str, language: Language) -> Option<Option<Decimal>> {
    match parse_number(text, language) {
        Parsed::Exact(number) => Some(Some(number)),
        Parsed::Invalid(Doubt::Empty) => Some(None),
        _ => None,
    }
}

fn write(session: Session, edit: HeadEdit) -> Result<(), String> {
    let done = session.dispatch(Command::Edit(vec![Edit::Head(edit)]));
    done.map(drop).map_err(|error| refusal(&error).text(session.language.get_untracked()).into_owned())
}

fn whole(days: Decimal) -> Option<u32> {
    const MOST: u32 = 366;
    (0..=MOST).find(|whole| Decimal::from(*whole) == days)
}

fn percent(share: Decimal) -> Decimal {
    share.times(Decimal::ONE_HUNDRED).unwrap_or(share)
}

fn share(percent: Decimal) -> Option<Decimal> {
    (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent).then(|| percent.over(Decimal::ONE_HUNDRED)).flatten()
}
