//! Workbooks of LibreOffice (.ods). A cell or a row says how often it comes again: what is blank only moves on, what is not
//! counts each time.

use std::rc::Rc;

use quick_xml::events::BytesStart;

use super::Tables;
use super::sheet::{COLUMNS_MAX, Filling};
use super::xml::{Piece, Xml, attribute, is};
use super::zip::Zip;
use crate::domain::school::import::Refusal;

/// As many rows as any spreadsheet has.
const ROWS_MAX: u32 = 1_048_576;

/// Reads a workbook.
pub fn read(zip: &Zip<'_>) -> Result<Tables, Refusal> {
    let manifest = zip.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Refusal::Password);
    }
    let mimetype = zip.text("mimetype")?.unwrap_or_default();
    if !mimetype.contains("spreadsheet") {
        return Err(Refusal::NotATable);
    }
    let content = zip.text("content.xml")?.ok_or(Refusal::Damaged)?;
    let mut filling = Filling::default();
    let mut xml = Xml::new(&content, &zip.pieces);
    while let Some(piece) = xml.next()? {
        if let Piece::Open(tag) = piece
            && is(&tag, "table")
        {
            filling.open(&attribute(&tag, "name").unwrap_or_default());
            table(&mut xml, &mut filling)?;
        }
    }
    Ok(Tables {
        sheets: filling.done_of_workbook(),
        has_macros: zip.names().any(|name| name.starts_with("Basic/")),
        has_links: content.contains("xlink:href=\"file:")
            || content.contains("<table:table-source"),
    })
}

/// A cell of a row: how often it comes again, what it holds, and whether a formula gives that.
struct CellRead {
    again: u32,
    text: Rc<str>,
    is_computed: bool,
}

fn table(xml: &mut Xml<'_>, filling: &mut Filling) -> Result<(), Refusal> {
    let (mut row, mut repeated) = (0_u32, 1);
    let mut cells = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if is(&tag, "table-row") => {
                repeated = times(&tag, "number-rows-repeated");
                cells.clear();
            }
            Piece::Open(tag) if is(&tag, "table-cell") => {
                cells.push(CellRead {
                    again: times(&tag, "number-columns-repeated"),
                    is_computed: attribute(&tag, "formula").is_some(),
                    text: cell(xml, &tag, "table-cell")?,
                });
            }
            // Under a merged cell: it holds nothing that is shown.
            Piece::Open(tag) if is(&tag, "covered-table-cell") => {
                cell(xml, &tag, "covered-table-cell")?;
                cells.push(CellRead {
                    again: times(&tag, "number-columns-repeated"),
                    is_computed: false,
                    text: "".into(),
                });
            }
            Piece::Close(name) if name == "table-row" => {
                add_rows(row, repeated, &cells, filling)?;
                row = row.saturating_add(repeated);
            }
            Piece::Close(name) if name == "table" => return Ok(()),
            Piece::Open(_) | Piece::Text(_) | Piece::Close(_) => {}
        }
    }
    Err(Refusal::Damaged)
}

/// Adds a row as often as it comes. One that holds nothing only moves on.
fn add_rows(
    row: u32,
    times: u32,
    cells: &[CellRead],
    filling: &mut Filling,
) -> Result<(), Refusal> {
    if cells.iter().all(|cell| cell.text.trim().is_empty()) {
        return Ok(());
    }
    for row in (row..ROWS_MAX).take(usize::try_from(times).unwrap_or(usize::MAX)) {
        let mut column = 0_u32;
        for cell in cells {
            let next = column.saturating_add(cell.again);
            if !cell.text.trim().is_empty() {
                for column in column..next.min(COLUMNS_MAX) {
                    filling.add(row, column, &cell.text)?;
                    if cell.is_computed {
                        filling.note_computed(row, column);
                    }
                }
            }
            column = next;
        }
    }
    Ok(())
}

fn times(tag: &BytesStart<'_>, name: &str) -> u32 {
    let times = attribute(tag, name).and_then(|times| times.parse().ok());
    times.unwrap_or(1)
}

/// What a cell holds: its value where that is a day, a number or a choice, and its paragraphs otherwise.
fn cell(xml: &mut Xml<'_>, tag: &BytesStart<'_>, end: &str) -> Result<Rc<str>, Refusal> {
    let kind = attribute(tag, "value-type").unwrap_or_default();
    let text = paragraphs(xml, end)?;
    let value = match kind.as_str() {
        "date" => attribute(tag, "date-value").map(|day| day.get(..10).unwrap_or(&day).to_owned()),
        "boolean" => attribute(tag, "boolean-value").map(|value| value.to_uppercase()),
        "float" => attribute(tag, "value").map(|value| match value.parse::<f64>() {
            Ok(number) => number.to_string(),
            Err(_) => value,
        }),
        _ => None,
    };
    Ok(value.unwrap_or(text).into())
}

/// The paragraphs up to the end of a cell, each on a line of its own; comments are no part of it.
fn paragraphs(xml: &mut Xml<'_>, end: &str) -> Result<String, Refusal> {
    let (mut text, mut is_first, mut depth, mut comment) = (String::new(), true, 0_u32, 0_u32);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) if is(&tag, "annotation") => comment += 1,
            Piece::Close(name) if name == "annotation" => comment = comment.saturating_sub(1),
            Piece::Close(name) if name == end => return Ok(text),
            _ if comment > 0 => {}
            Piece::Open(tag) if is(&tag, "p") => {
                if !is_first {
                    text.push('\n');
                }
                (is_first, depth) = (false, depth + 1);
            }
            Piece::Close(name) if name == "p" => depth = depth.saturating_sub(1),
            Piece::Open(tag) if is(&tag, "s") => {
                // Many spaces are one element: no more than any cell holds.
                let spaces = attribute(&tag, "c").and_then(|number| number.parse().ok());
                text.extend(std::iter::repeat_n(' ', spaces.unwrap_or(1).min(32_767)));
            }
            Piece::Open(tag) if is(&tag, "tab") => text.push('\t'),
            Piece::Open(tag) if is(&tag, "line-break") => text.push('\n'),
            Piece::Text(piece) if depth > 0 => text.push_str(&piece),
            Piece::Open(_) | Piece::Text(_) | Piece::Close(_) => {}
        }
    }
    Err(Refusal::Damaged)
}
