//! Workbooks of Excel (.xlsx, .xlsm): the values that the cells had when they were saved. No formula is computed, no macro
//! is read, no other file is asked for.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Tables;
use super::sheet::Filling;
use super::xml::{Piece, Xml, attribute, is};
use super::zip::Zip;
use crate::domain::date::Day;
use crate::domain::school::import::Refusal;

mod formats;
mod strings;

use formats::{Formats, of_serial};

/// What the parts of a workbook know of each other: where each is, by its id and by its kind.
struct Relations {
    by_id: BTreeMap<String, String>,
    by_kind: BTreeMap<String, String>,
}

/// What is shared by the sheets.
struct Shared {
    strings: Vec<Rc<str>>,
    formats: Formats,
}

/// Reads a workbook.
pub fn read(zip: &Zip<'_>) -> Result<Tables, Refusal> {
    let top = relations(zip, "", "_rels/.rels")?;
    let path = top.by_kind.get("officeDocument").cloned();
    let path = path.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let parts = relations(zip, folder, &[folder, "/_rels/", name, ".rels"].concat())?;
    let workbook = zip.text(&path)?.ok_or(Refusal::Damaged)?;
    let (sheets, is_1904) = sheets(zip, &workbook)?;
    let part = |kind: &str| match parts.by_kind.get(kind) {
        Some(path) => zip.text(path),
        None => Ok(None),
    };
    let mut shared = Shared {
        strings: strings::read(zip, &part("sharedStrings")?.unwrap_or_default())?,
        formats: Formats::read(zip, &part("styles")?.unwrap_or_default())?,
    };
    shared.formats.is_1904 = is_1904;
    let mut filling = Filling::default();
    for (name, id) in sheets {
        let path = parts.by_id.get(&id).ok_or(Refusal::Damaged)?;
        // A sheet that is a chart has no cells.
        if let Some(text) = zip.text(path)?.filter(|_| !path.contains("chartsheets/")) {
            filling.open(&name);
            read_sheet(Xml::new(&text, &zip.pieces), &shared, &mut filling)?;
        }
    }
    Ok(Tables {
        sheets: filling.done_of_workbook(),
        has_macros: zip.names().any(|name| name.ends_with("vbaProject.bin")),
        has_links: zip.names().any(|name| name.contains("externalLinks/")),
    })
}

fn relations(zip: &Zip<'_>, folder: &str, path: &str) -> Result<Relations, Refusal> {
    let text = zip.text(path)?.unwrap_or_default();
    let mut all = Relations {
        by_id: BTreeMap::new(),
        by_kind: BTreeMap::new(),
    };
    let mut xml = Xml::new(&text, &zip.pieces);
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        let (Some(id), Some(kind), Some(target)) = (
            attribute(&tag, "Id"),
            attribute(&tag, "Type"),
            attribute(&tag, "Target"),
        ) else {
            continue;
        };
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None if folder.is_empty() => target,
            None => [folder, "/", target.trim_start_matches("./")].concat(),
        };
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        all.by_kind.insert(kind, path.clone());
        all.by_id.insert(id, path);
    }
    Ok(all)
}

/// The names of the sheets with the ids of their parts, and whether days are counted from 1904.
fn sheets(zip: &Zip<'_>, text: &str) -> Result<(Vec<(String, String)>, bool), Refusal> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    let mut xml = Xml::new(text, &zip.pieces);
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        if is(&tag, "sheet") {
            let id = attribute(&tag, "id");
            sheets.extend(attribute(&tag, "name").zip(id));
        } else if is(&tag, "workbookPr") {
            let date = attribute(&tag, "date1904");
            is_1904 = date.is_some_and(|date| date == "1" || date == "true");
        }
    }
    Ok((sheets, is_1904))
}

/// The cell that is being read.
#[derive(Default)]
struct CellRead {
    column: u32,
    kind: String,
    style: usize,
    text: String,
    is_computed: bool,
}

fn read_sheet(mut xml: Xml<'_>, shared: &Shared, filling: &mut Filling) -> Result<(), Refusal> {
    let (mut row, mut next_row, mut next_column) = (0, 0, 0);
    let mut cell = CellRead::default();
    let mut is_value = false;
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if is(&tag, "row") => {
                let number = attribute(&tag, "r").and_then(|number| number.parse::<u32>().ok());
                row = number.map_or(next_row, |number| number.saturating_sub(1));
                (next_row, next_column) = (row.saturating_add(1), 0);
            }
            Piece::Open(tag) if is(&tag, "c") => {
                let at = attribute(&tag, "r").and_then(|at| column(&at));
                let style = attribute(&tag, "s").and_then(|style| style.parse().ok());
                cell = CellRead {
                    column: at.unwrap_or(next_column),
                    kind: attribute(&tag, "t").unwrap_or_default(),
                    style: style.unwrap_or_default(),
                    ..CellRead::default()
                };
                next_column = cell.column.saturating_add(1);
            }
            Piece::Open(tag) if is(&tag, "v") => is_value = true,
            Piece::Open(tag) if is(&tag, "f") => cell.is_computed = true,
            Piece::Open(tag) if is(&tag, "is") => {
                cell.text = strings::one(&mut xml, "is")?;
            }
            Piece::Text(text) if is_value => cell.text.push_str(&text),
            Piece::Close(name) if name == "v" => is_value = false,
            Piece::Close(name) if name == "c" => {
                let text = value(&cell, shared);
                filling.add(row, cell.column, &text)?;
                if cell.is_computed {
                    filling.note_computed(row, cell.column);
                }
            }
            Piece::Close(name) if name == "sheetData" => break,
            Piece::Open(_) | Piece::Text(_) | Piece::Close(_) => {}
        }
    }
    Ok(())
}

/// What a cell says, as a text.
fn value(cell: &CellRead, shared: &Shared) -> Rc<str> {
    let raw = cell.text.trim();
    match cell.kind.as_str() {
        "s" => {
            let place = raw.parse::<usize>().ok();
            let string = place.and_then(|place| shared.strings.get(place));
            string.cloned().unwrap_or_else(|| "".into())
        }
        "b" => if raw == "1" { "TRUE" } else { "FALSE" }.into(),
        "d" => raw.get(..10).unwrap_or(raw).into(),
        "inlineStr" => cell.text.as_str().into(),
        "str" => strings::unescaped(&cell.text).into(),
        "e" => raw.into(),
        _ => number(raw, cell.style, &shared.formats),
    }
}

fn number(raw: &str, style: usize, formats: &Formats) -> Rc<str> {
    let Ok(number) = raw.parse::<f64>() else {
        return raw.into();
    };
    let day = formats
        .is_day(style)
        .then(|| of_serial(number, formats.is_1904));
    match day.flatten() {
        Some(day) => Day::to_string(&day).into(),
        None => number.to_string().into(),
    }
}

/// The column of « D12 », from 0.
fn column(at: &str) -> Option<u32> {
    let letters = at.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_u32, |number, letter| {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        number.saturating_mul(26).saturating_add(digit)
    });
    number.checked_sub(1)
}
