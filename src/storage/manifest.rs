//! A manifest: which segments make one saved state. Text that carries its own hash and the version of this layout.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::document::{SortedMap, Timestamp};

/// Rises when this layout changes. A version that finds a greater number stops writing.
pub const STORAGE_VERSION: u32 = 1;

const MAGIC: &str = "tiendo-storage ";

/// What the library shows of a programme without reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub document: String,
    pub title: String,
    pub number: String,
    pub issuer: String,
    /// When this state was saved.
    pub saved: Timestamp,
}

/// One save among all: ordered by count; the writer tells two tabs apart that saved at the same moment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version {
    pub count: u64,
    pub writer: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub version: Version,
    pub hash: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    pub version: Version,
    pub about: About,
    pub segments: SortedMap<usize, Entry>,
}

/// What stands under a manifest's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Absent,
    /// Cut off, altered, or no manifest at all.
    Torn,
    /// Written by a later version of this program.
    Newer(u32),
    Whole(Manifest),
}

/// 128 bits of SHA-256 as hex: enough against accidents, half the room.
pub(super) fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        // Writing to a String does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

impl Version {
    /// `12.k3x9`: also the tail of the segments' keys.
    pub fn to_text(&self) -> String {
        format!("{}.{}", self.count, self.writer)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (count, writer) = text.split_once('.')?;
        Some(Self { count: count.parse().ok()?, writer: writer.to_owned() })
    }
}

impl Manifest {
    pub fn to_text(&self) -> String {
        let About { document, title, number, issuer, saved } = &self.about;
        let mut text = format!("{MAGIC}{STORAGE_VERSION}\n{}\n{}\n", self.version.to_text(), saved.0);
        for line in [document, title, number, issuer] {
            text.push_str(&one_line(line));
            text.push('\n');
        }
        for (index, entry) in &self.segments {
            let _ = writeln!(text, "{index} {} {}", entry.version.to_text(), entry.hash);
        }
        let end = hash_line(&text);
        text + &end
    }

    pub fn read(text: Option<&str>) -> Found {
        let Some(text) = text else { return Found::Absent };
        // The version comes first and is looked at before the hash: a later layout may end in another way.
        let stated = text.strip_prefix(MAGIC).and_then(|rest| rest.split('\n').next()?.parse::<u32>().ok());
        match stated {
            Some(version) if version > STORAGE_VERSION => Found::Newer(version),
            Some(STORAGE_VERSION) => Self::parse(text).map_or(Found::Torn, Found::Whole),
            _ => Found::Torn,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let body_len = text.trim_end_matches('\n').rfind('\n')? + 1;
        let (body, last) = text.split_at_checked(body_len)?;
        if last != hash_line(body) {
            return None;
        }
        let mut lines = body.lines().skip(1);
        let version = Version::parse(lines.next()?)?;
        let saved = Timestamp(lines.next()?.parse().ok()?);
        let mut text_line = || lines.next().map(many_lines);
        let about =
            About { document: text_line()?, title: text_line()?, number: text_line()?, issuer: text_line()?, saved };
        let mut segments = SortedMap::new();
        for line in lines {
            let mut words = line.split(' ');
            let index = words.next()?.parse().ok()?;
            let version = Version::parse(words.next()?)?;
            segments.insert(index, Entry { version, hash: words.next()?.to_owned() });
        }
        Some(Self { version, about, segments })
    }
}

fn hash_line(body: &str) -> String {
    format!("end {}\n", hash(body))
}

fn one_line(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn many_lines(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let version = Version { count: 12, writer: "k3x9".into() };
        let about = About {
            document: "d1".into(),
            title: "Chương trình\r\nnăm 2025 \\ n".into(),
            number: "01-CTr/ĐU".into(),
            issuer: String::new(),
            saved: Timestamp(1_759_629_600_000),
        };
        let segments = SortedMap::from([(7, Entry { version: version.clone(), hash: hash("x") })]);
        Manifest { version, about, segments }
    }

    #[test]
    fn a_manifest_reads_back_and_any_cut_or_altered_byte_is_noticed() {
        let text = manifest().to_text();
        assert_eq!(Manifest::read(Some(&text)), Found::Whole(manifest()));
        for cut in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            assert_eq!(Manifest::read(Some(&text[..cut])), Found::Torn, "cut at {cut}");
        }
        for (at, char) in text.char_indices().skip(MAGIC.len() + 1) {
            let mut altered = text.clone();
            altered.replace_range(at..at + char.len_utf8(), if char == 'x' { "y" } else { "x" });
            assert_eq!(Manifest::read(Some(&altered)), Found::Torn, "altered at {at}");
        }
    }

    #[test]
    fn failure_07_a_later_layout_is_told_from_a_torn_text() {
        assert_eq!(Manifest::read(Some("tiendo-storage 2\nwhatever comes then")), Found::Newer(2));
        assert_eq!(Manifest::read(Some("tiendo-storage x\n")), Found::Torn);
        assert_eq!(Manifest::read(None), Found::Absent);
    }
}
