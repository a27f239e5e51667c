//! Several measures edited together: chosen in the table, changed by one form in one step.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::rows::{EDITING, MODE, Row};
use super::{List, bulk_figures};
use crate::document::NodeId;
use crate::i18n::messages::{Editing, Indicators, Shell};
use crate::i18n::{Message, format_exact};
use crate::model::{Command, Edit, MeasureEdit, Target};
use crate::ui::actions::refusal;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::pages::indicator::edit::entry::{Field, Look, Refusal, complaint, entry, read_number, select};
use crate::ui::pages::indicator::edit::fields::Pick;
use crate::ui::words;

/// Begins and ends the choosing of rows.
pub(super) fn mode_button(list: List) -> AnyView {
    let press = move |_| list.set(MODE, if list.is_editing.get_untracked() { "" } else { EDITING });
    view! {
        <button class="button" aria-pressed=move || list.is_editing.get().to_string() on:click=press>
            {icon(Icon::Pencil)} {words(&Indicators::EditSeveral)}
        </button>
    }
    .into_any()
}

pub(super) fn choose_row(list: List, row: &Row) -> AnyView {
    let id = StoredValue::new(row.measure.id.clone());
    let is_chosen = move || list.chosen.with(|chosen| id.with_value(|id| chosen.contains(id)));
    let press = move |_| {
        list.chosen.update(|chosen| {
            let id = id.get_value();
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    };
    let name = row.measure.name.clone();
    let label = move || Indicators::Choose { name: name.clone() }.text(list.session.language.get()).into_owned();
    let content = move || {
        list.is_editing.get().then(|| {
            view! { <label><input type="checkbox" aria-label=label.clone() prop:checked=is_chosen on:change=press /></label> }
                .into_any()
        })
    };
    content.into_any()
}

/// Chooses every row that is shown, or none.
pub(super) fn choose_all(list: List) -> AnyView {
    let is_all = Memo::new(move |_| {
        list.chosen.with(|chosen| list.shown.with(|rows| rows.iter().all(|row| chosen.contains(&row.measure.id))))
    });
    let press = move |_| {
        let ids = list.shown.with_untracked(|rows| rows.iter().map(|row| row.measure.id.clone()).collect());
        list.chosen.set(if is_all.get_untracked() { BTreeSet::new() } else { ids });
    };
    let content = move || {
        list.is_editing.get().then(|| {
            view! { <label><input type="checkbox" aria-label=words(&Indicators::ChooseAll) prop:checked=is_all on:change=press /></label> }
                .into_any()
        })
    };
    content.into_any()
}

/// The chosen measures that are in sight.
pub(super) fn chosen(list: List) -> Vec<NodeId> {
    list.chosen.with(|chosen| {
        list.shown
            .with(|rows| rows.iter().map(|row| &row.measure.id).filter(|id| chosen.contains(*id)).cloned().collect())
    })
}

/// The form for the chosen ones.
pub(super) fn bulk(list: List) -> AnyView {
    (move || list.is_editing.get().then(|| form(list))).into_any()
}

/// What the form will write; empty texts leave things as they are.
#[derive(Clone, Copy)]
struct Wish {
    owner: RwSignal<String>,
    period: RwSignal<String>,
    weight: RwSignal<String>,
    tolerance: RwSignal<String>,
    refused: RwSignal<Option<String>>,
}

fn form(list: List) -> AnyView {
    let session = list.session;
    let text = || RwSignal::new(String::new());
    let wish = Wish { owner: text(), period: text(), weight: text(), tolerance: text(), refused: RwSignal::new(None) };
    let is_read_only = Memo::new(move |_| session.is_read_only());
    let count = Memo::new(move |_| chosen(list).len());
    let picker = move |id: &'static str, pick: Pick, to: RwSignal<String>| {
        let options = Memo::new(move |_| {
            let language = session.language.get();
            let unchanged = (String::new(), Indicators::Unchanged.text(language).into_owned());
            let all = session.programme.with(|programme| pick.options(programme, language));
            std::iter::once(unchanged).chain(all.into_iter().filter(|(value, _)| !value.is_empty())).collect::<Vec<_>>()
        });
        let value = Memo::new(move |_| to.get());
        let choose = Callback::new(move |value: String| to.set(value));
        select(id, &pick.label(), options, value, is_read_only, choose, ().into_any())
    };
    let number = move |id: &str, label: &dyn Message, hint: &dyn Message, to: RwSignal<String>| {
        let enter = Callback::new(move |typed: String| {
            let language = session.language.get_untracked();
            match read_number(&typed, language) {
                Ok(value) => {
                    to.set(value.map(|value| format_exact(value, language)).unwrap_or_default());
                    None
                }
                Err(refusal) => Some(refusal),
            }
        });
        let shown = Memo::new(move |_| to.get());
        let field = Field { id: id.to_owned(), look: Look::Number, shown, enter, is_read_only };
        entry(field, words(label).into_any(), words(hint).into_any())
    };
    let says = move || Indicators::Chosen { count: count.get() }.text(session.language.get()).into_owned();
    let apply = move || Indicators::ApplyTo { count: count.get() }.text(session.language.get()).into_owned();
    let is_idle = move || count.get() == 0 || is_read_only.get();
    let refused = move || {
        let refusal = Refusal { words: wish.refused.get()?, readings: None };
        Some(complaint(refusal, Callback::new(|_| ())))
    };
    view! {
        <section class="bulk-form" class:is-idle=is_idle aria-labelledby="bulk-title">
            <div class="section-heading">
                <h2 id="bulk-title" role="status">{says}</h2>
                <div class="section-actions">
                    <button class="icon-button" aria-label=words(&Shell::Close) on:click=move |_| list.set(MODE, "")>{icon(Icon::X)}</button>
                </div>
            </div>
            <div class="editor-fields">
                {picker("bulk-owner", Pick::Owner, wish.owner)}
                {picker("bulk-period", Pick::Period, wish.period)}
                {number("bulk-weight", &Editing::Weight, &Indicators::EmptyUnchanged, wish.weight)}
                {number("bulk-tolerance", &Indicators::Tolerance, &Indicators::ToleranceHint, wish.tolerance)}
            </div>
            {refused}
            <div class="page-actions">
                <button class="button is-primary is-small" disabled=is_idle on:click=move |_| write(list, wish)>{apply}</button>
            </div>
            {bulk_figures::steps(list)}
        </section>
    }
    .into_any()
}

/// Writes what the form asks for into all chosen measures, as one step.
fn write(list: List, wish: Wish) {
    let session = list.session;
    let language = session.language.get_untracked();
    let number = |from: RwSignal<String>| read_number(&from.get_untracked(), language).ok().flatten();
    let (weight, tolerance) = (number(wish.weight), number(wish.tolerance));
    let pick = |pick: Pick, from: RwSignal<String>| {
        let value = from.get_untracked();
        (!value.is_empty()).then(|| pick.edit(&value)).flatten()
    };
    let common: Vec<MeasureEdit> =
        [pick(Pick::Owner, wish.owner), pick(Pick::Period, wish.period), weight.map(MeasureEdit::Weight)]
            .into_iter()
            .flatten()
            .collect();
    let ids = untrack(|| chosen(list));
    let edits = session.programme.with_untracked(|programme| {
        let mut edits = Vec::new();
        for id in &ids {
            edits.extend(common.iter().map(|edit| Edit::Measure(id.clone(), edit.clone())));
            // Only a target of "about" has a tolerance.
            if let Some(tolerance) = tolerance
                && let Some(Target::About { value, .. }) = programme.measures().get(id.as_str()).map(|it| &it.target)
            {
                let target = Target::About { value: *value, tolerance: Some(tolerance) };
                edits.push(Edit::Measure(id.clone(), MeasureEdit::Target(target)));
            }
        }
        edits
    });
    let outcome = session.dispatch(Command::Edit(edits));
    wish.refused.set(outcome.as_ref().err().map(|error| refusal(error).text(language).into_owned()));
    if let Ok(done) = outcome {
        let message = match done.change {
            Some(_) => Indicators::Applied { count: ids.len() },
            None => Indicators::NothingToApply,
        };
        let undo = done.change.is_some().then_some(crate::app::ToastAction::Undo);
        session.toast(message.text(language), undo);
    }
}
