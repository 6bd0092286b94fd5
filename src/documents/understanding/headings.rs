//! Columns, found by the words of their headings.

use super::said::plain;
use crate::documents::reading::{Row, Sheet};

/// In how many rows from the top headings are looked for.
const TOP: usize = 40;

/// The row of the headings, and the column of each one that was looked for.
#[derive(Clone, Debug)]
pub struct Columns<const N: usize> {
    /// Its number.
    pub row: u32,
    /// The columns, in the order in which they were looked for.
    pub found: [Option<u32>; N],
}

impl<const N: usize> Columns<N> {
    /// The first row whose headings are `enough`. Each heading is looked for by several names, written [`plain`]; where
    /// two columns have one of them, the first.
    pub fn find(
        sheet: &Sheet,
        names: &[&[&str]; N],
        enough: impl Fn(&[Option<u32>; N]) -> bool,
    ) -> Option<Self> {
        sheet.rows.iter().take(TOP).find_map(|row| {
            let found = names.map(|names| column(row, names));
            enough(&found).then_some(Self {
                row: row.number,
                found,
            })
        })
    }

    /// What a row says in a column that was looked for, with the number of the column.
    pub fn cell<'a>(&self, row: &'a Row, which: usize) -> Option<(u32, &'a str)> {
        let column = self.found.get(which).copied().flatten()?;
        let text = row.get(column);
        (!text.is_empty()).then_some((column, text))
    }
}

fn column(row: &Row, names: &[&str]) -> Option<u32> {
    let is_it = |text: &str| names.contains(&plain(text).as_str());
    let mut cells = row.cells.iter();
    cells
        .find(|(_, text)| is_it(text))
        .map(|(column, _)| *column)
}
