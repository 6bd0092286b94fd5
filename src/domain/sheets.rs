//! Tables that a spreadsheet opens. Their words are put together by the page (`words`), and the module of whole dossiers, which
//! gets them as a text, writes the file.

use super::json::{NotThis, list, listed, number, quoted, string};

/// Several sheets, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheets(pub Vec<Sheet>);

/// One sheet. Its first row is the headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, 31 characters at most.
    pub name: String,
    /// Name of each column, and its width in characters.
    pub columns: Vec<(String, u16)>,
    /// The rows under the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Number(u32),
    /// So many of so many, as a percentage; nothing where there are none.
    Share(u32, u32),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u16> for Cell {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl Sheets {
    /// The sheets as a text.
    pub fn write(&self) -> String {
        let Self(sheets) = self;
        listed(sheets.iter().map(Sheet::write))
    }

    /// The sheets of a text.
    ///
    /// # Errors
    /// Where it is none that [`Sheets::write`] wrote.
    pub fn read(text: &str) -> Result<Self, NotThis> {
        let sheets = list(text)?;
        sheets
            .iter()
            .map(|raw| Sheet::read(raw))
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl Sheet {
    fn write(&self) -> String {
        let Self {
            name,
            columns,
            rows,
        } = self;
        let column = |(name, width): &(String, u16)| listed([quoted(name), width.to_string()]);
        let row = |row: &Vec<Cell>| listed(row.iter().map(Cell::write));
        listed([
            quoted(name),
            listed(columns.iter().map(column)),
            listed(rows.iter().map(row)),
        ])
    }

    fn read(raw: &str) -> Result<Self, NotThis> {
        let [name, columns, rows]: [String; 3] = list(raw)?.try_into().map_err(|_| NotThis)?;
        let column = |raw: &String| {
            let [name, width]: [String; 2] = list(raw)?.try_into().map_err(|_| NotThis)?;
            let width = u16::try_from(number(&width)?).map_err(|_| NotThis)?;
            Ok((string(&name)?, width))
        };
        let row = |raw: &String| list(raw)?.iter().map(|raw| Cell::read(raw)).collect();
        Ok(Self {
            name: string(&name)?,
            columns: list(&columns)?
                .iter()
                .map(column)
                .collect::<Result<_, _>>()?,
            rows: list(&rows)?.iter().map(row).collect::<Result<_, _>>()?,
        })
    }
}

impl Cell {
    fn write(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::Share(part, of) => listed([part.to_string(), of.to_string()]),
        }
    }

    fn read(raw: &str) -> Result<Self, NotThis> {
        let small = |raw: &str| u32::try_from(number(raw)?).map_err(|_| NotThis);
        if let Ok(text) = string(raw) {
            return Ok(Self::Text(text));
        }
        if let Ok(number) = small(raw) {
            return Ok(Self::Number(number));
        }
        let [part, of]: [String; 2] = list(raw)?.try_into().map_err(|_| NotThis)?;
        Ok(Self::Share(small(&part)?, small(&of)?))
    }
}
