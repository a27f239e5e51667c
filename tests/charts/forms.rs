//! Further forms: heat strip, small multiples of bodies, several years on one axis, very many points, print without colour.

use tiendo::charts::{Chart, Form, heat_key, heat_strip, overlay, small_multiple, small_multiples, standalone_svg};
use tiendo::evaluate::{CourseStep, Goal};
use tiendo::i18n::Language;
use tiendo::model::{Decimal, Direction, Period, PeriodLength};

use crate::{count, decimal, jobs, level};

const VI: Language = Language::Vietnamese;

/// All values of an attribute, as numbers, of the elements with a class.
fn numbers(svg: &str, class: &str, attribute: &str) -> Vec<f64> {
    let class = format!("class=\"{class}\"");
    let elements = svg.split(&class).skip(1).filter_map(|rest| rest.split('>').next());
    elements
        .map(|element| element.split(&format!(" {attribute}=\"")).nth(1).unwrap().split('"').next().unwrap())
        .map(|number| number.parse().unwrap())
        .collect()
}

fn at_least(line: &str) -> Goal {
    let bound = tiendo::evaluate::Bound { value: decimal(line), is_strict: false };
    Goal { line: bound.value, direction: Direction::Higher, low: Some(bound), high: None, exceeded_beyond: None }
}

#[test]
fn a_heat_strip_tells_kept_from_failed_without_colour() {
    let chart = Chart { name: "Nước sạch".into(), ..level(&["100", "100", "99", "", "100"], "100") };
    let svg = heat_strip(&chart, &at_least("100"), 756.0, VI);
    for (class, times) in [("is-kept", 3), ("is-failed", 1), ("is-missing", 1), ("is-ahead", 7)] {
        assert_eq!(count(&svg, &format!("heat-cell {class}")), times, "{class}");
    }
    assert_eq!(count(&svg, "heat-cross"), 1, "the failed one is crossed out");
    assert_eq!(svg.matches(">100</text>").count(), 3);
    // The key shows the cells as they are, each once.
    let key = heat_key(&chart, &at_least("100"), VI);
    for ((cell, meaning), (class, words)) in key.iter().zip([
        ("is-kept", "giữ được"),
        ("is-failed", "không giữ được"),
        ("is-missing", "chưa có số liệu"),
        ("is-ahead", "chưa đến kỳ"),
    ]) {
        assert!(cell.contains(&format!("heat-cell {class}")) && meaning == words, "{cell} {meaning}");
        assert_eq!(count(cell, "heat-cross"), usize::from(class == "is-failed"), "{meaning}");
    }
    assert_eq!(key.len(), 4);
    assert!(svg.contains("aria-label=\"Nước sạch: Không giữ được ở tháng 3; giữ được 3/4 kỳ.\""), "{svg}");
    for attribute in ["fill=", "stroke=", "style=", "NaN"] {
        assert!(!svg.contains(attribute), "{attribute}");
    }
    // Where cells are narrow they stand in more rows, with their figures; names of months never touch.
    let long = Chart { name: "Nước sạch".into(), ..level(&["99.25", "100", "99.75"], "100") };
    let narrow = heat_strip(&long, &at_least("100"), 280.0, VI);
    assert!(narrow.contains(">99,25<") && narrow.contains("viewBox=\"0 0 280 92\""), "{narrow}");
    let tight = heat_strip(&long, &at_least("100"), 120.0, VI);
    assert!(!tight.contains(">99,25<") && count(&tight, "chart-label") < 12);
    // Nothing to show, nothing to stumble over.
    for steps in [Vec::new(), level(&[], "100").steps] {
        let svg = heat_strip(&Chart { steps, ..chart.clone() }, &at_least("100"), f64::NAN, Language::English);
        assert!(svg.ends_with("</svg>") && svg.contains("There is no figure yet."), "{svg}");
    }
}

#[test]
fn bodies_stand_on_one_scale() {
    let body = |name: &str, values: &[&str]| Chart { name: name.into(), ..level(values, "20") };
    let charts = [body("Quận 1", &["10", "20"]), body("Quận 3", &["5", "10"]), body("Thủ Đức", &["30", "40"])];
    let drawn = small_multiples(&charts, VI);
    let heights: Vec<f64> = drawn.iter().map(|svg| numbers(svg, "chart-point is-last", "cy")[0]).collect();
    assert!(heights[2] < heights[0] && heights[0] < heights[1], "what stands higher is higher: {heights:?}");
    // The target is one line across all of them.
    let target =
        |svg: &str| svg.split("class=\"chart-target\" d=\"M").nth(1).unwrap().split(' ').nth(1).unwrap().to_owned();
    assert!(drawn.iter().all(|svg| target(svg) == target(&drawn[0])));
    // Each on a scale of its own would not show that.
    let alone = |chart| numbers(&small_multiple(chart, VI), "chart-point is-last", "cy")[0];
    assert!((alone(&charts[1]) - heights[1]).abs() > 10.0);
    assert!(small_multiples(&[], VI).is_empty());
}

#[test]
fn versions_of_a_figure_part_from_one_course() {
    let version = |value: &str| level(&["10", "12", value], "20");
    let svg = overlay(&[(version("14"), "is-first"), (version("13"), "is-second")], 2, VI);
    assert_eq!((svg.matches("<svg").count(), count(&svg, "chart-target")), (1, 1), "{svg}");
    let of = |class: &str| {
        let group =
            svg.split(&format!("<g class=\"{class}\">")).nth(1).and_then(|rest| rest.split("</g>").next()).unwrap();
        let line = group.split("class=\"chart-actual\" d=\"M").nth(1).unwrap().split('"').next().unwrap();
        (line.split('L').next().unwrap().to_owned(), numbers(group, "chart-point is-last", "cy"))
    };
    let [(from, first), (other, second)] = ["is-first", "is-second"].map(of);
    assert!(from == other && first[0] < second[0], "{from} {other}: {first:?} {second:?}");
    // Their values stand in the order of their ends.
    let words = |class: &str| numbers(&svg, &format!("chart-value {class}"), "y")[0];
    assert!(words("is-first") < words("is-second"), "{svg}");
    // One that leaves the figure empty ends where they part.
    let svg = overlay(&[(version("14"), "is-first"), (version(""), "is-second")], 2, VI);
    assert!(svg.contains("chart-value is-first") && !svg.contains("is-second"), "{svg}");
    assert_eq!(overlay(&[], 0, VI), "");
}

#[test]
fn small_ranks_run_downward_too() {
    let rank = |value: &str| {
        let chart = Chart { form: Form::Rank, decimals: 0, ..level(&[value, "12"], "5") };
        small_multiple(&chart, VI)
    };
    let first = |svg: &str| -> f64 {
        let path = svg.split("class=\"chart-actual\" d=\"M").nth(1).unwrap();
        path.split(['L', '"']).next().unwrap().split(' ').nth(1).unwrap().parse().unwrap()
    };
    assert!(first(&rank("3")) < first(&rank("9")), "a better rank stands higher");
}

/// Quarters of several years, the first of them with figures.
fn term(values: &[&str]) -> Chart {
    let periods = (2025..=2030).flat_map(|year| Period::of_year(year, PeriodLength::Quarter));
    let steps = periods.enumerate().map(|(at, period)| CourseStep {
        period,
        own: values.get(at).map(|_| decimal("25")),
        value: values.get(at).map(|value| decimal(value)),
        expected: Some(decimal("25") * Decimal::from(at + 1)),
        before: None,
        line: Some(decimal("600")),
        starts_anew: false,
    });
    Chart { form: Form::Total, higher_is_better: true, steps: steps.collect(), ..level(&[], "600") }
}

#[test]
fn a_term_names_its_years_and_says_which() {
    let chart = term(&["25", "50", "75", "100", "125"]);
    let drawing = chart.draw(756.0, VI);
    for year in 2025..=2030 {
        assert_eq!(drawing.svg.matches(&format!(">{year}</text>")).count(), 1, "{year}");
    }
    assert!(!drawing.svg.contains(">Quý I</text>") && drawing.svg.contains(">hết quý I/2026</text>"));
    assert_eq!(count(&drawing.svg, "chart-quarter"), 5, "a line between two years");
    assert!(drawing.svg.contains("Lũy kế từ đầu giai đoạn, %"));
    assert!(drawing.summary.contains("hết quý I/2026 125"), "{}", drawing.summary);
    assert_eq!(chart.reading(4, VI).unwrap().0, "Quý I/2026");
    let small = small_multiple(&chart, VI);
    assert!(small.contains(">2025</text>") && small.contains(">2030</text>") && !small.contains(">12</text>"));
    // Ten years by month: 120 labels would be a grey band.
    let months = (2021..=2030).flat_map(|year| Period::of_year(year, PeriodLength::Month));
    let steps: Vec<_> = months.map(|period| CourseStep { period, ..chart.steps[0] }).collect();
    let svg = Chart { steps, ..chart }.draw(358.0, VI).svg;
    let years = (2021..=2030).filter(|year| svg.contains(&format!(">{year}</text>"))).count();
    assert!((4..=7).contains(&years), "{years} years named on a phone");
}

#[test]
fn very_many_points_keep_their_peaks_and_cost_little() {
    let mut steps = level(&[], "100").steps;
    steps = steps.iter().cycle().take(5_000).copied().collect();
    for (at, step) in steps.iter_mut().enumerate() {
        let wave = Decimal::from(at * 37 % 101);
        step.period =
            Period::new(1600 + i32::try_from(at / 12).unwrap(), PeriodLength::Month, (at % 12 + 1).try_into().unwrap())
                .unwrap();
        step.value = Some(match at {
            1234 => Decimal::from(500),
            4321 => Decimal::from(-300),
            _ => wave,
        });
    }
    let chart = Chart { steps, ..level(&[], "100") };
    let begin = std::time::Instant::now();
    let svg = chart.draw(756.0, VI).svg;
    let whole = begin.elapsed();
    let begin = std::time::Instant::now();
    let small = small_multiple(&chart, VI);
    println!("5,000 points: {whole:?} with every reading, {:?} small, {} bytes", begin.elapsed(), svg.len());
    assert_eq!((count(&svg, "chart-point"), count(&svg, "chart-point is-last")), (0, 1), "no circle a point");
    for svg in [&svg, &small] {
        let path = svg.split("class=\"chart-actual\" d=\"").nth(1).unwrap().split('"').next().unwrap();
        let points = path.split(['M', 'L']).skip(1);
        let heights: Vec<f64> = points.map(|point| point.split(' ').nth(1).unwrap().parse().unwrap()).collect();
        assert!((700..=1_000).contains(&heights.len()), "{}", heights.len());
        // 500 is once the highest and -300 once the lowest, as in the figures.
        let top = heights.iter().copied().fold(f64::INFINITY, f64::min);
        let low = heights.iter().copied().fold(0.0, f64::max);
        let near = |edge: f64| heights.iter().filter(|height| (*height - edge).abs() < 5.0).count();
        assert_eq!((near(top), near(low)), (1, 1));
    }
}

/// Relative luminance of `#rrggbb`, or `#rgb`.
fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let wide = digits.len() / 3;
    let part = |at: usize| {
        let text = digits[at * wide..(at + 1) * wide].repeat(3 - wide);
        let value = f64::from(u8::from_str_radix(&text, 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}

#[test]
fn lines_are_told_apart_in_grey() {
    let file = standalone_svg(&jobs().draw(756.0, VI));
    let rule = |class: &str| {
        let rules = file.split(&format!(".{class}{{")).nth(1).unwrap().split('}').next().unwrap();
        let of = |name: &str| rules.split(';').find_map(|one| one.strip_prefix(&format!("{name}:")));
        let width: f64 = of("stroke-width").unwrap_or("1").parse().unwrap();
        (luminance(of("stroke").unwrap()), width, of("stroke-dasharray").map(str::to_owned))
    };
    let contrast = |a: f64, b: f64| (a.max(b) + 0.05) / (a.min(b) + 0.05);
    let lines = ["chart-actual", "chart-target", "chart-pace", "chart-previous", "chart-projection"];
    for (at, one) in lines.iter().enumerate() {
        let (grey, width, dash) = rule(one);
        assert!(contrast(grey, 1.0) >= 3.0, "{one} on white: {}", contrast(grey, 1.0));
        for other in &lines[at + 1..] {
            let (other_grey, other_width, other_dash) = rule(other);
            let is_wider = width.max(other_width) / width.min(other_width) >= 1.5;
            assert!(dash != other_dash || is_wider || contrast(grey, other_grey) >= 2.0, "{one} and {other}");
        }
    }
}
