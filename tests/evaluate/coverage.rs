//! The projected range over simulated years: it claims to hold the year's end four times out of five.

use tiendo::evaluate::evaluate;
use tiendo::model::*;

use crate::case::{Case, observation};

const RUNS: u32 = 10_000;

/// A small generator of our own, so that the same years come out everywhere and always.
struct Chance(u64);

impl Chance {
    fn uniform(&mut self) -> f64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let bits = u32::try_from((z ^ (z >> 31)) >> 33).unwrap();
        (f64::from(bits) + 0.5) / f64::from(1_u32 << 31)
    }

    /// Standard normal, by Box and Muller.
    fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos()
    }
}

/// How the periods of one year come about; some need last year's.
struct Shape {
    name: &'static str,
    kind: &'static str,
    /// Periods with a figure, of twelve (or of four).
    seen: usize,
    year: fn(&mut Chance) -> Vec<f64>,
    before: Option<fn(&mut Chance) -> Vec<f64>>,
}

/// Two slow months at Tết, a busy end of the year.
const SEASON: [f64; 12] = [0.7, 0.5, 1.1, 1.0, 1.0, 1.1, 1.0, 0.9, 1.0, 1.1, 1.2, 1.4];

fn steady(chance: &mut Chance) -> Vec<f64> {
    (0..12).map(|_| 1000.0 * (1.0 + 0.13 * chance.normal())).collect()
}

fn skewed(chance: &mut Chance) -> Vec<f64> {
    (0..12).map(|_| 1000.0 * (0.3 * chance.normal()).exp()).collect()
}

fn seasonal(chance: &mut Chance) -> Vec<f64> {
    SEASON.iter().map(|share| 1000.0 * share * (1.0 + 0.1 * chance.normal())).collect()
}

fn quarters(chance: &mut Chance) -> Vec<f64> {
    (0..4).map(|_| 3000.0 * (1.0 + 0.1 * chance.normal())).collect()
}

fn rising(chance: &mut Chance) -> Vec<f64> {
    (0..12).map(|at| 80.0 + f64::from(at) + 0.8 * chance.normal()).collect()
}

fn falling(chance: &mut Chance) -> Vec<f64> {
    (0..12).map(|at| 1200.0 - 60.0 * f64::from(at) + 40.0 * chance.normal()).collect()
}

#[test]
fn four_years_out_of_five_end_within_the_range() {
    let shape = |name, kind, seen, year: fn(&mut Chance) -> Vec<f64>| Shape { name, kind, seen, year, before: None };
    let like_last_year = |name, seen| Shape { before: Some(seasonal), ..shape(name, "flow month", seen, seasonal) };
    let shapes = [
        shape("steady flow, 3 of 12", "flow month", 3, steady),
        shape("steady flow, 6 of 12", "flow month", 6, steady),
        shape("steady flow, 9 of 12", "flow month", 9, steady),
        shape("skewed flow, 9 of 12", "flow month", 9, skewed),
        shape("steady running total, 8 of 12", "total month", 8, steady),
        shape("flow by quarter, 3 of 4", "flow quarter", 3, quarters),
        like_last_year("seasonal flow like last year, 4 of 12", 4),
        like_last_year("seasonal flow like last year, 9 of 12", 9),
        shape("rising level, 4 of 12", "level month", 4, rising),
        shape("rising level, 9 of 12", "level month", 9, rising),
        shape("falling level, 6 of 12", "level month", 6, falling),
    ];
    println!("{:40} {:>10} {:>10} {:>10}", "share of years (%)", "within", "below", "above");
    for shape in shapes {
        let (within, below, above) = simulate(&shape);
        println!("{:40} {within:10.1} {below:10.1} {above:10.1}", shape.name);
        assert!((75.0..=88.0).contains(&within), "{}: {within}", shape.name);
        assert!(below > 4.0 && above > 4.0, "{}: one-sided, {below} and {above}", shape.name);
    }
}

/// Percent of years that ended within, below and above the range.
fn simulate(shape: &Shape) -> (f64, f64, f64) {
    let mut chance = Chance(0x7469_656E_646F);
    let mut case = Case::new(">= 1", shape.kind, "", "2025-12-30");
    // Without this the target of one would be reached in January; the projection is the same.
    case.measure.target = Target::AtLeast(Decimal::from(1_000_000));
    let context = case.context();
    let is_total = case.measure.value_kind == ValueKind::RunningTotal;
    let is_level = case.measure.value_kind == ValueKind::Level;
    let mut counts = [0_u32; 3];
    for _ in 0..RUNS {
        let year = (shape.year)(&mut chance);
        let mut observations: Vec<Observation> = Vec::new();
        let mut total = 0.0;
        for (index, amount) in (1_u8..).zip(&year) {
            total += amount;
            if usize::from(index) <= shape.seen {
                let shown = if is_total { total } else { *amount };
                observations.push(figure(2025, case.measure.period, index, shown));
            }
        }
        if let Some(before) = shape.before {
            let before = before(&mut chance);
            let last = (1_u8..).zip(before).map(|(at, amount)| figure(2024, case.measure.period, at, amount));
            observations.extend(last);
        }
        let end = if is_level { year[year.len() - 1] } else { total };
        let end: Decimal = format!("{end:.4}").parse().unwrap();
        let range = evaluate(&case.measure, &observations, &context).projection.unwrap();
        counts[if end < range.low { 1 } else { usize::from(end > range.high) * 2 }] += 1;
    }
    let [within, below, above] = counts.map(|count| f64::from(count) * 100.0 / f64::from(RUNS));
    (within, below, above)
}

fn figure(year: i32, period: PeriodLength, index: u8, value: f64) -> Observation {
    observation(Period::new(year, period, index).unwrap(), None, &format!("{value:.4}"))
}
