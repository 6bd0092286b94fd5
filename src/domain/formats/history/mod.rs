//! What can be undone and done again, saved beside the dossier: good for the very revision that it was written for. A folder
//! for each version, here the choice between them.

mod v1;

use crate::domain::date::Moment;
use crate::domain::json::{self, Members};
use crate::domain::school::undo::Undo;

const FORMAT: &str = "numea-history";

/// The steps, with the texts in which they are saved.
pub type History = Undo<v1::Words>;

/// Writes the steps that belong to this revision of the dossier, last changed then.
pub fn write_history(history: &History, revision: u64, edited_at: Option<Moment>) -> String {
    v1::write(history, revision, edited_at)
}

/// Reads the steps that belong to this revision; none where the text is of another, of a later version, or no history.
pub fn read_history(text: &str, revision: u64, edited_at: Option<Moment>) -> History {
    let members = Members::read(text).unwrap_or_default();
    let version = members.get("version").map(json::number);
    match version {
        Some(Ok(v1::VERSION)) => v1::read(&members, revision, edited_at),
        Some(_) | None => History::default(),
    }
}
