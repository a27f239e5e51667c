//! The overview (Tổng quan): what needs a decision first, then how everything stands and what comes due.

mod changes;
mod due;
mod exceptions;
mod heading;
mod multiples;
mod strip;
mod tasks;

use std::sync::Arc;

use leptos::prelude::*;

use super::indicators::rows::{self, Row};
use crate::app::{AsOf, Judged, Route, Session, use_session};
use crate::evaluate::Rollup;
use crate::i18n::messages::{Overview, Shell};
use crate::ui::components::on_screen::is_on_screen;
use crate::ui::words;

/// What the sections share.
#[derive(Clone, Copy)]
struct Scene {
    session: Session,
    /// All measures in the order of the document, as the list of indicators has them.
    rows: Memo<Arc<Vec<Row>>>,
    /// How all of them stood a quarter before: reckoned once the page is there.
    earlier: Memo<Option<Arc<Judged>>>,
}

/// A line of a section, with a key that changes when anything shown in it does.
#[derive(Clone)]
struct Piece {
    key: String,
    row: Row,
}

pub fn overview() -> AnyView {
    let session = use_session();
    let rows = rows::rows_of(session);
    let scene = Scene { session, rows, earlier: earlier(session) };
    let is_empty = Memo::new(move |_| rows.with(|rows| rows.is_empty()));
    let strip = move || if is_empty.get() { without_measures() } else { strip::strip(scene) };
    let exceptions = move || (!is_empty.get()).then(|| exceptions::exceptions(scene));
    let multiples = move || (!is_empty.get()).then(|| multiples::multiples(scene));
    view! {
        <div class="overview">
        {heading::heading(scene)}
        {strip}
        <div class="overview-grid">
            {exceptions}
            <div class="overview-side">
                {tasks::tasks(scene)}
                {due::due(scene)}
            </div>
        </div>
        {changes::changes(scene)}
        {multiples}
        </div>
    }
    .into_any()
}

fn earlier(session: Session) -> Memo<Option<Arc<Judged>>> {
    let is_on_screen = is_on_screen();
    Memo::new_with_compare(
        move |kept: Option<&Option<Arc<Judged>>>| {
            let now = if is_on_screen.get() { session.judged.get() } else { return None };
            let kept = kept.and_then(Option::as_deref);
            session.programme.with(|programme| Judged::quarter_before(programme, &now.context, kept)).map(Arc::new)
        },
        |_, _| true,
    )
}

fn without_measures() -> AnyView {
    view! {
        <div class="empty-note">
            <p>{words(&Overview::Unmeasured)}</p>
            <div class="page-actions">
                <a class="button" href=Route::Outline { item: None }.href()>{words(&Shell::Programme)}</a>
                <a class="button" href=Route::Import.href()>{words(&Shell::ImportDocument)}</a>
            </div>
        </div>
    }
    .into_any()
}

/// Lines that are drawn anew one by one.
fn keyed(pieces: Memo<Vec<Piece>>, draw: fn(Row) -> AnyView) -> AnyView {
    view! { <For each=move || pieces.get() key=|piece| piece.key.clone() children=move |piece| draw(piece.row) /> }
        .into_any()
}

/// Two memos of the same pieces tell nobody.
impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Piece {
    fn of(row: &Row) -> Self {
        let lead = row.lead.as_ref().map_or(std::ptr::null(), Arc::as_ptr);
        let key =
            format!("{} {:p} {:p} {lead:p}", row.measure.id, Arc::as_ptr(&row.measure), Arc::as_ptr(&row.evaluation));
        Self { key, row: row.clone() }
    }
}

impl Scene {
    /// Where the day of the page stands among the quarters.
    fn place(self) -> AsOf {
        let Self { session, .. } = self;
        session.programme.with(|programme| AsOf::at(session.as_of.get(), session.today.get(), programme.head()))
    }

    /// Counts over all measures.
    fn rollup(self) -> Rollup {
        self.rows.with(|rows| rows::measures(rows.iter()))
    }

    /// Numbered indicators as the reports count them, each by its worst measure.
    fn indicators(self) -> Rollup {
        self.rows.with(|rows| rows::rollup(&rows.iter().collect::<Vec<_>>()))
    }

    /// The most pressing of the measures that are wanted.
    fn pressing(self, most: usize, is_wanted: &dyn Fn(&Row) -> bool) -> Vec<Piece> {
        self.rows.with(|rows| {
            let mut rows: Vec<&Row> = rows.iter().collect();
            rows::sort(&mut rows, rows::Sort::Urgency);
            rows.into_iter().filter(|row| is_wanted(row)).take(most).map(Piece::of).collect()
        })
    }
}
