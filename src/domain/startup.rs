//! What to start from: the newest kept copy that verifies. Whatever cannot be read never stops the
//! start, and is named so that it is set aside before anything is written over it.

use super::wire::document::{DocumentError, Restored, read_document};
use super::wire::record::Record;

/// One store's answer when asked for its copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The store cannot be used at all.
    NoStore,
    /// It has no copy.
    Nothing,
    /// The text it keeps.
    Text(String),
}

/// What became of a kept text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was kept.
    Absent,
    /// It verifies and reads whole.
    Good(u64),
    /// It reads, with members left out: to be set aside before it is written over.
    Repaired(u64),
    /// It does not verify, or is no dossier: to be set aside.
    Unreadable,
    /// It was written by a newer version: to be set aside.
    Newer,
}

impl Verdict {
    /// Whether the text must be set aside before this store is written again.
    pub fn wants_setting_aside(self) -> bool {
        match self {
            Self::Absent | Self::Good(_) => false,
            Self::Repaired(_) | Self::Unreadable | Self::Newer => true,
        }
    }

    /// The revision of a copy that reads.
    pub fn revision(self) -> Option<u64> {
        match self {
            Self::Good(revision) | Self::Repaired(revision) => Some(revision),
            Self::Absent | Self::Unreadable | Self::Newer => None,
        }
    }
}

/// What to start from.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The newest dossier that reads; an empty one where there is none.
    pub restored: Restored,
    /// Its revision, 0 for none.
    pub revision: u64,
    /// What became of each store's text, in the order given.
    pub verdicts: Vec<Verdict>,
}

/// Chooses among the kept copies. Of two with the same revision the first given wins.
pub fn choose(copies: &[Kept]) -> Start {
    let mut start = Start {
        restored: Restored::default(),
        revision: 0,
        verdicts: Vec::new(),
    };
    for kept in copies {
        let (verdict, restored) = judge(kept);
        if let (Some(revision), Some(restored)) = (verdict.revision(), restored)
            && (revision > start.revision || start.verdicts.iter().all(|v| v.revision().is_none()))
        {
            start.revision = revision;
            start.restored = restored;
        }
        start.verdicts.push(verdict);
    }
    start
}

fn judge(kept: &Kept) -> (Verdict, Option<Restored>) {
    let Kept::Text(text) = kept else {
        return (Verdict::Absent, None);
    };
    let Ok(record) = Record::read(text) else {
        return (Verdict::Unreadable, None);
    };
    match read_document(&record.body) {
        Ok(restored) if restored.left_out.is_empty() => {
            (Verdict::Good(record.revision), Some(restored))
        }
        Ok(restored) => (Verdict::Repaired(record.revision), Some(restored)),
        Err(DocumentError::Newer(_)) => (Verdict::Newer, None),
        Err(DocumentError::Json(_) | DocumentError::Format) => (Verdict::Unreadable, None),
    }
}
