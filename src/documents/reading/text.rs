//! Texts with separators (.csv, .txt), whichever program saved them: `;`, `,` or a tab between cells; UTF-8, UTF-16 or
//! Windows-1252.

use super::Tables;
use super::sheet::Filling;
use crate::documents::csv::without_mark;
use crate::domain::school::import::Refusal;

/// What the one sheet of such a text is called.
const NAME: &str = "Tableau";

/// What the bytes 0x80 to 0x9f are in Windows-1252, the one of which it has no character aside.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Reads a text.
pub fn read(bytes: &[u8]) -> Result<Tables, Refusal> {
    let text = decoded(bytes).ok_or(Refusal::NotATable)?;
    let start = text.trim_start();
    if start.is_empty() {
        return Err(Refusal::Empty);
    }
    // A page of the web, a JSON text, a PDF.
    if start.starts_with(['<', '{']) || start.starts_with("%PDF") || start.starts_with("{\\rtf") {
        return Err(Refusal::NotATable);
    }
    let separator = separator(&text).ok_or(Refusal::NotATable)?;
    let mut filling = Filling::default();
    filling.open(NAME);
    fill(&text, separator, &mut filling)?;
    Ok(Tables {
        sheets: filling.done(),
        ..Tables::default()
    })
}

/// The text of these bytes; none where they are no text.
fn decoded(bytes: &[u8]) -> Option<String> {
    let of_16 = |rest: &[u8], number: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).filter_map(|two| two.try_into().ok());
        let text: Result<String, _> = char::decode_utf16(units.map(number)).collect();
        text.ok()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => of_16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => of_16(rest, u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(_) => bytes.iter().map(|byte| of_windows(*byte)).collect(),
        },
    };
    let is_other = |char: char| char.is_control() && !matches!(char, '\t' | '\n' | '\r');
    (!text.contains(is_other)).then_some(text)
}

fn of_windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS.chars().nth(usize::from(byte - 0x80)).unwrap_or('?'),
        _ => char::from(byte),
    }
}

/// What stands between cells: whichever of the three the first line that has one has most of.
fn separator(text: &str) -> Option<char> {
    let lines = text.lines().take(40);
    let counts = lines.map(|line| {
        let count = |separator: char| line.matches(separator).count();
        [';', '\t', ','].map(|separator| (count(separator), separator))
    });
    let best = counts.filter_map(|counts| counts.into_iter().rev().max_by_key(|(count, _)| *count));
    best.filter(|(count, _)| *count > 0)
        .map(|(_, separator)| separator)
        .next()
}

fn fill(text: &str, separator: char, filling: &mut Filling) -> Result<(), Refusal> {
    let (mut row, mut column) = (0, 0);
    let (mut cell, mut is_quoted) = (String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            char if is_quoted => cell.push(char),
            char if char == separator => {
                filling.add(row, column, &without_mark(&cell).into())?;
                cell.clear();
                column += 1;
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                filling.add(row, column, &without_mark(&cell).into())?;
                cell.clear();
                (row, column) = (row + 1, 0);
            }
            char => cell.push(char),
        }
    }
    filling.add(row, column, &without_mark(&cell).into())
}
