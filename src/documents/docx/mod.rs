//! A .docx to lines: paragraphs with the numbers that Word shows, table rows, tracked changes taken as accepted.
//!
//! A file can be made to hurt: every part has a greatest size, depth and count, and what goes beyond is an error with a place.

mod body;
mod numbering;
mod xml;

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::passage::Line;

/// A part unpacked is at most this large; the text of a programme is a hundredth of it.
const MAX_PART: u64 = 32 << 20;

/// A part of the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Package,
    Document,
    Numbering,
    Styles,
}

/// What keeps a file from being read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocxError {
    pub part: Part,
    pub problem: DocxProblem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocxProblem {
    NotAZip,
    Encrypted,
    Missing,
    TooLarge { limit: u64 },
    BadXml { at: u64 },
    Entities { at: u64 },
    TooDeep { at: u64 },
    TooMany { limit: usize },
}

impl Part {
    fn path(self) -> &'static str {
        match self {
            Self::Package => "",
            Self::Document => "word/document.xml",
            Self::Numbering => "word/numbering.xml",
            Self::Styles => "word/styles.xml",
        }
    }

    fn fails(self, problem: DocxProblem) -> DocxError {
        DocxError { part: self, problem }
    }
}

/// The lines of a .docx: one a paragraph or table row, soft breaks within as line breaks.
pub fn lines(bytes: &[u8]) -> Result<Vec<Line>, DocxError> {
    // An encrypted .docx is no zip but a compound file.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Part::Package.fails(DocxProblem::Encrypted));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Part::Package.fails(DocxProblem::NotAZip))?;
    let document = part(&mut archive, Part::Document)?.ok_or(Part::Document.fails(DocxProblem::Missing))?;
    let numbering = part(&mut archive, Part::Numbering)?.unwrap_or_default();
    let styles = part(&mut archive, Part::Styles)?.unwrap_or_default();
    let numbering = numbering::Numbering::read(&numbering, &styles)?;
    body::lines(&document, numbering)
}

/// A part as text; `None` when the package has none.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, part: Part) -> Result<Option<String>, DocxError> {
    let file = match archive.by_name(part.path()) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => {
            return Err(part.fails(DocxProblem::Encrypted));
        }
        Err(_) => return Err(part.fails(DocxProblem::NotAZip)),
    };
    // The size that a package says is not to be trusted: what is unpacked is counted.
    let mut bytes = Vec::new();
    file.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|_| part.fails(DocxProblem::NotAZip))?;
    if bytes.len() as u64 > MAX_PART {
        return Err(part.fails(DocxProblem::TooLarge { limit: MAX_PART }));
    }
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    match std::str::from_utf8(&bytes) {
        Err(error) if !is_utf16 => Err(part.fails(DocxProblem::BadXml { at: error.valid_up_to() as u64 })),
        _ => Ok(Some(decoded(&bytes).into_owned())),
    }
}

/// A text of UTF-8, or of UTF-16 where a mark of byte order says so.
pub fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).into(),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).into(),
        _ => String::from_utf8_lossy(bytes),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
