//! A positioning taken at a date, version 1: its id, day and name, and the document of the dossier in it.

use super::FORMAT;
use crate::domain::formats::document::{DocumentError, read_document, write_document};
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::timeline::{Head, NAME_MAX, Snapshot};
use crate::domain::text::one_line;

/// The number of this version.
pub const VERSION: u64 = 1;

/// How the text begins, before the day that it is of, and what follows that day: the dossier. Names are in alphabetical order.
const BEGINNING: [&str; 2] = ["{\"day\":\"", "\",\"dossier\":{"];
/// What follows the dossier. In no string of it: quotes have a backslash there.
const AFTER: &str = "},\"format\":";

/// Writes a positioning.
pub(super) fn write(snapshot: &Snapshot) -> String {
    let Snapshot {
        id,
        day,
        name,
        dossier,
    } = snapshot;
    let mut members = Members::default();
    members.set("format", quoted(FORMAT));
    members.set("version", VERSION.to_string());
    members.set("id", quoted(&id.to_string()));
    members.set("day", quoted(&day.to_string()));
    if !name.is_empty() {
        members.set("name", quoted(name));
    }
    members.set("dossier", write_document(dossier));
    members.write()
}

/// Reads what a list shows.
pub(super) fn head(members: &Members) -> Result<Head, DocumentError> {
    let text = |name| members.get(name).map(json::string).transpose();
    let id = text("id")?.and_then(|text| text.parse().ok());
    let day = text("day")?.and_then(|text| text.parse().ok());
    let name = text("name")?.unwrap_or_default();
    match (id, day) {
        (Some(id), Some(day)) => Ok(Head {
            id,
            day,
            name: one_line(&name, NAME_MAX),
        }),
        _ => Err(DocumentError::Format),
    }
}

/// The text without its dossier, from its beginning and its end; none where it is not laid out as this version writes it.
pub(super) fn without_dossier([beginning, end]: [&str; 2]) -> Option<String> {
    let [before, after] = BEGINNING;
    let (day, _) = beginning.strip_prefix(before)?.split_once(after)?;
    let rest = end.get(end.rfind(AFTER)? + 1..)?;
    Some([before, day, "\"", rest].concat())
}

/// Reads a positioning of this version.
pub(super) fn read(members: &Members) -> Result<(Snapshot, Vec<String>), DocumentError> {
    let Head { id, day, name } = head(members)?;
    let document = members.get("dossier").ok_or(DocumentError::Format)?;
    let restored = read_document(document)?;
    let snapshot = Snapshot::of(id, day, &name, &restored.dossier);
    Ok((snapshot, restored.left_out))
}
