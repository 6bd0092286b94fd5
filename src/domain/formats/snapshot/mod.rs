//! A positioning taken at a date, as it is stored under a key of its own, and as it travels in a file. A folder for each
//! version, here the choice between them.

mod v1;

use super::document::DocumentError;
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::timeline::Snapshot;

const FORMAT: &str = "numea-positioning";

/// Writes a positioning in the newest version.
pub fn write_snapshot(snapshot: &Snapshot) -> String {
    v1::write(snapshot)
}

/// What a list shows of a positioning, without reading the dossier in it.
pub use v1::Head;

/// Reads a positioning, and the members that made no sense and were left out.
///
/// # Errors
/// Where the text is not one that this version can read.
pub fn read_snapshot(text: &str) -> Result<(Snapshot, Vec<String>), DocumentError> {
    v1::read(&members_of(text)?)
}

/// Reads what a list shows of a positioning.
///
/// # Errors
/// Where the text is not one that this version can read.
pub fn read_head(text: &str) -> Result<Head, DocumentError> {
    v1::head(&members_of(text)?)
}

fn members_of(text: &str) -> Result<Members, DocumentError> {
    let members = Members::read(text)?;
    let is_ours = members.get("format") == Some(quoted(FORMAT).as_str());
    let version = members
        .get("version")
        .and_then(|raw| json::number(raw).ok());
    match version {
        Some(v1::VERSION) if is_ours => Ok(members),
        Some(newer) if is_ours && newer > v1::VERSION => Err(DocumentError::Newer(newer)),
        _ => Err(DocumentError::Format),
    }
}
