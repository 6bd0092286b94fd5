//! A table that comes in, and what it would change of the dossier, in words.

use super::formats::file::FileError;
use super::school::import::{Place, Refusal, Remark, Trouble};

/// A table that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Name of the file.
    pub name: String,
    /// How far it is.
    pub outcome: Outcome,
}

/// What became of a table that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is being read.
    Reading,
    /// The browser did not give it.
    NotOpened(FileError),
    /// What reads it could not be fetched, or failed.
    NotLoaded,
    /// It is no table that can be read.
    Refused(Refusal),
    /// What it would change.
    Shown(Changes),
    /// So many of its lines were taken.
    Taken(usize),
}

/// Why nothing was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// The module failed.
    #[error("the module failed")]
    Failed,
    /// Nothing may be changed here now.
    #[error("nothing may be changed here")]
    Refused,
}

/// What a file that was read would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// How many items and objectives it speaks of.
    pub found: usize,
    /// Whether it brings macros.
    pub has_macros: bool,
    /// Whether cells of it come from other files.
    pub has_links: bool,
    /// What would change.
    pub lines: Vec<ChangedLine>,
    /// What was not understood.
    pub troubles: Vec<Trouble>,
}

/// One thing that would change, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine {
    /// What it is known by.
    pub id: String,
    /// Where the file says it.
    pub at: Place,
    /// What it is about.
    pub about: String,
    /// Which part of that.
    pub part: String,
    /// What the dossier says; empty for nothing.
    pub before: String,
    /// What it would say.
    pub after: String,
    /// Why it is not taken unless the person says so.
    pub remark: Option<Remark>,
}
