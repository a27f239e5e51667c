//! What stands under a row while its cells wait: the question about a number, a refusal, a block to accept, a reason.

use leptos::prelude::*;

use super::block::Filling;
use super::columns::Column;
use super::grid::{Ask, Grid, Pending};
use super::sheet::Sheet;
use crate::i18n::messages::Figures;
use crate::i18n::{Language, Message, Typed, format_exact};
use crate::model::FigureState;
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

/// The message under a row, if it has one.
pub fn message(grid: &Grid, sheet: &Sheet, row: usize, language: Language) -> Option<AnyView> {
    let pending = grid.pending.get();
    let content = match pending.filter(|pending| pending.cells.last().is_some_and(|filling| filling.at.0 == row)) {
        Some(pending) if pending.asks == Ask::Sure => sure(grid, &pending),
        Some(pending) if pending.asks == Ask::Paste => paste(grid),
        Some(pending) if pending.asks != Ask::Nothing => reason(grid, pending.asks),
        Some(pending) => match &pending.refusal {
            Some(refusal) => refused(refusal.clone()),
            None if pending.is_block => block(grid, sheet, &pending, language),
            None => single(grid, sheet, pending.cells.last()?, language)?,
        },
        None => half(grid, row).or_else(|| returned(sheet, row, language))?,
    };
    let columns = sheet.columns.len() + 1;
    Some(view! { <tr><td class="is-message" colspan=columns>{content}</td></tr> }.into_any())
}

impl Grid {
    /// The id of the message that an invalid cell is described by.
    pub fn message_id(self) -> String {
        format!("{}-message", self.name())
    }
}

fn refused(refusal: String) -> AnyView {
    view! {
        <div class="grid-message" role="alert">{status_mark(Status::Missed)}<span>{refusal}</span></div>
    }
    .into_any()
}

fn single(grid: &Grid, sheet: &Sheet, filling: &Filling, language: Language) -> Option<AnyView> {
    let content = match &filling.typed {
        Typed::Ambiguous { .. } => question(grid, sheet, None, filling, language),
        Typed::Misread(misread) => {
            view! { <span><strong>{filling.text.clone()}</strong>" "{misread.text(language)}</span> }.into_any()
        }
        _ => return None,
    };
    let rule = filling.is_ambiguous().then(|| {
        view! {
            <span>{words(&Figures::SeparatorRule)}</span>
            <ul class="key-hints"><li><kbd>"Tab"</kbd><kbd>"Enter"</kbd>" "{words(&Figures::HintAnswer)}</li></ul>
        }
    });
    Some(
        view! {
            <div class="grid-message" id=grid.message_id() role="alert">
                {status_mark(Status::Missed)}{content}{rule}
            </div>
        }
        .into_any(),
    )
}

/// “11.45 chưa rõ. Ý bạn là [11.450] [11,45]”, without a reading that the measure does not take.
fn question(grid: &Grid, sheet: &Sheet, index: Option<usize>, filling: &Filling, language: Language) -> AnyView {
    let Typed::Ambiguous { thousands, decimal, .. } = filling.typed else { return ().into_any() };
    let admits = |value| {
        let measure = sheet.rows.get(filling.at.0).map(|row| &row.measure);
        sheet.columns.get(filling.at.1) != Some(&Column::Value) || measure.is_none_or(|it| it.admits(value))
    };
    let is_offered = |value| admits(value) || !admits(thousands) && !admits(decimal);
    let offer = |first, value| is_offered(value).then(|| choice(grid, index, first, format_exact(value, language)));
    let title = Figures::DoubtTitle { typed: filling.text.clone() }.text(language).into_owned();
    view! {
        <span><strong>{title}</strong>" "{words(&Figures::DoubtQuestion)}</span>
        {offer(true, thousands)}
        {offer(false, decimal)}
    }
    .into_any()
}

/// A figure far from all others of its measure is written on the person's word.
fn sure(grid: &Grid, pending: &Pending) -> AnyView {
    let grid = *grid;
    let (question, is_block) = if pending.is_block { (Figures::FarBlock, true) } else { (Figures::Far, false) };
    let back = move |_| if is_block { grid.drop_edit() } else { grid.edit(None) };
    let back_name = if is_block { Figures::Drop } else { Figures::TypeAgain };
    view! {
        <div class="grid-message" id=grid.message_id() role="alert">
            {status_mark(Status::Missed)}<span>{words(&question)}</span>
            <button class="button is-small" type="button" on:click=back>{words(&back_name)}</button>
            <button class="button is-small" type="button" on:click=move |_| grid.accept("")>{words(&Figures::WriteAnyway)}</button>
        </div>
    }
    .into_any()
}

fn choice(grid: &Grid, index: Option<usize>, first: bool, text: String) -> AnyView {
    let grid = *grid;
    let choose = move |_| grid.choose(index, first);
    view! { <button class="button is-small" type="button" on:click=choose>{text}</button> }.into_any()
}

/// How many cells a block fills, what is unclear in it, and what is left out.
fn block(grid: &Grid, sheet: &Sheet, pending: &Pending, language: Language) -> AnyView {
    let grid = *grid;
    let doubts: Vec<(usize, &Filling)> =
        pending.cells.iter().enumerate().filter(|(_, filling)| filling.is_ambiguous()).collect();
    let misread = || pending.cells.iter().filter(|filling| filling.is_misread());
    let fills = pending.cells.len() - misread().count();
    let where_is = |filling: &Filling| {
        let (row, column) = (&sheet.rows[filling.at.0], sheet.columns[filling.at.1]);
        let label =
            Figures::CellLabel { period: sheet.row_name(row, language), column: sheet.column_name(column, language) };
        label.text(language).into_owned()
    };
    let summary = match doubts.len() {
        0 => Figures::PastePreview { cells: fills },
        cells => Figures::PasteDoubts { cells },
    };
    let all = (doubts.len() > 1).then(|| {
        view! {
            <span>{words(&Figures::AllAlike)}</span>
            {choice(&grid, None, true, Figures::AsThousands.text(language).into_owned())}
            {choice(&grid, None, false, Figures::AsDecimals.text(language).into_owned())}
        }
    });
    let asked: Vec<AnyView> = (doubts.iter())
        .map(|(index, filling)| {
            view! {
                <div class="grid-message">
                    <span>{where_is(filling)}":"</span>{question(&grid, sheet, Some(*index), filling, language)}
                </div>
            }
            .into_any()
        })
        .collect();
    let left_out: Vec<AnyView> = misread()
        .map(|filling| {
            let Typed::Misread(cause) = filling.typed else { return ().into_any() };
            view! {
                <div class="grid-message">
                    {status_mark(Status::Missed)}
                    <span>{where_is(filling)}": "<strong>{filling.text.clone()}</strong>" "{cause.text(language)}</span>
                </div>
            }
            .into_any()
        })
        .collect();
    let overrun = pending.overruns.then(|| view! { <span>{words(&Figures::PasteTooLarge)}"."</span> });
    let accept = doubts.is_empty() && fills > 0;
    let buttons = view! {
        {accept.then(|| view! {
            <button class="button is-small is-primary" type="button" on:click=move |_| grid.accept("")>
                {words(&Figures::Accept)}
            </button>
        })}
        <button class="button is-small" type="button" on:click=move |_| grid.drop_edit()>{words(&Figures::Drop)}</button>
    };
    view! {
        <div class="grid-message is-plain" id=grid.message_id() role="alert">
            <strong>{summary.text(language)}</strong>{overrun}{all}{buttons}
        </div>
        {asked}
        {left_out}
    }
    .into_any()
}

/// Asks why an approved figure changes, or what is to be mended in returned ones.
fn reason(grid: &Grid, ask: Ask) -> AnyView {
    let grid = *grid;
    let typed = RwSignal::new(String::new());
    let (question, answer) = match ask {
        Ask::Remark => (Figures::RemarkForReturn, Figures::Return),
        _ => (Figures::ReasonForChange, Figures::WriteFigure),
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "Enter" if !event.is_composing() => grid.accept(&typed.get_untracked()),
            "Escape" => grid.drop_edit(),
            _ => return event.stop_propagation(),
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="grid-message is-plain">
            <label for=grid.message_id()>{words(&question)}</label>
            <input
                class="input"
                id=grid.message_id()
                required
                autocomplete="off"
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=keys
            />
            <button class="button is-small is-primary" type="button" on:click=move |_| grid.accept(&typed.get_untracked())>
                {words(&answer)}
            </button>
            <button class="button is-small" type="button" on:click=move |_| grid.drop_edit()>{words(&Figures::Drop)}</button>
        </div>
    }
    .into_any()
}

/// A field that takes a table; what is pasted is looked at like any block.
fn paste(grid: &Grid) -> AnyView {
    let grid = *grid;
    let typed = RwSignal::new(String::new());
    let pasted = move |event: web_sys::ClipboardEvent| {
        let text = event.clipboard_data().and_then(|it| it.get_data("text/plain").ok()).unwrap_or_default();
        if !text.trim().is_empty() {
            event.prevent_default();
            grid.accept(&text);
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        event.stop_propagation();
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            grid.drop_edit();
        }
    };
    view! {
        <div class="grid-message is-plain">
            <label for=grid.message_id()>{words(&Figures::PasteHere)}</label>
            <textarea
                class="input" id=grid.message_id() rows="2"
                on:input=move |event| typed.set(event_target_value(&event)) on:paste=pasted on:keydown=keys
            ></textarea>
            <button class="button is-small is-primary" type="button" on:click=move |_| grid.accept(&typed.get_untracked())>
                {words(&Figures::Accept)}
            </button>
            <button class="button is-small" type="button" on:click=move |_| grid.drop_edit()>{words(&Figures::Drop)}</button>
        </div>
    }
    .into_any()
}

/// A rate of which one part is there.
fn half(grid: &Grid, row: usize) -> Option<AnyView> {
    let has = |column| grid.half(row, column).is_some();
    let missing = match (has(Column::Numerator), has(Column::Denominator)) {
        (true, false) => Figures::DenominatorMissing,
        (false, true) => Figures::NumeratorMissing,
        _ => return None,
    };
    Some(view! { <div class="grid-message is-plain"><span>{words(&missing)}</span></div> }.into_any())
}

/// What is to be mended in a returned figure stays under its row.
fn returned(sheet: &Sheet, row: usize, language: Language) -> Option<AnyView> {
    let observation = sheet.rows.get(row)?.observation.as_ref().filter(|it| it.state == FigureState::Returned)?;
    let name = FigureState::Returned.text(language);
    Some(
        view! {
            <div class="grid-message is-returned">
                {status_mark(Status::AtRisk)} <span><strong>{name} ": "</strong> {observation.remark.clone()}</span>
            </div>
        }
        .into_any(),
    )
}
