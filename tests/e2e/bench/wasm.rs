//! What `cargo xtask bench` times of the program's own code in a page: judging and charts, built as the release is.
//!
//! No part of the app. The page gets plain values in and strings or counts out; what was made is kept until `forget`, as
//! the app keeps it, so that letting it go is not timed.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::hint::black_box;
use std::ops::Range;

use tiendo::charts::{Chart, Form, small_multiple};
use tiendo::evaluate::{Context, CourseStep, Evaluation, evaluate, evaluate_in};
use tiendo::i18n::Language;
use tiendo::model::{Date, Decimal, Measure, Observation, Period, PeriodLength, Programme};
use tiendo::sample::sample;
use wasm_bindgen::prelude::*;

const FIRST_YEAR: i32 = 1600;

#[derive(Default)]
struct Bench {
    charts: Vec<Chart>,
    programme: Option<(Programme, Context)>,
    many: Vec<(Measure, Vec<Observation>)>,
    kept: Vec<Evaluation>,
}

thread_local! {
    static BENCH: RefCell<Bench> = RefCell::default();
}

fn main() {
    console_error_panic_hook::set_once();
}

/// Makes charts of a level with their pace and target. Returns their points as JSON, for those who draw the same.
#[wasm_bindgen(js_name = makeCharts)]
pub fn make_charts(count: u32, points: u32) -> String {
    let charts: Vec<Chart> = (0..count).map(|number| level(number, 0..points)).collect();
    let mut json = String::from("[");
    for chart in &charts {
        let end = if json.len() > 1 { "," } else { "" };
        let row = |value: fn(&CourseStep) -> Option<Decimal>| {
            let values: Vec<String> =
                chart.steps.iter().map(|step| value(step).unwrap_or_default().to_string()).collect();
            values.join(",")
        };
        let (actual, pace, target) = (row(|step| step.value), row(|step| step.expected), row(|step| step.line));
        write!(json, r#"{end}{{"actual":[{actual}],"pace":[{pace}],"target":[{target}]}}"#).ok();
    }
    json.push(']');
    BENCH.with_borrow_mut(|bench| bench.charts = charts);
    json
}

#[wasm_bindgen(js_name = drawSmall)]
pub fn draw_small(index: usize) -> String {
    BENCH.with_borrow(|bench| {
        bench.charts.get(index).map(|chart| small_multiple(chart, Language::Vietnamese)).unwrap_or_default()
    })
}

#[wasm_bindgen(js_name = drawLarge)]
pub fn draw_large(index: usize, width: f64) -> String {
    BENCH.with_borrow(|bench| {
        bench.charts.get(index).map(|chart| chart.draw(width, Language::Vietnamese).svg).unwrap_or_default()
    })
}

/// Opens the sample; from its measures and figures `many` more are made. Returns how many measures it has itself.
#[wasm_bindgen]
pub fn open(many: usize) -> usize {
    let Some(today) = Date::new(2025, 10, 5) else { return 0 };
    let programme = Programme::read(sample());
    let measures: Vec<&Measure> = programme.measures().iter().map(AsRef::as_ref).collect();
    let copies = measures.iter().cycle().take(many).map(|measure| {
        let figures = programme.observations_of(measure.id.as_str()).map(|figure| figure.as_ref().clone());
        ((*measure).clone(), figures.collect())
    });
    let (copies, count) = (copies.collect(), measures.len());
    let context = Context::of(&programme, today);
    BENCH.with_borrow_mut(|bench| {
        bench.many = copies;
        bench.programme = Some((programme, context));
    });
    count
}

/// Judges the first measures of the programme, as the app does. Returns how many steps the traces have.
#[wasm_bindgen]
pub fn judge(count: usize) -> usize {
    BENCH.with_borrow_mut(|bench| {
        let Some((programme, context)) = &bench.programme else { return 0 };
        let measures = programme.measures().iter().take(count);
        bench.kept.extend(measures.map(|measure| evaluate_in(programme, measure, context)));
        steps_of(&bench.kept)
    })
}

/// Judges the many copies.
#[wasm_bindgen(js_name = judgeMany)]
pub fn judge_many() -> usize {
    BENCH.with_borrow_mut(|bench| {
        let Some((_, context)) = &bench.programme else { return 0 };
        bench.kept.extend(bench.many.iter().map(|(measure, figures)| evaluate(measure, figures, context)));
        steps_of(&bench.kept)
    })
}

/// Lets go of all judgements.
#[wasm_bindgen]
pub fn forget() {
    BENCH.with_borrow_mut(|bench| bench.kept = Vec::new());
}

fn steps_of(evaluations: &[Evaluation]) -> usize {
    black_box(evaluations).iter().map(|evaluation| evaluation.trace.steps.len()).sum()
}

/// A level that sways about a rising pace; another course for each number.
fn level(number: u32, points: Range<u32>) -> Chart {
    let target = Decimal::from(100);
    let end = points.end.max(1);
    let steps = points.filter_map(|at| {
        let month = u8::try_from(at % 12 + 1).ok()?;
        let period = Period::new(FIRST_YEAR + i32::try_from(at / 12).ok()?, PeriodLength::Month, month)?;
        let pace = Decimal::new(i64::from(600 + 400 * (at + 1) / end), 1);
        let sway = Decimal::new(i64::from((at * 37 + number * 53) % 101) - 50, 1);
        Some(CourseStep {
            period,
            own: None,
            value: Some(pace + sway),
            expected: Some(pace),
            before: None,
            line: Some(target),
            starts_anew: false,
        })
    });
    Chart {
        name: format!("Chỉ tiêu {number}"),
        unit: "%".to_owned(),
        decimals: 1,
        form: Form::Level,
        higher_is_better: true,
        steps: steps.collect(),
        target: "ít nhất 100 %".to_owned(),
        second_line: None,
        projection: None,
        needed: None,
        with_last_year: false,
    }
}
