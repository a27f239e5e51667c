//! The pages that can be gone to, each written once: navigation, breadcrumb, titles, keys and palette read this table.

use crate::app::{Filters, Route};
use crate::i18n::messages::Shell;
use crate::ui::PageKind;
use crate::ui::components::icon::Icon;

pub(super) struct Place {
    pub kind: PageKind,
    pub icon: Icon,
    pub name: Shell,
    pub route: fn() -> Route,
    /// `G` and the letter of the Vietnamese name lead there.
    pub keys: &'static [&'static str],
}

pub(super) const OVERVIEW: Place = Place {
    kind: PageKind::Overview,
    icon: Icon::LayoutDashboard,
    name: Shell::Overview,
    route: || Route::Overview,
    keys: &["G", "T"],
};
/// Not in the navigation: the overview leads there.
const LEADER: Place = Place {
    kind: PageKind::Leader,
    icon: Icon::Presentation,
    name: Shell::Presentation,
    route: || Route::Leader(None),
    keys: &[],
};
pub(super) const PROGRAMME: Place = Place {
    kind: PageKind::Outline,
    icon: Icon::ListTree,
    name: Shell::Programme,
    route: || Route::Outline { item: None },
    keys: &["G", "C"],
};
pub(super) const INDICATORS: Place = Place {
    kind: PageKind::Indicators,
    icon: Icon::Target,
    name: Shell::Indicators,
    route: || Route::Indicators(Filters::new()),
    keys: &["G", "I"],
};
pub(super) const ASSIGNMENTS: Place = Place {
    kind: PageKind::Assignments,
    icon: Icon::Users,
    name: Shell::Assignments,
    route: || Route::Assignments(Filters::new()),
    keys: &["G", "P"],
};
pub(super) const REPORT: Place = Place {
    kind: PageKind::Report,
    icon: Icon::FileText,
    name: Shell::Report,
    route: || Route::Report,
    keys: &["G", "B"],
};
pub(super) const IMPORT: Place = Place {
    kind: PageKind::Import,
    icon: Icon::FileInput,
    name: Shell::ImportDocument,
    route: || Route::Import,
    keys: &[],
};
/// In the navigation while something waits.
pub(super) const CONFLICTS: Place = Place {
    kind: PageKind::Conflicts,
    icon: Icon::GitMerge,
    name: Shell::ToChoose,
    route: || Route::Conflicts,
    keys: &[],
};
pub(super) const DATA: Place =
    Place { kind: PageKind::Data, icon: Icon::Archive, name: Shell::ImportExport, route: || Route::Data, keys: &[] };
pub(super) const LIBRARY: Place = Place {
    kind: PageKind::Library,
    icon: Icon::FolderOpen,
    name: Shell::Library,
    route: || Route::Library,
    keys: &[],
};
pub(super) const SETTINGS: Place = Place {
    kind: PageKind::Settings,
    icon: Icon::Settings,
    name: Shell::SettingsPage,
    route: || Route::Settings,
    keys: &[],
};

const BEGIN: Place = Place {
    kind: PageKind::Begin,
    icon: Icon::Plus,
    name: Shell::NewProgramme,
    route: || Route::Begin(None),
    keys: &[],
};
const VERSIONS: Place = Place {
    kind: PageKind::Versions,
    icon: Icon::Flag,
    name: Shell::Issuing,
    route: || Route::Versions(Filters::new()),
    keys: &[],
};

/// In the order of the navigation; some stand in the palette alone.
pub(super) const PLACES: [&Place; 13] = [
    &OVERVIEW,
    &LEADER,
    &PROGRAMME,
    &VERSIONS,
    &INDICATORS,
    &ASSIGNMENTS,
    &REPORT,
    &IMPORT,
    &CONFLICTS,
    &DATA,
    &LIBRARY,
    &BEGIN,
    &SETTINGS,
];

/// The place that a page is, or whose list its record belongs to.
pub(super) fn place_of(kind: PageKind) -> Option<&'static Place> {
    let kind = match kind {
        PageKind::FirstRun => PageKind::Outline,
        PageKind::Indicator => PageKind::Indicators,
        PageKind::Body => PageKind::Assignments,
        other => other,
    };
    PLACES.into_iter().find(|place| place.kind == kind)
}
