//! Texts of cells: shared by several, or inside one; plain, or in pieces of several looks.

use std::rc::Rc;

use super::super::sheet::TEXT_MAX;
use super::super::xml::{Piece, Xml, is};
use super::super::zip::Zip;
use crate::domain::school::import::Refusal;

/// Most texts that are shared.
const STRINGS_MAX: usize = 100_000;

/// The texts that cells share, in their order.
pub fn read(zip: &Zip<'_>, text: &str) -> Result<Vec<Rc<str>>, Refusal> {
    let mut strings = Vec::new();
    let mut bytes = 0;
    let mut xml = Xml::new(text, &zip.pieces);
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        if is(&tag, "si") {
            let string = one(&mut xml, "si")?;
            bytes += string.len();
            if strings.len() >= STRINGS_MAX || bytes > TEXT_MAX {
                return Err(Refusal::TooLarge);
            }
            strings.push(string.into());
        }
    }
    Ok(strings)
}

/// The text up to the end of the element of this name, without what is said on how it is pronounced.
pub fn one(xml: &mut Xml<'_>, end: &str) -> Result<String, Refusal> {
    let (mut text, mut is_text, mut is_spoken) = (String::new(), false, false);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if is(&tag, "t") => is_text = true,
            Piece::Open(tag) if is(&tag, "rPh") => is_spoken = true,
            Piece::Text(piece) if is_text && !is_spoken => text.push_str(&piece),
            Piece::Close(name) if name == end => return Ok(unescaped(&text)),
            Piece::Close(name) if name == "t" => is_text = false,
            Piece::Close(name) if name == "rPh" => is_spoken = false,
            Piece::Open(_) | Piece::Text(_) | Piece::Close(_) => {}
        }
    }
    Err(Refusal::Damaged)
}

/// The text without the escapes of characters that XML cannot hold: `_x000D_`.
pub fn unescaped(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        whole.push_str(before);
        let digits = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        let char = digits
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?));
        match char {
            Some(char) => {
                whole.push(char);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                whole.push_str("_x");
                rest = after;
            }
        }
    }
    whole.push_str(rest);
    whole
}
