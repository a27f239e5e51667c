//! What changed since the quarter before: what got worse first, each in the words of every screen.

use std::sync::Arc;

use leptos::prelude::*;

use super::Scene;
use crate::app::Route;
use crate::document::sort_by;
use crate::evaluate::{Evaluation, Shift};
use crate::i18n::messages::Overview;
use crate::i18n::{Language, Message, period_name_inside, shift_words};
use crate::ui::components::status_mark::status_mark;
use crate::ui::pages::indicators::rows::Row;

/// How many stand open at first, and at most.
const OPEN: usize = 6;
const MOST: usize = 40;

/// A measure whose verdict changed.
#[derive(Clone)]
struct Changed {
    shift: Shift,
    row: Row,
    before: Arc<Evaluation>,
}

pub fn changes(scene: Scene) -> AnyView {
    let session = scene.session;
    let changed = Memo::new_with_compare(move |_| Arc::new(changed(scene)), |_, _| true);
    let count = Memo::new(move |_| changed.with(|changed| changed.len()));
    let is_open = RwSignal::new(false);
    let title = move || {
        let language = session.language.get();
        let period = scene.place().previous.map(|(period, _)| period_name_inside(period, language));
        Some(Overview::Changes { period: period? }.text(language).into_owned())
    };
    let note = move || {
        let of = |shift| changed.with(|changed| changed.iter().filter(|it| it.shift == shift).count());
        Overview::ChangeCounts { worse: of(Shift::Worse), better: of(Shift::Better) }
            .text(session.language.get())
            .into_owned()
    };
    let list = move || {
        let (language, shown) = (session.language.get(), if is_open.get() { MOST } else { OPEN });
        changed.with(|changed| changed.iter().take(shown).map(|one| line(one, language)).collect::<Vec<_>>())
    };
    let toggle = move || {
        (count.get() > OPEN).then(|| {
            let name = move || {
                let count = count.get().min(MOST);
                let name = if is_open.get() { Overview::ShowFewer } else { Overview::ShowAll { count } };
                name.text(session.language.get()).into_owned()
            };
            view! {
                <button
                    class="button fold-toggle" aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {name}
                </button>
            }
        })
    };
    let section = move || {
        (count.get() > 0).then(|| {
            view! {
                <section class="changes" aria-labelledby="changes-title">
                    <div class="section-heading">
                        <h2 id="changes-title">{title}</h2>
                        <span class="section-note">{note}</span>
                    </div>
                    <ul class="linked-list">{list}</ul>
                    {toggle}
                </section>
            }
            .into_any()
        })
    };
    section.into_any()
}

/// Worse, better, and from or to no verdict at all; the most pressing first.
fn changed(scene: Scene) -> Vec<Changed> {
    let Some(earlier) = scene.earlier.get() else { return Vec::new() };
    let mut changed: Vec<Changed> = scene.rows.with(|rows| {
        let change = |row: &Row| {
            let before = earlier.get(row.measure.id.as_str())?;
            let shift = Shift::between(before.verdict, row.evaluation.verdict);
            (shift != Shift::Same).then(|| Changed { shift, row: row.clone(), before: before.clone() })
        };
        rows.iter().filter_map(change).collect()
    });
    let order = |one: &Changed| {
        let kind = match one.shift {
            Shift::Worse => 0,
            Shift::Better => 1,
            Shift::Other | Shift::Same => 2,
        };
        (kind, one.row.evaluation.verdict.urgency())
    };
    sort_by(&mut changed, |one, other| order(one).cmp(&order(other)));
    changed
}

fn line(one: &Changed, language: Language) -> AnyView {
    let (measure, now) = (&*one.row.measure, &*one.row.evaluation);
    let words = shift_words(measure, &one.before, now, language);
    view! {
        <li>
            {status_mark(now.verdict.into())}
            <a lang="vi" href=Route::Indicator(measure.id.clone()).href()>{measure.name.clone()}</a>
            <span class="linked-note">{words}</span>
        </li>
    }
    .into_any()
}
