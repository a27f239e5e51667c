//! Search, filters and order of the list; what is said when nothing matches; the keys at its foot.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::List;
use super::rows::{BODY, COLUMNS, GROUPING, Grouping, HIDDEN, MODE, PERIOD, SEARCH, SORT, Sort, VERDICT, found};
use crate::app::Route;
use crate::document::sort_by;
use crate::i18n::messages::{Indicators, Shell};
use crate::i18n::{Message, compare_names, to_lower};
use crate::model::PeriodLength;
use crate::ui::actions::leave_menu;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::words;

pub(super) fn tools(list: List) -> AnyView {
    // Verdicts, order and columns are of the list alone: they would move rows that are being filled.
    let is_list = Memo::new(move |_| list.is_list());
    view! {
        <div class="table-tools" role="search">
            <div class="search-field">
                {icon(Icon::Search)}
                <input
                    id="indicator-search"
                    class="input"
                    type="search"
                    placeholder=words(&Shell::SearchHint)
                    aria-label=words(&Indicators::Search)
                    prop:value=move || list.filter(SEARCH)
                    on:input=move |event| list.set(SEARCH, &event_target_value(&event))
                />
                <kbd aria-hidden="true">"/"</kbd>
            </div>
            {move || is_list.get().then(|| verdicts(list))}
            {bodies(list)}
            {periods(list)}
            {move || if is_list.get() { ways(list) } else { grouping(list) }}
        </div>
    }
    .into_any()
}

pub(super) fn focus_search() {
    if let Some(field) = document().get_element_by_id("indicator-search")
        && let Ok(field) = field.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = field.focus();
    }
}

/// One button a mark, with the count of what the other filters leave.
fn verdicts(list: List) -> AnyView {
    let counts = Memo::new(move |_| {
        let mut counts = [0_usize; 7];
        list.filters.with(|filters| {
            list.rows.with(|rows| {
                for row in found(rows, filters) {
                    counts[6] += 1;
                    counts[Status::ALL.iter().position(|status| *status == row.status()).unwrap_or(6)] += 1;
                }
            });
        });
        counts
    });
    let button = |index: usize| {
        let status = Status::ALL.get(index).copied();
        let word = status.map_or("", Status::as_str);
        let is_pressed = move || (list.filter(VERDICT) == word).to_string();
        let press = move |_| match status {
            Some(status) => list.toggle_verdict(status),
            None => list.set(VERDICT, ""),
        };
        let name = move || match status {
            Some(status) => status.name(list.session.language.get()),
            None => Shell::All.text(list.session.language.get()).into_owned(),
        };
        let face = match status {
            Some(status) => view! { {status_mark(status)}<span class="visually-hidden">{name}</span> }.into_any(),
            None => view! { <span>{name}</span> }.into_any(),
        };
        let title = move || status.map(|_| name());
        view! {
            <button data-status=word aria-pressed=is_pressed title=title on:click=press>
                {face}
                " "
                <b>{move || counts.with(|counts| counts[index])}</b>
            </button>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = [6, 0, 1, 2, 3, 4, 5].map(button).into();
    view! {
        <div class="status-filter" role="group" aria-label=words(&Indicators::FilterByVerdict)>
            {buttons}
        </div>
    }
    .into_any()
}

/// The bodies that lead something, by name.
fn bodies(list: List) -> AnyView {
    let options = move || {
        let mut bodies: Vec<_> = list.rows.with(|rows| rows.iter().filter_map(|row| row.lead.clone()).collect());
        sort_by(&mut bodies, |one, other| compare_names(&one.name, &other.name).then_with(|| one.id.cmp(&other.id)));
        bodies.dedup_by(|one, other| one.id == other.id);
        let all = Shell::All.text(list.session.language.get());
        let label = Indicators::LeadFilter { body: all.into_owned() }.text(list.session.language.get());
        let chosen = list.filters.with(|filters| filters.get(BODY).cloned().unwrap_or_default());
        let first = option(String::new(), label.into_owned(), &chosen);
        let rest = bodies.iter().map(|body| option(body.id.to_string(), body.name.clone(), &chosen));
        std::iter::once(first).chain(rest).collect::<Vec<_>>()
    };
    select(&Indicators::FilterByBody, options, move |value| list.set(BODY, &value))
}

fn order(list: List) -> AnyView {
    let options = move || {
        let chosen = list.filters.with(Sort::of).word();
        let language = list.session.language.get();
        let name = |sort: Sort| match sort {
            Sort::Document => Indicators::ByDocument,
            Sort::Urgency => Indicators::ByUrgency,
            Sort::UrgencyDown => Indicators::ByUrgencyDown,
            Sort::Ratio => Indicators::ByRatio,
            Sort::RatioDown => Indicators::ByRatioDown,
            Sort::Name => Indicators::ByName,
            Sort::NameDown => Indicators::ByNameDown,
            Sort::Lead => Indicators::ByLead,
            Sort::LeadDown => Indicators::ByLeadDown,
            Sort::Updated => Indicators::ByUpdated,
            Sort::UpdatedDown => Indicators::ByUpdatedDown,
        };
        let option = |sort: Sort| option(sort.word().to_owned(), name(sort).text(language).into_owned(), chosen);
        Sort::ALL.map(option).into_iter().collect::<Vec<_>>()
    };
    select(&Indicators::Order, options, move |value| list.set(SORT, &value))
}

/// How often figures are reported.
fn periods(list: List) -> AnyView {
    let options = move || {
        let language = list.session.language.get();
        let chosen = list.filter(PERIOD);
        let all = Indicators::PeriodFilter { period: to_lower(&Shell::All.text(language)) }.text(language);
        let first = option(String::new(), all.into_owned(), &chosen);
        let rest = PeriodLength::ALL
            .iter()
            .map(|length| option(length.word().to_owned(), length.text(language).into_owned(), &chosen));
        std::iter::once(first).chain(rest).collect::<Vec<_>>()
    };
    select(&Indicators::FilterByPeriod, options, move |value| list.set(PERIOD, &value))
}

fn grouping(list: List) -> AnyView {
    let options = move || {
        let chosen = list.filters.with(Grouping::of).word();
        let language = list.session.language.get();
        let name = |grouping: Grouping| match grouping {
            Grouping::Document => Indicators::GroupByDocument,
            Grouping::Verdict => Indicators::GroupByVerdict,
            Grouping::Lead => Indicators::GroupByLead,
            Grouping::Period => Indicators::GroupByPeriod,
        };
        let option = |it: Grouping| option(it.word().to_owned(), name(it).text(language).into_owned(), chosen);
        Grouping::ALL.map(option).into_iter().collect::<Vec<_>>()
    };
    select(&Indicators::Grouping, options, move |value| list.set(GROUPING, &value))
}

/// How the list is seen, in one menu: order, groups, which columns are shown. None of it hides a row.
fn ways(list: List) -> AnyView {
    let name = |column: &str| match column {
        "unit" => Indicators::UnitFull,
        "actual" => Indicators::Measured,
        "ratio" => Indicators::PercentOfPlan,
        "bullet" => Indicators::AgainstTarget,
        "spark" => Indicators::Course,
        "forecast" => Indicators::Projection,
        "verdict" => Indicators::Verdict,
        "lead" => Indicators::Lead,
        _ => Indicators::Updated,
    };
    let choices: Vec<AnyView> = COLUMNS
        .into_iter()
        .map(|column| {
            let is_shown = move || !list.hidden().iter().any(|hidden| hidden == column);
            let press = move |_| {
                let mut hidden = untrack(|| list.hidden());
                if let Some(at) = hidden.iter().position(|other| other == column) {
                    hidden.remove(at);
                } else {
                    hidden.push(column.to_owned());
                }
                list.set(HIDDEN, &hidden.join(","));
            };
            view! {
                <label>
                    <input type="checkbox" prop:checked=is_shown on:change=press />
                    {words(&name(column))}
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="menu-anchor column-menu" on:keydown=|event| leave_menu(&event)>
            <summary class="icon-button" aria-label=words(&Indicators::Ways) title=words(&Indicators::Ways)>
                {icon(Icon::SlidersHorizontal)}
            </summary>
            <div class="menu is-end">
                <label>{words(&Indicators::Order)} {order(list)}</label>
                <label>{words(&Indicators::Grouping)} {grouping(list)}</label>
                <hr />
                <div role="group" aria-label=words(&Indicators::Columns)>{choices}</div>
            </div>
        </details>
    }
    .into_any()
}

fn option(value: String, name: String, chosen: &str) -> AnyView {
    let is_chosen = value == chosen;
    view! { <option value=value prop:selected=is_chosen>{name}</option> }.into_any()
}

fn select(
    label: &dyn Message,
    options: impl Fn() -> Vec<AnyView> + Send + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    view! {
        <select class="select" aria-label=words(label) on:change=move |event| choose(event_target_value(&event))>
            {options}
        </select>
    }
    .into_any()
}

/// Nothing is left: which filters hide the rows, and the way out.
pub(super) fn no_match(list: List) -> AnyView {
    let sentence = move || {
        let language = list.session.language.get();
        let mut parts: Vec<String> = Vec::new();
        list.filters.with(|filters| {
            parts.extend(filters.get(SEARCH).map(|query| query.trim().to_owned()));
            let verdict = filters.get(VERDICT).map(|word| Status::ALL.iter().find(|status| status.as_str() == word));
            parts.extend(verdict.flatten().map(|status| status.name(language)));
            let body = filters.get(BODY).and_then(|body| {
                list.session.programme.with(|programme| programme.bodies().get(body).map(|body| body.name.clone()))
            });
            parts.extend(body);
            let period = filters.get(PERIOD).and_then(|word| PeriodLength::from_word(word));
            parts.extend(period.map(|period| period.text(language).into_owned()));
        });
        Indicators::NoMatch { query: parts.join(", ") }.text(language).into_owned()
    };
    let clear = move |_| {
        let mut filters = list.filters.get_untracked();
        filters.retain(|name, _| name == MODE);
        list.session.go_in_place(Route::Indicators(filters));
    };
    view! {
        <div class="empty-note">
            <strong>{sentence}</strong>
            <p>{words(&Indicators::NoMatchHint)}</p>
            <button class="button" on:click=clear>
                {words(&Indicators::ClearFilters)}
            </button>
        </div>
    }
    .into_any()
}

pub(super) fn foot(list: List) -> AnyView {
    let hint = |keys: &'static [&'static str], message: Indicators| {
        let keys: Vec<AnyView> = keys.iter().map(|key| view! { <kbd>{*key}</kbd> }.into_any()).collect();
        view! { <li>{keys} <span>{words(&message)}</span></li> }.into_any()
    };
    let count = move || {
        let language = list.session.language.get();
        let selected = list.selected.get();
        list.shown.with(|rows| {
            let count = Indicators::GroupCount { count: rows.len() }.text(language).into_owned();
            match rows.iter().find(|row| Some(&row.measure.id) == selected.as_ref()) {
                Some(row) => {
                    let selected = Indicators::Selected { number: row.number.clone() }.text(language);
                    format!("{count}, {selected}")
                }
                None => count,
            }
        })
    };
    view! {
        <footer class="table-foot">
            <ul class="key-hints">
                {hint(&["J", "K"], Indicators::HintRows)}
                {hint(&["Enter"], Indicators::HintOpen)}
                {hint(&["E"], Indicators::HintEnter)}
                {hint(&["V"], Indicators::HintWhy)}
                {hint(&["/"], Indicators::HintSearch)}
                {hint(&["1–6"], Indicators::HintVerdicts)}
                {hint(&["?"], Indicators::HintKeys)}
            </ul>
            <p role="status">{count}</p>
        </footer>
    }
    .into_any()
}
