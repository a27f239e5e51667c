//! Addresses inside the page: parser and printer side by side, on the fragment of the location.

use crate::document::{NodeId, SortedMap};

/// A page with what is chosen on it. Every page, filter and selection has an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The open programme, or the first page where there is none.
    #[default]
    Start,
    /// What needs a decision, how everything stands, what comes due.
    Overview,
    /// One measure after another on the whole window; `None` is how all stand.
    Leader(Option<NodeId>),
    /// All programmes of this machine.
    Library,
    /// A new programme, step by step; the place of the one whose structure it takes.
    Begin(Option<String>),
    /// What was issued, and what was changed since; filters by the names that the page gives them.
    Versions(Filters),
    /// The outline of the open programme; the item that is selected.
    Outline {
        item: Option<NodeId>,
    },
    /// The outline with only some of its lines, by the name that the page gives them; the item that is selected.
    OutlineOnly(String, Option<NodeId>),
    /// The list of indicators and its filters, by the names that the page gives them.
    Indicators(Filters),
    /// One measure.
    Indicator(NodeId),
    /// An official document becomes a programme.
    Import,
    /// One measure with what is open on its page, by the names that the page gives them.
    IndicatorAt(NodeId, Filters),
    /// Who does what: the matrix or the list of bodies, with filters and the item that is selected.
    Assignments(Filters),
    /// What one body has to do; `None` is the person's own.
    Body(Option<NodeId>),
    /// The quarterly report as an official paper.
    Report,
    /// What several wrote at the same time, to be decided.
    Conflicts,
    /// Export, import, restore points.
    Data,
    Settings,
    /// An address of no page.
    Unknown(String),
}

pub type Filters = SortedMap<String, String>;

impl Route {
    /// Reads a fragment, with or without its `#`.
    pub fn parse(fragment: &str) -> Self {
        let text = fragment.strip_prefix('#').unwrap_or(fragment);
        let path = text.strip_prefix('/').unwrap_or(text);
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut filters = Filters::new();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            if !value.is_empty() {
                filters.insert(decode(name), decode(value));
            }
        }
        match (path.split_once('/').unwrap_or((path, "")), path) {
            (_, "") => Self::Start,
            (_, "overview") => Self::Overview,
            (_, "library") => Self::Library,
            (_, "begin") => Self::Begin(filters.remove("from")),
            (_, "versions") => Self::Versions(filters),
            (_, "programme") => {
                let item = filters.remove("item").map(NodeId::from);
                match filters.remove("only") {
                    Some(only) => Self::OutlineOnly(only, item),
                    None => Self::Outline { item },
                }
            }
            (_, "indicators") => Self::Indicators(filters),
            (_, "import") => Self::Import,
            (("indicators", id), _) if !id.is_empty() && !id.contains('/') => {
                let id = decode(id).into();
                if filters.is_empty() { Self::Indicator(id) } else { Self::IndicatorAt(id, filters) }
            }
            (_, "leader") => Self::Leader(None),
            (("leader", id), _) if !id.is_empty() && !id.contains('/') => Self::Leader(Some(decode(id).into())),
            (_, "assignments") => Self::Assignments(filters),
            (_, "assignments/body") => Self::Body(None),
            (("assignments", rest), _) => match rest.strip_prefix("body/") {
                Some(id) if !id.is_empty() && !id.contains('/') => Self::Body(Some(decode(id).into())),
                _ => Self::Unknown(text.to_owned()),
            },
            (_, "report") => Self::Report,
            (_, "conflicts") => Self::Conflicts,
            (_, "data") => Self::Data,
            (_, "settings") => Self::Settings,
            _ => Self::Unknown(text.to_owned()),
        }
    }

    /// The fragment with its `#`, as links carry it.
    pub fn href(&self) -> String {
        match self {
            Self::Start => "#/".into(),
            Self::Overview => "#/overview".into(),
            Self::Leader(None) => "#/leader".into(),
            Self::Leader(Some(measure)) => format!("#/leader/{}", encode(measure.as_str())),
            Self::Library => "#/library".into(),
            Self::Begin(None) => "#/begin".into(),
            Self::Begin(Some(place)) => format!("#/begin?from={}", encode(place)),
            Self::Versions(filters) => format!("#/versions{}", query(filters)),
            Self::Outline { item: None } => "#/programme".into(),
            Self::Outline { item: Some(item) } => format!("#/programme?item={}", encode(item.as_str())),
            Self::OutlineOnly(only, item) => {
                let item = item.iter().map(|item| format!("&item={}", encode(item.as_str())));
                format!("#/programme?only={}{}", encode(only), item.collect::<String>())
            }
            Self::Indicators(filters) => format!("#/indicators{}", query(filters)),
            Self::Assignments(filters) => format!("#/assignments{}", query(filters)),
            Self::Body(None) => "#/assignments/body".into(),
            Self::Body(Some(body)) => format!("#/assignments/body/{}", encode(body.as_str())),
            Self::Indicator(measure) => format!("#/indicators/{}", encode(measure.as_str())),
            Self::Import => "#/import".into(),
            Self::IndicatorAt(measure, filters) => {
                format!("#/indicators/{}{}", encode(measure.as_str()), query(filters))
            }
            Self::Report => "#/report".into(),
            Self::Conflicts => "#/conflicts".into(),
            Self::Data => "#/data".into(),
            Self::Settings => "#/settings".into(),
            Self::Unknown(text) => format!("#{text}"),
        }
    }

    /// The page of a measure, with the focus on a part of it: `why`, `figures`.
    pub fn indicator_part(measure: NodeId, part: &str) -> Self {
        Self::IndicatorAt(measure, with_filter(Filters::new(), "at", part))
    }

    /// The measure that a page or a slide is about.
    pub fn measure(&self) -> Option<&NodeId> {
        match self {
            Self::Indicator(measure) | Self::IndicatorAt(measure, _) | Self::Leader(Some(measure)) => Some(measure),
            _ => None,
        }
    }
}

/// With one filter set, or dropped by an empty text.
pub fn with_filter(mut filters: Filters, name: &str, value: &str) -> Filters {
    filters.remove(name);
    if !value.is_empty() {
        filters.insert(name.to_owned(), value.to_owned());
    }
    filters
}

/// `?name=value&name=value`, or nothing.
fn query(filters: &Filters) -> String {
    let mut out = String::new();
    for (name, value) in filters.iter().filter(|(_, value)| !value.is_empty()) {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(&encode(name));
        out.push('=');
        out.push_str(&encode(value));
    }
    out
}

fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte.into());
        } else {
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from_digit(digit.into(), 16).map_or('0', |digit| digit.to_ascii_uppercase()));
            }
            out.insert(out.len() - 2, '%');
        }
    }
    out
}

/// Percent signs that begin no byte stay as they are: people type and cut addresses.
fn decode(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let byte = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        out.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filters(pairs: &[(&str, &str)]) -> Filters {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn every_route_goes_both_ways() {
        let routes = [
            (Route::Start, "#/"),
            (Route::Overview, "#/overview"),
            (Route::Leader(None), "#/leader"),
            (Route::Leader(Some("t7f".into())), "#/leader/t7f"),
            (Route::Leader(Some("lạ/id?".into())), ""),
            (Route::Library, "#/library"),
            (Route::Begin(None), "#/begin"),
            (Route::Begin(Some("tiendo-mau".into())), "#/begin?from=tiendo-mau"),
            (Route::Versions(Filters::new()), "#/versions"),
            (Route::Versions(filters(&[("version", "v 1"), ("view", "read")])), ""),
            (Route::Outline { item: None }, "#/programme"),
            (Route::Outline { item: Some("t7f".into()) }, "#/programme?item=t7f"),
            (Route::OutlineOnly("overdue".into(), None), "#/programme?only=overdue"),
            (Route::OutlineOnly("lạ &".into(), Some("t7f".into())), ""),
            (Route::Indicators(Filters::new()), "#/indicators"),
            (Route::Indicators(filters(&[("tìm", "hộ & 5%"), ("a", "=?#/")])), ""),
            (Route::Indicator("o.m1.2025-Q3.-".into()), "#/indicators/o.m1.2025-Q3.-"),
            (Route::Indicator("lạ/id?".into()), ""),
            (Route::IndicatorAt("m1".into(), filters(&[("edit", "1")])), "#/indicators/m1?edit=1"),
            (Route::IndicatorAt("m1".into(), filters(&[("body", "sở & ban"), ("edit", "1")])), ""),
            (Route::Assignments(Filters::new()), "#/assignments"),
            (Route::Assignments(filters(&[("view", "bodies"), ("q", "ủy ban")])), ""),
            (Route::Body(None), "#/assignments/body"),
            (Route::Body(Some("t7f".into())), "#/assignments/body/t7f"),
            (Route::Body(Some("lạ/id?".into())), ""),
            (Route::Report, "#/report"),
            (Route::Conflicts, "#/conflicts"),
            (Route::Data, "#/data"),
            (Route::Settings, "#/settings"),
            (Route::Unknown("/no/such/page".into()), "#/no/such/page"),
        ];
        for (route, href) in routes {
            assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
            assert!(route.href().is_ascii(), "{}", route.href());
            if !href.is_empty() {
                assert_eq!(route.href(), href);
            }
        }
    }

    #[test]
    fn typed_and_cut_addresses_are_read_as_far_as_they_go() {
        assert_eq!(Route::parse(""), Route::Start);
        assert_eq!(Route::parse("#"), Route::Start);
        assert_eq!(Route::parse("library"), Route::Library);
        assert_eq!(Route::parse("#/indicators?q=10%&x"), Route::Indicators(filters(&[("q", "10%")])));
        assert_eq!(Route::parse("#/indicators?q=%C4%9"), Route::Indicators(filters(&[("q", "\u{fffd}%9")])));
        assert_eq!(Route::parse("#/programme?item="), Route::Outline { item: None });
        assert_eq!(Route::parse("#/assignments/body/"), Route::Unknown("/assignments/body/".into()));
        assert_eq!(Route::parse("#/assignments/other"), Route::Unknown("/assignments/other".into()));
        assert_eq!(Route::parse("#/leader/"), Route::Unknown("/leader/".into()));
        assert_eq!(Route::parse("#/indicators/"), Route::Unknown("/indicators/".into()));
    }
}
