//! Which numbers are days, by the format of their cell, and which days they are.

use std::collections::BTreeMap;

use super::super::xml::{Piece, Xml, attribute, is};
use super::super::zip::Zip;
use crate::domain::date::Day;
use crate::domain::school::import::Refusal;

/// The formats of the cells, by the number of their style.
#[derive(Debug, Default)]
pub struct Formats {
    are_days: Vec<bool>,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
}

impl Formats {
    /// Whether numbers of this style are days.
    pub fn is_day(&self, style: usize) -> bool {
        self.are_days.get(style).copied().unwrap_or_default()
    }

    /// Reads the styles.
    pub fn read(zip: &Zip<'_>, text: &str) -> Result<Self, Refusal> {
        let mut codes = BTreeMap::new();
        let mut are_days = Vec::new();
        let mut is_cell = false;
        let mut xml = Xml::new(text, &zip.pieces);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) if is(&tag, "numFmt") => {
                    let id = attribute(&tag, "numFmtId");
                    codes.extend(id.zip(attribute(&tag, "formatCode")));
                }
                Piece::Open(tag) if is(&tag, "cellXfs") => is_cell = true,
                Piece::Close(name) if name == "cellXfs" => is_cell = false,
                Piece::Open(tag) if is_cell && is(&tag, "xf") => {
                    let id = attribute(&tag, "numFmtId").unwrap_or_default();
                    are_days.push(codes.get(&id).map_or_else(
                        || id.parse().is_ok_and(is_built_in_day),
                        |code| is_code_of_days(code),
                    ));
                }
                Piece::Open(_) | Piece::Text(_) | Piece::Close(_) => {}
            }
        }
        Ok(Self {
            are_days,
            is_1904: false,
        })
    }
}

fn is_built_in_day(id: u16) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=58)
}

/// Whether a code shows a year or a day of the month. What stands in quotes, in brackets or after a stroke is shown as it is.
fn is_code_of_days(code: &str) -> bool {
    let (mut is_quoted, mut is_bracketed, mut is_escaped) = (false, false, false);
    for char in code.chars() {
        match char {
            _ if is_escaped => is_escaped = false,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            '\\' | '_' | '*' => is_escaped = true,
            'd' | 'D' | 'y' | 'Y' if !is_bracketed => return true,
            _ => {}
        }
    }
    false
}

/// The day of a number, as Excel counts them: it takes 1900 for a leap year.
pub fn of_serial(number: f64, is_1904: bool) -> Option<Day> {
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    // Within the range just checked; what follows the comma is the time.
    let days = number as u32;
    let (year, month, day) = match days {
        _ if is_1904 => (1904, 1, 1),
        0..=60 => (1899, 12, 31),
        _ => (1899, 12, 30),
    };
    Day::from_number(Day::new(year, month, day)?.number() + days)
}
