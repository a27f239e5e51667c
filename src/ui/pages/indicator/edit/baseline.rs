//! Where a measure starts from, and what it is to reach on the way.

use leptos::prelude::*;

use super::Editor;
use super::entry::{Field, Look, Refusal, entry, read_needed, read_number, select};
use crate::document::sort_by;
use crate::i18n::messages::Editing;
use crate::i18n::{Message, format_exact, period_name_with_year};
use crate::model::{Baseline, Interim, MeasureEdit, Period, PeriodLength};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::words;

/// The parts of a baseline that have been typed; it is written once year and value are there.
type Parts = [String; 3];

pub fn baseline(editor: Editor) -> AnyView {
    let parts = RwSignal::new(Parts::default());
    let written = Memo::new(move |_| {
        let language = editor.session.language.get();
        editor.measure.with(|measure| match measure.as_ref().and_then(|measure| measure.baseline.as_ref()) {
            Some(it) => [it.year.to_string(), format_exact(it.value, language), it.source.clone()],
            None => Parts::default(),
        })
    });
    Effect::new(move |_| parts.set(written.get()));
    let is_half = Memo::new(move |_| parts.with(|parts| parts[0].trim().is_empty() != parts[1].trim().is_empty()));
    let field = move |index: usize, id: &'static str, label: Editing, look: Look| {
        let shown = Memo::new(move |_| parts.with(|parts| parts[index].clone()));
        let enter = Callback::new(move |typed: String| {
            let before = parts.with_untracked(|parts| parts[index].clone());
            parts.update(|parts| parts[index].clone_from(&typed));
            let outcome = write(editor, &parts.get_untracked(), index);
            if outcome.is_some() {
                parts.update(|parts| parts[index] = before);
            }
            outcome
        });
        let field = Field { id: id.to_owned(), look, shown, enter, is_read_only: editor.is_read_only };
        entry(field, words(&label).into_any(), ().into_any())
    };
    view! {
        <fieldset class="editor-group">
            <legend>{words(&Editing::BaselineGroup)}</legend>
            <div class="editor-fields">
                {field(0, "edit-baseline-year", Editing::BaselineYear, Look::Number)}
                {field(1, "edit-baseline-value", Editing::BaselineValue, Look::Number)}
                {field(2, "edit-baseline-source", Editing::BaselineSource, Look::Words)}
            </div>
            {move || is_half.get().then(|| view! { <p class="field-hint" role="status">{words(&Editing::BaselineHalf)}</p> })}
        </fieldset>
    }
    .into_any()
}

/// Writes a whole baseline, or takes it away where year and value are empty. Complains of the field just left only.
fn write(editor: Editor, parts: &Parts, left: usize) -> Option<Refusal> {
    let language = editor.session.language.get_untracked();
    let [year, value, source] = parts.each_ref().map(|part| part.trim());
    let year = match year {
        "" => None,
        text => match text.parse::<i32>() {
            Ok(year) if (1..=9999).contains(&year) => Some(year),
            _ if left == 0 => return Some(Refusal::of(&Editing::YearInvalid, language)),
            _ => None,
        },
    };
    let value = match read_number(value, language) {
        Ok(value) => value,
        Err(refusal) if left == 1 => return Some(refusal),
        Err(_) => None,
    };
    let baseline = match (year, value) {
        (Some(year), Some(value)) => Some(Baseline { year, value, source: source.to_owned() }),
        (None, None) => None,
        _ => return None,
    };
    if editor.now().is_some_and(|measure| measure.baseline == baseline) {
        return None;
    }
    editor.write(vec![MeasureEdit::Baseline(baseline)]).map(|words| Refusal { words, readings: None })
}

pub fn interim(editor: Editor) -> AnyView {
    let marks = Memo::new(move |_| {
        editor.measure.with(|measure| measure.as_ref().map(|measure| measure.interim.clone()).unwrap_or_default())
    });
    let periods = Memo::new(move |_| marks.with(|marks| marks.iter().map(|mark| mark.period).collect::<Vec<_>>()));
    let rows = move || periods.get().into_iter().map(|period| mark(editor, marks, period)).collect::<Vec<_>>();
    view! {
        <fieldset class="editor-group">
            <legend>{words(&Editing::InterimGroup)}</legend>
            <p class="field-hint">{words(&Editing::InterimHint)}</p>
            <ul class="interim-list">{rows}</ul>
            {new_mark(editor, marks)}
        </fieldset>
    }
    .into_any()
}

fn mark(editor: Editor, marks: Memo<Vec<Interim>>, period: Period) -> AnyView {
    let session = editor.session;
    let name = move || period_name_with_year(period, session.language.get());
    let shown = Memo::new(move |_| {
        let language = session.language.get();
        marks.with(|marks| {
            let mark = marks.iter().find(|mark| mark.period == period);
            mark.map(|mark| format_exact(mark.value, language)).unwrap_or_default()
        })
    });
    let enter = Callback::new(move |typed: String| match read_needed(&typed, session.language.get_untracked()) {
        Ok(value) => put(editor, Interim { period, value }),
        Err(refusal) => Some(refusal),
    });
    let remove = move |_| {
        let mut left = marks.get_untracked();
        left.retain(|mark| mark.period != period);
        if let Some(words) = editor.write(vec![MeasureEdit::Interim(left)]) {
            session.toast(words, None);
        }
    };
    let label = move || Editing::InterimValue { period: name() }.text(session.language.get()).into_owned();
    let remove_label = move || Editing::RemoveInterim { period: name() }.text(session.language.get()).into_owned();
    let id = format!("edit-interim-{period}");
    let field = Field { id, look: Look::Number, shown, enter, is_read_only: editor.is_read_only };
    view! {
        <li>
            {entry(field, label.into_any(), ().into_any())}
            <button
                class="icon-button" type="button" aria-label=remove_label
                disabled=move || editor.is_read_only.get() on:click=remove
            >
                {icon(Icon::Trash2)}
            </button>
        </li>
    }
    .into_any()
}

/// Writes one mark, in the place of the one of its period.
fn put(editor: Editor, mark: Interim) -> Option<Refusal> {
    let measure = editor.now()?;
    let mut marks = measure.interim.clone();
    if marks.contains(&mark) {
        return None;
    }
    marks.retain(|other| other.period != mark.period);
    marks.push(mark);
    sort_by(&mut marks, |one, other| one.period.cmp(&other.period));
    editor.write(vec![MeasureEdit::Interim(marks)]).map(|words| Refusal { words, readings: None })
}

/// The ends at which a mark can stand and does not yet.
fn free_periods(editor: Editor, marks: Memo<Vec<Interim>>) -> Memo<Vec<Period>> {
    Memo::new(move |_| {
        let Some(measure) = editor.measure.get() else { return Vec::new() };
        let years = editor.session.programme.with(|programme| programme.head().years());
        let is_taken = |period: &Period| marks.with(|marks| marks.iter().any(|mark| mark.period == *period));
        let fits = |length: &&PeriodLength| length.months() >= measure.period.months();
        let of =
            |year: i32| PeriodLength::ALL.iter().filter(fits).flat_map(move |length| Period::of_year(year, *length));
        let mut periods: Vec<Period> = years.flat_map(of).filter(|period| !is_taken(period)).collect();
        sort_by(&mut periods, Period::cmp);
        periods
    })
}

fn new_mark(editor: Editor, marks: Memo<Vec<Interim>>) -> AnyView {
    let session = editor.session;
    let free = free_periods(editor, marks);
    let chosen = RwSignal::new(None::<Period>);
    // The one chosen, while it is free; else the first that is.
    let period = Memo::new(move |_| {
        free.with(|free| chosen.get().filter(|period| free.contains(period)).or_else(|| free.first().copied()))
    });
    let options = Memo::new(move |_| {
        let language = session.language.get();
        free.with(|free| {
            free.iter().map(|period| (period.to_string(), period_name_with_year(*period, language))).collect::<Vec<_>>()
        })
    });
    let value = Memo::new(move |_| period.get().map(|period| period.to_string()).unwrap_or_default());
    let choose = Callback::new(move |text: String| chosen.set(text.parse().ok()));
    let empty = Memo::new(|_| String::new());
    let enter = Callback::new(move |typed: String| {
        if typed.trim().is_empty() {
            return None;
        }
        match (read_needed(&typed, session.language.get_untracked()), period.get_untracked()) {
            (Ok(value), Some(period)) => put(editor, Interim { period, value }),
            (Err(refusal), _) => Some(refusal),
            (_, None) => None,
        }
    });
    let field = Field {
        id: "edit-interim-value".to_owned(),
        look: Look::Number,
        shown: empty,
        enter,
        is_read_only: editor.is_read_only,
    };
    view! {
        <div class="editor-fields">
            {select(
                "edit-interim-period", &Editing::InterimPeriod, options, value, editor.is_read_only, choose, ().into_any(),
            )}
            {entry(field, words(&Editing::NewInterim).into_any(), words(&Editing::NewInterimHint).into_any())}
        </div>
    }
    .into_any()
}
