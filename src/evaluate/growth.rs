//! The second method, for targets over several years: compound growth, as Open SDG reckons it.

/// One series as the method sees it. Floating point: the method is made of powers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GrowthInput {
    pub base: f64,
    pub base_year: f64,
    pub current: f64,
    pub current_year: f64,
    /// Value and year of the target.
    pub target: Option<(f64, f64)>,
    /// The value that the series cannot pass, where there is no target.
    pub limit: Option<f64>,
    pub direction: crate::model::Direction,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GrowthStatus {
    TargetAchieved,
    Substantial,
    Moderate,
    Limited,
    Deterioration,
    NotAvailable,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// With a target: the growth seen over the growth needed. Without: the growth seen.
    pub progress: Option<f64>,
    pub status: GrowthStatus,
    /// From -5 to 5.
    pub score: Option<f64>,
}

impl Growth {
    /// What is needed to reckon with is not there.
    pub const ABSENT: Self = Self { progress: None, status: GrowthStatus::NotAvailable, score: None };
    const ACHIEVED: Self = Self { progress: None, status: GrowthStatus::TargetAchieved, score: Some(5.0) };
}

/// Judges a series by its compound growth.
pub fn compound_growth(input: &GrowthInput) -> Growth {
    let wanted = match input.direction {
        crate::model::Direction::Higher => 1.0,
        crate::model::Direction::Lower => -1.0,
    };
    let reached = input.target.is_some_and(|(target, _)| (input.current - target) * wanted >= 0.0);
    let seen = growth(input.current, input.base, input.current_year - input.base_year);
    let progress = match (seen, input.target) {
        (None, _) => None,
        (Some(seen), None) => Some(sign(input.base) * wanted * seen),
        (Some(seen), Some((target, year))) => growth(target, input.base, year - input.base_year)
            .filter(|needed| *needed != 0.0 && target - input.base != 0.0)
            .map(|needed| sign(input.base) * wanted * seen / needed.abs()),
    };
    match (progress, input.target) {
        (progress, Some(_)) if reached => Growth { progress, ..Growth::ACHIEVED },
        (None, _) => Growth::ABSENT,
        (Some(progress), Some(_)) => towards_target(progress),
        (Some(progress), None) => without_target(progress, input.limit.map_or(1.0, |limit| room(input.base, limit))),
    }
}

fn towards_target(progress: f64) -> Growth {
    let status = match progress {
        p if p >= 0.95 => GrowthStatus::Substantial,
        p if p >= 0.60 => GrowthStatus::Moderate,
        p if p >= 0.0 => GrowthStatus::Limited,
        _ => GrowthStatus::Deterioration,
    };
    let score =
        if progress >= 0.6 { (7.1429 * progress - 4.2857).min(5.0) } else { (4.1667 * progress - 2.5).max(-5.0) };
    Growth { progress: Some(progress), status, score: Some(score) }
}

/// Without a target growth itself is judged, more gently the nearer the base is to its limit.
fn without_target(progress: f64, room: f64) -> Growth {
    let (high, medium, low) = (0.015 * room, 0.005 * room, 0.0);
    let (status, score) = if progress < low {
        (GrowthStatus::Deterioration, (125.0 * progress - 2.5).max(-5.0))
    } else if room <= 0.0 {
        (GrowthStatus::Substantial, 5.0)
    } else if progress >= high {
        (GrowthStatus::Substantial, (500.0 * progress / room - 5.0).min(5.0))
    } else if progress >= medium {
        (GrowthStatus::Moderate, 250.0 * progress / room - 1.25)
    } else {
        (GrowthStatus::Limited, 500.0 * progress / room - 2.5)
    };
    Growth { progress: Some(progress), status, score: Some(score) }
}

/// How much of the thresholds counts for a base so far from its limit.
fn room(base: f64, limit: f64) -> f64 {
    let (base, limit) = (base.abs(), limit.abs());
    if limit == 0.0 || base >= 2.0 * limit {
        1.0
    } else if base <= limit {
        1.0 - (base / limit).powf(4.44)
    } else {
        1.0 - ((2.0 * limit - base) / limit).powf(4.44)
    }
}

/// Yearly growth from `from` to `to`; absent under one year and over a change of sign. Zero counts as 0.001.
fn growth(to: f64, from: f64, years: f64) -> Option<f64> {
    let from = if from == 0.0 { 0.001 } else { from };
    let ratio = to / from;
    (years >= 1.0 && ratio >= 0.0 && ratio.is_finite()).then(|| ratio.powf(1.0 / years) - 1.0)
}

fn sign(value: f64) -> f64 {
    if value < 0.0 { -1.0 } else { 1.0 }
}
