//! The dossier's format: readable JSON, the same in storage and in files. A folder for each version, here the
//! choice between them.
//!
//! Reading repairs and reports: it refuses only what is not ours or comes from a newer version.

mod v1;

pub use super::members::v1::answers::state_name;
pub use super::members::v1::plan::status_name;
pub use v1::{UNKNOWN_MAX, VERSION};

use crate::domain::json::{self, Members, NotThis, quoted};
use crate::domain::school::dossier::Dossier;

const FORMAT: &str = "numea-dossier";

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

impl Restored {
    /// The dossier, where all of it could be read.
    pub fn whole(&self) -> Option<&Dossier> {
        self.left_out.is_empty().then_some(&self.dossier)
    }
}

/// Writes a dossier in the newest version, whole: what is to stay on the device was taken out before.
pub fn write_document(dossier: &Dossier) -> String {
    v1::write(dossier)
}

/// Reads a dossier.
///
/// # Errors
/// Where the text is not one that this version can read.
pub fn read_document(text: &str) -> Result<Restored, DocumentError> {
    members_of(text).map(v1::read)
}

/// Reads the members of a dossier that [`members_of`] gave.
pub fn read_members(members: Members) -> Restored {
    v1::read(members)
}

/// The members of a dossier of a version that is known here, each as its text.
///
/// # Errors
/// As [`read_document`].
pub fn members_of(text: &str) -> Result<Members, DocumentError> {
    let document = Members::read(text)?;
    let is_ours = document.get("format") == Some(quoted(FORMAT).as_str());
    match document
        .get("version")
        .and_then(|raw| json::number(raw).ok())
    {
        Some(v1::VERSION) if is_ours => Ok(document),
        Some(newer) if is_ours && newer > VERSION => Err(DocumentError::Newer(newer)),
        _ => Err(DocumentError::Format),
    }
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
        let ticks = Ticks::default().with_all(Stage::One, 0b11, Tick::On);
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
