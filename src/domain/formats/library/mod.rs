//! What the list of dossiers says of one, as a record of its own. A folder for each version, here the choice between them.

mod v1;

use super::document::DocumentError;
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::library::Entry;

const FORMAT: &str = "numea-centre";

/// Writes an entry in the newest version.
pub fn write_entry(entry: &Entry) -> String {
    v1::write(entry)
}

/// Reads an entry. What makes no sense in it says nothing.
///
/// # Errors
/// Where the text is not one that this version can read.
pub fn read_entry(text: &str) -> Result<Entry, DocumentError> {
    let members = Members::read(text)?;
    let is_ours = members.get("format") == Some(quoted(FORMAT).as_str());
    let version = members.get("version").map(json::number).transpose()?;
    match version {
        Some(v1::VERSION) if is_ours => v1::read(&members),
        Some(newer) if is_ours && newer > v1::VERSION => Err(DocumentError::Newer(newer)),
        _ => Err(DocumentError::Format),
    }
}

pub(super) use v1::{kind_of, write_kind};
