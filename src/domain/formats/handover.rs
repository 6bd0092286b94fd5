//! The file of a handover: the dossier's file, and in it the positionings taken over the years, which no slot holds. A page of
//! an earlier version opens it as a dossier.

use super::document::{Restored, members_of, read_members, write_document};
use super::file::{BYTES_MAX, FileError, content, refused};
use super::snapshot::read_snapshot;
use crate::domain::json::{self, Members, indented};
use crate::domain::school::dossier::{Bin, Dossier};
use crate::domain::school::timeline::Snapshot;

/// The member that holds the positionings.
const MEMBER: &str = "positionings";

/// A file, and what was too much for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text of the file.
    pub text: String,
    /// How many positionings are not in it: the earliest, with which it would not be opened, and what cannot be read.
    pub left_out: usize,
}

/// Writes the dossier and these positionings, the latest first, each as [`super::snapshot::write_snapshot`] wrote it.
pub fn write_handover(dossier: &Dossier, bin: Bin, snapshots: &[String]) -> Written {
    let document = write_document(&dossier.for_file(bin));
    // Laid out it is longer than the pieces by less than half.
    let mut room = (BYTES_MAX / 3 * 2).saturating_sub(document.len());
    let mut texts = Vec::new();
    for text in snapshots {
        match room.checked_sub(text.len() + 1) {
            // A damaged text would damage the whole file.
            Some(left) if Members::read(text).is_ok() => {
                room = left;
                texts.push(text.as_str());
            }
            Some(_) => {}
            None => break,
        }
    }
    let left_out = snapshots.len() - texts.len();
    let mut members = Members::read(&document).unwrap_or_default();
    if !texts.is_empty() {
        members.set(MEMBER, ["[", &texts.join(","), "]"].concat());
    }
    let mut text = indented(&members.write());
    text.push('\n');
    Written { text, left_out }
}

/// Reads a file: the dossier, and the positionings in it. One that makes no sense is left out and reported.
///
/// # Errors
/// Where it is not a dossier that this version can read.
pub fn read_handover(text: &str) -> Result<(Restored, Vec<Snapshot>), FileError> {
    let mut members = members_of(content(text)?).map_err(refused)?;
    let taken = members.get(MEMBER).map(json::list);
    members.remove(MEMBER);
    let mut restored = read_members(members);
    let mut snapshots = Vec::new();
    match taken {
        None => {}
        Some(Err(_)) => restored.left_out.push(MEMBER.to_owned()),
        Some(Ok(texts)) => {
            for (place, text) in (1..).zip(&texts) {
                match read_snapshot(text) {
                    Ok((snapshot, left_out)) => {
                        let path = |name| format!("{MEMBER}/{place}/{name}");
                        restored.left_out.extend(left_out.into_iter().map(path));
                        snapshots.push(snapshot);
                    }
                    Err(_) => restored.left_out.push(format!("{MEMBER}/{place}")),
                }
            }
        }
    }
    Ok((restored, snapshots))
}
