//! A positioning taken at a date, as it is stored under a key of its own, and as it travels in a file. A folder for each
//! version, here the choice between them.

mod v1;

use super::document::DocumentError;
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::timeline::{Head, Snapshot};

const FORMAT: &str = "numea-positioning";

/// How much of a text has its head, at its beginning and at its end, in characters: room for the longest name.
pub const ENDS: u32 = 600;

/// Writes a positioning in the newest version.
pub fn write_snapshot(snapshot: &Snapshot) -> String {
    v1::write(snapshot)
}

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

/// Reads what a list shows of a positioning from the first and the last [`ENDS`] characters of its text. Nothing where they
/// do not tell, as in a text that a file brought: then [`read_head`] does.
pub fn head_of_ends(ends: [&str; 2]) -> Option<Head> {
    let text = v1::without_dossier(ends)?;
    v1::head(&members_of(&text).ok()?).ok()
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
