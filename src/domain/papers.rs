//! What one takes away as a file, beside the backup.

/// A document that is given as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The dossier as a workbook.
    Workbook,
    /// The workbook of a blank dossier.
    BlankWorkbook,
    /// The answers as a table.
    Csv,
}

/// Tables as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetsFile {
    /// A workbook of them all.
    Workbook,
    /// The first one, as a table of texts.
    Table,
}

/// The positioning chart as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartFile {
    /// A picture made of pixels, which every program takes.
    Png,
    /// A drawing, sharp at any size.
    Svg,
}

/// Why a document is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMade {
    /// What makes it could not be fetched, or failed.
    #[error("the module could not be loaded")]
    NotLoaded,
    /// The browser cannot make a file.
    #[error("the browser refused the file")]
    Refused,
    /// No objective has a due date.
    #[error("no due date")]
    NoDueDate,
    /// Nothing is answered yet.
    #[error("nothing answered")]
    NothingAnswered,
}
