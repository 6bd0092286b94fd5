//! Tables that come in: a workbook (.xlsx, .xlsm, .ods) or a text with separators (.csv), as sheets of texts. What it is
//! is told by its bytes, whatever its name says.
//!
//! Nothing here trusts the file: how much is inflated, how many entries, cells and bytes of text are read is bounded, and
//! only cells that hold something take memory.

mod ods;
mod sheet;
mod text;
mod xlsx;
mod xml;
pub mod zip;

pub use sheet::{CELLS_MAX, Row, Sheet, TEXT_MAX};
pub use xml::PIECES_MAX;
pub use zip::{DECLARED_MAX, ENTRIES_MAX, INFLATED_MAX};

use crate::domain::school::import::Refusal;
use zip::Zip;

use crate::domain::formats::file::{BYTES_MAX, OLE};
/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// The sheets that hold something, in their order.
    pub sheets: Vec<Sheet>,
    /// Whether it brings macros. They are not read.
    pub has_macros: bool,
    /// Whether cells come from other files, as they were when the workbook was last saved.
    pub has_links: bool,
}

/// Reads a file.
///
/// # Errors
/// Where it is no table that can be read, or is too large.
pub fn read(bytes: &[u8]) -> Result<Tables, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    if bytes.starts_with(&OLE) {
        return Err(of_ole(bytes));
    }
    if bytes.starts_with(b"PK") {
        let zip = Zip::read(bytes)?;
        return match kind(&zip)? {
            Kind::Xlsx => xlsx::read(&zip),
            Kind::Ods => ods::read(&zip),
        };
    }
    text::read(bytes)
}

/// The streams of such a container have their names in UTF-16.
fn of_ole(bytes: &[u8]) -> Refusal {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|found| found == name)
    };
    if holds("EncryptedPackage") {
        Refusal::Password
    } else if holds("Workbook") || holds("Book") {
        Refusal::OldWorkbook
    } else {
        Refusal::NotATable
    }
}

enum Kind {
    Xlsx,
    Ods,
}

fn kind(zip: &Zip<'_>) -> Result<Kind, Refusal> {
    if zip.has("xl/workbook.bin") {
        return Err(Refusal::BinaryWorkbook);
    }
    if zip.has("content.xml") {
        return Ok(Kind::Ods);
    }
    if zip.has("[Content_Types].xml") && zip.names().any(|name| name.starts_with("xl/")) {
        return Ok(Kind::Xlsx);
    }
    Err(Refusal::NotATable)
}
