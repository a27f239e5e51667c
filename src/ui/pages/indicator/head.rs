//! The head of the page: name, verdict, where it stands in the programme, and the ways to its neighbours.

use std::sync::Arc;

use leptos::prelude::*;

use super::{EDIT, View};
use crate::app::{Route, Session, day_of};
use crate::document::NodeId;
use crate::evaluate::Evaluation;
use crate::i18n::messages::Indicator;
use crate::i18n::{Language, Message, format_date, format_exact, period_length_inside, reckoned_prose};
use crate::model::{Measure, Programme};
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::status_mark::{Status, status_mark};
use crate::ui::pages::fields::numbered;
use crate::ui::pages::indicators::rows::updated;
use crate::ui::pages::more::more_actions;
use crate::ui::words;

/// The neighbours of a measure in the order of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    pub previous: Option<NodeId>,
    pub next: Option<NodeId>,
    /// Its place from 1, and how many there are.
    place: usize,
    count: usize,
}

pub fn around(session: Session, id: Memo<NodeId>) -> Memo<Around> {
    let order = Memo::new(move |_| {
        session.programme.with(|programme| {
            programme.measures_in_order().iter().map(|measure| measure.id.clone()).collect::<Vec<NodeId>>()
        })
    });
    Memo::new(move |_| {
        order.with(|order| {
            let id = id.get();
            let Some(index) = order.iter().position(|other| *other == id) else { return Around::default() };
            Around {
                previous: index.checked_sub(1).and_then(|index| order.get(index)).cloned(),
                next: order.get(index + 1).cloned(),
                place: index + 1,
                count: order.len(),
            }
        })
    })
}

pub(super) fn head(view: View, id: Memo<NodeId>, around: Memo<Around>) -> AnyView {
    let session = view.session;
    let parts = move || {
        let id = id.get();
        let evaluation = session.judged.with(|judged| judged.get(id.as_str()).cloned())?;
        let measure = session.programme.with(|programme| programme.measures().get(id.as_str()).cloned())?;
        Some((measure, evaluation))
    };
    let title = move || parts().map(|(measure, evaluation)| title(&measure, &evaluation, session.language.get()));
    let facts = move || {
        let (measure, evaluation) = parts()?;
        let language = session.language.get();
        let day = session.as_of.get();
        let facts = session.programme.with(|programme| facts(programme, &measure, &evaluation, day, language));
        Some(facts)
    };
    let place = move || around.with(|around| format!("{} / {}", around.place, around.count));
    let is_edited = Memo::new(move |_| view.get(EDIT).is_some());
    let edit = move |_| {
        view.set(EDIT, if is_edited.get_untracked() { "" } else { "1" });
        queue_microtask(move || queue_microtask(|| super::focus(&format!("#{}", super::edit::TITLE))));
    };
    let ways = view! {
        {neighbour(&Indicator::Previous, Icon::ChevronLeft, move || around.with(|around| around.previous.clone()))}
        <span class="period-detail">{place}</span>
        {neighbour(&Indicator::Next, Icon::ChevronRight, move || around.with(|around| around.next.clone()))}
        <button class="button" type="button" aria-expanded=move || is_edited.get().to_string() on:click=edit>
            {icon(Icon::Pencil)}
            {words(&Indicator::EditMeasure)}
        </button>
    };
    let (ways, more) = more_actions("indicator-actions", ways.into_any());
    view! {
        <header class="indicator-head">
            <h1 class="page-title">{title}</h1>
            <div class="page-actions">{ways} {more}</div>
            <p class="indicator-facts">{facts}</p>
        </header>
    }
    .into_any()
}

/// A link to the measure before or after; at the ends it leads nowhere.
fn neighbour(
    name: &dyn Message,
    picture: Icon,
    id: impl Fn() -> Option<NodeId> + Copy + Send + Sync + 'static,
) -> AnyView {
    let href = move || id().map(|id| Route::Indicator(id).href());
    let disabled = move || id().is_none().then_some("true");
    view! {
        <a class="icon-button" role="link" aria-label=words(name) href=href aria-disabled=disabled>
            {icon(picture)} <span class="more-word">{words(name)}</span>
        </a>
    }
    .into_any()
}

fn title(measure: &Measure, evaluation: &Evaluation, language: Language) -> AnyView {
    let status = Status::from(evaluation.verdict);
    let verdict = evaluation.verdict.text(language).into_owned();
    view! {
        <span lang="vi">{measure.name.clone()}</span>
        " "
        <span class="verdict is-pill" data-status=status.as_str()>
            {status_mark(status)}
            {verdict}
        </span>
    }
    .into_any()
}

fn facts(
    programme: &Programme,
    measure: &Arc<Measure>,
    evaluation: &Evaluation,
    day: crate::model::Date,
    language: Language,
) -> Vec<AnyView> {
    let say = |message: Indicator| message.text(language).into_owned();
    let kind = measure.value_kind.text(language).into_owned();
    let period = period_length_inside(measure.period, language);
    let mut facts = vec![
        fact(numbered(programme, measure.id.as_str(), language), None),
        fact(say(Indicator::TargetFact), Some(reckoned_prose(measure, evaluation, &measure.unit, language))),
        fact(say(Indicator::KindByPeriod { kind, period }), None),
    ];
    if let Some(baseline) = &measure.baseline {
        let value = format_exact(baseline.value, language);
        facts.push(fact(say(Indicator::BaselineFact { year: baseline.year }), Some(value)));
    }
    if let Some(lead) = programme.lead_of(measure, day) {
        facts.push(fact(say(Indicator::LedBy), Some(lead.name.clone())));
    }
    if let Some(at) = updated(programme, measure.id.as_str()) {
        facts.push(fact(say(Indicator::LastUpdate), Some(format_date(day_of(at), language))));
    }
    facts
}

fn fact(name: String, value: Option<String>) -> AnyView {
    view! { <span>{name} {value.map(|value| view! { " " <b>{value}</b> })}</span> }.into_any()
}
