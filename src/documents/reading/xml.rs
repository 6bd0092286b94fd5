//! XML as spreadsheets write it: elements by their local names, and texts. Entities that a document defines for itself are
//! left out, so that none can grow.

use quick_xml::events::{BytesRef, BytesStart, Event};
use std::cell::Cell;

use quick_xml::{Reader, XmlVersion};

use crate::domain::school::import::Refusal;

/// A piece of a document.
pub enum Piece<'a> {
    /// An element opens.
    Open(BytesStart<'a>),
    /// An element of this local name closes.
    Close(String),
    /// A text, or a part of one.
    Text(String),
}

/// Most pieces that are read of a workbook: a cell with a text is six. Millions of empty ones would stop the page.
pub const PIECES_MAX: usize = 1_000_000;

/// A document that is read piece by piece.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// How many pieces may still be read, of all the documents of a workbook.
    left: &'a Cell<usize>,
}

impl<'a> Xml<'a> {
    /// From its start, as long as pieces are left.
    pub fn new(text: &'a str, left: &'a Cell<usize>) -> Self {
        let mut reader = Reader::from_str(text);
        // An element that is empty closes too.
        reader.config_mut().expand_empty_elements = true;
        Self { reader, left }
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// Where it is no XML, or has too many pieces.
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, Refusal> {
        loop {
            let left = self.left.get().checked_sub(1).ok_or(Refusal::TooLarge)?;
            self.left.set(left);
            let piece = match self.reader.read_event().map_err(|_| Refusal::Damaged)? {
                Event::Start(tag) | Event::Empty(tag) => Piece::Open(tag),
                Event::End(tag) => Piece::Close(tag.local_name().as_ref().to_owned()),
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => Piece::Text(resolved(&name)),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            };
            return Ok(Some(piece));
        }
    }
}

fn resolved(name: &BytesRef<'_>) -> String {
    if let Ok(Some(char)) = name.resolve_char_ref() {
        return char.to_string();
    }
    let char = match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    };
    char.to_owned()
}

/// Whether an element has this local name.
pub fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

/// An attribute of an element, by its local name.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes();
    all.with_checks(false);
    let found = all
        .filter_map(Result::ok)
        .find(|one| one.key.local_name().as_ref() == name)?;
    Some(
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}
