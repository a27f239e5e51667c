//! Charts by their structure: which roles are drawn, how often, and what is said; never pixels.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

mod forms;

use tiendo::charts::{Bullet, Chart, Fan, Form, Spark, bullet, csv, small_multiple, sparkline, standalone_svg};
use tiendo::evaluate::{Context, CourseStep, course, evaluate};
use tiendo::i18n::Language;
use tiendo::model::{
    Decimal, Figure, Measure, Observation, Period, PeriodLength, Reading, Settings, Target, ValueKind,
};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Twelve months; an empty text is a missing figure.
fn months(values: &[&str], line: &str, expected: impl Fn(u8) -> Option<Decimal>) -> Vec<CourseStep> {
    let value =
        |month: u8| values.get(usize::from(month) - 1).filter(|text| !text.is_empty()).map(|text| decimal(text));
    Period::of_year(2025, PeriodLength::Month)
        .map(|period| CourseStep {
            period,
            own: None,
            value: value(period.index()),
            expected: expected(period.index()),
            before: None,
            line: Some(decimal(line)),
            starts_anew: false,
        })
        .collect()
}

/// New jobs of the year: 96.400 after nine months, 8.600 behind the pace.
fn jobs() -> Chart {
    let own = ["9100", "7600", "11900", "11300", "10700", "12400", "11500", "10800", "11100"];
    let mut sum = Decimal::ZERO;
    let totals: Vec<String> = own
        .iter()
        .map(|amount| {
            sum += decimal(amount);
            sum.to_string()
        })
        .collect();
    let totals: Vec<&str> = totals.iter().map(String::as_str).collect();
    let mut steps =
        months(&totals, "140000", |month| Some(decimal("140000") * Decimal::from(month) / Decimal::from(12)));
    for (step, amount) in steps.iter_mut().zip(own) {
        step.own = Some(decimal(amount));
        step.before = Some(decimal(amount));
    }
    Chart {
        name: "Tạo việc làm mới".to_owned(),
        unit: "lao động".to_owned(),
        decimals: 0,
        form: Form::Total,
        higher_is_better: true,
        steps,
        target: "140.000 lao động".to_owned(),
        second_line: None,
        projection: Some(Fan { low: decimal("119200"), middle: decimal("129800"), high: decimal("133600") }),
        needed: Some(decimal("14534")),
        with_last_year: false,
    }
}

fn level(values: &[&str], line: &str) -> Chart {
    Chart {
        name: "Tỷ lệ thất nghiệp".to_owned(),
        unit: "%".to_owned(),
        decimals: 2,
        form: Form::Level,
        higher_is_better: false,
        steps: months(values, line, |_| None),
        target: format!("dưới {line} %"),
        second_line: None,
        projection: None,
        needed: None,
        with_last_year: false,
    }
}

fn count(svg: &str, class: &str) -> usize {
    svg.matches(&format!("class=\"{class}\"")).count()
}

fn draw(chart: &Chart) -> String {
    chart.draw(756.0, Language::Vietnamese).svg
}

#[test]
fn a_total_shows_course_pace_target_fan_and_bars() {
    let svg = draw(&jobs());
    let roles = [
        ("chart-actual", 1),
        ("chart-point", 8),
        ("chart-point is-last", 1),
        ("chart-pace", 1),
        ("chart-target", 1),
        ("chart-range", 1),
        ("chart-projection", 1),
        ("chart-bar", 8),
        ("chart-bar is-last", 1),
        ("chart-bar-needed", 3),
        ("chart-quarter", 3),
        ("chart-gap", 1),
    ];
    for (class, times) in roles {
        assert_eq!(count(&svg, class), times, "{class}");
    }
    for words in
        ["Mục tiêu 140.000", "thiếu 8.600 so với nhịp 105.000", "96.400", "hết tháng 9", "cần 14,5 mỗi tháng", "T12"]
    {
        assert!(svg.contains(&format!(">{words}</text>")), "{words}");
    }
    assert_eq!(count(&svg, "chart-previous"), 0);
    let compared = draw(&Chart { with_last_year: true, ..jobs() });
    assert_eq!(count(&compared, "chart-previous"), 1);
    assert!(compared.contains(">Năm 2024</text>"));
}

#[test]
fn elements_carry_classes_and_no_colour() {
    for svg in [draw(&jobs()), small_multiple(&jobs(), Language::Vietnamese)] {
        for attribute in ["fill=", "stroke=", "style=", "#", "rgb", "NaN", "inf"] {
            assert!(!svg.contains(attribute), "{attribute}");
        }
    }
}

#[test]
fn at_most_four_grid_lines_and_a_total_starts_at_zero() {
    let svg = draw(&jobs());
    assert!((2..=4).contains(&count(&svg, "chart-grid")), "{}", count(&svg, "chart-grid"));
    assert!(svg.contains(">0</text>"));
    let fitted = draw(&level(&["3.9", "3.8", "3.62"], "4"));
    assert!(!fitted.contains(">0</text>") && !fitted.contains(">0,0</text>"), "a state fits its range");
}

#[test]
fn a_missing_figure_breaks_the_line_and_is_never_zero() {
    let svg = draw(&level(&["3.9", "3.8", "", "3.7", "3.6"], "4"));
    assert_eq!(count(&svg, "chart-actual"), 2);
    let drawing = level(&["3.9", "", "3.7"], "4").draw(756.0, Language::Vietnamese);
    assert_eq!(drawing.hits.iter().filter(|hit| hit.y.is_some()).count(), 2);
    let read = level(&["3.9", "", "3.7"], "4").reading(1, Language::Vietnamese).unwrap();
    assert_eq!(read, ("Tháng 2".to_owned(), "chưa có số liệu".to_owned()));
}

#[test]
fn a_change_of_scope_cuts_the_line_and_says_so() {
    let mut chart = level(&["3.9", "3.8", "3.7", "3.6"], "4");
    chart.steps[2].starts_anew = true;
    let drawing = chart.draw(756.0, Language::Vietnamese);
    assert_eq!((count(&drawing.svg, "chart-actual"), count(&drawing.svg, "chart-leader is-break")), (2, 1));
    assert!(drawing.svg.contains(">phạm vi thay đổi</text>"));
    assert!(drawing.summary.contains("phạm vi thay đổi từ tháng 3"), "{}", drawing.summary);
    assert_eq!(chart.reading(2, Language::Vietnamese).unwrap().1, "3,70\u{202f}%; phạm vi thay đổi");
    assert_eq!(count(&sparkline(&Spark::of(&chart), 76.0, 26.0), "chart-actual"), 2);
    let small = small_multiple(&chart, Language::Vietnamese);
    assert_eq!((count(&small, "chart-actual"), count(&small, "chart-leader is-break")), (2, 1));
}

#[test]
fn a_revised_target_is_a_step() {
    let mut chart = level(&["3.9", "3.8"], "4");
    for step in chart.steps.iter_mut().skip(6) {
        step.line = Some(decimal("3.5"));
    }
    let svg = draw(&chart);
    let path = svg.split("class=\"chart-target\" d=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(path.matches(['M', 'L']).count(), 4, "{path}");
    assert!(svg.contains(">Mục tiêu 3,5</text>") && svg.contains(">Trước điều chỉnh 4</text>"), "both are named");
    let drawing = chart.draw(756.0, Language::Vietnamese);
    assert!(drawing.summary.contains("mục tiêu điều chỉnh từ tháng 7"), "{}", drawing.summary);
    assert!(chart.reading(0, Language::Vietnamese).unwrap().1.ends_with("mục tiêu 4"));
}

#[test]
fn ranks_run_downward_in_whole_numbers() {
    let ranks = |values: &[&str]| Chart { form: Form::Rank, decimals: 0, ..level(values, "5") };
    let height =
        |value: &str| ranks(&[value, "12"]).draw(756.0, Language::Vietnamese).hits.first().and_then(|hit| hit.y);
    assert!(height("3") < height("9"), "a better rank stands higher");
    assert!(!draw(&ranks(&["12", "11"])).contains(",5</text>"));
}

#[test]
fn odd_data_draw_without_harm() {
    let none = Chart { projection: None, needed: None, ..level(&[], "4") };
    assert!(draw(&none).contains("Chưa có số liệu"));
    let bare = Chart { steps: Vec::new(), ..level(&[], "4") };
    let huge = "79228162514264337593543950335";
    for chart in [
        bare,
        level(&["4"], "4"),
        level(&["4", "4", "4"], "4"),
        level(&["0"], "0"),
        level(&["-5", "5"], "0"),
        level(&[huge, "-79228162514264337593543950335"], huge),
        Chart { form: Form::Total, ..level(&["0", "0"], "0") },
        Chart { form: Form::Total, ..level(&["-5", "-9"], "-20") },
        Chart { form: Form::Rank, ..level(&["1"], "1") },
    ] {
        for width in [0.0, 120.0, 358.0, 756.0, f64::NAN, f64::INFINITY] {
            let svg = chart.draw(width, Language::English).svg;
            assert!(svg.starts_with("<svg") && svg.ends_with("</svg>"));
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
        assert!(small_multiple(&chart, Language::English).ends_with("</svg>"));
    }
}

#[test]
fn the_name_of_the_picture_says_where_it_stands() {
    let drawing = jobs().draw(756.0, Language::Vietnamese);
    assert_eq!(
        drawing.summary,
        "Tạo việc làm mới: 9 tháng 96.400 lao động; kém nhịp cần có 8.600; mục tiêu 140.000 lao động; \
         dự báo cả năm từ 119.200 đến 133.600."
    );
    assert!(drawing.svg.contains(&format!("role=\"img\" aria-label=\"{}\"", drawing.summary)));
}

#[test]
fn every_period_can_be_read_from_left_to_right() {
    let drawing = jobs().draw(756.0, Language::Vietnamese);
    assert_eq!(drawing.hits.len(), 12);
    assert!(drawing.hits.windows(2).all(|pair| pair[0].x < pair[1].x));
    let (period, reading) = jobs().reading(8, Language::Vietnamese).unwrap();
    assert_eq!(period, "Tháng 9");
    assert_eq!(reading, "96.400 lao động; trong kỳ 11.100; nhịp cần có 105.000");
    assert_eq!(jobs().reading(12, Language::Vietnamese), None);
}

#[test]
fn months_are_seen_by_quarters() {
    let quarters = Chart { needed: Some(14_534.into()), ..jobs() }.by_quarter();
    let values = |value: fn(&CourseStep) -> Option<Decimal>| -> Vec<String> {
        quarters.steps.iter().map(|step| value(step).map_or("…".to_owned(), |it| it.normalize().to_string())).collect()
    };
    assert_eq!(values(|step| step.value), ["28600", "63000", "96400", "…"]);
    assert_eq!(values(|step| step.own), ["28600", "34400", "33400", "…"]);
    assert_eq!(values(|step| step.expected), ["35000", "70000", "105000", "140000"]);
    assert_eq!(quarters.needed, Some(43_602.into()));
    assert!(draw(&quarters).contains(">Quý III</text>"));
    assert_eq!(quarters.clone().by_quarter(), quarters, "quarters stay");
    // In the midst of a quarter nothing is said of what remains by quarters, and a missing month makes no sum.
    let mut open = Chart { needed: Some(14_534.into()), ..jobs() };
    (open.steps[8].value, open.steps[8].own) = (None, None);
    let open = open.by_quarter();
    assert_eq!((open.needed, open.steps[2].value, open.steps[2].own), (None, None, None));
    // A break in the midst of a quarter is told at the next one.
    let mut broken = level(&["3.9", "3.8", "3.7", "3.6", "3.5", "3.4", "3.3"], "4");
    broken.steps[4].starts_anew = true;
    let anew: Vec<bool> = broken.by_quarter().steps.iter().map(|step| step.starts_anew).collect();
    assert_eq!(anew, [false, false, true, false]);
}

#[test]
fn markup_in_names_and_units_is_inert() {
    let chart = Chart { name: "<script>alert(1)</script>".to_owned(), unit: "\"><b>".to_owned(), ..jobs() };
    let drawing = chart.draw(756.0, Language::Vietnamese);
    for svg in [&drawing.svg, &standalone_svg(&drawing), &small_multiple(&chart, Language::Vietnamese)] {
        assert!(!svg.contains("<script") && !svg.contains("<b>"));
    }
    let csv = csv(&Chart { target: "=1+1".to_owned(), ..chart }, Language::Vietnamese);
    assert!(csv.lines().all(|line| !line.split(';').any(|cell| cell.starts_with('='))));
}

#[test]
fn a_saved_picture_carries_its_colours_and_its_name() {
    let drawing = jobs().draw(756.0, Language::Vietnamese);
    let file = standalone_svg(&drawing);
    assert!(file.starts_with("<?xml") && file.contains("xmlns=\"http://www.w3.org/2000/svg\""));
    assert!(file.contains("<title>Tạo việc làm mới: 9 tháng"));
    let style = file.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
    for class in drawing.svg.split("class=\"").skip(1).filter_map(|rest| rest.split(['"', ' ']).next()) {
        let has_own = style.contains(&format!(".{class}"));
        assert!(has_own || ["chart-indicator", "chart-label", "chart-bar-label"].contains(&class), "{class}");
    }
}

#[test]
fn the_table_of_a_chart_opens_in_a_spreadsheet() {
    let vi = csv(&jobs(), Language::Vietnamese);
    assert!(vi.starts_with('\u{feff}') && vi.contains("\r\nTháng 9/2025;11100;96400;105000;140000\r\n"), "{vi}");
    let level = csv(&level(&["3.90"], "4"), Language::Vietnamese);
    assert!(level.contains("Tháng 1/2025;3,90;3,90;;4\r\n"), "{level}");
    assert!(csv(&jobs(), Language::English).contains("September 2025,11100,96400,105000,140000"));
}

#[test]
fn bullets_finish_at_one_line_whatever_the_value() {
    let at = |value, is_ceiling, is_dot| {
        bullet(&Bullet { value, pace: Some(0.75), status: "at-risk", is_ceiling, is_dot }, 96.0, 36.0)
    };
    for svg in
        [at(Some(0.5), false, false), at(Some(9.0), true, false), at(None, false, false), at(Some(1.4), false, true)]
    {
        assert!(svg.contains("class=\"bullet-target\" d=\"M76.8 0V36\""), "{svg}");
    }
    assert!(at(Some(0.5), false, false).contains("class=\"bullet-bar\" x=\"0\" y=\"14\" width=\"38.4\""));
    assert!(at(Some(9.0), true, false).contains("width=\"96\" height=\"8\" rx=\"1.5\"/><path class=\"bullet-pace\""));
    assert!(at(None, false, false).contains("bullet-missing") && !at(None, false, false).contains("bullet-pace"));
    assert!(!at(Some(f64::NAN), false, false).contains("NaN"));
}

#[test]
fn sparklines_break_at_gaps_and_survive_nothing() {
    let values = [Some("7"), Some("8"), None, Some("8.5"), Some("9"), None].map(|value| value.map(decimal));
    let spark = Spark { values: values.to_vec(), line: Some(decimal("10")), ..Spark::default() };
    let svg = sparkline(&spark, 76.0, 26.0);
    assert_eq!((count(&svg, "chart-actual"), count(&svg, "chart-point"), count(&svg, "chart-target")), (2, 1, 1));
    assert_eq!(sparkline(&Spark::default(), 76.0, 26.0), "");
    let lone = Spark { values: vec![None, Some(decimal("5"))], line: Some(decimal("10")), ..Spark::default() };
    assert_eq!(sparkline(&lone, 76.0, 26.0), "", "one figure is no course");
    let flat = Spark { values: vec![Some(decimal("5")); 3], ..Spark::default() };
    assert!(!sparkline(&flat, 76.0, 26.0).contains("NaN"));
}

/// A measure judged at the fifth of October, with monthly figures from January on.
fn judged(target: Target, kind: ValueKind, readings: &[Reading]) -> (Chart, String) {
    let mut measure = Measure::new("m".into());
    measure.name = String::from("Chỉ tiêu");
    measure.unit = String::from("%");
    measure.decimals = 2;
    measure.target = target;
    measure.value_kind = kind;
    measure.period = PeriodLength::Month;
    let observations: Vec<Observation> = Period::of_year(2025, PeriodLength::Month)
        .zip(readings)
        .map(|(period, reading)| {
            let mut observation = Observation::new(format!("o.{period}").as_str().into(), "m".into(), period);
            observation.figure = Some(Figure { reading: reading.clone(), is_estimate: false });
            observation
        })
        .collect();
    let settings = Settings::default();
    let context = Context {
        settings,
        first_year: 2025,
        last_year: 2025,
        as_of: "2025-10-05".parse().unwrap_or_else(|()| panic!()),
        known_by: None,
        successions: Vec::new(),
    };
    let evaluation = evaluate(&measure, &observations, &context);
    let chart = Chart::of(&measure, &evaluation, course(&measure, &observations, &context), Language::Vietnamese);
    let small = bullet(&Bullet::of(&measure, &evaluation, "on-pace"), 100.0, 36.0);
    (chart, small)
}

#[test]
fn a_judged_flow_becomes_a_total_with_its_bars() {
    let (chart, small) =
        judged(Target::AtLeast(decimal("120")), ValueKind::Flow, &vec![Reading::Number(decimal("8")); 9]);
    assert_eq!((chart.form, chart.steps.len(), chart.target.as_str()), (Form::Total, 12, "từ 120\u{202f}% trở lên"));
    assert_eq!(chart.steps.get(8).and_then(|step| step.value), Some(decimal("72")));
    let svg = draw(&chart);
    assert_eq!((count(&svg, "chart-bar"), count(&svg, "chart-bar is-last"), count(&svg, "chart-pace")), (8, 1, 1));
    assert!(svg.contains("thiếu 18,00 so với nhịp 90"));
    assert!(
        small.contains("class=\"bullet-bar\" x=\"0\" y=\"14\" width=\"48\"") && small.contains("bullet-pace"),
        "{small}"
    );
    assert_eq!(Spark::of(&chart).values.iter().flatten().count(), 9);
}

#[test]
fn ceilings_ranks_and_zeros_have_bullets_of_their_own() {
    let ceiling = judged(Target::LessThan(decimal("4")), ValueKind::Level, &vec![Reading::Number(decimal("3.6")); 9]);
    assert_eq!(ceiling.0.form, Form::Level);
    assert!(ceiling.1.contains("data-kind=\"ceiling\"") && ceiling.1.contains("width=\"72\""), "{}", ceiling.1);

    let rank = judged(Target::RankTop(5), ValueKind::Rank, &[Reading::Rank(Some(12))]);
    assert_eq!(rank.0.form, Form::Rank);
    assert!(rank.1.contains("class=\"bullet-dot\" cx=\"96\"") && !rank.1.contains("ceiling"), "{}", rank.1);

    let none = judged(Target::Zero, ValueKind::Flow, &vec![Reading::Number(Decimal::ZERO); 9]);
    assert!(none.1.contains("class=\"bullet-dot\" cx=\"80\""), "{}", none.1);
    let missing = judged(Target::AtLeast(decimal("95")), ValueKind::Level, &[]);
    assert!(missing.1.contains("bullet-missing") && draw(&missing.0).contains("Chưa có số liệu"));
}
