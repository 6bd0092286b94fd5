//! The dossier's format, version 1: readable JSON, the same in storage and in files. A file for each
//! member.
//!
//! Reading repairs and reports: it refuses only what is not ours or comes from a newer version.

pub(super) mod answers;
pub(super) mod contacts;
pub(super) mod identity;
pub(super) mod plan;

pub use answers::state_name;
pub use plan::status_name;

use crate::domain::date::Day;
use crate::domain::json::{self, Members, NotThis, compact, quoted};
use crate::domain::school::answers::at_most;
use crate::domain::school::dossier::Dossier;
use crate::domain::school::plan::Plan;

const FORMAT: &str = "numea-dossier";
/// The version that is written.
pub const VERSION: u64 = 1;
const KNOWN: [&str; 7] = [
    "answers", "contacts", "editedAt", "format", "identity", "plan", "version",
];

/// Most that is kept of members that this version does not know, in bytes: they are written again with every
/// edit, so a file must not slow down each tick with megabytes that nobody sees.
pub const UNKNOWN_MAX: usize = 256_000;
/// Longest name under which one of them is reported, in characters.
const NAME_MAX: usize = 60;

/// Why a text is not a dossier that this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The text is not JSON, or is cut.
    #[error("not JSON")]
    Json(#[from] NotThis),
    /// It is JSON, of something else.
    #[error("not a {FORMAT}")]
    Format,
    /// It was written by a newer version of the app.
    #[error("version {0} is newer than {VERSION}")]
    Newer(u64),
}

/// A dossier that was read, and what could not be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// The dossier.
    pub dossier: Dossier,
    /// Members that made no sense and were left out, by their path.
    pub left_out: Vec<String>,
}

/// Writes a dossier, whole: what is to stay on the device was taken out before. Here and in each writer
/// below, types are taken apart without `..`, so that a field that joins one is decided upon.
pub fn write_document(dossier: &Dossier) -> String {
    let Dossier {
        identity,
        answers,
        plan,
        contacts,
        edited_at,
        unknown_fields,
    } = dossier;
    let mut document = unknown_fields.clone();
    document.set("format", quoted(FORMAT));
    document.set("version", VERSION.to_string());
    if let Some(moment) = edited_at {
        document.set("editedAt", quoted(&moment.to_string()));
    }
    document.set("answers", answers::write(answers));
    if !identity.is_blank() {
        document.set("identity", identity::write(identity));
    }
    if *plan != Plan::default() {
        document.set("plan", plan::write(plan));
    }
    if !contacts.is_blank() {
        document.set("contacts", contacts::write(contacts));
    }
    document.write()
}

/// Reads a dossier.
pub fn read_document(text: &str) -> Result<Restored, DocumentError> {
    let mut document = Members::read(text)?;
    let is_ours = document.get("format") == Some(quoted(FORMAT).as_str());
    match document
        .get("version")
        .and_then(|raw| json::number(raw).ok())
    {
        Some(VERSION) if is_ours => {}
        Some(newer) if is_ours && newer > VERSION => return Err(DocumentError::Newer(newer)),
        _ => return Err(DocumentError::Format),
    }
    let mut left_out = Vec::new();
    let mut dossier = Dossier::default();
    if let Some(raw) = document.get("answers") {
        dossier.answers = answers::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get("identity") {
        dossier.identity = identity::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get("plan") {
        dossier.plan = plan::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get("contacts") {
        dossier.contacts = contacts::read(raw, &mut left_out);
    }
    if let Some(raw) = document.get("editedAt") {
        dossier.edited_at = json::string(raw).ok().and_then(|text| text.parse().ok());
        if dossier.edited_at.is_none() {
            left_out.push("editedAt".into());
        }
    }
    for name in KNOWN {
        document.remove(name);
    }
    dossier.unknown_fields = within_limits(&document, &mut left_out);
    Ok(Restored { dossier, left_out })
}

/// The members that this version does not know, without the white space that a file lays them out with, as far
/// as they fit into [`UNKNOWN_MAX`].
fn within_limits(unknown: &Members, left_out: &mut Vec<String>) -> Members {
    let mut kept = Members::default();
    let mut size = 0;
    for (name, raw) in unknown.iter() {
        let raw = compact(raw);
        let with_it = size + name.len() + raw.len();
        if with_it > UNKNOWN_MAX {
            left_out.push(at_most(name, NAME_MAX));
        } else {
            size = with_it;
            kept.set(name, raw);
        }
    }
    kept
}

/// Reads a string into `text`, cut to `max` characters; whether it was read whole.
fn read_text(raw: &str, max: usize, text: &mut String) -> bool {
    let Ok(read) = json::string(raw) else {
        return false;
    };
    *text = at_most(&read, max);
    *text == read
}

/// Reads a day such as `"2026-11-23"`; whether it was one.
fn read_day(raw: &str, day: &mut Option<Day>) -> bool {
    let read: Option<Day> = json::string(raw).ok().and_then(|text| text.parse().ok());
    read_choice(read.map(Some), day)
}

/// Takes a choice, where one was read; whether one was.
fn read_choice<T>(read: Option<T>, choice: &mut T) -> bool {
    let is_read = read.is_some();
    if let Some(read) = read {
        *choice = read;
    }
    is_read
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::school::answers::{Response, Tick, Ticks};
    use crate::domain::school::questionnaire::Stage;

    #[test]
    fn what_is_not_ours_or_newer_is_refused() {
        for text in [
            "",
            "[true,true]",
            "null",
            "{}",
            r#"{"format":"numea-dossier"}"#,
            "{\"format\":",
        ] {
            assert!(read_document(text).is_err(), "{text}");
        }
        let newer = r#"{"format":"numea-dossier","version":2,"answers":{}}"#;
        assert!(matches!(read_document(newer), Err(DocumentError::Newer(2))));
    }

    #[test]
    fn what_makes_no_sense_is_left_out_and_reported_the_rest_is_read() {
        let text = r#"{"format":"numea-dossier","version":1,"later":{"x":1},"answers":{
            "1.1.1":{"ticked":{"1":[1,2],"9":[1]},"note":5},
            "1.1.2":{"state":"unknown","note":"à revoir"},
            "1.1.3":{"state":"perhaps"},
            "nonsense":{}, "1.1.4":[] }}"#;
        let restored = read_document(text).unwrap();
        let ticks = Ticks::default().with_all(Stage::One, 2, Tick::On);
        let answers = &restored.dossier.answers;
        assert_eq!(
            answers.response("1.1.1".parse().unwrap()),
            Response::Ticked(ticks)
        );
        assert_eq!(answers.get("1.1.2".parse().unwrap()).note, "à revoir");
        let mut left_out = restored.left_out.clone();
        left_out.sort();
        assert_eq!(
            left_out,
            [
                "1.1.1/note",
                "1.1.1/ticked",
                "1.1.3/state",
                "1.1.4",
                "nonsense"
            ]
        );
        assert!(write_document(&restored.dossier).contains(r#""later":{"x":1}"#));
    }
}
