//! How figures go from draft to approved or back, and which periods are closed to changes.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::block::Filling;
use super::grid::{Ask, Grid, Pending};
use crate::app::{Session, ToastAction, day_of};
use crate::i18n::messages::{Chart, Figures};
use crate::i18n::{Message, Typed, format_date, period_name_inside, period_name_with_year, to_lower};
use crate::model::{Cell, Command, FigureState, Period};
use crate::ui::actions::{may_write, perform, perform_undoable};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// A step that a person takes with the selected figures, from the states where it makes sense.
const STEPS: [(FigureState, Figures, &[FigureState]); 3] = [
    (FigureState::Submitted, Figures::Submit, &[FigureState::Draft, FigureState::Returned]),
    (FigureState::Approved, Figures::Approve, &[FigureState::Draft, FigureState::Submitted]),
    (FigureState::Returned, Figures::Return, &[FigureState::Submitted, FigureState::Approved]),
];

/// Buttons for the selected figures, and the lock of the cursor's period.
pub fn states(grid: &Grid) -> AnyView {
    let grid = *grid;
    let steps: Vec<AnyView> = STEPS
        .iter()
        .map(|(state, name, from)| {
            let count = Memo::new(move |_| grid.cells_for(*state, from).len());
            let label = move || match (state, count.get()) {
                (FigureState::Submitted, count) if count > 0 => {
                    Figures::SubmitCount { count }.text(grid.session.language.get()).into_owned()
                }
                _ => name.text(grid.session.language.get()).into_owned(),
            };
            view! {
                <button
                    class="button is-small" type="button"
                    disabled=move || count.get() == 0 on:click=move |_| grid.take_step(*state, from)
                >
                    {label}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="grid-tools" role="group" aria-label=words(&Figures::StepsOfFigures)>
            <span class="field-hint">{move || selection_words(&grid)}</span>
            {steps}
            {lock(grid)}
        </div>
    }
    .into_any()
}

/// What the buttons mean, and why they may be of no use: `Tháng 9: đã duyệt`, `Tháng 7 – Tháng 9`.
fn selection_words(grid: &Grid) -> String {
    let language = grid.session.language.get();
    let ((first, _), (last, _)) = grid.selection();
    grid.sheet.with(|sheet| {
        let name = |at: usize| sheet.rows.get(at).map(|row| sheet.row_name(row, language)).unwrap_or_default();
        if first != last {
            return format!("{} – {}", name(first), name(last));
        }
        let state = sheet.rows.get(first).filter(|row| !row.is_total).map(|row| match row.state() {
            Some(state) => to_lower(&state.text(language)),
            None => Chart::ReadMissing.text(language).into_owned(),
        });
        state.map_or_else(|| name(first), |state| format!("{}: {state}", name(first)))
    })
}

/// Locks the period under the cursor for every measure, or opens what locks it.
fn lock(grid: Grid) -> AnyView {
    let session = grid.session;
    let state = Memo::new(move |_| {
        let (row, _) = grid.cursor.get();
        grid.sheet.with(|sheet| sheet.rows.get(row).map(|row| (row.lock.unwrap_or(row.period), row.lock.is_some())))
    });
    let name = move || {
        let (period, is_locked) = state.get()?;
        let language = session.language.get();
        let period = period_name_inside(period, language);
        let message = if is_locked { Figures::Unlock { period } } else { Figures::Lock { period } };
        Some(message.text(language).into_owned())
    };
    let press = move |_| {
        if let Some((period, is_locked)) = state.get_untracked() {
            let name = period_name_with_year(period, session.language.get_untracked());
            let told = if is_locked { Figures::Unlocked { period: name } } else { Figures::Locked { period: name } };
            perform_undoable(session, Command::SetLock { period, locked: !is_locked }, &told);
        }
    };
    view! {
        <button class="button is-small" type="button" title=words(&Figures::LockHint) on:click=press>
            {icon(Icon::Lock)} {name}
        </button>
    }
    .into_any()
}

/// Why nothing can be typed: which period is locked, by whom and when.
pub fn lock_words(session: Session, lock: Period) -> String {
    let language = session.language.get_untracked();
    let period = period_name_with_year(lock, language);
    let by = session.programme.with_untracked(|programme| {
        let (author, at) = programme.locked_by(lock)?;
        let person = author.map(|author| author.person.clone()).filter(|person| !person.is_empty());
        let day = at.map(|at| format_date(day_of(at), language));
        let parts: Vec<String> = person.into_iter().chain(day).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    });
    let message = match by {
        Some(by) => Figures::LockedBy { period, by },
        None => Figures::LockedPeriod { period },
    };
    message.text(language).into_owned()
}

/// Submits figures, and says that nothing has left this device, with the way to send it.
pub fn submitted(session: Session, command: Command, count: usize) {
    if perform(session, command).is_some_and(|done| done.change.is_some()) {
        let words = Figures::Submitted { count }.text(session.language.get_untracked());
        session.toast(words, Some(ToastAction::Send));
    }
}

impl Grid {
    /// The figures of some rows that are in one of these states, in periods that are open.
    fn selected_in(self, states: &[FigureState], rows: RangeInclusive<usize>) -> Vec<Cell> {
        self.sheet.with(|sheet| {
            let rows = rows.filter(|at| {
                sheet
                    .rows
                    .get(*at)
                    .is_some_and(|row| row.lock.is_none() && row.state().is_some_and(|state| states.contains(&state)))
            });
            rows.filter_map(|at| sheet.cell(at)).collect()
        })
    }

    /// The figures that a step is taken with. What is submitted is what was entered, all of it, unless rows are selected;
    /// who approves looks at each.
    fn cells_for(self, state: FigureState, from: &[FigureState]) -> Vec<Cell> {
        let ((first, _), (last, _)) = self.selection();
        if state != FigureState::Submitted || first != last {
            return self.selected_in(from, first..=last);
        }
        let last = self.sheet.with(|sheet| sheet.rows.len());
        self.selected_in(from, 0..=last)
    }

    fn take_step(self, state: FigureState, from: &[FigureState]) {
        let cells = untrack(|| self.cells_for(state, from));
        if cells.is_empty() || !may_write(self.session) {
            return;
        }
        if state == FigureState::Returned {
            // Asked under the last row of the selection; the cells are found again when the answer comes.
            let (_, (last, _)) = untrack(|| self.selection());
            let cells = vec![Filling { at: (last, 0), text: String::new(), typed: Typed::Nothing }];
            self.pending.set(Some(Pending { cells, asks: Ask::Remark, ..Pending::default() }));
            self.focus();
            return;
        }
        let count = cells.len();
        let command = Command::SetFigureState { cells, state };
        if state == FigureState::Approved {
            perform_undoable(self.session, command, &Figures::Approved { count });
        } else {
            submitted(self.session, command, count);
        }
    }

    pub fn send_back(self, remark: &str) {
        let ((first, _), (last, _)) = untrack(|| self.selection());
        let cells = untrack(|| self.selected_in(STEPS[2].2, first..=last));
        let done = perform(self.session, Command::ReturnFigures { cells, remark: remark.to_owned() });
        if done.is_some() {
            self.pending.set(None);
            self.focus();
        }
    }
}
