//! What the list says of a dossier, version 1.

use super::FORMAT;
use crate::domain::formats::document::DocumentError;
use crate::domain::formats::members::v1::identity::{centre, centre_name};
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::library::{Entry, Kind, Listed, State};
use crate::domain::world::DossierId;

/// The number of this version.
pub const VERSION: u64 = 1;

/// Writes an entry.
pub(super) fn write(entry: &Entry) -> String {
    let Entry { changed, state, id } = entry;
    let mut members = Members::default();
    members.set("format", quoted(FORMAT));
    members.set("version", VERSION.to_string());
    members.set("id", quoted(&id.text()));
    members.set("changed", changed.to_string());
    match state {
        State::Gone => members.set("gone", "true".to_owned()),
        State::Listed(listed) => {
            let Listed {
                kind,
                name,
                is_archived,
                binned,
            } = listed;
            write_kind(kind.as_ref(), &mut members);
            if !name.is_empty() {
                members.set("name", quoted(name));
            }
            if *is_archived {
                members.set("archived", "true".to_owned());
            }
            if let Some(day) = binned {
                members.set("binned", quoted(&day.to_string()));
            }
        }
    }
    members.write()
}

/// Writes a kind: as its name, or as what somebody called it.
pub(in crate::domain::formats) fn write_kind(kind: Option<&Kind>, members: &mut Members) {
    match kind {
        None => {}
        Some(Kind::Other(words)) => members.set("kindWords", quoted(words)),
        Some(Kind::Named(centre)) => members.set("kind", quoted(centre_name(*centre))),
    }
}

/// Reads a kind.
pub(in crate::domain::formats) fn kind_of(members: &Members) -> Option<Kind> {
    let named = members.get("kind").and_then(centre).map(Kind::Named);
    let words = || json::string(members.get("kindWords")?).ok();
    named.or_else(|| Kind::other(&words()?))
}

/// Reads an entry of this version.
pub(super) fn read(members: &Members) -> Result<Entry, DocumentError> {
    let text = |name| members.get(name).and_then(|raw| json::string(raw).ok());
    let is_so = |name| members.get(name) == Some("true");
    let id = text("id").and_then(|id| DossierId::read(&id));
    let changed = members.get("changed").map(json::number).transpose()?;
    let (Some(id), Some(changed)) = (id, changed) else {
        return Err(DocumentError::Format);
    };
    let state = if is_so("gone") {
        State::Gone
    } else {
        let mut listed = Listed::named(kind_of(members), &text("name").unwrap_or_default());
        listed.is_archived = is_so("archived");
        listed.binned = text("binned").and_then(|day| day.parse().ok());
        State::Listed(listed)
    };
    Ok(Entry { changed, state, id })
}
