//! One file with several dossiers: each as the file that it would be alone, with what the list says of it. A folder for each
//! version, here the choice between them.

mod v1;

use super::document::Restored;
use super::file::{BYTES_MAX, FileError, content};
use crate::domain::json::{self, Members, indented, quoted};
use crate::domain::school::library::Listed;
use crate::domain::school::timeline::Snapshot;

const FORMAT: &str = "numea-centres";

/// How much room a file has for all of its dossiers, before it is laid out for people, in bytes: it must open again.
pub const ROOM: usize = BYTES_MAX / 3 * 2;

/// One dossier of a file, or why it cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Included {
    /// What the list said of it. Neither put away nor in « Corbeille » any more.
    pub listed: Listed,
    /// What is in it, and the positionings that were kept.
    pub content: Result<(Restored, Vec<Snapshot>), FileError>,
}

/// Writes a file with these dossiers, each as the text of the file that it would be alone, in the newest version.
pub fn write_centres(dossiers: &[(Listed, String)]) -> String {
    let mut text = indented(&v1::write(dossiers));
    text.push('\n');
    text
}

/// Whether this is a file with several dossiers, of whatever version.
pub fn is_centres(text: &str) -> bool {
    let members = content(text).ok().and_then(|text| Members::read(text).ok());
    members.is_some_and(|members| members.get("format") == Some(quoted(FORMAT).as_str()))
}

/// Reads a file with several dossiers. One that cannot be read takes nothing from the others.
///
/// # Errors
/// Where it is no such file that this version can read.
pub fn read_centres(text: &str) -> Result<Vec<Included>, FileError> {
    let members = Members::read(content(text)?).map_err(|_| FileError::Damaged)?;
    let version = members.get("version").map(json::number);
    match version {
        _ if members.get("format") != Some(quoted(FORMAT).as_str()) => Err(FileError::NotOurs),
        Some(Ok(v1::VERSION)) => v1::read(&members),
        Some(Ok(newer)) if newer > v1::VERSION => Err(FileError::Newer(newer)),
        Some(Ok(_) | Err(_)) | None => Err(FileError::Damaged),
    }
}
