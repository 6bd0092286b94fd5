//! A sheet as it is kept: only the cells that hold something, as texts.

use std::rc::Rc;

use crate::documents::csv::{OWN_HEADING, without_mark};
use crate::domain::school::import::{Place, Refusal};

/// Most cells that are read, of all sheets together. A workbook of ours has about two thousand.
pub const CELLS_MAX: usize = 60_000;
/// Most bytes of text that are read.
pub const TEXT_MAX: usize = 8 << 20;
/// As many columns as any spreadsheet has.
pub const COLUMNS_MAX: u32 = 16_384;

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows that hold something, in order.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 0.
    pub number: u32,
    /// Its cells that hold something, each with its column from 0, in order.
    pub cells: Vec<(u32, Rc<str>)>,
    /// The columns of those that a formula gives.
    pub computed: Vec<u32>,
}

impl Row {
    /// What a cell holds, without the spaces around; nothing where it is blank.
    pub fn get(&self, column: u32) -> &str {
        let place = self.cells.binary_search_by_key(&column, |(at, _)| *at);
        let cell = place.ok().and_then(|place| self.cells.get(place));
        cell.map_or("", |(_, text)| text.trim())
    }

    /// Whether a formula gives what a cell holds.
    pub fn is_computed(&self, column: u32) -> bool {
        self.computed.contains(&column)
    }
}

impl Sheet {
    /// Where a cell is.
    pub fn place(&self, row: u32, column: u32) -> Place {
        Place {
            sheet: self.name.clone(),
            cell: [letters(column), (row + 1).to_string()].concat(),
        }
    }
}

/// « A », « Z », « AA »: the name of a column.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Sheets that are being filled, within the limits.
#[derive(Debug, Default)]
pub struct Filling {
    sheets: Vec<Sheet>,
    cells: usize,
    bytes: usize,
}

impl Filling {
    /// Starts another sheet.
    pub fn open(&mut self, name: &str) {
        self.sheets.push(Sheet {
            name: name.to_owned(),
            rows: Vec::new(),
        });
    }

    /// Adds a cell, after those before it. One that is blank, or out of order, is left out.
    ///
    /// # Errors
    /// Where there are more than can be read.
    pub fn add(&mut self, row: u32, column: u32, text: &Rc<str>) -> Result<(), Refusal> {
        if text.trim().is_empty() || column >= COLUMNS_MAX {
            return Ok(());
        }
        self.cells += 1;
        self.bytes += text.len();
        if self.cells > CELLS_MAX || self.bytes > TEXT_MAX {
            return Err(Refusal::TooLarge);
        }
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        match sheet.rows.last_mut() {
            Some(last) if last.number > row => {}
            Some(last) if last.number == row => {
                if last.cells.last().is_none_or(|(at, _)| *at < column) {
                    last.cells.push((column, text.clone()));
                }
            }
            Some(_) | None => sheet.rows.push(Row {
                number: row,
                cells: vec![(column, text.clone())],
                computed: Vec::new(),
            }),
        }
        Ok(())
    }

    /// Notes that a formula gives what this cell holds, which was added last.
    pub fn note_computed(&mut self, row: u32, column: u32) {
        let last = self
            .sheets
            .last_mut()
            .and_then(|sheet| sheet.rows.last_mut());
        let is_it = |last: &&mut Row| {
            last.number == row && last.cells.last().is_some_and(|(at, _)| *at == column)
        };
        if let Some(last) = last.filter(is_it) {
            last.computed.push(column);
        }
    }

    /// The sheets of a workbook that hold something. A table (.csv) of ours that a spreadsheet opened, then saved as a workbook,
    /// still has the apostrophes that keep its cells from being formulas: they are taken away, as from the table itself.
    pub fn done_of_workbook(self) -> Vec<Sheet> {
        let mut sheets = self.done();
        for sheet in &mut sheets {
            let mut headings = sheet.rows.first().into_iter().flat_map(|row| &row.cells);
            if !headings.any(|(_, text)| text.trim() == OWN_HEADING) {
                continue;
            }
            for (_, text) in sheet.rows.iter_mut().flat_map(|row| &mut row.cells) {
                *text = without_mark(text).into();
            }
        }
        sheets
    }

    /// The sheets that hold something.
    pub fn done(self) -> Vec<Sheet> {
        let sheets = self.sheets.into_iter();
        sheets.filter(|sheet| !sheet.rows.is_empty()).collect()
    }
}
