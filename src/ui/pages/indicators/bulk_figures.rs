//! The figures of the chosen measures go on together: submitted, approved, returned with a word on what to mend.

use leptos::prelude::*;

use super::List;
use super::bulk::chosen;
use super::keys::{focus, focus_soon};
use crate::document::NodeId;
use crate::evaluate::{Context, period_to_enter};
use crate::i18n::messages::{Figures, Indicators};
use crate::model::{Cell, Command, FigureState, Programme};
use crate::ui::actions::perform_undoable;
use crate::ui::pages::indicator::figures::states::submitted;
use crate::ui::words;

const REMARK: &str = "bulk-remark";

/// A step, its name, and the states that it is taken from.
type Step = (FigureState, Indicators, &'static [FigureState]);

const STEPS: [Step; 3] = [
    (FigureState::Submitted, Indicators::SubmitDrafts, &[FigureState::Draft, FigureState::Returned]),
    (FigureState::Approved, Indicators::ApproveSubmitted, &[FigureState::Submitted]),
    (FigureState::Returned, Indicators::ReturnSubmitted, &[FigureState::Submitted]),
];

/// The buttons, and the question of the last one.
pub(super) fn steps(list: List) -> AnyView {
    let session = list.session;
    let of_all_periods = RwSignal::new(false);
    let is_asking = RwSignal::new(false);
    let cells_of = move |from: &'static [FigureState]| {
        Memo::new(move |_| {
            let ids = chosen(list);
            let is_all = of_all_periods.get();
            let context = session.judged.with(|judged| judged.context.clone());
            let of = |programme: &Programme| {
                ids.iter().flat_map(|id| figures_in(programme, id, from, &context, is_all)).collect::<Vec<_>>()
            };
            session.programme.with(of)
        })
    };
    let returned = cells_of(STEPS[2].2);
    let button = move |(state, name, from): Step| {
        let cells = if state == FigureState::Returned { returned } else { cells_of(from) };
        let press = move |_| {
            if state == FigureState::Returned {
                is_asking.set(true);
                focus_soon(vec![format!("#{REMARK}")], focus);
                return;
            }
            let cells = cells.get_untracked();
            let count = cells.len();
            let command = Command::SetFigureState { cells, state };
            if state == FigureState::Submitted {
                submitted(session, command, count);
            } else {
                perform_undoable(session, command, &Indicators::FiguresMoved { count });
            }
        };
        view! {
            <button
                class="button is-small"
                disabled=move || session.is_read_only() || cells.with(Vec::is_empty) on:click=press
            >
                {words(&name)} " " <b>{move || cells.with(Vec::len)}</b>
            </button>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = STEPS.map(button).into();
    let choose = move |event| of_all_periods.set(event_target_value(&event) == "all");
    let question = move || is_asking.get().then(|| question(list, returned, is_asking));
    view! {
        <div class="page-actions">
            <select class="select" aria-label=words(&Indicators::FiguresOfWhen) on:change=choose>
                <option value="now">{words(&Indicators::FiguresNow)}</option>
                <option value="all">{words(&Indicators::FiguresAlways)}</option>
            </select>
            {buttons}
        </div>
        {question}
    }
    .into_any()
}

/// Asks what is to be mended; Enter returns the figures, Escape drops the question.
fn question(list: List, cells: Memo<Vec<Cell>>, is_asking: RwSignal<bool>) -> AnyView {
    let remark = RwSignal::new(String::new());
    let send = move || {
        let (cells, remark) = (cells.get_untracked(), remark.get_untracked());
        let told = Indicators::FiguresReturned { count: cells.len() };
        let command = Command::ReturnFigures { cells, remark };
        if perform_undoable(list.session, command, &told).is_some() {
            is_asking.set(false);
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "Enter" if !event.is_composing() => send(),
            "Escape" => is_asking.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="grid-message is-plain">
            <label for=REMARK>{words(&Figures::RemarkForReturn)}</label>
            <input
                class="input" id=REMARK required autocomplete="off"
                on:input=move |event| remark.set(event_target_value(&event)) on:keydown=keys
            />
            <button class="button is-small is-primary" on:click=move |_| send()>{words(&Figures::Return)}</button>
            <button class="button is-small" on:click=move |_| is_asking.set(false)>{words(&Figures::Drop)}</button>
        </div>
    }
    .into_any()
}

/// Those that stand in one of these states, in open periods: of the period that is entered now, or of all.
fn figures_in(
    programme: &Programme,
    measure: &NodeId,
    from: &[FigureState],
    context: &Context,
    is_all: bool,
) -> Vec<Cell> {
    let head = programme.head();
    let measure_now = programme.measures().get(measure.as_str());
    let now = measure_now.and_then(|measure| period_to_enter(measure, context)).map(|(now, _)| now);
    programme
        .observations_of(measure.as_str())
        .filter(|it| it.figure.is_some() && from.contains(&it.state) && !head.is_locked(it.period))
        .filter(|it| is_all || Some(it.period) == now)
        .map(|it| it.cell())
        .collect()
}
