//! The events of a part, within limits of depth and without entities of its own.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{DocxError, DocxProblem, Part};

const MAX_DEPTH: usize = 200;

/// What the readers of parts look at. Names are without their prefix.
pub enum Xml<'a> {
    Open(BytesStart<'a>),
    Close(String),
    Text(String),
    End,
}

pub struct Events<'a> {
    part: Part,
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Events<'a> {
    pub fn new(part: Part, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        // An empty element then closes like any other.
        reader.config_mut().expand_empty_elements = true;
        Self { part, reader, depth: 0 }
    }

    pub fn fails(&self, problem: DocxProblem) -> DocxError {
        DocxError { part: self.part, problem }
    }

    pub fn next(&mut self) -> Result<Xml<'a>, DocxError> {
        loop {
            let at = self.reader.buffer_position();
            let event = self.reader.read_event().map_err(|_| self.fails(DocxProblem::BadXml { at }))?;
            return Ok(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(self.fails(DocxProblem::TooDeep { at }));
                    }
                    Xml::Open(start)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Xml::Close(local(end.name().as_ref()))
                }
                Event::Text(text) => Xml::Text(text.into_inner().into_owned()),
                Event::CData(text) => Xml::Text(text.into_inner().into_owned()),
                Event::GeneralRef(reference) => {
                    let named = match reference.resolve_char_ref() {
                        Ok(Some(letter)) => Some(letter),
                        _ => predefined(&reference.into_inner()),
                    };
                    Xml::Text(named.map_or_else(String::new, String::from))
                }
                // Word writes no such declaration; entities that grow into each other begin with one.
                Event::DocType(_) => return Err(self.fails(DocxProblem::Entities { at })),
                Event::Eof if self.depth > 0 => return Err(self.fails(DocxProblem::BadXml { at })),
                Event::Eof => Xml::End,
                _ => continue,
            });
        }
    }
}

fn predefined(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

pub fn name(start: &BytesStart) -> String {
    local(start.name().as_ref())
}

/// An attribute by its name without prefix.
pub fn attribute(start: &BytesStart, wanted: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| local(attribute.key.as_ref()) == wanted)?;
    Some(found.value.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
}

pub fn number(start: &BytesStart, wanted: &str) -> Option<u32> {
    attribute(start, wanted)?.parse().ok()
}
