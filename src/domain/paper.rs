//! A paper: what is printed, and what a word processor opens. Its words are put together once (`words`), then shown on the
//! screen and printed by the page, or written as a .docx by the module of documents, which gets it as a text.

use super::json::{self, NotThis, list, listed, quoted, string};

/// A paper, from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// Whose it is, and when: under the title.
    pub lines: Vec<String>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it comes from: at the foot.
    pub foot: String,
}

/// A piece of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A title in it.
    Heading(Level, String),
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// The positioning chart, told in words for whoever does not see it.
    Chart(String),
}

/// Rank of a title, below that of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Of a part.
    One,
    /// In a part.
    Two,
}

/// A table. The first cell of each row is its heading; a cell may have several lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// Name of each column, and its share of the width in hundredths.
    pub columns: Vec<(String, u8)>,
    /// The rows, each of as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

impl Paper {
    /// The paper as a text.
    pub fn write(&self) -> String {
        let Self {
            title,
            lines,
            blocks,
            foot,
        } = self;
        let blocks = listed(blocks.iter().map(Block::write));
        listed([quoted(title), texts(lines), blocks, quoted(foot)])
    }

    /// The paper that was written so.
    ///
    /// # Errors
    /// Where the text is something else.
    pub fn read(text: &str) -> Result<Self, NotThis> {
        let [title, lines, blocks, foot] = sized(list(text)?)?;
        let blocks = list(&blocks)?;
        Ok(Self {
            title: string(&title)?,
            lines: strings(&lines)?,
            blocks: blocks
                .iter()
                .map(|raw| Block::read(raw))
                .collect::<Result<_, _>>()?,
            foot: string(&foot)?,
        })
    }

    /// Whether the chart is in it.
    pub fn has_chart(&self) -> bool {
        self.blocks.iter().any(|block| match block {
            Block::Chart(_) => true,
            Block::Heading(..) | Block::Text(_) | Block::List(_) | Block::Table(_) => false,
        })
    }
}

impl Block {
    fn write(&self) -> String {
        let (kind, content) = match self {
            Self::Heading(Level::One, text) => ("1", quoted(text)),
            Self::Heading(Level::Two, text) => ("2", quoted(text)),
            Self::Text(text) => ("text", quoted(text)),
            Self::List(lines) => ("list", texts(lines)),
            Self::Table(table) => ("table", table.write()),
            Self::Chart(text) => ("chart", quoted(text)),
        };
        listed([quoted(kind), content])
    }

    fn read(text: &str) -> Result<Self, NotThis> {
        let [kind, content] = sized(list(text)?)?;
        Ok(match string(&kind)?.as_str() {
            "1" => Self::Heading(Level::One, string(&content)?),
            "2" => Self::Heading(Level::Two, string(&content)?),
            "text" => Self::Text(string(&content)?),
            "list" => Self::List(strings(&content)?),
            "table" => Self::Table(Table::read(&content)?),
            "chart" => Self::Chart(string(&content)?),
            _ => return Err(NotThis),
        })
    }
}

impl Table {
    /// A table without rows yet.
    pub fn new(caption: &str, columns: &[(&str, u8)]) -> Self {
        let column = |(name, share): &(&str, u8)| ((*name).to_owned(), *share);
        Self {
            caption: caption.to_owned(),
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
        }
    }

    fn write(&self) -> String {
        let Self {
            caption,
            columns,
            rows,
        } = self;
        let column = |(name, share): &(String, u8)| listed([quoted(name), share.to_string()]);
        let columns = listed(columns.iter().map(column));
        let rows = listed(rows.iter().map(|row| texts(row)));
        listed([quoted(caption), columns, rows])
    }

    fn read(text: &str) -> Result<Self, NotThis> {
        let [caption, columns, rows] = sized(list(text)?)?;
        let column = |raw: &String| {
            let [name, share] = sized(list(raw)?)?;
            let share = u8::try_from(json::number(&share)?).map_err(|_| NotThis)?;
            Ok((string(&name)?, share))
        };
        let columns: Vec<_> = list(&columns)?
            .iter()
            .map(column)
            .collect::<Result<_, _>>()?;
        let row = |raw: &String| {
            let cells = strings(raw)?;
            (cells.len() == columns.len())
                .then_some(cells)
                .ok_or(NotThis)
        };
        let rows = list(&rows)?.iter().map(row).collect::<Result<_, _>>()?;
        Ok(Self {
            caption: string(&caption)?,
            columns,
            rows,
        })
    }
}

fn texts(texts: &[String]) -> String {
    listed(texts.iter().map(|text| quoted(text)))
}

fn strings(raw: &str) -> Result<Vec<String>, NotThis> {
    list(raw)?.iter().map(|raw| string(raw)).collect()
}

fn sized<const N: usize>(values: Vec<String>) -> Result<[String; N], NotThis> {
    values.try_into().map_err(|_| NotThis)
}
