//! A file with several dossiers, version 1.

use super::{FORMAT, Included};
use crate::domain::formats::file::FileError;
use crate::domain::formats::handover::read_handover;
use crate::domain::formats::library::{kind_of, write_kind};
use crate::domain::json::{self, Members, quoted};
use crate::domain::school::library::{DOSSIERS_MAX, Listed};

/// The number of this version.
pub const VERSION: u64 = 1;

/// The member that holds the dossiers.
const MEMBER: &str = "centres";

/// Writes these dossiers.
pub(super) fn write(dossiers: &[(Listed, String)]) -> String {
    let texts: Vec<_> = dossiers
        .iter()
        .map(|(listed, text)| write_one(listed, text))
        .collect();
    let mut members = Members::default();
    members.set("format", quoted(FORMAT));
    members.set("version", VERSION.to_string());
    members.set(MEMBER, ["[", &texts.join(","), "]"].concat());
    members.write()
}

fn write_one(listed: &Listed, text: &str) -> String {
    // Whoever opens it decides anew what is put away, and what goes.
    let Listed {
        kind,
        name,
        is_archived: _,
        binned: _,
    } = listed;
    let mut members = Members::default();
    write_kind(kind.as_ref(), &mut members);
    if !name.is_empty() {
        members.set("name", quoted(name));
    }
    members.set("dossier", text.trim().to_owned());
    members.write()
}

/// Reads a file of this version.
pub(super) fn read(members: &Members) -> Result<Vec<Included>, FileError> {
    let raw = members.get(MEMBER).ok_or(FileError::Damaged)?;
    let texts = json::list(raw).map_err(|_| FileError::Damaged)?;
    if texts.is_empty() {
        return Err(FileError::Empty);
    }
    let texts = texts.iter().take(DOSSIERS_MAX);
    Ok(texts.map(|text| read_one(text)).collect())
}

fn read_one(text: &str) -> Included {
    let Ok(members) = Members::read(text) else {
        return Included {
            listed: Listed::default(),
            content: Err(FileError::Damaged),
        };
    };
    let name = members.get("name").and_then(|raw| json::string(raw).ok());
    let content = members.get("dossier").ok_or(FileError::Damaged);
    Included {
        listed: Listed::named(kind_of(&members), &name.unwrap_or_default()),
        content: content.and_then(read_handover),
    }
}
