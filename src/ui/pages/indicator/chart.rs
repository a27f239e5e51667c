//! The chart: drawn at the width of its place, read period by period with pointer or arrow keys, also as a table.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::chart_table::table;
use super::download::{Kind, take_along};
use super::{Subject, View};
use crate::charts::{Chart, Drawing, Hit, heat_key, heat_strip};
use crate::evaluate::drawn_course;
use crate::i18n::Message;
use crate::i18n::messages::Chart as Words;
use crate::model::Target;
use crate::ui::components::icon::{Icon, icon};
use crate::ui::components::size::follow_size;
use crate::ui::pages::more::more_actions;
use crate::ui::words;

/// Until the place is measured.
const FIRST_WIDTH: f64 = 720.0;
/// What is chosen, as the address names it.
const BY: &str = "by";
const QUARTER: &str = "quarter";
const BESIDE: &str = "beside";
const LAST_YEAR: &str = "last-year";

/// The drawing and what of it is being read.
#[derive(Clone, Copy)]
struct Reader {
    subject: Subject,
    chart: Memo<Option<Chart>>,
    drawing: Memo<Option<Arc<Drawing>>>,
    cursor: RwSignal<Option<usize>>,
    place: NodeRef<html::Figure>,
}

pub(super) fn chart(subject: Subject, view: View) -> AnyView {
    let session = subject.session;
    let is_drawn = Memo::new(move |_| {
        subject.measure.with(|measure| measure.as_ref().is_some_and(|measure| !measure.value_kind.is_in_words()))
    });
    let width = RwSignal::new(FIRST_WIDTH);
    // Period by period, as the figures are.
    let course = Memo::new(move |_| {
        let (measure, evaluation) = subject.get()?;
        // The evaluation changes with the figures, the day and the rules.
        let context = session.judged.with_untracked(|judged| judged.context.clone());
        let course = session.programme.with_untracked(|programme| drawn_course(programme, &measure, &context));
        Some(Chart::of(&measure, &evaluation, course, session.language.get()))
    });
    let chart = Memo::new(move |_| {
        let chart = course.get()?;
        let chart = Chart { with_last_year: view.get(BESIDE).is_some_and(|it| it == LAST_YEAR), ..chart };
        Some(if view.get(BY).is_some_and(|it| it == QUARTER) { chart.by_quarter() } else { chart })
    });
    let drawing = Memo::new(move |_| {
        let (width, language) = (width.get(), session.language.get());
        chart.with(|chart| chart.as_ref().map(|chart| Arc::new(chart.draw(width, language))))
    });
    let reader = Reader { subject, chart, drawing, cursor: RwSignal::new(None), place: NodeRef::new() };
    follow_width(reader.place, width);
    let is_empty = Memo::new(move |_| course.with(|chart| chart.as_ref().is_some_and(|chart| !chart.has_figures())));
    let content = move || {
        is_drawn.get().then(|| {
            if is_empty.get() {
                return nothing(table(session, chart));
            }
            view! {
                <section class="chart-section" aria-labelledby="chart-title">
                    {heading(view, course, chart)}
                    {figure(reader)}
                    {heat(subject, course, width)}
                    {table(session, chart)}
                </section>
            }
            .into_any()
        })
    };
    content.into_any()
}

/// A line at the target alone, at a scale of no meaning, is no course.
fn nothing(plan: AnyView) -> AnyView {
    view! {
        <section class="chart-section" aria-labelledby="chart-title">
            <div class="section-heading"><h2 id="chart-title">{words(&Words::Title)}</h2></div>
            <div class="empty-note">
                <strong>{words(&Words::NoData)}</strong>
                <p>{words(&Words::NothingToDraw)}</p>
            </div>
            {plan}
        </section>
    }
    .into_any()
}

/// Draws anew when the place of the chart changes its width.
fn follow_width(place: NodeRef<html::Figure>, width: RwSignal<f64>) {
    let measure = move || {
        let Some(place) = place.try_get_untracked().flatten() else { return };
        // Its words grow with the text of the page: drawn for less room, the picture is stretched to what there is.
        let now = f64::from(place.client_width()) * 16.0 / f64::from(text_size());
        // A hidden place has none.
        if now > 0.0 && width.try_get_untracked().is_some_and(|before| (before - now).abs() >= 1.0) {
            width.set(now);
        }
    };
    // It comes and goes with the figures.
    Effect::new(move |_| place.get().iter().for_each(|place| follow_size(place, measure)));
}

/// The pixels of a rem; 16 unless the person asked for larger text, here or in the browser.
fn text_size() -> u32 {
    let root = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = root.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| size.split(['.', 'p']).next()?.parse().ok()).filter(|size| *size > 0).unwrap_or(16)
}

/// The target to be kept: each period kept or not.
fn heat(subject: Subject, course: Memo<Option<Chart>>, width: RwSignal<f64>) -> AnyView {
    let session = subject.session;
    let strip = move || {
        let evaluation = subject.evaluation.get()?;
        let goal = evaluation.goal.filter(|_| matches!(evaluation.target, Target::Maintain(_) | Target::Hold))?;
        let (width, language) = (width.get(), session.language.get());
        course.with(|chart| {
            let chart = chart.as_ref()?;
            Some((heat_strip(chart, &goal, width, language), heat_key(chart, &goal, language)))
        })
    };
    let content = move || {
        strip().map(|(strip, key)| {
            let key: Vec<AnyView> = key
                .into_iter()
                .map(|(cell, meaning)| view! { <li><span inner_html=cell></span> {meaning}</li> }.into_any())
                .collect();
            view! {
                <h3 class="chart-subtitle">{words(&Words::Kept)}</h3>
                <div inner_html=strip></div>
                <ul class="heat-key">{key}</ul>
            }
            .into_any()
        })
    };
    content.into_any()
}

fn heading(view: View, course: Memo<Option<Chart>>, chart: Memo<Option<Chart>>) -> AnyView {
    let session = view.session;
    let title = move || {
        let has_projection = chart.with(|chart| chart.as_ref().is_some_and(|chart| chart.projection.is_some()));
        let message = if has_projection { Words::TitleWithProjection } else { Words::Title };
        message.text(session.language.get()).into_owned()
    };
    // The year before, where it has figures.
    let year = Memo::new(move |_| {
        course.with(|chart| {
            let step = chart.as_ref()?.steps.iter().find(|step| step.before.is_some())?;
            Some(step.period.year() - 1)
        })
    });
    let has_months = Memo::new(move |_| course.with(|chart| chart.as_ref().is_some_and(Chart::has_months)));
    let by_quarter = move || has_months.get().then(|| choice(view, (BY, QUARTER), &Words::ByQuarter));
    let compare = move || year.get().map(|year| choice(view, (BESIDE, LAST_YEAR), &Words::CompareLastYear { year }));
    let download = move |kind: Kind, name: &dyn Message, short: &'static str| {
        let press = move |_| {
            if let Some(chart) = chart.get_untracked() {
                take_along(session, chart, kind);
            }
        };
        view! {
            <button class="button is-small" aria-label=words(name) on:click=press>
                {icon(Icon::Download)}
                {short}
            </button>
        }
        .into_any()
    };
    let files = view! {
        {download(Kind::Svg, &Words::DownloadSvg, "SVG")}
        {download(Kind::Png, &Words::DownloadPng, "PNG")}
        {download(Kind::Csv, &Words::DownloadCsv, "CSV")}
    };
    let (files, more) = more_actions("chart-files", files.into_any());
    view! {
        <div class="section-heading">
            <h2 id="chart-title">{title}</h2>
            <div class="section-actions">
                {compare} {by_quarter} {files} {more}
            </div>
        </div>
    }
    .into_any()
}

/// A way to see the chart that is on or off; the address says it.
fn choice(view: View, (name, value): (&'static str, &'static str), words_of: &Words) -> AnyView {
    let is_on = Memo::new(move |_| view.get(name).is_some_and(|now| now == value));
    view! {
        <button
            class="button is-small"
            aria-pressed=move || is_on.get().to_string()
            on:click=move |_| view.set(name, if is_on.get_untracked() { "" } else { value })
        >
            {words(words_of)}
        </button>
    }
    .into_any()
}

/// The picture, and over it the line and the words of the period that is read.
fn figure(reader: Reader) -> AnyView {
    let svg = move || reader.drawing.with(|drawing| drawing.as_ref().map(|drawing| drawing.svg.clone()));
    let overlay = move || reader.read(Drawing::cursor).unwrap_or_default();
    let words_of = move || reader.words().map(|(period, facts)| format!("{period}: {facts}"));
    let reading = move || {
        let style = reader.read(Drawing::cursor_style)?;
        let (period, facts) = reader.words()?;
        let view = view! {
            <div class="chart-reading" aria-hidden="true" style=style>
                <strong>{period}</strong>
                <span>{facts}</span>
            </div>
        };
        Some(view.into_any())
    };
    view! {
        <figure
            class="chart-figure"
            tabindex="0"
            aria-labelledby="chart-title"
            aria-describedby="chart-hint"
            node_ref=reader.place
            on:keydown=move |event| reader.key(&event)
            on:pointerdown=move |event| reader.point(&event)
            on:pointermove=move |event| reader.point(&event)
            on:pointerleave=move |event| reader.leave(&event)
            on:blur=move |_| reader.cursor.set(None)
        >
            <div inner_html=svg></div>
            <div class="chart-overlay" aria-hidden="true" inner_html=overlay></div>
            {reading}
        </figure>
        <p class="visually-hidden" id="chart-hint">
            {words(&Words::ReadHint)}
        </p>
        <p class="visually-hidden" role="status">
            {words_of}
        </p>
    }
    .into_any()
}

impl Reader {
    fn read<T>(self, tell: impl FnOnce(&Drawing, &Hit) -> T) -> Option<T> {
        let index = self.cursor.get()?;
        self.drawing.with(|drawing| {
            let drawing = drawing.as_ref()?;
            Some(tell(drawing, drawing.hits.get(index)?))
        })
    }

    /// The period that is read, in words: only this one is worded.
    fn words(self) -> Option<(String, String)> {
        let (index, language) = (self.cursor.get()?, self.subject.session.language.get());
        self.chart.with(|chart| chart.as_ref()?.reading(index, language))
    }

    /// Arrow keys go from period to period, from the last one with a figure.
    fn key(self, event: &web_sys::KeyboardEvent) {
        let (last, count) = self.drawing.with_untracked(|drawing| {
            let hits = drawing.as_ref().map_or(&[][..], |drawing| &drawing.hits);
            (hits.iter().rposition(|hit| hit.y.is_some()), hits.len())
        });
        let Some(end) = count.checked_sub(1) else { return };
        let next = match (event.key().as_str(), self.cursor.get_untracked()) {
            ("ArrowLeft" | "ArrowRight", None) => Some(last.unwrap_or_default()),
            ("ArrowLeft", Some(index)) => Some(index.saturating_sub(1)),
            ("ArrowRight", Some(index)) => Some((index + 1).min(end)),
            ("Home", _) => Some(0),
            ("End", _) => Some(end),
            ("Escape", Some(_)) => None,
            _ => return,
        };
        event.prevent_default();
        self.cursor.set(next);
    }

    /// What a finger has touched stays to be read until it touches something else.
    fn leave(self, event: &web_sys::PointerEvent) {
        if event.pointer_type() != "touch" {
            self.cursor.set(None);
        }
    }

    /// The period nearest to the pointer.
    fn point(self, event: &web_sys::PointerEvent) {
        let Some(place) = self.place.get_untracked() else { return };
        let bounds = place.get_bounding_client_rect();
        let nearest = self.drawing.with_untracked(|drawing| {
            let drawing = drawing.as_ref()?;
            let x = (f64::from(event.client_x()) - bounds.left()) * drawing.width / bounds.width();
            let hits = drawing.hits.iter().enumerate();
            hits.min_by(|(_, one), (_, other)| (one.x - x).abs().total_cmp(&(other.x - x).abs()))
                .map(|(index, _)| index)
        });
        if nearest != self.cursor.get_untracked() {
            self.cursor.set(nearest);
        }
    }
}
